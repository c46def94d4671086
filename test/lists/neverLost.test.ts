import * as fc from 'fast-check';
import { followUpTopic, initiativeTopic, obsTopic, statusTopic, type FollowUpCommand, type InitiativeCommand, type ObsCommand, type PlanStores, type StatusCommand } from '../../src/plan/commands';
import type { FollowUp, FollowUpWriting } from '../../src/plan/followUp';
import type { InitiativeDetails } from '../../src/plan/initiative';
import { initiativeWritingOf, unwrittenInitiative, type InitiativeWriting } from '../../src/plan/initiatives/initiativeWriting';
import { changedFields } from '../../src/plan/merge/mergeFields';
import { writingOf, type ObsPoint, type ObsWriting } from '../../src/plan/obsPoint';
import type { PlanStore } from '../../src/plan/ports/planStore';
import type { Stored } from '../../src/plan/stored';
import { mayUndoStatus, type StatusReport, type StatusTexts } from '../../src/plan/statusReport';
import { connect } from '../../src/lists/connection';
import type { Row } from '../../src/lists/mapping/reader';
import { createInitiativeStore } from '../../src/lists/initiatives/initiativeStore';
import { initiativeTextsOf, initiativeOf, obsPointOf, reportOf } from '../../src/lists/mapping/rows';
import { followUpOf } from '../../src/lists/mapping/decisions';
import { createAnnexStore } from '../../src/lists/annexes/annexStore';
import { createEconomyStore } from '../../src/lists/economy/economyStore';
import { createMeetingStore } from '../../src/lists/meetings/meetingStore';
import { sendRequests } from '../../src/lists/sendRequests';
import { createStrategyStore } from '../../src/lists/strategy/strategyStore';
import { createPlanStore } from '../../src/lists/store';
import { accounts, bearer, now, startPlanSite, type PlanSiteForTests, type Who } from './support/planSite';
import { browserOf, tabOf, wordsOf, type Browser, type SharedCommand, type SharedRow, type Tab } from './support/writer';

const sequences = Number(process.env.SEQUENCES ?? 1000);
const seed = Number(process.env.SEED ?? Date.now() % 2147483647);

let site: PlanSiteForTests;
let initiative = 0;
let made = 0;
const stores = new Map<Who, PlanStores>();
const ids = new Map<number, Who>();
const list = (name: string): string => `_api/web/GetList('/sites/direktionen/Lists/Upl${name}')/items`;

beforeAll(async () => {
  // Printed whether or not anything fails: `SEED=… npx jest --selectProjects lists test/lists/neverLost` plays the same again.
  process.stdout.write(`never a lost word: ${sequences} sequences, seed ${seed}\n`);
  site = await startPlanSite();
  await site.setUp();
  initiative = ((await site.ask('owner')(list('Initiatives'), { body: { Title: 'Flådestyring', PlanYear: '2025' } })).json as { Id: number }).Id;
  for (const who of Object.keys(accounts) as Who[]) {
    // Reads are tried again at once: nobody is to wait for a thousand bad days.
    const connection = connect(site.server.siteUrl, bearer(accounts[who]), sendRequests(site.server.siteUrl, undefined, async () => undefined));
    const plan = createPlanStore(connection, () => now);
    const meetings = createMeetingStore(connection, 'Europe/Copenhagen');
    if (who !== 'stranger') {
      await plan.site('2025');
      ids.set(await site.userId(who), who);
    }
    const initiatives = createInitiativeStore(connection, 'Europe/Copenhagen');
    const strategy = createStrategyStore(connection, 'Europe/Copenhagen');
    const economy = createEconomyStore(connection, 'Europe/Copenhagen');
    stores.set(who, { plan, meetings: async () => meetings, initiatives: async () => initiatives, strategy: async () => strategy, economy: async () => economy, annexes: async () => createAnnexStore(connection, 'Europe/Copenhagen', () => now) });
  }
});
afterAll(() => site.server.stop());

type Step =
  | { kind: 'type'; tab: number; field: number; replace: boolean }
  | { kind: 'change'; tab: number; progress: StatusTexts['progress']; needs: boolean | undefined }
  | { kind: 'choose'; tab: number; how: 'mine' | 'theirs' | 'combined' }
  | { kind: 'open' | 'save' | 'draft' | 'close' | 'send' | 'undo'; tab: number };

const tab = fc.integer({ min: 0, max: 3 });
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('type' as const), tab, field: fc.integer({ min: 0, max: 2 }), replace: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('change' as const), tab, progress: fc.constantFrom('OnTrack' as const, 'OffTrack' as const), needs: fc.constantFrom(undefined, true, false) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('choose' as const), tab, how: fc.constantFrom('mine' as const, 'theirs' as const, 'combined' as const) }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constantFrom('save' as const, 'send' as const), tab }) },
  { weight: 5, arbitrary: fc.record({ kind: fc.constantFrom('open' as const, 'open' as const, 'draft' as const, 'close' as const, 'undo' as const), tab }) }
);
interface Play {
  about: 'status' | 'newStatus' | 'obs' | 'newObs' | 'followUp' | 'initiative';
  faults: number;
  steps: Step[];
}
const play: fc.Arbitrary<Play> = fc.record({
  about: fc.constantFrom('status' as const, 'status' as const, 'newStatus' as const, 'obs' as const, 'newObs' as const, 'followUp' as const, 'initiative' as const),
  faults: fc.integer({ min: 1, max: 1000000 }),
  steps: fc.array(step, { minLength: 10, maxLength: 22 })
});

/** How a bad day's requests go: each may meet any of these, whoever sends it. */
function faults(faultSeed: number): Record<string, unknown> {
  const writes = ['MERGE', 'POST'].flatMap((method) => [
    { kind: 'cutBefore', method, url: '/items', probability: 0.12 }, { kind: 'cutAfter', method, url: '/items', probability: 0.12 },
    { kind: 'throttle', method, url: '/items', probability: 0.06, retryAfter: 1 }, { kind: 'throttle', method, url: '/items', probability: 0.04, status: 503 },
    { kind: 'expiredDigest', method, url: '/items', probability: 0.08 }, { kind: 'signedOut', method, url: '/items', probability: 0.04 }, { kind: 'signedOut', status: 403, method, url: '/items', probability: 0.03 }
  ]);
  return { seed: faultSeed, rules: [...writes, { kind: 'cutBefore', method: 'GET', url: '/items', probability: 0.2 }] };
}

/** A row of its own for each sequence, so that none disturbs another; rows lie in months that nobody else uses. */
async function statusRow(exists: boolean): Promise<{ shared: SharedRow<StatusReport, StatusTexts, StatusCommand>; rows: () => Promise<StatusReport[]> }> {
  made++;
  const period = `${1000 + Math.floor(made / 12)}-${String(made % 12 + 1).padStart(2, '0')}`;
  const start = { subject: { kind: 'initiative', id: initiative }, period, title: 'x', responsibleRole: 'Fagchef' } as const;
  if (exists) {
    await site.ask('owner')(list('StatusReports'), { body: { ReportKey: `I${initiative}:${period}`, Period: period, InitiativeId: initiative, ReportState: 'Mangler' } });
  }
  const month = { planYear: '2025', period, initiatives: [], efforts: [], reports: [], obsPoints: [] };
  const rows = async (store: PlanStore): Promise<StatusReport[]> => (await store.refreshMonth(month, ['reports'])).reports;
  return {
    rows: () => rows(storesOf('reader').plan),
    shared: {
      topic: statusTopic, fields: ['statusText', 'nextSteps', 'coordinationText'], hidden: ({ needsCoordination }) => (needsCoordination === false ? ['coordinationText'] : []),
      read: async (store) => (await rows(store))[0],
      toCommand: (base, texts) => ({ topic: 'status', start, base, texts, onBehalfOf: '' }),
      saveDraft: (store, base, texts) => (base.state === 'Missing' || base.state === 'Draft' ? store.saveDraft(base, texts, '') : undefined),
      restore: (store, saved, before) => (mayUndoStatus(before) ? store.restoreStatus(saved, before) : undefined)
    }
  };
}

/** As SharePoint has it, ETags and all. */
async function rowOf(name: string, address: string): Promise<unknown> {
  return (await site.ask('reader')(`${list(name)}${address}`, { headers: { Accept: 'application/json;odata=minimalmetadata' } })).json;
}

/** A point that is raised has the key of one form, and so one writer. */
async function obsRow(exists: boolean): Promise<{ shared: SharedRow<ObsPoint, ObsWriting, ObsCommand>; rows: () => Promise<ObsPoint[]> }> {
  const clientKey = `play-${++made}`;
  const raisedPeriod = '2025-04';
  if (exists) {
    await storesOf('director').plan.raiseObs({ subjects: { initiativeIds: [] }, raisedPeriod }, { level: 'Executive', text: 'Se her', proposedAction: '' }, clientKey);
  }
  const rows = async (): Promise<ObsPoint[]> => {
    const found = await rowOf('ObsPoints', `?$filter=ClientKey eq '${clientKey}'`) as { value: Row[] };
    return found.value.map((row) => obsPointOf(row, 'Europe/Copenhagen'));
  };
  return {
    rows,
    shared: {
      topic: obsTopic, fields: ['text', 'proposedAction', 'closingText'], hidden: () => [], read: async () => (await rows())[0],
      toCommand: (base, texts) => ({ topic: 'obs', start: { subjects: { initiativeIds: [] }, raisedPeriod }, clientKey, base, texts }),
      restore: (store, saved, before) => store.rewriteObs(saved, writingOf(before))
    }
  };
}

/** What a decision set in motion: made in a meeting, written on by whoever does it and by the board's people. */
async function followUpRow(): Promise<{ shared: SharedRow<FollowUp, FollowUpWriting, FollowUpCommand>; rows: () => Promise<FollowUp[]> }> {
  const start = await (await storesOf('finance').meetings()).addFollowUp({ ...followUpTopic.blank, title: 'Ny aftale', state: 'InProgress' }, `play-${++made}`);
  if (start.kind !== 'saved') {
    throw new Error(`Not made: ${JSON.stringify(start)}`);
  }
  const rows = async (): Promise<FollowUp[]> => [followUpOf(await rowOf('FollowUps', `(${start.row.id})`) as Row, 'Europe/Copenhagen')];
  return {
    rows,
    shared: {
      topic: followUpTopic, fields: ['note', 'responsibleRole', 'title'], hidden: () => [], read: async () => (await rows())[0],
      toCommand: (base, texts) => ({ topic: 'followUp', clientKey: '', base: base ?? start.row, texts })
    }
  };
}

/** An initiative that those who keep the plan write in. */
async function initiativeRow(): Promise<{ shared: SharedRow<InitiativeDetails, InitiativeWriting, InitiativeCommand>; rows: () => Promise<InitiativeDetails[]> }> {
  const clientKey = `play-${++made}`;
  const start = { planYear: '2099', sortOrder: made };
  const { row } = await (await storesOf('finance').initiatives()).add(start, { ...unwrittenInitiative, title: 'Indsats', department: 'Udvikling' }, clientKey) as { row: InitiativeDetails };
  const rows = async (): Promise<InitiativeDetails[]> => {
    const read = await rowOf('Initiatives', `(${row.id})`) as Row;
    return [{ ...initiativeOf(read, 'Europe/Copenhagen'), ...initiativeTextsOf(read) }];
  };
  return {
    rows,
    shared: {
      topic: initiativeTopic, fields: ['description', 'coordinatesWith', 'lifecycleReason'], hidden: () => [], read: async () => (await rows())[0],
      toCommand: (base, texts) => ({ topic: 'initiative', start, clientKey, base, texts })
    }
  };
}

function storesOf(who: Who): PlanStores {
  const found = stores.get(who);
  if (!found) {
    throw new Error(`No store for ${who}`);
  }
  return found;
}

let words = 0;

async function playIn<R extends Stored & T, T extends object, C extends SharedCommand & { base?: R; texts: T }>(
  shared: SharedRow<R, T, C>, people: readonly Who[], steps: readonly Step[], change: (step: Step & { kind: 'change' }) => Partial<T>
): Promise<Map<Who, { browser: Browser<R, T>; tabs: Tab<T>[] }>> {
  const writers = new Map(people.map((who) => [who, { browser: browserOf<R, T>(), tabs: [] as Tab<T>[] }]));
  // Somebody named twice has two tabs of one browser.
  const tabs = people.map((who) => {
    const writer = writers.get(who) ?? { browser: browserOf<R, T>(), tabs: [] };
    const one = tabOf(storesOf(who), shared, writer.browser, () => `e${String(++words).padStart(9, '0')}`);
    writer.tabs.push(one);
    return one;
  });
  for (const each of steps) {
    const one = tabs[each.tab % tabs.length];
    switch (each.kind) {
      case 'type': await one.opens(); one.types(`w${++words}`, each.field, each.replace); break;
      case 'change': one.changes(change(each)); break;
      case 'choose': await one.chooses(each.how); break;
      case 'open': await one.opens(); break;
      case 'save': await one.saves(); break;
      case 'draft': await one.keepsDraft(); break;
      case 'close': one.closes(); break;
      case 'send': await one.sendsWaiting(); break;
      default: await one.undoes();
    }
  }
  return writers;
}

interface Version<T> {
  texts: T;
  editor: Who | undefined;
  state: string;
}

async function versionsOf<T>(name: string, id: number, read: (row: Row) => T): Promise<Version<T>[]> {
  const answer = (await site.ask('owner')(`${list(name)}(${id})/versions`)).json as { value: (Row & { Editor: { LookupId: number }; ReportState?: string })[] };
  return answer.value.reverse().map((row) => ({ texts: read(row), editor: ids.get(row.Editor.LookupId), state: row.ReportState ?? '' }));
}

/** In the end every word is somewhere, and nobody wrote over anything that had not been on the screen. */
function check<R extends Stored & T, T extends object, C>(shared: SharedRow<R, T, C>, writers: Map<Who, { browser: Browser<R, T>; tabs: Tab<T>[] }>, versions: readonly Version<T>[]): void {
  const inRow = new Set(versions.flatMap(({ texts }) => shared.fields.flatMap((field) => wordsOf(texts[field]))));
  writers.forEach(({ browser, tabs }, who) => {
    const kept = [...tabs.flatMap((one) => one.shown()), ...Array.from(browser.drafts.values(), ({ texts }) => texts), ...browser.shelf.all().map(({ command }) => command.texts as unknown as T)];
    const inSight = new Set(kept.flatMap((texts) => shared.fields.flatMap((field) => wordsOf(texts[field]))));
    const lost = Array.from(browser.typed).filter((word) => !inRow.has(word) && !inSight.has(word));
    expect({ who, lost }).toEqual({ who, lost: [] });
  });
  versions.slice(1).forEach(({ texts, editor }, index) => {
    const before = versions[index].texts;
    const seen = editor && (writers.get(editor)?.browser.seen ?? []);
    const unseen = changedFields(shared.topic.rules, before, texts).filter((field) => seen && !seen.some((version) => !changedFields(shared.topic.rules, before, version).includes(field)));
    expect({ version: index + 2, editor, unseen }).toEqual({ version: index + 2, editor, unseen: [] });
  });
}

test(`whatever two or three people write on bad days, in ${sequences} sequences, no word is lost and nothing is written over unseen`, async () => {
  let conflicts = 0;
  let writes = 0;
  const bring = async <R extends Stored & T, T extends object, C extends SharedCommand & { base?: R; texts: T }>(
    { shared, rows }: { shared: SharedRow<R, T, C>; rows: () => Promise<R[]> }, people: readonly Who[], { faults: faultSeed, steps }: Play, change: (step: Step & { kind: 'change' }) => Partial<T>,
    name: string, read: (row: Row) => T
  ): Promise<string[]> => {
    await setFaults(faults(faultSeed));
    const writers = await playIn(shared, people, steps, change);
    await setFaults({ rules: [] });
    const found = await rows();
    expect(found.length).toBeLessThanOrEqual(1);
    const versions = found[0] ? await versionsOf(name, found[0].id, read) : [];
    check(shared, writers, versions);
    writes += versions.length;
    conflicts += Array.from(writers.values()).flatMap(({ tabs }) => tabs).filter((one) => one.shown().length > 1).length;
    return versions.map(({ state }) => state);
  };
  const setFaults = (plan: unknown): Promise<Response> => fetch(`${site.server.origin}/__faults`, { method: 'PUT', body: JSON.stringify(plan) });
  const zone = 'Europe/Copenhagen';
  await fc.assert(fc.asyncProperty(play, async (one) => {
    if (one.about === 'obs' || one.about === 'newObs') {
      const people = one.about === 'obs' ? ['director', 'owner', 'director'] as const : ['director'] as const;
      await bring(await obsRow(one.about === 'obs'), people, one, ({ needs }) => ({ level: needs ? 'Corporate' : 'Executive' } as const), 'ObsPoints', (row) => writingOf(obsPointOf(row, zone)));
    } else if (one.about === 'followUp') {
      const change = ({ needs }: Step & { kind: 'change' }): Partial<FollowUpWriting> => ({ state: needs ? 'Done' : 'InProgress' });
      await bring(await followUpRow(), ['chief', 'finance', 'director', 'chief'], one, change, 'FollowUps', (row) => followUpTopic.writtenOf(followUpOf(row, zone)));
    } else if (one.about === 'initiative') {
      const change = ({ needs }: Step & { kind: 'change' }): Partial<InitiativeWriting> => ({ lifecycle: needs ? 'OnHold' : 'InProgress' });
      await bring(await initiativeRow(), ['finance', 'director', 'finance'], one, change, 'Initiatives', (row) => initiativeWritingOf({ ...initiativeOf(row, zone), ...initiativeTextsOf(row) }));
    } else {
      const change = ({ progress, needs }: Step & { kind: 'change' }): Partial<StatusTexts> => ({ progress, needsCoordination: needs });
      const states = await bring(await statusRow(one.about === 'status'), ['chief', 'finance', 'director', 'chief'], one, change, 'StatusReports', (row) => statusTopic.writtenOf(reportOf(row, zone)));
      // A status goes one way: whatever is saved, taken back or sent late, what is handed in stays handed in.
      const way = states.map((state) => ['Mangler', 'Kladde', 'Indsendt'].indexOf(state));
      expect(way).not.toContain(-1);
      expect([...way].sort()).toEqual(way);
    }
  }), { numRuns: sequences, seed, endOnFailure: true });
  // A play in which nothing meets proves nothing.
  expect(writes).toBeGreaterThan(sequences);
  expect(conflicts).toBeGreaterThan(sequences / 50);
}, 600000);
