// SPDX-License-Identifier: Apache-2.0
// Shortcuts of single keys, listed in the sheet that "?" opens (WCAG 2.2, 2.1.4: they can be
// switched off there, and never work where text is typed). The sheet's words are the server's.

const STORE = 'vitrine.keys';
const SEQUENCE_MS = 1500;
const ROWS = '.records tbody th a, .record-list h2 a, .newest a, .results-list h3 a';

let started = 0; // when "g" was pressed

function areOn(): boolean {
  try {
    return localStorage.getItem(STORE) !== 'off';
  } catch {
    return true;
  }
}

function remember(on: boolean): void {
  try {
    localStorage.setItem(STORE, on ? 'on' : 'off');
  } catch {
    // A browser that keeps nothing keeps the choice for this page.
  }
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target.closest('input, select, textarea, dialog[open], [role="grid"], [role="tree"]') !== null)
  );
}

function focusSearch(): void {
  const box = document.querySelector<HTMLInputElement>('main input[type="search"], #masthead-q');
  box?.focus();
  box?.select();
}

/** Moves the focus to the next or the previous row of a list. */
function moveRow(step: 1 | -1): void {
  const rows = [...document.querySelectorAll<HTMLElement>(ROWS)];
  const here = rows.findIndex((row) => row === document.activeElement);
  const next = here < 0 ? (step > 0 ? 0 : rows.length - 1) : here + step;
  rows[Math.min(Math.max(next, 0), rows.length - 1)]?.focus();
}

function follow(id: string): void {
  const link = document.getElementById(id);
  if (link instanceof HTMLAnchorElement) {
    link.click();
  }
}

function openSheet(): void {
  const sheet = document.getElementById('keys');
  if (sheet instanceof HTMLDialogElement && !sheet.open) {
    sheet.showModal();
  }
}

function goTo(key: string): boolean {
  const places: Readonly<Record<string, () => void>> = {
    e: () => location.assign(document.querySelector<HTMLAnchorElement>('#nav-search')?.href ?? '/'),
    h: () => location.assign(document.querySelector<HTMLAnchorElement>('.brand')?.href ?? '/'),
    t: () => follow('view-table'),
    l: () => follow('view-list'),
    m: () => follow('view-map'),
    g: () => follow('view-gallery'),
    c: () => follow('view-charts'),
  };
  const go = places[key];
  go?.();
  return go !== undefined;
}

function press(event: KeyboardEvent): boolean {
  if (Date.now() - started < SEQUENCE_MS) {
    started = 0;
    return goTo(event.key);
  }
  switch (event.key) {
    case '/':
      focusSearch();
      return true;
    case 'g':
      started = Date.now();
      return true;
    case 'j':
      moveRow(1);
      return true;
    case 'k':
      moveRow(-1);
      return true;
    default:
      return false;
  }
}

export function setUpKeys(): void {
  const box = document.querySelector<HTMLInputElement>('#keys input[type="checkbox"]');
  if (box !== null) {
    box.checked = areOn();
    box.addEventListener('change', () => remember(box.checked));
  }
  document.querySelector('.keys-link')?.addEventListener('click', (event) => {
    event.preventDefault();
    openSheet();
  });
  document.addEventListener('keydown', (event) => {
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.isComposing;
    if (!plain || event.defaultPrevented || isTyping(event.target)) {
      return;
    }
    if (event.key === '?') {
      event.preventDefault();
      openSheet(); // the sheet opens also where the others are off, since it switches them on
    } else if (areOn() && press(event)) {
      event.preventDefault();
    }
  });
}
