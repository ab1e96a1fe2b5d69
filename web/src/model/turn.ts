// SPDX-License-Identifier: Apache-2.0
// Where one looks at a model from: two angles, a distance, and what keys, drags and wheels do to
// them. Pure: no page, no graphics.

/** Angles in degrees; the distance is a multiple of that from which the whole fits. */
export interface Turn {
  readonly around: number;
  readonly above: number;
  readonly distance: number;
}

export const FIRST: Turn = { around: 28, above: 18, distance: 1 };

/** In the order of the keys 1 to 6. */
export const SIDES = ['front', 'right', 'back', 'left', 'top', 'bottom'] as const;
export type Side = (typeof SIDES)[number];

const FACING: Readonly<Record<Side, readonly [around: number, above: number]>> = {
  front: [0, 0],
  right: [90, 0],
  back: [180, 0],
  left: [270, 0],
  top: [0, 90],
  bottom: [0, -90],
};

const NEAREST = 0.08;
const FARTHEST = 4;
const STEP = 10; // degrees by a key
const ZOOM = 1.2;
const DEGREES_A_PIXEL = 0.4;

function within(low: number, value: number, high: number): number {
  return Math.max(low, Math.min(value, high));
}

export function turned(turn: Turn, around: number, above: number): Turn {
  return {
    around: (((turn.around + around) % 360) + 360) % 360,
    above: within(-90, turn.above + above, 90),
    distance: turn.distance,
  };
}

export function zoomed(turn: Turn, factor: number): Turn {
  return { ...turn, distance: within(NEAREST, turn.distance / factor, FARTHEST) };
}

export function dragged(turn: Turn, x: number, y: number): Turn {
  return turned(turn, -x * DEGREES_A_PIXEL, y * DEGREES_A_PIXEL);
}

export function seenFrom(turn: Turn, side: Side): Turn {
  const [around, above] = FACING[side];
  return { around, above, distance: turn.distance };
}

/** What a key does; undefined where it does nothing. */
export function afterKey(turn: Turn, key: string): Turn | undefined {
  const side = SIDES[Number.parseInt(key, 10) - 1];
  if (side !== undefined && key.length === 1) {
    return seenFrom(turn, side);
  }
  switch (key) {
    case 'ArrowLeft':
      return turned(turn, STEP, 0);
    case 'ArrowRight':
      return turned(turn, -STEP, 0);
    case 'ArrowUp':
      return turned(turn, 0, STEP);
    case 'ArrowDown':
      return turned(turn, 0, -STEP);
    case '+':
    case '=':
      return zoomed(turn, ZOOM);
    case '-':
      return zoomed(turn, 1 / ZOOM);
    case '0':
    case 'Home':
      return FIRST;
    default:
      return undefined;
  }
}

/** A step of the way from one view to another, the shorter way round; `done` from 0 to 1. */
export function between(from: Turn, to: Turn, done: number): Turn {
  const eased = 1 - (1 - done) ** 3;
  const apart = ((((to.around - from.around) % 360) + 540) % 360) - 180;
  const mix = (a: number, b: number): number => a + (b - a) * eased;
  return {
    around: (((from.around + apart * eased) % 360) + 360) % 360,
    above: mix(from.above, to.above),
    distance: mix(from.distance, to.distance),
  };
}
