import { ComboBox } from '@fluentui/react/lib/ComboBox';
import { Dropdown } from '@fluentui/react/lib/Dropdown';
import * as React from 'react';
import type { ObsSubjects } from '../../plan/obsPoint';
import type { MonthRows } from '../../plan/ports/planStore';
import styles from '../shared/shared.module.scss';
import { text } from '../shared/texts';

interface ObsSubjectFieldsProps {
  subjects: ObsSubjects;
  choices: Pick<MonthRows, 'initiatives' | 'efforts'>;
  onChange: (change: Partial<ObsSubjects>) => void;
}

const noEffort = 0;

/** What a point is about: any number of initiatives, and a strategic effort. Nothing chosen is the whole plan. */
export const ObsSubjectFields: React.FC<ObsSubjectFieldsProps> = ({ subjects, choices, onChange }) => {
  const initiatives = [...choices.initiatives].sort((a, b) => a.sortOrder - b.sortOrder || a.id - b.id);
  const efforts = [{ id: noEffort, title: text('obs.noEffort') }, ...choices.efforts];
  return (
    <div className={styles.editorPair}>
      <ComboBox label={text('obs.about')} multiSelect allowFreeInput={false} autoComplete="on" placeholder={text('obs.wholePlan')} selectedKey={subjects.initiativeIds}
        options={initiatives.map(({ id, originalText }) => ({ key: id, text: originalText }))} useComboBoxAsMenuWidth
        onChange={(_event, option) => {
          const id = Number(option?.key);
          if (option) {
            onChange({ initiativeIds: option.selected ? [...subjects.initiativeIds.filter((each) => each !== id), id] : subjects.initiativeIds.filter((each) => each !== id) });
          }
        }} />
      <Dropdown label={text('obs.effort')} options={efforts.map(({ id, title }) => ({ key: id, text: title }))} selectedKey={subjects.effortId ?? noEffort}
        onChange={(_event, option) => onChange({ effortId: Number(option?.key ?? noEffort) || undefined })} />
    </div>
  );
};
