// SPDX-License-Identifier: Apache-2.0
// The page of a record: its media, its neighbours in a search, how to cite it, and what a wrong
// address gives.
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

const SEARCH = '/search?filter.exists=Multimedia&dataset=collection-specimens';

describe('the page of a record', { skip }, () => {
  const { portal, browser } = museumAndBrowser();

  const rows = (page) => page.locator('table.records tbody th a');

  async function walk(scripts) {
    const opened = await openPage(browser, portal.origin, { javaScriptEnabled: scripts });
    const { page } = opened;
    await page.goto(portal.origin + SEARCH);
    const names = await rows(page).allInnerTexts();
    await rows(page).first().click();
    await page.waitForURL(/\/record\/.*search=/);
    assert.equal(await page.locator('.record-place a[rel=prev]').count(), 0);
    await page.locator('.record-place a[rel=next]').click();
    await page.waitForURL(/at=1$/);
    assert.ok((await page.locator('h1').innerText()).startsWith(names[1]), 'the second result');
    await page.locator('.record-place a[rel=prev]').click();
    await page.waitForURL(/at=0$/);
    assert.ok((await page.locator('h1').innerText()).startsWith(names[0]), 'the first again');
    // The address with a search is not the record's own.
    const canonical = await page.locator('link[rel=canonical]').getAttribute('href');
    assert.doesNotMatch(canonical, /\?/);
    assert.equal(await page.locator('meta[name=robots]').getAttribute('content'), 'noindex');
    await page.locator('.record-place a').first().click();
    await page.waitForURL(/\/search\?/);
    assert.deepEqual(await rows(page).allInnerTexts(), names);
    assert.deepEqual(opened.troubles(), []);
    await opened.close();
  }

  test('next, previous and back lead through the search, with scripts', () => walk(true));
  test('next, previous and back lead through the search, without scripts', () => walk(false));

  test('pictures come from this host, with a text and a licence (rules D3 and K1)', async () => {
    const opened = await openPage(browser, portal.origin);
    const { page } = opened;
    await page.goto(portal.origin + SEARCH);
    await rows(page).first().click();
    const image = page.locator('.figures img').first();
    await image.waitFor();
    assert.ok(
      await image.evaluate(async (node) => {
        await node.decode();
        return node.naturalWidth > 0;
      }),
    );
    assert.match(await image.getAttribute('alt'), /DEMO-/);
    assert.match(await page.locator('.figures .licence').first().innerText(), /CC BY 4\.0/);
    assert.match(await page.locator('.media > p').innerText(), /CC0 1\.0/);
    assert.deepEqual(opened.troubles(), []);
    await opened.close();
  });

  test('a citation can be copied and downloaded (rule G1)', async () => {
    const opened = await openPage(browser, portal.origin, {
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    const { page } = opened;
    await page.goto(portal.origin + SEARCH);
    await rows(page).first().click();
    await page.getByRole('button', { name: 'Copy BibTeX' }).click();
    await page.getByText('Copied').waitFor();
    assert.match(await page.evaluate(() => navigator.clipboard.readText()), /^@misc\{/);
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Download RIS' }).click(),
    ]);
    assert.match(file.suggestedFilename(), /\.ris$/);
    const linked = await page.locator('link[type="application/ld+json"]').getAttribute('href');
    const answer = await (await fetch(portal.origin + linked)).json();
    assert.equal(answer.institutionCode, 'DEMO');
    assert.deepEqual(opened.troubles(), []);
    await opened.close();
  });

  test('nonsense in the place is dropped without a word', async () => {
    const opened = await openPage(browser, portal.origin);
    const { page } = opened;
    await page.goto(portal.origin + SEARCH);
    await rows(page).first().click();
    const own = page.url().replace(/\?.*/, '');
    for (const place of ['?search=%00&at=0', '?search=family%3DNothing&at=0', '?search=a&at=-1',
      '?at=3', '?search=q%3Dx%26view%3Dnone%26nonsense.x%3D1&at=999999999999']) {
      const answer = await fetch(own + place);
      assert.ok([200, 400].includes(answer.status), `${place}: ${answer.status}`);
      assert.doesNotMatch(await answer.text(), /record-place/);
    }
    await opened.close();
  });

  for (const { colorScheme, viewport } of LOOKS) {
    test(`accessible in ${colorScheme} at ${viewport.width}`, async () => {
      const opened = await openPage(
        browser,
        portal.origin,
        { colorScheme, viewport, bypassCSP: true },
        [404],
      );
      const { page } = opened;
      await page.goto(portal.origin + SEARCH);
      await rows(page).first().click();
      await page.locator('.figures img').first().waitFor();
      assert.deepEqual(await findAccessibilityTroubles(page), []);
      assert.equal(
        await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth),
        true,
      );
      await takePicture(page, `record-media-${colorScheme}-${viewport.width}`);
      await page.goto(`${portal.origin}/dataset/collection-specimes`);
      assert.deepEqual(await findAccessibilityTroubles(page), []);
      assert.match(await page.locator('.meant').innerText(), /Specimens of the/);
      assert.deepEqual(opened.troubles(), []);
      await opened.close();
    });
  }
});
