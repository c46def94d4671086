import { boardMeetingOf, isLocked, nextBoardMeeting, openingPeriod, roundOf } from '../../src/plan/meeting';
import { aMeeting } from './support/samples';

test('a round is a board meeting that has been opened', () => {
  const planned = aMeeting('2025-05', { state: 'Planned', openedAt: undefined });
  const other = aMeeting('2025-05', { forum: 'Økonomiudvalget' });
  expect(roundOf([planned, other], '2025-05')).toBeUndefined();
  expect(boardMeetingOf([other, planned], '2025-05')).toBe(planned);
});

test('a cancelled meeting carries no round', () => {
  expect(boardMeetingOf([aMeeting('2025-05', { state: 'Cancelled' })], '2025-05')).toBeUndefined();
});

test('the page opens with the newest open round, else the newest round, else this month', () => {
  const held = aMeeting('2025-03', { state: 'Held' });
  expect(openingPeriod([held, aMeeting('2025-04')], '2025-05-02')).toBe('2025-04');
  expect(openingPeriod([held, aMeeting('2025-02', { state: 'Held' })], '2025-05-02')).toBe('2025-03');
  expect(openingPeriod([], '2025-05-02')).toBe('2025-05');
  const both = [aMeeting('2025-04', { meetingDate: '2025-04-30' }), aMeeting('2025-05', { meetingDate: '2025-05-28' })];
  expect(['2025-04-25', '2025-04-30', '2025-05-01', '2025-06-01'].map((day) => openingPeriod(both, day))).toEqual(['2025-04', '2025-04', '2025-05', '2025-05']);
});

test('the next meeting is counted from today, and today counts', () => {
  const meetings = [aMeeting('2025-05'), aMeeting('2025-04'), aMeeting('2025-03')];
  expect(nextBoardMeeting(meetings, '2025-04-26')?.period).toBe('2025-04');
  expect(nextBoardMeeting(meetings, '2025-04-27')?.period).toBe('2025-05');
});

test('locked and held months are closed for edits', () => {
  expect(['Planned', 'Open', 'Locked', 'Held'].map((state) => isLocked(aMeeting('2025-04', { state: state as 'Open' })))).toEqual([false, false, true, true]);
});
