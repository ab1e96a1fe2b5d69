// SPDX-License-Identifier: Apache-2.0
// Areas on the map: those that the address asks for are shown, new ones are drawn with the tools in
// the map's bar. Must not know: what happens with an area that was drawn.
import type { GeoJSONSource, Map as Engine } from 'maplibre-gl';
import { button } from './buttons';
import { areaRings } from './cells';
import { startDrawing, type Drawing, type Shape } from './draw';
import type { Words } from './words';

const SHAPES: readonly Shape[] = ['box', 'circle', 'polygon'];

interface Hooks {
  begun(): void;
  drawing(isDrawing: boolean): void;
  done(name: string, value: string): void;
}

export class Areas {
  private drawing: Drawing | undefined;
  private readonly hint = document.createElement('span');
  private readonly end = document.createElement('span');

  constructor(
    private readonly map: Engine,
    private readonly say: Words,
    private readonly hooks: Hooks,
  ) {
    this.hint.setAttribute('role', 'status');
    this.end.hidden = true;
    const finish = button(say('finish'), () => this.drawing?.finish());
    finish.className = 'quiet map-finish';
    this.end.append(
      finish,
      button(say('cancel'), () => this.drawing?.cancel()),
    );
  }

  /** Puts the tools into the bar of a page's part. */
  place(element: HTMLElement): void {
    const draws = document.createElement('div');
    draws.className = 'map-draws';
    draws.append(...SHAPES.map((shape) => button(this.say(shape), () => this.draw(shape))));
    element.querySelector('.map-bar')?.append(draws, this.hint, this.end);
  }

  get isDrawing(): boolean {
    return this.drawing !== undefined;
  }

  cancel(): void {
    this.drawing?.cancel();
  }

  /** Those of the address. */
  show(): void {
    this.showRings(areaRings(new URLSearchParams(location.search)));
  }

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

  private draw(shape: Shape): void {
    this.drawing?.cancel();
    this.hooks.begun();
    this.hooks.drawing(true);
    this.hint.textContent = this.say(`draw-${shape}`);
    this.end.hidden = false;
    this.end.dataset['shape'] = shape;
    this.map.getCanvas().focus({ preventScroll: true });
    this.drawing = startDrawing(this.map, shape, {
      show: (ring) => (ring.length === 0 ? this.show() : this.showRings([[ring]])),
      done: (name, value) => this.hooks.done(name, value),
      ended: () => {
        this.drawing = undefined;
        this.hooks.drawing(false);
        this.hint.textContent = '';
        this.end.hidden = true;
      },
    });
  }
}
