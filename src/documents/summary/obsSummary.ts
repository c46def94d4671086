import type { Meeting } from '../../plan/meeting';
import type { ObsLevel } from '../../plan/obsPoint';
import type { ObsInMonth } from '../../plan/overview';
import { meetingTitle } from '../annex/meetingTitle';
import { obsTable, type ObsSubjectsShown } from '../annex/obsTable';
import { heading, paragraph, type DocumentModel } from '../model/documentModel';
import type { Text } from '../texts';

/** What a summary is made from: the record of a month, or one that is still open. */
interface SummarySource extends ObsSubjectsShown {
  /** The meeting that the month belongs to, if it has one. */
  meeting?: Meeting;
  obs: readonly ObsInMonth[];
}

/** The summary (*opsamling*) of a month's open OBS points at one level. */
export function obsSummary(source: SummarySource, level: ObsLevel, text: Text): DocumentModel {
  const locale = text('app.locale');
  const obs = source.obs.filter(({ point, open }) => open && point.level === level);
  return {
    title: text('doc.summary.title', text(`obs.level.${level}`)), language: locale, landscape: false, pageText: text('doc.page', '{0}', '{1}'),
    blocks: [
      ...(source.meeting ? [paragraph({ text: meetingTitle(source.meeting, locale), strong: true })] : []),
      heading(1, text('details.obs'), obs.length > 0 ? 'obs' : undefined), ...obsTable(obs, source, text)
    ]
  };
}
