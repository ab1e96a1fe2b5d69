// SPDX-License-Identifier: Apache-2.0
// Draws the basemap of the locator maps from Natural Earth (public domain, by world-atlas): one small
// world, and a finer map cut into tiles of 30 by 30 degrees so that a page loads only what it shows.
// Everything lies on one plane: x = longitude + 180, y = 90 - latitude, both in degrees.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { geoEquirectangular, geoPath } from 'd3-geo';
import { feature, mesh } from 'topojson-client';

const require = createRequire(import.meta.url);
const TILE_DEGREES = 30;

/** Collects a d3 path as short relative SVG commands on an integer grid of `scale` steps a degree. */
class CompactPath {
  constructor(scale) {
    this.scale = scale;
    this.parts = [];
    this.x = 0;
    this.y = 0;
  }
  round(value) {
    return Math.round(value * this.scale);
  }
  moveTo(x, y) {
    this.startX = this.round(x);
    this.startY = this.round(y);
    this.pending = `M${this.startX} ${this.startY}`;
    this.x = this.startX;
    this.y = this.startY;
  }
  lineTo(x, y) {
    const dx = this.round(x) - this.x;
    const dy = this.round(y) - this.y;
    if (dx === 0 && dy === 0) {
      return;
    }
    if (this.pending !== undefined) {
      this.parts.push(this.pending, 'l');
      this.pending = undefined;
    }
    const last = this.parts[this.parts.length - 1];
    const gap = last.endsWith('l') || dx < 0 ? '' : ' ';
    this.parts.push(`${gap}${dx}${dy < 0 ? '' : ' '}${dy}`);
    this.x += dx;
    this.y += dy;
  }
  closePath() {
    if (this.pending === undefined) {
      this.parts.push('z');
      this.x = this.startX;
      this.y = this.startY;
    }
    this.pending = undefined;
  }
  arc() {}
  toString() {
    return this.parts.join('');
  }
}

function projection(clip) {
  const flat = geoEquirectangular()
    .scale(180 / Math.PI)
    .translate([180, 90])
    .precision(0);
  return clip === undefined ? flat : flat.clipExtent(clip);
}

function draw(object, scale, clip) {
  const context = new CompactPath(scale);
  geoPath(projection(clip), context)(object);
  return context.toString();
}

function load(name) {
  return JSON.parse(readFileSync(require.resolve(`world-atlas/${name}.json`), 'utf8'));
}

function svg(scale, paths) {
  const body = Object.entries(paths)
    .map(
      ([id, path]) =>
        `<path id="${id}" transform="scale(${1 / scale})" vector-effect="non-scaling-stroke" d="${path}"/>`,
    )
    .join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 360 180">${body}</svg>\n`;
}

/** Returns [{ name, text }]: basemap/world.svg and the tiles basemap/<row>-<column>.svg that hold land. */
export function buildBasemap() {
  const world = load('land-110m');
  const files = [
    { name: 'basemap/world.svg', text: svg(4, { land: draw(feature(world, world.objects.land), 4) }) },
  ];
  const fine = load('countries-50m');
  const land = feature(fine, fine.objects.land);
  const borders = mesh(fine, fine.objects.countries, (a, b) => a !== b);
  for (let row = 0; row < 180 / TILE_DEGREES; row += 1) {
    for (let column = 0; column < 360 / TILE_DEGREES; column += 1) {
      const clip = [
        [column * TILE_DEGREES, row * TILE_DEGREES],
        [(column + 1) * TILE_DEGREES, (row + 1) * TILE_DEGREES],
      ];
      const tile = { land: draw(land, 20, clip), borders: draw(borders, 20, clip) };
      if (tile.land !== '') {
        files.push({ name: `basemap/${row}-${column}.svg`, text: svg(20, tile) });
      }
    }
  }
  return files;
}
