import type { PlanCommand, PlanOutcome, PlanRow } from './commands';
import type { Problem } from './problem';

/** An edit that could not be sent when it was made. */
export interface QueuedEdit {
  /** Sorts by when it was queued. */
  id: string;
  /** The row it writes; see rowKeyOf. */
  key: string;
  /** What it is, for its reader: the title of the initiative. */
  label: string;
  command: PlanCommand;
  /** Another one each time the text is changed while it waits. */
  revision: string;
  /** `choice`: somebody saved first, so the writer must see both. `refused`: SharePoint will not have it. */
  state: 'waiting' | 'choice' | 'refused';
  problem?: Problem;
}

/** Where queued edits are kept, shared by every tab of the person. */
export interface OutboxShelf {
  /** In the order they were queued. */
  all(): QueuedEdit[];
  find(id: string): QueuedEdit | undefined;
  /** false: it is kept in this tab only and is lost when the tab is closed. */
  put(edit: QueuedEdit): boolean;
  remove(id: string): void;
}

export interface Delivering {
  shelf: OutboxShelf;
  send: (command: PlanCommand) => Promise<PlanOutcome>;
  onSaved: (row: PlanRow) => void;
}

/** What stopped the sending; undefined when nothing that can be sent is left. */
export type Stop = Problem | undefined;

/**
 * Sends what waits, in order. What passes by itself (no line, a busy server, a sign-out) stops the sending and leaves
 * everything waiting; what does not becomes a choice or a refusal, its text kept. One tab at a time should do this, but
 * two that do lose nothing: every write carries its ETag or its key.
 */
export async function deliver({ shelf, send, onSaved }: Delivering): Promise<Stop> {
  for (const { id } of shelf.all()) {
    // Read again: while the one before was sent, another tab may have sent or changed this one.
    const edit = shelf.find(id);
    if (edit?.state === 'waiting') {
      const outcome = await send(edit.command);
      if (outcome.kind === 'refused' && isPassing(outcome.problem)) {
        return outcome.problem;
      }
      settle(shelf, edit, outcome);
      if (outcome.kind === 'saved') {
        onSaved(outcome.row);
      }
    }
  }
  return undefined;
}

/** Problems that end by themselves: the edit is sent again later, as it is. */
export function isPassing(problem: Problem): boolean {
  return problem.kind === 'offline' || problem.kind === 'throttled' || problem.kind === 'signedOut';
}

/** The same edit over the row as it now stands. */
export function rebased(command: PlanCommand, row: PlanRow): PlanCommand {
  // Each kind of row has a column of its own that tells it.
  switch (command.topic) {
    case 'status':
      return 'reportKey' in row ? { ...command, base: row } : command;
    case 'obs':
      return 'raisedPeriod' in row ? { ...command, base: row } : command;
    case 'decision':
      return 'meetingId' in row ? { ...command, base: row } : command;
    case 'meeting':
      return 'meetingKey' in row ? { ...command, base: row } : command;
    case 'initiative':
      return 'lifecycle' in row ? { ...command, base: row } : command;
    case 'effort':
      return 'ownerRole' in row ? { ...command, base: row } : command;
    case 'economyLine':
      return 'budgetYear' in row ? { ...command, base: row } : command;
    case 'template':
      return 'casePresentation' in row && !('meetingKey' in row) ? { ...command, base: row } : command;
    default:
      return 'note' in row ? { ...command, base: row } : command;
  }
}

function settle(shelf: OutboxShelf, sent: QueuedEdit, outcome: PlanOutcome): void {
  const now = shelf.find(sent.id);
  if (outcome.kind !== 'saved') {
    shelf.put({ ...(now ?? sent), state: outcome.kind === 'refused' ? 'refused' : 'choice', problem: outcome.kind === 'refused' ? outcome.problem : undefined });
  } else if (now && now.revision !== sent.revision) {
    // Its writer went on while it was on its way: what was added waits for the next round, over what is now saved.
    shelf.put({ ...now, command: rebased(now.command, outcome.row) });
  } else {
    shelf.remove(sent.id);
  }
}
