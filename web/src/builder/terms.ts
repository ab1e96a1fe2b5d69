// SPDX-License-Identifier: Apache-2.0
// What the form of each term asks for, and how what is typed goes into the term's JSON and back. Must
// not know: the page.
import type { Json } from './tree';

export type PartKind = 'fields' | 'value' | 'text' | 'number' | 'lines' | 'choice' | 'truth';

export interface Part {
  readonly kind: PartKind;
  readonly name: string;
  /** The key of its label, where not its name. */
  readonly word?: string;
  readonly options?: readonly (readonly [value: string, word: string])[];
  read(value: Json): string;
  /** Members to set; undefined takes one away. */
  write(text: string, value: Json): Json;
}

function asText(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

function text(name: string, word?: string, kind: PartKind = 'text'): Part {
  return {
    kind,
    name,
    ...(word === undefined ? {} : { word }),
    read: (value) => asText(value[name]),
    write: (typed) => ({ [name]: typed === '' ? undefined : typed }),
  };
}

function number(name: string, word?: string): Part {
  return {
    ...text(name, word, 'number'),
    write: (typed) => {
      const value = Number(typed);
      return { [name]: typed.trim() === '' || !Number.isFinite(value) ? undefined : value };
    },
  };
}

/** A moment, shown as the day or year that it starts or ends. */
function day(name: string, end: boolean): Part {
  const edge = end ? 'T23:59:59.999Z' : 'T00:00:00.000Z';
  const year = end ? '-12-31' : '-01-01';
  const cut = (moment: string, tail: string): string =>
    moment.endsWith(tail) ? moment.slice(0, -tail.length) : moment;
  return {
    ...text(name),
    read: (value) => {
      const moment = asText(value[name]);
      const date = cut(moment, edge);
      return date === moment ? moment : cut(date, year);
    },
  };
}

function fields(required: boolean): Part {
  return {
    kind: 'fields',
    name: 'fields',
    read: (value) => (Array.isArray(value['fields']) ? value['fields'].join(' | ') : ''),
    write: (typed) => {
      const names = typed.split('|').map((name) => name.trim());
      const filled = names.filter((name) => name !== '');
      return { fields: filled.length === 0 && required ? undefined : filled };
    },
  };
}

function lines(name: string): Part {
  return {
    kind: 'lines',
    name,
    read: (value) => (Array.isArray(value[name]) ? value[name].join('\n') : ''),
    write: (typed) => {
      const values = typed.split('\n').map((line) => line.trim());
      const filled = values.filter((line) => line !== '');
      return { [name]: filled.length === 0 ? undefined : filled };
    },
  };
}

function json(name: string): Part {
  return {
    kind: 'lines',
    name,
    word: 'json',
    read: (value) => (value[name] === undefined ? '' : JSON.stringify(value[name])),
    write: (typed) => {
      try {
        return { [name]: JSON.parse(typed) as unknown };
      } catch {
        return { [name]: undefined };
      }
    },
  };
}

/** The first option is what is meant where nothing is said. */
function choice(name: string, options: readonly (readonly [string, string])[], word?: string): Part {
  return {
    kind: 'choice',
    name,
    options,
    ...(word === undefined ? {} : { word }),
    read: (value) => asText(value[name]) || (options[0]?.[0] ?? ''),
    write: (chosen) => ({ [name]: chosen === options[0]?.[0] ? undefined : chosen }),
  };
}

function truth(name: string): Part {
  return {
    kind: 'truth',
    name,
    read: (value) => String(value[name] !== false),
    write: (chosen) => ({ [name]: chosen === 'true' ? undefined : false }),
  };
}

const edits: Part = {
  kind: 'choice',
  name: 'distance',
  word: 'edits',
  options: [
    ['1', '1'],
    ['2', '2'],
  ],
  read: (value) => (value['distance'] === 2 ? '2' : '1'),
  write: (chosen) => ({ distance: chosen === '2' ? 2 : undefined }),
};

// An area's kind is the name of the member that holds the area's own.
const categories = ['country', 'marine', 'geography'];

function categoryOf(value: Json): string {
  return Object.keys(value)[0] ?? 'country';
}

const category: Part = {
  kind: 'choice',
  name: 'category',
  options: categories.map((name) => [name, name] as const),
  read: categoryOf,
  write: (chosen, value) => ({
    [categoryOf(value)]: undefined,
    [chosen]: value[categoryOf(value)] ?? '',
  }),
};

const areaName: Part = {
  kind: 'text',
  name: 'name',
  read: (value) => asText(value[categoryOf(value)]),
  write: (typed, value) => ({ [categoryOf(value)]: typed }),
};

const units = ['km', 'm', 'mi', 'nmi', 'ft', 'yd', 'in', 'cm', 'mm'].map(
  (unit) => [unit, unit] as const,
);

function unit(name: string): Part {
  return {
    ...choice(name, units, 'unit'),
    read: (value) => asText(value[name]) || 'm', // what the JSON form means where it says nothing
    write: (chosen) => ({ [name]: chosen }),
  };
}

const overlapOrWithin = choice('match', [
  ['overlap', 'overlap'],
  ['within', 'within-range'],
]);

const forms = new Map<string, readonly Part[]>(Object.entries({
  search: [text('value')],
  string_equals: [fields(true), text('value', undefined, 'value')],
  in: [fields(true), lines('values')],
  string_contains: [fields(false), text('value')],
  phrase: [fields(false), text('value')],
  prefix: [fields(true), text('value', undefined, 'value')],
  part: [fields(true), text('value')],
  wildcard: [fields(true), text('value')],
  fuzzy: [
    fields(true),
    text('value'),
    edits,
    choice('match', [
      ['word', 'word'],
      ['value', 'whole'],
    ]),
  ],
  number_equals: [fields(true), number('value')],
  number_range: [
    fields(true),
    number('greater_than'),
    truth('greater_than_inclusive'),
    number('less_than'),
    truth('less_than_inclusive'),
  ],
  date_range: [fields(true), day('from', false), day('to', true), overlapOrWithin],
  exists: [fields(true)],
  missing: [fields(true)],
  geo_exists: [],
  geo_named_area: [category, areaName],
  bbox: [number('west'), number('south'), number('east'), number('north')],
  geo_point: [number('latitude'), number('longitude'), number('radius'), unit('radius_unit')],
  distance: [
    number('latitude'),
    number('longitude'),
    number('at_least'),
    number('at_most'),
    unit('unit'),
  ],
  within: [text('wkt')],
  geo_custom_area: [json('coordinates')],
  geological_time: [text('name'), number('from'), number('to'), overlapOrWithin],
  changed_since: [text('moment')],
}));

/** The parts of a term's form; of an unknown term none. */
export function partsOf(term: string): readonly Part[] {
  return forms.get(term) ?? [];
}

/** What of a clause's value another term has too, and what that needs. */
export function kept(value: Json, term: string): Json {
  const names = new Set(partsOf(term).map((part) => part.name));
  const out: Record<string, unknown> = {};
  for (const name of names) {
    if (value[name] !== undefined) {
      out[name] = value[name];
    }
  }
  if (names.has('fields') && out['fields'] === undefined && ['string_contains', 'phrase'].includes(term)) {
    out['fields'] = [];
  }
  for (const unit of ['unit', 'radius_unit']) {
    if (names.has(unit) && out[unit] === undefined) {
      out[unit] = 'km';
    }
  }
  return out;
}

/** Every term, in the groups that a list of them shows. */
export const termGroups: readonly (readonly [word: string, terms: readonly string[]])[] = [
  [
    'group-fields',
    [
      'string_equals',
      'in',
      'string_contains',
      'phrase',
      'prefix',
      'part',
      'wildcard',
      'fuzzy',
      'exists',
      'missing',
    ],
  ],
  ['group-numbers', ['number_equals', 'number_range', 'date_range', 'geological_time']],
  [
    'group-places',
    ['geo_exists', 'geo_named_area', 'bbox', 'geo_point', 'distance', 'within', 'geo_custom_area'],
  ],
  ['group-other', ['search', 'changed_since', 'same']],
];
