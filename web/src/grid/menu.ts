// SPDX-License-Identifier: Apache-2.0
// What can be done with a cell: a menu beside it (ARIA Authoring Practices). Must not know: the grid.

export interface MenuItem {
  readonly label: string;
  readonly key: string; // that does the same without the menu
  readonly action: () => void;
}

export function openMenu(
  place: HTMLElement,
  cell: HTMLElement,
  closed: () => void,
  items: readonly MenuItem[],
): void {
  place.querySelector('.grid-menu')?.remove();
  const menu = document.createElement('div');
  menu.className = 'grid-menu';
  menu.setAttribute('role', 'menu');
  menu.setAttribute('aria-label', cell.textContent?.slice(0, 100) || '…');
  const close = (): void => {
    menu.remove();
    closed();
  };
  const buttons = items.map(({ label, key, action }) => {
    const button = document.createElement('button');
    const hint = document.createElement('kbd');
    button.type = 'button';
    button.tabIndex = -1;
    button.setAttribute('role', 'menuitem');
    hint.textContent = key;
    button.append(label, ' ', hint);
    button.addEventListener('click', () => {
      close();
      action();
    });
    return button;
  });
  menu.append(...buttons);
  menu.addEventListener('keydown', (event) => {
    const here = buttons.findIndex((button) => button === document.activeElement);
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: here + 1,
      ArrowUp: here - 1 + buttons.length,
      Home: 0,
      End: buttons.length - 1,
    };
    const next = steps[event.key];
    if (next !== undefined) {
      buttons[next % buttons.length]?.focus();
    } else if (event.key === 'Escape' || event.key === 'Tab') {
      close();
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  });
  menu.addEventListener('focusout', (event) => {
    if (event.relatedTarget instanceof Node && !menu.contains(event.relatedTarget)) {
      menu.remove();
    }
  });
  place.append(menu);
  const box = cell.getBoundingClientRect();
  const size = menu.getBoundingClientRect();
  menu.style.left = `${Math.max(4, Math.min(box.left, innerWidth - size.width - 4))}px`;
  menu.style.top = `${Math.max(4, Math.min(box.bottom, innerHeight - size.height - 4))}px`;
  buttons[0]?.focus();
}
