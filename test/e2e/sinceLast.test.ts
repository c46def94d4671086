import type { Person } from './support/person';
import { siteUrlOf, useStage } from './support/stage';

const fleet = 'Flådestyring R003(I)(B)';
const buildings = 'Arbejde med kloge m2';

describe('since last time', () => {
  const stage = useStage();

  /** Has opened the month, and the months before it have come. */
  async function reads(role: 'reader' | 'headOfFinance', query?: string): Promise<Person> {
    const person = await stage.enter(role);
    await person.opensPlan(query);
    await person.row(fleet).element.getByText(person.say('overview.changedSince')).waitFor();
    return person;
  }

  it('marks a status that says something new, and shows the words that came and went', async () => {
    const reader = await reads('reader', 'upl-month=2025-03');
    const row = reader.row(fleet);
    await row.element.getByRole('button', { name: reader.say('overview.changedSince') }).press('Enter');
    const added = await row.element.locator('ins').allInnerTexts();
    const removed = await row.element.locator('del').allInnerTexts();
    expect(added.join(' ')).toContain('afsluttet');
    expect(removed.join(' ')).not.toContain('afsluttet');
    expect(added[0]).toContain(reader.say('sinceLast.added'));
    const colours = await row.element.locator('ins, del').evaluateAll((words) => words.map((word) => getComputedStyle(word).textDecorationLine));
    expect(new Set(colours)).toEqual(new Set(['underline', 'line-through']));
  });

  it('compares the months of the whole initiative as well', async () => {
    const reader = await reads('reader');
    const details = await reader.row(fleet).opens();
    // February is the first: it has nothing to be compared with.
    expect(await details.getByRole('button', { name: reader.say('overview.changedSince') }).count()).toBe(2);
  });

  it('draws twelve months of progress in each row, and says them in one sentence', async () => {
    const reader = await reads('reader');
    const strips = reader.page.locator('tr[data-initiative] svg:has(title)');
    expect(await strips.count()).toBe(18);
    expect(await strips.first().locator('path[transform]').count()).toBe(3);
    const sentence = reader.row(fleet).cell('progress').locator('span').filter({ hasText: reader.say('strip.sentence', '').slice(0, 20) });
    // What April says is other stories' to change.
    expect(await sentence.textContent()).toContain(`${reader.say('prog.Attention')} februar 2025 til `);
  });

  it('folds what says the same as last time away, says how many, and keeps it in the link', async () => {
    const rest = stage.restOf('secretariat');
    const path = `web/GetList('${new URL(siteUrlOf()).pathname}/Lists/UplStatusReports')`;
    const columns = 'Id,Progress,EconomyOutlook,StatusText,NextSteps,NeedsCoordination,CoordinationText';
    const find = async (period: string): Promise<Record<string, unknown> & { Id: number }> => (await rest.get<{ value: (Record<string, unknown> & { Id: number })[] }>(
      `${path}/items?$select=${columns}&$filter=ReportKey eq 'I9:${period}'`)).value[0];
    const put = async (row: Record<string, unknown>, over: number): Promise<void> => {
      const { 'odata.etag': etag } = await (await rest.fetch(`${siteUrlOf()}/_api/${path}/items(${over})?$select=Id`, { headers: { Accept: 'application/json;odata=minimalmetadata' } })).json() as { 'odata.etag': string };
      await rest.change(`${new URL(siteUrlOf()).pathname}/Lists/UplStatusReports`, { id: over, etag }, { ...row, Id: undefined });
    };
    const april = await find('2025-04');
    await put(await find('2025-03'), april.Id);
    try {
      const reader = await reads('reader', 'upl-group=none');
      await reader.row(buildings).element.getByText(reader.say('overview.noChange')).waitFor();
      await reader.button(reader.say('overview.foldUnchanged')).click();
      await reader.page.getByText(reader.say('sinceLast.folded', 1)).waitFor();
      const shown = await reader.titles();
      expect([shown.length, shown.includes(buildings), shown.includes(fleet)]).toEqual([17, false, true]);
      const other = await stage.enter('headOfFinance');
      await other.opensPlan(new URL(reader.page.url()).search.slice(1));
      await other.page.getByText(other.say('sinceLast.folded', 1)).waitFor();
      expect(await other.titles()).toEqual(shown);
    } finally {
      await put(april, april.Id);
    }
  });
});
