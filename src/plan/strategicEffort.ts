import type { CalendarDate } from './calendar';
import type { MergeRules } from './merge/mergeFields';
import type { Period } from './period';
import type { Stored } from './stored';

/** The part of a strategic effort that people write. */
export interface EffortWriting {
  title: string;
  description: string;
  ownerId?: number;
  ownerRole: string;
  /** Also initiatives of other plan years. */
  initiativeIds: number[];
  validFrom?: CalendarDate;
  validTo?: CalendarDate;
  sortOrder: number;
}

/** One of the board's own strategic efforts (*strategisk indsats*). */
export type StrategicEffort = Stored & EffortWriting;

/** How two people's edits of an effort are joined. Two who couple different initiatives are never in each other's way. */
export const effortRules: MergeRules<EffortWriting> = {
  kinds: { title: 'value', description: 'text', ownerId: 'value', ownerRole: 'value', initiativeIds: 'set', validFrom: 'value', validTo: 'value', sortOrder: 'value' },
  together: [['ownerId', 'ownerRole']]
};

/** The written part of an effort alone. */
export function effortWritingOf({ title, description, ownerId, ownerRole, initiativeIds, validFrom, validTo, sortOrder }: EffortWriting): EffortWriting {
  return { title, description, ownerId, ownerRole, initiativeIds, validFrom, validTo, sortOrder };
}

/** An effort that nobody has written in yet. */
export const unwrittenEffort: EffortWriting = { title: '', description: '', ownerRole: '', initiativeIds: [], sortOrder: 0 };

/** What keeps an effort from being saved, by field; empty when nothing does. */
export function troublesInEffort({ title, validFrom, validTo }: EffortWriting): ('title' | 'validTo')[] {
  return [...(title.trim() === '' ? ['title' as const] : []), ...(validFrom && validTo && validTo < validFrom ? ['validTo' as const] : [])];
}

/** The same effort with an initiative coupled to it, or no longer. */
export function withCoupling(effort: StrategicEffort, initiativeId: number, coupled: boolean): EffortWriting {
  const others = effort.initiativeIds.filter((id) => id !== initiativeId);
  return { ...effortWritingOf(effort), initiativeIds: coupled ? [...others, initiativeId] : others };
}

/** Valid at some time in the month. */
export function isValidIn(effort: StrategicEffort, period: Period): boolean {
  return (!effort.validFrom || effort.validFrom.slice(0, 7) <= period) && (!effort.validTo || effort.validTo.slice(0, 7) >= period);
}
