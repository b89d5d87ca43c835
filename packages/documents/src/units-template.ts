import { EXAMPLE_MARK, unitsColumns, type UnitsColumnKey } from './units-columns.ts';
import type { Row, Sheet } from './workbook/sheet.ts';
import { writeWorkbook } from './workbook/write-workbook.ts';

/** What the federation already has, for the drop-down lists of the template. */
export interface UnitsTemplate {
  /** `Liên đoàn Lao động quận Hồng Bàng` */
  federation: string;
  /** `Năm học 2023-2024` */
  year: string;
  /** Kinds of units in words. */
  kinds: string[];
  /** Blocks and clusters of the year; an empty list leaves the column free. */
  blocks: string[];
  clusters: string[];
  /** ISO instant for the file's date. */
  madeAt: string;
}

/** The name of the sheet that is filled in; the reader looks there first. */
export const UNITS_SHEET = 'Đơn vị';
const CHOICES_SHEET = 'Danh mục';
/** Rows ready to be filled in, with lists. */
const ROWS = 500;
const HEAD_ROW = 1;

/** The Excel file an officer downloads to list units and the persons who sign for them: sheet, guide, choices. */
export function unitsTemplate(template: UnitsTemplate): Promise<Uint8Array> {
  const title = `Danh sách đơn vị, ${template.year}`;
  return writeWorkbook({
    title,
    madeAt: template.madeAt,
    sheets: [unitsSheet(template, title), guideSheet(template), choicesSheet(template)],
  });
}

function unitsSheet(template: UnitsTemplate, title: string): Sheet {
  const choices: Partial<Record<UnitsColumnKey, string[]>> = {
    kind: template.kinds,
    block: template.blocks,
    cluster: template.clusters,
  };
  const example = (key: UnitsColumnKey, words: string) => words || (choices[key]?.[0] ?? '');
  return {
    name: UNITS_SHEET,
    widths: unitsColumns.map((column) => column.width),
    rows: [
      {
        cells: unitsColumns.map((column) => ({
          value: column.required ? `${column.title} *` : column.title,
          look: 'head',
        })),
        height: 34,
      },
      { cells: unitsColumns.map((column) => ({ value: example(column.key, column.example), look: 'example' })) },
      ...Array.from({ length: ROWS }, (): Row => ({ cells: unitsColumns.map(() => ({ value: null, look: 'input' })) })),
    ],
    frozen: { rows: HEAD_ROW, columns: 2 },
    landscape: true,
    foot: `${template.federation}. ${title}`,
    lists: unitsColumns.flatMap((column, i) => {
      const count = choices[column.key]?.length ?? 0;
      if (count === 0) return [];
      return {
        column: i + 1,
        from: HEAD_ROW + 1,
        to: HEAD_ROW + 1 + ROWS,
        source: { sheet: CHOICES_SHEET, column: choiceColumns.indexOf(column.key) + 1, first: 2, last: count + 1 },
        message: 'Chọn một mục trong danh sách. Mục mới thì thêm trên hệ thống trước, rồi tải lại tệp mẫu.',
      };
    }),
  };
}

const choiceColumns: UnitsColumnKey[] = ['kind', 'block', 'cluster'];

function choicesSheet({ kinds, blocks, clusters }: UnitsTemplate): Sheet {
  const columns = [kinds, blocks, clusters];
  const longest = Math.max(...columns.map((choices) => choices.length));
  return {
    name: CHOICES_SHEET,
    widths: [28, 28, 28],
    rows: [
      { cells: ['Loại hình', 'Khối', 'Cụm'].map((value) => ({ value, look: 'head' })) },
      ...Array.from({ length: longest }, (_, i): Row => ({
        cells: columns.map((choices) => ({ value: choices[i] ?? null, look: 'text' })),
      })),
    ],
    frozen: { rows: 1, columns: 0 },
    landscape: false,
    foot: CHOICES_SHEET,
    lists: [],
  };
}

function guideSheet(template: UnitsTemplate): Sheet {
  const steps = [
    `1. Ghi mỗi đơn vị một dòng ở trang “${UNITS_SHEET}”. Cột có dấu * phải ghi.`,
    `2. Dòng có chữ ${EXAMPLE_MARK} ở cột đầu chỉ để xem, hệ thống bỏ qua dòng này. Có thể xóa.`,
    '3. Có thể dán từ danh sách sẵn có. Không đổi tên cột; thứ tự cột đổi được.',
    '4. Tải tệp lên ở mục Đơn vị. Hệ thống cho xem trước, chỉ rõ ô sai theo dòng và cột; chưa ghi gì khi còn ô sai.',
  ];
  return {
    name: 'Hướng dẫn',
    widths: [28, 12, 80],
    rows: [
      {
        cells: [{ value: `Danh sách đơn vị của ${template.federation}, ${template.year}`, look: 'title', across: 3 }],
        height: 24,
      },
      ...steps.map((value): Row => ({ cells: [{ value, look: 'note', across: 3 }], height: 32 })),
      { cells: ['Cột', 'Phải ghi', 'Cách ghi'].map((value) => ({ value, look: 'head' })) },
      ...unitsColumns.map((column): Row => ({
        cells: [
          { value: column.title, look: 'text' },
          { value: column.required ? 'Có' : '', look: 'centre' },
          { value: column.guide, look: 'wrapped' },
        ],
        height: column.guide.length > 75 ? 34 : 18,
      })),
    ],
    frozen: { rows: 0, columns: 0 },
    landscape: true,
    foot: 'Hướng dẫn',
    lists: [],
  };
}
