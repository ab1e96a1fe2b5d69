// SPDX-License-Identifier: Apache-2.0
// Cuts Natural Earth (public domain, by world-atlas) into vector tiles for the map that moves, in
// one pack. Layers: land, borders, names (points with the English name and a rank by area). Shapes
// are cut at the antimeridian first: tiles of shapes that cross it show bands across the map. The
// pack: "VTP1", u32 count, then for each tile in order u32 zoom, x, y, offset and length, then the
// tiles as gzip members; little-endian. Tiles of nothing but sea are left out.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { gzipSync } from 'node:zlib';
import { GeoJSONVT } from '@maplibre/geojson-vt';
import { fromGeojsonVt } from '@maplibre/vt-pbf';
import { geoArea, geoCentroid, geoEquirectangular } from 'd3-geo';
import { geoProject } from 'd3-geo-projection';
import { feature, mesh } from 'topojson-client';

const require = createRequire(import.meta.url);
const ZOOM_MOST = 5;
const DETAILS = [
  { atlas: 'countries-50m', from: 0, to: 3 },
  { atlas: 'countries-10m', from: 4, to: ZOOM_MOST },
];
const LATITUDE_MOST = 85.0511;
const ENTRY_BYTES = 20;
const HEAD_BYTES = 8;

function load(name) {
  return JSON.parse(readFileSync(require.resolve(`world-atlas/${name}.json`), 'utf8'));
}

function clampLatitudes(coordinates) {
  if (typeof coordinates[0] === 'number') {
    return [coordinates[0], Math.min(Math.max(coordinates[1], -LATITUDE_MOST), LATITUDE_MOST)];
  }
  return coordinates.map(clampLatitudes);
}

/**
 * A feature for each polygon: where the parts of many lie must not be asked of each other. Islets that
 * rounding has turned over would be all of the world but themselves: they are left out.
 */
function apart(collection) {
  const features = collection.features
    .flatMap(({ geometry: { type, coordinates } }) =>
      (type === 'MultiPolygon' ? coordinates : [coordinates]).map((part) => ({
        type: 'Feature',
        properties: {},
        geometry: { type: 'Polygon', coordinates: part },
      })),
    )
    .filter((part) => geoArea(part) < 2 * Math.PI);
  return { type: 'FeatureCollection', features };
}

/** The shape on the plane of longitude and latitude, cut where it crosses the antimeridian. */
function flatten(object) {
  const plane = geoEquirectangular()
    .reflectY(true)
    .scale(180 / Math.PI)
    .translate([0, 0])
    .precision(0);
  const flat = geoProject(object, plane);
  const features = flat.type === 'FeatureCollection' ? flat.features : [flat];
  return {
    type: 'FeatureCollection',
    features: features
      .map((one) => (one.type === 'Feature' ? one : { type: 'Feature', properties: {}, geometry: one }))
      .filter((one) => one.geometry)
      .map((one) => ({
        ...one,
        geometry: { ...one.geometry, coordinates: clampLatitudes(one.geometry.coordinates) },
      })),
  };
}

/** Each country's name in the middle of its largest part; the larger the country, the lower its rank. */
function names(countries) {
  const features = countries.features.map((country) => {
    const { type, coordinates } = country.geometry;
    const parts = type === 'Polygon' ? [coordinates] : coordinates;
    const shapes = parts.map((part) => ({ type: 'Polygon', coordinates: part }));
    const areas = shapes.map((shape) => geoArea(shape));
    const area = Math.max(...areas);
    const largest = shapes[areas.indexOf(area)];
    return {
      type: 'Feature',
      properties: {
        name: country.properties.name,
        rank: Math.max(0, Math.min(6, Math.round(1 - Math.log10(area / 0.02) * 1.8))),
      },
      geometry: { type: 'Point', coordinates: geoCentroid(largest) },
    };
  });
  return { type: 'FeatureCollection', features };
}

function layersOf({ atlas, to }) {
  const world = load(atlas);
  const countries = feature(world, world.objects.countries);
  const shapes = {
    land: flatten(apart(feature(world, world.objects.land))),
    borders: flatten(mesh(world, world.objects.countries, (a, b) => a !== b)),
    names: names(countries),
  };
  const options = { maxZoom: to, indexMaxZoom: to, indexMaxPoints: 0, tolerance: 4, buffer: 64 };
  return Object.entries(shapes).map(([name, shape]) => [name, new GeoJSONVT(shape, options)]);
}

function tilesOf(detail) {
  const layers = layersOf(detail);
  const tiles = [];
  for (let z = detail.from; z <= detail.to; z += 1) {
    for (let x = 0; x < 2 ** z; x += 1) {
      for (let y = 0; y < 2 ** z; y += 1) {
        const found = layers
          .map(([name, index]) => [name, index.getTile(z, x, y)])
          .filter(([, tile]) => tile?.features.some((one) => one.geometry.length > 0));
        if (found.length > 0) {
          const bytes = fromGeojsonVt(Object.fromEntries(found), { version: 2, extent: 4096 });
          tiles.push({ z, x, y, bytes: gzipSync(bytes, { level: 9 }) });
        }
      }
    }
  }
  return tiles;
}

function pack(tiles) {
  const head = Buffer.alloc(HEAD_BYTES + tiles.length * ENTRY_BYTES);
  head.write('VTP1', 0, 'latin1');
  head.writeUInt32LE(tiles.length, 4);
  let offset = head.length;
  tiles.forEach(({ z, x, y, bytes }, i) => {
    [z, x, y, offset, bytes.length].forEach((number, k) => {
      head.writeUInt32LE(number, HEAD_BYTES + i * ENTRY_BYTES + k * 4);
    });
    offset += bytes.length;
  });
  return Buffer.concat([head, ...tiles.map(({ bytes }) => bytes)]);
}

/** Returns [{ name, text }]: the pack. */
export function buildTiles() {
  return [{ name: 'basemap/tiles.pack', text: pack(DETAILS.flatMap(tilesOf)) }];
}
