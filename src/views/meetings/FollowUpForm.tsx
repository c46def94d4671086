import { ComboBox } from '@fluentui/react/lib/ComboBox';
import { TextField } from '@fluentui/react/lib/TextField';
import * as React from 'react';
import { followUpTopic, type FollowUpCommand } from '../../plan/commands';
import type { Decision } from '../../plan/decision';
import { followUpWritingOf, unwrittenFollowUp, type FollowUp, type FollowUpState, type FollowUpWriting } from '../../plan/followUp';
import type { PlanRole } from '../../plan/planRoles';
import { looksLikeCpr } from '../../plan/privacy';
import { meetingDateTrouble } from '../../plan/rounds/roundDates';
import { EditorFooter } from '../editing/EditorFooter';
import { editorKeys } from '../editing/editorKeys';
import { followUpFieldViews } from '../editing/fieldViews';
import { useRowEditor } from '../editing/useRowEditor';
import { DateField } from '../rounds/DateField';
import { FluentFrame } from '../shared/FluentFrame';
import { useMeetingStore, usePlanStores, useSavedDecisions } from '../shared/meetingQueries';
import { newClientKey } from '../shared/newClientKey';
import { useSavedMessage } from '../shared/SavedMessage';
import styles from '../shared/shared.module.scss';
import { text } from '../shared/texts';
import { decisionKeyOf } from './minutePlaces';

interface FollowUpFormProps {
  /** What it follows from; a decision that waits to be sent has no id but its key. */
  decision: Pick<Decision, 'id' | 'clientKey' | 'initiativeIds'>;
  waits: boolean;
  /** The one that is changed; undefined: a new one. */
  followUp?: FollowUp;
  roles: readonly PlanRole[];
  /** A pause has saved the new one: it is this row. */
  onMade?: (id: number) => void;
}

type FollowUpForm = Pick<FollowUpWriting, 'title' | 'responsibleId' | 'responsibleRole' | 'dueDate'> & { clientKey: string };

/** What is to be done, by whom and when: saved whenever its writer pauses, once all three are there. */
const FollowUpForm: React.FC<FollowUpFormProps> = ({ decision, waits, followUp, roles, onMade }) => {
  const stores = usePlanStores();
  const meetings = useMeetingStore();
  const saved = useSavedDecisions();
  const tell = useSavedMessage();
  const start: FollowUpWriting = {
    ...unwrittenFollowUp, decisionId: waits ? undefined : decision.id, initiativeId: decision.initiativeIds.length === 1 ? decision.initiativeIds[0] : undefined
  };
  const isNew = onMade !== undefined;
  // What is undone is the whole edit, not the last pause of it. Nobody may delete: one that was made by mistake is dropped.
  const [before] = React.useState(isNew ? undefined : followUp);
  const [takenBack] = React.useState(() => formOf(before ?? start, ''));
  const toCommand = (base: FollowUp | undefined, { clientKey, ...form }: FollowUpForm, state?: FollowUpState): FollowUpCommand => {
    const texts = { ...(base ? followUpWritingOf(base) : start), ...form };
    return { topic: 'followUp', base, clientKey, decisionKey: waits ? decision.clientKey : undefined, texts: { ...texts, state: state ?? texts.state } };
  };
  const editor = useRowEditor<FollowUp, FollowUpForm, FollowUpWriting, FollowUpCommand>({
    draftKey: !isNew && followUp ? `F${followUp.id}:whole` : `F-new:${decisionKeyOf(decision)}`, label: `${text('act.title')}: ${followUp?.title ?? ''}`, row: followUp, topic: followUpTopic,
    initial: formOf(followUp ?? start, newClientKey()), toCommand, takenBack,
    saveDraft: (base, form) => {
      if (form === takenBack) {
        return followUpTopic.run(stores, before ? toCommand(base, form) : toCommand(base, formOf(base ?? start, ''), 'Dropped'));
      }
      return isWhole(form) ? followUpTopic.run(stores, toCommand(base, form)) : undefined;
    },
    toForm: (writing, form) => formOf(writing, form.clientKey),
    isQueued: (command): command is FollowUpCommand => command.topic === 'followUp' && command.base !== undefined && command.base.id === before?.id,
    onSeen: (row) => {
      saved.followUp(row);
      onMade?.(row.id);
    },
    onSaved: (row) => {
      saved.followUp(row);
      tell(text('save.done'), async () => (await meetings()).saveFollowUp(row, before ? followUpWritingOf(before) : { ...followUpWritingOf(row), state: 'Dropped' }), saved.followUp);
    }
  });
  const [tried, setTried] = React.useState(false);
  const { texts, change } = editor;
  const missing = (field: 'title' | 'responsibleRole'): string | undefined => (tried && texts[field].trim() === '' ? text('common.required') : undefined);
  const personal = looksLikeCpr(texts.title) ? text('status.privacyHit') : undefined;
  const submit = (): void => {
    setTried(true);
    if (isWhole(texts) && !editor.saving) {
      editor.submit();
    }
  };
  return (
    <FluentFrame>
      <div role="form" aria-label={text(isNew ? 'meet.addAction' : 'followUp.edit')} className={styles.editor} onKeyDown={editorKeys(submit, editor.leave)}>
        {editor.fromDraft && <p className={styles.draft} role="status">{text('draft.restored')}</p>}
        <TextField label={text('followUp.what')} required autoFocus value={texts.title} errorMessage={missing('title') ?? personal} onChange={(_event, value) => change({ title: value ?? '' })} />
        <div className={styles.editorPair}>
          <ComboBox label={text('act.owner')} required allowFreeform autoComplete="on" text={texts.responsibleRole} errorMessage={missing('responsibleRole')} useComboBoxAsMenuWidth
            options={roles.map(({ role }) => ({ key: role, text: role }))} selectedKey={roles.some(({ role }) => role === texts.responsibleRole) ? texts.responsibleRole : null}
            onChange={(_event, option, _index, value) => {
              const role = option ? String(option.key) : value ?? '';
              change({ responsibleRole: role, responsibleId: roles.find((each) => each.role === role)?.personId });
            }} />
          <DateField label={text('act.due')} value={texts.dueDate ?? ''} trouble={troubleOf(texts)} onChange={(value) => change({ dueDate: value || undefined })} />
        </div>
        <EditorFooter editor={editor} submitLabel={text('followUp.save')} onSubmit={submit} views={followUpFieldViews()} live={{ kept: text('save.done'), discard: text('decision.discard') }} />
      </div>
    </FluentFrame>
  );
};

/** It can be handed to somebody: what, who, and no day that is none. */
function isWhole(form: FollowUpForm): boolean {
  return form.title.trim() !== '' && form.responsibleRole.trim() !== '' && !looksLikeCpr(form.title) && troubleOf(form) !== 'notADay';
}

function troubleOf({ dueDate }: FollowUpForm): ReturnType<typeof meetingDateTrouble> {
  return dueDate === undefined ? undefined : meetingDateTrouble(dueDate);
}

function formOf({ title, responsibleId, responsibleRole, dueDate }: FollowUpWriting, clientKey: string): FollowUpForm {
  return { title, responsibleId, responsibleRole, dueDate, clientKey };
}

export default FollowUpForm;
