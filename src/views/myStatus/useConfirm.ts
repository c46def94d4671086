import * as React from 'react';
import { statusTopic, type StatusCommand } from '../../plan/commands';
import type { NewStatus } from '../../plan/ports/planStore';
import { problemOf, type Problem } from '../../plan/problem';
import type { StatusReport, StatusTexts } from '../../plan/statusReport';
import { useOutbox } from '../outbox/OutboxProvider';
import { useAnnounce } from '../shared/announcer';
import { usePlanStores } from '../shared/meetingQueries';
import { useSavedRows } from '../shared/queries';
import { text } from '../shared/texts';

interface ConfirmOptions {
  start: NewStatus;
  report: StatusReport | undefined;
  /** Last time's status; undefined when it cannot be confirmed. */
  texts: StatusTexts | undefined;
  onConfirmed: () => void;
  /** Somebody has written meanwhile: nothing was sent, and the form shows what. */
  onOthers: () => void;
}

/** Hands in last time's status as this month's, by one key. */
export function useConfirm({ start, report, texts, onConfirmed, onOthers }: ConfirmOptions): { saving: boolean; problem: Problem | undefined; run: () => void } {
  const stores = usePlanStores();
  const saved = useSavedRows();
  const outbox = useOutbox();
  const announce = useAnnounce();
  const [state, setState] = React.useState<{ saving: boolean; problem?: Problem }>({ saving: false });
  const send = async (command: StatusCommand): Promise<void> => {
    setState({ saving: true });
    const outcome = await statusTopic.run(stores, command);
    setState({ saving: false, problem: outcome.kind === 'refused' && outcome.problem.kind !== 'offline' ? outcome.problem : undefined });
    if (outcome.kind === 'saved') {
      saved.report(outcome.row);
      announce(text('my.confirmed', start.title));
      onConfirmed();
    } else if (outcome.kind !== 'refused') {
      saved.report(outcome.theirs);
      announce(text('editor.savedMeanwhile'));
      onOthers();
    } else if (outcome.problem.kind === 'offline') {
      outbox.queue(command, text('status.heading', start.title));
      announce(text('outbox.queued'));
      onConfirmed();
    }
  };
  return {
    saving: state.saving, problem: state.problem,
    run: () => {
      if (texts && !state.saving) {
        send({ topic: 'status', start, base: report, texts, onBehalfOf: '' }).catch((error: unknown) => setState({ saving: false, problem: problemOf(error) }));
      }
    }
  };
}
