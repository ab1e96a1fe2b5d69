// SPDX-License-Identifier: Apache-2.0
// The continuous table's sums and words.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

async function loadModule(entry) {
  const folder = mkdtempSync(join(tmpdir(), 'vitrine-web-'));
  const outfile = join(folder, 'module.mjs');
  await build({ entryPoints: [entry], outfile, bundle: true, format: 'esm', logLevel: 'error' });
  const loaded = await import(pathToFileURL(outfile));
  rmSync(folder, { recursive: true });
  return loaded;
}

const { Position, TALLEST } = await loadModule('src/grid/position.ts');
const { moveOf, commandOf } = await loadModule('src/grid/keys.ts');
const { asksFor, nextSort, recordPath, sortOf, tabbed, valuesAt, withPair } =
  await loadModule('src/grid/values.ts');

test('a table that fits is scrolled pixel by pixel', () => {
  const place = new Position(36, 1000, 720);
  assert.equal(place.scrolled, 36000);
  place.scroll(3600);
  assert.deepEqual([place.first, place.over, place.page, place.end], [100, 0, 20, 120]);
  place.scroll(3610);
  assert.deepEqual([place.first, place.over], [100, 10]);
  assert.equal(place.settle(), 3610);
});

test('a table taller than browsers scroll moves by pixels in small steps, by shares in long ones', () => {
  const rows = 4_500_000;
  const place = new Position(36, rows, 720);
  assert.equal(place.scrolled, TALLEST);
  for (let step = 1; step <= 100; step += 1) {
    place.scroll(step * 120);
  }
  assert.equal(place.at, 12000, 'a hundred turns of the wheel are as many pixels');
  const settled = place.settle();
  assert.ok(settled < 12000 && settled > 0);
  place.scroll((TALLEST - 720) / 2);
  assert.equal(Math.round(place.first / 1000), 2250, 'the middle of the bar is the middle of the table');
  place.scroll(TALLEST - 720);
  assert.equal(place.end, rows, 'its end is the last row');
  place.scroll(0);
  assert.equal(place.first, 0);
});

test('a row is brought into sight by as little as it takes', () => {
  const place = new Position(36, 4_500_000, 720);
  place.show(19);
  assert.equal(place.first, 0);
  place.show(20);
  assert.deepEqual([place.first, place.over], [1, 0]);
  place.show(4_499_999);
  assert.equal(place.end, 4_500_000);
  place.show(7);
  assert.equal(place.first, 7);
  const short = new Position(36, 3, 720);
  short.show(2);
  assert.deepEqual([short.first, short.end, short.settle()], [0, 3, 0]);
});

test('values lie at dotted paths, through lists, in any case of letters', () => {
  const data = {
    scientificname: 'Apis',
    'a.b': 'dotted',
    media: [{ type: 'image' }, { type: null }, { type: 'sound', 'x.y': 1 }],
    empty: '',
    no: false,
    place: { country: 'Perú' },
  };
  const cases = [
    ['scientificName', ['Apis']],
    ['a.b', ['dotted']],
    ['media.type', ['image', 'sound']],
    ['media.x.y', ['1']],
    ['place.country', ['Perú']],
    ['empty', []],
    ['no', ['false']],
    ['nothing', []],
    ['media', []],
  ];
  for (const [path, expected] of cases) {
    assert.deepEqual(valuesAt(data, path), expected, path);
  }
});

test('a value asks for itself and nothing else', () => {
  const cases = [
    ['Apidae', 'Apidae'],
    ['Smith, J.', '"Smith, J."'],
    ['1850..1900', '"1850..1900"'],
    ['!not', '"!not"'],
    ['Bee*', '"Bee*"'],
    [' blank', '" blank"'],
    ['"quoted"', '""quoted""'],
  ];
  for (const [text, expected] of cases) {
    assert.equal(asksFor(text), expected);
  }
});

test('sorting by one column and by several', () => {
  assert.equal(nextSort('', 'year', false), 'year');
  assert.equal(nextSort('year', 'year', false), '-year');
  assert.equal(nextSort('-year', 'year', false), '');
  assert.equal(nextSort('family,-year', 'country', false), 'country');
  assert.equal(nextSort('family,-year', 'country', true), 'family,-year,country');
  assert.equal(nextSort('family,year', 'family', true), '-family,year');
  assert.equal(nextSort('-family,year', 'family', true), 'year');
  assert.equal(sortOf('family,-year', 'year'), 'descending');
  assert.equal(sortOf('family,-year', 'family'), 'ascending');
  assert.equal(sortOf('family', 'fam'), undefined);
});

test('addresses and the clipboard', () => {
  assert.deepEqual(withPair([['a', '1'], ['b', '2'], ['a', '3']], 'a', '4'), [['b', '2'], ['a', '4']]);
  assert.equal(recordPath('birds', 'http://x/y?z=1'), '/record/birds/http%3A%2F%2Fx%2Fy%3Fz%3D1');
  assert.equal(recordPath('birds', '..'), '/record/birds?key=..');
  assert.equal(tabbed(['a', 'b "c"', 'd\te', 'f\ng']), 'a\t"b ""c"""\t"d\te"\t"f\ng"');
});

const pressed = (key, ...held) => ({ key, ...Object.fromEntries(held.map((name) => [`${name}Key`, true])) });

test('keys lead to cells', () => {
  const sizes = { rows: 1000, columns: 7, page: 20 };
  const cases = [
    [['ArrowUp'], [49, 3]],
    [['ArrowDown'], [51, 3]],
    [['ArrowLeft'], [50, 2]],
    [['ArrowRight'], [50, 4]],
    [['PageUp'], [30, 3]],
    [['PageDown'], [70, 3]],
    [['Home'], [50, 0]],
    [['End'], [50, 6]],
    [['Home', 'ctrl'], [0, 0]],
    [['End', 'meta'], [999, 6]],
    [['ArrowDown', 'alt'], undefined],
    [['Enter'], undefined],
  ];
  for (const [key, target] of cases) {
    assert.deepEqual(moveOf(pressed(...key), 50, 3, sizes), target, key.join('+'));
  }
});

test('keys are commands', () => {
  const cases = [
    [['c', 'ctrl'], 'copy'],
    [['C', 'ctrl', 'shift'], 'copy row'],
    [['c', 'meta'], 'copy'],
    [['c'], undefined],
    [['Enter'], 'open'],
    [['ContextMenu'], 'menu'],
    [['F10', 'shift'], 'menu'],
    [['F10'], undefined],
    [['f'], 'filter'],
    [['F', 'shift'], 'exclude'],
    [['f', 'ctrl'], undefined], // the browser's own
    [['f', 'alt'], undefined],
    [['Tab'], undefined],
  ];
  for (const [key, command] of cases) {
    assert.equal(commandOf(pressed(...key)), command, key.join('+'));
  }
});
