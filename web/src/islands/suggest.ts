// SPDX-License-Identifier: Apache-2.0
// Suggestions under a search box: a combobox with list autocomplete (ARIA Authoring Practices). Names,
// places, people, catalogue numbers and years come from GET /api/v1/suggest/any; choosing one asks
// for its records. Its words are the server's.
import { isLost, tellFound, tellLost } from './lost';
import { Newest } from './newest';

interface Suggestion {
  readonly label: string;
  readonly parameter: string;
  readonly value: string;
  readonly text: string;
  readonly count: number;
}

const SHORTEST = 2;

let lists = 0;

function isSuggestion(item: unknown): item is Suggestion {
  const { label, parameter, value, text, count } = (item ?? {}) as Record<string, unknown>;
  return [label, parameter, value, text].every((part) => typeof part === 'string') && typeof count === 'number';
}

async function ask(prefix: string, signal: AbortSignal): Promise<Suggestion[]> {
  const query = new URLSearchParams({ prefix });
  const headers = { 'Accept-Language': document.documentElement.lang }; // of labels and texts
  const answer = await fetch(`/api/v1/suggest/any?${query}`, { headers, signal });
  if (!answer.ok) {
    return [];
  }
  const body: unknown = await answer.json();
  const values = ((body ?? {}) as Record<string, unknown>)['suggestions'];
  return Array.isArray(values) ? values.filter(isSuggestion) : [];
}

/** What stands in the box for it finds it as words, too: the value in the records' own language. */
function wordsOf(chosen: Suggestion): string {
  return chosen.value.replace(/^"(.*)"$/s, '$1');
}

/** The search of a suggestion: on a search page with its other filters, without its words. */
function addressOf(form: HTMLFormElement, chosen: Suggestion): string {
  const target = new URL(form.action);
  if (target.pathname === location.pathname) {
    target.search = location.search;
    target.searchParams.delete('q');
    target.searchParams.delete('offset');
  }
  target.searchParams.append(chosen.parameter, chosen.value);
  return target.pathname + target.search;
}

class Combobox {
  private readonly list: HTMLUListElement;
  private readonly status: HTMLParagraphElement;
  private found: readonly Suggestion[] = [];
  private chosen = -1;
  private typed = '';
  private readonly asks = new Newest();

  constructor(private readonly input: HTMLInputElement) {
    lists += 1;
    this.list = document.createElement('ul');
    this.list.id = `suggestions-${lists}`;
    this.list.className = 'suggestions';
    this.list.setAttribute('role', 'listbox');
    this.list.setAttribute('aria-label', input.dataset['suggest'] ?? '');
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
    input.addEventListener('input', () => this.type());
    input.addEventListener('keydown', (event) => this.key(event));
    input.addEventListener('blur', () => this.close());
    this.list.addEventListener('mousedown', (event) => this.press(event));
  }

  private type(): void {
    this.typed = this.input.value;
    if (this.typed.trim().length < SHORTEST) {
      this.close();
      return;
    }
    this.asks.run((signal) => this.refresh(signal));
  }

  private async refresh(signal: AbortSignal): Promise<void> {
    const asked = this.typed;
    try {
      const found = await ask(asked.trim(), signal);
      tellFound('suggest');
      const meant = !signal.aborted && asked === this.typed;
      if (meant && document.activeElement === this.input) {
        this.show(found);
      }
    } catch (trouble) {
      // Suggestions are a help, not a need: without an answer the box stays a box.
      if (isLost(trouble) && !signal.aborted) {
        tellLost('suggest', () => this.asks.run((newest) => this.refresh(newest)));
      }
    }
  }

  private show(found: readonly Suggestion[]): void {
    this.found = found;
    this.list.replaceChildren(
      ...found.map((suggestion, index) => {
        const item = document.createElement('li');
        item.id = `${this.list.id}-${index}`;
        item.setAttribute('role', 'option');
        item.setAttribute('aria-selected', 'false');
        const text = document.createElement('span');
        text.textContent = suggestion.text;
        const label = document.createElement('span');
        label.className = 'suggestion-label';
        label.textContent = suggestion.label;
        const count = document.createElement('span');
        count.className = 'count';
        count.textContent = suggestion.count.toLocaleString(document.documentElement.lang);
        item.append(text, label, count);
        return item;
      }),
    );
    this.chosen = -1;
    this.input.removeAttribute('aria-activedescendant');
    const open = found.length > 0;
    this.list.hidden = !open;
    this.input.setAttribute('aria-expanded', String(open));
    this.status.textContent = `${this.input.dataset['suggest'] ?? ''}: ${found.length}`;
  }

  private close(): void {
    this.asks.drop();
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
    const chosen = this.found[index];
    this.input.value = chosen === undefined ? '' : wordsOf(chosen);
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
        if (this.chosen >= 0) {
          this.follow(this.chosen);
          break;
        }
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
      this.follow([...this.list.children].indexOf(item));
    }
  }

  private follow(index: number): void {
    const chosen = this.found[index];
    const { form } = this.input;
    if (chosen !== undefined && form !== null) {
      location.assign(addressOf(form, chosen));
    }
  }
}

export function setUpSuggestions(root: ParentNode): void {
  for (const input of root.querySelectorAll<HTMLInputElement>('input[data-suggest]')) {
    new Combobox(input);
  }
}
