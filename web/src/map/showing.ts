// SPDX-License-Identifier: Apache-2.0
// How records are shown: as cells, points or heat, in colours that span what is on screen, with a
// legend below. Must not know: what else the map does.
import type { Map as Engine } from 'maplibre-gl';
import { keepInPage } from './kept';
import { mostIn, spanTo, writeLegend } from './legend';
import type { Pixels } from './shift';
import type { Mode, Palette } from './style';
import type { Words } from './words';

const MODES: readonly Mode[] = ['grid', 'points', 'heat'];

export function modeOf(element: HTMLElement): Mode {
  return MODES.find((mode) => mode === element.dataset['mode']) ?? 'grid';
}

/** The mode of a link that was clicked, unless it is to open elsewhere. */
function chosenBy(event: MouseEvent): { link: HTMLElement; mode: Mode } | undefined {
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  const mode = MODES.find((one) => one === link?.dataset['mapMode']);
  const isElsewhere = event.metaKey || event.ctrlKey || event.shiftKey;
  return link === null || mode === undefined || isElsewhere ? undefined : { link, mode };
}

export class Showing {
  mode: Mode;
  private most = 1000;

  constructor(
    private readonly map: Engine,
    private element: HTMLElement,
    private readonly palette: Palette,
    private readonly say: Words,
  ) {
    this.mode = modeOf(element);
  }

  /** Takes the choice of modes of a page's part over. */
  place(element: HTMLElement): void {
    this.element = element;
    const modes = element.querySelector<HTMLElement>('.map-modes');
    modes?.addEventListener('click', (event) => this.choose(event), true);
  }

  private choose(event: MouseEvent): void {
    const chosen = chosenBy(event);
    if (chosen === undefined) {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
    for (const other of this.element.querySelectorAll('[data-map-mode]')) {
      other.removeAttribute('aria-current');
    }
    const { link, mode } = chosen;
    link.setAttribute('aria-current', 'true');
    this.element.dataset['mode'] = mode;
    keepInPage(this.element, { 'map.mode': mode === 'grid' ? '' : mode });
    this.show(mode);
  }

  show(mode: Mode): void {
    this.mode = mode;
    for (const one of MODES) {
      this.map.setLayoutProperty(one, 'visibility', one === mode ? 'visible' : 'none');
    }
    writeLegend(this.element, mode, this.most, this.say);
  }

  /** Once all is there; `margin` is how much the map reaches over its window on each side. */
  settle(margin: Pixels): void {
    const most = mostIn(this.map, this.mode, margin);
    if (most > 0 && most !== this.most) {
      this.most = most;
      spanTo(this.map, most, this.palette);
    }
    writeLegend(this.element, this.mode, this.most, this.say);
    this.element.dataset['most'] = String(most);
  }
}
