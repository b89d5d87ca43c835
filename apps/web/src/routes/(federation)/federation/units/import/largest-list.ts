/** The largest file that is read as a list of units, in bytes; the API holds it too. */
export const largestList = 2 * 1024 * 1024;
