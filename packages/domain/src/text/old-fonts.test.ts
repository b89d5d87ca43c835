import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import { oldFontOf } from './old-fonts.ts';
import { isSyllable } from './syllable.ts';

test.each([
  ['Tr\u00adêng TiÓu häc §èng §a', 'tcvn3', 'Trường Tiểu học Đống Đa'],
  ['NguyÔn ThÞ Thu Hµ', 'tcvn3', 'Nguyễn Thị Thu Hà'],
  ['Chñ tÞch c«ng ®oµn c¬ së', 'tcvn3', 'Chủ tịch công đoàn cơ sở'],
  ['M· ®¬n vÞ', 'tcvn3', 'Mã đơn vị'],
  ['Tröôøng Tieåu hoïc Ñoáng Ña', 'vni', 'Trường Tiểu học Đống Đa'],
  ['TRÖÔØNG MAÀM NON HOA SÖÕA', 'vni', 'TRƯỜNG MẦM NON HOA SỮA'],
  ['Nguyeãn Vaên Bình', 'vni', 'Nguyễn Văn Bình'],
])('%s is %s: %s', (text, font, meant) => expect(oldFontOf(text)).toEqual({ font, text: meant }));

test.each([
  'Trường Tiểu học Đống Đa',
  'CĐCS Trường Mầm non Sao Mai',
  'Trường Quốc tế Zürich',
  'Trường Noël',
  'Công ty ABC® Việt Nam',
  'Curaçao, São Paulo, Citroën, Müller, naïve, façade',
  'Điểm ±0,5 · mục §3 «Hoa» 100 m² 30°C',
  'Hà Nam, Bà Rịa, Lý Nhân, Quý Sơn, Hồ Xuân Hương',
  'Võ Thị Sáu',
  'Hoa Binh',
  '',
])('%s is no old-font text', (text) => expect(oldFontOf(text)).toBeUndefined());

const syllables =
  'trường tiểu học mầm non công đoàn cơ sở phường xã huyện quận thủy nguyên khuyến khuya quỳnh giếng yêu xoài ươm'.split(
    ' ',
  );

it('no sequence of Vietnamese syllables is taken for old-font text', () => {
  for (const word of syllables) expect(isSyllable(word), word).toBe(true);
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...syllables), { minLength: 1 }), (some) => {
      expect(oldFontOf(some.join(' '))).toBeUndefined();
    }),
  );
});
