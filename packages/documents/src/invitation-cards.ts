import { compilePdf } from './typst/compile.ts';
import { qrSvg } from './typst/qr.ts';

/** The invitations of one or of all units, to be printed, cut and handed out. */
export interface InvitationCards {
  /** `Công đoàn phường Vân Hải`, above the unit on each card. */
  federation: string;
  /** The file's title: `Thư mời vào Giao Ước, năm học 2026-2027`. */
  title: string;
  cards: InvitationCard[];
  /** How to get in, three short sentences, the same on every card. */
  steps: [string, string, string];
  /** Whom to ask: `Cần giúp: gọi Văn phòng công đoàn.`; may be `''`. */
  help: string;
  /** Last line of each page: what was printed when, `In lúc 08:00, 20/09/2026`. */
  foot: string;
  /** ISO instant for the file's date. */
  madeAt: string;
}

/** One person's way in. */
export interface InvitationCard {
  unit: string;
  /** `Chủ tịch công đoàn cơ sở` */
  role: string;
  /** The whole one-time address, drawn as QR code. */
  url: string;
  /** The same address as short as it can be typed: `giaouoc.example/v/K7QD-2MXF`. Breaks where it must. */
  shortUrl: string;
  /** `17:00, 30/09/2026` */
  validUntil: string;
}

/** Sets invitation cards, six to an A4 page, with dashed lines to cut along. */
export function invitationCards(sheet: InvitationCards): Uint8Array {
  const { madeAt, cards, ...data } = sheet;
  const drawn = cards.map(({ url, ...card }) => ({ ...card, qr: qrSvg(url) }));
  return compilePdf('invitation-cards.typ', { ...data, cards: drawn }, madeAt);
}
