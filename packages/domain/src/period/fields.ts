import { z } from 'zod';
import { isDay } from '../numbers/day.ts';
import { isLocalMinute } from './local-time.ts';

// Fields of the conduct of a year; the texts are the sentences that an officer reads.

export const text = (most: number) =>
  z
    .string()
    .max(most, `Dài quá ${most} ký tự. Rút gọn lại.`)
    .refine((value) => value.trim() !== '', 'Đang để trống. Ghi nội dung, hoặc bỏ hẳn mục này.');
export const code = z.string().min(1, 'Mã đang để trống.').max(80, 'Mã dài quá 80 ký tự.');
export const day = z.string().refine(isDay, 'Cần một ngày có thật, ví dụ 01/09/2026.');
export const minute = z.string().refine(isLocalMinute, 'Cần ngày và giờ, ví dụ 17:00 ngày 15/01/2027 (giờ Việt Nam).');
