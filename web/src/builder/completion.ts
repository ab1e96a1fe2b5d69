// SPDX-License-Identifier: Apache-2.0
// What the builder's inputs complete to: names of fields and values of a field, of the records that
// the form searches.
import type { Json } from './tree';

/** Options that an input completes to, asked for while it is typed in. */
export class Completion {
  private static lists = 0;
  private readonly list = document.createElement('datalist');
  private timer: ReturnType<typeof setTimeout> | undefined;
  private request: AbortController | undefined;

  constructor(
    private readonly input: HTMLInputElement,
    private readonly ask: (text: string, signal: AbortSignal) => Promise<string[]>,
  ) {
    Completion.lists += 1;
    this.list.id = `completion-${Completion.lists}`;
    input.setAttribute('list', this.list.id);
    input.after(this.list);
    input.addEventListener('input', () => this.soon());
    input.addEventListener('focus', () => this.soon());
  }

  private soon(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.refresh(), 120);
  }

  private async refresh(): Promise<void> {
    this.request?.abort();
    const controller = new AbortController();
    this.request = controller;
    try {
      const found = await this.ask(this.input.value, controller.signal);
      if (!controller.signal.aborted) {
        this.list.replaceChildren(
          ...found.map((text) => {
            const option = document.createElement('option');
            option.value = text;
            return option;
          }),
        );
      }
    } catch {
      // A help, not a need.
    }
  }
}

/** Asks the server; `named` gives what the form narrows to. */
export class Known {
  constructor(private readonly named: (name: string) => readonly string[]) {}

  private async ask(path: string, parameters: URLSearchParams, signal: AbortSignal): Promise<Json> {
    for (const name of ['dataset', 'table', 'kind', 'version']) {
      for (const value of this.named(name)) {
        parameters.append(name, value);
      }
    }
    const answer = await fetch(`${path}?${parameters}`, { signal });
    return answer.ok ? (((await answer.json()) ?? {}) as Json) : {};
  }

  /** Names of fields, behind those that the text has already. */
  async fields(text: string, signal: AbortSignal): Promise<string[]> {
    const cut = text.lastIndexOf('|') + 1;
    const parameters = new URLSearchParams({ text: text.slice(cut).trim(), limit: '20' });
    const answer = await this.ask('/api/v1/fields', parameters, signal);
    const fields = Array.isArray(answer['fields']) ? answer['fields'] : [];
    return fields.map(
      (field: unknown) => text.slice(0, cut) + String(((field ?? {}) as Json)['name'] ?? ''),
    );
  }

  /** Of a field, that start so. */
  async values(field: string, prefix: string, signal: AbortSignal): Promise<string[]> {
    const parameters = new URLSearchParams({ field, prefix: prefix.trim(), limit: '20' });
    const answer = await this.ask('/api/v1/suggest', parameters, signal);
    const values = Array.isArray(answer['values']) ? answer['values'] : [];
    return values.map((value: unknown) => String(((value ?? {}) as Json)['value'] ?? ''));
  }
}
