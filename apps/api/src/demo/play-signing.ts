import { setClock, writeId } from './clocked-people.ts';
import { demoTarget } from './demo-figures.ts';
import { sampleScan } from './sample-scan.ts';
import { demoCode, type DemoSetup } from './set-up-demo.ts';

const presence = { kind: 'code' as const, secret: demoCode };

/** The plan is published, the pledge offered to all at once, signed at the conference, countersigned in bulk. */
export async function playSigning(
  setup: DemoSetup,
  { late = [], onPaper = [] }: { late?: string[]; onPaper?: string[] } = {},
): Promise<void> {
  const { demo, clock, officer, chairs, yearId } = setup;
  const conference = demo.conference.slice(0, 10);
  setClock(clock, `${conference}T07:50`);
  const uploaded = await officer.call.plan.upload({
    clientId: writeId(),
    yearId,
    revision: 0,
    text: JSON.stringify(demo.plan),
  });
  if (!('revision' in uploaded) || typeof uploaded.revision !== 'number')
    throw new Error(`plan of ${demo.prefix} refused: ${JSON.stringify(uploaded)}`);
  await officer.call.plan.publish({
    clientId: writeId(),
    yearId,
    revision: uploaded.revision,
    note: 'Công bố tại hội nghị ký giao ước',
  });
  await officer.call.pledge.offer({ clientId: writeId(), yearId });
  let minute = 0;
  for (const { unit, chair } of chairs) {
    if (late.includes(unit.code)) continue;
    setClock(clock, `${conference}T08:${String(30 + (minute++ % 25)).padStart(2, '0')}`);
    const target = String(demoTarget(unit));
    const { hash, faults } = await chair.call.pledge.setTargets({
      clientId: writeId(),
      yearId,
      targets: [
        { line: '1.5', typed: target },
        { line: '2.8', typed: '2' },
      ],
    });
    if (faults.length > 0) throw new Error(`targets of ${unit.code} refused: ${JSON.stringify(faults)}`);
    if (onPaper.includes(unit.code)) {
      const form = new FormData();
      form.set('file', await sampleScan('GIAO ƯỚC THI ĐUA', unit.name));
      const scan = await chair.call.evidence.upload(form);
      await chair.call.pledge.sendPaper({
        clientId: writeId(),
        yearId,
        evidenceId: scan.id,
        signedOn: conference,
        signedBy: 'Chủ tịch CĐCS',
      });
    } else {
      await chair.call.pledge.sign({ clientId: writeId(), yearId, version: 1, hash, presence });
    }
  }
  setClock(clock, `${conference}T09:10`);
  const board = await officer.call.pledge.board({ yearId });
  const signed = board.rows
    .filter((row) => row.state === 'signed')
    .map((row) => ({ unitId: row.unitId, hash: row.hash! }));
  await officer.call.pledge.countersign({ clientId: writeId(), yearId, pledges: signed, presence });
}
