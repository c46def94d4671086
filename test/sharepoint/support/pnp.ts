import { spfi, type SPFI } from '@pnp/sp/fi';
import { DefaultHeaders, DefaultInit } from '@pnp/sp/behaviors/defaults';
import { BrowserFetch, DefaultParse, InjectHeaders } from '@pnp/queryable';

/** The real client with Node's fetch, signed in by bearer token. */
export const clientOf = (siteUrl: string, login: string): SPFI => spfi(siteUrl)
  .using(DefaultHeaders(), DefaultInit(), BrowserFetch(), DefaultParse(), InjectHeaders({ Authorization: `Bearer as:${login}` }));
