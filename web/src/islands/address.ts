// SPDX-License-Identifier: Apache-2.0
// The address of a search, printed as the server prints it: empty values dropped, q first, then names
// in byte order, values as they came. Must not know: the page.

export type Pair = readonly [name: string, value: string];

function encode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function rank(name: string): string {
  return name === 'q' ? '' : name;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Two inputs of a range, NAME~from and NAME~to, as the one parameter that the server makes of them. */
export function joinRanges(pairs: readonly Pair[]): Pair[] {
  const value = (name: string): string => pairs.find((pair) => pair[0] === name)?.[1].trim() ?? '';
  const joined = new Map<string, string>();
  for (const [name] of pairs) {
    const base = /^(.+)~(?:from|to)$/.exec(name)?.[1];
    if (base !== undefined) {
      const [from, to] = [value(`${base}~from`), value(`${base}~to`)];
      const turned = from !== '' && to !== '' && Number(from) > Number(to);
      joined.set(base, turned ? `${to}..${from}` : `${from}..${to}`);
    }
  }
  const kept = pairs.filter(([name]) => {
    const base = /^(.+)~(?:from|to)$/.exec(name)?.[1];
    const range = joined.get(name);
    return base === undefined && (range === undefined || range === '..');
  });
  return [...kept, ...[...joined].filter(([, range]) => range !== '..')];
}

export function printAddress(path: string, pairs: readonly Pair[]): string {
  const filled = pairs
    .map(([name, value]): Pair => [name, value.trim()])
    .filter(([, value]) => value !== '')
    .sort((a, b) => compare(rank(a[0]), rank(b[0])));
  const seen = new Set<string>();
  const printed = filled
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .filter((pair) => !seen.has(pair) && seen.add(pair));
  return printed.length === 0 ? path : `${path}?${printed.join('&')}`;
}
