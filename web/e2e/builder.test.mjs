// SPDX-License-Identifier: Apache-2.0
// The query builder: with and without scripts, by keyboard, mistakes at their place, and back to the
// results.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  findAccessibilityTroubles,
  openPage,
  skip,
} from './fixtures.mjs';
import { museumAndBrowser } from './served.mjs';

const countOf = (text) => Number(/[\d,]+/.exec(text)?.[0].replaceAll(',', '') ?? 0);
const counted = (page) =>
  page.waitForFunction(() =>
    /^[\d,]+ records? match/.test(document.querySelector('.build-live')?.textContent ?? ''),
  );

describe('the query builder in a browser', { skip }, () => {
  const { portal, browser } = museumAndBrowser();

  const total = async (page) =>
    countOf((await page.locator('p.range').innerText()).replace(/^.* of ([\d,]+).*$/, '$1'));

  test('from a search, by keyboard, to its results and back', async () => {
    const opened = await openPage(browser, portal.origin);
    const { page } = opened;
    await page.goto(`${portal.origin}/search?kingdom=Animalia&view=list`);
    await page.getByRole('link', { name: 'Build a query' }).click();
    await page.locator('#build-form[data-ready]').waitFor();
    await counted(page);
    const before = countOf(await page.locator('.build-live').innerText());
    const add = page.getByRole('button', { name: 'Add a group' }).first();
    await add.focus();
    await page.keyboard.press('Enter');
    // The focus is in the new condition's field.
    await page.keyboard.type('typeStatus');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Holotype');
    await counted(page);
    await page.waitForFunction(
      (count) => document.querySelector('.build-live')?.textContent !== count,
      `${before.toLocaleString('en')} records match`,
    );
    await page.getByRole('button', { name: 'Add a condition' }).first().click();
    await page.keyboard.type('year');
    const asked = page.waitForResponse((answer) => answer.request().postData()?.includes('"missing"'));
    await page
      .locator('.build-group .build-group .build-clause select')
      .nth(1)
      .selectOption('missing');
    await asked;
    await counted(page);
    const promised = countOf(await page.locator('.build-live').innerText());
    const json = JSON.parse(await page.locator('#query').inputValue());
    assert.deepEqual(json.filters.and[1].or[1], { missing: { fields: ['year'] } });
    await page.getByRole('button', { name: 'Search', exact: true }).last().click();
    await page.waitForURL(/\/search\?view=list&query=/);
    assert.equal(await total(page), promised);
    assert.match(await page.locator('.chip-query').innerText(), /Advanced query: /);
    await page.locator('.chip-query').click();
    await page.locator('#build-form[data-ready]').waitFor();
    await counted(page);
    assert.equal(countOf(await page.locator('.build-live').innerText()), promised);
    assert.deepEqual(opened.troubles(), []);
    await opened.close();
  });

  test('moves and removals keep the focus', async () => {
    const query = JSON.stringify({
      filters: {
        and: [
          { or: [{ exists: { fields: ['year'] } }, { exists: { fields: ['family'] } }] },
          { prefix: { fields: ['genus'], value: 'C' } },
        ],
      },
    });
    const opened = await openPage(browser, portal.origin);
    const { page } = opened;
    await page.goto(`${portal.origin}/search/build?query=${encodeURIComponent(query)}`);
    await page.locator('#build-form[data-ready]').waitFor();
    await counted(page);
    await page.getByRole('button', { name: /Move into the group above/ }).click();
    const moved = JSON.parse(await page.locator('#query').inputValue());
    assert.equal(moved.filters.and[0].or[2].prefix.value, 'C');
    assert.ok(
      await page.evaluate(() => document.querySelector('[data-tree]').contains(document.activeElement)),
    );
    await page.getByRole('button', { name: /Move out of the group: starts with/ }).click();
    await page.getByRole('button', { name: /Remove: starts with/ }).click();
    assert.doesNotMatch(await page.locator('#query').inputValue(), /prefix/);
    assert.equal(await page.evaluate(() => document.activeElement?.dataset.way), 'add');
    assert.deepEqual(opened.troubles(), []);
    await opened.close();
  });

  test('a mistake is told at its condition, and in the JSON', async () => {
    const opened = await openPage(browser, portal.origin, {}, [400]);
    const { page } = opened;
    const query = JSON.stringify({
      filters: { and: [{ bbox: { west: 0, south: 50, east: 1, north: 40 } }] },
    });
    await page.goto(`${portal.origin}/search/build?query=${encodeURIComponent(query)}`);
    await page.locator('.build-error').waitFor();
    assert.match(await page.locator('.build-clause .build-error').innerText(), /south/);
    await page.locator('.build-json').evaluate((fold) => {
      fold.open = true;
    });
    await page.fill('#query', '{"filters": {"and": [{"prefix": "<script>alert(1)</script>"}]}}');
    assert.match(await page.locator('.build-live').innerText(), /\/filters\/and\/0\/prefix/);
    await page.fill('#query', '{"search": "<script>alert(1)</script>"}');
    await counted(page);
    assert.equal(await page.locator('.build-clause').count(), 1);
    assert.deepEqual(opened.troubles(), []);
    await opened.close();
  });

  test('on a German page what the API refuses is told in German', async () => {
    const opened = await openPage(browser, portal.origin, {}, [400]);
    const query = { filters: { and: [{ bbox: { west: 0, east: 1, south: 9, north: 1 } }] } };
    const parameters = new URLSearchParams({ query: JSON.stringify(query) });
    await opened.page.goto(`${portal.origin}/de/search/build?${parameters}`);
    await opened.page.locator('.build-note.build-error').waitFor();
    const told = await opened.page.locator('.build-note.build-error').innerText();
    assert.match(told, /das Rechteck steht auf dem Kopf: Süden 9 liegt über Norden 1$/);
    await opened.close();
  });

  test('without scripts the text is checked and searched for', async () => {
    const opened = await openPage(browser, portal.origin, { javaScriptEnabled: false });
    const { page } = opened;
    await page.goto(`${portal.origin}/search/build?family=Carabidae`);
    const everything = countOf(await page.locator('.build-count').innerText());
    assert.ok(everything > 0);
    await page.fill('#query', '{"filters": {"and": [');
    await page.getByRole('button', { name: 'Check and count' }).click();
    assert.match(await page.locator('#build-error').innerText(), /JSON/);
    assert.equal(await page.locator('#query').inputValue(), '{"filters": {"and": [');
    await page.fill('#query', '{"filters": {"not": [{"exists": {"fields": ["family"]}}]}}');
    await page.getByRole('button', { name: 'Search', exact: true }).last().click();
    await page.waitForURL(/\/search\?query=/);
    assert.match(await page.locator('.chip-query').innerText(), /without family/);
    assert.deepEqual(opened.troubles(), []);
    await opened.close();
  });

  test('axe finds nothing, in both themes', async () => {
    const query = JSON.stringify({
      search: 'a',
      filters: {
        or: [
          { same: { list: 'multimedia', filters: { and: [{ exists: { fields: ['x'] } }] } } },
          { number_range: { fields: ['year'], less_than: 1900 } },
          { fuzzy: { fields: ['genus'], value: 'Carabus' } },
          { in: { fields: ['family'], values: ['a', 'b'] } },
          { geo_named_area: { country: 'Kenya' } },
        ],
      },
    });
    for (const colorScheme of ['light', 'dark']) {
      const opened = await openPage(browser, portal.origin, { colorScheme, bypassCSP: true }, [400]);
      const { page } = opened;
      await page.goto(`${portal.origin}/search/build?query=${encodeURIComponent(query)}`);
      await page.locator('#build-form[data-ready]').waitFor();
      await page.waitForFunction(() => /[^…]$/.test(document.querySelector('.build-live').textContent));
      assert.deepEqual(await findAccessibilityTroubles(page), [], colorScheme);
      await opened.close();
    }
  });
});
