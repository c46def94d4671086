import { ComboBox } from '@fluentui/react/lib/ComboBox';
import * as React from 'react';
import type { Initiative } from '../../plan/initiative';

interface InitiativesFieldProps {
  label: string;
  /** What nothing chosen means. */
  placeholder: string;
  chosen: readonly number[];
  initiatives: readonly Initiative[];
  onChange: (ids: number[]) => void;
}

/** Any number of initiatives, chosen in the paper's words and the plan's order. */
export const InitiativesField: React.FC<InitiativesFieldProps> = ({ label, placeholder, chosen, initiatives, onChange }) => {
  const inOrder = [...initiatives].sort((a, b) => a.sortOrder - b.sortOrder || a.id - b.id);
  return (
    <ComboBox label={label} multiSelect allowFreeInput={false} autoComplete="on" placeholder={placeholder} selectedKey={[...chosen]}
      options={inOrder.map(({ id, originalText }) => ({ key: id, text: originalText }))} useComboBoxAsMenuWidth
      onChange={(_event, option) => {
        const id = Number(option?.key);
        if (option) {
          onChange(option.selected ? [...chosen.filter((each) => each !== id), id] : chosen.filter((each) => each !== id));
        }
      }} />
  );
};
