import { checkUserName } from '../access/ways-in.ts';
import type { ErrorCode } from '../error-codes.ts';
import { isDayWithinReach } from '../period/within-reach.ts';
import { isDecimal } from '../numbers/decimal.ts';
import type { Detail, Result } from '../result.ts';
import { searchKey, storedText } from '../text/normalize.ts';
import { findGrouping, type Named } from './groupings.ts';
import { unitKinds } from './kinds.ts';
import { suggestUserName } from './names.ts';
import { checkUnitCode, codeKey } from './unit-code.ts';
import { UnitNames } from './unit-names.ts';

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

/** Where a row stands: the sheet of the workbook and the number of the row there. */
export type RowPlace = { readonly sheet: string; readonly row: number };

/** One row of a list: its place, and its cells as text (`foundedOn` as `yyyy-mm-dd`, `lastScore` as decimal text). */
export type UnitRowText = RowPlace & { readonly values: Readonly<Record<UnitRowColumn, string>> };

/** A row's place as one text, for maps. */
export const placeKey = ({ sheet, row }: RowPlace): string => `${row} ${sheet}`;

/** What there is already. Without blocks (clusters), rows may name new ones. */
export type ExistingUnits = {
  /** Units of the federation that are not in the list. One that was put away still holds its code, but not its name. */
  readonly units: readonly (Named & { readonly archived?: boolean })[];
  readonly blocks: readonly Named[];
  readonly clusters: readonly Named[];
  readonly userNames: readonly string[];
  /** As stored. */
  readonly phones: readonly string[];
};

/** A row that can be stored. */
export type CheckedUnit = RowPlace & {
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
export type RowFault = RowPlace & {
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
/** Where something stands already: another row of the list, or nothing for what was there before. */
type Holder = RowPlace | undefined;
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
    const { sheet = '', row = mostRows } = rows[mostRows] ?? {};
    const fault: RowFault = { sheet, row, column: 'code', code: 'rows-too-many', value: '', detail: { max: mostRows } };
    return { units: [], faults: [fault], warnings: [] };
  }
  const list = new RowList(existing, readPhone);
  const units = rows.map((row) => list.read(row));
  const faulty = new Set(list.faults.map(placeKey));
  return { units: units.filter((unit) => !faulty.has(placeKey(unit))), faults: list.faults, warnings: list.warnings };
}

class RowList {
  readonly faults: RowFault[] = [];
  readonly warnings: RowFault[] = [];
  private readonly existing: ExistingUnits;
  private readonly readPhone: (typed: string) => Result<string | null, 'phone-unreadable'>;
  /** What each key is taken by. */
  private readonly codes: Map<string, Holder>;
  private readonly phones: Map<string, Holder>;
  private readonly names: UnitNames;
  private readonly userNames: Set<string>;

  constructor(existing: ExistingUnits, readPhone: RowList['readPhone']) {
    this.existing = existing;
    this.readPhone = readPhone;
    this.codes = new Map(existing.units.map(({ code }) => [codeKey(code), undefined]));
    this.names = new UnitNames(existing.units.filter(({ archived }) => archived !== true));
    this.phones = new Map(existing.phones.map((phone) => [phone, undefined]));
    this.userNames = new Set(existing.userNames);
  }

  read({ sheet, row, values }: UnitRowText): CheckedUnit {
    const place = { sheet, row };
    const cell = (column: UnitRowColumn) => storedText(values[column]);
    const fault = (column: UnitRowColumn, code: ErrorCode, detail?: Detail): void => {
      this.faults.push({ ...place, column, code, value: cell(column), ...(detail === undefined ? {} : { detail }) });
    };
    for (const column of ['kind', 'block', 'cluster', 'role'] as const) {
      if (cell(column).length > longestText) fault(column, 'text-too-long', { max: longestText });
    }
    const code = this.code(place, cell('code'), fault);
    const name = this.name(place, cell('name'), fault);
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
      ...place,
      code,
      name,
      kind: kind ?? '',
      block: block ?? '',
      cluster: cluster ?? null,
      foundedOn: foundedOn === '' ? null : foundedOn,
      lastScore: lastScore === '' ? null : lastScore,
      role: cell('role') === '' ? usualRole : cell('role'),
      login: this.login(cell('login'), name, fault),
      phone: this.phone(place, cell('phone'), fault),
    };
  }

  private code(place: RowPlace, typed: string, fault: Complain): string {
    const checked = checkUnitCode(typed);
    if (!checked.ok) {
      fault('code', checked.code, checked.detail);
      return typed;
    }
    const key = codeKey(checked.value);
    if (this.codes.has(key)) fault('code', 'unit-code-taken', twin(place, this.codes.get(key)));
    else this.codes.set(key, place);
    return checked.value;
  }

  private name(place: RowPlace, name: string, fault: Complain): string {
    const checked = this.names.check(name);
    if (!checked.ok) fault('name', checked.code, told(place, checked.detail));
    const alike = this.names.alikeTo(name);
    if (alike !== undefined && name !== '') {
      const detail = told(place, alike) ?? {};
      this.warnings.push({ ...place, column: 'name', code: 'unit-name-taken', value: name, detail });
    }
    this.names.add(name, place);
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

  private phone(place: RowPlace, typed: string, fault: Complain): string | null {
    const read = this.readPhone(typed);
    if (!read.ok) fault('phone', read.code);
    if (!read.ok || read.value === null) return null;
    if (this.phones.has(read.value)) fault('phone', 'phone-taken', twin(place, this.phones.get(read.value)));
    else this.phones.set(read.value, place);
    return read.value;
  }
}

type Complain = (column: UnitRowColumn, code: ErrorCode, detail?: Detail) => void;

/** The row with the same, with its sheet where that is another; nothing for what was there before. */
function twin(place: RowPlace, other: Holder): Detail {
  if (other === undefined) return {};
  return other.sheet === place.sheet ? { row: other.row } : { row: other.row, sheet: other.sheet };
}

/** The detail of a refused name as this row tells it. */
function told(place: RowPlace, detail: Detail | undefined): Detail | undefined {
  const { row, sheet } = detail ?? {};
  return typeof row === 'number' && typeof sheet === 'string' ? twin(place, { row, sheet }) : detail;
}

/** The code of a block or cluster there is; a new title where there are none yet; nothing when unknown. */
function named(known: readonly Named[], typed: string): string | undefined {
  return known.length === 0 ? typed : findGrouping(known, typed);
}

/** The kind by code or title; a school where nothing is said, since that is what nearly all are. */
function kindOf(typed: string): string | undefined {
  if (typed === '') return 'school';
  return unitKinds.find(({ code, title }) => code === typed || searchKey(title) === searchKey(typed))?.code;
}
