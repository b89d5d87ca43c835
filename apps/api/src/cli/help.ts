import { commands, entryOf } from './commands.ts';

/** The list of all commands. */
export async function generalHelp(): Promise<string> {
  const lines = ['Giao Ước: chấm điểm và kiểm tra năm thi đua', '', 'Cách dùng: giaouoc LỆNH [...]', '', 'Các lệnh:'];
  for (const [name, entry] of Object.entries(commands)) {
    const { command } = await entry.load();
    lines.push(`  ${name} ${command.usage}`, `      ${command.summary}`);
  }
  lines.push(
    '',
    'Viết "-" thay tên tệp để đọc từ đầu vào chuẩn. "giaouoc help LỆNH" nói thêm về một lệnh.',
    'Mã kết thúc: 0 xong; 1 xong nhưng có khác biệt (verify); 2 không làm được, lý do ghi ở đầu ra lỗi; 3 bằng chứng không khớp (draw).',
  );
  return `${lines.join('\n')}\n`;
}

/** Everything about one command. */
export async function commandHelp(name: string): Promise<string> {
  const entry = entryOf(name);
  if (!entry) return generalHelp();
  const { command } = await entry.load();
  return [`giaouoc ${name} ${command.usage}`, '', command.summary, ...(command.details ?? []), ''].join('\n');
}
