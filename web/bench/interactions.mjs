// SPDX-License-Identifier: Apache-2.0
// From what a reader does to what stands on the screen, over a table of millions of rows. The clock
// starts with the last event of the hand (its own time stamp) and ends after the first frame in
// which the answer stands; waits for further letters or for a slider to rest count too.
import { openPage } from '../e2e/fixtures.mjs';

const LIVE_NEW = () => document.querySelector('[data-live]:not([data-bench])') !== null;

/** Notes in the page when the hand last did something, also for the page that follows. */
function watchHand() {
  for (const kind of ['pointerup', 'keydown', 'keyup']) {
    window.addEventListener(
      kind,
      (event) => {
        if (event.isTrusted && (kind !== 'keyup' || event.key === 'Enter')) {
          window.handAt = event.timeStamp;
          sessionStorage.setItem('handAt', String(performance.timeOrigin + event.timeStamp));
        }
      },
      { capture: true },
    );
  }
}

/** Milliseconds until `done` (a function in the page) holds in a frame that is on screen. */
async function timeUntil(page, act, done) {
  await page.evaluate((text) => {
    document.querySelector('[data-live]')?.setAttribute('data-bench', '');
    const isDone = new Function(`return (${text})()`);
    window.handAt = undefined;
    window.answered = new Promise((resolve, reject) => {
      setTimeout(() => reject(new Error('no answer in 10 s')), 10_000);
      const look = () => {
        if (window.handAt !== undefined && isDone()) {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => resolve(performance.now() - window.handAt);
          port2.postMessage(''); // comes after this very frame has been laid out and painted
          return;
        }
        requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    });
  }, String(done));
  await act();
  return page.evaluate(() => window.answered);
}

/** Milliseconds from a click to the first letters of the page it leads to. */
async function timePage(page, act) {
  await Promise.all([page.waitForNavigation({ waitUntil: 'load' }), act()]);
  return page.evaluate(
    () =>
      new Promise((resolve) => {
        const look = () => {
          const [paint] = performance.getEntriesByName('first-contentful-paint');
          if (paint === undefined) {
            requestAnimationFrame(look);
          } else {
            const at = performance.timeOrigin + paint.startTime;
            resolve(at - Number(sessionStorage.getItem('handAt')));
          }
        };
        look();
      }),
  );
}

/** A click in the middle of what a selector finds, in sight before the clock starts. */
async function aim(page, selector, nth = 0) {
  const target = page.locator(selector).nth(nth);
  await target.waitFor();
  await target.scrollIntoViewIfNeeded();
  return () => target.click();
}

const inPlace = (selector, path = '/search') => ({
  path,
  measure: async (page, run) => timeUntil(page, await aim(page, selector, run % 3), LIVE_NEW),
});

const view = (name, path = '/search') => inPlaceOnce(`#view-${name}`, path);
const inPlaceOnce = (selector, path = '/search') => ({
  path,
  measure: async (page) => timeUntil(page, await aim(page, selector), LIVE_NEW),
});

const INTERACTIONS = {
  'tick a value of a facet': inPlace('.facet-value input[type=checkbox]:not(:checked)'),
  'take a filter away': inPlaceOnce('.chips a.chip', '/search?year=1900..1950'),
  'choose a taxon': inPlace('#taxa a'),
  'type in the search box: suggestions': {
    path: '/search',
    measure: async (page, run) => {
      await page.locator('#q').focus();
      await page.keyboard.type(['p', 'm', 'v', 'b', 'g'][run % 5]);
      return timeUntil(
        page,
        () => page.keyboard.type(['l', 'o', 'i', 'e', 'a'][run % 5]),
        () => document.querySelector('[role=listbox] [role=option]') !== null,
      );
    },
  },
  'search for a word': {
    path: '/search',
    measure: async (page, run) => {
      await page.locator('#q').fill(['river', 'forest', 'coast', 'hill', 'lake'][run % 5]);
      return timeUntil(page, () => page.keyboard.press('Enter'), LIVE_NEW);
    },
  },
  'type in a facet: values': {
    path: '/search',
    measure: async (page, run) => {
      await page.locator('#find-values-1').focus();
      return timeUntil(
        page,
        () => page.keyboard.type(['p', 'v', 'e', 'g', 't'][run % 5]),
        () => document.querySelector('.find-values li') !== null,
      );
    },
  },
  'move a range by its handle: the search': {
    path: '/search',
    measure: async (page, run) => {
      const handle = page.locator('.range-handle').first();
      await handle.waitFor();
      await handle.scrollIntoViewIfNeeded();
      const box = await handle.boundingBox();
      const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
      await page.mouse.move(x, y);
      await page.mouse.down();
      await page.mouse.move(x + 40 + 5 * run, y, { steps: 3 });
      return timeUntil(page, () => page.mouse.up(), LIVE_NEW);
    },
  },
  'next page': inPlaceOnce('.pager a[rel=next], .pager li:last-child a'),
  'sort by year': {
    path: '/search',
    measure: (page) => timeUntil(page, async () => {
      await page.locator('#sort').focus();
      await page.keyboard.press('ArrowDown');
    }, LIVE_NEW),
  },
  'view: list': view('list'),
  'view: gallery': view('gallery'),
  'view: map': view('map'),
  'view: species': view('species'),
  'view: datasets': view('datasets'),
  'view: charts': view('charts'),
  'view: compare': view('compare'),
  'open a record': {
    path: '/search',
    measure: async (page, run) => timePage(page, await aim(page, 'table.records tbody th a', run)),
  },
  'back to the results': {
    path: '/search?year=1900..1950', // records know their place in a search that asks for something
    measure: async (page, run) => {
      await page.locator('table.records tbody th a').nth(run).click();
      await page.waitForURL(/\/record\//);
      return timePage(page, await aim(page, '.record-place a'));
    },
  },
  'continuous table: to the last row': {
    path: '/search?table.scroll=1',
    measure: async (page) => {
      await page.locator('.grid-rows .grid-row:not(.grid-waits) a').first().waitFor();
      await page.locator('.grid').focus();
      return timeUntil(
        page,
        () => page.keyboard.press('Control+End'),
        () =>
          document.querySelector('.grid').scrollTop > 0 &&
          document.querySelector('.grid-rows .grid-waits:not([hidden])') === null,
      );
    },
  },
  'continuous table: open a row': {
    path: '/search?table.scroll=1',
    measure: async (page, run) => {
      const act = await aim(page, '.grid-rows .grid-row:not(.grid-waits) .grid-cell:first-child', run + 1);
      return timeUntil(page, act, () => {
        const drawer = document.querySelector('dialog.drawer[open]');
        return drawer !== null && drawer.textContent.trim().length > 40;
      });
    },
  },
};

/** Every interaction `runs` times, after one that is not counted. */
export async function measureInteractions(browser, origin, runs, only, say) {
  const found = [];
  for (const [name, { path, measure }] of Object.entries(INTERACTIONS)) {
    if (only !== undefined && !name.includes(only)) {
      continue;
    }
    const opened = await openPage(browser, origin, { bypassCSP: true });
    opened.page.setDefaultTimeout(15_000);
    await opened.page.addInitScript(watchHand);
    const times = [];
    try {
      for (let run = 0; run <= runs; run += 1) {
        await opened.page.goto(origin + path, { waitUntil: 'networkidle' });
        const time = await measure(opened.page, run);
        if (run > 0) {
          times.push(time);
        }
      }
      say(`${name}: ${times.map((time) => time.toFixed(0)).join(' ')} ms`);
    } catch (error) {
      say(`${name}: not measured: ${error.message.split('\n')[0]}`);
    } finally {
      await opened.close();
    }
    found.push({ name, times });
  }
  return found;
}
