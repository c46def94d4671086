import type { CalendarDate } from '../../plan/calendar';
import { lifecycles, sources, type Lifecycle, type Source } from '../../plan/initiative';
import { plain } from '../../plan/import/importedInitiative';

/** Readers of single cells; each answers undefined when the cell holds something else. */

const yes = ['ja', 'j', 'x', 'yes', 'y', 'true', 'sand', '1', '✓', '✔'];
const no = ['', 'nej', 'n', 'no', 'false', 'falsk', '0', '-'];

export function readFlag(cell: string): boolean | undefined {
  const word = plain(cell);
  return yes.includes(word) ? true : no.includes(word) ? false : undefined;
}

/** ISO, or day, month and year as Danes write them; a day that no calendar has is none. */
export function readDay(cell: string): CalendarDate | undefined {
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(cell);
  const danish = /^(\d{1,2})[-./](\d{1,2})[-./](\d{4})$/.exec(cell);
  const parts = iso ? [iso[1], iso[2], iso[3]] : danish ? [danish[3], danish[2], danish[1]] : undefined;
  if (!parts) {
    return undefined;
  }
  const day = parts.map((part) => part.padStart(2, '0')).join('-');
  const time = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== day ? undefined : day;
}

const lifecycleWords: Readonly<Record<Lifecycle, readonly string[]>> = {
  Proposed: ['foreslået', 'proposed'], Approved: ['godkendt', 'approved'], InProgress: ['igangsat', 'i gang', 'in progress', 'started'], OnHold: ['sat i bero', 'on hold'],
  Delivered: ['gennemført', 'afsluttet', 'delivered', 'completed'], Operational: ['overgået til drift', 'drift', 'in operation', 'operational'],
  CarriedForward: ['videreført', 'videreført til næste plan', 'carried forward', 'carried forward to the next plan'], Cancelled: ['udgået', 'cancelled']
};

export function readLifecycle(cell: string): Lifecycle | undefined {
  return lifecycles.find((each) => lifecycleWords[each].includes(plain(cell)));
}

const sourceWords: Readonly<Record<Source, readonly string[]>> = {
  BudgetAgreement: ['budgetaftale', 'budgetaftalen', 'budget agreement'], OptionsCatalogue: ['råderumskatalog', 'råderumskataloget', 'catalogue of budget options', 'options catalogue'],
  NovemberMeasures: ['novembergreb', 'november measures'], Other: ['andet', 'other']
};

export function readSource(cell: string): Source | undefined {
  return sources.find((each) => sourceWords[each].includes(plain(cell)));
}

/** `(I)(B)`, `I, B` and `IB` are the same two marks; unknown letters are kept. */
export function readMarks(cell: string): string[] {
  return Array.from(new Set(cell.toUpperCase().match(/[A-ZÆØÅ]/g) ?? []));
}

/**
 * Several in one cell, each once: by lines or semicolons, and where there are none by commas. Committees are called
 * "Kultur-, Udviklings- og Fritidsudvalget": a comma after a hyphen parts nothing.
 */
export function readNames(cell: string): string[] {
  return Array.from(new Map(cell.split(/[\n;]/.test(cell) ? /[\n;]/ : /(?<!-),/).map((name) => name.trim()).filter(Boolean).map((name) => [plain(name), name])).values());
}
