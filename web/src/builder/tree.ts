// SPDX-License-Identifier: Apache-2.0
// A query as a tree that can be edited, read from the JSON form of docs/query.md and written to it.
// What a term's form does not show of it is kept as it came. Must not know: the page.

export type GroupKind = 'and' | 'or' | 'not';
export type Json = Readonly<Record<string, unknown>>;

export interface Group {
  readonly id: number;
  readonly kind: GroupKind;
  readonly members: readonly Node[];
}

/** `same`: all of a group holds of one and the same element of a list. */
export interface Same {
  readonly id: number;
  readonly kind: 'same';
  readonly list: string;
  readonly group: Group;
}

/** `term` is the name in JSON, or "search" for words anywhere, or "geo_exists" for a position. */
export interface Clause {
  readonly id: number;
  readonly kind: 'clause';
  readonly term: string;
  readonly value: Json;
}

export type Node = Group | Same | Clause;

export class TreeError extends Error {
  constructor(
    readonly pointer: string,
    message: string,
  ) {
    super(message);
  }
}

const DEPTH_MOST = 64;

let last = 0;

export function newId(): number {
  last += 1;
  return last;
}

export function newGroup(kind: GroupKind, members: readonly Node[] = []): Group {
  return { id: newId(), kind, members };
}

export function newClause(term: string, value: Json = {}): Clause {
  return { id: newId(), kind: 'clause', term, value };
}

export function newSame(list = ''): Same {
  return { id: newId(), kind: 'same', list, group: newGroup('and') };
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

// --- reading ---------------------------------------------------------------------------------

function readMembers(list: unknown, pointer: string, depth: number): Node[] {
  if (!Array.isArray(list)) {
    throw new TreeError(pointer, 'expected a list');
  }
  return list.map((member, index) => readNode(member, `${pointer}/${index}`, depth + 1));
}

function readSame(value: Json, pointer: string, depth: number): Same {
  if (typeof value['list'] !== 'string') {
    throw new TreeError(`${pointer}/list`, 'expected the name of a list');
  }
  const inner = readNode(value['filters'], `${pointer}/filters`, depth + 1);
  const group =
    inner.kind === 'clause' || inner.kind === 'same' ? newGroup('and', [inner]) : inner;
  return { id: newId(), kind: 'same', list: value['list'], group };
}

function readNode(json: unknown, pointer: string, depth: number): Node {
  if (depth > DEPTH_MOST) {
    throw new TreeError(pointer, 'groups lie too deep');
  }
  if (!isObject(json) || Object.keys(json).length !== 1) {
    throw new TreeError(pointer, 'expected an object with one member, a group or a term');
  }
  const [name = '', value] = Object.entries(json)[0] ?? [];
  if (name === 'and' || name === 'or' || name === 'not') {
    return newGroup(name, readMembers(value, `${pointer}/${name}`, depth));
  }
  if (!isObject(value)) {
    if (name === 'geo_custom_area' && Array.isArray(value)) {
      return newClause(name, { coordinates: value });
    }
    throw new TreeError(`${pointer}/${name}`, 'expected an object');
  }
  if (name === 'same') {
    return readSame(value, `${pointer}/same`, depth);
  }
  if (name === 'exists' && value['geo_field'] === true) {
    return newClause('geo_exists');
  }
  return newClause(name, value);
}

/** The tree of a query's JSON, its root a group. TreeError tells the place of what is none. */
export function readQuery(json: unknown): Group {
  if (!isObject(json)) {
    throw new TreeError('', 'expected an object');
  }
  for (const name of Object.keys(json)) {
    if (name !== 'search' && name !== 'filters') {
      throw new TreeError(`/${name}`, 'a query has the members search and filters');
    }
  }
  const filters = json['filters'];
  const inner = filters === undefined ? newGroup('and') : readNode(filters, '/filters', 0);
  const root = inner.kind === 'and' ? inner : newGroup('and', [inner]);
  const search = json['search'];
  if (search === undefined || search === '') {
    return inner.kind === 'or' || inner.kind === 'not' ? inner : root;
  }
  if (typeof search !== 'string') {
    throw new TreeError('/search', 'expected a text');
  }
  return { ...root, members: [newClause('search', { value: search }), ...root.members] };
}

// --- writing ---------------------------------------------------------------------------------

/** Whether enough of a clause is filled in for it to be asked. */
export function isComplete({ term, value }: Clause): boolean {
  const text = (name: string): boolean =>
    typeof value[name] === 'string' && (value[name] as string).trim() !== '';
  const number = (name: string): boolean => typeof value[name] === 'number';
  const list = (name: string): boolean => Array.isArray(value[name]) && value[name].length > 0;
  switch (term) {
    case 'search':
    case 'string_contains':
    case 'phrase':
      return text('value');
    case 'string_equals':
    case 'prefix':
    case 'part':
    case 'wildcard':
    case 'fuzzy':
      return list('fields') && text('value');
    case 'in':
      return list('fields') && list('values');
    case 'number_equals':
      return list('fields') && number('value');
    case 'number_range':
      return list('fields') && (number('greater_than') || number('less_than'));
    case 'date_range':
      return list('fields') && (text('from') || text('to'));
    case 'exists':
    case 'missing':
      return list('fields');
    case 'bbox':
      return ['west', 'south', 'east', 'north'].every(number);
    case 'geo_point':
      return number('latitude') && number('longitude');
    case 'distance':
      return number('latitude') && number('longitude') && number('at_most');
    case 'geo_named_area':
      return Object.values(value).some((name) => typeof name === 'string' && name.trim() !== '');
    case 'within':
      return text('wkt') || isObject(value['geojson']);
    case 'geo_custom_area':
      return list('coordinates');
    case 'geological_time':
      return text('name') || (number('from') && number('to'));
    case 'changed_since':
      return value['moment'] !== undefined && value['moment'] !== '';
    default:
      return true; // a term of a newer server: as it came
  }
}

export interface Written {
  readonly json: Json;
  /** Where each node stands in the JSON: its JSON pointer. */
  readonly places: ReadonlyMap<number, string>;
}

class Writer {
  readonly places = new Map<number, string>();

  node(node: Node, pointer: string): unknown {
    if (node.kind === 'clause') {
      return this.clause(node, pointer);
    }
    if (node.kind === 'same') {
      this.places.set(node.id, `${pointer}/same`);
      const filters = this.node(node.group, `${pointer}/same/filters`);
      return node.list.trim() === '' || filters === undefined
        ? undefined
        : { same: { list: node.list, filters } };
    }
    this.places.set(node.id, `${pointer}/${node.kind}`);
    const members: unknown[] = [];
    for (const member of node.members) {
      const written = this.node(member, `${pointer}/${node.kind}/${members.length}`);
      if (written !== undefined) {
        members.push(written);
      }
    }
    return members.length === 0 ? undefined : { [node.kind]: members };
  }

  private clause(clause: Clause, pointer: string): unknown {
    if (!isComplete(clause)) {
      return undefined;
    }
    const { term, value } = clause;
    if (term === 'search') {
      // Deep in the tree words anywhere are a term over all text.
      this.places.set(clause.id, `${pointer}/string_contains`);
      return { string_contains: { fields: [], value: value['value'] } };
    }
    if (term === 'geo_exists') {
      this.places.set(clause.id, `${pointer}/exists`);
      return { exists: { geo_field: true } };
    }
    this.places.set(clause.id, `${pointer}/${term}`);
    return { [term]: term === 'geo_custom_area' ? value['coordinates'] : value };
  }
}

/** The JSON of a tree, without what is not complete. */
export function writeQuery(root: Group): Written {
  const writer = new Writer();
  const first = root.members.find(
    (member): member is Clause => member.kind === 'clause' && member.term === 'search',
  );
  const search = root.kind === 'and' && first !== undefined && isComplete(first) ? first : undefined;
  const rest = search === undefined ? root.members : root.members.filter((m) => m !== search);
  const filters = writer.node({ ...root, members: rest }, '/filters');
  const json: Record<string, unknown> = {};
  if (search !== undefined) {
    json['search'] = search.value['value'];
    writer.places.set(search.id, '/search');
  }
  if (filters !== undefined) {
    json['filters'] = filters;
  }
  return { json, places: writer.places };
}

/** The node at fault: at the place itself or the nearest above it. */
export function nodeAt(places: ReadonlyMap<number, string>, pointer: string): number | undefined {
  let best: number | undefined;
  let length = -1;
  for (const [id, place] of places) {
    // A member's own place ends with its term's name: ".../and/0/prefix" for ".../and/0".
    const member = /\/\d+$/.test(pointer) && place.replace(/\/[^/]*$/, '') === pointer;
    const within = pointer === place || pointer.startsWith(`${place}/`) || member;
    if (within && place.length > length) {
      best = id;
      length = place.length;
    }
  }
  return best;
}

// --- changing --------------------------------------------------------------------------------

/** The tree with the node of that id replaced; by nothing where `change` gives none. */
export function changeNode(
  root: Group,
  id: number,
  change: (node: Node) => Node | undefined,
): Group {
  const walk = (node: Node): Node | undefined => {
    if (node.id === id) {
      return change(node);
    }
    if (node.kind === 'clause') {
      return node;
    }
    if (node.kind === 'same') {
      const group = walk(node.group);
      return group !== undefined && group.kind !== 'clause' && group.kind !== 'same'
        ? { ...node, group }
        : node;
    }
    const members = node.members
      .map(walk)
      .filter((member): member is Node => member !== undefined);
    return { ...node, members };
  };
  const changed = walk(root);
  return changed !== undefined && changed.kind !== 'clause' && changed.kind !== 'same'
    ? changed
    : newGroup('and');
}

/** The group that holds a node as its member, and the member's place in it. */
export function parentOf(root: Group, id: number): { group: Group; index: number } | undefined {
  const waiting: Group[] = [root];
  for (let group = waiting.pop(); group !== undefined; group = waiting.pop()) {
    const index = group.members.findIndex((member) => member.id === id);
    if (index >= 0) {
      return { group, index };
    }
    for (const member of group.members) {
      if (member.kind === 'same') {
        waiting.push(member.group);
      } else if (member.kind !== 'clause') {
        waiting.push(member);
      }
    }
  }
  return undefined;
}

function withMembers(root: Group, group: Group, members: readonly Node[]): Group {
  return changeNode(root, group.id, (node) =>
    node.kind === 'clause' || node.kind === 'same' ? node : { ...node, members },
  );
}

/** One place up or down among its siblings. */
export function moveNode(root: Group, id: number, by: -1 | 1): Group {
  const place = parentOf(root, id);
  if (place === undefined) {
    return root;
  }
  const { group, index } = place;
  const other = index + by;
  const members = [...group.members];
  const [a, b] = [members[index], members[other]];
  if (a === undefined || b === undefined) {
    return root;
  }
  members[index] = b;
  members[other] = a;
  return withMembers(root, group, members);
}

/** Behind the group that holds it, in the group that holds that one. */
export function moveOut(root: Group, id: number): Group {
  const place = parentOf(root, id);
  if (place === undefined || place.group.id === root.id) {
    return root;
  }
  const above = parentOf(root, place.group.id);
  const node = place.group.members[place.index];
  if (above === undefined || node === undefined) {
    return root;
  }
  const without = changeNode(root, id, () => undefined);
  const target = parentOf(without, place.group.id);
  if (target === undefined) {
    return root;
  }
  const members = [...target.group.members];
  members.splice(target.index + 1, 0, node);
  return withMembers(without, target.group, members);
}

/** Into the group that stands before it among its siblings, at its end. */
export function moveInto(root: Group, id: number): Group {
  const place = parentOf(root, id);
  const before = place?.group.members[place.index - 1];
  const node = place?.group.members[place.index];
  if (node === undefined || before === undefined || before.kind === 'clause') {
    return root;
  }
  const target = before.kind === 'same' ? before.group : before;
  const without = changeNode(root, id, () => undefined);
  return withMembers(without, target, [...target.members, node]);
}
