import { isSyllable } from './syllable.ts';

/**
 * Text typed for the fonts of before Unicode (until about 2005; lists are still copied from such files): the letters stored
 * are Western ones that a font such as .VnTime (TCVN3, "ABC") or VNI-Times draws as Vietnamese. In another font, in a
 * search or on a certificate they are gibberish: "Tr\u00adêng TiÓu häc" is "Trường Tiểu học".
 */
export type OldFont = 'tcvn3' | 'vni';

export type OldFontReading = {
  readonly font: OldFont;
  /** What the writer meant, as far as it can be told: fonts for capitals (.VnTimeH) store small letters. */
  readonly text: string;
};

/** Letters in twos: what is stored, what is meant. */
const pairs = (text: string): ReadonlyMap<string, string> =>
  new Map(Array.from({ length: text.length / 2 }, (_, i) => [text.charAt(2 * i), text.charAt(2 * i + 1)]));

/** TCVN 5712:1993, set 3. U+00AD, a hyphen that is not seen, stands for ư. */
const tcvn3 = pairs(
  '¡Ă¢Â£Ê¤Ô¥Ơ¦Ư§Đ¨ă©âªê«ô¬ơ\u00adư®đµà¸á¶ả·ã¹ạ»ằ¾ắ¼ẳ½ẵÆặÇầÊấÈẩÉẫËậÌèÐéÎẻÏẽÑẹÒềÕếÓểÔễÖệ×ìÝíØỉÜĩÞịßòãóáỏâõäọåồèốæổçỗéộêờíớëởìỡîợïùóúñủòũôụõừøứöử÷ữùựúỳýýûỷüỹþỵ',
);

/** VNI: letters of their own, and vowels followed by a mark. */
const vniLetter = pairs('ñđÑĐöưÖƯôơÔƠæỉÆỈóĩÓĨòịÒỊîỵÎỴ');
const vniMark = new Map([
  ...[...'ùøûõï'].map((sign, i): [string, string] => [sign, '\u0301\u0300\u0309\u0303\u0323'.charAt(i)]),
  ...[...'áàåãä'].map((sign, i): [string, string] => [sign, `\u0302${'\u0301\u0300\u0309\u0303\u0323'.charAt(i)}`]),
  ...[...'éèúüë'].map((sign, i): [string, string] => [sign, `\u0306${'\u0301\u0300\u0309\u0303\u0323'.charAt(i)}`]),
  ['â', '\u0302'],
  ['ê', '\u0306'],
] as [string, string][]);

const readings: Readonly<Record<OldFont, (text: string) => string>> = {
  tcvn3: (text) => [...text].map((letter) => tcvn3.get(letter) ?? letter).join(''),
  vni: (text) =>
    text
      .replace(/([aeouyöô])([ùøûõïáàåãäéèúüëâê])/gi, (_, vowel: string, sign: string) => {
        const base = vniLetter.get(vowel) ?? vowel;
        return `${base}${vniMark.get(sign.toLowerCase()) ?? sign}`.normalize('NFC');
      })
      .replace(/[ñöôæóòî]/gi, (letter) => vniLetter.get(letter) ?? letter),
};

/** Words as such a text has them: what stands for letters in the old fonts belongs to them. */
const words = /[\p{L}\p{M}\u00a1-\u00bf\u00d7\u00f7]+/gu;
const western = /[\u00a1-\u00ff]/;
const vietnamese = /[\u0100-\u01ff\u1ea0-\u1ef9]/;

/**
 * Whether a text was typed for an old font, and what it says. Each word that is no Vietnamese syllable as it stands but
 * becomes one when read as the font would draw it speaks for the font; each word with letters that only Unicode has speaks
 * against it. Texts of other languages (Zürich, Noël) do not become syllables. To be asked before anything is cleaned: the
 * cleaning takes U+00AD away.
 */
export function oldFontOf(text: string): OldFontReading | undefined {
  if (!western.test(text)) return undefined;
  const found = text.normalize('NFC').match(words) ?? [];
  const modern = found.filter((word) => vietnamese.test(word)).length;
  const odd = found.filter((word) => western.test(word) && !vietnamese.test(word) && !isSyllable(word));
  const count = (font: OldFont) => odd.filter((word) => isSyllable(readings[font](word))).length;
  const votes: Record<OldFont, number> = { tcvn3: count('tcvn3'), vni: count('vni') };
  const font: OldFont = votes.vni > votes.tcvn3 ? 'vni' : 'tcvn3';
  if (votes[font] === 0 || votes[font] < modern) return undefined;
  return { font, text: text.replace(words, (word) => (vietnamese.test(word) ? word : readings[font](word))) };
}
