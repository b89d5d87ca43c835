import type { Detail } from '../result.ts';
import { number } from '../words/numbers.ts';
import { fullDay } from '../words/times.ts';
import { aside, asideNumber, type Sentences } from './sentence.ts';

/** Where the other one stands: its row in the list, or its code. */
const where = (d: Detail): string =>
  asideNumber(d, 'row', (row) => ` ở dòng ${row}`) +
  aside(d, 'sheet', (sheet) => ` trang “${sheet}”`) +
  aside(d, 'unit', (code) => ` (mã ${code})`);

const sinceDay = (d: Detail): string =>
  typeof d['at'] === 'string' && d['at'] !== '' ? ` từ ngày ${fullDay(Date.parse(d['at']))}` : '';
const reasonOf = (d: Detail): string =>
  typeof d['reason'] === 'string' && d['reason'] !== '' ? ` (${d['reason']})` : '';

const hangingWords: Readonly<Record<string, string>> = {
  pledges: 'giao ước đã mời ký',
  targets: 'chỉ tiêu đã đăng ký hoặc mục không giao',
  figures: 'số liệu',
  assessments: 'lần thẩm định',
  reports: 'kỳ báo cáo đã mở',
  files: 'tệp minh chứng',
  reminders: 'lần nhắc việc',
  people: 'người đã mời hoặc đã vào được',
  years: 'năm đã công bố kết quả',
  versions: 'bản kế hoạch đã công bố',
  drafts: 'bản thảo kế hoạch',
  steps: 'lần công bố hoặc chốt',
};
/** Everything that hangs on a unit or year, counted, at once. */
const hangingIn = (d: Detail): string =>
  Object.entries(hangingWords)
    .flatMap(([key, words]) => (typeof d[key] === 'number' ? [`${number(d[key])} ${words}`] : []))
    .join(', ');

/** Units and people, one by one or from Excel. */
export const unit = {
  'rows-too-many': {
    vi: (d) => `Bảng có quá nhiều dòng${asideNumber(d, 'max', (max) => ` (tối đa ${max})`)}. Chia làm nhiều tệp.`,
    en: (d) => `The sheet has too many rows${asideNumber(d, 'max', (max) => ` (at most ${max})`)}. Split it.`,
  },
  'row-empty': { vi: 'Dòng này trống. Xóa dòng hoặc điền đủ.', en: 'This row is empty. Delete or fill it.' },
  'column-missing': {
    vi: (d) => `Bảng thiếu cột${aside(d, 'column', (column) => ` “${column}”`)}. Dùng tệp mẫu tải từ trang này.`,
    en: (d) => `A column is missing${aside(d, 'column', (column) => `: ${column}`)}. Use the template.`,
  },
  'unit-code-empty': { vi: 'Chưa có mã đơn vị. Điền mã, ví dụ TH-KIMDONG.', en: 'The unit code is missing.' },
  'unit-code-shape': {
    vi: 'Mã đơn vị chỉ gồm chữ không dấu, số và gạch ngang. Viết lại.',
    en: 'A unit code has only plain letters, digits and hyphens.',
  },
  'unit-code-taken': {
    vi: (d) => `Mã đơn vị này đã có${where(d)}. Mỗi đơn vị một mã riêng.`,
    en: (d) => `This unit code is used already${asideNumber(d, 'row', (row) => ` in row ${row}`)}.`,
  },
  'unit-name-empty': { vi: 'Chưa có tên đơn vị. Điền tên đầy đủ.', en: 'The unit name is missing.' },
  'unit-name-taken': {
    vi: (d) =>
      `Đã có đơn vị cùng tên${where(d)}. Nếu là đơn vị khác, thêm địa danh vào tên để phân biệt, ví dụ “… phường Vân Hải”.`,
    en: (d) =>
      `A unit of this name exists${asideNumber(d, 'row', (row) => ` in row ${row}`)}${aside(d, 'unit', (code) => ` (${code})`)}. If yours is another, add its place to the name.`,
  },
  'unit-kind-unknown': {
    vi: 'Loại đơn vị này không có trong danh sách. Chọn một loại trong tệp mẫu.',
    en: 'Unknown kind of unit. Choose one of the template.',
  },
  'block-empty': { vi: 'Đơn vị chưa thuộc khối nào. Chọn khối thi đua.', en: 'The unit has no block. Choose one.' },
  'block-unknown': {
    vi: 'Khối này chưa có trong năm học. Tạo khối trước, hoặc chọn khối khác.',
    en: 'This block does not exist this year.',
  },
  'cluster-unknown': {
    vi: 'Cụm này chưa có trong năm học. Tạo cụm trước, hoặc chọn cụm khác.',
    en: 'This cluster does not exist this year.',
  },
  'day-unreadable': {
    vi: 'Chưa đọc được ngày này. Viết như 31/05/2027.',
    en: 'This date cannot be read. Write it as 31/05/2027.',
  },
  'phone-unreadable': {
    vi: 'Chưa đọc được số điện thoại. Viết đủ 10 số, ví dụ 0912 345 678.',
    en: 'This phone number cannot be read. Write all 10 digits.',
  },
  'phone-taken': {
    vi: (d) => `Số điện thoại này đã dùng${where(d)}. Kiểm tra lại số.`,
    en: (d) => `This phone number is used already${asideNumber(d, 'row', (row) => ` in row ${row}`)}.`,
  },
  'year-code-taken': {
    vi: 'Mã năm này đã có. Chọn mã khác, ví dụ 2026-2027.',
    en: 'This year exists. Choose another code.',
  },
  'year-ends-first': {
    vi: 'Ngày kết thúc năm phải sau ngày bắt đầu. Sửa lại một trong hai ngày.',
    en: 'The year must end after it begins. Correct one of the two days.',
  },
  'year-too-long': {
    vi: (d) =>
      `Một năm thi đua dài nhất ${aside(d, 'most', (most) => `${most} tháng`) || 'hai năm'}. Xem lại năm trong ngày bắt đầu và ngày kết thúc.`,
    en: (d) =>
      `A year has${aside(d, 'most', (most) => ` ${most}`) || ' 24'} months at most. Check the years of both days.`,
  },
  'year-out-of-reach': {
    vi: 'Ngày của năm thi đua phải từ năm 2000 đến năm 2100. Xem lại số năm đã gõ.',
    en: 'The days of a year must lie between 2000 and 2100. Check the years typed.',
  },
  'block-name-taken': {
    vi: (d) => `Khối này đã có trong năm${aside(d, 'name', (name) => `, tên “${name}”`)}. Đặt tên khác.`,
    en: (d) => `This block exists this year${aside(d, 'name', (name) => ` as “${name}”`)}. Give it another name.`,
  },
  'cluster-name-taken': {
    vi: (d) => `Cụm này đã có trong năm${aside(d, 'name', (name) => `, tên “${name}”`)}. Đặt tên khác.`,
    en: (d) => `This cluster exists this year${aside(d, 'name', (name) => ` as “${name}”`)}. Give it another name.`,
  },
  'block-code-taken': {
    vi: 'Mã khối này đã có trong năm. Chọn mã khác.',
    en: 'A block of this code exists this year. Choose another code.',
  },
  'cluster-code-taken': {
    vi: 'Mã cụm này đã có trong năm. Chọn mã khác.',
    en: 'A cluster of this code exists this year. Choose another code.',
  },
  'block-in-use': {
    vi: 'Khối này còn đơn vị. Chuyển các đơn vị sang khối khác rồi bỏ khối.',
    en: 'This block still has units. Move them to another block first.',
  },
  'cluster-in-use': {
    vi: 'Cụm này còn đơn vị. Chuyển các đơn vị sang cụm khác rồi bỏ cụm.',
    en: 'This cluster still has units. Move them to another cluster first.',
  },
  'unit-still-in-year': {
    vi: 'Đơn vị còn tham gia năm đang chạy. Cho đơn vị nghỉ năm này (kèm lý do) trước khi lưu trữ.',
    en: 'The unit takes part in a running year. Leave it out of that year, with the reason, before archiving it.',
  },
  'unit-in-use': {
    vi: (d) =>
      `Chưa xóa được đơn vị: còn ${hangingIn(d) || 'dữ liệu gắn với đơn vị'}. Đơn vị có thật thì cho nghỉ năm này hoặc lưu trữ.`,
    en: 'Something hangs on this unit. Leave it out of the year, or archive it.',
  },
  'year-in-use': {
    vi: (d) =>
      `Chưa xóa được năm: còn ${hangingIn(d) || 'dữ liệu gắn với năm'}. Sửa tên, ngày của năm này thay vì xóa.`,
    en: 'Something hangs on this year. Correct its name and days instead.',
  },
  'unit-not-in-year': {
    vi: 'Đơn vị chưa được đưa vào năm thi đua này. Hỏi cán bộ công đoàn cấp trên nếu đơn vị có tham gia.',
    en: 'The unit has no place in this year. Ask the federation if it takes part.',
  },
  'unit-left-out': {
    vi: (d) =>
      `Đơn vị không tham gia năm này nữa${sinceDay(d)}${reasonOf(d)}. Những gì đã làm vẫn xem được, nhưng không ghi thêm được.`,
    en: (d) => `The unit takes no part in this year any more${reasonOf(d)}. Its past can be read, not changed.`,
  },
  'last-officer': {
    vi: 'Đây là cán bộ cuối cùng của công đoàn. Thêm cán bộ khác trước, để luôn có người vào được.',
    en: 'This is the last officer. Add another one first, so that somebody can always get in.',
  },
  'role-needs-unit': {
    vi: 'Vai trò này không hợp với nơi làm việc đã chọn: chủ tịch, ủy viên, thủ trưởng thuộc một đơn vị; cán bộ thuộc công đoàn cấp trên.',
    en: 'Chairs, deputies and principals belong to a unit; officers to the federation.',
  },
  'import-faulty': {
    vi: (d) =>
      `Tệp còn${asideNumber(d, 'faults', (n) => ` ${n}`) || ''} lỗi nên chưa đưa vào đơn vị nào. Sửa trong Excel rồi tải lại.`,
    en: 'The file has faults, so nothing was imported. Correct it in Excel and upload it again.',
  },
} satisfies Sentences;
