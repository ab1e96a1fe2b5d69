// SPDX-License-Identifier: Apache-2.0
// Builds web/dist: assets/ with hashed names, and manifest.txt with a line "logical-name path" for
// each asset, which the server reads to write addresses. Fails when a budget is passed. Runs on
// Node 18 and later.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { build } from 'esbuild';
import { buildBasemap } from './basemap/build.mjs';
import { buildPlates } from './plates/build.mjs';

const root = dirname(fileURLToPath(import.meta.url));
const dist = join(root, 'dist');
const KB = 1000;
const BUDGETS = { 'app.css': 14 * KB, 'app.js': 60 * KB, 'plates.svg': 20 * KB };

const manifest = new Map();

function writeHashed({ name, text }) {
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 8);
  const dot = name.lastIndexOf('.');
  const path = `assets/${name.slice(0, dot)}-${hash}${name.slice(dot)}`;
  mkdirSync(dirname(join(dist, path)), { recursive: true });
  writeFileSync(join(dist, path), text);
  manifest.set(name, path);
}

async function bundle() {
  const result = await build({
    absWorkingDir: root,
    entryPoints: ['src/app.ts', 'src/app.css'],
    outdir: 'dist/assets',
    entryNames: '[name]-[hash]',
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
    if (entryPoint !== undefined) {
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
  ];
  const texts = packages.map((name) => {
    const text = readFileSync(join(root, 'node_modules', name, 'LICENSE'), 'utf8');
    return `${name}\n${'='.repeat(name.length)}\n\n${text.trim()}\n`;
  });
  return { name: 'licences.txt', text: texts.join('\n\n') };
}

function checkBudgets() {
  for (const [name, limit] of Object.entries(BUDGETS)) {
    const size = brotliCompressSync(readFileSync(join(dist, manifest.get(name)))).length;
    console.log(`${name}: ${size} bytes with brotli, at most ${limit}`);
    if (size > limit) {
      throw new Error(`${name} is over its budget`);
    }
  }
}

rmSync(dist, { recursive: true, force: true });
mkdirSync(dist, { recursive: true });
await bundle();
for (const file of [...buildPlates(), ...buildBasemap()]) {
  writeHashed(file);
}
writeHashed({ name: 'icon.svg', text: readFileSync(join(root, 'src/icon.svg'), 'utf8') });
writeHashed(licences());
const lines = [...manifest].map(([name, path]) => `${name} ${path}\n`).sort();
writeFileSync(join(dist, 'manifest.txt'), lines.join(''));
checkBudgets();
