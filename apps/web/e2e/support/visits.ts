import { beginners, type Demonstrations } from './demo-product.ts';

/** One state of a page: who looks, at which address. Titles of one person's visits must all differ. */
export type Visit = {
  /** Sign-in name; null for nobody. */
  who: string | null;
  /** From the root of the site. */
  address: string;
  /** Another answer than 200 that is right here. */
  status?: number;
  /** A state that lies over another of the same title: a sheet, a message. */
  sameTitle?: true;
};

const running = 'hongbang.canbo';
const ranked = 'sontay.canbo';
/** In the middle of a report, with a line sent back, not yet signed, signed on paper, and ranked. */
const drafting = 'hongbang.th-tran-quoc-toan';
const sentBack = 'hongbang.th-phan-boi-chau';
const unsigned = 'hongbang.th-hoang-hoa-tham';
const onPaper = 'hongbang.cs-hong-son';
const rankedChair = 'sontay.th-le-loi';

/** Every page of apps/web/src/routes, by its folder, with the states it is looked at in. */
export async function visitsOf(product: Demonstrations): Promise<Record<string, Visit[]>> {
  const board = async (name: string) => {
    const { rows } = await (await product.as(name)).call.pledge.board({});
    return (code: string) => rows.find((row) => row.code === code)!;
  };
  const unit = await board(running);
  const rankedUnit = await board(ranked);
  const receiptsOf = async (name: string) => (await product.as(name)).call.receipt.list({});
  const receipts = await receiptsOf(sentBack);
  const receipt = (kind: 'report' | 'signature') => receipts.find((one) => one.kind === kind)!.number;
  const { groups } = await (await product.as(running)).call.assessment.queue({ by: 'line' });
  const line = groups.find(({ waiting }) => waiting > 0)!.key;
  const hash = unit('TH-TRAN-QUOC-TOAN').hash!.replace('sha256:', '');
  const by = (who: string | null, ...addresses: string[]): Visit[] => addresses.map((address) => ({ who, address }));

  return {
    '(public)/sign-in': by(null, '/sign-in'),
    '(public)/offline': by(null, '/offline'),
    '(public)/setup': by(null, '/setup'),
    '(public)/invite/[token]': by(null, product.invitation, '/invite/khong-co'),
    '(public)/check': by(null, '/check'),
    '(public)/check/[hash]': by(null, `/check/${hash}`, `/check/${'0'.repeat(64)}`, '/check/khong-ro'),

    '(account)/account': by(drafting, '/account'),
    '(account)/account/ways-in': by(drafting, '/account/ways-in'),
    '(account)/account/passkeys': by(drafting, '/account/passkeys'),
    '(account)/account/totp': by(running, '/account/totp'),

    '(unit)/unit': [
      ...by(drafting, '/unit'),
      ...by(sentBack, '/unit'),
      ...by(rankedChair, '/unit'),
      ...by(beginners.noPlanChair, '/unit'),
    ],
    '(unit)/unit/score': [
      ...by(drafting, '/unit/score'),
      ...by(rankedChair, '/unit/score'),
      ...by(beginners.noPlanChair, '/unit/score'),
    ],
    '(unit)/unit/papers': [...by(sentBack, '/unit/papers'), ...by(beginners.noPlanChair, '/unit/papers')],
    '(unit)/unit/audit': by(sentBack, '/unit/audit'),
    '(unit)/unit/pledge': [
      ...by(drafting, '/unit/pledge'),
      ...by(unsigned, '/unit/pledge'),
      { who: unsigned, address: '/unit/pledge#sign', sameTitle: true },
      ...by(onPaper, '/unit/pledge'),
      ...by(beginners.noPlanChair, '/unit/pledge'),
    ],
    '(unit)/unit/report': [
      ...by(drafting, '/unit/report'),
      ...by(rankedChair, '/unit/report'),
      ...by(beginners.noPlanChair, '/unit/report'),
    ],
    '(unit)/unit/report/[period]': [
      ...by(drafting, '/unit/report/hk1', '/unit/report/hk2'),
      ...by(sentBack, '/unit/report/dot-1', '/unit/report/hk1'),
      ...by(rankedChair, '/unit/report/ca-nam'),
      { who: beginners.noPlanChair, address: '/unit/report/ca-nam', status: 404 },
    ],
    '(unit)/unit/report/[period]/files': by(sentBack, '/unit/report/dot-1/files?line=dot-1%7C1.3'),
    '(unit)/unit/report/[period]/send': [
      ...by(drafting, '/unit/report/hk1/send'),
      ...by(sentBack, '/unit/report/dot-1/send'),
    ],
    '(unit)/unit/receipts/[number]': by(
      sentBack,
      `/unit/receipts/${receipt('report')}`,
      `/unit/receipts/${receipt('signature')}`,
    ),

    '(federation)/federation': [
      ...by(running, '/federation'),
      { who: running, address: '/federation?sort=name&block=tieu-hoc', sameTitle: true },
      ...by(ranked, '/federation'),
      ...by(beginners.noYear, '/federation'),
      ...by(beginners.noPlan, '/federation'),
    ],
    '(federation)/federation/remind': [...by(running, '/federation/remind'), ...by(ranked, '/federation/remind')],
    '(federation)/federation/plan': [...by(running, '/federation/plan'), ...by(beginners.noPlan, '/federation/plan')],
    '(federation)/federation/pledges': [
      ...by(running, '/federation/pledges'),
      { who: running, address: '/federation/pledges?search=khong-co-ai', sameTitle: true },
      { who: running, address: '/federation/pledges#sign', sameTitle: true },
      ...by(beginners.noPlan, '/federation/pledges'),
    ],
    '(federation)/federation/pledges/[unitId]': by(
      running,
      `/federation/pledges/${unit('CS-HONG-SON').unitId}`,
      `/federation/pledges/${unit('TH-HOANG-HOA-THAM').unitId}`,
      `/federation/pledges/${unit('TH-TRAN-QUOC-TOAN').unitId}`,
    ),
    '(federation)/federation/verify': [
      ...by(running, '/federation/verify'),
      { who: running, address: `/federation/verify?open=${line}`, sameTitle: true },
      { who: running, address: '/federation/verify?by=unit', sameTitle: true },
      ...by(ranked, '/federation/verify'),
      ...by(beginners.noPlan, '/federation/verify'),
    ],
    '(federation)/federation/enter': [
      ...by(running, '/federation/enter'),
      ...by(ranked, '/federation/enter'),
      ...by(beginners.noPlan, '/federation/enter'),
    ],
    '(federation)/federation/ranking/so-far': by(running, '/federation/ranking/so-far'),
    '(federation)/federation/ranking': [
      ...by(running, '/federation/ranking'),
      ...by(ranked, '/federation/ranking'),
      { who: ranked, address: '/federation/ranking?block=thcs', sameTitle: true },
      ...by(beginners.noPlan, '/federation/ranking'),
    ],
    '(federation)/federation/audit': [
      ...by(running, '/federation/audit'),
      { who: running, address: '/federation/audit?search=khong-co-gi', sameTitle: true },
      ...by(beginners.noYear, '/federation/audit'),
    ],
    '(federation)/federation/papers': [...by(ranked, '/federation/papers'), ...by(running, '/federation/papers')],
    '(federation)/federation/settings': by(running, '/federation/settings'),
    '(federation)/federation/jobs': by(running, '/federation/jobs'),
    '(federation)/federation/years': [
      ...by(running, '/federation/years'),
      ...by(beginners.noYear, '/federation/years'),
    ],
    '(federation)/federation/units': [
      ...by(running, '/federation/units'),
      { who: running, address: '/federation/units?search=khong-co-ai', sameTitle: true },
      ...by(beginners.noPlan, '/federation/units'),
    ],
    '(federation)/federation/units/add': by(running, '/federation/units/add'),
    '(federation)/federation/units/import': by(running, '/federation/units/import'),
    '(federation)/federation/units/invitations': [
      ...by(running, '/federation/units/invitations'),
      ...by(beginners.noPlan, '/federation/units/invitations'),
    ],
    '(federation)/federation/units/[unitId]': [
      ...by(running, `/federation/units/${unit('MN-HUU-NGHI').unitId}`),
      ...by(ranked, `/federation/units/${rankedUnit('TH-LE-LOI').unitId}`),
    ],
    '(federation)/federation/units/[unitId]/report/[period]': by(
      running,
      `/federation/units/${unit('MN-HUU-NGHI').unitId}/report/hk1`,
    ),
    '(federation)/federation/units/[unitId]/score': [
      ...by(running, `/federation/units/${unit('MN-HUU-NGHI').unitId}/score`),
      ...by(ranked, `/federation/units/${rankedUnit('TH-LE-LOI').unitId}/score`),
    ],
  };
}

/** Areas that are looked at on a phone first; the others on a desk. */
export const phoneAreas = /^\((public|account|unit)\)/;
