import { hasFederation, issueSetupCode, markDemo } from '@giaouoc/db/platform';
import { openServices, type ServiceSettings } from '../services.ts';
import { setClock, writeId } from './clocked-people.ts';
import { hongBang, sonTay, type DemoFederation } from './demo-federations.ts';
import { playEntering, playReports, playVerification } from './play-reports.ts';
import { playSigning } from './play-signing.ts';
import { demoCode, demoPassword, setUpDemo, type DemoSetup } from './set-up-demo.ts';

/** How to get in, to be printed. */
export type DemoSignIn = { federation: string; who: string; name: string };

export const demoSecrets = { password: demoPassword, code: demoCode };

/** The chairs whose phones show most: one in the middle of a report, one with a line sent back; one above and one below. */
const shown = new Set(['TH-TRAN-QUOC-TOAN', 'TH-PHAN-BOI-CHAU', 'TH-LE-LOI', 'MN-KIM-SON']);

const signInsOf = (demo: DemoFederation): DemoSignIn[] => [
  { federation: demo.federation.name, who: `Cán bộ ${demo.federation.name}`, name: `${demo.prefix}.canbo` },
  ...demo.units
    .filter((unit) => shown.has(unit.code))
    .map((unit) => ({
      federation: demo.federation.name,
      who: `Chủ tịch ${unit.name}`,
      name: `${demo.prefix}.${unit.code.toLowerCase()}`,
    })),
];

/** Sign-ins of the demonstrations, as every start prints them. */
export const demoSignIns: DemoSignIn[] = [hongBang, sonTay].flatMap(signInsOf);

/** Reports are running: one round verified, the next coming in. */
async function playHongBang(setup: DemoSetup): Promise<void> {
  const codes = setup.chairs.map(({ unit }) => unit.code);
  await playSigning(setup, { late: ['TH-HOANG-HOA-THAM'], onPaper: ['CS-HONG-SON'] });
  await playReports(setup, {
    period: 'dot-1',
    at: ['2023-11-09T10:20', '2023-11-13T16:08', '2023-11-15T11:30'],
    silent: ['MN-HUONG-DUONG'],
  });
  await playVerification(setup, {
    at: '2023-11-20T14:20',
    back: {
      unit: 'TH-PHAN-BOI-CHAU',
      line: '1.3',
      reason: 'Danh sách chỉ có 28 người, báo cáo ghi nhiều hơn. Gửi thêm trang còn thiếu, hoặc sửa số người đã khám.',
      due: '2024-01-12T17:00',
    },
  });
  await playReports(setup, {
    period: 'hk1',
    at: ['2024-01-04T10:42', '2024-01-05T15:10', '2024-01-06T09:25'],
    drafting: ['TH-TRAN-QUOC-TOAN', 'MN-HUU-NGHI', 'CS-LE-VAN-TAM'],
    silent: codes.filter((_, index) => index % 4 === 3),
  });
  await playVerification(setup, { at: '2024-01-07T14:00', lines: ['1.4', '1.6'] });
}

/** The year is verified and provisionally ranked. */
async function playSonTay(setup: DemoSetup): Promise<void> {
  await playSigning(setup);
  await playReports(setup, { period: 'ca-nam', at: ['2021-05-24T09:10', '2021-05-27T15:40', '2021-05-31T10:05'] });
  await playEntering(setup, { at: '2021-06-07T09:00', period: 'ca-nam' });
  await playVerification(setup, { at: '2021-06-09T14:00' });
  setClock(setup.clock, '2021-06-17T16:30');
  const { blockers } = await setup.officer.call.ranking.blockers({ yearId: setup.yearId });
  await setup.officer.call.ranking.makeProvisional({
    clientId: writeId(),
    yearId: setup.yearId,
    despite: blockers.filter((one) => !one.blocks).map((one) => one.kind),
  });
}

/**
 * Fills an empty database with two demonstration federations, through the API, as the persons concerned. Does nothing when
 * there is a federation already.
 *
 * @param say told what is being done; some tens of seconds on a small machine.
 * @returns whether it was done.
 */
export async function seedDemo(settings: ServiceSettings, say: (text: string) => void): Promise<boolean> {
  if (await hasFederation(settings.ownerUrl)) return false;
  const { services, close } = await openServices(settings);
  try {
    for (const [demo, play] of [
      [hongBang, playHongBang],
      [sonTay, playSonTay],
    ] as const) {
      say(`Đang nhập dữ liệu mẫu: ${demo.federation.name}, ${demo.year.title}…`);
      const setup = await setUpDemo(services, await issueSetupCode(settings.ownerUrl), demo);
      await play(setup);
      await markDemo(settings.ownerUrl, setup.federationId, demo.day);
    }
    return true;
  } finally {
    await close();
  }
}
