// SPDX-License-Identifier: Apache-2.0
// Where the processor draws the map, handing over a picture takes most of a frame, whatever is in it.
// So while such a map moves, the picture that was drawn last is shifted and scaled in the page, which
// the browser does with every frame, and is drawn anew once the map rests or the picture no longer
// fills the window. The picture reaches over the window from when a hand comes to the map. The
// engine itself moves as ever, so that all that asks it where something is gets what holds now.
// Must not know: what the map shows, what moves it.
import { MercatorCoordinate, type Map as Engine } from 'maplibre-gl';
import { fills, isSameView, marginOf, shiftOf, type Pixels, type View } from './shift';

const REST_MS = 250;
const HELD_MS = 750; // a hand that holds still may be about to go on
const COMING = ['pointermove', 'touchend', 'focusin'];
const NONE: Pixels = { x: 0, y: 0 };

function sizeOf({ clientWidth, clientHeight }: HTMLElement): Pixels {
  return { x: clientWidth, y: clientHeight };
}

export class ShiftedPicture {
  /** How much of the map lies past each side of its window. */
  margin = NONE;
  private readonly watch = new ResizeObserver(() => this.fit());
  private isWide = false;
  private isHeld = false;
  private size: Pixels;
  private seen: Pixels;
  private drawn: View | undefined; // none of the size that the map has now
  private shown: View | undefined;
  private free = 0; // until then is no time to draw a map that moves on
  private isDue = false;
  private resting: ReturnType<typeof setTimeout> | undefined;

  /** `window` is what is seen of the map's container, which fills it or lies around it. */
  constructor(
    private readonly map: Engine,
    private readonly window: HTMLElement,
  ) {
    this.size = this.seen = sizeOf(window);
    this.watch.observe(window);
    // The engine counts pointers from its canvas' corner, which stays where it is for all but the eye.
    const around = map.getCanvasContainer();
    map.getCanvas().getBoundingClientRect = () => around.getBoundingClientRect();
    this.takePainter();
    map.on('moveend', () => this.resting !== undefined && this.drawAtRest());
    map.on('webglcontextrestored', () => this.takePainter());
  }

  /** Looks out for a hand in the part of the page that the window stands in now. */
  lookOut(): void {
    for (const name of COMING) {
      this.window.parentElement?.addEventListener(name, (event) => this.come(event));
    }
  }

  /** What is drawn again and again in one place costs less without a margin. */
  hold(isHeld: boolean): void {
    this.isHeld = isHeld;
    this.isWide &&= !isHeld;
    this.fit();
  }

  /** The map fills its window, with or without a margin, and what is seen stays within the world. */
  fit(): void {
    const seen = sizeOf(this.window);
    const margin = this.isWide ? marginOf(seen) : NONE;
    const size = { x: seen.x + 2 * margin.x, y: seen.y + 2 * margin.y };
    if (seen.x === 0 || (size.x === this.size.x && size.y === this.size.y)) {
      return;
    }
    Object.assign(this, { seen, margin, size, drawn: undefined });
    const { x, y } = margin;
    this.map.getContainer().style.inset = `${-y}px ${-x}px`;
    this.map.setPadding({ left: x, right: x, top: y, bottom: y });
    this.map.resize();
    this.map.redraw();
  }

  remove(): void {
    clearTimeout(this.resting);
    this.watch.disconnect();
  }

  /** A finger or a button that is down may be about to move the map, which would end as it grows. */
  private come(event: Event): void {
    const isDown =
      event instanceof PointerEvent && (event.pointerType === 'touch' || event.buttons !== 0);
    if (!this.isWide && !this.isHeld && !isDown) {
      this.isWide = true;
      this.fit();
    }
  }

  private takePainter(): void {
    const { painter } = this.map;
    const draw = painter.render.bind(painter);
    this.drawn = undefined;
    painter.render = (...given) => {
      if (!this.shift()) {
        draw(...given);
        this.keep();
      }
    };
  }

  private viewNow(): View {
    const { x, y } = MercatorCoordinate.fromLngLat(this.map.getCenter());
    return { x, y, zoom: this.map.getZoom() };
  }

  /** Drawn where the map is now. As long as that took, so long is the next time left to others. */
  private keep(): void {
    const from = performance.now();
    requestAnimationFrame(() => {
      const handed = performance.now();
      this.free = handed + (handed - from);
    });
    clearTimeout(this.resting);
    this.resting = undefined;
    this.isDue = false;
    this.shown = this.drawn = this.viewNow();
    this.map.getCanvas().style.transform = '';
  }

  /** Shows the picture as it is where the map is now; false where it has to be drawn. */
  private shift(): boolean {
    const { drawn, shown } = this;
    const now = this.viewNow();
    if (drawn === undefined || shown === undefined || this.isDue || isSameView(now, drawn)) {
      return false;
    }
    const isMoving = this.map.isMoving();
    const isNew = !isSameView(now, shown);
    const shift = shiftOf(drawn, now);
    const isFilled = fills(shift, this.size, this.seen);
    const isFree = performance.now() >= this.free;
    if ((isNew && !isMoving) || (!isFilled && (isFree || !isMoving))) {
      return false;
    }
    const { scale, by } = shift;
    this.map.getCanvas().style.transform = `translate(${by.x}px, ${by.y}px) scale(${scale})`;
    if (isNew) {
      this.shown = now;
      this.drawAtRest();
    }
    return true;
  }

  private drawAtRest(): void {
    clearTimeout(this.resting);
    this.resting = setTimeout(() => {
      this.isDue = true;
      this.map.triggerRepaint();
    }, this.map.isMoving() ? HELD_MS : REST_MS);
  }
}
