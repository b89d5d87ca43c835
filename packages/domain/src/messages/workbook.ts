import { aside, type Sentences } from './sentence.ts';

const saveAs = 'Mở tệp bằng Excel, chọn Lưu thành, kiểu “Excel Workbook (.xlsx)”, rồi tải lên lại.';
const template = 'Tải tệp mẫu từ trang này, dán danh sách vào, rồi tải lên lại.';

const convert = 'Bôi đen trong Excel, chép, mở UniKey, bấm Ctrl+Shift+F6, chuyển sang Unicode, dán lại, rồi tải lên.';

/** A workbook sent for an import; nothing has been stored when one of these is said. */
export const workbook = {
  'workbook-empty': { vi: 'Tệp trống, không có nội dung. Chọn lại tệp.', en: 'The file is empty. Choose it again.' },
  'workbook-file-too-large': {
    vi: (d) =>
      `Tệp lớn quá${aside(d, 'most', (most) => ` ${most} MB`)} nên không đọc. Bỏ ảnh trong tệp, hoặc chép riêng danh sách sang tệp Excel mới, rồi chọn lại.`,
    en: (d) =>
      `The file is larger than${aside(d, 'most', (most) => ` ${most} MB`)}. Remove pictures, or copy the list alone.`,
  },
  'workbook-old-xls': {
    vi: `Đây là tệp Excel trước năm 1997, chữ không phải Unicode. ${saveAs}`,
    en: 'This is a workbook of Excel 95 or before. Save it as .xlsx and send it again.',
  },
  'workbook-encrypted': {
    vi: 'Tệp có mật khẩu nên không đọc được. Bỏ mật khẩu trong Excel, lưu lại, rồi tải lên.',
    en: 'The file has a password. Remove it, save, and send it again.',
  },
  'workbook-is-text': {
    vi: `Đây là tệp chữ (CSV hoặc tương tự), không phải Excel. ${saveAs}`,
    en: 'This is a text file, not a workbook. Save it as .xlsx and send it again.',
  },
  'workbook-binary': {
    vi: `Đây là tệp Excel nhị phân (.xlsb). ${saveAs}`,
    en: 'This is an .xlsb file. Save it as .xlsx and send it again.',
  },
  'workbook-other': {
    vi: `Tệp này không phải bảng Excel. ${template}`,
    en: 'This file is not an Excel workbook. Use the template.',
  },
  'workbook-broken': {
    vi: `Tệp bị hỏng hoặc tải lên chưa đủ. ${saveAs}`,
    en: 'The file is damaged or incomplete. Save it again and send it again.',
  },
  'workbook-too-many-parts': {
    vi: `Tệp có quá nhiều thành phần (ảnh, trang tính). ${template}`,
    en: 'The file has too many parts. Use the template.',
  },
  'workbook-too-large': {
    vi: `Nội dung tệp lớn quá 50 MB. ${template}`,
    en: 'The file holds more than 50 MB. Use the template.',
  },
  'workbook-too-compressed': {
    vi: `Tệp nén bất thường nên không được mở. ${template}`,
    en: 'The file is compressed in an unusual way and was not opened. Use the template.',
  },
  'workbook-unsafe-name': {
    vi: `Tệp có thành phần với tên không an toàn nên không được mở. ${template}`,
    en: 'The file has a part with an unsafe name and was not opened. Use the template.',
  },
  'workbook-too-slow': {
    vi: `Đọc tệp quá lâu nên đã dừng. ${template}`,
    en: 'Reading took too long and was stopped. Use the template.',
  },
  'workbook-too-heavy': {
    vi: `Tệp cần quá nhiều bộ nhớ nên đã dừng. ${template}`,
    en: 'Reading needed too much memory and was stopped. Use the template.',
  },
  'workbook-no-table': {
    vi: `Không thấy dòng tiêu đề có “Tên đơn vị” (hoặc “Tên trường”) và một cột nữa như “Khối”, “Số điện thoại”. ${template}`,
    en: 'No row of column titles was found. Use the template.',
  },
  'workbook-old-font': {
    vi: `Tệp gõ bằng phông chữ cũ (.VnTime, VNI), không phải Unicode. ${convert}`,
    en: 'The file was typed for an old font (TCVN3 or VNI). Convert it to Unicode and send it again.',
  },
  'text-old-font': {
    vi: (d) =>
      `Ô này gõ bằng phông chữ cũ${aside(d, 'font', (font) => (font === 'vni' ? ' (VNI)' : ' (.VnTime, TCVN3)'))}${aside(d, 'meant', (meant) => `; có lẽ là “${meant}”`)}. ${convert}`,
    en: (d) =>
      `This cell was typed for an old font${aside(d, 'meant', (meant) => `; probably “${meant}”`)}. Convert it to Unicode.`,
  },
  'column-twice': {
    vi: (d) => `Cột${aside(d, 'column', (column) => ` “${column}”`)} có hai lần. Bỏ bớt một cột.`,
    en: (d) => `A column is there twice${aside(d, 'column', (column) => `: ${column}`)}. Remove one.`,
  },
  'cell-error': {
    vi: 'Ô này là công thức lỗi hoặc chưa tính. Ghi thẳng giá trị vào ô.',
    en: 'This cell is a formula with an error. Write the value itself.',
  },
} satisfies Sentences;
