import { Dropdown } from '@fluentui/react/lib/Dropdown';
import { TextField } from '@fluentui/react/lib/TextField';
import * as React from 'react';
import { followUpStates, followUpWritingOf, type FollowUp, type FollowUpWriting } from '../../plan/followUp';
import { looksLikeCpr } from '../../plan/privacy';
import { EditorFooter } from '../editing/EditorFooter';
import { editorKeys, useRowEditor } from '../editing/useRowEditor';
import { FluentFrame } from '../shared/FluentFrame';
import { useMeetingStore, useSavedDecisions } from '../shared/meetingQueries';
import styles from '../shared/shared.module.scss';
import { text } from '../shared/texts';

interface FollowUpEditorProps {
  followUp: FollowUp;
  mine: boolean;
}

type FollowUpProgress = Pick<FollowUpWriting, 'state' | 'note'>;

/** How far it is, and a note: what the responsible reports. */
const FollowUpEditor: React.FC<FollowUpEditorProps> = ({ followUp, mine }) => {
  const store = useMeetingStore();
  const saved = useSavedDecisions();
  const editor = useRowEditor<FollowUp, FollowUpProgress>({
    draftKey: `F${followUp.id}`, row: followUp, initial: { state: followUp.state, note: followUp.note }, onSaved: saved.followUp,
    save: async (base, { state, note }) => (await store()).saveFollowUp(base ?? followUp, { ...followUpWritingOf(base ?? followUp), state, note })
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
        <EditorFooter editor={editor} submitLabel={text('common.save')} onSubmit={submit} describe={describe} />
      </div>
    </FluentFrame>
  );
};

function describe({ state, note }: FollowUpProgress): { name: string; value: string }[] {
  return [{ name: text('followUps.state'), value: text(`act.${state}` as const) }, { name: text('followUps.note'), value: note }];
}

export default FollowUpEditor;
