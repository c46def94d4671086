import * as React from 'react';
import type { Stored } from '../../plan/stored';
import { useEditing } from '../editing/EditingProvider';

/**
 * The row that an editor of something new has already made: a pause saves it, also before a reload. It stands in the
 * editor and not in the list as well.
 * @param draftKey the name of the editor's draft
 */
export function useMadeRow(draftKey: string, editing: boolean): [number | undefined, (id: number) => void] {
  const { drafts } = useEditing();
  const [made, setMade] = React.useState<number>();
  const found = React.useMemo(() => (editing ? drafts.find<unknown, Stored>(draftKey)?.draft.base?.id : undefined), [drafts, draftKey, editing]);
  React.useEffect(() => {
    if (!editing) {
      setMade(undefined);
    }
  }, [editing]);
  return [editing ? made ?? found : undefined, setMade];
}
