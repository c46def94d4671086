import { Checkbox } from '@fluentui/react/lib/Checkbox';
import * as React from 'react';
import { planRoles, type PlanRole, type PlanSetup, type Principal, type SiteGroup } from '../../plan/ports/planSetup';
import styles from '../shared/shared.module.scss';
import { text } from '../shared/texts';
import { PrincipalSearch } from './PrincipalSearch';
import type { ChosenRoles } from './SetupView';

interface RolesSectionProps {
  groups: readonly SiteGroup[];
  roles: ChosenRoles;
  onChange: (roles: ChosenRoles) => void;
  find: PlanSetup['findPrincipals'];
}

/** Who has which role: the site's own groups to tick, and people or directory groups to look for. */
export const RolesSection: React.FC<RolesSectionProps> = ({ groups, roles, onChange, find }) => (
  <section aria-labelledby="upl-setup-roles">
    <h3 id="upl-setup-roles">{text('setup.roles')}</h3>
    <div className={styles.filterPanel}>
      {planRoles.map((role) => (
        <RoleChoice key={role} role={role} groups={groups} chosen={roles[role]} find={find} onChange={(principals) => onChange({ ...roles, [role]: principals })} />
      ))}
    </div>
    {roles.directors.length === 0 && <p className={styles.notice}>{text('setup.noDirectors')}</p>}
  </section>
);

interface RoleChoiceProps {
  role: PlanRole;
  groups: readonly SiteGroup[];
  chosen: readonly Principal[];
  find: PlanSetup['findPrincipals'];
  onChange: (principals: Principal[]) => void;
}

const RoleChoice: React.FC<RoleChoiceProps> = ({ role, groups, chosen, find, onChange }) => {
  // Somebody taken out stays to be ticked again, until the page is left.
  const [found, setFound] = React.useState<Principal[]>(() => chosen.filter((principal) => !groups.some((group) => group.id === principal.id)));
  const ofSite = groups.map((group): Principal => ({ id: group.id, title: group.title, loginName: group.title, kind: 'siteGroup' }));
  const isChosen = (principal: Principal): boolean => chosen.some((each) => isSamePrincipal(each, principal));
  return (
    <fieldset className={styles.choices}>
      <legend>{text(`setup.role.${role}` as const)}</legend>
      <p className={styles.muted}>{text(`setup.role.${role}.help` as const)}</p>
      {[...ofSite, ...found].map((principal) => (
        <Checkbox key={principal.loginName} label={principal.kind === 'siteGroup' ? principal.title : `${principal.title} (${text(`setup.kind.${principal.kind}` as const)})`} checked={isChosen(principal)}
          onChange={(_event, checked) => onChange(checked ? [...chosen, principal] : chosen.filter((each) => !isSamePrincipal(each, principal)))} />
      ))}
      <PrincipalSearch label={text('setup.find', text(`setup.role.${role}` as const))} find={find} onPick={(principal) => {
        if (![...ofSite, ...found].some((each) => isSamePrincipal(each, principal))) {
          setFound([...found, principal]);
        }
        if (!isChosen(principal)) {
          onChange([...chosen, principal]);
        }
      }} />
    </fieldset>
  );
};

function isSamePrincipal(a: Principal, b: Principal): boolean {
  return a.id !== undefined && b.id !== undefined ? a.id === b.id : a.loginName.toLowerCase() === b.loginName.toLowerCase();
}
