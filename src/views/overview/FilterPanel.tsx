import { Checkbox } from '@fluentui/react/lib/Checkbox';
import * as React from 'react';
import type { Overview } from '../../plan/overview';
import type { OverviewSelection } from '../../plan/overviewSelection';
import { progressValues } from '../../plan/statusReport';
import { FluentFrame } from '../shared/FluentFrame';
import styles from '../shared/shared.module.scss';
import { locale, text } from '../shared/texts';

interface FilterPanelProps {
  view: Overview;
  selection: OverviewSelection;
  onSelect: (change: Partial<OverviewSelection>) => void;
}

/** Departments, committees and progress, each to be ticked. Opened by few, so loaded when opened. */
const FilterPanel: React.FC<FilterPanelProps> = ({ view, selection, onSelect }) => {
  const departments = distinct(view.rows.map((row) => row.initiative.department));
  const committees = distinct(view.rows.flatMap((row) => row.initiative.committees));
  return (
    <FluentFrame>
      <div className={styles.filterPanel}>
        <Choices title={text('overview.filterDepartment')} all={departments} chosen={selection.departments} onChange={(chosen) => onSelect({ departments: chosen })} />
        <Choices title={text('overview.filterCommittee')} all={committees} chosen={selection.committees} onChange={(chosen) => onSelect({ committees: chosen })} />
        <Choices title={text('overview.filterProgress')} all={[...progressValues]} chosen={selection.progress} label={(value) => text(`prog.${value}` as const)} onChange={(chosen) => onSelect({ progress: chosen })} />
      </div>
    </FluentFrame>
  );
};

interface ChoicesProps<Value extends string> {
  title: string;
  all: Value[];
  chosen: Value[];
  label?: (value: Value) => string;
  onChange: (chosen: Value[]) => void;
}

function Choices<Value extends string>({ title, all, chosen, label, onChange }: ChoicesProps<Value>): React.ReactElement {
  return (
    <fieldset className={styles.choices}>
      <legend>{title}</legend>
      {all.map((value) => (
        <Checkbox key={value} label={label ? label(value) : value} checked={chosen.includes(value)}
          onChange={(_event, checked) => onChange(checked ? [...chosen, value] : chosen.filter((each) => each !== value))} />
      ))}
    </fieldset>
  );
}

function distinct(values: string[]): string[] {
  return Array.from(new Set(values)).filter((value) => value !== '').sort((a, b) => a.localeCompare(b, locale()));
}

export default FilterPanel;
