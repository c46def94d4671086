import { Dropdown } from '@fluentui/react/lib/Dropdown';
import { TextField } from '@fluentui/react/lib/TextField';
import * as React from 'react';
import { obsTopic, type ObsCommand } from '../../plan/commands';
import { obsLevels, obsTypes, unwrittenObs, writingOf, type ObsPoint, type ObsSubjects, type ObsType, type ObsWriting } from '../../plan/obsPoint';
import type { Period } from '../../plan/period';
import type { MonthRows } from '../../plan/ports/planStore';
import { looksLikeCpr } from '../../plan/privacy';
import { FluentFrame } from '../shared/FluentFrame';
import { keepFocus } from '../shared/keepFocus';
import { newClientKey } from '../shared/newClientKey';
import { useSavedRows } from '../shared/queries';
import { useSavedMessage } from '../shared/SavedMessage';
import { useServices } from '../shared/services';
import styles from '../shared/shared.module.scss';
import { text } from '../shared/texts';
import { EditorFooter } from './EditorFooter';
import { editorKeys } from './editorKeys';
import { obsFieldViews, useSubjectTitle } from './fieldViews';
import { ObsSubjectFields } from './ObsSubjectFields';
import { useRowEditor } from './useRowEditor';

interface ObsEditorProps {
  /** What the point is about, for the name of the form. */
  title: string;
  /** The point that is changed or closed; undefined when one is raised. */
  point?: ObsPoint;
  closing?: boolean;
  /** What a new point begins with. */
  start?: { subjects: ObsSubjects; text?: string; type?: ObsType };
  /** Tells the drafts of new points apart: the subject that it is raised on. */
  draftName?: string;
  period: Period;
  /** Where a point may be about several things: what there is to choose among. */
  choices?: Pick<MonthRows, 'initiatives' | 'efforts'>;
}

interface ObsForm extends ObsWriting {
  /** Kept with the draft, so that also a raise that is tried again after a reload finds its own row. */
  clientKey: string;
}

/** Raising, changing and closing an OBS point, where it stands. */
const ObsEditor: React.FC<ObsEditorProps> = ({ title, point, closing = false, start, draftName, period, choices }) => {
  const { store } = useServices();
  const saved = useSavedRows();
  const tell = useSavedMessage();
  const titleOf = useSubjectTitle();
  const editor = useRowEditor<ObsPoint, ObsForm, ObsWriting, ObsCommand>({
    draftKey: point === undefined ? `O-new-${draftName ?? ''}:${period}` : `O${point.id}:${closing ? 'close' : 'edit'}`,
    label: `${text('obs.label')}: ${title}`, row: point, initial: formOf(point, start), topic: obsTopic,
    toCommand: (base, form) => ({
      topic: 'obs', start: { subjects: start?.subjects ?? { initiativeIds: [] }, raisedPeriod: period }, clientKey: form.clientKey, base,
      texts: closing ? { ...writingOf(form), state: 'Closed', closedPeriod: period } : writingOf(form)
    }),
    toForm: (writing, form) => ({ ...writingOf(writing), clientKey: form.clientKey }),
    isQueued: (command): command is ObsCommand => command.topic === 'obs' && command.base !== undefined && command.base.id === point?.id,
    onSeen: saved.obs,
    onSaved: (after, before) => {
      saved.obs(after);
      keepFocus(`obs-${after.id}`);
      tell(text('save.done'), before && (() => store.rewriteObs(after, writingOf(before))), saved.obs);
    }
  });
  const [tried, setTried] = React.useState(false);
  const { texts, change } = editor;
  const empty = !closing && texts.text.trim() === '';
  const words = (field: 'text' | 'proposedAction' | 'closingText'): string | undefined => (looksLikeCpr(texts[field]) ? text('status.privacyHit') : undefined);
  const personal = words('text') ?? words('proposedAction') ?? words('closingText');
  const submit = (): void => {
    setTried(true);
    if (!empty && !personal && !editor.saving) {
      editor.submit();
    }
  };
  const label = text(closing ? 'obs.close' : point ? 'obs.edit' : 'obs.raise');
  return (
    <FluentFrame>
      <div role="form" aria-label={`${label}: ${title}`} className={styles.editor} onKeyDown={editorKeys(submit, editor.leave)}>
        {editor.fromDraft && <p className={styles.draft} role="status">{text('draft.restored')}</p>}
        {closing ? (
          <>
            <p className={styles.running}>{point?.text}</p>
            <TextField label={text('obs.closingText')} multiline autoAdjustHeight rows={2} autoFocus value={texts.closingText} errorMessage={words('closingText')} onChange={(_event, value) => change({ closingText: value ?? '' })} />
          </>
        ) : (
          <>
            <TextField label={text('obs.text')} required multiline autoAdjustHeight rows={3} autoFocus value={texts.text} errorMessage={tried && empty ? text('common.required') : words('text')}
              onChange={(_event, value) => change({ text: value ?? '' })} />
            <TextField label={text('obs.proposed')} multiline autoAdjustHeight rows={2} value={texts.proposedAction} errorMessage={words('proposedAction')} onChange={(_event, value) => change({ proposedAction: value ?? '' })} />
            <div className={styles.editorPair}>
              <Dropdown label={text('obs.level')} options={obsLevels.map((value) => ({ key: value, text: text(`obs.level.${value}` as const) }))} selectedKey={texts.level}
                onChange={(_event, option) => change({ level: obsLevels.find((value) => value === option?.key) ?? texts.level })} />
              <Dropdown label={text('obs.type')} options={obsTypes.map((value) => ({ key: value, text: text(`obs.type.${value}` as const) }))} selectedKey={texts.type ?? null} placeholder={text('editor.choose')}
                onChange={(_event, option) => change({ type: obsTypes.find((value) => value === option?.key) })} />
            </div>
            {choices && <ObsSubjectFields subjects={texts} choices={choices} onChange={change} />}
          </>
        )}
        <EditorFooter editor={editor} submitLabel={label} onSubmit={submit} views={obsFieldViews(titleOf)} />
      </div>
    </FluentFrame>
  );
};

function formOf(point: ObsPoint | undefined, start: ObsEditorProps['start']): ObsForm {
  return point ? { ...writingOf(point), clientKey: '' } : { ...unwrittenObs, ...start?.subjects, type: start?.type, text: start?.text ?? '', clientKey: newClientKey() };
}

export default ObsEditor;
