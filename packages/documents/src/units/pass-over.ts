import { oneStrokedD } from '@giaouoc/domain/text/letters';
import { searchKey, storedText } from '@giaouoc/domain/text/normalize';
import { checkUnitCode } from '@giaouoc/domain/org/unit-code';
import { EXAMPLE_MARK } from '../units-columns.ts';

/** Why a row is no unit: `numbers` counts rows or columns, `other` says nothing that tells a unit. */
export const passedReasons = ['heading', 'section', 'total', 'foot', 'numbers', 'titles', 'example', 'other'] as const;
export type PassedReason = (typeof passedReasons)[number];

/** A row as the judgement needs it, texts as people see them. */
export interface RowWords {
  /** In the columns that are known; `''` where nothing stands. */
  code: string;
  name: string;
  ordinal: string;
  /** Everything else in the row that is known or not, without the three above. */
  others: string[];
  /** The name stands in a cell merged over columns to its right. */
  wideName: boolean;
}

const totals = /^((tổng cộng|tổng số|cộng (chung|toàn|khối|cụm))(\s|:|$)|(tổng|cộng)\s*(:|\d|$))/i;
const plainTotals = /^(tong cong|tong so|cong)\s*(:|\d|$)/i;
const foot = new RegExp(
  [
    '^người (lập|tổng hợp|viết)|^lập biểu|^t\\s*/?\\s*m\\s*\\.|^t/m\\s|^kt\\s*\\.|^(tm|kt) (ban|chủ)',
    '^(ban thường vụ|ban chấp hành|thủ trưởng|nơi nhận|xác nhận)(?=[\\s:,.]|$)|^(ghi chú|lưu ý)\\s*:',
    '^\\(?\\s*(đã )?ký(?=[\\s,)]|$)|ngày\\s*[\\d.…]*\\s*tháng\\s*[\\d.…]*\\s*năm',
  ].join('|'),
  'i',
);
const sections = /^(khối|cụm|bậc|cấp|nhóm|các trường|các đơn vị|trường (mầm non|tiểu học|thcs|thpt)s?$)/i;
const roman = /^(?=[ivx])(x{0,3})(ix|iv|v?i{0,3})$/i;
const countedOff = /^\(?\s*(\d{1,2}|[a-z])\s*\)?$/i;

const wordsOf = (text: string) => oneStrokedD(storedText(text));
const isCode = (text: string) => text !== '' && checkUnitCode(text).ok;
const isOrdinal = (text: string) => /^\d{1,4}\.?$/.test(text);

/**
 * Goes down the rows of a list and says which are no units: headings of groups ("I. KHỐI MẦM NON"), totals, the numbers of
 * the columns, signatures. It keeps the last heading, since that is where a list without a column for blocks says them.
 */
export class RowJudge {
  section = '';
  private footBegan = false;

  /** Undefined for a unit. */
  judge(row: RowWords): PassedReason | undefined {
    const { code, name, ordinal, others } = row;
    if (searchKey(code) === searchKey(EXAMPLE_MARK)) return 'example';
    const filled = [code, name, ordinal, ...others].filter((text) => text !== '');
    if (filled.length >= 2 && filled.every((text) => countedOff.test(text))) return 'numbers';
    if (filled.length === 1 && isOrdinal(ordinal)) return 'numbers';
    const first = wordsOf(name || code || filled.find((text) => text !== ordinal) || ordinal);
    if (filled.some((text) => totals.test(wordsOf(text)) || plainTotals.test(wordsOf(text))) && !isCode(code))
      return 'total';
    if (isCode(code) && name !== '') return this.unit();
    if (filled.some((text) => foot.test(wordsOf(text))) && !isCode(code) && !isOrdinal(ordinal)) {
      this.footBegan = true;
      return 'foot';
    }
    if (this.footBegan && !isOrdinal(ordinal)) return 'foot';
    if (this.isSection(row, first)) {
      this.section = first.replace(/^([ivx]+|[a-z]|\d{1,2})\s*[.)/-]\s+/i, '');
      return 'section';
    }
    if (name !== '' || isCode(code)) return this.unit();
    // Neither code nor name: nothing says which unit it is.
    return others.length + (code === '' ? 0 : 1) >= 3 ? this.unit() : 'other';
  }

  /** New titles: what follows is a table again. */
  beginTable(): void {
    this.footBegan = false;
  }

  private unit(): undefined {
    this.footBegan = false;
    return undefined;
  }

  /** One text, alone in its row, that names a group. */
  private isSection({ code, name, ordinal, others, wideName }: RowWords, text: string): boolean {
    const alone = [code, name, ...others].filter((one) => one !== '').length === 1;
    if (!alone || isOrdinal(ordinal)) return false;
    const numbered = roman.test(ordinal.replace(/[.)]$/, '')) || /^[a-z][.)]?$/i.test(ordinal);
    if (name === '')
      return !isCode(code) && (numbered || sections.test(text) || /^([ivx]+|[a-z])\s*[.)/-]\s/i.test(text));
    return numbered || wideName || sections.test(text) || /^([ivx]+|[a-z])\s*[.)]\s/i.test(text);
  }
}
