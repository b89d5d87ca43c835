import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { people, testPassword, type People, type Person } from '../../../testing/people.ts';

let all: People;
beforeAll(async () => {
  all = await people();
});
afterAll(() => all.close());

const refuses = (promise: Promise<unknown>, refusal: string) => expect(promise).rejects.toMatchObject({ refusal });

/** Somebody added by the officer, with the token of their invitation. */
async function invited(unitCode = 'A', phone?: string) {
  const unitId = all.federation.units[unitCode]!.id;
  const { membershipId } = await all.officer.call.people.add({
    clientId: randomUUID(),
    unitId,
    role: 'deputy',
    title: 'Ủy viên ban chấp hành',
    ...(phone && { phone }),
  });
  return { membershipId, unitId, token: await issue(membershipId) };
}

async function issue(membershipId: string, clientId: string = randomUUID()): Promise<string> {
  const { cards } = await all.officer.call.invitation.issue({ clientId, membershipIds: [membershipId] });
  return cards[0]!.link.split('/').at(-1)!;
}

const choice = (token: string, userName = `uv-${randomUUID().slice(0, 8)}`) => ({
  token,
  userName,
  password: 'một mật khẩu dài',
  passwordAgain: 'một mật khẩu dài',
  code: '905172',
});

/** Opens the session whose cookie the nobody was last given. */
const lastCookie = () => all.nobody.cookies.at(-1)!;

describe('issuing', () => {
  it('answers with one link each, in the order of the units, and keeps only the hash', async () => {
    const clientId = randomUUID();
    const membershipIds = [all.otherChair.membershipId, all.chair.membershipId];
    const guest = await all.join('chair', 'C');
    const { cards } = await all.officer.call.invitation.issue({
      clientId,
      membershipIds: [...membershipIds, guest.membershipId],
    });
    expect(cards.map((card) => card.unitName)).toEqual(
      ['C', 'A', 'B'].map((code) => all.federation.units[code]!.name).sort((a, b) => a.localeCompare(b, 'vi')),
    );
    expect(cards[0]!.link).toMatch(/^http:\/\/localhost:3000\/invite\/([0-9A-Z]{4}-){3}[0-9A-Z]{4}$/);
    const stored = await all.owner`select answer::text from write where client_id = ${clientId}`;
    expect(stored[0]!.answer).not.toContain(cards[0]!.link.slice(-9));
    // R2: the same click again, the same links; with other people, refused.
    const again = await all.officer.call.invitation.issue({
      clientId,
      membershipIds: [...membershipIds, guest.membershipId],
    });
    expect(again.cards).toEqual(cards);
    await refuses(all.officer.call.invitation.issue({ clientId, membershipIds }), 'replayed-with-other-content');
    // Whoever was signed in as one of them is not any more.
    await refuses(guest.call.session.list(), 'session-ended');
    Object.assign(all, { chair: await all.join('chair', 'A'), otherChair: await all.join('chair', 'B') });
  });

  it('prints the same links as cards', async () => {
    const { membershipId } = await invited('C');
    const input = { clientId: randomUUID(), membershipIds: [membershipId] };
    const { pdf, name } = await all.officer.call.invitation.print(input);
    expect(name).toBe('Giấy mời 1 người.pdf');
    const { cards } = await all.officer.call.invitation.issue(input);
    const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
    const paper = await getDocument({ data: Uint8Array.from(Buffer.from(pdf, 'base64')) }).promise;
    const { items } = await (await paper.getPage(1)).getTextContent();
    const text = items.map((item) => ('str' in item ? item.str : '')).join('');
    // A long link may break where a letter of no width stands.
    expect(text.replace(/[\s\u200b]/g, '')).toContain(cards[0]!.link.replace('http://', ''));
    expect(text).toContain(all.federation.units.C!.name);
  });

  it('does not know people of another federation', async () => {
    const membershipIds = [all.strangeChair.membershipId];
    await refuses(all.officer.call.invitation.issue({ clientId: randomUUID(), membershipIds }), 'not-found');
    const [row] =
      await all.owner`select count(*)::int as n from membership where id = ${all.strangeChair.membershipId}`;
    expect(row!.n).toBe(1);
    expect(await all.strangeChair.call.session.list()).toHaveLength(1);
  });
});

describe('accepting', () => {
  it('looks without using up, then lets in, once', async () => {
    const { token, membershipId, unitId } = await invited('A', '0912 345 678');
    const typed = token.toLowerCase().replaceAll('-', ' ');
    expect(await all.nobody.call.invitation.look({ token: typed })).toMatchObject({
      unitName: all.federation.units.A!.name,
      role: 'deputy',
      phone: '+84912345678',
      activated: false,
      userName: null,
    });
    const mine = choice(token);
    expect(await all.nobody.call.invitation.accept({ ...mine, phone: '0912345678' })).toEqual({ membershipId });
    expect(lastCookie()).toMatchObject({ name: 'giaouoc_session' });
    await all.nobody.call.session.signIn({ name: '+84 912 345 678', password: mine.password });
    const [trace] = await all.owner`select action, unit_id from audit_event where membership_id = ${membershipId}
      and action = 'invitation.use'`;
    expect(trace).toMatchObject({ unit_id: unitId });

    await refuses(all.nobody.call.invitation.look({ token }), 'invitation-used');
    await refuses(all.nobody.call.invitation.accept(choice(token)), 'invitation-used');
    // The same form sent twice: whoever can prove it is let in again.
    expect(await all.nobody.call.invitation.accept(mine)).toEqual({ membershipId });
    await refuses(
      all.nobody.call.invitation.accept({ ...mine, password: 'khác hẳn luôn', passwordAgain: 'khác hẳn luôn' }),
      'invitation-used',
    );
  });

  it('lets one of two clicks at the same moment set the password, and both in', async () => {
    const { token, membershipId } = await invited();
    const mine = choice(token);
    const both = await Promise.all([1, 2].map(() => all.nobody.call.invitation.accept(mine)));
    expect(both).toEqual([{ membershipId }, { membershipId }]);
    const [row] = await all.owner`select count(*)::int as n from audit_event where membership_id = ${membershipId}
      and action = 'invitation.use'`;
    expect(row!.n).toBe(1);
  });

  it('expires by the server’s clock', async () => {
    const { token } = await invited();
    const then = all.clock.now;
    all.clock.now = new Date(then.getTime() + 31 * 86_400_000);
    await refuses(all.nobody.call.invitation.look({ token }), 'invitation-expired');
    await refuses(all.nobody.call.invitation.accept(choice(token)), 'invitation-expired');
    all.clock.now = then;
    await all.nobody.call.invitation.look({ token });
  });

  it('knows no other token', async () => {
    await refuses(all.nobody.call.invitation.look({ token: 'K7QD-2MXF-9TBW-4HRC' }), 'invitation-unknown');
    await expect(all.nobody.call.invitation.accept(choice(''))).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  });

  it.each([
    [{ code: '123456' }, 'code-too-simple'],
    [{ code: '000000' }, 'code-too-simple'],
    [{ password: 'ngắn', passwordAgain: 'ngắn' }, 'password-too-short'],
    [{ passwordAgain: 'một mật khẩu khác' }, 'passwords-differ'],
    [{ userName: 'chủ tịch' }, 'user-name-shape'],
    [{ phone: '0912' }, 'phone-unreadable'],
  ])('refuses %j with %s and stays open', async (wrong, refusal) => {
    const { token } = await invited();
    await refuses(all.nobody.call.invitation.accept({ ...choice(token), ...wrong }), refusal);
    await all.nobody.call.invitation.accept(choice(token));
  });

  it('A7: a taken name and a taken phone answer alike, and not for long', async () => {
    const { token } = await invited();
    const taken = all.chair.userName;
    await refuses(all.nobody.call.invitation.accept(choice(token, taken)), 'name-or-phone-taken');
    const other = await invited('B', '0987 654 321');
    await all.nobody.call.invitation.accept({ ...choice(other.token), phone: '0987654321' });
    const phone = { ...choice(token), phone: '0987654321' };
    await refuses(all.nobody.call.invitation.accept(phone), 'name-or-phone-taken');
    for (let i = 0; i < 7; i++) await all.nobody.call.invitation.accept(phone).catch(() => {});
    await refuses(all.nobody.call.invitation.accept(phone), 'rate-limited');
    await refuses(all.nobody.call.invitation.accept(choice(token)), 'rate-limited');
  });
});

describe('reissuing', () => {
  it('kills the older link and ends the sessions', async () => {
    const { token, membershipId } = await invited();
    const mine = choice(token);
    await all.nobody.call.invitation.accept(mine);
    const session = all.asToken(lastCookie().value);
    expect(await session.session.list()).toHaveLength(1);

    const second = await issue(membershipId);
    await refuses(session.session.list(), 'session-ended');
    const third = await issue(membershipId);
    await refuses(all.nobody.call.invitation.look({ token: second }), 'invitation-expired');
    await refuses(all.nobody.call.invitation.accept(choice(second)), 'invitation-expired');

    // A forgotten password: the old one still opens a session until the new invitation is used.
    await all.nobody.call.session.signIn({ name: mine.userName, password: mine.password });
    const old = all.asToken(lastCookie().value);
    expect(await all.nobody.call.invitation.look({ token: third })).toMatchObject({
      activated: true,
      userName: mine.userName,
    });
    await all.nobody.call.invitation.accept({
      ...choice(third, mine.userName),
      password: 'mật khẩu mới tinh',
      passwordAgain: 'mật khẩu mới tinh',
    });
    await refuses(old.session.list(), 'session-ended');
    await refuses(all.nobody.call.session.signIn({ name: mine.userName, password: mine.password }), 'wrong-sign-in');
    await all.nobody.call.session.signIn({ name: mine.userName, password: 'mật khẩu mới tinh' });
  });

  it('does not open for a membership that has ended', async () => {
    const { token, membershipId } = await invited();
    await all.officer.call.people.end({ clientId: randomUUID(), membershipId, revision: 1 });
    await refuses(all.nobody.call.invitation.look({ token }), 'invitation-expired');
    await refuses(all.nobody.call.invitation.accept(choice(token)), 'invitation-expired');
  });
});

describe('joining with an account one has', () => {
  let traveller: Person;
  beforeAll(async () => {
    traveller = await all.join('deputy', 'C');
  });

  it('adds the membership, works as it, and changes no password', async () => {
    const { token, membershipId } = await invited('B');
    expect(await traveller.call.invitation.join({ token })).toEqual({ membershipId });
    expect((await traveller.call.session.me())?.membership?.membershipId).toBe(membershipId);
    expect(await traveller.call.session.memberships()).toHaveLength(2);
    await all.nobody.call.session.signIn({ name: traveller.userName, password: testPassword });
    // Again changes nothing; for anyone else it is used.
    expect(await traveller.call.invitation.join({ token })).toEqual({ membershipId });
    await refuses(all.otherChair.call.invitation.join({ token }), 'invitation-used');
    await refuses(all.nobody.call.invitation.join({ token }), 'not-signed-in');
  });

  it('is the only way for an account that also works elsewhere', async () => {
    const { token, membershipId } = await invited('B');
    await all.strangeChair.call.invitation.join({ token });
    const next = await issue(membershipId);
    expect(await all.nobody.call.invitation.look({ token: next })).toMatchObject({ elsewhere: true });
    await refuses(all.nobody.call.invitation.accept(choice(next)), 'invitation-join-instead');
    await all.nobody.call.session.signIn({ name: all.strangeChair.userName, password: testPassword });
    // Somebody else's account may take the membership over; the one before loses it.
    await traveller.call.invitation.join({ token: next });
    expect((await all.strangeChair.call.session.me().catch(() => null))?.membership?.membershipId).not.toBe(
      membershipId,
    );
  });
});
