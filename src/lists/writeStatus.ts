import '@pnp/sp/items';
import '@pnp/sp/lists';
import '@pnp/sp/webs';
import type { IList } from '@pnp/sp/lists';
import type { Instant, TimeZone } from '../plan/calendar';
import type { NewStatus } from '../plan/ports/planStore';
import type { WriteOutcome } from '../plan/problem';
import { reportKeyOf, type StatusReport, type StatusTexts } from '../plan/statusReport';
import { reportStateChoices } from './choices';
import type { Connection } from './connection';
import { isDuplicate, problemFrom, refusalOf } from './errors';
import { statusBody } from './mapping/bodies';
import { reportColumns, reportOf } from './mapping/rows';
import type { Row } from './mapping/reader';
import { quoted } from './readMonth';
import { NoAnswerError } from './retryReads';
import { listUrl } from './schema/all';
import { writeRow } from './writeRow';

export interface StatusWriting {
  connection: Connection;
  timeZone: TimeZone;
  /** The time of submitting, whole seconds UTC. */
  now: Instant;
}

/** Saves and submits a status over the row it was written on. */
export function submitStatus({ connection, timeZone, now }: StatusWriting, base: StatusReport, texts: StatusTexts, onBehalfOf: string): Promise<WriteOutcome<StatusReport>> {
  const body = bodyOf(texts, onBehalfOf, now);
  const item = reports(connection).items.getById(base.id);
  return writeRow<StatusReport>({
    save: async () => (await item.update(body, base.etag)).etag,
    saved: (etag) => ({ ...base, ...asWritten(texts), etag, state: 'Submitted', submittedAt: now, onBehalfOf }),
    read: async () => reportOf(await item.select(...reportColumns)<Row>(), timeZone),
    isWritten: (row) => row.state === 'Submitted' && JSON.stringify(statusBody(row)) === JSON.stringify(statusBody(texts))
  });
}

/** Makes the row that the round lacks. The key is unique: whoever comes second finds the first one's row. */
export async function createStatus(writing: StatusWriting, start: NewStatus, texts: StatusTexts, onBehalfOf: string): Promise<WriteOutcome<StatusReport>> {
  const reportKey = reportKeyOf(start.subject, start.period);
  const list = reports(writing.connection);
  const subjectColumn = start.subject.kind === 'initiative' ? 'InitiativeId' : 'StrategicEffortId';
  try {
    const row = await list.items.add({
      Title: start.title.slice(0, 255), ReportKey: reportKey, [subjectColumn]: start.subject.id, Period: start.period, ResponsibleId: start.responsibleId ?? null,
      ResponsibleRole: start.responsibleRole, ...bodyOf(texts, onBehalfOf, writing.now)
    }) as Row;
    return { kind: 'saved', row: reportOf(row, writing.timeZone) };
  } catch (error) {
    const refusal = await refusalOf(error);
    const mayStand = error instanceof NoAnswerError || (refusal !== undefined && isDuplicate(refusal));
    const theirs = mayStand ? await findReport(list, reportKey, writing.timeZone) : undefined;
    if (theirs) {
      const same = theirs.state === 'Submitted' && JSON.stringify(statusBody(theirs)) === JSON.stringify(statusBody(texts));
      return same ? { kind: 'saved', row: theirs } : theirs.state === 'Missing' ? submitStatus(writing, theirs, texts, onBehalfOf) : { kind: 'conflict', theirs };
    }
    return { kind: 'refused', problem: await problemFrom(error) };
  }
}

/** undefined also when the line is down: the caller then reports its own first error. */
async function findReport(list: IList, reportKey: string, timeZone: TimeZone): Promise<StatusReport | undefined> {
  try {
    const rows = await list.items.select(...reportColumns).filter(`ReportKey eq ${quoted(reportKey)}`).top(1)<Row[]>();
    return rows[0] && reportOf(rows[0], timeZone);
  } catch {
    return undefined;
  }
}

function bodyOf(texts: StatusTexts, onBehalfOf: string, now: Instant): Record<string, unknown> {
  return { ...statusBody(texts), ReportState: reportStateChoices.Submitted, SubmittedAt: now, OnBehalfOf: onBehalfOf };
}

/** The texts as the list will give them back. */
function asWritten(texts: StatusTexts): StatusTexts {
  return { ...texts, coordinationText: texts.needsCoordination === false ? '' : texts.coordinationText };
}

function reports({ sp, sitePath }: Connection): IList {
  return sp.web.getList(listUrl(sitePath, 'StatusReports'));
}
