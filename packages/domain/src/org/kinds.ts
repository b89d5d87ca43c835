/** A kind of body: a code that is stored, and what people read. Kinds are data, so that a reorganisation needs no code. */
export type Kind = { readonly code: string; readonly title: string };

/**
 * Bodies that may be the tenant, the union body directly above grassroots unions: as they were until 30/6/2025, as they
 * have been since, and those whose shape is still moving.
 */
export const federationKinds = [
  { code: 'district', title: 'Liên đoàn Lao động quận' },
  { code: 'rural-district', title: 'Liên đoàn Lao động huyện' },
  { code: 'town', title: 'Liên đoàn Lao động thị xã' },
  { code: 'provincial-city', title: 'Liên đoàn Lao động thành phố thuộc tỉnh' },
  { code: 'ward', title: 'Công đoàn phường' },
  { code: 'commune', title: 'Công đoàn xã' },
  { code: 'special-zone', title: 'Công đoàn đặc khu' },
  { code: 'area', title: 'Công đoàn khu vực' },
  { code: 'sector', title: 'Công đoàn ngành' },
  { code: 'industrial-zone', title: 'Công đoàn các khu công nghiệp' },
  { code: 'other', title: 'Công đoàn cấp trên trực tiếp cơ sở khác' },
] as const satisfies readonly Kind[];

/** Grassroots units that stand side by side in a block. */
export const unitKinds = [
  { code: 'school', title: 'Công đoàn cơ sở trường học' },
  { code: 'private-school', title: 'Công đoàn cơ sở trường ngoài công lập' },
  { code: 'education-centre', title: 'Công đoàn cơ sở trung tâm giáo dục' },
  { code: 'occupational', title: 'Nghiệp đoàn' },
  { code: 'enterprise', title: 'Công đoàn cơ sở doanh nghiệp' },
  { code: 'public-service', title: 'Công đoàn cơ sở đơn vị sự nghiệp' },
  { code: 'agency', title: 'Công đoàn cơ sở cơ quan' },
  { code: 'cooperative', title: 'Công đoàn cơ sở hợp tác xã' },
  { code: 'other', title: 'Công đoàn cơ sở khác' },
] as const satisfies readonly Kind[];

/** What people read for a kind; a kind that was typed by hand reads as it was typed. */
export function kindTitle(kinds: readonly Kind[], code: string): string {
  return kinds.find((kind) => kind.code === code)?.title ?? code;
}
