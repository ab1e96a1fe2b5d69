// SPDX-License-Identifier: Apache-2.0
// What one does with the active cell: filter by it, copy it, open its record; and the menu of these.
// Must not know: keys, how cells are drawn.
import type { ActiveCell } from './active';
import { openMenu } from './menu';
import type { Place } from './place';
import type { Row } from './rows';
import { asksFor, tabbed } from './values';

interface Around {
  readonly place: Place;
  readonly active: ActiveCell;
  readonly status: HTMLElement; // tells what was copied
  readonly get: (row: number) => Row | undefined;
  readonly show: (address: string) => void; // a record
  readonly focus: () => void; // back to the grid
}

export class Actions {
  constructor(private readonly around: Around) {}

  menu(cell: HTMLElement | undefined): void {
    const { place, focus } = this.around;
    const record = this.record();
    if (cell === undefined || record === undefined) {
      return;
    }
    openMenu(place.element, cell, focus, [
      ...(this.canFilter(record)
        ? [
            { label: place.word('filter'), key: 'f', action: () => this.filter(false) },
            { label: place.word('exclude'), key: 'Shift+F', action: () => this.filter(true) },
          ]
        : []),
      { label: place.word('copyCell'), key: 'Ctrl+C', action: () => this.copy(false) },
      { label: place.word('copyRow'), key: 'Ctrl+Shift+C', action: () => this.copy(true) },
      { label: place.word('open'), key: 'Enter', action: () => this.open() },
    ]);
  }

  filter(exclude: boolean): void {
    const { place, active } = this.around;
    const record = this.record();
    if (record === undefined || !this.canFilter(record)) {
      return;
    }
    const parameter = place.columns[active.cell]?.parameter ?? '';
    const first = place.values(record, active.cell)[0];
    const asked = first === undefined ? (exclude ? '*' : '!*') : (exclude ? '!' : '') + asksFor(first);
    place.go([...place.pairs, [parameter, asked]]);
  }

  copy(whole: boolean): void {
    const { place, active, status } = this.around;
    const record = this.record();
    if (record !== undefined) {
      const cells = place.columns.map((_, index) => place.values(record, index).join(' | '));
      const text = whole ? tabbed(cells) : (cells[active.cell] ?? '');
      void navigator.clipboard.writeText(text).then(
        () => (status.textContent = place.word('copied')),
        () => (status.textContent = place.word('failed')),
      );
    }
  }

  open(): void {
    const record = this.record();
    if (record !== undefined) {
      this.around.show(this.around.place.address(record));
    }
  }

  private record(): Row | undefined {
    return this.around.get(this.around.active.row);
  }

  private canFilter(record: Row): boolean {
    const { place, active } = this.around;
    const parameter = place.columns[active.cell]?.parameter ?? '';
    const first = place.values(record, active.cell)[0] ?? '';
    return parameter !== '' && first.length < 1000;
  }
}
