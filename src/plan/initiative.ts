import type { CalendarDate } from './calendar';
import type { RowProblem, Stored } from './stored';

/** Where an initiative is in its life; the code values of the Lifecycle choices. */
export const lifecycles = ['Proposed', 'Approved', 'InProgress', 'OnHold', 'Delivered', 'Operational', 'CarriedForward', 'Cancelled'] as const;
export type Lifecycle = (typeof lifecycles)[number];

/** Where an initiative came from. */
export const sources = ['BudgetAgreement', 'OptionsCatalogue', 'NovemberMeasures', 'Other'] as const;
export type Source = (typeof sources)[number];

/** A row of the plan (*indsats*). */
export interface Initiative extends Stored {
  title: string;
  /** The title with code and marks exactly as the paper writes them; this is what is shown and printed. */
  originalText: string;
  planYear: string;
  sortOrder: number;
  code?: string;
  marks: string[];
  crossCutting: boolean;
  highlighted: boolean;
  highlightedSince?: CalendarDate;
  lifecycle: Lifecycle;
  source?: Source;
  department: string;
  committees: string[];
  directorId?: number;
  directorRole: string;
  chiefId?: number;
  chiefRole: string;
  deputyId?: number;
  startDate?: CalendarDate;
  endDate?: CalendarDate;
  predecessorId?: number;
  problems: RowProblem[];
}

/** The long texts of an initiative, read when its row is opened. */
export interface InitiativeTexts {
  coordinatesWith: string;
  description: string;
  politicalBasis: string;
  /** Why it ended or rests. */
  lifecycleReason: string;
}

/** The whole row of an initiative, read when it is edited. */
export interface InitiativeDetails extends Initiative, InitiativeTexts {}

/** One of the ids is the initiative's own, or that of the last year's row which it was carried on from: what is about that is about it. */
export function isNamed({ id, predecessorId }: Pick<Initiative, 'id' | 'predecessorId'>, ids: readonly number[]): boolean {
  return ids.includes(id) || (predecessorId !== undefined && ids.includes(predecessorId));
}

/** Still to be worked on: not delivered, handed over, carried on or given up. */
export function isOpenInitiative({ lifecycle }: Pick<Initiative, 'lifecycle'>): boolean {
  return lifecycle === 'Proposed' || lifecycle === 'Approved' || lifecycle === 'InProgress' || lifecycle === 'OnHold';
}

/** Expected to have a status in an open round: cross-cutting and alive. */
export function isReportedOn(initiative: Initiative): boolean {
  return initiative.crossCutting && isOpenInitiative(initiative) && initiative.lifecycle !== 'Proposed';
}
