import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { sessionByToken } from '../../../../packages/db/src/queries/accounts.ts';
import { issueSetupCode } from '../../../../packages/db/src/platform.ts';
import { trailSealer } from '../../../../packages/db/src/trail/seal-trails.ts';
import { tellWebApp } from '../../../api/src/config.ts';
import { demoSecrets, seedDemo } from '../../../api/src/demo/seed.ts';
import { tokenHash } from '../../../api/src/security/proofs.ts';
import { buildServer, type WebHandler } from '../../../api/src/server.ts';
import { openServices, type ServiceSettings } from '../../../api/src/services.ts';
import type { Context } from '../../../api/src/trpc/context.ts';
import { createCaller } from '../../../api/src/router.ts';

/** Somebody signed in: the token of their session, and procedures called as they would. */
export type Insider = { token: string; call: ReturnType<typeof createCaller> };

/** The built product with the demonstration federations, and two more that have only just begun. */
export type Demonstrations = {
  url: string;
  /** Signs in once for each name. */
  as: (name: string) => Promise<Insider>;
  /** Link of an invitation that nobody has accepted yet. */
  invitation: string;
  close: () => Promise<void>;
};

/** Sign-in names of the federations that have only just begun: one without a year, one with a year and without a plan. */
export const beginners = { noYear: 'moi.canbo', noPlan: 'dau.canbo', noPlanChair: 'dau.truong' };

const proofs = { password: demoSecrets.password, passwordAgain: demoSecrets.password, code: demoSecrets.code };
const handlerFile = path.join(import.meta.dirname, '../../build/handler.js');

/** Fills an empty, migrated database and serves it on a free port. The web app must have been built. */
export async function startDemonstrations(
  settings: Omit<ServiceSettings, 'publicUrl'>,
  built = handlerFile,
): Promise<Demonstrations> {
  if (!existsSync(built)) throw new Error('Build the web app first: pnpm --dir apps/web build');
  await seedDemo({ ...settings, publicUrl: 'http://localhost:3000' }, () => {});
  tellWebApp();
  const { handler } = (await import(pathToFileURL(built).href)) as { handler: WebHandler };
  const { services, close } = await openServices({ ...settings, publicUrl: 'http://localhost:3000' });
  // As the queue does within a minute; federations that begin later have no seal yet.
  await trailSealer({ ownerUrl: settings.ownerUrl, sign: services.signer.sign })();
  const server = await buildServer({ services, web: handler, logLevel: 'error' });
  await server.listen({ host: '127.0.0.1', port: 0 });

  /** A device nobody is signed in on. */
  const device = () => {
    const held: { token: string | undefined } = { token: undefined };
    let session: ReturnType<Context['session']> | undefined;
    const call = createCaller(() => ({
      ...services,
      requestId: randomUUID(),
      device: 'Chrome trên Android',
      token: held.token,
      setCookie: ({ value }) => {
        held.token = value || undefined;
        session = undefined;
      },
      session: () =>
        (session ??= held.token ? sessionByToken(services.db, tokenHash(held.token)) : Promise.resolve(undefined)),
    }));
    return { held, call };
  };
  const signIn = async (name: string): Promise<Insider> => {
    const { held, call } = device();
    await call.session.signIn({ name, password: demoSecrets.password });
    if (held.token === undefined) throw new Error(`no session for ${name}`);
    return { token: held.token, call };
  };
  const insiders = new Map<string, Promise<Insider>>();
  const as = (name: string) => {
    const known = insiders.get(name) ?? signIn(name);
    insiders.set(name, known);
    return known;
  };

  const begin = async (userName: string, place: string) =>
    device().call.setup.create({
      setupCode: await issueSetupCode(settings.ownerUrl),
      federation: {
        kind: 'ward',
        name: `Công đoàn phường ${place}`,
        superior: 'Liên đoàn Lao động thành phố Hà Nội',
        symbol: 'CĐP',
        place,
        signsFor: 'TM. Ban Chấp hành',
        signsAs: 'Chủ tịch',
      },
      officer: { ...proofs, userName, title: 'Cán bộ công đoàn phường' },
    });
  await begin(beginners.noYear, 'Mới Lập');
  await begin(beginners.noPlan, 'Khởi Đầu');
  const invitation = await beginYear((await as(beginners.noPlan)).call, device().call);

  return {
    url: `http://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    as,
    invitation,
    close: async () => {
      await server.close();
      await close();
    },
  };
}

type Call = Insider['call'];

/** A year with one unit, whose chair is there already and whose deputy is still to come. */
async function beginYear(officer: Call, chair: Call): Promise<string> {
  const { yearId } = await officer.year.create({
    clientId: randomUUID(),
    code: '2026',
    title: 'Năm 2026',
    from: '2026-01-01',
    to: '2026-12-31',
    blocks: [{ code: 'truong', name: 'Khối trường học' }],
    clusters: [],
  });
  const { unitId } = await officer.unit.add({
    clientId: randomUUID(),
    yearId,
    code: 'TH-SO-1',
    name: 'CĐCS Trường Tiểu học Số 1',
    kind: 'school',
    foundedOn: null,
    blockCode: 'truong',
    clusterCode: null,
    activeSince: '2020-09-01',
    previousTotal: null,
  });
  const invite = async (role: 'chair' | 'deputy', title: string) => {
    const { membershipId } = await officer.people.add({
      clientId: randomUUID(),
      unitId,
      role,
      title,
      proposedName: '',
    });
    const { cards } = await officer.invitation.issue({ clientId: randomUUID(), membershipIds: [membershipId] });
    const { link } = cards[0]!;
    return link.slice(link.lastIndexOf('/') + 1);
  };
  const token = await invite('chair', 'Chủ tịch CĐCS');
  await chair.invitation.accept({ ...proofs, token, userName: beginners.noPlanChair });
  return `/invite/${await invite('deputy', 'Phó Chủ tịch CĐCS')}`;
}
