const browsers: [RegExp, string][] = [
  [/Edg\//, 'Edge'],
  [/Firefox\//, 'Firefox'],
  [/Chrome\//, 'Chrome'],
  [/Safari\//, 'Safari'],
];
const systems: [RegExp, string][] = [
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iOS'],
  [/Windows/, 'Windows'],
  [/Mac OS/, 'macOS'],
  [/Linux/, 'Linux'],
];
const firstOf = (list: [RegExp, string][], agent: string): string | undefined =>
  list.find(([sign]) => sign.test(agent))?.[1];

/** "Chrome trên Android": enough for a person to recognise a device in the list of sessions. */
export function deviceOf(userAgent = ''): string {
  return `${firstOf(browsers, userAgent) ?? 'Trình duyệt'} trên ${firstOf(systems, userAgent) ?? 'thiết bị khác'}`;
}
