/** A group of the site, offered for a role. */
export interface SiteGroup {
  id: number;
  title: string;
}

/** The roles that setup maps to groups. */
export const planRoles = ['finance', 'directors', 'chiefs', 'readers'] as const;
export type PlanRole = (typeof planRoles)[number];

export type RoleGroups = Record<PlanRole, number[]>;

/** One step of the setup as it is carried out. */
export interface SetupStep {
  list: string;
  step: 'list' | 'columns' | 'settings' | 'views' | 'permissions' | 'rows';
  /** `made`: something was created or changed; `kept`: it was as it should be. */
  outcome: 'made' | 'kept';
}

export interface SetupProgress {
  done: number;
  total: number;
  step: SetupStep;
}

/** Makes the lists on the site; idempotent, and an interrupted run is finished by the next. */
export interface PlanSetup {
  groups(): Promise<SiteGroup[]>;
  /** Rejects with a PlanError; what was made until then stays. `stop` asks it to end after the current step. */
  run(groups: RoleGroups, onProgress: (progress: SetupProgress) => void, stop: () => boolean): Promise<SetupStep[]>;
}
