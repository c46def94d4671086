import type { ObsLevel } from '../../plan/obsPoint';
import type { MonthRecord } from '../../plan/record/monthRecord';
import { meetingTitle } from '../annex/meetingTitle';
import { obsTable } from '../annex/obsTable';
import { heading, paragraph, type DocumentModel } from '../model/documentModel';
import type { Text } from '../texts';

/** The summary (*opsamling*) of a month's open OBS points at one level. */
export function obsSummary(record: MonthRecord, level: ObsLevel, text: Text): DocumentModel {
  const locale = text('app.locale');
  const obs = record.obs.filter(({ point, open }) => open && point.level === level);
  return {
    title: text('doc.summary.title', text(`obs.level.${level}`)), language: locale, landscape: false, pageText: text('doc.page', '{0}', '{1}'),
    blocks: [
      paragraph({ text: meetingTitle(record.meeting, locale), strong: true }),
      heading(1, text('details.obs'), obs.length > 0 ? 'obs' : undefined), ...obsTable(obs, record, text)
    ]
  };
}
