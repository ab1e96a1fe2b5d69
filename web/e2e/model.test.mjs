// SPDX-License-Identifier: Apache-2.0
// 3D models on the page of a record: a picture and a file without scripts, turned by mouse, touch
// and keys with them; each format; what cannot be shown says so.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import {
  LOOKS,
  findAccessibilityTroubles,
  openPage,
  skip,
  startBrowser,
  startPortal,
  takePicture,
} from './fixtures.mjs';

const DOT =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPj/HwAEAQH/yGZVzAAAAABJRU5ErkJggg==';

/** One triangle with a picture on it, all in one text. */
function gltf(image) {
  const bytes = Buffer.alloc(36 + 24 + 6);
  [0, 0, 0, 0.02, 0, 0, 0, 0.01, 0].forEach((one, i) => bytes.writeFloatLE(one, i * 4));
  [0, 0, 1, 0, 0, 1].forEach((one, i) => bytes.writeFloatLE(one, 36 + i * 4));
  [0, 1, 2].forEach((one, i) => bytes.writeUInt16LE(one, 60 + i * 2));
  const view = (byteOffset, byteLength) => ({ buffer: 0, byteOffset, byteLength });
  return JSON.stringify({
    asset: { version: '2.0' },
    scene: 0,
    scenes: [{ nodes: [0] }],
    nodes: [{ mesh: 0 }],
    meshes: [{ primitives: [{ attributes: { POSITION: 0, TEXCOORD_0: 1 }, indices: 2, material: 0 }] }],
    materials: [{ pbrMetallicRoughness: { baseColorTexture: { index: 0 } } }],
    textures: [{ source: 0 }],
    images: [{ uri: image }],
    accessors: [
      { bufferView: 0, componentType: 5126, count: 3, type: 'VEC3', min: [0, 0, 0], max: [0.02, 0.01, 0] },
      { bufferView: 1, componentType: 5126, count: 3, type: 'VEC2' },
      { bufferView: 2, componentType: 5123, count: 3, type: 'SCALAR' },
    ],
    bufferViews: [view(0, 36), view(36, 24), view(60, 6)],
    buffers: [{ byteLength: 66, uri: `data:application/octet-stream;base64,${bytes.toString('base64')}` }],
  });
}

const FILES = {
  'a.stl':
    'solid a\nfacet normal 0 0 1\nouter loop\nvertex 0 0 0\nvertex 20 0 0\nvertex 0 10 0\nendloop\nendfacet\nendsolid a\n',
  'b.obj': 'v 0 0 0\nv 20 0 0\nv 0 10 0\nf 1 2 3\n',
  'c.ply':
    'ply\nformat ascii 1.0\nelement vertex 3\nproperty float x\nproperty float y\nproperty float z\nelement face 1\nproperty list uchar int vertex_indices\nend_header\n0 0 0\n20 0 0\n0 10 0\n3 0 1 2\n',
  'd.gltf': gltf(DOT),
  'e.glb': 'no model at all',
};

describe('3D models of a record', { skip }, () => {
  let portal;
  let browser;
  let demo;

  function addOwn() {
    const folder = join(portal.data, '..');
    const run = (...words) =>
      execFileSync(process.env.VITRINE_BINARY, [...words, '--data', portal.data], { encoding: 'utf8' });
    const rows = Object.entries(FILES).map(([name, text]) => {
      const path = join(folder, name);
      writeFileSync(path, text);
      const added = JSON.parse(run('media', 'add', path, '--json'));
      return { occurrenceID: name, scientificName: 'Testa testa', associatedMedia: [{ identifier: added.path }] };
    });
    const path = join(folder, 'rows.jsonl');
    writeFileSync(path, rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
    run('ingest', '--dataset', 'scans', '--kind', 'specimens', path);
  }

  before(async () => {
    portal = await startPortal();
    browser = await startBrowser();
    addOwn();
    const found = await fetch(
      `${portal.origin}/api/v1/records?field.Multimedia.format=model%2Fgltf-binary&class=Gastropoda&limit=1`,
    );
    const answer = await found.json();
    demo = `${portal.origin}/record/collection-specimens/${answer.records[0].key}`;
  });

  after(async () => {
    await browser?.close();
    await portal?.stop();
  });

  const start = (page) => page.getByRole('button', { name: 'Turn it in 3D' });
  const canvas = (page) => page.locator('.model-frame canvas');

  // Without a graphics card the first picture takes its time.
  const PATIENCE = { timeout: 120000 };

  async function turnOn(page) {
    await start(page).click({ noWaitAfter: true });
    await canvas(page).waitFor(PATIENCE);
    await page.locator('.model [role=status]').getByText('mm').waitFor();
  }

  /** What the canvas shows within its focus ring and above its buttons, once it stands still. */
  async function look(page) {
    const { x, y, width, height } = await canvas(page).boundingBox();
    const clip = { x: x + 10, y: y + 10, width: width - 20, height: height - 70 };
    let before = '';
    for (let i = 0; i < 20; i += 1) {
      await page.waitForTimeout(150);
      const now = (await page.screenshot({ clip })).toString('base64');
      if (now === before) {
        return now;
      }
      before = now;
    }
    return assert.fail('the model never stands still');
  }

  test('without scripts there is a picture and the file', async () => {
    const opened = await openPage(browser, portal.origin, { javaScriptEnabled: false });
    const { page } = opened;
    await page.goto(demo);
    assert.match(await page.locator('.model-poster img').getAttribute('alt'), /surface model/);
    const address = await page.locator('.model-poster').getAttribute('href');
    const file = await fetch(portal.origin + address, { headers: { Range: 'bytes=0-3' } });
    assert.equal(file.status, 206);
    assert.equal(await file.text(), 'glTF');
    assert.deepEqual(opened.troubles(), []);
    await opened.close();
  });

  test('what draws is fetched only when a reader asks', async () => {
    const opened = await openPage(browser, portal.origin);
    const { page } = opened;
    const asked = [];
    page.on('request', (request) => asked.push(request.url()));
    const heavy = () => asked.filter((url) => /viewer-|\.glb/.test(url));
    await page.goto(demo);
    await start(page).waitFor();
    assert.deepEqual(heavy(), []);
    await turnOn(page);
    assert.equal(heavy().length, 2);
    assert.deepEqual(opened.troubles(), []);
    await opened.close();
  });

  test('keys, buttons and the mouse turn it', async () => {
    const opened = await openPage(browser, portal.origin, { reducedMotion: 'reduce' });
    const { page } = opened;
    await page.goto(demo);
    await turnOn(page);
    await canvas(page).scrollIntoViewIfNeeded();
    const first = await look(page);
    assert.ok(await canvas(page).evaluate((node) => node === document.activeElement), 'has the focus');
    await page.keyboard.press('ArrowLeft');
    assert.ok(await look(page) !== first);
    await page.keyboard.press('0');
    assert.ok((await look(page)) === first);
    await page.getByRole('button', { name: 'Back' }).click();
    const back = await look(page);
    assert.ok(back !== first);
    await canvas(page).focus();
    await page.keyboard.press('3');
    assert.ok((await look(page)) === back);
    const box = await canvas(page).boundingBox();
    await page.mouse.move(box.x + 100, box.y + 100);
    await page.mouse.down();
    await page.mouse.move(box.x + 180, box.y + 110);
    await page.mouse.up();
    const dragged = await look(page);
    assert.ok(dragged !== back);
    await page.mouse.wheel(0, -200);
    assert.ok(await look(page) !== dragged);
    await page.keyboard.press('Tab');
    assert.ok(
      await page.evaluate(() => document.activeElement?.closest('.model-tools') !== null),
      'the keyboard leaves it again',
    );
    assert.deepEqual(opened.troubles(), []);
    await opened.close();
  });

  for (const name of ['a.stl', 'b.obj', 'c.ply', 'd.gltf']) {
    test(`shows ${name}`, async () => {
      const opened = await openPage(browser, portal.origin);
      const { page } = opened;
      await page.goto(`${portal.origin}/record/scans/${name}`);
      await start(page).click({ noWaitAfter: true });
      await canvas(page).waitFor(PATIENCE);
      const words = await page.locator('.model [role=status]').innerText();
      assert.match(words, /\b1 triangles$/);
      assert.equal(words.startsWith('20 × 10 × 0 mm'), name === 'd.gltf', words);
      assert.deepEqual(opened.troubles(), []);
      await opened.close();
    });
  }

  test('a file that is no model says so and stays a link', async () => {
    const opened = await openPage(browser, portal.origin);
    const { page } = opened;
    await page.goto(`${portal.origin}/record/scans/e.glb`);
    await start(page).click();
    await page.getByText('The model could not be shown').waitFor();
    assert.equal(await canvas(page).count(), 0);
    assert.ok(await start(page).isEnabled());
    await opened.close();
  });

  for (const { colorScheme, viewport } of LOOKS) {
    test(`accessible in ${colorScheme} at ${viewport.width}`, async () => {
      const opened = await openPage(browser, portal.origin, { colorScheme, viewport, bypassCSP: true });
      const { page } = opened;
      await page.goto(demo);
      await start(page).waitFor();
      assert.deepEqual(await findAccessibilityTroubles(page), []);
      await turnOn(page);
      assert.deepEqual(await findAccessibilityTroubles(page), []);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(wide <= 0, 'the page is not wider than the window');
      await takePicture(page, `model-${colorScheme}-${viewport.width}`, true);
      assert.deepEqual(opened.troubles(), []);
      await opened.close();
    });
  }
});
