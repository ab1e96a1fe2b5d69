// SPDX-License-Identifier: Apache-2.0
// Journeys of readers from end to end: a type specimen by collector and year, back to last year, and
// the citation of what was found; a connection that is lost; and the profile of a large dataset,
// which comes when it is near.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import {
  findAccessibilityTroubles,
  openPage,
  serve,
  skip,
  startBrowser,
} from './fixtures.mjs';
import { museumAndBrowser } from './served.mjs';

const countIn = (text) => Number(/[\d,]+/.exec(text)[0].replaceAll(',', ''));

describe('journeys', { skip }, () => {
  const { portal, browser } = museumAndBrowser();

  /** A collector with a type specimen of a year, as the API knows them. */
  async function someType() {
    const asked = 'typeStatus=Holotype&recordedBy=*&year=1850..1950&limit=1';
    const answer = await (await fetch(`${portal.origin}/api/v1/records?${asked}`)).json();
    const { recordedBy, year, catalogNumber } = answer.records[0].data;
    return { collector: recordedBy, year, catalogNumber };
  }

  test('a type specimen is found by its collector and year', async () => {
    const wanted = await someType();
    const opened = await openPage(browser, portal.origin);
    const { page } = opened;
    await page.goto(`${portal.origin}/`);
    await page.locator('#q').fill(wanted.collector);
    await page.locator('#q').press('Enter');
    await page.waitForURL(/\/search\?q=/);
    const all = countIn(await page.locator('h1').innerText());

    for (const [end, range] of [
      ['from', `${wanted.year}..`],
      ['to', `${wanted.year}..${wanted.year}`],
    ]) {
      await page.locator(`input[name="year~${end}"]`).fill(String(wanted.year));
      await page.locator(`input[name="year~${end}"]`).press('Tab');
      await page.waitForURL((url) => url.searchParams.get('year') === range);
    }
    await page.locator('#presets label', { hasText: 'type' }).first().click();
    await page.waitForURL((url) => url.searchParams.get('filter.missing') === '!typeStatus');
    await page.locator('.chip').nth(2).waitFor(); // the words too
    const found = countIn(await page.locator('h1').innerText());
    assert.ok(found > 0 && found <= all);

    await page.locator('table.records tbody th a').first().click();
    await page.waitForURL(/\/record\//);
    const text = await page.locator('main').innerText();
    assert.ok(text.includes(wanted.collector), 'the collector is the one who was asked for');
    assert.ok(text.includes(String(wanted.year)));
    assert.deepEqual(opened.troubles(), []);
    await opened.close();
  });

  test('a package of a chosen format, and an identifier of its own, from the same page', async () => {
    const opened = await openPage(browser, portal.origin, { acceptDownloads: true });
    const { page } = opened;
    await page.goto(`${portal.origin}/search?genus=Carabus`, { waitUntil: 'networkidle' });
    await page.locator('#download summary').click();
    await page.locator('#download-format').selectOption('tsv');
    await page.waitForTimeout(300);
    assert.match(page.url(), /\/search\?genus=Carabus$/, 'choosing a format leaves the page alone');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.locator('button[form=download-form]').click(),
    ]);
    assert.match(download.suggestedFilename(), /tsv.*\.zip$/);
    await page.locator('.cite-search summary').click();
    await page.getByRole('button', { name: 'Give this search an identifier' }).click();
    await page.waitForURL(/\/cite\/\w{8}$/);
    assert.deepEqual(opened.troubles(), []);
    await opened.close();
  });

  test('back to an earlier moment, and what is found there is cited', async () => {
    const opened = await openPage(browser, portal.origin, {
      bypassCSP: true,
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    const { page } = opened;
    await page.goto(`${portal.origin}/dataset/collection-specimens`);
    await page.locator('.growth summary').click();
    const row = page.locator('.growth tbody tr').first();
    const promised = countIn(await row.locator('a').innerText());
    await row.locator('a').click();
    await page.waitForURL((url) => url.searchParams.has('version'));
    assert.equal(countIn(await page.locator('h1').innerText()), promised);
    const version = new URL(page.url()).searchParams.get('version');

    // The citation is read when its part is opened, and the link's place holds it.
    const part = page.locator('.cite-search');
    const link = await part.locator('.sentence a').getAttribute('href');
    await part.locator('summary').click();
    await page.waitForFunction(() => document.querySelector('.cite-search .sentence a') === null);
    const sentence = await part.locator('.sentence').innerText();
    assert.equal(sentence.trim(), (await (await fetch(portal.origin + link)).text()).trim());
    assert.ok(sentence.includes(promised.toLocaleString('en')) || sentence.includes(version));
    assert.deepEqual(await findAccessibilityTroubles(page), []);
    await part.getByRole('button', { name: 'Copy the citation' }).click();
    await part.getByText('Copied').waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    assert.equal(copied.trim(), sentence.trim());
    assert.deepEqual(opened.troubles(), []);
    await opened.close();
  });

  test('back to last year by the slider, and what was here then is cited', async () => {
    const opened = await openPage(browser, portal.origin);
    const { page } = opened;
    await page.goto(`${portal.origin}/search?view=changes&dataset=collection-specimens`);
    const slider = page.locator('#changes-to-slider');
    await slider.waitFor();
    const commits = await page.locator('#changes-to').evaluate((list) =>
      [...list.options].map(({ value, text }) => [value, /^\d+ \w+ (\d{4}),/.exec(text)?.[1]]),
    );
    const newest = Number(commits.find(([, year]) => year !== undefined)[1]);
    const index = commits.findIndex(([, year]) => year === String(newest - 1));
    const [version] = commits[index];
    await slider.fill(String(commits.length - 1 - index)); // the oldest stands at the left
    await page.waitForURL((url) => url.searchParams.get('version') === version);
    const sides = page.locator('.sides dd a');
    await sides.last().click();
    await page.waitForURL((url) => !url.searchParams.has('view'));
    const shown = countIn(await page.locator('h1').innerText());
    const asked = `dataset=collection-specimens&version=${version}`;
    const answer = await fetch(`${portal.origin}/api/v1/records?${asked}&limit=0`);
    assert.equal(shown, (await answer.json()).total);
    const now = await fetch(`${portal.origin}/api/v1/records?dataset=collection-specimens&limit=0`);
    assert.notEqual(shown, (await now.json()).total, 'something was added since');
    assert.ok((await page.locator('main').innerText()).includes(String(newest - 1)));

    const part = page.locator('.cite-search');
    const link = await part.locator('.sentence a').getAttribute('href');
    assert.ok(link.includes(version), 'of that moment');
    await part.locator('summary').click();
    await page.waitForFunction(() => document.querySelector('.cite-search .sentence a') === null);
    const sentence = (await part.locator('.sentence').innerText()).trim();
    assert.equal(sentence, (await (await fetch(portal.origin + link)).text()).trim());
    await part.getByRole('button', { name: 'Give this search an identifier' }).click();
    await page.waitForURL(/\/cite\/\w{8}$/);
    assert.ok((await page.locator('main').innerText()).includes(shown.toLocaleString('en')));
    assert.deepEqual(opened.troubles(), []);
    await opened.close();
  });

  test('a lost connection is told, the page stays, and goes on when it is back', async () => {
    const opened = await openPage(browser, portal.origin, { bypassCSP: true });
    const { page } = opened;
    await page.goto(`${portal.origin}/search?kingdom=Animalia`, { waitUntil: 'networkidle' });
    const before = await page.locator('h1').innerText();
    await page.context().setOffline(true);
    await page.locator('#view-list').click();
    const notice = page.locator('.lost[role=status]');
    await notice.waitFor();
    assert.match(await notice.innerText(), /connection is lost/);
    assert.deepEqual(await findAccessibilityTroubles(page), []);
    assert.match(page.url(), /kingdom=Animalia$/, 'the address is that of what is shown');
    assert.equal(await page.locator('h1').innerText(), before);
    await page.locator('.lost button').click();
    await page.waitForTimeout(300);
    assert.equal(await notice.count(), 1, 'told once, however often it is tried');
    await page.context().setOffline(false);
    await page.waitForURL(/view=list/);
    await page.locator('#view-list[aria-current]').waitFor();
    await notice.waitFor({ state: 'detached' });

    // A server that is away for a while is asked again without the browser's notice.
    let away = true;
    await page.route(/view=table|\/search\?kingdom=Animalia$/, (route) =>
      away ? route.abort('connectionrefused') : route.continue(),
    );
    await page.locator('#view-table').click();
    await notice.waitFor();
    away = false;
    await page.locator('#view-table[aria-current]').waitFor();
    assert.equal(await notice.count(), 0);

    // The parts of a page that ask by themselves say the same.
    await page.goto(`${portal.origin}/search?table.scroll=1`, { waitUntil: 'networkidle' });
    await page.context().setOffline(true);
    await page.locator('#q').first().pressSequentially('ca');
    await notice.waitFor();
    await page.context().setOffline(false);
    await notice.waitFor({ state: 'detached' });
    await page.context().setOffline(true);
    await page.evaluate(() => {
      const scrolls = (part) => part.scrollHeight > part.clientHeight + 500;
      [...document.querySelectorAll('.grid-place *')].find(scrolls).scrollTop = 50_000;
    });
    await notice.waitFor();
    await page.locator('.grid-waits').first().waitFor();
    await page.context().setOffline(false);
    await notice.waitFor({ state: 'detached' });
    await page.waitForFunction(() => document.querySelector('.grid-waits:not([hidden])') === null);
    const lost = /ERR_INTERNET_DISCONNECTED|ERR_CONNECTION_REFUSED/;
    assert.deepEqual(opened.troubles().filter((trouble) => !lost.test(trouble)), []);
    await opened.close();
  });

  test('where the citation does not come, the link to it stays', async () => {
    const opened = await openPage(browser, portal.origin, {}, [503]);
    const { page } = opened;
    await page.goto(`${portal.origin}/search?dataset=collection-specimens`);
    const part = page.locator('.cite-search');
    const link = new URL(await part.locator('.sentence a').getAttribute('href'), portal.origin);
    await page.route((url) => url.href === link.href, (route) => route.fulfill({ status: 503, body: '' }));
    await Promise.all([
      page.waitForResponse((given) => given.url() === link.href),
      part.locator('summary').click(),
    ]);
    assert.equal(await part.locator('.sentence a').count(), 1);
    await opened.close();
  });
});

describe('the profile of a large dataset', { skip }, () => {
  let folder;
  let portal;
  let browser;

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'vitrine-e2e-'));
    const data = join(folder, 'data');
    const rows = Array.from({ length: 60 }, (_, i) => `b${i},Bombus sp${i % 3},${1900 + (i % 30)}\n`);
    writeFileSync(join(folder, 'bees.csv'), `id,scientificName,year\n${rows.join('')}`);
    writeFileSync(join(folder, 'portal.json'), JSON.stringify({ name: 'Bees', profileAtOnce: 10 }));
    const vitrine = (...words) =>
      execFileSync(process.env.VITRINE_BINARY, words, { stdio: ['ignore', 'ignore', 'inherit'] });
    vitrine('init', '--data', data, '--portal', join(folder, 'portal.json'));
    vitrine('ingest', '--data', data, '--dataset', 'bees', '--key', 'id', join(folder, 'bees.csv'));
    portal = await serve(data);
    browser = await startBrowser();
  });

  after(async () => {
    await browser?.close();
    await portal?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  test('comes when its place is near, with plots that lead to records', async () => {
    const opened = await openPage(browser, portal.origin, { bypassCSP: true });
    const { page } = opened;
    const asked = page.waitForRequest(/profile=1/);
    await page.goto(`${portal.origin}/dataset/bees`);
    // Not by the locator: the section is taken out of the page while it would wait for it.
    await page.evaluate(() => document.getElementById('fields-title').scrollIntoView());
    await asked;
    const bar = page.locator('.field-plot a').first();
    await bar.waitFor();
    assert.equal(await page.locator('[data-island=profile]').count(), 0, 'its place is taken');
    assert.deepEqual(await findAccessibilityTroubles(page), []);
    const promised = countIn((await bar.locator('title').textContent()).replace(/^.*: /, ''));
    await bar.click();
    await page.waitForURL(/\/search\?/);
    assert.equal(countIn(await page.locator('h1').innerText()), promised);
    assert.deepEqual(opened.troubles(), []);
    await opened.close();
  });

  test('without scripts a link leads to it', async () => {
    const opened = await openPage(browser, portal.origin, { javaScriptEnabled: false });
    const { page } = opened;
    await page.goto(`${portal.origin}/dataset/bees`);
    assert.equal(await page.locator('.field-plot').count(), 0);
    await page.locator('[data-island=profile] a, a[data-island=profile]').first().click();
    await page.waitForURL(/profile=1/);
    assert.ok((await page.locator('.field-plot').count()) > 0);
    await opened.close();
  });
});
