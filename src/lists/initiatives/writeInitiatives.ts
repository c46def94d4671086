import { isReportedOn, type Initiative, type InitiativeDetails } from '../../plan/initiative';
import { initiativeRules, initiativeWritingOf, longestLine, unwrittenInitiative, type InitiativeWriting } from '../../plan/initiatives/initiativeWriting';
import type { InitiativeOutcome, InitiativePlace, NewInitiative } from '../../plan/ports/initiativeStore';
import type { WriteOutcome } from '../../plan/problem';
import { initiativeBody } from '../mapping/initiativeBody';
import { initiativeColumns, initiativeOf, initiativeTextColumns, initiativeTextsOf } from '../mapping/rows';
import { changeRow } from '../write/changeRow';
import { createRow } from '../write/createRow';
import type { ListWriter, Writing } from '../write/listWriter';
import { giveRowInOpenRounds } from './openRounds';

export const detailsColumns = Array.from(new Set([...initiativeColumns, ...initiativeTextColumns]));

/** A day is written as the web counts its days. */
export function initiativeWriter({ timeZone }: Writing): ListWriter<InitiativeDetails, InitiativeWriting> {
  return {
    list: 'Initiatives', columns: detailsColumns, fromRow: (row, zone) => ({ ...initiativeOf(row, zone), ...initiativeTextsOf(row) }), textsOf: initiativeWritingOf,
    // The title is one line: SharePoint holds no more of it.
    asWritten: (writing) => ({ ...initiativeWritingOf(writing), title: writing.title.slice(0, longestLine) }),
    toBody: (writing) => initiativeBody({ ...writing, title: writing.title.slice(0, longestLine) }, timeZone), rules: initiativeRules
  };
}

const placeWriter: ListWriter<Initiative, InitiativePlace> = {
  list: 'Initiatives', columns: initiativeColumns, fromRow: initiativeOf, textsOf: ({ sortOrder }) => ({ sortOrder }), asWritten: (place) => place,
  toBody: ({ sortOrder }) => ({ SortOrder: sortOrder }), rules: { kinds: { sortOrder: 'value' } }
};

export async function addInitiative(writing: Writing, { planYear, sortOrder }: NewInitiative, texts: InitiativeWriting, clientKey: string): Promise<InitiativeOutcome> {
  const outcome = await createRow(writing, initiativeWriter(writing), {
    start: { PlanYear: planYear, SortOrder: sortOrder }, begun: unwrittenInitiative, texts, key: { column: 'ClientKey', value: clientKey, kind: 'client' }
  });
  return withRounds(writing, outcome, false);
}

export async function saveInitiative(writing: Writing, base: InitiativeDetails, texts: InitiativeWriting): Promise<InitiativeOutcome> {
  return withRounds(writing, await changeRow(writing, initiativeWriter(writing), { base, texts }), isReportedOn(base));
}

/** Writes the place alone: a text that a colleague saved a moment ago is neither in the way nor written over. */
export function placeInitiative(writing: Writing, base: Initiative, sortOrder: number): Promise<WriteOutcome<Initiative, InitiativePlace>> {
  return changeRow(writing, placeWriter, { base, texts: { sortOrder } });
}

/** An initiative that has just begun to be reported on gets its row in the rounds that stand open. */
async function withRounds(writing: Writing, outcome: InitiativeOutcome, reportedBefore: boolean): Promise<InitiativeOutcome> {
  if (outcome.kind === 'saved' && !reportedBefore && isReportedOn(outcome.row)) {
    await giveRowInOpenRounds(writing, outcome.row);
  }
  return outcome;
}
