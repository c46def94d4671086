import * as React from 'react';
import type { TimeZone } from '../../plan/calendar';
import type { EconomyStore } from '../../plan/ports/economyStore';
import type { InitiativeStore } from '../../plan/ports/initiativeStore';
import type { AnnexStore } from '../../plan/ports/annexStore';
import type { MeetingStore } from '../../plan/ports/meetingStore';
import type { NextYearStore } from '../../plan/ports/nextYearStore';
import type { PlanImport } from '../../plan/ports/planImport';
import type { PlanSetup } from '../../plan/ports/planSetup';
import type { PlanStore } from '../../plan/ports/planStore';
import type { RoundStore } from '../../plan/ports/roundStore';
import type { StrategyStore } from '../../plan/ports/strategyStore';

/** What the shell hands to the views: the way to the plan, the way to set it up, and the one clock. */
export interface PlanServices {
  store: PlanStore;
  /** Loaded when somebody opens the setup. */
  loadSetup: () => Promise<PlanSetup>;
  /** Meetings, decisions and follow-ups; loaded when a view first shows them. */
  loadMeetings: (timeZone: TimeZone) => Promise<MeetingStore>;
  /** The board's meetings and their rounds; loaded when the view of rounds is opened. */
  loadRounds: (timeZone: TimeZone) => Promise<RoundStore>;
  /** Initiatives written by hand; loaded when somebody first does. */
  loadInitiatives: (timeZone: TimeZone) => Promise<InitiativeStore>;
  /** Initiatives in from a sheet; loaded when somebody opens that view. */
  loadImport: (timeZone: TimeZone) => Promise<PlanImport>;
  /** Strategic efforts; loaded when somebody first writes one. */
  loadStrategy: (timeZone: TimeZone) => Promise<StrategyStore>;
  /** The amounts; loaded when a view first shows them. */
  loadEconomy: (timeZone: TimeZone) => Promise<EconomyStore>;
  /** What is filed of the meetings, and the lock; loaded when a locked month or its documents are opened. */
  loadAnnexes: (timeZone: TimeZone) => Promise<AnnexStore>;
  /** The next year's plan; loaded when somebody opens that view. */
  loadNextYear: (timeZone: TimeZone) => Promise<NextYearStore>;
  now: () => Date;
  /** The package's own version, `0.1.0.0`. */
  version?: string;
  /** The view that the page was set to open with, as the property pane names it. */
  openWith?: string;
  /** The year chosen in the property pane; undefined is the newest. */
  planYear?: string;
  /** Only where time must go faster than on a page. */
  pace?: Pace;
}

/** How often things happen by themselves, in ms. */
export interface Pace {
  /** Between two questions whether others have saved. With the time of the answers, what they save is here within 30 s. */
  askForChanges: number;
  /** How long a writer rests before the draft is kept in the list. */
  keepDraft: number;
  /** How often the line is tried while edits wait to be sent. */
  tryLine: number;
}

const ordinaryPace: Pace = { askForChanges: 20000, keepDraft: 3000, tryLine: 15000 };

const ServicesContext = React.createContext<PlanServices | undefined>(undefined);

export const ServicesProvider: React.FC<{ services: PlanServices }> = ({ services, children }) => (
  <ServicesContext.Provider value={services}>{children}</ServicesContext.Provider>
);

/** @throws Error outside a ServicesProvider */
export function useServices(): PlanServices {
  const services = React.useContext(ServicesContext);
  if (!services) {
    throw new Error('useServices needs a ServicesProvider above it.');
  }
  return services;
}

export function usePace(): Pace {
  return useServices().pace ?? ordinaryPace;
}
