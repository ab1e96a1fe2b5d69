// SPDX-License-Identifier: Apache-2.0
// Larger parts, fetched when a page has a place for them: <div data-island="map">. Each is a module
// that exports setUp(element) and says data-ready when it stands. Without it the server's own
// drawing stays.

interface Island {
  setUp(element: HTMLElement): void | Promise<void>;
}

const islands: Readonly<Record<string, () => Promise<Island>>> = {
  builder: () => import('./builder'),
  'chart-file': () => import('./chart_file'),
  facet: () => import('./facet'),
  range: () => import('./range'),
  taxa: () => import('./taxa'),
  cite: () => import('./cite'),
  console: () => import('./console'),
  map: () => import('./map'),
  grid: () => import('./grid'),
  lightbox: () => import('./lightbox'),
  model: () => import('./model'),
  profile: () => import('./profile'),
  timeline: () => import('./timeline'),
};

/** Those that a page has loaded start at once in the next, before it is laid out. */
const loaded = new Map<string, Island>();

async function begin(element: HTMLElement, island: Island): Promise<void> {
  if (element.isConnected) {
    await island.setUp(element);
    element.setAttribute('data-ready', '');
  }
}

async function loadAndBegin(
  element: HTMLElement,
  name: string,
  load: () => Promise<Island>,
): Promise<void> {
  const island = await load();
  loaded.set(name, island);
  await begin(element, island);
}

export function setUpIslands(root: ParentNode): void {
  for (const element of root.querySelectorAll<HTMLElement>('[data-island]')) {
    const name = element.dataset['island'] ?? '';
    const [island, load] = [loaded.get(name), islands[name]];
    if (island !== undefined) {
      void begin(element, island);
    } else if (load !== undefined) {
      void loadAndBegin(element, name, load);
    }
  }
}
