import fc from 'fast-check';
import { suggestObs, type SuggestionSource } from '../../src/plan/obsSuggestions';
import { recordSources } from './support/arbitraries';
import { aDecision, aFollowUp, aMeeting, aMonth, anEffort, anInitiative, anObsPoint, aReport } from './support/samples';

const april = aMeeting('2025-04', { statusDeadline: '2025-04-22' });
const march = { period: '2025-03', reports: [{ reportKey: 'I1:2025-03', state: 'NotReceived' as const }, { reportKey: 'I2:2025-03', state: 'Submitted' as const }] };

function aSource(changes: Partial<SuggestionSource> = {}): SuggestionSource {
  return { month: aMonth({ initiatives: [anInitiative(1), anInitiative(2)] }), meetings: [april], decisions: [], followUps: [], today: '2025-04-25', ...changes };
}

const reasonsOf = (source: SuggestionSource): unknown => suggestObs(source).suggestions.map(({ key, reasons }) => [key, reasons.map(({ kind }) => kind)]);

test('a request for help and what is off plan are one suggestion with two reasons, in the words of the status', () => {
  const month = aMonth({
    initiatives: [anInitiative(1, { originalText: 'Flådestyring R003(I)(B)' })],
    reports: [aReport(1, { needsCoordination: true, coordinationText: 'Beslut puljen', progress: 'OffTrack', statusText: 'Udbuddet er forsinket' })]
  });
  expect(suggestObs(aSource({ month })).suggestions).toEqual([{
    key: 'I1', subjects: { initiativeIds: [1] }, title: 'Flådestyring R003(I)(B)', type: 'Help',
    reasons: [{ kind: 'asksForHelp', words: 'Beslut puljen' }, { kind: 'offPlan', words: 'Udbuddet er forsinket' }]
  }]);
});

test('a draft asks for nothing', () => {
  const month = aMonth({ initiatives: [anInitiative(1)], reports: [aReport(1, { state: 'Draft', needsCoordination: true, coordinationText: 'x', progress: 'OffTrack' })] });
  expect(reasonsOf(aSource({ month }))).toEqual([]);
});

test('silence twice in a row counts once the deadline has passed', () => {
  expect(reasonsOf(aSource({ previous: march }))).toEqual([['I1', ['missingTwice']]]);
  expect(reasonsOf(aSource({ previous: march, today: '2025-04-22' }))).toEqual([]);
  const received = aMonth({ initiatives: [anInitiative(1)], reports: [aReport(1)] });
  expect(reasonsOf(aSource({ previous: march, month: received }))).toEqual([]);
  const notAsked = aMonth({ initiatives: [anInitiative(1, { lifecycle: 'Delivered' })] });
  expect(reasonsOf(aSource({ previous: march, month: notAsked }))).toEqual([]);
});

test('a strategic effort is suggested as well', () => {
  const month = aMonth({ efforts: [anEffort(4, { title: 'Sund økonomi' })], reports: [aReport(0, { reportKey: 'S4:2025-04', subject: { kind: 'effort', id: 4 }, progress: 'OffTrack' })] });
  expect(suggestObs(aSource({ month })).suggestions).toMatchObject([{ key: 'S4', subjects: { initiativeIds: [], effortId: 4 }, title: 'Sund økonomi' }]);
});

test('an overdue follow-up stands under its initiative, else its decision’s, else under the plan', () => {
  const late = { dueDate: '2025-04-24', state: 'InProgress' as const };
  const decisions = [aDecision(50, { initiativeIds: [2] }), aDecision(51, { initiativeIds: [] })];
  const followUps = [
    aFollowUp(60, { ...late, initiativeId: 1 }), aFollowUp(61, { ...late, initiativeId: undefined, decisionId: 50 }),
    aFollowUp(62, { ...late, initiativeId: undefined, decisionId: 51, title: 'Lav en plan' }), aFollowUp(63, { ...late, initiativeId: 1, state: 'Done' }), aFollowUp(64, { ...late, initiativeId: 1, dueDate: '2025-04-25' })
  ];
  expect(reasonsOf(aSource({ decisions, followUps }))).toEqual([['I1', ['overdueFollowUp']], ['I2', ['overdueFollowUp']], ['F62', ['overdueFollowUp']]]);
  const raised = anObsPoint(9, { initiativeIds: [], text: 'Opfølgningen "Lav en plan" er overskredet.' });
  expect(suggestObs(aSource({ decisions, followUps, month: aMonth({ obsPoints: [raised] }) }))).toEqual({ suggestions: [], covered: 1 });
});

test('a matter that an open point covers is counted and not suggested; a closed one covers nothing', () => {
  const month = (changes: Parameters<typeof anObsPoint>[1]): SuggestionSource['month'] =>
    aMonth({ initiatives: [anInitiative(1)], reports: [aReport(1, { progress: 'OffTrack' })], obsPoints: [anObsPoint(9, { initiativeIds: [1, 2], ...changes })] });
  expect(suggestObs(aSource({ month: month({}) }))).toEqual({ suggestions: [], covered: 1 });
  expect(reasonsOf(aSource({ month: month({ state: 'Closed', closedPeriod: '2025-04' }) }))).toEqual([['I1', ['offPlan']]]);
  expect(reasonsOf(aSource({ month: month({ state: 'Withdrawn' }) }))).toEqual([['I1', ['offPlan']]]);
});

test.each([[[]], [[aMeeting('2025-04', { state: 'Locked' })]]])('without an open round nothing is suggested', (meetings) => {
  const month = aMonth({ initiatives: [anInitiative(1)], reports: [aReport(1, { progress: 'OffTrack' })] });
  expect(suggestObs(aSource({ meetings, month }))).toEqual({ suggestions: [], covered: 0 });
});

test('whatever the lists hold: every suggestion has a reason and a key of its own, and none is on an open point’s subject', () => {
  fc.assert(fc.property(recordSources, (source) => {
    const { month, previous, decisions, followUps } = source;
    const { suggestions } = suggestObs({ month, meetings: [april], previous, decisions, followUps, today: '2025-04-25' });
    expect(suggestions.every(({ reasons }) => reasons.length > 0)).toBe(true);
    expect(new Set(suggestions.map(({ key }) => key)).size).toBe(suggestions.length);
    const open = month.obsPoints.filter(({ state, raisedPeriod }) => state === 'Open' && raisedPeriod <= '2025-04');
    expect(suggestions.filter(({ subjects }) => open.some((point) => point.initiativeIds.some((id) => subjects.initiativeIds.includes(id))))).toEqual([]);
  }));
});
