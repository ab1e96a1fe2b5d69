// SPDX-License-Identifier: Apache-2.0
// What lies at a place of the screen: whether records are shown there, and the box that holds them.
// Must not know: what is done with it.
import type { Map as Engine, MapMouseEvent } from 'maplibre-gl';
import { boxBetween, cellAround, cellZoom, type Box, type Place } from './cells';
import type { Mode } from './style';

const TOUCH_PIXELS = 6; // around a place that was clicked

type Corners = [[number, number], [number, number]];

function around({ point }: MapMouseEvent, pixels: number): Corners {
  return [
    [point.x - pixels, point.y - pixels],
    [point.x + pixels, point.y + pixels],
  ];
}

export function isAnythingAt(map: Engine, mode: Mode, event: MapMouseEvent): boolean {
  const area = around(event, mode === 'grid' ? 0 : TOUCH_PIXELS);
  const layer = mode === 'grid' ? 'grid' : 'points';
  return map.queryRenderedFeatures(area, { layers: [layer] }).length > 0;
}

/** The cell that was clicked, or a small box around a place where records stand one by one. */
export function boxAt(map: Engine, mode: Mode, event: MapMouseEvent): Box {
  const found = map.queryRenderedFeatures(around(event, TOUCH_PIXELS), { layers: ['points'] });
  if (mode !== 'points' || !found.some(({ properties }) => properties['key'] !== undefined)) {
    const { lng, lat } = event.lngLat;
    return cellAround({ longitude: lng, latitude: lat }, cellZoom(map.getZoom()));
  }
  const [a, b] = around(event, 2 * TOUCH_PIXELS).map((corner): Place => {
    const { lng, lat } = map.unproject(corner);
    return { longitude: lng, latitude: lat };
  }) as [Place, Place];
  return boxBetween(a, b);
}

/** The cells in the middle of the map, for those who do not point. */
export function boxOfMiddle(map: Engine): Box {
  const { lng, lat } = map.getCenter();
  return cellAround({ longitude: lng, latitude: lat }, cellZoom(map.getZoom()) - 1);
}
