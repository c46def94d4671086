import * as fc from 'fast-check';
import * as fs from 'node:fs';
import { escapeXml, equals } from '../../src/lists/caml';
import * as choices from '../../src/lists/choices';
import { titleFrom, statusBody } from '../../src/lists/mapping/bodies';
import { decisionOf, followUpOf } from '../../src/lists/mapping/decisions';
import { reportOf } from '../../src/lists/mapping/rows';
import { holds } from '../../src/lists/permissionMask';
import { quoted } from '../../src/lists/readMonth';
import { retryAfter } from '../../src/lists/sendRequests';
import { allLists } from '../../src/lists/schema/all';
import { listKeys } from '../../src/lists/schema/places';
import { listsAsMarkdown } from '../../src/lists/schema/markdown';
import { columnXml } from '../../src/lists/setup/columnXml';
import { timeZoneOf } from '../../src/lists/timeZones';

test('sharepoint/lists.md is what the schema says (npm run schema writes it)', () => {
  expect(fs.readFileSync('sharepoint/lists.md', 'utf8')).toBe(listsAsMarkdown());
});

test('every choice is read back as the code it was written from', () => {
  const tables = Object.values(choices).flatMap((each) => (typeof each === 'object' ? [each as Record<string, string>] : []));
  expect(tables).toHaveLength(12);
  for (const table of tables) {
    Object.entries(table).forEach(([code, text]) => expect(choices.codeOf(table, text)).toBe(code));
  }
});

test('no list has more than twenty indexes, and lookups point at lists that are made before', () => {
  expect(allLists.map(({ key }) => key)).toEqual(listKeys);
  allLists.forEach((list, index) => {
    expect(list.columns.filter((column) => column.indexed || column.unique).length).toBeLessThanOrEqual(20);
    list.columns.filter((column) => column.lookup).forEach((column) => expect(allLists.slice(0, index + 1).map((each) => each.key)).toContain(column.lookup));
  });
});

test('no text breaks out of XML or of a filter', () => {
  fc.assert(fc.property(fc.string(), (text) => {
    expect(escapeXml(text)).not.toMatch(/[<>"']|&(?!(amp|lt|gt|quot|apos);)/);
    expect(quoted(text).slice(1, -1).replace(/''/g, '')).not.toContain('\'');
  }));
  expect(equals('Title', 'Text', '</Value><x/>')).not.toContain('<x/>');
});

test('a column is written with what the list needs of it', () => {
  expect(columnXml({ name: 'ReportKey', title: 'Nøgle "A"', type: 'Text', unique: true }, undefined))
    .toBe('<Field Type="Text" Name="ReportKey" StaticName="ReportKey" DisplayName="Nøgle &quot;A&quot;" Indexed="TRUE" EnforceUniqueValues="TRUE" MaxLength="255"></Field>');
  expect(columnXml({ name: 'I', title: 'I', type: 'LookupMulti', lookup: 'Initiatives' }, 'ab')).toContain('List="{ab}"');
});

test('masks are two unsigned halves: Full Control holds everything, Read no writing', () => {
  const rights = ['viewListItems', 'addListItems', 'editListItems', 'manageLists', 'managePermissions'] as const;
  const of = (mask: { High: string; Low: string }): boolean[] => rights.map((right) => holds(mask, right));
  expect(of({ High: '2147483647', Low: '4294967295' })).toEqual([true, true, true, true, true]);
  expect(of({ High: '176', Low: '138612833' })).toEqual([true, false, false, false, false]);
  expect(of({ High: '432', Low: '1011028583' })).toEqual([true, true, true, false, false]);
  expect(of({ High: '432', Low: '1011030767' })).toEqual([true, true, true, true, false]);
});

test('Retry-After is read as seconds and as a date', () => {
  const now = Date.parse('2025-04-25T10:00:00Z');
  expect([retryAfter('12', now), retryAfter('Fri, 25 Apr 2025 10:00:30 GMT', now), retryAfter(null, now), retryAfter('soon', now)]).toEqual([12000, 30000, undefined, undefined]);
});

test('a time zone that is not known is named instead of guessed', () => {
  expect(timeZoneOf(3)).toBe('Europe/Copenhagen');
  expect(() => timeZoneOf(999)).toThrow(expect.objectContaining({ problem: { kind: 'unexpected', message: expect.stringContaining('999') } }));
});

test('whatever stands in a row, reading it never throws', () => {
  const anything = fc.dictionary(fc.constantFrom('Id', 'ReportKey', 'Period', 'Progress', 'SubmittedAt', 'NeedsCoordination', 'ReportState', 'ResponsibleId', 'StatusText'), fc.jsonValue());
  fc.assert(fc.property(anything, (row) => {
    expect(['Missing', 'Draft', 'Submitted', 'NotReceived']).toContain(reportOf(row, 'Europe/Copenhagen').state);
  }), { numRuns: 500, examples: [[{ Id: { toString: 0 } }]] });
});

test('an explanation belongs to a yes', () => {
  const texts = { statusText: 'x', nextSteps: '', coordinationText: 'Hjælp', progress: 'OnTrack' } as const;
  expect(statusBody({ ...texts, needsCoordination: false })).toMatchObject({ NeedsCoordination: 'Nej', CoordinationText: '' });
  expect(statusBody({ ...texts, needsCoordination: true })).toMatchObject({ NeedsCoordination: 'Ja', CoordinationText: 'Hjælp', EconomyOutlook: null });
});

test('a title is the beginning of the text, cut between words', () => {
  expect(titleFrom('Kort\ntekst ')).toBe('Kort tekst');
  fc.assert(fc.property(fc.string({ maxLength: 400 }), (text) => { expect(titleFrom(text).length).toBeLessThanOrEqual(100); }));
});

test('a decision that names no meeting is none; a follow-up in a state that nobody knows is still owed', () => {
  expect(decisionOf({ Id: 1, Title: 'x', DecisionKind: 'Udsat', DecisionText: 'y', InitiativesId: [3] }, 'Europe/Copenhagen')).toBeUndefined();
  expect(decisionOf({ Id: 1, MeetingId: 4, DecisionKind: 'Udsat', DecisionText: 'y', InitiativesId: [3] }, 'Europe/Copenhagen')).toMatchObject({ meetingId: 4, kind: 'Postponed', initiativeIds: [3] });
  const followUp = followUpOf({ Id: 2, Title: 'Afklar', DecisionId: 1, FollowUpState: 'Næsten', DueDate: '2025-06-25T22:00:00Z', Note: 'a\r\nb' }, 'Europe/Copenhagen');
  expect(followUp).toMatchObject({ state: 'NotStarted', dueDate: '2025-06-26', note: 'a\nb', problems: [{ column: 'FollowUpState', found: 'Næsten' }] });
});
