import * as React from 'react';
import { useAddress } from '../app/address';
import type { PlanViewProps } from '../app/planViews';
import SetupView from './SetupView';

/** The setup as a view of a plan that is there already. */
const SetupPage: React.FC<PlanViewProps> = () => {
  const [, changeAddress] = useAddress();
  return <SetupView onDone={() => changeAddress({ view: 'overview' })} />;
};

export default SetupPage;
