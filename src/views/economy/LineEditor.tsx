import { Dropdown } from '@fluentui/react/lib/Dropdown';
import { TextField } from '@fluentui/react/lib/TextField';
import * as React from 'react';
import { amountText, readAmount } from '../../plan/amounts';
import { economyTopic, type EconomyCommand } from '../../plan/commands';
import { unmarked } from '../../plan/economy';
import { economyWritingOf, troublesInLine, type EconomyLine, type EconomyWriting } from '../../plan/economyLine';
import type { Initiative } from '../../plan/initiative';
import { EditorFooter } from '../editing/EditorFooter';
import { editorKeys } from '../editing/editorKeys';
import { economyFieldViews, useSubjectTitle } from '../editing/fieldViews';
import { useRowEditor } from '../editing/useRowEditor';
import { useSavedLine } from '../shared/economyQueries';
import { FluentFrame } from '../shared/FluentFrame';
import { usePlanStores } from '../shared/meetingQueries';
import { newClientKey } from '../shared/newClientKey';
import { useSavedMessage } from '../shared/SavedMessage';
import sharedStyles from '../shared/shared.module.scss';
import { locale, text } from '../shared/texts';

interface LineEditorProps {
  initiative: Initiative;
  /** undefined when one is made; then `start` is what it begins with. */
  line?: EconomyLine;
  start?: Pick<EconomyWriting, 'budgetYear' | 'area' | 'priceLevel'>;
  marks: readonly string[];
}

const amounts = ['planned', 'expected', 'realised'] as const;
type AmountField = (typeof amounts)[number];

/** Amounts as they are typed, so that a number half written is not taken away. */
interface LineForm extends Omit<EconomyWriting, AmountField>, Record<AmountField, string> {
  clientKey: string;
}

/** One economy line, written where it stands. */
const LineEditor: React.FC<LineEditorProps> = ({ initiative, line, start, marks }) => {
  const savedLine = useSavedLine();
  const tell = useSavedMessage();
  const stores = usePlanStores();
  const titleOf = useSubjectTitle();
  const editor = useRowEditor<EconomyLine, LineForm, EconomyWriting, EconomyCommand>({
    draftKey: line ? `L${line.id}` : `L-new-${initiative.id}`, label: text('economy.lineOf', text('nav.economy'), initiative.title), row: line, topic: economyTopic,
    initial: formOf(line ?? { initiativeId: initiative.id, budgetYear: '', area: '', priceLevel: '', ...start }, line ? '' : newClientKey()),
    toCommand: (base, form) => ({ topic: 'economyLine', clientKey: form.clientKey, base, texts: writingOf(form) }),
    toForm: (writing, form) => formOf(writing, form.clientKey),
    isQueued: (command): command is EconomyCommand => command.topic === 'economyLine' && command.base !== undefined && command.base.id === line?.id,
    onSeen: savedLine,
    onSaved: (after, before) => {
      savedLine(after);
      tell(text('save.done'), before && (async () => (await stores.economy()).saveLine(after, economyWritingOf(before))), savedLine);
    }
  });
  const [tried, setTried] = React.useState(false);
  const { texts, change } = editor;
  const unreadable = amounts.filter((field) => readAmount(texts[field], locale()) === 'unreadable');
  const troubles = troublesInLine(writingOf(texts));
  const submit = (): void => {
    setTried(true);
    if (unreadable.length === 0 && troubles.length === 0 && !editor.saving) {
      editor.submit();
    }
  };
  const amountTrouble = (field: AmountField): string | undefined => (unreadable.includes(field) ? text('economy.badAmount') : tried && field === 'planned' && troubles.includes('planned') ? text('economy.needsAmount') : undefined);
  const name = line ? `${text('economy.edit')}: ${text('economy.lineOf', initiative.title, line.title)}` : `${text('economy.add')}: ${initiative.title}`;
  const known = Array.from(new Set(['I', 'B', ...initiative.marks, ...marks.filter((mark) => mark !== unmarked)]));
  return (
    <FluentFrame>
      <div role="form" aria-label={name} className={sharedStyles.editor} onKeyDown={editorKeys(submit, editor.leave)}>
        {editor.fromDraft && <p className={sharedStyles.draft} role="status">{text('draft.restored')}</p>}
        <div className={sharedStyles.editorPair}>
          {amounts.map((field, index) => (
            <TextField key={field} label={text(`doc.economy.${field}` as const)} inputMode="text" autoFocus={index === 0} value={texts[field]} errorMessage={amountTrouble(field)}
              onChange={(_event, value) => change({ [field]: value ?? '' })} />
          ))}
          <TextField label={text('doc.year')} required inputMode="numeric" maxLength={4} value={texts.budgetYear} errorMessage={tried && troubles.includes('budgetYear') ? text('economy.needsYear') : undefined}
            onChange={(_event, value) => change({ budgetYear: value ?? '' })} />
          <Dropdown label={text('ini.marks')} selectedKey={texts.mark ?? unmarked} options={[...known.map((mark) => ({ key: mark, text: `(${mark})` })), { key: unmarked, text: text('economy.unmarked') }]}
            onChange={(_event, option) => change({ mark: option === undefined || option.key === unmarked ? undefined : String(option.key) })} />
          <TextField label={text('doc.economy.area')} maxLength={255} value={texts.area} onChange={(_event, value) => change({ area: value ?? '' })} />
          <TextField label={text('doc.economy.priceLevel')} maxLength={255} value={texts.priceLevel} onChange={(_event, value) => change({ priceLevel: value ?? '' })} />
        </div>
        <p className={sharedStyles.muted}>{text('economy.sign')}</p>
        <EditorFooter editor={editor} submitLabel={text('common.save')} onSubmit={submit} views={economyFieldViews(titleOf)} />
      </div>
    </FluentFrame>
  );
};

function formOf(writing: EconomyWriting, clientKey: string): LineForm {
  const typed = (amount: number | undefined): string => (amount === undefined ? '' : amountText(amount, locale()));
  return { ...economyWritingOf(writing), planned: typed(writing.planned), expected: typed(writing.expected), realised: typed(writing.realised), clientKey };
}

/** An amount that cannot be read is none; it is never sent: the form stops it. */
function writingOf(form: LineForm): EconomyWriting {
  const amount = (typed: string): number | undefined => {
    const read = readAmount(typed, locale());
    return read === 'unreadable' ? undefined : read;
  };
  const { initiativeId, budgetYear, mark, area, priceLevel } = form;
  return { initiativeId, budgetYear: budgetYear.trim(), mark, area, priceLevel, planned: amount(form.planned), expected: amount(form.expected), realised: amount(form.realised) };
}

export default LineEditor;
