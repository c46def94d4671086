import { startOfDay } from '../../plan/calendar';
import { decisionRules, decisionWritingOf, unwrittenDecision, type Decision, type DecisionWriting } from '../../plan/decision';
import { followUpRules, followUpWritingOf, unwrittenFollowUp, type FollowUp, type FollowUpWriting } from '../../plan/followUp';
import type { DecisionOutcome, FollowUpOutcome } from '../../plan/ports/meetingStore';
import { decisionKindChoices, followUpStateChoices } from '../choices';
import { problemFrom } from '../errors';
import { titleFrom } from '../mapping/bodies';
import { anyDecisionOf, decisionColumns, followUpColumns, followUpOf } from '../mapping/decisions';
import { quoted } from '../readMonth';
import { changeRow } from '../write/changeRow';
import { createRow } from '../write/createRow';
import { listOf, longestTitle, type ListWriter, type Writing } from '../write/listWriter';

const decisionWriter: ListWriter<Decision, DecisionWriting> = {
  list: 'Decisions', columns: decisionColumns, fromRow: anyDecisionOf, textsOf: decisionWritingOf, asWritten: decisionWritingOf, rules: decisionRules,
  toBody: ({ initiativeIds, obsPointId, kind, text }) => ({
    Title: titleFrom(text), InitiativesId: initiativeIds, ObsPointId: obsPointId ?? null, DecisionKind: decisionKindChoices[kind], DecisionText: text
  })
};

export function addDecision(writing: Writing, meetingId: number, texts: DecisionWriting, clientKey: string): Promise<DecisionOutcome> {
  return createRow(writing, decisionWriter, { start: { MeetingId: meetingId }, begun: unwrittenDecision, texts, key: { column: 'ClientKey', value: clientKey, kind: 'client' } });
}

export function saveDecision(writing: Writing, base: Decision, texts: DecisionWriting): Promise<DecisionOutcome> {
  return changeRow(writing, decisionWriter, { base, texts });
}

export async function addFollowUp(writing: Writing, texts: FollowUpWriting, clientKey: string, decisionKey?: string): Promise<FollowUpOutcome> {
  let decisionId = texts.decisionId;
  if (decisionId === undefined && decisionKey !== undefined) {
    try {
      const [decision] = await listOf(writing, decisionWriter).items.select('Id').filter(`ClientKey eq ${quoted(decisionKey)}`).top(1)<{ Id: number }[]>();
      decisionId = decision?.Id;
    } catch (error) {
      return { kind: 'refused', problem: await problemFrom(error) };
    }
    if (decisionId === undefined) {
      return { kind: 'refused', problem: { kind: 'notFound' } };
    }
  }
  return createRow(writing, followUpWriter(writing), { start: {}, begun: unwrittenFollowUp, texts: { ...texts, decisionId }, key: { column: 'ClientKey', value: clientKey, kind: 'client' } });
}

export function saveFollowUp(writing: Writing, base: FollowUp, texts: FollowUpWriting): Promise<FollowUpOutcome> {
  return changeRow(writing, followUpWriter(writing), { base, texts });
}

/** A day is written as the web counts its days. */
function followUpWriter({ timeZone }: Writing): ListWriter<FollowUp, FollowUpWriting> {
  return {
    list: 'FollowUps', columns: followUpColumns, fromRow: followUpOf, textsOf: followUpWritingOf, rules: followUpRules,
    asWritten: (texts) => ({ ...followUpWritingOf(texts), title: texts.title.slice(0, longestTitle) }),
    toBody: ({ title, decisionId, initiativeId, responsibleId, responsibleRole, dueDate, state, note }) => ({
      Title: title.slice(0, longestTitle), DecisionId: decisionId ?? null, InitiativeId: initiativeId ?? null, ResponsibleId: responsibleId ?? null, ResponsibleRole: responsibleRole,
      DueDate: dueDate ? startOfDay(dueDate, timeZone) : null, FollowUpState: followUpStateChoices[state], Note: note
    })
  };
}
