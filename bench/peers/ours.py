# SPDX-License-Identifier: Apache-2.0
"""Our own side of the comparison: the store is loaded by `vitrine ingest`, asked in process by
bench/questions.c and over HTTP by the server, and asked again after what has no peer."""

import csv
import http.client
import json
import pathlib
import re
import shutil
import signal
import statistics
import subprocess
import threading
import time

COUNTED_AHEAD = ("facet family", "ten facets all")
# Questions that are no searches, as the server takes them.
SUMMARIES = {"grid": {"grids": [{"kind": "degrees", "size": 5.625}]},
             "class by sex": {"groups": [{"by": [{"field": "class"}, {"field": "sex"}]}]}}


class Ours:
    def __init__(self, build, work):
        self.build = pathlib.Path(build)
        self.vitrine = self.build / "vitrine"
        self.work = pathlib.Path(work)
        self.data = self.work / "vitrine"
        self.constants = self.work / "constants.json"

    def run(self, *command, codes=(0,)):
        done = subprocess.run([str(c) for c in command], capture_output=True, text=True)
        if done.returncode not in codes:
            raise RuntimeError(f"{command[0]} {command[1]}: {done.stdout}{done.stderr}"[-600:])
        return done.stdout

    def ingest(self, data, source, *options, dataset="records"):
        began = time.perf_counter()
        self.run(self.vitrine, "ingest", "--data", data, "--dataset", dataset, *options, source)
        return time.perf_counter() - began

    def load(self, path):
        shutil.rmtree(self.data, ignore_errors=True)
        self.run(self.vitrine, "init", "--data", self.data)
        return self.ingest(self.data, path, "--key", "id")

    def disk(self, data=None):
        store = (data or self.data) / "store"
        return sum(f.stat().st_blocks * 512 for f in store.rglob("*") if f.is_file())

    # --- in process ------------------------------------------------------------------------------

    def questions(self, *options, data=None):
        command = [self.build / "bench" / "questions", data or self.data, "--constants",
                   self.constants, *options]
        done = subprocess.run([str(c) for c in command], capture_output=True, text=True)
        # A question that failed says so in plain words; the others count.
        return [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]

    def times(self, turns, *options, data=None):
        """{question: [milliseconds]}, and {question: rate}."""
        lines = self.questions("--json", "--turns", turns, *options, data=data)
        return ({line["question"]: line["milliseconds"] for line in lines if "rate" not in line},
                {line["question"]: line["rate"] for line in lines if "rate" in line})

    def answers(self):
        """{question: [canonical answer of each constant]}."""
        out = {}
        for line in self.questions("--answers"):
            out.setdefault(line["question"], []).append(
                canonical(line["question"], line["body"], line["answer"]))
        return out

    def requests(self):
        """{question: [(path, body)]}: the same questions as the server takes them."""
        out = {}
        for line in self.questions("--answers"):
            name, body = line["question"], line["body"]
            asked = ("/api/v1/search", json.dumps(body))
            if name in SUMMARIES:
                asked = ("/api/v1/summary", json.dumps(SUMMARIES[name]))
            elif name == "completions":
                asked = (f"/api/v1/suggest?field=genus&limit=10&prefix={body}", None)
            out.setdefault(name, []).append(asked)
        return out

    # --- over HTTP -------------------------------------------------------------------------------

    def over_http(self, turns):
        requests = self.requests()
        times = {}
        with Server(self.vitrine, self.data) as server:
            for name, forms in requests.items():
                found = [server.ask(*forms[turn % len(forms)]) for turn in range(turns + 1)]
                times[name] = found[1:]
            numbers = json.loads(self.constants.read_text())["catalognumber"]
            rate = server.look_ups(numbers)
        return times, rate

    # --- without a peer --------------------------------------------------------------------------

    def copy(self, name):
        target = self.work / name
        shutil.rmtree(target, ignore_errors=True)
        shutil.copytree(self.data, target)
        return target

    def changed_rows(self, source, name, part, parts, note):
        """Every `parts`th row from the `part`th on, with other remarks."""
        path = self.work / name
        with open(source, newline="", encoding="utf-8") as f, \
                open(path, "w", newline="", encoding="utf-8") as out:
            rows = csv.reader(f)
            writer = csv.writer(out, lineterminator="\n")
            names = next(rows)
            writer.writerow(names)
            remarks = [n.lower() for n in names].index("remarks")
            for number, row in enumerate(rows):
                if number % parts == part:
                    row[remarks] += note
                    writer.writerow(row)
        return path

    def last_commit(self, data):
        return max(int(n) for n in re.findall(r"^commit (\d+)", self.run(
            self.vitrine, "log", "--data", data, "--limit", 1), re.M))

    def as_of(self, source, turns):
        """Ratios of the questions as of before 5 % of rows changed against the newest, and the
        milliseconds of the two that are counted ahead only at the newest."""
        data = self.copy("as-of")
        before = self.last_commit(data)
        self.ingest(data, self.changed_rows(source, "five-percent.csv", 0, 20, " checked"))
        then, _ = self.times(turns, "--commit", before, data=data)
        newest, _ = self.times(turns, data=data)
        shutil.rmtree(data)
        whole = {name: statistics.median(then.pop(name)) for name in COUNTED_AHEAD if name in then}
        return ratios(then, newest), whole

    def small_commits(self, source, turns, commits=20):
        """Ratios after commits of 0.5 % each against one segment's times."""
        data = self.copy("small-commits")
        quiet, _ = self.times(turns, data=data)
        for number in range(commits):
            rows = self.changed_rows(source, "half-percent.csv", number, 200, f" seen {number}")
            self.ingest(data, rows)
        after, _ = self.times(turns, data=data)
        shutil.rmtree(data)
        return ratios(after, quiet)

    def during_import(self, source, turns):
        """(p95 of each question while an import and its merges run, the quiet median)."""
        data = self.copy("during-import")
        quiet, _ = self.times(turns, data=data)
        command = [self.vitrine, "ingest", "--data", data, "--dataset", "others", "--key", "id",
                   source]
        importing = subprocess.Popen([str(c) for c in command], stdout=subprocess.DEVNULL)
        busy = {}
        try:
            while importing.poll() is None:
                for name, found in self.times(turns, data=data)[0].items():
                    busy.setdefault(name, []).extend(found)
        finally:
            if importing.poll() is None:
                importing.terminate()
            importing.wait()
        shutil.rmtree(data)
        return {name: (percentile(found, 95), statistics.median(quiet[name]))
                for name, found in busy.items() if name in quiet}

    def beside_slow_ones(self, seconds=5):
        """p95 of a record and a facet while four slow searches and four stalled downloads run."""
        with Server(self.vitrine, self.data) as server:
            stop = threading.Event()
            slow = [threading.Thread(target=server.keep_busy, args=(stop,)) for _ in range(4)]
            stalled = [server.stalled() for _ in range(4)]
            for thread in slow:
                thread.start()
            body = json.dumps({"facets": ["family"], "limit": 0})
            numbers = json.loads(self.constants.read_text())["catalognumber"]
            found = {"record": [], "facet": []}
            end = time.monotonic() + seconds
            turn = 0
            while time.monotonic() < end:
                found["facet"].append(server.search(body))
                found["record"].append(server.search(look_up_body(numbers[turn % len(numbers)])))
                turn += 1
            stop.set()
            for thread in slow:
                thread.join()
            for connection in stalled:
                connection.close()
        return {name: percentile(times, 95) for name, times in found.items()}


def look_up_body(number):
    return json.dumps({"limit": 1, "query": {"filters": {"and": [
        {"string_equals": {"fields": ["catalognumber"], "value": number}}]}}})


def ratios(times, base):
    return {name: statistics.median(found) / max(statistics.median(base[name]), 1e-4)
            for name, found in times.items() if name in base}


def percentile(values, percent):
    ordered = sorted(values)
    return ordered[min(len(ordered) * percent // 100, len(ordered) - 1)]


class Server:
    def __init__(self, vitrine, data):
        self.command = [str(vitrine), "serve", "--data", str(data), "--listen", "127.0.0.1:0"]

    def __enter__(self):
        self.process = subprocess.Popen(self.command, stdout=subprocess.PIPE,
                                        stderr=subprocess.DEVNULL, text=True)
        line = self.process.stdout.readline()
        found = re.search(r"127\.0\.0\.1:(\d+)", line)
        if found is None:
            raise RuntimeError(f"the server did not start: {line}")
        self.port = int(found.group(1))
        self.connection = self.connect()
        return self

    def __exit__(self, *_):
        self.connection.close()
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(timeout=60)
        self.process.stdout.close()

    def connect(self):
        return http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)

    def ask(self, path, body, connection=None):
        """Milliseconds until the whole answer is read; GET without a body."""
        connection = connection or self.connection
        began = time.perf_counter()
        connection.request("GET" if body is None else "POST", path, body,
                           {"Content-Type": "application/json"})
        answer = connection.getresponse()
        text = answer.read()
        taken = (time.perf_counter() - began) * 1000
        if answer.status != 200:
            raise RuntimeError(f"{path}: {answer.status}: {text[:300]!r}")
        return taken

    def search(self, body, connection=None):
        return self.ask("/api/v1/search", body, connection)

    def look_ups(self, numbers):
        """Records a second over two connections."""
        def ask(first):
            connection = self.connect()
            for number in numbers[first::2]:
                self.search(look_up_body(number), connection)
            connection.close()

        threads = [threading.Thread(target=ask, args=(n,)) for n in (0, 1)]
        began = time.perf_counter()
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        return len(numbers) / (time.perf_counter() - began)

    def keep_busy(self, stop):
        """Searches that must look at every row, one after another."""
        connection = self.connect()
        body = json.dumps({"facets": ["recordedby", "locality", "remarks"], "limit": 0, "query": {
            "filters": {"not": [{"prefix": {"fields": ["locality"], "value": "q"}}]}}})
        while not stop.is_set():
            try:
                self.search(body, connection)
            except (http.client.HTTPException, OSError, RuntimeError):
                connection.close()
                connection = self.connect()
        connection.close()

    def stalled(self):
        """A client that asks for much and reads nothing."""
        connection = self.connect()
        connection.request("POST", "/api/v1/search", json.dumps({"limit": 1000}),
                           {"Content-Type": "application/json"})
        return connection


# --- answers -------------------------------------------------------------------------------------

def canonical(question, body, answer):
    """As questions.canonical, from our JSON."""
    if question == "completions":
        return {"facet genus": [(v["value"], v["count"]) for v in answer]}
    out = {"total": answer["total"]}
    if answer.get("records"):
        out["ids"] = [record["data"]["id"] for record in answer["records"]]
    for f in answer.get("facets", ()):
        out["facet " + f["field"]] = [(v["value"], v["count"]) for v in f["values"]]
    for grid in answer.get("grids", ()):
        out["cells"] = {(c["x"], c["y"]): c["count"] for c in grid["cells"]}
    for group in answer.get("groups", ()):
        out["cells"] = {tuple("" if name is None else name for name in cell["by"]): cell["count"]
                        for cell in group["cells"]}
    return out
