import { Dropdown } from '@fluentui/react/lib/Dropdown';
import * as React from 'react';
import type { ObsSubjects } from '../../plan/obsPoint';
import type { MonthRows } from '../../plan/ports/planStore';
import styles from '../shared/shared.module.scss';
import { text } from '../shared/texts';
import { InitiativesField } from './InitiativesField';

interface ObsSubjectFieldsProps {
  subjects: ObsSubjects;
  choices: Pick<MonthRows, 'initiatives' | 'efforts'>;
  onChange: (change: Partial<ObsSubjects>) => void;
}

const noEffort = 0;

/** What a point is about: any number of initiatives, and a strategic effort. Nothing chosen is the whole plan. */
export const ObsSubjectFields: React.FC<ObsSubjectFieldsProps> = ({ subjects, choices, onChange }) => {
  const efforts = [{ id: noEffort, title: text('obs.noEffort') }, ...choices.efforts];
  return (
    <div className={styles.editorPair}>
      <InitiativesField label={text('obs.about')} placeholder={text('obs.wholePlan')} chosen={subjects.initiativeIds} initiatives={choices.initiatives} onChange={(initiativeIds) => onChange({ initiativeIds })} />
      <Dropdown label={text('obs.effort')} options={efforts.map(({ id, title }) => ({ key: id, text: title }))} selectedKey={subjects.effortId ?? noEffort}
        onChange={(_event, option) => onChange({ effortId: Number(option?.key ?? noEffort) || undefined })} />
    </div>
  );
};
