// SPDX-License-Identifier: Apache-2.0
// Every page in light and dark, wide and narrow: no accessibility trouble, nothing wider
// than the screen, no request to another host.
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import {
  LOOKS,
  addHostileRecord,
  TURNING,
  findAccessibilityTroubles,
  findRecordWithHistory,
  goSettled,
  openPage,
  skip,
  takePicture,
} from './fixtures.mjs';
import { museumAndBrowser } from './served.mjs';

const PHONE = { width: 390, height: 844 };

/** Headings that hardly anything parts from what precedes them. Runs in the page. */
function findStuckHeadings() {
  const shown = (element) => element !== null && element.getClientRects().length > 0;
  return [...document.querySelectorAll('main h2, main h3')].filter(shown).flatMap((heading) => {
    const part = heading.parentElement.matches('section') && heading.previousElementSibling === null;
    const before = (part ? heading.parentElement : heading).previousElementSibling;
    if (!shown(before) || before.closest('header') !== null) {
      return [];
    }
    const gap = heading.getBoundingClientRect().top - before.getBoundingClientRect().bottom;
    return gap >= 0 && gap < 12 ? [heading.textContent] : [];
  });
}

describe('how the pages look', { skip }, () => {
  const { portal, browser } = museumAndBrowser(addHostileRecord);
  let pages;

  before(async () => {
    const record = await findRecordWithHistory(portal.origin);
    const datasets = await (await fetch(`${portal.origin}/datasets`)).text();
    pages = {
      home: '/',
      search: '/search',
      'search-text': '/search?q=a',
      'search-nothing': '/search?q=zzzzqqqq',
      datasets: '/datasets',
      dataset: /href="(\/dataset\/[^"?]+)"/.exec(datasets)[1],
      record,
      about: '/about',
      statistics: '/statistics',
      api: '/api',
      accessibility: '/accessibility',
      publications: '/publications',
      'download-new': '/downloads/new?genus=Carabus',
      'download-new-german': '/de/downloads/new?genus=Carabus',
      'not-found': '/no/such/page',
      ...(await makeThings()),
    };
  });

  /** Pages of what readers make: an identifier, a download for later, a subscription. */
  async function makeThings() {
    const make = async (path, body) => {
      const answer = await fetch(`${portal.origin}/api/v1/${path}`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
      });
      assert.ok(answer.ok, `${path}: ${answer.status}`);
      return (await answer.json()).id;
    };
    const download = '/api/v1/download?genus=Carabus&format=csv';
    const webhook = 'http://127.0.0.1:9/'; // a private network: never asked
    return {
      cite: `/cite/${await make('citations?genus=Carabus', {})}`,
      download: `/downloads/${await make('downloads', { download })}`,
      subscription: `/subscriptions/${await make('subscriptions', { search: '/search', webhook })}`,
    };
  }

  for (const { colorScheme, viewport } of LOOKS) {
    test(`${colorScheme}, ${viewport.width} pixels`, async () => {
      const opened = await openPage(
        browser,
        portal.origin,
        { colorScheme, viewport, bypassCSP: true, reducedMotion: 'reduce' },
        [404],
      );
      const { page } = opened;
      const troubles = [];
      for (const [name, path] of Object.entries(pages)) {
        await goSettled(page, portal.origin + path);
        if (name === 'dataset') {
          await page.locator('#download').evaluate((fold) => (fold.open = true));
        }
        await takePicture(page, `${name}-${colorScheme}-${viewport.width}`);
        const found = await findAccessibilityTroubles(page);
        troubles.push(...found.map((line) => `${name}: ${line}`));
        const over = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        if (over > 0) {
          troubles.push(`${name}: ${over} pixels wider than the screen`);
        }
        const stuck = await page.evaluate(findStuckHeadings);
        troubles.push(...stuck.map((heading) => `${name}: nothing above “${heading}”`));
      }
      assert.deepEqual([...troubles, ...opened.troubles()], []);
      await opened.close();
    });
  }

  test('what can be done with each format is in sight on phones', async () => {
    for (const width of [PHONE.width, 320]) {
      const opened = await openPage(browser, portal.origin, { viewport: { width, height: 844 } });
      const { page } = opened;
      for (const path of [pages['download-new'], pages['download-new-german']]) {
        await page.goto(portal.origin + path);
        const [count, outside] = await page.locator('.offers').evaluate((table) => {
          const actions = [...table.querySelectorAll('tbody :is(a, button)')];
          const isOutside = (action) => {
            const { left, right } = action.getBoundingClientRect();
            return left < 0 || right > document.documentElement.clientWidth;
          };
          return [actions.length, actions.filter(isOutside).map((action) => action.textContent)];
        });
        assert.ok(count > 2, `${path} offers`);
        assert.deepEqual(outside, [], `${path}, ${width}`);
      }
      assert.deepEqual(opened.troubles(), []);
      await opened.close();
    }
  });

  test('at 320 pixels, and in forced colours, nothing is cut off', async () => {
    const opened = await openPage(
      browser,
      portal.origin,
      { viewport: { width: 320, height: 640 }, forcedColors: 'active' },
      [404],
    );
    const views = ['table', 'list', 'species', 'changes'].map((view) => `/search?table=huge&view=${view}`);
    const hostile = ['/record/huge/huge', ...views].map((path) => [path, path]);
    for (const [name, path] of [...Object.entries(pages), ...hostile]) {
      await opened.page.goto(portal.origin + path);
      const over = await opened.page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      assert.ok(over <= 0, `${name} is ${over} pixels too wide`);
    }
    const lines = await opened.page.evaluate(() => {
      const colours = [...document.querySelectorAll('.views a')].map(
        (link) => getComputedStyle(link).borderBlockEndColor,
      );
      const current = [...document.querySelectorAll('.views a')].findIndex((link) =>
        link.hasAttribute('aria-current'),
      );
      return colours.filter((colour) => colour === colours[current]).length;
    });
    assert.equal(lines, 1, 'views that are marked as the current one');
    assert.deepEqual(opened.troubles(), []);
    await opened.close();
  });

  test('values that turn the direction of writing leave what stands beside them', async () => {
    const opened = await openPage(browser, portal.origin);
    const { page } = opened;
    const asked = `table=huge&recordedBy=${encodeURIComponent(TURNING)}`;
    for (const path of [`/search?${asked}&q=turning`, `/search?${asked}&view=list`, '/record/huge/turning']) {
      await page.goto(portal.origin + path);
      // Words put behind each value, as the next ones of a sentence would stand.
      const turned = await page.evaluate(() => {
        const word = (text) => {
          const made = document.createElement('span');
          made.textContent = text;
          return made;
        };
        return [...document.querySelectorAll('main bdi')]
          .filter((value) => value.getClientRects().length > 0)
          .filter((value) => {
            const [first, second] = [word(' ONE'), word(' TWO')];
            value.style.whiteSpace = 'nowrap';
            value.after(first, second);
            const [one, two] = [first, second].map((made) => made.getBoundingClientRect());
            first.remove();
            second.remove();
            return one.top === two.top && one.left > two.left;
          })
          .map((value) => value.parentElement?.outerHTML);
      });
      assert.deepEqual(turned, [], path);
      assert.ok((await page.locator('main bdi').count()) > 0, `${path} has such values`);
    }
    assert.deepEqual(opened.troubles(), []);
    await opened.close();
  });

  // Of the browser's own count, which tells what moves without the reader's doing; and what a first
  // load takes.
  async function findMoves(path, viewport, latency) {
    // A context of its own, so that scripts, styles and fonts come late.
    const opened = await openPage(browser, portal.origin, { viewport }, [404]);
    const { page } = opened;
    const bytes = { js: 0, css: 0 };
    page.on('response', (response) => {
      const kind = /\.(js|css)$/.exec(response.url())?.[1];
      if (kind !== undefined) {
        bytes[kind] += Number(response.headers()['content-length'] ?? 0);
      }
    });
    await page.addInitScript(() => {
      window.shifted = 0;
      window.shiftedBy = [];
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries().filter(({ hadRecentInput }) => !hadRecentInput)) {
          window.shifted += entry.value;
          window.shiftedBy.push(
            ...entry.sources.map(({ node }) => `${node?.nodeName}.${node?.className}`),
          );
        }
      }).observe({ type: 'layout-shift', buffered: true });
    });
    if (latency > 0) {
      const session = await page.context().newCDPSession(page);
      await session.send('Network.enable');
      await session.send('Network.emulateNetworkConditions', {
        offline: false,
        latency,
        downloadThroughput: 200_000,
        uploadThroughput: 200_000,
      });
    }
    await goSettled(page, portal.origin + path, 400);
    const { shifted, by } = await page.evaluate(() => ({
      shifted: window.shifted,
      by: window.shiftedBy.slice(0, 6),
    }));
    await opened.close();
    const wrong = [];
    if (shifted > 0.02) {
      wrong.push(`${shifted.toFixed(3)} moved ${by.join(' ')}`);
    }
    const first = ['home', 'search', 'dataset', 'record', 'api'].some((name) => pages[name] === path);
    if (first && (bytes.js === 0 || bytes.js > 60_000 || bytes.css > 40_000)) {
      wrong.push(`${bytes.js} bytes of scripts, ${bytes.css} of styles`);
    }
    return wrong.map((text) => `${path}, ${viewport.width}: ${text}`);
  }

  test('nothing moves, and the load is small, while a page comes over a slow line', async () => {
    const moved = [];
    for (const viewport of [{ width: 1440, height: 1000 }, PHONE]) {
      for (const path of ['/', '/search?view=gallery', pages.record]) {
        moved.push(...(await findMoves(path, viewport, 100)));
      }
    }
    assert.deepEqual(moved, []);
  });

  // Those that fill themselves; bench/pages asks all.
  test('nothing moves, and the load is small, while a page comes', async () => {
    const views = ['map', 'changes'].map((view) => `/search?view=${view}`);
    const others = ['/taxon/genus/Carabus', '/search?table.scroll=1'];
    const moved = [];
    for (const path of [pages.search, pages.dataset, pages.datasets, pages.api, ...views, ...others]) {
      moved.push(...(await findMoves(path, { width: 1440, height: 1000 }, 0)));
    }
    for (const path of [pages.search, pages.dataset]) {
      moved.push(...(await findMoves(path, PHONE, 0)));
    }
    assert.deepEqual(moved, []);
  });
});
