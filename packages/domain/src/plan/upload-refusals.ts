/** Why a file is no plan at all; what is wrong inside one is said by its own faults. */
export const uploadRefusals = {
  'too-deep': () => 'Kế hoạch trong tệp lồng nhau quá nhiều tầng. Bớt các tầng nhóm rồi tải lên lại.',
  'too-many': () =>
    'Tệp này có quá nhiều mục để là một kế hoạch hay một năm. Tải bản kế hoạch xuống, sửa trong tệp đó rồi tải lên lại.',
  'not-json': () =>
    'Tệp này không đọc được: không phải JSON. Tải bản kế hoạch xuống, sửa trong tệp đó rồi tải lên lại.',
  'too-large': (thousands: string) =>
    `Kế hoạch trong tệp dài quá ${thousands} nghìn ký tự. Rút gọn phần hướng dẫn rồi tải lên lại.`,
  'not-text': () =>
    'Kế hoạch trong tệp có ký tự không lưu được. Mở tệp bằng bảng mã UTF-8, xóa các ký tự lạ rồi tải lên lại.',
} as const satisfies Record<string, (limit: string) => string>;
