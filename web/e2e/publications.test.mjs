// SPDX-License-Identifier: Apache-2.0
// The page of publications: numbers that lead to what they count, filters, what it says of nothing.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { after, before, describe, test } from 'node:test';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  LOOKS,
  findAccessibilityTroubles,
  openPage,
  skip,
  startBrowser,
  startPortal,
  takePicture,
} from './fixtures.mjs';

const binary = process.env.VITRINE_BINARY;

/** Four papers, of the first two datasets. */
function addPapers(data) {
  const list = execFileSync(binary, ['dataset', 'list', '--data', data, '--json'], { encoding: 'utf8' });
  const slugs = [...list.matchAll(/"slug":\s*"([^"]+)"/g)].map((match) => match[1]);
  const rows = [0, 1, 2, 3].map((n) => ({
    DOI: `10.1234/paper.${n}`,
    type: 'article-journal',
    title: `On specimens, part ${n} <b>of</b> 3`,
    author: [{ family: 'Smith', given: 'J.' }],
    issued: { 'date-parts': [[2018 + n]] },
    'container-title': 'Journal of Drawers',
    custom: { cites: [`/dataset/${slugs[n % 2]}`] },
  }));
  const file = join(data, '..', 'papers.json');
  writeFileSync(file, JSON.stringify(rows));
  execFileSync(binary, ['literature', '--data', data, 'import', file]);
}

describe('publications', { skip }, () => {
  let portal;
  let empty;
  let browser;

  before(async () => {
    portal = await startPortal(addPapers);
    empty = await startPortal();
    browser = await startBrowser();
  });

  after(async () => {
    await browser?.close();
    await portal?.stop();
    await empty?.stop();
  });

  test('numbers lead to what they count, and filters narrow', async () => {
    const opened = await openPage(browser, portal.origin, { javaScriptEnabled: false });
    const { page } = opened;
    await page.goto(`${portal.origin}/publications`);
    const rows = page.locator('.publications > li');
    assert.equal(await rows.count(), 4);
    await page.getByRole('link', { name: '4 cite datasets' }).click();
    assert.match(page.url(), /grade=dataset/);
    assert.equal(await rows.count(), 4);
    await page.fill('#year', '2019..2021');
    await page.locator('#dataset').selectOption({ index: 1 });
    await page.getByRole('button', { name: 'Search' }).last().click();
    const narrowed = await rows.count();
    assert.ok(narrowed >= 1 && narrowed <= 2, String(narrowed));
    assert.equal(await page.locator('#grade').inputValue(), 'dataset', 'what was chosen stays');
    await page.fill('#year', '1900');
    await page.getByRole('button', { name: 'Search' }).last().click();
    await page.getByRole('link', { name: 'All publications' }).click();
    assert.equal(await rows.count(), 4);
    assert.deepEqual(opened.troubles(), []);
    await opened.close();
  });

  test('axe finds nothing and nothing overflows, in both looks, also where nothing is known', async () => {
    for (const look of LOOKS) {
      for (const [origin, path] of [
        [portal.origin, '/publications'],
        [portal.origin, '/publications?year=1900'],
        [portal.origin, '/de/publications?grade=dataset'],
        [empty.origin, '/publications'],
      ]) {
        const opened = await openPage(browser, origin, { ...look, bypassCSP: true });
        const { page } = opened;
        await page.goto(origin + path);
        assert.deepEqual(await findAccessibilityTroubles(page), [], `${look.colorScheme} ${path}`);
        const wide = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        assert.ok(wide <= 0, `${look.colorScheme} ${path} is no wider than the window`);
        const name = `publications${path.replace(/\W+/g, '_')}-${origin === empty.origin ? 'none' : 'some'}`;
        await takePicture(page, `${name}-${look.colorScheme}-${look.viewport.width}`);
        assert.deepEqual(opened.troubles(), []);
        await opened.close();
      }
    }
  });
});
