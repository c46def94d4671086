import * as React from 'react';
import type { InitiativeDetails } from '../../plan/initiative';
import { yearEndings, type NextYearPlan, type YearChoice, type YearEnding } from '../../plan/nextYear/nextYear';
import styles from '../shared/shared.module.scss';
import { text } from '../shared/texts';

interface YearChoicesProps {
  plan: NextYearPlan;
  choices: ReadonlyMap<number, YearChoice>;
  toYear: string;
  disabled: boolean;
  onChoose: (choices: ReadonlyMap<number, YearChoice>) => void;
}

/** What becomes of each open initiative, with its reason. */
export const YearChoices: React.FC<YearChoicesProps> = ({ plan, choices, toYear, disabled, onChoose }) => {
  const [all, setAll] = React.useState<YearEnding>('carry');
  const unchosen = plan.open.filter(({ id }) => !choices.has(id) && !plan.carriedAlready.has(id));
  const choose = (id: number, choice: YearChoice): void => onChoose(new Map(choices).set(id, choice));
  return (
    <section aria-labelledby="upl-year-choices">
      <h3 id="upl-year-choices">{text('year.choices')}</h3>
      <p role="status">{text(unchosen.length === 1 ? 'year.unchosenOne' : 'year.unchosen', unchosen.length)}</p>
      {unchosen.length > 0 && (
        <p className={styles.editorButtons}>
          <label className={styles.inlineLabel}>{text('year.forRest')}{' '}
            <select className={styles.select} value={all} disabled={disabled} onChange={(event) => setAll(endingOf(event.target.value) ?? 'carry')}>{yearEndings.map((ending) => <option key={ending} value={ending}>{text(`year.ending.${ending}` as const)}</option>)}</select>
          </label>
          <button type="button" className={styles.button} disabled={disabled} onClick={() => onChoose(new Map([...Array.from(choices), ...unchosen.map(({ id }): [number, YearChoice] => [id, { ending: all, reason: '' }])]))}>{text('year.chooseRest')}</button>
        </p>
      )}
      <ul className={styles.yearChoices}>
        {plan.open.map((initiative) => <Choice key={initiative.id} {...{ initiative, disabled, toYear }} choice={choices.get(initiative.id)} carried={plan.carriedAlready.has(initiative.id)} trouble={plan.troubles.find(({ initiativeId }) => initiativeId === initiative.id)?.kind} onChoose={choose} />)}
      </ul>
    </section>
  );
};

interface ChoiceProps {
  initiative: InitiativeDetails;
  choice: YearChoice | undefined;
  /** It stands in the new year's plan by now. */
  carried: boolean;
  toYear: string;
  disabled: boolean;
  trouble: NextYearPlan['troubles'][number]['kind'] | undefined;
  onChoose: (id: number, choice: YearChoice) => void;
}

const Choice: React.FC<ChoiceProps> = ({ initiative: { id, originalText, department }, choice, carried, toYear, disabled, trouble, onChoose }) => {
  const troubleId = `upl-year-trouble-${id}`;
  return (
    <li>
      <div><strong>{originalText}</strong> <span className={styles.muted}>{department}</span></div>
      {carried ? <p className={styles.muted}>{text('year.standsIn', toYear)}</p> : (
        <div className={styles.yearChoice}>
          <select className={styles.select} aria-label={text('year.endingOf', originalText)} value={choice?.ending ?? ''} disabled={disabled} onChange={(event) => {
            const ending = endingOf(event.target.value);
            if (ending) {
              onChoose(id, { ending, reason: choice?.reason ?? '' });
            }
          }}>
            {!choice && <option value="">{text('editor.choose')}</option>}
            {yearEndings.map((ending) => <option key={ending} value={ending}>{text(`year.ending.${ending}` as const)}</option>)}
          </select>
          {choice && <input className={styles.search} aria-label={text('year.reasonOf', originalText)} placeholder={text(choice.ending === 'carry' ? 'year.reasonOptional' : 'life.reason')} value={choice.reason} disabled={disabled}
            aria-describedby={trouble ? troubleId : undefined} onChange={(event) => onChoose(id, { ...choice, reason: event.target.value })} />}
          {trouble && trouble !== 'notChosen' && <span id={troubleId} className={styles.muted}>{text(trouble === 'reason' ? 'year.reasonNeeded' : trouble === 'cpr' ? 'status.privacyHit' : 'ini.trouble.tooLong')}</span>}
        </div>
      )}
    </li>
  );
};

const endingOf = (value: string): YearEnding | undefined => yearEndings.find((ending) => ending === value);
