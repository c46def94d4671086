import { Checkbox } from '@fluentui/react/lib/Checkbox';
import { TextField } from '@fluentui/react/lib/TextField';
import { DefaultButton } from '@fluentui/react/lib/Button';
import * as React from 'react';
import { meetingTopic, type MeetingCommand } from '../../plan/commands';
import { meetingWritingOf, type MeetingDetails, type MeetingWriting } from '../../plan/meeting';
import { headsOf, rolesInPlan, withRole } from '../../plan/planRoles';
import type { MonthRows } from '../../plan/ports/planStore';
import { looksLikeCpr } from '../../plan/privacy';
import { EditorFooter } from '../editing/EditorFooter';
import { editorKeys } from '../editing/editorKeys';
import { meetingFieldViews, useSubjectTitle } from '../editing/fieldViews';
import { InitiativesField } from '../editing/InitiativesField';
import { useRowEditor } from '../editing/useRowEditor';
import { FluentFrame } from '../shared/FluentFrame';
import { useMeetingStore, useSavedDecisions } from '../shared/meetingQueries';
import { useSavedMessage } from '../shared/SavedMessage';
import styles from '../shared/shared.module.scss';
import { text } from '../shared/texts';
import type { MeetingSectionName } from './MeetingSection';
import { RolesField } from './RolesField';

interface MeetingEditorProps {
  section: MeetingSectionName;
  meeting: MeetingDetails;
  month: MonthRows;
}

type WrittenText = 'focusText' | 'invitedText' | 'attendingText' | 'presenters' | 'caseOwners' | 'caseNumber' | 'background' | 'casePresentation' | 'recommendation';
const writtenTexts: readonly WrittenText[] = ['focusText', 'invitedText', 'attendingText', 'presenters', 'caseOwners', 'caseNumber', 'background', 'casePresentation', 'recommendation'];

/** One part of what is prepared for a meeting, edited where it stands. */
const MeetingEditor: React.FC<MeetingEditorProps> = ({ section, meeting, month }) => {
  const meetings = useMeetingStore();
  const saved = useSavedDecisions();
  const tell = useSavedMessage();
  const titleOf = useSubjectTitle();
  const editor = useRowEditor<MeetingDetails, MeetingWriting, MeetingWriting, MeetingCommand>({
    draftKey: `M${meeting.id}:${section}`, label: meeting.title, row: meeting, initial: meetingWritingOf(meeting), topic: meetingTopic,
    toCommand: (base, texts) => ({ topic: 'meeting', base: base ?? meeting, texts }), toForm: (writing) => writing,
    isQueued: (command): command is MeetingCommand => command.topic === 'meeting' && command.base.id === meeting.id,
    onSeen: saved.details,
    onSaved: (row, before) => {
      saved.details(row);
      tell(text('save.done'), before && (async () => (await meetings()).saveDetails(row, meetingWritingOf(before))), saved.details);
    }
  });
  const { texts, change } = editor;
  const personal = (field: WrittenText): string | undefined => (looksLikeCpr(texts[field]) ? text('status.privacyHit') : undefined);
  const submit = (): void => {
    if (!editor.saving && !writtenTexts.some(personal)) {
      editor.submit();
    }
  };
  const words = (field: WrittenText, label: string, rows: number, autoFocus?: boolean, description?: string): React.ReactElement => (
    <TextField label={label} multiline={rows > 1} autoAdjustHeight={rows > 1} rows={rows} autoFocus={autoFocus} description={description} value={texts[field]} errorMessage={personal(field)}
      onChange={(_event, value) => change({ [field]: value ?? '' })} />
  );
  const roles = rolesInPlan(month);
  const heads = headsOf(texts.focusInitiativeIds, month);
  const inviteHeads = (): void => {
    const invited = heads.reduce((written, head) => withRole(written, head, true), { text: texts.invitedText, ids: texts.invitedIds });
    change({ invitedText: invited.text, invitedIds: invited.ids });
  };
  return (
    <FluentFrame>
      <div role="form" aria-label={text(`meetings.edit.${section}` as const)} className={styles.editor} onKeyDown={editorKeys(submit, editor.leave)}>
        {editor.fromDraft && <p className={styles.draft} role="status">{text('draft.restored')}</p>}
        {section === 'item' && (
          <>
            {words('caseOwners', text('meet.caseOwner'), 2, true)}
            {words('caseNumber', text('exp.caseNo'), 1)}
            {words('presenters', text('meet.presenter'), 2, false, text('meetings.presentersHelp'))}
            <Checkbox label={text('meet.closedItem')} checked={texts.closedItem} onChange={(_event, checked) => change({ closedItem: checked === true })} />
          </>
        )}
        {section === 'focus' && (
          <>
            <InitiativesField label={text('meet.chooseFocus')} placeholder={text('meetings.noFocus')} chosen={texts.focusInitiativeIds} initiatives={month.initiatives} onChange={(focusInitiativeIds) => change({ focusInitiativeIds })} />
            {words('focusText', text('meetings.focusText'), 2, true)}
          </>
        )}
        {section === 'people' && (
          <>
            <RolesField label={text('meetings.invited')} written={{ text: texts.invitedText, ids: texts.invitedIds }} roles={roles} error={personal('invitedText')} autoFocus onChange={({ text: invitedText, ids }) => change({ invitedText, invitedIds: ids })} />
            {heads.length > 0 && <p><DefaultButton text={text('meetings.inviteHeads')} onClick={inviteHeads} /></p>}
            <RolesField label={text('meet.attending')} written={{ text: texts.attendingText, ids: texts.attendingIds }} roles={roles} error={personal('attendingText')} onChange={({ text: attendingText, ids }) => change({ attendingText, attendingIds: ids })} />
          </>
        )}
        {section === 'texts' && (
          <>
            <p className={styles.muted}>{text('meetings.textsHelp')}</p>
            {words('background', text('meet.background'), 3, true)}
            {words('casePresentation', text('meet.presentation'), 3)}
            {words('recommendation', text('meet.recommendation'), 3)}
          </>
        )}
        <EditorFooter editor={editor} submitLabel={text('common.save')} onSubmit={submit} views={meetingFieldViews(titleOf)} />
      </div>
    </FluentFrame>
  );
};

export default MeetingEditor;
