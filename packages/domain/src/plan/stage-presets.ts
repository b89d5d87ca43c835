import type { Conduct, Stage } from './conduct.schema.ts';

/** A way of judging that was read of: stages to start from, and which counts. */
export type StagePreset = Pick<Conduct, 'countsFrom'> & {
  /** The letter that the variants are known by. */
  readonly code: 'A' | 'B' | 'C' | 'D' | 'E' | 'F';
  readonly title: string;
  /** Where it was seen. */
  readonly seenAt: string;
  readonly stages: readonly Stage[];
};

const self: Stage = { code: 'self', kind: 'self', title: 'Đơn vị tự chấm' };
const federation: Stage = { code: 'federation', kind: 'federation', title: 'Công đoàn cấp trên thẩm định' };
const heads: Stage = { code: 'heads', kind: 'heads', title: 'Trưởng, phó khối chấm' };

/**
 * The variants as they were met, without hours and without a share, quorum or mark: those are each federation's own. An
 * officer starts from one and changes it.
 */
export const stagePresets: readonly StagePreset[] = [
  {
    code: 'A',
    title: 'Tự chấm, công đoàn cấp trên đến chấm',
    seenAt: 'Đất Đỏ, Cờ Đỏ, Quận 11',
    stages: [self, federation],
    countsFrom: 'federation',
  },
  {
    code: 'B',
    title: 'Tự chấm, bốc thăm chấm chéo trong cụm, công đoàn cấp trên thẩm định',
    seenAt: 'Yên Bái, Bến Tre, Phước Long',
    stages: [
      self,
      {
        ...{ code: 'peer', kind: 'peer', title: 'Chấm chéo trong cụm' },
        peer: { scorers: 1, assigned: 'draw', take: 'mean', places: 2 },
      },
      federation,
    ],
    countsFrom: 'federation',
  },
  {
    code: 'C',
    title: 'Tự chấm, khối chấm, bảo vệ điểm, ban thường vụ, ban chấp hành',
    seenAt: 'Công đoàn Viên chức Bà Rịa – Vũng Tàu',
    stages: [
      self,
      heads,
      { code: 'session', kind: 'session', title: 'Họp khối, đơn vị bảo vệ điểm' },
      { code: 'committee', kind: 'committee', title: 'Ban thường vụ xét' },
      { code: 'committee-2', kind: 'committee', title: 'Ban chấp hành xét' },
    ],
    countsFrom: 'committee-2',
  },
  {
    code: 'D',
    title: 'Tự chấm, khối tổng hợp, suy tôn, công đoàn cấp trên thẩm định',
    seenAt: 'Tây Hòa',
    stages: [
      self,
      { ...heads, title: 'Trưởng, phó khối tổng hợp điểm' },
      { code: 'session', kind: 'session', title: 'Họp khối suy tôn đơn vị dẫn đầu' },
      federation,
    ],
    countsFrom: 'federation',
  },
  {
    code: 'E',
    title: 'Tự chấm, thẩm định lần 1, giải trình, thẩm định lần 2',
    seenAt: 'Quy trình có giải trình và thẩm định lại',
    stages: [
      self,
      { ...federation, title: 'Công đoàn cấp trên thẩm định lần 1' },
      { code: 'explanation', kind: 'explanation', title: 'Đơn vị giải trình' },
      { code: 'federation-2', kind: 'federation', title: 'Công đoàn cấp trên thẩm định lần 2' },
    ],
    countsFrom: 'federation-2',
  },
  {
    code: 'F',
    title: 'Tự chấm, công đoàn cấp trên thẩm định, công bố và chốt điểm trong phiên họp cụm',
    seenAt: 'Long Biên',
    stages: [
      self,
      federation,
      { code: 'session', kind: 'session', title: 'Họp cụm nghe công bố, phát biểu, chốt điểm' },
    ],
    countsFrom: 'session',
  },
];
