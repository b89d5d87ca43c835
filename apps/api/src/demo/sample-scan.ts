import sharp from 'sharp';

/** A picture of a paper, drawn with the unit's name and plainly marked as an illustration; nobody's document. */
export async function sampleScan(title: string, unit: string): Promise<File> {
  const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const lines = Array.from(
    { length: 9 },
    (_, i) => `<rect x="90" y="${360 + i * 48}" width="${i % 3 === 2 ? 380 : 620}" height="10" fill="#b9b4a6"/>`,
  ).join('');
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="800" height="1100"><rect width="800" height="1100" fill="#cfc9bc"/>
    <rect x="40" y="40" width="720" height="1020" fill="#fbfaf6"/>
    <text x="400" y="180" font-family="Be Vietnam Pro, sans-serif" font-size="30" text-anchor="middle">${escape(title)}</text>
    <text x="400" y="230" font-family="Be Vietnam Pro, sans-serif" font-size="20" text-anchor="middle">${escape(unit)}</text>
    <text x="400" y="300" font-family="Be Vietnam Pro, sans-serif" font-size="22" text-anchor="middle" fill="#8a5a00">ẢNH MINH HỌA</text>${lines}</svg>`;
  const bytes = await sharp(Buffer.from(svg)).jpeg({ quality: 70 }).toBuffer();
  return new File([new Uint8Array(bytes)], `${title}.jpg`, { type: 'image/jpeg' });
}
