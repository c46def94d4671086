import { Checkbox } from '@fluentui/react/lib/Checkbox';
import { Dropdown } from '@fluentui/react/lib/Dropdown';
import { TextField } from '@fluentui/react/lib/TextField';
import * as React from 'react';
import type { CalendarDate } from '../../plan/calendar';
import { isOpenInitiative, lifecycles, sources, type Initiative } from '../../plan/initiative';
import { withHighlight, withOriginalText, type InitiativeWriting } from '../../plan/initiatives/initiativeWriting';
import styles from '../shared/shared.module.scss';
import { locale, text } from '../shared/texts';
import { NamesField } from './NamesField';
import { PersonField } from './PersonField';

interface InitiativeFieldsProps {
  texts: InitiativeWriting;
  others: readonly Initiative[];
  today: CalendarDate;
  /** What is wrong with a field, in words. */
  words: (field: keyof InitiativeWriting) => string | undefined;
  retiring: boolean;
  onChange: (change: Partial<InitiativeWriting>) => void;
}

/** Every column of an initiative, in four parts. */
export const InitiativeFields: React.FC<InitiativeFieldsProps> = ({ texts, others, today, words, retiring, onChange }) => {
  const known = (namesOf: (initiative: Initiative) => readonly string[]): string[] => Array.from(new Set(others.flatMap(namesOf))).filter(Boolean).sort((a, b) => a.localeCompare(b, locale()));
  const note = (field: 'coordinatesWith' | 'description' | 'politicalBasis', label: string, help?: string): React.ReactElement => (
    <div data-field={field}><TextField label={label} description={help} multiline autoAdjustHeight rows={2} value={texts[field]} errorMessage={words(field)} onChange={(_event, value) => onChange({ [field]: value ?? '' })} /></div>
  );
  const line = (field: 'title' | 'directorRole' | 'chiefRole', label: string, required: boolean): React.ReactElement => (
    <div data-field={field}><TextField label={label} required={required} value={texts[field]} errorMessage={words(field)} onChange={(_event, value) => onChange({ [field]: value ?? '' })} /></div>
  );
  const day = (field: 'startDate' | 'endDate' | 'highlightedSince', label: string): React.ReactElement => (
    <div data-field={field}><TextField label={label} type="date" value={texts[field] ?? ''} errorMessage={words(field)} onChange={(_event, value) => onChange({ [field]: value || undefined })} /></div>
  );
  return (
    <>
      <Part title={text('ini.part.what')}>
        <div data-field="originalText">
          <TextField label={text('ini.text')} required autoFocus={!retiring} description={text('ini.text.help')} value={texts.originalText} errorMessage={words('originalText')} onChange={(_event, value) => onChange(withOriginalText(texts, value ?? ''))} />
        </div>
        {line('title', text('ini.title'), true)}
        <div className={styles.editorPair}>
          <div data-field="code"><TextField label={text('ini.code')} value={texts.code ?? ''} errorMessage={words('code')} onChange={(_event, value) => onChange({ code: value?.trim() || undefined })} /></div>
          <TextField label={text('ini.marks')} description={text('ini.marks.help')} value={texts.marks.join('')} onChange={(_event, value) => onChange({ marks: Array.from(new Set((value ?? '').toUpperCase().match(/[A-ZÆØÅ]/g) ?? [])) })} />
        </div>
        <div data-field="department"><NamesField label={text('ini.department')} required known={known(({ department }) => [department])} chosen={texts.department === '' ? [] : [texts.department]} multiple={false} errorMessage={words('department')} onChange={([department = '']) => onChange({ department })} /></div>
        <div data-field="committees"><NamesField label={text('ini.bodies')} known={known(({ committees }) => committees)} chosen={texts.committees} multiple errorMessage={words('committees')} onChange={(committees) => onChange({ committees })} /></div>
        <Dropdown label={text('ini.source')} options={[{ key: '', text: text('ini.noSource') }, ...sources.map((value) => ({ key: value, text: text(`source.${value}` as const) }))]} selectedKey={texts.source ?? ''}
          onChange={(_event, option) => onChange({ source: sources.find((value) => value === option?.key) })} />
        <Checkbox label={text('ini.crosscutting')} checked={texts.crossCutting} onChange={(_event, on) => onChange({ crossCutting: on === true })} />
        <Checkbox label={text('ini.highlight')} checked={texts.highlighted} onChange={(_event, on) => onChange(withHighlight(texts, on === true, today))} />
        {texts.highlighted && day('highlightedSince', text('ini.highlightedSince'))}
      </Part>
      <Part title={text('ini.part.who')}>
        <p className={styles.muted}>{text('ini.roles.help')}</p>
        <PersonField label={text('ini.director')} personId={texts.directorId} onChange={(directorId) => onChange({ directorId })} />
        {line('directorRole', text('ini.directorRole'), false)}
        <PersonField label={text('ini.chief')} personId={texts.chiefId} onChange={(chiefId) => onChange({ chiefId })} />
        {line('chiefRole', text('ini.chiefRole'), false)}
        <PersonField label={text('ini.deputy')} personId={texts.deputyId} onChange={(deputyId) => onChange({ deputyId })} />
        {note('coordinatesWith', text('ini.coordinating'), text('ini.coordinating.help'))}
      </Part>
      <Part title={text('ini.part.content')}>
        {note('description', text('ini.description'))}
        {note('politicalBasis', text('ini.basis'))}
        <div className={styles.editorPair}>{day('startDate', text('ini.start'))}{day('endDate', text('ini.end'))}</div>
      </Part>
      <Part title={text('life.heading')}>
        <Dropdown label={text('life.heading')} options={lifecycles.map((value) => ({ key: value, text: text(`life.${value}` as const) }))} selectedKey={texts.lifecycle}
          onChange={(_event, option) => onChange({ lifecycle: lifecycles.find((value) => value === option?.key) ?? texts.lifecycle })} />
        <div data-field="lifecycleReason">
          <TextField label={text('life.reason')} required={!isOpenInitiative(texts)} multiline autoAdjustHeight rows={2} autoFocus={retiring} description={text('life.reason.help')} value={texts.lifecycleReason}
            errorMessage={words('lifecycleReason')} onChange={(_event, value) => onChange({ lifecycleReason: value ?? '' })} />
        </div>
      </Part>
    </>
  );
};

const Part: React.FC<{ title: string }> = ({ title, children }) => (
  <fieldset className={styles.panelPart}><legend>{title}</legend>{children}</fieldset>
);
