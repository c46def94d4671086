import '@pnp/sp/items';
import '@pnp/sp/lists';
import '@pnp/sp/webs';
import type { IItem } from '@pnp/sp/items';
import type { IList } from '@pnp/sp/lists';
import type { TimeZone } from '../plan/calendar';
import type { ObsPoint, ObsTexts } from '../plan/obsPoint';
import type { Period } from '../plan/period';
import type { NewObs } from '../plan/ports/planStore';
import type { WriteOutcome } from '../plan/problem';
import { obsStateChoices } from './choices';
import type { Connection } from './connection';
import { problemFrom } from './errors';
import { obsBody, titleFrom } from './mapping/bodies';
import { obsColumns, obsPointOf } from './mapping/rows';
import type { Row } from './mapping/reader';
import { quoted } from './readMonth';
import { NoAnswerError } from './retryReads';
import { listUrl } from './schema/all';
import { writeRow } from './writeRow';

export interface ObsWriting {
  connection: Connection;
  timeZone: TimeZone;
}

/** Raises a point. A lost answer is not met by a second POST: the row is first looked for by its ClientKey. */
export async function raiseObs({ connection, timeZone }: ObsWriting, start: NewObs, texts: ObsTexts, clientKey: string): Promise<WriteOutcome<ObsPoint>> {
  const list = obsPoints(connection);
  try {
    const earlier = await findByKey(list, clientKey, timeZone);
    if (earlier) {
      return { kind: 'saved', row: earlier };
    }
    const row = await list.items.add({
      ...obsBody(texts), InitiativesId: [start.initiativeId], ObsState: obsStateChoices.Open, RaisedPeriod: start.raisedPeriod, ClientKey: clientKey
    }) as Row;
    return { kind: 'saved', row: obsPointOf(row, timeZone) };
  } catch (error) {
    const row = error instanceof NoAnswerError ? await findByKey(list, clientKey, timeZone).catch(() => undefined) : undefined;
    return row ? { kind: 'saved', row } : { kind: 'refused', problem: await problemFrom(error) };
  }
}

/** Saves changed texts of a point. */
export function saveObs(writing: ObsWriting, base: ObsPoint, texts: ObsTexts): Promise<WriteOutcome<ObsPoint>> {
  return change(writing, base, obsBody(texts), { ...base, ...texts, title: titleFrom(texts.text) }, (row) => JSON.stringify(obsBody(row)) === JSON.stringify(obsBody(texts)));
}

/** Closes a point: it is shown in this month and not in the next. */
export function closeObs(writing: ObsWriting, base: ObsPoint, closedPeriod: Period, closingText: string): Promise<WriteOutcome<ObsPoint>> {
  const body = { ObsState: obsStateChoices.Closed, ClosedPeriod: closedPeriod, ClosingText: closingText };
  return change(writing, base, body, { ...base, state: 'Closed', closedPeriod, closingText }, (row) => row.state === 'Closed' && row.closedPeriod === closedPeriod && row.closingText === closingText);
}

function change(writing: ObsWriting, base: ObsPoint, body: Record<string, unknown>, after: ObsPoint, isWritten: (row: ObsPoint) => boolean): Promise<WriteOutcome<ObsPoint>> {
  const item: IItem = obsPoints(writing.connection).items.getById(base.id);
  return writeRow<ObsPoint>({
    save: async () => (await item.update(body, base.etag)).etag,
    saved: (etag) => ({ ...after, etag }),
    read: async () => obsPointOf(await item.select(...obsColumns)<Row>(), writing.timeZone),
    isWritten
  });
}

async function findByKey(list: IList, clientKey: string, timeZone: TimeZone): Promise<ObsPoint | undefined> {
  const rows = await list.items.select(...obsColumns).filter(`ClientKey eq ${quoted(clientKey)}`).top(1)<Row[]>();
  return rows[0] && obsPointOf(rows[0], timeZone);
}

function obsPoints({ sp, sitePath }: Connection): IList {
  return sp.web.getList(listUrl(sitePath, 'ObsPoints'));
}
