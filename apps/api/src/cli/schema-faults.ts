import type { z } from 'zod';
import { out, plain, say } from './output.ts';

/** A fault of a document: where, by JSON pointer, and what is wrong. */
export type ShownFault = { pointer: string; code: string; message: string };

const step = (key: PropertyKey): string => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`;

/** What stands under a key, for a sentence that says what would be right. */
const right: Readonly<Record<string, string>> = {
  id: 'số thứ tự của sự kiện, một số nguyên lớn hơn 0',
  from: 'một số nguyên lớn hơn 0, hoặc một ngày như 2026-12-01',
  to: 'một số nguyên lớn hơn 0',
  at: 'thời điểm UTC với sáu chữ số thập phân, như 2026-12-01T05:08:38.120000Z',
  format: '“giaouoc-audit/1”',
  previous: '64 chữ số hệ mười sáu viết thường',
  head: '64 chữ số hệ mười sáu viết thường',
  events: 'danh sách các cặp [số thứ tự, mã]',
  hash: '“sha256:” và 64 chữ số hệ mười sáu viết thường',
  content: 'một nhóm các mục, không có chữ bị hỏng',
};

/** What a schema found wrong with a document, each with a sentence; `base` is where the document stands in a larger one. */
export function schemaFaults(issues: readonly z.core.$ZodIssue[], root: unknown, base = ''): ShownFault[] {
  return issues.flatMap((issue): ShownFault[] => {
    const pointer = base + issue.path.map(step).join('');
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => ({
        pointer: pointer + step(key),
        code: 'unknown-key',
        message: `Không có mục nào tên là “${key}”. Hãy bỏ đi.`,
      }));
    const key = issue.path.findLast((one) => typeof one === 'string');
    if (isMissing(issue.path, root))
      return [{ pointer, code: 'missing-key', message: `Thiếu mục “${String(key)}”. Hãy bổ sung.` }];
    const words = typeof key === 'string' ? right[key] : undefined;
    return [
      {
        pointer,
        code: 'wrong-value',
        message: `Giá trị không đúng dạng${words === undefined ? '' : `; cần ${words}`}.`,
      },
    ];
  });
}

function isMissing(path: readonly PropertyKey[], root: unknown): boolean {
  let value = root;
  for (const key of path) {
    if (typeof value !== 'object' || value === null) return false;
    if (!Object.hasOwn(value, key)) return true;
    value = (value as Record<PropertyKey, unknown>)[key];
  }
  return false;
}

/** Tells all faults of a document: as JSON on standard output for a program that asked for it, in sentences in any case. */
export function tellFaults(name: string, faults: readonly ShownFault[], asJson: boolean): void {
  if (asJson) out(`[\n${faults.map((fault) => JSON.stringify(fault)).join(',\n')}\n]\n`);
  say(`${name}: có ${String(faults.length)} lỗi, chưa kiểm được.`);
  for (const { pointer, message } of faults)
    say(`  ${pointer === '' ? '(toàn bộ tệp)' : plain(pointer)}: ${plain(message)}`);
}
