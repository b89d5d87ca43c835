import type { Role } from '../year-file/index.ts';
import type {
  Accumulate,
  Assignment,
  EnteredBy,
  EvidenceNeed,
  EvidenceRule,
  PeerTake,
  StageKind,
  VerifiedBy,
} from './conduct.schema.ts';
import type { PlanViewer, SeenThing, SeenWhen } from './visibility.schema.ts';

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
export const stageKindWords: Readonly<Record<StageKind, string>> = {
  self: 'Đơn vị tự chấm',
  peer: 'Chấm chéo trong cụm',
  heads: 'Trưởng, phó khối (cụm) chấm',
  explanation: 'Giải trình',
  federation: 'Công đoàn cấp trên thẩm định',
  session: 'Phiên họp chấm điểm',
  committee: 'Hội đồng thi đua',
};

/** Who says which units score which. */
export const assignmentWords: Readonly<Record<Assignment, string>> = {
  hand: 'phân công từng cặp',
  round: 'xếp vòng tròn',
  draw: 'bốc thăm',
};

/** How the points of several scorers become one. */
export const peerTakeWords: Readonly<Record<PeerTake, string>> = {
  median: 'điểm đứng giữa (trung vị)',
  mean: 'điểm trung bình',
};

/** Who looks at points before they are published. */
export const viewerWords: Readonly<Record<PlanViewer, string>> = {
  unit: 'Đơn vị',
  scorer: 'Người chấm chéo',
  head: 'Trưởng, phó khối (cụm)',
  partner: 'Đơn vị phối hợp',
};

/** What there is to see. */
export const seenThingWords: Readonly<Record<SeenThing, string>> = {
  ownLayers: 'điểm do chính mình chấm',
  othersSelf: 'điểm tự chấm của đơn vị khác',
  scorersMarks: 'điểm người chấm đã cho',
  scorersNames: 'tên người chấm',
  clusterTotals: 'tổng điểm của cụm',
  federationMarks: 'điểm công đoàn cấp trên thẩm định',
};

/** When it is seen. */
export const seenWhenWords: Readonly<Record<SeenWhen, string>> = {
  never: 'không xem được',
  'stage-closes': 'xem được khi bước chấm đóng',
  'from-provisional': 'xem được khi có kết quả tạm tính',
  always: 'lúc nào cũng xem được',
};

/** What the groups of a role are for. */
export const roleWords: Readonly<Record<Role, string>> = {
  base: 'Điểm cơ bản',
  bonus: 'Điểm thưởng',
  penalty: 'Điểm trừ',
  fact: 'Chỉ để xét điều kiện, không có điểm',
};
