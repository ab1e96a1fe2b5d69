// SPDX-License-Identifier: Apache-2.0
// The map that moves, in the place of the server's picture. Where the browser has no WebGL the
// picture stays. The address keeps where the map is and how it shows records.
import {
  Map as Engine,
  setWorkerUrl,
  type GeoJSONSource,
  type MapMouseEvent,
  type VectorTileSource,
} from 'maplibre-gl';
import { pageWith, pageWithArea, pageWithin, recordsWithin, tableWithin } from '../map/address';
import { areaRings, boxBetween, cellAround, cellZoom, colourOf, legendSteps, placeText, type Box } from '../map/cells';
import { startDrawing, type Drawing, type Shape } from '../map/draw';
import { SideList } from '../map/side';
import {
  colourExpression,
  paletteOf,
  radiusExpression,
  styleOf,
  tilesAddress,
  weightExpression,
  type Mode,
} from '../map/style';
import { holdAttempt, isLost, tellFound, tellLost } from './lost';

const MODES: readonly Mode[] = ['grid', 'points', 'heat'];
const SHAPES: readonly Shape[] = ['box', 'circle', 'polygon'];
const TOUCH_PIXELS = 6; // around a place that was clicked
const SETTLE_MS = 250;
const KEPT_MS = 1500; // so long is a map kept whose page has gone, for the next
/** The server's picture of a zoom shows 1,024 pixels of the world; the map is a little narrower. */
const ZOOM_STEP = 0.25;

type Words = (name: string) => string;

function modeOf(element: HTMLElement): Mode {
  return MODES.find((mode) => mode === element.dataset['mode']) ?? 'grid';
}

function hasWebGl(): boolean {
  try {
    return document.createElement('canvas').getContext('webgl2') !== null;
  } catch {
    return false;
  }
}

/** A ring with a cross through it: what is in the middle. */
function middleSign(): SVGElement {
  const namespace = 'http://www.w3.org/2000/svg';
  const sign = document.createElementNS(namespace, 'svg');
  const path = document.createElementNS(namespace, 'path');
  sign.setAttribute('viewBox', '0 0 20 20');
  sign.setAttribute('aria-hidden', 'true');
  path.setAttribute('d', 'M10 1v6M10 13v6M1 10h6M13 10h6M10 5a5 5 0 1 0 0 10a5 5 0 1 0 0 -10');
  sign.append(path);
  return sign;
}

function button(text: string, act: () => void, name = ''): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = 'quiet';
  made.textContent = text;
  if (name !== '') {
    made.setAttribute('aria-label', name);
    made.title = name;
  }
  made.addEventListener('click', act);
  return made;
}

/** Follows an address as if its link had been clicked, so that the page is swapped in place. */
function follow(element: HTMLElement, address: string): void {
  const link = document.createElement('a');
  link.href = address;
  link.hidden = true;
  element.append(link);
  link.click();
  link.remove();
}

class MapView {
  private readonly map: Engine;
  private readonly loaded: Promise<void>;
  private readonly side: SideList;
  private readonly sidePart: HTMLElement;
  private readonly ways: HTMLElement;
  private mode: Mode;
  private tiles: string;
  private most = 1000;
  private drawing: Drawing | undefined;
  private readonly palette;
  private readonly canvas: HTMLElement;
  private readonly hint: HTMLElement;
  private readonly drawEnd: HTMLElement;
  private settling: ReturnType<typeof setTimeout> | undefined;
  private pointing = 0; // the frame that will look under the pointer

  constructor(
    private element: HTMLElement,
    private readonly say: Words,
  ) {
    this.palette = paletteOf(element);
    this.mode = modeOf(element);
    this.tiles = element.dataset['tiles'] ?? '';
    this.canvas = document.createElement('div');
    this.canvas.className = 'map-live';
    this.sidePart = document.createElement('aside');
    this.sidePart.className = 'map-side';
    this.sidePart.hidden = true;
    this.hint = document.createElement('span');
    this.hint.setAttribute('role', 'status');
    this.drawEnd = document.createElement('span');
    this.ways = this.makeWays();
    this.place();
    this.map = this.makeEngine();
    this.loaded = new Promise((resolve) => {
      this.map.once('load', () => resolve());
    });
    this.side = new SideList(
      this.sidePart,
      {
        here: say('here'),
        all: say('all'),
        use: say('use'),
        close: say('close'),
        loading: say('loading'),
        failed: say('failed'),
        untitled: say('untitled'),
      },
      () => this.map.getCanvas().focus({ preventScroll: true }),
    );
    this.listen();
  }

  get part(): HTMLElement {
    return this.element;
  }

  /** Puts what is the map's own into the page's part for it. */
  private place(): void {
    const frame = this.element.querySelector<HTMLElement>('.map-frame');
    frame?.append(this.canvas, this.sidePart, this.ways);
    this.addTools();
    this.element.querySelector('.map-modes')?.addEventListener(
      'click',
      (event) => this.chooseMode(event as MouseEvent),
      true,
    );
  }

  /** Goes on in the part of another page: the same map of another search, where it was. */
  async move(element: HTMLElement): Promise<void> {
    this.drawing?.cancel();
    this.sidePart.hidden = true;
    this.element = element;
    this.place();
    await this.loaded;
    element.classList.add('map-moving');
    const tiles = element.dataset['tiles'] ?? '';
    if (tiles !== this.tiles) {
      this.tiles = tiles;
      this.map.getSource<VectorTileSource>('records')?.setTiles([tilesAddress(tiles)]);
    }
    const at = new URLSearchParams(location.search).get('map.at');
    const { lng, lat } = this.map.getCenter();
    const here = placeText(this.map.getZoom() + ZOOM_STEP, { longitude: lng, latitude: lat });
    if (at !== here) {
      this.jump(element.dataset['at'] ?? '');
    }
    this.show(modeOf(element));
    this.showArea();
    this.map.resize();
  }

  private jump(at: string): void {
    const [zoom, latitude, longitude] = at.split('/').map(Number);
    this.map.jumpTo({
      center: [longitude ?? 0, latitude ?? 0],
      zoom: Math.max(0, (zoom ?? 1) - ZOOM_STEP),
    });
  }

  private makeEngine(): Engine {
    const at = this.element.dataset['at'] ?? '1/0/0';
    const [zoom, latitude, longitude] = at.split('/').map(Number);
    const map = new Engine({
      container: this.canvas,
      style: styleOf(
        { land: this.element.dataset['land'] ?? '', tiles: this.tiles },
        this.mode,
        this.palette,
      ),
      center: [longitude ?? 0, latitude ?? 0],
      zoom: Math.max(0, (zoom ?? 1) - ZOOM_STEP),
      minZoom: 0,
      maxZoom: 18,
      attributionControl: false,
      dragRotate: false,
      pitchWithRotate: false,
      touchPitch: false,
      scrollZoom: false,
      fadeDuration: 0,
      locale: { 'Map.Title': this.say('map') },
    });
    map.touchZoomRotate.disableRotation();
    map.keyboard.disableRotation();
    return map;
  }

  /** The wheel zooms once the map has the focus: a page that is scrolled goes on past it. */
  private listen(): void {
    const map = this.map;
    const canvas = map.getCanvas();
    canvas.addEventListener('focus', () => map.scrollZoom.enable());
    canvas.addEventListener('blur', () => map.scrollZoom.disable());
    map.on('click', (event) => this.click(event));
    map.on('mousemove', (event) => this.point(event));
    map.on('moveend', () => this.keepPlace());
    map.on('idle', () => this.settle());
    map.on('error', ({ error }) => this.fail(error));
    map.on('sourcedata', ({ tile }) => tile !== undefined && tellFound('map'));
  }

  // Workers fetch tiles: of what was thrown there only the words come here.
  private fail(error: { readonly message: string }): void {
    if (!isLost(error) && !/fetch/i.test(error.message)) {
      console.error(error);
      return;
    }
    tellLost('map', () => ['land', 'records'].forEach((source) => this.map.refreshTiles(source)));
  }

  async ready(): Promise<void> {
    await this.loaded;
    this.showArea();
    this.element.classList.add('map-moving');
  }

  remove(): void {
    this.drawing?.cancel();
    clearTimeout(this.settling);
    cancelAnimationFrame(this.pointing);
    holdAttempt('map');
    this.map.remove();
  }

  // --- modes and legend ---

  private chooseMode(event: MouseEvent): void {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    const mode = MODES.find((one) => one === link?.dataset['mapMode']);
    if (link === null || mode === undefined || event.metaKey || event.ctrlKey || event.shiftKey) {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
    for (const other of this.element.querySelectorAll('[data-map-mode]')) {
      other.removeAttribute('aria-current');
    }
    link.setAttribute('aria-current', 'true');
    this.element.dataset['mode'] = mode;
    this.replace({ 'map.mode': mode === 'grid' ? '' : mode });
    this.show(mode);
  }

  private show(mode: Mode): void {
    this.mode = mode;
    for (const one of MODES) {
      this.map.setLayoutProperty(one, 'visibility', one === mode ? 'visible' : 'none');
    }
    this.drawLegend();
  }

  /** The colours span what is on screen. */
  private settle(): void {
    const layer = this.mode === 'grid' ? 'grid' : 'points';
    let most = 0;
    if (this.mode === 'heat') {
      for (const found of this.map.querySourceFeatures('records', { sourceLayer: 'points' })) {
        most = Math.max(most, Number(found.properties['count']));
      }
    } else {
      for (const found of this.map.queryRenderedFeatures({ layers: [layer] })) {
        most = Math.max(most, Number(found.properties['count']));
      }
    }
    if (most > 0 && most !== this.most) {
      this.most = most;
      this.map.setPaintProperty('grid', 'fill-color', colourExpression(most, this.palette));
      this.map.setPaintProperty('points', 'circle-radius', radiusExpression(most));
      this.map.setPaintProperty('heat', 'heatmap-weight', weightExpression(most));
    }
    this.drawLegend();
    this.element.dataset['most'] = String(most);
  }

  private drawLegend(): void {
    const legend = this.element.querySelector<HTMLElement>('[data-map-legend]');
    const list = legend?.querySelector('ol');
    const title = legend?.querySelector('p');
    if (!legend || !list || !title) {
      return;
    }
    title.textContent = this.say(`legend-${this.mode}`);
    const format = new Intl.NumberFormat(document.documentElement.lang || 'en');
    const least = legendSteps(this.most);
    const items = least.map((from, i) => {
      const last = i + 1 < least.length ? (least[i + 1] as number) - 1 : this.most;
      const item = document.createElement('li');
      const swatch = document.createElement('span');
      swatch.className = `map-swatch step-${this.mode === 'points' ? 5 : colourOf(i, least.length)}`;
      swatch.setAttribute('aria-hidden', 'true');
      const range = this.say('to').replace('{}', format.format(from)).replace('{}', format.format(last));
      item.append(swatch, last > from ? range : format.format(from));
      return item;
    });
    const shown = this.mode === 'points' ? items.filter((_, i) => i === 0 || i === items.length - 1) : items;
    list.replaceChildren(...(this.mode === 'heat' ? [] : shown));
  }

  // --- where ---

  private replace(changes: Record<string, string>): void {
    const address = pageWith(changes);
    history.replaceState(history.state, '', address);
    this.keepLinks(changes);
  }

  /** What leads to this view, and the form's own state, go on where the map is now. */
  private keepLinks(changes: Record<string, string>): void {
    const live = this.element.closest('[data-live]');
    for (const link of live?.querySelectorAll('a[href*="view=map"]') ?? []) {
      // Links of drawings too, whose href is no text.
      const address = new URL(link.getAttribute('href') ?? '', location.href);
      if (link.closest('.map-view') === null && address.searchParams.get('view') === 'map') {
        for (const [name, value] of Object.entries(changes)) {
          address.searchParams.set(name, value);
        }
        link.setAttribute('href', address.pathname + address.search);
      }
    }
    const form = live?.querySelector<HTMLFormElement>('#search-form');
    for (const [name, value] of Object.entries(changes)) {
      let input = form?.querySelector<HTMLInputElement>(`input[type="hidden"][name="${name}"]`);
      if (form && !input) {
        input = document.createElement('input');
        input.type = 'hidden';
        input.name = name;
        form.append(input);
      }
      input?.setAttribute('value', value);
    }
    const table = this.element.querySelector<HTMLAnchorElement>('.map-table-now');
    if (table !== null) {
      table.href = location.pathname + location.search;
    }
  }

  private keepPlace(): void {
    clearTimeout(this.settling);
    this.settling = setTimeout(() => {
      if (this.element.isConnected) {
        const { lng, lat } = this.map.getCenter();
        const middle = { longitude: lng, latitude: lat };
        this.replace({ 'map.at': placeText(this.map.getZoom() + ZOOM_STEP, middle) });
      }
    }, SETTLE_MS);
  }

  // --- areas ---

  private showRings(shapes: readonly [number, number][][][]): void {
    const source = this.map.getSource<GeoJSONSource>('area');
    source?.setData({
      type: 'FeatureCollection',
      features: shapes.map((coordinates) => ({
        type: 'Feature',
        properties: {},
        geometry: { type: 'Polygon', coordinates },
      })),
    });
  }

  private showArea(): void {
    this.showRings(areaRings(new URLSearchParams(location.search)));
  }

  private draw(shape: Shape): void {
    this.drawing?.cancel();
    this.side.close();
    this.hint.textContent = this.say(`draw-${shape}`);
    this.drawEnd.hidden = false;
    this.drawEnd.dataset['shape'] = shape;
    this.map.getCanvas().focus({ preventScroll: true });
    this.drawing = startDrawing(this.map, shape, {
      show: (ring) => (ring.length === 0 ? this.showArea() : this.showRings([[ring]])),
      done: (name, value) => follow(this.element, pageWithArea(name, value)),
      ended: () => {
        this.drawing = undefined;
        this.hint.textContent = '';
        this.drawEnd.hidden = true;
      },
    });
  }

  private addTools(): void {
    const bar = this.element.querySelector<HTMLElement>('.map-bar');
    const draws = document.createElement('div');
    draws.className = 'map-draws';
    draws.append(...SHAPES.map((shape) => button(this.say(shape), () => this.draw(shape))));
    const finish = button(this.say('finish'), () => this.drawing?.finish());
    finish.className = 'quiet map-finish';
    this.drawEnd.hidden = true;
    this.drawEnd.replaceChildren(
      finish,
      button(this.say('cancel'), () => this.drawing?.cancel()),
    );
    bar?.append(draws, this.hint, this.drawEnd);
  }

  private makeWays(): HTMLElement {
    const ways = document.createElement('div');
    ways.className = 'map-ways';
    const middle = button('', () => this.listMiddle(), this.say('middle'));
    middle.append(middleSign());
    ways.append(
      button('+', () => this.map.zoomIn(), this.say('closer')),
      button('−', () => this.map.zoomOut(), this.say('further')),
      middle,
    );
    return ways;
  }

  // --- records of a place ---

  private open(box: Box, focus: boolean): void {
    void this.side.show(
      {
        records: recordsWithin(this.element.dataset['records'] ?? '', box),
        table: tableWithin(box),
        filter: pageWithin(box),
      },
      focus,
    );
  }

  private featuresAt(event: MapMouseEvent): boolean {
    const layer = this.mode === 'grid' ? 'grid' : 'points';
    const { x, y } = event.point;
    const around = this.mode === 'grid' ? 0 : TOUCH_PIXELS;
    const area: [[number, number], [number, number]] = [
      [x - around, y - around],
      [x + around, y + around],
    ];
    return this.map.queryRenderedFeatures(area, { layers: [layer] }).length > 0;
  }

  /** Looking for what lies under the pointer is dear: once a frame, and not while the map is moved. */
  private point(event: MapMouseEvent): void {
    const held = event.originalEvent.buttons !== 0 || this.map.isMoving();
    if (held || this.pointing !== 0 || this.drawing !== undefined || this.mode === 'heat') {
      return;
    }
    this.pointing = requestAnimationFrame(() => {
      this.pointing = 0;
      if (this.element.isConnected && !this.map.isMoving()) {
        this.map.getCanvas().style.cursor = this.featuresAt(event) ? 'pointer' : '';
      }
    });
  }

  private click(event: MapMouseEvent): void {
    if (this.drawing !== undefined || (this.mode !== 'heat' && !this.featuresAt(event))) {
      return;
    }
    this.open(this.boxAt(event), true);
  }

  /** The cell that was clicked, or a small box around a place where records stand one by one. */
  private boxAt(event: MapMouseEvent): Box {
    const { x, y } = event.point;
    const here = { longitude: event.lngLat.lng, latitude: event.lngLat.lat };
    const points = this.map.queryRenderedFeatures(
      [[x - TOUCH_PIXELS, y - TOUCH_PIXELS], [x + TOUCH_PIXELS, y + TOUCH_PIXELS]],
      { layers: ['points'] },
    );
    const single = points.some((found) => found.properties['key'] !== undefined);
    if (this.mode !== 'points' || !single) {
      return cellAround(here, cellZoom(this.map.getZoom()));
    }
    const a = this.map.unproject([x - 2 * TOUCH_PIXELS, y - 2 * TOUCH_PIXELS]);
    const b = this.map.unproject([x + 2 * TOUCH_PIXELS, y + 2 * TOUCH_PIXELS]);
    return boxBetween(
      { longitude: a.lng, latitude: a.lat },
      { longitude: b.lng, latitude: b.lat },
    );
  }

  private listMiddle(): void {
    const { lng, lat } = this.map.getCenter();
    const middle = { longitude: lng, latitude: lat };
    this.open(cellAround(middle, cellZoom(this.map.getZoom()) - 1), true);
  }
}

let current: MapView | undefined;

/** Ends a map whose page has gone, unless the next page takes it on. */
function watchOver(view: MapView): void {
  const watch = new MutationObserver(() => {
    if (!view.part.isConnected) {
      setTimeout(() => {
        if (!view.part.isConnected && current === view) {
          watch.disconnect();
          current = undefined;
          view.remove();
        }
      }, KEPT_MS);
    }
  });
  watch.observe(document.body, { childList: true, subtree: true });
}

export async function setUp(element: HTMLElement): Promise<void> {
  if (!hasWebGl()) {
    return;
  }
  if (current !== undefined) {
    await current.move(element);
    return;
  }
  const say: Words = (name) => {
    const key = name.replace(/(?:^|-)(.)/g, (_, letter: string) => letter.toUpperCase());
    return element.dataset[`say${key}`] ?? '';
  };
  setWorkerUrl(new URL(element.dataset['worker'] ?? '', location.origin).href);
  const view = new MapView(element, say);
  current = view;
  watchOver(view);
  await view.ready();
}
