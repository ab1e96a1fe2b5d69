// SPDX-License-Identifier: Apache-2.0
// How keys and drags move the look at a model.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

let turn;

before(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'vitrine-web-'));
  const outfile = join(folder, 'module.mjs');
  const options = { bundle: true, format: 'esm', logLevel: 'error' };
  await build({ entryPoints: ['src/model/turn.ts'], outfile, ...options });
  turn = await import(pathToFileURL(outfile));
  rmSync(folder, { recursive: true });
});

test('the poles and the nearest place are ends', () => {
  let now = turn.FIRST;
  for (let i = 0; i < 40; i += 1) {
    now = turn.afterKey(now, 'ArrowUp');
  }
  assert.equal(now.above, 90);
  for (let i = 0; i < 40; i += 1) {
    now = turn.afterKey(turn.afterKey(now, 'ArrowDown'), '+');
  }
  assert.equal(now.above, -90);
  const nearest = now.distance;
  assert.ok(nearest > 0 && turn.afterKey(now, '+').distance === nearest);
  assert.ok(turn.afterKey(now, '-').distance > nearest);
  assert.deepEqual(turn.afterKey(now, '0'), turn.FIRST);
});

test('a full turn comes back', () => {
  let now = turn.FIRST;
  for (let i = 0; i < 36; i += 1) {
    now = turn.afterKey(now, 'ArrowLeft');
  }
  assert.deepEqual(now, turn.FIRST);
});

test('numbers are sides, other keys are the page’s', () => {
  assert.deepEqual(turn.afterKey(turn.FIRST, '3'), { around: 180, above: 0, distance: 1 });
  assert.equal(turn.afterKey(turn.FIRST, '5').above, 90);
  for (const key of ['7', 'j', 'Tab', 'Escape', '', '11']) {
    assert.equal(turn.afterKey(turn.FIRST, key), undefined, key);
  }
});

test('a drag to the right shows what was on the left', () => {
  const right = turn.dragged({ around: 0, above: 0, distance: 1 }, 100, 0);
  assert.ok(right.around > 180, 'the eye goes to the left');
  const down = turn.dragged({ around: 0, above: 0, distance: 1 }, 0, 50);
  assert.ok(down.above > 0, 'the eye goes up');
});

test('the way to another side is the short one', () => {
  const from = { around: 350, above: 0, distance: 1 };
  const to = { around: 20, above: 40, distance: 2 };
  const half = turn.between(from, to, 0.5);
  assert.ok(half.around > 350 || half.around < 20, String(half.around));
  assert.deepEqual(turn.between(from, to, 1), to);
  assert.deepEqual(turn.between(from, to, 0), from);
});
