import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { aMeeting, aSite } from '../plan/support/samples';
import { fill, openEditor, reportOf } from './setup/editors';
import { aStore, inRow, rowOf, showPlan } from './setup/page';

test('the head of department writes the missing status, and it is counted at once', async () => {
  const store = aStore();
  showPlan(store);
  const form = await openEditor('Bosætningskampagne');
  await fill(form, 'Kampagnen er lanceret');
  await userEvent.click(form.getByRole('button', { name: 'Indsend status' }));
  expect(await (await inRow('Bosætningskampagne')).findByText('Kampagnen er lanceret')).toBeInTheDocument();
  expect(screen.getByRole('button', { name: /3 af 3 statusser modtaget/ })).toBeInTheDocument();
  expect(screen.getByText('Gemt.')).toBeInTheDocument();
  expect(reportOf(store, 1002)).toMatchObject({ state: 'Submitted', onBehalfOf: '' });
});

test('by keyboard alone: arrow to the cell, F2, Ctrl+Enter, and the focus comes back', async () => {
  const store = aStore();
  showPlan(store);
  const row = await rowOf('Skriftlige');
  const cell = within(row).getByText('Skabeloner er klar').closest('td');
  // Tab alone leads into the table: its first cell is the one that Tab comes to.
  while (document.activeElement !== within(row).getByRole('rowheader')) {
    await userEvent.tab();
    expect(document.activeElement).not.toBe(document.body);
  }
  await userEvent.keyboard('{ArrowRight}{ArrowRight}{ArrowRight}');
  expect(cell).toHaveFocus();
  await userEvent.keyboard('{F2}');
  const field = await screen.findByRole('textbox', { name: /Status siden sidst/ });
  await waitFor(() => expect(field).toHaveFocus());
  await userEvent.type(field, ' og taget i brug');
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  await waitFor(() => expect(reportOf(store, 1001)?.statusText).toBe('Skabeloner er klar og taget i brug'));
  await waitFor(() => expect(screen.getByText('Skabeloner er klar og taget i brug').closest('td')).toHaveFocus());
});

test('what is demanded is said at its field, and nothing is sent before', async () => {
  const store = aStore();
  showPlan(store);
  const form = await openEditor('Bosætningskampagne');
  await userEvent.click(form.getByRole('button', { name: 'Indsend status' }));
  expect(form.getAllByText('Skal udfyldes').length).toBeGreaterThanOrEqual(3);
  await fill(form, 'Tekst');
  await userEvent.click(form.getByRole('radio', { name: 'Ja' }));
  await userEvent.click(form.getByRole('button', { name: 'Indsend status' }));
  expect(reportOf(store, 1002)?.state).toBe('Missing');
  await userEvent.type(form.getByRole('textbox', { name: /Hvad er der brug for/ }), 'Afklaring');
  await userEvent.click(form.getByRole('button', { name: 'Indsend status' }));
  await waitFor(() => expect(reportOf(store, 1002)).toMatchObject({ state: 'Submitted', coordinationText: 'Afklaring' }));
});

test('something shaped like a CPR number stops the submit with a clear text, and the text stays', async () => {
  const store = aStore();
  showPlan(store);
  const form = await openEditor('Bosætningskampagne');
  await fill(form, 'Borgeren 010203-1234 er flyttet');
  await userEvent.click(form.getByRole('button', { name: 'Indsend status' }));
  expect(await form.findByText('Teksten ligner et CPR-nummer. Fjern det, før du indsender.')).toBeInTheDocument();
  expect(reportOf(store, 1002)?.state).toBe('Missing');
  await fill(form, 'En borger er flyttet');
  await userEvent.click(form.getByRole('button', { name: 'Indsend status' }));
  await waitFor(() => expect(reportOf(store, 1002)?.statusText).toBe('En borger er flyttet'));
});

test('others write on behalf of the responsible, and the row says so', async () => {
  const store = aStore();
  showPlan(store);
  const form = await openEditor('Flådestyring');
  expect(form.getByText('Du skriver på vegne af Fagchef.')).toBeInTheDocument();
  await userEvent.click(form.getByRole('button', { name: 'Indsend rettelse' }));
  expect(await (await inRow('Flådestyring')).findByText('På vegne af Fagchef')).toBeInTheDocument();
});

test.each([
  [{ kind: 'forbidden' } as const, /Du har ikke ret til at gemme her. Din tekst er bevaret/],
  [{ kind: 'throttled', seconds: 12 } as const, /sendes igen om 12 sekunder/],
  [{ kind: 'locked' } as const, /Måneden blev låst, mens du skrev. Din tekst er bevaret/],
  [{ kind: 'signedOut' } as const, /Du er logget ud. Din tekst er bevaret/]
])('%s says what happened and keeps the text', async (problem, words) => {
  const store = aStore();
  showPlan(store);
  const form = await openEditor('Bosætningskampagne');
  await fill(form, 'Skal ikke tabes');
  store.failWrites = problem;
  await userEvent.click(form.getByRole('button', { name: 'Indsend status' }));
  expect(await form.findByRole('alert')).toHaveTextContent(words);
  expect(form.getByRole('textbox', { name: /Status siden sidst/ })).toHaveValue('Skal ikke tabes');
  store.failWrites = undefined;
  await userEvent.click(form.getByRole('button', { name: 'Indsend status' }));
  await waitFor(() => expect(reportOf(store, 1002)?.statusText).toBe('Skal ikke tabes'));
});

test('Esc takes back, and a correction waits as a draft in the browser, also after the page was closed', async () => {
  const store = aStore();
  const page = showPlan(store);
  await fill(await openEditor('Skriftlige fremstillinger'), 'Halvt skrevet');
  await userEvent.keyboard('{Escape}');
  expect(await (await inRow('Skriftlige')).findByText('Ikke gemt')).toBeInTheDocument();
  page.unmount();
  showPlan(store);
  await userEvent.click(await (await inRow('Skriftlige')).findByRole('button', { name: /Skriv status/ }));
  expect(await screen.findByRole('textbox', { name: /Status siden sidst/ })).toHaveValue('Halvt skrevet');
  await userEvent.click(screen.getByRole('button', { name: 'Kassér kladden' }));
  expect((await inRow('Skriftlige')).queryByText('Ikke gemt')).not.toBeInTheDocument();
  expect(reportOf(store, 1001)?.statusText).toBe('Skabeloner er klar');
});

test('another month closes the editor and keeps the text with the month it was written in', async () => {
  const store = aStore();
  store.site_ = { ...store.site_, meetings: [...store.site_.meetings, aMeeting('2025-03')] };
  showPlan(store);
  await fill(await openEditor('Skriftlige fremstillinger'), 'Til april');
  await userEvent.click(screen.getByRole('button', { name: 'Forrige måned' }));
  await screen.findByText('Marts tekst');
  expect(screen.queryByRole('form')).not.toBeInTheDocument();
  expect((await inRow('Skriftlige')).queryByText('Ikke gemt')).not.toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: 'Næste måned' }));
  await screen.findByText('Skabeloner er klar');
  await userEvent.click(await (await inRow('Skriftlige')).findByRole('button', { name: /Skriv status/ }));
  expect(await screen.findByRole('textbox', { name: /Status siden sidst/ })).toHaveValue('Til april');
});

test('another person on the same computer never sees the draft', async () => {
  const store = aStore();
  const page = showPlan(store);
  await fill(await openEditor('Skriftlige fremstillinger'), 'Mit');
  await userEvent.keyboard('{Escape}');
  page.unmount();
  store.site_ = { ...store.site_, me: { id: 8, name: 'En anden', loginName: 'anden' } };
  showPlan(store);
  expect((await inRow('Skriftlige')).queryByText('Ikke gemt')).not.toBeInTheDocument();
});

test('a browser that keeps nothing is said aloud', async () => {
  const blocked = jest.spyOn(Storage.prototype, 'setItem').mockImplementation(() => { throw new DOMException('full', 'QuotaExceededError'); });
  showPlan(aStore());
  const form = await openEditor('Bosætningskampagne');
  await userEvent.type(form.getByRole('textbox', { name: /Status siden sidst/ }), 'x');
  expect(form.getByText(/Browseren kan ikke gemme en kladde/)).toBeInTheDocument();
  blocked.mockRestore();
});

test('leaving with something unsaved asks, and no longer when it is saved', async () => {
  showPlan(aStore());
  const form = await openEditor('Bosætningskampagne');
  await fill(form, 'Tekst');
  expect(fireEvent(window, new Event('beforeunload', { cancelable: true }))).toBe(false);
  await userEvent.click(form.getByRole('button', { name: 'Indsend status' }));
  await waitFor(() => expect(screen.queryByRole('form')).not.toBeInTheDocument());
  expect(fireEvent(window, new Event('beforeunload', { cancelable: true }))).toBe(true);
});

test('who may not write sees no pencil, and nobody does in a locked month', async () => {
  const store = aStore();
  store.site_ = { ...store.site_, rights: { ...aSite().rights, editReports: false, addReports: false } };
  const page = showPlan(store);
  await rowOf('Flådestyring');
  expect(screen.queryByRole('button', { name: /Skriv|Rejs/ })).not.toBeInTheDocument();
  page.unmount();
  store.site_ = { ...aSite({ meetings: [aMeeting('2025-04', { state: 'Locked' })] }), rights: { ...aSite().rights, addObs: true, editObs: true } };
  showPlan(store);
  await rowOf('Flådestyring');
  expect(screen.queryByRole('button', { name: /Skriv|Rejs|Rediger|Luk OBS/ })).not.toBeInTheDocument();
});

test('a director raises, changes and closes an OBS point in the row', async () => {
  const store = aStore();
  store.site_ = { ...store.site_, rights: { ...aSite().rights, addObs: true, editObs: true } };
  showPlan(store);
  await userEvent.click((await inRow('Bosætningskampagne')).getByRole('button', { name: /Rejs OBS-punkt/ }));
  const form = within(await screen.findByRole('form', { name: /Rejs OBS-punkt/ }));
  await userEvent.type(form.getByRole('textbox', { name: /Hvad skal direktionen være opmærksom på/ }), 'Mangler penge');
  await userEvent.click(form.getByRole('button', { name: 'Rejs OBS-punkt' }));
  const raised = await (await inRow('Bosætningskampagne')).findByText('Mangler penge');
  expect(raised.closest('div')).toHaveTextContent('OBS Direktion · ny i denne måned');
  expect(screen.getByRole('button', { name: /2 åbne OBS-punkter/ })).toBeInTheDocument();
  await userEvent.click((await inRow('Bosætningskampagne')).getByRole('button', { name: 'Luk OBS-punkt' }));
  const closing = within(await screen.findByRole('form', { name: /Luk OBS-punkt/ }));
  await userEvent.type(closing.getByRole('textbox', { name: 'Hvorfor lukkes punktet?' }), 'Løst');
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  await waitFor(() => expect(store.month_.obsPoints.find((point) => point.text === 'Mangler penge')).toMatchObject({ state: 'Closed', closedPeriod: '2025-04', closingText: 'Løst' }));
});
