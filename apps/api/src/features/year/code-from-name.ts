import { searchKey } from '@giaouoc/domain/text/normalize';

/** A short code for a block or cluster nobody gave one: `Khối Tiểu học` → `tieu-hoc`, `Cụm 2` → `cum-2`. */
export function codeFromName(name: string): string {
  const key = searchKey(name).replace(/^khoi (?=.)/, '');
  return key.replaceAll(' ', '-').slice(0, 40) || 'khac';
}
