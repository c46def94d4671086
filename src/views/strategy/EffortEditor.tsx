import { ComboBox } from '@fluentui/react/lib/ComboBox';
import { TextField } from '@fluentui/react/lib/TextField';
import * as React from 'react';
import { effortTopic, type EffortCommand } from '../../plan/commands';
import { looksLikeCpr } from '../../plan/privacy';
import { effortWritingOf, troublesInEffort, unwrittenEffort, type EffortWriting, type StrategicEffort } from '../../plan/strategicEffort';
import type { Strategy } from '../../plan/strategy';
import { EditorFooter } from '../editing/EditorFooter';
import { editorKeys } from '../editing/editorKeys';
import { effortFieldViews, useSubjectTitle } from '../editing/fieldViews';
import { useRowEditor } from '../editing/useRowEditor';
import { PersonField } from '../initiatives/PersonField';
import { FluentFrame } from '../shared/FluentFrame';
import { usePlanStores } from '../shared/meetingQueries';
import { newClientKey } from '../shared/newClientKey';
import { useSavedRows } from '../shared/queries';
import { useSavedMessage } from '../shared/SavedMessage';
import sharedStyles from '../shared/shared.module.scss';
import { text } from '../shared/texts';
import { rolesInPlan } from './rolesInPlan';

interface EffortEditorProps {
  /** undefined when one is made. */
  effort?: StrategicEffort;
  view: Strategy;
}

interface EffortForm extends EffortWriting {
  /** Kept with the draft, so that also a creation that is tried again after a reload finds its own row. */
  clientKey: string;
}

/** Everything that is written of a strategic effort, with its initiatives. */
const EffortEditor: React.FC<EffortEditorProps> = ({ effort, view }) => {
  const saved = useSavedRows();
  const tell = useSavedMessage();
  const stores = usePlanStores();
  const titleOf = useSubjectTitle();
  const roles = rolesInPlan(view);
  const last = Math.max(0, ...view.efforts.map((each) => each.effort.sortOrder), ...view.otherEfforts.map(({ sortOrder }) => sortOrder));
  const editor = useRowEditor<StrategicEffort, EffortForm, EffortWriting, EffortCommand>({
    draftKey: effort ? `E${effort.id}` : 'E-new', label: `${text('doc.effort')}: ${effort?.title ?? ''}`, row: effort, topic: effortTopic,
    initial: effort ? { ...effortWritingOf(effort), clientKey: '' } : { ...unwrittenEffort, sortOrder: last + 1, clientKey: newClientKey() },
    toCommand: (base, form) => ({ topic: 'effort', clientKey: form.clientKey, base, texts: effortWritingOf(form) }),
    toForm: (writing, form) => ({ ...effortWritingOf(writing), clientKey: form.clientKey }),
    isQueued: (command): command is EffortCommand => command.topic === 'effort' && command.base !== undefined && command.base.id === effort?.id,
    onSeen: saved.effort,
    onSaved: (after, before) => {
      saved.effort(after);
      tell(text('save.done'), before && (async () => (await stores.strategy()).saveEffort(after, effortWritingOf(before))), saved.effort);
    }
  });
  const [tried, setTried] = React.useState(false);
  const { texts, change } = editor;
  const troubles = troublesInEffort(texts);
  const personal = looksLikeCpr(texts.description) ? text('status.privacyHit') : undefined;
  const submit = (): void => {
    setTried(true);
    if (troubles.length === 0 && !personal && !editor.saving) {
      editor.submit();
    }
  };
  const label = text(effort ? 'strategy.edit' : 'strategy.new');
  const date = (field: 'validFrom' | 'validTo'): React.ReactElement => (
    <TextField type="date" label={text(`strategy.${field}` as const)} value={texts[field] ?? ''} errorMessage={tried && field === 'validTo' && troubles.includes('validTo') ? text('strategy.endsBefore') : undefined}
      onChange={(_event, value) => change({ [field]: value || undefined })} />
  );
  return (
    <FluentFrame>
      <div role="form" aria-label={effort ? `${label}: ${effort.title}` : label} className={sharedStyles.editor} onKeyDown={editorKeys(submit, editor.leave)}>
        {editor.fromDraft && <p className={sharedStyles.draft} role="status">{text('draft.restored')}</p>}
        <TextField label={text('strategy.title')} required autoFocus maxLength={255} value={texts.title} errorMessage={tried && troubles.includes('title') ? text('common.required') : undefined}
          onChange={(_event, value) => change({ title: value ?? '' })} />
        <TextField label={text('ini.description')} multiline autoAdjustHeight rows={2} value={texts.description} errorMessage={personal} onChange={(_event, value) => change({ description: value ?? '' })} />
        <div className={sharedStyles.editorPair}>
          <ComboBox label={text('strategy.owner')} allowFreeform autoComplete="on" useComboBoxAsMenuWidth text={texts.ownerRole} options={roles.map(({ role }) => ({ key: role, text: role }))}
            onChange={(_event, option, _index, typed) => {
              const role = option?.text ?? typed ?? '';
              change({ ownerRole: role, ownerId: roles.find((known) => known.role === role)?.personId ?? texts.ownerId });
            }} />
          <PersonField label={text('strategy.ownerPerson')} personId={texts.ownerId} onChange={(ownerId) => change({ ownerId })} />
          {date('validFrom')}
          {date('validTo')}
          <TextField label={text('column.plan')} type="number" value={String(texts.sortOrder)} onChange={(_event, value) => change({ sortOrder: Number(value) || 0 })} />
        </div>
        <p className={sharedStyles.muted}>{text('strategy.owner.help')}</p>
        <ComboBox label={text('strategy.initiatives')} multiSelect allowFreeInput={false} autoComplete="on" placeholder={text('doc.none')} selectedKey={texts.initiativeIds} useComboBoxAsMenuWidth
          options={view.initiatives.map(({ id, originalText }) => ({ key: id, text: originalText }))}
          onChange={(_event, option) => {
            if (option) {
              const others = texts.initiativeIds.filter((id) => id !== option.key);
              change({ initiativeIds: option.selected ? [...others, Number(option.key)] : others });
            }
          }} />
        <EditorFooter editor={editor} submitLabel={text('common.save')} onSubmit={submit} views={effortFieldViews(titleOf)} />
      </div>
    </FluentFrame>
  );
};

export default EffortEditor;
