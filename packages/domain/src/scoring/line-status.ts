/** What became of a line, as the results name it. */
export type LineStatus = 'scored' | 'missing' | 'no-target' | 'dropped' | 'full' | 'zero' | 'adjusted';
