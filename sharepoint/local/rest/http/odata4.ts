import type { Answer } from '../dispatch/answer';
import { SharePointError } from './errors';

type Headers = Record<string, string | undefined>;

/** SPFx's own client (`SPHttpClient`) says `OData-Version: 4.0`; the others say nothing and get version 3. */
export const asksOData4 = (headers: Headers): boolean => /^4/.test(headers['odata-version']?.trim() ?? '');

/** [I] Version 4 has no verbose form. @throws SharePointError 406 */
export function checkOData4(headers: Headers): void {
  if (/odata\s*=\s*verbose/i.test(headers.accept ?? '')) {
    throw new SharePointError(406, '-1, Microsoft.SharePoint.Client.ClientServiceException', 'The HTTP header ACCEPT is missing or its value is invalid.');
  }
}

/** The form a request is answered in before it is told in version 4: JSON without verbose, whatever else it accepts [A]. */
export const acceptedInstead = (headers: Headers): string => (/odata(?:\.metadata)?\s*=\s*no(?:ne|metadata)/i.test(headers.accept ?? '') ? 'application/json;odata=nometadata' : 'application/json');

/** An answer of version 3 as version 4 tells it. Bytes, rendered rows and plain texts are the same in both. */
export function toldInOData4(answer: Answer): Answer {
  const level = /^application\/json;odata=(no|minimal)metadata/.exec(answer.contentType)?.[1];
  if (level === undefined || typeof answer.body !== 'string') {
    return answer;
  }
  return {
    ...answer,
    // [I] for minimal
    contentType: `application/json;odata.metadata=${level === 'no' ? 'none' : 'minimal'};odata.streaming=true;IEEE754Compatible=false;charset=utf-8`,
    headers: { ...answer.headers, 'OData-Version': '4.0' },
    body: answer.body === '' ? '' : JSON.stringify(told(JSON.parse(answer.body)))
  };
}

function told(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(told);
  }
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => toldMember(name, inner)));
}

function toldMember(name: string, value: unknown): [string, unknown] {
  switch (name) {
    case 'odata.error': {
      const { code, message } = value as { code: string; message: { value: string } };
      return ['error', { code, message: message.value }]; // [I]
    }
    case 'odata.metadata':
      return ['@odata.context', contextOf(String(value))];
    case 'odata.type':
      return ['@odata.type', `#${String(value)}`];
    default:
      return name.startsWith('odata.') ? [`@${name}`, value] : [name.replace(/@odata\.navigationLinkUrl$/, '@odata.navigationLink'), told(value)];
  }
}

/** [I] `#web`, `#lists`, `#lists/$entity`, `#SP.ListData.TasksListItems`; [A] the rest by the same rule. */
function contextOf(address: string): string {
  const [service, set = ''] = address.split('#');
  const single = set.endsWith('/@Element');
  const name = set.replace(/\/@Element$/, '');
  const own = /^SP\.ApiData\.(.+)$/.exec(name)?.[1];
  if (own === undefined) {
    return `${service}#${name}${single ? '/$entity' : ''}`;
  }
  const alone = own === 'Webs' ? 'web' : own === 'Sites' ? 'site' : undefined;
  return `${service}#${single && alone !== undefined ? alone : `${own.charAt(0).toLowerCase()}${own.slice(1)}${single ? '/$entity' : ''}`}`;
}
