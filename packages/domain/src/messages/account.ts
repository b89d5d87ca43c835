import { clock } from '../words/times.ts';
import { aside, asideNumber, type Sentences } from './sentence.ts';

/** Signing in, proof of presence, invitations, the first setting up. */
export const account = {
  'not-signed-in': {
    vi: 'Cần đăng nhập để tiếp tục.',
    en: 'Sign in to continue.',
  },
  'session-ended': {
    vi: 'Phiên đăng nhập đã kết thúc. Đăng nhập lại để tiếp tục; những gì đã lưu vẫn còn.',
    en: 'Your session has ended. Sign in again; what was saved is safe.',
  },
  'half-sign-in-over': {
    vi: 'Đã quá năm phút hoặc lần đăng nhập này đã dùng rồi. Nhập lại tên và mật khẩu.',
    en: 'Five minutes have passed, or this sign-in was used already. Enter name and password again.',
  },
  'wrong-totp': {
    vi: 'Mã chưa đúng. Nhập đúng mã đang hiện trong ứng dụng; nếu vẫn chưa được, xem giờ trên điện thoại có đúng không.',
    en: 'The code is not right. Enter the one your app shows now; if it fails again, see whether the phone keeps the right time.',
  },
  'totp-used': {
    vi: 'Mã này đã được dùng. Đợi ứng dụng xác thực hiện mã mới, trong vòng 30 giây, rồi nhập mã đó.',
    en: 'This code was used already. Wait for the next one, at most 30 seconds, and enter that.',
  },
  'totp-on-already': {
    vi: 'Mã từ ứng dụng đã bật. Muốn dùng ứng dụng khác: tắt trước, rồi bật lại.',
    en: 'Codes of an authenticator app are on already. Turn them off first to use another app.',
  },
  'totp-not-on': {
    vi: 'Mã từ ứng dụng chưa bật. Bắt đầu lại từ bước quét mã QR.',
    en: 'Codes of an authenticator app are not on. Begin again with the QR code.',
  },
  'passkeys-not-here': {
    vi: 'Ở địa chỉ này trình duyệt không cho dùng khóa của thiết bị: Giao Ước cần mở qua https và bằng tên miền. Dùng mã 6 số hoặc mật khẩu.',
    en: 'Browsers allow passkeys only over https and at a name, not at this address. Use the six-digit code or the password.',
  },
  'passkey-refused': {
    vi: 'Khóa của thiết bị chưa được xác nhận. Mở khóa bằng vân tay, khuôn mặt hoặc mã mở máy rồi thử lại; hoặc dùng mã 6 số.',
    en: 'The passkey was not confirmed. Unlock it with finger, face or PIN and try again, or use the six-digit code.',
  },
  'passkey-unknown': {
    vi: 'Khóa này không còn trong tài khoản nào. Đăng nhập bằng mật khẩu, rồi thêm lại thiết bị ở trang Tài khoản.',
    en: 'This passkey belongs to no account any more. Sign in with the password and add the device again.',
  },
  'passkey-known': {
    vi: 'Thiết bị này đã có khóa. Không cần thêm lần nữa.',
    en: 'This device has a passkey already.',
  },
  'passkey-not-opened': {
    vi: 'Chưa mở được khóa: đã đóng hộp hỏi, hết giờ chờ, hoặc thiết bị này không có khóa của tài khoản. Thử lại, hoặc dùng cách khác.',
    en: 'The passkey was not opened: the dialogue was closed, time ran out, or this device has none for the account. Try again or use another way.',
  },
  'passkeys-not-kept': {
    vi: 'Thiết bị này không giữ được khóa có vân tay, khuôn mặt hoặc mã mở máy. Dùng mã 6 số.',
    en: 'This device cannot keep a passkey with finger, face or PIN. Use the six-digit code.',
  },
  'passkey-stale': {
    vi: 'Lần hỏi khóa này đã hết hạn hoặc nội dung đã khác. Bấm lại để hỏi lần mới; chưa có gì được ký.',
    en: 'This request to the passkey is over, or what it was for has changed. Press again; nothing was signed.',
  },
  'passkey-copied': {
    vi: 'Bộ đếm của khóa đi lùi: có thể khóa đã bị sao chép, nên không được nhận. Dùng mã 6 số, bỏ khóa này ở trang Tài khoản rồi thêm lại.',
    en: 'The counter of this passkey went back; it may have been copied and is not accepted. Use the code, remove the passkey and add it again.',
  },
  'too-many-passkeys': {
    vi: (d) =>
      `Đã có ${asideNumber(d, 'most', (most) => most) || '10'} thiết bị. Bỏ một thiết bị không dùng nữa rồi thêm.`,
    en: (d) => `There are ${asideNumber(d, 'most', (most) => most) || '10'} devices already. Remove one first.`,
  },
  'not-allowed': {
    vi: 'Tài khoản này không được làm việc này. Nếu cần, liên hệ công đoàn cấp trên.',
    en: 'This account may not do that. Contact the federation if it should.',
  },
  'sign-in-busy': {
    vi: 'Nhiều người đang đăng nhập cùng lúc. Đợi vài giây rồi bấm lại; lần này chưa bị tính là thử sai.',
    en: 'Many people are signing in at this moment. Wait a few seconds and press again; this did not count as an attempt.',
  },
  'wrong-sign-in': {
    vi: 'Tên đăng nhập, số điện thoại hoặc mật khẩu chưa đúng. Nhập lại, hoặc dùng giấy mời mới nếu quên mật khẩu.',
    en: 'The user name, phone number or password is not right. Try again, or use a new invitation if you forgot it.',
  },
  'wrong-password': {
    vi: 'Mật khẩu chưa đúng. Nhập lại.',
    en: 'The password is not right. Try again.',
  },
  'wrong-code': {
    vi: (d) =>
      `Mã 6 số chưa đúng.${asideNumber(d, 'left', (left) => ` Còn ${left} lần thử.`)} Nhập lại mã bạn đã chọn khi nhận tài khoản.`,
    en: (d) =>
      `The six-digit code is not right.${asideNumber(d, 'left', (left) => ` ${left} attempts left.`)} Enter the code you chose.`,
  },
  'code-locked': {
    vi: (d) =>
      `Đã nhập sai mã nhiều lần.${aside(d, 'until', (at) => ` Thử lại sau ${clock(at)},`) || ' Đợi 15 phút,'} hoặc xin giấy mời mới để đặt lại mã.`,
    en: (d) =>
      `The code was wrong too often.${aside(d, 'until', (at) => ` Try again after ${clock(at)}`) || ' Wait 15 minutes'} or ask for a new invitation.`,
  },
  'code-too-simple': {
    vi: 'Mã này dễ đoán. Chọn 6 số không lặp và không liền nhau.',
    en: 'This code is easy to guess. Choose six digits that do not repeat or follow each other.',
  },
  'password-too-short': {
    vi: (d) =>
      `Mật khẩu cần ít nhất ${asideNumber(d, 'min', (min) => min) || '8'} ký tự. Một câu ngắn dễ nhớ là tốt nhất.`,
    en: (d) => `The password needs at least ${asideNumber(d, 'min', (min) => min) || '8'} characters.`,
  },
  'passwords-differ': {
    vi: 'Hai lần nhập mật khẩu khác nhau. Nhập lại cho giống.',
    en: 'The two passwords differ. Enter the same one twice.',
  },
  'user-name-taken': {
    vi: 'Tên đăng nhập này đã có người dùng. Chọn tên khác.',
    en: 'This user name is taken. Choose another.',
  },
  'user-name-shape': {
    vi: 'Tên đăng nhập chỉ gồm chữ thường không dấu, số, dấu chấm và gạch ngang. Viết lại.',
    en: 'A user name has only plain lower-case letters, digits, dots and hyphens.',
  },
  'invitation-unknown': {
    vi: 'Không tìm thấy giấy mời này. Mở lại đúng liên kết, hoặc xin công đoàn cấp trên giấy mời mới.',
    en: 'This invitation is unknown. Open the exact link again or ask for a new one.',
  },
  'invitation-used': {
    vi: 'Giấy mời này đã được dùng. Đăng nhập bằng tài khoản đã tạo, hoặc xin giấy mời mới.',
    en: 'This invitation has been used. Sign in with that account or ask for a new invitation.',
  },
  'invitation-expired': {
    vi: 'Giấy mời này đã hết hạn hoặc đã được thay bằng giấy mới. Xin công đoàn cấp trên giấy mời mới.',
    en: 'This invitation has expired or was replaced. Ask the federation for a new one.',
  },
  'invitation-join-instead': {
    vi: 'Tài khoản được mời còn làm việc ở nơi khác nên giữ mật khẩu của mình. Đăng nhập bằng tài khoản đó, rồi mở lại liên kết và chọn “Nhận lời mời”.',
    en: 'The invited account also works elsewhere and keeps its password. Sign in with it, then open the link again and join.',
  },
  'name-or-phone-taken': {
    vi: 'Tên đăng nhập hoặc số điện thoại này không dùng được. Chọn tên khác hoặc bỏ trống số điện thoại. Nếu đã có tài khoản, đăng nhập rồi mở lại giấy mời.',
    en: 'This user name or phone number cannot be used. Choose another, or leave the phone empty. If you have an account, sign in and open the invitation again.',
  },
  'setup-done': {
    vi: 'Hệ thống đã được thiết lập. Đăng nhập để dùng.',
    en: 'The system is set up already. Sign in.',
  },
  'setup-code-wrong': {
    vi: 'Mã thiết lập chưa đúng. Xem mã trên màn hình máy chủ khi khởi động rồi nhập lại.',
    en: 'The setup code is not right. It is printed on the console of the server at start.',
  },
} satisfies Sentences;
