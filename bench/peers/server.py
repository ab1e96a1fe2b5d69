# SPDX-License-Identifier: Apache-2.0
"""The server under measure: started on loopback, asked, ended by its process."""

import http.client
import json
import pathlib
import re
import shutil
import signal
import subprocess
import time


def look_up_body(number):
    return json.dumps({"limit": 1, "query": {"filters": {"and": [
        {"string_equals": {"fields": ["catalognumber"], "value": number}}]}}})


class Server:
    def __init__(self, vitrine, data):
        self.command = [str(vitrine), "serve", "--data", str(data), "--listen", "127.0.0.1:0"]

    def __enter__(self):
        began = time.perf_counter()
        self.process = subprocess.Popen(self.command, stdout=subprocess.PIPE,
                                        stderr=subprocess.DEVNULL, text=True)
        line = self.process.stdout.readline()
        found = re.search(r"127\.0\.0\.1:(\d+)", line)
        if found is None:
            raise RuntimeError(f"the server did not start: {line}")
        self.port = int(found.group(1))
        self.connection = self.connect()
        self.ask("/healthz", None)
        self.seconds_to_start = time.perf_counter() - began
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

    def memory(self):
        """Bytes that are no mapped file's."""
        lines = pathlib.Path(f"/proc/{self.process.pid}/status").read_text().splitlines()
        return sum(int(line.split()[1]) << 10 for line in lines
                   if line.startswith(("RssAnon:", "RssShmem:")))

    def look_ups(self, script, numbers, *how, seconds=10, connections=16):
        """(look-ups a second, 99th percentile in ms) of wrk, on this machine beside the server."""
        if shutil.which("wrk") is None:
            raise RuntimeError("it needs wrk, which is not here")
        done = subprocess.run(["wrk", "-t1", f"-c{connections}", f"-d{seconds}s", "-s", str(script),
                               f"http://127.0.0.1:{self.port}", "--", str(numbers), *how],
                              capture_output=True, text=True, check=True)
        found = re.search(r"LOOKUPS (\d+) BAD (\d+) SECONDS ([\d.]+) P99_MS ([\d.]+)", done.stdout)
        if found is None or int(found.group(2)) > 0:
            raise RuntimeError(f"wrk: {done.stdout[-300:]}{done.stderr[-300:]}")
        return int(found.group(1)) / float(found.group(3)), float(found.group(4))

    def search(self, body, connection=None):
        return self.ask("/api/v1/search", body, connection)

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
        connection.request("GET", "/api/v1/scan")
        return connection
