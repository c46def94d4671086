import { ComboBox, type IComboBoxOption } from '@fluentui/react/lib/ComboBox';
import * as React from 'react';

interface NamesFieldProps {
  label: string;
  /** What the plan has already. Another name can be typed. */
  known: readonly string[];
  chosen: readonly string[];
  multiple: boolean;
  required?: boolean;
  errorMessage?: string;
  onChange: (names: string[]) => void;
}

/** Departments or committees: those of the plan to choose among, and room for a new one. */
export const NamesField: React.FC<NamesFieldProps> = ({ label, known, chosen, multiple, required, errorMessage, onChange }) => {
  const options = Array.from(new Set([...known, ...chosen])).filter(Boolean).map((name): IComboBoxOption => ({ key: name, text: name }));
  return (
    <ComboBox label={label} required={required} errorMessage={errorMessage} options={options} multiSelect={multiple} allowFreeform autoComplete="on" useComboBoxAsMenuWidth
      selectedKey={multiple ? [...chosen] : chosen[0] ?? null} text={multiple ? undefined : chosen[0] ?? ''}
      onChange={(_event, option, _index, typed) => {
        const name = (option?.text ?? typed ?? '').trim();
        if (!multiple) {
          onChange(name === '' ? [] : [name]);
        } else if (name !== '') {
          // One that is typed comes without an option and is added; one of the list comes with its tick.
          onChange(option && option.selected === false ? chosen.filter((each) => each !== name) : Array.from(new Set([...chosen, name])));
        }
      }} />
  );
};
