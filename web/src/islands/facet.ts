// SPDX-License-Identifier: Apache-2.0
// Looks for a value in a facet that has more than it shows: a box, and the values that start so as
// checkboxes of the same form, each with the count that choosing it gives.
import { Newest } from './newest';

interface Value {
  readonly value: string;
  readonly count: number;
}

const SHOWN = 20;
const LONGEST = 1000; // characters that an address can carry

let boxes = 0;

/** A value as an address asks for it: as it is where it can mean nothing else, otherwise in quotes. */
export function valueParameter(text: string): string {
  const plain = /^\p{L}[\p{L}\p{M}\p{N} .'&()-]*$/u.test(text) && text.trim() === text;
  return plain && !text.includes('..') ? text : `"${text}"`;
}

function valuesOf(body: unknown): Value[] {
  const facets = ((body ?? {}) as Record<string, unknown>)['facets'];
  const lists = typeof facets === 'object' && facets !== null ? Object.values(facets) : [];
  const first: unknown = lists[0];
  const values = ((first ?? {}) as Record<string, unknown>)['values'];
  return (Array.isArray(values) ? values : []).filter((item): item is Value => {
    const { value, count } = (item ?? {}) as Record<string, unknown>;
    return typeof value === 'string' && value.length <= LONGEST && typeof count === 'number';
  });
}

async function ask(address: string, prefix: string, signal: AbortSignal): Promise<Value[]> {
  const url = new URL(address, location.origin);
  url.searchParams.set('facetPrefix', prefix);
  url.searchParams.set('facetLimit', String(SHOWN));
  const answer = await fetch(url, { signal });
  if (!answer.ok) {
    throw new Error(`HTTP ${answer.status}`);
  }
  return valuesOf(await answer.json());
}

function listItem(parameter: string, found: Value, records: string): HTMLLIElement {
  const item = document.createElement('li');
  item.className = 'facet-value';
  const label = document.createElement('label');
  const box = document.createElement('input');
  box.type = 'checkbox';
  box.name = parameter;
  box.value = valueParameter(found.value);
  const text = document.createElement('span');
  text.className = 'facet-label';
  text.textContent = found.value;
  const count = document.createElement('span');
  count.className = 'facet-count';
  count.textContent = found.count.toLocaleString(document.documentElement.lang || 'en');
  const unit = document.createElement('span');
  unit.className = 'hidden';
  unit.textContent = ` ${records}`;
  count.append(unit);
  label.append(box, text, ' ', count);
  item.append(label);
  return item;
}

export function setUp(element: HTMLElement): void {
  const words = element.dataset;
  const address = words['values'] ?? '';
  const parameter = words['parameter'] ?? '';
  const place = document.createElement('div');
  place.className = 'find-values';
  const input = document.createElement('input');
  boxes += 1;
  input.type = 'search';
  input.id = `find-values-${boxes}`;
  input.autocomplete = 'off';
  input.placeholder = words['hint'] ?? '';
  input.setAttribute('aria-label', words['label'] ?? '');
  const list = document.createElement('ul');
  list.hidden = true;
  const status = document.createElement('p');
  status.className = 'facet-rest';
  status.setAttribute('role', 'status');
  place.append(input, list, status);
  element.querySelector('legend')?.after(place);

  const asks = new Newest();

  const show = (found: readonly Value[]): void => {
    list.replaceChildren(...found.map((value) => listItem(parameter, value, words['record'] ?? '')));
    list.hidden = found.length === 0;
    status.textContent =
      found.length === 0
        ? (words['none'] ?? '')
        : (words['found'] ?? '').replace('{}', String(found.length));
  };
  const clear = (): void => {
    list.replaceChildren();
    list.hidden = true;
    status.textContent = '';
  };
  const refresh = async (signal: AbortSignal): Promise<void> => {
    const prefix = input.value.trim();
    const isMeant = (): boolean =>
      !signal.aborted && element.isConnected && input.value.trim() === prefix;
    try {
      const found = await ask(address, prefix, signal);
      if (isMeant()) {
        show(found);
      }
    } catch {
      if (isMeant()) {
        clear(); // the link to more values stays
      }
    }
  };
  const look = (): void => {
    if (input.value.trim() === '') {
      asks.drop();
      clear();
    } else {
      asks.run(refresh);
    }
  };
  input.addEventListener('input', look);
  input.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') {
      event.preventDefault(); // the box is no part of the search
      look();
    } else if (event.key === 'Escape' && input.value !== '') {
      event.preventDefault();
      input.value = '';
      look();
    }
  });
}
