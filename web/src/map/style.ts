// SPDX-License-Identifier: Apache-2.0
// The look of the map: land, borders and names, and the records in one of three ways. Colours are
// the page's tokens. Names are drawn from the page's own fonts, so no glyphs are asked for.
import type { ExpressionSpecification, LayerSpecification, StyleSpecification } from 'maplibre-gl';
import { colourOf, legendSteps, STEPS, TILE_ZOOM_MOST } from './cells';

export type Mode = 'grid' | 'points' | 'heat';

export interface Palette {
  readonly sea: string;
  readonly land: string;
  readonly line: string;
  readonly ink: string;
  readonly halo: string;
  readonly area: string;
  readonly edge: string;
  readonly steps: readonly string[];
}

export interface Sources {
  readonly land: string; // address of the pack of base tiles
  readonly tiles: string; // "?..." of the search
}

export function paletteOf(element: Element): Palette {
  const style = getComputedStyle(element);
  const token = (name: string): string => style.getPropertyValue(name).trim();
  return {
    sea: token('--map-sea'),
    land: token('--map-land'),
    line: token('--map-line'),
    ink: token('--ink-2'),
    halo: token('--map-land'),
    area: token('--sea'),
    edge: token('--cell-edge'),
    steps: Array.from({ length: STEPS }, (_, i) => token(`--step-${i + 1}`)),
  };
}

/** The colour of a count, where the legend goes up to `most`. */
export function colourExpression(most: number, palette: Palette): ExpressionSpecification {
  const least = legendSteps(Math.max(1, most));
  const colour = (i: number): string => palette.steps[colourOf(i, least.length) - 1] as string;
  const stops = least.slice(1).flatMap((from, i) => [from, colour(i + 1)]);
  return (stops.length === 0
    ? ['to-color', colour(0)]
    : ['step', ['get', 'count'], colour(0), ...stops]) as unknown as ExpressionSpecification;
}

export function radiusExpression(most: number): ExpressionSpecification {
  const root = Math.max(2, Math.sqrt(Math.max(1, most)));
  return ['interpolate', ['linear'], ['sqrt', ['get', 'count']], 1, 3.5, root, 15];
}

export function weightExpression(most: number): ExpressionSpecification {
  const top = Math.max(2, Math.log10(Math.max(10, most)) + 1);
  return ['interpolate', ['exponential', 2.2], ['log10', ['get', 'count']], 0, 0.08, top - 1, 1];
}

/** The first colour fades in, so that no grey stands around it. */
function heatColours(palette: Palette): ExpressionSpecification {
  const first = palette.steps[0] as string;
  const clear = /^#[0-9a-f]{6}$/i.test(first) ? `${first}00` : 'transparent';
  const stops = palette.steps.flatMap((colour, i) => [0.06 + (0.94 * i) / (STEPS - 1), colour]);
  return [
    'interpolate',
    ['linear'],
    ['heatmap-density'],
    0,
    clear,
    ...stops,
  ] as unknown as ExpressionSpecification;
}

function recordLayers(mode: Mode, palette: Palette): LayerSpecification[] {
  const shown = (of: Mode): { visibility: 'visible' | 'none' } => ({
    visibility: of === mode ? 'visible' : 'none',
  });
  return [
    {
      id: 'grid',
      type: 'fill',
      source: 'records',
      'source-layer': 'cells',
      layout: shown('grid'),
      paint: {
        'fill-color': colourExpression(1000, palette),
        'fill-outline-color': palette.edge,
        'fill-opacity': 0.88,
      },
    },
    {
      id: 'heat',
      type: 'heatmap',
      source: 'records',
      'source-layer': 'points',
      layout: shown('heat'),
      paint: {
        'heatmap-weight': weightExpression(1000),
        'heatmap-color': heatColours(palette),
        'heatmap-radius': 22,
        'heatmap-intensity': 1.3,
        'heatmap-opacity': 0.85,
      },
    },
    {
      id: 'points',
      type: 'circle',
      source: 'records',
      'source-layer': 'points',
      layout: shown('points'),
      paint: {
        'circle-color': palette.steps[4] as string,
        'circle-opacity': 0.8,
        'circle-stroke-color': palette.halo,
        'circle-stroke-width': 1,
        'circle-radius': radiusExpression(1000),
      },
    },
  ];
}

const nameLayer = (palette: Palette): LayerSpecification => ({
  id: 'names',
  type: 'symbol',
  source: 'land',
  'source-layer': 'names',
  filter: ['<=', ['get', 'rank'], ['zoom']],
  layout: {
    'text-field': ['get', 'name'],
    'text-font': ["'Source Sans 3'"],
    'text-size': ['interpolate', ['linear'], ['zoom'], 1, 11, 6, 15],
    'symbol-sort-key': ['get', 'rank'],
    'text-max-width': 8,
  },
  paint: { 'text-color': palette.ink, 'text-halo-color': palette.halo, 'text-halo-width': 1.4 },
});

/** The address of the records' tiles for a search, "?...". */
export function tilesAddress(search: string): string {
  return `${location.origin}/api/v1/tiles/{z}/{x}/{y}.mvt${search}`;
}

export function styleOf(sources: Sources, mode: Mode, palette: Palette): StyleSpecification {
  const origin = location.origin;
  return {
    version: 8,
    sources: {
      land: {
        type: 'vector',
        tiles: [`${origin}${sources.land}/{z}/{x}/{y}.mvt`],
        maxzoom: 5,
      },
      records: {
        type: 'vector',
        tiles: [tilesAddress(sources.tiles)],
        maxzoom: TILE_ZOOM_MOST,
      },
      area: { type: 'geojson', data: { type: 'FeatureCollection', features: [] } },
    },
    layers: [
      { id: 'sea', type: 'background', paint: { 'background-color': palette.sea } },
      { id: 'land', type: 'fill', source: 'land', 'source-layer': 'land', paint: { 'fill-color': palette.land } },
      {
        id: 'borders',
        type: 'line',
        source: 'land',
        'source-layer': 'borders',
        paint: { 'line-color': palette.line, 'line-width': 0.8 },
      },
      ...recordLayers(mode, palette),
      { id: 'area-fill', type: 'fill', source: 'area', paint: { 'fill-color': palette.area, 'fill-opacity': 0.08 } },
      { id: 'area-edge', type: 'line', source: 'area', paint: { 'line-color': palette.area, 'line-width': 2.5 } },
      nameLayer(palette),
    ],
  };
}
