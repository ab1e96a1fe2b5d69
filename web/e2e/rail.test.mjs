// SPDX-License-Identifier: Apache-2.0
// The rail of the search page: toggles, ranges by mouse, keyboard and form, the tree of taxa by
// keyboard, a search inside a facet, geological time, and undo.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  findAccessibilityTroubles,
  openPage,
  skip,
} from './fixtures.mjs';
import { museumAndBrowser } from './served.mjs';

const countOf = (text) => Number(/[\d,]+/.exec(text)?.[0].replaceAll(',', '') ?? 0);

describe('the rail in a browser', { skip }, () => {
  const { portal, browser } = museumAndBrowser();

  const total = async (page) => {
    const range = page.locator('p.range');
    return (await range.count()) === 0
      ? 0
      : countOf((await range.innerText()).replace(/^.* of ([\d,]+).*$/, '$1'));
  };

  test('a range by form, without scripts', async () => {
    const opened = await openPage(browser, portal.origin, { javaScriptEnabled: false });
    const { page } = opened;
    await page.goto(`${portal.origin}/search`);
    await page.fill('[name="year~from"]', '1900');
    await page.fill('[name="year~to"]', '1909');
    await page.locator('#facet-range-year button').click();
    await page.locator('.chip').waitFor();
    assert.match(await page.locator('.chip').innerText(), /Year: 1900\.\.1909/);
    assert.equal(await page.inputValue('[name="year~from"]'), '1900');
    const row = page.locator('.range-table tr', { hasText: '1900' }).first();
    await page.locator('#facet-range-year summary').click();
    assert.equal(await total(page), countOf(await row.locator('a').innerText()));
    assert.deepEqual(opened.troubles(), []);
    await opened.close();
  });

  test('a range by its handles, by keyboard and mouse', async () => {
    const opened = await openPage(browser, portal.origin);
    const { page } = opened;
    await page.goto(`${portal.origin}/search`);
    const from = page.locator('#facet-range-year-handle-0');
    await from.waitFor();
    await from.focus();
    await page.keyboard.press('PageUp');
    await page.keyboard.press('PageUp');
    await page.keyboard.press('ArrowRight');
    const start = Number(await from.getAttribute('aria-valuemin'));
    assert.equal(await from.getAttribute('aria-valuenow'), String(start + 21));
    await page.waitForURL(new RegExp(`year=${start + 21}\\.\\.$`));
    await page.waitForFunction(() => document.activeElement?.id === 'facet-range-year-handle-0');
    const box = await page.locator('#facet-range-year .range-track').boundingBox();
    const to = await page.locator('#facet-range-year-handle-1').boundingBox();
    await page.mouse.move(to.x + to.width / 2, to.y + to.height / 2);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * 0.6, to.y + 5, { steps: 4 });
    await page.mouse.up();
    await page.waitForURL(/year=\d+\.\.\d+$/);
    assert.ok((await total(page)) > 0);
    assert.deepEqual(opened.troubles(), []);
    await opened.close();
  });

  test('bars lead to their records, with and without scripts', async () => {
    for (const javaScriptEnabled of [true, false]) {
      const opened = await openPage(browser, portal.origin, { javaScriptEnabled });
      const { page } = opened;
      await page.goto(`${portal.origin}/search`);
      if (javaScriptEnabled) {
        await page.locator('#facet-range-year[data-ready]').waitFor();
      }
      const bars = page.locator('#facet-range-year .range-chart a');
      const bar = bars.nth(Math.floor((await bars.count()) / 2));
      const [, from, promised] = /^(\d+)(?:–\d+)?: ([\d,]+)$/.exec(
        await bar.locator('title').textContent(),
      );
      const box = await bar.boundingBox();
      await page.mouse.click(box.x + box.width / 2, box.y + 4);
      await page.waitForURL(new RegExp(`year=${from}\\.\\.\\d+$`));
      await page.locator('.chip').waitFor();
      assert.equal(await total(page), countOf(promised));
      assert.deepEqual(opened.troubles(), []);
      await opened.close();
    }
  });

  test('a value found inside a facet', async () => {
    const opened = await openPage(browser, portal.origin);
    const { page } = opened;
    await page.goto(`${portal.origin}/search?facet=family`);
    const facet = page.locator('#facet-family');
    await facet.locator('.find-values input[type="search"]').fill('sca');
    const found = facet.locator('.find-values .facet-value').first();
    await found.waitFor();
    const promised = countOf(await found.locator('.facet-count').innerText());
    assert.match((await found.innerText()).toLowerCase(), /^\s*sca/);
    // Not check(), which looks at the box again: the answer may have replaced it by then.
    await found.locator('input').click();
    await page.waitForURL(/family=Sca/i);
    await page.locator('.chip').waitFor();
    assert.equal(await total(page), promised);
    assert.deepEqual(opened.troubles(), []);
    await opened.close();
  });

  test('only this, and not this', async () => {
    const opened = await openPage(browser, portal.origin);
    const { page } = opened;
    await page.goto(`${portal.origin}/search?facet=typeStatus&typeStatus=*`);
    const types = await total(page);
    const value = page.locator('#facet-typeStatus .facet-value').first();
    await value.locator('summary').click();
    await value.getByRole('link', { name: 'not this' }).click();
    await page.locator('.chip-not').waitFor();
    assert.ok((await total(page)) < types);
    await page.locator('.chip-not').click();
    await page.locator('.undo button').waitFor();
    assert.equal(await total(page), types);
    await page.locator('.undo button').click();
    await page.locator('.chip-not').waitFor();
    assert.ok((await total(page)) < types);
    assert.equal(await page.locator('.undo').count(), 0);
    assert.deepEqual(opened.troubles(), []);
    await opened.close();
  });

  test('the words searched for are taken away, and back', async () => {
    const opened = await openPage(browser, portal.origin);
    const { page } = opened;
    await page.goto(`${portal.origin}/search?q=carabus`);
    const found = await total(page);
    await page.getByRole('link', { name: 'Words: carabus' }).click();
    await page.locator('.undo button').waitFor();
    assert.ok((await total(page)) > found);
    assert.equal(await page.locator('#q').inputValue(), '');
    await page.locator('.undo button').click();
    await page.getByRole('link', { name: 'Words: carabus' }).waitFor();
    assert.equal(await total(page), found);
    assert.equal(await page.locator('#q').inputValue(), 'carabus');
    assert.deepEqual(opened.troubles(), []);
    await opened.close();
  });

  test('the tree of taxa by keyboard', async () => {
    const opened = await openPage(browser, portal.origin);
    const { page } = opened;
    await page.goto(`${portal.origin}/search`);
    await page.locator('#taxa[data-ready] [role="treeitem"]').first().focus();
    const first = page.locator('#taxa [role="treeitem"]').first();
    const promised = countOf(await first.locator('.row-count').innerText());
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Home');
    await page.keyboard.press('Enter');
    await page.waitForURL(/kingdom=/);
    await page.locator('#taxa [aria-current]').waitFor();
    assert.equal(await total(page), promised);
    assert.deepEqual(opened.troubles(), []);
    await opened.close();
  });

  test('axe finds nothing, in both themes, with everything open', async () => {
    for (const colorScheme of ['light', 'dark']) {
      const opened = await openPage(browser, portal.origin, { colorScheme, bypassCSP: true });
      const { page } = opened;
      await page.goto(
        `${portal.origin}/search?kingdom=Animalia&typeStatus=!Holotype&year=1850..2000` +
          '&query=%7B%22search%22%3A%22%3Cscript%3E%22%7D',
      );
      await page.goto(`${portal.origin}/search?kingdom=Animalia&year=1850..2000`);
      await page.locator('#facet-range-year[data-ready]').waitFor();
      await page.evaluate(() => {
        for (const fold of document.querySelectorAll('.rail details')) {
          fold.open = true;
        }
      });
      assert.deepEqual(await findAccessibilityTroubles(page), [], colorScheme);
      await opened.close();
    }
  });
});
