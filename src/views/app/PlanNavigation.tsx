import * as React from 'react';
import type { PlanSite } from '../../plan/ports/planStore';
import styles from '../shared/shared.module.scss';
import { text } from '../shared/texts';
import { useAddress, writeAddress, readAddress, type Address } from './address';
import { planViews } from './planViews';
import type { PlanViewId } from './viewIds';

/** The way between the views: real links, so that each opens in a tab of its own too. */
export const PlanNavigation: React.FC<{ site: PlanSite; current: PlanViewId }> = ({ site, current }) => {
  const [, changeAddress] = useAddress();
  const offered = planViews.filter((view) => view.id === current || view.isOffered(site));
  if (offered.length < 2) {
    return null;
  }
  return (
    <nav className={styles.navigation} aria-label={text('nav.label')}>
      <ul>
        {offered.map(({ id, label }) => (
          <li key={id}>
            <a href={linkTo(id)} aria-current={id === current ? 'page' : undefined} onClick={(event) => {
              // Ctrl, Shift and the middle button mean what they always mean.
              if (event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
                event.preventDefault();
                changeAddress(startOf(id));
              }
            }}>{text(label)}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
};

/** A view as it opens: the meeting that stands open in this one is left. */
function startOf(view: PlanViewId): Partial<Address> {
  return { view, meeting: undefined, step: undefined };
}

/** The same month in another view. */
function linkTo(view: PlanViewId): string {
  return writeAddress({ ...readAddress(window.location.search), ...startOf(view) }, window.location.search) || window.location.pathname;
}
