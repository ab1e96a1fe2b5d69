// SPDX-License-Identifier: Apache-2.0
// The builder's words, from the server's list, and elements with a text.

export type Words = (key: string) => string;

export function readWords(form: HTMLElement): Words {
  const texts = new Map<string, string>();
  for (const item of form.querySelectorAll<HTMLElement>('[data-word]')) {
    texts.set(item.dataset['word'] ?? '', item.textContent ?? '');
  }
  return (key) => texts.get(key) ?? key;
}

export function fill(text: string, ...gaps: readonly (string | number)[]): string {
  let at = 0;
  return text.replace(/\{\}/g, () => {
    const gap = gaps[at] ?? '';
    at += 1;
    return typeof gap === 'number' ? gap.toLocaleString(document.documentElement.lang) : gap;
  });
}

export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  className = '',
  text = '',
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  made.className = className;
  made.textContent = text;
  return made;
}
