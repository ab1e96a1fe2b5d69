// SPDX-License-Identifier: Apache-2.0
// After a filter was removed: a polite offer to take that back, for a while. The words stand at
// #announcer, which also tells what the page shows now. Without scripts there is the browser's way back.
import { showOffer } from './offer';

const OFFERED_MS = 8000;

let timer: ReturnType<typeof setTimeout> | undefined;

function withdraw(): void {
  clearTimeout(timer);
  document.querySelector('.undo')?.remove();
}

export function offerUndo(): void {
  withdraw();
  const address = location.href;
  const offer = showOffer('undo', 'removed', 'undo');
  if (offer === undefined) {
    return;
  }
  const { box, button } = offer;
  button.addEventListener('click', () => {
    withdraw();
    if (location.href === address) {
      history.back();
    }
  });
  const wait = (): void => {
    clearTimeout(timer);
    timer = setTimeout(withdraw, OFFERED_MS);
  };
  // Whoever has reached the button keeps it as long as they stay on it.
  box.addEventListener('focusin', () => clearTimeout(timer));
  box.addEventListener('mouseenter', () => clearTimeout(timer));
  box.addEventListener('focusout', wait);
  box.addEventListener('mouseleave', wait);
  addEventListener('popstate', withdraw, { once: true });
  wait();
}
