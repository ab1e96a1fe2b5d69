# SPDX-License-Identifier: Apache-2.0
"""The figures of what has no peer as rows of a table: what, figure, limit, whether it is met."""


def worst(found):
    name = max(found, key=found.get)
    return f"{found[name]:.2f} times ({name})", found[name]


def verdict(good):
    return "met" if good else "**missed**"


def over(found, limit):
    """Names whose ratio is over it."""
    names = [f"{name} {times:.2f}" for name, times in sorted(found.items()) if times > limit]
    return f"; over: {', '.join(names)}" if names else ""


def as_of(f):
    text, most = worst(f["ratios"])
    family, every = (f["ahead"].get(n, 0) for n in ("facet family", "ten facets all"))
    return [("as of before 5 % of rows changed, against the newest: the worst question",
             text + over(f["ratios"], 1.2), "1.2 times", verdict(most <= 1.2)),
            ("… facet family, all records", f"{family:.2f} ms", "3 ms", verdict(family <= 3)),
            ("… ten facets, all records", f"{every:.2f} ms", "40 ms", verdict(every <= 40)),
            ("… making the row set, once a version", f"{f['row set']:.2f} ms", "12 ms",
             verdict(f["row set"] <= 12))]


def small_commits(f):
    text, most = worst(f["ratios"])
    return [("after 20 commits of 0.5 %, against before them: the worst question",
             f"{text}, {f['segments']} segments" + over(f["ratios"], 1.3), "1.3 times",
             verdict(most <= 1.3))]


def during_import(f):
    times = {name: one["p95"] / max(one["quiet"], 1e-4) for name, one in f.items()}
    text, most = worst(times)
    slow = max(f, key=lambda name: f[name]["most"])
    return [("while a bulk import and its merges run: p95 against the quiet median, the worst",
             text + over(times, 4), "4 times", verdict(most <= 4)),
            ("… the slowest answer", f"{f[slow]['most']:.1f} ms ({slow})", "100 ms",
             verdict(f[slow]["most"] <= 100))]


def slow_clients(f):
    return [(f"beside four slow searches and four stalled downloads: p95 of a {name}",
             f"{f[name]:.1f} ms", "20 ms", verdict(f[name] <= 20))
            for name in ("record", "record by a search", "facet")]


def corrections(f):
    text, most = worst(f["ratios"])
    return [("10,000 corrections one by one: rate", f"{f['rate']:.0f}/s", "100/s",
             verdict(f["rate"] >= 100)),
            ("… seen by another process, p99", f"{f['seen p99']:.1f} ms", "50 ms",
             verdict(f["seen p99"] <= 50)),
            ("… more disk after merges", f"{f['grown'] / 1e6:.1f} MB", "100 MB",
             verdict(f["grown"] <= 100e6)),
            ("… then the questions, against before: the worst", text + over(f["ratios"], 1.3),
             "1.3 times", verdict(most <= 1.3))]


def many_tables(f):
    text, most = worst(f["ratios"])
    return [("the same rows as 300 tables with 3,000 different fields: the worst question",
             text + over(f["ratios"], 1.5), "1.5 times", verdict(most <= 1.5))]


def look_ups(f):
    return [("records over HTTP by their address, keys at random (wrk beside the server)",
             f"{f['address']:,.0f}/s, p99 {f['address p99']:.1f} ms", "50,000/s",
             verdict(f["address"] >= 50_000)),
            ("… as searches for the catalogue number",
             f"{f['search']:,.0f}/s, p99 {f['search p99']:.1f} ms", "–", "")]


def starts(f):
    rows = [("start of the server, files in the machine's cache", f"{max(f['start']):.2f} s", "1 s",
             verdict(max(f["start"]) <= 1))]
    if f["cold start"]:
        slow = max(f["first"], key=f["first"].get)
        rows += [("… with caches dropped", f"{max(f['cold start']):.2f} s", "1 s",
                  verdict(max(f["cold start"]) <= 1)),
                 ("first question with caches dropped, the worst of "
                  + ", ".join(f"{name} {ms:.0f}" for name, ms in f["first"].items()),
                  f"{f['first'][slow]:.0f} ms", "300 ms", verdict(f["first"][slow] <= 300))]
    return rows


def memory(size):
    return [("memory of the server beyond mapped files, all questions asked",
             f"{size / 2**20:,.0f} MiB", "1,536 MiB", verdict(size <= 1536 * 2**20))]


PARTS = {"look-ups over HTTP": look_ups, "starts": starts, "as of": as_of,
         "small commits": small_commits, "during an import": during_import,
         "slow clients": slow_clients, "corrections": corrections, "many tables": many_tables}


def table(kept, server_memory):
    """Rows from what was measured; a part that failed says why."""
    out = ["| without a peer | figure | limit | |", "| --- | --- | ---: | --- |"]
    rows = memory(server_memory) if server_memory else []
    for name, part in kept.items():
        figures = part["figures"]
        rows += [(name, f"failed: {figures['failed']}", "", "")] if "failed" in figures \
            else PARTS[name](figures)
    return out + [f"| {what} | {found} | {limit} | {met} |" for what, found, limit, met in rows]
