import { siteUrlOf, useStage } from './support/stage';

const fleet = 'Flådestyring R003(I)(B)';
const missing = 'Norddjurs i bevægelse';
const campaign = 'Bosætningskampagne';

describe('the head of department writes, the director sees it', () => {
  const stage = useStage();

  it('by keyboard alone: to the cell, into it, save', async () => {
    const chief = await stage.enter('propertyChief');
    await chief.opensPlan('upl-group=none&upl-onlyMine=1');
    const row = chief.row(fleet);
    await chief.tabsTo(chief.page.locator('[data-cell]:focus'));
    await chief.presses('ArrowRight', 'ArrowRight', 'ArrowRight');
    expect(await row.cell('status').evaluate((cell) => cell === document.activeElement)).toBe(true);
    await chief.presses('Enter');
    await row.statusEditor().statusText.waitFor();
    expect(await row.statusEditor().statusText.evaluate((field) => field === document.activeElement)).toBe(true);
    await chief.presses('ControlOrMeta+a');
    await chief.page.keyboard.type('Kravspecifikationen er færdig og sendt i høring.');
    await chief.presses('ControlOrMeta+Enter');
    await chief.hears(chief.say('save.newVersion'));
    expect(await row.text('status')).toBe('Kravspecifikationen er færdig og sendt i høring.');
    expect(await row.cell('status').evaluate((cell) => cell === document.activeElement)).toBe(true);

    const director = await stage.enter('developmentDirector', { language: 'en-us' });
    await director.opensPlan();
    expect(await director.row(fleet).text('status')).toBe('Kravspecifikationen er færdig og sendt i høring.');
    expect(await director.row(fleet).text('progress')).toContain(director.say('prog.Attention'));
  });

  it('takes back with Esc, and keeps what was typed as a draft', async () => {
    const chief = await stage.enter('propertyChief');
    await chief.opensPlan('upl-group=none&upl-onlyMine=1');
    const row = chief.row('Arbejde med kloge m2');
    const before = await row.text('status');
    const editor = await row.writesStatus();
    await editor.statusText.fill('Ikke klar til at sende.');
    await chief.presses('Escape');
    await editor.form.waitFor({ state: 'detached' });
    expect(await row.text('status')).toBe(before);
    await chief.opensPlan('upl-group=none&upl-onlyMine=1');
    const again = await row.writesStatus();
    expect(await again.statusText.inputValue()).toBe('Ikke klar til at sende.');
  });

  it('sends the status that was missing, and the count goes up', async () => {
    const chief = await stage.enter('cultureChief');
    await chief.opensPlan();
    const row = chief.row(missing);
    expect(await row.text('progress')).toContain(chief.say('status.notReceived'));
    expect(await row.text('status')).toBe('');
    const before = await chief.counts();
    const editor = await row.writesStatus();
    await editor.triesToSave();
    expect(await editor.form.getByText(chief.say('common.required')).count()).toBeGreaterThan(1);
    await editor.choosesProgress('OnTrack');
    await editor.statusText.fill('Første fælles arrangement er holdt.');
    await editor.needsHelp(undefined);
    await editor.saves();
    expect(await row.text('progress')).toContain(chief.say('prog.OnTrack'));
    expect(before.slice(0, 2)).toEqual(['17 af 18 statusser modtaget + 6 af 6 strategiske', '1 mangler']);
    expect((await chief.counts()).slice(0, 2)).toEqual(['18 af 18 statusser modtaget + 6 af 6 strategiske', '0 mangler']);
  });

  it('lets others who may edit write on behalf of the responsible, and says so on the row', async () => {
    const secretariat = await stage.enter('secretariat');
    await secretariat.opensPlan();
    const row = secretariat.row(campaign);
    const editor = await row.writesStatus();
    await editor.form.getByText(secretariat.say('editor.onBehalfOf', 'Fagchef, Kommunikation og Bosætning')).waitFor();
    await editor.nextSteps.fill('Opfølgning på henvendelser i maj og juni.');
    await editor.saves();
    expect(await row.text('progress')).toContain(secretariat.say('status.onBehalfOf', 'Fagchef, Kommunikation og Bosætning'));
    expect(await row.text('nextSteps')).toBe('Opfølgning på henvendelser i maj og juni.');
  });

  it('warns of a text that a script tag is in by showing it as text', async () => {
    const chief = await stage.enter('communicationChief');
    await chief.opensPlan();
    const row = chief.row(campaign);
    const editor = await row.writesStatus();
    await editor.statusText.fill('<script>alert(1)</script><b>fed</b>');
    await editor.saves();
    expect(await row.text('status')).toBe('<script>alert(1)</script><b>fed</b>');
  });
});

describe('the reader', () => {
  const stage = useStage();

  it('sees the plan and no way to change it', async () => {
    const reader = await stage.enter('reader');
    await reader.opensPlan();
    expect(await reader.row(fleet).pencil().count()).toBe(0);
    expect(await reader.page.getByRole('button', { name: reader.say('obs.raise') }).count()).toBe(0);
    await reader.row(fleet).cell('status').dblclick();
    expect(await reader.page.getByRole('form').count()).toBe(0);
  });

  it('is refused by SharePoint, not by hidden buttons', async () => {
    const rest = stage.restOf('reader');
    const list = `${new URL(siteUrlOf()).pathname}/Lists/UplStatusReports`;
    const [row] = (await rest.get<{ value: { Id: number }[] }>(`web/GetList('${list}')/items?$select=Id&$top=1`)).value;
    await expect(rest.change(list, { id: row.Id, etag: '*' }, { StatusText: 'Ændret af en læser' })).rejects.toThrow(/: 403 /);
    await expect(rest.create(list, { Title: 'x', ReportKey: 'I1:2031-01', Period: '2031-01', ReportState: 'Mangler' })).rejects.toThrow(/: 403 /);
  });
});
