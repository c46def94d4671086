import type { EconomyLine } from './economyLine';
import type { Initiative } from './initiative';

/** Sums of amounts in 1.000 kr.; undefined where not one line has the amount: nothing is not nought. */
export interface Amounts {
  planned?: number;
  expected?: number;
  realised?: number;
}

const kinds = ['planned', 'expected', 'realised'] as const;

/** The sums of lines. */
export function amountsOf(lines: readonly Amounts[]): Amounts {
  return Object.fromEntries(kinds.map((kind) => {
    const known = lines.map((line) => line[kind]).filter((amount): amount is number => amount !== undefined);
    return [kind, known.length > 0 ? exact(known.reduce((sum, amount) => sum + amount, 0)) : undefined];
  }));
}

/**
 * How far what is expected lies from what was planned, of the lines where something is expected; plus is dearer than planned.
 * undefined where nothing is expected yet.
 */
export function deviationOf(lines: readonly Amounts[]): number | undefined {
  const judged = lines.filter(({ expected }) => expected !== undefined);
  return judged.length === 0 ? undefined : exact(judged.reduce((sum, { planned = 0, expected = 0 }) => sum + expected - planned, 0));
}

/** What the reader has asked to see of the economy; all of it stands in the address. Empty is all. */
export interface EconomySelection {
  year: string;
  mark: string;
  department: string;
}

export const wholeEconomy: EconomySelection = { year: '', mark: '', department: '' };

/** How a line without a mark is asked for. */
export const unmarked = 'none';

/** One initiative with its lines, in the order of marks and years. */
export interface InitiativeEconomy {
  initiative: Initiative;
  lines: EconomyLine[];
  total: Amounts;
}

/** The lines asked for under their initiatives, in the order of the plan; those without lines only when wanted. */
export function economyByInitiative(
  lines: readonly EconomyLine[], initiatives: readonly Initiative[], { year, mark, department }: EconomySelection, withEmpty: boolean
): InitiativeEconomy[] {
  const shown = lines.filter((line) => (year === '' || line.budgetYear === year) && (mark === '' || (line.mark ?? unmarked) === mark));
  return inPlanOrder(initiatives.filter((initiative) => department === '' || initiative.department === department)).map((initiative) => {
    const own = shown.filter(({ initiativeId }) => initiativeId === initiative.id).sort(byMarkAndYear);
    return { initiative, lines: own, total: amountsOf(own) };
  }).filter((each) => withEmpty || each.lines.length > 0);
}

/** The budget years and the marks that there are lines of, for the filters. */
export function economyChoices(lines: readonly EconomyLine[], initiatives: readonly Initiative[]): { years: string[]; marks: string[]; departments: string[] } {
  const ids = new Map(initiatives.map((initiative) => [initiative.id, initiative]));
  const known = lines.filter(({ initiativeId }) => ids.has(initiativeId));
  const distinct = (values: string[]): string[] => Array.from(new Set(values)).filter(Boolean).sort();
  return {
    years: distinct(known.map(({ budgetYear }) => budgetYear)), marks: Array.from(new Set(known.map((line) => line.mark ?? unmarked))).sort((a, b) => markOrder(a) - markOrder(b) || a.localeCompare(b)),
    departments: distinct(known.map(({ initiativeId }) => ids.get(initiativeId)?.department ?? ''))
  };
}

/** What lacks when investment and saving of one code are held together. */
export type EconomyGap =
  /** The code carries one of the marks, or lines of the other kind, but no line of this kind. */
  | { kind: 'noInvestment' | 'noSaving' }
  /** Over all years more is spent than saved; `amount` is how much. */
  | { kind: 'notRecovered'; amount: number }
  /** What is expected is dearer than planned. */
  | { kind: 'dearer'; amount: number };

/** Investment and saving of one code in one year, or in all years. */
export interface CodeYear {
  investment: Amounts;
  saving: Amounts;
  net: Amounts;
  deviation?: number;
}

/** One code across the initiatives and departments that share it: what is invested against what is saved. */
export interface CodeReconciliation {
  code: string;
  initiatives: Initiative[];
  departments: string[];
  years: (CodeYear & { year: string })[];
  total: CodeYear;
  gaps: EconomyGap[];
}

/** (I) against (B), code by code. A code is no key: it stands on as many initiatives as share the business case. */
export function reconcile(lines: readonly EconomyLine[], initiatives: readonly Initiative[]): CodeReconciliation[] {
  const codes = new Map<string, Initiative[]>();
  inPlanOrder(initiatives).forEach((initiative) => {
    if (initiative.code) {
      codes.set(initiative.code, [...(codes.get(initiative.code) ?? []), initiative]);
    }
  });
  return Array.from(codes, ([code, ofCode]): CodeReconciliation => {
    const own = lines.filter((line) => (line.mark === 'I' || line.mark === 'B') && ofCode.some(({ id }) => id === line.initiativeId));
    const years = Array.from(new Set(own.map(({ budgetYear }) => budgetYear))).sort();
    const total = codeYear(own);
    return {
      code, initiatives: ofCode, departments: Array.from(new Set(ofCode.map(({ department }) => department))), total,
      years: years.map((year) => ({ year, ...codeYear(own.filter(({ budgetYear }) => budgetYear === year)) })), gaps: gapsOf(own, ofCode, total)
    };
  }).filter(({ years, gaps }) => years.length > 0 || gaps.length > 0).sort((a, b) => a.code.localeCompare(b.code));
}

function codeYear(lines: readonly EconomyLine[]): CodeYear {
  return { investment: amountsOf(lines.filter(({ mark }) => mark === 'I')), saving: amountsOf(lines.filter(({ mark }) => mark === 'B')), net: amountsOf(lines), deviation: deviationOf(lines) };
}

function gapsOf(lines: readonly EconomyLine[], initiatives: readonly Initiative[], { net, deviation }: CodeYear): EconomyGap[] {
  const has = (mark: string): boolean => lines.some((line) => line.mark === mark);
  const isMarked = (mark: string): boolean => initiatives.some(({ marks }) => marks.includes(mark));
  const gaps: EconomyGap[] = [];
  if (!has('I') && (isMarked('I') || has('B'))) {
    gaps.push({ kind: 'noInvestment' });
  }
  if (!has('B') && (isMarked('B') || has('I'))) {
    gaps.push({ kind: 'noSaving' });
  }
  if (net.planned !== undefined && net.planned > 0) {
    gaps.push({ kind: 'notRecovered', amount: net.planned });
  }
  if (deviation !== undefined && deviation > 0) {
    gaps.push({ kind: 'dearer', amount: deviation });
  }
  return gaps;
}

function inPlanOrder(initiatives: readonly Initiative[]): Initiative[] {
  return [...initiatives].sort((a, b) => a.sortOrder - b.sortOrder || a.id - b.id);
}

function byMarkAndYear(a: EconomyLine, b: EconomyLine): number {
  return markOrder(a.mark ?? unmarked) - markOrder(b.mark ?? unmarked) || (a.mark ?? '').localeCompare(b.mark ?? '') || a.budgetYear.localeCompare(b.budgetYear) || a.area.localeCompare(b.area) || a.id - b.id;
}

/** Investment before what it saves, then other marks, then what has none. */
function markOrder(mark: string): number {
  const known = ['I', 'B'].indexOf(mark);
  return known >= 0 ? known : mark === unmarked ? 3 : 2;
}

/** Amounts may have two decimals: sums of them have no more. */
function exact(sum: number): number {
  return Math.round(sum * 100) / 100;
}
