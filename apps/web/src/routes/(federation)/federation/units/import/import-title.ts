import type { RouterOutputs } from '@giaouoc/api/contract';

type Check = RouterOutputs['unitImport']['check'];
type State = {
  checked: (Pick<Check, 'counts' | 'unplaced'> & { preview: readonly unknown[] }) | undefined;
  imported: RouterOutputs['unitImport']['carryOut'] | undefined;
  /** The file was not read. */
  refused: boolean;
};

/** Where the import stands, in the page's title; `faults` are those to mend in the file. */
export function importTitle({ checked, imported, refused }: State, faults: number): string {
  if (imported) return `Đã nhập: ${imported.counts.new} đơn vị mới, ${imported.counts.changed} thay đổi`;
  if (!checked) return refused ? 'Chưa đọc được tệp' : 'Nhập đơn vị từ Excel';
  if (faults > 0) return `Tệp còn ${faults} lỗi, chưa nhập gì`;
  if (checked.unplaced.length > 0) return `Còn ${checked.unplaced.length} tên khối cần chọn, chưa nhập gì`;
  if (checked.preview.length === 0) return 'Chưa có đơn vị nào để nhập';
  if (checked.counts.new + checked.counts.changed === 0) return 'Không có gì để nhập: mọi đơn vị đã đúng như tệp';
  const { counts } = checked;
  return `Xem trước: ${counts.new} mới, ${counts.changed} thay đổi, ${counts.same} giữ nguyên`;
}
