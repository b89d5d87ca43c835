import { describe, expect, it } from 'vitest';
import { NewerDatabase } from '@giaouoc/db/migrate';
import { explainFault } from './explain-fault.ts';

const fault = (code: string, path?: string) => Object.assign(new Error('x'), { code, path });

describe('M1 a start that the machine does not let through says what to do', () => {
  it.each([
    ['EACCES', /không được ghi vào \/srv\/x.*DATA_FOLDER=/],
    ['EROFS', /\/srv\/x chỉ đọc được.*DATA_FOLDER=/],
    ['ENOSPC', /Không còn chỗ trống.*\/srv\/x.*giải phóng/],
    ['ENOTDIR', /\/srv\/x đã có nhưng không phải là thư mục/],
    ['ENAMETOOLONG', /quá dài/],
    ['EMFILE', /ulimit/],
    ['53100', /Ổ đĩa của PostgreSQL đã đầy/],
  ])('%s', (code, said) => {
    expect(explainFault(fault(code, '/srv/x'))).toMatch(said);
    expect(explainFault(new Error('outer', { cause: fault(code, '/srv/x') }))).toMatch(said);
  });

  it('names data of a newer version', () => {
    expect(explainFault(new NewerDatabase('x'))).toMatch(/bản Giao Ước mới hơn.*DATA_FOLDER=/);
  });

  it('leaves a fault of the program to be seen whole', () => {
    expect(explainFault(new TypeError('x'))).toBeNull();
  });
});
