// SPDX-License-Identifier: Apache-2.0
// Every page in light and dark, wide and narrow: a screenshot to look at, no accessibility trouble,
// nothing wider than the screen, no request to another host.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import {
  findAccessibilityTroubles,
  findRecordWithHistory,
  openPage,
  screenshotPath,
  skip,
  startBrowser,
  startPortal,
} from './fixtures.mjs';

const SCHEMES = ['light', 'dark'];
const WIDTHS = [
  { width: 1440, height: 1000 },
  { width: 390, height: 844 },
];

describe('how the pages look', { skip }, () => {
  let portal;
  let browser;
  let pages;

  before(async () => {
    portal = await startPortal();
    browser = await startBrowser();
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
      api: '/api',
      accessibility: '/accessibility',
      'not-found': '/no/such/page',
    };
  });

  after(async () => {
    await browser?.close();
    await portal?.stop();
  });

  for (const colorScheme of SCHEMES) {
    for (const viewport of WIDTHS) {
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
          await page.goto(portal.origin + path, { waitUntil: 'networkidle' });
          await page.evaluate(() => document.fonts.ready.then(() => undefined));
          const file = screenshotPath(`${name}-${colorScheme}-${viewport.width}`);
          await page.screenshot({ path: file, fullPage: true });
          const found = await findAccessibilityTroubles(page);
          troubles.push(...found.map((line) => `${name}: ${line}`));
          const over = await page.evaluate(
            () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
          );
          if (over > 0) {
            troubles.push(`${name}: ${over} pixels wider than the screen`);
          }
        }
        assert.deepEqual([...troubles, ...opened.troubles()], []);
        await opened.close();
      });
    }
  }

  test('at 320 pixels, and in forced colours, nothing is cut off', async () => {
    const opened = await openPage(
      browser,
      portal.origin,
      { viewport: { width: 320, height: 640 }, forcedColors: 'active' },
      [404],
    );
    for (const [name, path] of Object.entries(pages)) {
      await opened.page.goto(portal.origin + path);
      const over = await opened.page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      assert.ok(over <= 0, `${name} is ${over} pixels too wide`);
    }
    assert.deepEqual(opened.troubles(), []);
    await opened.close();
  });

  test('the first load stays within its budget', async () => {
    for (const [name, path] of Object.entries(pages)) {
      const opened = await openPage(browser, portal.origin, {}, [404]);
      let scripts = 0;
      let styles = 0;
      opened.page.on('response', (response) => {
        const length = Number(response.headers()['content-length'] ?? 0);
        scripts += response.url().endsWith('.js') ? length : 0;
        styles += response.url().endsWith('.css') ? length : 0;
      });
      await opened.page.goto(portal.origin + path, { waitUntil: 'networkidle' });
      assert.ok(scripts <= 60_000, `${name}: ${scripts} bytes of scripts`);
      assert.ok(styles <= 40_000, `${name}: ${styles} bytes of styles`);
      await opened.close();
    }
  });
});
