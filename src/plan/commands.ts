import { decisionRules, decisionWritingOf, unwrittenDecision, type Decision, type DecisionWriting } from './decision';
import { economyRules, economyWritingOf, unwrittenLine, type EconomyLine, type EconomyWriting } from './economyLine';
import { followUpRules, followUpWritingOf, unwrittenFollowUp, type FollowUp, type FollowUpWriting } from './followUp';
import type { InitiativeDetails } from './initiative';
import { initiativeRules, initiativeWritingOf, unwrittenInitiative, type InitiativeWriting } from './initiatives/initiativeWriting';
import { meetingRules, meetingWritingOf, unwrittenMeeting, type MeetingDetails, type MeetingWriting } from './meeting';
import type { MergeRules } from './merge/mergeFields';
import { obsRules, unwrittenObs, writingOf, type ObsPoint, type ObsWriting } from './obsPoint';
import { templateRules, templateWritingOf, unwrittenTemplate, type PaperTemplate, type TemplateRow } from './paperTemplate';
import type { AnnexStore, TemplateOutcome } from './ports/annexStore';
import type { InitiativeOutcome, InitiativeStore, NewInitiative } from './ports/initiativeStore';
import type { EconomyOutcome, EconomyStore } from './ports/economyStore';
import type { DecisionOutcome, DetailsOutcome, FollowUpOutcome, MeetingStore } from './ports/meetingStore';
import type { NewObs, NewStatus, ObsOutcome, PlanStore, StatusOutcome } from './ports/planStore';
import type { EffortOutcome, StrategyStore } from './ports/strategyStore';
import type { WriteOutcome } from './problem';
import { noTexts, statusRules, textsOf, type StatusReport, type StatusTexts } from './statusReport';
import { effortRules, effortWritingOf, unwrittenEffort, type EffortWriting, type StrategicEffort } from './strategicEffort';

/**
 * An edit as data: what is to be written, and the row that it was written on. It can be kept, sent later, and sent over
 * another version of the row (`{ ...command, base: theirs, texts }`).
 */
export type PlanCommand = StatusCommand | ObsCommand | FollowUpCommand | DecisionCommand | MeetingCommand | InitiativeCommand | EffortCommand | EconomyCommand | TemplateCommand;

/** A row that a command writes, and how the write ended. */
export type PlanRow = StatusReport | ObsPoint | FollowUp | Decision | MeetingDetails | InitiativeDetails | StrategicEffort | EconomyLine | TemplateRow;
export type PlanOutcome = StatusOutcome | ObsOutcome | FollowUpOutcome | DecisionOutcome | DetailsOutcome | InitiativeOutcome | EffortOutcome | EconomyOutcome | TemplateOutcome;

/** The stores that commands write to; all but the first are loaded when a command first needs them. */
export interface PlanStores {
  plan: PlanStore;
  meetings: () => Promise<MeetingStore>;
  initiatives: () => Promise<InitiativeStore>;
  strategy: () => Promise<StrategyStore>;
  economy: () => Promise<EconomyStore>;
  annexes: () => Promise<AnnexStore>;
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

export interface FollowUpCommand {
  topic: 'followUp';
  base?: FollowUp;
  /** A GUID for one that is made. */
  clientKey: string;
  /** The key of the decision that it follows from, where that has no id yet: it waits to be sent itself. */
  decisionKey?: string;
  texts: FollowUpWriting;
}

export interface DecisionCommand {
  topic: 'decision';
  meetingId: number;
  /** A GUID for one that falls. */
  clientKey: string;
  base?: Decision;
  texts: DecisionWriting;
}

/** A change of what is written on a meeting. Its day and its state have commands of their own in the rounds. */
export interface MeetingCommand {
  topic: 'meeting';
  base: MeetingDetails;
  texts: MeetingWriting;
}

/** An initiative that is made or changed. */
export interface InitiativeCommand {
  topic: 'initiative';
  start: NewInitiative;
  /** A GUID for one that is made. */
  clientKey: string;
  base?: InitiativeDetails;
  texts: InitiativeWriting;
}

export interface EffortCommand {
  topic: 'effort';
  /** A GUID for an effort that is made. */
  clientKey: string;
  base?: StrategicEffort;
  texts: EffortWriting;
}

export interface EconomyCommand {
  topic: 'economyLine';
  /** A GUID for a line that is made. */
  clientKey: string;
  base?: EconomyLine;
  texts: EconomyWriting;
}

/** The paper's standard phrases; there is one row of them. */
export interface TemplateCommand {
  topic: 'template';
  base?: TemplateRow;
  texts: PaperTemplate;
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
  rules: followUpRules, writtenOf: followUpWritingOf, blank: unwrittenFollowUp,
  run: async ({ meetings }, { base, texts, clientKey, decisionKey }) => {
    const store = await meetings();
    return base ? store.saveFollowUp(base, texts) : store.addFollowUp(texts, clientKey, decisionKey);
  }
};

export const decisionTopic: CommandTopic<Decision, DecisionWriting, DecisionCommand> = {
  rules: decisionRules, writtenOf: decisionWritingOf, blank: unwrittenDecision,
  run: async ({ meetings }, { base, texts, meetingId, clientKey }) => {
    const store = await meetings();
    return base ? store.saveDecision(base, texts) : store.addDecision(meetingId, texts, clientKey);
  }
};

export const meetingTopic: CommandTopic<MeetingDetails, MeetingWriting, MeetingCommand> = {
  rules: meetingRules, writtenOf: meetingWritingOf, blank: unwrittenMeeting, run: async ({ meetings }, { base, texts }) => (await meetings()).saveDetails(base, texts)
};

export const initiativeTopic: CommandTopic<InitiativeDetails, InitiativeWriting, InitiativeCommand> = {
  rules: initiativeRules, writtenOf: initiativeWritingOf, blank: unwrittenInitiative,
  run: async ({ initiatives }, { base, start, texts, clientKey }) => {
    const store = await initiatives();
    return base ? store.save(base, texts) : store.add(start, texts, clientKey);
  }
};

export const effortTopic: CommandTopic<StrategicEffort, EffortWriting, EffortCommand> = {
  rules: effortRules, writtenOf: effortWritingOf, blank: unwrittenEffort,
  run: async ({ strategy }, { base, texts, clientKey }) => {
    const store = await strategy();
    return base ? store.saveEffort(base, texts) : store.addEffort(texts, clientKey);
  }
};

export const economyTopic: CommandTopic<EconomyLine, EconomyWriting, EconomyCommand> = {
  rules: economyRules, writtenOf: economyWritingOf, blank: unwrittenLine,
  run: async ({ economy }, { base, texts, clientKey }) => {
    const store = await economy();
    return base ? store.saveLine(base, texts) : store.addLine(texts, clientKey);
  }
};

export const templateTopic: CommandTopic<TemplateRow, PaperTemplate, TemplateCommand> = {
  rules: templateRules, writtenOf: templateWritingOf, blank: unwrittenTemplate, run: async ({ annexes }, { base, texts }) => (await annexes()).saveTemplate(base, texts)
};

export function runCommand(stores: PlanStores, command: PlanCommand): Promise<PlanOutcome> {
  switch (command.topic) {
    case 'status':
      return statusTopic.run(stores, command);
    case 'obs':
      return obsTopic.run(stores, command);
    case 'decision':
      return decisionTopic.run(stores, command);
    case 'meeting':
      return meetingTopic.run(stores, command);
    case 'initiative':
      return initiativeTopic.run(stores, command);
    case 'effort':
      return effortTopic.run(stores, command);
    case 'economyLine':
      return economyTopic.run(stores, command);
    case 'template':
      return templateTopic.run(stores, command);
    default:
      return followUpTopic.run(stores, command);
  }
}
