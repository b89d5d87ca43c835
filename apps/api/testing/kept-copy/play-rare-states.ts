import type { Services } from '../../src/trpc/context.ts';
import { newDevice, setClock, writeId, type Actor, type Clock } from '../../src/demo/clocked-people.ts';
import { hongBang } from '../../src/demo/demo-federations.ts';
import { demoFields } from '../../src/demo/demo-figures.ts';
import { demoPassword } from '../../src/demo/set-up-demo.ts';
import { sampleScan } from '../../src/demo/sample-scan.ts';
import { steadyRandom } from '../../src/demo/steady-random.ts';

/** The officer of the running demonstration, the units as their chairs, and what they work on. */
type Scene = { clock: Clock; yearId: string; officer: Actor; chairOf: (code: string) => Promise<Actor> };

/**
 * What the demonstration of a running year does not show and data of a real year holds: an adjusted figure and adjusted
 * points, a judgement taken back, a returned line sent again, a moved deadline, a withdrawn report, a declined pledge, a
 * unit left out, a second plan version, and next year's draft.
 */
export async function playRareStates(services: Services): Promise<void> {
  const clock: Clock = { now: new Date() };
  setClock(clock, '2024-01-08T08:00');
  const officer = await signedIn(services, clock, `${hongBang.prefix}.canbo`);
  const chairOf = (code: string) => signedIn(services, clock, `${hongBang.prefix}.${code.toLowerCase()}`);
  const year = (await officer.call.year.list()).find(({ code }) => code === hongBang.year.code);
  if (year === undefined) throw new Error(`no year ${hongBang.year.code}`);
  const scene: Scene = { clock, yearId: year.id, officer, chairOf };
  await judgeInEveryWay(scene);
  await answerReturnedLine(scene);
  await withdrawReport(scene);
  await extendDeadline(scene);
  await changePledgesAndUnits(scene);
  await publishSecondVersion(scene);
}

async function signedIn(services: Services, clock: Clock, name: string): Promise<Actor> {
  const device = newDevice(services, clock);
  await device.call.session.signIn({ name, password: demoPassword });
  return device;
}

/** The first waiting figures of a line, as the officer names them. */
async function waiting({ officer, yearId }: Scene, line: string) {
  const { items } = await officer.call.assessment.queue({ yearId, by: 'line', open: line });
  return items.map((item) => ({ unitId: item.unitId, line, period: item.period, seen: item.revision }));
}

async function judgeInEveryWay(scene: Scene): Promise<void> {
  const { clock, officer, yearId } = scene;
  setClock(clock, '2024-01-08T08:10');
  const { groups } = await officer.call.assessment.queue({ yearId, by: 'line' });
  const line = groups.find((group) => group.waiting >= 6)?.key;
  if (line === undefined) throw new Error('no line has six figures waiting');
  const [figure, points, undone, returned] = await waiting(scene, line);
  const { line: asked } = await officer.call.assessment.item({ yearId, ...figure! });
  const weak = hongBang.units.find(({ strength }) => strength === 'weak')!;
  await officer.call.assessment.adjust({
    clientId: writeId(),
    yearId,
    ...figure!,
    correction: { kind: 'figure', fields: demoFields(asked, weak, steadyRandom(20_240_108), 1) },
    reason: 'Theo danh sách kèm theo.',
  });
  await officer.call.assessment.adjust({
    clientId: writeId(),
    yearId,
    ...points!,
    correction: { kind: 'points', typed: '0,5' },
    reason: 'Nộp biên bản muộn.',
  });
  const { cases } = await officer.call.assessment.accept({ clientId: writeId(), yearId, cases: [undone!] });
  setClock(clock, '2024-01-08T08:12');
  await officer.call.assessment.undo({ clientId: writeId(), yearId, ...undone!, seen: cases[0]!.revision });
  await officer.call.assessment.return({
    clientId: writeId(),
    yearId,
    cases: [returned!],
    reason: 'Ảnh mờ, không đọc được con số.',
    due: '2024-01-16T17:00',
  });
}

/** The chair answers the line that the demonstration leaves returned. */
async function answerReturnedLine(scene: Scene): Promise<void> {
  setClock(scene.clock, '2024-01-08T09:00');
  await report(scene, await scene.chairOf('TH-PHAN-BOI-CHAU'), 'dot-1', { again: true });
}

/** A unit that the demonstration leaves silent sends its report and takes it back. */
async function withdrawReport(scene: Scene): Promise<void> {
  const { clock, chairOf, yearId } = scene;
  setClock(clock, '2024-01-08T09:30');
  const chair = await chairOf('MN-SAO-MAI');
  await report(scene, chair, 'hk1', { again: false });
  setClock(clock, '2024-01-08T09:40');
  await chair.call.report.withdraw({ clientId: writeId(), yearId, period: 'hk1' });
}

/** Types every line that is still the unit's, photographs what it needs, and sends it. */
async function report({ yearId }: Scene, chair: Actor, period: string, how: { again: boolean }): Promise<void> {
  const { unit, lines: all } = await chair.call.report.get({ yearId, period });
  const lines = all.filter(({ record }) => ['empty', 'draft', 'returned'].includes(record.status));
  const known = hongBang.units.find(({ code }) => code === unit.code)!;
  const random = steadyRandom(28);
  const typed = lines.map(({ line, period: of, record }) => ({
    line: line.code,
    period: of,
    seen: record.revision,
    fields: demoFields(line, known, random, 1),
  }));
  const bare = lines.filter(({ evidence, evidenceNeeded }) => evidenceNeeded === 'required' && evidence.length === 0);
  if (bare.length > 0) {
    const form = new FormData();
    form.set('file', await sampleScan('BIÊN BẢN HỘI NGHỊ', unit.name));
    for (const { line, period: of } of bare) form.append('place', `${line.code}|${of}`);
    await chair.call.evidence.upload(form);
  }
  const again = how.again ? typed.map(({ line }) => line) : [];
  await chair.call.report.submit({ clientId: writeId(), yearId, period, lines: typed, again });
}

async function extendDeadline({ clock, officer, yearId }: Scene): Promise<void> {
  setClock(clock, '2024-01-08T10:00');
  const { units } = await officer.call.unit.list({ yearId });
  const silent = units.find((unit) => unit.code === 'MN-HUONG-DUONG')!;
  await officer.call.report.extend({
    clientId: writeId(),
    yearId,
    unitId: silent.id,
    period: 'hk1',
    due: '2024-01-20T17:00',
    reason: 'Mới đổi chủ tịch.',
  });
}

async function changePledgesAndUnits({ clock, officer, chairOf, yearId }: Scene): Promise<void> {
  setClock(clock, '2024-01-08T11:00');
  const late = await chairOf('TH-HOANG-HOA-THAM');
  await late.call.pledge.decline({ clientId: writeId(), yearId, reason: 'Đang sáp nhập trường.' });
  const { units } = await officer.call.unit.list({ yearId });
  const unit = units.find(({ code }) => code === 'MN-ANH-DUONG')!;
  const { revision } = unit.place!;
  await officer.call.unit.leaveOut({
    clientId: writeId(),
    yearId,
    unitId: unit.id,
    revision,
    reason: 'Giải thể từ học kỳ II.',
  });
}

/** An addendum that moves a deadline, offered to everyone; and next year's plan begun as a copy of it. */
async function publishSecondVersion({ clock, officer, yearId }: Scene): Promise<void> {
  setClock(clock, '2024-01-08T14:00');
  const { plan } = hongBang;
  const periods = plan.conduct.periods.map((period) =>
    period.code === 'hk2' ? { ...period, due: '2024-06-07T17:00' } : period,
  );
  const text = JSON.stringify({ ...plan, conduct: { ...plan.conduct, periods } });
  const before = await officer.call.plan.get({ yearId });
  const uploaded = await officer.call.plan.upload({
    clientId: writeId(),
    yearId,
    revision: before?.draft?.revision ?? 0,
    text,
  });
  if (!('revision' in uploaded) || typeof uploaded.revision !== 'number')
    throw new Error(`second version refused: ${JSON.stringify(uploaded)}`);
  await officer.call.plan.publish({
    clientId: writeId(),
    yearId,
    revision: uploaded.revision,
    note: 'Lùi hạn học kỳ II',
  });
  await officer.call.pledge.offer({ clientId: writeId(), yearId });
  const next = { code: '2024-2025', title: 'Năm học 2024–2025', from: '2024-09-01', to: '2025-08-31' };
  const { blocks } = hongBang;
  const { yearId: nextId } = await officer.call.year.create({ clientId: writeId(), ...next, blocks, clusters: [] });
  const source = { kind: 'version' as const, yearId, version: 2 };
  await officer.call.plan.start({ clientId: writeId(), yearId: nextId, revision: 0, source });
}
