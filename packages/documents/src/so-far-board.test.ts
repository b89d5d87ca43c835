import { readXlsx } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import { readPdf } from '../testing/read-pdf.ts';
import { sampleSoFar, soFarRow } from '../testing/sample-so-far.ts';
import { soFarSheet, soFarTable } from './so-far-board.ts';

const board = sampleSoFar();
const row = soFarRow;

test('the board on paper: points, of how many, bonus apart, and that nothing is graded yet', async () => {
  const pdf = await readPdf(soFarTable(board));
  const text = pdf.pages.join(' ');
  for (const words of [
    'Điểm tạm tính đến ngày 18/01/2027, chưa xếp loại',
    'CĐCS Trường Tiểu học Võ Thị Sáu 65,99 60,50 84,00 78,6 % 2,00 −1,00',
    'CĐCS B 0,00 60,50 0,00 – 2,00 −1,00',
  ])
    expect(text).toContain(words);
  pdf.pages.forEach((page) => expect(page).toContain('Bản ĐTT-2026-2027-c0ffee01, đến ngày 18/01/2027'));
  expect(Math.max(...pdf.pieces.map((piece) => piece.right))).toBeLessThan(((210 - 15) / 25.4) * 72 + 1);
});

test('the board as Excel: a sheet for each block with the same number and real numbers', async () => {
  const { sheets } = await readXlsx(await soFarSheet(board));
  expect(sheets.map((sheet) => sheet.name)).toEqual(['Khối Tiểu học', 'Khối Mầm non']);
  expect(sheets[0]!.rows[2]![0]).toContain('Bản ĐTT-2026-2027-c0ffee01, đến ngày 18/01/2027');
  expect(sheets[0]!.rows[5]).toEqual([1, row.unit, 65.99, 60.5, 84, 78.6, 16, 2, -1]);
  expect(sheets[0]!.rows[6]?.[5]).toBe('–');
});
