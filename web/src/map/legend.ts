// SPDX-License-Identifier: Apache-2.0
// Colours and sizes span what is on screen, and the legend below the map says which stands for what.
import type { Map as Engine } from 'maplibre-gl';
import { colourOf, legendSteps } from './cells';
import type { Pixels } from './shift';
import { colourExpression, radiusExpression, weightExpression, type Mode, type Palette } from './style';
import type { Words } from './words';

/** The greatest count on screen; `margin` is how much the map reaches over its window on each side. */
export function mostIn(map: Engine, mode: Mode, margin: Pixels): number {
  const { clientWidth, clientHeight } = map.getContainer();
  const found =
    mode === 'heat'
      ? map.querySourceFeatures('records', { sourceLayer: 'points' })
      : map.queryRenderedFeatures(
          [
            [margin.x, margin.y],
            [clientWidth - margin.x, clientHeight - margin.y],
          ],
          { layers: [mode] },
        );
  return found.reduce((most, { properties }) => Math.max(most, Number(properties['count'])), 0);
}

export function spanTo(map: Engine, most: number, palette: Palette): void {
  map.setPaintProperty('grid', 'fill-color', colourExpression(most, palette));
  map.setPaintProperty('points', 'circle-radius', radiusExpression(most));
  map.setPaintProperty('heat', 'heatmap-weight', weightExpression(most));
}

export function writeLegend(element: HTMLElement, mode: Mode, most: number, say: Words): void {
  const legend = element.querySelector<HTMLElement>('[data-map-legend]');
  const list = legend?.querySelector('ol');
  const title = legend?.querySelector('p');
  if (!legend || !list || !title) {
    return;
  }
  title.textContent = say(`legend-${mode}`);
  const format = new Intl.NumberFormat(document.documentElement.lang || 'en');
  const least = legendSteps(most);
  const items = least.map((from, i) => {
    const last = i + 1 < least.length ? (least[i + 1] as number) - 1 : most;
    const item = document.createElement('li');
    const swatch = document.createElement('span');
    swatch.className = `map-swatch step-${mode === 'points' ? 5 : colourOf(i, least.length)}`;
    swatch.setAttribute('aria-hidden', 'true');
    const range = say('to').replace('{}', format.format(from)).replace('{}', format.format(last));
    item.append(swatch, last > from ? range : format.format(from));
    return item;
  });
  const shown = mode === 'points' ? items.filter((_, i) => i === 0 || i === items.length - 1) : items;
  list.replaceChildren(...(mode === 'heat' ? [] : shown));
}
