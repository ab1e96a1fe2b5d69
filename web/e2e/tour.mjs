// SPDX-License-Identifier: Apache-2.0
// Takes the pictures of docs/tour.md from a served museum: `make tour`. Each is what a reader sees
// after the steps named beside it; none is drawn or edited. As arguments: names of pictures, or
// nothing for all of them.
//
// VITRINE_BINARY, VITRINE_DEMO_DATA as in fixtures.mjs; VITRINE_PICTURES: where they go (docs/pictures)
import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openPage, skip, startBrowser, startPortal } from './fixtures.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const folder = process.env.VITRINE_PICTURES ?? join(root, 'docs', 'pictures');
const ORIGIN = 'http://museum.example'; // in citations and code, instead of this machine's port
const WIDE = { width: 1200, height: 800 };
const PHONE = { width: 390, height: 780 };
const QUALITY = 72;
const HOLOTYPES = '/search?typeStatus=Holotype&multimedia=*&decimalLatitude=*';

/** One of the demo's collectors, as a museum would tell of them (rule I1). */
const PERSON = {
  slug: 'j-f-ploverlathe',
  name: 'J. F. Ploverlathe',
  born: '1831',
  died: '1902',
  about: 'An invented collector of the demonstration museum.',
};

function addPerson(data) {
  mkdirSync(join(data, 'site'), { recursive: true });
  writeFileSync(join(data, 'site', 'people.json'), JSON.stringify([PERSON]));
}

/** The page of the first record that a search shows, with that search. */
async function openFirst(page, search) {
  await page.goto(new URL(search, page.url()).href);
  await page.locator('table.records tbody th a').first().click();
  await page.waitForURL(/\/record\//);
}

const scrollTo = (selector) => (page) =>
  page.locator(selector).first().evaluate((element) => element.scrollIntoView({ block: 'start' }));

/** The views of a search at the top, so that more of one is in the picture. */
const toViews = scrollTo('#view-table');

async function suggest(page) {
  await page.locator('#home-q, main input[type=search]').first().pressSequentially('carab', { delay: 30 });
  await page.locator('[role=listbox] [role=option]').first().waitFor();
}

async function fillBuilder(page) {
  await page.locator('#build-form[data-ready]').waitFor();
  await page.locator('.build-live', { hasText: 'match' }).waitFor();
}

async function openLightBox(page) {
  await page.locator('a[data-medium]').first().click();
  await page.locator('dialog.lightbox img').first().evaluate((image) => image.decode());
}

async function ask(page) {
  await page.locator('[data-island="console"][data-ready]').waitFor();
  const operation = page.locator('#findRecords');
  await operation.locator('input[name="q"]').fill('carabus');
  await operation.locator('input[name="limit"]').fill('1');
  await operation.locator('button[type="submit"]').click();
  await operation.locator('.console-answer pre').nth(3).waitFor();
  await operation.locator('.console-answer').evaluate((answer) => answer.scrollIntoView());
}

async function showMap(page) {
  await page.locator('.map-view.map-moving[data-most]').waitFor();
  await page.waitForTimeout(600);
  await toViews(page);
}

async function drawBox(page) {
  await showMap(page);
  await page.click('text=Draw a box');
  await page.locator('.map-live').evaluate((map) => map.scrollIntoView({ block: 'center' }));
  const box = await page.locator('.map-live').boundingBox();
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x - 150, y - 130);
  await page.mouse.down();
  await page.mouse.move(x + 150, y + 150, { steps: 6 });
  await page.mouse.up();
  await page.waitForURL(/filter\.bbox/);
  await showMap(page);
}

async function compareVersions(page) {
  await page.locator('#diff-from').evaluate((part) => part.scrollIntoView({ block: 'center' }));
}

/** name: the address, then what is done there; what the page is looked at with. */
const PICTURES = {
  home: { path: '/' },
  suggest: { path: '/', act: suggest },
  search: { path: '/search?collectionCode=BMNH(E)&typeStatus=Holotype' },
  build: {
    path:
      '/search/build?query=' +
      encodeURIComponent(
        JSON.stringify({
          filters: {
            and: [
              { string_equals: { fields: ['class'], value: 'Insecta' } },
              {
                or: [
                  { string_equals: { fields: ['country'], value: 'Brazil' } },
                  { number_range: { fields: ['year'], less_than: 1900 } },
                ],
              },
              { not: [{ missing: { fields: ['typeStatus'] } }] },
            ],
          },
        }),
      ),
    act: fillBuilder,
    look: { viewport: { width: 1200, height: 1060 } },
  },
  list: { path: '/search?view=list&genus=Carabus' },
  gallery: { path: '/search?view=gallery&gallery.sort=type', act: toViews },
  lightbox: { path: '/search?view=gallery&gallery.sort=type', act: openLightBox },
  map: { path: '/search?view=map', act: showMap },
  area: { path: '/search?view=map&map.at=5/54/-3', act: drawBox },
  species: { path: '/search?view=species&class=Insecta', act: toViews },
  contributions: { path: '/search?view=datasets&q=carabus', act: toViews },
  charts: { path: '/search?view=charts&kind=specimens', act: toViews },
  sunburst: {
    path:
      '/search?view=charts&kind=specimens&charts.kind=sunburst&charts.by=class&charts.split=order' +
      '&charts.then=family',
    act: scrollTo('.chart'),
  },
  compare: { path: '/search?view=compare&kind=specimens', act: scrollTo('.compare, .chart') },
  changes: {
    path: '/search?view=changes&changes.from=2024-06-01&dataset=collection-specimens',
    act: scrollTo('#results'),
  },
  record: { path: '/', act: (page) => openFirst(page, HOLOTYPES) },
  history: {
    path: '/',
    act: async (page) => {
      await openFirst(page, HOLOTYPES);
      await compareVersions(page);
    },
  },
  catalogue: { path: '/datasets?q=bees' },
  dataset: { path: '/dataset/collection-specimens' },
  taxon: { path: '/taxon/genus/Carabus' },
  country: { path: '/country/Brazil', act: scrollTo('.map-view') },
  person: { path: `/person/${PERSON.slug}` },
  interval: { path: '/geological-time/Jurassic', act: scrollTo('.charts') },
  statistics: { path: '/statistics' },
  api: { path: '/api#findRecords', act: ask },
  keys: { path: '/search', act: (page) => page.keyboard.press('?') },
  'not-found': { path: '/dataset/collection-specimen', status: 404 },
  dark: { path: '/search?view=gallery', act: toViews, look: { colorScheme: 'dark' } },
  german: { path: '/de/search?view=charts&kind=specimens' },
  'phone-home': { path: '/', look: { viewport: PHONE } },
  'phone-record': {
    path: '/',
    act: (page) => openFirst(page, HOLOTYPES),
    look: { viewport: PHONE, colorScheme: 'dark' },
  },
};

/** The visible part of the page as WebP, which Chromium writes smaller than PNG. */
async function takePicture(page, name) {
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  const session = await page.context().newCDPSession(page);
  const { data } = await session.send('Page.captureScreenshot', { format: 'webp', quality: QUALITY });
  const bytes = Buffer.from(data, 'base64');
  writeFileSync(join(folder, `${name}.webp`), bytes);
  return bytes.length;
}

async function visit(browser, name) {
  const { path, act, look, status } = PICTURES[name];
  const options = { viewport: WIDE, colorScheme: 'light', reducedMotion: 'reduce', ...look };
  const opened = await openPage(browser, ORIGIN, options, status === undefined ? [] : [status]);
  try {
    await opened.page.goto(ORIGIN + path, { waitUntil: 'networkidle' });
    await act?.(opened.page);
    await opened.page.waitForLoadState('networkidle');
    const size = await takePicture(opened.page, name);
    assert.deepEqual(opened.troubles(), [], name);
    return size;
  } finally {
    await opened.close();
  }
}

assert.equal(skip, false, `no pictures: ${skip}`);
const asked = process.argv.slice(2);
const names = asked.length === 0 ? Object.keys(PICTURES) : asked;
assert.ok(names.every((name) => name in PICTURES), `a picture is one of ${Object.keys(PICTURES)}`);
mkdirSync(folder, { recursive: true });
const portal = await startPortal(addPerson);
const { host } = new URL(portal.origin);
const browser = await startBrowser([`--host-resolver-rules=MAP museum.example:80 ${host}`]);
let whole = 0;
try {
  for (const name of names) {
    const size = await visit(browser, name);
    whole += size;
    console.log(`${name}.webp: ${Math.round(size / 1000)} kB`);
  }
} finally {
  await browser.close();
  await portal.stop();
}
console.log(`${names.length} pictures, ${Math.round(whole / 1000)} kB`);
