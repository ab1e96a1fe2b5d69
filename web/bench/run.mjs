// SPDX-License-Identifier: Apache-2.0
// Measures the pages in a browser and writes bench/PAGES.md: see usage. Servers and browsers are
// started here and ended here; every figure is the median of several runs, with its spread.
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, release, totalmem } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const USAGE = `usage: bench/pages [OPTION...]
  --only NAME[,NAME...]  some of: audits, sizes, frames, interactions (all)
  --matching TEXT        of audits, frames and interactions, those whose names hold it
  --runs N               runs of each (5)
  --museum DIR           data folder of the museum, not marked as a demo (else it is made)
  --store DIR            data folder with one large table (else it is made)
  --rows N               rows of the table that is made (4500000)
  --build DIR            the build to measure (build/release)
  --work DIR             for what is made; some GB (build/bench-work/pages)
  --write                write bench/PAGES.md`;

const { values: given } = parseArgs({
  options: {
    only: { type: 'string', default: 'audits,sizes,frames,interactions' },
    matching: { type: 'string' },
    runs: { type: 'string', default: '5' },
    museum: { type: 'string' },
    store: { type: 'string' },
    rows: { type: 'string', default: '4500000' },
    build: { type: 'string', default: join(root, 'build', 'release') },
    work: { type: 'string', default: join(root, 'build', 'bench-work', 'pages') },
    write: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});
if (given.help) {
  console.log(USAGE);
  process.exit(0);
}
const runs = Number(given.runs);
const wanted = new Set(given.only.split(','));
// Paths are the caller's, who stands elsewhere than this file's folder.
const from = process.env.PWD_OF_CALLER ?? process.cwd();
const places = { build: resolve(from, given.build), work: resolve(from, given.work) };
process.env.VITRINE_BINARY = join(places.build, 'vitrine');
mkdirSync(places.work, { recursive: true });

// These read VITRINE_BINARY when they are loaded.
const { serve, startBrowser } = await import('../e2e/fixtures.mjs');
const { auditMisses, auditRow, audit } = await import('./audits.mjs');
const { measureFrames } = await import('./frames.mjs');
const { measureInteractions } = await import('./interactions.mjs');
const { measureSizes } = await import('./sizes.mjs');
const { museum, records } = await import('./museums.mjs');
const { median, spread } = await import('./median.mjs');

const said = (text) => console.error(text);
const row = (cells) => `| ${cells.join(' | ')} |\n`;
const table = (heads, rows) =>
  row(heads) + row(heads.map((_, i) => (i === 0 ? '---' : '---:'))) + rows.map(row).join('');

async function withBrowser(act) {
  const browser = await startBrowser();
  try {
    return await act(browser);
  } finally {
    await browser.close();
  }
}

async function withServer(data, act) {
  const portal = await serve(data);
  try {
    return await act(portal.origin);
  } finally {
    await portal.stop();
  }
}

function auditPart(found) {
  const heads = ['screen', 'largest paint, ms', 'as seen here, ms', 'layout shift', 'performance'];
  const more = ['accessibility', 'best practices', 'search engines'];
  return {
    text:
      '\n## Lighthouse\n\nOf the demo museum; desktop settings (10 Mbit/s, 40 ms). Search engines: ' +
      'pages meant to be found (rule K2).\n\n' +
      table([...heads, ...more], found.map(auditRow)),
    misses: found.flatMap(auditMisses),
  };
}

function sizePart(found) {
  const heads = ['screen', 'scripts', 'styles', 'page', 'fonts'];
  const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;
  const line = ({ name, script, stylesheet, document, font }) => [
    name,
    ...[script, stylesheet, document, font].map(kilobytes),
  ];
  return {
    text: `\n## First load\n\nWith brotli, all that the screen asked for.\n\n${table(heads, found.map(line))}`,
    misses: [],
  };
}

function framePart(found) {
  const heads = ['what moves', 'frames/s', 'whole frames/s', 'dropped', 'tasks over 50 ms'];
  const more = ['longest task, ms', "page's thread busy, %", 'frames with a row still empty, %'];
  const line = ({ name, times }) => {
    const of = (member, places) => spread(times.map((time) => time[member]), places);
    const empty = times[0].waiting === undefined ? '–' : of('waiting', 1);
    return [name, of('presented', 1), of('whole', 1), of('dropped'), of('long'), of('longest'), of('busy'), empty];
  };
  return {
    text:
      '\n## Frames\n\nOf the large table, by the browser\'s trace; 60 are the most. Maps are drawn by ' +
      'the processor where the machine has no graphics.\n\n' +
      table([...heads, ...more], found.map(line)),
    misses: found
      .map(({ name, times }) => [name, median(times.map((time) => time.presented))])
      .filter(([, frames]) => frames < 58)
      .map(([name, frames]) => `${name}: ${frames.toFixed(1)} frames/s`),
  };
}

function interactionPart(found) {
  const measured = found.filter(({ times }) => times.length > 0);
  const medians = measured.map(({ times }) => median(times));
  const lines = found.map(({ name, times }) => [name, times.length > 0 ? spread(times) : 'not measured']);
  const all = medians.length > 0 ? median(medians) : NaN;
  return {
    text:
      '\n## From the hand to the screen\n\nOf the large table, milliseconds.\n\n' +
      table(['interaction', 'ms'], [...lines, ['median of all', all.toFixed(0)]]),
    misses: all > 100 ? [`interactions: ${all.toFixed(0)} ms at the median`] : [],
  };
}

function head(before) {
  const version = (command, ...args) => execFileSync(command, args, { encoding: 'utf8' }).trim();
  const commit = version('git', '-C', root, 'rev-parse', '--short=10', 'HEAD');
  const load = (at) => at[0].toFixed(1);
  const memory = Math.round(totalmem() / 2 ** 30);
  return (
    '# The pages, measured\n\nMade by `bench/pages --write`; figures are medians of ' +
    `${runs} runs, (least–greatest) beside them.\n\n- commit ${commit}\n` +
    `- ${cpus().length} × ${cpus()[0].model}, ${memory} GiB, Linux ${release()}\n` +
    `- ${version('/usr/bin/chromium', '--version')}, Node ${process.version}\n` +
    `- load average ${load(before)} at the start, ${load(loadavg())} at the end (a quiet machine starts near 0)\n`
  );
}

const before = loadavg();
const parts = [];
if (wanted.has('audits') || wanted.has('sizes')) {
  const data = given.museum === undefined ? museum(places) : resolve(from, given.museum);
  await withServer(data, async (origin) => {
    if (wanted.has('audits')) {
      parts.push(auditPart(await audit(origin, runs, given.matching, said)));
    }
    if (wanted.has('sizes')) {
      parts.push(sizePart(await withBrowser((browser) => measureSizes(browser, origin))));
    }
  });
}
if (wanted.has('frames') || wanted.has('interactions')) {
  const made = () => records({ ...places, rows: Number(given.rows) });
  const data = given.store === undefined ? made() : resolve(from, given.store);
  await withServer(data, async (origin) => {
    const by = { frames: [measureFrames, framePart], interactions: [measureInteractions, interactionPart] };
    for (const [name, [measure, part]] of Object.entries(by)) {
      if (wanted.has(name)) {
        const found = await withBrowser((browser) => measure(browser, origin, runs, given.matching, said));
        parts.push(part(found));
      }
    }
  });
}
const misses = parts.flatMap((part) => part.misses);
const verdict = misses.length === 0 ? 'Every target is met.' : `Missed:\n\n- ${misses.join('\n- ')}`;
const text = `${head(before)}\n${verdict}\n${parts.map((part) => part.text).join('')}`;
console.log(text);
if (given.write) {
  writeFileSync(join(root, 'bench', 'PAGES.md'), text);
}
