import { restClient, type RestClient } from '../../sharepoint/sample/restClient';
import { npmStart, readyProduct, startProduct, type Product } from './support/product';
import { loginOf, siteUrlOf, useStage } from './support/stage';

const list = (name: string): string => `web/GetList('/sites/direktionen/Lists/Upl${name}')`;
const asReader = (siteUrl: string): RestClient => restClient(siteUrl, loginOf('reader'));

interface Found {
  value: Record<string, unknown>[];
}

describe('npm start', () => {
  it('puts the sample in as it was written: by whom, and when', async () => {
    const rest = asReader(siteUrlOf());
    const [report] = (await rest.get<Found>(
      `${list('StatusReports')}/items?$select=Created,Modified,SubmittedAt,Author/Title,Editor/Title&$expand=Author,Editor&$filter=ReportKey eq 'I8:2025-02'`
    )).value;
    expect(report).toMatchObject({
      Created: '2025-02-03T07:00:00Z', Author: { Title: 'Direktionssekretariatet' }, Modified: '2025-02-13T07:56:00Z', SubmittedAt: '2025-02-13T07:56:00Z', Editor: { Title: 'Fagchef, Ejendomme' }
    });
    const texts = (await rest.get<Found>(`${list('ObsPoints')}/items(1)/versions?$select=VersionLabel,ObsText,ObsState`)).value;
    expect(texts.map(({ VersionLabel, ObsState }) => [VersionLabel, ObsState])).toEqual([['3.0', 'Lukket'], ['2.0', 'Åben'], ['1.0', 'Åben']]);
    expect(texts[2].ObsText).toContain('To områder har ikke peget på');
    expect(texts[1].ObsText).toContain('Ét område mangler fortsat');
  });

  it('keeps what was changed over a restart, until it is told to start afresh', async () => {
    const state = 'temp/e2e/restart.sqlite';
    const change = async (product: Product): Promise<void> => {
      const rest = restClient(product.siteUrl, loginOf('secretariat'));
      await rest.create('/sites/direktionen/Lists/UplMeetings', {
        Title: 'Direktionsmøde 28. maj 2025', MeetingKey: 'DIR:2025-05', Forum: 'Direktion', Period: '2025-05', MeetingDate: '2025-05-27T22:00:00Z', MeetingState: 'Planlagt'
      });
    };
    const meetings = async (product: Product): Promise<number> => (await asReader(product.siteUrl).get<Found>(`${list('Meetings')}/items?$select=Id`)).value.length;
    const first = await startProduct(state);
    await change(first);
    await first.stop();
    const second = await readyProduct(npmStart(['--state', state]));
    expect(await meetings(second)).toBe(8);
    await second.stop();
    const third = await startProduct(state);
    expect(await meetings(third)).toBe(7);
    await third.stop();
  });

  it('begins an interrupted fill afresh', async () => {
    const state = 'temp/e2e/interrupted.sqlite';
    const interrupted = npmStart(['--reset', '--state', state]);
    await interrupted.says(/Putting in the sample plan/);
    await new Promise((resolve) => setTimeout(resolve, 400));
    await interrupted.kills('SIGKILL');
    const product = await readyProduct(npmStart(['--state', state]));
    expect((await asReader(product.siteUrl).get<Found>(`${list('StatusReports')}/items?$select=Id&$top=500`)).value).toHaveLength(66);
    await product.stop();
  });

  it('says in words that its port is taken, and what it does not understand', async () => {
    const taken = Number(new URL(siteUrlOf()).port);
    const second = await npmStart(['--state', 'temp/e2e/sample.sqlite'], taken).ends();
    expect(second).toMatchObject({ code: 1, said: expect.stringContaining(`Port ${taken} is taken`) });
    // Not even told to start afresh does it touch what the other one uses.
    expect(await npmStart(['--reset', '--state', 'temp/e2e/sample.sqlite'], taken).ends()).toMatchObject({ code: 1, said: expect.stringContaining(`Port ${taken} is taken`) });
    expect(await npmStart(['--state', 'temp/e2e/sample.sqlite']).ends()).toMatchObject({ code: 1, said: expect.stringContaining('sample.sqlite is in use by another local SharePoint') });
    expect(await npmStart(['--rest']).ends()).toMatchObject({ code: 1, said: expect.stringContaining('Unknown option "--rest"') });
  });

  describe('its page', () => {
    const stage = useStage();

    it('lets everybody of the sample sign in from the suite bar, in either language', async () => {
      const reader = await stage.enter('reader');
      await reader.opensPlan();
      await reader.page.getByText('EKSEMPELDATA').waitFor();
      await reader.page.getByRole('button', { name: 'Skift person: Læser' }).click();
      await reader.page.getByRole('link', { name: 'Direktør, Velfærd og Børn' }).click();
      await reader.page.getByRole('button', { name: 'Skift person: Direktør, Velfærd og Børn' }).waitFor();
      await reader.table().waitFor();
      await reader.page.getByRole('link', { name: 'English' }).click();
      await reader.page.getByRole('heading', { name: 'Implementation plan 2025' }).waitFor();
      await reader.page.getByText('SAMPLE DATA').waitFor();
    });
  });
});
