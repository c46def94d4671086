import type { DecisionKind } from '../plan/decision';
import type { FollowUpState } from '../plan/followUp';
import type { Lifecycle, Source } from '../plan/initiative';
import type { MeetingState } from '../plan/meeting';
import type { ObsLevel, ObsState, ObsType } from '../plan/obsPoint';
import type { EconomyOutlook, Progress, ReportState } from '../plan/statusReport';

/** Code value -> what stands in the list. Choices are kept in Danish because people also edit the plain lists. */
export type ChoiceTexts<Code extends string> = Readonly<Record<Code, string>>;

export const lifecycleChoices: ChoiceTexts<Lifecycle> = {
  Proposed: 'Foreslået', Approved: 'Godkendt', InProgress: 'Igangsat', OnHold: 'Sat i bero', Delivered: 'Gennemført', Operational: 'Overgået til drift',
  CarriedForward: 'Videreført', Cancelled: 'Udgået'
};

export const sourceChoices: ChoiceTexts<Source> = {
  BudgetAgreement: 'Budgetaftale', OptionsCatalogue: 'Råderumskatalog', NovemberMeasures: 'Novembergreb', Other: 'Andet'
};

export const progressChoices: ChoiceTexts<Progress> = {
  NotStarted: 'Ikke startet', OnTrack: 'Følger planen', Attention: 'Kræver opmærksomhed', OffTrack: 'Følger ikke planen', Paused: 'Sat i bero', Completed: 'Gennemført'
};

export const economyChoices: ChoiceTexts<EconomyOutlook> = {
  AsPlanned: 'Som forudsat', AtRisk: 'Usikker', OffPlan: 'Opnås ikke som forudsat', Realised: 'Realiseret', TooEarly: 'For tidligt at vurdere', NotRelevant: 'Ikke relevant'
};

export const reportStateChoices: ChoiceTexts<ReportState> = { Missing: 'Mangler', Draft: 'Kladde', Submitted: 'Indsendt', NotReceived: 'Ikke modtaget' };

export const meetingStateChoices: ChoiceTexts<MeetingState> = { Planned: 'Planlagt', Open: 'Åben', Locked: 'Låst', Held: 'Afholdt', Cancelled: 'Aflyst' };

export const obsLevelChoices: ChoiceTexts<ObsLevel> = { Executive: 'Direktion', Corporate: 'Koncernledelse' };

export const obsTypeChoices: ChoiceTexts<ObsType> = { Help: 'Hjælp', Coordination: 'Koordinering', Decision: 'Beslutning', Info: 'Orientering' };

export const obsStateChoices: ChoiceTexts<ObsState> = { Open: 'Åben', Closed: 'Lukket', Withdrawn: 'Trukket tilbage' };

export const decisionKindChoices: ChoiceTexts<DecisionKind> = {
  Decided: 'Besluttet', Approved: 'Godkendt', Noted: 'Taget til efterretning', Discussed: 'Drøftet', Postponed: 'Udsat', ToOEK: 'Oversendt til ØK', ToCommittee: 'Oversendt til udvalg'
};

export const followUpStateChoices: ChoiceTexts<FollowUpState> = { NotStarted: 'Ikke startet', InProgress: 'I gang', Done: 'Udført', Dropped: 'Bortfaldet' };

export const yesNoChoices: ChoiceTexts<'yes' | 'no'> = { yes: 'Ja', no: 'Nej' };

/** The code of a choice as found in the list; undefined when the list holds something we do not know. */
export function codeOf<Code extends string>(choices: ChoiceTexts<Code>, text: string): Code | undefined {
  return (Object.keys(choices) as Code[]).find((code) => choices[code] === text);
}
