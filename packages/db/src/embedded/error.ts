/** Why the embedded database could not be used; the message is written for the person at the console. */
export class EmbeddedError extends Error {
  override readonly name = 'EmbeddedError';
}

/** What to do about what PostgreSQL's programs complained of, as a sentence with a blank behind it; else nothing. */
export function adviceFor(complaint: string, folder: string): string {
  if (/No space left on device|Disk quota exceeded/i.test(complaint))
    return `Ổ đĩa chứa ${folder} đã đầy: hãy giải phóng chỗ trống rồi chạy lại. `;
  if (/could not create shared memory segment|could not create semaphores|Cannot allocate memory/i.test(complaint))
    return 'Máy không còn đủ bộ nhớ: hãy đóng bớt chương trình rồi chạy lại. ';
  if (/Permission denied|Read-only file system/i.test(complaint))
    return `Tài khoản chạy PostgreSQL không ghi được vào ${folder}: hãy xem quyền của thư mục, hoặc đặt DATA_FOLDER ở nơi khác. `;
  return '';
}
