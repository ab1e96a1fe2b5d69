// SPDX-License-Identifier: Apache-2.0
// Where the picture of a map lies once the map has moved on: how far it is shifted and scaled, and
// whether it still fills the window. Pure.

/** Width and height, or right and down, in CSS pixels. */
export interface Pixels {
  readonly x: number;
  readonly y: number;
}

/** Where a map is: its middle in Web Mercator, the world 1 wide and high, from the north-west. */
export interface View {
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
}

/** Of a picture: around its middle, then by so much right and down. */
export interface Shift {
  readonly scale: number;
  readonly by: Pixels;
}

const WORLD_PIXELS = 512; // of the whole world at zoom 0
const SCALE_MOST = 2; // a picture that is larger, or smaller by as much, tells too little
const SAME = 1e-9;
const MARGIN = 1 / 3; // of the window, on each side

/** Of the picture that was drawn at one view, to be seen at another. The world goes round. */
export function shiftOf(drawn: View, now: View): Shift {
  const world = WORLD_PIXELS * 2 ** now.zoom;
  const across = drawn.x - now.x;
  const by = { x: (across - Math.round(across)) * world, y: (drawn.y - now.y) * world };
  const scale = 2 ** (now.zoom - drawn.zoom);
  // Whole pixels, where nothing is scaled, stay as sharp as they were drawn.
  const whole = Math.abs(scale - 1) < SAME;
  return whole ? { scale: 1, by: { x: Math.round(by.x), y: Math.round(by.y) } } : { scale, by };
}

export function isSameView(a: View, b: View): boolean {
  return [a.x - b.x, a.y - b.y, a.zoom - b.zoom].every((change) => Math.abs(change) < SAME);
}

/** Whether a shifted picture fills the window, both having one middle before. */
export function fills(shift: Shift, picture: Pixels, window: Pixels): boolean {
  const { scale, by } = shift;
  const reaches = (size: number, seen: number, away: number): boolean =>
    size * scale - 2 * Math.abs(away) >= seen - 1;
  const near = scale <= SCALE_MOST && scale >= 1 / SCALE_MOST;
  return near && reaches(picture.x, window.x, by.x) && reaches(picture.y, window.y, by.y);
}

/** How much a picture reaches over its window on each side; in whole pixels, so that it stays sharp. */
export function marginOf(window: Pixels): Pixels {
  return { x: Math.round(window.x * MARGIN), y: Math.round(window.y * MARGIN) };
}
