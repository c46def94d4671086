import * as v from 'valibot';
import { dayOf, type Instant } from '../calendar';
import type { Decision } from '../decision';
import type { FollowUp } from '../followUp';
import { isLocked, nextBoardMeeting, type MeetingDetails } from '../meeting';
import { effortsIn, obsOf, overview } from '../overview';
import { templateWritingOf, unwrittenTemplate, type PaperTemplate } from '../paperTemplate';
import type { Period } from '../period';
import type { MonthRows, PlanSite } from '../ports/planStore';
import { isLate, isReceived, noTexts, reportKeyOf, textsOf, type StatusReport, type StatusTexts, type Subject } from '../statusReport';
import { firstBoardMeeting } from './firstBoardMeeting';
import { recordFormat, recordVersion, type MonthRecord } from './monthRecord';
import { recordSchema } from './recordSchema';

/** What the lists hold when the record is made. */
export interface RecordSource {
  site: PlanSite;
  month: MonthRows;
  /** The meeting that is shown the month; usually the round itself. */
  meeting: MeetingDetails;
  /** The reports of the round before, to tell what has changed. */
  previous?: { period: Period; reports: readonly StatusReport[] };
  decisions: readonly Decision[];
  followUps: readonly FollowUp[];
  legend: Record<string, string>;
  /** The paper's phrases, where the municipality has its own. */
  template?: PaperTemplate;
}

/** Who made it, when and as what. */
export interface RecordStamp {
  /** `A` at the lock; empty for a preview of a month that is still open. */
  revision: string;
  reason: string;
  madeAt: Instant;
  /** A role. */
  madeBy: string;
}

/** The month as the product shows it at this moment. Rows not submitted are in it as not received, without their draft. */
export function makeRecord(source: RecordSource, stamp: RecordStamp): MonthRecord {
  const { site, meeting } = source;
  const month = { ...source.month, reports: source.month.reports.map(asShown) };
  const today = dayOf(stamp.madeAt, site.timeZone);
  const shown = overview({ site, month, today, wholePlan: true });
  const previousTexts = textsByKey(source.previous?.reports ?? []);
  const previousOf = (subject: Subject): StatusTexts | undefined => source.previous && previousTexts.get(reportKeyOf(subject, source.previous.period));
  const record: MonthRecord = {
    format: recordFormat, schemaVersion: recordVersion, ...stamp,
    siteUrl: site.url, siteTitle: site.title, timeZone: site.timeZone, planYear: month.planYear, period: month.period,
    meeting: stamp.revision === '' ? meeting : lockedMeeting(meeting, stamp.madeAt),
    firstMeeting: firstBoardMeeting(site.meetings, month.planYear),
    nextMeeting: nextBoardMeeting(site.meetings.filter(({ id }) => id !== meeting.id), meeting.meetingDate),
    previousPeriod: source.previous?.period,
    initiatives: shown.rows.map(({ initiative, report, received, late, expected }) => ({
      initiative, report, received, late, expected, previous: previousOf({ kind: 'initiative', id: initiative.id })
    })),
    efforts: effortsIn(month).map(({ effort, report, received }) => ({
      effort, report, received, late: report !== undefined && isLate(report, shown.round?.statusDeadline, site.timeZone),
      expected: shown.round !== undefined, previous: previousOf({ kind: 'effort', id: effort.id })
    })),
    obs: obsOf(month.obsPoints, month.period),
    decisions: [...source.decisions], followUps: [...source.followUps], legend: source.legend,
    template: templateWritingOf(source.template ?? unwrittenTemplate)
  };
  // A copy without what JSON cannot say, and with nothing that the schema does not name: what is filed, what is read back
  // and what is shown are the same, whatever becomes of the rows.
  return v.parse(recordSchema, JSON.parse(JSON.stringify(record)));
}

/** The file `record.json`. Indented, so that people can read it in the library too. */
export function writeRecord(record: MonthRecord): string {
  return JSON.stringify(record, undefined, 1);
}

function asShown(report: StatusReport): StatusReport {
  return report.state === 'Submitted'
    ? report
    : { ...report, ...noTexts, progress: undefined, economyOutlook: undefined, needsCoordination: undefined, submittedAt: undefined, onBehalfOf: '', state: 'NotReceived' };
}

function textsByKey(reports: readonly StatusReport[]): Map<string, StatusTexts> {
  return new Map(reports.filter(isReceived).map((report) => [report.reportKey, textsOf(report)]));
}

function lockedMeeting(meeting: MeetingDetails, madeAt: Instant): MeetingDetails {
  return isLocked(meeting) ? { ...meeting, lockedAt: meeting.lockedAt ?? madeAt } : { ...meeting, state: 'Locked', lockedAt: madeAt };
}
