# SPDX-License-Identifier: Apache-2.0
"""A registry that answers as DataCite's REST API does (standards.md 3.13), and can be told to be
down, slow or in a bad mood."""

import base64
import http.server
import json
import threading
import time


class Registry:
    """`dois`: what it holds, by DOI; `asked`: (method, path, status) of each request. `moods` are
    taken from the front, one a request: a status to answer with, ("sleep", seconds), "cut"
    (answers nothing), or ("lost", ) (does it, and then answers nothing)."""

    def __init__(self, password="secret"):
        self.dois = {}
        self.asked = []
        self.bodies = []
        self.moods = []
        self.expected = "Basic " + base64.b64encode(f"HOUSE.PORTAL:{password}".encode()).decode()
        registry = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def log_message(self, *arguments):
                pass

            def do_POST(self):
                registry.answer(self, "POST")

            def do_PUT(self):
                registry.answer(self, "PUT")

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.thread = threading.Thread(target=self.server.serve_forever, daemon=True)
        self.thread.start()

    @property
    def address(self):
        return f"http://127.0.0.1:{self.server.server_port}"

    def close(self):
        self.server.shutdown()
        self.server.server_close()

    @staticmethod
    def send(handler, status, body, **headers):
        data = json.dumps(body).encode()
        handler.send_response(status)
        handler.send_header("Content-Type", "application/vnd.api+json; charset=utf-8")
        handler.send_header("Content-Length", str(len(data)))
        for name, value in headers.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.end_headers()
        handler.wfile.write(data)

    def answer(self, handler, method):
        length = int(handler.headers.get("Content-Length", 0))
        body = json.loads(handler.rfile.read(length))
        mood = self.moods.pop(0) if self.moods else None
        status, answer, headers = self.respond(handler, method, body, mood)
        self.asked.append((method, handler.path, status))
        if status is None:
            handler.close_connection = True
            handler.connection.close()
            return
        self.send(handler, status, answer, **headers)

    def respond(self, handler, method, body, mood):
        if mood == "cut":
            return None, None, {}
        if isinstance(mood, tuple) and mood[0] == "sleep":
            time.sleep(mood[1])
        if isinstance(mood, int):
            headers = {"Retry_After": "1"} if mood in (429, 503) else {}
            return mood, {"errors": [{"status": str(mood), "title": "As told"}]}, headers
        if handler.headers.get("Authorization") != self.expected:
            return 401, {"errors": [{"status": "401", "title": "Bad credentials."}]}, {}
        if handler.headers.get("Content-Type") != "application/vnd.api+json":
            return 415, {"errors": [{"title": "Unsupported"}]}, {}
        status, answer = self.register(handler.path, method, body)
        return (None if mood == ("lost",) else status), answer, {}

    def register(self, path, method, body):
        data = body["data"]
        attributes = data["attributes"]
        doi = attributes["doi"].lower()
        self.bodies.append(attributes)
        if data["type"] != "dois":
            return 400, {"errors": [{"title": "type"}]}
        if method == "POST" and doi in self.dois:
            return 422, {"errors": [{"source": "doi", "title": "This DOI has already been taken",
                                     "uid": doi}]}
        if method == "PUT" and (path != f"/dois/{doi}" or doi not in self.dois):
            return 404, {"errors": [{"status": "404",
                                     "title": "The resource you are looking for doesn't exist."}]}
        event = attributes.get("event")
        missing = [name for name in ("creators", "titles", "publisher", "publicationYear", "types",
                                     "url") if not attributes.get(name)]
        if event and missing:
            return 422, {"errors": [{"source": missing[0], "title": "Can't be blank"}]}
        before = self.dois.get(doi, {}).get("state", "draft")
        state = {"publish": "findable", "register": "registered", "hide": "registered",
                 None: before}[event]
        self.dois[doi] = {**attributes, "state": state}
        return (201 if method == "POST" else 200), {"data": {"id": doi, "type": "dois",
                                                              "attributes": {"state": state}}}
