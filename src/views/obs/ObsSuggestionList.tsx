import * as React from 'react';
import type { ObsSuggestion } from '../../plan/obsSuggestions';
import type { MonthRows } from '../../plan/ports/planStore';
import { useEditedRow, useEditing } from '../editing/EditingProvider';
import { Icon } from '../shared/icons';
import { LazyPart } from '../shared/lazy';
import sharedStyles from '../shared/shared.module.scss';
import { text } from '../shared/texts';
import styles from './obs.module.scss';
import { reasonText, suggestedText } from './suggestedText';

const ObsEditor = React.lazy(() => import(/* webpackChunkName: 'editing' */ '../editing/ObsEditor'));

interface ObsSuggestionListProps {
  suggestions: readonly ObsSuggestion[];
  covered: number;
  month: MonthRows;
}

/** What the round suggests, each saying why. "Rejs OBS" opens the point with its text ready. */
export const ObsSuggestionList: React.FC<ObsSuggestionListProps> = ({ suggestions, covered, month }) => {
  const { startEdit } = useEditing();
  const edited = useEditedRow();
  return (
    <section className={`${styles.section} ${styles.suggestionsSection}`} aria-labelledby="upl-obs-suggestions">
      <h3 id="upl-obs-suggestions" tabIndex={-1} data-place="suggestions" data-cell="obs">{text('obs.suggestions.heading', suggestions.length)}</h3>
      {suggestions.length === 0 && <p className={sharedStyles.muted}>{text('obs.suggestions.none')}</p>}
      <ul className={styles.suggestions}>
        {suggestions.map((suggestion) => {
          const place = `suggestion-${suggestion.key}`;
          return (
            <li key={suggestion.key} data-place={place} data-cell="obs" tabIndex={-1}>
              <p className={styles.titles}>{suggestion.title}</p>
              <ul>{suggestion.reasons.map((reason) => <li key={JSON.stringify(reason)}>{reasonText(reason)}</li>)}</ul>
              {edited?.place === place
                ? <LazyPart><ObsEditor title={suggestion.title} start={{ subjects: suggestion.subjects, text: suggestedText(suggestion), type: suggestion.type }} draftName={suggestion.key} period={month.period} choices={month} /></LazyPart>
                : (
                  <p className={styles.actions}>
                    <button type="button" className={sharedStyles.link} aria-label={`${text('obs.raiseSuggested')}: ${suggestion.title}`} onClick={() => startEdit({ kind: 'obs', initiativeId: 0, place })}>
                      <Icon name="flag" /> {text('obs.raiseSuggested')}
                    </button>
                  </p>
                )}
            </li>
          );
        })}
      </ul>
      {covered > 0 && <p className={sharedStyles.muted}>{text(covered === 1 ? 'obs.suggestions.coveredOne' : 'obs.suggestions.covered', covered)}</p>}
    </section>
  );
};
