import { checkUserName } from '../access/ways-in.ts';
import type { ErrorCode } from '../error-codes.ts';
import { isDayWithinReach } from '../period/within-reach.ts';
import { isDecimal } from '../numbers/decimal.ts';
import type { Detail, Result } from '../result.ts';
import { searchKey, storedText } from '../text/normalize.ts';
import { unitKinds } from './kinds.ts';
import { nameKey, suggestUserName } from './names.ts';
import { checkUnitCode, codeKey } from './unit-code.ts';

/** The columns of a list of units, as a sheet or a form gives them. */
export const unitRowColumns = [
  'code',
  'name',
  'kind',
  'block',
  'cluster',
  'foundedOn',
  'lastScore',
  'role',
  'login',
  'phone',
] as const;
export type UnitRowColumn = (typeof unitRowColumns)[number];

/** One row of a list: its number there, and its cells as text (`foundedOn` as `yyyy-mm-dd`, `lastScore` as decimal text). */
export type UnitRowText = { readonly row: number; readonly values: Readonly<Record<UnitRowColumn, string>> };

/** Something named by a code and a title: a block or a cluster of the year. */
type Named = { readonly code: string; readonly name: string };

/** What there is already. Without blocks (clusters), rows may name new ones. */
export type ExistingUnits = {
  readonly units: readonly Named[];
  readonly blocks: readonly Named[];
  readonly clusters: readonly Named[];
  readonly userNames: readonly string[];
  /** As stored. */
  readonly phones: readonly string[];
};

/** A row that can be stored. */
export type CheckedUnit = {
  readonly row: number;
  readonly code: string;
  readonly name: string;
  /** Code of a unit kind. */
  readonly kind: string;
  /** Code of a block there is, or the title of a new one. */
  readonly block: string;
  readonly cluster: string | null;
  readonly foundedOn: string | null;
  readonly lastScore: string | null;
  /** Title of who speaks for the unit. */
  readonly role: string;
  /** User name to propose. */
  readonly login: string;
  readonly phone: string | null;
};

/** One thing wrong, or worth a look, with its cell. */
export type RowFault = {
  readonly row: number;
  readonly column: UnitRowColumn;
  readonly code: ErrorCode;
  readonly value: string;
  readonly detail?: Detail;
};

/** All rows judged at once. `units` has only the sound rows; nothing is to be stored while there are faults. */
export type CheckedRows = {
  readonly units: readonly CheckedUnit[];
  readonly faults: readonly RowFault[];
  /** Names that differ from another only by accents: probably the same unit typed twice. */
  readonly warnings: readonly RowFault[];
};

const mostRows = 2000;
const longestText = 200;
const usualRole = 'Chủ tịch công đoàn cơ sở';

/**
 * Judges a whole list of units before anything is stored: all faults of all rows, with row and column. `readPhone` gives a
 * phone as it is stored, or refuses it. Doubles are found in the list and against what there is: codes without regard to
 * case, names as they sound (`nameKey`), user names and phones as stored.
 */
export function checkUnitRows(
  rows: readonly UnitRowText[],
  existing: ExistingUnits,
  readPhone: (typed: string) => Result<string | null, 'phone-unreadable'>,
): CheckedRows {
  if (rows.length > mostRows) {
    const row = rows[mostRows]?.row ?? mostRows;
    const fault: RowFault = { row, column: 'code', code: 'rows-too-many', value: '', detail: { max: mostRows } };
    return { units: [], faults: [fault], warnings: [] };
  }
  const list = new RowList(existing, readPhone);
  const units = rows.map((row) => list.read(row));
  const faulty = new Set(list.faults.map(({ row }) => row));
  return { units: units.filter(({ row }) => !faulty.has(row)), faults: list.faults, warnings: list.warnings };
}

class RowList {
  readonly faults: RowFault[] = [];
  readonly warnings: RowFault[] = [];
  private readonly existing: ExistingUnits;
  private readonly readPhone: (typed: string) => Result<string | null, 'phone-unreadable'>;
  /** What each key is taken by: the row, or 0 for what there is already. */
  private readonly codes: Map<string, number>;
  private readonly names: Map<string, number>;
  private readonly plainNames: Map<string, number>;
  private readonly phones: Map<string, number>;
  private readonly userNames: Set<string>;

  constructor(existing: ExistingUnits, readPhone: RowList['readPhone']) {
    this.existing = existing;
    this.readPhone = readPhone;
    this.codes = new Map(existing.units.map(({ code }) => [codeKey(code), 0]));
    this.names = new Map(existing.units.map(({ name }) => [nameKey(name), 0]));
    this.plainNames = new Map(existing.units.map(({ name }) => [searchKey(name), 0]));
    this.phones = new Map(existing.phones.map((phone) => [phone, 0]));
    this.userNames = new Set(existing.userNames);
  }

  read({ row, values }: UnitRowText): CheckedUnit {
    const cell = (column: UnitRowColumn) => storedText(values[column]);
    const fault = (column: UnitRowColumn, code: ErrorCode, detail?: Detail): void => {
      this.faults.push({ row, column, code, value: cell(column), ...(detail === undefined ? {} : { detail }) });
    };
    for (const column of ['name', 'kind', 'block', 'cluster', 'role'] as const) {
      if (cell(column).length > longestText) fault(column, 'text-too-long', { max: longestText });
    }
    const code = this.code(row, cell('code'), fault);
    const name = this.name(row, cell('name'), fault);
    const block = cell('block') === '' ? '' : named(this.existing.blocks, cell('block'));
    if (block === '') fault('block', 'block-empty');
    else if (block === undefined) fault('block', 'block-unknown', { name: cell('block') });
    const cluster = cell('cluster') === '' ? null : named(this.existing.clusters, cell('cluster'));
    if (cluster === undefined) fault('cluster', 'cluster-unknown', { name: cell('cluster') });
    const kind = kindOf(cell('kind'));
    if (kind === undefined) fault('kind', 'unit-kind-unknown', { kind: cell('kind') });
    const foundedOn = cell('foundedOn');
    if (foundedOn !== '' && !isDayWithinReach(foundedOn)) fault('foundedOn', 'day-unreadable');
    const lastScore = cell('lastScore');
    if (lastScore !== '' && !isDecimal(lastScore)) fault('lastScore', 'number-unreadable');
    return {
      row,
      code,
      name,
      kind: kind ?? '',
      block: block ?? '',
      cluster: cluster ?? null,
      foundedOn: foundedOn === '' ? null : foundedOn,
      lastScore: lastScore === '' ? null : lastScore,
      role: cell('role') === '' ? usualRole : cell('role'),
      login: this.login(cell('login'), name, fault),
      phone: this.phone(row, cell('phone'), fault),
    };
  }

  private code(row: number, typed: string, fault: Complain): string {
    const checked = checkUnitCode(typed);
    if (!checked.ok) {
      fault('code', checked.code, checked.detail);
      return typed;
    }
    const other = this.codes.get(codeKey(checked.value));
    if (other === undefined) this.codes.set(codeKey(checked.value), row);
    else fault('code', 'unit-code-taken', twin(other));
    return checked.value;
  }

  private name(row: number, name: string, fault: Complain): string {
    if (name === '') {
      fault('name', 'unit-name-empty');
      return name;
    }
    const same = this.names.get(nameKey(name));
    const alike = this.plainNames.get(searchKey(name));
    if (same !== undefined) fault('name', 'unit-name-taken', twin(same));
    else if (alike !== undefined) {
      this.warnings.push({ row, column: 'name', code: 'unit-name-taken', value: name, detail: twin(alike) });
    }
    if (same === undefined) this.names.set(nameKey(name), row);
    if (alike === undefined) this.plainNames.set(searchKey(name), row);
    return name;
  }

  private login(typed: string, name: string, fault: Complain): string {
    if (typed === '') {
      const suggested = suggestUserName(name, this.userNames);
      this.userNames.add(suggested);
      return suggested;
    }
    const checked = checkUserName(typed);
    if (!checked.ok) fault('login', checked.code);
    else if (this.userNames.has(checked.value)) fault('login', 'user-name-taken');
    else this.userNames.add(checked.value);
    return checked.ok ? checked.value : typed;
  }

  private phone(row: number, typed: string, fault: Complain): string | null {
    const read = this.readPhone(typed);
    if (!read.ok) fault('phone', read.code);
    if (!read.ok || read.value === null) return null;
    const other = this.phones.get(read.value);
    if (other === undefined) this.phones.set(read.value, row);
    else fault('phone', 'phone-taken', twin(other));
    return read.value;
  }
}

type Complain = (column: UnitRowColumn, code: ErrorCode, detail?: Detail) => void;

/** The row with the same; nothing for what was there before. */
function twin(row: number): Detail {
  return row === 0 ? {} : { row };
}

/** The code of a block or cluster by code or title; a new title where there are none yet; nothing when unknown. */
function named(known: readonly Named[], typed: string): string | undefined {
  if (known.length === 0) return typed;
  return known.find(({ code, name }) => codeKey(code) === codeKey(typed) || searchKey(name) === searchKey(typed))?.code;
}

/** The kind by code or title; a school where nothing is said, since that is what nearly all are. */
function kindOf(typed: string): string | undefined {
  if (typed === '') return 'school';
  return unitKinds.find(({ code, title }) => code === typed || searchKey(title) === searchKey(typed))?.code;
}
