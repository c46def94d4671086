/** The names of the views in addresses and in the property pane. */
export const planViewIds = ['overview', 'myStatus', 'obs', 'meetings', 'followUps', 'strategy', 'economy', 'committees', 'rounds', 'documents', 'import', 'nextYear', 'setup'] as const;
export type PlanViewId = (typeof planViewIds)[number];
