// SPDX-License-Identifier: Apache-2.0
// Charts and comparisons: every kind in both themes and two widths, by mouse and keyboard, the
// sex-bias study as a journey, and the files that are taken away.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, test } from 'node:test';
import {
  LOOKS,
  findAccessibilityTroubles,
  openPage,
  skip,
  takePicture,
} from './fixtures.mjs';
import { museumAndBrowser } from './served.mjs';

const SCREENS = {
  'charts-overview': '/search?view=charts',
  'charts-bar': '/search?view=charts&charts.kind=bar&charts.by=country',
  'charts-histogram': '/search?view=charts&charts.kind=histogram&charts.by=decimalLatitude',
  'charts-timeline': '/search?view=charts&charts.kind=timeline&charts.by=year',
  'charts-stacked': '/search?view=charts&charts.kind=stacked&charts.by=class&charts.split=sex',
  'charts-treemap': '/search?view=charts&charts.kind=treemap&charts.by=class&charts.split=order',
  'charts-sunburst':
    '/search?view=charts&charts.kind=sunburst&charts.by=class&charts.split=order&charts.then=family',
  'charts-calendar': '/search?view=charts&charts.kind=calendar&charts.by=year&charts.split=month',
  'charts-nonsense': '/search?view=charts&charts.kind=histogram&charts.by=class',
  'compare-class': '/search?view=compare&kind=specimens',
  'compare-four':
    '/search?view=compare&kind=specimens&compare.by=year&compare.with=%2Fsearch%3Fclass%3DAves' +
    '&compare.with=class%3DInsecta&compare.with=rubbish',
};

describe('charts and comparisons', { skip }, () => {
  const { portal, browser } = museumAndBrowser();

  for (const { colorScheme, viewport } of LOOKS) {
    test(`look well: ${colorScheme}, ${viewport.width} pixels`, async () => {
      const opened = await openPage(browser, portal.origin, {
        colorScheme,
        viewport,
        bypassCSP: true,
        reducedMotion: 'reduce',
      });
      for (const [name, address] of Object.entries(SCREENS)) {
        await opened.page.goto(`${portal.origin}${address}`);
        await opened.page.locator('[data-island="chart-file"][data-ready]').first().waitFor();
        assert.ok((await opened.page.locator('svg.chart-picture').count()) > 0, name);
        const wider = await opened.page.evaluate(
          () => document.documentElement.scrollWidth - window.innerWidth,
        );
        assert.ok(wider <= 0, `${name} is ${wider} pixels wider than the screen`);
        const out = await opened.page.evaluate(() =>
          [...document.querySelectorAll('svg.chart-picture')].flatMap((picture) => {
            const box = picture.getBoundingClientRect();
            return [...picture.querySelectorAll('text')]
              .filter((text) => {
                const at = text.getBoundingClientRect();
                return at.left < box.left - 1 || at.right > box.right + 1;
              })
              .map((text) => text.textContent);
          }),
        );
        assert.deepEqual(out, [], `${name}: text that leaves its picture`);
        const cut = await opened.page
          .locator('.chart-narrow, .chart-wide')
          .evaluateAll((rooms) => rooms.some(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth));
        assert.ok(!cut, `${name}: points lie outside the screen`);
        await takePicture(opened.page, `${name}-${colorScheme}-${viewport.width}`);
        assert.deepEqual(await findAccessibilityTroubles(opened.page, '#results'), [], name);
      }
      assert.deepEqual(opened.troubles(), []);
      await opened.close();
    });
  }

  test('a bar is a filter, by mouse and by keyboard', async () => {
    const opened = await openPage(browser, portal.origin);
    const { page } = opened;
    await page.goto(`${portal.origin}/search?view=charts&charts.kind=bar&charts.by=country`);
    const bar = page.locator('svg.chart-picture a').nth(1);
    const [, country, count] = /^(.*): ([\d,]+) record/.exec(await bar.getAttribute('aria-label'));
    await bar.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: `Country: ${country}` }).waitFor();
    assert.match(new URL(page.url()).search, /country=.*view=charts/);
    assert.ok((await page.locator('h1').textContent()).length > 0);
    assert.equal(
      await page.locator('svg.chart-picture a').first().getAttribute('aria-label'),
      `${country}: ${count} records`,
    );
    await page.goBack();
    await page.locator('svg.chart-picture a').nth(2).waitFor();
    assert.deepEqual(opened.troubles(), []);
    await opened.close();
  });

  test('down the classification by clicking', async () => {
    const opened = await openPage(browser, portal.origin);
    const { page } = opened;
    await page.goto(`${portal.origin}${SCREENS['charts-treemap']}`);
    await page.locator('svg.chart-picture text', { hasText: 'Insecta' }).first().click();
    await page.getByRole('link', { name: 'Class: Insecta' }).waitFor();
    const parameters = new URL(page.url()).searchParams;
    assert.equal(parameters.get('charts.by'), 'order');
    assert.equal(parameters.get('charts.split'), 'family');
    await page.locator('svg.chart-picture text', { hasText: 'Lepidoptera' }).first().waitFor();
    assert.deepEqual(opened.troubles(), []);
    await opened.close();
  });

  test('any field by any field, chosen by the form', async () => {
    for (const javaScriptEnabled of [true, false]) {
      const opened = await openPage(browser, portal.origin, { javaScriptEnabled });
      const { page } = opened;
      await page.goto(`${portal.origin}/search?kind=specimens&view=charts`);
      await page.locator('#charts-by').selectOption('preservative');
      if (!javaScriptEnabled) {
        await page.getByRole('button', { name: 'Draw' }).click();
      }
      await page.locator('.charts-one .chart-bar').waitFor();
      await page.locator('#charts-split').selectOption('class');
      if (!javaScriptEnabled) {
        await page.locator('#charts-kind').selectOption('stacked');
        await page.getByRole('button', { name: 'Draw' }).click();
      } else {
        await page.locator('#charts-kind').selectOption('stacked');
      }
      await page.locator('.charts-one .chart-stacked').waitFor();
      assert.equal(new URL(page.url()).searchParams.get('kind'), 'specimens');
      await page.locator('.chart-table summary').click();
      await page.locator('.chart-table td a').first().waitFor();
      assert.deepEqual(opened.troubles(), []);
      await opened.close();
    }
  });

  test('the share of females by class, by order and by decade, with another search, and its files', async () => {
    const opened = await openPage(browser, portal.origin);
    const { page } = opened;
    await page.goto(`${portal.origin}/search?kind=specimens`);
    await page.getByRole('link', { name: 'Compare', exact: true }).click();
    await page.getByRole('heading', { name: 'Sex: share of female, by Class' }).waitFor();
    await page.getByRole('link', { name: 'Order', exact: true }).click();
    await page.getByRole('heading', { name: 'Sex: share of female, by Order' }).waitFor();
    await page.locator('.compare-presets').getByRole('link', { name: 'Year', exact: true }).click();
    await page.getByRole('heading', { name: /by Year in decades/ }).waitFor();
    await page.locator('#compare-with').fill('/search?class=Aves&kind=specimens');
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: 'class is Aves, kind specimens', exact: true }).waitFor();
    const line = page.locator('.chart-table tbody tr').first();
    assert.match(await line.textContent(), /\d\d\.\d %.*–.* %/);
    const files = {};
    for (const name of ['SVG', 'CSV']) {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.locator('.chart-files a', { hasText: name }).click(),
      ]);
      files[name] = await readFile(await download.path());
    }
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'PNG' }).click(),
    ]);
    files.PNG = await readFile(await download.path());
    assert.equal(files.PNG.subarray(1, 4).toString(), 'PNG');
    assert.ok(files.PNG.readUInt32BE(16) >= 1600 && files.PNG.length > 20_000);
    const svg = files.SVG.toString();
    assert.match(svg, /^<\?xml/);
    assert.match(svg, /[0-9a-f]{64}/);
    assert.match(svg, /\d{4}-\d\d-\d\dT\d\d:/);
    assert.match(files.CSV.toString(), /^search,year,kind,share,low95,high95,female,male,/);
    await page.locator('.compare-searches').getByRole('link', { name: /^Remove/ }).click();
    await page.locator('.c-l2').waitFor({ state: 'detached' });
    assert.deepEqual(opened.troubles(), []);
    await opened.close();
  });
});
