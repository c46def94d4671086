import * as v from 'valibot';
import { decisionKinds, type Decision } from '../decision';
import { followUpStates, type FollowUp } from '../followUp';
import { lifecycles, sources, type Initiative } from '../initiative';
import { meetingStates, type Meeting, type MeetingDetails } from '../meeting';
import { obsLevels, obsStates, obsTypes } from '../obsPoint';
import type { ObsInMonth } from '../overview';
import { unwrittenTemplate } from '../paperTemplate';
import { isPeriod } from '../period';
import { economyOutlooks, progressValues, reportStates, type StatusReport } from '../statusReport';
import type { StrategicEffort } from '../strategicEffort';
import { recordFormat, recordVersion, type MonthRecord } from './monthRecord';

/** Checks a value, and gives it the type that the domain has for it. */
type Schema<T> = v.GenericSchema<unknown, T>;

const id = v.pipe(v.number(), v.integer());
const ids = v.array(id);
const text = v.string();
const texts = v.array(text);
const day = v.pipe(text, v.regex(/^\d{4}-\d{2}-\d{2}$/));
const instant = v.pipe(text, v.check((value) => !Number.isNaN(Date.parse(value))));
const period = v.pipe(text, v.check(isPeriod));
const stored = { id, etag: text };
const problems = v.array(v.object({ column: text, found: text }));

// The period of a neighbouring meeting is as somebody wrote it: it must not make this month unreadable.
const meetingEntries = {
  ...stored, title: text, meetingKey: text, forum: text, period: text, meetingDate: day, statusDeadline: v.optional(day), state: v.picklist(meetingStates),
  openedAt: v.optional(instant), lockedAt: v.optional(instant)
};
const meeting: Schema<Meeting> = v.object(meetingEntries);
const meetingDetails: Schema<MeetingDetails> = v.object({
  ...meetingEntries, focusInitiativeIds: ids, focusText: text, invitedIds: ids, invitedText: text, attendingIds: ids, attendingText: text, presenters: text, caseOwners: text,
  caseNumber: text, background: text, casePresentation: text, recommendation: text, closedItem: v.boolean()
});

const initiative: Schema<Initiative> = v.object({
  ...stored, title: text, originalText: text, planYear: text, sortOrder: v.number(), code: v.optional(text), marks: texts, crossCutting: v.boolean(), highlighted: v.boolean(),
  highlightedSince: v.optional(day), lifecycle: v.picklist(lifecycles), source: v.optional(v.picklist(sources)), department: text, committees: texts,
  directorId: v.optional(id), directorRole: text, chiefId: v.optional(id), chiefRole: text, deputyId: v.optional(id), startDate: v.optional(day), endDate: v.optional(day),
  predecessorId: v.optional(id), problems
});

const effort: Schema<StrategicEffort> = v.object({
  ...stored, title: text, description: text, ownerId: v.optional(id), ownerRole: text, initiativeIds: ids, validFrom: v.optional(day), validTo: v.optional(day), sortOrder: v.number()
});

const statusTexts = {
  progress: v.optional(v.picklist(progressValues)), economyOutlook: v.optional(v.picklist(economyOutlooks)), statusText: text, nextSteps: text,
  needsCoordination: v.optional(v.boolean()), coordinationText: text
};
const report: Schema<StatusReport> = v.object({
  ...stored, ...statusTexts, reportKey: text, subject: v.object({ kind: v.picklist(['initiative', 'effort'] as const), id }), period, responsibleId: v.optional(id),
  responsibleRole: text, state: v.picklist(reportStates), submittedAt: v.optional(instant), onBehalfOf: text, problems
});
const status = { report: v.optional(report), received: v.boolean(), late: v.boolean(), expected: v.boolean(), previous: v.optional(v.object(statusTexts)) };

const obs: Schema<ObsInMonth> = v.object({
  point: v.object({
    ...stored, title: text, initiativeIds: ids, effortId: v.optional(id), level: v.picklist(obsLevels), type: v.optional(v.picklist(obsTypes)), text, proposedAction: text,
    state: v.picklist(obsStates), raisedPeriod: period, closedPeriod: v.optional(text), closingText: text, sortOrder: v.number(), problems
  }),
  age: v.pipe(v.number(), v.integer()), open: v.boolean()
});

const decision: Schema<Decision> = v.object({
  ...stored, title: text, meetingId: id, initiativeIds: ids, obsPointId: v.optional(id), kind: v.picklist(decisionKinds), text, problems
});
const followUp: Schema<FollowUp> = v.object({
  ...stored, title: text, decisionId: v.optional(id), initiativeId: v.optional(id), responsibleId: v.optional(id), responsibleRole: text, dueDate: v.optional(day),
  state: v.picklist(followUpStates), note: text, problems
});

/** The shape of `record.json`, version 1. */
export const recordSchema: Schema<MonthRecord> = v.object({
  format: v.literal(recordFormat), schemaVersion: v.literal(recordVersion), revision: text, reason: text, madeAt: instant, madeBy: text, siteUrl: text, siteTitle: text,
  timeZone: text, planYear: text, period, meeting: meetingDetails, firstMeeting: v.optional(meeting), nextMeeting: v.optional(meeting), previousPeriod: v.optional(period),
  initiatives: v.array(v.object({ initiative, ...status })), efforts: v.array(v.object({ effort, ...status })), obs: v.array(obs), decisions: v.array(decision),
  followUps: v.array(followUp), legend: v.record(text, text),
  // Records from before the phrases were filed with the month are read with the standard ones.
  template: v.optional(v.object({ background: text, casePresentation: text, recommendation: text }), unwrittenTemplate)
});
