import { fullMoment, momentInSentence } from '../words/times.ts';
import { aside, asideNumber, type Sentences } from './sentence.ts';

/** A figure, as typed or as judged, and the report it stands in. */
export const figure = {
  'figure-empty': {
    vi: 'Mục này chưa có số liệu. Nhập số, kể cả khi bằng 0.',
    en: 'This line has no figure yet. Enter one, even if it is 0.',
  },
  'figure-negative': { vi: 'Số liệu không thể âm. Xem lại dấu trừ.', en: 'A figure cannot be negative.' },
  'figure-both-ways': {
    vi: 'Mục này nhập cả số lượng và tỷ lệ. Giữ một cách, xóa cách kia.',
    en: 'This line has both counts and a percentage. Keep one.',
  },
  'figure-other-sort': {
    vi: 'Số liệu gửi lên không cùng loại với mục này. Tải lại trang rồi nhập lại.',
    en: 'The figure is not of the kind this line asks for. Reload and enter it again.',
  },
  'figure-code-unknown': {
    vi: (d) =>
      `Có lựa chọn không còn trong kế hoạch${aside(d, 'codes', (codes) => ` (${codes})`)}. Tải lại trang rồi chọn lại.`,
    en: (d) =>
      `A choice is no longer in the plan${aside(d, 'codes', (codes) => ` (${codes})`)}. Reload and choose again.`,
  },
  'parts-needed': {
    vi: 'Mục này cần hai số: số đạt và tổng số. Nhập đủ cả hai.',
    en: 'This line needs two numbers: how many, out of how many.',
  },
  'value-needed': { vi: 'Mục này cần một số. Nhập số đạt được.', en: 'This line needs one number.' },
  'whole-not-positive': {
    vi: (d) =>
      d['notApplicable'] === true
        ? 'Tổng số phải lớn hơn 0. Nếu đơn vị không có đối tượng này, chọn “Không phát sinh”.'
        : 'Tổng số phải lớn hơn 0. Nếu đơn vị không có đối tượng này, để trống cả hai ô và ghi chú cho cán bộ.',
    en: (d) =>
      d['notApplicable'] === true
        ? 'The whole must be more than 0. If there is none, choose “Nothing to report”.'
        : 'The whole must be more than 0. If there is none, leave both fields empty and write a note.',
  },
  'part-over-whole': {
    vi: (d) => {
      const both = d['part'] !== undefined && d['whole'] !== undefined;
      return both
        ? `Số đạt (${String(d['part'])}) nhiều hơn tổng số (${String(d['whole'])}). Xem lại một trong hai.`
        : 'Số đạt nhiều hơn tổng số. Xem lại một trong hai.';
    },
    en: 'The part is more than the whole. Check one of them.',
  },
  'number-too-large': {
    vi: (d) =>
      `Số này${asideNumber(d, 'read', (read) => ` (đọc là ${read})`)} quá lớn${asideNumber(d, 'most', (most) => `, nhiều nhất ${most}`)}. Xem lại số chữ số.`,
    en: (d) =>
      `This number${asideNumber(d, 'read', (read) => ` (read as ${read})`)} is too large${asideNumber(d, 'most', (most) => `, ${most} at most`)}. Check its digits.`,
  },
  'number-too-fine': {
    vi: (d) =>
      `Số này có quá nhiều chữ số sau dấu phẩy${asideNumber(d, 'digits', (digits) => `, nhiều nhất ${digits}`)}. Bớt đi.`,
    en: (d) => `This number has too many decimals${asideNumber(d, 'digits', (digits) => `, ${digits} at most`)}.`,
  },
  'count-not-whole': {
    vi: (d) =>
      `Chỗ này đếm nên cần số nguyên${asideNumber(d, 'read', (read) => `; số vừa nhập đọc là ${read}`)}. Nhập lại không có phần lẻ, ví dụ 8 hoặc 1.234.`,
    en: (d) =>
      `This counts, so it needs a whole number${asideNumber(d, 'read', (read) => `; what was typed reads as ${read}`)}.`,
  },
  'choice-unknown': {
    vi: 'Mức đã chọn không còn trong kế hoạch. Tải lại trang rồi chọn lại.',
    en: 'The chosen level is no longer in the plan. Reload and choose again.',
  },
  'none-but-some': {
    vi: 'Đã chọn “Không có” nhưng vẫn đánh dấu mục khác. Giữ một trong hai.',
    en: '“None” is chosen together with something else. Keep one.',
  },
  'points-out-of-range': {
    vi: (d) => `Điểm phải từ 0${asideNumber(d, 'max', (max) => ` đến ${max}`) || ' đến mức tối đa của mục'}.`,
    en: (d) => `Points go from 0 to ${asideNumber(d, 'max', (max) => max) || 'the most the line gives'}.`,
  },
  'points-not-step': {
    vi: (d) => `Điểm của mục này cho theo bậc${asideNumber(d, 'step', (step) => ` ${step}`)}. Chọn điểm gần nhất.`,
    en: (d) => `Points of this line go in steps${asideNumber(d, 'step', (step) => ` of ${step}`)}.`,
  },
  'not-applicable-refused': {
    vi: 'Kế hoạch không cho chọn “Không phát sinh” ở mục này. Nhập số liệu, kể cả khi bằng 0.',
    en: 'The plan does not allow “Nothing to report” here. Enter a figure, even 0.',
  },
  'report-empty': {
    vi: 'Báo cáo chưa có số liệu nào. Nhập ít nhất một mục rồi gửi.',
    en: 'The report has no figures yet.',
  },
  'report-sent-already': {
    vi: (d) =>
      `Báo cáo này đã được gửi${aside(d, 'at', (at) => ` lúc ${momentInSentence(at)}`)}${aside(d, 'as', (as) => ` (${as})`)}${aside(d, 'number', (number) => `, biên nhận ${number}`)}. Không còn mục nào phải gửi; mở biên nhận để xem đã gửi những gì.`,
    en: (d) =>
      `This report was sent${aside(d, 'at', (at) => ` at ${fullMoment(at)}`)}${aside(d, 'as', (as) => ` (${as})`)}${aside(d, 'number', (number) => `, receipt ${number}`)}. Nothing is left to send.`,
  },
  'report-incomplete': {
    vi: (d) =>
      `Báo cáo còn thiếu số liệu${aside(d, 'lines', (lines) => ` ở mục ${lines}`)}. Nhập đủ, hoặc đánh dấu gửi sau, rồi gửi.`,
    en: (d) => `Figures are missing${aside(d, 'lines', (lines) => ` in ${lines}`)}. Enter them and send.`,
  },
  'report-not-submitted': {
    vi: 'Báo cáo này chưa được gửi nên không rút lại được.',
    en: 'This report has not been sent, so it cannot be withdrawn.',
  },
  'report-withdrawn': {
    vi: 'Báo cáo này đã được đơn vị rút lại, chưa thẩm định được. Đợi đơn vị gửi lại.',
    en: 'The unit has withdrawn this report. Wait until it is sent again.',
  },
  'report-being-verified': {
    vi: 'Công đoàn cấp trên đã bắt đầu thẩm định nên không rút lại được. Nếu có sai sót, đề nghị trả lại mục đó.',
    en: 'Verification has begun, so the report cannot be withdrawn. Ask for the line to be returned.',
  },
  'evidence-missing': {
    vi: (d) => `Còn thiếu minh chứng${aside(d, 'lines', (lines) => ` ở mục ${lines}`)}. Thêm ảnh hoặc tệp rồi gửi.`,
    en: (d) => `Evidence is missing${aside(d, 'lines', (lines) => ` in ${lines}`)}. Add it and send.`,
  },
  'line-not-asked': {
    vi: 'Mục này không phải báo cáo trong kỳ này. Tải lại trang để xem các mục của kỳ.',
    en: 'This line is not due in this period. Reload to see what is.',
  },
  'line-taken-already': {
    vi: (d) => `Mục${aside(d, 'line', (line) => ` ${line}`)} đã không giao cho đơn vị này rồi. Tải lại trang để xem.`,
    en: 'This line is not the unit’s already. Reload the page.',
  },
  'line-not-taken': {
    vi: (d) => `Mục${aside(d, 'line', (line) => ` ${line}`)} đang giao cho đơn vị này rồi. Tải lại trang để xem.`,
    en: 'This line is the unit’s already. Reload the page.',
  },
  'figure-not-open': {
    vi: 'Mục này vừa được gửi trong lúc tệp đang tải lên. Tải lại trang để xem đã gửi những gì.',
    en: 'This line was sent while the file was on its way. Reload to see what was sent.',
  },
  'figure-sent': {
    vi: 'Mục này đã gửi, đang chờ thẩm định nên không sửa được. Nếu cần sửa, rút lại báo cáo ở trang biên nhận.',
    en: 'This line was sent and waits to be verified. To change it, withdraw the report on the receipt’s page.',
  },
  'figure-verified': {
    vi: 'Mục này đã thẩm định nên không sửa được. Nếu có sai sót, đề nghị công đoàn cấp trên trả lại mục.',
    en: 'This line was verified and cannot be changed. If it is wrong, ask the federation to return it.',
  },
  'figure-not-returned': {
    vi: 'Mục này không còn ở trạng thái bị trả lại, có thể đã gửi lại từ máy khác. Tải lại trang để xem.',
    en: 'This line is not returned any more; it may have been sent again from another device. Reload to see.',
  },
  'figures-not-kept': {
    vi: 'Có mục chưa lưu được. Xem các mục được đánh dấu.',
    en: 'Some lines were not saved. See the marked lines.',
  },
  'figure-changed-since': {
    vi: 'Người khác vừa sửa mục này. Xem bản đã lưu rồi lưu lại nếu vẫn đúng.',
    en: 'Someone else has just changed this line. See what is saved, then save again if yours is still right.',
  },
  'deadline-not-later': {
    vi: 'Hạn mới phải sau hạn cũ. Chọn ngày khác.',
    en: 'The new deadline must be later than the old one.',
  },
} satisfies Sentences;
