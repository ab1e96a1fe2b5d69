// SPDX-License-Identifier: Apache-2.0
// What keys mean on the grid (ARIA Authoring Practices). Must not know: what is done then.

export interface Sizes {
  readonly rows: number;
  readonly columns: number;
  readonly page: number; // rows in sight
}

/** The row and cell that a key leads to; they may lie outside. */
export function moveOf(
  event: KeyboardEvent,
  row: number,
  cell: number,
  sizes: Sizes,
): readonly [number, number] | undefined {
  const far = event.ctrlKey || event.metaKey;
  const moves: Readonly<Record<string, readonly [number, number]>> = {
    ArrowUp: [row - 1, cell],
    ArrowDown: [row + 1, cell],
    ArrowLeft: [row, cell - 1],
    ArrowRight: [row, cell + 1],
    PageUp: [row - sizes.page, cell],
    PageDown: [row + sizes.page, cell],
    Home: far ? [0, 0] : [row, 0],
    End: far ? [sizes.rows - 1, sizes.columns - 1] : [row, sizes.columns - 1],
  };
  return event.altKey ? undefined : moves[event.key];
}

export type Command = 'copy' | 'copy row' | 'open' | 'menu' | 'filter' | 'exclude';

export function commandOf(event: KeyboardEvent): Command | undefined {
  const far = event.ctrlKey || event.metaKey;
  if (far && event.key.toLowerCase() === 'c') {
    return event.shiftKey ? 'copy row' : 'copy';
  }
  if (event.key === 'Enter') {
    return 'open';
  }
  if (event.key === 'ContextMenu' || (event.shiftKey && event.key === 'F10')) {
    return 'menu';
  }
  if (!far && !event.altKey && event.key.toLowerCase() === 'f') {
    return event.key === 'F' ? 'exclude' : 'filter';
  }
  return undefined;
}
