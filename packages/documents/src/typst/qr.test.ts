import jsqr from 'jsqr';
import { expect, test } from 'vitest';
import { qrSvg } from './qr.ts';

/** Draws the SVG path on a grid of pixels, with the quiet zone a page gives it. */
function paint(svg: string): { pixels: Uint8ClampedArray; width: number } {
  const size = Number(/viewBox="0 0 (\d+)/.exec(svg)?.[1]);
  const [scale, quiet] = [3, 4];
  const width = (size + 2 * quiet) * scale;
  const pixels = new Uint8ClampedArray(width * width * 4).fill(255);
  for (const [, x, y, run] of svg.matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g)) {
    for (let px = (Number(x) + quiet) * scale; px < (Number(x) + Number(run) + quiet) * scale; px++) {
      for (let py = (Number(y) + quiet) * scale; py < (Number(y) + quiet + 1) * scale; py++) {
        pixels.fill(0, (py * width + px) * 4, (py * width + px) * 4 + 3);
      }
    }
  }
  return { pixels, width };
}

test.each([
  'https://giaouoc.example/kiem-tra/7b1f40c29ae5d836',
  `https://giaouoc.example/v/${'K7QD2MXF'.repeat(8)}`,
  'Công đoàn cơ sở Ẳ Ộ ữ',
])('another library reads %s from the drawing', (text) => {
  const { pixels, width } = paint(qrSvg(text));
  expect(jsqr.default(pixels, width, width)?.data).toBe(text);
});
