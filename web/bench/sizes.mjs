// SPDX-License-Identifier: Apache-2.0
// What the first load of a screen brings: scripts and styles as brotli, as bytes of the answers.
import { openPage } from '../e2e/fixtures.mjs';
import { brotliCompressSync } from 'node:zlib';

const SCREENS = {
  home: '/',
  search: '/search',
  'search: map': '/search?view=map',
  'search: charts': '/search?view=charts',
  'search: continuous': '/search?table.scroll=1',
  catalogue: '/datasets',
  dataset: '/dataset/collection-specimens',
  builder: '/search/build',
};

/** Bytes of one screen's first load, by kind. */
async function sizeOf(browser, origin, path) {
  const opened = await openPage(browser, origin);
  const sizes = { script: 0, stylesheet: 0, font: 0, document: 0 };
  const waiting = [];
  opened.page.on('response', (response) => {
    const kind = response.request().resourceType();
    if (kind in sizes && response.ok()) {
      waiting.push(
        response.body().then((body) => {
          sizes[kind] += kind === 'font' ? body.length : brotliCompressSync(body).length;
        }),
      );
    }
  });
  await opened.page.goto(origin + path, { waitUntil: 'networkidle' });
  await Promise.all(waiting);
  await opened.close();
  return sizes;
}

export async function measureSizes(browser, origin) {
  const found = [];
  for (const [name, path] of Object.entries(SCREENS)) {
    found.push({ name, ...(await sizeOf(browser, origin, path)) });
  }
  return found;
}
