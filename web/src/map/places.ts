// SPDX-License-Identifier: Apache-2.0
// Records of a place: the pointer tells where there are some, and a click lists them beside the map.
// Must not know: how the map got there.
import type { Map as Engine, MapMouseEvent } from 'maplibre-gl';
import { pageWithin, recordsWithin, tableWithin } from './address';
import type { Box } from './cells';
import { boxAt, boxOfMiddle, isAnythingAt } from './found';
import { SideList } from './side';
import type { Mode } from './style';
import type { Words } from './words';

interface Around {
  element(): HTMLElement; // the page's part that the map is in
  mode(): Mode;
  isDrawing(): boolean;
}

function sideList(part: HTMLElement, say: Words, closed: () => void): SideList {
  const words = {
    here: say('here'),
    all: say('all'),
    use: say('use'),
    close: say('close'),
    loading: say('loading'),
    failed: say('failed'),
    untitled: say('untitled'),
  };
  return new SideList(part, words, closed);
}

export class Places {
  private readonly side: SideList;
  private pointing = 0; // the frame that will look under the pointer

  constructor(
    private readonly map: Engine,
    private readonly sidePart: HTMLElement,
    say: Words,
    private readonly around: Around,
  ) {
    this.side = sideList(sidePart, say, () => map.getCanvas().focus({ preventScroll: true }));
    map.on('click', (event) => this.click(event));
    map.on('mousemove', (event) => this.point(event));
  }

  close(): void {
    this.side.close();
  }

  /** As long as the next page does not ask for it. */
  hide(): void {
    this.sidePart.hidden = true;
  }

  remove(): void {
    cancelAnimationFrame(this.pointing);
  }

  openMiddle(): void {
    this.open(boxOfMiddle(this.map));
  }

  private open(box: Box): void {
    const request = {
      records: recordsWithin(this.around.element().dataset['records'] ?? '', box),
      table: tableWithin(box),
      filter: pageWithin(box),
    };
    void this.side.show(request, true);
  }

  /** Looking for what lies under the pointer is dear: once a frame, and not while the map is moved. */
  private point(event: MapMouseEvent): void {
    const { map, around } = this;
    const held = event.originalEvent.buttons !== 0 || map.isMoving();
    if (held || this.pointing !== 0 || around.isDrawing() || around.mode() === 'heat') {
      return;
    }
    this.pointing = requestAnimationFrame(() => {
      this.pointing = 0;
      if (around.element().isConnected && !map.isMoving()) {
        map.getCanvas().style.cursor = isAnythingAt(map, around.mode(), event) ? 'pointer' : '';
      }
    });
  }

  private click(event: MapMouseEvent): void {
    const mode = this.around.mode();
    if (!this.around.isDrawing() && (mode === 'heat' || isAnythingAt(this.map, mode, event))) {
      this.open(boxAt(this.map, mode, event));
    }
  }
}
