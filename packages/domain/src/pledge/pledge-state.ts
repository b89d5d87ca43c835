import { unitCapacities, type Signing } from '../plan/conduct.schema.ts';

/** Where a pledge stands. `paper`: a photo of the signed sheet was sent and waits for the officer. */
export const pledgeStates = ['offered', 'registered', 'paper', 'signed', 'countersigned', 'declined'] as const;
export type PledgeState = (typeof pledgeStates)[number];

/** What can happen to a pledge. */
export const pledgeSteps = [
  'register',
  'sign',
  'sendPaper',
  'confirmPaper',
  'refusePaper',
  'countersign',
  'decline',
  'offerAgain',
] as const;
export type PledgeStep = (typeof pledgeSteps)[number];

/**
 * The one table of a pledge's life. `sign` leads to `signed` with the last signature that the plan asks of the unit's
 * side, before that it stays where it is. A version that was countersigned never changes; a new plan version brings a
 * new pledge, the addendum. Declining is not the end: the officer can talk, and offer it again.
 */
export const pledgeTable: {
  readonly [S in PledgeState]: { readonly [T in PledgeStep]?: readonly PledgeState[] };
} = {
  offered: {
    register: ['registered'],
    sign: ['offered', 'signed'],
    sendPaper: ['paper'],
    decline: ['declined'],
  },
  registered: {
    register: ['registered'],
    sign: ['registered', 'signed'],
    sendPaper: ['paper'],
    decline: ['declined'],
  },
  paper: {
    confirmPaper: ['signed'],
    refusePaper: ['offered', 'registered'],
    sendPaper: ['paper'],
    sign: ['paper', 'signed'],
    decline: ['declined'],
  },
  signed: { countersign: ['countersigned'] },
  countersigned: {},
  declined: { offerAgain: ['offered', 'registered'] },
};

/** May this step happen now? */
export function mayPledge(state: PledgeState, step: PledgeStep): boolean {
  return (pledgeTable[state][step] ?? []).length > 0;
}

/** Whose signature it is. The federation's comes last. */
export const parties = ['unit', 'witness', 'federation'] as const;
export type Party = (typeof parties)[number];

/** `chair` or `deputy` for the unit, `principal` for the witness, `officer` for the federation. */
export const capacities = [...unitCapacities, 'principal', 'officer'] as const;
export type Capacity = (typeof capacities)[number];

/** How strongly the signer showed to be there (A4). `paper`: ink, photographed, confirmed by the officer. */
export const strengths = ['passkey', 'code', 'password', 'paper'] as const;
export type Strength = (typeof strengths)[number];

/** One signature under a pledge: in what capacity, how strong, under which content. */
export type Signature = {
  readonly party: Party;
  readonly capacity: Capacity;
  readonly strength: Strength;
  /** Hash of the content that was signed. */
  readonly hash: string;
  /** ISO instant. */
  readonly at: string;
};

/** What is stored of a pledge beside its content. */
export type PledgeRecord = {
  /** Hash of the content as it now is; what every signature must be under. */
  readonly hash: string;
  readonly signatures: readonly Signature[];
  /** Has the unit set its own targets (or confirmed that it has none to set)? */
  readonly registered: boolean;
  /** A sheet signed on paper that waits for the officer. */
  readonly paperWaiting: boolean;
  /** Reason, where the unit declined. */
  readonly declined?: string | undefined;
};

/** A signature that a plan asks for. */
export type Asked = Pick<Signature, 'party' | 'capacity'>;

/** All signatures a plan asks for, in the order of the paper: the unit's, the witness', the federation's last. */
export function signaturesAsked(signing: Pick<Signing, 'unitSigns' | 'witness'>): Asked[] {
  return [
    ...signing.unitSigns.map((capacity): Asked => ({ party: 'unit', capacity })),
    ...(signing.witness === undefined ? [] : [{ party: 'witness', capacity: signing.witness } as const]),
    { party: 'federation', capacity: 'officer' },
  ];
}

/** The signatures that are still to come. */
export function signaturesLeft(pledge: PledgeRecord, signing: Pick<Signing, 'unitSigns' | 'witness'>): Asked[] {
  const given = pledge.signatures.filter(({ hash }) => hash === pledge.hash);
  return signaturesAsked(signing).filter(
    ({ party, capacity }) => !given.some((one) => one.party === party && one.capacity === capacity),
  );
}

/**
 * Where a pledge stands, worked out from what is there: the signatures under its present content against those the plan
 * asks for. Nothing else is stored as its state, so a pledge with all its signatures can never be left pending.
 */
export function pledgeState(pledge: PledgeRecord, signing: Pick<Signing, 'unitSigns' | 'witness'>): PledgeState {
  const left = signaturesLeft(pledge, signing);
  if (left.length === 0) return 'countersigned';
  if (left.every(({ party }) => party === 'federation')) return 'signed';
  if (pledge.declined !== undefined) return 'declined';
  if (pledge.paperWaiting) return 'paper';
  return pledge.registered ? 'registered' : 'offered';
}

/** Has everyone signed? */
export function fullySigned(pledge: PledgeRecord, signing: Pick<Signing, 'unitSigns' | 'witness'>): boolean {
  return signaturesLeft(pledge, signing).length === 0;
}

/** What people call a state. */
export function pledgeStateWords(state: PledgeState): string {
  switch (state) {
    case 'offered':
      return 'Chưa ký';
    case 'registered':
      return 'Đã đăng ký chỉ tiêu, chưa ký';
    case 'paper':
      return 'Bản giấy chờ xác nhận';
    case 'signed':
      return 'Đơn vị đã ký';
    case 'countersigned':
      return 'Đã ký đủ';
    case 'declined':
      return 'Không ký';
    default:
      return never(state);
  }
}

function never(state: never): never {
  throw new TypeError(`no such state: ${String(state)}`);
}
