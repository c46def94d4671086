import type { PlanCommand } from '../../src/plan/commands';
import { rowKeyOf } from '../../src/plan/rowKey';
import { decisionWritingOf } from '../../src/plan/decision';
import { followUpWritingOf } from '../../src/plan/followUp';
import { meetingWritingOf } from '../../src/plan/meeting';
import { rebased } from '../../src/plan/outbox';
import { aDecision, aFollowUp, anObsPoint, aReport, meetingDetails } from './support/samples';

const decision = aDecision(7);
const followUp = aFollowUp(4);
const meeting = meetingDetails('2025-04');
const commands: PlanCommand[] = [
  { topic: 'decision', meetingId: 4, clientKey: 'k1', texts: decisionWritingOf(decision) },
  { topic: 'followUp', clientKey: 'k2', texts: followUpWritingOf(followUp) },
  { topic: 'meeting', base: meeting, texts: meetingWritingOf(meeting) }
];

test('each command names the row that it writes, or the key of the one that it makes', () => {
  expect(commands.map(rowKeyOf)).toEqual(['D-k1', 'F-k2', 'M4']);
  expect(commands.map((command) => rowKeyOf(rebased(command, command.topic === 'decision' ? decision : followUp)))).toEqual(['D7', 'F4', 'M4']);
});

test('an edit is put over rows of its own kind alone', () => {
  const rows = [aReport(1), anObsPoint(2), followUp, decision, meeting];
  expect(commands.map((command) => rows.filter((row) => rebased(command, row) !== command))).toEqual([[decision], [followUp], [meeting]]);
});
