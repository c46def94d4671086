import { useQueryClient } from '@tanstack/react-query';
import * as React from 'react';
import { moveRow, type Ordered } from '../../plan/obsOrder';
import { problemOf, type Problem, type WriteOutcome } from '../../plan/problem';
import { useAnnounce } from './announcer';
import { text } from './texts';

/** What a row needs for being dragged and for being dropped on. */
export interface RowDrag {
  /** Something is held over it: it would be put before this one. */
  isTarget: boolean;
  handle: React.HTMLAttributes<HTMLElement> & { draggable: true };
  onDragOver: React.DragEventHandler;
  onDrop: React.DragEventHandler;
}

export interface RowOrder {
  /** Puts a row at another place, counted from 0. */
  move: (id: number, to: number) => void;
  dragOf: (id: number, place: number) => RowDrag;
  problem: Problem | undefined;
}

interface RowOrderOptions<Row extends Ordered> {
  /** In the order shown. */
  rows: readonly Row[];
  save: (row: Row, sortOrder: number) => Promise<WriteOutcome<Row, Pick<Row, 'sortOrder'>>>;
  /** Puts a row into what is shown. */
  put: (row: Row) => void;
  /** The `data-place` of a row, for its focus. */
  placeOf: (id: number) => string;
}

/** An order that people give: shown at once, and put back when SharePoint refuses. */
export function useRowOrder<Row extends Ordered>({ rows, save, put, placeOf }: RowOrderOptions<Row>): RowOrder {
  const announce = useAnnounce();
  const client = useQueryClient();
  const [problem, setProblem] = React.useState<Problem>();
  const [held, setHeld] = React.useState<{ id: number; over?: number }>();

  const write = async (id: number, to: number): Promise<void> => {
    const changes = moveRow(rows, id, to).flatMap((change) => rows.filter((row) => row.id === change.id).map((row) => ({ row, sortOrder: change.sortOrder })));
    if (changes.length === 0) {
      return;
    }
    setProblem(undefined);
    changes.forEach(({ row, sortOrder }) => put({ ...row, sortOrder }));
    keepFocus(placeOf(id));
    for (const { row, sortOrder } of changes) {
      const outcome = await save(row, sortOrder);
      if (outcome.kind !== 'saved') {
        setProblem(outcome.kind === 'refused' ? outcome.problem : undefined);
        announce(text('obs.notMoved'));
        await client.invalidateQueries(['month']);
        return;
      }
      put(outcome.row);
    }
    announce(text('obs.moved', Math.min(to, rows.length - 1) + 1, rows.length));
  };
  const move = (id: number, to: number): void => {
    if (to >= 0 && to < rows.length) {
      write(id, to).catch((error: unknown) => setProblem(problemOf(error)));
    }
  };
  return {
    move, problem,
    dragOf: (id, place) => ({
      isTarget: held !== undefined && held.over === place && held.id !== id,
      handle: {
        draggable: true,
        onDragStart: (event) => {
          event.dataTransfer.effectAllowed = 'move';
          // Firefox begins no drag without data.
          event.dataTransfer.setData('text/plain', String(id));
          setHeld({ id });
        },
        onDragEnd: () => setHeld(undefined)
      },
      onDragOver: (event) => {
        // Only rows of the same list are moved among each other.
        if (held) {
          event.preventDefault();
          setHeld({ ...held, over: place });
        }
      },
      onDrop: (event) => {
        event.preventDefault();
        if (held) {
          const from = rows.findIndex((row) => row.id === held.id);
          move(held.id, from < place ? place - 1 : place);
          setHeld(undefined);
        }
      }
    })
  };
}

/** The browser lets go of the focus of an element that is moved; it goes back to where it was in the row. */
function keepFocus(place: string): void {
  const row = document.querySelector<HTMLElement>(`[data-place="${place}"]`);
  const focused = document.activeElement instanceof HTMLElement && row?.contains(document.activeElement) ? document.activeElement : undefined;
  setTimeout(() => {
    // A button that has become unusable at the end of the list gives the focus to the row.
    (focused instanceof HTMLButtonElement && focused.disabled ? row : focused)?.focus();
  }, 0);
}
