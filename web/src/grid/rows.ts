// SPDX-License-Identifier: Apache-2.0
// Rows of a search, fetched in windows by their place and kept for a while; what is no longer looked
// at is given up. Must not know: how rows look.

export interface Row {
  readonly dataset: string;
  readonly table: string;
  readonly key: string;
  readonly data: unknown;
}

const WINDOW = 100;
const KEPT = 60; // windows
const AHEAD = 1; // windows on either side of those in sight
const WAIT_MS = 60; // while one scrolls fast

function isRow(item: unknown): item is Row {
  const { dataset, table, key } = (item ?? {}) as Record<string, unknown>;
  return typeof dataset === 'string' && typeof table === 'string' && typeof key === 'string';
}

export class Rows {
  private readonly windows = new Map<number, readonly Row[]>();
  private readonly running = new Map<number, AbortController>();
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** `address` has all but offset and limit; `changed` is called when rows came, or with why not. */
  constructor(
    private readonly address: string,
    private readonly changed: (trouble?: unknown) => void,
  ) {}

  get(row: number): Row | undefined {
    return this.windows.get(Math.floor(row / WINDOW))?.[row % WINDOW];
  }

  /** Asks for what is needed to show the rows from `first` to `last` of `total`, then for those beside. */
  want(first: number, last: number, total: number): void {
    const from = Math.floor(first / WINDOW);
    const to = Math.floor(last / WINDOW);
    for (const [index, controller] of this.running) {
      if (index < from - AHEAD || index > to + AHEAD) {
        controller.abort();
        this.running.delete(index);
      }
    }
    const missing: number[] = [];
    const ask = (index: number): void => {
      const there = index >= 0 && index * WINDOW < total;
      if (there && !this.windows.has(index) && !this.running.has(index)) {
        missing.push(index);
      }
    };
    for (let index = from; index <= to; index += 1) {
      ask(index);
    }
    if (missing.length === 0) {
      for (let step = 1; step <= AHEAD; step += 1) {
        ask(to + step);
        ask(from - step);
      }
    }
    clearTimeout(this.timer);
    const near = this.windows.has(from) || this.windows.has(to) || this.windows.size === 0;
    const fetchAll = (): void => missing.forEach((index) => void this.fetch(index));
    if (near) {
      fetchAll();
    } else if (missing.length > 0) {
      this.timer = setTimeout(fetchAll, WAIT_MS);
    }
  }

  stop(): void {
    clearTimeout(this.timer);
    this.running.forEach((controller) => controller.abort());
    this.running.clear();
  }

  private async fetch(index: number): Promise<void> {
    const controller = new AbortController();
    this.running.set(index, controller);
    try {
      const answer = await fetch(`${this.address}&limit=${WINDOW}&offset=${index * WINDOW}`, {
        signal: controller.signal,
      });
      if (!answer.ok) {
        throw new Error(`HTTP ${answer.status}`);
      }
      const body = ((await answer.json()) ?? {}) as Record<string, unknown>;
      const records = body['records'];
      this.keep(index, Array.isArray(records) ? records.filter(isRow) : []);
      this.changed();
    } catch (trouble) {
      if (!controller.signal.aborted) {
        this.changed(trouble);
      }
    } finally {
      if (this.running.get(index) === controller) {
        this.running.delete(index);
      }
    }
  }

  private keep(index: number, rows: readonly Row[]): void {
    this.windows.delete(index);
    this.windows.set(index, rows);
    const [oldest] = this.windows.keys();
    if (this.windows.size > KEPT && oldest !== undefined) {
      this.windows.delete(oldest);
    }
  }
}
