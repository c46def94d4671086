import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Initiative } from '../../src/plan/initiative';
import { aSite, noRights } from '../plan/support/samples';
import { createMemoryInitiatives, type MemoryInitiatives } from './setup/memoryInitiatives';
import type { MemoryStore } from './setup/memoryStore';
import { aStore, inRow, rowOf, showPlan } from './setup/page';

const keeper = { ...noRights, addInitiatives: true, editInitiatives: true };

/** The plan of the tests as finance sees it. */
function financesStore(rights: Partial<typeof keeper> = keeper): MemoryStore {
  const store = aStore();
  store.site_ = aSite({ rights: { ...noRights, ...rights } });
  return store;
}

function show(store: MemoryStore): MemoryInitiatives {
  const initiatives = createMemoryInitiatives(store);
  showPlan(store, undefined, undefined, undefined, undefined, initiatives);
  return initiatives;
}

async function openDetails(title: string): Promise<void> {
  await userEvent.click((await inRow(title)).getByRole('button', { name: `Vis hele indsatsen: ${title}` }));
}

async function edits(title: string, action: string = 'Rediger indsats'): Promise<ReturnType<typeof within>> {
  await openDetails(title);
  await userEvent.click(await screen.findByRole('button', { name: `${action}: ${title}` }));
  return within(await screen.findByRole('form', { name: `Rediger indsats: ${title}` }));
}

const initiative = (store: MemoryStore, id: number): Initiative | undefined => store.month_.initiatives.find((each) => each.id === id);
/** Puts a text into a field in one go. */
async function fill(into: HTMLElement, text: string): Promise<void> {
  await userEvent.click(into);
  await userEvent.paste(text);
}

const field = (form: ReturnType<typeof within>, name: string | RegExp): HTMLElement => form.getByRole('textbox', { name });

test.each(['Opret indsats', 'Rækkefølge'])('%s closed with Esc gives the focus back to its button', async (name) => {
  show(financesStore());
  await userEvent.click(await screen.findByRole('button', { name }));
  const panel = await screen.findByRole('dialog', { name });
  // As when it is opened a second time: what had the focus before is not known any more.
  (document.activeElement as HTMLElement).blur();
  fireEvent.keyDown(panel, { key: 'Escape', keyCode: 27, which: 27 });
  await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
  await waitFor(() => expect(screen.getByRole('button', { name })).toHaveFocus());
});

test('a new initiative: title, code and marks are read from the text, and it comes last in the plan', async () => {
  const store = financesStore();
  show(store);
  await userEvent.click(await screen.findByRole('button', { name: 'Opret indsats' }));
  const form = within(await screen.findByRole('form', { name: 'Opret indsats' }));
  await userEvent.click(form.getByRole('button', { name: 'Gem' }));
  expect(await form.findByText('Ret dette, før du gemmer: Indsats, som planen skriver den, Titel, Ansvarlig forvaltning.')).toBeInTheDocument();
  expect(field(form, 'Indsats, som planen skriver den')).toHaveFocus();
  await fill(field(form, 'Indsats, som planen skriver den'), 'Nyt stadion R444(I)');
  expect(field(form, 'Titel')).toHaveValue('Nyt stadion');
  expect(field(form, 'Kode')).toHaveValue('R444');
  await userEvent.type(form.getByRole('combobox', { name: 'Ansvarlig forvaltning' }), 'Kultur{Enter}');
  await fill(field(form, 'Beskrivelse'), 'Et stadion');
  // Saved from within the list of names, the name just typed counts.
  await userEvent.type(form.getByRole('combobox', { name: 'Politisk udvalg' }), 'KFU{Control>}{Enter}{/Control}');
  await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
  expect(store.month_.initiatives).toHaveLength(4);
  expect(store.month_.initiatives[3]).toMatchObject({ title: 'Nyt stadion', originalText: 'Nyt stadion R444(I)', code: 'R444', marks: ['I'], department: 'Kultur', committees: ['KFU'], planYear: '2025', sortOrder: 13, lifecycle: 'Approved', crossCutting: true });
  expect(await rowOf('Nyt stadion')).toBeInTheDocument();
});

test('the same title as another is told, and hinders nothing', async () => {
  show(financesStore());
  await userEvent.click(await screen.findByRole('button', { name: 'Opret indsats' }));
  const form = within(await screen.findByRole('form', { name: 'Opret indsats' }));
  await fill(field(form, 'Indsats, som planen skriver den'), 'flådestyring');
  expect(form.getByText('Planen har allerede en indsats med samme titel: Flådestyring R003(I)(B)')).toBeInTheDocument();
});

test('moved to another department, given a person, highlighted from today; taken back by undo', async () => {
  const store = financesStore();
  show(store);
  const form = await edits('Flådestyring');
  const department = form.getByRole('combobox', { name: 'Ansvarlig forvaltning' });
  await userEvent.clear(department);
  await userEvent.type(department, 'Velfærd{Enter}');
  await userEvent.click(form.getByRole('checkbox', { name: 'Særligt behov for tværgående koordination' }));
  expect(form.getByLabelText('Fremhævet siden')).toHaveValue('2025-04-25');
  const director = within(form.getByRole('group', { name: 'Ansvarlig direktør' }));
  await userEvent.type(director.getByRole('searchbox', { name: 'Find person: Ansvarlig direktør' }), 'Direk');
  await userEvent.click(await director.findByRole('button', { name: 'Direktør Velfærd' }));
  expect(await director.findByRole('button', { name: 'Fjern Person 42' })).toHaveFocus();
  await userEvent.click(form.getByRole('button', { name: 'Gem' }));
  await waitFor(() => expect(initiative(store, 3)).toMatchObject({ department: 'Velfærd', highlighted: true, highlightedSince: '2025-04-25', directorId: 42, chiefId: 8 }));
  await userEvent.click(await screen.findByRole('button', { name: 'Fortryd' }));
  await waitFor(() => expect(initiative(store, 3)).toMatchObject({ department: 'Udvikling', highlighted: false, highlightedSince: undefined, directorId: undefined }));
});

test('taken out of the plan with a reason; without one it is not saved', async () => {
  const store = financesStore();
  show(store);
  const form = await edits('Bosætningskampagne', 'Tag ud af planen');
  expect(field(form, 'Begrundelse')).toHaveFocus();
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  expect(await form.findByText('Skriv, hvorfor indsatsen ikke længere følges.')).toBeInTheDocument();
  expect(initiative(store, 2)?.lifecycle).toBe('InProgress');
  await fill(field(form, 'Begrundelse'), 'Kampagnen er opgivet');
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  await waitFor(() => expect(initiative(store, 2)?.lifecycle).toBe('Cancelled'));
});

test('somebody saved the same field first: both are seen, and nothing is lost', async () => {
  const store = financesStore();
  const initiatives = show(store);
  const form = await edits('Flådestyring');
  await userEvent.clear(field(form, 'Ansvarlig fagchef, rolle'));
  await fill(field(form, 'Ansvarlig fagchef, rolle'), 'Fagchef, Vej');
  initiatives.savedByOther(3, { chiefRole: 'Fagchef, Park' });
  await userEvent.click(form.getByRole('button', { name: 'Gem' }));
  const choice = within(await screen.findByRole('group', { name: /To har/ }));
  expect(choice.getByText('Fagchef, Ejendomme')).toBeInTheDocument();
  await userEvent.click(choice.getByRole('radio', { name: /Behold min/ }));
  await userEvent.click(choice.getByRole('button', { name: /^Gem/ }));
  await waitFor(() => expect(initiative(store, 3)?.chiefRole).toBe('Fagchef, Vej'));
});

test('what was typed is there again after the panel was closed, and goes by the queue without a line', async () => {
  const store = financesStore();
  show(store);
  const form = await edits('Flådestyring');
  await fill(field(form, 'Politisk grundlag'), 'Budgetaftalen 2025');
  await userEvent.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
  await waitFor(() => expect(screen.getByRole('button', { name: 'Rediger indsats: Flådestyring' })).toHaveFocus());
  await userEvent.click(screen.getByRole('button', { name: 'Rediger indsats: Flådestyring' }));
  const again = within(await screen.findByRole('form', { name: 'Rediger indsats: Flådestyring' }));
  expect(field(again, 'Politisk grundlag')).toHaveValue('Budgetaftalen 2025');
  store.failWrites = { kind: 'offline' };
  await userEvent.click(again.getByRole('button', { name: 'Gem' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
  await userEvent.click(await screen.findByRole('button', { name: 'Vis' }));
  expect(await screen.findByText('Budgetaftalen 2025')).toBeInTheDocument();
});

describe('the order', () => {
  const shown = (): string[] => screen.getAllByRole('listitem').filter((each) => each.dataset.place?.startsWith('order-')).map((each) => each.textContent?.replace(/^\d+\. /, '').split(' ')[0] ?? '');
  const opens = async (store: MemoryStore): Promise<void> => {
    show(store);
    await userEvent.click(await screen.findByRole('button', { name: 'Rækkefølge' }));
    await screen.findByRole('dialog', { name: 'Rækkefølge' });
  };

  test('by button and by Alt with the arrows, and the focus stays', async () => {
    const store = financesStore();
    await opens(store);
    expect(await screen.findByText(/Træk i grebet/)).toBeInTheDocument();
    expect(shown()).toEqual(['Skriftlige', 'Bosætningskampagne', 'Flådestyring']);
    await userEvent.click(screen.getByRole('button', { name: 'Flyt op: Flådestyring R003(I)(B)' }));
    await waitFor(() => expect(shown()).toEqual(['Skriftlige', 'Flådestyring', 'Bosætningskampagne']));
    expect(screen.getByRole('button', { name: 'Flyt op: Flådestyring R003(I)(B)' })).toHaveFocus();
    await userEvent.keyboard('{Alt>}{ArrowUp}{/Alt}');
    await waitFor(() => expect(shown()).toEqual(['Flådestyring', 'Skriftlige', 'Bosætningskampagne']));
    expect([...store.month_.initiatives].sort((a, b) => a.sortOrder - b.sortOrder).map(({ id }) => id)).toEqual([3, 1, 2]);
  });

  test('by drag, and put back when SharePoint refuses', async () => {
    const store = financesStore();
    await opens(store);
    await screen.findByText(/Træk i grebet/);
    store.failWrites = { kind: 'forbidden' };
    const [first, , third] = screen.getAllByRole('listitem').filter((each) => each.dataset.place?.startsWith('order-'));
    const dataTransfer = { setData: () => undefined, effectAllowed: '' };
    fireEvent.dragStart(third.firstElementChild ?? third, { dataTransfer });
    fireEvent.dragOver(first, { dataTransfer });
    fireEvent.drop(first, { dataTransfer });
    expect(await screen.findByRole('alert')).toBeInTheDocument();
    await waitFor(() => expect(shown()).toEqual(['Skriftlige', 'Bosætningskampagne', 'Flådestyring']));
  });
});

test('whoever may not keep the plan is offered nothing of it', async () => {
  show(financesStore({}));
  await openDetails('Flådestyring');
  expect(await screen.findByText('Hvad indsatsen er')).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: /Rediger indsats|Tag ud af planen|Opret indsats|Rækkefølge/ })).not.toBeInTheDocument();
});
