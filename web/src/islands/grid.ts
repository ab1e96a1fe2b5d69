// SPDX-License-Identifier: Apache-2.0
// The table of a search, continuous: rows are drawn as they come into sight, however many there are.
// The server's table, which it takes the place of, says the columns; words and addresses come from
// the place's data attributes. The focus stays on the grid, which names its active cell, so that it
// is never lost with a row that scrolls away.
import { openColumns } from '../grid/columns';
import { Drawer } from '../grid/drawer';
import { openMenu } from '../grid/menu';
import { Position } from '../grid/position';
import { Rows, type Row } from '../grid/rows';
import { asksFor, nextSort, recordPath, sortOf, tabbed, valuesAt, withPair } from '../grid/values';
import { printAddress, type Pair } from './address';
import { holdAttempt, isLost, tellFound, tellLost } from './lost';

const ROW_HEIGHT = 36;
const SETTLE_MS = 160;
const STRETCH = 4096; // rows that are placed from one origin, so that scrolling moves one layer only

interface Column {
  readonly field: string;
  readonly parameter: string;
  readonly label: string;
  readonly name: boolean; // a scientific name
  readonly width: number;
}

interface DrawnRow {
  readonly element: HTMLDivElement;
  readonly cells: readonly HTMLDivElement[];
  readonly link: HTMLAnchorElement;
  row: number;
  origin: number;
  filled: boolean;
}

function make(tag: 'div' | 'span', role: string, style: string): HTMLDivElement {
  const element = document.createElement(tag) as HTMLDivElement;
  element.setAttribute('role', role);
  element.className = style;
  return element;
}

function columnsOf(table: HTMLTableElement): Column[] {
  return [...table.querySelectorAll<HTMLElement>('thead th')].map((head) => ({
    field: head.dataset['field'] ?? '',
    parameter: head.dataset['parameter'] ?? '',
    label: head.textContent?.trim() ?? '',
    name: head.dataset['name'] !== undefined,
    width: Math.round(Math.min(Math.max(head.getBoundingClientRect().width, 96), 320)),
  }));
}

class Grid {
  private readonly grid = make('div', 'grid', 'grid');
  private readonly sheet = make('div', 'presentation', 'grid-sheet');
  private readonly body = make('div', 'rowgroup', 'grid-rows');
  private readonly status = document.createElement('p');
  private readonly drawn: DrawnRow[] = [];
  private readonly position: Position;
  private readonly rows: Rows;
  private readonly drawer: Drawer;
  private readonly pairs: Pair[];
  private readonly prefix = location.pathname.replace(/\/search$/, '');
  private activeRow = 0;
  private activeCell = 0;
  private frame = 0;
  private settling: ReturnType<typeof setTimeout> | undefined;
  private aside = false; // scrolled sideways
  private setTop = -1; // by this, not by the reader

  constructor(
    private readonly place: HTMLElement,
    private readonly columns: readonly Column[],
    private readonly total: number,
  ) {
    this.pairs = [...new URLSearchParams(location.search)];
    this.position = new Position(ROW_HEIGHT, total, 600);
    this.rows = new Rows(place.dataset['api'] ?? '', (trouble) => this.came(trouble));
    this.drawer = new Drawer(place, (step) => this.openNext(step), () => this.grid.focus());
    this.status.className = 'range';
    this.status.setAttribute('role', 'status');
    this.build();
    this.resize();
    new ResizeObserver((_, observer) => {
      if (this.place.isConnected) {
        this.resize();
      } else {
        observer.disconnect();
        this.rows.stop();
        holdAttempt('grid');
      }
    }).observe(this.grid);
  }

  private word(name: string): string {
    return this.place.dataset[name] ?? '';
  }

  // --- building --------------------------------------------------------------------------------

  private build(): void {
    const { grid } = this;
    const width = this.columns.reduce((sum, column) => sum + column.width, 0);
    grid.tabIndex = 0;
    grid.setAttribute('aria-label', this.word('label'));
    grid.setAttribute('aria-rowcount', String(this.total + 1));
    grid.setAttribute('aria-colcount', String(this.columns.length));
    this.sheet.style.height = `${this.position.scrolled + ROW_HEIGHT}px`;
    this.sheet.style.width = `${width}px`;
    this.sheet.append(this.buildHead(), this.body);
    grid.append(this.sheet);
    grid.addEventListener('scroll', () => this.scrolled(), { passive: true });
    grid.addEventListener('keydown', (event) => this.key(event));
    grid.addEventListener('click', (event) => this.click(event));
    grid.addEventListener('contextmenu', (event) => this.context(event));
    this.place.replaceChildren(this.buildTools(), grid);
  }

  private buildHead(): HTMLElement {
    const head = make('div', 'row', 'grid-row grid-head');
    const sort = this.value('sort');
    head.setAttribute('aria-rowindex', '1');
    this.columns.forEach((column, index) => {
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
      button.title = this.word('sort');
      button.disabled = column.parameter === '';
      button.addEventListener('click', (event) => {
        this.go(withPair(this.pairs, 'sort', nextSort(sort, column.field, event.shiftKey)));
      });
      cell.append(button);
      head.append(cell);
    });
    return head;
  }

  private buildTools(): HTMLElement {
    const tools = document.createElement('div');
    const choose = document.createElement('button');
    tools.className = 'grid-tools';
    choose.type = 'button';
    choose.className = 'quiet';
    choose.textContent = this.word('columns');
    choose.addEventListener('click', () => {
      const shown = this.columns.map((column) => column.field).filter((field) => field !== '');
      void openColumns(this.place, shown, (fields) =>
        this.go(withPair(this.pairs, 'fields', fields.join(','))),
      );
    });
    tools.append(this.status, choose);
    return tools;
  }

  private addRow(): void {
    const element = make('div', 'row', 'grid-row');
    const link = document.createElement('a');
    link.tabIndex = -1;
    const cells = this.columns.map((column, index) => {
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

  // --- drawing ---------------------------------------------------------------------------------

  private resize(): void {
    const view = Math.max(this.grid.clientHeight - ROW_HEIGHT, ROW_HEIGHT);
    this.position.resize(view);
    while (this.drawn.length < Math.min(this.position.page + 3, this.total)) {
      this.addRow();
    }
    this.drawn.forEach((drawn) => {
      drawn.row = -1; // their places in the pool have changed
    });
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
    const words = this.word('range').split('{}');
    const numbers = [first + 1, last, this.total].map((n) => n.toLocaleString(document.documentElement.lang));
    this.status.textContent = words.map((part, at) => part + (numbers[at] ?? '')).join('');
  }

  private draw(): void {
    this.frame = 0;
    const { first, at } = this.position;
    const count = this.drawn.length;
    const origin = first - (first % STRETCH);
    this.body.style.transform = `translateY(${origin * ROW_HEIGHT - at}px)`;
    for (let row = first; row < first + count; row += 1) {
      const drawn = this.drawn[row % count];
      if (drawn !== undefined) {
        this.drawRow(drawn, row, origin);
      }
    }
    this.rows.want(first, Math.min(first + count, this.total) - 1, this.total);
    this.mark();
  }

  private drawRow(drawn: DrawnRow, row: number, origin: number): void {
    if (drawn.row !== row || drawn.origin !== origin) {
      drawn.origin = origin;
      drawn.element.style.transform = `translateY(${(row - origin) * ROW_HEIGHT}px)`;
    }
    if (drawn.row === row && drawn.filled) {
      return;
    }
    const record = row < this.total ? this.rows.get(row) : undefined;
    if (drawn.row !== row) {
      drawn.row = row;
      drawn.element.hidden = row >= this.total;
      drawn.element.setAttribute('aria-rowindex', String(row + 2));
      drawn.element.classList.toggle('grid-odd', row % 2 === 1);
    } else if (record === undefined) {
      return; // drawn as empty already
    }
    drawn.filled = record !== undefined;
    drawn.element.classList.toggle('grid-waits', !drawn.filled);
    drawn.cells.forEach((cell, index) => {
      const text = record === undefined ? '' : this.text(record, index);
      if (index > 0) {
        cell.textContent = text;
        return;
      }
      drawn.link.textContent = text === '' ? (record?.key ?? '…') : text;
      drawn.link.href = record === undefined ? '#' : this.address(record);
    });
  }

  private came(trouble: unknown): void {
    const failed = trouble !== undefined;
    if (!failed) {
      tellFound('grid');
    }
    if (isLost(trouble)) {
      tellLost('grid', () => this.draw());
    } else if (failed) {
      this.status.textContent = this.word('failed');
    } else if (this.frame === 0) {
      this.frame = requestAnimationFrame(() => this.draw());
    }
    if (!failed && this.settling === undefined) {
      this.settle();
    }
  }

  // One line, and no more of it than a cell may show.
  private text(record: Row, index: number): string {
    return this.values(record, index).join(' | ').slice(0, 300);
  }

  private values(record: Row, index: number): string[] {
    const field = this.columns[index]?.field ?? '';
    return field === '' ? [record.dataset] : field === '_key' ? [record.key] : valuesAt(record.data, field);
  }

  private address(record: Row): string {
    const path = this.prefix + recordPath(record.table, record.key);
    const version = this.value('version');
    const joint = path.includes('?') ? '&' : '?';
    return version === '' ? path : `${path}${joint}version=${encodeURIComponent(version)}`;
  }

  // --- the active cell -------------------------------------------------------------------------

  private activeElement(): HTMLDivElement | undefined {
    const drawn = this.drawn.find((other) => other.row === this.activeRow);
    return drawn?.cells[this.activeCell];
  }

  private mark(): void {
    const before = this.grid.querySelector('#grid-active');
    const now = this.activeElement();
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

  private activate(row: number, cell: number): void {
    this.activeRow = Math.max(0, Math.min(row, this.total - 1));
    this.activeCell = Math.max(0, Math.min(cell, this.columns.length - 1));
    this.position.show(this.activeRow);
    this.setTop = this.position.settle();
    this.grid.scrollTop = this.setTop;
    this.draw();
    this.showCell();
    clearTimeout(this.settling);
    this.settling = setTimeout(() => this.settle(), SETTLE_MS);
  }

  /** Brings the active cell beside the first column, which stays in sight. */
  private showCell(): void {
    const widths = this.columns.map((column) => column.width);
    const pinned = widths[0] ?? 0;
    const left = widths.slice(0, this.activeCell).reduce((sum, width) => sum + width, 0);
    const right = left + (widths[this.activeCell] ?? 0);
    const { scrollLeft, clientWidth } = this.grid;
    if (this.activeCell > 0 && left - pinned < scrollLeft) {
      this.grid.scrollLeft = left - pinned;
    } else if (this.activeCell > 0 && right > scrollLeft + clientWidth) {
      this.grid.scrollLeft = right - clientWidth;
    }
  }

  private find(event: Event): { row: number; cell: number } | undefined {
    const target = event.target instanceof Element ? event.target.closest('.grid-cell') : null;
    const drawn = this.drawn.find((other) => other.element.contains(target));
    const cell = drawn?.cells.findIndex((other) => other === target) ?? -1;
    return drawn === undefined || cell < 0 ? undefined : { row: drawn.row, cell };
  }

  // --- what one does with it -------------------------------------------------------------------

  private click(event: MouseEvent): void {
    const found = this.find(event);
    const plain = !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
    if (found === undefined) {
      return;
    }
    this.activate(found.row, found.cell);
    if (event.target instanceof HTMLAnchorElement && plain) {
      event.preventDefault();
      event.stopPropagation();
      this.open(found.row);
    }
  }

  private context(event: MouseEvent): void {
    const found = this.find(event);
    if (found !== undefined && !(event.target instanceof HTMLAnchorElement)) {
      event.preventDefault();
      this.activate(found.row, found.cell);
      this.menu();
    }
  }

  private key(event: KeyboardEvent): void {
    if (event.target !== this.grid) {
      return; // a header's button
    }
    const { activeRow: row, activeCell: cell } = this;
    const far = event.ctrlKey || event.metaKey;
    const page = this.position.page;
    const moves: Readonly<Record<string, readonly [number, number]>> = {
      ArrowUp: [row - 1, cell],
      ArrowDown: [row + 1, cell],
      ArrowLeft: [row, cell - 1],
      ArrowRight: [row, cell + 1],
      PageUp: [row - page, cell],
      PageDown: [row + page, cell],
      Home: far ? [0, 0] : [row, 0],
      End: far ? [this.total - 1, this.columns.length - 1] : [row, this.columns.length - 1],
    };
    const move = moves[event.key];
    if (move !== undefined && !event.altKey) {
      this.activate(...move);
      if (this.activeCell === 0) {
        this.grid.scrollLeft = 0;
      }
    } else if (far && event.key.toLowerCase() === 'c') {
      this.copy(event.shiftKey);
    } else if (event.key === 'Enter') {
      this.open(row);
    } else if (event.key === 'ContextMenu' || (event.shiftKey && event.key === 'F10')) {
      this.menu();
    } else if (!far && !event.altKey && event.key.toLowerCase() === 'f') {
      this.filter(event.key === 'F');
    } else {
      return;
    }
    event.preventDefault();
  }

  private menu(): void {
    const cell = this.activeElement();
    const record = this.rows.get(this.activeRow);
    if (cell === undefined || record === undefined) {
      return;
    }
    openMenu(this.place, cell, () => this.grid.focus(), [
      ...(this.canFilter(record)
        ? [
            { label: this.word('filter'), key: 'f', action: () => this.filter(false) },
            { label: this.word('exclude'), key: 'Shift+F', action: () => this.filter(true) },
          ]
        : []),
      { label: this.word('copyCell'), key: 'Ctrl+C', action: () => this.copy(false) },
      { label: this.word('copyRow'), key: 'Ctrl+Shift+C', action: () => this.copy(true) },
      { label: this.word('open'), key: 'Enter', action: () => this.open(this.activeRow) },
    ]);
  }

  private canFilter(record: Row): boolean {
    const parameter = this.columns[this.activeCell]?.parameter ?? '';
    const first = this.values(record, this.activeCell)[0] ?? '';
    return parameter !== '' && first.length < 1000;
  }

  private filter(exclude: boolean): void {
    const record = this.rows.get(this.activeRow);
    if (record === undefined || !this.canFilter(record)) {
      return;
    }
    const parameter = this.columns[this.activeCell]?.parameter ?? '';
    const first = this.values(record, this.activeCell)[0];
    const asked = first === undefined ? (exclude ? '*' : '!*') : (exclude ? '!' : '') + asksFor(first);
    this.go([...this.pairs, [parameter, asked]]);
  }

  private copy(whole: boolean): void {
    const record = this.rows.get(this.activeRow);
    if (record !== undefined) {
      const cells = this.columns.map((_, index) => this.values(record, index).join(' | '));
      const text = whole ? tabbed(cells) : (cells[this.activeCell] ?? '');
      void navigator.clipboard.writeText(text).then(
        () => (this.status.textContent = this.word('copied')),
        () => (this.status.textContent = this.word('failed')),
      );
    }
  }

  private open(row: number): void {
    const record = this.rows.get(row);
    if (record !== undefined) {
      this.drawer.show(this.address(record));
    }
  }

  private openNext(step: 1 | -1): void {
    this.activate(this.activeRow + step, this.activeCell);
    this.open(this.activeRow);
  }

  // --- addresses -------------------------------------------------------------------------------

  private value(name: string): string {
    return this.pairs.find(([other]) => other === name)?.[1] ?? '';
  }

  /** Another search, as a link within the page would ask for it. */
  private go(pairs: readonly Pair[]): void {
    const link = document.createElement('a');
    link.href = printAddress(
      location.pathname,
      pairs.filter(([name]) => name !== 'offset'),
    );
    link.hidden = true;
    this.place.append(link);
    link.click();
    link.remove();
  }
}

export function setUp(place: HTMLElement): void {
  const table = place.querySelector('table');
  const total = Number(place.dataset['total']);
  if (table !== null && total > 0) {
    new Grid(place, columnsOf(table), total);
  }
}
