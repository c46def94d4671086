import { useQuery, useQueryClient } from '@tanstack/react-query';
import * as React from 'react';
import { findColumns } from '../../documents/excel/columns';
import { importPreview } from '../../documents/excel/importPreview';
import type { SheetIn } from '../../documents/excel/sheetIn';
import { batchIdOf } from '../../plan/import/batchId';
import { plain } from '../../plan/import/importedInitiative';
import { alignedNames, withNames, type NameMap } from '../../plan/import/names';
import { todayIn } from '../../plan/overview';
import type { FoundPerson, ImportOutcome, PlanImport } from '../../plan/ports/planImport';
import type { PlanSite } from '../../plan/ports/planStore';
import type { RowProgress } from '../../plan/ports/roundStore';
import { problemOf } from '../../plan/problem';
import { RowsProgress } from '../rounds/RowsProgress';
import { RunProblem } from '../rounds/RunProblem';
import { useRun } from '../rounds/useRun';
import { CopyReport } from '../setup/CopyReport';
import { readProblemText } from '../shared/problemText';
import { NameMapping } from '../shared/NameMapping';
import { useServices } from '../shared/services';
import styles from '../shared/shared.module.scss';
import { text } from '../shared/texts';
import { ImportMapping } from './ImportMapping';
import { ImportPeople } from './ImportPeople';
import { ImportRows, rowNotes } from './ImportRows';

interface ImportSheetProps {
  site: PlanSite;
  plan: PlanImport;
  name: string;
  sheet: SheetIn;
  planYear: string;
  /** Leads to what was brought in. */
  onShowPlan: () => void;
}

/** One sheet on its way into the plan: columns, preview, run, result. Nothing is written before the person says so. */
export const ImportSheet: React.FC<ImportSheetProps> = ({ site, plan, name, sheet, planYear, onShowPlan }) => {
  const { now } = useServices();
  const client = useQueryClient();
  const [mapping, setMapping] = React.useState(() => findColumns(sheet.rows));
  const [defaults, setDefaults] = React.useState({ department: '', crossCutting: true });
  const [names, setNames] = React.useState<NameMap>({ departments: {}, committees: {} });
  const [picked, setPicked] = React.useState<ReadonlyMap<string, FoundPerson>>(new Map());
  const [changes, setChanges] = React.useState<ReadonlyMap<number, boolean>>(new Map());
  const [progress, setProgress] = React.useState<RowProgress>();
  const [outcome, setOutcome] = React.useState<ImportOutcome>();
  const stopping = React.useRef(false);
  const result = React.useRef<HTMLDivElement>(null);
  const run = useRun();
  // The button that was pressed is gone or grey by now: whoever works by keyboard goes on from the result.
  React.useEffect(() => { if (outcome) { result.current?.focus(); } }, [outcome]);
  const known = useQuery(['importKnown', planYear], () => plan.known(planYear), { staleTime: Infinity, refetchOnWindowFocus: false });
  const blank = React.useMemo(() => importPreview(sheet, mapping, defaults, []), [sheet, mapping, defaults]);
  const batchId = React.useMemo(() => batchIdOf(planYear, blank.rows.map(({ initiative }) => initiative)), [planYear, blank]);
  const preview = React.useMemo(() => importPreview(sheet, mapping, defaults, (known.data ?? []).filter(({ clientKey }) => !clientKey?.startsWith(`${batchId}:`))), [sheet, mapping, defaults, known.data, batchId]);
  const people = useQuery(['importPeople', ...preview.people], () => plan.findPeople(preview.people), { enabled: preview.people.length > 0, staleTime: Infinity, refetchOnWindowFocus: false });
  const chosen = new Set(preview.rows.filter((row) => row.errors.length === 0 && (changes.get(row.initiative.line) ?? row.proposed)).map(({ initiative }) => initiative.line));
  // What the plan writes otherwise is written its way; what is typed here goes before that.
  const inPlan = React.useMemo(() => ({
    departments: distinct((known.data ?? []).map(({ department }) => department)), committees: distinct((known.data ?? []).flatMap(({ committees }) => committees))
  }), [known.data]);
  const mapped: NameMap = {
    departments: { ...alignedNames(preview.departments, inPlan.departments), ...names.departments }, committees: { ...alignedNames(preview.committees, inPlan.committees), ...names.committees }
  };
  const unresolved = (people.data ?? []).filter(({ person }) => person === undefined);
  const wrong = preview.rows.filter(({ errors }) => errors.length > 0).length;
  const problem = known.error ?? people.error;
  const bringIn = (): void => {
    stopping.current = false;
    setOutcome(undefined);
    run.start(async () => {
      const found = new Map([...(people.data ?? []).flatMap(({ text: words, person }): [string, FoundPerson][] => (person ? [[plain(words), person]] : [])), ...Array.from(picked)]);
      const rows = preview.rows.map(({ initiative }) => withNames(initiative, mapped)).filter(({ line }) => chosen.has(line));
      const ended = await plan.run({ batch: { id: batchId, planYear, name }, rows, people: found, today: todayIn(now(), site.timeZone) }, { onProgress: setProgress, stop: () => stopping.current });
      setOutcome(ended);
      setProgress(undefined);
      ['importBatches', 'importKnown', 'site', 'month'].forEach((key) => { client.invalidateQueries([key]).catch(() => undefined); });
      return ended.problem;
    });
  };
  const standing = new Set(outcome?.lines.filter(({ kind }) => kind !== 'refused').map(({ line }) => line));
  const pending = Array.from(chosen).filter((line) => !standing.has(line)).length;
  // Read by other columns it is another batch: what was brought in before stands in the plan, and shows as a duplicate.
  const readAnew = <Value,>(change: (value: Value) => void) => (value: Value): void => { setOutcome(undefined); change(value); };
  const report = (): string => [
    `${text('import.heading')}: ${name}, ${planYear}`, summary ?? '',
    ...preview.rows.map((row) => [text('import.line', row.initiative.line), row.initiative.originalText, ...rowNotes(row, outcome?.lines.find(({ line }) => line === row.initiative.line))].join(' · '))
  ].join('\n');
  const count = (kind: string): number => outcome?.lines.filter((line) => line.kind === kind).length ?? 0;
  const summary = outcome && text(outcome.kind === 'done' ? 'import.done' : 'import.interrupted', count('made'), count('stood'), count('refused'));
  return (
    <div style={{ marginTop: 16 }}>
      <ImportMapping sheet={sheet} mapping={mapping} onMapping={readAnew(setMapping)} />
      <div className={styles.inlineChoices}>
        <label className={styles.field}>{text('import.department')}<input value={defaults.department} onChange={(event) => readAnew(setDefaults)({ ...defaults, department: event.target.value })} /></label>
        <label><input type="checkbox" checked={defaults.crossCutting} onChange={(event) => readAnew(setDefaults)({ ...defaults, crossCutting: event.target.checked })} /> {text('import.crossCutting')}</label>
      </div>
      <h3>{text('import.preview')}</h3>
      <p role="status">{text(preview.rows.length === 1 ? 'import.summaryOne' : 'import.summary', preview.rows.length, chosen.size, wrong)}</p>
      {problem !== null && <p role="alert" className={styles.notice}>{readProblemText(problemOf(problem)).title}</p>}
      {unresolved.length > 0 && <ImportPeople plan={plan} unresolved={unresolved} picked={picked} disabled={run.running} onPick={setPicked} />}
      {(['departments', 'committees'] as const).map((kind) => (
        <NameMapping key={kind} legend={text(`import.${kind}` as const)} help={text(kind === 'departments' ? 'import.departmentsHelp' : 'import.committeesHelp')} names={preview[kind]} mapped={mapped[kind]} disabled={run.running}
          known={distinct([...inPlan[kind], ...preview[kind]])} labelOf={(name) => text('import.calls', name)} noteOf={(name) => (inPlan[kind].length === 0 || inPlan[kind].includes(mapped[kind][name] ?? name) ? undefined : text('import.newName'))}
          onChange={(next) => setNames({ ...names, [kind]: next })} />
      ))}
      <ImportRows rows={preview.rows} chosen={chosen} disabled={run.running} outcomes={new Map(outcome?.lines.map((line) => [line.line, line]))} onChoose={(line, on) => setChanges(new Map(changes).set(line, on))} />
      {run.running && progress && <RowsProgress progress={progress} />}
      <div ref={result} tabIndex={-1}>
        <RunProblem problem={run.problem} />
        {summary !== undefined && <p role="status" className={styles.notice}>{summary}</p>}
      </div>
      <p className={styles.editorButtons}>
        {(pending > 0 || !outcome) && <button type="button" className={styles.primaryButton} disabled={run.running || pending === 0 || known.data === undefined || (preview.people.length > 0 && people.data === undefined)} onClick={bringIn}>
          {text(outcome?.kind === 'interrupted' ? 'setup.continue' : pending === 1 ? 'import.runOne' : 'import.run', pending)}
        </button>}
        {pending === 0 && outcome && <button type="button" className={styles.primaryButton} onClick={onShowPlan}>{text('setup.toPlan')}</button>}
        {outcome && !run.running && <CopyReport text={report} />}
        {run.running && <button type="button" className={styles.button} autoFocus onClick={() => { stopping.current = true; }}>{text('setup.stop')}</button>}
      </p>
    </div>
  );
};

const distinct = (names: readonly string[]): string[] => Array.from(new Set(names)).filter(Boolean);
