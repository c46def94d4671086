import * as React from 'react';
import type { PaperTemplate, TemplateRow } from '../../plan/paperTemplate';
import type { Period } from '../../plan/period';
import type { PlanSite } from '../../plan/ports/planStore';
import { EditingProvider, useEditedRow, useEditing } from '../editing/EditingProvider';
import { LazyPart } from '../shared/lazy';
import sharedStyles from '../shared/shared.module.scss';
import { text } from '../shared/texts';
import styles from './documents.module.scss';

const TemplateEditor = React.lazy(() => import(/* webpackChunkName: 'templateEditor' */ './TemplateEditor'));

interface TemplatePanelProps {
  site: PlanSite;
  period: Period;
  template: (TemplateRow & PaperTemplate) | undefined;
}

/** The way to the paper's standard phrases, for whoever keeps the plan's settings. */
export const TemplatePanel: React.FC<TemplatePanelProps> = ({ site, period, template }) => (
  <EditingProvider site={site} period={period}><Phrases template={template} /></EditingProvider>
);

const Phrases: React.FC<Pick<TemplatePanelProps, 'template'>> = ({ template }) => {
  const { startEdit } = useEditing();
  const edited = useEditedRow();
  return (
    <div className={styles.notPrinted}>
      {edited?.kind === 'template'
        ? <div className={styles.panel}><LazyPart><TemplateEditor template={template} /></LazyPart></div>
        : <p className={styles.bar}><button type="button" className={sharedStyles.button} data-place="template" data-cell="template" onClick={() => startEdit({ kind: 'template', initiativeId: 0, place: 'template' })}>{text('documents.phrases')}</button></p>}
    </div>
  );
};
