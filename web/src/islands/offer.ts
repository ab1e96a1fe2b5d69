// SPDX-License-Identifier: Apache-2.0
// An offer at the foot of the screen: a sentence and a button. The words stand at #announcer.

export interface Offer {
  readonly box: HTMLElement;
  readonly button: HTMLButtonElement;
}

/** Shows it; undefined where the page has no such words. */
export function showOffer(kind: string, sentence: string, deed: string): Offer | undefined {
  const words = document.getElementById('announcer')?.dataset;
  if (words?.[deed] === undefined) {
    return undefined;
  }
  const box = document.createElement('div');
  box.className = `offer ${kind}`;
  box.setAttribute('role', 'status');
  const text = document.createElement('span');
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = words[deed];
  box.append(text, button);
  document.body.append(box);
  text.textContent = words[sentence] ?? ''; // as a change of what is there already, to be read out
  return { box, button };
}
