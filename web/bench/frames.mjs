// SPDX-License-Identifier: Apache-2.0
// Frames on screen while the continuous table scrolls and the map pans, counted in the browser's own
// trace: frames presented, those of them that were whole (all that had changed was in them), and
// what kept the page's thread for long.
import { openPage } from '../e2e/fixtures.mjs';

const CATEGORIES = ['benchmark', 'cc', 'toplevel', 'blink.user_timing', 'devtools.timeline'];
const SECONDS = 3;
const SPEED = 2400; // pixels a second, a brisk turn of the wheel
const LONG_MS = 50;

const idOf = (event) => `${event.pid} ${event.id2?.local ?? event.id}`;

/**
 * When frames came onto the screen, by what became of them. The browser reports one frame twice when
 * the page's part came later than the rest: both are one where they came at one moment.
 */
function framesOf(events, pid) {
  const begun = new Map(); // reports by id, which is used again once one has ended
  const ended = [];
  const reports = events.filter((event) => event.name === 'PipelineReporter' && event.pid === pid);
  for (const event of reports.sort((a, b) => a.ts - b.ts)) {
    if (event.ph === 'b') {
      const { args } = event;
      begun.set(idOf(event), (args?.chrome_frame_reporter ?? args?.frame_reporter)?.state);
    } else if (event.ph === 'e') {
      ended.push({ state: begun.get(idOf(event)), ts: event.ts });
    }
  }
  const at = (...states) =>
    new Set(ended.filter(({ state }) => states.includes(state)).map(({ ts }) => ts));
  return {
    presented: at('STATE_PRESENTED_ALL', 'STATE_PRESENTED_PARTIAL'),
    whole: at('STATE_PRESENTED_ALL'),
    dropped: at('STATE_DROPPED'),
  };
}

/** What the trace says of the time between the marks bench-start and bench-end. */
export function readTrace(events) {
  const mark = (name) => events.find((event) => event.name === name);
  const [start, end] = [mark('bench-start'), mark('bench-end')];
  const within = (event) => event.ts >= start.ts && event.ts <= end.ts;
  const seconds = (end.ts - start.ts) / 1e6;
  const frames = framesOf(events, start.pid);
  const count = (moments) => [...moments].filter((ts) => within({ ts })).length;
  const tasks = events
    .filter((event) => event.tid === start.tid && event.pid === start.pid && event.ph === 'X')
    .filter((event) => /RunTask$/.test(event.name) && within(event))
    .map((event) => event.dur / 1000);
  return {
    seconds,
    presented: count(frames.presented) / seconds,
    whole: count(frames.whole) / seconds,
    dropped: count(frames.dropped),
    long: tasks.filter((task) => task > LONG_MS).length,
    longest: Math.max(0, ...tasks),
    busy: tasks.reduce((sum, task) => sum + task, 0) / (seconds * 10), // per cent
  };
}

/** Traces the page while `move` goes on. */
async function trace(browser, page, move) {
  await browser.startTracing(page, { categories: CATEGORIES });
  await page.evaluate(() => performance.mark('bench-start'));
  const more = await move();
  await page.evaluate(() => performance.mark('bench-end'));
  const { traceEvents } = JSON.parse(String(await browser.stopTracing()));
  return { ...readTrace(traceEvents), ...more };
}

/** Counts the frames in which a row in sight had no text yet. */
const watchRows = (page) =>
  page.evaluate(() => {
    window.rowsSeen = { frames: 0, waiting: 0 };
    const look = () => {
      const box = document.querySelector('.grid').getBoundingClientRect();
      const waiting = [...document.querySelectorAll('.grid-rows .grid-waits:not([hidden])')];
      window.rowsSeen.frames += 1;
      window.rowsSeen.waiting += waiting.some((row) => {
        const { top, bottom } = row.getBoundingClientRect();
        return bottom > box.top + 40 && top < box.bottom;
      });
      window.rowsLooking = requestAnimationFrame(look);
    };
    look();
  });

async function scrollTable(browser, page, share) {
  const grid = page.locator('.grid');
  await grid.evaluate((element, part) => {
    element.scrollTop = part * (element.scrollHeight - element.clientHeight);
  }, share);
  await page.waitForFunction(() => !document.querySelector('.grid-rows .grid-waits:not([hidden])'));
  await page.waitForTimeout(500);
  const box = await grid.boundingBox();
  const session = await page.context().newCDPSession(page);
  await watchRows(page);
  return trace(browser, page, async () => {
    await session.send('Input.synthesizeScrollGesture', {
      x: box.x + box.width / 2,
      y: box.y + box.height / 2,
      yDistance: (share > 0.9 ? 1 : -1) * SPEED * SECONDS,
      speed: SPEED,
      gestureSourceType: 'mouse',
    });
    const { frames, waiting } = await page.evaluate(() => {
      cancelAnimationFrame(window.rowsLooking);
      return window.rowsSeen;
    });
    return { waiting: (100 * waiting) / Math.max(frames, 1) };
  });
}

/**
 * Drags the map to and fro. As a hand does, the mouse goes on whether the page has answered or not:
 * waiting for it would leave out every second frame.
 */
async function panMap(browser, page) {
  const box = await page.locator('.map-live').boundingBox();
  const y = box.y + box.height / 2;
  const middle = box.x + box.width / 2;
  const reach = Math.min(box.width * 0.35, 300);
  await page.mouse.move(middle, y);
  await page.waitForTimeout(1000); // what a map does when a hand comes to it is not panning
  await page.mouse.down();
  const traced = await trace(browser, page, async () => {
    const from = performance.now();
    const moves = [];
    for (let now = 0; now < SECONDS * 1000; now = performance.now() - from) {
      moves.push(page.mouse.move(middle + reach * Math.sin(now / 400), y + 40 * Math.sin(now / 700)));
      await new Promise((resolve) => setTimeout(resolve, 8));
    }
    await Promise.all(moves);
    return {};
  });
  await page.mouse.up();
  return traced;
}

const MOVES = [
  ...[
    ['table: at the top', 0],
    ['table: in the middle', 0.5],
    ['table: upwards from the end', 1],
  ].map(([name, share]) => ({
    name,
    path: '/search?table.scroll=1',
    ready: '.grid-rows .grid-row:not(.grid-waits) a',
    move: (browser, page) => scrollTable(browser, page, share),
  })),
  ...[
    ['map: cells', 'map.at=3/50/0'],
    ['map: points', 'map.at=5/50/0&map.mode=points'],
    ['map: heat', 'map.at=4/50/0&map.mode=heat'],
  ].map(([name, state]) => ({
    name,
    path: `/search?view=map&${state}`,
    ready: '.map-view.map-moving[data-most]',
    move: panMap,
  })),
];

/** Every move `runs` times. */
export async function measureFrames(browser, origin, runs, only, say) {
  const found = [];
  for (const { name, path, ready, move } of MOVES) {
    if (only !== undefined && !name.includes(only)) {
      continue;
    }
    const times = [];
    for (let run = 0; run < runs; run += 1) {
      const opened = await openPage(browser, origin);
      await opened.page.goto(origin + path);
      await opened.page.locator(ready).first().waitFor();
      await opened.page.waitForTimeout(1000);
      times.push(await move(browser, opened.page));
      await opened.close();
    }
    found.push({ name, times });
    say(`${name}: ${JSON.stringify(times.at(-1))}`);
  }
  return found;
}
