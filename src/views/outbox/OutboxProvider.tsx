import { useQueryClient } from '@tanstack/react-query';
import * as React from 'react';
import type { PlanCommand, PlanOutcome } from '../../plan/commands';
import { boardMeetingOf, isLocked } from '../../plan/meeting';
import { deliver, type QueuedEdit, type Stop } from '../../plan/outbox';
import type { PlanSite } from '../../plan/ports/planStore';
import { problemOf } from '../../plan/problem';
import { rowKeyOf } from '../../plan/rowKey';
import { useAnnounce } from '../shared/announcer';
import { createBrowserStore } from '../shared/browserStore';
import { usePlanStores } from '../shared/meetingQueries';
import { newClientKey } from '../shared/newClientKey';
import { usePace, useServices } from '../shared/services';
import { text } from '../shared/texts';
import { inOneTab } from './oneTab';
import { createOutboxShelf } from './outboxShelf';

interface Outbox {
  /** Keeps an edit until it can be sent; instead of `earlier`, when it was written on from that. */
  queue: (command: PlanCommand, label: string, earlier?: QueuedEdit) => void;
  /** The same edit in another state, or with another text. */
  change: (edit: QueuedEdit) => void;
  remove: (edit: QueuedEdit) => void;
  sendNow: () => void;
}

interface OutboxLine {
  sending: boolean;
  /** What keeps the edits from being sent. */
  stop: Stop;
  /** Something is kept in this tab alone: the browser's store is full or blocked. */
  unkept: boolean;
}

// Three contexts, so that five hundred rows are not drawn again because a countdown starts.
const OutboxContext = React.createContext<Outbox | undefined>(undefined);
const EditsContext = React.createContext<readonly QueuedEdit[]>([]);
const LineContext = React.createContext<OutboxLine>({ sending: false, stop: undefined, unkept: false });

/** Keeps edits that could not be sent, over reloads and tabs, and sends them when the line is back. */
export const OutboxProvider: React.FC<{ site: PlanSite }> = ({ site, children }) => {
  const { store, now } = useServices();
  const stores = usePlanStores();
  const { tryLine } = usePace();
  const announce = useAnnounce();
  const client = useQueryClient();
  const owner = `${site.url}|${site.me.id}`;
  const shelf = React.useMemo(() => createOutboxShelf(createBrowserStore(() => window.localStorage, owner, now)), [owner, now]);
  const [edits, setEdits] = React.useState(() => shelf.all());
  const [line, setLine] = React.useState<OutboxLine>({ sending: false, stop: undefined, unkept: false });
  const meetings = React.useRef(site.meetings);
  meetings.current = site.meetings;
  const refresh = React.useCallback(() => setEdits(shelf.all()), [shelf]);

  const send = React.useCallback(async (command: PlanCommand): Promise<PlanOutcome> => {
    if (command.topic === 'status' && isLocked(boardMeetingOf(meetings.current, command.start.period))) {
      return { kind: 'refused', problem: { kind: 'locked' } };
    }
    // How each kind of row is written is fetched when something waits to be; without a line that waits as well.
    const commands = await import(/* webpackChunkName: 'commands' */ '../../plan/commands').catch(() => undefined);
    return commands ? commands.runCommand(stores, command) : { kind: 'refused', problem: { kind: 'offline' } };
  }, [stores]);

  const sendNow = React.useCallback(() => {
    const work = async (): Promise<void> => {
      const before = shelf.all().filter(({ state }) => state === 'waiting').length;
      if (before === 0) {
        return;
      }
      setLine((earlier) => ({ ...earlier, sending: true }));
      let stop: Stop;
      try {
        // Somebody else may have signed in since: what waits is sent in the writer's name or not at all.
        const person = await store.whoIsSignedIn();
        stop = person.id === site.me.id ? await deliver({ shelf, send, onSaved: () => undefined }) : { kind: 'signedOut' };
      } catch (error) {
        stop = problemOf(error);
      }
      const after = shelf.all().filter(({ state }) => state === 'waiting').length;
      setLine((earlier) => ({ ...earlier, sending: false, stop, unkept: earlier.unkept && after > 0 }));
      refresh();
      if (after < before) {
        announce(text(after === 0 ? 'outbox.sent' : 'outbox.sentSome'));
        ['month', 'history', 'decisions', 'meeting', 'economy'].forEach((name) => { client.invalidateQueries([name]).catch(() => undefined); });
      }
    };
    inOneTab(`udmoentningsplan|${owner}`, work).catch(() => undefined);
  }, [shelf, send, store, site.me.id, owner, refresh, announce, client]);

  const outbox = React.useMemo((): Outbox => {
    const put = (edit: QueuedEdit): void => {
      const kept = shelf.put(edit);
      setLine((earlier) => ({ ...earlier, unkept: earlier.unkept || !kept }));
      refresh();
    };
    /** Sorts after all that wait already, also within one tick of the clock. */
    const nextId = (): string => `${now().toISOString()}-${String(shelf.all().length).padStart(4, '0')}-${newClientKey()}`;
    return {
      sendNow,
      queue: (command, label, earlier) => {
        put({ id: earlier?.id ?? nextId(), key: rowKeyOf(command), label, command, revision: newClientKey(), state: 'waiting' });
        setLine((before) => ({ ...before, stop: before.stop ?? { kind: 'offline' } }));
      },
      change: (edit) => { put({ ...edit, revision: newClientKey() }); sendNow(); },
      remove: ({ id }) => { shelf.remove(id); refresh(); }
    };
  }, [shelf, now, refresh, sendNow]);

  const waits = edits.some(({ state }) => state === 'waiting');
  // When the page opens, when the line comes back, when another tab has queued, and now and then in between.
  React.useEffect(sendNow, [sendNow]);
  React.useEffect(() => {
    window.addEventListener('online', sendNow);
    window.addEventListener('storage', refresh);
    return () => {
      window.removeEventListener('online', sendNow);
      window.removeEventListener('storage', refresh);
    };
  }, [sendNow, refresh]);
  React.useEffect(() => {
    if (!waits || line.sending) {
      return undefined;
    }
    const timer = setTimeout(sendNow, line.stop?.kind === 'throttled' ? line.stop.seconds * 1000 : tryLine);
    return () => clearTimeout(timer);
  }, [waits, line, tryLine, sendNow]);
  React.useEffect(() => {
    if (!line.unkept) {
      return undefined;
    }
    const ask = (event: BeforeUnloadEvent): void => { event.preventDefault(); event.returnValue = ''; };
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [line.unkept]);

  return (
    <OutboxContext.Provider value={outbox}>
      <EditsContext.Provider value={edits}>
        <LineContext.Provider value={line}>{children}</LineContext.Provider>
      </EditsContext.Provider>
    </OutboxContext.Provider>
  );
};

/** @throws Error outside an OutboxProvider */
export function useOutbox(): Outbox {
  const outbox = React.useContext(OutboxContext);
  if (!outbox) {
    throw new Error('useOutbox needs an OutboxProvider above it.');
  }
  return outbox;
}

/** Everything that has not been sent, in order. */
export function useQueuedEdits(): readonly QueuedEdit[] {
  return React.useContext(EditsContext);
}

export function useOutboxLine(): OutboxLine {
  return React.useContext(LineContext);
}
