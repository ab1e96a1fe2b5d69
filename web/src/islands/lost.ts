// SPDX-License-Identifier: Apache-2.0
// A request that nothing answered: the page stays and says so, and asks again when the browser
// sees a network, when a button is pressed, and every few seconds, since a server may be back
// without the browser's notice.
import { showOffer } from './offer';

const AGAIN_MS = 5000;

/** What is asked again; each part of a page has one attempt, the newest. */
const attempts = new Map<string, () => void>();
let notice: HTMLElement | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;

function tryAgain(): void {
  clearTimeout(timer);
  const all = [...attempts.values()];
  attempts.clear();
  all.forEach((attempt) => attempt());
}

/** Nothing of this part is asked again until tellLost(). */
export function holdAttempt(part: string): void {
  attempts.delete(part);
}

/** Whether what fetch() threw says that nothing answered. */
export function isLost(trouble: unknown): boolean {
  return trouble instanceof TypeError;
}

/** Says that the connection is lost, once however often it is tried and however many parts wait. */
export function tellLost(part: string, attempt: () => void): void {
  attempts.set(part, attempt);
  clearTimeout(timer);
  timer = setTimeout(tryAgain, AGAIN_MS);
  if (notice === undefined) {
    const offer = showOffer('lost', 'lost', 'again');
    offer?.button.addEventListener('click', tryAgain);
    notice = offer?.box;
    addEventListener('online', tryAgain);
  }
}

/** An answer to this part came: the notice goes once none waits. */
export function tellFound(part: string): void {
  attempts.delete(part);
  if (attempts.size === 0) {
    clearTimeout(timer);
    removeEventListener('online', tryAgain);
    notice?.remove();
    notice = undefined;
  }
}
