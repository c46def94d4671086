import fc from 'fast-check';
import { agenda, type AgendaStep } from '../../src/plan/agenda';
import { decisionAt, isDecidedAt, presentersOf } from '../../src/plan/agendaWork';
import { overview } from '../../src/plan/overview';
import { recordSources } from './support/arbitraries';
import { aMonth, anEffort, anInitiative, anObsPoint, aSite, meetingDetails } from './support/samples';

const month = aMonth({
  initiatives: [anInitiative(1, { directorRole: 'Direktør A' }), anInitiative(2, { directorRole: 'Direktør B' })], efforts: [anEffort(7, { title: 'Sund økonomi', ownerRole: 'Kommunaldirektør' })],
  obsPoints: [anObsPoint(20, { initiativeIds: [1, 2] })]
});
const meeting = meetingDetails('2025-04', { focusInitiativeIds: [2] });
const steps = agenda(overview({ site: aSite(), month, today: '2025-04-30', wholePlan: true }), month, meeting);
const step = (key: string): AgendaStep => {
  const found = steps.find((each) => each.key === key);
  if (!found) {
    throw new Error(`${key} is no step of ${steps.map((each) => each.key).join(', ')}`);
  }
  return found;
};

test('the responsible director presents, unless the meeting names somebody; an effort is its owner’s', () => {
  expect(['efforts:7', 'initiatives:1', 'focus:2', 'obs:20'].map((key) => presentersOf(step(key), meeting))).toEqual([['Kommunaldirektør'], ['Direktør A'], ['Direktør B'], []]);
  expect(['efforts:7', 'initiatives:1', 'focus:2'].map((key) => presentersOf(step(key), { ...meeting, presenters: 'Økonomichef; Fagchef' }))).toEqual([['Kommunaldirektør'], ['Økonomichef', 'Fagchef'], ['Økonomichef', 'Fagchef']]);
});

test('a decision begins with what it falls on', () => {
  expect(decisionAt(step('initiatives:1'))).toMatchObject({ initiativeIds: [1], text: '' });
  expect(decisionAt(step('obs:20'))).toMatchObject({ initiativeIds: [1, 2], obsPointId: 20, text: '' });
  expect(decisionAt(step('efforts:7'))).toMatchObject({ initiativeIds: [], text: 'Sund økonomi: ' });
  expect(decisionAt(step('closing'))).toMatchObject({ initiativeIds: [], text: '' });
});

test('a decision stands where it falls, and at the end; never at the beginning', () => {
  fc.assert(fc.property(recordSources, fc.string({ minLength: 1 }), ({ site, month: rows, meeting: ofRecord }, words) => {
    for (const each of agenda(overview({ site, month: rows, today: '2025-04-30', wholePlan: true }), rows, ofRecord)) {
      const start = decisionAt(each);
      const decision = { ...start, text: start.text + words };
      expect(isDecidedAt(each, decision)).toBe(each.part !== 'opening');
      expect(isDecidedAt({ key: 'closing', part: 'closing' }, decision)).toBe(true);
    }
  }));
});

test('a decision on something else stands elsewhere; one on last year’s row stands at the initiative carried on from it', () => {
  expect(isDecidedAt(step('obs:20'), { ...decisionAt(step('obs:20')), obsPointId: 21 })).toBe(false);
  expect(isDecidedAt(step('initiatives:1'), decisionAt(step('focus:2')))).toBe(false);
  const later = aMonth({ initiatives: [anInitiative(1, { predecessorId: 9 })] });
  const [, carriedOn] = agenda(overview({ site: aSite(), month: later, today: '2025-04-30', wholePlan: true }), later, meetingDetails('2025-04'));
  expect(isDecidedAt(carriedOn, { ...decisionAt(carriedOn), initiativeIds: [9] })).toBe(true);
});

test('a decision on the whole plan stands at no effort that it does not begin with', () => {
  expect(isDecidedAt(step('efforts:7'), { ...decisionAt(step('closing')), text: 'Planen tages til efterretning' })).toBe(false);
});
