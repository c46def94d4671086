import plan from './plan.json';

/**
 * The sample plan, in the words of the lists: names in capitals are columns, their values are what stands in them, and a
 * key (of an account, an initiative, a meeting …) stands where the list has a person or a lookup.
 * Names in small letters (`key`, `author`, `texts`) tell how the rows are made.
 */
export interface SamplePlan {
  /** The line above the page that says that all of this is invented. */
  banner: { da: string; en: string };
  /** Where the clock stands when the sample is in (ISO 8601). */
  clock: string;
  accounts: SampleAccount[];
  initiatives: SampleInitiative[];
  strategicEfforts: SampleEffort[];
  statusReports: SampleReport[];
  meetings: SampleMeeting[];
  obsPoints: SampleObsPoint[];
  decisions: SampleDecision[];
  followUps: SampleFollowUp[];
  economyLines: SampleEconomyLine[];
}

/** A role account; there are no persons in the sample. */
export interface SampleAccount {
  key: string;
  title: string;
  login: string;
  groups: string[];
}

export interface SampleInitiative {
  key: string;
  SortOrder: number;
  OriginalText: string;
  Title: string;
  Code: string | null;
  Marks: string[];
  PlanYear: string;
  CrossCutting: boolean;
  Highlighted: boolean;
  HighlightedSince: string;
  Lifecycle: string;
  Source: string;
  Department: string;
  Committees: string[];
  Director: string;
  DirectorRole: string;
  Chief: string;
  ChiefRole: string;
  Deputy: string | null;
  CoordinatesWith: string;
  Description: string;
}

export interface SampleEffort {
  key: string;
  Title: string;
  Owner: string;
  OwnerRole: string;
  Initiatives: string[];
  ValidFrom: string;
  SortOrder: number;
}

export interface SampleReport {
  /** Key of the initiative or the effort. */
  subject: string;
  /** Key of the account that wrote it. */
  author: string;
  Period: string;
  Responsible: string;
  ResponsibleRole: string;
  Progress: string;
  EconomyOutlook: string;
  StatusText: string;
  NextSteps: string;
  NeedsCoordination: string;
  CoordinationText: string;
  ReportState: string;
  SubmittedAt: string;
}

export interface SampleMeeting {
  MeetingKey: string;
  Title: string;
  Forum: string;
  Period: string;
  MeetingDate: string;
  MeetingState: string;
  OpenedAt?: string | null;
  StatusDeadline?: string | null;
  LockedAt?: string | null;
  FocusInitiatives?: string[];
  Invited?: string[];
  InvitedText?: string;
  Attending?: string[];
  AttendingText?: string;
  CaseOwners?: string;
}

export interface SampleObsPoint {
  key: string;
  author: string;
  Title: string;
  Initiatives: string[];
  ObsLevel: string;
  ObsType: string;
  RaisedPeriod: string;
  ObsState: string;
  ClosedPeriod: string | null;
  /** What it said in each month: the versions of its row. */
  texts: { Period: string; ObsText: string; ProposedAction: string }[];
}

export interface SampleDecision {
  key: string;
  Meeting: string;
  ObsPoint: string | null;
  Initiatives: string[];
  DecisionKind: string;
  Title: string;
  DecisionText: string;
}

export interface SampleFollowUp {
  Title: string;
  Decision: string;
  Responsible: string;
  ResponsibleRole: string;
  DueDate: string;
  FollowUpState: string;
}

export interface SampleEconomyLine {
  Initiative: string;
  Title: string;
  Mark: string | null;
  Area: string;
  BudgetYear: string;
  AmountPlanned: number;
  PriceLevel: string;
}

/** The plan that the sample is made from. */
export const samplePlan: SamplePlan = plan;
