/** Who signs or acts, as people read it in lists; papers print the two lines of `signingLines`. */
const capacities: Readonly<Record<string, string>> = {
  chair: 'Chủ tịch công đoàn cơ sở',
  deputy: 'Ủy viên ban chấp hành',
  principal: 'Thủ trưởng đơn vị',
  officer: 'Công đoàn cấp trên',
};

/** In what capacity somebody signs: `chair` is `Chủ tịch công đoàn cơ sở`. A code of a newer version stays as it is. */
export const capacityWords = (capacity: string): string => capacities[capacity] ?? capacity;
