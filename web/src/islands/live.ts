// SPDX-License-Identifier: Apache-2.0
// Search pages in place: a changed filter, a sort or page link fetches the server's own page for the
// new address and swaps the part marked data-live. The newest request wins, older ones are aborted.
// Where nothing answers the page waits for the connection; where anything else goes wrong the
// browser follows the address as it would have without scripts.
import { joinRanges, printAddress, type Pair } from './address';
import { holdAttempt, tellFound, tellLost } from './lost';
import { keepStyles, prepareStyles } from './styles';
import { offerUndo } from './undo';

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

/** Where a form leads, by its button if that says so. */
function formTarget(form: HTMLFormElement, button?: HTMLElement | null): URL {
  return new URL(button?.getAttribute('formaction') ?? form.action, location.href);
}

function formAddress(form: HTMLFormElement, target = formTarget(form)): string {
  const pairs: Pair[] = [];
  for (const [name, value] of new FormData(form)) {
    if (typeof value === 'string') {
      pairs.push([name, value]);
    }
  }
  return printAddress(target.pathname, joinRanges(pairs));
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

/** Shows what came. Nothing here may ask for sizes before all stands: the page is laid out once. */
function swap(current: HTMLElement, fresh: HTMLElement, title: string, setUp: SetUp): void {
  const focused = current.contains(document.activeElement)
    ? selectorOf(document.activeElement)
    : undefined;
  const folds = openFolds(current);
  const adopted = document.adoptNode(fresh);
  for (const fold of adopted.querySelectorAll<HTMLDetailsElement>('details')) {
    fold.open = fold.open || folds.includes(fold.className);
  }
  current.replaceWith(adopted);
  document.title = title;
  setUp(adopted);
  if (focused !== undefined) {
    adopted.querySelector<HTMLElement>(focused)?.focus({ preventScroll: true });
  }
  announce(adopted.querySelector('h1')?.textContent ?? '');
}

class NoAnswer extends Error {}

/** What is answered, and the address that the server led to. */
async function ask(address: string, type: string, signal: AbortSignal): Promise<[string, URL]> {
  const noAnswer = (): never => {
    throw new NoAnswer();
  };
  const answer = await fetch(address, { headers: { Accept: type }, signal }).catch(noAnswer);
  if (!answer.ok) {
    throw new Error(`HTTP ${answer.status}`);
  }
  return [await answer.text().catch(noAnswer), new URL(answer.url)];
}

/** Where an address leads: one of another page is asked for that alone, so that a record comes once. */
async function findTarget(address: string, signal: AbortSignal): Promise<URL> {
  const target = new URL(address, location.href);
  if (target.pathname === location.pathname) {
    return target;
  }
  const [led] = await ask(address, 'text/plain', signal);
  return new URL(led, location.origin);
}

async function load(address: string, setUp: SetUp, options: Options): Promise<void> {
  const current = liveElement();
  if (current === null) {
    location.assign(address);
    return;
  }
  running?.abort();
  holdAttempt('page');
  const controller = new AbortController();
  running = controller;
  current.setAttribute('aria-busy', 'true');
  const busy = setTimeout(() => current.setAttribute('data-busy', ''), BUSY_AFTER_MS);
  try {
    const target = await findTarget(address, controller.signal);
    if (target.pathname !== location.pathname) {
      location.assign(target); // to a record
      return;
    }
    const [[text, led]] = await Promise.all([
      ask(target.href, 'text/html', controller.signal),
      keepStyles(current),
    ]);
    tellFound('page');
    const page = new DOMParser().parseFromString(text, 'text/html');
    const fresh = page.querySelector<HTMLElement>('[data-live]');
    if (fresh === null) {
      throw new Error('The answer is not a search page');
    }
    const wakeStyles = await prepareStyles(fresh);
    if (controller.signal.aborted) {
      return;
    }
    shown = led.pathname + led.search;
    if (options.push) {
      history.pushState(null, '', shown); // islands read the address as they start
    }
    wakeStyles();
    swap(current, fresh, page.title, setUp);
    if (options.scroll) {
      document.getElementById('results')?.scrollIntoView({ block: 'start' });
    }
  } catch (trouble) {
    if (controller.signal.aborted) {
      return;
    }
    if (trouble instanceof NoAnswer) {
      tellLost('page', () => void load(address, setUp, options));
    } else {
      location.assign(address);
    }
  } finally {
    clearTimeout(busy);
    if (running === controller) {
      current.removeAttribute('data-busy');
      current.removeAttribute('aria-busy');
    }
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
  // An <a> of a drawing has an object in place of the text.
  const target = new URL(link.getAttribute('href') ?? '', location.href);
  if (target.origin !== location.origin || target.pathname !== location.pathname) {
    return;
  }
  if (target.search === location.search && target.hash !== '') {
    return; // a jump within the page
  }
  event.preventDefault();
  const inResults = link.closest('.pager') !== null;
  const removes = link.hasAttribute('data-removes');
  void load(target.pathname + target.search, setUp, { push: true, scroll: inResults }).then(() => {
    if (removes && location.search === target.search) {
      offerUndo();
    }
  });
}

/** When the browser has nothing else to do. */
function whenIdle(act: () => void): void {
  if ('requestIdleCallback' in window) {
    requestIdleCallback(act, { timeout: 2000 });
  } else {
    setTimeout(act, 200);
  }
}

/** Other forms within the page lead elsewhere: to a download, or to what a POST makes. */
function asksForThisPage(form: HTMLFormElement): boolean {
  return (
    form.closest('[data-live]') !== null &&
    form.method === 'get' &&
    new URL(form.action, location.href).pathname === location.pathname
  );
}

export function setUpLivePage(setUp: SetUp): void {
  const live = liveElement();
  if (live === null) {
    return;
  }
  window.addEventListener('load', () => whenIdle(() => void keepStyles(live)));
  const filters: Options = { push: true, scroll: false };
  document.addEventListener('change', (event) => {
    const control = event.target;
    const form =
      control instanceof HTMLInputElement || control instanceof HTMLSelectElement
        ? control.form
        : null;
    if (form === null || !asksForThisPage(form)) {
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
    if (form instanceof HTMLFormElement && asksForThisPage(form)) {
      event.preventDefault();
      void load(formAddress(form, formTarget(form, event.submitter)), setUp, filters);
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
