import type { ChainFault } from '@giaouoc/domain/audit-chain/index';
import { number } from '@giaouoc/domain/words/numbers';
import { plain } from './output.ts';

const eventWords: Record<Extract<ChainFault, { of: 'event' }>['fault'], string> = {
  changed: 'nội dung đã bị sửa sau khi niêm phong',
  missing: 'đã niêm phong nhưng không còn trong nhật ký',
  inserted: 'bị chèn vào đoạn đã niêm phong',
};
const sealWords: Record<Extract<ChainFault, { of: 'seal' }>['fault'], string> = {
  'does not follow': 'không nối tiếp niêm phong trước: có niêm phong bị bỏ, bị đổi chỗ hay bị sửa',
  'range differs': 'danh sách sự kiện không đúng với đoạn từ đầu đến cuối mà nó ghi',
  'head differs': 'đầu chuỗi tính lại từ các sự kiện ra số khác',
  'not signed': 'chữ ký không phải của máy chủ này',
};
/** So many faults are listed for people; what comes after has the same cause. */
const most = 200;

/** Tells faults of the chain a line each, as an officer understands them; `tell` gets lines with their end. */
export function tellFaultsOfTrail(faults: readonly ChainFault[], tell: (line: string) => void): void {
  for (const fault of faults.slice(0, most))
    tell(
      `  ${plain(fault.federation)}: ${
        fault.of === 'event'
          ? `sự kiện ${String(fault.id)} ${eventWords[fault.fault]}`
          : `niêm phong bắt đầu từ sự kiện ${String(fault.id)} ${sealWords[fault.fault]}`
      }.\n`,
    );
  if (faults.length > most) tell(`  … và ${number(faults.length - most)} chỗ nữa.\n`);
}
