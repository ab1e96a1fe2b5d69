# SPDX-License-Identifier: Apache-2.0
"""Our own side of the comparison: the store is loaded by `vitrine ingest`, asked in process by
bench/questions.c and over HTTP by the server."""

import json
import os
import pathlib
import shutil
import subprocess
import time

import questions
from server import Server

LOOK_UPS = "record by number"
EXPORT = "export all rows"
# Questions that are no searches, as the server takes them.
SUMMARIES = {"grid": {"grids": [{"kind": "degrees", "size": 5.625}]},
             "class by sex": {"groups": [{"by": [{"field": "class"}, {"field": "sex"}]}]}}


class Ours:
    def __init__(self, build, work, constants):
        self.build = pathlib.Path(build)
        self.vitrine = self.build / "vitrine"
        self.work = pathlib.Path(work)
        self.data = self.work / "vitrine"             # keyed by id
        self.by_number = self.work / "vitrine-by-number"  # keyed by the catalogue number
        self.constants = pathlib.Path(constants)

    def run(self, *command, codes=(0,), seconds=None):
        done = subprocess.run([str(c) for c in command], capture_output=True, text=True,
                              timeout=seconds)
        if done.returncode not in codes:
            raise RuntimeError(f"{command[0]} {command[1]}: {done.stdout}{done.stderr}"[-600:])
        return done.stdout

    def ingest(self, data, source, *options, dataset="records"):
        began = time.perf_counter()
        self.run(self.vitrine, "ingest", "--data", data, "--dataset", dataset, *options, source)
        return time.perf_counter() - began

    def load(self, path):
        """Seconds, and what else the machine did, of the store that is asked; the one for look-ups
        by key is loaded beside."""
        before = os.getloadavg()[0]
        seconds = self.load_into(self.data, path, "id")
        load = {"seconds": seconds, "disk": self.disk(), "at": time.strftime("%Y-%m-%d %H:%M"),
                "machine_load": [round(before, 1), round(os.getloadavg()[1], 1)]}
        self.load_into(self.by_number, path, "catalognumber")
        return load

    def load_into(self, data, path, key):
        shutil.rmtree(data, ignore_errors=True)
        self.run(self.vitrine, "init", "--data", data)
        return self.ingest(data, path, "--key", key)

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

    def measure(self, turns):
        """Milliseconds of the questions, and rates; look-ups by key and, beside, as searches."""
        times, _ = self.times(turns, "--no-rates")
        rates = self.times(turns, "--only", EXPORT)[1]
        rates |= self.times(turns, "--only", LOOK_UPS, data=self.by_number)[1]
        searched = self.times(turns, "--only", LOOK_UPS)[1]
        return {"times": times, "rates": rates, "searched": searched.get(LOOK_UPS)}

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
        """Milliseconds of the questions, and the most memory of the server beyond mapped files."""
        times = {}
        memory = 0
        with Server(self.vitrine, self.data) as server:
            for name, forms in self.requests().items():
                for form in forms[:turns]:
                    server.ask(*form)
                times[name] = [server.ask(*forms[turn % len(forms)]) for turn in range(turns)]
                memory = max(memory, server.memory())
        return {"times": times, "memory": memory}


# --- answers -------------------------------------------------------------------------------------

def canonical(question, body, answer):
    """As questions.canonical, from our JSON."""
    if question == "completions":
        return {"facet genus": [[v["value"], v["count"]] for v in answer]}
    out = {"total": answer["total"]}
    if answer.get("records"):
        out["ids"] = [record["data"]["id"] for record in answer["records"]]
    for f in answer.get("facets", ()):
        out["facet " + f["field"]] = [[v["value"], v["count"]] for v in f["values"]]
    for grid in answer.get("grids", ()):
        out["cells"] = questions.cells((c["x"], c["y"], c["count"]) for c in grid["cells"])
    for group in answer.get("groups", ()):
        out["cells"] = questions.cells((*("" if name is None else name for name in cell["by"]),
                                        cell["count"]) for cell in group["cells"])
    return out
