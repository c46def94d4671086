import type { MergeRules } from './merge/mergeFields';
import { obsRules, unwrittenObs, writingOf, type ObsPoint, type ObsWriting } from './obsPoint';
import type { NewObs, NewStatus, ObsOutcome, PlanStore, StatusOutcome } from './ports/planStore';
import type { WriteOutcome } from './problem';
import { noTexts, reportKeyOf, statusRules, textsOf, type StatusReport, type StatusTexts } from './statusReport';

/**
 * An edit as data: what is to be written, and the row that it was written on. It can be kept, sent later, and sent over
 * another version of the row (`{ ...command, base: theirs, texts }`).
 */
export type PlanCommand = StatusCommand | ObsCommand;

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

/** What editors and the outbox must know of a kind of command. */
export interface CommandTopic<Row, Written, Command> {
  rules: MergeRules<Written>;
  /** The part of a row that people write. */
  writtenOf: (row: Row) => Written;
  /** What a row begins with. */
  blank: Written;
  run: (store: PlanStore, command: Command) => Promise<WriteOutcome<Row, Written>>;
}

export const statusTopic: CommandTopic<StatusReport, StatusTexts, StatusCommand> = {
  rules: statusRules, writtenOf: textsOf, blank: noTexts,
  run: (store, { base, start, texts, onBehalfOf }) => (base ? store.submitStatus(base, texts, onBehalfOf) : store.createStatus(start, texts, onBehalfOf))
};

export const obsTopic: CommandTopic<ObsPoint, ObsWriting, ObsCommand> = {
  rules: obsRules, writtenOf: writingOf, blank: unwrittenObs,
  run: (store, { base, start, texts, clientKey }) => (
    base ? store.rewriteObs(base, texts) : store.raiseObs({ ...start, subjects: { initiativeIds: texts.initiativeIds, effortId: texts.effortId } }, texts, clientKey)
  )
};

export function runCommand(store: PlanStore, command: PlanCommand): Promise<StatusOutcome | ObsOutcome> {
  return command.topic === 'status' ? statusTopic.run(store, command) : obsTopic.run(store, command);
}

/** The row that a command writes, by name: `I12:2025-04`, `O9`, or the key of a point that is raised. */
export function rowKeyOf(command: PlanCommand): string {
  if (command.topic === 'status') {
    return reportKeyOf(command.start.subject, command.start.period);
  }
  return command.base ? `O${command.base.id}` : `O-${command.clientKey}`;
}
