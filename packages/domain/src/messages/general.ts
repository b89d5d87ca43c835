import { clock, fullDay } from '../words/times.ts';
import { aside, asideNumber, type Sentences } from './sentence.ts';

/** Any request. */
export const general = {
  unexpected: {
    vi: 'Máy chủ gặp lỗi. Những gì đã báo “đã lưu” vẫn còn. Thử lại; nếu vẫn lỗi, báo công đoàn cấp trên kèm mã lỗi.',
    en: 'The server failed. What was reported as saved is safe. Try again; if it fails again, report the error code.',
  },
  'server-unreachable': {
    vi: 'Máy chủ chưa trả lời. Giữ trang này mở để không mất những gì vừa nhập. Kiểm tra mạng rồi thử lại.',
    en: 'The server did not answer. Keep this page open so that nothing typed is lost. Check the network and try again.',
  },
  'not-found': {
    vi: 'Không tìm thấy nội dung này. Có thể nó đã được chuyển đi, hoặc tài khoản này không được xem. Quay lại trang trước.',
    en: 'This was not found. It may have moved, or this account may not see it. Go back to the page before.',
  },
  'invalid-input': {
    vi: 'Có mục chưa đúng. Xem lại các mục được đánh dấu rồi gửi lại.',
    en: 'Something entered is not right. Check the marked fields and send again.',
  },
  'too-large': {
    vi: (d) =>
      `Tệp hoặc nội dung quá lớn${asideNumber(d, 'max', (max) => ` (tối đa ${max})`)}. Chọn tệp nhỏ hơn hoặc chia làm nhiều lần.`,
    en: (d) =>
      `The file or text is too large${asideNumber(d, 'max', (max) => ` (at most ${max})`)}. Choose a smaller one or split it.`,
  },
  'rate-limited': {
    vi: (d) =>
      `Đã thử quá nhiều lần.${aside(d, 'until', (at) => ` Thử lại sau ${clock(at)}.`) || ' Đợi 15 phút rồi thử lại.'}`,
    en: (d) =>
      `Too many attempts.${aside(d, 'until', (at) => ` Try again after ${clock(at)}.`) || ' Try again in 15 minutes.'}`,
  },
  'stale-revision': {
    vi: 'Người khác vừa sửa mục này. Bản bạn nhập vẫn còn ở đây. Xem hai bản rồi chọn một.',
    en: 'Someone else has just changed this. What you typed is still here. Look at both versions and choose.',
  },
  'replayed-with-other-content': {
    vi: 'Lần gửi này trùng số với một lần gửi trước nhưng nội dung khác. Tải lại trang để xem bản đã lưu, rồi nhập lại.',
    en: 'This was sent before with other content. Reload to see what is saved, then enter it again.',
  },
  'cross-origin': {
    vi: 'Yêu cầu đến từ một trang khác nên bị từ chối. Mở Giao Ước bằng địa chỉ của nó rồi làm lại.',
    en: 'The request came from another site and was refused. Open Giao Ước at its own address and try again.',
  },
  'number-ambiguous': {
    vi: (d) => {
      const choices = aside(d, 'values', (values) => values.replace(', ', ' hay '));
      return choices
        ? `Số này đọc được hai cách: ${choices}. Chọn một.`
        : 'Số này đọc được hai cách. Viết lại cho rõ, ví dụ 1234 hoặc 1,2.';
    },
    en: 'This number can be read in two ways. Choose one.',
  },
  'number-unreadable': {
    vi: 'Chưa đọc được số này. Nhập bằng chữ số, ví dụ 46 hoặc 95,5.',
    en: 'This number cannot be read. Use digits, for example 46 or 95.5.',
  },
  'too-complex': {
    vi: 'Nội dung gửi lên có quá nhiều tầng hoặc quá nhiều mục nên không được đọc. Nếu là tệp, tải bản gốc xuống rồi sửa lại trong bản đó; nếu không, tải lại trang rồi làm lại.',
    en: 'What was sent nests too deeply or holds too many items, and was not read. Start again from the original file, or reload the page.',
  },
  'server-busy': {
    vi: 'Máy chủ đang bận hoặc đang khởi động lại. Giữ trang này mở để không mất những gì vừa nhập. Đợi một phút rồi thử lại.',
    en: 'The server is busy or starting again. Keep this page open so that nothing typed is lost. Wait a minute and try again.',
  },
  'too-many-at-once': {
    vi: 'Tài khoản này đang hỏi quá nhiều việc cùng một lúc. Đợi vài giây rồi thử lại.',
    en: 'This account is asking for too many things at once. Wait a few seconds and try again.',
  },
  'storage-full': {
    vi: 'Ổ đĩa của máy chủ đã đầy nên chưa lưu được. Những gì đã lưu trước đó vẫn còn nguyên. Báo người quản trị máy chủ giải phóng chỗ trống, rồi gửi lại.',
    en: 'The disk of the server is full, so this was not saved. What was saved before is untouched. Ask whoever runs the server to free space, then send it again.',
  },
  'answer-late': {
    vi: 'Máy chủ trả lời quá lâu. Điều vừa gửi có thể đã được lưu. Đợi một phút rồi mở lại trang này để xem.',
    en: 'The server took too long to answer. What was sent may have been saved. Wait a minute and open this page again to see.',
  },
  'file-not-chosen': {
    vi: 'Chưa chọn tệp. Chọn tệp hoặc chụp ảnh rồi gửi lại.',
    en: 'No file was chosen. Choose or photograph one and send again.',
  },
  'unit-not-chosen': {
    vi: 'Chưa chọn đơn vị nào. Đánh dấu các đơn vị rồi làm lại.',
    en: 'No unit was chosen. Tick the units and try again.',
  },
  'figure-not-chosen': {
    vi: 'Chưa chọn mục nào. Đánh dấu các mục rồi làm lại.',
    en: 'Nothing was chosen. Tick the lines and try again.',
  },
  'reason-needed': {
    vi: 'Cần ghi lý do để đơn vị hiểu và sửa được.',
    en: 'A reason is needed.',
  },
  'text-too-long': {
    vi: (d) => `Nội dung quá dài${asideNumber(d, 'max', (max) => ` (tối đa ${max} ký tự)`)}. Viết ngắn lại.`,
    en: (d) => `The text is too long${asideNumber(d, 'max', (max) => ` (at most ${max} characters)`)}. Shorten it.`,
  },
  'period-closed': {
    vi: 'Kỳ này đã đóng. Nếu cần sửa, đề nghị công đoàn cấp trên gia hạn hoặc trả lại mục cần sửa.',
    en: 'This period is closed. To change something, ask the federation to extend it or return the line.',
  },
  'period-not-open': {
    vi: 'Kỳ này chưa mở. Số liệu nhập được từ ngày đầu của kỳ.',
    en: 'This period is not open yet. Figures can be entered from its first day.',
  },
  'day-out-of-reach': {
    vi: (d) =>
      `Ngày này không thể đúng${aside(d, 'from', (day) => `, phải từ ${fullDay(day)}`)}${aside(d, 'to', (day) => `, không sau ${fullDay(day)}`)}. Xem lại ngày, tháng và năm.`,
    en: (d) =>
      `This date cannot be right${aside(d, 'from', (day) => `: not before ${fullDay(day)}`)}${aside(d, 'to', (day) => `, not after ${fullDay(day)}`)}. Check day, month and year.`,
  },
} satisfies Sentences;
