import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { StatusReport } from '../../../src/plan/statusReport';
import type { MemoryStore } from './memoryStore';
import { inRow } from './page';

export type Within = ReturnType<typeof within>;

/** Opens the status editor of a row by its pencil, under whichever name. */
export async function openEditor(title: string): Promise<Within> {
  await userEvent.click((await inRow(title)).getByRole('button', { name: /Skriv status|Skriv på vegne af/ }));
  return within(await screen.findByRole('form', { name: `Status for ${title}` }));
}

/** Fills what a status demands. */
export async function fill(form: Within, text: string): Promise<void> {
  await userEvent.click(form.getByRole('combobox', { name: /Fremdrift/ }));
  await userEvent.click(await screen.findByRole('option', { name: 'Følger planen' }));
  await write(form, /Status siden sidst/, text);
  await userEvent.click(form.getByRole('radio', { name: 'Nej' }));
}

/** Writes a text in place of what stands in a field. */
export async function write(form: Within, name: RegExp, text: string): Promise<void> {
  const field = form.getByRole('textbox', { name });
  await userEvent.clear(field);
  await userEvent.type(field, text);
}

export function reportOf(store: MemoryStore, id: number): StatusReport | undefined {
  return store.month_.reports.find((report) => report.id === id);
}
