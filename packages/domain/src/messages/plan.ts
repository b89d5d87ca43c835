import { aside, asideNumber, type Sentences } from './sentence.ts';

/** The plan, and the pledge that follows from it. */
export const plan = {
  'plan-not-published': {
    vi: 'Kế hoạch của năm này chưa được công bố. Công đoàn cấp trên công bố xong, mục này sẽ mở.',
    en: 'The plan of this year is not published yet.',
  },
  'year-not-open': {
    vi: 'Năm thi đua này đã có kết quả tạm tính hoặc đã chốt nên không nhận thay đổi. Nếu cần sửa, cán bộ công đoàn cấp trên rút kết quả tạm tính (nêu lý do) ở mục Xếp hạng rồi làm lại.',
    en: 'This year has a provisional or closed result and takes no changes.',
  },
  'year-step-not-now': {
    vi: 'Năm thi đua này không còn ở bước đó: có thể một người khác vừa làm. Tải lại trang để xem năm đang ở bước nào.',
    en: 'The year is not at that step any more.',
  },
  'plan-invalid': {
    vi: 'Kế hoạch còn lỗi nên chưa dùng được. Xem bảng kiểm tra, bấm từng lỗi để đến đúng chỗ.',
    en: 'The plan still has faults. Press each one in the check list to go there.',
  },
  'plan-unchanged': {
    vi: 'Kế hoạch chưa có gì thay đổi so với bản đã công bố. Sửa rồi công bố bản mới.',
    en: 'Nothing has changed since the published version. Change something first.',
  },
  'plan-code-changed': {
    vi: (d) =>
      `Mã kế hoạch đã công bố thì không đổi được. Đặt lại mã${aside(d, 'expected', (code) => ` ${code}`)} trong tệp rồi tải lên lại.`,
    en: (d) => `The code of a published plan never changes. Put${aside(d, 'expected', (code) => ` ${code}`)} back.`,
  },
  'line-meaning-changed': {
    vi: (d) =>
      `Tiêu chí${aside(d, 'lines', (lines) => ` ${lines}`)} đã công bố nên giữ nguyên kiểu quy tắc, đơn vị tính và các mức, việc, lỗi đã có. Lùi lại, hoặc thêm tiêu chí mới với mã khác.`,
    en: (d) =>
      `A published line${aside(d, 'lines', (lines) => ` (${lines})`)} keeps its rule, its unit of measure and its choices. Go back, or add a new line.`,
  },
  'stage-meaning-changed': {
    vi: (d) =>
      `Bước chấm${aside(d, 'stages', (stages) => ` ${stages}`)} đã công bố nên giữ nguyên loại bước. Lùi lại, hoặc bỏ bước này và thêm bước mới.`,
    en: (d) =>
      `A published stage${aside(d, 'stages', (stages) => ` (${stages})`)} keeps its kind. Go back, or add a new stage.`,
  },
  'too-many-stages': {
    vi: (d) => `Kế hoạch có nhiều nhất${asideNumber(d, 'max', (max) => ` ${max}`)} bước chấm. Bỏ một bước rồi thêm.`,
    en: (d) => `A plan has at most${asideNumber(d, 'max', (max) => ` ${max}`)} stages. Take one out first.`,
  },
  'signature-needed': {
    vi: (d) =>
      `Bản này cần các đơn vị ký${aside(d, 'lines', (lines) => `: mục ${lines} là chỉ tiêu đơn vị tự đăng ký, chỉ đăng ký được khi ký`)}. Chọn “Cần ký phụ lục” rồi công bố lại.`,
    en: (d) =>
      `Units must sign this version${aside(d, 'lines', (lines) => `: they set their own number for ${lines} when they sign`)}. Ask for signatures and publish again.`,
  },
  'board-changed': {
    vi: 'Số liệu đã đổi từ khi mở bảng điểm này. Tải lại trang để in bản mới.',
    en: 'The figures have changed since this board was opened. Load the page again to print the new one.',
  },
  'code-taken': {
    vi: (d) => `Mã${aside(d, 'code', (code) => ` ${code}`)} đã dùng trong kế hoạch này. Chọn mã khác.`,
    en: (d) => `The code${aside(d, 'code', (code) => ` ${code}`)} is used already. Choose another.`,
  },
  'line-unknown': {
    vi: 'Không có mục này trong kế hoạch. Tải lại trang để xem kế hoạch mới nhất.',
    en: 'The plan has no such line. Reload.',
  },
  'group-unknown': {
    vi: 'Không có nhóm này trong kế hoạch. Tải lại trang để xem kế hoạch mới nhất.',
    en: 'The plan has no such group. Reload.',
  },
  'group-not-empty': {
    vi: 'Nhóm này còn mục bên trong. Chuyển hoặc xóa các mục trước.',
    en: 'The group still has lines. Move or delete them first.',
  },
  'group-below-itself': {
    vi: 'Không thể đặt một nhóm vào chính nó. Chọn nhóm khác.',
    en: 'A group cannot stand inside itself.',
  },
  'period-unknown': {
    vi: 'Không có kỳ này trong kế hoạch. Chọn lại kỳ.',
    en: 'The plan has no such period. Choose again.',
  },
  'period-in-use': {
    vi: 'Kỳ này còn mục phải báo cáo. Chuyển các mục sang kỳ khác trước khi xóa.',
    en: 'Lines are due in this period. Move them first.',
  },
  'pledge-not-offered': {
    vi: 'Giao ước chưa được mời ký. Công đoàn cấp trên mời ký xong, giao ước sẽ hiện ở đây.',
    en: 'The pledge has not been offered yet.',
  },
  'pledge-step-not-now': {
    vi: 'Giao ước đang ở bước khác nên chưa làm được việc này. Tải lại trang để xem bước hiện tại.',
    en: 'The pledge is at another step. Reload to see where it stands.',
  },
  'pledge-content-changed': {
    vi: 'Nội dung giao ước vừa thay đổi. Chưa ký gì. Xem lại bản mới rồi ký.',
    en: 'The pledge has just changed. Nothing was signed. Read the new version and sign.',
  },
  'target-not-own': {
    vi: 'Chỉ tiêu này do công đoàn cấp trên giao, đơn vị không tự đặt.',
    en: 'This target is set by the federation.',
  },
  'target-not-positive': {
    vi: 'Chỉ tiêu đăng ký phải lớn hơn 0, vì điểm tính theo phần đạt được so với chỉ tiêu.',
    en: 'The target must be more than 0, because points are a share of it.',
  },
  'target-below-floor': {
    vi: (d) =>
      `Chỉ tiêu thấp hơn mức sàn${asideNumber(d, 'floor', (floor) => ` (${floor})`)}. Đăng ký từ mức sàn trở lên.`,
    en: (d) =>
      `The target is below the floor${asideNumber(d, 'floor', (floor) => ` (${floor})`)}. Register at least the floor.`,
  },
  'target-missing': {
    vi: (d) => `Còn chỉ tiêu chưa đăng ký${aside(d, 'lines', (lines) => `: ${lines}`)}. Đăng ký đủ rồi ký.`,
    en: (d) => `Own targets are missing${aside(d, 'lines', (lines) => `: ${lines}`)}. Register them and sign.`,
  },
  'target-not-typed': {
    vi: 'Nhập số đơn vị đăng ký.',
    en: 'Enter the unit’s own target.',
  },
  'targets-not-kept': {
    vi: 'Có chỉ tiêu chưa ghi được. Xem các mục được đánh dấu.',
    en: 'Some targets were not saved. See the marked lines.',
  },
  'already-signed': {
    vi: 'Chữ ký này đã có. Không cần ký lại; biên nhận nằm trong mục Giấy tờ.',
    en: 'This is signed already; the receipt is among your papers.',
  },
  'capacity-not-asked': {
    vi: 'Kế hoạch không yêu cầu chữ ký với tư cách này. Kiểm tra lại bạn đang làm việc với vai trò nào.',
    en: 'The plan asks for no signature in this capacity. Check which role you are working in.',
  },
} satisfies Sentences;
