import { followUpRules, followUpWritingOf, type FollowUp, type FollowUpWriting } from './followUp';
import type { MergeRules } from './merge/mergeFields';
import { obsRules, unwrittenObs, writingOf, type ObsPoint, type ObsWriting } from './obsPoint';
import type { FollowUpOutcome, MeetingStore } from './ports/meetingStore';
import type { NewObs, NewStatus, ObsOutcome, PlanStore, StatusOutcome } from './ports/planStore';
import type { WriteOutcome } from './problem';
import { noTexts, reportKeyOf, statusRules, textsOf, type StatusReport, type StatusTexts } from './statusReport';

/**
 * An edit as data: what is to be written, and the row that it was written on. It can be kept, sent later, and sent over
 * another version of the row (`{ ...command, base: theirs, texts }`).
 */
export type PlanCommand = StatusCommand | ObsCommand | FollowUpCommand;

/** A row that a command writes, and how the write ended. */
export type PlanRow = StatusReport | ObsPoint | FollowUp;
export type PlanOutcome = StatusOutcome | ObsOutcome | FollowUpOutcome;

/** The stores that commands write to; the second is loaded when a command first needs it. */
export interface PlanStores {
  plan: PlanStore;
  meetings: () => Promise<MeetingStore>;
}

export interface StatusCommand {
  topic: 'status';
  /** For the row that is made when there is no `base`. */
  start: NewStatus;
  base?: StatusReport;
  texts: StatusTexts;
  onBehalfOf: string;
}

export interface ObsCommand {
  topic: 'obs';
  start: NewObs;
  /** A GUID for a point that is raised. */
  clientKey: string;
  base?: ObsPoint;
  texts: ObsWriting;
}

/** A change of a follow-up; made ones come from the meeting that decides them. */
export interface FollowUpCommand {
  topic: 'followUp';
  base: FollowUp;
  texts: FollowUpWriting;
}

/** What editors and the outbox must know of a kind of command. */
export interface CommandTopic<Row, Written, Command> {
  rules: MergeRules<Written>;
  /** The part of a row that people write. */
  writtenOf: (row: Row) => Written;
  /** What a row begins with. */
  blank: Written;
  run: (stores: PlanStores, command: Command) => Promise<WriteOutcome<Row, Written>>;
}

export const statusTopic: CommandTopic<StatusReport, StatusTexts, StatusCommand> = {
  rules: statusRules, writtenOf: textsOf, blank: noTexts,
  run: ({ plan }, { base, start, texts, onBehalfOf }) => (base ? plan.submitStatus(base, texts, onBehalfOf) : plan.createStatus(start, texts, onBehalfOf))
};

export const obsTopic: CommandTopic<ObsPoint, ObsWriting, ObsCommand> = {
  rules: obsRules, writtenOf: writingOf, blank: unwrittenObs,
  run: ({ plan }, { base, start, texts, clientKey }) => (
    base ? plan.rewriteObs(base, texts) : plan.raiseObs({ ...start, subjects: { initiativeIds: texts.initiativeIds, effortId: texts.effortId } }, texts, clientKey)
  )
};

export const followUpTopic: CommandTopic<FollowUp, FollowUpWriting, FollowUpCommand> = {
  rules: followUpRules, writtenOf: followUpWritingOf, blank: { title: '', responsibleRole: '', state: 'NotStarted', note: '' },
  run: async ({ meetings }, { base, texts }) => (await meetings()).saveFollowUp(base, texts)
};

export function runCommand(stores: PlanStores, command: PlanCommand): Promise<PlanOutcome> {
  switch (command.topic) {
    case 'status':
      return statusTopic.run(stores, command);
    case 'obs':
      return obsTopic.run(stores, command);
    default:
      return followUpTopic.run(stores, command);
  }
}

/** The row that a command writes, by name: `I12:2025-04`, `O9`, `F4`, or the key of a point that is raised. */
export function rowKeyOf(command: PlanCommand): string {
  if (command.topic === 'status') {
    return reportKeyOf(command.start.subject, command.start.period);
  }
  if (command.topic === 'followUp') {
    return `F${command.base.id}`;
  }
  return command.base ? `O${command.base.id}` : `O-${command.clientKey}`;
}
