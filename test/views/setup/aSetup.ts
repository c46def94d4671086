import type { PlanSetup, SetupCheck } from '../../../src/plan/ports/planSetup';

/** A site without lists, as the check finds it. */
export function aCheck(changes: Partial<SetupCheck> = {}): SetupCheck {
  return {
    lists: [
      { key: 'Initiatives', title: 'Udmøntningsplan – Indsatser', url: '/sites/direktionen/Lists/UplInitiatives', differences: [{ kind: 'listMissing', fixable: true }] },
      { key: 'ObsPoints', title: 'Udmøntningsplan – OBS-punkter', url: '/sites/direktionen/Lists/UplObsPoints', differences: [{ kind: 'listMissing', fixable: true }] }
    ],
    schemaVersion: { wanted: 2 }, roles: { finance: [], directors: [], chiefs: [], readers: [] }, access: [], warnings: [{ kind: 'noDirectors' }], ...changes
  };
}

/** The setup of a site, with what a test is about put in its place. */
export function aSetup(changes: Partial<PlanSetup> = {}): PlanSetup {
  return {
    groups: async () => [], check: async (roles) => aCheck(roles ? { roles } : {}), findPrincipals: async () => [],
    resolve: async ({ finance, directors, chiefs, readers }) => {
      const ids = (principals: { id?: number }[]): number[] => principals.map(({ id }) => id ?? 99);
      return { finance: ids(finance), directors: ids(directors), chiefs: ids(chiefs), readers: ids(readers) };
    },
    run: async () => [], ...changes
  };
}
