import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { appRouter } from '../src/router.ts';
import { codeOfApp } from './authenticator-app.ts';
import { acceptAll, typed } from './entering.ts';
import { people, testCode, testPassword, type People, type Person } from './people.ts';
import { photo } from './photo.ts';
import { samplePlan } from './sample-plan.ts';
import { softwareAuthenticator } from './software-authenticator.ts';

/**
 * R2 over every write there is: this year's whole way is played, each call is sent a second time with the same id, and both
 * must be answered alike. Which procedures must have been played is read from the router.
 */

type Procedure = { _def: { type: string; inputs: { shape?: Record<string, unknown> }[] } };
const procedures = Object.entries(appRouter._def.procedures as unknown as Record<string, Procedure>);
const carriesId = ({ _def }: Procedure) => _def.inputs.some(({ shape }) => shape !== undefined && 'clientId' in shape);
const mutations = procedures.filter(([, { _def }]) => _def.type === 'mutation');
const writesWithId = mutations.filter(([, one]) => carriesId(one)).map(([path]) => path);

/** Writes that carry no id of the client's, and why a second one does no harm. */
const withoutId: Record<string, string> = {
  'evidence.upload': 'the same bytes are the same file',
  'home.seen': 'seen twice is seen',
  'invitation.accept': 'the token is used once, and answers its owner again',
  'invitation.join': 'joining what is one’s own changes nothing',
  'passkey.ask': 'a question; nothing is changed',
  'passkey.askToSignIn': 'a question; nothing is changed',
  'passkey.signIn': 'answers one question, once',
  'passkey.startAdding': 'a question; nothing is changed',
  'session.revoke': 'an ended session stays ended',
  'session.revokeOthers': 'an ended session stays ended',
  'session.secondFactor': 'answers one half sign-in, once',
  'session.signIn': 'one more session of the same person',
  'session.signOut': 'an ended session stays ended',
  'session.workAs': 'the same choice again',
  'setup.create': 'the code is used once, and answers its owner again',
  'totp.start': 'until it is confirmed the last secret counts',
  'unitImport.check': 'reads a file; nothing is changed',
};

let all: People;
beforeAll(async () => {
  all = await people();
});
afterAll(() => all.close());

const played = new Set<string>();
const wrong: string[] = [];

/** The caller of a person, every write of whom with an id is sent twice. */
function twice(call: Person['call']): Person['call'] {
  const at = (target: object, path: string[]): unknown =>
    new Proxy(target, {
      get: (one, key) => at((one as Record<string | symbol, object>)[key] as object, [...path, String(key)]),
      apply: async (procedure, _this, [input]: [unknown]) => {
        const send = () => (procedure as unknown as (input: unknown) => Promise<unknown>)(input);
        const first = await send();
        const name = path.join('.');
        if (!writesWithId.includes(name)) return first;
        played.add(name);
        const second = await send().catch((error: Error & { refusal?: string }) => error.refusal ?? error.message);
        try {
          expect(second).toEqual(first);
        } catch {
          wrong.push(`${name}: ${JSON.stringify(first)}, then ${JSON.stringify(second)}`);
        }
        return first;
      },
    });
  return at(call, []) as Person['call'];
}

const id = () => randomUUID();
const presence = { kind: 'code', secret: testCode } as const;
const places = { blockCode: 'th', clusterCode: null, activeSince: null, previousTotal: null };
const facts = { kind: 'school', foundedOn: null };
const span = { title: 'Năm học 2027–2028', from: '2027-09-01', to: '2028-08-31' };

it('answers the second time as the first, whatever is written', async () => {
  const [officer, chair, other] = [all.officer, all.chair, all.otherChair].map(({ call }) => twice(call)) as [
    Person['call'],
    Person['call'],
    Person['call'],
  ];
  const { yearId, units } = all.federation;
  const [unitA, unitB] = [units.A!.id, units.B!.id];

  // Federation, year, units, people.
  const { revision, ...federation } = await officer.federation.get();
  await officer.federation.update({ ...federation, clientId: id(), revision, place: 'Vân Hải Đông' });
  const next = await officer.year.create({ clientId: id(), code: '2027-2028', ...span, blocks: [], clusters: [] });
  await officer.year.change({ clientId: id(), yearId: next.yearId, revision: 1, ...span, title: 'Năm sau' });
  for (const kind of ['Block', 'Cluster'] as const) {
    const { code } = await officer.year[`add${kind}`]({ clientId: id(), yearId, name: 'Nhóm thêm' });
    await officer.year[`rename${kind}`]({ clientId: id(), yearId, code, name: 'Nhóm khác' });
    await officer.year[`remove${kind}`]({ clientId: id(), yearId, code });
  }
  const byMistake = await officer.year.create({ clientId: id(), code: '2028-2029', ...span, blocks: [], clusters: [] });
  await officer.year.remove({ clientId: id(), yearId: byMistake.yearId, revision: 1 });
  const mistaken = { code: 'Q0', name: 'CĐCS Trường thêm nhầm', ...facts };
  const added = await officer.unit.add({ clientId: id(), yearId, ...mistaken, ...places });
  await officer.unit.remove({ clientId: id(), unitId: added.unitId, revision: 1 });
  const unit = { code: 'Q1', name: 'CĐCS Trường Q1', ...facts };
  const { unitId } = await officer.unit.add({ clientId: id(), yearId, ...unit, ...places });
  const place = async () => (await officer.unit.get({ yearId, unitId })).place!.revision;
  await officer.unit.change({ clientId: id(), unitId, revision: 1, ...unit, name: 'CĐCS Trường Q một' });
  await officer.unit.place({ clientId: id(), yearId, unitId, revision: await place(), ...places, blockCode: 'mn' });
  await officer.unit.leaveOut({ clientId: id(), yearId, unitId, revision: await place(), reason: 'Sáp nhập' });
  await officer.unit.takeBack({ clientId: id(), yearId, unitId, revision: await place() });
  await officer.unit.leaveOut({ clientId: id(), yearId, unitId, revision: await place(), reason: 'Giải thể' });
  const left = await officer.unit.get({ yearId, unitId });
  await officer.unit.archive({ clientId: id(), unitId, revision: left.revision });
  const cells = { code: 'Q2', name: 'CĐCS Trường Q2', block: 'Khối Tiểu học', cluster: '', kind: '', foundedOn: '' };
  const rest = { lastScore: '', person: '', role: '', phone: '', login: '' };
  await officer.unitImport.carryOut({
    clientId: id(),
    yearId,
    rows: [{ sheet: 'Đơn vị', row: 2, values: { ...cells, ...rest } as never }],
  });
  const person = { unitId: unitB, role: 'deputy', title: 'Phó Chủ tịch' } as const;
  const { membershipId } = await officer.people.add({ clientId: id(), ...person });
  await officer.people.change({ clientId: id(), membershipId, revision: 1, title: 'Ủy viên' });
  await officer.invitation.issue({ clientId: id(), membershipIds: [membershipId] });
  await officer.invitation.print({ clientId: id(), membershipIds: [membershipId] });
  await officer.people.end({ clientId: id(), membershipId, revision: 2 });

  // Plan.
  const started = await officer.plan.start({ clientId: id(), yearId, revision: 0, source: { kind: 'empty' } });
  const document = samplePlan();
  const saved = await officer.plan.saveDraft({ clientId: id(), yearId, revision: started.revision, document });
  const text = JSON.stringify(document);
  const uploaded = await officer.plan.upload({ clientId: id(), yearId, revision: saved.revision, text });
  await officer.plan.publish({ clientId: id(), yearId, revision: uploaded.revision! });
  const lineCode = (await officer.unit.lines({ yearId, unitId: unitB })).lines.at(-1)!.line;
  const about = { yearId, unitId: unitB, lines: [lineCode] };
  await officer.unit.takeLines({ clientId: id(), ...about, reason: 'Chưa có đối tượng' });
  await officer.unit.giveLinesBack({ clientId: id(), ...about, reason: 'Đã có đối tượng' });

  // Pledges: A signs by itself, B declines and is signed for on paper.
  await officer.pledge.offer({ clientId: id(), yearId });
  await chair.pledge.setTargets({ clientId: id(), yearId, targets: [{ line: '1.2', typed: '5' }] });
  const { hash, version } = (await chair.pledge.mine({ yearId }))!;
  await chair.pledge.sign({ clientId: id(), yearId, version, hash, presence });
  await officer.pledge.countersign({ clientId: id(), yearId, pledges: [{ unitId: unitA, hash }], presence });
  await other.pledge.decline({ clientId: id(), yearId, reason: 'Chưa họp ban chấp hành' });
  await officer.pledge.offerAgain({ clientId: id(), yearId, unitId: unitB });
  await other.pledge.setTargets({ clientId: id(), yearId, targets: [{ line: '1.2', typed: '5' }] });
  const sheet = await other.evidence.upload(photo('Bản giao ước'));
  const paper = { evidenceId: sheet.id, signedOn: '2026-12-01', signedBy: 'Chủ tịch CĐCS' };
  await other.pledge.sendPaper({ clientId: id(), yearId, ...paper });
  await officer.pledge.refusePaper({ clientId: id(), yearId, unitId: unitB, reason: 'Ảnh mờ' });
  await other.pledge.sendPaper({ clientId: id(), yearId, ...paper });
  const offered = (await officer.pledge.of({ yearId, unitId: unitB }))!;
  await officer.pledge.confirmPaper({ clientId: id(), yearId, unitId: unitB, hash: offered.hash });

  // Reports of A by its chair, of B by the officer.
  const hk1 = { yearId, period: 'hk1' } as const;
  await chair.report.save({ clientId: id(), yearId, lines: [typed('1.1', { part: '45', whole: '46' })] });
  const proof = await chair.evidence.upload(photo('Biên bản'));
  const lines = [{ line: '1.3', period: 'hk1' }];
  await chair.report.attach({ clientId: id(), yearId, evidenceIds: [proof.id], places: lines });
  await chair.report.detach({ clientId: id(), yearId, ...lines[0]!, evidenceId: proof.id });
  const more = [typed('1.4', { value: '6' }), typed('1.5', { items: ['bch'] })];
  await chair.report.submit({ clientId: id(), ...hk1, lines: more, leaveOut: ['1.3'] });
  await chair.report.withdraw({ clientId: id(), ...hk1 });
  await chair.report.submit({ clientId: id(), ...hk1, leaveOut: ['1.3'] });
  await officer.report.saveFor({
    clientId: id(),
    yearId,
    unitId: unitB,
    lines: [typed('1.1', { part: '9', whole: '9' })],
  });
  const form = photo('Biên bản B');
  form.append('unitId', unitB);
  const scan = await officer.evidence.upload(form);
  const forB = { yearId, unitId: unitB };
  await officer.report.attachFor({ clientId: id(), ...forB, evidenceIds: [scan.id], places: lines });
  await officer.report.detachFor({ clientId: id(), ...forB, ...lines[0]!, evidenceId: scan.id });
  await officer.report.submitFor({ clientId: id(), ...forB, period: 'hk1', lines: more, leaveOut: ['1.3'] });
  await officer.report.withdrawFor({ clientId: id(), ...forB, period: 'hk1' });
  const until = { period: 'hk1', due: '2027-01-20T17:00', reason: 'Trường bị ngập' };
  await officer.report.extend({ clientId: id(), ...forB, ...until });
  await officer.overview.remind({ clientId: id(), yearId, unitIds: [unitB], channel: 'product' });

  // Judging.
  const { items } = await officer.assessment.queue({ yearId, by: 'unit', open: unitA });
  const [one, two, three] = items.map(({ line, period, revision: seen }) => ({ unitId: unitA, line, period, seen }));
  await officer.assessment.accept({ clientId: id(), yearId, cases: [one!] });
  await officer.assessment.undo({ clientId: id(), yearId, ...one!, seen: one!.seen + 1 });
  const correction = { kind: 'points', typed: '1' } as const;
  await officer.assessment.adjust({ clientId: id(), yearId, ...two!, correction, reason: 'Theo sổ' });
  await officer.assessment.return({ clientId: id(), yearId, cases: [three!], reason: 'Thiếu ảnh' });
  const penalty = { unitId: unitA, line: 'P.1', period: 'hk2', seen: 0, fields: { 'faults.muon': '2' } };
  await officer.assessment.enter({ clientId: id(), yearId, ...penalty });
  await officer.assessment.undo({ clientId: id(), yearId, ...three!, seen: three!.seen + 1 });
  await acceptAll(all, 'A');
  all.clock.now = new Date('2027-06-20T03:00:00Z');
  const { blockers } = await officer.ranking.blockers({ yearId });
  const despite = blockers.filter(({ blocks }) => !blocks).map(({ kind }) => kind);
  await officer.ranking.makeProvisional({ clientId: id(), yearId, despite });

  await officer.ranking.withdrawProvisional({ clientId: id(), yearId, reason: 'Còn thiếu một đơn vị' });

  await changeWaysIn(await all.join('officer', null));
  expect(wrong, 'answered otherwise the second time').toEqual([]);
  expect(
    writesWithId.filter((path) => !played.has(path)),
    'Play this write above, so that it is sent twice.',
  ).toEqual([]);
});

async function changeWaysIn(me: Person): Promise<void> {
  const call = twice(me.call);
  const passwords = { oldPassword: testPassword, password: 'một mật khẩu khác', passwordAgain: 'một mật khẩu khác' };
  await call.account.changePassword({ clientId: id(), ...passwords });
  const device = softwareAuthenticator();
  const answer = device.register(await call.passkey.startAdding({ presence }));
  await call.passkey.add({ clientId: id(), name: 'Điện thoại', answer });
  const [passkey] = (await call.passkey.list()).passkeys;
  await call.passkey.remove({ clientId: id(), passkeyId: passkey!.id, presence });
  const { letters } = await call.totp.start({ presence });
  await call.totp.confirm({ clientId: id(), code: codeOfApp(letters, all.clock.now) });
  await call.totp.newCodes({ clientId: id(), presence });
  await call.totp.turnOff({ clientId: id(), presence });
  await call.account.changeCode({ clientId: id(), proof: presence, code: '905172' });
}

it('every other write says why it carries no id', () => {
  const others = mutations.map(([path]) => path).filter((path) => !writesWithId.includes(path));
  expect(others.sort()).toEqual(Object.keys(withoutId).sort());
});
