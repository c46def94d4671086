import * as fs from 'node:fs';
import * as path from 'node:path';
import { listsAsMarkdown } from '../src/lists/schema/markdown';

/** `npm run schema`: writes sharepoint/lists.md from the schema. Run from the project's root. */
fs.writeFileSync(path.join(process.cwd(), 'sharepoint', 'lists.md'), listsAsMarkdown());
