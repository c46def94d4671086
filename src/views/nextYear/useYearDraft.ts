import * as React from 'react';
import type { YearChoice, YearNames } from '../../plan/nextYear/nextYear';
import type { PlanSite } from '../../plan/ports/planStore';
import type { KeptYear } from '../../plan/ports/nextYearStore';
import type { Period } from '../../plan/period';
import { createBrowserStore } from '../shared/browserStore';
import { useServices } from '../shared/services';

/** What has been chosen for the next year and not run yet. */
export interface YearDraft {
  choices: [number, YearChoice][];
  names: YearNames;
  meetings: Readonly<Record<Period, { date?: string; chosen?: boolean }>>;
}

interface KeptDraft {
  draft: YearDraft;
  change: (change: Partial<YearDraft>) => void;
  /** It is in the lists by now. */
  drop: () => void;
  /** The browser would not keep it. */
  notKept: boolean;
}

/** Choices for some hundred initiatives are not made in one go: they are kept in the browser with each, and begin with what was run before. */
export function useYearDraft(site: PlanSite, toYear: string, kept: KeptYear | undefined): KeptDraft {
  const { now } = useServices();
  const store = React.useMemo(() => createBrowserStore(() => window.localStorage, `${site.url}|${site.me.id}`, now), [site.url, site.me.id, now]);
  const name = `nextYear|${toYear}`;
  const [draft, setDraft] = React.useState<YearDraft>(() => store.read<YearDraft>(name) ?? { choices: kept?.choices ?? [], names: kept?.names ?? { departments: {}, committees: {} }, meetings: {} });
  const [notKept, setNotKept] = React.useState(false);
  return {
    draft, notKept,
    change: (change) => {
      const next = { ...draft, ...change };
      setDraft(next);
      setNotKept(!store.write(name, next));
    },
    drop: () => store.remove(name)
  };
}
