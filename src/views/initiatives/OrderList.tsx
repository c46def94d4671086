import * as React from 'react';
import type { Initiative } from '../../plan/initiative';
import { Icon } from '../shared/icons';
import { useInitiativeStore } from '../shared/meetingQueries';
import { writeProblemText } from '../shared/problemText';
import { useSavedRows } from '../shared/queries';
import styles from '../shared/shared.module.scss';
import { text } from '../shared/texts';
import { useRowOrder } from '../shared/useRowOrder';

/** The order of the plan: dragged, by buttons, or by Alt and an arrow key. It holds wherever the plan is shown or printed. */
export const OrderList: React.FC<{ initiatives: readonly Initiative[] }> = ({ initiatives }) => {
  const store = useInitiativeStore();
  const saved = useSavedRows();
  const rows = [...initiatives].sort((a, b) => a.sortOrder - b.sortOrder || a.id - b.id);
  const order = useRowOrder({ rows, save: async (row, sortOrder) => (await store()).place(row, sortOrder), put: saved.initiative, placeOf: (id) => `order-${id}` });
  return (
    <>
      <p className={styles.muted}>{text('ini.orderHelp')}</p>
      {order.problem && <p role="alert" className={styles.notice}>{writeProblemText(order.problem)}</p>}
      <ol className={styles.orderList}>
        {rows.map(({ id, originalText, department }, place) => {
          const drag = order.dragOf(id, place);
          return (
            <li key={id} data-place={`order-${id}`} tabIndex={-1} className={drag.isTarget ? styles.dropBefore : undefined} onDragOver={drag.onDragOver} onDrop={drag.onDrop} onKeyDown={(event) => {
              if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
                event.preventDefault();
                order.move(id, place + (event.key === 'ArrowUp' ? -1 : 1));
              }
            }}>
              <span className={styles.handle} aria-hidden="true" {...drag.handle}><Icon name="grip" /></span>
              <span>{place + 1}. {originalText} <span className={styles.muted}>{department}</span></span>
              <button type="button" className={styles.iconButton} aria-label={`${text('obs.moveUp')}: ${originalText}`} disabled={place === 0} onClick={() => order.move(id, place - 1)}><Icon name="ascending" /></button>
              <button type="button" className={styles.iconButton} aria-label={`${text('obs.moveDown')}: ${originalText}`} disabled={place === rows.length - 1} onClick={() => order.move(id, place + 1)}><Icon name="descending" /></button>
            </li>
          );
        })}
      </ol>
    </>
  );
};
