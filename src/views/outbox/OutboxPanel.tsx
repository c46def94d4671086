import * as React from 'react';
import {
  decisionTopic, economyTopic, effortTopic, followUpTopic, initiativeTopic, meetingTopic, obsTopic, statusTopic, templateTopic, type CommandTopic
} from '../../plan/commands';
import type { Merge } from '../../plan/merge/mergeFields';
import type { QueuedEdit } from '../../plan/outbox';
import type { Stored } from '../../plan/stored';
import ConflictChoice from '../editing/ConflictChoice';
import {
  decisionFieldViews, economyFieldViews, effortFieldViews, followUpFieldViews, meetingFieldViews, obsFieldViews, statusFieldViews, templateFieldViews, useSubjectTitle, type FieldView
} from '../editing/fieldViews';
import { useInitiativeViews } from '../initiatives/initiativeViews';
import { useSavedTemplate } from '../shared/annexQueries';
import { useSavedLine } from '../shared/economyQueries';
import { usePlanStores, useSavedDecisions } from '../shared/meetingQueries';
import { writeProblemText } from '../shared/problemText';
import { useSavedRows } from '../shared/queries';
import styles from '../shared/shared.module.scss';
import { text } from '../shared/texts';
import { useOutbox, useQueuedEdits } from './OutboxProvider';

/** Every edit that has not been sent, with its text and what can be done. */
const OutboxPanel: React.FC = () => {
  const edits = useQueuedEdits();
  return (
    <ul className={styles.outboxEdits}>
      {edits.map((edit) => (
        <li key={edit.id}>
          <h4>{edit.label}</h4>
          <QueuedEditView edit={edit} />
        </li>
      ))}
    </ul>
  );
};

const QueuedEditView: React.FC<{ edit: QueuedEdit }> = ({ edit }) => {
  const saved = useSavedRows();
  const decided = useSavedDecisions();
  const savedLine = useSavedLine();
  const savedTemplate = useSavedTemplate();
  const titleOf = useSubjectTitle();
  const initiativeViews = useInitiativeViews();
  const { command } = edit;
  switch (command.topic) {
    case 'status':
      return <EditView edit={edit} command={command} topic={statusTopic} views={statusFieldViews()} onSaved={saved.report} />;
    case 'obs':
      return <EditView edit={edit} command={command} topic={obsTopic} views={obsFieldViews(titleOf)} onSaved={saved.obs} />;
    case 'decision':
      return <EditView edit={edit} command={command} topic={decisionTopic} views={decisionFieldViews(titleOf)} onSaved={decided.decision} />;
    case 'meeting':
      return <EditView edit={edit} command={command} topic={meetingTopic} views={meetingFieldViews(titleOf)} onSaved={decided.details} />;
    case 'initiative':
      return <EditView edit={edit} command={command} topic={initiativeTopic} views={initiativeViews} onSaved={saved.initiative} />;
    case 'effort':
      return <EditView edit={edit} command={command} topic={effortTopic} views={effortFieldViews(titleOf)} onSaved={saved.effort} />;
    case 'economyLine':
      return <EditView edit={edit} command={command} topic={economyTopic} views={economyFieldViews(titleOf)} onSaved={savedLine} />;
    case 'template':
      return <EditView edit={edit} command={command} topic={templateTopic} views={templateFieldViews()} onSaved={savedTemplate} />;
    default:
      return <EditView edit={edit} command={command} topic={followUpTopic} views={followUpFieldViews()} onSaved={decided.followUp} />;
  }
};

interface EditViewProps<Row, Written extends object, Command> {
  edit: QueuedEdit;
  command: Command;
  topic: CommandTopic<Row, Written, Command>;
  views: FieldView<Written>[];
  onSaved: (row: Row) => void;
}

/** One edit: its text, and either the choice between it and what was saved first, or the way on. */
function EditView<Row extends Stored, Written extends object, Command extends QueuedEdit['command'] & { base?: Row; texts: Written }>(
  { edit, command, topic, views, onSaved }: EditViewProps<Row, Written, Command>
): React.ReactElement {
  const stores = usePlanStores();
  const outbox = useOutbox();
  const [choice, setChoice] = React.useState<{ theirs: Row; merge: Merge<Written> }>();
  const [busy, setBusy] = React.useState(false);
  const [sure, setSure] = React.useState(false);
  const base = command.base ? topic.writtenOf(command.base) : topic.blank;
  const send = async (next: Command): Promise<void> => {
    setBusy(true);
    const outcome = await topic.run(stores, next);
    setBusy(false);
    if (outcome.kind === 'saved') {
      outbox.remove(edit);
      onSaved(outcome.row);
    } else if (outcome.kind === 'refused') {
      outbox.change({ ...edit, command: next, state: outcome.problem.kind === 'offline' || outcome.problem.kind === 'throttled' || outcome.problem.kind === 'signedOut' ? 'waiting' : 'refused', problem: outcome.problem });
    } else {
      setChoice(outcome);
    }
  };
  const run = (next: Command): void => { send(next).catch(() => setBusy(false)); };
  if (choice) {
    return (
      <ConflictChoice
        rules={topic.rules} views={views} base={base} mine={command.texts} theirs={topic.writtenOf(choice.theirs)} merge={choice.merge} saving={busy}
        onSave={(texts) => run({ ...command, base: choice.theirs, texts })}
        onTakeTheirs={() => { outbox.remove(edit); onSaved(choice.theirs); }}
      />
    );
  }
  return (
    <>
      <p>{text(edit.state === 'waiting' ? 'outbox.state.waiting' : edit.state === 'choice' ? 'outbox.state.choice' : 'outbox.state.refused')}</p>
      {edit.problem && <p className={styles.notice}>{writeProblemText(edit.problem)}</p>}
      <dl>{views.filter((view) => view.value(command.texts) !== '').map((view) => <div key={view.name}><dt>{view.name}</dt><dd className={styles.running}>{view.value(command.texts)}</dd></div>)}</dl>
      <p className={styles.editorButtons}>
        {edit.state === 'choice' && <button type="button" className={styles.primaryButton} disabled={busy} onClick={() => run(command)}>{text('outbox.choose')}</button>}
        {edit.state === 'refused' && <button type="button" className={styles.button} disabled={busy} onClick={() => run(command)}>{text('problem.retry')}</button>}
        <button type="button" className={styles.button} disabled={busy} onClick={() => (sure ? outbox.remove(edit) : setSure(true))}>{text(sure ? 'outbox.discardSure' : 'outbox.discard')}</button>
      </p>
    </>
  );
}

export default OutboxPanel;
