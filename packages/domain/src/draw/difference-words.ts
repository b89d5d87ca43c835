import { isRaw } from '../schema/raw.ts';
import type { DrawDifference } from './verify-draw.ts';

/** What does not hold in a draw and what that means, in Vietnamese, for whoever was there. */
export function differenceWords(difference: DrawDifference): string {
  const { code, expected, found } = difference;
  const both = `đúng phải là ${shown(expected)}, trong tệp ghi ${shown(found)}`;
  switch (code) {
    case 'commitment':
      return (
        `Cam kết không khớp: tính từ nội dung bốc thăm và số bí mật thì ${both}. ` +
        'Nội dung, số bí mật hoặc cam kết đã bị đổi; hãy so với cam kết đã công bố trước khi bốc thăm.'
      );
    case 'form':
      return `Kết quả không đúng mẫu của loại bốc thăm này: ${both}. ${ASK}`;
    case 'attempt':
      return `Kết quả không khớp ở lần xếp được chọn: ${both}. ${ASK}`;
    case 'repeated':
      return `Kết quả không khớp ở số cặp lặp lại năm trước: ${both}. ${ASK}`;
    case 'assignment':
      return `Kết quả không khớp ở phân công thứ ${place(difference)}: ${both}. ${ASK}`;
    case 'lot':
      return `Kết quả không khớp ở số thăm của đơn vị “${keyOf(difference)}”: ${both}. ${ASK}`;
    case 'chosen':
      return `Kết quả không khớp ở mục được chọn thứ ${place(difference)}: ${both}. ${ASK}`;
  }
}

const ASK = 'Kết quả, số bí mật hoặc lời góp đã bị đổi; hãy lấy lại tệp từ nơi đã bốc thăm và đối chiếu với biên bản.';

const lastStep = (difference: DrawDifference): string => difference.at.slice(difference.at.lastIndexOf('/') + 1);
const place = (difference: DrawDifference): string => String(Number(lastStep(difference)) + 1);
const keyOf = (difference: DrawDifference): string => lastStep(difference).replaceAll('~1', '/').replaceAll('~0', '~');

/** Longer values say no more than their beginning does. */
const MOST = 200;

function shown(value: unknown): string {
  if (value === undefined) return 'không có gì';
  if (isRaw(value) && typeof value['scorer'] === 'string' && typeof value['unit'] === 'string')
    return `“${value['scorer']}” chấm “${value['unit']}”`;
  const text = typeof value === 'string' ? `“${value}”` : JSON.stringify(value);
  return text.length > MOST ? `${text.slice(0, MOST)}…` : text;
}
