# SPDX-License-Identifier: Apache-2.0
"""What integration tests share: the programs, a data folder that goes away, the real data where
it is there."""

import csv
import gzip
import io
import json
import os
import pathlib
import shutil
import signal
import subprocess
import tempfile
import unittest

BINARY = os.environ.get("VITRINE_BINARY", "build/release/vitrine")
PRINT_RECORDS = os.environ.get("VITRINE_PRINT_RECORDS", "build/release/tools/print-records")
SOURCE = pathlib.Path(os.environ.get("VITRINE_SOURCE_DIR", "."))
SHARED = pathlib.Path(os.environ.get("VITRINE_SHARED_DATA", SOURCE.parent / "shared" / "data"))

csv.field_size_limit(1 << 30)


def shared(relative):
    """A path below the real data; the test is skipped, saying so, where it is absent."""
    path = SHARED / relative
    if not path.exists():
        raise unittest.SkipTest(f"the real data are not here: {relative}")
    return path


def read_csv(data):
    """Rows of a CSV file's bytes as python's csv reads them."""
    text = data.decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


class PortalTest(unittest.TestCase):
    """Each test has a data folder of its own."""

    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="vitrine-test-"))
        self.data = self.folder / "data"
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)
        self.run_ok("init", "--name", "Test")

    def vitrine(self, *arguments, timeout=300, environment=None):
        command = [BINARY, arguments[0], "--data", str(self.data), *map(str, arguments[1:])]
        return subprocess.run(command, capture_output=True, text=True, timeout=timeout,
                              env={**os.environ, **(environment or {})})

    def run_ok(self, *arguments, **options):
        done = self.vitrine(*arguments, **options)
        self.assertEqual(done.returncode, 0, f"{arguments}: {done.stdout}{done.stderr}")
        return done.stdout

    def ingest(self, *arguments, expect=0, **options):
        """Runs `vitrine ingest --json`; gives what it printed as an object."""
        done = self.vitrine("ingest", "--json", *arguments, **options)
        self.assertEqual(done.returncode, expect, f"{arguments}: {done.stdout}{done.stderr}")
        return json.loads(done.stdout.splitlines()[0]) if done.stdout else {}

    def write(self, name, content):
        path = self.folder / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    def records(self, table, commit):
        """Key -> record of a table at a commit."""
        return self.records_at(table, [commit])[commit]

    def records_at(self, table, commits):
        """Commit -> key -> record, in one run."""
        found = {commit: {} for commit in commits}
        command = [PRINT_RECORDS, str(self.data / "store"), table, *map(str, commits)]
        with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
            for line in process.stdout:
                commit, key, record = line.decode().rstrip("\n").split("\t", 2)
                found[int(commit)][json.loads(key)] = record
        self.assertEqual(process.returncode, 0)
        return found

    def store_files(self):
        """Name -> bytes of everything in the store but its locks."""
        return {str(path.relative_to(self.data)): path.read_bytes()
                for path in sorted((self.data / "store").rglob("*"))
                if path.is_file() and "lock" not in path.name}

    def moment(self, commit):
        for line in self.run_ok("log", "--json").splitlines():
            one = json.loads(line)
            if one.get("number", one.get("commit")) == commit:
                return one["version"]
        raise AssertionError("the log does not have the commit")

    def last_commit(self):
        return int(self.run_ok("log", "--limit", "1").split()[1])

    def verify(self):
        done = self.vitrine("verify")
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)


def main():
    unittest.main()
