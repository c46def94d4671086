import { JSDOM } from 'jsdom';
import type { Language } from '../../e2e/support/texts';

/** A page as a browser without scripts has it. */
export interface Paper {
  status: number;
  /** Where a redirect leads, else empty. */
  location: string;
  document: Document;
  /** Everything that can be read in the main part. */
  text: string;
  link(name: string): string | undefined;
  /** The row of a table, by a text in it: its cells. */
  row(words: string): string[];
  /** Sends a form, with what was typed into it. @param button the words on the button that is pressed */
  submits(button: string, typed?: Record<string, string | string[] | File>): Promise<Paper>;
}

/** Somebody who looks at pages with a browser's cookies. */
export function browserOf(origin: string, login: string, language: Language = 'en-us'): (path: string) => Promise<Paper> {
  const headers = { Cookie: `LocalSharePointLogin=${encodeURIComponent(login)}; LocalSharePointLanguage=${language}` };
  const read = async (url: string, init: RequestInit = {}): Promise<Paper> => paper(await fetch(url, { ...init, headers, redirect: 'manual' }), url, read);
  return (path) => read(new URL(path, origin).href);
}

type Read = (url: string, init?: RequestInit) => Promise<Paper>;

async function paper(response: Response, url: string, read: Read): Promise<Paper> {
  const { document } = new JSDOM(await response.text(), { url }).window;
  const main = document.querySelector('main');
  const words = (element: Element | null): string => (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
  return {
    status: response.status, location: response.headers.get('location') ?? '', document, text: words(main),
    link: (name) => Array.from(main?.querySelectorAll('a') ?? []).find((link) => words(link) === name || link.getAttribute('aria-label') === name)?.getAttribute('href') ?? undefined,
    row: (wanted) => Array.from(Array.from(main?.querySelectorAll('tbody tr') ?? []).find((row) => words(row).includes(wanted))?.children ?? []).map(words),
    submits: (button, typed = {}) => submit(Array.from(document.querySelectorAll<HTMLButtonElement>('main button')).find((each) => words(each) === button), typed, url, read)
  };
}

function submit(button: HTMLButtonElement | undefined, typed: Record<string, string | string[] | File>, url: string, read: Read): Promise<Paper> {
  const form = button?.form;
  if (!button || !form) {
    throw new Error('There is no such button');
  }
  const data = new FormData();
  new (form.ownerDocument.defaultView as unknown as { FormData: typeof FormData }).FormData(form as never).forEach((value, name) => {
    if (!(name in typed) && typeof value === 'string') {
      data.append(name, value);
    }
  });
  if (button.name !== '') {
    data.append(button.name, button.value);
  }
  for (const [name, value] of Object.entries(typed)) {
    if (!form.elements.namedItem(name)) {
      throw new Error(`There is no input ${name}`);
    }
    (Array.isArray(value) ? value : [value]).forEach((one) => data.append(name, one));
  }
  const fields = [...data].map(([name, value]): [string, string] => [name, String(value)]);
  if (form.method === 'get') {
    return read(`${url.split('?')[0]}?${new URLSearchParams(fields).toString()}`);
  }
  return read(url, { method: 'POST', body: form.enctype === 'multipart/form-data' ? data : new URLSearchParams(fields) });
}
