import * as React from 'react';
import { allFollowUps, followUpGroupings, type FollowUpSelection } from '../../plan/decisionHistory';
import type { EconomySelection } from '../../plan/economy';
import { groupings, sortColumns, wholeOverview, type OverviewSelection } from '../../plan/overviewSelection';
import { isPeriod, type Period } from '../../plan/period';
import { progressValues } from '../../plan/statusReport';
import { planViewIds, type PlanViewId } from './viewIds';

/** Everything that a link carries: the view, the month, what is asked for, and the row that stands open. */
export interface Address {
  /** undefined: the view that the page was set to open with. */
  view?: PlanViewId;
  /** The plan that is looked at; undefined: the one in use. */
  year?: string;
  /** undefined: the open round. */
  period?: Period;
  wholePlan: boolean;
  /** Id of the opened initiative. */
  row?: number;
  selection: OverviewSelection;
  followUps: FollowUpSelection;
  economy: EconomySelection;
  /** The committee whose part of the plan is shown. */
  committee?: string;
  /** Id of the opened meeting. */
  meeting?: number;
  /** Key of the step that the meeting view stands at; undefined: the meeting's page. */
  step?: string;
}

/** Our parameters begin with this; those of SharePoint and of other web parts are left alone. */
const prefix = 'upl-';
const flags = ['onlyObs', 'onlyNeedsHelp', 'onlyMissing', 'onlyReceived', 'onlyMine', 'foldUnchanged'] as const;
const lists = ['departments', 'committees'] as const;

/** Reads an address; what it does not understand it leaves at its default. */
export function readAddress(search: string): Address {
  const query = new URLSearchParams(search);
  const get = (name: string): string => query.get(prefix + name) ?? '';
  const all = (name: string): string[] => query.getAll(prefix + name).filter((value) => value !== '');
  const period = get('month');
  const selection: OverviewSelection = {
    ...wholeOverview,
    grouping: groupings.find((each) => each === get('group')) ?? wholeOverview.grouping,
    sort: sortColumns.find((each) => each === get('sort')) ?? wholeOverview.sort,
    descending: get('descending') === '1',
    search: get('search'),
    progress: progressValues.filter((each) => all('progress').includes(each))
  };
  flags.forEach((flag) => { selection[flag] = get(flag) === '1'; });
  lists.forEach((list) => { selection[list] = all(list); });
  const followUps: FollowUpSelection = {
    grouping: followUpGroupings.find((each) => each === get('followUpGroup')) ?? allFollowUps.grouping,
    onlyMine: get('followUpMine') === '1', onlyOverdue: get('followUpOverdue') === '1', withEnded: get('followUpEnded') === '1'
  };
  const economy: EconomySelection = { year: get('economyYear'), mark: get('economyMark'), department: get('economyDepartment') };
  const view = planViewIds.find((each) => each === get('view'));
  return {
    view, year: /^\d{4}$/.test(get('year')) ? get('year') : undefined, period: isPeriod(period) ? period : undefined, wholePlan: get('wholePlan') === '1', row: idOf(get('row')), selection, followUps, economy, committee: get('committee') || undefined,
    meeting: idOf(get('meeting')), step: get('step') || undefined
  };
}

function idOf(text: string): number | undefined {
  const id = Number(text);
  return Number.isInteger(id) && id > 0 ? id : undefined;
}

/** Writes an address over the one that stands, keeping everybody else's parameters. */
export function writeAddress(address: Address, search: string): string {
  const query = new URLSearchParams(search);
  Array.from(query.keys()).filter((name) => name.startsWith(prefix)).forEach((name) => query.delete(name));
  const { selection } = address;
  const set = (name: string, value: string | undefined, ordinary: string = ''): void => {
    if (value !== undefined && value !== ordinary) {
      query.append(prefix + name, value);
    }
  };
  set('view', address.view);
  set('year', address.year);
  set('month', address.period);
  set('wholePlan', address.wholePlan ? '1' : '');
  set('group', selection.grouping, wholeOverview.grouping);
  set('sort', selection.sort, wholeOverview.sort);
  set('descending', selection.descending ? '1' : '');
  set('search', selection.search);
  flags.forEach((flag) => set(flag, selection[flag] ? '1' : ''));
  lists.forEach((list) => selection[list].forEach((value) => set(list, value)));
  selection.progress.forEach((value) => set('progress', value));
  set('row', address.row === undefined ? undefined : String(address.row));
  const { followUps } = address;
  set('followUpGroup', followUps.grouping, allFollowUps.grouping);
  set('followUpMine', followUps.onlyMine ? '1' : '');
  set('followUpOverdue', followUps.onlyOverdue ? '1' : '');
  set('followUpEnded', followUps.withEnded ? '1' : '');
  set('committee', address.committee);
  set('economyYear', address.economy.year);
  set('economyMark', address.economy.mark);
  set('economyDepartment', address.economy.department);
  set('meeting', address.meeting === undefined ? undefined : String(address.meeting));
  set('step', address.step);
  const written = query.toString();
  return written === '' ? '' : `?${written}`;
}

/** Told by the window when we have written an address: the navigation and the view follow the same one. */
const changed = 'upl-address';

/** The page's address as state. A new view, month, meeting or step of it is a step to go back over; filters replace the address. */
export function useAddress(): [Address, (change: Partial<Address>) => void] {
  const [search, setSearch] = React.useState(window.location.search);
  const address = React.useMemo(() => readAddress(search), [search]);
  React.useEffect(() => {
    const follow = (): void => setSearch(window.location.search);
    const events = ['popstate', changed];
    events.forEach((name) => window.addEventListener(name, follow));
    return () => events.forEach((name) => window.removeEventListener(name, follow));
  }, []);
  const change = React.useCallback((changes: Partial<Address>) => {
    const next = writeAddress({ ...readAddress(window.location.search), ...changes }, window.location.search);
    const url = `${window.location.pathname}${next}${window.location.hash}`;
    if (['period', 'year', 'view', 'meeting', 'step'].some((name) => name in changes)) {
      window.history.pushState(window.history.state, '', url);
    } else {
      window.history.replaceState(window.history.state, '', url);
    }
    window.dispatchEvent(new Event(changed));
  }, []);
  return [address, change];
}
