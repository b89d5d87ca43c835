import { StoreAway, type EvidenceStore } from './evidence-store.ts';
import { folderStore } from './folder-store.ts';
import type { StoragePlace } from './storage-place.ts';

/** Why evidence cannot be kept where STORAGE_URL says; the message is written for the person at the console. */
export class StorageUnusable extends Error {
  override readonly name = 'StorageUnusable';
}

/**
 * Opens the evidence store and makes sure that it can be read from and written to. The code for S3 is loaded only here,
 * where a bucket is configured.
 * @throws StorageUnusable
 */
export async function openStore(place: StoragePlace): Promise<EvidenceStore> {
  const store = 'folder' in place ? folderStore(place.folder) : (await import('./s3-store.ts')).s3Store(place.bucket);
  try {
    await store.probe();
    return store;
  } catch (error) {
    const reason = error instanceof StoreAway ? error.reason : ((error as NodeJS.ErrnoException).code ?? 'unknown');
    throw new StorageUnusable(
      `${whatToDo(reason, store.place)}\n  (the evidence store ${store.place} cannot be used: ${reason})`,
    );
  }
}

function whatToDo(reason: string, place: string): string {
  switch (reason) {
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
    case 'ENOTDIR':
    case 'EEXIST':
      return `STORAGE_URL: không đọc và ghi được trong thư mục ${place}. Hãy cấp quyền cho tài khoản chạy Giao Ước, hoặc chọn thư mục khác.`;
    case 'ENOSPC':
    case 'EDQUOT':
      return `Ổ đĩa chứa kho minh chứng ${place} đã đầy. Hãy giải phóng chỗ trống rồi chạy lại.`;
    case 'NoSuchBucket':
      return `STORAGE_URL: không có bucket này: ${place}. Hãy tạo nó trước.`;
    case 'InvalidAccessKeyId':
    case 'SignatureDoesNotMatch':
    case 'InvalidToken':
    case 'ExpiredToken':
      return `AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY: kho ${place} không nhận khóa này. Hãy chép lại khóa; nếu là khóa tạm thời, xem AWS_SESSION_TOKEN còn hạn không.`;
    case 'AccessDenied':
    case 'HTTP403':
      return `STORAGE_URL: khóa này chưa đủ quyền ở ${place}. Hãy cấp s3:GetObject, s3:PutObject và s3:ListBucket.`;
    case 'PermanentRedirect':
    case 'TemporaryRedirect':
    case 'AuthorizationHeaderMalformed':
      return `STORAGE_URL: bucket ở vùng khác: ${place}. Hãy sửa region.`;
    case 'RequestTimeTooSkewed':
      return `Đồng hồ của máy này lệch với kho ${place} quá 15 phút. Hãy chỉnh lại giờ.`;
    case 'ConditionIgnored':
    case 'NotImplemented':
      return `STORAGE_URL: kho ${place} không ghi có điều kiện được (If-None-Match), nên minh chứng có thể bị ghi đè. Hãy dùng kho S3 mới hơn.`;
    default:
      return `STORAGE_URL: không dùng được kho minh chứng ${place}. Hãy xem máy chủ đó có đang chạy và mở cổng không, endpoint và region có đúng không.`;
  }
}
