import { useQueryClient } from '@tanstack/react-query';
import * as React from 'react';
import type { CalendarDate } from '../../plan/calendar';
import { initiativeTopic, type InitiativeCommand } from '../../plan/commands';
import { alikeIn } from '../../plan/import/importedInitiative';
import type { Initiative, InitiativeDetails } from '../../plan/initiative';
import { initiativeWritingOf, lastPlace, troublesIn, unwrittenInitiative, type InitiativeTrouble, type InitiativeWriting } from '../../plan/initiatives/initiativeWriting';
import { EditorFooter } from '../editing/EditorFooter';
import { editorKeys } from '../editing/editorKeys';
import { useRowEditor } from '../editing/useRowEditor';
import { useInitiativeStore } from '../shared/meetingQueries';
import { newClientKey } from '../shared/newClientKey';
import { useSavedRows } from '../shared/queries';
import { useSavedMessage } from '../shared/SavedMessage';
import styles from '../shared/shared.module.scss';
import { text } from '../shared/texts';
import { InitiativeFields } from './InitiativeFields';
import { useInitiativeViews } from './initiativeViews';

interface InitiativeFormProps {
  /** The row that is changed; undefined when one is made. */
  initiative?: InitiativeDetails;
  planYear: string;
  /** The others of the plan: where a new one comes last, and what it may be like. */
  others: readonly Initiative[];
  today: CalendarDate;
  /** Opens with the question why it is taken out of the plan. */
  retiring: boolean;
}

interface InitiativeFormTexts extends InitiativeWriting {
  /** Kept with the draft, so that also an initiative that is saved again after a reload finds its own row. */
  clientKey: string;
}

/** Making, changing, moving and retiring an initiative. */
export const InitiativeForm: React.FC<InitiativeFormProps> = ({ initiative, planYear, others, today, retiring }) => {
  const store = useInitiativeStore();
  const saved = useSavedRows();
  const tell = useSavedMessage();
  const client = useQueryClient();
  const views = useInitiativeViews();
  const label = text(initiative ? 'ini.edit' : 'ini.new');
  const name = initiative ? `${label}: ${initiative.title}` : label;
  const put = (row: InitiativeDetails): void => {
    saved.initiative(row);
    client.setQueryData(['initiative', row.id], row);
  };
  const editor = useRowEditor<InitiativeDetails, InitiativeFormTexts, InitiativeWriting, InitiativeCommand>({
    draftKey: initiative ? `I${initiative.id}` : `I-new:${planYear}`, label: name, row: initiative, initial: formOf(initiative, retiring), topic: initiativeTopic,
    toCommand: (base, form) => ({ topic: 'initiative', start: { planYear, sortOrder: lastPlace(others) }, clientKey: form.clientKey, base, texts: initiativeWritingOf(form) }),
    toForm: (writing, form) => ({ ...initiativeWritingOf(writing), clientKey: form.clientKey }),
    isQueued: (command): command is InitiativeCommand => command.topic === 'initiative' && command.base !== undefined && command.base.id === initiative?.id,
    onSeen: put,
    onSaved: (after, before) => {
      put(after);
      if (!before) {
        // In an open round it has got its row by now.
        client.invalidateQueries(['month']).catch(() => undefined);
      }
      tell(text('save.done'), before && (async () => (await store()).save(after, initiativeWritingOf(before))), put);
    }
  });
  const [tried, setTried] = React.useState(false);
  const form = React.useRef<HTMLDivElement>(null);
  const { texts, change } = editor;
  const troubles = troublesIn(texts, initiative);
  const words = (field: keyof InitiativeWriting): string | undefined => {
    const found = troubles.find((each) => each.field === field && (tried || !untilTried.includes(each.kind)));
    return found && text(troubleTexts[found.kind]);
  };
  const submit = (): void => {
    setTried(true);
    if (troubles.length === 0 && !editor.saving) {
      editor.submit();
    } else if (troubles.length > 0) {
      form.current?.querySelector<HTMLElement>(`[data-field="${troubles[0].field}"] :is(input, textarea)`)?.focus();
    }
  };
  const submitNow = React.useRef(submit);
  submitNow.current = submit;
  const keys = (event: React.KeyboardEvent): void => {
    // Before the fields see it: a list of names keeps Enter to itself, and what is typed there counts when it is left.
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !editor.choice) {
      event.preventDefault();
      event.stopPropagation();
      const field = document.activeElement instanceof HTMLElement ? document.activeElement : undefined;
      field?.blur();
      field?.focus();
      setTimeout(() => submitNow.current(), 0);
    }
  };
  const alike = texts.title.trim() === '' ? [] : alikeIn(others.filter(({ id }) => id !== initiative?.id))(texts).filter(({ likeness }) => likeness !== 'code');
  return (
    <div ref={form} role="form" aria-label={name} className={styles.panelForm} onKeyDownCapture={keys} onKeyDown={editorKeys(submit, editor.leave)}>
      {editor.fromDraft && <p className={styles.draft} role="status">{text('draft.restored')}</p>}
      <InitiativeFields texts={texts} others={others} today={today} words={words} retiring={retiring} onChange={change} />
      {alike.length > 0 && <p role="status" className={styles.notice}>{text('ini.alike', alike.map(({ other }) => other.originalText).join(', '))}</p>}
      {tried && troubles.length > 0 && <p role="alert" className={styles.notice}>{text('ini.troubles', troubles.map(({ field }) => views.find((view) => view.field === field)?.name ?? '').join(', '))}</p>}
      <EditorFooter editor={editor} submitLabel={text('common.save')} onSubmit={submit} views={views} />
    </div>
  );
};

/** Said only when somebody has tried to save: before that the form is just not finished. */
const untilTried: readonly InitiativeTrouble['kind'][] = ['missing', 'reason'];

const troubleTexts = {
  missing: 'common.required', reason: 'life.reason.needed', tooLong: 'ini.trouble.tooLong', cpr: 'status.privacyHit', endsBeforeStart: 'ini.trouble.endsBeforeStart', notADay: 'rounds.trouble.notADay'
} as const;

function formOf(initiative: InitiativeDetails | undefined, retiring: boolean): InitiativeFormTexts {
  return initiative
    ? { ...initiativeWritingOf(initiative), ...(retiring ? { lifecycle: 'Cancelled' as const } : {}), clientKey: '' }
    : { ...unwrittenInitiative, clientKey: newClientKey() };
}
