// SPDX-License-Identifier: Apache-2.0
// Search pages in place: a changed filter, a sort or page link fetches the server's own page for the
// new address and swaps the part marked data-live. The newest request wins, older ones are aborted.
// Where anything goes wrong the browser follows the address as it would have without scripts.
import { printAddress, type Pair } from './address';

type SetUp = (root: ParentNode) => void;

interface Options {
  readonly push: boolean;
  readonly scroll: boolean;
}

const BUSY_AFTER_MS = 150;

let running: AbortController | undefined;
let shown = '';

function liveElement(): HTMLElement | null {
  return document.querySelector<HTMLElement>('[data-live]');
}

function formAddress(form: HTMLFormElement): string {
  const pairs: Pair[] = [];
  for (const [name, value] of new FormData(form)) {
    if (typeof value === 'string') {
      pairs.push([name, value]);
    }
  }
  return printAddress(new URL(form.action).pathname, pairs);
}

/** A selector that finds the same control again in the new page. */
function selectorOf(element: Element | null): string | undefined {
  if (element === null || element === document.body) {
    return undefined;
  }
  if (element.id !== '') {
    return `#${CSS.escape(element.id)}`;
  }
  if (element instanceof HTMLInputElement) {
    // The type too: hidden inputs carry the same pair through the other form.
    const pair = `[name="${CSS.escape(element.name)}"][value="${CSS.escape(element.value)}"]`;
    return `input[type="${element.type}"]${pair}`;
  }
  return undefined;
}

function openFolds(root: ParentNode): string[] {
  const open = root.querySelectorAll<HTMLDetailsElement>('details[open]');
  return [...open].map((fold) => fold.className).filter((name) => name !== '');
}

function announce(text: string): void {
  const announcer = document.getElementById('announcer');
  if (announcer !== null) {
    announcer.textContent = text;
  }
}

function swap(current: HTMLElement, page: Document, setUp: SetUp): void {
  const fresh = page.querySelector<HTMLElement>('[data-live]');
  if (fresh === null) {
    throw new Error('The answer is not a search page');
  }
  const focused = current.contains(document.activeElement)
    ? selectorOf(document.activeElement)
    : undefined;
  const folds = openFolds(current);
  const adopted = document.adoptNode(fresh);
  for (const fold of adopted.querySelectorAll<HTMLDetailsElement>('details')) {
    fold.open = fold.open || folds.includes(fold.className);
  }
  current.replaceWith(adopted);
  document.title = page.title;
  setUp(adopted);
  if (focused !== undefined) {
    adopted.querySelector<HTMLElement>(focused)?.focus({ preventScroll: true });
  }
  announce(adopted.querySelector('h1')?.textContent ?? '');
}

async function load(address: string, setUp: SetUp, options: Options): Promise<void> {
  const current = liveElement();
  if (current === null) {
    location.assign(address);
    return;
  }
  running?.abort();
  const controller = new AbortController();
  running = controller;
  const busy = setTimeout(() => current.setAttribute('data-busy', ''), BUSY_AFTER_MS);
  try {
    const answer = await fetch(address, {
      headers: { Accept: 'text/html' },
      signal: controller.signal,
    });
    if (!answer.ok) {
      throw new Error(`HTTP ${answer.status}`);
    }
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    if (controller.signal.aborted) {
      return;
    }
    swap(current, page, setUp);
    shown = address;
    if (options.push) {
      history.pushState(null, '', address);
    }
    if (options.scroll) {
      document.getElementById('results')?.scrollIntoView({ block: 'start' });
    }
  } catch {
    if (!controller.signal.aborted) {
      location.assign(address);
    }
  } finally {
    clearTimeout(busy);
    current.removeAttribute('data-busy');
  }
}

function isPlainClick(event: MouseEvent): boolean {
  return (
    event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey
  );
}

function followInPlace(event: MouseEvent, setUp: SetUp): void {
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  if (link === null || !isPlainClick(event) || link.closest('[data-live]') === null) {
    return;
  }
  const target = new URL(link.href);
  if (target.origin !== location.origin || target.pathname !== location.pathname) {
    return;
  }
  if (target.search === location.search && target.hash !== '') {
    return; // a jump within the page
  }
  event.preventDefault();
  const inResults = link.closest('.pager') !== null;
  void load(target.pathname + target.search, setUp, { push: true, scroll: inResults });
}

export function setUpLivePage(setUp: SetUp): void {
  if (liveElement() === null) {
    return;
  }
  const filters: Options = { push: true, scroll: false };
  document.addEventListener('change', (event) => {
    const control = event.target;
    const form =
      control instanceof HTMLInputElement || control instanceof HTMLSelectElement
        ? control.form
        : null;
    if (form === null || form.closest('[data-live]') === null) {
      return;
    }
    // The search box waits for Enter or its button. A date changes with every digit of its year, so it waits too.
    if (control instanceof HTMLInputElement && ['search', 'date'].includes(control.type)) {
      return;
    }
    void load(formAddress(form), setUp, filters);
  });
  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (form instanceof HTMLFormElement && form.closest('[data-live]') !== null) {
      event.preventDefault();
      void load(formAddress(form), setUp, filters);
    }
  });
  document.addEventListener('click', (event) => followInPlace(event, setUp));
  shown = location.pathname + location.search;
  window.addEventListener('popstate', () => {
    const address = location.pathname + location.search;
    if (address !== shown) {
      void load(address, setUp, { push: false, scroll: false });
    }
  });
}
