const shorter: readonly (readonly [RegExp, string])[] = [
  [/^(CĐCS|Công đoàn cơ sở)\s+/u, ''],
  [/^Trường\s+(?=\S)/u, ''],
  [/Tiểu học và Trung học cơ sở(?=\s|$)/u, 'TH&THCS'],
  [/Trung học cơ sở và Trung học phổ thông(?=\s|$)/u, 'THCS&THPT'],
  [/Trung học cơ sở(?=\s|$)/u, 'THCS'],
  [/Trung học phổ thông(?=\s|$)/u, 'THPT'],
];

/**
 * A unit's name where there is room for little, as people say it: `CĐCS Trường Trung học cơ sở Hồng Sơn` → `THCS Hồng
 * Sơn`. Beside it stands the whole name: on paper, in a title, for a screen reader.
 */
export function shortName(name: string): string {
  return shorter.reduce((text, [long, short]) => text.replace(long, short), name.trim()) || name;
}
