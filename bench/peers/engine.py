# SPDX-License-Identifier: Apache-2.0
"""What every peer has: a folder whose load is kept for later runs, questions, and how it is ended.

A load is good while its fingerprint is: the file of rows, the settings and the layout. It is told
with the day, its steps, the processor time and what else the machine did.
"""

import csv
import hashlib
import http.client
import json
import os
import pathlib
import resource
import shutil
import signal
import socket
import subprocess
import time

import questions

INTEGERS = {"individualcount", "coordinateuncertainty", "elevation", "year", "month", "day",
            "mediacount"}
REALS = {"decimallatitude", "decimallongitude"}
# What "words anywhere" are looked for in: the same fields for every engine. Ours looks in all, so
# these are all that hold words; left out are numbers, dates and the key, which hold none.
TEXTS = ["catalognumber", "collectioncode", "institutioncode", "basisofrecord", "kingdom", "phylum",
         "class", "ordername", "family", "genus", "specificepithet", "scientificname", "authorship",
         "taxonrank", "sex", "lifestage", "typestatus", "recordedby", "identifiedby", "continent",
         "country", "countrycode", "stateprovince", "county", "locality", "preservative",
         "registrationcode", "donorname", "remarks"]
WORDLESS = INTEGERS | REALS | {"id", "recordnumber", "eventdate", "modified"}
INDEXED = ["catalognumber", "genus", "family", "country", "scientificname"]
NO_POSITION = 999
PATIENCE = 600  # seconds that one statement may take


def free_port():
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


def wait_until(answers, process, log):
    """Until the server answers; it must live that long."""
    end = time.monotonic() + 180  # Java on a busy machine
    while time.monotonic() < end:
        if process.poll() is not None:
            break
        try:
            if answers():
                return
        except Exception:  # not up yet: each client library says so in a way of its own
            time.sleep(0.1)
    raise RuntimeError(f"it did not start: {pathlib.Path(log).read_text()[-500:]}")


def as_user(user):
    """What stands before a command that refuses to run as root."""
    return ["setpriv", "--reuid", str(user.pw_uid), "--regid", str(user.pw_gid), "--clear-groups"]


def end(process):
    if process is not None and process.poll() is None:
        process.send_signal(signal.SIGTERM)
        try:
            process.wait(timeout=60)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def folder_bytes(folder):
    return sum(f.stat().st_blocks * 512 for f in pathlib.Path(folder).rglob("*") if f.is_file())


def header(path):
    with open(path, newline="", encoding="utf-8") as f:
        return [name.lower() for name in next(csv.reader(f))]


def sql_type(column, text, integer, real):
    return integer if column in INTEGERS else real if column in REALS else text


# A word in RE2's terms, whose own \\b knows ASCII letters only.
WORD_IN_TEXT = r"(^|[^\pL\pN]){}([^\pL\pN]|$)"


def fingerprint_of_file(path):
    """Of size, beginning and end: the files are made by generators."""
    size = os.path.getsize(path)
    digest = hashlib.sha256(str(size).encode())
    with open(path, "rb") as f:
        digest.update(f.read(1 << 20))
        f.seek(max(size - (1 << 20), 0))
        digest.update(f.read())
    return digest.hexdigest()


def processor_seconds(process):
    """Of a process with all its children, living and ended, and of this one."""
    parents, used = {}, {}
    for entry in pathlib.Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = entry.read_text().rsplit(")", 1)[1].split()
        except OSError:  # ended meanwhile
            continue
        pid = int(entry.parent.name)
        parents[pid] = int(fields[1])
        used[pid] = sum(map(int, fields[11:15])) / os.sysconf("SC_CLK_TCK")
    own = sum(resource.getrusage(who).ru_utime + resource.getrusage(who).ru_stime
              for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))

    def below(pid):
        return used.get(pid, 0) + sum(below(child) for child in parents if parents[child] == pid)

    return own + (below(process.pid) if process is not None else 0)


class Engine:
    name = ""
    settings = ""
    layout = 1          # another one when tables or indexes change
    text_index = True   # whether everything is indexed, text too
    patience = PATIENCE
    dialect = questions.Dialect()

    def __init__(self, work, memory):
        self.folder = pathlib.Path(work) / self.name.lower()
        self.kept = self.folder / "loaded.json"
        self.memory = memory  # bytes of the machine
        self.process = None
        self.times = {}  # of loading: step -> seconds
        self.loaded = None  # what is told of the load
        self.folder.mkdir(parents=True, exist_ok=True)

    # --- what is kept ----------------------------------------------------------------------------

    def fingerprint(self, path):
        facts = [fingerprint_of_file(path), self.name, self.settings, str(self.layout), *TEXTS]
        return hashlib.sha256("\n".join(facts).encode()).hexdigest()

    def open(self, path, again=False):
        """Starts it on the kept load, or on a new one."""
        self.loaded = json.loads(self.kept.read_text()) if self.kept.exists() else {}
        if not again and self.loaded.get("fingerprint") == self.fingerprint(path):
            self.start()
            return
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir(parents=True)
        self.start()
        before, cpu = os.getloadavg()[0], processor_seconds(self.process)
        self.patience = 12 * PATIENCE
        self.load(path)
        self.patience = PATIENCE
        self.loaded = {"fingerprint": self.fingerprint(path), "steps": self.times,
                       "processor": processor_seconds(self.process) - cpu,
                       "at": time.strftime("%Y-%m-%d %H:%M"), "machine_load":
                       [round(before, 1), round(os.getloadavg()[1], 1)], "version": self.version}
        self.restart()
        self.loaded["disk"] = self.disk()
        part = self.kept.with_suffix(".part")
        part.write_text(json.dumps(self.loaded, indent=1))
        part.rename(self.kept)

    def restart(self):
        """So that what it keeps is on the disk, and so that later runs find the same."""
        self.stop()
        self.start()

    def warm(self):
        """Reads its files into the machine's cache, as far as that holds them."""
        for path in self.folder.rglob("*"):
            if path.is_file():
                with open(path, "rb") as f:
                    while f.read(1 << 20):
                        pass

    def step(self, name, work):
        began = time.perf_counter()
        result = work()
        self.times[name] = time.perf_counter() - began
        return result

    # --- what it is asked ------------------------------------------------------------------------

    def ask(self, name, constants, turn, rows):
        """The canonical answer and its seconds; None where it cannot be asked."""
        asked = questions.statements(self.dialect, name, constants, turn, rows)
        if asked is None:
            return None
        began = time.perf_counter()
        answers = [(what, self.run(sql)) for what, sql in asked]
        seconds = time.perf_counter() - began
        return questions.canonical(answers), seconds

    def look_up(self, number):
        return self.run(f"SELECT * FROM specimen WHERE catalognumber = {self.dialect.text(number)}")

    def disk(self):
        return folder_bytes(self.folder)

    def stop(self):
        end(self.process)
        self.process = None

    def launch(self, command, answers, folder):
        """Starts the server in a folder, with a log of what it says, and waits until it answers."""
        log = self.folder / "log"
        with open(log, "w", encoding="utf-8") as out:
            self.process = subprocess.Popen(command, stdout=out, stderr=subprocess.STDOUT,
                                            cwd=folder)
        wait_until(answers, self.process, log)


class HttpEngine(Engine):
    """One that is asked over HTTP, on one connection, made anew where the server closed it."""
    port = 0
    connection = None

    def exchange(self, method, path, body=None):
        """(status, body)."""
        for attempt in (1, 2):
            if self.connection is None:
                self.connection = http.client.HTTPConnection("127.0.0.1", self.port,
                                                             timeout=self.patience)
            try:
                self.connection.request(method, path, body,
                                        {"Content-Type": "application/json"} if body else {})
                answer = self.connection.getresponse()
                return answer.status, answer.read()
            except (http.client.HTTPException, OSError) as trouble:
                self.connection.close()
                self.connection = None
                # Only what stood idle may have been closed: a slow answer is not asked twice.
                if attempt == 2 or isinstance(trouble, TimeoutError):
                    raise
        raise AssertionError

    def read_all(self, method, path, body):
        """Bytes of an answer that is read and thrown away."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        connection.request(method, path, body)
        answer = connection.getresponse()
        total = 0
        while chunk := answer.read(1 << 20):
            total += len(chunk)
        connection.close()
        return total

    def stop(self):
        if self.connection is not None:
            self.connection.close()
            self.connection = None
        super().stop()


def count_bytes(command):
    """Bytes that a program writes into a pipe."""
    process = subprocess.Popen(command, stdout=subprocess.PIPE)
    total = 0
    while chunk := process.stdout.read1(1 << 20):
        total += len(chunk)
    if process.wait() != 0:
        raise RuntimeError(f"{command[0]} ended with {process.returncode}")
    return total
