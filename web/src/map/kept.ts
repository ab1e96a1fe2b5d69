// SPDX-License-Identifier: Apache-2.0
// The page keeps where the map is and how it shows records: its address, what leads to this view, and
// the form's own state. Must not know: the map engine.
import { pageWith } from './address';

type Changes = Readonly<Record<string, string>>;

/** Links to a map that are not the map's own; those of drawings too, whose href is no text. */
function keepLinks(live: Element, changes: Changes): void {
  for (const link of live.querySelectorAll('a[href*="view=map"]')) {
    const address = new URL(link.getAttribute('href') ?? '', location.href);
    if (link.closest('.map-view') === null && address.searchParams.get('view') === 'map') {
      for (const [name, value] of Object.entries(changes)) {
        address.searchParams.set(name, value);
      }
      link.setAttribute('href', address.pathname + address.search);
    }
  }
}

function keepForm(form: HTMLFormElement, changes: Changes): void {
  for (const [name, value] of Object.entries(changes)) {
    let input = form.querySelector<HTMLInputElement>(`input[type="hidden"][name="${name}"]`);
    if (!input) {
      input = document.createElement('input');
      input.type = 'hidden';
      input.name = name;
      form.append(input);
    }
    input.setAttribute('value', value);
  }
}

/** Changes parameters in the page that the map's part `element` is of. */
export function keepInPage(element: HTMLElement, changes: Changes): void {
  history.replaceState(history.state, '', pageWith(changes));
  const live = element.closest('[data-live]');
  if (live !== null) {
    keepLinks(live, changes);
  }
  const form = live?.querySelector<HTMLFormElement>('#search-form');
  if (form) {
    keepForm(form, changes);
  }
  const table = element.querySelector<HTMLAnchorElement>('.map-table-now');
  if (table !== null) {
    table.href = location.pathname + location.search;
  }
}

/** Follows an address as if its link had been clicked, so that the page is swapped in place. */
export function follow(element: HTMLElement, address: string): void {
  const link = document.createElement('a');
  link.href = address;
  link.hidden = true;
  element.append(link);
  link.click();
  link.remove();
}
