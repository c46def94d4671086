import * as fc from 'fast-check';
import { people, startTestSharePoint, type Ask, type TestSharePoint } from '../support/localSharePoint';
import { expectStatus, makeList, rowsOf } from './support/lists';

let server: TestSharePoint;
let owner: Ask;
let reader: Ask;
let number = 0;
beforeAll(async () => {
  server = await startTestSharePoint();
  owner = server.as(people.owner);
  reader = server.as(people.reader);
  expectStatus(await owner('_api/web/associatedvisitorgroup/users', { body: { LoginName: `i:0#.f|membership|${people.reader}` } }), 201);
}, 60000);
afterAll(() => server.stop());

const calls = ['publish', 'unpublish', 'approve', 'deny', 'checkout', 'undocheckout', 'checkinminor', 'checkinmajor'] as const;
type Step = 'save' | typeof calls[number];

/** What there is, worked out without SharePoint. */
interface Model {
  current: string;
  status: 'public' | 'draft' | 'pending' | 'denied';
  /** What has been public and still is one of the versions, the newest last. */
  publics: string[];
  /** What there was when the file was checked out. */
  before?: Model;
  saved?: boolean;
}

const makePublic = (model: Model): Model => ({ ...model, status: 'public', publics: [...model.publics, model.current] });
const takeBack = (model: Model, status: Model['status']): Model => ({ ...model, status, publics: model.publics.slice(0, -1) });

/** The model after a step, undefined when it is refused. */
function after(model: Model, step: Step, text: string, isModerated: boolean): Model | undefined {
  const submitted = (of: Model): Model => (of.status === 'public' ? of : isModerated ? { ...of, status: 'pending' } : makePublic(of));
  switch (step) {
    case 'save':
      return { ...model, current: text, status: 'draft', saved: true };
    case 'checkout':
      return model.before ? undefined : { ...model, before: model, saved: false };
    case 'undocheckout':
      return model.before;
    case 'checkinminor':
      return model.before && { ...model, before: undefined };
    case 'checkinmajor':
      return model.before && submitted({ ...model, before: undefined });
    default:
  }
  if (model.before) {
    return undefined;
  }
  switch (step) {
    case 'publish':
      return submitted(model);
    case 'unpublish':
      return model.status === 'public' ? takeBack(model, 'draft') : model.status === 'pending' ? { ...model, status: 'draft' } : undefined;
    case 'approve':
      return !isModerated || model.status === 'draft' ? undefined : model.status === 'public' ? model : makePublic(model);
    default:
      return !isModerated || model.status === 'draft' ? undefined : model.status === 'public' ? takeBack(model, 'denied') : { ...model, status: 'denied' };
  }
}

test('whatever is saved, published, approved, denied and taken back: readers read the last public version and the public ones before it', async () => {
  await fc.assert(fc.asyncProperty(fc.array(fc.oneof({ weight: 3, arbitrary: fc.constant<Step>('save') }, { weight: 8, arbitrary: fc.constantFrom<Step>(...calls) }), { maxLength: 14 }), fc.boolean(), async (steps, isModerated) => {
    const title = `Drafts ${number++}`;
    const list = await makeList(owner, title, [], { BaseTemplate: 101, EnableMinorVersions: true, EnableModeration: isModerated, DraftVersionVisibility: 1 });
    const file = `_api/web/getfilebyserverrelativeurl('/sites/test/${title}/a.txt')`;
    expectStatus(await owner(`_api/web/getfolderbyserverrelativeurl('/sites/test/${title}')/files/add(url='a.txt')`, { method: 'POST', body: 'text 0' }), 200);
    let model: Model = { current: 'text 0', status: 'draft', publics: [] };
    for (const [index, step] of steps.entries()) {
      const text = `text ${index + 1}`;
      const call = step.replace('checkinminor', 'checkin(comment=\'\',checkintype=0)').replace('checkinmajor', 'checkin(comment=\'\',checkintype=1)');
      const { status } = step === 'save' ? await owner(`${file}/$value`, { method: 'PUT', body: text }) : await owner(`${file}/${call}`, { method: 'POST', body: '' });
      const next = after(model, step, text, isModerated);
      expect([step, status < 400]).toEqual([step, next !== undefined]);
      model = next ?? model;
      expect((await owner(`${file}/$value`)).text).toBe(model.current);
      const read = await reader(`${file}/$value`);
      const shown = model.publics[model.publics.length - 1];
      expect(read.status === 404 ? undefined : read.text).toBe(shown);
      expect(rowsOf(await reader(`${list}/items`))).toHaveLength(shown === undefined ? 0 : 1);
      const versions = shown === undefined ? [] : rowsOf(await reader(`${file}/versions`)).map(({ ID }) => Number(ID));
      const texts = await Promise.all(versions.map(async (id) => (await reader(`${file}/versions(${id})/$value`)).text));
      expect(texts).toEqual(model.publics.slice(0, -1));
    }
  }), { numRuns: 40 });
}, 60000);
