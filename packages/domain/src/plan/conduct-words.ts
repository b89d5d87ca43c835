import type { Role } from '../year-file/index.ts';
import type { Accumulate, EnteredBy, EvidenceNeed, EvidenceRule, StageCode, VerifiedBy } from './conduct.schema.ts';

/** How the figures of the periods are put together, in an officer's words. */
export const accumulateWords: Readonly<Record<Accumulate, string>> = {
  latest: 'Lấy kỳ mới nhất',
  sum: 'Cộng các kỳ',
  sumParts: 'Cộng tử số, cộng mẫu số',
  max: 'Lấy kỳ cao nhất',
};

/** Who enters a line. */
export const enteredByWords: Readonly<Record<EnteredBy, string>> = {
  unit: 'Đơn vị nhập',
  federation: 'Công đoàn cấp trên nhập',
  partner: 'Đơn vị phối hợp nhập',
};

/** Who verifies a line. */
export const verifiedByWords: Readonly<Record<VerifiedBy, string>> = {
  officer: 'Cán bộ thẩm định',
  partner: 'Đơn vị phối hợp thẩm định',
};

/** Whether evidence is asked for. */
export const evidenceWords: Readonly<Record<EvidenceNeed, string>> = {
  no: 'Không cần minh chứng',
  optional: 'Minh chứng tùy đơn vị',
  required: 'Minh chứng bắt buộc',
};

/** What is asked for as evidence: `Minh chứng bắt buộc, ít nhất 2: danh sách có ký nhận`. */
export function evidenceInWords({ needed, atLeast = 1, hint }: EvidenceRule): string {
  const many = needed !== 'no' && atLeast > 1 ? `, ít nhất ${String(atLeast)}` : '';
  return `${evidenceWords[needed]}${many}${needed !== 'no' && hint !== undefined ? `: ${hint}` : ''}`;
}

/** The steps of scoring, as a plan names them unless it says otherwise. */
export const stageWords: Readonly<Record<StageCode, string>> = {
  self: 'Đơn vị tự chấm',
  cross: 'Chấm chéo trong cụm',
  explanation: 'Giải trình',
  federation: 'Công đoàn cấp trên thẩm định',
  committee: 'Hội đồng thi đua',
};

/** What the groups of a role are for. */
export const roleWords: Readonly<Record<Role, string>> = {
  base: 'Điểm cơ bản',
  bonus: 'Điểm thưởng',
  penalty: 'Điểm trừ',
  fact: 'Chỉ để xét điều kiện, không có điểm',
};
