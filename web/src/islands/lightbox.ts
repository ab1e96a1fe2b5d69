// SPDX-License-Identifier: Apache-2.0
// A light box over the gallery: one picture at a time with zoom, turn and its credit. The wheel
// zooms after a click on the picture or with Ctrl only, so that it never takes the page's scroll.
// Words come from the gallery's data attributes, the caption is the tile's own.

const STEP = 1.3;
const DEEPEST = 16;
const PAN = 80;

type Action = () => void;
interface Point {
  readonly x: number;
  readonly y: number;
}

function button(label: string, sign: string, action: Action): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.setAttribute('aria-label', label);
  made.title = label;
  made.textContent = sign;
  made.addEventListener('click', action);
  return made;
}

class LightBox {
  private readonly dialog = document.createElement('dialog');
  private readonly stage = document.createElement('div');
  private readonly image = document.createElement('img');
  private readonly caption = document.createElement('div');
  private readonly pointers = new Map<number, Point>();
  private links: HTMLAnchorElement[] = [];
  private at = 0;
  private scale = 1;
  private x = 0; // of the picture's middle, from the stage's
  private y = 0;
  private turn = 0; // degrees
  private engaged = false; // a click on the picture lets the wheel zoom

  constructor(private readonly gallery: HTMLElement) {
    const word = (name: string): string => gallery.dataset[name] ?? '';
    this.dialog.className = 'lightbox';
    this.stage.className = 'lightbox-stage';
    this.caption.className = 'lightbox-caption';
    this.stage.title = word('hint');
    const tools = document.createElement('div');
    tools.className = 'lightbox-tools';
    tools.append(
      button(word('previous'), '‹', () => this.show(this.at - 1)),
      button(word('next'), '›', () => this.show(this.at + 1)),
      button(word('in'), '+', () => this.zoom(STEP)),
      button(word('out'), '−', () => this.zoom(1 / STEP)),
      button(word('fit'), '⤢', () => this.fit()),
      button(word('whole'), '1:1', () => this.zoom(1 / this.scale)),
      button(word('turn'), '⟳', () => this.rotate()),
      button(word('close'), '×', () => this.dialog.close()),
    );
    this.stage.append(this.image);
    this.dialog.append(tools, this.stage, this.caption);
    document.body.append(this.dialog);
    this.image.draggable = false;
    this.image.addEventListener('load', () => this.fit());
    this.image.addEventListener('error', () => {
      this.caption.prepend(`${word('broken')} `);
    });
    this.dialog.addEventListener('keydown', (event) => this.key(event));
    this.dialog.addEventListener('close', () => this.links[this.at]?.focus());
    this.dialog.addEventListener('click', (event) => {
      if (event.target === this.dialog) {
        this.dialog.close();
      }
    });
    this.stage.addEventListener('wheel', (event) => this.wheel(event), { passive: false });
    this.stage.addEventListener('pointerdown', (event) => this.press(event));
    this.stage.addEventListener('pointermove', (event) => this.move(event));
    for (const end of ['pointerup', 'pointercancel'] as const) {
      this.stage.addEventListener(end, (event) => this.pointers.delete(event.pointerId));
    }
    new ResizeObserver(() => this.dialog.open && this.fit()).observe(this.stage);
  }

  open(link: HTMLAnchorElement): void {
    this.links = [...this.gallery.querySelectorAll<HTMLAnchorElement>('a[data-medium]')];
    this.dialog.showModal();
    this.show(this.links.indexOf(link));
  }

  private show(index: number): void {
    const count = this.links.length;
    this.at = (index + count) % count;
    const link = this.links[this.at];
    const tile = link?.closest('figure');
    const small = tile?.querySelector('img');
    if (link === undefined || small == null) {
      return;
    }
    this.turn = 0;
    this.engaged = false;
    this.image.src = link.href;
    this.image.alt = small.alt;
    this.dialog.setAttribute('aria-label', small.alt);
    const caption = tile?.querySelector('figcaption')?.cloneNode(true);
    this.caption.replaceChildren(...(caption === undefined ? [] : [...caption.childNodes]));
    if (this.image.complete) {
      this.fit();
    }
  }

  private size(): { width: number; height: number } {
    const { naturalWidth: width, naturalHeight: height } = this.image;
    const lying = this.turn % 180 !== 0;
    return lying ? { width: height || 1, height: width || 1 } : { width: width || 1, height: height || 1 };
  }

  private fitting(): number {
    const { width, height } = this.size();
    return Math.min(this.stage.clientWidth / width, this.stage.clientHeight / height) || 1;
  }

  private fit(): void {
    this.scale = this.fitting();
    this.x = 0;
    this.y = 0;
    this.draw();
  }

  /** Zooms so that the point, from the stage's middle, stays where it is. */
  private zoom(factor: number, point: Point = { x: 0, y: 0 }): void {
    const least = Math.min(this.fitting(), 1) / 2;
    const scale = Math.max(least, Math.min(this.scale * factor, DEEPEST));
    const ratio = scale / this.scale;
    this.x = point.x - (point.x - this.x) * ratio;
    this.y = point.y - (point.y - this.y) * ratio;
    this.scale = scale;
    this.draw();
  }

  private rotate(): void {
    this.turn = (this.turn + 90) % 360;
    this.fit();
  }

  private pan(x: number, y: number): void {
    this.x += x;
    this.y += y;
    this.draw();
  }

  private draw(): void {
    const { width, height } = this.size();
    // At least a strip of the picture stays on the stage.
    const far = {
      x: (this.stage.clientWidth + width * this.scale) / 2 - PAN,
      y: (this.stage.clientHeight + height * this.scale) / 2 - PAN,
    };
    this.x = Math.max(-far.x, Math.min(this.x, far.x));
    this.y = Math.max(-far.y, Math.min(this.y, far.y));
    const place = `translate(-50%, -50%) translate(${this.x}px, ${this.y}px)`;
    this.image.style.transform = `${place} rotate(${this.turn}deg) scale(${this.scale})`;
  }

  private key(event: KeyboardEvent): void {
    const near = this.scale > this.fitting() * 1.01;
    const keys: Readonly<Record<string, Action>> = {
      '+': () => this.zoom(STEP),
      '=': () => this.zoom(STEP),
      '-': () => this.zoom(1 / STEP),
      '0': () => this.fit(),
      '1': () => this.zoom(1 / this.scale),
      r: () => this.rotate(),
      ArrowLeft: () => (near ? this.pan(PAN, 0) : this.show(this.at - 1)),
      ArrowRight: () => (near ? this.pan(-PAN, 0) : this.show(this.at + 1)),
      ArrowUp: () => this.pan(0, PAN),
      ArrowDown: () => this.pan(0, -PAN),
      PageUp: () => this.show(this.at - 1),
      PageDown: () => this.show(this.at + 1),
    };
    const action = event.ctrlKey || event.metaKey || event.altKey ? undefined : keys[event.key];
    if (action !== undefined) {
      event.preventDefault();
      action();
    }
  }

  private pointOf(event: MouseEvent): Point {
    const box = this.stage.getBoundingClientRect();
    return {
      x: event.clientX - box.left - box.width / 2,
      y: event.clientY - box.top - box.height / 2,
    };
  }

  private wheel(event: WheelEvent): void {
    if (this.engaged || event.ctrlKey) {
      event.preventDefault();
      this.zoom(event.deltaY < 0 ? STEP : 1 / STEP, this.pointOf(event));
    }
  }

  private press(event: PointerEvent): void {
    this.engaged = true;
    this.stage.setPointerCapture(event.pointerId);
    this.pointers.set(event.pointerId, this.pointOf(event));
  }

  private move(event: PointerEvent): void {
    const before = this.pointers.get(event.pointerId);
    if (before === undefined) {
      return;
    }
    const now = this.pointOf(event);
    const other = [...this.pointers].find(([id]) => id !== event.pointerId)?.[1];
    this.pointers.set(event.pointerId, now);
    if (other === undefined) {
      this.pan(now.x - before.x, now.y - before.y);
      return;
    }
    const apart = (point: Point): number => Math.hypot(point.x - other.x, point.y - other.y) || 1;
    this.zoom(apart(now) / apart(before), { x: (now.x + other.x) / 2, y: (now.y + other.y) / 2 });
  }
}

export function setUp(gallery: HTMLElement): void {
  for (const left of document.querySelectorAll('dialog.lightbox')) {
    left.remove(); // of a gallery that has been swapped for this one
  }
  let box: LightBox | undefined;
  gallery.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a[data-medium]') : null;
    const plain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey;
    if (link instanceof HTMLAnchorElement && plain) {
      event.preventDefault();
      box ??= new LightBox(gallery);
      box.open(link);
    }
  });
}
