import { getFederation } from '@giaouoc/db/queries/federation';
import { roleTitles } from '@giaouoc/domain/access/index';
import { localMinuteOf } from '@giaouoc/domain/period/local-time';
import { Refused } from '../../trpc/errors.ts';
import type { Member } from '../../trpc/procedures.ts';
import type { IssueInput } from './invitation.schema.ts';
import { issueInvitations } from './issue-invitations.ts';

/** `17:00, 30/09/2026`: as papers write a moment. */
function moment(at: Date): string {
  const [day = '', time = ''] = localMinuteOf(at.getTime()).split('T');
  return `${time}, ${day.split('-').reverse().join('/')}`;
}

/**
 * Issues invitations and sets them as cards with QR codes, to be printed, cut and handed out.
 *
 * @throws what {@link issueInvitations} throws
 */
export async function printInvitations(ctx: Member, input: IssueInput): Promise<{ name: string; pdf: string }> {
  const { cards, expiresAt } = await issueInvitations(ctx, input);
  const federation = await ctx.inScope((tx) => getFederation(tx, ctx.scope));
  if (!federation) throw new Refused('not-found');
  const now = ctx.now();
  const pdf = await ctx.documents.render('invitation-cards', {
    federation: federation.name,
    title: 'Giấy mời vào Giao Ước',
    cards: cards.map(({ unitName, role, title, link }) => ({
      unit: unitName ?? federation.name,
      role: title || roleTitles[role],
      url: link,
      shortUrl: link.replace(/^https?:\/\//, ''),
      validUntil: moment(new Date(expiresAt)),
    })),
    steps: [
      'Mở camera điện thoại, quét mã QR, hoặc gõ địa chỉ bên dưới.',
      'Chọn tên đăng nhập, mật khẩu và mã 6 số của riêng mình.',
      'Mã 6 số sẽ được hỏi lại khi ký. Không đưa giấy này cho người khác.',
    ],
    help: `Cần giúp: hỏi văn phòng ${federation.name}.`,
    foot: `In lúc ${moment(now)}`,
    madeAt: now.toISOString(),
  });
  return { name: `Giấy mời ${cards.length} người.pdf`, pdf: Buffer.from(pdf).toString('base64') };
}
