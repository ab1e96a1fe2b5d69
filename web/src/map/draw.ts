// SPDX-License-Identifier: Apache-2.0
// Drawing a box, a circle or a polygon on the map with a pointer. What is drawn is told as a filter
// of the address. Every area can be written in the form below the map as well. Must not know: what
// happens with the filter.
import type { Map as Engine, MapMouseEvent } from 'maplibre-gl';
import { boxBetween, boxFilter, circleFilter, circleRing, metresBetween, polygonFilter, type Place } from './cells';

export type Shape = 'box' | 'circle' | 'polygon';

export interface Drawing {
  /** Ends without a filter. */
  cancel(): void;
  /** Ends a polygon with the corners that it has. */
  finish(): void;
}

type Ring = [number, number][];

interface Hooks {
  show(ring: Ring): void;
  done(name: string, value: string): void;
  ended(): void;
}

function ringOf(shape: Shape, from: Place, to: Place): Ring {
  if (shape === 'circle') {
    return circleRing(from, metresBetween(from, to));
  }
  const [w, s, e, n] = [from.longitude, from.latitude, to.longitude, to.latitude];
  return [[w, s], [e, s], [e, n], [w, n], [w, s]];
}

function placeOf(event: MapMouseEvent): Place {
  return { longitude: event.lngLat.lng, latitude: event.lngLat.lat };
}

export function startDrawing(map: Engine, shape: Shape, hooks: Hooks): Drawing {
  const corners: Place[] = [];
  let from: Place | undefined;

  function end(): void {
    map.off('mousedown', down);
    map.off('mousemove', move);
    map.off('mouseup', up);
    map.off('click', click);
    document.removeEventListener('keydown', key);
    map.getCanvas().style.cursor = '';
    map.dragPan.enable();
    map.doubleClickZoom.enable();
    hooks.show([]);
    hooks.ended();
  }

  function down(event: MapMouseEvent): void {
    if (shape !== 'polygon') {
      event.preventDefault();
      from = placeOf(event);
    }
  }

  function move(event: MapMouseEvent): void {
    const here = placeOf(event);
    if (shape === 'polygon' && corners.length > 0) {
      const ring = [...corners, here, corners[0] as Place];
      hooks.show(ring.map((at): [number, number] => [at.longitude, at.latitude]));
    } else if (from !== undefined) {
      hooks.show(ringOf(shape, from, here));
    }
  }

  function up(event: MapMouseEvent): void {
    const to = placeOf(event);
    const start = from;
    if (start === undefined || (start.longitude === to.longitude && start.latitude === to.latitude)) {
      from = undefined;
      return;
    }
    end();
    if (shape === 'circle') {
      hooks.done('filter.distance', circleFilter(start, metresBetween(start, to)));
    } else {
      hooks.done('filter.bbox', boxFilter(boxBetween(start, to)));
    }
  }

  function finish(): void {
    end();
    if (corners.length >= 3) {
      hooks.done('filter.within', polygonFilter(corners));
    }
  }

  function click(event: MapMouseEvent): void {
    const first = corners[0];
    if (first !== undefined && corners.length >= 3) {
      const start = map.project([first.longitude, first.latitude]);
      if (start.dist(event.point) < 12) {
        finish();
        return;
      }
    }
    corners.push(placeOf(event));
  }

  function key(event: KeyboardEvent): void {
    if (event.key === 'Escape') {
      end();
    } else if (event.key === 'Enter' && shape === 'polygon' && event.target === map.getCanvas()) {
      finish();
    }
  }

  map.dragPan.disable();
  map.doubleClickZoom.disable();
  map.getCanvas().style.cursor = 'crosshair';
  map.on('mousemove', move);
  if (shape === 'polygon') {
    map.on('click', click);
  } else {
    map.on('mousedown', down);
    map.on('mouseup', up);
  }
  document.addEventListener('keydown', key);
  return { cancel: end, finish };
}
