import type { Overview, OverviewRow } from './overview';
import type { SinceLast } from './sinceLast';
import type { Progress } from './statusReport';
import { progressValues } from './statusReport';

export const groupings = ['department', 'director', 'committee', 'none'] as const;
export type Grouping = (typeof groupings)[number];

export const sortColumns = ['plan', 'title', 'department', 'responsible', 'progress', 'status', 'nextSteps', 'needs', 'obs'] as const;
export type SortColumn = (typeof sortColumns)[number];

/** What the reader has asked to see; all of it stands in the address. */
export interface OverviewSelection {
  grouping: Grouping;
  sort: SortColumn;
  descending: boolean;
  search: string;
  onlyObs: boolean;
  onlyNeedsHelp: boolean;
  onlyMissing: boolean;
  onlyReceived: boolean;
  onlyMine: boolean;
  /** Statuses that say the same as last time are folded away. */
  foldUnchanged: boolean;
  departments: string[];
  committees: string[];
  progress: Progress[];
}

export const wholeOverview: OverviewSelection = {
  grouping: 'department', sort: 'plan', descending: false, search: '',
  onlyObs: false, onlyNeedsHelp: false, onlyMissing: false, onlyReceived: false, onlyMine: false, foldUnchanged: false, departments: [], committees: [], progress: []
};

/** What the choice of rows depends on besides the month and what was asked for. */
export interface RowContext {
  /** An initiative that is being written in: it stays, whatever others save in it meanwhile. */
  held?: number;
  /** The rows beside their earlier months; without it nothing is known to be unchanged, and nothing is folded away. */
  since?: ReadonlyMap<number, SinceLast>;
}

/** A heading with its rows. With committees as headings a row stands under each of its own. */
export interface RowGroup {
  /** The heading as written in the plan; empty where the plan has none, and for the one group of `none`. */
  name: string;
  rows: OverviewRow[];
  obsCount: number;
}

/**
 * The rows asked for, in the order and under the headings asked for.
 */
export function selectRows(overview: Overview, selection: OverviewSelection, locale: string, { held, since }: RowContext = {}): RowGroup[] {
  const isShown = (row: OverviewRow): boolean => matches(row, selection, locale) && !(selection.foldUnchanged && isFoldable(row, since));
  const rows = overview.rows.filter((row) => row.initiative.id === held || isShown(row));
  const ordered = selection.sort === 'plan' && !selection.descending ? rows : sortRows(rows, selection, locale);
  const groups = new Map<string, OverviewRow[]>();
  for (const row of ordered) {
    for (const name of headingsOf(row, selection.grouping)) {
      const group = groups.get(name) ?? [];
      group.push(row);
      groups.set(name, group);
    }
  }
  return Array.from(groups, ([name, groupRows]) => ({ name, rows: groupRows, obsCount: countObs(groupRows) }));
}

/** Says the same as last time and asks nothing of the board: an open OBS point or a wish for help stays in sight. */
export function isFoldable(row: OverviewRow, since: ReadonlyMap<number, SinceLast> | undefined): boolean {
  return since?.get(row.initiative.id)?.unchanged === true && !row.obs.some(({ open }) => open) && row.report?.needsCoordination !== true;
}

/** True when anything but grouping and order has been asked for. */
export function isFiltered(selection: OverviewSelection): boolean {
  return (
    selection.search.trim() !== '' || selection.onlyObs || selection.onlyNeedsHelp || selection.onlyMissing || selection.onlyReceived ||
    selection.onlyMine || selection.foldUnchanged || selection.departments.length > 0 || selection.committees.length > 0 || selection.progress.length > 0
  );
}

function matches(row: OverviewRow, selection: OverviewSelection, locale: string): boolean {
  const { initiative, report } = row;
  return (
    (!selection.onlyObs || row.obs.some(({ open }) => open)) &&
    (!selection.onlyNeedsHelp || (row.received && report?.needsCoordination === true)) &&
    (!selection.onlyMissing || (row.expected && !row.received)) &&
    (!selection.onlyReceived || (row.expected && row.received)) &&
    (!selection.onlyMine || row.mine) &&
    (selection.departments.length === 0 || selection.departments.includes(initiative.department)) &&
    (selection.committees.length === 0 || initiative.committees.some((committee) => selection.committees.includes(committee))) &&
    (selection.progress.length === 0 || (row.received && report?.progress !== undefined && selection.progress.includes(report.progress))) &&
    containsAll(row, selection.search, locale)
  );
}

function containsAll(row: OverviewRow, search: string, locale: string): boolean {
  if (search.trim() === '') {
    return true;
  }
  const words = search.toLocaleLowerCase(locale).split(/\s+/).filter(Boolean);
  const haystack = haystackOf(row, locale);
  return words.every((word) => haystack.includes(word));
}

/** What is searched in, made once for each row: each further key searches the same rows. */
const haystacks = new WeakMap<OverviewRow, string>();

function haystackOf(row: OverviewRow, locale: string): string {
  const known = haystacks.get(row);
  if (known !== undefined) {
    return known;
  }
  const texts = [row.initiative.title, row.initiative.originalText, row.initiative.code ?? ''];
  if (row.received && row.report) {
    texts.push(row.report.statusText, row.report.nextSteps, row.report.coordinationText);
  }
  row.obs.forEach(({ point }) => texts.push(point.text, point.proposedAction));
  const haystack = texts.join('\n').toLocaleLowerCase(locale);
  haystacks.set(row, haystack);
  return haystack;
}

function headingsOf(row: OverviewRow, grouping: Grouping): string[] {
  switch (grouping) {
    case 'department':
      return [row.initiative.department];
    case 'director':
      return [row.initiative.directorRole];
    case 'committee':
      return row.initiative.committees.length > 0 ? row.initiative.committees : [''];
    default:
      return [''];
  }
}

function countObs(rows: readonly OverviewRow[]): number {
  return new Set(rows.flatMap((row) => row.obs.filter(({ open }) => open).map(({ point }) => point.id))).size;
}

function sortRows(rows: readonly OverviewRow[], { sort, descending }: OverviewSelection, locale: string): OverviewRow[] {
  const collator = new Intl.Collator(locale, { numeric: true, sensitivity: 'base' });
  const direction = descending ? -1 : 1;
  const keyed = rows.map((row, index) => ({ row, index, key: sortKey(row, sort, index) }));
  keyed.sort((a, b) => {
    // Rows without a value stay last in both directions: nobody sorts to see the empty ones first.
    if (a.key === '' || b.key === '') {
      return a.key === b.key ? a.index - b.index : a.key === '' ? 1 : -1;
    }
    const order = typeof a.key === 'number' && typeof b.key === 'number' ? a.key - b.key : collator.compare(String(a.key), String(b.key));
    return order * direction || a.index - b.index;
  });
  return keyed.map(({ row }) => row);
}

function sortKey(row: OverviewRow, column: SortColumn, index: number): string | number {
  const report = row.received ? row.report : undefined;
  switch (column) {
    case 'title':
      return row.initiative.originalText;
    case 'department':
      return row.initiative.department;
    case 'responsible':
      return row.initiative.chiefRole;
    case 'progress':
      return report?.progress ? progressValues.indexOf(report.progress) : '';
    case 'status':
      return report?.statusText ?? '';
    case 'nextSteps':
      return report?.nextSteps ?? '';
    case 'needs':
      return report?.needsCoordination ? report.coordinationText || ' ' : '';
    case 'obs':
      return row.obs.length > 0 ? Math.max(...row.obs.map(({ age }) => age)) : '';
    default:
      return index;
  }
}
