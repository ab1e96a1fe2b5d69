// SPDX-License-Identifier: Apache-2.0
// What the browser tests share: a museum in a folder, the real server on a free port, a browser
// whose pages fail the test when they ask another host for anything or log an error.
//
// VITRINE_BINARY       the server to test; without it the tests are skipped
// VITRINE_DEMO_DATA    a data folder to serve a copy of (museum.mjs makes it for all tests of a run);
//                      without it the demo is generated, with VITRINE_DEMO_MUSEUM
// VITRINE_ALL_LOOKS    set: every screen in both themes at three widths, not in two of the six ways
// VITRINE_SCREENSHOTS  a folder for pictures of all screens (`make pictures`); none are made without it, as
//                      no test reads them and a slow machine takes half a minute for a tall one
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

const binary = process.env.VITRINE_BINARY;
const chromiumPath = '/usr/bin/chromium';
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Why these tests cannot run here, or false. */
export const skip =
  binary === undefined || !existsSync(binary)
    ? 'VITRINE_BINARY names no program'
    : !existsSync(chromiumPath)
      ? 'chromium is not installed'
      : false;

// A browser without a head is a robot by COUNTER's list, and robots make no identifiers.
const READER =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36';

/** Themes and widths that every screen is looked at in; all six combinations, with a tablet's, with VITRINE_ALL_LOOKS. */
const WIDE = { width: 1440, height: 1000 };
const TABLET = { width: 820, height: 1180 };
const PHONE = { width: 390, height: 844 };
export const LOOKS =
  process.env.VITRINE_ALL_LOOKS === undefined
    ? [
        { colorScheme: 'light', viewport: WIDE },
        { colorScheme: 'dark', viewport: PHONE },
      ]
    : ['light', 'dark'].flatMap((colorScheme) =>
        [WIDE, TABLET, PHONE].map((viewport) => ({ colorScheme, viewport })),
      );

/** Makes the demo museum below a folder; its data folder. */
export function generateMuseum(folder) {
  const generator = process.env.VITRINE_DEMO_MUSEUM;
  assert.ok(generator, 'VITRINE_DEMO_DATA or VITRINE_DEMO_MUSEUM must be set');
  const sources = join(folder, 'sources');
  const data = join(folder, 'data');
  const options = { stdio: ['ignore', 'ignore', 'inherit'] };
  execFileSync(generator, ['--seed', '1', '--scale', '0.05', '--out', sources], options);
  const facts = ['--name', 'The Demo Museum', '--portal', join(sources, 'portal.json')];
  execFileSync(binary, ['init', '--data', data, '--demo', ...facts], options);
  execFileSync(binary, ['replay', '--data', data, join(sources, 'plan.jsonl')], options);
  return data;
}

/** A copy of the museum that is there, so that tests may run side by side; undefined without one. */
function copyOfMuseum(folder) {
  const museum = process.env.VITRINE_DEMO_DATA;
  if (museum === undefined || museum === '') {
    return undefined;
  }
  const data = join(folder, 'data');
  cpSync(museum, data, { recursive: true });
  return data;
}

/** Turns what stands behind it round, unless it is held: it ends isolates by their sign and by a paragraph. */
export const TURNING = '\u202eEvil\u2069\u202e\u2029\u202ename\u2067';

/** Adds a dataset to a museum: a record whose values no heading, cell or badge holds, and one whose values turn. */
export function addHostileRecord(data) {
  const turning = { id: 'turning', genus: TURNING, country: TURNING, recordedBy: TURNING, typeStatus: TURNING };
  const row = {
    id: 'huge',
    scientificName: 'A'.repeat(100_000),
    locality: 'W'.repeat(300),
    typeStatus: 'T'.repeat(5000),
    collectionCode: 'C'.repeat(150),
    recordedBy: 'Smith, J. '.repeat(2000),
    decimalLatitude: 1,
    decimalLongitude: 1,
  };
  const file = join(data, '..', 'huge.jsonl');
  writeFileSync(file, [row, turning].map((record) => JSON.stringify(record)).join('\n'));
  const options = ['ingest', '--data', data, '--dataset', 'huge', '--key', 'id', file];
  execFileSync(binary, options, { stdio: ['ignore', 'ignore', 'inherit'] });
}

export async function freePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function waitUntilHealthy(origin, child, log) {
  for (let attempt = 0; attempt < 150; attempt += 1) {
    assert.equal(child.exitCode, null, `the server ended:\n${log.join('')}`);
    try {
      const answer = await fetch(`${origin}/healthz`);
      if (answer.ok) {
        return;
      }
    } catch {
      // not listening yet
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  assert.fail(`the server did not come up in 15 s:\n${log.join('')}`);
}

/** Starts the server on a data folder; stop() ends it. */
export async function serve(data) {
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const child = spawn(binary, ['serve', '--data', data, '--listen', `127.0.0.1:${port}`], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const log = [];
  child.stdout.on('data', (chunk) => log.push(String(chunk)));
  child.stderr.on('data', (chunk) => log.push(String(chunk)));
  await waitUntilHealthy(origin, child, log);
  return {
    origin,
    data,
    async stop() {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/**
 * Starts the server on the museum; stop() ends it and removes what was made. `prepare` is given the
 * data folder before that.
 */
export async function startPortal(prepare = () => {}) {
  const folder = mkdtempSync(join(tmpdir(), 'vitrine-e2e-'));
  const data = copyOfMuseum(folder) ?? generateMuseum(folder);
  prepare(data);
  const served = await serve(data);
  return {
    origin: served.origin,
    data,
    async stop() {
      await served.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export function startBrowser(more = []) {
  return chromium.launch({
    executablePath: chromiumPath,
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      ...more,
    ],
  });
}

/**
 * A page in a context of its own. troubles() lists requests to other hosts, failed requests and
 * logged errors; a page that is meant to answer 4xx names its status in `expected`.
 */
export async function openPage(browser, origin, contextOptions = {}, expected = []) {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 1000 },
    userAgent: READER,
    ...contextOptions,
  });
  // A slow machine, with others' work on it, is no fault of a page.
  context.setDefaultTimeout(90_000);
  const page = await context.newPage();
  const troubles = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(`${origin}/`) && !request.url().startsWith('data:')) {
      troubles.push(`asks another host: ${request.url()}`);
    }
  });
  page.on('response', (response) => {
    if (response.status() >= 400 && !expected.includes(response.status())) {
      troubles.push(`${response.status()} for ${response.url()}`);
    }
  });
  page.on('console', (message) => {
    const meant = expected.some((status) => message.text().includes(`status of ${status}`));
    if (message.type() === 'error' && !meant) {
      troubles.push(`console: ${message.text()}`);
    }
  });
  page.on('pageerror', (error) => troubles.push(`script: ${error.message}`));
  return {
    page,
    troubles: () => [...troubles],
    close: () => context.close(),
  };
}

/**
 * What axe finds, WCAG 2.2 A and AA and its best practice, as one line each. The context needs bypassCSP.
 * `within` keeps it to a part: of a search, whose rail is most of the page and the same in each view.
 */
export async function findAccessibilityTroubles(page, within = 'html') {
  await page.addScriptTag({ content: axeSource });
  // axe measures targets also of what is not laid out before it comes near.
  await page.addStyleTag({ content: '.rail .facet { content-visibility: visible }' });
  const violations = await page.evaluate(async (part) => {
    const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
    const result = await window.axe.run(part, {
      runOnly: { type: 'tag', values: [...standards, 'best-practice'] },
      resultTypes: ['violations'], // quicker than with all that is well
    });
    return result.violations.map(({ id, impact, nodes }) => ({
      id,
      impact,
      first: nodes[0].html.slice(0, 200),
      count: nodes.length,
    }));
  }, within);
  return violations.map((found) => `${found.impact} ${found.id} ×${found.count}: ${found.first}`);
}

/**
 * Goes to an address and waits until nothing has been asked for a while: quicker than Playwright's
 * networkidle, whose half a second is most of the time of a page that stands at once.
 */
export async function goSettled(page, address, quiet = 120) {
  const asked = new Set();
  let since = performance.now();
  const begin = (request) => {
    asked.add(request);
    since = performance.now();
  };
  const end = (request) => {
    asked.delete(request);
    since = performance.now();
  };
  page.on('request', begin).on('requestfinished', end).on('requestfailed', end);
  await page.goto(address);
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  since = performance.now();
  const patience = since + 15_000;
  while (asked.size > 0 || performance.now() - since < quiet) {
    assert.ok(performance.now() < patience, `${address} goes on asking`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  page.off('request', begin).off('requestfinished', end).off('requestfailed', end);
}

/** Where pictures are asked for: one of the whole page (or of what is seen), packed quickly rather than small. */
export async function takePicture(page, name, seen = false) {
  const folder = process.env.VITRINE_SCREENSHOTS;
  if (folder === undefined || folder === '') {
    return;
  }
  mkdirSync(folder, { recursive: true });
  const session = await page.context().newCDPSession(page);
  const { cssContentSize, cssVisualViewport } = await session.send('Page.getLayoutMetrics');
  const { pageX: x, pageY: y, clientWidth: width, clientHeight: height } = cssVisualViewport;
  const clip = seen ? { x, y, width, height } : cssContentSize;
  const { data } = await session.send('Page.captureScreenshot', {
    captureBeyondViewport: true,
    optimizeForSpeed: true,
    clip: { ...clip, scale: 1 },
  });
  writeFileSync(join(folder, `${name}.png`), Buffer.from(data, 'base64'));
  await session.detach();
}

/** The path of a record with at least two versions. */
export async function findRecordWithHistory(origin) {
  for (let offset = 0; offset < 4000; offset += 100) {
    const list = await (await fetch(`${origin}/search?limit=100&offset=${offset}`)).text();
    const paths = [...list.matchAll(/href="(\/record\/[^"?]+)["?]/g)].map((match) => match[1]);
    if (paths.length === 0) {
      break;
    }
    for (const path of paths) {
      const html = await (await fetch(origin + path)).text();
      if (html.includes('id="diff-from"') && !html.includes('notice-removed')) {
        return path;
      }
    }
  }
  return assert.fail('the museum has no record with two versions');
}

/** A catalogue number that one record alone has. */
export async function findCatalogueNumber(origin) {
  const ask = async (query) => (await fetch(`${origin}/api/v1/records?${query}`)).json();
  const numbers = (await ask('limit=100&kind=specimens&catalogNumber=*')).records
    .map(({ data }) => String(data.catalogNumber))
    .filter((number) => /\d/.test(number) && !/^\d{4}$/.test(number));
  for (const number of numbers) {
    const { total } = await ask(`limit=0&catalogNumber=${encodeURIComponent(`"${number}"`)}`);
    if (total === 1) {
      return number;
    }
  }
  return assert.fail('the museum has no catalogue number of one record alone');
}
