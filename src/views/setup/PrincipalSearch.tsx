import * as React from 'react';
import type { PlanSetup, Principal } from '../../plan/ports/planSetup';
import { DirectorySearch } from '../shared/DirectorySearch';
import { text } from '../shared/texts';

interface PrincipalSearchProps {
  label: string;
  find: PlanSetup['findPrincipals'];
  onPick: (principal: Principal) => void;
}

/** Looks for a person or a group of the directory. */
export const PrincipalSearch: React.FC<PrincipalSearchProps> = (props) => (
  <DirectorySearch {...props} kind="principals" placeholder={text('setup.findPlaceholder')} describe={({ loginName, title, kind }) => ({ key: loginName, name: title, detail: text(`setup.kind.${kind}` as const) })} />
);
