import { searchKey, storedText } from '../text/normalize.ts';
import type { Signature } from './pledge-state.ts';

/** How a signature stands on an official paper: in whose name, in what capacity, and who. */
export type SigningLines = {
  /** `TM. Ban Chấp hành`; may be `''`. Printed in capitals, like the capacity. */
  readonly body: string;
  /** One line, or two where somebody signs for the chief: `KT. Chủ tịch`, `Phó Chủ tịch`. */
  readonly capacity: readonly string[];
  /** Full name as the signer gave it; `''` where it is not known. */
  readonly name: string;
};

/** Who signs: for which side, under which title of their membership, and the name they gave. */
export type Signer = Pick<Signature, 'party' | 'capacity'> & { readonly title: string; readonly name: string };

/** What a federation prints over its signatures, as data: "TM. BAN THƯỜNG VỤ" / "CHỦ TỊCH". */
export type FederationSigns = { readonly signsFor: string; readonly signsAs: string };

const unitBody = 'TM. Ban Chấp hành công đoàn cơ sở';

/**
 * The lines of a signature (Nghị định 30/2020/NĐ-CP, annex I): a deputy signs `KT.` for the chief, an acting chief `Q.`.
 * The title decides, so a person called "Phó Chủ tịch" never stands on paper as the chair.
 */
export function signingLines(signer: Signer, federation: FederationSigns): SigningLines {
  const name = storedText(signer.name);
  switch (signer.party) {
    case 'federation':
      return { body: federation.signsFor, capacity: capacityFor(federation.signsAs, signer.title), name };
    case 'unit': {
      const usual = signer.capacity === 'chair' ? 'Chủ tịch' : 'Ủy viên Ban Chấp hành';
      return { body: unitBody, capacity: capacityFor(usual, signer.title), name };
    }
    case 'witness': {
      const head = isOf(signer.title, 'hiệu trưởng') || isOf(signer.title, 'phó hiệu trưởng');
      return {
        body: 'Người chứng kiến',
        capacity: capacityFor(head ? 'Hiệu trưởng' : 'Thủ trưởng đơn vị', signer.title),
        name,
      };
    }
    default:
      return never(signer.party);
  }
}

/** The lines over a place to sign that is still empty: the capacity the plan asks for, and no name. */
export function signingLinesAsked(
  asked: Pick<Signature, 'party' | 'capacity'>,
  federation: FederationSigns,
): SigningLines {
  return signingLines({ ...asked, title: '', name: '' }, federation);
}

/** Chiefs whose deputies sign for them. */
const chiefs = ['Chủ tịch', 'Hiệu trưởng', 'Giám đốc', 'Trưởng ban'] as const;

function capacityFor(usual: string, title: string): string[] {
  for (const chief of chiefs) {
    const deputy = chief === 'Trưởng ban' ? 'Phó Trưởng ban' : `Phó ${chief}`;
    if (isOf(title, deputy)) return [`KT. ${chief}`, deputy];
    if (isOf(title, `Quyền ${chief}`) || isOf(title, `Q. ${chief}`)) return [`Q. ${chief}`];
  }
  return [usual];
}

/** Does a title begin with these words, however it is written? `Phó chủ tịch phụ trách` is of `Phó Chủ tịch`. */
function isOf(title: string, words: string): boolean {
  const [said, asked] = [searchKey(title), searchKey(words)];
  return said === asked || said.startsWith(`${asked} `);
}

function never(party: never): never {
  throw new TypeError(`no such party: ${String(party)}`);
}
