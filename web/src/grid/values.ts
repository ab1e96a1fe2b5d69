// SPDX-License-Identifier: Apache-2.0
// Values of records and what an address says of them. Pure. Must not know: the page.
import type { Pair } from '../islands/address';

/** The member of a name as it is, else in another case, as the server finds fields. */
function memberOf(record: Readonly<Record<string, unknown>>, name: string): string | undefined {
  const folded = name.toLowerCase();
  return name in record ? name : Object.keys(record).find((other) => other.toLowerCase() === folded);
}

/** The scalars at a dotted path, through lists. */
export function valuesAt(data: unknown, path: string): string[] {
  if (Array.isArray(data)) {
    return data.flatMap((item) => valuesAt(item, path));
  }
  if (typeof data !== 'object' || data === null) {
    return path === '' && data !== null && data !== undefined && data !== '' ? [String(data)] : [];
  }
  const record = data as Readonly<Record<string, unknown>>;
  if (path === '') {
    return [];
  }
  const whole = memberOf(record, path);
  if (whole !== undefined) {
    return valuesAt(record[whole], '');
  }
  const folded = path.toLowerCase();
  const found = Object.keys(record).find((name) => folded.startsWith(`${name.toLowerCase()}.`));
  return found === undefined ? [] : valuesAt(record[found], path.slice(found.length + 1));
}

/** A value that asks for the text and nothing else (as query_value_write of the server). */
export function asksFor(text: string): string {
  const plain =
    text.trim() === text &&
    !/^!|\*$|\.\.|,/.test(text) &&
    !(text.startsWith('"') && text.endsWith('"') && text.length > 1);
  return plain ? text : `"${text}"`;
}

/** The parameter sort after a click on a column: up, down, not; beside the others with `more`. */
export function nextSort(sort: string, field: string, more: boolean): string {
  const parts = sort.split(',').filter((part) => part !== '');
  const at = parts.findIndex((part) => part === field || part === `-${field}`);
  const now = at < 0 ? '' : parts[at] === field ? field : `-${field}`;
  const next = now === '' ? field : now === field ? `-${field}` : '';
  if (!more) {
    return next;
  }
  const others = parts.map((part, index) => (index === at ? next : part));
  return [...others, ...(at < 0 ? [next] : [])].filter((part) => part !== '').join(',');
}

export function sortOf(sort: string, field: string): 'ascending' | 'descending' | undefined {
  const parts = sort.split(',');
  return parts.includes(field) ? 'ascending' : parts.includes(`-${field}`) ? 'descending' : undefined;
}

/** The pairs with those of a name replaced. */
export function withPair(pairs: readonly Pair[], name: string, value: string): Pair[] {
  return [...pairs.filter(([other]) => other !== name), [name, value]];
}

/** Cells for the clipboard: a tab between, quotes where a cell holds what divides. */
export function tabbed(cells: readonly string[]): string {
  return cells
    .map((cell) => (/[\t\n\r"]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell))
    .join('\t');
}

export function recordPath(table: string, key: string): string {
  const encoded = encodeURIComponent(key).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return key === '.' || key === '..'
    ? `/record/${encodeURIComponent(table)}?key=${encoded}`
    : `/record/${encodeURIComponent(table)}/${encoded}`;
}
