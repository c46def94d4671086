import { dayName, type CalendarDate } from '../../plan/calendar';
import { decisionsOf, type Decision } from '../../plan/decision';
import { isNamed } from '../../plan/initiative';
import { isOverdue, type FollowUp } from '../../plan/followUp';
import type { MonthRecord } from '../../plan/record/monthRecord';
import { meetingTitle } from '../annex/meetingTitle';
import { heading, linesOf, paragraph, type Block, type DocumentModel, type Line } from '../model/documentModel';
import type { Text } from '../texts';

/** What fell at meetings. A record is made before its meeting, so decisions come beside it. */
export interface Minutes {
  decisions: readonly Decision[];
  followUps: readonly FollowUp[];
}

/** What fell at one meeting, and what that set in motion. */
export function minutesOf(meetingId: number, all: Minutes): Minutes {
  const decisions = decisionsOf(all.decisions, meetingId);
  const ids = new Set(decisions.map(({ id }) => id));
  return { decisions, followUps: all.followUps.filter(({ decisionId }) => decisionId !== undefined && ids.has(decisionId)) };
}

/** The decisions of the record's meeting and their follow-ups. */
export function decisionsDocument(record: MonthRecord, minutes: Minutes, today: CalendarDate, text: Text): DocumentModel {
  const { meeting } = record;
  const locale = text('app.locale');
  const { decisions, followUps } = minutesOf(meeting.id, minutes);
  return {
    title: text('doc.decisions.title', meetingTitle(meeting, locale)), language: locale, landscape: false, pageText: text('doc.page', '{0}', '{1}'),
    blocks: [
      heading(1, text('doc.decisions')), decisionTable(decisions, record, text),
      heading(1, text('doc.followUps')), followUpTable(followUps, today, text)
    ]
  };
}

function decisionTable(decisions: readonly Decision[], record: MonthRecord, text: Text): Block {
  const concerns = ({ initiativeIds }: Decision): Line[] => {
    const titles = record.initiatives.filter(({ initiative }) => isNamed(initiative, initiativeIds)).map(({ initiative }) => initiative.originalText);
    return (titles.length > 0 ? titles : [text('doc.obs.wholePlan')]).map((title) => [{ text: title }]);
  };
  return decisions.length === 0 ? paragraph({ text: text('doc.decisions.none') }) : {
    kind: 'table', caption: text('doc.decisions'),
    columns: [{ title: text('meet.decision'), share: 50 }, { title: text('doc.decisions.kind'), share: 18 }, { title: text('doc.obs.concerns'), share: 32 }],
    rows: decisions.map((decision) => [linesOf(decision.text), [[{ text: text(`dec.${decision.kind}`) }]], concerns(decision)])
  };
}

function followUpTable(followUps: readonly FollowUp[], today: CalendarDate, text: Text): Block {
  const locale = text('app.locale');
  const due = (followUp: FollowUp): Line[] => [
    ...(followUp.dueDate ? [[{ text: dayName(followUp.dueDate, locale) }]] : []), ...(isOverdue(followUp, today) ? [[{ text: text('act.Overdue'), strong: true }]] : [])
  ];
  return followUps.length === 0 ? paragraph({ text: text('doc.followUps.none') }) : {
    kind: 'table', caption: text('doc.followUps'),
    columns: [{ title: text('act.title'), share: 42 }, { title: text('act.owner'), share: 26 }, { title: text('act.due'), share: 17 }, { title: text('doc.state'), share: 15 }],
    rows: followUps.map((followUp) => [
      [[{ text: followUp.title }], ...linesOf(followUp.note, { tone: 'quiet' })], [[{ text: followUp.responsibleRole || text('responsible.none') }]], due(followUp),
      [[{ text: text(`act.${followUp.state}`) }]]
    ])
  };
}
