// SPDX-License-Identifier: Apache-2.0
// Draws the rows in sight: a pool of elements, each of which takes the next row that comes. Must not
// know: where records come from, which cell is active.
import { make } from './build';
import type { Place } from './place';
import type { Row } from './rows';

export const ROW_HEIGHT = 36;
const STRETCH = 4096; // rows that are placed from one origin, so that scrolling moves one layer only

interface DrawnRow {
  readonly element: HTMLDivElement;
  readonly cells: readonly HTMLDivElement[];
  readonly link: HTMLAnchorElement;
  row: number;
  origin: number;
  filled: boolean;
}

export class Drawing {
  readonly body = make('div', 'rowgroup', 'grid-rows');
  private readonly drawn: DrawnRow[] = [];

  constructor(
    private readonly place: Place,
    private readonly get: (row: number) => Row | undefined,
  ) {}

  /** How many rows are drawn at once. */
  get count(): number {
    return this.drawn.length;
  }

  /** Makes place for so many rows, if there are as many. */
  grow(count: number): void {
    while (this.drawn.length < Math.min(count, this.place.total)) {
      this.addRow();
    }
    this.drawn.forEach((drawn) => {
      drawn.row = -1; // their places in the pool have changed
    });
  }

  /** Draws the rows from the first in sight on, whose top lies `at` pixels down the sheet. */
  draw(first: number, at: number): void {
    const { count } = this;
    const origin = first - (first % STRETCH);
    this.body.style.transform = `translateY(${origin * ROW_HEIGHT - at}px)`;
    for (let row = first; row < first + count; row += 1) {
      const drawn = this.drawn[row % count];
      if (drawn !== undefined) {
        this.drawRow(drawn, row, origin);
      }
    }
  }

  cell(row: number, cell: number): HTMLDivElement | undefined {
    return this.drawn.find((other) => other.row === row)?.cells[cell];
  }

  /** The cell that something happened to. */
  find(event: Event): { row: number; cell: number } | undefined {
    const target = event.target instanceof Element ? event.target.closest('.grid-cell') : null;
    const drawn = this.drawn.find((other) => other.element.contains(target));
    const cell = drawn?.cells.findIndex((other) => other === target) ?? -1;
    return drawn === undefined || cell < 0 ? undefined : { row: drawn.row, cell };
  }

  private addRow(): void {
    const element = make('div', 'row', 'grid-row');
    const link = document.createElement('a');
    link.tabIndex = -1;
    const cells = this.place.columns.map((column, index) => {
      const cell = make('div', index === 0 ? 'rowheader' : 'gridcell', 'grid-cell');
      cell.style.width = `${column.width}px`;
      cell.setAttribute('aria-colindex', String(index + 1));
      cell.classList.toggle('grid-name', column.name);
      element.append(cell);
      return cell;
    });
    cells[0]?.append(link);
    this.body.append(element);
    this.drawn.push({ element, cells, link, row: -1, origin: -1, filled: false });
  }

  private drawRow(drawn: DrawnRow, row: number, origin: number): void {
    const { total } = this.place;
    if (drawn.row !== row || drawn.origin !== origin) {
      drawn.origin = origin;
      drawn.element.style.transform = `translateY(${(row - origin) * ROW_HEIGHT}px)`;
    }
    if (drawn.row === row && drawn.filled) {
      return;
    }
    const record = row < total ? this.get(row) : undefined;
    if (drawn.row !== row) {
      drawn.row = row;
      drawn.element.hidden = row >= total;
      drawn.element.setAttribute('aria-rowindex', String(row + 2));
      drawn.element.classList.toggle('grid-odd', row % 2 === 1);
    } else if (record === undefined) {
      return; // drawn as empty already
    }
    this.fill(drawn, record);
  }

  private fill(drawn: DrawnRow, record: Row | undefined): void {
    drawn.filled = record !== undefined;
    drawn.element.classList.toggle('grid-waits', !drawn.filled);
    drawn.cells.forEach((cell, index) => {
      const text = record === undefined ? '' : this.place.text(record, index);
      if (index > 0) {
        cell.textContent = text;
        return;
      }
      drawn.link.textContent = text === '' ? (record?.key ?? '…') : text;
      drawn.link.href = record === undefined ? '#' : this.place.address(record);
    });
  }
}
