import { Dropdown } from '@fluentui/react/lib/Dropdown';
import { TextField } from '@fluentui/react/lib/TextField';
import * as React from 'react';
import { followUpTopic, type FollowUpCommand } from '../../plan/commands';
import { followUpStates, followUpWritingOf, type FollowUp, type FollowUpWriting } from '../../plan/followUp';
import { looksLikeCpr } from '../../plan/privacy';
import { EditorFooter } from '../editing/EditorFooter';
import { editorKeys } from '../editing/editorKeys';
import { followUpFieldViews } from '../editing/fieldViews';
import { useRowEditor } from '../editing/useRowEditor';
import { FluentFrame } from '../shared/FluentFrame';
import { useSavedDecisions } from '../shared/meetingQueries';
import { useSavedMessage } from '../shared/SavedMessage';
import styles from '../shared/shared.module.scss';
import { text } from '../shared/texts';

interface FollowUpEditorProps {
  followUp: FollowUp;
  mine: boolean;
}

type FollowUpProgress = Pick<FollowUpWriting, 'state' | 'note'>;

/** How far it is, and a note: what the responsible reports. */
const FollowUpEditor: React.FC<FollowUpEditorProps> = ({ followUp, mine }) => {
  const saved = useSavedDecisions();
  const tell = useSavedMessage();
  const editor = useRowEditor<FollowUp, FollowUpProgress, FollowUpWriting, FollowUpCommand>({
    draftKey: `F${followUp.id}`, label: `${text('nav.followUp')}: ${followUp.title}`, row: followUp, initial: { state: followUp.state, note: followUp.note }, topic: followUpTopic,
    toCommand: (base, { state, note }) => ({ topic: 'followUp', base: base ?? followUp, clientKey: '', texts: { ...followUpWritingOf(base ?? followUp), state, note } }),
    toForm: ({ state, note }) => ({ state, note }),
    isQueued: (command): command is FollowUpCommand => command.topic === 'followUp' && command.base?.id === followUp.id,
    onSeen: saved.followUp,
    onSaved: (row) => {
      saved.followUp(row);
      tell(text('save.done'));
    }
  });
  const personal = looksLikeCpr(editor.texts.note) ? text('status.privacyHit') : undefined;
  const submit = (): void => {
    if (!personal && !editor.saving) {
      editor.submit();
    }
  };
  return (
    <FluentFrame>
      <div role="form" aria-label={`${text('followUps.update')}: ${followUp.title}`} className={styles.editor} onKeyDown={editorKeys(submit, editor.leave)}>
        {editor.fromDraft && <p className={styles.draft} role="status">{text('draft.restored')}</p>}
        {!mine && followUp.responsibleRole && <p className={styles.muted}>{text('editor.onBehalfOf', followUp.responsibleRole)}</p>}
        <Dropdown label={text('followUps.state')} options={followUpStates.map((value) => ({ key: value, text: text(`act.${value}` as const) }))} selectedKey={editor.texts.state}
          onChange={(_event, option) => editor.change({ state: followUpStates.find((value) => value === option?.key) ?? editor.texts.state })} />
        <TextField label={text('followUps.note')} multiline autoAdjustHeight rows={2} autoFocus value={editor.texts.note} errorMessage={personal} onChange={(_event, value) => editor.change({ note: value ?? '' })} />
        <EditorFooter editor={editor} submitLabel={text('common.save')} onSubmit={submit} views={followUpFieldViews()} />
      </div>
    </FluentFrame>
  );
};

export default FollowUpEditor;
