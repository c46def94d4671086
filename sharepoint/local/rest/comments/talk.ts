import { callerId, demand, type RequestContext } from '../dispatch/context';
import { rights } from '../permissions/masks';
import type { ItemRecord, LikeRecord, ListRecord, TalkRecord } from '../state/records';
import { talkKey } from '../state/store';

/** The item that is talked about. */
export interface TalkedAbout {
  list: ListRecord;
  item: ItemRecord;
}

export const talkOf = ({ list, item }: TalkedAbout, context: RequestContext): TalkRecord =>
  context.store.talks.get(talkKey(list.id, item.id)) ?? { list: list.id, item: item.id, nextId: 1, comments: [], likes: [] };

/**
 * Changes what is said about an item, which is no change of the item: no version, no ETag.
 * @throws SharePointError 403 without Edit Items: who may only read reads comments, too [A]
 */
export function changeTalk({ list, item }: TalkedAbout, change: Partial<TalkRecord>, context: RequestContext): void {
  demand(context.effective.onItem(list, item), rights.editListItems);
  context.store.talks.put({ ...talkOf({ list, item }, context), ...change });
}

/** The likes with the caller's own, or without; liking twice is once. */
export function liked(likes: LikeRecord[], isLiked: boolean, context: RequestContext): LikeRecord[] {
  const userId = callerId(context);
  const others = likes.filter((like) => like.userId !== userId);
  return isLiked ? [...others, likes.find((like) => like.userId === userId) ?? { userId, time: context.now }] : others;
}

export const isLikedByCaller = (likes: LikeRecord[], context: RequestContext): boolean => likes.some(({ userId }) => userId === context.userId);
