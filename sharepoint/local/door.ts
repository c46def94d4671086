import type { IncomingMessage, ServerResponse } from 'node:http';
import type { LocalAccount, LocalLanguage, LocalSharePointConfiguration } from './configuration';
import type { Caller } from './host';
import { unescaped } from './rest/files/paths';
import { type SharePointError, signedOut } from './rest/http/errors';
import { formatOf, writeError } from './rest/http/formats';

const loginCookie = 'LocalSharePointLogin';
const languageCookie = 'LocalSharePointLanguage';

/**
 * Finds out who asks. `?as=` and `?lang=` are remembered in cookies; a page asked for with one of them is
 * redirected to its address without. Undefined when the request has been answered here.
 */
export function identify(request: IncomingMessage, response: ServerResponse, configuration: LocalSharePointConfiguration): Caller | undefined {
  const url = new URL(request.url ?? '/', 'http://127.0.0.1');
  const bearer = /^Bearer\s+as:(.+)$/i.exec(request.headers.authorization ?? '')?.[1];
  if (request.headers.authorization !== undefined) {
    const account = bearer === undefined ? undefined : findAccount(configuration, unescaped(bearer.trim()));
    if (!account) {
      refuse(request, response);
      return undefined;
    }
    return { account, language: configuration.defaultLanguage, bearer: true };
  }
  const cookies = readCookies(request.headers.cookie ?? '');
  const asked = url.searchParams.get('as');
  const login = asked ?? cookies.get(loginCookie) ?? configuration.defaultLogin;
  const account = findAccount(configuration, login);
  if (!account) {
    refuse(request, response);
    return undefined;
  }
  const language = languageOf(url.searchParams.get('lang')) ?? languageOf(cookies.get(languageCookie)) ?? configuration.defaultLanguage;
  remember(response, asked === null ? undefined : account, languageOf(url.searchParams.get('lang')));
  const isPage = request.method === 'GET' && /\.aspx$/i.test(url.pathname);
  if (isPage && (asked !== null || url.searchParams.has('lang'))) {
    url.searchParams.delete('as');
    url.searchParams.delete('lang');
    response.writeHead(302, { Location: url.pathname + url.search }).end();
    return undefined;
  }
  return { account, language, bearer: false };
}

const findAccount = (configuration: LocalSharePointConfiguration, login: string): LocalAccount | undefined =>
  configuration.accounts.find((account) => account.login.toLowerCase() === login.toLowerCase());

const languageOf = (text: string | null | undefined): LocalLanguage | undefined => {
  const lower = text?.toLowerCase();
  return lower === 'da-dk' || lower === 'en-us' ? lower : undefined;
};

function remember(response: ServerResponse, account: LocalAccount | undefined, language: LocalLanguage | undefined): void {
  const cookies = [
    account === undefined ? undefined : `${loginCookie}=${encodeURIComponent(account.login)}; Path=/; SameSite=Lax`,
    language === undefined ? undefined : `${languageCookie}=${language}; Path=/; SameSite=Lax`
  ].filter((cookie): cookie is string => cookie !== undefined);
  if (cookies.length > 0) {
    response.setHeader('Set-Cookie', cookies);
  }
}

function readCookies(header: string): Map<string, string> {
  return new Map(header.split(';').map((pair) => pair.trim().split('=')).filter(([name]) => name !== '')
    .map(([name, ...value]) => [name, unescaped(value.join('='))]));
}

/** Answers a request with an error instead of letting it in. */
export function refuse(request: IncomingMessage, response: ServerResponse, problem: SharePointError = signedOut()): void {
  const format = formatOf(request.headers.accept);
  const { status, code, message } = problem;
  response.writeHead(status, {
    'Content-Type': format === 'atom' ? 'application/atom+xml;charset=utf-8' : 'application/json;charset=utf-8',
    ...(status === 401 ? { 'WWW-Authenticate': 'Bearer realm="local",client_id="00000003-0000-0ff1-ce00-000000000000"' } : {})
  }).end(writeError(format, code, message));
}
