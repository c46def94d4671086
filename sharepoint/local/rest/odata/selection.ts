import { invalidRequest } from '../http/errors';

/** What `$select` and `$expand` ask of one entity. */
export interface Selection {
  /** True when the default properties are asked for: no `$select`, or `*`. */
  all: boolean;
  /** Properties by name, as asked. */
  names: string[];
  /** What is asked of the expanded navigations, by name as asked. */
  expanded: Map<string, Selection>;
}

/**
 * Reads `$select=A,B/C,*` and `$expand=B,B/D`.
 * A select of `B/C` without expanding B stays in `names`, so that it can be refused or, for complex values, read.
 */
export function parseSelection(select: string | undefined, expand: string | undefined): Selection {
  const selection = emptySelection();
  for (const path of paths(expand)) {
    path.reduce((parent, name) => expandedOf(parent, name), selection);
  }
  const selects = paths(select);
  if (selects.length === 0) {
    selection.all = true;
  }
  // What only the formats with metadata show can be named, too: @pnp/sp asks for odata.id.
  for (const path of selects.filter(([name]) => !name.startsWith('odata.'))) {
    addSelect(selection, path);
  }
  markUnselected(selection);
  return selection;
}

const emptySelection = (): Selection => ({ all: false, names: [], expanded: new Map() });

function paths(option: string | undefined): string[][] {
  const list = (option ?? '').split(',').map((path) => path.trim()).filter((path) => path !== '');
  for (const path of list) {
    if (!/^(?:\*|[\w.]+)(?:\/(?:\*|[\w.]+))*$/.test(path)) {
      throw invalidRequest(`The expression "${path}" is not valid.`);
    }
  }
  return list.map((path) => path.split('/'));
}

function find(selection: Selection, name: string): Selection | undefined {
  for (const [key, child] of selection.expanded) {
    if (key.toLowerCase() === name.toLowerCase()) {
      return child;
    }
  }
  return undefined;
}

function expandedOf(parent: Selection, name: string): Selection {
  const child = find(parent, name) ?? emptySelection();
  if (!find(parent, name)) {
    parent.expanded.set(name, child);
  }
  return child;
}

function addSelect(selection: Selection, path: string[]): void {
  const [name, ...rest] = path;
  const child = find(selection, name);
  if (name === '*') {
    selection.all = true;
  } else if (rest.length > 0 && child) {
    addSelect(child, rest);
  } else if (rest.length > 0) {
    selection.names.push(path.join('/'));
  } else if (child) {
    child.all = true;
  } else {
    selection.names.push(name);
  }
}

/** An expanded navigation of which nothing is selected shows its default properties. */
function markUnselected(selection: Selection): void {
  for (const child of selection.expanded.values()) {
    markUnselected(child);
    if (child.names.length === 0 && child.expanded.size === 0) {
      child.all = true;
    }
  }
}
