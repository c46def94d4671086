import { runCommand, type CommandTopic, type PlanCommand, type PlanStores } from '../../../src/plan/commands';
import type { Merge } from '../../../src/plan/merge/mergeFields';
import { chosen, suggestions, unitsOf } from '../../../src/plan/merge/choices';
import { deliver, isPassing, type OutboxShelf, type QueuedEdit } from '../../../src/plan/outbox';
import type { PlanStore } from '../../../src/plan/ports/planStore';
import { rowKeyOf } from '../../../src/plan/rowKey';
import type { WriteOutcome } from '../../../src/plan/problem';
import type { Stored } from '../../../src/plan/stored';

/** One row that several people write in, and what a kind of row needs. */
export interface SharedRow<Row extends Stored, Texts extends object, Command> {
  topic: CommandTopic<Row, Texts, Command>;
  /** The row as it stands; undefined before it is made. */
  read: (store: PlanStore) => Promise<Row | undefined>;
  toCommand: (base: Row | undefined, texts: Texts) => Command;
  /** Where people write words. */
  fields: readonly (keyof Texts)[];
  /** Fields that another answer has put out of sight: a no takes its explanation away. */
  hidden: (texts: Texts) => readonly (keyof Texts)[];
  /** Keeps a draft in the list; undefined where there must be none. */
  saveDraft?: (store: PlanStore, base: Row, texts: Texts) => Promise<WriteOutcome<Row, Texts>> | undefined;
  /** Undo; undefined where it is not offered. */
  restore?: (store: PlanStore, saved: Row, before: Row) => Promise<WriteOutcome<Row, Texts>> | undefined;
}

/** The kinds of command that are played; all of them at once are too many for the compiler. */
export type SharedCommand = Extract<PlanCommand, { topic: 'status' | 'obs' | 'followUp' | 'initiative' }>;

/** A person's browser: what it keeps outlives the tabs. */
export interface Browser<Row, Texts> {
  shelf: OutboxShelf;
  drafts: Map<string, Kept<Row, Texts>>;
  /** Words typed, and not taken away again by whoever typed them. */
  typed: Set<string>;
  /** Every version of the row that was on a screen. */
  seen: Texts[];
}

interface Kept<Row, Texts> {
  base: Row | undefined;
  texts: Texts;
  queued?: { id: string; revision: string };
  held: boolean;
}

export interface Tab<Texts> {
  opens(): Promise<void>;
  /** @param replace takes away what stands in the field first */
  types(word: string, field: number, replace: boolean): void;
  changes(change: Partial<Texts>): void;
  saves(): Promise<void>;
  keepsDraft(): Promise<void>;
  /** The tab is closed: the screen is gone. */
  closes(): void;
  chooses(how: 'mine' | 'theirs' | 'combined'): Promise<void>;
  sendsWaiting(): Promise<void>;
  undoes(): Promise<void>;
  /** What stands on the screen. */
  shown(): Texts[];
}

export const wordsOf = (text: unknown): string[] => String(text ?? '').match(/w\d+/g) ?? [];

export function browserOf<Row, Texts>(): Browser<Row, Texts> {
  const edits = new Map<string, QueuedEdit>();
  const shelf: OutboxShelf = {
    all: () => Array.from(edits.values()), find: (id) => edits.get(id), put: (edit) => { edits.set(edit.id, edit); return true; }, remove: (id) => { edits.delete(id); }
  };
  return { shelf, drafts: new Map(), typed: new Set(), seen: [] };
}

/**
 * Does what the editor and the outbox of the product do, over the same write path: texts are kept at every key, what
 * cannot be sent is queued, a merged or conflicting row is shown, and nothing is sent that was not on the screen.
 */
export function tabOf<Row extends Stored, Texts extends object, Command extends SharedCommand & { base?: Row; texts: Texts }>(
  stores: PlanStores, row: SharedRow<Row, Texts, Command>, browser: Browser<Row, Texts>, newName: () => string
): Tab<Texts> {
  const { topic } = row;
  const { shelf, drafts, typed, seen } = browser;
  let screen: { base: Row | undefined; texts: Texts; queued?: Kept<Row, Texts>['queued']; choice?: { command: Command; theirs: Row; merge: Merge<Texts> } } | undefined;
  let draftName = '';
  let saved: { row: Row; before: Row | undefined } | undefined;
  const baseTexts = (base: Row | undefined): Texts => (base ? topic.writtenOf(base) : topic.blank);
  const sees = (texts: Texts): void => { seen.push(texts); };
  const takesAway = (words: readonly string[]): void => words.forEach((word) => typed.delete(word));
  const keeps = (): void => {
    if (screen) {
      drafts.set(draftName, { base: screen.base, texts: screen.texts, queued: screen.queued, held: true });
    }
  };
  const myQueued = (): QueuedEdit | undefined => shelf.all().find(({ id, revision }) => id === screen?.queued?.id && revision === screen.queued.revision);
  const ends = (): void => {
    const queued = myQueued();
    if (queued) {
      shelf.remove(queued.id);
    }
    drafts.delete(draftName);
    screen = undefined;
  };
  const send = async (command: Command): Promise<void> => {
    // Also when the answer is lost, what was sent had been on the screen.
    sees(command.texts);
    const outcome = await topic.run(stores, command);
    if (outcome.kind === 'saved') {
      sees(topic.writtenOf(outcome.row));
      saved = { row: outcome.row, before: command.base };
      ends();
    } else if (outcome.kind !== 'refused') {
      sees(topic.writtenOf(outcome.theirs));
      screen = { ...screen, base: command.base, texts: command.texts, choice: { command, theirs: outcome.theirs, merge: outcome.merge } };
      keeps();
    } else if (outcome.problem.kind === 'offline') {
      shelf.put({ id: myQueued()?.id ?? newName(), key: rowKeyOf(command), label: '', command, revision: newName(), state: 'waiting' });
      drafts.delete(draftName);
      screen = undefined;
    } else if (!isPassing(outcome.problem) && outcome.problem.kind !== 'unexpected') {
      // A digest may be refused twice running; then it is said, and the text stays.
      throw new Error(`Refused: ${JSON.stringify(outcome.problem)}`);
    }
  };
  const tab: Tab<Texts> = {
    opens: async () => {
      if (screen) {
        return;
      }
      const now = await row.read(stores.plan).catch(() => 'unread' as const);
      if (now === 'unread') {
        return;
      }
      sees(baseTexts(now));
      const [from, draft] = Array.from(drafts).find(([, each]) => !each.held) ?? [];
      const edit = shelf.all()[0];
      if (from && draft) {
        draftName = from;
        screen = { base: draft.base, texts: draft.texts, queued: draft.queued };
      } else {
        draftName = newName();
        const waiting = edit?.command as Command | undefined;
        screen = waiting ? { base: waiting.base, texts: waiting.texts, queued: edit } : { base: now, texts: baseTexts(now) };
      }
      keeps();
    },
    types: (word, index, replace) => {
      if (screen && !screen.choice) {
        const field = row.fields[index % row.fields.length];
        if (row.hidden(screen.texts).includes(field)) {
          return;
        }
        const before = String(screen.texts[field] ?? '');
        if (replace) {
          takesAway(wordsOf(before));
        }
        typed.add(word);
        screen = { ...screen, texts: { ...screen.texts, [field]: replace ? word : `${before} ${word}`.trim() } };
        keeps();
      }
    },
    changes: (change) => {
      if (screen && !screen.choice) {
        screen = { ...screen, texts: { ...screen.texts, ...change } };
        const { texts } = screen;
        takesAway(row.hidden(texts).flatMap((field) => wordsOf(texts[field])));
        keeps();
      }
    },
    saves: async () => {
      if (screen && !screen.choice) {
        await send(row.toCommand(screen.base, screen.texts));
      }
    },
    keepsDraft: async () => {
      if (screen?.base && !screen.choice) {
        const { texts } = screen;
        const outcome = await row.saveDraft?.(stores.plan, screen.base, texts);
        if (outcome?.kind === 'saved') {
          sees(topic.writtenOf(outcome.row));
          drafts.delete(draftName);
          screen = { ...screen, base: outcome.row };
        }
      }
    },
    closes: () => {
      const draft = drafts.get(draftName);
      if (draft) {
        drafts.set(draftName, { ...draft, held: false });
      }
      screen = undefined;
      saved = undefined;
    },
    chooses: async (how) => {
      if (!screen?.choice) {
        return;
      }
      const { command, theirs, merge } = screen.choice;
      const mine: Texts = command.texts;
      if (how === 'theirs' && merge.conflicts.length === 0) {
        takesAway(row.fields.flatMap((field) => wordsOf(mine[field])));
        ends();
        return;
      }
      const sides = { mine, theirs: topic.writtenOf(theirs), combined: suggestions(topic.rules, merge, baseTexts(command.base), mine, topic.writtenOf(theirs)) };
      const texts = unitsOf(topic.rules, merge).reduce((whole, unit) => ({ ...whole, ...chosen(topic.rules, unit, how, sides) }), merge.texts);
      takesAway(row.fields.flatMap((field) => wordsOf(mine[field]).filter((word) => !wordsOf(texts[field]).includes(word))));
      takesAway(row.hidden(texts).flatMap((field) => wordsOf(texts[field])));
      screen = { ...screen, base: theirs, texts, choice: undefined };
      keeps();
      await send({ ...command, base: theirs, texts });
    },
    sendsWaiting: async () => {
      await deliver({ shelf, send: (command) => runCommand(stores, command), onSaved: () => undefined });
      const edit = shelf.all().find(({ state }) => state === 'choice');
      if (edit && !screen) {
        // Its writer opens the choice in the outbox: the edit is run again, and both are on the screen.
        const command = edit.command as Command;
        draftName = newName();
        screen = { base: command.base, texts: command.texts, queued: edit };
        await send(command);
      }
    },
    undoes: async () => {
      if (saved?.before) {
        const outcome = await row.restore?.(stores.plan, saved.row, saved.before);
        saved = undefined;
        if (outcome?.kind === 'saved') {
          sees(topic.writtenOf(outcome.row));
        }
      }
    },
    shown: () => (screen ? [screen.texts, ...(screen.choice ? [screen.choice.command.texts] : [])] : [])
  };
  return tab;
}
