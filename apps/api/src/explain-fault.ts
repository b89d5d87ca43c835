import { NewerDatabase } from '@giaouoc/db/migrate';

/** An error of the file system, or of PostgreSQL, with what the others that wrapped it hide. */
interface Fault extends Error {
  code?: string;
  path?: string;
}

/**
 * Says what to do about a start that the machine does not let through: no rights, no room, too many open files. Null for
 * what is no fault of the machine, which must be seen whole.
 */
export function explainFault(error: unknown): string | null {
  if (error instanceof NewerDatabase)
    return 'Dữ liệu này do một bản Giao Ước mới hơn ghi, bản đang chạy không đọc được. Hãy chạy bản mới hơn đó; hoặc đặt dữ liệu riêng cho bản này: DATA_FOLDER=/đường/dẫn npm start';
  let fault = error as Fault;
  while (fault.cause instanceof Error) fault = fault.cause as Fault;
  const where = fault.path ?? 'ổ đĩa';
  switch (fault.code) {
    case 'EACCES':
    case 'EPERM':
      return `Tài khoản này không được ghi vào ${where}. Hãy cấp quyền cho tài khoản, hoặc đặt dữ liệu ở nơi khác: DATA_FOLDER=/đường/dẫn npm start`;
    case 'EROFS':
      return `${where} chỉ đọc được. Hãy đặt dữ liệu ở nơi ghi được: DATA_FOLDER=/đường/dẫn npm start`;
    case 'ENOSPC':
    case 'EDQUOT':
      return `Không còn chỗ trống để ghi ${where}. Hãy giải phóng ổ đĩa rồi chạy lại; dữ liệu đã lưu vẫn còn nguyên.`;
    // PostgreSQL: disk full.
    case '53100':
      return 'Ổ đĩa của PostgreSQL đã đầy. Hãy giải phóng ổ đĩa rồi chạy lại; dữ liệu đã lưu vẫn còn nguyên.';
    case 'ENOTDIR':
    case 'EEXIST':
      return `${where} đã có nhưng không phải là thư mục. Hãy đổi tên tệp đó, hoặc đặt dữ liệu ở nơi khác: DATA_FOLDER=/đường/dẫn npm start`;
    case 'ENAMETOOLONG':
      return `Đường dẫn ${where} quá dài. Hãy đặt dữ liệu ở một thư mục có đường dẫn ngắn hơn: DATA_FOLDER=/đường/dẫn npm start`;
    case 'EMFILE':
    case 'ENFILE':
      return 'Máy đã mở quá nhiều tệp cùng lúc. Hãy đóng bớt chương trình, hoặc nâng giới hạn (ulimit -n 4096) rồi chạy lại.';
    default:
      return null;
  }
}
