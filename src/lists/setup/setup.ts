import type { PlanSetup, RoleGroups, SetupProgress, SetupStep } from '../../plan/ports/planSetup';
import type { Connection } from '../connection';
import { reading } from '../errors';
import { allLists } from '../schema/all';
import type { ListSchema } from '../schema/columns';
import { ensureColumns, ensureList, ensureRows, ensureSettings, ensureViews } from './makeList';
import { ensurePermissions } from './permissions';
import { readGroups, readSetupSite, type SetupSite } from './site';

type Work = (site: SetupSite, schema: ListSchema, groups: RoleGroups) => Promise<boolean>;

/** What is done for each list, in this order. Permissions come before rows: no row is ever open to all members. */
const steps: readonly { step: SetupStep['step']; work: Work; only?: ListSchema['key'] }[] = [
  { step: 'list', work: ensureList },
  { step: 'permissions', work: ensurePermissions },
  { step: 'settings', work: ensureSettings },
  { step: 'columns', work: ensureColumns },
  { step: 'views', work: ensureViews },
  { step: 'rows', work: ensureRows, only: 'Settings' }
];

/** Makes the plan's lists on a site, run with the owner's own rights. */
export function createPlanSetup(connection: Connection): PlanSetup {
  return {
    groups: () => reading(() => readGroups(connection)),
    run: (groups, onProgress, stop) => reading(() => run(connection, groups, onProgress, stop))
  };
}

async function run(connection: Connection, groups: RoleGroups, onProgress: (progress: SetupProgress) => void, stop: () => boolean): Promise<SetupStep[]> {
  const done: SetupStep[] = [];
  const planned = allLists.flatMap((schema) => steps.filter(({ only }) => only === undefined || only === schema.key).map((step) => ({ schema, ...step })));
  const site = await readSetupSite(connection);
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
