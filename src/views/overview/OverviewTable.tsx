import * as React from 'react';
import type { TimeZone } from '../../plan/calendar';
import type { Overview } from '../../plan/overview';
import { isFiltered, selectRows, type OverviewSelection, type RowGroup, type SortColumn } from '../../plan/overviewSelection';
import { periodName } from '../../plan/period';
import type { SinceLast } from '../../plan/sinceLast';
import { useEditedRow, type RowEdit } from '../editing/EditingProvider';
import { Icon } from '../shared/icons';
import styles from '../shared/shared.module.scss';
import { locale, text, type TextKey } from '../shared/texts';
import { OverviewRowView } from './OverviewRowView';
import { useCellEntry, useCellKeys } from './useCellKeys';

interface OverviewTableProps {
  view: Overview;
  /** The rows beside their earlier months, when what has not changed is folded away. */
  folding: ReadonlyMap<number, SinceLast> | undefined;
  selection: OverviewSelection;
  openRow: number | undefined;
  timeZone: TimeZone;
  onSelect: (change: Partial<OverviewSelection>) => void;
  onOpenRow: (row: number | undefined) => void;
}

/** What a column may be sorted by; two stand in the heads of the first two. */
const heads: readonly { sorts: readonly SortColumn[]; className: string }[] = [
  { sorts: ['title', 'obs'], className: styles.titleColumn },
  { sorts: ['department', 'responsible'], className: styles.responsibleColumn },
  { sorts: ['progress'], className: styles.progressColumn },
  { sorts: ['status'], className: styles.statusColumn },
  { sorts: ['nextSteps'], className: styles.nextColumn },
  { sorts: ['needs'], className: styles.needsColumn }
];

/** Rows that stand in sight, or close to it, on any screen. */
const seenAtOnce = 20;

/** One real table. Roles are written out because on a screen the layout is not `display: table`, which would take them away. */
export const OverviewTable: React.FC<OverviewTableProps> = ({ view, folding, selection, openRow, timeZone, onSelect, onOpenRow }) => {
  const editedRow = useEditedRow();
  const held = editedRow?.initiativeId;
  const groups = React.useMemo(() => selectRows(view, selection, locale(), { held, since: folding }), [view, selection, held, folding]);
  const first = React.useMemo(() => new Set(groups.flatMap((group) => group.rows).slice(0, seenAtOnce)), [groups]);
  const editedPlace = editedRow && placeOf(editedRow, groups);
  const onKeyDown = useCellKeys();
  const entry = useCellEntry();
  const table = React.useRef<HTMLTableElement>(null);
  // One cell is always what Tab comes to; from there on the arrow keys go.
  React.useEffect(() => {
    if (table.current && !table.current.querySelector('[data-cell][tabindex="0"]')) {
      table.current.querySelector<HTMLElement>('[data-cell]')?.setAttribute('tabindex', '0');
    }
  });
  const opened = React.useRef(onOpenRow);
  opened.current = onOpenRow;
  const toggle = React.useCallback((row: number, open: boolean) => opened.current(open ? row : undefined), []);
  if (groups.length === 0) {
    return <p className={styles.empty} role="status">{isFiltered(selection) ? text('overview.empty') : text('overview.emptyMonth')}</p>;
  }
  const sortBy = (column: SortColumn): void => onSelect(selection.sort !== column ? { sort: column, descending: false } : selection.descending ? { sort: 'plan', descending: false } : { descending: true });
  return (
    <table ref={entry} className={`${styles.table} ${styles.rows}`} role="table" onKeyDown={onKeyDown}>
      <caption className={styles.visuallyHidden}>{text('overview.caption', periodName(view.period, locale()))}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {heads.map(({ sorts, className }) => (
            <th key={sorts[0]} scope="col" role="columnheader" className={className} aria-sort={sorts.includes(selection.sort) ? (selection.descending ? 'descending' : 'ascending') : 'none'}>
              {sorts.map((column) => <SortButton key={column} column={column} selection={selection} onSort={sortBy} />)}
            </th>
          ))}
        </tr>
      </thead>
      {groups.map((group) => (
        <tbody key={group.name} role="rowgroup">
          {selection.grouping !== 'none' && (
            <tr role="row" className={styles.groupRow}>
              <th scope="rowgroup" role="rowheader" colSpan={heads.length}>
                {group.name || text(selection.grouping === 'committee' ? 'group.noCommittee' : 'group.unnamed')}{' '}
                <span className={styles.muted}>{text(group.rows.length === 1 ? 'group.countOne' : 'group.count', group.rows.length)}</span>
                {group.obsCount > 0 && <span className={`${styles.obsColour} ${styles.unbroken}`}> · <Icon name="flag" /> {text('group.obs', group.obsCount)}</span>}
              </th>
            </tr>
          )}
          {group.rows.map((row) => (
            <OverviewRowView
              key={row.initiative.id} row={row} first={first.has(row)} place={placeIn(group, row.initiative.id)} grouping={selection.grouping} open={openRow === row.initiative.id} locked={view.locked} onToggle={toggle}
              edit={editedPlace === placeIn(group, row.initiative.id) ? editedRow : undefined}
              mayRaiseObs={view.mayRaiseObs} mayEditObs={view.mayEditObs} timeZone={timeZone} period={view.period}
            />
          ))}
        </tbody>
      ))}
    </table>
  );
};

/** An initiative may stand under several headings; this is one of its places. */
function placeIn(group: RowGroup, initiativeId: number): string {
  return `${group.name}-${initiativeId}`;
}

/** Where the editor stands: where it was opened, or the row's first place when others have moved it to another heading. */
function placeOf(edit: RowEdit, groups: readonly RowGroup[]): string | undefined {
  const places = groups.filter((group) => group.rows.some((row) => row.initiative.id === edit.initiativeId)).map((group) => placeIn(group, edit.initiativeId));
  return places.find((place) => place === edit.place) ?? places[0];
}

const SortButton: React.FC<{ column: SortColumn; selection: OverviewSelection; onSort: (column: SortColumn) => void }> = ({ column, selection, onSort }) => {
  const sorted = selection.sort === column;
  return (
    <button type="button" className={styles.sortButton} onClick={() => onSort(column)}>
      {text(`column.${column}` as TextKey)}
      {sorted && <><Icon name={selection.descending ? 'descending' : 'ascending'} /><span className={styles.visuallyHidden}>{text(selection.descending ? 'a11y.sortDesc' : 'a11y.sortAsc')}</span></>}
    </button>
  );
};
