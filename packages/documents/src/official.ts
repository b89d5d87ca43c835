/**
 * The parts every official paper shares (Nghị định 30/2020/NĐ-CP, Quyết định 933/QĐ-TLĐ).
 * All texts arrive finished: the templates set them, they decide nothing.
 */

/** The head of the first page, left of "Cộng hòa xã hội chủ nghĩa Việt Nam". */
export interface Letterhead {
  /** The superior body, for example `Liên đoàn Lao động thành phố Hải Phòng`; `''` when there is none to name. */
  superior: string;
  /** The issuing body. Both are printed in capitals. */
  issuer: string;
  /** Number and symbol, `34/KH-LĐLĐ`; `''` leaves dots to fill in by hand, `null` leaves the line out. */
  number: string | null;
  /** A code of the paper in place of a number of the register: `Mã giao ước: 2026-2027/TH-01`. */
  reference?: string;
  /** A line above the head, for data that are only a demonstration. */
  mark?: string;
  /** `Hồng Bàng, ngày 28 tháng 9 năm 2023` */
  placeAndDate: string;
}

/** One of the places to sign at the end of a paper. */
export interface SignatureBlock {
  /** In whose name: `TM. Ban Thường vụ`, `Đại diện Công đoàn cơ sở`; may be `''`. */
  body: string;
  /** In what capacity: `Chủ tịch`; of a deputy two lines, `KT. Chủ tịch\nPhó Chủ tịch`. */
  capacity: string;
  /** Who signs, under the signature; `''` when only the capacity is known. */
  name: string;
  /**
   * What is known about the signature, one line each: when, by what method, receipt number.
   * `null` while not signed: room and dots to sign on paper.
   */
  signed: string[] | null;
}
