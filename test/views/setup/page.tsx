import { render, screen, within, type RenderResult } from '@testing-library/react';
import * as React from 'react';
import type { PlanSetup } from '../../../src/plan/ports/planSetup';
import { App } from '../../../src/views/app/App';
import { startSession } from '../../../src/views/app/session';
import type { Pace, PlanServices } from '../../../src/views/shared/services';
import { aMonth, anInitiative, anObsPoint, aReport, aSite } from '../../plan/support/samples';
import { aSetup } from './aSetup';
import type { InitiativeStore } from '../../../src/plan/ports/initiativeStore';
import type { PlanImport } from '../../../src/plan/ports/planImport';
import { createMemoryEconomy, type MemoryEconomy } from './memoryEconomy';
import { createMemoryAnnexes } from './memoryAnnexes';
import { createMemoryImport } from './memoryImport';
import { createMemoryInitiatives } from './memoryInitiatives';
import { createMemoryMeetings, type MemoryMeetings } from './memoryMeetings';
import { createMemoryNextYear } from './memoryNextYear';
import { createMemoryRounds } from './memoryRounds';
import { createMemoryStrategy } from './memoryStrategy';
import { createMemoryStore, type MemoryStore } from './memoryStore';

export const theme = { isInverted: false, background: '#ffffff', text: '#323130', subtleText: '#605e5c', accent: '#03787c', accentText: '#ffffff', rule: '#e1dfdd', shade: '#f8f7f6' };

/** Three initiatives: one of my own that has a status, one that is missing and mine, one of somebody else's with an OBS point. */
export function aStore(): MemoryStore {
  return createMemoryStore(aSite(), aMonth({
    initiatives: [
      anInitiative(1, { title: 'Skriftlige fremstillinger', originalText: 'Skriftlige fremstillinger R101 (I)(B)', code: 'R101', marks: ['I', 'B'], chiefId: 7, chiefRole: 'Fagchef, Politik' }),
      anInitiative(2, { title: 'Bosætningskampagne', originalText: 'Bosætningskampagne', chiefId: 7, department: 'Udvikling' }),
      anInitiative(3, { title: 'Flådestyring', originalText: 'Flådestyring R003(I)(B)', code: 'R003', marks: ['I', 'B'], chiefId: 8, chiefRole: 'Fagchef, Ejendomme', department: 'Udvikling' })
    ],
    reports: [
      aReport(1, { progress: 'OnTrack', statusText: 'Skabeloner er klar', nextSteps: 'Ibrugtagning', needsCoordination: false, submittedAt: '2025-04-14T08:00:00Z' }),
      aReport(2, { state: 'Missing' }),
      aReport(3, { progress: 'OffTrack', statusText: 'Udbuddet er forsinket', needsCoordination: true, coordinationText: 'Stillingtagen til pulje' }),
      { ...aReport(1, { period: '2025-03', progress: 'Attention', statusText: 'Marts tekst' }), id: 2001 }
    ],
    obsPoints: [anObsPoint(9, { initiativeIds: [3], text: 'Puljen er ikke besluttet', proposedAction: 'Beslut omfanget', raisedPeriod: '2025-03' })]
  }));
}

export function showPlan(store: MemoryStore, setup?: PlanSetup, meetings: MemoryMeetings = createMemoryMeetings(store), pace?: Pace, planImport: PlanImport = createMemoryImport(store), initiatives: InitiativeStore = createMemoryInitiatives(store), economy: MemoryEconomy = createMemoryEconomy(store), others: Partial<PlanServices> = {}): RenderResult {
  const strategy = createMemoryStrategy(store);
  const services = {
    store, pace, now: () => new Date('2025-04-25T07:00:00Z'),
    loadMeetings: async () => meetings,
    loadSetup: async () => setup ?? aSetup(),
    loadImport: async () => planImport,
    loadNextYear: async () => createMemoryNextYear(store),
    loadInitiatives: async () => initiatives,
    loadRounds: async () => createMemoryRounds(store),
    loadStrategy: async () => strategy,
    loadEconomy: async () => economy,
    loadAnnexes: async () => createMemoryAnnexes(store, meetings),
    ...others
  };
  return render(<App session={startSession(services)} theme={theme} />);
}

/** The row of an initiative, by its title. */
export async function rowOf(title: string): Promise<HTMLElement> {
  const header = await screen.findByRole('rowheader', { name: new RegExp(title) });
  const row = header.closest('tr');
  if (!row) {
    throw new Error(`${title} stands in no row`);
  }
  return row;
}

export async function inRow(title: string): Promise<ReturnType<typeof within>> {
  return within(await rowOf(title));
}
