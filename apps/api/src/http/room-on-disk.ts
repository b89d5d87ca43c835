import { Refused } from '../trpc/errors.ts';

/** Milliseconds for which one write that found a disk full speaks for all: then a probe may send writes here again. */
const remembered = 60_000;

export type RoomOnDisk = { heard: (error: unknown) => void; isFull: () => boolean };

/**
 * Remembers whether a disk was full a moment ago. Asking the disks would need rights on the database's machine; a write that
 * failed has asked.
 */
export function roomOnDisk(now: () => number = () => performance.now()): RoomOnDisk {
  let fullAt = Number.NEGATIVE_INFINITY;
  return {
    heard: (error) => {
      if (error instanceof Refused && error.refusal === 'storage-full') fullAt = now();
    },
    isFull: () => now() - fullAt < remembered,
  };
}
