// SPDX-License-Identifier: Apache-2.0
// Addresses as the page prints them equal those of the server (tests/unit/test_pages.c has the
// same cases).
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

test('equal states have equal addresses', async () => {
  const { printAddress } = await loadModule('src/islands/address.ts');
  const cases = [
    [[], '/search'],
    [[['q', '']], '/search'],
    [
      [
        ['year', '1850..1900'],
        ['family', 'Apidae'],
        ['q', 'a&b'],
        ['family', 'Smith, J.'],
        ['family', 'Apidae'],
        ['sort', ''],
      ],
      '/search?q=a%26b&family=Apidae&family=Smith%2C%20J.&year=1850..1900',
    ],
    [[['q', "it's (so)*!"]], '/search?q=it%27s%20%28so%29%2A%21'],
    [[['b', 'é'], ['field.sort', 'x']], '/search?b=%C3%A9&field.sort=x'],
  ];
  for (const [pairs, expected] of cases) {
    assert.equal(printAddress('/search', pairs), expected);
  }
});
