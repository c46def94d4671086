import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { aDecision, aFollowUp, aMeeting, anEffort, aSite, noRights } from '../plan/support/samples';
import { createMemoryMeetings, type MemoryMeetings } from './setup/memoryMeetings';
import type { MemoryStore } from './setup/memoryStore';
import { aStore, showPlan } from './setup/page';

const secretariat = { ...noRights, addMeetings: true, editMeetings: true, addDecisions: true, editDecisions: true, addFollowUps: true, editFollowUps: true };

/** April's board meeting in preparation, March's held, and one of corporate management. */
function aPlan(rights = secretariat): { store: MemoryStore; meetings: MemoryMeetings } {
  const store = aStore();
  store.site_ = aSite({
    rights,
    meetings: [
      aMeeting('2025-04', { title: 'Direktionsmøde 30. april 2025', meetingDate: '2025-04-30' }), aMeeting('2025-03', { title: 'Direktionsmøde 26. marts 2025', state: 'Held' }),
      aMeeting('2025-02', { id: 20, title: 'Koncernledelsesmøde 5. marts 2025', meetingKey: 'KL:2025-02', forum: 'Koncernledelse', meetingDate: '2025-03-05', state: 'Planned', openedAt: undefined })
    ]
  });
  store.month_ = { ...store.month_, efforts: [anEffort(4, { title: 'Sund økonomi', ownerRole: 'Kommunaldirektør' })] };
  const meetings = createMemoryMeetings(store, {
    decisions: [aDecision(50, { meetingId: 3, initiativeIds: [3], text: 'Puljen genoptages' })], followUps: [aFollowUp(60, { decisionId: 50, title: 'Afklar krav', responsibleRole: 'Fagchef, Ejendomme' })]
  });
  return { store, meetings };
}

function open(plan: ReturnType<typeof aPlan>, query: string): void {
  window.history.replaceState(null, '', `/?upl-view=meetings${query}`);
  showPlan(plan.store, undefined, plan.meetings, { askForChanges: 20000, keepDraft: 50, tryLine: 15000 });
}

const region = async (name: string | RegExp): Promise<ReturnType<typeof within>> => within(await screen.findByRole('region', { name }));

describe('the calendar', () => {
  test('both forums by day, with what is next; a meeting opens', async () => {
    open(aPlan(), '');
    const table = within(await screen.findByRole('table', { name: 'Møder i 2025' }));
    expect(table.getAllByRole('rowheader').map((cell: HTMLElement) => cell.textContent)).toEqual(['Koncernledelsesmøde 5. marts 2025', 'Direktionsmøde 26. marts 2025', 'Direktionsmøde 30. april 2025']);
    expect(table.getByText(/Næste møde/).closest('tr')).toHaveTextContent('Direktionsmøde 30. april 2025');
    await userEvent.click(table.getByRole('link', { name: 'Direktionsmøde 30. april 2025' }));
    expect(await screen.findByRole('heading', { name: 'Direktionsmøde 30. april 2025' })).toBeInTheDocument();
    expect(window.location.search).toContain('upl-meeting=4');
  });

  test('corporate management is put in the calendar, moved, held and cancelled', async () => {
    const { store, meetings } = aPlan();
    open({ store, meetings }, '');
    await userEvent.click(await screen.findByRole('button', { name: 'Nyt møde' }));
    const form = within(await screen.findByRole('form', { name: 'Nyt møde' }));
    await userEvent.selectOptions(form.getByRole('combobox', { name: 'Forum' }), 'Koncernledelse');
    await userEvent.selectOptions(form.getByRole('combobox', { name: 'Måned, der behandles' }), '2025-04');
    expect(form.getByLabelText('Mødedato')).toHaveValue('2025-05-07');
    await userEvent.click(form.getByRole('button', { name: 'Opret mødet' }));
    await waitFor(() => expect(store.site_.meetings).toContainEqual(expect.objectContaining({ meetingKey: 'KL:2025-04', forum: 'Koncernledelse', title: 'Koncernledelsesmøde 7. maj 2025', state: 'Planned' })));
    await userEvent.click(await screen.findByRole('button', { name: 'Aflys: Koncernledelsesmøde 7. maj 2025' }));
    expect(await screen.findByText('Aflys Koncernledelsesmøde 7. maj 2025? Mødet og det, der er skrevet, bliver stående.')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Marker som afholdt: Koncernledelsesmøde 5. marts 2025' }));
    await waitFor(() => expect(store.site_.meetings.find(({ id }) => id === 20)?.state).toBe('Held'));
    expect(screen.queryByRole('button', { name: 'Marker som afholdt: Direktionsmøde 30. april 2025' })).toBeNull();
  });

  test('who may not write reads; a meeting that is gone is said to be', async () => {
    open(aPlan(noRights), '&upl-meeting=99');
    expect(await screen.findByRole('heading', { name: 'Mødet findes ikke' })).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Alle møder' }));
    await userEvent.click(await screen.findByRole('link', { name: 'Direktionsmøde 26. marts 2025' }));
    expect(await screen.findByText('Puljen genoptages')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: /Rediger|Tilføj|Flyt|Aflys|Marker/ })).toBeNull();
  });
});

describe('the page of a meeting', () => {
  test('focus is chosen, its head called in, and the invitation stands ready', async () => {
    const { store, meetings } = aPlan();
    open({ store, meetings }, '&upl-meeting=4');
    await userEvent.click(await screen.findByRole('button', { name: 'Rediger fokus' }));
    const focus = within(await screen.findByRole('form', { name: 'Rediger fokus' }));
    await userEvent.click(focus.getByRole('combobox', { name: 'Vælg fokusområde' }));
    await userEvent.click(await screen.findByRole('option', { name: 'Flådestyring R003(I)(B)' }));
    await userEvent.keyboard('{Escape}');
    await userEvent.click(focus.getByRole('button', { name: 'Gem' }));
    expect(await (await region('Fokusområde')).findByText('Flådestyring R003(I)(B)')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Rediger indkaldte og deltagere' }));
    const people = within(await screen.findByRole('form', { name: 'Rediger indkaldte og deltagere' }));
    await userEvent.click(people.getByRole('button', { name: 'Indkald fagcheferne for fokus' }));
    expect(people.getByRole('textbox', { name: 'Indkaldt: roller' })).toHaveValue('Fagchef, Ejendomme');
    await userEvent.click(people.getByRole('button', { name: 'Gem' }));
    await waitFor(() => expect(meetings.details_.find(({ id }) => id === 4)).toMatchObject({ focusInitiativeIds: [3], invitedIds: [8], invitedText: 'Fagchef, Ejendomme' }));
    const invitation = await region('Indkaldelse');
    const outlook = decodeURIComponent((await invitation.findByRole('link', { name: 'Outlook: Indkaldte' })).getAttribute('href') ?? '');
    expect(outlook).toContain('to=person8@example.invalid');
    expect(outlook).toContain('Du indkaldes til direktionens behandling af "Flådestyring R003(I)(B)" den 30. april 2025.');
    expect(outlook).toContain('upl-view=meetings&upl-meeting=4');
    expect(invitation.getByRole('link', { name: 'Opret i Outlook-kalender' }).getAttribute('href')).toContain('startdt=2025-04-30');
  });

  test('what somebody else wrote first is a choice, and an edit without a line waits', async () => {
    const { store, meetings } = aPlan();
    open({ store, meetings }, '&upl-meeting=4');
    await userEvent.click(await screen.findByRole('button', { name: 'Rediger punktet' }));
    const form = within(await screen.findByRole('form', { name: 'Rediger punktet' }));
    await userEvent.type(form.getByRole('textbox', { name: 'Sagsnummer' }), '25/17');
    store.failWrites = { kind: 'offline' };
    await userEvent.click(form.getByRole('button', { name: 'Gem' }));
    expect(await screen.findByText('1 ændring venter på at blive sendt.')).toBeInTheDocument();
    store.failWrites = undefined;
    await userEvent.click(screen.getByRole('button', { name: 'Send nu' }));
    await waitFor(() => expect(meetings.details_.find(({ id }) => id === 4)?.caseNumber).toBe('25/17'));
    expect(await (await region('Punktet')).findByText('25/17')).toBeInTheDocument();
  });

  test('the way through stands there with OBS marked; decisions say what they are about', async () => {
    open(aPlan(), '&upl-meeting=3');
    const way = await region('Gennemgang');
    expect(way.getAllByRole('link').map((link: HTMLElement) => link.textContent)).toEqual(['Sund økonomi', 'Skriftlige fremstillinger R101 (I)(B)', 'Bosætningskampagne', 'Flådestyring R003(I)(B)', 'Flådestyring R003(I)(B)']);
    const decisions = await region('Beslutninger og opfølgninger');
    expect(decisions.getByText('Flådestyring R003(I)(B)')).toBeInTheDocument();
    expect(decisions.getByText(/Afklar krav · Fagchef, Ejendomme/)).toBeInTheDocument();
  });
});
