// SPDX-License-Identifier: Apache-2.0
// The map of a search: it shows, moves, lists what is clicked, takes areas that are drawn, written or
// named, and stands as picture and table without scripts.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { VectorTile } from '@mapbox/vector-tile';
import { PbfReader } from 'pbf';
import {
  LOOKS,
  findAccessibilityTroubles,
  openPage,
  skip,
  takePicture,
} from './fixtures.mjs';
import { museumAndBrowser } from './served.mjs';

const { portal, browser } = museumAndBrowser();

async function openMap(search = '', options = {}) {
  const opened = await openPage(browser, portal.origin, options);
  await opened.page.goto(`${portal.origin}/search?view=map${search}`);
  if (options.javaScriptEnabled !== false) {
    await opened.page.waitForSelector('.map-view.map-moving[data-most]');
  }
  return opened;
}

async function total(search) {
  const answer = await fetch(`${portal.origin}/api/v1/records${search}`);
  assert.equal(answer.status, 200, search);
  return (await answer.json()).total;
}

function number(text) {
  return Number(/\d[\d,]*/.exec(text)[0].replaceAll(',', ''));
}

/** The middle of the map on the page. */
async function middleOf(page) {
  const live = page.locator('.map-live');
  await live.evaluate((element) => element.scrollIntoView({ block: 'center' }));
  const box = await live.boundingBox();
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

test('the map shows cells, points and heat, and keeps them in the address', { skip }, async () => {
  const { page, troubles, close } = await openMap();
  assert.ok(Number(await page.getAttribute('.map-view', 'data-most')) > 1);
  assert.equal(await page.isVisible('.map-picture'), false);
  await takePicture(page, 'map-grid-light', true);
  const legend = await page.textContent('[data-map-legend]');
  await page.click('[data-map-mode="points"]');
  await page.waitForURL(/map\.mode=points/);
  await page.waitForFunction(
    (before) => document.querySelector('[data-map-legend]').textContent !== before,
    legend,
  );
  await takePicture(page, 'map-points-light', true);
  await page.click('[data-map-mode="heat"]');
  await page.waitForURL(/map\.mode=heat/);
  await takePicture(page, 'map-heat-light', true);
  assert.deepEqual(troubles(), []);
  await close();
});

test('the map moves by keyboard and its place is in the address', { skip }, async () => {
  const { page, troubles, close } = await openMap('&map.at=3/50/0');
  const canvas = page.locator('.map-live canvas');
  assert.match(await canvas.getAttribute('aria-label'), /Map of the records/);
  await canvas.focus();
  await page.keyboard.press('ArrowRight');
  await page.waitForFunction(() => !location.search.includes('map.at=3%2F50%2F0&'));
  await page.keyboard.press('+');
  await page.waitForFunction(() => /map\.at=4%2F/.test(location.search));
  const longitude = Number(new URL(page.url()).searchParams.get('map.at').split('/')[2]);
  assert.ok(longitude > 1, `moved east to ${longitude}`);
  // Leaving the view drops what is the map's own.
  assert.doesNotMatch(await page.getAttribute('#view-list', 'href'), /map/);
  // Tiles that nothing answers are told, and come once somebody does.
  await page.context().setOffline(true);
  await page.keyboard.press('+');
  await page.locator('.lost[role=status]').waitFor();
  await page.context().setOffline(false);
  await page.locator('.lost').waitFor({ state: 'detached' });
  assert.deepEqual(troubles().filter((trouble) => !/ERR_INTERNET_DISCONNECTED/.test(trouble)), []);
  await close();
});

test('a cell that is clicked lists its records, and becomes a filter', { skip }, async () => {
  const { page, troubles, close } = await openMap('&map.at=4/51/-2');
  await page.click('.map-ways button:nth-child(3)');
  await page.waitForSelector('.map-side li');
  const here = number(await page.textContent('.map-side h2'));
  assert.ok(here > 0);
  const table = await page.getAttribute('.map-side-ways a:first-child', 'href');
  assert.equal(await total(`?limit=0&${table.split('?')[1]}`), here);
  await takePicture(page, 'map-side-light', true);
  await page.click('.map-side-head button');
  assert.equal(await page.isVisible('.map-side'), false);
  // By pointer.
  const { x, y } = await middleOf(page);
  await page.mouse.click(x, y);
  await page.waitForSelector('.map-side-ways a');
  const clicked = number(await page.textContent('.map-side h2'));
  await page.click('.map-side-ways a:nth-child(2)');
  await page.waitForSelector('.chips');
  assert.match(page.url(), /filter\.bbox=/);
  assert.equal(number(await page.textContent('.map-sentence')), clicked);
  assert.deepEqual(troubles(), []);
  await close();
});

test('a box that is drawn is a filter whose species can be read, and can be undone', { skip }, async () => {
  const { page, troubles, close } = await openMap('&map.at=4/54/-3');
  const before = number(await page.textContent('.map-sentence'));
  await page.evaluate(() => {
    document.querySelector('.map-live canvas').dataset.mark = 'same';
  });
  await page.click('text=Draw a box');
  assert.match(await page.textContent('.map-bar [role=status]'), /Drag from one corner/);
  const { x, y } = await middleOf(page);
  await page.mouse.move(x - 160, y - 160);
  await page.mouse.down();
  await page.mouse.move(x, y, { steps: 4 });
  await page.mouse.move(x + 160, y + 160, { steps: 4 });
  await page.mouse.up();
  await page.waitForSelector('.chips');
  const box = new URL(page.url()).searchParams.get('filter.bbox');
  const within = number(await page.textContent('.map-sentence'));
  assert.ok(within > 0 && within < before);
  assert.equal(await total(`?limit=0&filter.bbox=${box}`), within);
  await page.waitForSelector('.map-view.map-moving[data-most]');
  // The same map goes on, where it was, with the tiles of the new search.
  assert.equal(await page.getAttribute('.map-live canvas', 'data-mark'), 'same');
  assert.equal(new URL(page.url()).searchParams.get('map.at'), '4/54/-3');
  await takePicture(page, 'map-box-light', true);
  await page.click('#view-species');
  await page.waitForSelector('#view-species[aria-current]');
  const main = await page.textContent('#results');
  assert.match(main, /\d/);
  await page.goBack();
  await page.waitForSelector('.map-view');
  await page.click('.chips a.chip');
  await page.waitForFunction(() => !location.search.includes('filter.bbox'));
  assert.equal(number(await page.textContent('.map-sentence')), before);
  assert.deepEqual(troubles(), []);
  await close();
});

test('a polygon drawn around an island, and the species in it', { skip }, async () => {
  const centre = [-2.5, 54.4];
  const zoom = 4.5;
  const britain = [[-6.2, 49.8], [2.2, 50.6], [2, 53.3], [-1.3, 59], [-7, 58.6], [-4.9, 54.7]];
  const { page, troubles, close } = await openMap(`&map.at=${zoom}/${centre[1]}/${centre[0]}`);
  // Web Mercator; an address counts zooms as the server's picture does, a quarter closer than the map.
  const world = 512 * 2 ** (zoom - 0.25);
  const turn = ([longitude, latitude]) => [
    (world * longitude) / 360,
    (-world * Math.asinh(Math.tan((latitude * Math.PI) / 180))) / (2 * Math.PI),
  ];
  await page.click('text=Draw a polygon');
  const { x, y } = await middleOf(page);
  const [left, top] = turn(centre);
  for (const corner of britain) {
    const [east, south] = turn(corner);
    await page.mouse.click(x + east - left, y + south - top, { delay: 20 });
    await page.waitForTimeout(350); // two clicks soon after one another end the drawing
  }
  await page.click('.map-finish');
  await page.waitForFunction(() => location.search.includes('filter.within'));
  const within = new URL(page.url()).searchParams.get('filter.within');
  const drawn = [...within.matchAll(/(-?[\d.]+) (-?[\d.]+)/g)].map(([, e, n]) => [+e, +n]);
  assert.equal(drawn.length, britain.length + 1);
  for (const [longitude, latitude] of britain) {
    const near = ([e, n]) => Math.abs(e - longitude) < 0.1 && Math.abs(n - latitude) < 0.1;
    assert.ok(drawn.some(near), `no corner near ${longitude}, ${latitude}: ${within}`);
  }

  await page.click('#view-species');
  await page.waitForSelector('#view-species[aria-current]');
  const shown = await page.locator('table.species tbody tr').evaluateAll((rows) =>
    rows.map((row) => [
      row.querySelector('th').innerText,
      Number(row.querySelector('td.number').innerText.replaceAll(',', '')),
    ]),
  );
  const asked = `filter.within=${encodeURIComponent(within)}`;
  const facet = 'facet=scientificName&facetLimit=50&limit=0';
  const answer = await (await fetch(`${portal.origin}/api/v1/records?${asked}&${facet}`)).json();
  const [names] = answer.facets;
  assert.ok(shown.length > 5, `${shown.length} species`);
  assert.deepEqual(shown, names.values.map(({ value, count }) => [value, count]));
  assert.equal(
    number(/of ([\d,]+) different/.exec(await page.textContent('#results .range'))[1]),
    names.distinct,
  );
  // All of them lie in the island's box, as the records themselves say.
  const few = await (await fetch(`${portal.origin}/api/v1/records?${asked}&limit=100`)).json();
  for (const { data } of few.records) {
    const [longitude, latitude] = [Number(data.decimalLongitude), Number(data.decimalLatitude)];
    assert.ok(longitude > -7.2 && longitude < 2.4 && latitude > 49.6 && latitude < 59.2);
  }
  assert.deepEqual(troubles(), []);
  await close();
});

test('a circle and a polygon are drawn, areas are written and named', { skip }, async () => {
  const { page, troubles, close } = await openMap('&map.at=4/54/-3');
  await page.click('text=Draw a circle');
  let { x, y } = await middleOf(page);
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 100, y, { steps: 4 });
  await page.mouse.up();
  await page.waitForFunction(() => location.search.includes('filter.distance'));
  await page.waitForSelector('.map-view.map-moving[data-most]');
  await page.click('text=Draw a polygon');
  ({ x, y } = await middleOf(page));
  for (const [dx, dy] of [[-150, -150], [150, -100], [60, 150]]) {
    await page.mouse.click(x + dx, y + dy, { delay: 20 });
    await page.waitForTimeout(350);
  }
  await page.click('.map-finish');
  await page.waitForFunction(() => location.search.includes('filter.within'));
  const address = new URL(page.url()).searchParams;
  assert.equal(address.has('filter.distance'), false);
  assert.equal(
    await total(`?limit=0&filter.within=${encodeURIComponent(address.get('filter.within'))}`),
    number(await page.textContent('.map-sentence')),
  );
  await page.goto(`${portal.origin}/search?view=map`);
  await page.waitForSelector('.map-view.map-moving[data-most]');
  await page.click('.map-areas summary');
  await page.selectOption('#map-country', 'country:Ireland');
  await page.waitForFunction(() => location.search.includes('geo_named_area'));
  await page.fill('#map-box', '-11,51,-5,56');
  await page.press('#map-box', 'Enter');
  await page.waitForFunction(() => location.search.includes('filter.bbox'));
  assert.deepEqual(troubles(), []);
  await close();
});

/** Waits until the address says that the map's middle is there. */
async function waitForMiddle(page, latitude, longitude) {
  await page.waitForFunction(
    ([north, east]) => {
      const [, y, x] = (new URLSearchParams(location.search).get('map.at') ?? '').split('/');
      return Math.abs(Number(y) - north) < 0.02 && Math.abs(Number(x) - east) < 0.02;
    },
    [latitude, longitude],
  );
}

/** The map's window as rows of colours, a sixteenth as many as it has. */
async function pictureOf(page) {
  const bytes = await page.locator('.map-live').screenshot();
  return page.evaluate(async (text) => {
    const file = new Blob([Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))]);
    const image = await createImageBitmap(file);
    const [width, height] = [image.width >> 2, image.height >> 2];
    const context = new OffscreenCanvas(width, height).getContext('2d');
    context.drawImage(image, 0, 0, width, height);
    return Array.from(context.getImageData(0, 0, width, height).data);
  }, bytes.toString('base64'));
}

/** The share of colours that differ between two pictures, of one size. */
function difference(a, b) {
  assert.equal(a.length, b.length);
  return a.filter((value, i) => Math.abs(value - b[i]) > 24).length / a.length;
}

/** Every place that the map's picture is shifted to from now on, in window.shifts. */
const watchShifts = (page) =>
  page.evaluate(() => {
    const canvas = document.querySelector('.map-live canvas');
    window.shifts = [];
    new MutationObserver(() => window.shifts.push(canvas.style.transform)).observe(canvas, {
      attributeFilter: ['style'],
    });
  });

const shiftsOf = (page) => page.evaluate(() => window.shifts.filter((shift) => shift !== ''));

const WORLD = 512 * 2 ** 3.75; // pixels of the world at 4, as in the test of polygons
const NORTH = Math.asinh(Math.tan((51 * Math.PI) / 180)) + (90 / WORLD) * 2 * Math.PI;
/** The middle of a map at 4/51/-2 that was dragged by 150 to the right and 90 down. */
const DRAGGED = [(Math.atan(Math.sinh(NORTH)) * 180) / Math.PI, -2 - (150 / WORLD) * 360];

/** Drags the middle of the map by so many pixels; a map whose readers want no motion stops there. */
async function dragBy(page, right, down) {
  const { x, y } = await middleOf(page);
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + right / 2, y + down / 2, { steps: 5 });
  await page.mouse.move(x + right, y + down, { steps: 5 });
  await page.mouse.up();
}

test('without a graphics card the picture is shifted while the map is dragged', { skip }, async () => {
  const area = '&filter.bbox=-6,49,1,56';
  const still = { reducedMotion: 'reduce' };
  const { page, troubles, close } = await openMap(`&map.at=4/51/-2${area}`, still);
  const { x, y } = await middleOf(page);
  await page.mouse.move(x, y);
  await page.waitForFunction(() => {
    const live = document.querySelector('.map-live');
    return live.querySelector('canvas').width > live.clientWidth;
  });
  assert.equal(new URL(page.url()).searchParams.get('map.at'), '4/51/-2');
  await watchShifts(page);
  const before = await pictureOf(page);
  await dragBy(page, 150, 90);
  // What was in the middle is where it was dragged to, for a click at once.
  await page.mouse.click(x + 150, y + 90);
  await page.waitForSelector('.map-side-ways a:nth-child(2)');
  const use = await page.getAttribute('.map-side-ways a:nth-child(2)', 'href');
  const narrowed = new URLSearchParams(use.split('?')[1]).get('filter.and');
  const [{ bbox }] = JSON.parse(narrowed);
  assert.ok(bbox.west <= -2 && bbox.east >= -2 && bbox.south <= 51 && bbox.north >= 51, narrowed);
  await page.click('.map-side-head button');
  assert.ok((await shiftsOf(page)).length > 0, 'the picture was never shifted');
  await waitForMiddle(page, ...DRAGGED);

  // Cells, names and the drawn area are as in a map that opens there.
  await page.waitForFunction(() => document.querySelector('.map-live canvas').style.transform === '');
  await page.mouse.move(0, 0);
  const moved = await pictureOf(page);
  const at = new URL(page.url()).searchParams.get('map.at');
  const there = await openMap(`&map.at=${at}${area}`, still);
  await middleOf(there.page);
  const opened = await pictureOf(there.page);
  assert.ok(difference(moved, opened) < 0.01, `${difference(moved, opened)} differs`);
  assert.ok(difference(before, opened) > 0.05);
  assert.deepEqual([...troubles(), ...there.troubles()], []);
  await there.close();
  await close();
});

test('without a graphics card the map goes on past its margin, by wheel and by keys', { skip }, async () => {
  const still = { reducedMotion: 'reduce' };
  const { page, troubles, close } = await openMap('&map.at=4/51/-2', still);
  const step = (400 / WORLD) * 360;
  for (const steps of [1, 2, 3]) {
    await dragBy(page, -400, 0);
    await waitForMiddle(page, 51, steps * step - 2);
  }
  await page.mouse.wheel(0, -400); // the drag gave the map the focus
  await page.waitForFunction(() => Number(/map\.at=([\d.]+)/.exec(location.search)[1]) > 4);
  const longitude = Number(new URL(page.url()).searchParams.get('map.at').split('/')[2]);
  await page.keyboard.press('ArrowLeft');
  await page.waitForFunction(
    (east) => Number(new URLSearchParams(location.search).get('map.at').split('/')[2]) < east,
    longitude,
  );
  // The world fills the window, not the margin around it too.
  for (let i = 0; i < 6; i += 1) {
    await page.keyboard.press('-');
  }
  const { height } = await page.locator('.map-live').boundingBox();
  const least = Math.log2(height / 512) + 0.25;
  await page.waitForFunction(
    (far) => Math.abs(Number(/map\.at=([\d.]+)/.exec(location.search)[1]) - far) < 0.02,
    least,
  );
  assert.deepEqual(troubles(), []);
  await close();
});

test('with a graphics card the map is drawn with every frame', { skip }, async () => {
  const opened = await openPage(browser, portal.origin, { reducedMotion: 'reduce' });
  const { page, troubles, close } = opened;
  await page.addInitScript(() => {
    const original = WebGL2RenderingContext.prototype.getParameter;
    const RENDERER = 0x9246; // UNMASKED_RENDERER_WEBGL
    WebGL2RenderingContext.prototype.getParameter = function get(name) {
      return name === RENDERER ? 'A card' : original.call(this, name);
    };
  });
  await page.goto(`${portal.origin}/search?view=map&map.at=4/51/-2`);
  await page.waitForSelector('.map-view.map-moving[data-most]', { timeout: 30000 });
  await watchShifts(page);
  await dragBy(page, 150, 90);
  await waitForMiddle(page, ...DRAGGED);
  assert.deepEqual(await shiftsOf(page), []);
  const wide = await page.evaluate(() => {
    const live = document.querySelector('.map-live');
    return live.querySelector('canvas').width - live.clientWidth;
  });
  assert.ok(wide <= 0, `${wide} px wider than its window`);
  assert.deepEqual(troubles(), []);
  await close();
});

test('without scripts there is a picture, ways around it, and a table of the same', { skip }, async () => {
  const { page, troubles, close } = await openMap('', { javaScriptEnabled: false });
  assert.equal(await page.isVisible('.map-all'), true);
  assert.ok((await page.locator('.map-cells').count()) > 1);
  await page.click('.map-moves a:first-child');
  assert.match(page.url(), /map\.at=/);
  await page.click('.map-tables summary');
  const row = page.locator('.map-cell-table tbody tr').first();
  const count = number(await row.locator('td.number').textContent());
  const records = await row.locator('td.number a').getAttribute('href');
  assert.equal(await total(`?limit=0&${records.split('?')[1]}`), count);
  await row.locator('td.number a').click();
  assert.match(page.url(), /filter\.bbox=/);
  assert.ok((await page.locator('table.records tbody tr').count()) > 0);
  await page.goto(`${portal.origin}/search?view=map`);
  await page.click('.map-areas summary');
  await page.fill('#map-wkt', 'POLYGON((-11 50,2 50,2 59,-11 59,-11 50))');
  await page.click('.map-areas button');
  assert.match(page.url(), /filter\.within=POLYGON/);
  assert.ok((await page.locator('.chips a.chip').count()) > 0);
  assert.deepEqual(troubles(), []);
  await close();
});

test('tiles are read by others', { skip }, async () => {
  const answer = await fetch(`${portal.origin}/api/v1/tiles/0/0/0.mvt`);
  const tile = new VectorTile(new PbfReader(new Uint8Array(await answer.arrayBuffer())));
  const { cells, points } = tile.layers;
  let sum = 0;
  for (let i = 0; i < cells.length; i += 1) {
    const feature = cells.feature(i);
    assert.equal(feature.type, 3);
    assert.equal(feature.toGeoJSON(0, 0, 0).geometry.type, 'Polygon');
    sum += feature.properties.count;
  }
  assert.equal(sum, await total(`?limit=0&filter.exists=${encodeURIComponent('{"geo_field":true}')}`));
  assert.equal(points.feature(0).type, 1);
});

for (const { colorScheme, viewport } of LOOKS) {
  test(`the map is accessible: ${colorScheme}, ${viewport.width} px`, { skip }, async () => {
    const { page, troubles, close } = await openMap('&map.at=4/51/-2', {
      colorScheme,
      viewport,
      bypassCSP: true,
    });
    for (const fold of await page.locator('.map-view details > summary').all()) {
      await fold.click();
    }
    await page.click('.map-ways button:nth-child(3)');
    await page.waitForSelector('.map-side li');
    assert.deepEqual(await findAccessibilityTroubles(page, '#results'), []);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.ok(wide <= 0, `${wide} px too wide`);
    await takePicture(page, `map-${colorScheme}-${viewport.width}`);
    assert.deepEqual(troubles(), []);
    await close();
  });
}

test('without WebGL the picture stays', { skip }, async () => {
  const { page, troubles, close } = await openPage(browser, portal.origin);
  await page.addInitScript(() => {
    const original = HTMLCanvasElement.prototype.getContext;
    HTMLCanvasElement.prototype.getContext = function get(kind, ...rest) {
      return kind.startsWith('webgl') ? null : original.call(this, kind, ...rest);
    };
  });
  await page.goto(`${portal.origin}/search?view=map`);
  await page.waitForSelector('.map-view[data-ready]');
  assert.equal(await page.isVisible('.map-all'), true);
  assert.equal(await page.isVisible('.map-moves'), true);
  assert.deepEqual(troubles(), []);
  await close();
});
