// SPDX-License-Identifier: Apache-2.0
// The two portals that the pages are measured on: the demo museum's data (not marked as a demo, since
// demos tell search engines to stay away), and a table of millions of rows.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const KEY = 'occurrenceID'; // of the generator's rows
const quietly = { stdio: ['ignore', 'ignore', 'inherit'] };

/** The museum's data folder below `work`, made anew when its generator has changed. */
export function museum({ build, work }) {
  const data = join(work, 'museum');
  const made = join(work, 'museum.made');
  const size = execFileSync('cksum', [join(build, 'demo-museum')], { encoding: 'utf8' });
  if (existsSync(data) && existsSync(made) && readFileSync(made, 'utf8') === size) {
    return data;
  }
  const sources = join(work, 'museum.sources');
  const vitrine = join(build, 'vitrine');
  mkdirSync(work, { recursive: true });
  for (const old of [data, sources]) {
    rmSync(old, { recursive: true, force: true });
  }
  execFileSync(join(build, 'demo-museum'), ['--seed', '1', '--out', sources], quietly);
  execFileSync(vitrine, ['init', '--data', data, '--portal', join(sources, 'portal.json')], quietly);
  execFileSync(vitrine, ['replay', '--data', data, join(sources, 'plan.jsonl')], quietly);
  rmSync(sources, { recursive: true });
  writeFileSync(made, size);
  return data;
}

/** A data folder with `rows` of bench/generate_records below `work`. */
export function records({ build, work, rows }) {
  const data = join(work, `records-${rows}`);
  if (existsSync(data)) {
    return data;
  }
  const file = join(work, `records-${rows}.csv`);
  const making = `${data}.making`;
  const vitrine = join(build, 'vitrine');
  mkdirSync(work, { recursive: true });
  rmSync(making, { recursive: true, force: true });
  const generate = [join(build, 'bench', 'generate_records'), '--rows', String(rows)];
  execFileSync('sh', ['-c', '"$1" "$2" "$3" > "$4"', 'sh', ...generate, file], quietly);
  execFileSync(vitrine, ['init', '--data', making], quietly);
  const key = KEY;
  execFileSync(vitrine, ['ingest', '--data', making, '--dataset', 'records', '--key', key, file], quietly);
  rmSync(file);
  renameSync(making, data);
  return data;
}
