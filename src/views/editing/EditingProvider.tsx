import * as React from 'react';
import type { OverviewRow } from '../../plan/overview';
import type { Period } from '../../plan/period';
import type { PlanSite } from '../../plan/ports/planStore';
import { reportKeyOf } from '../../plan/statusReport';
import { focusCell } from '../overview/useCellKeys';
import { createBrowserStore } from '../shared/browserStore';
import { createDraftStore, type DraftStore } from '../shared/drafts';
import { useServices } from '../shared/services';

/** The one thing that is being written in the table. */
export interface RowEdit {
  kind: 'status' | 'obs' | 'followUp' | 'decision' | 'meeting' | 'initiative' | 'order' | 'effort' | 'economyLine' | 'template';
  initiativeId: number;
  /** Which of the initiative's places in the table. */
  place: string;
  /** The field that the editor opens in. */
  field?: string;
  /** The OBS point; undefined when one is raised. */
  obsId?: number;
  closing?: boolean;
}

interface Editing {
  startEdit: (edit: RowEdit) => void;
  /** Closes the editor and gives the focus back to where it came from. */
  endEdit: () => void;
  hasDraft: (row: OverviewRow) => boolean;
  drafts: DraftStore;
  /** Tells the page that something stands unsaved, so that leaving asks. */
  setUnsaved: (unsaved: boolean) => void;
}

// Two contexts: rows use what can be done, which never changes while one edits; only the table asks which row is edited.
const EditingContext = React.createContext<Editing | undefined>(undefined);
const EditedRowContext = React.createContext<RowEdit | undefined>(undefined);

interface EditingProviderProps {
  site: PlanSite;
  period: Period;
  /** What is written next when an edit has ended; undefined gives the focus back to where it came from. */
  goesOn?: (ended: RowEdit) => RowEdit | undefined;
}

export const EditingProvider: React.FC<EditingProviderProps> = ({ site, period, goesOn, children }) => {
  const { now } = useServices();
  const [editedRow, setEditedRow] = React.useState<RowEdit>();
  const unsaved = React.useRef(false);
  const drafts = React.useMemo(() => createDraftStore(createBrowserStore(() => window.localStorage, `${site.url}|${site.me.id}`, now), now), [site.url, site.me.id, now]);
  const current = React.useRef<RowEdit>();
  current.current = editedRow;

  React.useEffect(() => {
    const ask = (event: BeforeUnloadEvent): void => {
      if (unsaved.current) {
        event.preventDefault();
        // Chromium asks only when a value is set; the words are the browser's own.
        event.returnValue = '';
      }
    };
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, []);

  const editing = React.useMemo((): Editing => ({
    drafts,
    startEdit: setEditedRow,
    endEdit: () => {
      const edit = current.current;
      unsaved.current = false;
      const next = edit && goesOn?.(edit);
      setEditedRow(next);
      if (next) {
        return;
      }
      // After the row has been drawn without its editor.
      setTimeout(() => {
        const cell = edit && document.querySelector<HTMLElement>(`[data-place="${CSS.escape(edit.place)}"][data-cell="${edit.kind === 'status' ? edit.field ?? 'progress' : edit.kind}"]`);
        if (cell) {
          focusCell(cell);
        }
      }, 0);
    },
    hasDraft: (row) => drafts.has(statusDraftKey(row, { period })),
    setUnsaved: (value) => { unsaved.current = value; }
  }), [drafts, period, goesOn]);
  return <EditingContext.Provider value={editing}><EditedRowContext.Provider value={editedRow}>{children}</EditedRowContext.Provider></EditingContext.Provider>;
};

/** The name of a row's draft in the month. */
export function statusDraftKey(row: OverviewRow, month: { period: Period }): string {
  return reportKeyOf({ kind: 'initiative', id: row.initiative.id }, month.period);
}

/** What is being edited; asked by the table alone. */
export function useEditedRow(): RowEdit | undefined {
  return React.useContext(EditedRowContext);
}

/** @throws Error outside an EditingProvider */
export function useEditing(): Editing {
  const editing = React.useContext(EditingContext);
  if (!editing) {
    throw new Error('useEditing needs an EditingProvider above it.');
  }
  return editing;
}
