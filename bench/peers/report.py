# SPDX-License-Identifier: Apache-2.0
"""The comparison as a table (Markdown) and a chart (SVG)."""

import math
import statistics

from questions import BEST_SEEN, RATES

CAPPED = 50  # ratios above this count as this
COLOURS = ["#1b6ca8", "#8a5a9e", "#c9702b", "#5b8c3a", "#a8324a", "#6d6d6d"]


def figure(value, rate):
    if value is None:
        return "–"
    if rate:
        return f"{value:,.0f}/s"
    return f"{value:.3f}" if value < 10 else f"{value:,.1f}"


def best_peer(line):
    """(value, engine) of the best peer."""
    found = [(value, name) for name, value in line["peers"].items() if value is not None]
    if not found:
        return None, ""
    return max(found) if line["rate"] else min(found)


def ratio(line):
    """How many times better than the best peer; None without one."""
    best, _ = best_peer(line)
    if best is None or not line["ours"]:
        return None
    return line["ours"] / best if line["rate"] else best / line["ours"]


def scaled_limit(line):
    """The limit by what the best peer took here against what it took when the limit was set."""
    best, _ = best_peer(line)
    seen = BEST_SEEN.get(line["name"], (None,))[0]
    if line["limit"] is None or best is None or seen is None or not line["full"]:
        return line["limit"]
    return line["limit"] * best / seen


def geometric_mean(lines):
    found = [min(r, CAPPED) for r in map(ratio, lines) if r]
    return math.exp(sum(map(math.log, found)) / len(found)) if found else 0.0


def spread(times):
    return f"{min(times):.3f} to {max(times):.3f}" if times else ""


def table(lines, engines):
    out = ["| question | ours | over HTTP | least to most | limit here | "
           + " | ".join(engines) + " | times the best |",
           "| --- |" + " ---: |" * (5 + len(engines))]
    for line in lines:
        limit = scaled_limit(line)
        r = ratio(line)
        missed = limit is not None and line["ours"] is not None and (
            line["ours"] < limit if line["rate"] else line["ours"] > limit)
        cells = [line["name"],
                 figure(line["ours"], line["rate"]) + (" **missed**" if missed else ""),
                 figure(line.get("http"), line["rate"]), spread(line.get("times")),
                 figure(limit, line["rate"])]
        cells += [figure(line["peers"].get(name), line["rate"]) for name in engines]
        cells.append(f"{r:.1f}" if r else "–")
        out.append("| " + " | ".join(cells) + " |")
    return out


def chart(lines, engines):
    """Bars of milliseconds on a logarithmic scale, a group a question."""
    lines = [line for line in lines if not line["rate"] and line["ours"]]
    names = ["Vitrine", *engines]
    bar, gap, left, width = 11, 14, 190, 900
    group = bar * len(names) + gap
    height = 60 + group * len(lines)
    least, most = -2, 4  # powers of ten of a millisecond

    def x(value):
        place = (math.log10(max(value, 10 ** least)) - least) / (most - least)
        return left + place * (width - left - 70)

    out = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" '
           f'font-family="sans-serif" font-size="11" role="img">',
           "<title>Milliseconds of each question, by engine; less is better</title>",
           f'<rect width="{width}" height="{height}" fill="#fff"/>']
    for i, name in enumerate(names):
        out.append(f'<rect x="{left + i * 110}" y="10" width="10" height="10" '
                   f'fill="{COLOURS[i % len(COLOURS)]}"/>'
                   f'<text x="{left + i * 110 + 14}" y="19">{name}</text>')
    for power in range(least, most + 1):
        at = x(10 ** power)
        out.append(f'<line x1="{at:.1f}" x2="{at:.1f}" y1="36" y2="{height - 10}" stroke="#ddd"/>'
                   f'<text x="{at:.1f}" y="32" text-anchor="middle" fill="#666">'
                   f'{10 ** power:g} ms</text>')
    for row, line in enumerate(lines):
        top = 44 + row * group
        out.append(f'<text x="{left - 8}" y="{top + group / 2 - 4}" text-anchor="end">'
                   f'{line["name"]}</text>')
        for i, name in enumerate(names):
            value = line["ours"] if i == 0 else line["peers"].get(name)
            if value is None:
                continue
            at = top + i * bar
            out.append(f'<rect x="{left}" y="{at}" width="{max(x(value) - left, 1):.1f}" '
                       f'height="{bar - 2}" fill="{COLOURS[i % len(COLOURS)]}"/>'
                       f'<text x="{x(value) + 4:.1f}" y="{at + bar - 3}" font-size="9">'
                       f'{value:.3g}</text>')
    out.append("</svg>")
    return "\n".join(out) + "\n"


def median(times):
    return statistics.median(times) if times else None


__all__ = ["RATES", "chart", "geometric_mean", "median", "ratio", "table"]
