// SPDX-License-Identifier: Apache-2.0
// Handles on a histogram: two sliders (ARIA) that move the numbers of the two inputs, and send the
// form when the hand lets go, or keys rest. Dragging and keys do what the inputs do. Bars are links:
// a hand that does not move follows them.

const REST_MS = 450;
const STILL_PX = 3;

interface Range {
  readonly start: number;
  readonly end: number;
  readonly step: number;
  readonly page: number;
}

export function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high);
}

/** Where a key leads; undefined for keys that sliders do not have. */
export function keyed(key: string, value: number, range: Range): number | undefined {
  const ways: Readonly<Record<string, number>> = {
    ArrowLeft: value - range.step,
    ArrowDown: value - range.step,
    ArrowRight: value + range.step,
    ArrowUp: value + range.step,
    PageDown: value - range.page,
    PageUp: value + range.page,
    Home: range.start,
    End: range.end,
  };
  const next = ways[key];
  return next === undefined ? undefined : clamp(next, range.start, range.end);
}

class Brush {
  private readonly range: Range;
  private readonly track: HTMLElement;
  private readonly inputs: readonly [HTMLInputElement, HTMLInputElement];
  private readonly handles: readonly [HTMLButtonElement, HTMLButtonElement];
  private readonly shades: readonly [HTMLElement, HTMLElement];
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly element: HTMLElement,
    chart: SVGElement,
    inputs: readonly [HTMLInputElement, HTMLInputElement],
  ) {
    const number = (name: string): number => Number(element.dataset[name]);
    this.range = {
      start: number('start'),
      end: number('end'),
      step: number('step'),
      page: number('page'),
    };
    this.inputs = inputs;
    this.track = document.createElement('div');
    this.track.className = 'range-track';
    chart.replaceWith(this.track);
    this.shades = [document.createElement('span'), document.createElement('span')];
    this.handles = [this.makeHandle(0), this.makeHandle(1)];
    for (const shade of this.shades) {
      shade.className = 'range-shade';
    }
    this.track.append(chart, ...this.shades, ...this.handles);
    this.track.addEventListener('pointerdown', (event) => this.press(event));
    chart.addEventListener('dragstart', (event) => event.preventDefault()); // of a link
    inputs.forEach((input) => input.addEventListener('input', () => this.draw()));
    this.draw();
  }

  private makeHandle(index: 0 | 1): HTMLButtonElement {
    const handle = document.createElement('button');
    const legend = this.element.querySelector('legend')?.textContent ?? '';
    handle.type = 'button';
    handle.className = 'range-handle';
    handle.id = `${this.element.id}-handle-${index}`;
    handle.setAttribute('role', 'slider');
    handle.setAttribute('aria-valuemin', String(this.range.start));
    handle.setAttribute('aria-valuemax', String(this.range.end));
    handle.setAttribute(
      'aria-label',
      `${legend}: ${this.element.dataset[index === 0 ? 'from' : 'to'] ?? ''}`,
    );
    handle.addEventListener('keydown', (event) => {
      const next = keyed(event.key, this.value(index), this.range);
      if (next !== undefined) {
        event.preventDefault();
        this.move(index, next);
        clearTimeout(this.timer);
        this.timer = setTimeout(() => this.send(index), REST_MS);
      }
    });
    return handle;
  }

  private value(index: 0 | 1): number {
    const input = this.inputs[index];
    const fallback = index === 0 ? this.range.start : this.range.end;
    const value = input.value === '' ? fallback : Number(input.value);
    return clamp(Number.isFinite(value) ? value : fallback, this.range.start, this.range.end);
  }

  /** At the chart's own ends the range is open. */
  private move(index: 0 | 1, value: number): void {
    const other = this.value(index === 0 ? 1 : 0);
    const next = index === 0 ? Math.min(value, other) : Math.max(value, other);
    const open = next === (index === 0 ? this.range.start : this.range.end);
    this.inputs[index].value = open ? '' : String(next);
    this.draw();
  }

  private draw(): void {
    const width = this.range.end - this.range.start || 1;
    const [from, to] = [this.value(0), this.value(1)];
    const shares = [from, to].map((value) => (100 * (value - this.range.start)) / width);
    this.handles.forEach((handle, index) => {
      const value = index === 0 ? from : to;
      handle.style.insetInlineStart = `${shares[index] ?? 0}%`;
      handle.setAttribute('aria-valuenow', String(value));
    });
    this.shades[0].style.inlineSize = `${shares[0] ?? 0}%`;
    this.shades[0].style.insetInlineStart = '0';
    this.shades[1].style.insetInlineStart = `${shares[1] ?? 100}%`;
    this.shades[1].style.insetInlineEnd = '0';
  }

  private valueAt(event: PointerEvent): number {
    const box = this.track.getBoundingClientRect();
    const way = document.dir === 'rtl' ? box.right - event.clientX : event.clientX - box.left;
    const share = clamp(way / (box.width || 1), 0, 1);
    const value = this.range.start + share * (this.range.end - this.range.start);
    return clamp(
      Math.round(value / this.range.step) * this.range.step,
      this.range.start,
      this.range.end,
    );
  }

  private press(event: PointerEvent): void {
    if (event.button !== 0) {
      return;
    }
    if (!(event.target instanceof SVGRectElement)) {
      this.grabNearest(event);
      return;
    }
    const over = new AbortController();
    const { signal } = over;
    const drag = (moved: PointerEvent): void => {
      if (Math.abs(moved.clientX - event.clientX) > STILL_PX) {
        over.abort();
        this.grabNearest(event);
      }
    };
    addEventListener('pointermove', drag, { signal });
    addEventListener('pointerup', () => over.abort(), { signal });
    addEventListener('pointercancel', () => over.abort(), { signal });
  }

  private grabNearest(event: PointerEvent): void {
    const at = this.valueAt(event);
    const held = this.handles.findIndex((handle) => handle === event.target);
    const [from, to] = [this.value(0), this.value(1)];
    const near = at > to || Math.abs(at - to) < Math.abs(at - from) ? 1 : 0;
    const index: 0 | 1 = held === -1 ? near : held === 0 ? 0 : 1;
    const before = this.inputs[index].value;
    event.preventDefault();
    this.handles[index].focus({ preventScroll: true });
    this.track.setPointerCapture(event.pointerId);
    if (held === -1) {
      this.move(index, at);
    }
    const drag = (moved: PointerEvent): void => this.move(index, this.valueAt(moved));
    const over = new AbortController();
    const end = (): void => {
      over.abort();
      if (this.inputs[index].value !== before) {
        this.send(index);
      }
    };
    this.track.addEventListener('pointermove', drag, { signal: over.signal });
    this.track.addEventListener('pointerup', end, { signal: over.signal });
    this.track.addEventListener('pointercancel', end, { signal: over.signal });
  }

  private send(index: 0 | 1): void {
    clearTimeout(this.timer);
    if (this.element.isConnected) {
      this.inputs[index].dispatchEvent(new Event('change', { bubbles: true }));
    }
  }
}

export function setUp(element: HTMLElement): void {
  const chart = element.querySelector<SVGElement>('.range-chart');
  const [from, to] = element.querySelectorAll<HTMLInputElement>('.range-inputs input');
  if (chart !== null && from !== undefined && to !== undefined) {
    new Brush(element, chart, [from, to]);
  }
}
