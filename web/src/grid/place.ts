// SPDX-License-Identifier: Apache-2.0
// What the page says of the table that the grid takes the place of: its columns, words and search,
// with the addresses that lead on from there. Must not know: what is drawn.
import { printAddress, type Pair } from '../islands/address';
import type { Row } from './rows';
import { recordPath, valuesAt } from './values';

export interface Column {
  readonly field: string;
  readonly parameter: string;
  readonly label: string;
  readonly name: boolean; // a scientific name
  readonly width: number;
}

export function columnsOf(table: HTMLTableElement): Column[] {
  return [...table.querySelectorAll<HTMLElement>('thead th')].map((head) => ({
    field: head.dataset['field'] ?? '',
    parameter: head.dataset['parameter'] ?? '',
    label: head.textContent?.trim() ?? '',
    name: head.dataset['name'] !== undefined,
    width: Math.round(Math.min(Math.max(head.getBoundingClientRect().width, 96), 320)),
  }));
}

export class Place {
  readonly pairs: readonly Pair[] = [...new URLSearchParams(location.search)];
  private readonly prefix = location.pathname.replace(/\/search$/, '');

  constructor(
    readonly element: HTMLElement,
    readonly columns: readonly Column[],
    readonly total: number,
  ) {}

  word(name: string): string {
    return this.element.dataset[name] ?? '';
  }

  /** Of a parameter of the search. */
  value(name: string): string {
    return this.pairs.find(([other]) => other === name)?.[1] ?? '';
  }

  /** What a record says in a column. */
  values(record: Row, index: number): string[] {
    const field = this.columns[index]?.field ?? '';
    return field === '' ? [record.dataset] : field === '_key' ? [record.key] : valuesAt(record.data, field);
  }

  /** One line, and no more of it than a cell may show. */
  text(record: Row, index: number): string {
    return this.values(record, index).join(' | ').slice(0, 300);
  }

  address(record: Row): string {
    const path = this.prefix + recordPath(record.table, record.key);
    const version = this.value('version');
    const joint = path.includes('?') ? '&' : '?';
    return version === '' ? path : `${path}${joint}version=${encodeURIComponent(version)}`;
  }

  /** Another search, as a link within the page would ask for it. */
  go(pairs: readonly Pair[]): void {
    const link = document.createElement('a');
    link.href = printAddress(
      location.pathname,
      pairs.filter(([name]) => name !== 'offset'),
    );
    link.hidden = true;
    this.element.append(link);
    link.click();
    link.remove();
  }
}
