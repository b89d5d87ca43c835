import { expect, it } from 'vitest';
import type { PlanChange } from './diff-plans.ts';
import { changeInWords } from './change-words.ts';

const change = (more: Partial<PlanChange>): PlanChange => ({
  ...{ subject: 'line', code: '1.3', title: 'Thu kinh phí', what: 'changed' },
  ...more,
});

it.each([
  [{ field: 'max', before: '6', after: '5.5' }, 'Tiêu chí 1.3, điểm tối đa: 6 → 5,5'],
  [
    { field: 'enteredBy', before: 'unit', after: 'federation' },
    'Tiêu chí 1.3, ai nhập: Đơn vị nhập → Công đoàn cấp trên nhập',
  ],
  [
    {
      subject: 'period',
      code: 'hk1',
      title: 'Học kỳ I',
      field: 'due',
      before: '2027-01-15T17:00',
      after: '2027-01-20T17:00',
    },
    'Kỳ “Học kỳ I”, kỳ báo cáo, hạn: 17:00, 15/01/2027 → 17:00, 20/01/2027',
  ],
  [{ subject: 'period', code: 'hk1', title: 'Học kỳ I', what: 'added' }, 'Kỳ: thêm “Học kỳ I”'],
  [
    { subject: 'quota', code: 'q1', title: 'q1', field: 'ties', before: 'keep', after: 'drop' },
    'Giới hạn, khi bằng điểm: cùng được giữ → cùng xuống loại',
  ],
  [
    { subject: 'quota', code: 'q1', title: 'q1', field: 'grade', before: 'HTXS', after: 'HTT' },
    'Giới hạn: đổi xếp loại',
  ],
  [
    { subject: 'plan', code: '', field: 'countsFrom', before: 'self', after: 'federation' },
    'Kế hoạch, bước chấm được tính: Đơn vị tự chấm → Công đoàn cấp trên thẩm định',
  ],
] as const)('%j is said %s', (more, words) => {
  expect(changeInWords(change(more as Partial<PlanChange>))).toBe(words);
});
