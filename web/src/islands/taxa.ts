// SPDX-License-Identifier: Apache-2.0
// The tree of taxa by keyboard (ARIA Authoring Practices, tree view): one stop of the tab key, arrows
// between the taxa, Enter follows the link. What is a link stays one for mouse and touch.

function follow(key: string, at: number, items: readonly HTMLAnchorElement[]): number {
  const level = (item: HTMLAnchorElement | undefined): number =>
    Number(item?.getAttribute('aria-level') ?? 0);
  switch (key) {
    case 'ArrowDown':
      return Math.min(at + 1, items.length - 1);
    case 'ArrowUp':
      return Math.max(at - 1, 0);
    case 'Home':
      return 0;
    case 'End':
      return items.length - 1;
    case 'ArrowLeft': {
      for (let above = at - 1; above >= 0; above -= 1) {
        if (level(items[above]) < level(items[at])) {
          return above;
        }
      }
      return at;
    }
    case 'ArrowRight':
      return level(items[at + 1]) > level(items[at]) ? at + 1 : at;
    default:
      return -1;
  }
}

function levelOf(link: HTMLElement, root: HTMLElement): number {
  let level = 0;
  for (let up = link.parentElement; up !== null && up !== root; up = up.parentElement) {
    level += up.tagName === 'UL' ? 1 : 0;
  }
  return level;
}

export function setUp(element: HTMLElement): void {
  const items = [...element.querySelectorAll<HTMLAnchorElement>('li > a')];
  const tree = element.querySelector<HTMLElement>('ul');
  if (items.length === 0 || tree === null) {
    return;
  }
  tree.setAttribute('role', 'tree');
  tree.setAttribute('aria-labelledby', element.getAttribute('aria-labelledby') ?? '');
  for (const list of tree.querySelectorAll('ul')) {
    list.setAttribute('role', 'group');
  }
  for (const row of tree.querySelectorAll('li, p')) {
    row.setAttribute('role', 'none');
  }
  const current = Math.max(
    items.findIndex((item) => item.hasAttribute('aria-current')),
    0,
  );
  items.forEach((item, index) => {
    const opened = item.closest('li')?.querySelector('ul') != null;
    item.setAttribute('role', 'treeitem');
    item.setAttribute('aria-level', String(levelOf(item, element)));
    if (opened) {
      item.setAttribute('aria-expanded', 'true');
    }
    item.tabIndex = index === current ? 0 : -1;
  });
  tree.addEventListener('keydown', (event) => {
    const at = items.findIndex((item) => item === event.target);
    if (at === -1 || event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    let next = follow(event.key, at, items);
    if (next === -1 && event.key.length === 1 && event.key !== ' ') {
      const order = [...items.slice(at + 1), ...items.slice(0, at + 1)];
      const found = order.find((item) =>
        (item.dataset['value'] ?? '').toLowerCase().startsWith(event.key.toLowerCase()),
      );
      next = found === undefined ? -1 : items.indexOf(found);
    }
    if (event.key === ' ') {
      event.preventDefault();
      items[at]?.click();
      return;
    }
    if (next === -1) {
      return;
    }
    event.preventDefault();
    items.forEach((item, index) => {
      item.tabIndex = index === next ? 0 : -1;
    });
    items[next]?.focus();
  });
}
