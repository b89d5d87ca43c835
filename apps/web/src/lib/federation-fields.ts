/** What is printed on a federation's papers, in the order of the page. */
export const federationFields = [
  {
    name: 'name',
    label: 'Tên đầy đủ',
    hint: 'Như trên con dấu, ví dụ Công đoàn phường Vân Hải.',
    maxlength: 200,
    required: true,
  },
  {
    name: 'kind',
    label: 'Loại tổ chức',
    hint: 'Ví dụ Liên đoàn Lao động quận, Công đoàn phường, Công đoàn ngành.',
    maxlength: 80,
    required: true,
  },
  {
    name: 'superior',
    label: 'Cấp trên (in phía trên tên)',
    hint: 'Ví dụ Liên đoàn Lao động thành phố Hải Phòng. Để trống nếu không có.',
    maxlength: 200,
    required: false,
  },
  { name: 'symbol', label: 'Ký hiệu văn bản', hint: 'Phần sau số văn bản, ví dụ LĐLĐ.', maxlength: 40, required: true },
  { name: 'place', label: 'Địa danh', hint: 'In trước ngày tháng, ví dụ Vân Hải.', maxlength: 80, required: true },
  { name: 'signsFor', label: 'Người ký: thay mặt', hint: 'Ví dụ TM. BAN THƯỜNG VỤ.', maxlength: 120, required: true },
  { name: 'signsAs', label: 'Người ký: chức vụ', hint: 'Ví dụ CHỦ TỊCH.', maxlength: 120, required: true },
] as const;

export type FederationField = (typeof federationFields)[number]['name'];
