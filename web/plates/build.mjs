// SPDX-License-Identifier: Apache-2.0
// Draws the small line plates that stand beside collections (a fern, a beetle, an ammonite, ...) as SVG
// symbols of 120 by 120. They are computed, not traced, so they have no author but this file; strokes
// take the colour of the text around them. Decoration only: pages hide them from assistive software.

const TAU = Math.PI * 2;
const n = (value) => String(Math.round(value * 10) / 10);
const point = (x, y) => `${n(x)} ${n(y)}`;
const polar = (cx, cy, r, angle) => [cx + r * Math.cos(angle), cy + r * Math.sin(angle)];
const line = (points, closed = false) =>
  `M${points.map(([x, y]) => point(x, y)).join('L')}${closed ? 'Z' : ''}`;
const path = (d, extra = '') => `<path d="${d}"${extra}/>`;
const THIN = ' stroke-width=".8"';
const mirror = (inner) => `${inner}<g transform="matrix(-1 0 0 1 120 0)">${inner}</g>`;
const range = (count) => Array.from({ length: count }, (_, index) => index);

function ammonite() {
  const [cx, cy] = [53, 65];
  const growth = 0.15;
  const end = TAU * 3 - 0.9;
  const radius = (t) => 4.1 * Math.exp(growth * t);
  const at = (t, factor = 1) => polar(cx, cy, radius(t) * factor, t);
  const inner = Math.exp(-growth * TAU);
  const spiral = range(200).map((i) => at((i / 199) * end));
  const ribs = range(84).map((i) => {
    const t = end - 0.12 - (i / 84) * TAU * 1.9;
    const from = at(t, inner + (1 - inner) * 0.14);
    const bend = at(t + 0.09, inner + (1 - inner) * 0.55);
    const to = at(t - 0.05, 0.985);
    return `M${point(...from)}Q${point(...bend)} ${point(...to)}`;
  });
  const mouth = [at(end), at(end + 0.07, 0.8), at(end + 0.05, 0.6), at(end - TAU)];
  return path(line(spiral)) + path(line(mouth)) + path(ribs.join(''), THIN);
}

/** The portal's mark: the ammonite again, with few strokes, for small sizes. */
function mark() {
  const [cx, cy] = [57, 63];
  const end = TAU * 2 + 5.2;
  const radius = (t) => 6 * Math.exp(0.125 * t);
  const at = (t, factor = 1) => polar(cx, cy, radius(t) * factor, t + 0.2);
  const inner = Math.exp(-0.125 * TAU);
  const ribs = range(15).map((i) => {
    const t = end - 0.25 - i * 0.37;
    return line([at(t, inner + (1 - inner) * 0.3), at(t, 0.97)]);
  });
  const mouth = [at(end), at(end - TAU)];
  const d = line(range(90).map((i) => at((i / 89) * end))) + line(mouth) + ribs.join('');
  return path(d, ' stroke-width="4.5"');
}

/** One frond: a stem with pinnae that shorten to the tip, each a small leaf of its own. */
function fern() {
  const stem = (t) => [52 + 20 * t * t - 4 * t, 115 - 107 * t];
  const pinnae = range(11).flatMap((i) => {
    const t = 0.17 + (i / 11) * 0.8;
    const [x, y] = stem(t);
    const length = 45 * Math.sin(Math.PI * (0.2 + 0.8 * t)) ** 0.9 + 2;
    const width = 1.5 + length * 0.07;
    return [-1, 1].map((side) => {
      const angle = -Math.PI / 2 + 0.2 * t + side * (1.25 - 0.5 * t);
      const tip = polar(x, y, length, angle - side * 0.14);
      const along = (s, w) => {
        const [mx, my] = polar(x, y, length * s, angle - side * 0.14 * s * s);
        return polar(mx, my, w, angle + Math.PI / 2);
      };
      const lobes = Math.max(3, Math.round(length / 5.5));
      const edge = (way) =>
        range(lobes).map((j) => {
          const s0 = j / lobes;
          const s1 = (j + 1) / lobes;
          const out = way * width * (1.25 - s0) * 1.5;
          return `Q${point(...along(s0 + 0.2 / lobes, out))} ${point(...(j + 1 === lobes ? tip : along(s1, way * 0.5)))}`;
        });
      return (
        `M${point(x, y)}${edge(1).join('')}M${point(x, y)}${edge(-1).join('')}` +
        `M${point(x, y)}L${point(...along(0.85, 0))}`
      );
    });
  });
  return path(line(range(30).map((i) => stem(i / 29)))) + path(pinnae.join(''), THIN);
}

function beetle() {
  const half =
    path('M60 46C50 45 42 47 39 53C33 66 34 92 46 106C51 111 56 113 60 113') +
    path('M60 28C52 27 45 29 43 34C41 39 41 43 42 46C48 44 54 44 60 44') +
    path('M60 13C55 13 51 15 50 19C49 22 49 25 50 28') +
    path('M51 15C46 9 44 5 47 2M47 2C50 4 53 8 55 13') +
    path('M50 20C40 16 32 15 24 6', THIN) +
    path('M42 39C34 36 30 32 27 24L21 20') +
    path('M36 60C27 58 22 60 17 54L10 56') +
    path('M36 80C27 84 22 92 20 102L13 108') +
    path(
      range(5)
        .map((i) => {
          const x = 57 - i * 4.1;
          const inset = i * i * 0.85;
          return `M${point(x, 48 + i * 0.4)}C${point(x - 2.5 - i * 0.5, 66)} ${point(x - 2 - i * 0.2, 88)} ${point(x + 2, 109 - inset)}`;
        })
        .join(''),
      THIN,
    ) +
    '<ellipse cx="51.4" cy="21.5" rx="1.7" ry="2.6" fill="currentColor" stroke="none"/>';
  return mirror(half) + path('M60 28V113') + path('M56 46L60 52L64 46');
}

function butterfly() {
  const half =
    path('M58 50C50 30 30 12 8 14C8 26 14 40 22 50C30 59 44 62 57 60') +
    path('M57 60C44 62 26 66 22 78C20 92 32 106 42 102C52 98 57 80 58 70') +
    path(
      [
        'M56 53C42 40 26 28 12 19',
        'M56 54C42 46 28 38 15 33',
        'M56 56C44 51 30 47 20 45',
        'M40 42C36 36 38 30 34 25',
        'M55 64C44 70 34 78 26 86',
        'M56 67C48 76 42 86 39 98',
        'M55 62C44 65 34 69 25 74',
      ].join(''),
      THIN,
    ) +
    path('M59 44C56 34 52 26 45 20', THIN) +
    '<circle cx="44.4" cy="19.3" r="1.4" fill="currentColor" stroke="none"/>' +
    '<circle cx="22" cy="27" r="2.6"/><circle cx="35" cy="89" r="3.2"/><circle cx="35" cy="89" r="1"/>';
  return mirror(half) + '<ellipse cx="60" cy="62" rx="2.8" ry="19"/><circle cx="60" cy="42" r="3"/>';
}

function crystal() {
  const prism = (x, y, width, height, cap, lean) => {
    const top = [x + lean, y - height];
    const a = [x - width / 2 + lean * 0.75, y - height + cap];
    const b = [x + width / 2 + lean * 0.75, y - height + cap * 0.8];
    const c = [x + width * 0.12 + lean * 0.7, y - height + cap * 1.45];
    return (
      path(line([[x - width / 2, y], a, top, b, [x + width / 2, y]]), ' fill="var(--plate-ground, none)"') +
      path(line([a, c, b]) + line([top, c, [x + width * 0.12, y + 2]])) +
      path(
        range(4)
          .map((i) => line([
            [x - width * (0.36 - i * 0.08), y - 4 - i * 5],
            [x - width * (0.36 - i * 0.08) + lean * 0.45, y - height * 0.55 + i * 6],
          ]))
          .join(''),
        THIN,
      )
    );
  };
  return (
    prism(38, 98, 18, 44, 10, -14) +
    prism(84, 98, 18, 52, 11, 13) +
    prism(60, 102, 26, 92, 18, 2) +
    prism(46, 104, 13, 32, 8, -8) +
    prism(76, 104, 14, 30, 8, 7) +
    path('M18 104C24 98 30 97 34 99M24 110C36 106 50 108 60 110C74 107 88 106 98 109M88 99C95 97 100 99 104 104')
  );
}

function scallop() {
  const fan = range(15).map((i) => {
    const angle = -Math.PI / 2 + ((i - 7) / 7) * 1.22;
    const length = 74 - Math.abs(i - 7) * 1.7;
    return polar(60, 96, length, angle);
  });
  const edge = fan
    .slice(1)
    .map(([x, y], i) => {
      const [px, py] = fan[i];
      const [ox, oy] = [(x + px) / 2 - 60, (y + py) / 2 - 96];
      return `Q${point(60 + ox * 1.1, 96 + oy * 1.1)} ${point(x, y)}`;
    })
    .join('');
  const rings = [0.42, 0.6, 0.77, 0.9].map(
    (f) => `M${fan.map(([x, y]) => point(60 + (x - 60) * f, 96 + (y - 96) * f)).join('L')}`,
  );
  return (
    path(`M60 98L${point(...fan[0])}${edge}L60 98Z`) +
    path(fan.slice(1, -1).map(([x, y]) => line([[60, 94], [x, y]])).join('')) +
    path(rings.join(''), THIN) +
    path('M44 84L40 100C52 106 68 106 80 100L76 84')
  );
}

function feather() {
  const shaft = (t) => [22 + 74 * t, 110 - 96 * t + 13 * Math.sin(Math.PI * t)];
  const barbs = [];
  const left = [];
  const right = [];
  for (const i of range(60)) {
    const t = 0.2 + (i / 59) * 0.79;
    const [x, y] = shaft(t);
    const width = 20 * Math.pow(Math.sin(Math.PI * Math.min(1, (t - 0.17) / 0.86)), 0.6);
    const a = polar(x, y, width * 0.8 + 1, -Math.PI / 2 - 0.08);
    const b = polar(x, y, width + 1, -0.22);
    left.push(a);
    right.push(b);
    if (i % 2 === 0) {
      barbs.push(line([shaft(t - 0.015), a]), line([shaft(t - 0.015), b]));
    }
  }
  const outline = [shaft(0.19), ...left, shaft(1), ...right.reverse(), shaft(0.19)];
  return path(line(range(40).map((i) => shaft(i / 39)))) + path(line(outline)) + path(barbs.join(''), THIN);
}

function fish() {
  const scales = [];
  for (const row of range(7)) {
    for (const column of range(9)) {
      const x = 44 + column * 5.4 + (row % 2) * 2.7;
      const y = 47.5 + row * 4.4;
      if (Math.abs(y - 61) < 17.5 - (column - 2) ** 2 * 0.26) {
        scales.push(`M${point(x, y - 2.3)}C${point(x + 3.2, y - 1.8)} ${point(x + 3.2, y + 1.8)} ${point(x, y + 2.3)}`);
      }
    }
  }
  return (
    path('M7 64C18 46 36 38 58 40C76 42 88 52 97 58C88 68 76 80 58 82C36 84 18 80 7 64Z') +
    path('M97 58C102 50 108 44 115 42C111 50 110 54 110 60C110 68 112 74 116 80C108 78 102 70 95 60') +
    path('M38 42C44 30 58 25 74 32C74 38 76 42 80 47M52 83C56 92 64 95 72 94C70 88 70 84 72 79M33 72C38 78 46 80 50 76C46 72 42 70 34 69') +
    path('M34 46C38 56 38 68 33 78') +
    path(range(6).map((i) => line([[46 + i * 5, 39.6 + i * 0.5], [50 + i * 4.6, 31.5 - (i === 0 ? -1 : 0)]])).join(''), THIN) +
    path(range(5).map((i) => line([[99 + i * 0.6, 58 + (i - 2) * 2], [111 + (i % 2), 48 + i * 6]])).join(''), THIN) +
    path(scales.join(''), THIN) +
    path('M8 66C13 67 16 67 20 65', THIN) +
    '<circle cx="22" cy="58" r="3.6"/><circle cx="22" cy="58" r="1.3" fill="currentColor"/>'
  );
}

function diatom() {
  const rays = range(36).map((i) => {
    const angle = (i / 36) * TAU;
    return line([polar(60, 60, i % 2 === 0 ? 20 : 29, angle), polar(60, 60, 46, angle)]);
  });
  const pores = range(24).map((i) => {
    const [x, y] = polar(60, 60, 38, ((i + 0.5) / 24) * TAU);
    return `<circle cx="${n(x)}" cy="${n(y)}" r="1.5"/>`;
  });
  const core = range(6).map((i) => {
    const [x, y] = polar(60, 60, 9.5, (i / 6) * TAU);
    return `<circle cx="${n(x)}" cy="${n(y)}" r="3.7"/>`;
  });
  const rim = range(60).map((i) => {
    const angle = (i / 60) * TAU;
    return line([polar(60, 60, 50, angle), polar(60, 60, 53, angle)]);
  });
  return (
    [54, 49, 46, 19].map((r) => `<circle cx="60" cy="60" r="${r}"/>`).join('') +
    '<circle cx="60" cy="60" r="3.6"/>' +
    core.join('') +
    path(rays.join('') + rim.join(''), THIN) +
    `<g stroke-width=".8" fill="var(--plate-ground, none)">${pores.join('')}</g>`
  );
}

function mushroom() {
  const gills = range(23).map((i) => {
    const t = (i - 11) / 11;
    return `M${point(60 + t * 43, 60 - t * t * 2)}Q${point(60 + t * 26, 69)} ${point(60 + t * 9.5, 71)}`;
  });
  return (
    path('M15 58C16 30 36 13 60 13C84 13 104 30 105 58C92 64 28 64 15 58Z') +
    path('M50 71C52 84 50 98 46 108C54 112 66 112 74 108C70 98 68 84 70 71') +
    path('M15 58C24 68 40 72 60 72C80 72 96 68 105 58') +
    path('M48 82C54 88 66 88 72 82C74 87 73 90 71 91C66 94 54 94 49 91C47 90 46 87 48 82Z', ' fill="var(--plate-ground, none)"') +
    path(gills.join('') + range(4).map((i) => `M${point(55 + i * 3.4, 95)}L${point(54 + i * 4, 108)}`).join(''), THIN) +
    [[40, 36, 4], [60, 27, 5], [79, 38, 4.5], [52, 46, 3], [69, 50, 3], [30, 50, 2.6], [91, 51, 2.6]]
      .map(([x, y, r]) => `<ellipse cx="${x}" cy="${y}" rx="${r}" ry="${n(r * 0.72)}"/>`)
      .join('')
  );
}

function drawer() {
  const cells = [];
  for (const row of range(3)) {
    for (const column of range(4)) {
      const x = 19 + column * 21.2;
      const y = 19 + row * 27;
      cells.push(`<rect x="${n(x)}" y="${y}" width="18.4" height="24"/>`);
      for (const i of range(2 + ((row + column) % 2))) {
        for (const j of range(3)) {
          const px = n(x + 4.4 + i * (column % 2 === 0 ? 4.8 : 5.4));
          const py = n(y + 4.6 + j * 5.4);
          cells.push(`<ellipse cx="${px}" cy="${py}" rx="1.1" ry="1.9"/>`);
        }
      }
      cells.push(path(line([[x + 4, y + 21], [x + 14, y + 21]])));
    }
  }
  return (
    '<rect x="10" y="10" width="100" height="94"/><rect x="15" y="15" width="90" height="84"/>' +
    path('M10 104L14 111H106L110 104M54 107.5H66') +
    `<g stroke-width=".8">${cells.join('')}</g>`
  );
}

function notebook() {
  const lines = range(9).map((i) => line([[46, 30 + i * 8], [i % 4 === 3 ? 74 : 92 - (i % 3) * 3, 30 + i * 8]]));
  return (
    '<rect x="22" y="12" width="78" height="98"/>' +
    path('M36 12V110M27 12V110') +
    path(lines.join(''), THIN) +
    path(range(7).map((i) => `M18 ${22 + i * 13}H31`).join('')) +
    path('M84 110V88L92 82L100 88')
  );
}

function vial() {
  return (
    path('M46 14H74V24H46ZM49 24V30C49 33 45 35 45 40V100C45 107 75 107 75 100V40C75 35 71 33 71 30V24') +
    path('M45 50C52 53 68 47 75 50') +
    '<rect x="50" y="60" width="20" height="24" fill="var(--plate-ground, none)"/>' +
    path('M53 66H67M53 70H65M53 74H67M53 78H61M56 90C60 86 66 88 66 93C64 98 56 98 54 94M46 17H74M46 20H74', THIN)
  );
}

const PLATES = {
  ammonite, beetle, butterfly, crystal, diatom, drawer, feather, fern, fish, mark, mushroom, notebook, scallop, vial,
};

/** Returns [{ name, text }] with one file, plates.svg, whose symbols are named as the drawings. */
export function buildPlates() {
  const symbols = Object.entries(PLATES).map(
    ([name, draw]) =>
      `<symbol id="${name}" viewBox="0 0 120 120"><g fill="none" stroke="currentColor" ` +
      `stroke-width="1.4" stroke-linecap="round" stroke-linejoin="round">${draw()}</g></symbol>`,
  );
  const text = `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join('')}</svg>\n`;
  return [{ name: 'plates.svg', text }];
}

export const PLATE_NAMES = Object.keys(PLATES);
