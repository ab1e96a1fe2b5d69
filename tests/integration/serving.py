# SPDX-License-Identifier: Apache-2.0
"""A server for tests: a small museum whose every record and version is known, `vitrine serve` on a
free port of 127.0.0.1, and a client over http.client."""

import contextlib
import gzip
import http.client
import json
import os
import pathlib
import shutil
import signal
import subprocess
import tempfile
import unittest
import urllib.parse

import portal

ODD_KEYS = [
    "http://x/y?z=1",
    "a/versions",
    "versions",
    "diff",
    "50%",
    "a#b:c",
    "Größe ½",
    "a+b c",
    "..",
]

BIRDS_HEADER = "occurrenceID,scientificName,family,country,year,recordedBy,sex,limit"
# Family spelled in two ways (rule C1), a comma in a name (rule C2), a field named as a parameter.
BIRDS_2015 = [
    'b1,Turdus merula,Turdidae,Norway,1850,"Smith, J.",female,low',
    'b2,Turdus pilaris,turdidae,Norway,1855,"Smith, J.",male,high',
    "b3,Turdus viscivorus,Turdidae,Sweden,1860,Jones,female,",
    'b4,Corvus corax,Corvidae,Iceland,1900,"Smith, J. & Jones",,low',
    "b5,Corvus cornix,Corvidae,Norway,,Jones,male,",
    "b6,Pica pica,Corvidae,,1855-06,Å. Nygård,unknown,",
] + [
    f"{json.dumps(key, ensure_ascii=False)},Passer domesticus,Passeridae,Chile,1999,Finch,,"
    for key in ODD_KEYS
]
LICHENS = [
    {
        "taxonID": "l1",
        "scientificName": "Xanthoria parietina",
        "country": "Norway",
        "year": 1855,
        "associatedMedia": [
            {"identifier": "https://demo.example/1", "type": "StillImage"},
            {"identifier": "https://demo.example/2", "type": "Sound"},
        ],
    },
    {
        "taxonID": "l2",
        "scientificName": "Cladonia rangiferina",
        "country": "Iceland",
        "year": 1901,
        "weight": 1.50,
    },
]

TIMES = [
    "2015-03-01T12:00:00Z",
    "2016-03-01T12:00:00Z",
    "2017-03-01T12:00:00Z",
    "2018-03-01T12:00:00Z",
    "2019-03-01T12:00:00Z",
    "2020-03-01T12:00:00Z",
]
MS = [1425211200000, 1456833600000, 1488369600000, 1519905600000, 1551441600000, 1583064000000]


class Museum:
    """Commits: birds (2015), lichens (2016), b1 corrected to Sweden (2017, with a report), b6
    removed (2018) and back (2019)."""

    def __init__(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="vitrine-serve-"))
        self.data = self.folder / "data"

    def vitrine(self, *arguments):
        command = [portal.BINARY, arguments[0], "--data", str(self.data), *map(str, arguments[1:])]
        done = subprocess.run(command, capture_output=True, text=True, timeout=120)
        if done.returncode != 0:
            raise AssertionError(f"{arguments}: {done.stdout}{done.stderr}")
        return done.stdout

    def write(self, name, lines):
        path = self.folder / name
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        return path

    def birds(self, name, rows, at, *more):
        path = self.write(name, [BIRDS_HEADER, *rows])
        self.vitrine(
            "ingest",
            "--dataset",
            "birds",
            "--key",
            "occurrenceID",
            "--kind",
            "specimens",
            "--at",
            at,
            "--author",
            "Ada Curator",
            *more,
            path,
        )

    def make(self, **facts):
        """`facts`: the portal's own."""
        portal_file = self.write("portal.json", [json.dumps(facts)])
        self.vitrine("init", "--name", "Museum of Tests", "--portal", portal_file)
        self.birds(
            "2015.csv",
            BIRDS_2015,
            TIMES[0],
            "--message",
            "First publication",
            "--metadata",
            json.dumps(
                {
                    "title": "Birds of the North",
                    "description": "Skins and *eggs*.\n\nSecond.",
                    "licence": "https://creativecommons.org/licenses/by/4.0/",
                    "category": "Collections",
                    "tags": ["skins", "eggs"],
                    "authors": [{"name": "Curator A.", "orcid": "0000-0002-1825-0097"}],
                }
            ),
        )
        lichens = self.write("lichens.jsonl", [json.dumps(row) for row in LICHENS])
        self.vitrine(
            "ingest",
            "--dataset",
            "lichens",
            "--key",
            "taxonID",
            "--kind",
            "research",
            "--at",
            TIMES[1],
            "--message",
            "Lichens",
            lichens,
        )
        corrected = [row.replace("Norway,1850", "Sweden,1850") for row in BIRDS_2015]
        # A row beside its better one: the last of a key is taken, the other goes into the report.
        doubled = ["b1,Turdus sp.,,,,,,", *corrected]
        self.birds("2017.csv", doubled, TIMES[2], "--allow-duplicates", "--message",
                   "Georeferenced anew")
        self.birds(
            "2018.csv",
            [BIRDS_2015[5]],
            TIMES[3],
            "--delete",
            "--allow-removals",
            "--message",
            "Given back to its owner",
        )
        self.birds("2019.csv", [BIRDS_2015[5]], TIMES[4], "--message", "Lent again")
        return self

    def remove(self):
        shutil.rmtree(self.folder, ignore_errors=True)


class Answer:
    def __init__(self, status, headers, body):
        self.status = status
        self.headers = headers
        self.body = body

    def text(self):
        return self.body.decode("utf-8")

    def json(self):
        return json.loads(self.body)


class Server:
    """`vitrine serve`, until stop()."""

    def __init__(self, data, *options):
        self.errors = tempfile.TemporaryFile()
        command = [portal.BINARY, "serve", "--data", str(data), "--listen", "127.0.0.1:0", *options]
        self.process = subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=self.errors, text=True
        )
        line = self.process.stdout.readline()
        if not line.startswith("Vitrine is ready at http://127.0.0.1:"):
            self.process.kill()
            self.process.wait()
            raise AssertionError(f"no ready line but {line!r}: {self.log()}")
        self.port = urllib.parse.urlsplit(line.split()[-1]).port

    def log(self):
        self.errors.seek(0)
        return self.errors.read().decode("utf-8", "replace")

    def stop(self, number=signal.SIGTERM, patience=30):
        """The exit code; what was written on standard error is in log()."""
        if self.process.poll() is None:
            self.process.send_signal(number)
        try:
            return self.process.wait(patience)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
            raise
        finally:
            self.process.stdout.close()

    def ask(self, path, method="GET", body=None, headers=None, timeout=60):
        with contextlib.closing(
            http.client.HTTPConnection("127.0.0.1", self.port, timeout=timeout)
        ) as c:
            c.request(method, path, body=body, headers=headers or {})
            response = c.getresponse()
            content = response.read()
            if response.headers.get("Content-Encoding") == "gzip":
                content = gzip.decompress(content)
            return Answer(response.status, response.headers, content)


def address(path, **parameters):
    """path?name=value..., lists repeated."""
    return path + "?" + urllib.parse.urlencode(parameters, doseq=True) if parameters else path


def quoted(key):
    return urllib.parse.quote(key, safe="")


class OwnPortalTest(portal.PortalTest):
    """A data folder of each test's own, served where the test wants it."""

    @contextlib.contextmanager
    def served(self):
        server = Server(self.data)
        try:
            yield server
        finally:
            self.assertEqual(server.stop(), 0)
            server.errors.close()


class ServedTest(unittest.TestCase):
    """All tests of a class share one museum and one server; they must not write."""

    options = ()

    @classmethod
    def make_museum(cls):
        return Museum().make()

    @classmethod
    def setUpClass(cls):
        if not os.path.exists(portal.BINARY):
            raise unittest.SkipTest(f"{portal.BINARY} is not built")
        cls.museum = cls.make_museum()
        cls.server = Server(cls.museum.data, *cls.options)

    @classmethod
    def tearDownClass(cls):
        code = cls.server.stop()
        log = cls.server.log()
        cls.server.errors.close()
        cls.museum.remove()
        if code != 0 or "Sanitizer" in log:
            raise AssertionError(f"the server ended with {code}: {log}")

    def ask(self, path, **options):
        return self.server.ask(path, **options)

    def get(self, path, **parameters):
        """The JSON of a good answer."""
        answer = self.ask(address(path, **parameters))
        self.assertEqual(answer.status, 200, answer.text())
        self.assertEqual(answer.headers["Content-Type"], "application/json")
        return answer.json()

    def search(self, **parameters):
        return self.get("/api/v1/records", **parameters)

    def keys(self, **parameters):
        return sorted(
            record["key"] for record in self.search(**{"limit": 100, **parameters})["records"]
        )

    def assert_problem(self, answer, status, field=None):
        self.assertEqual(answer.status, status, answer.text()[:2000])
        self.assertEqual(answer.headers["Content-Type"], "application/problem+json")
        problem = answer.json()
        self.assertEqual(problem["status"], status)
        self.assertTrue(problem["title"] and problem["detail"])
        self.assertRegex(problem["instance"], "^urn:uuid:[0-9a-f-]{36}$")
        if field is not None:
            self.assertEqual(problem.get("field"), field, problem)
        return problem
