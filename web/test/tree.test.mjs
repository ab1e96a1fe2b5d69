// SPDX-License-Identifier: Apache-2.0
// The query builder's tree: the JSON of docs/query.md there and back, places of mistakes, moves.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

let tree;
let address;

async function loadModule(entry) {
  const folder = mkdtempSync(join(tmpdir(), 'vitrine-web-'));
  const outfile = join(folder, 'module.mjs');
  await build({ entryPoints: [entry], outfile, bundle: true, format: 'esm', logLevel: 'error' });
  const loaded = await import(pathToFileURL(outfile));
  rmSync(folder, { recursive: true });
  return loaded;
}

before(async () => {
  tree = await loadModule('src/builder/tree.ts');
  address = await loadModule('src/islands/address.ts');
});

const terms = {
  string_equals: { fields: ['family'], value: 'Apidae "<b>' },
  string_contains: { fields: [], value: 'red bee' },
  phrase: { fields: ['habitat', 'locality'], value: 'oak wood' },
  prefix: { fields: ['genus'], value: 'Bom' },
  wildcard: { fields: ['genus'], value: 'B?mb*' },
  fuzzy: { fields: ['recordedBy'], value: 'Smyth', distance: 2, match: 'value' },
  in: { fields: ['sex'], values: ['female', 'male'] },
  number_equals: { fields: ['year'], value: 1903 },
  number_range: { fields: ['year'], greater_than: 0, less_than_inclusive: false, less_than: 1900.5 },
  date_range: { fields: ['eventDate'], from: '1850', match: 'within' },
  exists: { fields: ['sex'] },
  missing: { fields: ['sex'] },
  geo_named_area: { country: 'Kenya' },
  bbox: { west: -10, south: 0, east: 0, north: 5.5 },
  geo_point: { latitude: 0, longitude: -0.1, radius: 10, radius_unit: 'km' },
  distance: { latitude: 1, longitude: 2, at_least: 5, at_most: 10, unit: 'km' },
  within: { wkt: 'POLYGON((0 0, 1 0, 1 1, 0 0))' },
  geo_custom_area: [[[[0, 0], [1, 0], [1, 1], [0, 0]]]],
  geological_time: { name: 'Jurassic', match: 'within' },
  changed_since: { moment: '2024-05' },
  term_of_tomorrow: { anything: [1, { a: null }] },
};

test('every term comes back as it was', () => {
  for (const [name, value] of Object.entries(terms)) {
    const json = { filters: { and: [{ [name]: value }] } };
    assert.deepEqual(tree.writeQuery(tree.readQuery(json)).json, json, name);
  }
});

test('groups come back at any depth', () => {
  const clause = { string_equals: { fields: ['a'], value: 'x' } };
  const deep = Array.from({ length: 30 }).reduce(
    (inner, _, index) => ({ [['and', 'or', 'not'][index % 3]]: [inner, clause] }),
    clause,
  );
  const cases = [
    {},
    { search: 'words <script>' },
    { search: 'bee', filters: { or: [clause, { not: [clause] }] } },
    { filters: { not: [clause] } },
    { filters: { or: [clause, clause] } },
    { filters: { and: [{ exists: { geo_field: true } }] } },
    { filters: { and: [{ same: { list: 'media', filters: { or: [clause, clause] } } }] } },
    { filters: deep },
  ];
  for (const json of cases) {
    const again = tree.writeQuery(tree.readQuery(json)).json;
    const once = tree.writeQuery(tree.readQuery(again)).json;
    assert.deepEqual(once, again);
    if (json.search === undefined || json.filters === undefined) {
      assert.deepEqual(again, json);
    } else {
      assert.deepEqual(again, { search: 'bee', filters: { and: [json.filters] } });
    }
  }
});

test('what is no query is told with its place', () => {
  const cases = [
    [[], ''],
    [{ words: 'x' }, '/words'],
    [{ search: 1 }, '/search'],
    [{ filters: { and: {} } }, '/filters/and'],
    [{ filters: { and: [{}] } }, '/filters/and/0'],
    [{ filters: { and: [{ prefix: 'x' }] } }, '/filters/and/0/prefix'],
    [{ filters: { same: { filters: {} } } }, '/filters/same/list'],
  ];
  for (const [json, pointer] of cases) {
    assert.throws(
      () => tree.readQuery(json),
      (error) => error.pointer === pointer,
      JSON.stringify(json),
    );
  }
  let bottomless = { exists: { fields: ['a'] } };
  for (let depth = 0; depth < 200; depth += 1) {
    bottomless = { not: [bottomless] };
  }
  assert.throws(() => tree.readQuery({ filters: bottomless }));
});

test('what is not complete is not asked', () => {
  const root = tree.newGroup('and', [
    tree.newClause('string_equals', { fields: ['a'], value: '' }),
    tree.newClause('prefix', { fields: ['a'], value: 'x' }),
    tree.newGroup('or'),
    tree.newSame(''),
  ]);
  const { json, places } = tree.writeQuery(root);
  assert.deepEqual(json, { filters: { and: [{ prefix: { fields: ['a'], value: 'x' } }] } });
  assert.equal(tree.nodeAt(places, '/filters/and/0/prefix/fields/0'), root.members[1].id);
  assert.equal(tree.nodeAt(places, '/filters/and/0'), root.members[1].id);
  assert.equal(tree.nodeAt(places, '/filters/and'), root.id);
  assert.equal(tree.nodeAt(places, '/elsewhere'), undefined);
});

test('moves keep every node', () => {
  const [a, b, c] = ['a', 'b', 'c'].map((name) => tree.newClause('exists', { fields: [name] }));
  const group = tree.newGroup('or', [b, c]);
  const root = tree.newGroup('and', [group, a]);
  const names = (node) =>
    node.kind === 'clause' ? node.value.fields[0] : `${node.kind}(${node.members.map(names)})`;
  assert.equal(names(tree.moveNode(root, a.id, -1)), 'and(a,or(b,c))');
  assert.equal(names(tree.moveNode(root, a.id, 1)), 'and(or(b,c),a)');
  assert.equal(names(tree.moveOut(root, b.id)), 'and(or(c),b,a)');
  assert.equal(names(tree.moveOut(root, a.id)), 'and(or(b,c),a)');
  assert.equal(names(tree.moveInto(root, a.id)), 'and(or(b,c,a))');
  assert.equal(names(tree.moveInto(root, c.id)), 'and(or(b,c),a)');
  assert.equal(names(tree.changeNode(root, group.id, () => undefined)), 'and(a)');
  assert.deepEqual(tree.parentOf(root, c.id), { group, index: 1 });
});

test('two inputs of a range are one parameter', () => {
  const { joinRanges } = address;
  const cases = [
    [[['year~from', '1850'], ['year~to', '1900']], [['year', '1850..1900']]],
    [[['year~from', '1900'], ['year~to', ' 1850 ']], [['year', '1850..1900']]],
    [[['year~from', ''], ['year~to', '1850']], [['year', '..1850']]],
    [[['year~from', ''], ['year~to', ''], ['year', '!*']], [['year', '!*']]],
    [[['year', '1903'], ['year~from', '1850'], ['year~to', ''], ['q', 'x']], [['q', 'x'], ['year', '1850..']]],
    [[['a~from~to', '1'], ['~from', '2']], [['~from', '2'], ['a~from', '..1']]],
  ];
  for (const [pairs, expected] of cases) {
    assert.deepEqual(joinRanges(pairs), expected);
  }
});
