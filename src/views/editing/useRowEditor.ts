import { notifyManager } from '@tanstack/react-query';
import * as React from 'react';
import type { Problem } from '../../plan/problem';
import { isSameVersion } from '../../plan/stored';
import { useAnnounce } from '../shared/announcer';
import { writeProblemText } from '../shared/problemText';
import { text } from '../shared/texts';
import { useEditing } from './EditingProvider';

interface RowEditorOptions<Row extends { etag: string }, Texts> {
  draftKey: string;
  /** The row as it stood when the editor was opened; undefined when there is none yet. */
  row: Row | undefined;
  initial: Texts;
  save: (base: Row | undefined, texts: Texts) => Promise<{ kind: 'saved'; row: Row } | { kind: 'merged' | 'conflict'; theirs: Row } | { kind: 'refused'; problem: Problem }>;
  onSaved: (row: Row) => void;
}

export interface RowEditor<Row, Texts> {
  texts: Texts;
  change: (change: Partial<Texts>) => void;
  submit: () => void;
  /** Closes; what was typed stays as a draft in the browser. */
  leave: () => void;
  /** Throws the text away and closes. */
  discard: () => void;
  saving: boolean;
  problem: Problem | undefined;
  /** The row that somebody saved first. */
  theirs: Row | undefined;
  takeTheirs: () => void;
  keepMine: () => void;
  /** The text was found in the browser, not in the list. */
  fromDraft: boolean;
  /** The browser would not keep a draft. */
  notKept: boolean;
}

/**
 * What every editor in the table shares: the text as it is typed, its draft in the browser, saving over the row it was
 * begun on, and the choice when somebody else was first. The row is held from the moment the editor opens, so that
 * nothing read in the background changes it under the writer's hands.
 */
export function useRowEditor<Row extends { etag: string }, Texts extends object>(options: RowEditorOptions<Row, Texts>): RowEditor<Row, Texts> {
  const { drafts, endEdit, setUnsaved } = useEditing();
  const announce = useAnnounce();
  const [begun] = React.useState(() => ({ base: options.row, draft: drafts.read<Texts>(options.draftKey) }));
  const [base, setBase] = React.useState(begun.base);
  const [texts, setTexts] = React.useState<Texts>(begun.draft?.texts ?? options.initial);
  // A draft that was begun on an older row is a conflict before anything is sent: saving it would write over unseen text.
  const [state, setState] = React.useState<{ saving: boolean; problem?: Problem; theirs?: Row }>(() => ({
    saving: false, theirs: begun.draft && begun.base && !isSameVersion(begun.draft.baseEtag, begun.base.etag) ? begun.base : undefined
  }));
  const [notKept, setNotKept] = React.useState(false);
  const latest = React.useRef(options);
  latest.current = options;

  const change = (changes: Partial<Texts>): void => {
    const next = { ...texts, ...changes };
    setTexts(next);
    setUnsaved(true);
    setNotKept(!drafts.write(options.draftKey, next, base?.etag ?? ''));
  };
  // The row that was put in the cache is drawn first: without this the old text would be seen for a moment.
  const endAfterDrawing = (): void => notifyManager.schedule(endEdit);
  const save = async (over: Row | undefined): Promise<void> => {
    setState({ saving: true });
    const outcome = await latest.current.save(over, texts);
    if (outcome.kind === 'saved') {
      drafts.remove(options.draftKey);
      latest.current.onSaved(outcome.row);
      announce(text('save.done'));
      endAfterDrawing();
    } else if (outcome.kind !== 'refused') {
      setState({ saving: false, theirs: outcome.theirs });
    } else {
      setState({ saving: false, problem: outcome.problem });
      announce(writeProblemText(outcome.problem));
    }
  };
  const run = (over: Row | undefined): void => {
    save(over).catch((error: unknown) => setState({ saving: false, problem: { kind: 'unexpected', message: error instanceof Error ? error.message : String(error) } }));
  };
  return {
    texts, change, notKept, fromDraft: begun.draft !== undefined, ...state, problem: state.problem, theirs: state.theirs,
    submit: () => run(base),
    leave: endEdit,
    discard: () => { drafts.remove(options.draftKey); endEdit(); },
    takeTheirs: () => {
      if (state.theirs) {
        latest.current.onSaved(state.theirs);
      }
      drafts.remove(options.draftKey);
      endAfterDrawing();
    },
    keepMine: () => { setBase(state.theirs); run(state.theirs); }
  };
}

/** Ctrl+Enter saves and Esc leaves, wherever in the editor the keys are pressed. */
export function editorKeys(submit: () => void, leave: () => void): React.KeyboardEventHandler {
  return (event) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      submit();
    } else if (event.key === 'Escape' && !event.defaultPrevented) {
      event.preventDefault();
      event.stopPropagation();
      leave();
    }
  };
}
