import { ChoiceGroup } from '@fluentui/react/lib/ChoiceGroup';
import { Dropdown } from '@fluentui/react/lib/Dropdown';
import { TextField } from '@fluentui/react/lib/TextField';
import * as React from 'react';
import { instantName, type TimeZone } from '../../plan/calendar';
import { rowKeyOf, statusTopic, type StatusCommand } from '../../plan/commands';
import type { OverviewRow } from '../../plan/overview';
import type { Period } from '../../plan/period';
import type { NewStatus } from '../../plan/ports/planStore';
import { looksLikeCpr } from '../../plan/privacy';
import { economyOutlooks, mayUndoStatus, missingInStatus, noTexts, progressValues, textsOf, type StatusReport, type StatusTexts } from '../../plan/statusReport';
import { FluentFrame } from '../shared/FluentFrame';
import { useSavedRows } from '../shared/queries';
import { useSavedMessage } from '../shared/SavedMessage';
import { useServices } from '../shared/services';
import styles from '../shared/shared.module.scss';
import { locale, text } from '../shared/texts';
import { statusDraftKey, type RowEdit } from './EditingProvider';
import { EditorFooter } from './EditorFooter';
import { editorKeys } from './editorKeys';
import { statusFieldViews } from './fieldViews';
import { useRowEditor } from './useRowEditor';

interface StatusEditorProps {
  row: OverviewRow;
  edit: RowEdit;
  period: Period;
  timeZone: TimeZone;
}

const written = ['statusText', 'nextSteps', 'coordinationText'] as const;

/** The month's status, written in its row. */
const StatusEditor: React.FC<StatusEditorProps> = ({ row, edit, period, timeZone }) => {
  const { store } = useServices();
  const saved = useSavedRows();
  const tell = useSavedMessage();
  const { initiative, report } = row;
  const onBehalfOf = row.editing === 'onBehalf' ? report?.responsibleRole || initiative.chiefRole : '';
  const start: NewStatus = { subject: { kind: 'initiative', id: initiative.id }, period, title: initiative.title, responsibleId: initiative.chiefId, responsibleRole: initiative.chiefRole };
  const editor = useRowEditor<StatusReport, StatusTexts, StatusTexts, StatusCommand>({
    draftKey: statusDraftKey(row, { period }), label: text('status.heading', initiative.title), row: report, initial: report ? textsOf(report) : noTexts, topic: statusTopic,
    toCommand: (base, texts) => ({ topic: 'status', start, base, texts, onBehalfOf }), toForm: textsOf,
    isQueued: (command): command is StatusCommand => command.topic === 'status' && rowKeyOf(command) === statusDraftKey(row, { period }),
    onSeen: saved.report,
    onSaved: (after, before) => {
      saved.report(after);
      tell(before?.state === 'Submitted' ? text('save.newVersion') : text('save.done'), mayUndoStatus(before) ? () => store.restoreStatus(after, before) : undefined, saved.report);
    },
    // A correction stays in the browser until it is submitted, and a personal number never leaves it.
    saveDraft: report && report.state !== 'Missing' && report.state !== 'Draft' ? undefined : (base, texts) => (
      written.some((field) => looksLikeCpr(texts[field])) ? undefined : base ? store.saveDraft(base, texts, onBehalfOf) : store.createStatus(start, texts, onBehalfOf, 'Draft')
    ),
    isDraft: report?.state === 'Draft'
  });
  const [tried, setTried] = React.useState(false);
  const missing = missingInStatus(editor.texts);
  const needed = (field: keyof StatusTexts): string | undefined => (tried && missing.includes(field) ? text('common.required') : undefined);
  const words = (field: (typeof written)[number]): string | undefined => (looksLikeCpr(editor.texts[field]) ? text('status.privacyHit') : needed(field));
  const personal = written.some((field) => looksLikeCpr(editor.texts[field]));
  const submit = (): void => {
    setTried(true);
    if (missing.length === 0 && !personal && !editor.saving) {
      editor.submit();
    }
  };
  const form = useFocusOn(edit.field ?? 'progress');
  const { texts, change } = editor;
  return (
    <FluentFrame>
      <div ref={form} role="form" aria-label={text('status.heading', initiative.title)} className={styles.editor} onKeyDown={editorKeys(submit, editor.leave)}>
        {onBehalfOf && <p className={styles.muted}>{text('editor.onBehalfOf', onBehalfOf)}</p>}
        {editor.fromDraft && <p className={styles.draft} role="status">{text('draft.restored')}</p>}
        {report?.state === 'Submitted' && report.submittedAt && <p className={styles.muted}>{text('status.submittedOn', instantName(report.submittedAt, locale(), timeZone))} {text('status.correctInfo')} {text('draft.localOnly')}</p>}
        <div className={styles.editorPair}>
          <div data-field="progress">
            <Dropdown label={text('status.progress')} required options={progressValues.map((value) => ({ key: value, text: text(`prog.${value}` as const) }))}
              selectedKey={texts.progress ?? null} errorMessage={needed('progress')} placeholder={text('editor.choose')}
              onChange={(_event, option) => change({ progress: progressValues.find((value) => value === option?.key) })} />
          </div>
          <Dropdown label={text('status.economy')} options={economyOutlooks.map((value) => ({ key: value, text: text(`eco.${value}` as const) }))}
            selectedKey={texts.economyOutlook ?? null} placeholder={text('editor.choose')}
            onChange={(_event, option) => change({ economyOutlook: economyOutlooks.find((value) => value === option?.key) })} />
        </div>
        <div data-field="status">
          <TextField label={text('status.text')} required multiline autoAdjustHeight rows={3} description={text('status.text.help')} value={texts.statusText} errorMessage={words('statusText')}
            onChange={(_event, value) => change({ statusText: value ?? '' })} />
        </div>
        <div data-field="nextSteps">
          <TextField label={text('status.next')} multiline autoAdjustHeight rows={2} value={texts.nextSteps} errorMessage={words('nextSteps')} onChange={(_event, value) => change({ nextSteps: value ?? '' })} />
        </div>
        <div data-field="needs">
          <ChoiceGroup label={text('status.needs')} required options={[{ key: 'yes', text: text('needs.choose.yes') }, { key: 'no', text: text('needs.choose.no') }]}
            selectedKey={texts.needsCoordination === undefined ? null : texts.needsCoordination ? 'yes' : 'no'} onChange={(_event, option) => change({ needsCoordination: option?.key === 'yes' })} />
          {needed('needsCoordination') && <p role="alert" className={styles.notice}>{text('common.required')}</p>}
          {texts.needsCoordination && (
            <TextField label={text('status.needsText')} required multiline autoAdjustHeight rows={2} value={texts.coordinationText} errorMessage={words('coordinationText')}
              onChange={(_event, value) => change({ coordinationText: value ?? '' })} />
          )}
        </div>
        <p className={styles.muted}>{text('status.privacy')}</p>
        <EditorFooter editor={editor} submitLabel={text(report?.state === 'Submitted' ? 'status.correct' : 'status.submit')} onSubmit={submit} views={statusFieldViews()} />
      </div>
    </FluentFrame>
  );
};

/** Puts the focus in the field that was asked for, once the editor stands. */
function useFocusOn(field: string): React.RefObject<HTMLDivElement> {
  const form = React.useRef<HTMLDivElement>(null);
  React.useEffect(() => {
    const place = form.current?.querySelector(`[data-field="${field}"]`) ?? form.current;
    place?.querySelector<HTMLElement>('textarea, input, [role="combobox"]')?.focus();
    // Only when the editor opens: later the focus is the writer's.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);
  return form;
}

export default StatusEditor;
