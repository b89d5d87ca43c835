/** The names under which files are saved; what tells two of a kind apart stands in each. */
export const fileNames = {
  invitations: (count: number) => `Giấy mời ${count} người.pdf`,
  /** Of the draft where `version` is null. */
  plan: (yearCode: string, version: number | null) =>
    `Kế hoạch ${yearCode}, ${version === null ? 'bản thảo' : `bản ${version}`}.json`,
  pledge: (name: string, yearCode: string, unit: string) => `${name} ${yearCode} ${unit}.pdf`,
  pledges: (yearCode: string) => `Giao ước ${yearCode}, tất cả đơn vị.pdf`,
  ranking: (number: string, kind: 'pdf' | 'xlsx') => `Xếp hạng ${number}.${kind}`,
  receipt: (number: string) => `Biên nhận ${number}.pdf`,
  signedReceipt: (number: string) => `Biên nhận ${number}.json`,
  signingBoard: (yearTitle: string) => `Bảng ký giao ước ${yearTitle}.pdf`,
  soFar: (number: string, kind: 'pdf' | 'xlsx') => `Điểm tạm tính ${number}.${kind}`,
  units: (yearCode: string) => `Danh sách đơn vị ${yearCode}.xlsx`,
} as const;
