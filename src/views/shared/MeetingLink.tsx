import * as React from 'react';
import type { Meeting } from '../../plan/meeting';
import { useAddress, readAddress, writeAddress, type Address } from '../app/address';
import type { PlanViewId } from '../app/viewIds';
import styles from './shared.module.scss';

interface MeetingLinkProps {
  meeting: Meeting;
  /** A step of the meeting view; undefined leads to the meeting's page. */
  step?: string;
  view?: PlanViewId;
  className?: string;
  children?: React.ReactNode;
}

/** The way to a meeting: a real link, so that it opens in a tab of its own too. */
export const MeetingLink: React.FC<MeetingLinkProps> = ({ meeting, step, view = 'meetings', className = styles.link, children = meeting.title }) => {
  const [, changeAddress] = useAddress();
  const place: Partial<Address> = { view, meeting: meeting.id, step };
  const href = writeAddress({ ...readAddress(window.location.search), ...place }, window.location.search);
  return (
    <a className={className} href={href} onClick={(event) => {
      // Ctrl, Shift and the middle button mean what they always mean.
      if (event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
        event.preventDefault();
        changeAddress(place);
      }
    }}>{children}</a>
  );
};
