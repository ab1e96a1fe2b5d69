// SPDX-License-Identifier: Apache-2.0
// Offers to turn a 3D model where its picture stands. What does it, with the library that draws,
// is fetched when the reader says so; a model may be large.
import type { Format } from '../model/read';

export function setUp(element: HTMLElement): void {
  const say = (name: string): string => element.dataset[name] ?? '';
  const frame = element.querySelector('.model-frame');
  const status = element.querySelector('[role="status"]');
  if (frame === null || status === null) {
    return;
  }
  const tell = (words: string): void => {
    status.textContent = words;
  };
  const start = document.createElement('button');
  start.type = 'button';
  start.className = 'model-start';
  start.textContent = say('start');
  start.addEventListener('click', async () => {
    start.disabled = true;
    tell(say('loading').replace('{}', '0'));
    try {
      const { showModel } = await import('../model/viewer');
      await showModel(element, say('format') as Format, say, tell);
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      tell(say('failed').replace('{}', why));
      start.disabled = false;
    }
  });
  frame.append(start);
}
