import type { IncomingMessage, ServerResponse } from 'node:http';
import type { LocalSharePointConfiguration, LocalSite } from '../configuration';
import type { Caller, RestSide } from '../host';
import { contentsPath } from '../page/frame';
import { SharePointError } from '../rest/http/errors';
import { readBody } from '../rest/http/transport';
import { askingAs, Refused } from './asking';
import { contentsPage } from './contentsPage';
import { displayPage } from './displayPage';
import { formPage } from './formPage';
import { readList } from './listFacts';
import { refusal, sendPage } from './sendPage';
import { sentFile, upload } from './uploads';
import { viewPage } from './viewPage';
import { webLocale, type Outcome, type Visit } from './visit';
import { wordsIn } from './words';

/** Answers a request for a list's page; false when it is for no page at all. */
export type ListPages = (request: IncomingMessage, response: ServerResponse, url: URL, caller: Caller) => Promise<boolean>;

/**
 * The lists by hand: `/sites/x/Lists/<list>/<view>.aspx` with new, edit and display forms, and the site's contents. All that they read and write goes
 * through REST with the person's own rights.
 */
export function createListPages(configuration: LocalSharePointConfiguration, rest: RestSide): ListPages {
  return async (request, response, url, caller) => {
    const path = decodeURIComponent(url.pathname);
    const site = configuration.sites.find((each) => path.toLowerCase().startsWith(`${each.url.toLowerCase()}/`));
    if (!site || !/\.aspx$/i.test(path)) {
      return false;
    }
    const form = request.method === 'POST' ? await formOf(request) : undefined;
    const outcome = await visited(rest, site, caller, url, path, form);
    sendPage({ configuration, site, caller, url }, outcome, response);
    return true;
  };
}

async function visited(rest: RestSide, site: LocalSite, caller: Caller, url: URL, path: string, form: FormData | undefined): Promise<Outcome> {
  try {
    const facts = rest.webFacts(site, caller);
    const asking = askingAs(rest, site, caller, facts.formDigestValue);
    return await pageAt({ site, caller, asking, say: wordsIn(caller.language), facts, locale: webLocale(facts), url, path, form });
  } catch (problem) {
    if (problem instanceof Refused || problem instanceof SharePointError) {
      return refusal(problem.status, problem.message, caller);
    }
    throw problem;
  }
}

async function pageAt(visit: Visit): Promise<Outcome> {
  const { path, site } = visit;
  if (path.toLowerCase() === contentsPath(site.url).toLowerCase()) {
    return contentsPage(visit);
  }
  const list = readList(path, visit.asking);
  const form = /\/(New|Edit|Disp)Form\.aspx$/i.exec(path)?.[1].toLowerCase();
  if (form === 'disp') {
    return displayPage(list, visit);
  }
  if (form !== undefined) {
    return formPage(list, form === 'new' ? 'New' : 'Edit', visit);
  }
  const view = list.views.find(({ ServerRelativeUrl }) => ServerRelativeUrl.toLowerCase() === path.toLowerCase());
  if (!view) {
    throw new Refused(404, visit.say.goneText);
  }
  const file = visit.form && await sentFile(visit.form);
  if (file) {
    upload(list, file, visit);
    return { kind: 'redirect', to: visit.url.pathname + visit.url.search };
  }
  return viewPage(list, view, visit);
}

/** Both ways in which browsers send forms. */
async function formOf(request: IncomingMessage): Promise<FormData> {
  const body = await readBody(request);
  return new Response(body, { headers: { 'Content-Type': request.headers['content-type'] ?? '' } }).formData();
}
