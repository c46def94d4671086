import * as React from 'react';
import sharedStyles from '../shared/shared.module.scss';
import { text } from '../shared/texts';

interface RoleFieldProps {
  role: string;
  disabled: boolean;
  onChange: (role: string) => void;
}

/** Who makes a revision: a role, never a name. */
export const RoleField: React.FC<RoleFieldProps> = ({ role, disabled, onChange }) => (
  <p>
    <label className={sharedStyles.inlineLabel}>{text('documents.role')}{' '}
      <input className={sharedStyles.search} value={role} maxLength={100} disabled={disabled} onChange={(event) => onChange(event.target.value)} />
    </label>
  </p>
);
