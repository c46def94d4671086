import * as React from 'react';
import { markWords } from '../../plan/merge/words';
import { changesSince, type ComparedText } from '../../plan/sinceLast';
import type { StatusTexts } from '../../plan/statusReport';
import styles from '../shared/shared.module.scss';
import { text, type TextKey } from '../shared/texts';

const fieldNames: Readonly<Record<ComparedText, TextKey>> = { statusText: 'status.text', nextSteps: 'status.next', coordinationText: 'status.needsText' };

/** What is different from one status to the next: choices as before and now, texts word by word. Loaded when opened. */
const Differences: React.FC<{ before: StatusTexts; after: StatusTexts }> = ({ before, after }) => {
  const { progress, economyOutlook, needsCoordination, texts } = changesSince(before, after);
  return (
    <dl className={styles.differences}>
      {progress && <Choice name={text('status.progress')} before={progress.before && text(`prog.${progress.before}` as const)} after={progress.after && text(`prog.${progress.after}` as const)} />}
      {economyOutlook && <Choice name={text('status.economy')} before={economyOutlook.before && text(`eco.${economyOutlook.before}` as const)} after={economyOutlook.after && text(`eco.${economyOutlook.after}` as const)} />}
      {needsCoordination && <Choice name={text('status.needs')} before={answer(needsCoordination.before)} after={answer(needsCoordination.after)} />}
      {texts.map(({ field, ...versions }) => (
        <div key={field}><dt>{text(fieldNames[field])}</dt><dd className={styles.running}><Words {...versions} /></dd></div>
      ))}
    </dl>
  );
};

const Choice: React.FC<{ name: string; before: string | undefined; after: string | undefined }> = ({ name, before, after }) => (
  <div><dt>{name}</dt><dd>{text('sinceLast.choice', before ?? text('sinceLast.nothing'), after ?? text('sinceLast.nothing'))}</dd></div>
);

/** Marked by line and word, not by colour alone: what is heard says where words were added and removed. */
const Words: React.FC<{ before: string; after: string }> = ({ before, after }) => (
  <>
    {markWords(before, after).map(({ kind, text: words }, index) => {
      switch (kind) {
        case 'added':
          return <ins key={index} className={styles.added}><Said words={text('sinceLast.added')} />{words}<Said words={text('sinceLast.end')} /></ins>;
        case 'removed':
          return <del key={index} className={styles.removed}><Said words={text('sinceLast.removed')} />{words}<Said words={text('sinceLast.end')} /></del>;
        default:
          return <span key={index}>{words}</span>;
      }
    })}
  </>
);

const Said: React.FC<{ words: string }> = ({ words }) => <span className={styles.visuallyHidden}> {words} </span>;

function answer(value: boolean | undefined): string | undefined {
  return value === undefined ? undefined : text(value ? 'needs.choose.yes' : 'needs.choose.no');
}

export default Differences;
