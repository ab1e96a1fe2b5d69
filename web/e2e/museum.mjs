// SPDX-License-Identifier: Apache-2.0
// Makes the demo museum that the browser tests of one run serve copies of, in VITRINE_DEMO_DATA. All
// of them wait for it, and most of it is waiting for the disk, so it is made in memory where there
// is room.
import { cpSync, mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { generateMuseum, skip } from './fixtures.mjs';

const MEMORY = '/dev/shm';
const ROOM = 1 << 30;

function quickFolder() {
  try {
    const { bavail, bsize } = statfsSync(MEMORY);
    return bavail * bsize > ROOM ? MEMORY : tmpdir();
  } catch {
    return tmpdir();
  }
}

test('the demo museum of the browser tests', { skip }, () => {
  const folder = mkdtempSync(join(quickFolder(), 'vitrine-e2e-'));
  const target = process.env.VITRINE_DEMO_DATA;
  rmSync(target, { recursive: true, force: true });
  try {
    cpSync(generateMuseum(folder), target, { recursive: true });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
