// SPDX-License-Identifier: Apache-2.0
// Where a table of millions of rows stands. Browsers scroll at most some tens of millions of pixels,
// so a longer table has a scroll bar that is shorter than it: small steps move it by real pixels,
// drags of the bar by its share. Pure. Must not know: the page.

export const TALLEST = 15_000_000; // pixels; Firefox ends at 17.8 million, Chromium at 33.5

export class Position {
  /** Pixels from the table's top to the window's, as if nothing were scaled. */
  at = 0;
  private last = 0;

  constructor(
    readonly rowHeight: number,
    readonly rows: number,
    private view: number,
  ) {}

  get whole(): number {
    return this.rows * this.rowHeight;
  }

  /** What the browser is told to scroll. */
  get scrolled(): number {
    return Math.max(Math.min(this.whole, TALLEST), this.view);
  }

  private get range(): number {
    return Math.max(this.whole - this.view, 0);
  }

  private get scrollRange(): number {
    return Math.max(this.scrolled - this.view, 0);
  }

  resize(view: number): void {
    this.view = view;
    this.at = Math.min(this.at, this.range);
  }

  /** The browser's scroll has moved to `top`. */
  scroll(top: number): void {
    const step = top - this.last;
    this.last = top;
    if (top <= 0 || top >= this.scrollRange) {
      this.at = top <= 0 ? 0 : this.range;
    } else if (this.whole <= TALLEST) {
      this.at = top;
    } else if (Math.abs(step) > this.view * 1.5) {
      this.at = (top / this.scrollRange) * this.range;
    } else {
      this.at = Math.max(0, Math.min(this.at + step, this.range));
    }
  }

  /** Where the browser's scroll belongs; to be set when nothing moves. */
  settle(): number {
    this.last = this.range === 0 ? 0 : Math.round((this.at / this.range) * this.scrollRange);
    return this.last;
  }

  /** The first row that is seen, at least in part. */
  get first(): number {
    return Math.floor(this.at / this.rowHeight);
  }

  /** How far its top is above the window's. */
  get over(): number {
    return this.at - this.first * this.rowHeight;
  }

  /** One behind the last row that is seen wholly. */
  get end(): number {
    return Math.min(Math.max(Math.floor((this.at + this.view + 0.5) / this.rowHeight), 1), this.rows);
  }

  /** Rows of a window. */
  get page(): number {
    return Math.max(1, Math.floor(this.view / this.rowHeight));
  }

  /** Brings a row into the window, by as little as it takes. */
  show(row: number): void {
    const top = row * this.rowHeight;
    const bottom = top + this.rowHeight - this.view;
    this.at = Math.max(0, Math.min(top < this.at ? top : Math.max(this.at, bottom), this.range));
  }
}
