import { columnValues, type KnownIds } from '../../../sharepoint/sample/columnValues';
import { samplePlan } from '../../../sharepoint/sample/samplePlan';
import { timeline, type SampleWrite } from '../../../sharepoint/sample/timeline';

const ids: KnownIds = { rows: (_list, key) => Number(key.slice(-2)), user: (key) => key.length };
const writes = timeline(samplePlan).filter((step): step is SampleWrite => 'list' in step);

describe('the sample in the terms of REST', () => {
  it('writes a day as the midnight it begins with, winter and summer', () => {
    expect(columnValues('Meetings', { MeetingDate: '2025-03-26', StatusDeadline: '2025-04-22' }, ids)).toEqual({
      MeetingDate: '2025-03-25T23:00:00Z', StatusDeadline: '2025-04-21T22:00:00Z'
    });
  });

  it('writes a point in time as it is, in UTC', () => {
    expect(columnValues('Meetings', { OpenedAt: '2025-04-01T08:00:00+02:00' }, ids)).toEqual({ OpenedAt: '2025-04-01T06:00:00.000Z' });
  });

  it('writes people and rows by id, one or several, and none as nothing', () => {
    expect(columnValues('Initiatives', { Chief: 'oekonomichef', Deputy: null }, ids)).toEqual({ ChiefId: 12, DeputyId: null });
    expect(columnValues('ObsPoints', { Initiatives: ['UP2025-02', 'UP2025-03'] }, ids)).toEqual({ InitiativesId: [2, 3] });
    expect(columnValues('Meetings', { Invited: [] }, ids)).toEqual({ InvitedId: [] });
  });

  it('makes the key of a status from the id that its subject got', () => {
    const opened = writes.find((write) => write.key === 'UP2025-16:2025-04');
    expect(columnValues('StatusReports', opened?.values ?? {}, ids)).toMatchObject({ ReportKey: 'I16:2025-04', InitiativeId: 16 });
  });

  it('does not invent columns', () => {
    expect(() => columnValues('FollowUps', { Colour: 'red' }, ids)).toThrow(/FollowUps does not have: Colour/);
  });

  it('knows every column that the sample writes', () => {
    for (const { list, values } of writes) {
      expect(() => columnValues(list, values, ids)).not.toThrow();
    }
  });
});
