import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { crossScoreCases, drawCases } from '../../../../packages/domain/testing/proof-cases.ts';
import { giaouoc } from '../../testing/run-giaouoc.ts';

let folder: string;
const file = (name: string, content: unknown): string => {
  const at = path.join(folder, name);
  writeFileSync(at, JSON.stringify(content));
  return at;
};

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'giaouoc-proofs-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const pointersIn = (stdout: string): string[] =>
  (JSON.parse(stdout) as { pointer: string }[]).map((fault) => fault.pointer).sort();

describe('draw verify', () => {
  test.each(drawCases())('$name', async ({ name, document, exit, faults }) => {
    const run = await giaouoc(['draw', 'verify', file(name, document), '--faults', 'json']);
    expect(run.code).toBe(exit);
    expect(pointersIn(run.stdout)).toEqual([...faults].sort());
  });

  const caseOf = (exit: number) => drawCases().find((one) => one.exit === exit)!;

  test('in words: a draw that holds, from standard input', async () => {
    const run = await giaouoc(['draw', 'verify', '-'], { input: JSON.stringify(caseOf(0).document) });
    expect(run).toMatchObject({ code: 0, stderr: '' });
    expect(run.stdout).toMatch(
      /^Đúng: kết quả bốc thăm "Bốc thăm “đồng điểm”.*\nCam kết sha256:[0-9a-f]{64}; 1 lời góp/,
    );
  });

  test('in words: every fault of form', async () => {
    const { document, faults } = drawCases().find(({ exit, faults: some }) => exit === 2 && some.length > 1)!;
    const run = await giaouoc(['draw', 'verify', file('faults.json', document)]);
    expect(run).toMatchObject({ code: 2, stdout: '' });
    for (const pointer of faults) expect(run.stderr).toContain(`  ${pointer}: `);
  });

  test('in words: what does not follow', async () => {
    const run = await giaouoc(['draw', 'verify', file('differs.json', caseOf(3).document)]);
    expect(run).toMatchObject({ code: 3, stderr: '' });
    expect(run.stdout).toMatch(
      /^KHÔNG KHỚP tại \/commitment:\n {2}Cam kết không khớp: .*đã công bố trước khi bốc thăm\.\n$/,
    );
  });

  test.each([[['draw']], [['draw', 'verify']], [['draw', 'make', 'a.json']], [['draw', 'verify', 'khong-co.json']]])(
    '%j is refused',
    async (args) => {
      const run = await giaouoc(args);
      expect(run).toMatchObject({ code: 2, stdout: '' });
      expect(run.stderr).toMatch(/Lệnh này cần: giaouoc draw verify|không tìm thấy tệp/);
    },
  );
});

describe('cross', () => {
  test.each(crossScoreCases())('$name', async ({ name, case: given, result, faults }) => {
    const run = await giaouoc(['cross', '--faults', 'json', file(name, given)]);
    expect(run.code).toBe(faults.length > 0 ? 2 : 0);
    if (faults.length > 0) expect(pointersIn(run.stdout)).toEqual([...faults].sort());
    else expect(JSON.parse(run.stdout)).toEqual(result);
  });

  test('from standard input, and in words what is refused', async () => {
    const rule = { take: 'mean', places: 2 };
    const input = JSON.stringify({ rule, points: ['1', '2'] });
    expect(await giaouoc(['cross', '-'], { input })).toMatchObject({
      code: 0,
      stdout: '{"spread":"1.00","needsThird":false,"points":"1.50"}\n',
    });
    const run = await giaouoc(['cross', file('third.json', { rule, points: ['1'], third: '2' })]);
    expect(run).toMatchObject({ code: 2, stdout: '' });
    expect(run.stderr).toMatch(/có 1 lỗi, chưa tính được\.\n {2}\/third: .*\.\n$/);
  });
});

test('the help names both', async () => {
  const { stdout } = await giaouoc(['help']);
  expect(stdout).toContain('  draw verify BỐC-THĂM.json');
  expect(stdout).toContain('  cross CHẤM-CHÉO.json');
});
