import { ok, refuse, type Detail, type Result } from '../result.ts';
import { searchKey, storedText } from '../text/normalize.ts';
import { nameKey } from './names.ts';

const longest = 200;

/**
 * The names there are in a federation, and the one rule about a name that is there already, for the form and for the import:
 * two units that exist side by side never have the same name, since lists, rankings and papers would show two lines that
 * nobody can tell apart. The person is told which unit it is and asked to add the place ("… phường Vân Hải"). Same means as
 * it sounds (`nameKey`). A name that differs only by accents is worth a look and no fault. Units that were put away do
 * not count; a unit keeps a name it has.
 */
export class UnitNames {
  private readonly same = new Map<string, Detail>();
  private readonly alike = new Map<string, Detail>();

  constructor(units: readonly { readonly code: string; readonly name: string }[]) {
    for (const { code, name } of units) this.add(name, { unit: code });
  }

  /** @param where what a refusal of the same name says: the code of the unit, or the row of a list */
  add(name: string, where: Detail): void {
    if (!this.same.has(nameKey(name))) this.same.set(nameKey(name), where);
    if (!this.alike.has(searchKey(name))) this.alike.set(searchKey(name), where);
  }

  /** The name as it is stored; refused with where the same name stands (`unit`: code, or `row` of a list). */
  check(typed: string): Result<string, 'unit-name-empty' | 'text-too-long' | 'unit-name-taken'> {
    const name = storedText(typed);
    if (name === '') return refuse('unit-name-empty');
    if (name.length > longest) return refuse('text-too-long', { max: longest });
    const where = this.same.get(nameKey(name));
    return where === undefined ? ok(name) : refuse('unit-name-taken', where);
  }

  /** Where a name stands that differs from this one by accents only. */
  alikeTo(name: string): Detail | undefined {
    return this.same.has(nameKey(name)) ? undefined : this.alike.get(searchKey(name));
  }
}
