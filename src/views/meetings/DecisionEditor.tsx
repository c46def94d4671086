import { DefaultButton } from '@fluentui/react/lib/Button';
import { Dropdown } from '@fluentui/react/lib/Dropdown';
import { TextField } from '@fluentui/react/lib/TextField';
import * as React from 'react';
import { decisionTopic, type DecisionCommand } from '../../plan/commands';
import { decisionKinds, decisionWritingOf, unwrittenDecision, type Decision, type DecisionWriting } from '../../plan/decision';
import type { MonthRows } from '../../plan/ports/planStore';
import { looksLikeCpr } from '../../plan/privacy';
import { EditorFooter } from '../editing/EditorFooter';
import { editorKeys } from '../editing/editorKeys';
import { decisionFieldViews, useSubjectTitle } from '../editing/fieldViews';
import { InitiativesField } from '../editing/InitiativesField';
import { useRowEditor } from '../editing/useRowEditor';
import { FluentFrame } from '../shared/FluentFrame';
import { useMeetingStore, usePlanStores, useSavedDecisions } from '../shared/meetingQueries';
import { newClientKey } from '../shared/newClientKey';
import { useSavedMessage } from '../shared/SavedMessage';
import styles from '../shared/shared.module.scss';
import { text } from '../shared/texts';
import { followUpPlace } from './minutePlaces';
import { useGoOn } from './meetingWork';

interface DecisionEditorProps {
  meetingId: number;
  draftKey: string;
  /** The decision that is changed, or that a pause has made of the new one. */
  decision?: Decision;
  /** What a new one begins with. */
  start?: DecisionWriting;
  /** Where it may be about several things: what there is to choose among. */
  choices?: Pick<MonthRows, 'initiatives'>;
  mayFollowUp: boolean;
  /** A pause has saved the new one: it is this row. */
  onMade?: (id: number) => void;
}

interface DecisionForm extends DecisionWriting {
  clientKey: string;
}

/** A decision as it falls: saved whenever its writer pauses, and gone on from into what it sets in motion. */
const DecisionEditor: React.FC<DecisionEditorProps> = ({ meetingId, draftKey, decision, start = unwrittenDecision, choices, mayFollowUp, onMade }) => {
  const stores = usePlanStores();
  const meetings = useMeetingStore();
  const saved = useSavedDecisions();
  const tell = useSavedMessage();
  const goOn = useGoOn();
  const titleOf = useSubjectTitle();
  const isNew = onMade !== undefined;
  // What is undone is the whole edit, not the last pause of it.
  const [before] = React.useState(isNew ? undefined : decision);
  const [takenBack] = React.useState<DecisionForm>(() => ({ ...(before ? decisionWritingOf(before) : unwrittenDecision), clientKey: '' }));
  const toCommand = (base: Decision | undefined, form: DecisionForm): DecisionCommand => ({ topic: 'decision', meetingId, clientKey: form.clientKey, base, texts: decisionWritingOf(form) });
  const editor = useRowEditor<Decision, DecisionForm, DecisionWriting, DecisionCommand>({
    draftKey, label: `${text('meet.decision')}: ${start.text || text('nav.meetings')}`, row: decision, topic: decisionTopic, toCommand, takenBack,
    initial: { ...decisionWritingOf(isNew ? start : decision ?? start), clientKey: decision?.clientKey ?? newClientKey() },
    toForm: (writing, form) => ({ ...decisionWritingOf(writing), clientKey: form.clientKey }),
    isQueued: (command): command is DecisionCommand => command.topic === 'decision' && command.base !== undefined && command.base.id === before?.id,
    saveDraft: (base, form) => (form !== takenBack && (isEmpty(form, start) || looksLikeCpr(form.text)) ? undefined : decisionTopic.run(stores, toCommand(base, form))),
    onSeen: (row) => {
      saved.decision(row);
      onMade?.(row.id);
    },
    onSaved: (row) => {
      saved.decision(row);
      tell(text('save.done'), async () => (await meetings()).saveDecision(row, decisionWritingOf(before ?? { ...row, text: '' })), saved.decision);
    }
  });
  const [tried, setTried] = React.useState(false);
  const { texts, change } = editor;
  const empty = isEmpty(texts, start);
  const personal = looksLikeCpr(texts.text) ? text('status.privacyHit') : undefined;
  const submit = (andFollowUp: boolean = false): void => {
    setTried(true);
    if (!empty && !personal && !editor.saving) {
      goOn(andFollowUp ? { kind: 'followUp', initiativeId: 0, place: followUpPlace({ id: decision?.id ?? 0, clientKey: texts.clientKey }) } : undefined);
      editor.submit();
    }
  };
  const leave = (): void => {
    goOn(undefined);
    editor.leave();
  };
  return (
    <FluentFrame>
      <div role="form" aria-label={text(isNew ? 'meet.addDecision' : 'decision.edit')} className={styles.editor} onKeyDown={editorKeys(submit, leave)}>
        {editor.fromDraft && <p className={styles.draft} role="status">{text('draft.restored')}</p>}
        <TextField label={text('meet.decision')} required multiline autoAdjustHeight rows={3} autoFocus value={texts.text} errorMessage={tried && empty ? text('common.required') : personal}
          onChange={(_event, value) => change({ text: value ?? '' })} />
        <div className={styles.editorPair}>
          <Dropdown label={text('decision.kind')} options={decisionKinds.map((value) => ({ key: value, text: text(`dec.${value}` as const) }))} selectedKey={texts.kind}
            onChange={(_event, option) => change({ kind: decisionKinds.find((value) => value === option?.key) ?? texts.kind })} />
          {choices && <InitiativesField label={text('decision.about')} placeholder={text('obs.wholePlan')} chosen={texts.initiativeIds} initiatives={choices.initiatives} onChange={(initiativeIds) => change({ initiativeIds })} />}
        </div>
        <EditorFooter editor={{ ...editor, leave }} submitLabel={text('decision.save')} onSubmit={submit} views={decisionFieldViews(titleOf)} live={{ kept: text('save.done'), discard: text('decision.discard') }}>
          {mayFollowUp && <DefaultButton text={text('decision.andFollowUp')} disabled={editor.saving} onClick={() => submit(true)} />}
        </EditorFooter>
      </div>
    </FluentFrame>
  );
};

/** Nothing beyond what it began with. */
function isEmpty(form: DecisionWriting, start: DecisionWriting): boolean {
  return form.text.trim() === '' || form.text.trim() === start.text.trim();
}

export default DecisionEditor;
