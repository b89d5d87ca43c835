/** A workbook as offices send them, kept in `workbooks/`. */
export const trialWorkbook = (name: string): URL => new URL(`./workbooks/${name}.xlsx`, import.meta.url);
