// SPDX-License-Identifier: Apache-2.0
// The active cell: which it is, how the grid names it, that it is in sight. The focus stays on the
// grid itself. Must not know: records.
import type { Place } from './place';

export class ActiveCell {
  row = 0;
  cell = 0;

  constructor(
    private readonly grid: HTMLElement,
    private readonly place: Place,
  ) {}

  /** To a cell, or to the last there is in its direction. */
  move(row: number, cell: number): void {
    this.row = Math.max(0, Math.min(row, this.place.total - 1));
    this.cell = Math.max(0, Math.min(cell, this.place.columns.length - 1));
  }

  /** Names its element, which is undefined while its row is not drawn. */
  mark(now: HTMLElement | undefined): void {
    const before = this.grid.querySelector('#grid-active');
    if (before !== (now ?? null)) {
      before?.removeAttribute('id');
    }
    if (now === undefined) {
      this.grid.removeAttribute('aria-activedescendant');
    } else {
      now.id = 'grid-active';
      this.grid.setAttribute('aria-activedescendant', 'grid-active');
    }
  }

  /** Brings it beside the first column, which stays in sight. */
  show(): void {
    const widths = this.place.columns.map((column) => column.width);
    const pinned = widths[0] ?? 0;
    const left = widths.slice(0, this.cell).reduce((sum, width) => sum + width, 0);
    const right = left + (widths[this.cell] ?? 0);
    const { scrollLeft, clientWidth } = this.grid;
    if (this.cell > 0 && left - pinned < scrollLeft) {
      this.grid.scrollLeft = left - pinned;
    } else if (this.cell > 0 && right > scrollLeft + clientWidth) {
      this.grid.scrollLeft = right - clientWidth;
    }
  }
}
