// SPDX-License-Identifier: Apache-2.0
// What the map's script says: the page gives its texts, in the reader's language, as data-say-NAME.

export type Words = (name: string) => string;

export function wordsOf(element: HTMLElement): Words {
  return (name) => {
    const key = name.replace(/(?:^|-)(.)/g, (_, letter: string) => letter.toUpperCase());
    return element.dataset[`say${key}`] ?? '';
  };
}
