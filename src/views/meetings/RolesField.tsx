import { ComboBox } from '@fluentui/react/lib/ComboBox';
import { TextField } from '@fluentui/react/lib/TextField';
import * as React from 'react';
import { rolesOf } from '../../plan/meeting';
import { withRole, type PlanRole, type RolesWritten } from '../../plan/planRoles';
import { text } from '../shared/texts';

interface RolesFieldProps {
  label: string;
  written: RolesWritten;
  /** Roles of the plan to choose among. */
  roles: readonly PlanRole[];
  error: string | undefined;
  autoFocus?: boolean;
  onChange: (written: RolesWritten) => void;
}

/** Roles: chosen from the plan, with the people who have them, or written. The text is what is printed. */
export const RolesField: React.FC<RolesFieldProps> = ({ label, written, roles, error, autoFocus, onChange }) => {
  const named = rolesOf(written.text);
  const choose = (role: PlanRole | undefined, wanted: boolean): void => {
    if (role) {
      onChange(withRole(written, role, wanted));
    }
  };
  return (
    <div>
      <ComboBox label={text('meetings.rolesChoose', label)} multiSelect allowFreeInput={false} autoComplete="on" placeholder={text('editor.choose')} useComboBoxAsMenuWidth
        options={roles.map(({ role }) => ({ key: role, text: role }))} selectedKey={roles.map(({ role }) => role).filter((role) => named.includes(role))}
        onChange={(_event, option) => choose(roles.find(({ role }) => role === option?.key), option?.selected === true)} />
      <TextField label={text('meetings.rolesOf', label)} multiline autoAdjustHeight rows={2} autoFocus={autoFocus} description={text('meetings.rolesHelp')} value={written.text} errorMessage={error}
        onChange={(_event, value) => onChange({ ...written, text: value ?? '' })} />
    </div>
  );
};
