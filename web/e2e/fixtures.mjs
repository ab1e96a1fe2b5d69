// SPDX-License-Identifier: Apache-2.0
// What the browser tests share: a museum in a folder, the real server on a free port, a browser
// whose pages fail the test when they ask another host for anything or log an error.
//
// VITRINE_BINARY       the server to test; without it the tests are skipped
// VITRINE_DEMO_DATA    a data folder to serve; without it the demo is generated once, into a
//                      temporary folder, with VITRINE_DEMO_MUSEUM
// VITRINE_SCREENSHOTS  where pictures go (build/screenshots of the project)
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
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

function generateMuseum(folder) {
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

async function freePort() {
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

/** Starts the server on the museum; stop() ends it and removes what was made. */
export async function startPortal() {
  const folder = mkdtempSync(join(tmpdir(), 'vitrine-e2e-'));
  const data = process.env.VITRINE_DEMO_DATA ?? generateMuseum(folder);
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
    async stop() {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export function startBrowser() {
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
    ...contextOptions,
  });
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

/** What axe finds, WCAG 2.2 A and AA, as one line each. The context needs bypassCSP. */
export async function findAccessibilityTroubles(page) {
  await page.addScriptTag({ content: axeSource });
  const violations = await page.evaluate(async () => {
    const result = await window.axe.run(document, {
      runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] },
    });
    return result.violations.map(({ id, impact, nodes }) => ({
      id,
      impact,
      first: nodes[0].html.slice(0, 200),
      count: nodes.length,
    }));
  });
  return violations.map((found) => `${found.impact} ${found.id} ×${found.count}: ${found.first}`);
}

export function screenshotPath(name) {
  const folder = process.env.VITRINE_SCREENSHOTS ?? join(root, 'build', 'screenshots');
  mkdirSync(folder, { recursive: true });
  return join(folder, `${name}.png`);
}

/** The path of a record with at least two versions. */
export async function findRecordWithHistory(origin) {
  for (let offset = 0; offset < 4000; offset += 100) {
    const list = await (await fetch(`${origin}/search?limit=100&offset=${offset}`)).text();
    const paths = [...list.matchAll(/href="(\/record\/[^"?]+)"/g)].map((match) => match[1]);
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
