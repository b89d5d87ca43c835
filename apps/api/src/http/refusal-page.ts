/** A page for a person whom none of the web app's pages can answer. */
export const refusalPage = (title: string, text: string): string => `<!doctype html>
<html lang="vi"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${title}</title><h1>${title}</h1>
<p>${text}</p><p><a href="/">Về trang đầu</a></p></html>`;

/** Whether a person waits for the answer, not a script. */
export const isForPerson = (headers: { accept?: string | undefined }): boolean =>
  Boolean(headers.accept?.includes('text/html'));
