// SPDX-License-Identifier: Apache-2.0
// Lighthouse over the portal's screens: how soon they stand, whether they shift, and its scores.
// Its "desktop" settings count a line of 10 Mbit/s with 40 ms; the search engines' score is asked
// of pages alone that are meant to be found (rule K2).
import { connect } from 'node:net';
import lighthouse, { desktopConfig } from 'lighthouse';
import { freePort, startBrowser } from '../e2e/fixtures.mjs';
import { median, spread } from './median.mjs';

const VIEWS = ['list', 'gallery', 'map', 'species', 'datasets', 'charts', 'compare', 'changes'];

/** The screens of a museum: name, path, whether it is meant to be found. */
async function screensOf(origin) {
  const search = await (await fetch(`${origin}/search?multimedia=*&kind=specimens`)).text();
  const record = /href="(\/record\/[^"?]+)/.exec(search)[1];
  const found = [
    ['home', '/'],
    ['search', '/search'],
    ['record', record],
    ['dataset', '/dataset/collection-specimens'],
    ['catalogue', '/datasets'],
    ['taxon', '/taxon/genus/Carabus'],
    ['country', '/country/Brazil'],
    ['statistics', '/statistics'],
    ['about', '/about'],
    ['api', '/api'],
  ];
  const others = [
    ...VIEWS.map((view) => [`search: ${view}`, `/search?view=${view}`]),
    ['search: continuous', '/search?table.scroll=1'],
    ['builder', '/search/build'],
  ];
  return [
    ...found.map(([name, path]) => ({ name, path, indexed: true })),
    ...others.map(([name, path]) => ({ name, path, indexed: false })),
  ];
}

/** The audits of a category that cost points, by name. */
function failed(report, category) {
  return report.categories[category].auditRefs
    .filter(({ id, weight }) => weight > 0 && (report.audits[id].score ?? 1) < 1)
    .map(({ id }) => {
      const items = report.audits[id].details?.items ?? [];
      const first = items[0]?.node?.snippet ?? items[0]?.description ?? items[0]?.url ?? '';
      return `${id} ${String(first).slice(0, 140)}`.trim();
    });
}

async function auditOnce(port, url, indexed) {
  const categories = ['performance', 'accessibility', 'best-practices', ...(indexed ? ['seo'] : [])];
  const options = { port, output: 'json', logLevel: 'silent', onlyCategories: categories };
  const { lhr } = await lighthouse(url, options, desktopConfig);
  if (lhr.runtimeError !== undefined) {
    throw new Error(`${url}: ${lhr.runtimeError.message}`);
  }
  const score = (name) => Math.round(100 * lhr.categories[name].score);
  const metrics = lhr.audits['metrics'].details.items[0];
  const shifts = lhr.audits['layout-shifts']?.details?.items ?? [];
  return {
    lcp: lhr.audits['largest-contentful-paint'].numericValue,
    seen: metrics.observedLargestContentfulPaint,
    cls: lhr.audits['cumulative-layout-shift'].numericValue,
    performance: score('performance'),
    accessibility: score('accessibility'),
    practices: score('best-practices'),
    seo: indexed ? score('seo') : undefined,
    version: lhr.lighthouseVersion,
    failed: categories.slice(1).flatMap((name) => failed(lhr, name)),
    shifted: shifts.map(({ node, score: by }) => `shift ${by?.toFixed(4)} ${node?.selector ?? ''}`),
  };
}

const reachable = (port) =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => resolve(socket.end()));
    socket.on('error', () => setTimeout(() => resolve(reachable(port)), 100));
  });

/** Audits every screen `runs` times; what it found, screen by screen. */
export async function audit(origin, runs, only, say) {
  const port = await freePort();
  const browser = await startBrowser([`--remote-debugging-port=${port}`]);
  const found = [];
  try {
    await reachable(port);
    const screens = await screensOf(origin);
    for (const screen of screens.filter(({ name }) => only === undefined || name.includes(only))) {
      const times = [];
      for (let run = 0; run < runs; run += 1) {
        times.push(await auditOnce(port, origin + screen.path, screen.indexed));
      }
      const line = { ...screen, times };
      found.push(line);
      const what = [...new Set(times.flatMap((time) => [...time.failed, ...time.shifted]))];
      say(`${screen.name}: ${auditRow(line).slice(1).join(' ')}${what.map((w) => `\n    ${w}`)}`);
    }
  } finally {
    await browser.close();
  }
  return found;
}

/** A screen's line of the table. */
export function auditRow({ name, times, indexed }) {
  const of = (member) => times.map((time) => time[member]);
  return [
    name,
    spread(of('lcp')),
    spread(of('seen')),
    spread(of('cls'), 3),
    spread(of('performance')),
    spread(of('accessibility')),
    spread(of('practices')),
    indexed ? spread(of('seo')) : '–',
  ];
}

/** What of the targets a screen misses. */
export function auditMisses({ name, times, indexed }) {
  const of = (member) => median(times.map((time) => time[member]));
  return [
    of('lcp') >= 1000 && `${name}: largest paint after ${Math.round(of('lcp'))} ms`,
    of('cls') > 0.02 && `${name}: layout shift of ${of('cls').toFixed(3)}`,
    of('accessibility') < 100 && `${name}: accessibility ${of('accessibility')}`,
    of('practices') < 100 && `${name}: best practices ${of('practices')}`,
    indexed && of('seo') < 100 && `${name}: search engines ${of('seo')}`,
  ].filter(Boolean);
}
