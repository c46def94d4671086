import { suggestObs } from '../../../src/plan/obsSuggestions';
import { planYearOf } from '../../../src/plan/meeting';
import { myStatus } from '../../../src/plan/myStatus';
import { overview } from '../../../src/plan/overview';
import { earlierMonths, sinceLast } from '../../../src/plan/sinceLast';
import { textsOf } from '../../../src/plan/statusReport';
import { aDecision, aFollowUp, aMeeting, aMonth, anInitiative, anObsPoint, aReport, aSite } from '../support/samples';

/** Indsats 1 of plan 2025 was carried on as 91 of plan 2026; January's round is open. */
const site = aSite({ planYear: '2026', meetings: [aMeeting('2025-12', { id: 12, state: 'Held' }), aMeeting('2026-01', { id: 1 })] });
const december = aReport(1, { period: '2025-12', progress: 'OnTrack', statusText: 'Som i december', needsCoordination: false });
const month = aMonth({
  planYear: '2026', period: '2026-01', initiatives: [anInitiative(91, { planYear: '2026', predecessorId: 1, chiefId: 7 }), anInitiative(92, { planYear: '2026' })],
  reports: [aReport(91, { period: '2026-01', progress: 'OnTrack', statusText: 'Som i december', needsCoordination: false })],
  obsPoints: [anObsPoint(9, { initiativeIds: [1], raisedPeriod: '2025-11' })]
});
const view = overview({ site, month, today: '2026-01-20', wholePlan: false });

test('an OBS point that was raised on last year’s row stands on the one it was carried on as, and not among the others', () => {
  expect(view.rows.map(({ obs }) => obs.map(({ point }) => point.id))).toEqual([[9], []]);
  expect(view.otherObs).toEqual([]);
});

test('the strip of twelve months and what is new since last reach into last year', () => {
  const months = earlierMonths(site.meetings, '2026-01', 1);
  const since = sinceLast(view, site.meetings, months, [{ reportKey: december.reportKey, period: '2025-12', state: 'Submitted', progress: 'OnTrack', texts: textsOf(december) }]).get(91);
  expect(since?.strip.slice(-2).map(({ period, status }) => [period, status])).toEqual([['2025-12', 'received'], ['2026-01', 'received']]);
  expect([since?.before?.statusText, since?.unchanged]).toEqual(['Som i december', true]);
});

test('the head is shown last year’s last status, and what was decided and is owed on last year’s row', () => {
  const { items } = myStatus({
    site, month, today: '2026-01-20', previous: [december], decisions: [aDecision(5, { meetingId: 12, initiativeIds: [1] })], followUps: [aFollowUp(6, { initiativeId: 1, state: 'InProgress' })]
  });
  expect(items).toMatchObject([{ subject: { id: 91 }, before: { statusText: 'Som i december' }, mayConfirm: true, decisions: [{ id: 5 }], followUps: [{ id: 6 }] }]);
});

test('a follow-up on last year’s row that is overdue speaks for an OBS point on this year’s', () => {
  const { suggestions } = suggestObs({ meetings: site.meetings, month: { ...month, obsPoints: [] }, decisions: [], followUps: [aFollowUp(6, { initiativeId: 1, state: 'InProgress', dueDate: '2025-12-01' })], today: '2026-01-20' });
  expect(suggestions).toMatchObject([{ subjects: { initiativeIds: [91] } }]);
});

test('a month is seen in the plan of its year, once that is made', () => {
  expect(planYearOf({ planYear: '2025', nextPlanYear: '2026' }, '2025-12')).toBe('2025');
  expect(planYearOf({ planYear: '2025', nextPlanYear: '2026' }, '2026-01')).toBe('2026');
  expect(planYearOf({ planYear: '2025' }, '2026-01')).toBe('2025');
});
