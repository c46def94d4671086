import { notifyManager } from '@tanstack/react-query';
import * as React from 'react';
import type { CommandTopic, PlanCommand } from '../../plan/commands';
import { changedFields, isUnseen, mergeFields, type Merge } from '../../plan/merge/mergeFields';
import type { QueuedEdit } from '../../plan/outbox';
import type { Problem, WriteOutcome } from '../../plan/problem';
import { isSameVersion, type Stored } from '../../plan/stored';
import { useOutbox, useQueuedEdits } from '../outbox/OutboxProvider';
import { useAnnounce } from '../shared/announcer';
import type { DraftStore } from '../shared/drafts';
import { usePlanStores } from '../shared/meetingQueries';
import { newClientKey } from '../shared/newClientKey';
import { writeProblemText } from '../shared/problemText';
import { text } from '../shared/texts';
import { useEditing } from './EditingProvider';
import { useServerDraft } from './useServerDraft';

export interface RowEditorOptions<Row extends Stored, Texts, Written extends object, Command> {
  draftKey: string;
  /** What the row is called where an edit of it waits to be sent. */
  label: string;
  /** The row as it stands now; undefined when there is none yet. */
  row: Row | undefined;
  initial: Texts;
  topic: CommandTopic<Row, Written, Command>;
  toCommand: (base: Row | undefined, texts: Texts) => Command;
  /** The form of what was written: of a choice between two edits, or of an edit that waits. */
  toForm: (written: Written, texts: Texts) => Texts;
  /** A queued edit of this row, when one waits. */
  isQueued: (command: PlanCommand) => command is PlanCommand & Command;
  /** @param before the row as it was when it was written over, for undo */
  onSaved: (row: Row, before: Row | undefined) => void;
  /** It could not be sent, and waits for the line. */
  onQueued?: () => void;
  /** What the list says now, when it was somebody else who saved. */
  onSeen: (row: Row) => void;
  /** Keeps the text as a draft in the list; undefined where it must not be. */
  saveDraft?: (base: Row | undefined, texts: Texts) => Promise<WriteOutcome<Row, Written>> | undefined;
  /** The row in the list is itself a draft. */
  isDraft?: boolean;
  /** What a text that is thrown away leaves in the list, where it was kept there; without it an empty one. */
  takenBack?: Texts;
}

/** Somebody saved first: what the writer sees before anything is saved. */
export interface EditChoice<Row, Written, Command> {
  command: Command;
  base: Written;
  theirs: Row;
  merge: Merge<Written>;
}

export interface RowEditor<Row, Texts, Written extends object, Command> {
  topic: CommandTopic<Row, Written, Command>;
  texts: Texts;
  change: (change: Partial<Texts>) => void;
  submit: () => void;
  /** Closes; what was typed stays as a draft. */
  leave: () => void;
  /** Throws the text away and closes. */
  discard: () => void;
  saving: boolean;
  problem: Problem | undefined;
  /** Stops waiting for a busy server; the text stays. */
  stopWaiting: () => void;
  choice: EditChoice<Row, Written, Command> | undefined;
  choose: (written: Written) => void;
  /** Keeps what is being made of both while the choice stands. */
  keepCombined: (written: Written) => void;
  takeTheirs: () => void;
  /** Back from the choice to the form. */
  writeOn: () => void;
  /** Somebody has saved in the row since the text was begun. */
  savedMeanwhile: boolean;
  seeDifferences: () => void;
  /** The text was found as a draft when the editor opened. */
  restored: boolean;
  /** The text is a draft, found or kept since. */
  fromDraft: boolean;
  /** The browser would not keep a draft. */
  notKept: boolean;
  /** The text as it stands is kept in the list. */
  keptInList: boolean;
}

/**
 * What every editor in the table shares: the text as it is typed, its drafts, saving over the row it was begun on, the
 * choice when somebody else was first, and the queue when there is no line. The row is held from the moment the editor
 * opens, so that nothing read in the background changes it under the writer's hands.
 */
export function useRowEditor<Row extends Stored, Texts extends object, Written extends object, Command extends PlanCommand & { base?: Row; texts: Written }>(
  options: RowEditorOptions<Row, Texts, Written, Command>
): RowEditor<Row, Texts, Written, Command> {
  const { drafts, endEdit, setUnsaved } = useEditing();
  const stores = usePlanStores();
  const outbox = useOutbox();
  const edits = useQueuedEdits();
  const announce = useAnnounce();
  const latest = React.useRef(options);
  latest.current = options;
  const { topic, row } = options;
  const [begun] = React.useState(() => begin(options, drafts, edits));
  const [restored] = React.useState(begun.fromDraft || options.isDraft === true);
  const [base, setBase] = React.useState(begun.base);
  const [texts, setTexts] = React.useState(begun.texts);
  const combined = React.useRef<Texts>();
  const [state, setState] = React.useState<{ saving: boolean; problem?: Problem; choice?: EditChoice<Row, Written, Command> }>({ saving: false });
  const [notKept, setNotKept] = React.useState(false);

  const written = (over: Row | undefined, form: Texts): Written => options.toCommand(over, form).texts;
  const baseTexts = (over: Row | undefined): Written => (over ? topic.writtenOf(over) : topic.blank);
  const dropDraft = (): void => drafts.remove(options.draftKey, begun.draftId);
  const keep = (form: Texts, over: Row | undefined): void => setNotKept(!drafts.write<Texts, Row>(options.draftKey, begun.draftId, { texts: form, base: over, queued: begun.queued }));
  /** The queued edit that this text was written on from. Another tab's, or one that has another text by now, is left alone. */
  const queuedEdit = (): QueuedEdit | undefined => edits.find(({ id, revision }) => id === begun.queued?.id && revision === begun.queued.revision);
  const others = row && !(base && isSameVersion(row.etag, base.etag)) ? row : undefined;
  const against = others && mergeFields(topic.rules, baseTexts(base), written(base, texts), topic.writtenOf(others));
  const unseen = against !== undefined && isUnseen(against);
  // Saved by others without a word of it being in the way, or by ourselves a moment ago: the text is now upon that row.
  React.useEffect(() => {
    if (others && !unseen) {
      setBase(others);
    }
  }, [others, unseen]);

  const latestTexts = React.useRef(texts);
  latestTexts.current = texts;
  const latestBase = React.useRef(base);
  latestBase.current = base;
  const serverDraft = useServerDraft<Row, Texts, Written>({
    texts, base, isChanged: changedFields(topic.rules, baseTexts(base), written(base, texts)).length > 0 && !state.choice,
    save: options.saveDraft,
    onKept: (kept, sent, mounted) => {
      latest.current.onSeen(kept);
      if (!mounted || sent === latestTexts.current) {
        dropDraft();
        setUnsaved(false);
      }
      if (mounted) {
        latestBase.current = kept;
        setBase(kept);
      }
    },
    onOthers: options.onSeen
  });

  const seeDifferences = (): void => {
    if (others && against) {
      combined.current = undefined;
      setState({ saving: false, choice: { command: options.toCommand(base, texts), base: baseTexts(base), theirs: others, merge: against } });
    }
  };
  // Closed in whichever way, the draft is there for the next editor, in any tab.
  React.useEffect(() => {
    const release = (): void => drafts.release(options.draftKey, begun.draftId);
    window.addEventListener('pagehide', release);
    return () => {
      window.removeEventListener('pagehide', release);
      release();
    };
  }, [drafts, options.draftKey, begun.draftId]);
  // A draft that was begun on an older row is a choice before anything is sent.
  React.useEffect(() => {
    if (begun.fromDraft && unseen) {
      seeDifferences();
    }
    // Only when the editor opens: later the writer asks for it.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);

  const change = (changes: Partial<Texts>): void => {
    const next = { ...texts, ...changes };
    setTexts(next);
    setUnsaved(true);
    keep(next, base);
  };
  // The row that was put in the cache is drawn first: without this the old text would be seen for a moment.
  const end = (): void => {
    serverDraft.stop();
    dropDraft();
    const queued = queuedEdit();
    if (queued) {
      outbox.remove(queued);
    }
    notifyManager.schedule(endEdit);
  };
  const send = async (makeCommand: () => Command): Promise<void> => {
    setState({ saving: true });
    await serverDraft.settled();
    const command = makeCommand();
    const outcome = await topic.run(stores, command);
    if (outcome.kind === 'saved') {
      latest.current.onSaved(outcome.row, command.base);
      end();
    } else if (outcome.kind !== 'refused') {
      setState({ saving: false, choice: { command, base: baseTexts(command.base), theirs: outcome.theirs, merge: outcome.merge } });
    } else if (outcome.problem.kind === 'offline') {
      serverDraft.stop();
      outbox.queue(command, options.label, queuedEdit());
      dropDraft();
      announce(text('outbox.queued'));
      latest.current.onQueued?.();
      endEdit();
    } else {
      setState({ saving: false, problem: outcome.problem });
      announce(writeProblemText(outcome.problem));
    }
  };
  const run = (makeCommand: () => Command): void => {
    send(makeCommand).catch((error: unknown) => setState({ saving: false, problem: { kind: 'unexpected', message: error instanceof Error ? error.message : String(error) } }));
  };
  return {
    topic, texts, change, notKept, saving: state.saving, problem: state.problem, choice: state.choice, restored, fromDraft: begun.fromDraft || options.isDraft === true, keptInList: serverDraft.kept,
    savedMeanwhile: unseen && !state.choice,
    submit: () => run(() => latest.current.toCommand(latestBase.current, latestTexts.current)),
    stopWaiting: () => setState({ saving: false }),
    seeDifferences,
    leave: endEdit,
    discard: () => {
      serverDraft.takeBack(options.takenBack ?? options.toForm(topic.blank, texts), options.isDraft === true);
      end();
    },
    takeTheirs: () => {
      if (state.choice) {
        options.onSeen(state.choice.theirs);
      }
      end();
    },
    choose: (chosen) => {
      if (state.choice) {
        const { command, theirs } = state.choice;
        const form = options.toForm(chosen, texts);
        setTexts(form);
        setBase(theirs);
        keep(form, theirs);
        run(() => ({ ...command, base: theirs, texts: chosen }));
      }
    },
    keepCombined: (written) => {
      combined.current = options.toForm(written, texts);
      keep(combined.current, base);
    },
    writeOn: () => {
      if (combined.current) {
        change(combined.current);
        combined.current = undefined;
      }
      setState({ saving: false });
    }
  };
}

interface Beginning<Row, Texts> {
  base: Row | undefined;
  texts: Texts;
  fromDraft: boolean;
  /** The name that the editor's draft has in the browser. */
  draftId: string;
  queued?: { id: string; revision: string };
}

/** What the editor opens with: a draft, else an edit that waits to be sent, else the row. */
function begin<Row extends Stored, Texts, Written extends object, Command extends PlanCommand & { base?: Row; texts: Written }>(
  { draftKey, row, initial, toForm, toCommand, topic, isQueued }: RowEditorOptions<Row, Texts, Written, Command>, drafts: DraftStore, edits: readonly QueuedEdit[]
): Beginning<Row, Texts> {
  const found = drafts.find<Texts, Row>(draftKey);
  if (found) {
    const { texts, base, queued } = found.draft;
    const before = base ? topic.writtenOf(base) : topic.blank;
    const merge = mergeFields(topic.rules, before, toCommand(base, texts).texts, row ? topic.writtenOf(row) : before);
    // A draft that has nothing which the row has not is none: the text was saved since, here or from another computer.
    if (merge.conflicts.length > 0 || changedFields(topic.rules, row ? topic.writtenOf(row) : before, merge.texts).length > 0) {
      return { base, texts, fromDraft: true, draftId: found.id, queued };
    }
    drafts.remove(draftKey, found.id);
  }
  for (const { id, revision, command } of edits) {
    if (isQueued(command)) {
      return { base: command.base, texts: toForm(command.texts, initial), fromDraft: true, draftId: newClientKey(), queued: { id, revision } };
    }
  }
  return { base: row, texts: initial, fromDraft: false, draftId: newClientKey() };
}
