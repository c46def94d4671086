import { Dropdown } from '@fluentui/react/lib/Dropdown';
import { TextField } from '@fluentui/react/lib/TextField';
import * as React from 'react';
import { obsLevels, obsTypes, type ObsPoint, type ObsTexts } from '../../plan/obsPoint';
import type { OverviewRow } from '../../plan/overview';
import type { Period } from '../../plan/period';
import { looksLikeCpr } from '../../plan/privacy';
import { FluentFrame } from '../shared/FluentFrame';
import { useSavedRows } from '../shared/queries';
import { useServices } from '../shared/services';
import styles from '../shared/shared.module.scss';
import { text } from '../shared/texts';
import { EditorFooter } from './EditorFooter';
import type { RowEdit } from './EditingProvider';
import { newClientKey } from './newClientKey';
import { editorKeys, useRowEditor } from './useRowEditor';

interface ObsEditorProps {
  row: OverviewRow;
  edit: RowEdit;
  period: Period;
}

interface ObsForm extends ObsTexts {
  closingText: string;
  /** Kept with the draft, so that also a raise that is tried again after a reload finds its own row. */
  clientKey: string;
}

/** Raising, changing and closing an OBS point, in its row. */
const ObsEditor: React.FC<ObsEditorProps> = ({ row, edit, period }) => {
  const { store } = useServices();
  const saved = useSavedRows();
  const point = row.obs.find((obs) => obs.point.id === edit.obsId)?.point;
  const editor = useRowEditor<ObsPoint, ObsForm>({
    draftKey: edit.obsId === undefined ? `O-new-${row.initiative.id}:${period}` : `O${edit.obsId}:${edit.closing ? 'close' : 'edit'}`,
    row: point, initial: formOf(point), onSaved: saved.obs,
    save: (base, form) => (base === undefined
      ? store.raiseObs({ initiativeId: row.initiative.id, raisedPeriod: period }, textsOf(form), form.clientKey)
      : edit.closing ? store.closeObs(base, period, form.closingText) : store.saveObs(base, textsOf(form)))
  });
  const [tried, setTried] = React.useState(false);
  const { texts, change } = editor;
  const empty = !edit.closing && texts.text.trim() === '';
  const words = (field: 'text' | 'proposedAction' | 'closingText'): string | undefined => (looksLikeCpr(texts[field]) ? text('status.privacyHit') : undefined);
  const personal = words('text') ?? words('proposedAction') ?? words('closingText');
  const submit = (): void => {
    setTried(true);
    if (!empty && !personal && !editor.saving) {
      editor.submit();
    }
  };
  const label = text(edit.closing ? 'obs.close' : point ? 'obs.edit' : 'obs.raise');
  return (
    <FluentFrame>
      <div role="form" aria-label={`${label}: ${row.initiative.title}`} className={styles.editor} onKeyDown={editorKeys(submit, editor.leave)}>
        {editor.fromDraft && <p className={styles.draft} role="status">{text('draft.restored')}</p>}
        {edit.closing ? (
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
          </>
        )}
        <EditorFooter editor={editor} submitLabel={label} onSubmit={submit} describe={describe} />
      </div>
    </FluentFrame>
  );
};

function formOf(point: ObsPoint | undefined): ObsForm {
  return point ? { ...textsOf(point), closingText: point.closingText, clientKey: '' } : { level: 'Executive', text: '', proposedAction: '', closingText: '', clientKey: newClientKey() };
}

function textsOf({ level, type, text: words, proposedAction }: ObsTexts): ObsTexts {
  return { level, type, text: words, proposedAction };
}

/** A point as the conflict shows it; a closed one says so. */
function describe(point: ObsPoint | ObsForm): { name: string; value: string }[] {
  return [
    { name: text('obs.text'), value: point.text },
    { name: text('obs.proposed'), value: point.proposedAction },
    { name: text('obs.level'), value: text(`obs.level.${point.level}` as const) },
    { name: text('obs.closingText'), value: 'state' in point && point.state === 'Closed' ? `${text('obs.state.Closed')}. ${point.closingText}` : point.closingText }
  ];
}

export default ObsEditor;
