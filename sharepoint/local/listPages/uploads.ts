import { html, type Html } from '../page/html';
import { literal } from './asking';
import type { ListFacts } from './listFacts';
import { digestName, sent, type Visit } from './visit';

/** A form that sends one file to the page it stands on. */
export const uploadForm = (label: string, button: string, { facts }: Visit): Html => html`<form class="upload" method="post" enctype="multipart/form-data">
<input type="hidden" name="${digestName}" value="${facts.formDigestValue}"><label>${label} <input type="file" name="file" required></label> <button>${button}</button></form>`;

interface Sent { name: string; bytes: Uint8Array; digest: string }

/** The file that such a form sent; undefined when there is none in it. */
export async function sentFile(form: FormData): Promise<Sent | undefined> {
  const file = form.get('file');
  return file === null || typeof file === 'string' || file.name === ''
    ? undefined
    : { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()), digest: sent(form, digestName) };
}

/** Puts a file into the folder of a library that is looked at. A name that is taken is refused. */
export function upload(list: ListFacts, { name, bytes, digest }: Sent, { url, asking }: Visit): void {
  const folder = url.searchParams.get('RootFolder') ?? list.url;
  asking.post(`web/GetFolderByServerRelativeUrl(${literal(folder)})/Files/add(url=${literal(name)},overwrite=false)`, digest, bytes);
}

export function attach(list: ListFacts, id: number, { name, bytes, digest }: Sent, { asking }: Visit): void {
  asking.post(`${list.api}/items(${id})/AttachmentFiles/add(FileName=${literal(name)})`, digest, bytes);
}
