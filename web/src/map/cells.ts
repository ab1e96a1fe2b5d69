// SPDX-License-Identifier: Apache-2.0
// The geometry of the map: where the tiles' cells begin and end, as the server has it (positions are
// whole 1e-7 degrees and lie in one cell of a zoom), steps of the legend, areas as filters. Pure.

export interface Box {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

export interface Place {
  readonly longitude: number;
  readonly latitude: number;
}

const UNITS = 1e7;
const WIDTH = 360 * UNITS;
const EARTH_RADIUS_METRES = 6371008.8;
/** Zoom of the deepest tiles that are asked for; closer maps stretch these. */
export const TILE_ZOOM_MOST = 14;
export const STEPS = 7;

/** The zoom of the cells on a map: tiles have 64 by 64 up to zoom 1, 32 by 32 from there on. */
export function cellZoom(mapZoom: number): number {
  const tile = Math.max(0, Math.min(Math.floor(mapZoom), TILE_ZOOM_MOST));
  return tile + (tile < 2 ? 6 : 5);
}

function southernEdge(row: number, all: number): number {
  const degrees = (Math.atan(Math.sinh(Math.PI * (1 - (2 * (row + 1)) / all))) * 180) / Math.PI;
  return row + 1 >= all ? -90 * UNITS : Math.ceil(degrees * UNITS);
}

/** The bounds of the cell that a place lies in; all of them belong to it. */
export function cellAround(place: Place, zoom: number): Box {
  const all = 2 ** zoom;
  const around = ((((place.longitude + 180) % 360) + 360) % 360) / 360;
  const latitude = Math.max(-85.0511, Math.min(85.0511, place.latitude));
  const down = (1 - Math.asinh(Math.tan((latitude * Math.PI) / 180)) / Math.PI) / 2;
  const column = Math.min(Math.floor(around * all), all - 1);
  const row = Math.max(0, Math.min(Math.floor(down * all), all - 1));
  const last = column + 1 === all;
  return {
    west: Math.ceil((column * WIDTH) / all) / UNITS - 180,
    south: southernEdge(row, all) / UNITS,
    east: last ? 180 : (Math.ceil(((column + 1) * WIDTH) / all) - 1) / UNITS - 180,
    north: row === 0 ? 90 : (southernEdge(row - 1, all) - 1) / UNITS,
  };
}

/** Up to seven decimals, none that say nothing. */
export function degrees(value: number): string {
  return String(Number(value.toFixed(7)));
}

export function boxFilter(box: Box): string {
  return [box.west, box.south, box.east, box.north].map(degrees).join(',');
}

/** Longitudes of a box that was drawn may lie past 180°: a box goes over the antimeridian. */
export function boxBetween(a: Place, b: Place): Box {
  const around = (value: number): number => ((((value + 180) % 360) + 360) % 360) - 180;
  const west = Math.min(a.longitude, b.longitude);
  const east = Math.max(a.longitude, b.longitude);
  const whole = east - west >= 360;
  return {
    west: whole ? -180 : around(west),
    south: Math.max(-90, Math.min(a.latitude, b.latitude)),
    east: whole ? 180 : around(east),
    north: Math.min(90, Math.max(a.latitude, b.latitude)),
  };
}

export function metresBetween(a: Place, b: Place): number {
  const radians = Math.PI / 180;
  const up = Math.sin(((b.latitude - a.latitude) * radians) / 2);
  const across = Math.sin(((b.longitude - a.longitude) * radians) / 2);
  const h =
    up * up + Math.cos(a.latitude * radians) * Math.cos(b.latitude * radians) * across * across;
  return 2 * EARTH_RADIUS_METRES * Math.asin(Math.min(1, Math.sqrt(h)));
}

export function circleFilter(middle: Place, metres: number): string {
  const longitude = ((((middle.longitude + 180) % 360) + 360) % 360) - 180;
  const place = `${degrees(Number(middle.latitude.toFixed(5)))},${degrees(Number(longitude.toFixed(5)))}`;
  return metres < 1000
    ? `${place},${Math.max(1, Math.round(metres))}m`
    : `${place},${Number((metres / 1000).toPrecision(4))}km`;
}

/** A ring of places as well-known text, closed, longitude first. */
export function polygonFilter(ring: readonly Place[]): string {
  const text = (place: Place): string =>
    `${degrees(Number(place.longitude.toFixed(5)))} ${degrees(Number(place.latitude.toFixed(5)))}`;
  return `POLYGON((${[...ring, ring[0] as Place].map(text).join(',')}))`;
}

/** The circle's edge, to be drawn. */
export function circleRing(middle: Place, metres: number): [number, number][] {
  const up = (metres / EARTH_RADIUS_METRES) * (180 / Math.PI);
  const ring: [number, number][] = [];
  for (let i = 0; i <= 64; i += 1) {
    const angle = (i / 64) * 2 * Math.PI;
    const latitude = middle.latitude + up * Math.sin(angle);
    const stretch = Math.max(0.01, Math.cos((middle.latitude * Math.PI) / 180));
    ring.push([middle.longitude + (up * Math.cos(angle)) / stretch, latitude]);
  }
  return ring;
}

/** The least count of each step of the legend: steps of equal ratio up to the most. */
export function legendSteps(most: number): number[] {
  const least: number[] = [];
  for (let i = 0; i < STEPS && most > 0; i += 1) {
    const step = Math.ceil(most ** (i / STEPS) - 1e-9);
    if (least.length === 0 || step > (least[least.length - 1] as number)) {
      least.push(step);
    }
  }
  return least;
}

/** The colour, 1 to 7, of a step: few steps are spread over all colours. */
export function colourOf(step: number, steps: number): number {
  return steps <= 1 ? 4 : 1 + Math.floor((step * (STEPS - 1)) / (steps - 1));
}

/** "z/latitude/longitude", as map.at has it. */
export function placeText(zoom: number, middle: Place): string {
  const around = ((((middle.longitude + 180) % 360) + 360) % 360) - 180;
  return `${Number(zoom.toFixed(2))}/${Number(middle.latitude.toFixed(4))}/${Number(around.toFixed(4))}`;
}

type Ring = [number, number][];

/** The shapes of the areas that an address asks for, to be drawn; what is not understood is left out. */
export function areaRings(parameters: URLSearchParams): Ring[][] {
  const shapes: Ring[][] = [];
  for (const value of parameters.getAll('filter.bbox')) {
    const [west, south, east, north] = value.split(',').map(Number);
    if ([west, south, east, north].every((n) => n !== undefined && Number.isFinite(n))) {
      const right = (east as number) < (west as number) ? (east as number) + 360 : (east as number);
      const [w, s, n] = [west as number, south as number, north as number];
      shapes.push([[[w, s], [right, s], [right, n], [w, n], [w, s]]]);
    }
  }
  for (const name of ['filter.distance', 'filter.geo_point']) {
    for (const value of parameters.getAll(name)) {
      const found = /^(-?[\d.]+),(-?[\d.]+),([\d.]+)(m|km)$/.exec(value);
      if (found !== null) {
        const metres = Number(found[3]) * (found[4] === 'km' ? 1000 : 1);
        const middle = { latitude: Number(found[1]), longitude: Number(found[2]) };
        shapes.push([circleRing(middle, metres)]);
      }
    }
  }
  for (const value of parameters.getAll('filter.within')) {
    const rings = [...value.matchAll(/\(([^()]+)\)/g)].map((found) =>
      (found[1] as string).split(',').map((pair): [number, number] => {
        const [x, y] = pair.trim().split(/\s+/).map(Number);
        return [x ?? Number.NaN, y ?? Number.NaN];
      }),
    );
    const good = rings.every((ring) => ring.every((at) => at.every(Number.isFinite)));
    if (good && rings.length > 0) {
      shapes.push(...rings.map((ring) => [ring]));
    }
  }
  return shapes;
}
