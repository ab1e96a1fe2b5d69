// SPDX-License-Identifier: Apache-2.0
// The list beside the map: records of a cell or a place, with ways to all of them and to the same
// area as a filter. Must not know: the map.

export interface SideWords {
  readonly here: string; // "Records here: {}"
  readonly all: string; // "All {} as a table"
  readonly use: string;
  readonly close: string;
  readonly loading: string;
  readonly failed: string;
  readonly untitled: string; // "Record {}"
}

export interface SideRequest {
  readonly records: string; // address of the API
  readonly table: string; // of the table of the same records
  readonly filter: string; // of the map with the area as a filter
}

interface ApiRecord {
  readonly table: string;
  readonly key: string;
  readonly data: Record<string, unknown>;
}

const NAME = 'scientificName'; // in italics, as everywhere
const TITLES = ['name', 'title', 'vernacularName'];
const DETAILS = ['locality', 'country', 'recordedBy', 'eventDate', 'year', 'catalogNumber'];
const SHOWN = 20;
const DETAILS_SHOWN = 3;

function textOf(data: Record<string, unknown>, names: readonly string[], most: number): string[] {
  const found: string[] = [];
  for (const name of names) {
    const value = data[name];
    if ((typeof value === 'string' || typeof value === 'number') && String(value).trim() !== '') {
      found.push(String(value).slice(0, 200));
    }
  }
  return found.slice(0, most);
}

function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  text = '',
  className = '',
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  made.textContent = text;
  if (className !== '') {
    made.className = className;
  }
  return made;
}

function recordAddress(record: ApiRecord): string {
  const version = new URLSearchParams(location.search).get('version');
  const key = encodeURIComponent(record.key);
  const table = encodeURIComponent(record.table);
  const dots = record.key === '.' || record.key === '..';
  const root = location.pathname.replace(/\/search$/, ''); // "/de" in another language
  const path = dots ? `${root}/record/${table}?key=${key}` : `${root}/record/${table}/${key}`;
  const mark = dots ? '&' : '?';
  return version === null ? path : `${path}${mark}version=${encodeURIComponent(version)}`;
}

function itemOf(record: ApiRecord, words: SideWords): HTMLLIElement {
  const item = element('li');
  const [name] = textOf(record.data, [NAME], 1);
  const [title] = textOf(record.data, TITLES, 1);
  const link = element('a');
  link.href = recordAddress(record);
  if (name !== undefined) {
    const italic = element('i', name);
    italic.lang = 'la';
    link.append(italic);
  } else {
    link.textContent = title ?? words.untitled.replace('{}', record.key.slice(0, 100));
  }
  const details = textOf(record.data, DETAILS, DETAILS_SHOWN).join(' · ');
  item.append(link, element('p', details, 'small'));
  return item;
}

export class SideList {
  private running: AbortController | undefined;

  constructor(
    private readonly side: HTMLElement,
    private readonly words: SideWords,
    private readonly closed: () => void,
  ) {}

  close(): void {
    this.running?.abort();
    this.side.hidden = true;
    this.side.replaceChildren();
    this.closed();
  }

  private head(title: string): HTMLElement {
    const head = element('div', '', 'map-side-head');
    const heading = element('h2', title);
    heading.tabIndex = -1;
    const close = element('button', '×', 'quiet');
    close.type = 'button';
    close.setAttribute('aria-label', this.words.close);
    close.addEventListener('click', () => this.close());
    head.append(heading, close);
    return head;
  }

  async show(request: SideRequest, focus: boolean): Promise<void> {
    this.running?.abort();
    const controller = new AbortController();
    this.running = controller;
    this.side.hidden = false;
    this.side.replaceChildren(this.head(this.words.loading));
    try {
      const answer = await fetch(`${request.records}&limit=${SHOWN}`, { signal: controller.signal });
      if (!answer.ok) {
        throw new Error(`HTTP ${answer.status}`);
      }
      const found = (await answer.json()) as { total: number; records: ApiRecord[] };
      if (!controller.signal.aborted) {
        this.fill(found, request, focus);
      }
    } catch {
      if (!controller.signal.aborted) {
        this.side.replaceChildren(this.head(this.words.failed));
      }
    }
  }

  private fill(found: { total: number; records: ApiRecord[] }, request: SideRequest, focus: boolean): void {
    const language = document.documentElement.lang || 'en';
    const total = new Intl.NumberFormat(language).format(found.total);
    const head = this.head(this.words.here.replace('{}', total));
    const list = element('ul');
    list.append(...found.records.map((record) => itemOf(record, this.words)));
    const ways = element('p', '', 'map-side-ways');
    if (found.total > 0) {
      const all = element('a', this.words.all.replace('{}', total));
      all.href = request.table;
      const use = element('a', this.words.use);
      use.href = request.filter;
      ways.append(all, use);
    }
    this.side.replaceChildren(head, ways, list);
    if (focus) {
      head.querySelector<HTMLElement>('h2')?.focus({ preventScroll: true });
    }
  }
}
