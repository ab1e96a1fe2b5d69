// SPDX-License-Identifier: Apache-2.0
// Pasted lists (rule C7): what they find, as a page, with and without scripts.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  findAccessibilityTroubles,
  openPage,
  skip,
} from './fixtures.mjs';
import { museumAndBrowser } from './served.mjs';

describe('pasted lists in a browser', { skip }, () => {
  const { portal, browser } = museumAndBrowser();

  for (const javaScriptEnabled of [true, false]) {
    test(`found, not found, ambiguous, ${javaScriptEnabled ? 'with' : 'without'} scripts`, async () => {
      const opened = await openPage(browser, portal.origin, { javaScriptEnabled });
      const { page } = opened;
      await page.goto(`${portal.origin}/search?kind=specimens`);
      await page.getByRole('link', { name: 'Paste a list' }).click();
      await page.waitForURL(/\/lists\?kind=specimens/);
      await page.fill('#list-field', 'family');
      await page.fill('#list-values', 'Carabidae\nNothing of the kind\n=<script>alert(1)</script>');
      await page.getByRole('button', { name: 'Look for them' }).click();
      await page.locator('.list-parts').waitFor();
      assert.equal(await page.locator('.list-notFound .count').innerText(), '2');
      assert.equal(await page.locator('.list-ambiguous .count').innerText(), '1');
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.locator('.list-notFound button').click(),
      ]);
      assert.equal(download.suggestedFilename(), 'list.csv');
      await page.locator('.list-ambiguous .list-ways a').click();
      await page.waitForURL(/\/search\?.*query=/);
      assert.match(await page.locator('.chip-query').innerText(), /Carabidae/);
      assert.deepEqual(opened.troubles(), []);
      await opened.close();
    });
  }

  test('axe finds nothing, in both themes', async () => {
    for (const colorScheme of ['light', 'dark']) {
      const opened = await openPage(browser, portal.origin, { colorScheme, bypassCSP: true });
      const { page } = opened;
      await page.goto(`${portal.origin}/lists`);
      await page.fill('#list-field', 'family');
      await page.fill('#list-values', 'Carabidae\nNothing');
      await page.getByRole('button', { name: 'Look for them' }).click();
      await page.locator('.list-parts').waitFor();
      assert.deepEqual(await findAccessibilityTroubles(page), [], colorScheme);
      await opened.close();
    }
  });
});
