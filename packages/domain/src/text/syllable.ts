const onset = 'b|c|ch|d|đ|g|gh|gi|h|k|kh|l|m|n|ng|ngh|nh|p|ph|qu|r|s|t|th|tr|v|x';
const nuclei = [
  ...['iêu', 'yêu', 'oai', 'oao', 'oay', 'oeo', 'uây', 'uôi', 'ươi', 'ươu', 'uya', 'uyê', 'uyu'],
  ...['ai', 'ao', 'au', 'ay', 'âu', 'ây', 'eo', 'êu', 'ia', 'iê', 'iu', 'oa', 'oă', 'oe', 'oi', 'oo', 'ôi', 'ơi', 'ua'],
  ...['uâ', 'uê', 'ui', 'uơ', 'uô', 'uy', 'ưa', 'ươ', 'ưi', 'ưu', 'yê'],
  ...['a', 'ă', 'â', 'e', 'ê', 'i', 'o', 'ô', 'ơ', 'u', 'ư', 'y'],
];
const syllable = new RegExp(`^(${onset})?(${nuclei.join('|')})(ch|c|m|ng|nh|n|p|t)?$`);
const tone = /[\u0300\u0301\u0303\u0309\u0323]/g;

/** Whether a word could be a Vietnamese syllable by its shape: onset, vowels, coda, at most one tone. Case does not matter. */
export function isSyllable(word: string): boolean {
  const marked = word.toLowerCase().normalize('NFD');
  if ((marked.match(tone) ?? []).length > 1) return false;
  return syllable.test(marked.replace(tone, '').normalize('NFC'));
}
