import * as fc from 'fast-check';
import { markWords } from '../../src/plan/merge/words';
import { overview } from '../../src/plan/overview';
import { selectRows, wholeOverview } from '../../src/plan/overviewSelection';
import { changesSince, earlierMonths, isSameText, isUnchanged, runsOf, sinceLast, unchangedMonths, type EarlierReport, type SinceLast } from '../../src/plan/sinceLast';
import { economyOutlooks, noTexts, progressValues, type StatusReport, type StatusTexts } from '../../src/plan/statusReport';
import { aMeeting, aMonth, anInitiative, anObsPoint, aReport, aSite } from './support/samples';

const words = fc.array(fc.constantFrom('bro', 'ikke', 'færdig', '1.', 'maj', '\n', '  ', ','), { maxLength: 8 }).map((all) => all.join(' '));
const texts: fc.Arbitrary<StatusTexts> = fc.record({
  progress: fc.option(fc.constantFrom(...progressValues), { nil: undefined }), economyOutlook: fc.option(fc.constantFrom(...economyOutlooks), { nil: undefined }),
  statusText: words, nextSteps: words, needsCoordination: fc.option(fc.boolean(), { nil: undefined }), coordinationText: words
});
const flat = (text: string): string => text.split(/\s+/).filter(Boolean).join(' ');

test('a status is unchanged just when nothing but spaces and line breaks differs', () => {
  fc.assert(fc.property(texts, texts, fc.boolean(), (before, other, alike) => {
    const after = alike ? { ...before, statusText: `  ${before.statusText.replace(/ /g, ' \n ')}` } : other;
    const help = (status: StatusTexts): string => (status.needsCoordination ? flat(status.coordinationText) : '');
    const same = before.progress === after.progress && before.economyOutlook === after.economyOutlook && before.needsCoordination === after.needsCoordination &&
      flat(before.statusText) === flat(after.statusText) && flat(before.nextSteps) === flat(after.nextSteps) && help(before) === help(after);
    expect(isUnchanged(before, after)).toBe(same);
    expect(alike && !isUnchanged(before, after)).toBe(false);
  }));
});

test('the words shown as kept and added are the new text, and none is marked where the texts are the same', () => {
  fc.assert(fc.property(words, words, (before, after) => {
    const marks = markWords(before, after);
    expect(flat(marks.filter(({ kind }) => kind !== 'removed').map(({ text }) => text).join(''))).toBe(flat(after));
    expect(isSameText(before, after) && marks.some(({ kind }) => kind !== 'same')).toBe(false);
  }));
});

test('what is different is named: choices with before and after, texts that say something new', () => {
  const before: StatusTexts = { ...noTexts, progress: 'OnTrack', economyOutlook: 'AsPlanned', needsCoordination: false, statusText: 'Skabeloner er klar', coordinationText: 'gammelt' };
  const after: StatusTexts = { ...before, progress: 'Attention', needsCoordination: true, coordinationText: 'Mangler en pulje', statusText: 'Skabeloner\ner klar' };
  expect(changesSince(before, after)).toEqual({
    progress: { before: 'OnTrack', after: 'Attention' }, economyOutlook: undefined, needsCoordination: { before: false, after: true },
    texts: [{ field: 'coordinationText', before: '', after: 'Mangler en pulje' }]
  });
});

describe('months in a row that repeat the month before', () => {
  const report = (period: string, statusText: string, state: 'Submitted' | 'NotReceived' = 'Submitted'): StatusReport => ({ ...aReport(1, { period }), statusText, state });

  test('are counted back from the newest, whatever the order they come in', () => {
    expect(unchangedMonths([report('2025-04', 'a'), report('2025-03', 'a'), report('2025-02', 'a'), report('2025-01', 'b')])).toBe(2);
    expect(unchangedMonths([report('2025-01', 'b'), report('2025-03', 'a'), report('2025-02', 'a'), report('2025-04', 'a')])).toBe(2);
    expect(unchangedMonths([report('2025-04', 'ny'), report('2025-03', 'a'), report('2025-02', 'a')])).toBe(0);
    expect(unchangedMonths([])).toBe(0);
  });

  test('end where a status was not received', () => {
    expect(unchangedMonths([report('2025-04', 'a'), report('2025-03', 'a'), report('2025-02', 'a', 'NotReceived'), report('2025-01', 'a')])).toBe(1);
    expect(unchangedMonths([report('2025-04', 'a', 'NotReceived'), report('2025-03', 'a')])).toBe(0);
  });

  test('are as many as the texts at the end that are alike', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom('a', 'b'), { minLength: 1, maxLength: 12 }), (said) => {
      const history = said.map((statusText, index) => report(`2025-${String(index + 1).padStart(2, '0')}`, statusText));
      const alike = [...said].reverse().findIndex((each) => each !== said[said.length - 1]);
      expect(unchangedMonths(history)).toBe((alike < 0 ? said.length : alike) - 1);
    }));
  });
});

describe('a month beside the months before it', () => {
  const meetings = ['2025-01', '2025-02', '2025-04', '2025-05'].map((period) => aMeeting(period));
  const status = { progress: 'OnTrack', statusText: 'Som sidst', nextSteps: '', needsCoordination: false, coordinationText: '' } as const;
  const month = aMonth({ period: '2025-05', initiatives: [anInitiative(1), anInitiative(2), anInitiative(3)], reports: [
    aReport(1, { period: '2025-05', ...status }), aReport(2, { period: '2025-05', ...status, progress: 'Attention' }), aReport(3, { period: '2025-05', state: 'Missing' })
  ] });
  const view = overview({ site: aSite({ meetings }), month, today: '2025-05-10', wholePlan: false });
  const earlier = (initiativeId: number, period: string, changes: Partial<EarlierReport> = {}): EarlierReport => (
    { reportKey: `I${initiativeId}:${period}`, period, state: 'Submitted', progress: 'OnTrack', texts: { ...noTexts, ...status }, ...changes });
  const found = (compared: number, reports: EarlierReport[]): Map<number, SinceLast> => sinceLast(view, meetings, earlierMonths(meetings, '2025-05', compared), reports);

  test('asks for eleven months, and for texts of the rounds that are compared, over a month without a round', () => {
    const months = earlierMonths(meetings, '2025-05', 1);
    expect([months.length, months[0].period, months[10].period]).toEqual([11, '2024-06', '2025-04']);
    expect(months.filter((each) => each.withTexts).map((each) => each.period)).toEqual(['2025-04']);
    expect(earlierMonths(meetings, '2025-04', 1).filter((each) => each.withTexts).map((each) => each.period)).toEqual(['2025-02']);
    expect(earlierMonths(meetings, '2025-05', 3).filter((each) => each.withTexts).map((each) => each.period)).toEqual(['2025-01', '2025-02', '2025-04']);
  });

  test('says unchanged, and since when', () => {
    const rows = found(3, [earlier(1, '2025-04'), earlier(1, '2025-02'), earlier(1, '2025-01'), earlier(2, '2025-04'), earlier(3, '2025-04')]);
    expect(rows.get(1)).toMatchObject({ unchanged: true, unchangedMonths: 3, before: status });
    expect(rows.get(2)).toMatchObject({ unchanged: false, unchangedMonths: 0, before: status });
    expect(rows.get(3)).toMatchObject({ unchanged: false, unchangedMonths: 0, before: status });
  });

  test('compares with what was received alone, and with the previous round alone', () => {
    expect(found(1, [earlier(1, '2025-04', { state: 'NotReceived' }), earlier(1, '2025-02')]).get(1)).toMatchObject({ before: undefined, unchanged: false });
    expect(found(1, [earlier(1, '2025-02')]).get(1)).toMatchObject({ before: undefined, unchanged: false });
  });

  test('draws twelve months of progress, and says alike months in one breath', () => {
    const strip = found(1, [earlier(2, '2025-01'), earlier(2, '2025-02'), earlier(2, '2025-04', { state: 'NotReceived' })]).get(2)?.strip ?? [];
    expect(strip).toHaveLength(12);
    expect(strip.slice(-5)).toEqual([
      { period: '2025-01', status: 'received', progress: 'OnTrack' }, { period: '2025-02', status: 'received', progress: 'OnTrack' }, { period: '2025-03', status: 'none' },
      { period: '2025-04', status: 'notReceived' }, { period: '2025-05', status: 'received', progress: 'Attention' }
    ]);
    expect(runsOf(strip)).toEqual([
      { from: '2025-01', to: '2025-02', progress: 'OnTrack', received: true }, { from: '2025-04', to: '2025-04', progress: undefined, received: false },
      { from: '2025-05', to: '2025-05', progress: 'Attention', received: true }
    ]);
  });

  test('folds what says nothing new away, but never an OBS point or a wish for help', () => {
    const shown = (rows: Map<number, SinceLast> | undefined, obs: number[], needs: boolean): number[] => {
      const again = overview({
        site: aSite({ meetings }), today: '2025-05-10', wholePlan: false,
        month: { ...month, obsPoints: [anObsPoint(5, { initiativeIds: obs })], reports: month.reports.map((report) => ({ ...report, needsCoordination: needs })) }
      });
      return selectRows(again, { ...wholeOverview, grouping: 'none', foldUnchanged: true }, 'da-DK', { since: rows }).flatMap((group) => group.rows.map((row) => row.initiative.id));
    };
    const rows = found(1, [earlier(1, '2025-04'), earlier(2, '2025-04'), earlier(3, '2025-04')]);
    expect(shown(rows, [], false)).toEqual([2, 3]);
    expect(shown(rows, [1], false)).toEqual([1, 2, 3]);
    expect(shown(rows, [], true)).toEqual([1, 2, 3]);
    expect(shown(undefined, [], false)).toEqual([1, 2, 3]);
  });
});
