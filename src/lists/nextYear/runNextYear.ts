import '@pnp/sp/batching';
import '@pnp/sp/items';
import '@pnp/sp/lists';
import '@pnp/sp/webs';
import type { IItems } from '@pnp/sp/items';
import { carriedKey, nextYearPlan, type CarriedInitiative, type EndedInitiative } from '../../plan/nextYear/nextYear';
import { boardForum } from '../../plan/meeting';
import type { KeptYear, NextYearOutcome, NextYearRows, NextYearRun, YearLine } from '../../plan/ports/nextYearStore';
import type { RowWatch } from '../../plan/ports/roundStore';
import type { Problem } from '../../plan/problem';
import { meetingKeyFor, meetingTitleFor } from '../../plan/rounds/rounds';
import { lifecycleChoices } from '../choices';
import { problemFrom, refusalOf } from '../errors';
import { batchSize, stopping } from '../import/runImport';
import { initiativeWriter } from '../initiatives/writeInitiatives';
import { initiativeBody } from '../mapping/initiativeBody';
import { meetingColumns, anyMeetingOf } from '../mapping/rows';
import { rowsOf } from '../readMonth';
import { createMeeting } from '../rounds/plannedMeetings';
import { listUrl } from '../schema/places';
import { changeRow } from '../write/changeRow';
import type { Writing } from '../write/listWriter';
import { coupleEfforts } from './coupleEfforts';
import { keepYear } from './keptYear';

/**
 * Makes the new year: what was chosen is kept, then its rows and meetings are made, and last the old rows are ended. A batch
 * is no transaction: each run reads both years first and does what is missing, so that one that was cut is run again.
 */
export async function runNextYear(writing: Writing, read: () => Promise<NextYearRows>, run: NextYearRun, { onProgress, stop }: RowWatch): Promise<NextYearOutcome> {
  const { connection } = writing;
  const lines: YearLine[] = [];
  try {
    const rows = await read();
    const kept: KeptYear = { choices: Array.from(run.choices), names: run.names, state: 'started' };
    await keepYear(connection, run.toYear, kept);
    const plan = nextYearPlan({ ...run, initiatives: rows.initiatives, successors: rows.successors });
    lines.push(...plan.open.filter(({ id }) => plan.carriedAlready.has(id)).map(({ originalText }): YearLine => ({ what: 'carried', name: originalText, outcome: 'stood' })));
    const total = lines.length + plan.carried.length + run.meetings.length + plan.ended.length;
    const steps: (() => Promise<YearLine[]>)[] = [
      ...chunked(plan.carried).map((part) => () => inBatch(writing, part, (items, carried) => items.add(carriedBody(writing, run.toYear, carried)), nameOfCarried)),
      ...run.meetings.map((meeting) => async () => [await planMeeting(writing, meeting)]),
      // Once: a coupling that the board takes away afterwards is not made again when the old year is ended.
      ...(plan.carried.length > 0 || rows.kept?.state === 'started' ? [() => coupleEfforts(writing, run.toYear)] : []),
      ...chunked(plan.ended).map((part) => () => endRows(writing, part))
    ];
    onProgress({ done: lines.length, total });
    for (const step of steps) {
      if (stop()) {
        return { kind: 'interrupted', lines };
      }
      const made = await step();
      lines.push(...made.filter((line) => !isStopped(line)));
      const problem = made.find(isStopped)?.problem;
      if (problem) {
        return { kind: 'interrupted', lines, problem };
      }
      onProgress({ done: lines.filter(({ what }) => what !== 'coupled').length, total });
    }
    await keepYear(connection, run.toYear, { ...kept, state: run.closeOld ? 'closed' : 'made' });
    return { kind: 'done', lines };
  } catch (error) {
    return { kind: 'interrupted', lines, problem: await problemFrom(error) };
  }
}

/** A coupling that is the board's to make stops nothing: they make it themselves. */
const isStopped = ({ what, problem }: YearLine): boolean => !(what === 'coupled' && problem?.kind === 'forbidden') && problem !== undefined && stopping.includes(problem.kind);

function chunked<Each>(rows: readonly Each[]): Each[][] {
  return Array.from({ length: Math.ceil(rows.length / batchSize) }, (_each, part) => rows.slice(part * batchSize, (part + 1) * batchSize));
}

const nameOfCarried = ({ writing }: CarriedInitiative): YearLine => ({ what: 'carried', name: writing.originalText, outcome: 'made' });

function carriedBody({ timeZone }: Writing, toYear: string, { fromId, sortOrder, writing }: CarriedInitiative): Record<string, unknown> {
  return { ...initiativeBody(writing, timeZone), PlanYear: toYear, SortOrder: sortOrder < Number.MAX_SAFE_INTEGER ? sortOrder : null, PredecessorId: fromId, ClientKey: carriedKey(toYear, fromId) };
}

/** Writes up to a hundred rows in one request, and tells of each how it went. */
async function inBatch<Each>({ connection: { sp, sitePath } }: Writing, rows: readonly Each[], write: (items: IItems, row: Each) => Promise<unknown>, lineOf: (row: Each) => YearLine): Promise<YearLine[]> {
  const [batched, execute] = sp.batched({ maxRequests: batchSize });
  const list = batched.web.getList(listUrl(sitePath, 'Initiatives'));
  // `items` anew for each row: PnPjs batches every request object once, and one used again is never answered.
  const answers = rows.map((row) => write(list.items, row).then(
    (): YearLine => lineOf(row),
    async (error: unknown): Promise<YearLine> => {
      const status = (await refusalOf(error))?.status;
      return { ...lineOf(row), outcome: status === 412 || status === 409 ? 'changed' : 'refused', problem: status === 412 || status === 409 ? undefined : await problemFrom(error) };
    }
  ));
  await execute();
  return Promise.all(answers);
}

/** Ends rows of the old year over the version that was read. Where somebody wrote in one meanwhile, what they wrote and how it ended are joined. */
async function endRows(writing: Writing, rows: readonly EndedInitiative[]): Promise<YearLine[]> {
  const lineOf = ({ base }: EndedInitiative): YearLine => ({ what: 'ended', name: base.originalText, outcome: 'made' });
  const lines = await inBatch(writing, rows, (items, { base, lifecycle, reason }) => items.getById(base.id).update({ Lifecycle: lifecycleChoices[lifecycle], LifecycleReason: reason }, base.etag), lineOf);
  for (const [index, line] of lines.entries()) {
    if (line.outcome === 'changed') {
      lines[index] = { ...line, ...await endRow(writing, rows[index]) };
    }
  }
  return lines;
}

/** Only how it ended is written: what somebody else wrote beside it stays, and an end that they gave it themselves is not written over. */
async function endRow(writing: Writing, { base, lifecycle, reason }: EndedInitiative): Promise<Pick<YearLine, 'outcome' | 'problem'>> {
  const texts = { lifecycle, lifecycleReason: reason };
  const { list, columns, fromRow } = initiativeWriter(writing);
  const outcome = await changeRow(writing, {
    list, columns, fromRow, textsOf: (row) => ({ lifecycle: row.lifecycle, lifecycleReason: row.lifecycleReason }), asWritten: (written: typeof texts) => written,
    toBody: (written) => ({ Lifecycle: lifecycleChoices[written.lifecycle], LifecycleReason: written.lifecycleReason }),
    rules: { kinds: { lifecycle: 'value', lifecycleReason: 'text' }, together: [['lifecycle', 'lifecycleReason']] }
  }, { base, texts });
  return outcome.kind === 'saved' ? { outcome: 'made' } : outcome.kind === 'refused' ? { outcome: 'refused', problem: outcome.problem } : { outcome: 'changed' };
}

/** Puts a meeting in the calendar; a month that has got one meanwhile keeps it. */
async function planMeeting(writing: Writing, { period, date }: NextYearRun['meetings'][number]): Promise<YearLine> {
  const title = meetingTitleFor(boardForum, date);
  const meetings = (await rowsOf(writing.connection, 'Meetings', { columns: meetingColumns })).map((row) => anyMeetingOf(row, writing.timeZone));
  if (meetings.some((meeting) => meeting.forum === boardForum && meeting.period === period && meeting.state !== 'Cancelled')) {
    return { what: 'meeting', name: title, outcome: 'stood' };
  }
  const outcome = await createMeeting(writing, boardForum, meetingKeyFor(boardForum, period, meetings), period, { title, meetingDate: date });
  const problem: Problem | undefined = outcome.kind === 'refused' ? outcome.problem : undefined;
  return { what: 'meeting', name: title, outcome: outcome.kind === 'saved' ? 'made' : problem ? 'refused' : 'stood', problem };
}
