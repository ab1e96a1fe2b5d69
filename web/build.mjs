// SPDX-License-Identifier: Apache-2.0
// Builds web/dist: assets/ with hashed names, and manifest.txt with a line "logical-name path" for
// each asset, which the server reads to write addresses. Fails when a budget is passed. Runs on
// Node 18 and later.
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { build } from 'esbuild';
import { buildBasemap } from './basemap/build.mjs';
import { buildTiles } from './basemap/tiles.mjs';
import { buildPlates } from './plates/build.mjs';

const root = dirname(fileURLToPath(import.meta.url));
const dist = join(root, 'dist');
const KB = 1000;
// Of all that the map loads: its own part of the scripts, the engine's worker, its style.
const MAP_BUDGET = 400 * KB;
const GRID_BUDGET = 12 * KB;
// Of all that a model loads when a reader turns it: most is the library that draws.
const MODEL_BUDGET = 220 * KB;
const BUDGETS = { 'app.css': 14 * KB, 'app.js': 60 * KB, 'plates.svg': 20 * KB };

const manifest = new Map();
const mapParts = []; // paths of what only the map loads
const gridParts = [];
const modelParts = [];

function writeHashed({ name, text }) {
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 8);
  const dot = name.lastIndexOf('.');
  const path = `assets/${name.slice(0, dot)}-${hash}${name.slice(dot)}`;
  mkdirSync(dirname(join(dist, path)), { recursive: true });
  writeFileSync(join(dist, path), text);
  manifest.set(name, path);
}

// A view's style is a file of its own, which the server links where the view stands.
function viewStyles() {
  const folder = 'src/views';
  return readdirSync(join(root, folder))
    .filter((name) => name.endsWith('.css'))
    .map((name) => `${folder}/${name}`);
}

// The map engine's worker is a file of its own: it cannot come out of a blob under the pages'
// Content-Security-Policy. What it shares with the engine is a chunk of both.
const MAP_WORKER = 'node_modules/maplibre-gl/dist/maplibre-gl-worker.mjs';

async function bundle() {
  const result = await build({
    absWorkingDir: root,
    entryPoints: ['src/app.ts', 'src/app.css',  ...viewStyles(), MAP_WORKER],
    outdir: 'dist/assets',
    entryNames: '[name]-[hash]',
    chunkNames: '[name]-[hash]',
    splitting: true,
    assetNames: 'fonts/[name]-[hash]',
    publicPath: '/assets',
    bundle: true,
    minify: true,
    format: 'esm',
    target: ['es2021', 'chrome100', 'firefox100', 'safari15.4'],
    loader: { '.woff2': 'file' },
    metafile: true,
    logLevel: 'warning',
  });
  for (const [output, { entryPoint, inputs }] of Object.entries(result.metafile.outputs)) {
    const path = output.replace(/^dist\//, '');
    if (entryPoint === 'src/islands/grid.ts') {
      gridParts.push(path);
    }
    if (entryPoint === 'src/model/viewer.ts') {
      modelParts.push(path);
    }
    if (entryPoint === 'src/islands/map.ts') {
      mapParts.push(path);
    } else if (entryPoint === MAP_WORKER) {
      mapParts.push(path);
      manifest.set('map-worker.js', path);
    } else if (entryPoint !== undefined && !/^src\/(islands|model)/.test(entryPoint)) {
      manifest.set(basename(entryPoint).replace(/\.ts$/, '.js'), path);
    } else if (output.endsWith('.woff2')) {
      manifest.set(`fonts/${basename(Object.keys(inputs)[0])}`, path);
    }
  }
}

// Fonts and map data travel inside the server; their licences go with them.
function licences() {
  const packages = [
    '@fontsource-variable/source-sans-3',
    '@fontsource-variable/source-serif-4',
    '@fontsource/ibm-plex-mono',
    'world-atlas',
    'maplibre-gl',
    'three',
  ];
  const texts = packages.map((name) => {
    const folder = join(root, 'node_modules', name);
    const file = readdirSync(folder).find((one) => /^LICENSE/.test(one));
    const text = readFileSync(join(folder, file), 'utf8');
    return `${name}\n${'='.repeat(name.length)}\n\n${text.trim()}\n`;
  });
  return { name: 'licences.txt', text: texts.join('\n\n') };
}

function checkBudget(name, paths, limit) {
  const sizes = paths.map((path) => brotliCompressSync(readFileSync(join(dist, path))).length);
  const size = sizes.reduce((a, b) => a + b, 0);
  console.log(`${name}: ${size} bytes with brotli, at most ${limit}`);
  if (size > limit) {
    throw new Error(`${name} is over its budget`);
  }
}

function checkBudgets() {
  for (const [name, limit] of Object.entries(BUDGETS)) {
    checkBudget(name, [manifest.get(name)], limit);
  }
  checkBudget('grid', [...gridParts, manifest.get('grid.css')], GRID_BUDGET);
  checkBudget('model', modelParts, MODEL_BUDGET);
  checkBudget('map', [...mapParts, manifest.get('map.css')], MAP_BUDGET);
}

rmSync(dist, { recursive: true, force: true });
mkdirSync(dist, { recursive: true });
await bundle();
for (const file of [...buildPlates(), ...buildBasemap(), ...buildTiles()]) {
  writeHashed(file);
}
writeHashed({ name: 'icon.svg', text: readFileSync(join(root, 'src/icon.svg'), 'utf8') });
writeHashed(licences());
const lines = [...manifest].map(([name, path]) => `${name} ${path}\n`).sort();
writeFileSync(join(dist, 'manifest.txt'), lines.join(''));
checkBudgets();
