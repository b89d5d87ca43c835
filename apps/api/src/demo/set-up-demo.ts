import type { Services } from '../trpc/context.ts';
import { newDevice, setClock, writeId, type Actor, type Clock } from './clocked-people.ts';
import type { DemoFederation, DemoUnit } from './demo-federations.ts';

/** Everyone of a demonstration opens with these; they are printed on the console and on the sign-in page of the demo. */
export const demoPassword = 'thi-dua-2026';
export const demoCode = '280726';

/** A demonstration with its people at their devices. */
export type DemoSetup = {
  demo: DemoFederation;
  clock: Clock;
  yearId: string;
  federationId: string;
  officer: Actor;
  chairs: { unit: DemoUnit; unitId: string; name: string; chair: Actor }[];
};

const proofs = { password: demoPassword, passwordAgain: demoPassword, code: demoCode };

/** Sets a federation up as its officer would: federation, year, blocks, units, people, invitations that everybody accepts. */
export async function setUpDemo(services: Services, setupCode: string, demo: DemoFederation): Promise<DemoSetup> {
  const clock: Clock = { now: new Date() };
  setClock(clock, `${demo.year.from}T08:00`);
  const officer = newDevice(services, clock);
  const officerName = `${demo.prefix}.canbo`;
  await officer.call.setup.create({
    setupCode,
    federation: demo.federation,
    officer: { ...proofs, userName: officerName, title: `Cán bộ ${demo.federation.name}` },
  });
  const { yearId } = await officer.call.year.create({
    clientId: writeId(),
    ...demo.year,
    blocks: demo.blocks,
    clusters: [],
  });
  const chairs: DemoSetup['chairs'] = [];
  const invited: { membershipId: string; unit: DemoUnit; unitId: string; name: string }[] = [];
  for (const unit of demo.units) {
    // A unit founded during the year is entered on that day.
    setClock(clock, unit.foundedOn === undefined ? `${demo.year.from}T09:00` : `${unit.foundedOn}T07:45`);
    const { unitId } = await officer.call.unit.add({
      clientId: writeId(),
      yearId,
      code: unit.code,
      name: unit.name,
      kind: unit.kind,
      foundedOn: unit.foundedOn ?? null,
      blockCode: unit.block,
      clusterCode: null,
      activeSince: unit.foundedOn ?? `${Number(demo.year.from.slice(0, 4)) - 5}-09-01`,
      previousTotal: null,
    });
    const name = `${demo.prefix}.${unit.code.toLowerCase()}`;
    const { membershipId } = await officer.call.people.add({
      clientId: writeId(),
      unitId,
      role: 'chair',
      title: 'Chủ tịch CĐCS',
      proposedName: name,
    });
    invited.push({ membershipId, unit, unitId, name });
  }
  // Links are given out by the real clock: they expire by it.
  clock.now = new Date();
  const { cards } = await officer.call.invitation.issue({
    clientId: writeId(),
    membershipIds: invited.map((one) => one.membershipId),
  });
  for (const { membershipId, unit, unitId, name } of invited) {
    const link = cards.find((card) => card.membershipId === membershipId)!.link;
    const chair = newDevice(services, clock);
    await chair.call.invitation.accept({ ...proofs, token: link.slice(link.lastIndexOf('/') + 1), userName: name });
    chairs.push({ unit, unitId, name, chair });
  }
  const me = await officer.call.session.me();
  return { demo, clock, yearId, federationId: me!.membership!.federationId, officer, chairs };
}
