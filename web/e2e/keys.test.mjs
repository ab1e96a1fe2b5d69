// SPDX-License-Identifier: Apache-2.0
// What serves those who work with keys and programs: shortcuts, code of a search, the API's page.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { openPage, skip } from './fixtures.mjs';
import { museumAndBrowser } from './served.mjs';

describe('keys', { skip }, () => {
  const { portal, browser } = museumAndBrowser();

  test('rows, views and the search box are a key away; the sheet lists and switches them', async () => {
    const opened = await openPage(browser, portal.origin);
    const { page } = opened;
    const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '');
    await page.goto(`${portal.origin}/search`);
    const rows = await page.locator('.records tbody th a').allInnerTexts();
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    assert.equal(await focused(), rows[1]);
    await page.keyboard.press('k');
    assert.equal(await focused(), rows[0]);
    await page.keyboard.press('g');
    await page.keyboard.press('l');
    await page.waitForURL(/view=list/);
    await page.keyboard.press('/');
    assert.equal(await page.evaluate(() => document.activeElement?.id), 'q');
    await page.keyboard.type('j?');
    assert.match(await page.locator('#q').inputValue(), /j\?/, 'keys are text where text is typed');
    await page.evaluate(() => document.activeElement?.blur());

    await page.keyboard.press('?');
    const sheet = page.locator('#keys');
    assert.ok(await sheet.isVisible());
    await sheet.locator('input').uncheck();
    await page.keyboard.press('Escape');
    assert.ok(!(await sheet.isVisible()));
    await page.keyboard.press('j');
    assert.doesNotMatch(await page.evaluate(() => document.activeElement?.tagName ?? ''), /^A$/);
    await page.reload();
    await page.keyboard.press('/');
    assert.notEqual(await page.evaluate(() => document.activeElement?.id), 'q', 'they stay off');
    await page.locator('.keys-link').click();
    assert.ok(await sheet.isVisible(), 'and the sheet is still to be had');
    assert.deepEqual(opened.troubles(), []);
    await opened.close();
  });

  test('a search as code holds its own address', async () => {
    const opened = await openPage(browser, portal.origin);
    const { page } = opened;
    await page.goto(`${portal.origin}/search?view=list&q=${encodeURIComponent(`o'x"y`)}`);
    await page.goto(`${portal.origin}/search?view=list&country=Norway`);
    await page.getByText('This search for programs').click();
    const code = await page.locator('#code-curl').innerText();
    const address = /'([^']+)'/.exec(code)?.[1] ?? '';
    assert.equal(address, `${portal.origin}/api/v1/records?country=Norway`);
    const answer = await (await fetch(address)).json();
    assert.ok(answer.total > 0);
    assert.deepEqual(opened.troubles(), []);
    await opened.close();
  });

  test('the page of the programming interface asks in place, and without scripts by its forms', async () => {
    const opened = await openPage(browser, portal.origin);
    const { page } = opened;
    await page.goto(`${portal.origin}/api#findRecords`);
    await page.locator('[data-island="console"][data-ready]').waitFor();
    const operation = page.locator('#findRecords');
    assert.ok(await operation.locator('form').isVisible(), 'the operation of the address is open');
    await operation.locator('input[name="q"]').fill('apidae');
    await operation.locator('input[name="limit"]').fill('1');
    await operation.locator('button[type="submit"]').click();
    await operation.locator('.console-answer pre').nth(3).waitFor();
    const texts = await operation.locator('.console-answer pre').allInnerTexts();
    assert.equal(JSON.parse(texts[0]).records.length, 1);
    assert.match(texts[1], /^curl '.*\/api\/v1\/records\?q=apidae&limit=1'$/);
    await page.locator('#search summary').click();
    await page.locator('#search button[type="submit"]').click();
    await page.locator('#search .console-answer pre').first().waitFor();
    assert.match(await page.locator('#search .console-answer [role="status"]').innerText(), /^200/);
    assert.deepEqual(opened.troubles(), []);
    await opened.close();

    const plain = await openPage(browser, portal.origin, { javaScriptEnabled: false });
    await plain.page.goto(`${portal.origin}/api`);
    await plain.page.locator('#suggest summary').click();
    await plain.page.locator('#suggest input[name="field"]').fill('genus');
    await plain.page.locator('#suggest button[type="submit"]').click();
    await plain.page.waitForURL(/\/api\/v1\/suggest\?field=genus/);
    await plain.close();
  });
});
