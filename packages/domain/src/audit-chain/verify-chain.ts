import { firstHead, headAfter, leafOf } from './chain.ts';
import type { AuditEvent } from './event.ts';
import { signedOf, type Seal } from './seal.ts';

/** What is wrong with an event: it is not as it was sealed, it is gone, or nobody sealed it where it stands. */
export type EventFault = 'changed' | 'missing' | 'inserted';
/**
 * What is wrong with a seal: it begins elsewhere than the one before ended, its list is not that of its range, its head is
 * not what its leaves give, or no key of the server signed it.
 */
export type SealFault = 'does not follow' | 'range differs' | 'head differs' | 'not signed';

/** One fault; a seal goes by its first id. */
export type ChainFault = { readonly federation: string } & (
  | { readonly of: 'event'; readonly id: number; readonly fault: EventFault }
  | { readonly of: 'seal'; readonly id: number; readonly fault: SealFault }
);

/** A fault as programs read it: `event 68: changed`. */
export const saidOf = ({ of, id, fault }: ChainFault): string => `${of} ${String(id)}: ${fault}`;

/** How far one federation's chain goes. */
export type ChainEnd = { readonly federation: string; readonly to: number; readonly at: string; readonly head: string };

export type Verdict = {
  /** By federation; of each the seals in their order, then the events in the order of their ids. */
  readonly faults: readonly ChainFault[];
  /** Ids after the last sealed one, rising: nothing proves them yet. */
  readonly unsealed: readonly number[];
  /** Where each sealed federation's chain ends. */
  readonly ends: readonly ChainEnd[];
  /** Every head a seal carries: a head published once must be among them. */
  readonly heads: ReadonlySet<string>;
};

/** Whether a key of the server made this signature (base64) of this hash. */
export type IsSigned = (hash: string, signature: string) => boolean;

export type ChainCheck = {
  /** Looks at an event; in any order, each once. */
  readonly see: (event: AuditEvent) => void;
  /** What came out, once all events were seen. */
  readonly end: () => Verdict;
};

/**
 * Verifies events against their seals (proofs, section 3), of one federation or of several. Events are seen one by one, so
 * that a trail of millions of them never stands in memory.
 *
 * @param seals in the order in which they were made.
 * @param isSigned left out where no key is at hand: then nobody's signature is asked.
 */
export function checkChain(seals: readonly Seal[], isSigned?: IsSigned): ChainCheck {
  const chains = new Map<string, OneChain>();
  const chainOf = (federation: string): OneChain => {
    let chain = chains.get(federation);
    if (!chain) chains.set(federation, (chain = new OneChain(federation)));
    return chain;
  };
  for (const seal of seals) chainOf(seal.federation).addSeal(seal, isSigned);
  return {
    see: (event) => chainOf(event.federation).see(event),
    end: () => {
      const all = [...chains].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, chain]) => chain);
      return {
        faults: all.flatMap((chain) => chain.faults()),
        unsealed: all.flatMap((chain) => chain.unsealed).sort((a, b) => a - b),
        ends: all.flatMap((chain) => (chain.end ? [chain.end] : [])),
        heads: new Set(seals.map(({ head }) => head)),
      };
    },
  };
}

/** The chain of one federation while it is looked at. */
class OneChain {
  readonly unsealed: number[] = [];
  end: ChainEnd | undefined;
  readonly #federation: string;
  readonly #sealFaults: ChainFault[] = [];
  readonly #eventFaults: ChainFault[] = [];
  /** The leaf of each sealed id. */
  readonly #leaves = new Map<number, string>();
  readonly #seen = new Set<number>();
  #lastSealed = 0;

  constructor(federation: string) {
    this.#federation = federation;
  }

  addSeal(seal: Seal, isSigned: IsSigned | undefined): void {
    const { from, to, previous, head, events, at, signature } = seal;
    const fault = (what: SealFault) =>
      this.#sealFaults.push({ federation: this.#federation, of: 'seal', id: from, fault: what });
    if (previous !== (this.end?.head ?? firstHead) || from <= this.#lastSealed) fault('does not follow');
    const rising = events.every(([id], at) => at === 0 || id > (events[at - 1]?.[0] ?? 0));
    if (events[0]?.[0] !== from || events.at(-1)?.[0] !== to || !rising) fault('range differs');
    if (events.reduce((before, [, leaf]) => headAfter(before, leaf), previous) !== head) fault('head differs');
    if (isSigned && !isSigned(signedOf(seal), signature)) fault('not signed');
    for (const [id, leaf] of events) this.#leaves.set(id, leaf);
    this.#lastSealed = Math.max(this.#lastSealed, to);
    this.end = { federation: this.#federation, to, at, head };
  }

  see(event: AuditEvent): void {
    const { id } = event;
    const leaf = this.#leaves.get(id);
    if (this.#seen.has(id)) this.#fault(id, 'inserted');
    else if (leaf !== undefined) {
      if (leaf !== leafOf(event)) this.#fault(id, 'changed');
      this.#seen.add(id);
    } else if (id <= this.#lastSealed) this.#fault(id, 'inserted');
    else {
      this.unsealed.push(id);
      this.#seen.add(id);
    }
  }

  faults(): ChainFault[] {
    const gone = [...this.#leaves.keys()]
      .filter((id) => !this.#seen.has(id))
      .map((id): ChainFault => ({ federation: this.#federation, of: 'event', id, fault: 'missing' }));
    return [...this.#sealFaults, ...[...this.#eventFaults, ...gone].sort((a, b) => a.id - b.id)];
  }

  #fault(id: number, fault: EventFault): void {
    this.#eventFaults.push({ federation: this.#federation, of: 'event', id, fault });
  }
}
