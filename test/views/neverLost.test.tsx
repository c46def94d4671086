import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { aMeeting } from '../plan/support/samples';
import { fill, openEditor, reportOf, write, type Within } from './setup/editors';
import { aStore, inRow, showPlan } from './setup/page';
import type { MemoryStore } from './setup/memoryStore';

const offline = { kind: 'offline' } as const;
const outbox = async (): Promise<Within> => within(await screen.findByRole('region', { name: 'Ikke sendt endnu' }));
const comesBack = (): void => { fireEvent(window, new Event('online')); };

/** A correction that was written without a line. */
async function queueCorrection(store: MemoryStore, text: string): Promise<void> {
  const form = await openEditor('Skriftlige fremstillinger');
  await write(form, /Status siden sidst/, text);
  store.failWrites = offline;
  await userEvent.click(form.getByRole('button', { name: 'Indsend rettelse' }));
  await waitFor(() => expect(screen.queryByRole('form')).not.toBeInTheDocument());
}

describe('without a line', () => {
  test('an edit queues visibly, survives the closing of the page, and is sent when the line is back', async () => {
    const store = aStore();
    const page = showPlan(store);
    await queueCorrection(store, 'Skrevet i toget');
    expect((await outbox()).getByText('1 ændring venter på at blive sendt.')).toBeInTheDocument();
    expect((await inRow('Skriftlige')).getByText('Venter på at blive sendt')).toBeInTheDocument();
    page.unmount();
    showPlan(store);
    await userEvent.click((await outbox()).getByRole('button', { name: 'Vis' }));
    expect(await (await outbox()).findByText('Skrevet i toget')).toBeInTheDocument();
    store.failWrites = undefined;
    comesBack();
    expect(await (await inRow('Skriftlige')).findByText('Skrevet i toget')).toBeInTheDocument();
    expect(screen.queryByRole('region', { name: 'Ikke sendt endnu' })).not.toBeInTheDocument();
    expect(reportOf(store, 1001)?.statusText).toBe('Skrevet i toget');
  });

  test('edits are sent in the order they were made, and one that is written on stays one', async () => {
    const store = aStore();
    showPlan(store);
    await queueCorrection(store, 'Først');
    const other = await openEditor('Flådestyring');
    await write(other, /Status siden sidst/, 'Derefter');
    await userEvent.click(other.getByRole('button', { name: 'Indsend rettelse' }));
    expect((await outbox()).getByText('2 ændringer venter på at blive sendt.')).toBeInTheDocument();
    const again = await openEditor('Skriftlige fremstillinger');
    expect(again.getByRole('textbox', { name: /Status siden sidst/ })).toHaveValue('Først');
    await userEvent.type(again.getByRole('textbox', { name: /Status siden sidst/ }), ' og fremmest');
    await userEvent.click(again.getByRole('button', { name: 'Indsend rettelse' }));
    expect((await outbox()).getByText('2 ændringer venter på at blive sendt.')).toBeInTheDocument();
    store.failWrites = undefined;
    const sent = jest.spyOn(store, 'submitStatus');
    comesBack();
    await waitFor(() => expect(sent.mock.calls.map(([, texts]) => texts.statusText)).toEqual(['Først og fremmest', 'Derefter']));
  });

  test('what meets somebody else’s text becomes a choice, its text kept', async () => {
    const store = aStore();
    showPlan(store);
    await queueCorrection(store, 'Mit fra toget');
    store.savedByOther(1001, { statusText: 'Deres fra kontoret' });
    store.failWrites = undefined;
    comesBack();
    expect(await (await outbox()).findByText('1 ændring kræver dit valg.')).toBeInTheDocument();
    expect(reportOf(store, 1001)?.statusText).toBe('Deres fra kontoret');
    await userEvent.click((await outbox()).getByRole('button', { name: 'Vis' }));
    await userEvent.click(await (await outbox()).findByRole('button', { name: 'Se og vælg' }));
    const choice = within(await screen.findByRole('group', { name: 'To har skrevet i samme række' }));
    await userEvent.click(choice.getByRole('radio', { name: 'Skriv dem sammen' }));
    await userEvent.click(choice.getByRole('button', { name: 'Gem det samlede' }));
    await waitFor(() => expect(reportOf(store, 1001)?.statusText).toBe('Mit fra toget Deres fra kontoret'));
    await waitFor(() => expect(screen.queryByRole('region', { name: 'Ikke sendt endnu' })).not.toBeInTheDocument());
  });

  test.each([
    [{ kind: 'forbidden' } as const, /Du har ikke ret til at gemme her/],
    [{ kind: 'notFound' } as const, /Rækken findes ikke længere/]
  ])('what is refused (%s) stays with its text until it is thrown away twice', async (problem, words) => {
    const store = aStore();
    showPlan(store);
    await queueCorrection(store, 'Må ikke gemmes');
    store.failWrites = problem;
    comesBack();
    await userEvent.click(await (await outbox()).findByRole('button', { name: 'Vis' }));
    expect(await (await outbox()).findByText(words)).toBeInTheDocument();
    expect((await outbox()).getByText('Må ikke gemmes')).toBeInTheDocument();
    await userEvent.click((await outbox()).getByRole('button', { name: 'Kassér' }));
    await userEvent.click((await outbox()).getByRole('button', { name: 'Kassér teksten for altid' }));
    expect(screen.queryByRole('region', { name: 'Ikke sendt endnu' })).not.toBeInTheDocument();
  });

  test('nothing is sent in another person’s name, nor into a month that was locked', async () => {
    const store = aStore();
    const page = showPlan(store);
    await queueCorrection(store, 'Mit');
    store.failWrites = undefined;
    store.whoIsSignedIn = async () => ({ id: 99, name: 'En anden', loginName: 'anden' });
    comesBack();
    expect(await (await outbox()).findByText(/Du er logget ud/)).toBeInTheDocument();
    expect(reportOf(store, 1001)?.statusText).toBe('Skabeloner er klar');
    page.unmount();
    store.whoIsSignedIn = async () => store.site_.me;
    store.site_ = { ...store.site_, meetings: [aMeeting('2025-04', { state: 'Locked' })] };
    showPlan(store);
    await userEvent.click(await (await outbox()).findByRole('button', { name: 'Vis' }));
    expect(await (await outbox()).findByText(/Måneden blev låst, mens du skrev/)).toBeInTheDocument();
    expect(reportOf(store, 1001)?.statusText).toBe('Skabeloner er klar');
  });

  test('another tab of mine sees what waits, and that it was sent', async () => {
    const store = aStore();
    showPlan(store);
    await queueCorrection(store, 'I to faner');
    const [name] = Object.keys(window.localStorage).filter((key) => key.includes('outbox'));
    window.localStorage.removeItem(name);
    fireEvent(window, new StorageEvent('storage', { key: name }));
    await waitFor(() => expect(screen.queryByRole('region', { name: 'Ikke sendt endnu' })).not.toBeInTheDocument());
  });

  test('an edit of another tab in the same row is left alone: both are sent, and the second meets the first', async () => {
    const store = aStore();
    const page = showPlan(store);
    const form = await openEditor('Skriftlige fremstillinger');
    await write(form, /Status siden sidst/, 'Fra den ene fane');
    store.failWrites = offline;
    await userEvent.click(form.getByRole('button', { name: 'Indsend rettelse' }));
    await outbox();
    const [name] = Object.keys(window.localStorage).filter((key) => key.includes('outbox'));
    const kept = window.localStorage.getItem(name) ?? '';
    page.unmount();
    window.localStorage.removeItem(name);
    showPlan(store);
    const second = await openEditor('Skriftlige fremstillinger');
    await write(second, /Status siden sidst/, 'Fra den anden fane');
    window.localStorage.setItem(name, kept);
    fireEvent(window, new StorageEvent('storage', { key: name }));
    await userEvent.click(second.getByRole('button', { name: 'Indsend rettelse' }));
    expect(await (await outbox()).findByText('2 ændringer venter på at blive sendt.')).toBeInTheDocument();
    store.failWrites = undefined;
    comesBack();
    expect(await (await outbox()).findByText('1 ændring kræver dit valg.')).toBeInTheDocument();
    expect(reportOf(store, 1001)?.statusText).toBe('Fra den ene fane');
    await userEvent.click((await outbox()).getByRole('button', { name: 'Vis' }));
    expect(await (await outbox()).findByText('Fra den anden fane')).toBeInTheDocument();
  });

  test('two tabs that write in one row keep a draft each', async () => {
    const store = aStore();
    const page = showPlan(store);
    await write(await openEditor('Skriftlige fremstillinger'), /Status siden sidst/, 'Fra den ene fane');
    const [held] = Object.entries(window.localStorage).filter(([key]) => key.includes('draft'));
    page.unmount();
    window.localStorage.clear();
    // The first tab is still at it: its draft is not taken from it.
    window.localStorage.setItem(held[0], String(held[1]));
    const next = showPlan(store);
    const second = await openEditor('Skriftlige fremstillinger');
    expect(second.getByRole('textbox', { name: /Status siden sidst/ })).toHaveValue('Skabeloner er klar');
    await write(second, /Status siden sidst/, 'Fra den anden fane');
    await userEvent.click(second.getByRole('button', { name: 'Indsend rettelse' }));
    await waitFor(() => expect(reportOf(store, 1001)?.statusText).toBe('Fra den anden fane'));
    next.unmount();
    window.localStorage.setItem(held[0], String(held[1]).replace('"held":true', '"held":false'));
    showPlan(store);
    await openEditor('Skriftlige fremstillinger');
    const choice = within(await screen.findByRole('group', { name: 'To har skrevet i samme række' }));
    expect(choice.getByText('Fra den ene fane')).toBeInTheDocument();
  });

  test('a browser that keeps nothing: it is said, the edit waits in the tab, and leaving asks', async () => {
    const blocked = jest.spyOn(Storage.prototype, 'setItem').mockImplementation(() => { throw new DOMException('full', 'QuotaExceededError'); });
    try {
      const store = aStore();
      showPlan(store);
      await queueCorrection(store, 'Kun her');
      expect((await outbox()).getByRole('alert')).toHaveTextContent('Browseren kan ikke gemme det, der venter');
      expect(fireEvent(window, new Event('beforeunload', { cancelable: true }))).toBe(false);
      store.failWrites = undefined;
      comesBack();
      await waitFor(() => expect(reportOf(store, 1001)?.statusText).toBe('Kun her'));
      await waitFor(() => expect(fireEvent(window, new Event('beforeunload', { cancelable: true }))).toBe(true));
    } finally {
      blocked.mockRestore();
    }
  });

  test('what nobody came back for in 60 days is not left in the browser', async () => {
    const store = aStore();
    window.localStorage.setItem(`udmoentningsplan|${store.site_.url}|${store.site_.me.id}|draft|I1:2025-04`, JSON.stringify({ value: { texts: {} }, savedAt: Date.parse('2025-01-01') }));
    showPlan(store);
    await inRow('Skriftlige');
    expect(Object.keys(window.localStorage).filter((name) => name.includes('|draft|'))).toEqual([]);
  });
});

describe('a busy server', () => {
  test('is waited for in sight, and the text goes by itself', async () => {
    const store = aStore();
    showPlan(store);
    const form = await openEditor('Bosætningskampagne');
    await fill(form, 'Venter pænt');
    store.failWrites = { kind: 'throttled', seconds: 2 };
    await userEvent.click(form.getByRole('button', { name: 'Indsend status' }));
    expect(await form.findByRole('timer')).toHaveTextContent('sendes igen om 2 sekunder');
    store.failWrites = undefined;
    await waitFor(() => expect(reportOf(store, 1002)).toMatchObject({ state: 'Submitted', statusText: 'Venter pænt' }));
  });

  test('the waiting can be stopped, and the text stays', async () => {
    const store = aStore();
    showPlan(store);
    const form = await openEditor('Skriftlige fremstillinger');
    await write(form, /Status siden sidst/, 'Nu');
    store.failWrites = { kind: 'throttled', seconds: 600 };
    await userEvent.click(form.getByRole('button', { name: 'Indsend rettelse' }));
    await userEvent.click(await form.findByRole('button', { name: 'Send ikke af sig selv' }));
    expect(form.queryByRole('timer')).not.toBeInTheDocument();
    expect(form.getByRole('textbox', { name: /Status siden sidst/ })).toHaveValue('Nu');
    expect(reportOf(store, 1001)?.statusText).toBe('Skabeloner er klar');
  });
});

describe('drafts in the list', () => {
  test('a first status is kept when its writer leaves it, on another computer too, and thrown away when told', async () => {
    const store = aStore();
    const page = showPlan(store);
    await write(await openEditor('Bosætningskampagne'), /Status siden sidst/, 'Halvt skrevet');
    expect(reportOf(store, 1002)?.state).toBe('Missing');
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(reportOf(store, 1002)).toMatchObject({ state: 'Draft', statusText: 'Halvt skrevet' }));
    expect(await (await inRow('Bosætningskampagne')).findByText('Kladde')).toBeInTheDocument();
    page.unmount();
    window.localStorage.clear();
    showPlan(store);
    const form = await openEditor('Bosætningskampagne');
    expect(form.getByRole('textbox', { name: /Status siden sidst/ })).toHaveValue('Halvt skrevet');
    await userEvent.click(form.getByRole('button', { name: 'Kassér kladden' }));
    await waitFor(() => expect(reportOf(store, 1002)).toMatchObject({ state: 'Draft', statusText: '' }));
  });

  test('it is kept when the writer rests, not at every key, and the submit goes on from it', async () => {
    const store = aStore();
    const drafted = jest.spyOn(store, 'saveDraft');
    showPlan(store);
    const form = await openEditor('Bosætningskampagne');
    await fill(form, 'Jeg tænker');
    await form.findByText('Kladden er gemt.');
    expect(drafted.mock.calls.length).toBeLessThanOrEqual(2);
    expect(fireEvent(window, new Event('beforeunload', { cancelable: true }))).toBe(true);
    await userEvent.click(form.getByRole('button', { name: 'Indsend status' }));
    await waitFor(() => expect(reportOf(store, 1002)).toMatchObject({ state: 'Submitted', statusText: 'Jeg tænker' }));
    expect(screen.queryByRole('group', { name: /To har skrevet/ })).not.toBeInTheDocument();
  });

  test('a correction is never a draft in the list', async () => {
    const store = aStore();
    const drafted = jest.spyOn(store, 'saveDraft');
    showPlan(store);
    const form = await openEditor('Skriftlige fremstillinger');
    await write(form, /Status siden sidst/, 'Rettet');
    expect(form.getByText(/Rettelsen ligger kun i din browser/)).toBeInTheDocument();
    await userEvent.keyboard('{Escape}');
    expect(await (await inRow('Skriftlige')).findByText('Ikke gemt')).toBeInTheDocument();
    expect(drafted).not.toHaveBeenCalled();
  });

  test('a CPR number does not leave the browser', async () => {
    const store = aStore();
    showPlan(store);
    await write(await openEditor('Bosætningskampagne'), /Status siden sidst/, 'Borger 010203-1234');
    await userEvent.keyboard('{Escape}');
    expect(await (await inRow('Bosætningskampagne')).findByText('Ikke gemt')).toBeInTheDocument();
    expect(reportOf(store, 1002)?.state).toBe('Missing');
  });
});

test('an explanation that a no takes away is said before it is left out', async () => {
  const store = aStore();
  showPlan(store);
  const form = await openEditor('Flådestyring');
  await write(form, /Hvad er der brug for/, 'Penge');
  await userEvent.click(form.getByRole('radio', { name: 'Nej' }));
  expect(form.getByText('Med et nej sendes denne tekst ikke med: Penge')).toBeInTheDocument();
  await userEvent.click(form.getByRole('radio', { name: 'Ja' }));
  expect(form.getByRole('textbox', { name: /Hvad er der brug for/ })).toHaveValue('Penge');
});

test('signed out: the text is there after signing in again', async () => {
  const store = aStore();
  const page = showPlan(store);
  const form = await openEditor('Skriftlige fremstillinger');
  await write(form, /Status siden sidst/, 'Før jeg blev smidt ud');
  store.failWrites = { kind: 'signedOut' };
  await userEvent.click(form.getByRole('button', { name: 'Indsend rettelse' }));
  expect(await form.findByRole('alert')).toHaveTextContent('Du er logget ud. Din tekst er bevaret');
  page.unmount();
  store.failWrites = undefined;
  showPlan(store);
  const again = await openEditor('Skriftlige fremstillinger');
  expect(again.getByRole('textbox', { name: /Status siden sidst/ })).toHaveValue('Før jeg blev smidt ud');
});
