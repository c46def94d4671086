import * as React from 'react';
import type { PlanSite } from '../../plan/ports/planStore';
import { Disclosure } from '../shared/Disclosure';
import styles from '../shared/shared.module.scss';
import { text } from '../shared/texts';
import { useAddress, writeAddress, readAddress, type Address } from './address';
import { planViews, type PlanView } from './planViews';
import { useFitting } from './useFitting';
import type { PlanViewId } from './viewIds';

/** The way between the views: real links, so that each opens in a tab of its own too. What has no room on the line stands behind a button. */
export const PlanNavigation: React.FC<{ site: PlanSite; current: PlanViewId }> = ({ site, current }) => {
  const offered = planViews.filter((view) => view.id === current || view.isOffered(site));
  const [list, fitting] = useFitting(offered.length);
  if (offered.length < 2) {
    return null;
  }
  const behind = offered.slice(fitting);
  const chosenBehind = behind.find(({ id }) => id === current);
  return (
    <nav className={styles.navigation} aria-label={text('nav.label')}>
      <ul ref={list} className={styles.navigationLine}>
        {offered.map((view, index) => <li key={view.id} style={index >= fitting ? { visibility: 'hidden' } : undefined}><ViewLink view={view} current={current} /></li>)}
      </ul>
      {behind.length > 0 && (
        <Disclosure label={chosenBehind ? text(chosenBehind.label) : text('nav.more')} buttonClass={styles.navigationMore} current={chosenBehind !== undefined}>
          {(close) => (
            <ul className={styles.choicesBelow}>
              {behind.map((view) => <li key={view.id}><ViewLink view={view} current={current} onFollow={close} /></li>)}
            </ul>
          )}
        </Disclosure>
      )}
    </nav>
  );
};

const ViewLink: React.FC<{ view: PlanView; current: PlanViewId; onFollow?: () => void }> = ({ view: { id, label }, current, onFollow }) => {
  const [, changeAddress] = useAddress();
  return (
    <a href={linkTo(id)} aria-current={id === current ? 'page' : undefined} onClick={(event) => {
      // Ctrl, Shift and the middle button mean what they always mean.
      if (event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
        event.preventDefault();
        onFollow?.();
        changeAddress(startOf(id));
      }
    }}>{text(label)}</a>
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
