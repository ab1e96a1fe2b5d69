// SPDX-License-Identifier: Apache-2.0
// The map's buttons. Must not know: what they do.

export function button(text: string, act: () => void, name = ''): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = 'quiet';
  made.textContent = text;
  if (name !== '') {
    made.setAttribute('aria-label', name);
    made.title = name;
  }
  made.addEventListener('click', act);
  return made;
}

/** A ring with a cross through it: what is in the middle. */
export function middleSign(): SVGElement {
  const namespace = 'http://www.w3.org/2000/svg';
  const sign = document.createElementNS(namespace, 'svg');
  const path = document.createElementNS(namespace, 'path');
  sign.setAttribute('viewBox', '0 0 20 20');
  sign.setAttribute('aria-hidden', 'true');
  path.setAttribute('d', 'M10 1v6M10 13v6M1 10h6M13 10h6M10 5a5 5 0 1 0 0 10a5 5 0 1 0 0 -10');
  sign.append(path);
  return sign;
}
