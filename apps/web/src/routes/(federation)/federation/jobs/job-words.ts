/** What the work outside requests is called. A task of a newer version shows by its own name. */
const tasks: Readonly<Record<string, string>> = {
  'clean-up': 'Dọn dữ liệu đã hết hạn',
  'sweep-evidence': 'Dọn tệp tải lên dở dang',
  'seal-audit': 'Niêm phong nhật ký',
};

export const taskName = (task: string): string => tasks[task] ?? `Việc “${task}”`;

export const stateWords = {
  running: { word: 'Đang làm', tone: 'wait' },
  waiting: { word: 'Chờ đến giờ', tone: 'neutral' },
  failed: { word: 'Hỏng, sẽ tự làm lại', tone: 'warn' },
  stuck: { word: 'Đã dừng hẳn', tone: 'bad' },
} as const;
