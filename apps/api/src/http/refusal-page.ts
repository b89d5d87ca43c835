import type { ErrorCode } from '@giaouoc/domain/error-codes';
import { sentence } from '@giaouoc/domain/messages/index';
import type { Detail } from '@giaouoc/domain/result';

/** A refusal as a page, for a person whom none of the web app's pages can answer. */
export const refusalPage = (code: ErrorCode, detail?: Detail): string => `<!doctype html>
<html lang="vi"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Giao Ước</title><h1>Không làm được việc này</h1>
<p>${escaped(sentence(code, detail))}</p><p><a href="/">Về trang đầu</a></p></html>`;

/** Whether a person waits for the answer, not a script. */
export const isForPerson = (headers: { accept?: string | undefined }): boolean =>
  Boolean(headers.accept?.includes('text/html'));

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
