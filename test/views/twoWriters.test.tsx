import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { aSite } from '../plan/support/samples';
import { fill, openEditor, reportOf, write, type Within } from './setup/editors';
import { aStore, inRow, showPlan } from './setup/page';

const conflict = async (): Promise<Within> => within(await screen.findByRole('group', { name: 'To har skrevet i samme række' }));

async function writeAtOnce(theirs: string = 'Den andens tekst'): Promise<{ store: ReturnType<typeof aStore>; choice: Within }> {
  const store = aStore();
  showPlan(store);
  const form = await openEditor('Skriftlige fremstillinger');
  await write(form, /Status siden sidst/, 'Min tekst');
  store.savedByOther(1001, { statusText: theirs });
  await userEvent.click(form.getByRole('button', { name: 'Indsend rettelse' }));
  return { store, choice: await conflict() };
}

test('the same field: it as it was, mine and theirs stand side by side with their words marked, and nothing is saved', async () => {
  const { store, choice } = await writeAtOnce('Skabeloner er næsten klar');
  const field = within(choice.getByRole('group', { name: 'Status siden sidst' }));
  expect(within(field.getByRole('heading', { name: 'Som det var' }).parentElement ?? document.body).getByText('Skabeloner er klar')).toBeInTheDocument();
  expect(field.getByText('Min tekst').closest('ins')).toHaveTextContent('tilføjet: Min tekst');
  expect(field.getByText('næsten').closest('ins')).toHaveTextContent('tilføjet: næsten');
  expect(reportOf(store, 1001)?.statusText).toBe('Skabeloner er næsten klar');
  expect(screen.getByRole('group', { name: 'To har skrevet i samme række' })).toHaveFocus();
  await userEvent.click(choice.getByRole('button', { name: 'Gem det samlede' }));
  expect(choice.getByText('Vælg for hvert felt, før du gemmer.')).toBeInTheDocument();
  expect(reportOf(store, 1001)?.statusText).toBe('Skabeloner er næsten klar');
});

test.each([['Behold min tekst', 'Min tekst'], ['Brug deres tekst', 'Den andens tekst']])('%s', async (button, stands) => {
  const { store, choice } = await writeAtOnce();
  await userEvent.click(choice.getByRole('radio', { name: button }));
  await userEvent.click(choice.getByRole('button', { name: 'Gem det samlede' }));
  expect(await (await inRow('Skriftlige')).findByText(stands)).toBeInTheDocument();
  expect(reportOf(store, 1001)?.statusText).toBe(stands);
});

test('combined: a suggestion with both, put right by hand, saved by keyboard', async () => {
  const { store, choice } = await writeAtOnce('Skabeloner er klar. Kursus holdes');
  await userEvent.click(choice.getByRole('radio', { name: 'Skriv dem sammen' }));
  const text = choice.getByRole('textbox', { name: /Samlet tekst/ });
  expect(text).toHaveValue('Min tekst. Kursus holdes');
  await userEvent.type(text, ' i');
  // Something comes from another tab meanwhile, and the page is drawn again.
  fireEvent(window, new Event('storage'));
  expect(text).toHaveFocus();
  await userEvent.keyboard(' maj');
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  await waitFor(() => expect(reportOf(store, 1001)?.statusText).toBe('Min tekst. Kursus holdes i maj'));
});

test('a combined text with a CPR number is stopped like any other', async () => {
  const { store, choice } = await writeAtOnce();
  await userEvent.click(choice.getByRole('radio', { name: 'Skriv dem sammen' }));
  await userEvent.type(choice.getByRole('textbox', { name: /Samlet tekst/ }), ' 010203-1234');
  await userEvent.click(choice.getByRole('button', { name: 'Gem det samlede' }));
  expect(choice.getByText(/ligner et CPR-nummer/)).toBeInTheDocument();
  expect(reportOf(store, 1001)?.statusText).toBe('Den andens tekst');
});

test('what was begun of both goes along when I write on, and outlives the tab', async () => {
  const { choice } = await writeAtOnce();
  await userEvent.click(choice.getByRole('radio', { name: 'Skriv dem sammen' }));
  await userEvent.type(choice.getByRole('textbox', { name: /Samlet tekst/ }), ' og mit nye');
  expect(Object.values({ ...window.localStorage }).join()).toContain(' og mit nye');
  await userEvent.click(choice.getByRole('button', { name: 'Skriv videre' }));
  expect(String((await screen.findByRole<HTMLTextAreaElement>('textbox', { name: /Status siden sidst/ })).value)).toMatch(/ og mit nye$/);
});

test('mine is thrown away only when I say so, or I go on writing', async () => {
  const { store, choice } = await writeAtOnce();
  await userEvent.click(choice.getByRole('button', { name: 'Skriv videre' }));
  const field = await screen.findByRole('textbox', { name: /Status siden sidst/ });
  expect(field).toHaveValue('Min tekst');
  await userEvent.type(field, ' og mere');
  await userEvent.click(screen.getByRole('button', { name: 'Indsend rettelse' }));
  const again = await conflict();
  expect(again.getByText('Min tekst og mere')).toBeInTheDocument();
  await userEvent.click(again.getByRole('button', { name: 'Kassér min tekst' }));
  expect(await (await inRow('Skriftlige')).findByText('Den andens tekst')).toBeInTheDocument();
  expect(reportOf(store, 1001)?.statusText).toBe('Den andens tekst');
});

test('different fields: the whole is shown with what came from the other, and saved when it has been seen', async () => {
  const store = aStore();
  showPlan(store);
  const form = await openEditor('Skriftlige fremstillinger');
  await write(form, /Status siden sidst/, 'Min tekst');
  store.savedByOther(1001, { nextSteps: 'Deres skridt', progress: 'Attention' });
  await userEvent.click(form.getByRole('button', { name: 'Indsend rettelse' }));
  const merged = within(await screen.findByRole('group', { name: 'En anden har gemt i rækken' }));
  expect(merged.getByText('Deres skridt')).toBeInTheDocument();
  expect(merged.getByText('Kræver opmærksomhed')).toBeInTheDocument();
  expect(reportOf(store, 1001)?.statusText).toBe('Skabeloner er klar');
  await userEvent.click(merged.getByRole('button', { name: 'Gem det samlede' }));
  await waitFor(() => expect(reportOf(store, 1001)).toMatchObject({ statusText: 'Min tekst', nextSteps: 'Deres skridt', progress: 'Attention' }));
});

test('a yes and its explanation are chosen together', async () => {
  const store = aStore();
  showPlan(store);
  const form = await openEditor('Flådestyring');
  await write(form, /Hvad er der brug for/, 'Min forklaring');
  store.savedByOther(1003, { needsCoordination: false, coordinationText: '' });
  await userEvent.click(form.getByRole('button', { name: 'Indsend rettelse' }));
  const choice = await conflict();
  await userEvent.click(within(choice.getByRole('group', { name: /hjælp eller koordinering.*Hvad er der brug for/ })).getByRole('radio', { name: 'Behold min tekst' }));
  await userEvent.click(choice.getByRole('button', { name: 'Gem det samlede' }));
  await waitFor(() => expect(reportOf(store, 1003)).toMatchObject({ needsCoordination: true, coordinationText: 'Min forklaring' }));
});

test('a draft on a row that somebody has changed since is a choice, not a silent overwriting', async () => {
  const store = aStore();
  const page = showPlan(store);
  await write(await openEditor('Skriftlige fremstillinger'), /Status siden sidst/, 'Min kladde');
  await userEvent.keyboard('{Escape}');
  page.unmount();
  store.savedByOther(1001, { statusText: 'Skrevet imens' });
  showPlan(store);
  await openEditor('Skriftlige fremstillinger');
  const choice = await conflict();
  expect(choice.getByText('Min kladde')).toBeInTheDocument();
  expect(choice.getByText('Skrevet imens')).toBeInTheDocument();
});

const quickly = { askForChanges: 100, keepDraft: 3000, tryLine: 15000 };

test('what others save comes in by itself, but never into the row that is being written in', async () => {
  const store = aStore();
  showPlan(store, undefined, undefined, quickly);
  const form = await openEditor('Skriftlige fremstillinger');
  const field = form.getByRole('textbox', { name: /Status siden sidst/ });
  await userEvent.type(field, ', siger jeg');
  store.savedByOther(1001, { statusText: 'Skrevet imens' });
  store.savedByOther(1003, { statusText: 'Udbuddet er ude' });
  expect(await (await inRow('Flådestyring')).findByText('Udbuddet er ude')).toBeInTheDocument();
  expect(await form.findByText(/En anden har gemt i rækken, mens du skrev/)).toBeInTheDocument();
  expect(field).toHaveValue('Skabeloner er klar, siger jeg');
  await userEvent.click(form.getByRole('button', { name: 'Se forskellene' }));
  expect((await conflict()).getByText('Skrevet imens')).toBeInTheDocument();
});

test('a row that is written in stays in sight when others take it out of what was asked for', async () => {
  window.history.replaceState(null, '', '/?upl-onlyMissing=1');
  const store = aStore();
  showPlan(store, undefined, undefined, quickly);
  const form = await openEditor('Bosætningskampagne');
  await userEvent.type(form.getByRole('textbox', { name: /Status siden sidst/ }), 'Mit');
  store.savedByOther(1002, { state: 'Submitted', progress: 'OnTrack', statusText: 'Deres', needsCoordination: false });
  expect(await form.findByText(/En anden har gemt i rækken, mens du skrev/)).toBeInTheDocument();
  expect(form.getByRole('textbox', { name: /Status siden sidst/ })).toHaveValue('Mit');
});

test('nothing is asked for while the page is out of sight', async () => {
  const hidden = jest.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
  try {
    const store = aStore();
    const asked = jest.spyOn(store, 'changes');
    showPlan(store, undefined, undefined, { ...quickly, askForChanges: 20 });
    await screen.findByText('Skabeloner er klar');
    await act(() => new Promise((resolve) => setTimeout(resolve, 500)));
    expect(asked).not.toHaveBeenCalled();
    hidden.mockReturnValue('visible');
    await waitFor(() => expect(asked).toHaveBeenCalled());
  } finally {
    hidden.mockRestore();
  }
});

test('an OBS point that is closed while another writes in it: both are seen, and saved as seen', async () => {
  const store = aStore();
  store.site_ = { ...store.site_, rights: { ...aSite().rights, addObs: true, editObs: true } };
  showPlan(store);
  await userEvent.click((await inRow('Flådestyring')).getByRole('button', { name: 'Rediger OBS-punkt' }));
  const form = within(await screen.findByRole('form', { name: /Rediger OBS-punkt/ }));
  await write(form, /Hvad skal direktionen/, 'Puljen er halv');
  const [point] = store.month_.obsPoints;
  await act(async () => { await store.closeObs(point, '2025-04', 'Løst'); });
  await userEvent.click(form.getByRole('button', { name: 'Rediger OBS-punkt' }));
  const merged = within(await screen.findByRole('group', { name: 'En anden har gemt i rækken' }));
  expect(merged.getByText('Løst')).toBeInTheDocument();
  await userEvent.click(merged.getByRole('button', { name: 'Gem det samlede' }));
  await waitFor(() => expect(store.month_.obsPoints[0]).toMatchObject({ text: 'Puljen er halv', state: 'Closed', closingText: 'Løst' }));
});

describe('undo', () => {
  test('of a correction: the old text as a new version, still submitted', async () => {
    const store = aStore();
    showPlan(store);
    const form = await openEditor('Skriftlige fremstillinger');
    await write(form, /Status siden sidst/, 'Fejl');
    await userEvent.click(form.getByRole('button', { name: 'Indsend rettelse' }));
    const message = within(await screen.findByRole('group', { name: 'Gemt' }));
    expect(message.getByText('Rettelsen er gemt som en ny version. Den tidligere er bevaret.')).toBeInTheDocument();
    await userEvent.click(message.getByRole('button', { name: 'Fortryd' }));
    expect(await (await inRow('Skriftlige')).findByText('Skabeloner er klar')).toBeInTheDocument();
    expect(reportOf(store, 1001)).toMatchObject({ state: 'Submitted', submittedAt: '2025-04-14T08:00:00Z' });
    expect(message.queryByRole('button', { name: 'Fortryd' })).not.toBeInTheDocument();
  });

  test('does not write over what somebody saved since', async () => {
    const store = aStore();
    showPlan(store);
    const form = await openEditor('Skriftlige fremstillinger');
    await write(form, /Status siden sidst/, 'Fejl');
    await userEvent.click(form.getByRole('button', { name: 'Indsend rettelse' }));
    await screen.findByRole('group', { name: 'Gemt' });
    store.savedByOther(1001, { statusText: 'Rettet af en anden' });
    await userEvent.click(screen.getByRole('button', { name: 'Fortryd' }));
    expect(await within(screen.getByRole('group', { name: 'Gemt' })).findByText(/Der er gemt i rækken siden/)).toBeInTheDocument();
    expect(reportOf(store, 1001)?.statusText).toBe('Rettet af en anden');
  });

  test('is not offered for a first status: a received one never becomes empty', async () => {
    const store = aStore();
    showPlan(store);
    const form = await openEditor('Bosætningskampagne');
    await fill(form, 'Første');
    await userEvent.click(form.getByRole('button', { name: 'Indsend status' }));
    await waitFor(() => expect(reportOf(store, 1002)?.state).toBe('Submitted'));
    expect(screen.queryByRole('button', { name: 'Fortryd' })).not.toBeInTheDocument();
  });

  test('of an OBS point that was closed: it is open again', async () => {
    const store = aStore();
    store.site_ = { ...store.site_, rights: { ...aSite().rights, addObs: true, editObs: true } };
    showPlan(store);
    await userEvent.click((await inRow('Flådestyring')).getByRole('button', { name: 'Luk OBS-punkt' }));
    await userEvent.click(within(await screen.findByRole('form', { name: /Luk OBS-punkt/ })).getByRole('button', { name: 'Luk OBS-punkt' }));
    await waitFor(() => expect(store.month_.obsPoints[0].state).toBe('Closed'));
    await userEvent.click(await screen.findByRole('button', { name: 'Fortryd' }));
    await waitFor(() => expect(store.month_.obsPoints[0]).toMatchObject({ state: 'Open', closedPeriod: undefined }));
  });
});
