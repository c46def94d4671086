import { useQueryClient } from '@tanstack/react-query';
import * as React from 'react';
import { moveRow } from '../../plan/obsOrder';
import type { ObsPoint } from '../../plan/obsPoint';
import { problemOf, type Problem } from '../../plan/problem';
import { useAnnounce } from '../shared/announcer';
import { useMeetingStore } from '../shared/meetingQueries';
import { useSavedRows } from '../shared/queries';
import { text } from '../shared/texts';

/** What a card needs for being dragged and for being dropped on. */
export interface ObsDrag {
  /** Something is held over it: it would be put before this one. */
  isTarget: boolean;
  handle: React.HTMLAttributes<HTMLElement> & { draggable: true };
  onDragOver: React.DragEventHandler;
  onDrop: React.DragEventHandler;
}

export interface ObsOrder {
  /** Puts a point at another place, counted from 0. */
  move: (id: number, to: number) => void;
  dragOf: (id: number, place: number) => ObsDrag;
  problem: Problem | undefined;
}

/** The directors' order of a level's open points: shown at once, and put back when SharePoint refuses. */
export function useObsOrder(points: readonly ObsPoint[]): ObsOrder {
  const store = useMeetingStore();
  const saved = useSavedRows();
  const announce = useAnnounce();
  const client = useQueryClient();
  const [problem, setProblem] = React.useState<Problem>();
  const [held, setHeld] = React.useState<{ id: number; over?: number }>();

  const save = async (id: number, to: number): Promise<void> => {
    const changes = moveRow(points, id, to);
    const rows = changes.flatMap((change) => points.filter((point) => point.id === change.id).map((point) => ({ point, sortOrder: change.sortOrder })));
    if (rows.length === 0) {
      return;
    }
    setProblem(undefined);
    rows.forEach(({ point, sortOrder }) => saved.obs({ ...point, sortOrder }));
    keepFocus(id);
    for (const { point, sortOrder } of rows) {
      const outcome = await (await store()).placeObs(point, sortOrder);
      if (outcome.kind !== 'saved') {
        setProblem(outcome.kind === 'refused' ? outcome.problem : undefined);
        announce(text('obs.notMoved'));
        await client.invalidateQueries(['month']);
        return;
      }
      saved.obs(outcome.row);
    }
    announce(text('obs.moved', Math.min(to, points.length - 1) + 1, points.length));
  };
  const move = (id: number, to: number): void => {
    if (to >= 0 && to < points.length) {
      save(id, to).catch((error: unknown) => setProblem(problemOf(error)));
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
        // Only points of the same level are moved among each other.
        if (held) {
          event.preventDefault();
          setHeld({ ...held, over: place });
        }
      },
      onDrop: (event) => {
        event.preventDefault();
        if (held) {
          const from = points.findIndex((point) => point.id === held.id);
          move(held.id, from < place ? place - 1 : place);
          setHeld(undefined);
        }
      }
    })
  };
}

/** The browser lets go of the focus of an element that is moved; it goes back to where it was in the point's card. */
function keepFocus(id: number): void {
  const card = document.querySelector<HTMLElement>(`[data-place="obs-${id}"]`);
  const focused = document.activeElement instanceof HTMLElement && card?.contains(document.activeElement) ? document.activeElement : undefined;
  setTimeout(() => {
    // A button that has become unusable at the end of the list gives the focus to the card.
    (focused instanceof HTMLButtonElement && focused.disabled ? card : focused)?.focus();
  }, 0);
}
