# SPDX-License-Identifier: Apache-2.0
"""The comparison as a table (Markdown) and a chart (SVG)."""

import math
import statistics

from questions import BEST_SEEN, RATES, WITH_TEXT

CAPPED = 50  # ratios above this count as this
COLOURS = ["#1b6ca8", "#8a5a9e", "#c9702b", "#5b8c3a", "#a8324a", "#6d6d6d"]


def figure(value, name):
    if value is None:
        return "–"
    if name in RATES:
        return f"{value:,.0f}/s"
    if name == "disk":
        return f"{value:,.0f} MB"
    return f"{value:.3f}" if value < 10 else f"{value:,.1f}"


def best_peer(line):
    """(value, engine) of the best peer; of lines about text, among those that index it."""
    found = [(value, name) for name, value in line["peers"].items() if value is not None and
             not (line["name"] in WITH_TEXT and name in line["without text"])]
    if not found:
        return None, ""
    return max(found) if line["name"] in RATES else min(found)


def ratio(line):
    """How many times better than the best peer; None without one."""
    best, _ = best_peer(line)
    if best is None or not line["ours"]:
        return None
    return line["ours"] / best if line["name"] in RATES else best / line["ours"]


def scale(line):
    """(what the line's peer took in this run, times what it took when the limit was set; that
    peer). The peer is the one that the limit was set against, whichever is the best now. None where
    there is no such figure, or the rows are fewer."""
    seen, name = BEST_SEEN.get(line["name"], (None, ""))
    here = line["peers"].get(name)
    if seen is None or here is None or not line["full"]:
        return None, name
    return here / seen, name


def keeps(line, limit):
    if line["ours"] is None or limit is None:
        return ""
    kept = line["ours"] >= limit if line["name"] in RATES else line["ours"] <= limit
    return "met" if kept else "**missed**"


def limit_cells(line):
    """The limit as it was set, and as its peer of this run scales it."""
    times, name = scale(line)
    scaled = None if times is None else line["limit"] * times
    told = "–" if scaled is None else \
        f"{figure(scaled, line['name'])} ({times:.2g} × by {name}) {keeps(line, scaled)}"
    return [f"{figure(line['limit'], line['name'])} {keeps(line, line['limit'])}", told]


def geometric_mean(lines):
    found = [min(r, CAPPED) for r in map(ratio, lines) if r]
    return math.exp(sum(map(math.log, found)) / len(found)) if found else 0.0


def spread(times):
    return f"{min(times):.3f} to {max(times):.3f}" if times else ""


def table(lines, engines):
    out = ["| question | ours | least to most | limit | limit scaled | over HTTP | "
           + " | ".join(engines) + " | times the best |",
           "| --- |" + " ---: |" * (6 + len(engines))]
    for line in lines:
        r = ratio(line)
        name = line["name"]
        cells = [name, figure(line["ours"], name), spread(line.get("times")), *limit_cells(line),
                 figure(line.get("http"), name)]
        for engine in engines:
            bare = name in WITH_TEXT and engine in line["without text"]
            cells.append(figure(line["peers"].get(engine), name) + (" †" if bare else ""))
        cells.append(f"{r:.1f} ({best_peer(line)[1]})" if r else "–")
        out.append("| " + " | ".join(cells) + " |")
    return out


def loads_table(peers):
    """What the loads took, and when: they are kept from run to run."""
    out = ["| load | wall | processor | steps | when | machine load | disk |",
           "| --- | ---: | ---: | --- | --- | --- | ---: |"]
    for name, load in peers:
        steps = ", ".join(f"{step} {seconds:.0f} s" for step, seconds in load["steps"].items())
        wall = sum(load["steps"].values())
        cpu = f"{load['processor']:,.0f} s" if load.get("processor") else "–"
        out.append(f"| {name} | {wall:,.0f} s | {cpu} | {steps} | {load['at']} | "
                   f"{load['machine_load'][0]} to {load['machine_load'][1]} | "
                   f"{load['disk'] / 1e6:,.0f} MB |")
    return out


def chart(lines, engines):
    """Bars of milliseconds on a logarithmic scale, a group a question."""
    lines = [line for line in lines if line["name"] not in RATES | WITH_TEXT and line["ours"]]
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

