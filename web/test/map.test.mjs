// SPDX-License-Identifier: Apache-2.0
// The map's geometry: cells as the server has them (tests/unit/test_tile.c), areas as filters, steps
// of the legend (tests/unit/test_view_map.c), where a picture of it lies once it has moved on.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

async function loadModule(path) {
  const folder = mkdtempSync(join(tmpdir(), 'vitrine-web-'));
  const outfile = join(folder, 'module.mjs');
  const entry = fileURLToPath(new URL(path, import.meta.url));
  await build({ entryPoints: [entry], outfile, bundle: true, format: 'esm', logLevel: 'error' });
  const loaded = await import(pathToFileURL(outfile));
  rmSync(folder, { recursive: true });
  return loaded;
}

const cells = await loadModule('../src/map/cells.ts');

test('every place lies in one cell, and cells touch', () => {
  for (const zoom of [5, 8, 13]) {
    for (let i = 0; i < 200; i += 1) {
      const place = { longitude: ((i * 7.31) % 360) - 180, latitude: ((i * 3.17) % 178) - 89 };
      const box = cells.cellAround(place, zoom);
      const { longitude, latitude } = place;
      assert.ok(longitude >= box.west && longitude <= box.east + 1e-7, `${longitude}`);
      assert.ok(latitude >= box.south - 1e-7 && latitude <= box.north + 1e-7, `${latitude}`);
      if (box.east < 180) {
        const middle = { longitude: box.east + 1e-6, latitude };
        const next = cells.cellAround(middle, zoom);
        assert.ok(Math.abs(next.west - box.east - 1e-7) < 1e-9);
      }
    }
  }
  assert.deepEqual(cells.cellAround({ longitude: 180, latitude: 0 }, 1).west, -180);
  assert.equal(cells.cellAround({ longitude: 540.5, latitude: 89 }, 4).north, 90);
  assert.equal(cells.cellZoom(0.5), 6);
  assert.equal(cells.cellZoom(4.9), 9);
  assert.equal(cells.cellZoom(17), 19);
});

test('areas become filters', () => {
  const a = { longitude: -10, latitude: 60 };
  const b = { longitude: 2.5, latitude: 50 };
  assert.equal(cells.boxFilter(cells.boxBetween(a, b)), '-10,50,2.5,60');
  const over = cells.boxBetween({ longitude: 170, latitude: 1 }, { longitude: 190, latitude: 2 });
  assert.equal(cells.boxFilter(over), '170,1,-170,2');
  assert.equal(cells.boxBetween({ longitude: -200, latitude: 0 }, { longitude: 200, latitude: 1 }).west, -180);
  assert.equal(cells.circleFilter({ longitude: 361, latitude: 51.5 }, 12345.6), '51.5,1,12.35km');
  assert.equal(cells.circleFilter({ longitude: 1, latitude: 2 }, 0.2), '2,1,1m');
  assert.equal(
    cells.polygonFilter([a, b, { longitude: 0, latitude: 0 }]),
    'POLYGON((-10 60,2.5 50,0 0,-10 60))',
  );
  assert.ok(Math.abs(cells.metresBetween(a, a)) < 1e-9);
  assert.ok(Math.abs(cells.metresBetween({ longitude: 0, latitude: 0 }, { longitude: 0, latitude: 1 }) - 111195) < 1);
});

test('areas of an address are drawn, nonsense is not', () => {
  const rings = (text) => cells.areaRings(new URLSearchParams(text));
  assert.deepEqual(rings('filter.bbox=170,1,-170,2')[0][0][1], [190, 1]);
  assert.equal(rings('filter.distance=51.5,-0.1,10km')[0][0].length, 65);
  assert.equal(rings('filter.within=POLYGON((0 0,1 0,1 1,0 0))')[0][0].length, 4);
  for (const text of ['filter.bbox=a,b', 'filter.distance=<b>', 'filter.within=POLYGON((x y))', 'filter.bbox=']) {
    assert.deepEqual(rings(text), [], text);
  }
});

test('steps of the legend are those of the server', () => {
  const last = (list) => list[list.length - 1];
  for (const [most, count, end] of [[1, 1, 1], [2, 2, 2], [10, 6, 8], [1000000, 7, 138950]]) {
    const steps = cells.legendSteps(most);
    assert.deepEqual([steps.length, last(steps)], [count, end]);
  }
  assert.deepEqual(cells.legendSteps(0), []);
  assert.equal(cells.colourOf(0, 1), 4);
  assert.equal(cells.colourOf(6, 7), 7);
  assert.equal(cells.placeText(3.14159, { longitude: 190, latitude: 51.50004 }), '3.14/51.5/-170');
});

const shift = await loadModule('../src/map/shift.ts');

test('a picture is shifted by what its map has moved, the short way round', () => {
  const drawn = { x: 0.5, y: 0.4, zoom: 3 }; // the world is 4,096 pixels wide
  assert.deepEqual(shift.shiftOf(drawn, drawn), { scale: 1, by: { x: 0, y: 0 } });
  const moved = { x: 0.5 - 100 / 4096, y: 0.4 + 30.4 / 4096, zoom: 3 };
  assert.deepEqual(shift.shiftOf(drawn, moved), { scale: 1, by: { x: 100, y: -30 } });
  const east = { x: 1 - 10 / 4096, y: 0.4, zoom: 3 };
  const over = { x: 10 / 4096, y: 0.4, zoom: 3 };
  assert.equal(shift.shiftOf(east, over).by.x, -20);
  assert.equal(shift.shiftOf(over, east).by.x, 20);
  const closer = shift.shiftOf(drawn, { ...moved, zoom: 4 });
  assert.equal(closer.scale, 2);
  assert.ok(Math.abs(closer.by.x - 200) < 1e-6 && Math.abs(closer.by.y + 60.8) < 1e-6);
});

test('views are the same to the eye, not to the bit', () => {
  const view = { x: 0.5, y: 0.4, zoom: 3 };
  assert.equal(shift.isSameView(view, { ...view, x: 0.5 + 1e-12 }), true);
  for (const change of [{ x: 0.5001 }, { y: 0.4001 }, { zoom: 3.001 }]) {
    assert.equal(shift.isSameView(view, { ...view, ...change }), false);
  }
});

test('a picture fills its window as far as its margin goes', () => {
  const window = { x: 900, y: 600 };
  const margin = shift.marginOf(window);
  assert.deepEqual(margin, { x: 300, y: 200 });
  const picture = { x: 1500, y: 1000 };
  const fills = (x, y, scale = 1) => shift.fills({ scale, by: { x, y } }, picture, window);
  assert.deepEqual([fills(0, 0), fills(-300, 200), fills(301, 0), fills(0, -201)], [true, true, false, false]);
  assert.deepEqual([fills(0, 0, 0.6), fills(0, 0, 0.59)], [true, false]);
  assert.deepEqual([fills(1000, 0, 1.9), fills(0, 0, 2.1)], [false, false]);
  // Without a margin nothing can be shifted.
  assert.equal(shift.fills({ scale: 1, by: { x: 2, y: 0 } }, window, window), false);
});
