import type { Sentences } from './sentence.ts';

/** Verifying what was reported. */
export const assessment = {
  'own-unit': {
    vi: 'Không ai được chấm đơn vị của chính mình. Chuyển mục này cho người khác.',
    en: 'Nobody assesses their own unit.',
  },
  'figure-not-submitted': {
    vi: 'Số liệu này chưa được gửi nên chưa thẩm định được.',
    en: 'This figure has not been sent, so it cannot be verified.',
  },
  'already-assessed': {
    vi: 'Người khác vừa thẩm định mục này. Xem kết quả đó; lấy lại được nếu cần sửa.',
    en: 'Someone else has just verified this. Look at it; it can be undone.',
  },
  'figure-unchanged': {
    vi: 'Số này đúng bằng số đơn vị đã gửi nên không có gì để sửa. Đúng thì bấm Chấp nhận; nếu không, nhập số khác.',
    en: 'This is the figure the unit sent, so nothing is corrected. Accept it, or type another figure.',
  },
  'points-outside': {
    vi: 'Điểm nằm ngoài khoảng của mục này. Xem điểm tối đa rồi nhập lại.',
    en: 'The points are outside what this line gives.',
  },
  'line-not-given': {
    vi: 'Mục này không giao cho đơn vị nên không có gì để chấm.',
    en: 'This line is not given to the unit.',
  },
  'nothing-to-undo': { vi: 'Không có quyết định nào để lấy lại.', en: 'There is nothing to undo.' },
  'answered-since': {
    vi: 'Đơn vị đã sửa và gửi lại sau quyết định này nên không lấy lại được. Xem số liệu mới.',
    en: 'The unit has answered since, so this cannot be undone. Look at the new figure.',
  },
  'due-in-the-past': { vi: 'Hạn sửa phải sau hôm nay. Chọn ngày khác.', en: 'The due date must be in the future.' },
  'ranking-blocked': {
    vi: 'Chưa thể công bố tạm vì còn việc chưa xong. Xem danh sách bên dưới, làm xong hoặc xác nhận vẫn tiếp tục.',
    en: 'The year cannot be made provisional yet. See what is still open.',
  },
} satisfies Sentences;
