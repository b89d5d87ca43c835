import type { Fault } from '../year-file/index.ts';
import { conductSchema, type Conduct } from './conduct.schema.ts';
import { pointerStep } from './document.ts';

type Issue = NonNullable<ReturnType<typeof conductSchema.safeParse>['error']>['issues'][number];

/** Reads the second part of a plan document; all faults of shape and size, with pointers below `/conduct`. */
export function readConduct(value: unknown): { conduct: Conduct; faults: [] } | { conduct?: never; faults: Fault[] } {
  const parsed = conductSchema.safeParse(value);
  if (parsed.success) return { conduct: parsed.data, faults: [] };
  return { faults: parsed.error.issues.flatMap((issue) => faultsOf(issue, value)) };
}

function faultsOf(issue: Issue, document: unknown): Fault[] {
  const pointer = pointerOf(issue.path);
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      pointer: `${pointer}/${pointerStep(key)}`,
      code: 'unknown-key',
      params: { key },
      message: `Không có mục “${key}” ở đây. Bỏ mục này, hoặc xem lại cách viết.`,
    }));
  }
  if (issue.code === 'invalid_type') {
    const key = issue.path.at(-1);
    if (key !== undefined && valueAt(document, issue.path) === undefined) {
      const missing = String(key);
      const message = `Thiếu mục “${missing}”. Bổ sung mục này.`;
      return [{ pointer: pointerOf(issue.path.slice(0, -1)), code: 'missing-key', params: { key: missing }, message }];
    }
    return [
      { pointer, code: 'wrong-type', message: `Cần ${typeWords[issue.expected] ?? 'một giá trị kiểu khác'} ở đây.` },
    ];
  }
  if (issue.code === 'invalid_value') {
    const choices = issue.values.map((choice) => `“${String(choice)}”`).join(', ');
    return [{ pointer, code: 'one-of', message: `Cần một trong các giá trị: ${choices}.` }];
  }
  if (issue.code === 'too_small' || issue.code === 'too_big') {
    // Lists and texts carry their own Vietnamese sentence; numbers only know their limit.
    const message = issue.origin === 'number' ? 'Cần một số nguyên từ 1 đến 20.' : issue.message;
    return [{ pointer, code: 'size', message }];
  }
  const message = issue.code === 'invalid_key' ? (issue.issues[0]?.message ?? 'Mã không dùng được.') : issue.message;
  return [{ pointer, code: 'wrong-value', message }];
}

const typeWords: Readonly<Record<string, string>> = {
  string: 'một đoạn chữ',
  array: 'một danh sách',
  object: 'một nhóm mục',
  record: 'một nhóm mục theo mã tiêu chí',
  boolean: 'true hoặc false',
  number: 'một số nguyên',
  int: 'một số nguyên',
};

function pointerOf(path: readonly PropertyKey[]): string {
  return ['/conduct', ...path.map((step) => pointerStep(String(step)))].join('/');
}

function valueAt(document: unknown, path: readonly PropertyKey[]): unknown {
  let here = document;
  for (const step of path) {
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, step)) return undefined;
    here = (here as Record<PropertyKey, unknown>)[step];
  }
  return here;
}
