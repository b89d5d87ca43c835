/** One column of the sheet of units, as the template writes it and the reader finds it. */
export interface UnitsColumn {
  key: UnitsColumnKey;
  title: string;
  /** Other titles people use, found as well. Compared without accents, case and punctuation. */
  aliases: string[];
  kind: 'text' | 'date' | 'number' | 'phone';
  width: number;
  required: boolean;
  /** Explained on the guide sheet. */
  guide: string;
  example: string;
}

export type UnitsColumnKey =
  'code' | 'name' | 'kind' | 'block' | 'cluster' | 'foundedOn' | 'lastScore' | 'role' | 'login' | 'phone';

/** The mark in the first cell of a row that is only an example; the reader leaves such rows out. */
export const EXAMPLE_MARK = 'VÍ DỤ';

/** The columns in the order of the template. */
export const unitsColumns: readonly UnitsColumn[] = [
  {
    key: 'code',
    title: 'Mã đơn vị',
    aliases: ['Mã', 'Mã ĐV', 'Mã CĐCS', 'Mã số', 'Mã trường', 'Ký hiệu'],
    kind: 'text',
    width: 14,
    required: true,
    guide: 'Mỗi đơn vị một mã riêng: chữ không dấu, số và gạch ngang, ví dụ TH-01.',
    example: EXAMPLE_MARK,
  },
  {
    key: 'name',
    title: 'Tên đơn vị',
    aliases: [
      ...['Tên', 'Đơn vị', 'Tên CĐCS', 'Công đoàn cơ sở', 'Tên công đoàn cơ sở', 'Tên trường', 'Trường', 'CĐCS'],
      ...['Tên đơn vị công đoàn', 'Tên đơn vị trường học', 'Trường học', 'Công đoàn trường'],
    ],
    kind: 'text',
    width: 46,
    required: true,
    guide: 'Tên đầy đủ như trên con dấu hoặc trong văn bản.',
    example: 'CĐCS Trường Tiểu học (tên trường)',
  },
  {
    key: 'kind',
    title: 'Loại hình',
    aliases: ['Loại', 'Loại đơn vị', 'Loại hình đơn vị'],
    kind: 'text',
    width: 20,
    required: false,
    guide: 'Chọn trong danh sách.',
    example: '',
  },
  {
    key: 'block',
    title: 'Khối',
    aliases: ['Khối thi đua', 'Tên khối', 'Khối trường', 'Cấp học', 'Bậc học'],
    kind: 'text',
    width: 18,
    required: true,
    guide: 'Khối để xếp hạng trong năm. Chọn trong danh sách.',
    example: '',
  },
  {
    key: 'cluster',
    title: 'Cụm',
    aliases: ['Cụm thi đua', 'Tên cụm'],
    kind: 'text',
    width: 18,
    required: false,
    guide: 'Cụm chấm chéo, nếu có. Để trống khi không chia cụm.',
    example: '',
  },
  {
    key: 'foundedOn',
    title: 'Ngày thành lập',
    aliases: ['Thành lập', 'Ngày thành lập CĐCS', 'Ngày TL'],
    kind: 'date',
    width: 16,
    required: false,
    guide: 'Ngày/tháng/năm, ví dụ 05/09/2020. Cần cho điều kiện xếp loại của đơn vị mới.',
    example: '05/09/2020',
  },
  {
    key: 'lastScore',
    title: 'Điểm năm trước',
    aliases: ['Điểm năm học trước', 'Điểm năm ngoái'],
    kind: 'number',
    width: 16,
    required: false,
    guide: 'Tổng điểm năm trước, ví dụ 92,5. Để trống khi chưa có.',
    example: '92,5',
  },
  {
    key: 'role',
    title: 'Chức danh người đại diện',
    aliases: ['Chức danh', 'Chức vụ', 'Chức danh chủ tịch', 'Chức vụ công đoàn', 'Chức vụ chủ tịch'],
    kind: 'text',
    width: 26,
    required: false,
    guide: 'Người ký giao ước cho đơn vị, thường là Chủ tịch công đoàn cơ sở.',
    example: 'Chủ tịch công đoàn cơ sở',
  },
  {
    key: 'login',
    title: 'Tên đăng nhập',
    aliases: ['Tài khoản', 'Tên tài khoản'],
    kind: 'text',
    width: 18,
    required: false,
    guide: 'Chữ thường không dấu, số, dấu chấm; ví dụ th01.chutich.',
    example: 'ten.dangnhap',
  },
  {
    key: 'phone',
    title: 'Số điện thoại',
    aliases: [
      'Điện thoại',
      'Số ĐT',
      'SĐT',
      'ĐT',
      'Di động',
      'Điện thoại di động',
      'SĐT chủ tịch',
      'Điện thoại chủ tịch',
      'Số điện thoại liên hệ',
    ],
    kind: 'phone',
    width: 16,
    required: false,
    guide: 'Số di động để đăng nhập, giữ số 0 ở đầu. Có thể bỏ trống nếu đã có tên đăng nhập.',
    example: '',
  },
];

/** Titles of columns that lists have and that an import does not keep; named, so that nobody looks for them in vain. */
export const companionColumns = [
  { key: 'ordinal', titles: ['STT', 'TT', 'Số TT', 'Số thứ tự', 'Thứ tự'] },
  {
    key: 'person',
    titles: [
      ...['Họ và tên', 'Họ tên', 'Họ và tên chủ tịch', 'Họ tên chủ tịch', 'Tên chủ tịch', 'Chủ tịch', 'Chủ tịch CĐCS'],
      ...['Họ và tên chủ tịch CĐCS', 'Chủ tịch công đoàn', 'Người đại diện', 'Họ tên người đại diện'],
      ...['Họ và tên người đại diện', 'Người liên hệ', 'Họ tên người liên hệ'],
    ],
  },
] as const satisfies { key: string; titles: string[] }[];

export type CompanionKey = (typeof companionColumns)[number]['key'];
