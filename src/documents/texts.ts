import type { DecisionKind } from '../plan/decision';
import type { EconomyGap } from '../plan/economy';
import type { FollowUpState } from '../plan/followUp';
import type { Lifecycle } from '../plan/initiative';
import type { ObsLevel, ObsType } from '../plan/obsPoint';
import type { EconomyOutlook, Progress } from '../plan/statusReport';

/** The texts that documents use; all of them stand in the loc files. */
export type DocumentTextKey =
  | `prog.${Progress}` | `eco.${EconomyOutlook}` | `life.${Lifecycle}` | `obs.level.${ObsLevel}` | `obs.type.${ObsType}` | `dec.${DecisionKind}` | `act.${FollowUpState}`
  | 'app.locale' | 'group.count' | 'group.countOne' | 'group.unnamed' | 'overview.received' | 'overview.missing' | 'overview.obsLabel' | 'overview.helpLabel' | 'status.heading'
  | 'status.notReceived' | 'status.notExpected' | 'status.late' | 'status.state.Draft' | 'status.onBehalfOf' | 'status.economy' | 'status.progress' | 'status.text' | 'status.next' | 'needs.yes'
  | 'column.title' | 'column.obs' | 'column.responsible' | 'column.progress' | 'column.status' | 'column.nextSteps' | 'column.needs' | 'responsible.none'
  | 'obs.label' | 'obs.age' | 'obs.new' | 'obs.proposed' | 'obs.level' | 'obs.state.Closed' | 'details.obs' | 'details.noObs' | 'nav.strategy' | 'nav.initiatives' | 'nav.obs'
  | 'meet.caseOwner' | 'meet.background' | 'meet.presentation' | 'meet.recommendation' | 'meet.closedItem' | 'doc.paper.title'
  | 'meet.focus' | 'meet.presenter' | 'meet.attending' | 'exp.caseNo'
  | 'doc.annex.title' | 'doc.revision' | 'doc.revision.preview' | 'doc.revision.reason' | 'doc.marks' | 'doc.crossCutting' | 'doc.completed' | 'doc.completed.none' | 'doc.invited'
  | 'doc.changed.none' | 'doc.changed.fields' | 'doc.changed.first' | 'doc.changed.needs' | 'doc.changed.was' | 'doc.obs.point' | 'doc.obs.concerns' | 'doc.obs.wholePlan'
 
  | 'meet.decision' | 'act.title' | 'act.owner' | 'act.due' | 'act.Overdue' | 'doc.summary.title' | 'doc.decisions.title' | 'doc.decisions' | 'doc.decisions.none' | 'doc.decisions.kind'
  | 'doc.followUps' | 'doc.followUps.none' | 'doc.state' | 'doc.month' | 'doc.calendar.followUp' | 'mail.invite.subject' | 'exp.access' | 'doc.extract.period' | 'doc.extract.leftOut' | 'doc.extract.nothing'
 
  | 'nav.overview' | 'nav.economy' | 'rounds.column.meeting' | 'ini.code' | 'ini.marks' | 'ini.director' | 'overview.filterDepartment' | 'overview.filterCommittee' | 'obs.type' | 'obs.state.Open' | 'doc.note' | 'doc.year'
  | 'doc.obs.months' | 'doc.economy.area' | 'doc.economy.planned' | 'doc.economy.expected' | 'doc.economy.realised' | 'doc.economy.priceLevel'
  | 'economy.noAppropriation' | 'economy.reconciliation' | 'economy.departments' | 'economy.investment' | 'economy.saving' | 'economy.netPlanned' | 'economy.netExpected' | 'economy.netRealised'
  | 'economy.deviation' | 'economy.gap' | 'economy.gap.none' | `economy.gap.${EconomyGap['kind']}` | 'economy.total'
  | 'committee.extract.title' | 'committee.extract.leftOut' | 'exp.committee' | 'nav.committees' | 'life.heading'
  | 'doc.page' | 'doc.none' | 'doc.effort';

/** A text in the language of the document; `{0}`, `{1}` … are filled with the values in order. The caller hands it in. */
export type Text = (key: DocumentTextKey, ...values: (string | number)[]) => string;
