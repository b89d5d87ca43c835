import { aside, type Sentences } from './sentence.ts';

/** A file sent as evidence. */
export const evidence = {
  'file-type-refused': {
    vi: 'Tệp này không phải ảnh, PDF hay DOCX. Chụp ảnh, hoặc lưu thành PDF rồi gửi lại. Số liệu của mục vẫn còn.',
    en: 'This file is not a picture, PDF or DOCX. Photograph it or save it as PDF and send again.',
  },
  'file-heic': {
    vi: 'Ảnh dạng HEIC của iPhone chưa đọc được. Vào Cài đặt, Camera, Định dạng, chọn “Tương thích nhất”, hoặc chụp màn hình ảnh rồi gửi.',
    en: 'HEIC pictures cannot be read yet. Choose “Most Compatible” in the camera settings, or send a screenshot.',
  },
  'file-broken': {
    vi: 'Ảnh bị hỏng hoặc tải lên chưa đủ. Chọn lại ảnh và gửi lại.',
    en: 'The picture is damaged or incomplete. Choose it again.',
  },
  'file-too-large': {
    vi: (d) =>
      `Tệp lớn quá${aside(d, 'most', (most) => ` ${most} MB`)}. Chụp ảnh từng trang, hoặc nén PDF rồi gửi lại.`,
    en: (d) => `The file is too large${aside(d, 'most', (most) => `, ${most} MB at most`)}.`,
  },
  'too-many-files': {
    vi: (d) =>
      `Mục này đã có nhiều tệp${aside(d, 'most', (most) => `, tối đa ${most}`)}. Bỏ bớt tệp không cần rồi thêm lại.`,
    en: (d) => `This line has too many files${aside(d, 'most', (most) => `, ${most} at most`)}.`,
  },
} satisfies Sentences;
