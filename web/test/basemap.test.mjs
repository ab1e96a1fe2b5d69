// SPDX-License-Identifier: Apache-2.0
// The basemap's tiles: the open sea is no land, at any zoom, and what is land is there.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { VectorTile } from '@mapbox/vector-tile';
import { PbfReader } from 'pbf';
import { buildTiles } from '../basemap/tiles.mjs';

const HEAD_BYTES = 8;
const ENTRY_BYTES = 20;

/** How much of a tile its land covers, by the outlines: 1 is all of it. */
function landOf(bytes) {
  const { land } = new VectorTile(new PbfReader(gunzipSync(bytes))).layers;
  let area = 0;
  for (let i = 0; i < (land?.length ?? 0); i += 1) {
    for (const ring of land.feature(i).loadGeometry()) {
      ring.forEach(({ x, y }, k) => {
        const before = ring[(k + ring.length - 1) % ring.length];
        area += (before.x * y - x * before.y) / 2 / land.extent ** 2;
      });
    }
  }
  return Math.abs(area);
}

test('sea is sea and land is land', () => {
  const [{ text: pack }] = buildTiles();
  const tiles = new Map();
  for (let i = 0; i < pack.readUInt32LE(4); i += 1) {
    const [z, x, y, offset, length] = [0, 1, 2, 3, 4].map((k) =>
      pack.readUInt32LE(HEAD_BYTES + i * ENTRY_BYTES + k * 4),
    );
    tiles.set(`${z}/${x}/${y}`, pack.subarray(offset, offset + length));
  }
  const covered = (name) => (tiles.has(name) ? landOf(tiles.get(name)) : 0);
  for (const sea of ['4/6/6', '4/2/9', '5/14/11', '5/12/12', '5/4/19', '5/24/20']) {
    assert.ok(covered(sea) < 0.1, `${sea} is sea, of which ${covered(sea)} is land`);
  }
  for (const land of ['3/4/3', '4/8/7', '5/17/13', '5/22/11']) {
    assert.ok(covered(land) > 0.5, `${land} is land, of which only ${covered(land)} is`);
  }
});
