// SPDX-License-Identifier: Apache-2.0
// Which columns the table shows, and in which order: a dialog with a box and two buttons for each
// field. Must not know: the grid.

interface Field {
  readonly name: string;
  readonly records: number;
}

function isField(item: unknown): item is Field {
  const { name, records } = (item ?? {}) as Record<string, unknown>;
  return typeof name === 'string' && typeof records === 'number' && records > 0;
}

async function fieldsOf(address: string): Promise<string[]> {
  try {
    const body = (await (await fetch(address)).json()) as Record<string, unknown> | null;
    const fields = body?.['fields'];
    return Array.isArray(fields) ? fields.filter(isField).map((field) => field.name) : [];
  } catch {
    return [];
  }
}

function button(sign: string, label: string, action: () => void): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.textContent = sign;
  made.setAttribute('aria-label', label);
  made.addEventListener('click', action);
  return made;
}

function addItem(list: HTMLElement, name: string, shown: boolean, words: DOMStringMap): void {
  const item = document.createElement('li');
  const label = document.createElement('label');
  const box = document.createElement('input');
  box.type = 'checkbox';
  box.value = name;
  box.checked = shown;
  label.append(box, ' ', name);
  const move = (made: HTMLButtonElement, step: () => void): void => {
    step();
    made.focus();
  };
  const up = button('↑', `${words['up'] ?? ''}: ${name}`, () =>
    move(up, () => item.previousElementSibling?.before(item)),
  );
  const down = button('↓', `${words['down'] ?? ''}: ${name}`, () =>
    move(down, () => item.nextElementSibling?.after(item)),
  );
  item.append(label, up, down);
  list.append(item);
}

/** Asks for columns; `chosen` gets at least one. */
export async function openColumns(
  place: HTMLElement,
  shown: readonly string[],
  chosen: (fields: readonly string[]) => void,
): Promise<void> {
  const words = place.dataset;
  const dialog = document.createElement('dialog');
  const heading = document.createElement('h2');
  const list = document.createElement('ul');
  const foot = document.createElement('p');
  dialog.className = 'column-choice';
  dialog.setAttribute('aria-labelledby', 'column-choice-title');
  heading.id = 'column-choice-title';
  heading.textContent = words['columns'] ?? '';
  list.tabIndex = 0;
  list.setAttribute('aria-label', heading.textContent);
  list.addEventListener('change', (event) => event.stopPropagation()); // no filter of the search
  shown.forEach((name) => addItem(list, name, true, words));
  const apply = button(words['apply'] ?? '', words['apply'] ?? '', () => {
    const boxes = [...list.querySelectorAll<HTMLInputElement>('input:checked')];
    dialog.close();
    if (boxes.length > 0) {
      chosen(boxes.map((box) => box.value));
    }
  });
  apply.className = 'primary';
  foot.append(apply, ' ', button(words['close'] ?? '', words['close'] ?? '', () => dialog.close()));
  dialog.append(heading, list, foot);
  dialog.addEventListener('close', () => dialog.remove());
  place.append(dialog);
  dialog.showModal();
  for (const name of await fieldsOf(words['fields'] ?? '')) {
    if (!shown.includes(name)) {
      addItem(list, name, false, words);
    }
  }
}
