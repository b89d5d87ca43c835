/** Media types of papers. Their words are composed in packages/documents/src/words. */
export const pdf = 'application/pdf';
export const excel = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
