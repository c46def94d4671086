import type { Initiative, InitiativeTexts } from '../initiative';
import type { Meeting } from '../meeting';
import type { ObsPoint, ObsSubjects, ObsTexts, ObsWriting } from '../obsPoint';
import type { Period } from '../period';
import type { Person } from '../person';
import type { WriteOutcome } from '../problem';
import type { EarlierMonth, EarlierReport } from '../sinceLast';
import type { StatusReport, StatusTexts, Subject } from '../statusReport';
import type { StrategicEffort } from '../strategicEffort';
import type { TimeZone } from '../calendar';

/** What SharePoint says that the signed-in person may do, list by list. */
export interface Rights {
  /** Manage lists and permissions: may run the setup. */
  manageSite: boolean;
  addInitiatives: boolean;
  editInitiatives: boolean;
  editReports: boolean;
  addReports: boolean;
  addObs: boolean;
  editObs: boolean;
  addMeetings: boolean;
  editMeetings: boolean;
  addDecisions: boolean;
  editDecisions: boolean;
  addFollowUps: boolean;
  editFollowUps: boolean;
  editEfforts: boolean;
  editEconomy: boolean;
  editSettings: boolean;
  /** May put the annex and the paper in their library. */
  addAnnexes: boolean;
}

/** The site that holds the plan, and who is looking. */
export interface PlanSite {
  url: string;
  title: string;
  me: Person;
  rights: Rights;
  timeZone: TimeZone;
  /** The year asked for, else the plan in use: the newest that the rounds have come to. undefined: nothing in the plan yet. */
  planYear?: string;
  /** A later plan, made while this one still runs. */
  nextPlanYear?: string;
  meetings: Meeting[];
  /** As `changes` answers, from when the site was read. */
  stamps: ListStamps;
}

/** Everything that one month's overview is made from. A fixed number of requests, whatever the number of rows. */
export interface MonthRows {
  planYear: string;
  period: Period;
  initiatives: Initiative[];
  efforts: StrategicEffort[];
  reports: StatusReport[];
  obsPoints: ObsPoint[];
}

/** The month that a page will most likely show. */
export type ExpectedMonth = Pick<MonthRows, 'planYear' | 'period'>;

/** The rest of an initiative, read when its row is opened. */
export interface InitiativeHistory {
  /** Letters of the marks with their meaning, `{ I: 'Investering' }`. */
  legend: Record<string, string>;
  texts: InitiativeTexts;
  /** Its rows in the plans of the years, this one first: each was carried on from the next. */
  line: { id: number; planYear: string }[];
  /** Every month's report in all those years, newest first. */
  reports: StatusReport[];
  /** Every OBS point that names one of its rows, newest first. */
  obsPoints: ObsPoint[];
}

/** The lists whose rows the views show; `changes` names them. */
export const watchedLists = ['initiatives', 'efforts', 'reports', 'meetings', 'obsPoints', 'decisions', 'followUps', 'economy'] as const;
export type WatchedList = (typeof watchedLists)[number];

/** What each list looks like from outside: a text that is another one when somebody has saved in the list. */
export type ListStamps = Readonly<Partial<Record<WatchedList, string>>>;

export type StatusOutcome = WriteOutcome<StatusReport, StatusTexts>;
export type ObsOutcome = WriteOutcome<ObsPoint, ObsWriting>;

/** Where the plan is kept. Reads reject with a PlanError; writes resolve to an outcome. */
export interface PlanStore {
  /**
   * Rejects with `listsMissing` when the lists have not been made, `forbidden` when they may not be read.
   * @param planYear a year that was chosen beforehand; without it the newest is looked up
   */
  site(planYear?: string): Promise<PlanSite>;
  /**
   * Site and month at once, when one can guess which month it will be. Each answers as `site` and `month` do, the site as
   * soon as it is known.
   */
  opening(expected: ExpectedMonth, chosenYear?: string): { site: Promise<PlanSite>; month: Promise<MonthRows> };
  month(planYear: string, period: Period): Promise<MonthRows>;
  /** The month with the named lists read anew; the others stay as they are known. */
  refreshMonth(known: MonthRows, changed: readonly WatchedList[]): Promise<MonthRows>;
  /** Reports of months before, all in one request, whatever the number of months and rows. */
  earlier(months: readonly EarlierMonth[]): Promise<EarlierReport[]>;
  history(initiativeId: number): Promise<InitiativeHistory>;
  person(id: number): Promise<Person>;
  /** Who SharePoint says is signed in at this moment: asked before what waits is sent in somebody's name. */
  whoIsSignedIn(): Promise<Person>;
  /** One small request that tells whether anything was saved in the lists. */
  changes(): Promise<ListStamps>;
  /** Saves the texts over `base`; `onBehalfOf` is empty when the responsible writes. Submits: sets state and time. */
  submitStatus(base: StatusReport, texts: StatusTexts, onBehalfOf: string): Promise<StatusOutcome>;
  /** Keeps the texts on the server as a draft. Before the first submit only: a row that was submitted since is never taken back. */
  saveDraft(base: StatusReport, texts: StatusTexts, onBehalfOf: string): Promise<StatusOutcome>;
  /** Makes the row that an open round lacks (the initiative came later), then as submitStatus; or as saveDraft. */
  createStatus(start: NewStatus, texts: StatusTexts, onBehalfOf: string, state?: 'Draft' | 'Submitted'): Promise<StatusOutcome>;
  /** Undo: the texts, choices, time and pen of `before` over `saved`, as a new version. The state stays. */
  restoreStatus(saved: StatusReport, before: StatusReport): Promise<StatusOutcome>;
  /** `clientKey` (a GUID) makes a second attempt after a lost answer find the first one's row. */
  raiseObs(start: NewObs, texts: ObsTexts, clientKey: string): Promise<ObsOutcome>;
  saveObs(base: ObsPoint, texts: ObsTexts): Promise<ObsOutcome>;
  closeObs(base: ObsPoint, closedPeriod: Period, closingText: string): Promise<ObsOutcome>;
  /** Saves everything that is written of a point: what a choice between two edits ended in, or an undo. */
  rewriteObs(base: ObsPoint, writing: ObsWriting): Promise<ObsOutcome>;
}

export interface NewStatus {
  subject: Subject;
  period: Period;
  title: string;
  responsibleId?: number;
  responsibleRole: string;
}

export interface NewObs {
  subjects: ObsSubjects;
  raisedPeriod: Period;
}
