import type { Capacity, Party, Strength } from './pledge-state.ts';

/** What a signer gets and keeps (R4). */
export type SignatureReceipt = {
  kind: 'signature';
  number: string;
  /** ISO instant. */
  at: string;
  federation: { code: string; name: string };
  unit: { code: string; name: string };
  plan: { code: string; title: string; version: number };
  /** 0 for the pledge itself, n for its n-th addendum; older receipts count plan versions instead. */
  addendum?: number;
  party: Party;
  capacity: Capacity;
  as: string;
  /** As it stands on paper, where the signer gave it. */
  name?: string;
  strength: Strength;
  pledgeHash: string;
};
