import { ChoiceGroup } from '@fluentui/react/lib/ChoiceGroup';
import { Dropdown } from '@fluentui/react/lib/Dropdown';
import { TextField } from '@fluentui/react/lib/TextField';
import * as React from 'react';
import { instantName, type TimeZone } from '../../plan/calendar';
import { statusTopic, type StatusCommand } from '../../plan/commands';
import type { NewStatus } from '../../plan/ports/planStore';
import { countsFewPeople, looksLikeCpr } from '../../plan/privacy';
import { rowKeyOf } from '../../plan/rowKey';
import { economyOutlooks, mayUndoStatus, missingInStatus, noTexts, progressValues, reportKeyOf, textsOf, writtenTexts, type StatusReport, type StatusTexts } from '../../plan/statusReport';
import { FluentFrame } from '../shared/FluentFrame';
import { useSavedRows } from '../shared/queries';
import { useSavedMessage } from '../shared/SavedMessage';
import { useServices } from '../shared/services';
import styles from '../shared/shared.module.scss';
import { locale, text } from '../shared/texts';
import { SinceLastNote } from '../sinceLast/SinceLastNote';
import { EditorFooter } from './EditorFooter';
import { editorKeys } from './editorKeys';
import { statusFieldViews } from './fieldViews';
import { useRowEditor } from './useRowEditor';

export interface StatusFormProps {
  /** What the status is about; also for the row that may have to be made. */
  start: NewStatus;
  report: StatusReport | undefined;
  /** Empty when the responsible writes. */
  onBehalfOf: string;
  timeZone: TimeZone;
  /** The field that the focus goes to when the form opens; undefined leaves it where it is. */
  focusOn?: string;
  /** Last time's texts, offered as a start where nothing has been written. */
  before?: StatusTexts;
  /** Submitted, or waiting for the line to be. */
  onHandedIn?: () => void;
}

/** The month's status of one subject, as it is written in the table and in Min status. */
const StatusForm: React.FC<StatusFormProps> = ({ start, report, onBehalfOf, timeZone, focusOn, before, onHandedIn }) => {
  const { store } = useServices();
  const saved = useSavedRows();
  const tell = useSavedMessage();
  const key = reportKeyOf(start.subject, start.period);
  const editor = useRowEditor<StatusReport, StatusTexts, StatusTexts, StatusCommand>({
    draftKey: key, label: text('status.heading', start.title), row: report, initial: report ? textsOf(report) : noTexts, topic: statusTopic,
    toCommand: (base, texts) => ({ topic: 'status', start, base, texts, onBehalfOf }), toForm: textsOf,
    isQueued: (command): command is StatusCommand => command.topic === 'status' && rowKeyOf(command) === key,
    onSeen: saved.report,
    onSaved: (after, base) => {
      saved.report(after);
      tell(base?.state === 'Submitted' ? text('save.newVersion') : text('save.done'), mayUndoStatus(base) ? () => store.restoreStatus(after, base) : undefined, saved.report);
      onHandedIn?.();
    },
    onQueued: onHandedIn,
    // A correction stays in the browser until it is submitted, and a personal number never leaves it.
    saveDraft: report && report.state !== 'Missing' && report.state !== 'Draft' ? undefined : (base, texts) => (
      writtenTexts.some((field) => looksLikeCpr(texts[field])) ? undefined : base ? store.saveDraft(base, texts, onBehalfOf) : store.createStatus(start, texts, onBehalfOf, 'Draft')
    ),
    isDraft: report?.state === 'Draft'
  });
  const { texts, change } = editor;
  const [tried, setTried] = React.useState(false);
  const missing = missingInStatus(texts);
  const needed = (field: keyof StatusTexts): string | undefined => (tried && missing.includes(field) ? text('common.required') : undefined);
  const words = (field: (typeof writtenTexts)[number]): string | undefined => (looksLikeCpr(texts[field]) ? text('status.privacyHit') : needed(field));
  const personal = writtenTexts.some((field) => looksLikeCpr(texts[field]));
  const submit = (): void => {
    setTried(true);
    if (missing.length === 0 && !personal && !editor.saving) {
      editor.submit();
    }
  };
  const form = useFocusOn(focusOn);
  const startWithLast = (): void => {
    if (before) {
      change(before);
      focusField(form.current, 'status');
    }
  };
  return (
    <FluentFrame>
      <div ref={form} role="form" aria-label={text('status.heading', start.title)} className={styles.editor} onKeyDown={editorKeys(submit, editor.leave)}>
        {onBehalfOf && <p className={styles.muted}>{text('editor.onBehalfOf', onBehalfOf)}</p>}
        {editor.restored && <p className={styles.draft} role="status">{text('draft.restored')}</p>}
        {report?.state === 'Submitted' && report.submittedAt && <p className={styles.muted}>{text('status.submittedOn', instantName(report.submittedAt, locale(), timeZone))} {text('status.correctInfo')} {text('draft.localOnly')}</p>}
        {before && isEmpty(texts) && <p className={styles.editorButtons}><button type="button" className={styles.button} onClick={startWithLast}>{text('status.copyLast')}</button></p>}
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
          {texts.needsCoordination === false && texts.coordinationText.trim() !== '' && <p role="status" className={styles.notice}>{text('status.needsDropped', texts.coordinationText)}</p>}
          {texts.needsCoordination && (
            <TextField label={text('status.needsText')} required multiline autoAdjustHeight rows={2} value={texts.coordinationText} errorMessage={words('coordinationText')}
              onChange={(_event, value) => change({ coordinationText: value ?? '' })} />
          )}
        </div>
        {before && !isEmpty(texts) && <SinceLastNote before={before} after={texts} />}
        <p className={styles.muted}>{text('status.privacy')}</p>
        {writtenTexts.some((field) => countsFewPeople(texts[field])) && <p role="status" className={styles.notice}>{text('status.smallNumbers')}</p>}
        <EditorFooter editor={editor} submitLabel={text(report?.state === 'Submitted' ? 'status.correct' : 'status.submit')} onSubmit={submit} views={statusFieldViews()} />
      </div>
    </FluentFrame>
  );
};

function isEmpty(texts: StatusTexts): boolean {
  return texts.progress === undefined && writtenTexts.every((field) => texts[field].trim() === '');
}

/** Puts the focus in the field that was asked for, once the form stands. */
function useFocusOn(field: string | undefined): React.RefObject<HTMLDivElement> {
  const form = React.useRef<HTMLDivElement>(null);
  React.useEffect(() => {
    if (field !== undefined) {
      focusField(form.current, field);
    }
    // Only when the form opens: later the focus is the writer's.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);
  return form;
}

function focusField(form: HTMLElement | null, field: string): void {
  const place = form?.querySelector(`[data-field="${field}"]`) ?? form;
  place?.querySelector<HTMLElement>('textarea, input, [role="combobox"]')?.focus();
}

export default StatusForm;
