// SPDX-License-Identifier: Apache-2.0
// Questions while someone types: the first goes out at once; while its answer is under way only the
// newest of the others waits, and takes its place when it takes long. So an answer is as quick as the
// server, and a quick hand never has more than one question on the way. Must not know: what is asked.

const PATIENCE_MS = 200;

type Act = (signal: AbortSignal) => Promise<void>;

export class Newest {
  private waiting: Act | undefined;
  private running: AbortController | undefined;

  /** Runs `act` now or when the one before has ended; of several that wait, the last alone. */
  run(act: Act): void {
    this.waiting = act;
    const { running } = this;
    if (running === undefined) {
      void this.runAll();
    } else {
      setTimeout(() => {
        if (this.waiting !== undefined) {
          running.abort();
        }
      }, PATIENCE_MS);
    }
  }

  /** Ends what is under way and forgets what waits. */
  drop(): void {
    this.waiting = undefined;
    this.running?.abort();
  }

  private async runAll(): Promise<void> {
    for (let act = this.waiting; act !== undefined; act = this.waiting) {
      this.waiting = undefined;
      this.running = new AbortController();
      await act(this.running.signal).catch(() => undefined); // who asks says what went wrong
    }
    this.running = undefined;
  }
}
