import type { PlanSetup, RoleGroups, SetupProgress, SetupStep } from '../../plan/ports/planSetup';
import type { Connection } from '../connection';
import { reading } from '../errors';
import { allLists } from '../schema/all';
import { listUrl } from '../schema/places';
import type { ListSchema } from '../schema/columns';
import { schemaVersion } from '../schema/settings';
import { PlanError } from '../../plan/problem';
import { checkSite } from './check';
import { findPrincipals, resolvePrincipals } from './resolvePrincipals';
import { ensureColumns, ensureLook } from './makeColumns';
import { ensureList, ensureRows, ensureSettings } from './makeList';
import { ensureViews } from './makeViews';
import { ensureVersion } from './migrations/migrate';
import { ensurePermissions } from './permissions';
import { readSettingValues } from './settingValues';
import { ensureLevels, readGroups, readSetupSite, type SetupSite } from './site';

type Work = (site: SetupSite, schema: ListSchema, groups: RoleGroups) => Promise<boolean>;

/** What is done for each list, in this order: the list, who may use it, and what is in it. Permissions come before rows: no row is ever open to all members. */
const steps: readonly { step: SetupStep['step']; work: Work; only?: ListSchema['key'] }[] = [
  { step: 'list', work: ensureList },
  { step: 'permissions', work: ensurePermissions },
  { step: 'settings', work: ensureSettings },
  { step: 'columns', work: ensureColumns },
  { step: 'views', work: ensureViews },
  { step: 'look', work: ensureLook },
  { step: 'rows', work: ensureRows, only: 'Settings' }
];

/** Who writes these, and who only reads, tells the roles apart. They come first, so that an interrupted run finds the same roles when it is run again. */
const keepRoles: readonly ListSchema['key'][] = ['Settings', 'ObsPoints', 'StatusReports'];

/** Last of all, so that an interrupted run is never taken for a finished one. */
const lastStep = { step: 'version', work: ensureVersion } as const;

/** Makes the plan's lists on a site, run with the owner's own rights. */
export function createPlanSetup(connection: Connection): PlanSetup {
  return {
    groups: () => reading(() => readGroups(connection)),
    check: (roles) => reading(() => checkSite(connection, roles)),
    findPrincipals: (words) => reading(() => findPrincipals(connection, words)),
    resolve: (roles) => reading(() => resolvePrincipals(connection, roles)),
    run: (groups, onProgress, stop) => reading(() => run(connection, groups, onProgress, stop))
  };
}

async function run(connection: Connection, groups: RoleGroups, onProgress: (progress: SetupProgress) => void, stop: () => boolean): Promise<SetupStep[]> {
  const done: SetupStep[] = [];
  const found = await readSetupSite(connection);
  await demandKnownVersion(found);
  const site = await ensureLevels(found);
  const first = keepRoles.flatMap((wanted) => allLists.filter(({ key }) => key === wanted)).flatMap((schema) => steps.slice(0, 2).map((step) => ({ schema, ...step })));
  const each = allLists.flatMap((schema) => steps.slice(keepRoles.includes(schema.key) ? 2 : 0).filter(({ only }) => only === undefined || only === schema.key).map((step) => ({ schema, ...step })));
  const planned = [...first, ...each, ...allLists.filter((schema) => schema.key === 'Settings').map((schema) => ({ schema, ...lastStep }))];
  for (const { schema, step, work } of planned) {
    if (stop()) {
      break;
    }
    const changed = await work(site, schema, groups);
    const taken: SetupStep = { list: schema.title, step, outcome: changed ? 'made' : 'kept' };
    done.push(taken);
    onProgress({ done: done.length, total: planned.length, step: taken });
  }
  return done;
}

/** An older package must not "mend" what a newer one has made. */
async function demandKnownVersion(site: SetupSite): Promise<void> {
  if (!site.lists.has(listUrl(site.connection.sitePath, 'Settings').toLowerCase())) {
    return;
  }
  // An interrupted first run may have left the list without its columns: then there is no version to read.
  const version = Number((await readSettingValues(site.connection).catch(() => undefined))?.get('schemaVersion'));
  if (version > schemaVersion) {
    throw new PlanError({ kind: 'newerLists', found: version, known: schemaVersion });
  }
}
