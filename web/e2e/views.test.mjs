// SPDX-License-Identifier: Apache-2.0
// The views of a search: whole without scripts, sound in both themes and on a phone, and what their
// islands add.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  LOOKS,
  findAccessibilityTroubles,
  openPage,
  skip,
  takePicture,
} from './fixtures.mjs';
import { museumAndBrowser } from './served.mjs';

const VIEWS = {
  species: '/search?view=species&q=a',
  'species-family': '/search?view=species&species.by=family&species.sort=name',
  datasets: '/search?view=datasets',
  gallery: '/search?view=gallery&gallery.sort=type',
  continuous: '/search?table.scroll=1',
  changes: '/search?view=changes&changes.from=2018-01-01&dataset=collection-specimens',
  'gallery-taxon': '/search?view=gallery&gallery.sort=taxon',
};
const countOf = (text) => Number(/[\d,]+/.exec(text)?.[0].replaceAll(',', '') ?? 0);
const countsIn = (text) =>
  [...text.matchAll(/[\d,]+/g)].reduce((sum, [digits]) => sum + Number(digits.replaceAll(',', '')), 0);

describe('the views of a search', { skip }, () => {
  const { portal, browser } = museumAndBrowser();

  for (const { colorScheme, viewport } of LOOKS) {
    test(`${colorScheme}, ${viewport.width} pixels`, async () => {
      const options = { colorScheme, viewport, bypassCSP: true, reducedMotion: 'reduce' };
      const opened = await openPage(browser, portal.origin, options);
      const { page } = opened;
      for (const [name, path] of Object.entries(VIEWS)) {
        await page.goto(portal.origin + path, { waitUntil: 'networkidle' });
        await takePicture(page, `view-${name}-${colorScheme}-${viewport.width}`, true);
        assert.deepEqual(await findAccessibilityTroubles(page, '#results'), [], name);
        const wider = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        assert.ok(wider <= 0, `${name} is ${wider} pixels wider than the screen`);
      }
      assert.deepEqual(opened.troubles(), []);
      await opened.close();
    });
  }

  test('without scripts, a count of the species leads to its records', async () => {
    const opened = await openPage(browser, portal.origin, { javaScriptEnabled: false });
    const { page } = opened;
    await page.goto(`${portal.origin}/search`);
    await page.locator('#view-species').click();
    await page.waitForURL(/view=species/);
    const link = page.locator('table.species td.number a').first();
    const count = countOf(await link.innerText());
    await link.click();
    await page.waitForURL(/scientificName=|currentScientificName=/);
    assert.equal(countsIn(await page.locator('h1').innerText()), count);
    assert.deepEqual(opened.troubles(), []);
    await opened.close();
  });

  test('the names are copied, and all of them come as CSV', async () => {
    const permissions = ['clipboard-read', 'clipboard-write'];
    const opened = await openPage(browser, portal.origin, { permissions });
    const { page } = opened;
    await page.goto(`${portal.origin}/search?view=species&species.by=family`);
    await page.locator('button[data-copy]').first().click();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    const names = await page.locator('table.species tbody th').allInnerTexts();
    assert.deepEqual(copied.split('\n'), names);
    const total = countOf(
      (await page.locator('.range').innerText()).replace(/^.* of ([\d,]+) .*$/, '$1'),
    );
    const address = await page.getByText('The whole list as CSV').getAttribute('href');
    const lines = (await (await fetch(portal.origin + address)).text()).trim().split('\r\n');
    assert.equal(lines.length - 1, total);
    await opened.close();
  });

  test('the pictures of the gallery keep their places while they load', async () => {
    const opened = await openPage(browser, portal.origin);
    const { page } = opened;
    await page.addInitScript(() => {
      window.shifts = 0;
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) {
          // What the rail's scripts add beside the pictures is not theirs.
          const theirs = entry.sources.some(({ node }) => node?.closest?.('.results') !== null);
          window.shifts += entry.hadRecentInput || !theirs ? 0 : entry.value;
        }
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await page.goto(`${portal.origin}/search?view=gallery`, { waitUntil: 'networkidle' });
    await page.waitForTimeout(300);
    const shifts = await page.evaluate(() => window.shifts);
    assert.ok(shifts <= 0.02, `layout shift of ${shifts}`);
    assert.deepEqual(opened.troubles(), []);
    await opened.close();
  });

  async function openGrid(opened, query = '') {
    const { page } = opened;
    await page.goto(`${portal.origin}/search?table.scroll=1${query}`);
    await page.locator('[data-island=grid][data-ready]').waitFor();
    await page.locator('.grid-rows .grid-row:not(.grid-waits) a').first().waitFor();
    return page.locator('.grid');
  }
  const activeRow = (page) =>
    page.evaluate(() =>
      Number(document.getElementById('grid-active')?.parentElement.getAttribute('aria-rowindex')),
    );

  test('the continuous table goes from the first row to the last by keys', async () => {
    const opened = await openPage(browser, portal.origin);
    const { page } = opened;
    const grid = await openGrid(opened);
    const total = Number(await grid.getAttribute('aria-rowcount')) - 1;
    assert.equal(total, countsIn(await page.locator('h1').innerText()));
    await grid.focus();
    await page.keyboard.press('Control+End');
    await page.waitForFunction(() => !document.querySelector('.grid-waits:not([hidden])'));
    assert.equal(await activeRow(page), total + 1);
    const last = await (
      await fetch(`${portal.origin}/api/v1/records?limit=1&offset=${total - 1}`)
    ).json();
    const href = await page.locator('.grid-row:has(#grid-active) a').getAttribute('href');
    assert.ok(decodeURIComponent(href).includes(last.records[0].key), href);
    await page.waitForFunction(
      (digits) => document.querySelector('.grid-tools').innerText.replaceAll(',', '').includes(` to ${digits} of`),
      String(total),
    );
    await page.keyboard.press('Control+Home');
    assert.equal(await activeRow(page), 2);
    await page.keyboard.press('PageDown');
    assert.ok((await activeRow(page)) > 10);
    await page.mouse.move(700, 700);
    await page.mouse.wheel(0, 5000);
    await page.waitForFunction(() => Number(document.querySelector('.grid').scrollTop) > 1000);
    assert.equal(await page.evaluate(() => document.activeElement.className), 'grid');
    assert.deepEqual(opened.troubles(), []);
    await opened.close();
  });

  test('a record opens beside the table, and Escape goes back to it', async () => {
    const opened = await openPage(browser, portal.origin, { bypassCSP: true });
    const { page } = opened;
    const grid = await openGrid(opened);
    await grid.focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    const heading = page.locator('dialog.drawer h1');
    await heading.waitFor();
    const names = [await heading.innerText()];
    assert.deepEqual(await findAccessibilityTroubles(page), []);
    const link = await page.locator('dialog.drawer .drawer-content > a').getAttribute('href');
    await page.keyboard.press('j');
    await page.waitForFunction(
      (before) => document.querySelector('.drawer-content > a')?.getAttribute('href') !== before,
      link,
    );
    await page.keyboard.press('k');
    await page.waitForFunction(
      (before) => document.querySelector('.drawer-content > a')?.getAttribute('href') === before,
      link,
    );
    names.push(await heading.innerText());
    assert.equal(names[0], names[1]);
    await page.keyboard.press('Escape');
    await page.locator('dialog.drawer').waitFor({ state: 'detached' });
    assert.equal(await page.evaluate(() => document.activeElement.className), 'grid');
    assert.equal(await activeRow(page), 3);
    assert.deepEqual(opened.troubles(), []);
    await opened.close();
  });

  test('filtering by a cell, sorting by two columns, choosing columns', async () => {
    const opened = await openPage(browser, portal.origin, { bypassCSP: true });
    const { page } = opened;
    let grid = await openGrid(opened, '&dataset=collection-specimens');
    const before = countsIn(await page.locator('h1').innerText());
    const family = page.locator('.grid-head .grid-cell').filter({ hasText: 'Family' });
    const index = Number(await family.getAttribute('aria-colindex')) - 1;
    const cell = page.locator('.grid-rows .grid-row').first().locator('.grid-cell').nth(index);
    const value = await cell.innerText();
    await cell.click({ button: 'right' });
    await page.locator('[role=menu]').waitFor();
    assert.deepEqual(await findAccessibilityTroubles(page), []);
    await page.keyboard.press('Escape');
    await grid.focus();
    await page.keyboard.press('f');
    await page.waitForURL((url) => url.searchParams.get('family') === value);
    await page.locator('[data-island=grid][data-ready]').waitFor();
    const after = countsIn(await page.locator('h1').innerText());
    assert.ok(after > 0 && after < before);

    await page.locator('.grid-head button').nth(1).click();
    await page.waitForURL((url) => url.searchParams.has('sort'));
    await page.locator('[data-island=grid][data-ready]').waitFor();
    await page.locator('.grid-head button').nth(2).click({ modifiers: ['Shift'] });
    await page.waitForURL((url) => url.searchParams.get('sort')?.includes(','));
    await page.locator('[data-island=grid][data-ready]').waitFor();
    assert.equal(await page.locator('.grid-head [aria-sort=ascending]').count(), 2);

    await page.locator('.grid-tools button').click();
    const dialog = page.locator('dialog.column-choice');
    await dialog.locator('input[value=genus]').check();
    assert.deepEqual(await findAccessibilityTroubles(page), []);
    await dialog.locator('li').nth(1).locator('button').first().click(); // up
    await dialog.locator('button.primary').click();
    await page.waitForURL((url) => url.searchParams.get('fields')?.includes('genus'));
    await page.locator('[data-island=grid][data-ready]').waitFor();
    assert.ok((await page.locator('.grid-head').innerText()).includes('Genus'));
    assert.deepEqual(opened.troubles(), []);
    await opened.close();
  });

  test('a slider moves the moment that is compared with', async () => {
    const opened = await openPage(browser, portal.origin);
    const { page } = opened;
    await page.goto(`${portal.origin}/search?view=changes&dataset=collection-specimens`);
    const slider = page.locator('#changes-from-slider');
    await slider.focus();
    await page.keyboard.press('Home');
    await page.waitForURL(/changes\.from=\d+/);
    const lists = page.locator('#changes-from');
    assert.equal(await lists.evaluate((e) => e.selectedIndex), await lists.evaluate((e) => e.length - 1));
    await page.locator('.change-added li').first().waitFor();
    await page.waitForFunction(() => document.activeElement?.id === 'changes-from-slider');
    assert.deepEqual(opened.troubles(), []);
    await opened.close();
  });

  test('the light box: keys, wheel, credit, and back to where one was', async () => {
    const opened = await openPage(browser, portal.origin, { bypassCSP: true });
    const { page } = opened;
    await page.goto(`${portal.origin}/search?view=gallery&gallery.sort=type`);
    await page.locator('[data-island=lightbox][data-ready]').waitFor();
    const first = page.locator('a[data-medium]').first();
    await first.focus();
    await page.keyboard.press('Enter');
    const box = page.locator('dialog.lightbox');
    await box.waitFor();
    const image = box.locator('img').first();
    await image.evaluate((element) => element.decode());
    assert.equal(await image.getAttribute('alt'), await first.locator('img').getAttribute('alt'));
    assert.ok((await box.locator('.lightbox-caption a').count()) >= 2, 'record and licence');
    assert.deepEqual(await findAccessibilityTroubles(page), []);

    const scale = async () =>
      Number(/scale\(([\d.]+)\)/.exec(await image.evaluate((e) => e.style.transform))?.[1]);
    const fitting = await scale();
    await page.mouse.move(600, 500);
    await page.mouse.wheel(0, -200); // not asked for yet
    await page.waitForTimeout(100);
    assert.equal(await scale(), fitting, 'the wheel waits for a click');
    await page.mouse.down();
    await page.mouse.up();
    await page.mouse.wheel(0, -200);
    await page.waitForFunction(
      (before) => !document.querySelector('.lightbox img').style.transform.includes(before),
      `scale(${fitting})`,
    );
    await page.keyboard.press('0');
    assert.equal(await scale(), fitting);
    await page.keyboard.press('+');
    assert.ok((await scale()) > fitting);
    await page.keyboard.press('ArrowRight');
    assert.match(await image.evaluate((e) => e.style.transform), /translate\(-80px, 0px\)/);
    await page.keyboard.press('0');
    await page.keyboard.press('r');
    assert.match(await image.evaluate((e) => e.style.transform), /rotate\(90deg\)/);
    await page.keyboard.press('ArrowRight');
    const second = await page.locator('a[data-medium]').nth(1).getAttribute('href');
    assert.ok((await image.getAttribute('src')).endsWith(second), 'the next picture');
    await takePicture(page, 'view-lightbox', true);
    await page.keyboard.press('Escape');
    await box.waitFor({ state: 'hidden' });
    assert.equal(await page.evaluate(() => document.activeElement.getAttribute('href')), second);
    assert.deepEqual(opened.troubles(), []);
    await opened.close();
  });
});
