import type { ErrorCode } from '@giaouoc/domain/error-codes';

/** Why an uploaded file is not read at all; each code has its sentence with the pages. */
export type WorkbookRefusalCode = Extract<ErrorCode, `workbook-${string}` | 'rows-too-many'>;

/** Thrown inside this package; its public functions turn it into a value. */
export class WorkbookRefusal extends Error {
  readonly code: WorkbookRefusalCode;

  constructor(code: WorkbookRefusalCode, cause?: unknown) {
    super(code, { cause });
    this.code = code;
  }
}
