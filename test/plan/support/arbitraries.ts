import fc from 'fast-check';
import { decisionKinds, type Decision } from '../../../src/plan/decision';
import { followUpStates, type FollowUp } from '../../../src/plan/followUp';
import { lifecycles, sources, type Initiative } from '../../../src/plan/initiative';
import type { MeetingDetails } from '../../../src/plan/meeting';
import { obsLevels, obsStates, obsTypes, type ObsPoint } from '../../../src/plan/obsPoint';
import type { RecordSource } from '../../../src/plan/record/makeRecord';
import { economyOutlooks, progressValues, reportKeyOf, reportStates, type StatusReport } from '../../../src/plan/statusReport';
import type { StrategicEffort } from '../../../src/plan/strategicEffort';
import { aMeeting, aSite, meetingDetails } from './samples';

/** Domain objects with anything in them that a list can hold. */

const text = fc.string({ unit: 'grapheme', maxLength: 20 });
const day = fc.integer({ min: 1, max: 28 }).map((date) => `2025-04-${String(date).padStart(2, '0')}`);
const period = fc.constantFrom('2025-02', '2025-03', '2025-04', '2025-05');
const instant = day.map((date) => `${date}T09:00:00Z`);
const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(value, { nil: undefined });
const id = fc.integer({ min: 1, max: 9 });
const ids = fc.uniqueArray(id, { maxLength: 4 });
const stored = { id, etag: fc.integer({ min: 1, max: 9 }).map((version) => `"${version}"`) };
const problems = fc.array(fc.record({ column: text, found: text }), { maxLength: 2 });

export const initiatives: fc.Arbitrary<Initiative> = fc.record({
  ...stored, title: text, originalText: text, planYear: fc.constant('2025'), sortOrder: fc.integer({ min: 0, max: 99 }), code: maybe(fc.constantFrom('R101', 'R307')),
  marks: fc.subarray(['I', 'B']), crossCutting: fc.boolean(), highlighted: fc.boolean(), highlightedSince: maybe(day), lifecycle: fc.constantFrom(...lifecycles),
  source: maybe(fc.constantFrom(...sources)), department: text, committees: fc.array(text, { maxLength: 2 }), directorId: maybe(id), directorRole: text, chiefId: maybe(id), chiefRole: text,
  deputyId: maybe(id), startDate: maybe(day), endDate: maybe(day), predecessorId: maybe(id), problems
});

const statusTexts = {
  progress: maybe(fc.constantFrom(...progressValues)), economyOutlook: maybe(fc.constantFrom(...economyOutlooks)), statusText: text, nextSteps: text,
  needsCoordination: maybe(fc.boolean()), coordinationText: text
};

const reports: fc.Arbitrary<StatusReport> = fc.record({
  ...stored, ...statusTexts, subject: fc.record({ kind: fc.constantFrom('initiative' as const, 'effort' as const), id }), reportKey: fc.constant(''), period: fc.constant('2025-04'),
  responsibleId: maybe(id), responsibleRole: text, state: fc.constantFrom(...reportStates), submittedAt: maybe(instant), onBehalfOf: text, problems
}).map((report) => ({
  // Only what was submitted has a time of submission.
  ...report, reportKey: reportKeyOf(report.subject, report.period), submittedAt: report.state === 'Submitted' ? report.submittedAt : undefined
}));

const efforts: fc.Arbitrary<StrategicEffort> = fc.record({
  ...stored, title: text, description: text, ownerId: maybe(id), ownerRole: text, initiativeIds: ids, validFrom: maybe(day), validTo: maybe(day), sortOrder: fc.integer({ min: 0, max: 99 })
});

const obsPoints: fc.Arbitrary<ObsPoint> = fc.record({
  ...stored, title: text, initiativeIds: ids, effortId: maybe(id), level: fc.constantFrom(...obsLevels), type: maybe(fc.constantFrom(...obsTypes)), text, proposedAction: text,
  state: fc.constantFrom(...obsStates), raisedPeriod: period, closedPeriod: maybe(period), closingText: text, sortOrder: fc.integer({ min: 0, max: 99 }), problems
});

const decisions: fc.Arbitrary<Decision> = fc.record({ ...stored, title: text, meetingId: id, initiativeIds: ids, obsPointId: maybe(id), kind: fc.constantFrom(...decisionKinds), text, problems });

const followUps: fc.Arbitrary<FollowUp> = fc.record({
  ...stored, title: text, decisionId: maybe(id), initiativeId: maybe(id), responsibleId: maybe(id), responsibleRole: text, dueDate: maybe(day),
  state: fc.constantFrom(...followUpStates), note: text, problems
});

const meetings: fc.Arbitrary<MeetingDetails> = fc
  .record({ focusInitiativeIds: ids, focusText: text, invitedText: text, attendingText: text, presenters: text, caseOwners: text, caseNumber: text, background: text, closedItem: fc.boolean() })
  .map((changes) => meetingDetails('2025-04', changes));

const byKey = { selector: ({ reportKey }: StatusReport): string => reportKey, maxLength: 8 };
const byId = { selector: (row: { id: number }): number => row.id, maxLength: 8 };

export const recordSources: fc.Arbitrary<RecordSource> = fc.record({
  site: fc.constant(0).map(() => aSite({ meetings: [aMeeting('2025-01'), aMeeting('2025-04')] })),
  meeting: meetings,
  month: fc.record({
    planYear: fc.constant('2025'), period: fc.constant('2025-04'), initiatives: fc.uniqueArray(initiatives, byId), efforts: fc.uniqueArray(efforts, byId),
    reports: fc.uniqueArray(reports, byKey), obsPoints: fc.uniqueArray(obsPoints, byId)
  }),
  previous: maybe(fc.record({ period: fc.constant('2025-03'), reports: fc.array(reports.map((report) => ({ ...report, reportKey: reportKeyOf(report.subject, '2025-03') })), { maxLength: 4 }) })),
  decisions: fc.uniqueArray(decisions, byId), followUps: fc.uniqueArray(followUps, byId), legend: fc.dictionary(fc.constantFrom('I', 'B', 'Q'), text)
});
