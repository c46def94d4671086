import { DefaultButton } from '@fluentui/react/lib/Button';
import { TextField } from '@fluentui/react/lib/TextField';
import * as React from 'react';
import { standardTemplate } from '../../documents/paper/paperOf';
import { places, templateOver } from '../../documents/paper/template';
import { templateTopic, type TemplateCommand } from '../../plan/commands';
import { templateWritingOf, type PaperTemplate, type TemplateRow } from '../../plan/paperTemplate';
import { EditorFooter } from '../editing/EditorFooter';
import { editorKeys } from '../editing/editorKeys';
import { templateFieldViews } from '../editing/fieldViews';
import { useRowEditor } from '../editing/useRowEditor';
import { useSavedTemplate } from '../shared/annexQueries';
import { FluentFrame } from '../shared/FluentFrame';
import { useSavedMessage } from '../shared/SavedMessage';
import styles from '../shared/shared.module.scss';
import { text } from '../shared/texts';

const fields = [['background', 'meet.background'], ['casePresentation', 'meet.presentation'], ['recommendation', 'meet.recommendation']] as const;

/** The paper's standard phrases, with the places that are filled from the month. */
const TemplateEditor: React.FC<{ template: TemplateRow | undefined }> = ({ template }) => {
  const saved = useSavedTemplate();
  const tell = useSavedMessage();
  const editor = useRowEditor<TemplateRow, PaperTemplate, PaperTemplate, TemplateCommand>({
    draftKey: 'T', label: text('documents.phrases'), row: template, initial: templateOver(template, standardTemplate(text)), topic: templateTopic,
    toCommand: (base, texts) => ({ topic: 'template', base, texts: templateWritingOf(texts) }), toForm: (written) => written,
    isQueued: (command): command is TemplateCommand => command.topic === 'template',
    onSeen: saved,
    onSaved: (row) => {
      saved(row);
      tell(text('save.done'));
    }
  });
  const submit = (): void => {
    if (!editor.saving) {
      editor.submit();
    }
  };
  return (
    <FluentFrame>
      <div role="form" aria-label={text('documents.phrases')} className={styles.editor} onKeyDown={editorKeys(submit, editor.leave)}>
        {editor.fromDraft && <p className={styles.draft} role="status">{text('draft.restored')}</p>}
        <p>{text('documents.phrases.help', places.map((place) => `{${place}}`).join(' '))}</p>
        {fields.map(([field, label], index) => (
          <TextField key={field} label={text(label)} multiline autoAdjustHeight rows={4} autoFocus={index === 0} value={editor.texts[field]} onChange={(_event, value) => editor.change({ [field]: value ?? '' })} />
        ))}
        <p><DefaultButton text={text('documents.phrases.standard')} onClick={() => editor.change(standardTemplate(text))} /></p>
        <EditorFooter editor={editor} submitLabel={text('common.save')} onSubmit={submit} views={templateFieldViews()} />
      </div>
    </FluentFrame>
  );
};

export default TemplateEditor;
