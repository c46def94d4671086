import type { MergeRules } from './merge/mergeFields';
import type { Stored } from './stored';

/**
 * The standard phrases of the paper (*dagsordenspunkt*), kept in the plan's settings and edited by the municipality.
 * Each line is a paragraph. A place in braces is filled from the month; a paragraph with a place that has nothing to
 * say is left out. A list that ends its paragraph becomes bullets.
 */
export interface PaperTemplate {
  background: string;
  casePresentation: string;
  recommendation: string;
}

/** The municipality's own phrases as they are stored. An empty one means: the standard phrase. */
export interface TemplateRow extends Stored, PaperTemplate {}

export const templateRules: MergeRules<PaperTemplate> = { kinds: { background: 'text', casePresentation: 'text', recommendation: 'text' } };

export const unwrittenTemplate: PaperTemplate = { background: '', casePresentation: '', recommendation: '' };

export function templateWritingOf({ background, casePresentation, recommendation }: PaperTemplate): PaperTemplate {
  return { background, casePresentation, recommendation };
}
