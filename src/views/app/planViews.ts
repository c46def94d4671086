import * as React from 'react';
import type { PlanSite } from '../../plan/ports/planStore';
import { OverviewPage } from '../overview/OverviewPage';
import type { TextKey } from '../shared/texts';
import type { PlanViewId } from './viewIds';

/** What every view is handed; the rest it reads through the services and the queries. */
export interface PlanViewProps {
  site: PlanSite;
  planYear: string;
}

/** A place in the product that the navigation leads to. */
export interface PlanView {
  id: PlanViewId;
  label: TextKey;
  /** Whether the navigation offers it to the person looking; a link to it works all the same. */
  isOffered: (site: PlanSite) => boolean;
  component: React.ComponentType<PlanViewProps>;
}

const ObsPage = React.lazy(() => import(/* webpackChunkName: 'obs' */ '../obs/ObsPage'));
const SetupPage = React.lazy(() => import(/* webpackChunkName: 'setup' */ '../setup/SetupPage'));
const FollowUpsPage = React.lazy(() => import(/* webpackChunkName: 'followUps' */ '../followUps/FollowUpsPage'));

const ImportPage = React.lazy(() => import(/* webpackChunkName: 'import' */ '../import/ImportPage'));

/** The batch is remembered in the settings: whoever brings rows in must be able to write both. */
export const mayImport = ({ rights }: PlanSite): boolean => rights.addInitiatives && rights.editSettings;

/** A year is made of initiatives, meetings and what was chosen. */
export const mayMakeYear = ({ rights }: PlanSite): boolean => rights.addInitiatives && rights.editInitiatives && rights.editSettings && rights.addMeetings;

const always = (): boolean => true;

/** The views in the order of the navigation. All but the first look are chunks of their own. */
export const planViews: readonly PlanView[] = [
  { id: 'overview', label: 'nav.overview', isOffered: always, component: OverviewPage },
  { id: 'myStatus', label: 'nav.myStatus', isOffered: ({ rights }) => rights.editReports, component: React.lazy(() => import(/* webpackChunkName: 'myStatus' */ '../myStatus/MyStatusPage')) },
  { id: 'obs', label: 'nav.obs', isOffered: always, component: ObsPage },
  { id: 'meetings', label: 'nav.meetings', isOffered: always, component: React.lazy(() => import(/* webpackChunkName: 'meetingsView' */ '../meetings/MeetingsView')) },
  { id: 'rounds', label: 'nav.rounds', isOffered: ({ rights }) => rights.editMeetings, component: React.lazy(() => import(/* webpackChunkName: 'rounds' */ '../rounds/RoundsView')) },
  { id: 'followUps', label: 'nav.followUp', isOffered: always, component: FollowUpsPage },
  { id: 'strategy', label: 'nav.strategy', isOffered: always, component: React.lazy(() => import(/* webpackChunkName: 'strategyView' */ '../strategy/StrategyPage')) },
  { id: 'economy', label: 'nav.economy', isOffered: always, component: React.lazy(() => import(/* webpackChunkName: 'economyView' */ '../economy/EconomyPage')) },
  { id: 'committees', label: 'nav.committees', isOffered: always, component: React.lazy(() => import(/* webpackChunkName: 'committees' */ '../committees/CommitteesPage')) },
  { id: 'documents', label: 'nav.documents', isOffered: always, component: React.lazy(() => import(/* webpackChunkName: 'documents' */ '../documents/DocumentsPage')) },
  { id: 'import', label: 'nav.import', isOffered: mayImport, component: ImportPage },
  { id: 'nextYear', label: 'nav.nextYear', isOffered: mayMakeYear, component: React.lazy(() => import(/* webpackChunkName: 'nextYear' */ '../nextYear/NextYearPage')) },
  { id: 'setup', label: 'nav.setup', isOffered: ({ rights }) => rights.manageSite, component: SetupPage }
];
