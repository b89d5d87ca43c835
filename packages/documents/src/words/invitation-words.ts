import { roleTitles, type Role } from '@giaouoc/domain/access/roles';
import { fullMoment } from '@giaouoc/domain/words/times';
import type { InvitationCards } from '../invitation-cards.ts';

/** One invitation, as it was issued. */
export type InvitationFacts = {
  /** Null for somebody of the federation. */
  readonly unitName: string | null;
  readonly role: Role;
  /** What the person is called, `''` where only the role is known. */
  readonly title: string;
  readonly link: string;
};

/** Invitations as cards to be printed, cut and handed out. `expiresAt` is an ISO instant. */
export function invitationCardsOf(
  federation: { readonly name: string },
  invitations: readonly InvitationFacts[],
  expiresAt: string,
  now: Date,
): InvitationCards {
  return {
    federation: federation.name,
    title: 'Giấy mời vào Giao Ước',
    cards: invitations.map(({ unitName, role, title, link }) => ({
      unit: unitName ?? federation.name,
      role: title || roleTitles[role],
      url: link,
      shortUrl: link.replace(/^https?:\/\//, ''),
      validUntil: fullMoment(expiresAt),
    })),
    steps: [
      'Mở camera điện thoại, quét mã QR, hoặc gõ địa chỉ bên dưới.',
      'Chọn tên đăng nhập, mật khẩu và mã 6 số của riêng mình.',
      'Mã 6 số sẽ được hỏi lại khi ký. Không đưa giấy này cho người khác.',
    ],
    help: `Cần giúp: hỏi văn phòng ${federation.name}.`,
    foot: `In lúc ${fullMoment(now.getTime())}`,
    madeAt: now.toISOString(),
  };
}
