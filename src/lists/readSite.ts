import '@pnp/sp/items';
import '@pnp/sp/lists';
import '@pnp/sp/webs';
import { dayOf } from '../plan/calendar';
import { openingPeriod, type Meeting } from '../plan/meeting';
import type { Period } from '../plan/period';
import type { PlanSite, Rights } from '../plan/ports/planStore';
import { PlanError } from '../plan/problem';
import type { Connection } from './connection';
import { problemFrom, reading } from './errors';
import { meetingColumns, meetingOf } from './mapping/rows';
import type { Row } from './mapping/reader';
import { holds, type PermissionMask } from './permissionMask';
import { quoted } from './readMonth';
import { stampColumns, stampsOf, type StampedRow } from './readChanges';
import type { ListKey } from './schema/columns';
import { listKeys, listUrl, placeOf } from './schema/places';
import { timeZoneOf } from './timeZones';

/** What SharePoint says of a site and of whoever is signed in to it. */
export interface WebRow {
  Title: string;
  EffectiveBasePermissions: PermissionMask;
  CurrentUser: { Id: number; Title: string; LoginName: string; Email?: string };
  RegionalSettings: { TimeZone: { Id: number } };
}

interface ListRow extends StampedRow {
  EffectiveBasePermissions: PermissionMask;
}

/** Lists without which no month can be shown. */
const needed: readonly ListKey[] = ['Initiatives', 'StrategicEfforts', 'StatusReports', 'Meetings', 'ObsPoints'];

interface SiteReading {
  now?: () => Date;
  /** What is known of the site already, and need not be asked for. */
  web?: WebRow;
  /** The newest plan, where it is read together with something else. */
  newest?: Promise<string | undefined>;
}

/**
 * Who is looking, what they may do, and the meetings: at most four requests, sent at once. Lists that are missing turn
 * the other two into errors, so what the list of lists says is judged first.
 * @param planYear the year that was chosen; undefined: the plan in use is found
 */
export async function readSite(connection: Connection, planYear: string | undefined, { now, web: known, newest: found }: SiteReading = {}): Promise<PlanSite> {
  const { siteUrl, sitePath } = connection;
  const rows = [known ?? readWeb(connection), readLists(connection)] as const;
  const plan = Promise.all([readMeetings(connection), planYear ?? found ?? readPlanYear(connection)]);
  // Judged below, once the lists are known to be there; until then nobody listens to it.
  plan.catch(() => undefined);
  return reading(async () => {
    const [web, lists] = await Promise.all(rows);
    const listRows = new Map(lists.map((list) => [list.RootFolder.ServerRelativeUrl.toLowerCase(), list]));
    const listOf = (key: ListKey): ListRow | undefined => listRows.get(listUrl(sitePath, key).toLowerCase());
    const manageSite = holds(web.EffectiveBasePermissions, 'manageLists') && holds(web.EffectiveBasePermissions, 'managePermissions');
    demandLists(listOf, manageSite);
    const timeZone = timeZoneOf(web.RegionalSettings.TimeZone.Id);
    const [meetingRows, newest] = await plan.catch(async (error: unknown) => {
      const problem = await problemFrom(error);
      throw new PlanError(problem.kind === 'unreadable' ? { ...problem, mayMend: manageSite } : problem);
    });
    const meetings = meetingRows.map((row) => meetingOf(row, timeZone)).filter((meeting): meeting is Meeting => meeting !== undefined);
    const years = planYear === undefined && now ? await yearsInUse(connection, newest, openingPeriod(meetings, dayOf(now(), timeZone))) : { planYear: newest };
    return {
      url: siteUrl,
      title: web.Title,
      me: { id: web.CurrentUser.Id, name: web.CurrentUser.Title, loginName: web.CurrentUser.LoginName, email: web.CurrentUser.Email },
      rights: rightsOf(listOf, manageSite),
      timeZone,
      ...years,
      meetings,
      stamps: stampsOf(lists, sitePath)
    };
  });
}

function readWeb({ sp }: Connection): Promise<WebRow> {
  return sp.web
    .select('Title', 'EffectiveBasePermissions', 'CurrentUser/Id', 'CurrentUser/Title', 'CurrentUser/LoginName', 'CurrentUser/Email', 'RegionalSettings/TimeZone/Id')
    .expand('CurrentUser', 'RegionalSettings', 'RegionalSettings/TimeZone')<WebRow>();
}

function readLists({ sp }: Connection): Promise<ListRow[]> {
  return sp.web.lists.select(...stampColumns, 'EffectiveBasePermissions').expand('RootFolder')<ListRow[]>();
}

function readMeetings({ sp, sitePath }: Connection): Promise<Row[]> {
  return sp.web.getList(listUrl(sitePath, 'Meetings')).items.select(...meetingColumns).top(5000)<Row[]>();
}

/** The newest plan, or the newest of those up to a year. */
export async function readPlanYear({ sp, sitePath }: Connection, upTo?: string): Promise<string | undefined> {
  const { items } = sp.web.getList(listUrl(sitePath, 'Initiatives'));
  const [newest] = await (upTo === undefined ? items : items.filter(`PlanYear le ${quoted(upTo)}`)).select('PlanYear').orderBy('PlanYear', false).top(1)<{ PlanYear: string }[]>();
  return newest?.PlanYear;
}

/**
 * The newest plan is in use when the rounds have come to its year. Made before that, it waits: the one before it is looked
 * up with one request more, in those weeks alone.
 */
async function yearsInUse(connection: Connection, newest: string | undefined, period: Period): Promise<Pick<PlanSite, 'planYear' | 'nextPlanYear'>> {
  const running = newest !== undefined && newest > period.slice(0, 4) ? await readPlanYear(connection, period.slice(0, 4)) : undefined;
  return running === undefined ? { planYear: newest } : { planYear: running, nextPlanYear: newest };
}

/**
 * A list that is absent is missing, or hidden from whoever may not read it: SharePoint does not tell the two apart.
 * Whoever may make lists sees all and needs all, so that an interrupted setup leads back to the setup.
 */
function demandLists(listOf: (key: ListKey) => ListRow | undefined, manageSite: boolean): void {
  const demanded = manageSite ? listKeys : needed;
  const missing = demanded.filter((key) => listOf(key) === undefined);
  if (missing.length === 0) {
    return;
  }
  const titles = missing.map((key) => placeOf(key).title);
  throw new PlanError(missing.length === needed.length || manageSite ? { kind: 'listsMissing', lists: titles, mayCreate: manageSite } : { kind: 'forbidden' });
}

function rightsOf(listOf: (key: ListKey) => ListRow | undefined, manageSite: boolean): Rights {
  const may = (key: ListKey, right: 'addListItems' | 'editListItems'): boolean => {
    const list = listOf(key);
    return list !== undefined && holds(list.EffectiveBasePermissions, right);
  };
  return {
    manageSite,
    addInitiatives: may('Initiatives', 'addListItems'), editInitiatives: may('Initiatives', 'editListItems'),
    editReports: may('StatusReports', 'editListItems'), addReports: may('StatusReports', 'addListItems'),
    addObs: may('ObsPoints', 'addListItems'), editObs: may('ObsPoints', 'editListItems'),
    addMeetings: may('Meetings', 'addListItems'), editMeetings: may('Meetings', 'editListItems'),
    addDecisions: may('Decisions', 'addListItems'), editDecisions: may('Decisions', 'editListItems'),
    addFollowUps: may('FollowUps', 'addListItems'), editFollowUps: may('FollowUps', 'editListItems'),
    editEfforts: may('StrategicEfforts', 'editListItems'), editEconomy: may('EconomyLines', 'editListItems'),
    editSettings: may('Settings', 'editListItems'), addAnnexes: may('Annexes', 'addListItems')
  };
}
