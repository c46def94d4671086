import * as React from 'react';
import type { Overview } from '../../plan/overview';
import { groupings, isFiltered, wholeOverview, type Grouping, type OverviewSelection } from '../../plan/overviewSelection';
import styles from '../shared/shared.module.scss';
import { text } from '../shared/texts';
import { LazyPart } from '../shared/lazy';

const FilterPanel = React.lazy(() => import(/* webpackChunkName: 'filters' */ './FilterPanel'));

interface ToolbarProps {
  view: Overview;
  selection: OverviewSelection;
  /** The words in the search field; those that the rows are chosen by follow. */
  typed: string;
  wholePlan: boolean;
  onSelect: (change: Partial<OverviewSelection>) => void;
  onWholePlan: (wholePlan: boolean) => void;
  /** What else is done with the rows, after the filters. */
  children?: React.ReactNode;
}

/** Search, headings and filters. */
export const Toolbar: React.FC<ToolbarProps> = ({ view, selection, typed, wholePlan, onSelect, onWholePlan, children }) => {
  const [open, setOpen] = React.useState(false);
  const filters = selection.departments.length + selection.committees.length + selection.progress.length;
  return (
    <div className={styles.toolbar} role="search" aria-label={text('overview.searchAndFilter')}>
      <input type="search" className={styles.search} aria-label={text('overview.search')} placeholder={text('overview.search')} value={typed} onChange={(event) => onSelect({ search: event.target.value })} />
      <label className={styles.inlineLabel}>
        {text('overview.groupBy')}{' '}
        <select className={styles.select} value={selection.grouping} onChange={(event) => onSelect({ grouping: event.target.value as Grouping })}>
          {groupings.map((grouping) => <option key={grouping} value={grouping}>{text(`group.${grouping}` as const)}</option>)}
        </select>
      </label>
      <button type="button" className={styles.button} aria-expanded={open} onClick={() => setOpen(!open)}>
        {filters > 0 ? text('overview.filtersChosen', filters) : text('overview.filters')}
      </button>
      <button type="button" className={styles.button} aria-pressed={selection.onlyMine} onClick={() => onSelect({ onlyMine: !selection.onlyMine })}>{text('overview.filterOnlyMine')}</button>
      <button type="button" className={styles.button} aria-pressed={selection.foldUnchanged} onClick={() => onSelect({ foldUnchanged: !selection.foldUnchanged })}>{text('overview.foldUnchanged')}</button>
      <button type="button" className={styles.button} aria-pressed={wholePlan} onClick={() => onWholePlan(!wholePlan)}>{text('overview.wholePlan')}</button>
      {isFiltered(selection) && (
        <button type="button" className={styles.link} onClick={() => onSelect({ ...wholeOverview, grouping: selection.grouping, sort: selection.sort, descending: selection.descending })}>
          {text('overview.clear')}
        </button>
      )}
      {children}
      {open && <LazyPart><FilterPanel view={view} selection={selection} onSelect={onSelect} /></LazyPart>}
    </div>
  );
};
