// SPDX-License-Identifier: Apache-2.0
// A model to turn, with mouse, touch and keys, in the place of its picture. Loaded when a reader
// asks for it. What its buttons say are the server's words.
import { readModel, type Format } from './read';
import { Stage, type Facts } from './stage';
import { afterKey, dragged, FIRST, seenFrom, SIDES, zoomed, type Turn } from './turn';

const ZOOM = 1.25;
const MILLIMETRES = 1000;

type Words = (name: string) => string;
interface Point {
  readonly x: number;
  readonly y: number;
}

function hasWebGl(): boolean {
  try {
    return document.createElement('canvas').getContext('webgl2') !== null;
  } catch {
    return false;
  }
}

/** The file's bytes; tells how much of it is here, from 0 to 1, where its length is known. */
async function fetchWhole(address: string, tell: (part: number) => void): Promise<ArrayBuffer> {
  const answer = await fetch(address);
  if (!answer.ok || answer.body === null) {
    throw new Error(`${answer.status}`);
  }
  const length = Number(answer.headers.get('Content-Length'));
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let got = 0;
  const reader = answer.body.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    parts.push(part.value as Uint8Array<ArrayBuffer>);
    got += part.value.length;
    if (length > 0) {
      tell(got / length);
    }
  }
  return new Blob(parts).arrayBuffer();
}

function factsInWords(facts: Facts, format: Format, say: Words): string {
  const whole = new Intl.NumberFormat(document.documentElement.lang || 'en', {
    maximumSignificantDigits: 3,
  });
  const words: string[] = [];
  if (format === 'glb' || format === 'gltf') {
    // glTF is in metres (section 3.4); the other formats do not say.
    words.push(`${facts.size.map((one) => whole.format(one * MILLIMETRES)).join(' × ')} mm`);
  }
  if (facts.triangles > 0) {
    const count = new Intl.NumberFormat(document.documentElement.lang || 'en');
    words.push(say('triangles').replace('{}', count.format(facts.triangles)));
  }
  return words.join(' · ');
}

class Viewer {
  private readonly pointers = new Map<number, Point>();
  private readonly still = matchMedia('(prefers-reduced-motion: reduce)');

  constructor(
    private readonly frame: HTMLElement,
    private readonly stage: Stage,
    private readonly say: Words,
  ) {
    const { canvas } = stage;
    canvas.addEventListener('keydown', (event) => this.key(event));
    canvas.addEventListener('wheel', (event) => this.wheel(event), { passive: false });
    canvas.addEventListener('pointerdown', (event) => {
      canvas.setPointerCapture(event.pointerId);
      this.pointers.set(event.pointerId, { x: event.clientX, y: event.clientY });
    });
    canvas.addEventListener('pointermove', (event) => this.move(event));
    for (const end of ['pointerup', 'pointercancel'] as const) {
      canvas.addEventListener(end, (event) => this.pointers.delete(event.pointerId));
    }
  }

  private show(turn: Turn): void {
    this.stage.show(turn, !this.still.matches);
  }

  tools(): HTMLElement {
    const tools = document.createElement('div');
    tools.className = 'model-tools';
    const button = (word: string, sign: string, act: () => void): void => {
      const made = document.createElement('button');
      made.type = 'button';
      made.className = 'quiet';
      made.textContent = sign === '' ? this.say(word) : sign;
      if (sign !== '') {
        made.setAttribute('aria-label', this.say(word));
        made.title = this.say(word);
      }
      made.addEventListener('click', act);
      tools.append(made);
    };
    for (const side of SIDES) {
      button(side, '', () => this.show(seenFrom(this.stage.turn, side)));
    }
    button('in', '+', () => this.show(zoomed(this.stage.turn, ZOOM)));
    button('out', '−', () => this.show(zoomed(this.stage.turn, 1 / ZOOM)));
    button('reset', '↺', () => this.show(FIRST));
    if (document.fullscreenEnabled) {
      button('full', '⤢', () => this.toggleFull());
    }
    return tools;
  }

  private toggleFull(): void {
    void (document.fullscreenElement === null ? this.frame.requestFullscreen() : document.exitFullscreen());
  }

  private key(event: KeyboardEvent): void {
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
    const turn = plain ? afterKey(this.stage.turn, event.key) : undefined;
    if (turn !== undefined) {
      event.preventDefault();
      event.stopPropagation(); // the page's own shortcuts
      this.show(turn);
    }
  }

  /** The wheel is the page's until the model has the focus. */
  private wheel(event: WheelEvent): void {
    if (event.ctrlKey || document.activeElement === this.stage.canvas) {
      event.preventDefault();
      this.stage.show(zoomed(this.stage.turn, event.deltaY < 0 ? ZOOM : 1 / ZOOM));
    }
  }

  private move(event: PointerEvent): void {
    const before = this.pointers.get(event.pointerId);
    if (before === undefined) {
      return;
    }
    const now = { x: event.clientX, y: event.clientY };
    const other = [...this.pointers].find(([id]) => id !== event.pointerId)?.[1];
    this.pointers.set(event.pointerId, now);
    if (other === undefined) {
      this.stage.show(dragged(this.stage.turn, now.x - before.x, now.y - before.y));
      return;
    }
    const apart = (point: Point): number => Math.hypot(point.x - other.x, point.y - other.y) || 1;
    this.stage.show(zoomed(this.stage.turn, apart(now) / apart(before)));
  }
}

function makeCanvas(name: string, help: string): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.tabIndex = 0;
  canvas.setAttribute('role', 'application');
  canvas.setAttribute('aria-label', name);
  canvas.setAttribute('aria-describedby', help);
  return canvas;
}

/** Shows the model in the element's frame; tells by `tell` how it goes. */
export async function showModel(
  element: HTMLElement,
  format: Format,
  say: Words,
  tell: (words: string) => void,
): Promise<void> {
  if (!hasWebGl()) {
    throw new Error(say('webgl'));
  }
  const bytes = await fetchWhole(element.dataset['src'] ?? '', (part) => {
    tell(say('loading').replace('{}', `${Math.floor(part * 100)}`));
  });
  const model = await readModel(bytes, format);
  const frame = element.querySelector<HTMLElement>('.model-frame');
  if (frame === null || !element.isConnected) {
    return;
  }
  const help = document.createElement('p');
  help.id = `${frame.id}-help`;
  help.className = 'small model-help';
  help.textContent = say('help');
  const canvas = makeCanvas(element.dataset['name'] ?? '', help.id);
  const stage = new Stage(canvas, model);
  const viewer = new Viewer(frame, stage, say);
  frame.classList.add('live');
  frame.replaceChildren(canvas, viewer.tools());
  frame.after(help);
  tell(factsInWords(stage.facts, format, say));
  canvas.focus({ preventScroll: true });
}
