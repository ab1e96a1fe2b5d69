# SPDX-License-Identifier: Apache-2.0
"""Museums for the reference tests: three tables over random commits, in a data folder and in the
plain engine alike; then a server is asked, while further commits are made: sources sent again,
corrections, reversals, erasures, areas. The seed, how many questions are asked and for how long can
be told: VITRINE_QUERY_SEED, VITRINE_QUERY_COUNT, VITRINE_QUERY_SECONDS."""

import http.client
import json
import os
import time

import portal
import serving
from reference_chance import Chance
from reference_engine import Engine
from reference_values import case_form

SEED = int(os.environ.get("VITRINE_QUERY_SEED", "1"))
COUNT = int(os.environ.get("VITRINE_QUERY_COUNT", "700"))
SECONDS = float(os.environ.get("VITRINE_QUERY_SECONDS", "25"))

SIZES = {"large": 500, "small": 40, "wide": 120}
SETS = {"seas": ("marine", ["North", "South Sea"]), "reserves": ("reserves", ["STRASSE 1"])}
BETWEEN = max(30, COUNT // 24)  # questions between two commits made while the server runs


class ReferenceMuseum(portal.PortalTest):
    engine_class = Engine
    chance_class = Chance
    maxDiff = None  # what was rare may not come again

    # --- before the server -------------------------------------------------------------------

    def make_museum(self, chance, scale=1):
        """Three tables over ten commits; gives the engine and the moments."""
        engine = self.engine_class()
        for slug in SIZES:
            engine.add_table(slug)
        moments = []
        for number in range(10):
            slug = list(SIZES)[number] if number < 3 else chance.choice(list(SIZES))
            mode = chance.choice(["--upsert", "--upsert", "--snapshot", "--delete"])
            mode = "--upsert" if number < 3 else mode
            share = 1.0 if number < 3 else chance.choice([0.05, 0.6])
            at = 1500000000000 + number * 1000000
            moments.append(self.send(engine, chance, slug, mode, share * scale, at))
        for name in SETS:
            self.import_areas(engine, chance, name)
        return engine, moments

    def import_areas(self, engine, chance, name):
        """A version of a set of areas; before its first one it counts as that."""
        category, areas = SETS[name]
        shapes = [chance.area(True)["geojson"] for _ in areas]
        path = self.write(f"{name}.geojson", json.dumps({
            "type": "FeatureCollection", "features": [
                {"type": "Feature", "properties": {"name": area}, "geometry": shape}
                for area, shape in zip(areas, shapes)]}))
        self.run_ok("areas", "import", path, "--set", name, "--category", category)
        versions = engine.areas.setdefault(category, [])
        versions.append((self.newest() if versions else 0, {
            case_form(area): [shape["coordinates"]] for area, shape in zip(areas, shapes)}))

    def send(self, engine, chance, slug, mode, share, at=None):
        """One import; gives the newest moment behind it, also where nothing changed."""
        keys = [f"{slug[0]}{i}" for i in range(SIZES[slug]) if chance.random() < share]
        keys = keys or [f"{slug[0]}0"]
        rows = {key: json.dumps(chance.record(key, slug == "wide"), ensure_ascii=False)
                for key in keys}
        path = self.write("rows.jsonl", "\n".join(rows.values()) + "\n")
        stamp = [] if at is None else [
            "--at", time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(at // 1000))]
        done = self.vitrine("ingest", "--dataset", slug, "--key", "id", mode, *stamp,
                            "--allow-removals", "--allow-erased", path)
        self.assertIn(done.returncode, (0, 4), done.stderr)
        at = self.newest()
        if mode == "--delete":
            rows = {key: None for key in keys}
        elif mode == "--snapshot":
            gone = set(engine.tables[slug][1]) - set(keys)
            rows.update({key: None for key in gone})
        for key, text in rows.items():
            engine.send(slug, key, text, at)
        return at

    def newest(self):
        return json.loads(self.run_ok("log", "--json", "--limit", "1"))["version"]

    # --- beside the server -------------------------------------------------------------------

    def commit_late(self, engine, chance, moments):
        """A commit of another process; the server must see it with the next question."""
        slug = chance.choice(list(SIZES))
        standing = [key for key, versions in engine.tables[slug][1].items()
                    if versions and versions[-1][1] is None]
        what = chance.choice(["send", "correct", "correct", "correct", "revert", "erase", "areas"])
        if what == "areas":
            self.import_areas(engine, chance, chance.choice(list(SETS)))
            moments.append(self.newest())
            return
        if what == "send" or not standing:
            moments.append(self.send(engine, chance, slug,
                                     chance.choice(["--upsert", "--upsert", "--delete"]), 0.02))
            return
        key = chance.choice(standing)
        if what == "erase":
            field = chance.choice(["locality", "mixed", "family"])
            done = self.vitrine("erase", "--author", "A", "--message", "m", "--field", field, slug,
                                key)
            self.assertIn(done.returncode, (0, 4), done.stderr)
            if done.returncode == 0:
                engine.erase(slug, key, field)
            return
        changes = {chance.choice(["family", "locality", "count"]): chance.choice(
            ["Apidae", "wood km", "5", "1850-05", "Ørstedidae"]) for _ in range(2)}
        source, before = engine.layers[slug, key]
        done = self.vitrine("correct", slug, key, *(f"{f}={v}" for f, v in changes.items()))
        self.assertIn(done.returncode, (0, 4), done.stderr)
        if done.returncode == 4:
            return
        moments.append(self.newest())
        engine.correct(slug, key, changes, moments[-1])
        if what == "revert":
            number = json.loads(self.run_ok("log", "--json", "--limit", "1"))["commit"]
            self.run_ok("revert", number)
            moments.append(self.newest())
            engine.correct(slug, key, {name: before.get(name) for name in changes}, moments[-1])

    # --- questions ---------------------------------------------------------------------------

    def scope(self, chance, moments):
        """Tables and moment of a question, and as the body of a request tells them."""
        slugs = chance.choice([["large", "small", "wide"], ["small"], ["wide", "large"], ["large"]])
        commit = chance.choice(moments[2:] + [moments[-1]] * 5)
        told = {"version": commit + chance.choice([0, 0, 1])}  # what lies between means the earlier
        if len(slugs) < 3 or chance.random() < 0.5:
            told["datasets"] = slugs
        if commit == moments[-1] and chance.random() < 0.5:
            del told["version"]
        return slugs, commit, told

    def ask(self, connection, path, body=None, kind="application/json"):
        """Status and text; GET without a body."""
        sent = None if body is None else body if isinstance(body, str) else json.dumps(body)
        connection.request("GET" if body is None else "POST", path,
                           None if sent is None else sent.encode(), {"Content-Type": kind})
        response = connection.getresponse()
        return response.status, response.read().decode()

    def ask_all(self):
        """COUNT questions of two museums, by `check(engine, connection, chance, moments)`."""
        chance = self.chance_class(SEED)
        until = time.monotonic() + SECONDS
        asked = 0
        for museum in range(2):
            self.data = self.folder / f"data-{museum}"
            self.run_ok("init", "--name", "Test")
            engine, moments = self.make_museum(chance, chance.choice([0.5, 0.2]) if museum else 1)
            server = serving.Server(self.data)
            connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=60)
            try:
                for number in range(COUNT // 2):
                    if number % BETWEEN == BETWEEN - 1:
                        self.commit_late(engine, chance, moments)
                    self.check(engine, connection, chance, moments)
                    asked += 1
                    if time.monotonic() > until:
                        break
            finally:
                connection.close()
                self.assertEqual(server.stop(), 0, server.log())
                server.errors.close()
        self.verify()
        self.assertGreater(asked, 50)
        print(f"# {type(self).__name__}: seed {SEED}, {asked} questions agree", flush=True)
