import { checkRole, type RoleFault } from '@giaouoc/db/check-role';
import { migrate, NewerDatabase } from '@giaouoc/db/migrate';
import type { OutsideDatabase } from './config.ts';
import { StartError } from './run.ts';

const faultSentences: Record<RoleFault, string> = {
  superuser: 'là superuser',
  'bypasses-row-security': 'được bỏ qua row-level security (BYPASSRLS)',
  owner: 'sở hữu cơ sở dữ liệu hoặc đối tượng trong đó',
};

/**
 * Makes a database of one's own ready: refuses an application role that row-level security would not bind (A1), then
 * brings it up to the newest migration.
 * @throws StartError with a Vietnamese sentence and what to do.
 */
export async function prepareOutsideDatabase({ url, ownerUrl, prepare }: OutsideDatabase): Promise<void> {
  const faults = await reaching('DATABASE_URL', url, () => checkRole(url, { prepare }));
  if (faults.length > 0) {
    throw new StartError(
      `DATABASE_URL: vai trò "${new URL(url).username}" ${faults.map((fault) => faultSentences[fault]).join(', ')}, ` +
        'nên dữ liệu của các liên đoàn sẽ không được tách riêng. ' +
        'Hãy dùng một vai trò thường (nosuperuser nobypassrls) không sở hữu gì; vai trò sở hữu đặt ở DATABASE_OWNER_URL.\n' +
        `  (the role of DATABASE_URL must not be superuser, owner or exempt from row-level security: ${faults.join(', ')})`,
    );
  }
  await reaching('DATABASE_OWNER_URL', ownerUrl, () => migrate(ownerUrl));
}

/** Runs `work` and says in words why the database at `url` cannot be used. */
async function reaching<T>(variable: string, url: string, work: () => Promise<T>): Promise<T> {
  const { host, pathname, username } = new URL(url);
  const say = (sentence: string, cause: unknown) => new StartError(`${variable}: ${sentence}`, { cause });
  try {
    return await work();
  } catch (error) {
    const { code, message } = rootOf(error);
    switch (code) {
      case 'ECONNREFUSED':
      case 'ENOTFOUND':
      case 'EAI_AGAIN':
      case 'ETIMEDOUT':
      case 'CONNECT_TIMEOUT':
        throw say(
          `không kết nối được với PostgreSQL ở ${host} (${code}). Hãy xem máy đó có đang chạy và mở cổng không.`,
          error,
        );
      case '28P01':
      case '28000':
        throw say(`PostgreSQL không nhận vai trò "${username}" với mật khẩu này.`, error);
      case '3D000':
        throw say(`không có cơ sở dữ liệu "${pathname.slice(1)}" ở ${host}. Hãy tạo nó trước.`, error);
      case '42501':
        throw say(
          `vai trò "${username}" thiếu quyền: ${message}. Xem docs/outside-database.md để chuẩn bị hai vai trò.`,
          error,
        );
      case '53100':
        throw say('ổ đĩa của PostgreSQL đã đầy. Hãy giải phóng chỗ trống rồi chạy lại.', error);
      default:
        if (error instanceof NewerDatabase)
          throw say('dữ liệu do một bản Giao Ước mới hơn ghi. Hãy chạy bản mới hơn đó.', error);
        throw say(`không chuẩn bị được cơ sở dữ liệu: ${message}`, error);
    }
  }
}

/** The error PostgreSQL gave, below those that wrapped it. */
function rootOf(error: unknown): { code: string | undefined; message: string } {
  let root = error as Error & { code?: string };
  while (root.cause instanceof Error) root = root.cause as Error & { code?: string };
  return { code: root.code, message: root.message || String(root) };
}
