import type { Locator, Page } from 'playwright-core';
import type { Say } from './texts';

/** What every editor in the table has. */
export interface Editor {
  form: Locator;
  /** Saves, and waits until the editor is gone. */
  saves(): Promise<void>;
  /** Presses the button that saves and stays to see what comes of it. */
  triesToSave(): Promise<void>;
  cancels(): Promise<void>;
}

export interface StatusEditor extends Editor {
  progress: Locator;
  statusText: Locator;
  nextSteps: Locator;
  /** Chooses from the list of progress, by the code value: `OnTrack`. */
  choosesProgress(progress: string): Promise<void>;
  /** Answers the question of the board. */
  needsHelp(what: string | undefined): Promise<void>;
  /** Chooses for the one field that two have written in, and saves the whole. */
  settles(choice: 'conflict.keepMine' | 'conflict.takeTheirs' | 'conflict.combine', combined?: string): Promise<void>;
}

export interface ObsEditor extends Editor {
  writes(text: string, proposedAction?: string): Promise<void>;
  givesReason(closingText: string): Promise<void>;
}

export function statusEditorOf(row: Locator, page: Page, say: Say): StatusEditor {
  const form = row.getByRole('form');
  const field = (key: string): Locator => form.getByLabel(say(key), { exact: true });
  const progress = form.getByRole('combobox', { name: say('status.progress') });
  const submit = form.getByRole('button', { name: new RegExp(`^(${say('status.submit')}|${say('status.correct')})$`) });
  const press = (key: string): Promise<void> => form.getByRole('button', { name: say(key) }).click();
  return {
    ...editorOf(form, submit, say), progress,
    statusText: field('status.text'),
    nextSteps: field('status.next'),
    choosesProgress: async (value) => {
      await progress.click();
      await page.getByRole('option', { name: say(`prog.${value}`), exact: true }).click();
    },
    needsHelp: async (what) => {
      await form.getByRole('radio', { name: say(what === undefined ? 'needs.choose.no' : 'needs.choose.yes') }).check();
      if (what !== undefined) {
        await field('status.needsText').fill(what);
      }
    },
    settles: async (choice, combined) => {
      await form.getByRole('radio', { name: say(choice) }).check();
      if (combined !== undefined) {
        await form.getByRole('textbox', { name: new RegExp(`^${say('conflict.combined')}`) }).fill(combined);
      }
      await press('conflict.save');
      await form.waitFor({ state: 'detached' });
    }
  };
}

export function obsEditorOf(row: Locator, _page: Page, say: Say, submitKey: string): ObsEditor {
  const form = row.getByRole('form');
  const field = (key: string): Locator => form.getByLabel(say(key), { exact: true });
  return {
    ...editorOf(form, form.getByRole('button', { name: say(submitKey) }), say),
    writes: async (text, proposedAction) => {
      await field('obs.text').fill(text);
      if (proposedAction !== undefined) {
        await field('obs.proposed').fill(proposedAction);
      }
    },
    givesReason: (closingText) => field('obs.closingText').fill(closingText)
  };
}

function editorOf(form: Locator, submit: Locator, say: Say): Editor {
  return {
    form,
    triesToSave: () => submit.click(),
    saves: async () => {
      await submit.click();
      await form.waitFor({ state: 'detached' });
    },
    cancels: () => form.getByRole('button', { name: say('common.cancel') }).click()
  };
}
