// SPDX-License-Identifier: Apache-2.0
// Reads the citation of a search when its part is opened, in the place of the link to it: counting
// the datasets of a large search takes a moment that others need not wait.

export function setUp(element: HTMLElement): void {
  const link = element.querySelector<HTMLAnchorElement>('.sentence a');
  let asked = false;
  element.addEventListener('toggle', async () => {
    if (asked || link === null || !(element instanceof HTMLDetailsElement) || !element.open) {
      return;
    }
    asked = true;
    try {
      const answer = await fetch(link.href);
      if (!answer.ok) {
        throw new Error(answer.statusText);
      }
      link.replaceWith(await answer.text());
    } catch {
      asked = false; // the link stays
    }
  });
}
