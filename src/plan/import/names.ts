import { plain } from './importedInitiative';

/** Names of departments and committees, and what each is to be called; a name that is not here stays. An empty committee is left out. */
export interface NameMap {
  departments: Readonly<Record<string, string>>;
  committees: Readonly<Record<string, string>>;
}

/** A row under the new names. Two committees that become one are one; a department is never left out. */
export function withNames<Row extends { department: string; committees: readonly string[] }>(row: Row, { departments, committees }: NameMap): Row {
  return {
    ...row, department: nameIn(departments, row.department) || row.department,
    committees: Array.from(new Set(row.committees.map((name) => nameIn(committees, name)))).filter(Boolean)
  };
}

function nameIn(map: Readonly<Record<string, string>>, name: string): string {
  // Somebody may call a committee `constructor`: only what was written into the map counts.
  return Object.prototype.hasOwnProperty.call(map, name) ? map[name].trim() : name;
}

/** Names that are written in another way than in the plan, spaces and case apart, as the plan writes them. */
export function alignedNames(names: readonly string[], known: readonly string[]): Record<string, string> {
  const byPlain = new Map(known.map((name) => [plain(name), name]));
  return Object.fromEntries(names.flatMap((name) => {
    const found = byPlain.get(plain(name));
    return found !== undefined && found !== name ? [[name, found]] : [];
  }));
}
