// SPDX-License-Identifier: Apache-2.0
// Questions while someone types (src/islands/newest.ts): one under way, the newest next.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

async function loadModule(entry) {
  const folder = mkdtempSync(join(tmpdir(), 'vitrine-web-'));
  const outfile = join(folder, 'module.mjs');
  await build({ entryPoints: [entry], outfile, bundle: true, format: 'esm', logLevel: 'error' });
  const loaded = await import(pathToFileURL(outfile));
  rmSync(folder, { recursive: true });
  return loaded;
}

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Questions that end when they are told to, or fail when they are taken back. */
function makeQuestions() {
  const asked = [];
  const ends = new Map();
  const ask = (name) => (signal) =>
    new Promise((resolve, reject) => {
      asked.push(name);
      ends.set(name, resolve);
      signal.addEventListener('abort', () => reject(new Error(`${name} was taken back`)));
    });
  return { asked, ask, end: (name) => ends.get(name)() };
}

test('the first question goes out at once, then the newest alone', async () => {
  const { Newest } = await loadModule('src/islands/newest.ts');
  const { asked, ask, end } = makeQuestions();
  const asks = new Newest();
  for (const name of ['p', 'pl', 'pla', 'plan']) {
    asks.run(ask(name));
  }
  assert.deepEqual(asked, ['p']);
  end('p');
  await pause(0);
  assert.deepEqual(asked, ['p', 'plan']);
  end('plan');
  await pause(0);
  asks.run(ask('q'));
  assert.deepEqual(asked, ['p', 'plan', 'q']);
});

test('an answer that takes long gives way to a newer question', async () => {
  const { Newest } = await loadModule('src/islands/newest.ts');
  const { asked, ask } = makeQuestions();
  const asks = new Newest();
  asks.run(ask('slow'));
  asks.run(ask('next'));
  await pause(300);
  assert.deepEqual(asked, ['slow', 'next']);
});

test('what waits can be dropped', async () => {
  const { Newest } = await loadModule('src/islands/newest.ts');
  const { asked, ask } = makeQuestions();
  const asks = new Newest();
  asks.run(ask('a'));
  asks.run(ask('b'));
  asks.drop();
  await pause(300);
  assert.deepEqual(asked, ['a']);
});
