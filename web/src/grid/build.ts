// SPDX-License-Identifier: Apache-2.0
// Builds what stands around the grid's rows: its head, which sorts, and the tools above it. Must not
// know: rows, scrolling.
import { openColumns } from './columns';
import type { Place } from './place';
import { nextSort, sortOf, withPair } from './values';

export function make(tag: 'div' | 'span', role: string, style: string): HTMLDivElement {
  const element = document.createElement(tag) as HTMLDivElement;
  element.setAttribute('role', role);
  element.className = style;
  return element;
}

export function buildHead(place: Place): HTMLElement {
  const head = make('div', 'row', 'grid-row grid-head');
  const sort = place.value('sort');
  head.setAttribute('aria-rowindex', '1');
  place.columns.forEach((column, index) => {
    const cell = make('div', 'columnheader', 'grid-cell');
    const order = sortOf(sort, column.field);
    cell.style.width = `${column.width}px`;
    cell.setAttribute('aria-colindex', String(index + 1));
    if (order !== undefined) {
      cell.setAttribute('aria-sort', order);
    }
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = column.label;
    button.title = place.word('sort');
    button.disabled = column.parameter === '';
    button.addEventListener('click', (event) => {
      place.go(withPair(place.pairs, 'sort', nextSort(sort, column.field, event.shiftKey)));
    });
    cell.append(button);
    head.append(cell);
  });
  return head;
}

export function buildTools(place: Place, status: HTMLElement): HTMLElement {
  const tools = document.createElement('div');
  const choose = document.createElement('button');
  tools.className = 'grid-tools';
  choose.type = 'button';
  choose.className = 'quiet';
  choose.textContent = place.word('columns');
  choose.addEventListener('click', () => {
    const shown = place.columns.map((column) => column.field).filter((field) => field !== '');
    void openColumns(place.element, shown, (fields) =>
      place.go(withPair(place.pairs, 'fields', fields.join(','))),
    );
  });
  tools.append(status, choose);
  return tools;
}
