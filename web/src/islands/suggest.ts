// SPDX-License-Identifier: Apache-2.0
// Suggestions under a search box: a combobox with list autocomplete (ARIA Authoring Practices). The
// values come from GET /api/v1/suggest; choosing one sends the form.

interface Suggestion {
  readonly value: string;
  readonly count: number;
}

const WAIT_MS = 80;
const SHORTEST = 2;

let lists = 0;

function isSuggestion(item: unknown): item is Suggestion {
  const { value, count } = (item ?? {}) as Record<string, unknown>;
  return typeof value === 'string' && typeof count === 'number';
}

async function ask(field: string, prefix: string, signal: AbortSignal): Promise<Suggestion[]> {
  const query = new URLSearchParams({ field, prefix });
  const answer = await fetch(`/api/v1/suggest?${query}`, { signal });
  if (!answer.ok) {
    return [];
  }
  const body: unknown = await answer.json();
  const values = ((body ?? {}) as Record<string, unknown>)['values'];
  return Array.isArray(values) ? values.filter(isSuggestion).slice(0, 10) : [];
}

class Combobox {
  private readonly list: HTMLUListElement;
  private readonly status: HTMLParagraphElement;
  private chosen = -1;
  private typed = '';
  private timer: ReturnType<typeof setTimeout> | undefined;
  private request: AbortController | undefined;

  constructor(
    private readonly input: HTMLInputElement,
    private readonly field: string,
  ) {
    lists += 1;
    this.list = document.createElement('ul');
    this.list.id = `suggestions-${lists}`;
    this.list.className = 'suggestions';
    this.list.setAttribute('role', 'listbox');
    this.list.setAttribute('aria-label', 'Suggestions');
    this.list.hidden = true;
    this.status = document.createElement('p');
    this.status.className = 'hidden';
    this.status.setAttribute('role', 'status');
    input.setAttribute('role', 'combobox');
    input.setAttribute('aria-autocomplete', 'list');
    input.setAttribute('aria-expanded', 'false');
    input.setAttribute('aria-controls', this.list.id);
    input.parentElement?.classList.add('suggesting');
    input.parentElement?.append(this.list, this.status);
    input.addEventListener('input', () => this.wait());
    input.addEventListener('keydown', (event) => this.key(event));
    input.addEventListener('blur', () => this.close());
    this.list.addEventListener('mousedown', (event) => this.press(event));
  }

  private wait(): void {
    clearTimeout(this.timer);
    this.request?.abort();
    this.typed = this.input.value;
    if (this.typed.trim().length < SHORTEST) {
      this.close();
      return;
    }
    this.timer = setTimeout(() => void this.refresh(), WAIT_MS);
  }

  private async refresh(): Promise<void> {
    const controller = new AbortController();
    this.request = controller;
    try {
      const found = await ask(this.field, this.typed.trim(), controller.signal);
      if (!controller.signal.aborted && document.activeElement === this.input) {
        this.show(found);
      }
    } catch {
      // Suggestions are a help, not a need: without an answer the box stays a box.
    }
  }

  private show(found: readonly Suggestion[]): void {
    this.list.replaceChildren(
      ...found.map((suggestion, index) => {
        const item = document.createElement('li');
        item.id = `${this.list.id}-${index}`;
        item.setAttribute('role', 'option');
        item.setAttribute('aria-selected', 'false');
        item.dataset['value'] = suggestion.value;
        const text = document.createElement('span');
        text.textContent = suggestion.value;
        const count = document.createElement('span');
        count.className = 'count';
        count.textContent = suggestion.count.toLocaleString('en');
        item.append(text, count);
        return item;
      }),
    );
    this.chosen = -1;
    this.input.removeAttribute('aria-activedescendant');
    const open = found.length > 0;
    this.list.hidden = !open;
    this.input.setAttribute('aria-expanded', String(open));
    this.status.textContent = `${found.length} suggestion${found.length === 1 ? '' : 's'}`;
  }

  private close(): void {
    clearTimeout(this.timer);
    this.request?.abort();
    this.list.hidden = true;
    this.chosen = -1;
    this.input.setAttribute('aria-expanded', 'false');
    this.input.removeAttribute('aria-activedescendant');
  }

  private choose(index: number): void {
    const items = [...this.list.children] as HTMLElement[];
    this.chosen = index;
    items.forEach((item, at) => item.setAttribute('aria-selected', String(at === index)));
    const item = items[index];
    if (item === undefined) {
      this.input.removeAttribute('aria-activedescendant');
      this.input.value = this.typed;
      return;
    }
    this.input.setAttribute('aria-activedescendant', item.id);
    this.input.value = item.dataset['value'] ?? '';
    item.scrollIntoView({ block: 'nearest' });
  }

  private key(event: KeyboardEvent): void {
    if (this.list.hidden) {
      return;
    }
    const count = this.list.children.length;
    switch (event.key) {
      case 'ArrowDown':
        this.choose(this.chosen + 1 >= count ? -1 : this.chosen + 1);
        break;
      case 'ArrowUp':
        this.choose(this.chosen < 0 ? count - 1 : this.chosen - 1);
        break;
      case 'Escape':
        this.choose(-1);
        this.close();
        break;
      case 'Enter':
        this.close();
        return; // the form is sent with what stands in the box
      default:
        return;
    }
    event.preventDefault();
  }

  private press(event: MouseEvent): void {
    event.preventDefault(); // keeps the focus in the box
    const item = event.target instanceof Element ? event.target.closest('li') : null;
    if (item !== null) {
      this.input.value = item.dataset['value'] ?? '';
      this.close();
      this.input.form?.requestSubmit();
    }
  }
}

export function setUpSuggestions(root: ParentNode): void {
  for (const input of root.querySelectorAll<HTMLInputElement>('input[data-suggest]')) {
    const field = input.dataset['suggest'];
    if (field !== undefined && field !== '') {
      new Combobox(input, field);
    }
  }
}
