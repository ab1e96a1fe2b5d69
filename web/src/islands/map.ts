// SPDX-License-Identifier: Apache-2.0
// The map that moves, in the place of the server's picture. Where the browser has no WebGL the
// picture stays. The address keeps where the map is and how it shows records. The parts of it lie in
// ../map, an idea each; here they are put together, and go on from page to page.
import { setWorkerUrl, type Map as Engine, type VectorTileSource } from 'maplibre-gl';
import { pageWithArea } from '../map/address';
import { Areas } from '../map/areas';
import { button, middleSign } from '../map/buttons';
import { graphicsOf, jumpTo, makeEngine, placeOf } from '../map/engine';
import { follow, keepInPage } from '../map/kept';
import { ShiftedPicture } from '../map/picture';
import { Places } from '../map/places';
import { modeOf, Showing } from '../map/showing';
import { paletteOf, tilesAddress } from '../map/style';
import { wordsOf, type Words } from '../map/words';
import { holdAttempt, isLost, tellFound, tellLost } from './lost';

const SETTLE_MS = 250;
const KEPT_MS = 1500; // so long is a map kept whose page has gone, for the next

function make(name: keyof HTMLElementTagNameMap, className: string): HTMLElement {
  const made = document.createElement(name);
  made.className = className;
  return made;
}

class MapView {
  private readonly map: Engine;
  private readonly loaded: Promise<void>;
  private readonly picture: ShiftedPicture | undefined;
  private readonly showing: Showing;
  private readonly areas: Areas;
  private readonly places: Places;
  private readonly live = make('div', 'map-live'); // the map's window
  private readonly sheet = make('div', 'map-sheet');
  private readonly side = make('aside', 'map-side');
  private readonly ways = make('div', 'map-ways');
  private tiles: string;
  private kept: string; // where the map was when the address was last told
  private settling: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private element: HTMLElement,
    private readonly say: Words,
    byProcessor: boolean,
  ) {
    const palette = paletteOf(element);
    this.tiles = element.dataset['tiles'] ?? '';
    this.live.append(this.sheet);
    this.side.hidden = true;
    this.placeParts();
    this.map = makeEngine(this.sheet, element.dataset['at'] ?? '1/0/0', {
      sources: { land: element.dataset['land'] ?? '', tiles: this.tiles },
      mode: modeOf(element),
      palette,
      title: say('map'),
      trackResize: !byProcessor,
    });
    this.kept = placeOf(this.map);
    this.loaded = new Promise((resolve) => {
      this.map.once('load', () => resolve());
    });
    this.picture = byProcessor ? new ShiftedPicture(this.map, this.live) : undefined;
    this.showing = new Showing(this.map, element, palette, say);
    this.places = this.makePlaces();
    this.areas = this.makeAreas();
    this.fillWays();
    this.placeTools();
    this.listen();
  }

  get part(): HTMLElement {
    return this.element;
  }

  private makePlaces(): Places {
    return new Places(this.map, this.side, this.say, {
      element: () => this.element,
      mode: () => this.showing.mode,
      isDrawing: () => this.areas.isDrawing,
    });
  }

  private makeAreas(): Areas {
    return new Areas(this.map, this.say, {
      begun: () => this.places.close(),
      drawing: (isDrawing) => this.picture?.hold(isDrawing),
      done: (name, value) => follow(this.element, pageWithArea(name, value)),
    });
  }

  private fillWays(): void {
    const middle = button('', () => this.places.openMiddle(), this.say('middle'));
    middle.append(middleSign());
    this.ways.append(
      button('+', () => this.map.zoomIn(), this.say('closer')),
      button('−', () => this.map.zoomOut(), this.say('further')),
      middle,
    );
  }

  /** Puts what is the map's own into the page's part for it. */
  private placeParts(): void {
    this.element.querySelector('.map-frame')?.append(this.live, this.side, this.ways);
  }

  private placeTools(): void {
    this.areas.place(this.element);
    this.showing.place(this.element);
    this.picture?.lookOut();
  }

  /** Goes on in the part of another page: the same map of another search, where it was. */
  async move(element: HTMLElement): Promise<void> {
    this.areas.cancel();
    this.places.hide();
    this.element = element;
    this.placeParts();
    this.placeTools();
    await this.loaded;
    element.classList.add('map-moving');
    const tiles = element.dataset['tiles'] ?? '';
    if (tiles !== this.tiles) {
      this.tiles = tiles;
      this.map.getSource<VectorTileSource>('records')?.setTiles([tilesAddress(tiles)]);
    }
    this.kept = new URLSearchParams(location.search).get('map.at') ?? '';
    if (this.kept !== placeOf(this.map)) {
      jumpTo(this.map, element.dataset['at'] ?? '');
    }
    this.showing.show(modeOf(element));
    this.areas.show();
    if (this.picture === undefined) {
      this.map.resize();
    } else {
      this.picture.fit();
    }
  }

  private listen(): void {
    const map = this.map;
    map.on('moveend', () => this.keepPlace());
    map.on('idle', () => this.showing.settle(this.picture?.margin ?? { x: 0, y: 0 }));
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
    this.areas.show();
    this.element.classList.add('map-moving');
  }

  remove(): void {
    this.areas.cancel();
    this.picture?.remove();
    this.places.remove();
    clearTimeout(this.settling);
    holdAttempt('map');
    this.map.remove();
  }

  /** A map that only became wider ends a move too, but is where it was. */
  private keepPlace(): void {
    clearTimeout(this.settling);
    this.settling = setTimeout(() => {
      const place = placeOf(this.map);
      if (this.element.isConnected && place !== this.kept) {
        this.kept = place;
        keepInPage(this.element, { 'map.at': place });
      }
    }, SETTLE_MS);
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
  const graphics = graphicsOf();
  if (graphics === 'none') {
    return;
  }
  if (current !== undefined) {
    await current.move(element);
    return;
  }
  setWorkerUrl(new URL(element.dataset['worker'] ?? '', location.origin).href);
  const view = new MapView(element, wordsOf(element), graphics === 'processor');
  current = view;
  watchOver(view);
  await view.ready();
}
