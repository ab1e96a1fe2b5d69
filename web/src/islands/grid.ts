// SPDX-License-Identifier: Apache-2.0
// The table of a search, continuous: rows are drawn as they come into sight, however many there are.
// The server's table, which it takes the place of, says the columns; words and addresses come from
// the place's data attributes. The focus stays on the grid, which names its active cell, so that it
// is never lost with a row that scrolls away. Its parts lie in ../grid; here they meet, and scroll.
import { Actions } from '../grid/actions';
import { ActiveCell } from '../grid/active';
import { buildHead, buildTools, make } from '../grid/build';
import { Drawer } from '../grid/drawer';
import { Drawing, ROW_HEIGHT } from '../grid/drawing';
import { commandOf, moveOf } from '../grid/keys';
import { columnsOf, Place } from '../grid/place';
import { Position } from '../grid/position';
import { Rows } from '../grid/rows';
import { holdAttempt, isLost, tellFound, tellLost } from './lost';

const SETTLE_MS = 160;

class Grid {
  private readonly grid = make('div', 'grid', 'grid');
  private readonly sheet = make('div', 'presentation', 'grid-sheet');
  private readonly status = document.createElement('p');
  private readonly position: Position;
  private readonly rows: Rows;
  private readonly drawing: Drawing;
  private readonly active: ActiveCell;
  private readonly actions: Actions;
  private frame = 0;
  private settling: ReturnType<typeof setTimeout> | undefined;
  private aside = false; // scrolled sideways
  private setTop = -1; // by this, not by the reader

  constructor(private readonly place: Place) {
    const focus = (): void => this.grid.focus();
    this.position = new Position(ROW_HEIGHT, place.total, 600);
    this.rows = new Rows(place.word('api'), (trouble) => this.came(trouble));
    this.drawing = new Drawing(place, (row) => this.rows.get(row));
    this.active = new ActiveCell(this.grid, place);
    const drawer = new Drawer(place.element, (step) => this.openNext(step), focus);
    this.actions = new Actions({
      place,
      active: this.active,
      status: this.status,
      get: (row) => this.rows.get(row),
      show: (address) => drawer.show(address),
      focus,
    });
    this.status.className = 'range';
    this.status.setAttribute('role', 'status');
    this.build();
    this.resize();
    new ResizeObserver((_, observer) => {
      if (this.place.element.isConnected) {
        this.resize();
      } else {
        observer.disconnect();
        this.rows.stop();
        holdAttempt('grid');
      }
    }).observe(this.grid);
  }

  private build(): void {
    const { grid, place } = this;
    const width = place.columns.reduce((sum, column) => sum + column.width, 0);
    grid.tabIndex = 0;
    grid.setAttribute('aria-label', place.word('label'));
    grid.setAttribute('aria-rowcount', String(place.total + 1));
    grid.setAttribute('aria-colcount', String(place.columns.length));
    this.sheet.style.height = `${this.position.scrolled + ROW_HEIGHT}px`;
    this.sheet.style.width = `${width}px`;
    this.sheet.append(buildHead(place), this.drawing.body);
    grid.append(this.sheet);
    grid.addEventListener('scroll', () => this.scrolled(), { passive: true });
    grid.addEventListener('keydown', (event) => this.key(event));
    grid.addEventListener('click', (event) => this.click(event));
    grid.addEventListener('contextmenu', (event) => this.context(event));
    place.element.replaceChildren(buildTools(place, this.status), grid);
  }

  // --- scrolling -------------------------------------------------------------------------------

  private resize(): void {
    const view = Math.max(this.grid.clientHeight - ROW_HEIGHT, ROW_HEIGHT);
    this.position.resize(view);
    this.drawing.grow(this.position.page + 3);
    this.draw();
  }

  private scrolled(): void {
    const aside = this.grid.scrollLeft !== 0;
    if (aside !== this.aside) {
      this.aside = aside;
      this.grid.classList.toggle('grid-aside', aside);
    }
    if (this.grid.scrollTop === this.setTop) {
      this.setTop = -1;
    } else {
      this.position.scroll(this.grid.scrollTop);
    }
    if (this.frame === 0) {
      this.frame = requestAnimationFrame(() => this.draw());
    }
    clearTimeout(this.settling);
    this.settling = setTimeout(() => this.settle(), SETTLE_MS);
  }

  private settle(): void {
    const top = this.position.settle();
    if (Math.abs(top - this.grid.scrollTop) >= 1) {
      this.setTop = top;
      this.grid.scrollTop = top;
    }
    const { first, end: last } = this.position;
    const words = this.place.word('range').split('{}');
    const numbers = [first + 1, last, this.place.total].map((n) =>
      n.toLocaleString(document.documentElement.lang),
    );
    this.status.textContent = words.map((part, at) => part + (numbers[at] ?? '')).join('');
  }

  private draw(): void {
    this.frame = 0;
    const { first, at } = this.position;
    const { total } = this.place;
    this.drawing.draw(first, at);
    this.rows.want(first, Math.min(first + this.drawing.count, total) - 1, total);
    this.active.mark(this.activeElement());
  }

  private came(trouble: unknown): void {
    const failed = trouble !== undefined;
    if (!failed) {
      tellFound('grid');
    }
    if (isLost(trouble)) {
      tellLost('grid', () => this.draw());
    } else if (failed) {
      this.status.textContent = this.place.word('failed');
    } else if (this.frame === 0) {
      this.frame = requestAnimationFrame(() => this.draw());
    }
    if (!failed && this.settling === undefined) {
      this.settle();
    }
  }

  // --- the active cell -------------------------------------------------------------------------

  private activeElement(): HTMLElement | undefined {
    return this.drawing.cell(this.active.row, this.active.cell);
  }

  private activate(row: number, cell: number): void {
    this.active.move(row, cell);
    this.position.show(this.active.row);
    this.setTop = this.position.settle();
    this.grid.scrollTop = this.setTop;
    this.draw();
    this.active.show();
    clearTimeout(this.settling);
    this.settling = setTimeout(() => this.settle(), SETTLE_MS);
  }

  private openNext(step: 1 | -1): void {
    this.activate(this.active.row + step, this.active.cell);
    this.actions.open();
  }

  // --- what happens to it ----------------------------------------------------------------------

  private click(event: MouseEvent): void {
    const found = this.drawing.find(event);
    const plain = !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
    if (found === undefined) {
      return;
    }
    this.activate(found.row, found.cell);
    if (event.target instanceof HTMLAnchorElement && plain) {
      event.preventDefault();
      event.stopPropagation();
      this.actions.open();
    }
  }

  private context(event: MouseEvent): void {
    const found = this.drawing.find(event);
    if (found !== undefined && !(event.target instanceof HTMLAnchorElement)) {
      event.preventDefault();
      this.activate(found.row, found.cell);
      this.actions.menu(this.activeElement());
    }
  }

  private key(event: KeyboardEvent): void {
    if (event.target !== this.grid) {
      return; // a header's button
    }
    const { columns, total } = this.place;
    const sizes = { rows: total, columns: columns.length, page: this.position.page };
    const move = moveOf(event, this.active.row, this.active.cell, sizes);
    if (move !== undefined) {
      this.activate(...move);
      if (this.active.cell === 0) {
        this.grid.scrollLeft = 0;
      }
    } else if (!this.command(event)) {
      return;
    }
    event.preventDefault();
  }

  private command(event: KeyboardEvent): boolean {
    const command = commandOf(event);
    if (command === 'copy' || command === 'copy row') {
      this.actions.copy(command === 'copy row');
    } else if (command === 'open') {
      this.actions.open();
    } else if (command === 'menu') {
      this.actions.menu(this.activeElement());
    } else if (command === 'filter' || command === 'exclude') {
      this.actions.filter(command === 'exclude');
    }
    return command !== undefined;
  }
}

export function setUp(element: HTMLElement): void {
  const table = element.querySelector('table');
  const total = Number(element.dataset['total']);
  if (table !== null && total > 0) {
    new Grid(new Place(element, columnsOf(table), total));
  }
}
