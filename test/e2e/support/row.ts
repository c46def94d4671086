import type { Locator, Page } from 'playwright-core';
import { obsEditorOf, statusEditorOf, type ObsEditor, type StatusEditor } from './editors';
import type { Say } from './texts';

/** The cells of a row, from the left. */
export type Cell = 'obs' | 'responsible' | 'progress' | 'status' | 'nextSteps' | 'needs';

/** One initiative in the table. */
export interface Row {
  element: Locator;
  cell(name: Cell): Locator;
  /** What the cell says, without the mark that comes later: whether it is new since last. */
  text(name: Cell): Promise<string>;
  /** The pencil, under either of its names; absent for whoever may not write. */
  pencil(): Locator;
  /** Opens the status editor by the mouse. */
  writesStatus(): Promise<StatusEditor>;
  raisesObs(): Promise<ObsEditor>;
  editsObs(): Promise<ObsEditor>;
  closesObs(): Promise<ObsEditor>;
  raiseButton(): Locator;
  /** Unfolds the whole initiative. */
  opens(): Promise<Locator>;
  /** The status editor, once it stands in the row. */
  statusEditor(): StatusEditor;
}

export function rowOf(page: Page, say: Say, title: string): Row {
  const element = page.locator('tr[data-initiative]').filter({ has: page.locator('th').getByText(title, { exact: true }) });
  const cell = (name: Cell): Locator => element.locator(`[data-cell="${name}"]`);
  const byName = (start: string): Locator => element.getByRole('button', { name: start });
  const statusEditor = (): StatusEditor => statusEditorOf(element, page, say);
  const obsEditor = async (key: string): Promise<ObsEditor> => {
    await byName(say(key)).click();
    return obsEditorOf(element, page, say, key);
  };
  return {
    element, cell, statusEditor,
    text: async (name) => {
      // A row far from sight is not laid out, and has no inner text.
      await cell(name).scrollIntoViewIfNeeded();
      return (await cell(name).innerText()).replace(new RegExp(`(${say('overview.changedSince')}|${say('overview.noChange')})\\s*$`), '').trim();
    },
    pencil: () => byName(say('row.editStatus')).or(byName(say('row.onBehalf'))),
    raiseButton: () => byName(say('obs.raise')),
    writesStatus: async () => {
      await byName(say('row.editStatus')).or(byName(say('row.onBehalf'))).or(byName(say('draft.continue'))).first().click();
      const editor = statusEditor();
      await editor.form.waitFor();
      return editor;
    },
    raisesObs: () => obsEditor('obs.raise'),
    editsObs: () => obsEditor('obs.edit'),
    closesObs: () => obsEditor('obs.close'),
    opens: async () => {
      await element.locator('button[aria-expanded]').first().click();
      const details = element.locator('xpath=following-sibling::tr[1]');
      await details.getByRole('heading', { name: say('ini.history') }).waitFor();
      return details;
    }
  };
}
