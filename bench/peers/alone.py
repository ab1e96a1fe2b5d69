# SPDX-License-Identifier: Apache-2.0
"""What has no peer: older versions, small commits, an import beside, slow clients, corrections one
by one, many tables, starts. Each part works on a copy of the store, and takes minutes at most."""

import csv
import json
import os
import pathlib
import re
import shutil
import statistics
import subprocess
import threading
import time

from server import Server, look_up_body

COUNTED_AHEAD = ("facet family", "ten facets all")
COMMITS = 20            # of 0.5 % each
CORRECTIONS = 10_000
CORRECTING_SECONDS = 400  # more than four times what they may take
TABLES = 300
RENAMED = ["institutioncode", "basisofrecord", "taxonrank", "recordnumber", "identifiedby",
           "donorname", "registrationcode", "modified", "day", "month"]  # no question asks them
IMPORT_SECONDS = 240    # an import that takes longer is ended
FIRST_QUESTIONS = ("first 100 by id", "genus", "words middling", "facet family", "class by sex")


class Alone:
    def __init__(self, ours, path, turns):
        self.ours = ours
        self.path = path
        self.turns = turns
        self.changes = ours.work / "changes"

    # --- what is worked on -----------------------------------------------------------------------

    def copy(self, name, of=None):
        """A copy whose segments are links: they are never changed in place."""
        target = self.ours.work / name
        shutil.rmtree(target, ignore_errors=True)

        def place(source, destination):
            link = pathlib.Path(source).suffix == ".segment"
            (os.link if link else shutil.copy2)(source, destination)

        shutil.copytree(of or self.ours.data, target, copy_function=place)
        return target

    def changed_rows(self):
        """Files of rows with other remarks, in one pass: each 20th row, and COMMITS times another
        0.5 % of the rows."""
        names = ["five-percent", *(f"half-percent-{n}" for n in range(COMMITS))]
        paths = [self.changes / f"{name}.csv" for name in names]
        mark = self.changes / "of"
        facts = f"{self.path} {os.path.getsize(self.path)}"
        if mark.exists() and mark.read_text() == facts:
            return paths
        shutil.rmtree(self.changes, ignore_errors=True)
        self.changes.mkdir(parents=True)
        files = [open(p, "w", newline="", encoding="utf-8") for p in paths]
        writers = [csv.writer(f, lineterminator="\n") for f in files]
        with open(self.path, newline="", encoding="utf-8") as source:
            rows = csv.reader(source)
            header = next(rows)
            remarks = [n.lower() for n in header].index("remarks")
            for writer in writers:
                writer.writerow(header)
            for number, row in enumerate(rows):
                before = row[remarks]
                if number % 20 == 0:
                    row[remarks] = before + " checked"
                    writers[0].writerow(row)
                if number % 200 < COMMITS:
                    row[remarks] = f"{before} seen {number % 200}"
                    writers[1 + number % 200].writerow(row)
        for f in files:
            f.close()
        mark.write_text(facts)
        return paths

    def last_commit(self, data):
        return max(int(n) for n in re.findall(r"^commit (\d+)", self.ours.run(
            self.ours.vitrine, "log", "--data", data, "--limit", 1), re.M))

    def times(self, data, *options):
        return self.ours.times(self.turns, "--no-rates", *options, data=data)[0]

    # --- the parts -------------------------------------------------------------------------------

    def as_of(self):
        """As of before 5 % of rows changed: ratios to the newest, the two whose counts are kept by
        themselves, and making the row set."""
        data = self.copy("as-of")
        before = self.last_commit(data)
        self.ours.ingest(data, self.changed_rows()[0])
        newest = self.times(data)
        then = self.times(data, "--commit", before)
        made = [self.ours.times(1, "--only", "row set", "--commit", before, data=data)[0]
                for _ in range(self.turns)]
        shutil.rmtree(data)
        ahead = {name: statistics.median(then.pop(name)) for name in COUNTED_AHEAD if name in then}
        return {"ratios": ratios(then, newest), "ahead": ahead,
                "row set": statistics.median(m["row set"][0] for m in made)}

    def small_commits(self):
        data = self.copy("small-commits")
        quiet = self.times(data)
        for rows in self.changed_rows()[1:]:
            self.ours.ingest(data, rows)
        after = self.times(data)
        segments = len(list((data / "store" / "segments").iterdir()))
        shutil.rmtree(data)
        return {"ratios": ratios(after, quiet), "segments": segments}

    def during_import(self):
        """p95 of each question while an import and its merges run, and the quiet median."""
        data = self.copy("during-import")
        quiet = self.times(data)
        command = [self.ours.vitrine, "ingest", "--data", data, "--dataset", "others", "--key",
                   "id", self.path]
        importing = subprocess.Popen([str(c) for c in command], stdout=subprocess.DEVNULL)
        busy = {}
        end = time.monotonic() + IMPORT_SECONDS
        try:
            while importing.poll() is None and time.monotonic() < end:
                found = self.times(data)
                for name in found if importing.poll() is None else ():
                    busy.setdefault(name, []).extend(found[name])
        finally:
            if importing.poll() is None:
                importing.terminate()
            importing.wait()
        shutil.rmtree(data)
        return {name: {"p95": percentile(found, 95), "quiet": statistics.median(quiet[name]),
                       "most": max(found), "asked": len(found)}
                for name, found in busy.items() if name in quiet}

    def slow_clients(self, seconds=10):
        """p95 of a record and of a facet while four slow searches and four stalled downloads
        run."""
        numbers = json.loads(self.ours.constants.read_text())["catalognumber"]
        with Server(self.ours.vitrine, self.ours.by_number) as server:
            stop = threading.Event()
            slow = [threading.Thread(target=server.keep_busy, args=(stop,)) for _ in range(4)]
            stalled = [server.stalled() for _ in range(4)]
            for thread in slow:
                thread.start()
            body = json.dumps({"facets": ["family"], "limit": 0})
            found = {"record": [], "record by a search": [], "facet": []}
            end = time.monotonic() + seconds
            turn = 0
            while time.monotonic() < end:
                number = numbers[turn % len(numbers)]
                found["facet"].append(server.search(body))
                found["record"].append(server.ask(f"/api/v1/records/records/{number}", None))
                found["record by a search"].append(server.search(look_up_body(number)))
                turn += 1
            stop.set()
            for thread in slow:
                thread.join()
            for connection in stalled:
                connection.close()
        return {name: percentile(times, 95) for name, times in found.items()} | {"asked": turn}

    def corrections(self):
        data = self.copy("corrections")
        quiet = self.times(data)
        size = self.ours.disk(data)
        told = self.ours.run(self.ours.build / "bench" / "small_commits", data / "store",
                             "records", CORRECTIONS, seconds=CORRECTING_SECONDS)
        grown = self.ours.disk(data) - size
        after = self.times(data)
        shutil.rmtree(data)

        def number(pattern):
            return float(re.search(pattern, told).group(1))

        return {"rate": number(r"corrections: ([\d.]+) a second"),
                "seen p99": number(r"seen by another process .*p99 +([\d.]+) ms"),
                "grown": grown, "ratios": ratios(after, quiet), "told": told}

    def many_tables(self):
        """The same rows as TABLES tables, ten of whose fields have names of their own."""
        folder = self.ours.work / "many-tables"
        shutil.rmtree(folder, ignore_errors=True)
        (folder / "rows").mkdir(parents=True)
        self.ours.run(self.ours.vitrine, "init", "--data", folder / "data")
        plan = self.write_tables(folder / "rows")
        self.ours.run(self.ours.vitrine, "replay", "--data", folder / "data", plan)
        shutil.rmtree(folder / "rows")
        one = self.times(self.ours.data, "--sort-by-id")
        many = self.times(folder / "data", "--sort-by-id")
        shutil.rmtree(folder)
        return {"ratios": ratios(many, one)}

    def write_tables(self, folder):
        lines = []
        with open(self.path, newline="", encoding="utf-8") as source:
            names = source.readline().rstrip("\n").lower().split(",")
            total = sum(1 for _ in source)  # no value of the generator holds a line break
            source.seek(0)
            source.readline()
            each = -(-total // TABLES)
            for number in range(TABLES):
                own = [f"{n}-{number}" if n in RENAMED else n for n in names]
                with open(folder / f"{number}.csv", "w", encoding="utf-8") as out:
                    out.write(",".join(own) + "\n")
                    out.writelines(line for _, line in zip(range(each), source))
                lines.append({"at": "2020-01-01", "dataset": f"table-{number}", "key": "id",
                              "files": [f"{number}.csv"]})
        plan = folder / "plan.jsonl"
        plan.write_text("".join(json.dumps(line) + "\n" for line in lines))
        return plan

    def look_ups(self):
        """Records a second over HTTP, wrk beside the server on the same machine: each by the
        address of its own, and as a search."""
        script = pathlib.Path(__file__).with_name("look_up.lua")
        numbers = self.ours.work / "numbers.txt"
        numbers.write_text("\n".join(json.loads(self.ours.constants.read_text())["catalognumber"]))
        out = {}
        with Server(self.ours.vitrine, self.ours.by_number) as server:
            for name, how in (("address", ["record", "records"]), ("search", ["search"])):
                server.look_ups(script, numbers, *how, seconds=2)
                out[name], out[f"{name} p99"] = server.look_ups(script, numbers, *how)
        return out

    def starts(self):
        """Seconds until a server answers, and milliseconds of its first question: as it comes, and
        with the machine's caches dropped, where that is allowed."""
        requests = self.ours.requests()
        out = {"start": [], "cold start": [], "first": {}}
        for name in FIRST_QUESTIONS:
            out["start"].append(self.first(requests[name][0])[0])
            if drop_caches():
                seconds, milliseconds = self.first(requests[name][0])
                out["cold start"].append(seconds)
                out["first"][name] = milliseconds
        return out

    def first(self, request):
        with Server(self.ours.vitrine, self.ours.data) as server:
            return server.seconds_to_start, server.ask(*request)


def drop_caches():
    """False: this user may not."""
    os.sync()
    try:
        pathlib.Path("/proc/sys/vm/drop_caches").write_text("3\n")
    except OSError:
        return False
    return True


def ratios(times, base):
    return {name: statistics.median(found) / max(statistics.median(base[name]), 1e-4)
            for name, found in times.items() if name in base}


def percentile(values, percent):
    ordered = sorted(values)
    return ordered[min(len(ordered) * percent // 100, len(ordered) - 1)]
