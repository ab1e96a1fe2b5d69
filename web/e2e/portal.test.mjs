// SPDX-License-Identifier: Apache-2.0
// A researcher's walk through the portal, with and without scripts, by mouse and keyboard.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { findCatalogueNumber, findRecordWithHistory, openPage, skip } from './fixtures.mjs';
import { museumAndBrowser } from './served.mjs';

const countOf = (text) => Number(/[\d,]+/.exec(text)?.[0].replaceAll(',', '') ?? 0);

describe('the portal in a browser', { skip }, () => {
  const { portal, browser } = museumAndBrowser();

  const heading = (page) => page.locator('h1').innerText();

  async function walk(scripts) {
    const opened = await openPage(browser, portal.origin, { javaScriptEnabled: scripts });
    const { page } = opened;

    await page.goto(`${portal.origin}/`);
    assert.match(await page.locator('.holdings').innerText(), /specimens\s+[\d,]+/);
    await page.locator('#q').press('Enter');
    await page.waitForURL(/\/search$|\/search\?/);
    const everything = countOf(await heading(page));
    assert.ok(everything > 0, 'a bare search lists records');

    // Choosing a facet value narrows the total to the count beside it (rule C1).
    const value = page.locator('.facet-value').first();
    const promised = countOf(await value.locator('.facet-count').innerText());
    // Not check(), which looks at the box again: the answer may have replaced it by then.
    await value.locator('input').click();
    if (!scripts) {
      await page.locator('.without-script button').first().click();
    }
    await page.waitForURL(/\/search\?.+=/);
    await page.locator('.chip').first().waitFor();
    const total = countOf(
      (await page.locator('.range').innerText()).replace(/^.* of ([\d,]+).*$/, '$1'),
    );
    assert.equal(total, promised);

    const searchAddress = page.url();
    const row = page.locator('table.records tbody th a').first();
    const name = await row.innerText();
    await row.click();
    await page.waitForURL(/\/record\//);
    assert.ok((await page.locator('h1').innerText()).length > 0, `the page of ${name}`);
    assert.ok((await page.locator('.group').count()) > 0, 'its values stand in groups');
    assert.ok((await page.locator('#history .version').count()) > 0, 'its history is listed');

    await page.goBack();
    await page.waitForURL(searchAddress);
    assert.equal(await page.locator('.chip').count() > 0, true, 'the filter is still there');
    await page.goBack();
    await page.waitForFunction(
      (count) => document.querySelector('h1')?.textContent?.includes(count),
      everything.toLocaleString('en'),
    );
    assert.deepEqual(opened.troubles(), []);
    await opened.close();
  }

  test('home, search, facet, record, history, back', () => walk(true));

  test('the same without scripts', () => walk(false));

  test('the address of a search is its whole state', async () => {
    const opened = await openPage(browser, portal.origin);
    const { page } = opened;
    await page.goto(`${portal.origin}/search`);
    await page.locator('.facet-value input').first().click();
    await page.locator('.chip').first().waitFor();
    await page.selectOption('#sort', '-year');
    await page.waitForURL(/sort=-year/);
    const rows = await page.locator('table.records tbody').innerText();
    const again = await openPage(browser, portal.origin);
    await again.page.goto(page.url());
    assert.equal(await again.page.locator('table.records tbody').innerText(), rows);
    assert.equal(await heading(again.page), await heading(page));
    assert.deepEqual([...opened.troubles(), ...again.troubles()], []);
    await again.close();
    await opened.close();
  });

  test('a changed filter is announced and keeps the focus', async () => {
    const opened = await openPage(browser, portal.origin);
    const { page } = opened;
    await page.goto(`${portal.origin}/search`);
    const box = page.locator('.facet-value input').first();
    const value = await box.getAttribute('value');
    await box.focus();
    await page.keyboard.press('Space');
    await page.locator('.chip').first().waitFor();
    assert.equal(await page.evaluate(() => document.activeElement?.value), value);
    assert.equal(await page.locator('#announcer').innerText(), await heading(page));
    assert.deepEqual(opened.troubles(), []);
    await opened.close();
  });

  test('suggestions by keyboard', async () => {
    const opened = await openPage(browser, portal.origin);
    const { page } = opened;
    await page.goto(`${portal.origin}/search`);
    const name = await page.locator('table.records tbody th i').first().innerText();
    await page.goto(`${portal.origin}/`);
    await page.locator('#q').pressSequentially(name.slice(0, 4));
    await page.locator('.suggestions li').first().waitFor();
    assert.equal(await page.locator('#q').getAttribute('aria-expanded'), 'true');
    await page.keyboard.press('ArrowDown');
    const chosen = await page.locator('.suggestions li[aria-selected="true"] span').first();
    assert.equal(await page.locator('#q').inputValue(), await chosen.innerText());
    await page.keyboard.press('Escape');
    assert.equal(await page.locator('#q').inputValue(), name.slice(0, 4));
    assert.equal(await page.locator('#q').getAttribute('aria-expanded'), 'false');
    await page.goto(`${portal.origin}/de/`);
    await page.locator('#q').pressSequentially(name.slice(0, 4));
    await page.locator('.suggestion-label', { hasText: 'Wissenschaftlicher Name' }).first().waitFor();
    assert.deepEqual(opened.troubles(), []);
    await opened.close();
  });

  for (const scripts of [false, true]) {
    const how = scripts ? 'with' : 'without';
    test(`a whole catalogue number leads to its record, ${how} scripts`, async () => {
      const opened = await openPage(browser, portal.origin, { javaScriptEnabled: scripts });
      const { page } = opened;
      const number = await findCatalogueNumber(portal.origin);
      for (const path of ['/', '/search?sort=-year', '/help']) {
        await page.goto(portal.origin + path);
        await page.locator('input[name="q"]').fill(number);
        const asked = [];
        const listen = (request) => {
          if (new URL(request.url()).pathname.startsWith('/record/')) {
            asked.push(request.url());
          }
        };
        page.on('request', listen);
        await page.locator('input[name="q"]').press('Enter');
        await page.waitForURL(/\/record\//);
        page.off('request', listen);
        assert.equal(asked.length, 1, `the record is asked for once, from ${path}`);
        assert.ok((await page.locator('main').innerText()).includes(number));
        await page.goBack();
        await page.waitForURL(portal.origin + path);
      }
      // Its search is a search, and words lead to one.
      await page.goto(`${portal.origin}/search?q=${encodeURIComponent(number)}`);
      await page.locator('.range').waitFor();
      await page.evaluate(() => (window.isSamePage = true));
      await page.locator('#q').fill('carabus');
      await page.locator('#q').press('Enter');
      await page.waitForURL(`${portal.origin}/search?q=carabus`);
      assert.equal(await page.evaluate(() => window.isSamePage === true), scripts, 'in place');
      assert.deepEqual(opened.troubles(), []);
      await opened.close();
    });
  }

  test('a record as of an earlier version, and what changed since', async () => {
    const opened = await openPage(browser, portal.origin, { javaScriptEnabled: false });
    const { page } = opened;
    const path = await findRecordWithHistory(portal.origin);
    await page.goto(portal.origin + path);
    assert.equal(await page.locator('.version-bar').count(), 0);
    await page.locator('#history .version').last().locator('.commit-when a').click();
    await page.waitForURL(/version=/);
    assert.equal(await page.locator('.version-bar').count(), 1, 'it says that it is old');
    assert.equal(await page.locator('meta[name="robots"]').getAttribute('content'), 'noindex');
    await page.locator('.version-bar a').click();
    await page.locator('.inline-form button').last().click();
    await page.waitForURL(/from=.*to=|to=.*from=/);
    assert.equal(await page.locator('#changes').count(), 1);
    assert.ok((await page.locator('#changes tbody tr').count()) > 0, 'a version has a change');
    assert.deepEqual(opened.troubles(), []);
    await opened.close();
  });

  test('every kind and collection on the home page leads to as many records', async () => {
    const opened = await openPage(browser, portal.origin, { javaScriptEnabled: false });
    const { page } = opened;
    await page.goto(`${portal.origin}/`);
    const promises = await page.evaluate(() => {
      const figures = [...document.querySelectorAll('.figures dt a')].map((link) => ({
        address: link.getAttribute('href'),
        count: link.closest('div').querySelector('dd').textContent,
      }));
      const tiles = [...document.querySelectorAll('.tile a')].map((link) => ({
        address: link.getAttribute('href'),
        count: link.closest('.tile').querySelector('.tile-count b').textContent,
      }));
      return [...figures, ...tiles].filter(({ address }) => address.startsWith('/search'));
    });
    assert.ok(promises.length >= 8, `${promises.length} ways lead to records`);
    for (const { address, count } of promises) {
      await page.goto(portal.origin + address);
      if (address.startsWith('/search?facet=')) {
        // A number of values, not of records: all of them are listed.
        const name = new URL(address, portal.origin).searchParams.get('facet');
        assert.equal(String(await page.locator(`input[name="${name}"]`).count()), count, address);
        continue;
      }
      const range = await page.locator('.range').innerText();
      assert.equal(range.replace(/^.* of ([\d,]+).*$/, '$1'), count, address);
    }
    assert.deepEqual(opened.troubles(), []);
    await opened.close();
  });

  test('the keyboard reaches the content first', async () => {
    const opened = await openPage(browser, portal.origin);
    const { page } = opened;
    await page.goto(`${portal.origin}/search`);
    await page.keyboard.press('Tab');
    assert.equal(await page.evaluate(() => document.activeElement?.className), 'skip');
    await page.keyboard.press('Enter');
    assert.equal(await page.evaluate(() => document.activeElement?.id), 'main');
    await opened.close();
  });

  test('nonsense in an address is left out, and the page says so', async () => {
    const opened = await openPage(browser, portal.origin);
    const answer = await opened.page.goto(`${portal.origin}/search?limit=-1`);
    assert.equal(answer.status(), 200);
    assert.match(await opened.page.locator('.notice').innerText(), /limit=-1: /);
    assert.deepEqual(opened.troubles(), []);
    await opened.close();
  });

  test('rules L1 and K2: a demo says so on every page and is not for indexing', async () => {
    const record = await findRecordWithHistory(portal.origin);
    for (const path of ['/', '/search', '/datasets', '/about', '/api', '/accessibility', record]) {
      const answer = await fetch(portal.origin + path);
      assert.equal(answer.status, 200, path);
      const html = await answer.text();
      assert.ok(html.includes('class="demo-banner"'), `${path} has the banner`);
      assert.ok(html.includes('<meta name="robots" content="noindex">'), `${path} noindex`);
      const policy = answer.headers.get('content-security-policy') ?? '';
      assert.match(policy, /default-src 'self'/, path);
      assert.doesNotMatch(policy, /unsafe/, path);
    }
    const robots = await fetch(`${portal.origin}/robots.txt`);
    assert.match(await robots.text(), /Disallow: \/search\?/);
  });
});
