import { TextField } from '@fluentui/react/lib/TextField';
import { DefaultButton, PrimaryButton } from '@fluentui/react/lib/Button';
import * as React from 'react';
import { chosen, suggestions, unitsOf, type Choice } from '../../plan/merge/choices';
import type { Merge, MergeRules } from '../../plan/merge/mergeFields';
import { looksLikeCpr } from '../../plan/privacy';
import { useAnnounce } from '../shared/announcer';
import { FluentFrame } from '../shared/FluentFrame';
import styles from '../shared/shared.module.scss';
import { text } from '../shared/texts';
import { WordMarks } from '../shared/WordMarks';
import type { FieldView } from './fieldViews';

export interface ConflictChoiceProps<Texts extends object> {
  rules: MergeRules<Texts>;
  views: readonly FieldView<Texts>[];
  /** What both began with. */
  base: Texts;
  mine: Texts;
  theirs: Texts;
  merge: Merge<Texts>;
  saving: boolean;
  onSave: (texts: Texts) => void;
  /** What is written of both so far, with each key: it outlives the tab, and goes along when mine is written on. */
  onWrite?: (texts: Texts) => void;
  /** Throws mine away. */
  onTakeTheirs: () => void;
  /** Back to the form, where this is in one. */
  onBack?: () => void;
}

/**
 * Two people's edits of one row. What both changed is chosen, field by field: mine, theirs, or one text made of both.
 * What only the other changed is shown beside it. Nothing is saved before it has been seen here.
 */
function ConflictChoice<Texts extends object>({ rules, views, base, mine, theirs, merge, saving, onSave, onWrite, onTakeTheirs, onBack }: ConflictChoiceProps<Texts>): React.ReactElement {
  const frame = React.useRef<HTMLDivElement>(null);
  const announce = useAnnounce();
  const inConflict = merge.conflicts.length > 0;
  const heading = text(inConflict ? 'conflict.heading' : 'conflict.mergedHeading');
  React.useEffect(() => {
    frame.current?.focus();
    announce(heading);
    // When a choice comes up, and not when the page is drawn again: the keys are the writer's.
  }, [heading, announce, merge]);
  const units = React.useMemo(() => unitsOf(rules, merge), [rules, merge]);
  const [choices, setChoices] = React.useState<Readonly<Record<number, Choice>>>({});
  const [combined, setCombined] = React.useState<Partial<Texts>>(() => suggestions(rules, merge, base, mine, theirs));
  const [tried, setTried] = React.useState(false);
  const result = units.reduce((texts, unit, index) => ({ ...texts, ...chosen(rules, unit, choices[index], { mine, theirs, combined }) }), merge.texts);
  const personal = merge.conflicts.some((field) => looksLikeCpr(String(result[field] ?? '')));
  const unchosen = units.some((_unit, index) => choices[index] === undefined);
  const save = (): void => {
    setTried(true);
    if (!unchosen && !personal && !saving) {
      onSave(result);
    }
  };
  const viewsOf = (fields: readonly (keyof Texts)[]): FieldView<Texts>[] => views.filter(({ field }) => fields.includes(field));
  return (
    <FluentFrame>
      <div ref={frame} tabIndex={-1} role="group" aria-label={heading} className={styles.conflict} onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
          event.preventDefault();
          event.stopPropagation();
          save();
        }
      }}>
        <h4>{heading}</h4>
        <p role="alert">{text(inConflict ? 'err.conflict' : 'conflict.merged')}</p>
        {units.map((unit, index) => (
          <fieldset key={String(unit[0])} className={styles.conflictField}>
            <legend>{viewsOf(unit).map(({ name }) => name).join(' · ')}</legend>
            <div className={styles.conflictSides}>
              <Side title={text('conflict.base')}>{viewsOf(unit).map((view) => <p key={view.name} className={styles.running}>{view.value(base) || text('conflict.empty')}</p>)}</Side>
              <Side title={text('conflict.mine')}>{viewsOf(unit).map((view) => <WordMarks key={view.name} before={view.value(base)} after={view.value(mine)} />)}</Side>
              <Side title={text('conflict.theirs')}>{viewsOf(unit).map((view) => <WordMarks key={view.name} before={view.value(base)} after={view.value(theirs)} />)}</Side>
            </div>
            <div className={styles.conflictChoices}>
              {(unit.some((field) => rules.kinds[field] === 'text') ? ['mine', 'theirs', 'combined'] as const : ['mine', 'theirs'] as const).map((choice) => (
                <label key={choice}>
                  <input type="radio" name={`upl-choice-${index}`} checked={choices[index] === choice} onChange={() => setChoices({ ...choices, [index]: choice })} />{' '}
                  {text(choice === 'mine' ? 'conflict.keepMine' : choice === 'theirs' ? 'conflict.takeTheirs' : 'conflict.combine')}
                </label>
              ))}
            </div>
            {choices[index] === 'combined' && viewsOf(unit).filter(({ field }) => rules.kinds[field] === 'text').map(({ field, name }) => (
              <TextField key={name} label={`${text('conflict.combined')}: ${name}`} multiline autoAdjustHeight rows={3} value={String(combined[field] ?? '')}
                onChange={(_event, value) => {
                  setCombined({ ...combined, [field]: value ?? '' });
                  onWrite?.({ ...result, [field]: value ?? '' });
                }} />
            ))}
          </fieldset>
        ))}
        {merge.fromTheirs.length > 0 && (
          <div className={styles.conflictField}>
            <h5>{text('conflict.fromTheirs')}</h5>
            <dl>{viewsOf(merge.fromTheirs).map((view) => (
              <div key={view.name}><dt>{view.name}</dt><dd><WordMarks before={view.value(base)} after={view.value(merge.texts)} /></dd></div>
            ))}</dl>
          </div>
        )}
        {tried && (unchosen || personal) && <p role="alert" className={styles.notice}>{text(personal ? 'status.privacyHit' : 'conflict.choose')}</p>}
        <p className={styles.editorButtons}>
          <PrimaryButton text={text(saving ? 'save.saving' : 'conflict.save')} onClick={save} disabled={saving} />
          <DefaultButton text={text('conflict.dropMine')} onClick={onTakeTheirs} disabled={saving} />
          {onBack && <DefaultButton text={text('conflict.back')} onClick={onBack} disabled={saving} />}
        </p>
      </div>
    </FluentFrame>
  );
}

const Side: React.FC<{ title: string }> = ({ title, children }) => <div><h5>{title}</h5>{children}</div>;

export default ConflictChoice;
