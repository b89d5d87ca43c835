/** Where a file of the unit's evidence is served. */
export const evidenceAddress = (id: string): string => `/files/evidence/${encodeURIComponent(id)}`;
