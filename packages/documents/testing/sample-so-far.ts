import type { SoFarBoard } from '../src/so-far-board.ts';
import { longUnitNames } from './sample-pledge.ts';
import { sampleRanking } from './sample-ranking.ts';

/** A unit's row of the board below. */
export const soFarRow = {
  ...{ unit: 'CĐCS Trường Tiểu học Võ Thị Sáu', reported: '65.99', verified: '60.5', possible: '84' },
  ...{ notYetDue: '16', bonus: '2', penalty: '-1', share: '78.6' },
};
/** A board of points so far with two blocks. */
export const sampleSoFar = (): SoFarBoard => ({
  ...{ letterhead: sampleRanking().letterhead, title: 'Bảng điểm tạm tính', number: 'ĐTT-2026-2027-c0ffee01' },
  ...{ digest: 'c0ffee0123456789'.repeat(4), asOf: '18/01/2027', madeAt: '2027-01-18T00:00:00Z' },
  subtitles: ['Năm học 2026-2027', 'Điểm tạm tính đến ngày 18/01/2027, chưa xếp loại'],
  blocks: [
    {
      title: 'Khối Tiểu học',
      rows: [soFarRow, { ...soFarRow, unit: 'CĐCS B', share: null, possible: '0', reported: '0' }],
    },
    { title: 'Khối Mầm non', rows: [{ ...soFarRow, unit: longUnitNames(1)[0]! }] },
  ],
  signatures: sampleRanking().signatures,
});
