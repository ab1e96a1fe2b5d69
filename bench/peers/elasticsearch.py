# SPDX-License-Identifier: Apache-2.0
"""Elasticsearch, the last one whose whole distribution Maven brings. It is of 2017: what its
numbers say of today's is a guess. It is run by its jar, since its script sets options that no
present Java knows."""

import concurrent.futures
import csv
import json
import os
import pathlib
import pwd
import shutil
import subprocess
import time
import zipfile

import questions
from engine import INTEGERS, PATIENCE, REALS, TEXTS, HttpEngine, as_user, folder_bytes, free_port, \
    header

VERSION = "2.4.6"
ARTIFACT = f"org.elasticsearch.distribution.zip:elasticsearch:{VERSION}:zip"
BLOCK = 5000


def blocks(path):
    """Bodies of bulk requests."""
    with open(path, newline="", encoding="utf-8") as f:
        names = header(path)
        rows = csv.reader(f)
        next(rows)
        lines = []
        for row in rows:
            record = {n: v for n, v in zip(names, row) if v}
            record["text"] = " ".join(record.get(n, "") for n in TEXTS)
            record["remark_words"] = record.get("remarks", "")
            lines += ['{"index":{}}', json.dumps(record)]
            if len(lines) == 2 * BLOCK:
                yield ("\n".join(lines) + "\n").encode()
                lines = []
        if lines:
            yield ("\n".join(lines) + "\n").encode()


class Elasticsearch(HttpEngine):
    name = "Elasticsearch"
    settings = ("over its HTTP, one shard, heap 4 GB, request cache off, merges not "
                "throttled, translog async; texts not analysed with "
                "doc values, the joined text and remarks analysed by its standard tokens; sorted "
                "pages past 10,000 by a raised window")

    def start(self):
        if shutil.which("mvn") is None or shutil.which("java") is None:
            raise RuntimeError("it needs Maven and Java, which are not here")
        kept = self.folder.parent / "elasticsearch-distribution"
        if not kept.exists():
            self.bring(kept)
        home = self.folder / "home"
        if not home.exists():
            shutil.copytree(next(kept.iterdir()), home)
        before = []
        if os.getuid() == 0:
            # It refuses to run as root.
            user = pwd.getpwnam("nobody")
            for path in (self.folder, *self.folder.rglob("*")):
                os.chown(path, user.pw_uid, user.pw_gid)
            before = as_user(user)
        self.port = free_port()
        heap = min(4 << 30, self.memory // 4) >> 20
        self.version = VERSION
        self.launch(
            [*before, "java", f"-Xms{heap}m", f"-Xmx{heap}m", "-Djava.security.manager=allow",
             "--add-opens", "java.base/java.lang=ALL-UNNAMED", f"-Des.path.home={home}",
             "-Des.network.host=127.0.0.1", f"-Des.http.port={self.port}",
             f"-Des.transport.tcp.port={free_port()}", "-Des.indices.store.throttle.type=none",
             "-Des.indices.memory.index_buffer_size=25%",
             "-Des.cluster.routing.allocation.disk.threshold_enabled=false", "-cp", f"{home}/lib/*",
             "org.elasticsearch.bootstrap.Elasticsearch", "start"],
            lambda: self.call("GET", "/"), home)
        # Its files are read back before it answers.
        self.call("GET", f"/_cluster/health?wait_for_status=yellow&timeout={PATIENCE}s")

    def bring(self, kept):
        repository = self.folder.parent / "maven"
        subprocess.run(["mvn", "-q", "-B", "dependency:get", "-Dtransitive=false",
                        f"-Dartifact={ARTIFACT}", f"-Dmaven.repo.local={repository}"],
                       check=True, timeout=PATIENCE, capture_output=True)
        archive = next(pathlib.Path(repository).rglob(f"elasticsearch-{VERSION}.zip"))
        part = kept.with_suffix(".part")
        shutil.rmtree(part, ignore_errors=True)
        with zipfile.ZipFile(archive) as z:
            z.extractall(part)
        part.rename(kept)

    def call(self, method, path, body=None):
        if body is not None and not isinstance(body, bytes):
            body = json.dumps(body).encode()
        status, text = self.exchange(method, path, body)
        if status >= 300:
            raise RuntimeError(f"{path}: {text[:300]!r}")
        return json.loads(text)

    def load(self, path):
        self.call("PUT", "/specimen", {
            "settings": {"number_of_shards": 1, "number_of_replicas": 0, "refresh_interval": -1,
                         "index.max_result_window": 10_000_000,
                         "index.requests.cache.enable": False,
                         "index.translog.durability": "async",
                         "index.translog.flush_threshold_size": "1gb"},
            "mappings": {"record": {"_all": {"enabled": False}, "properties": {
                **{name: self.mapping(name) for name in header(path)},
                "text": {"type": "string", "norms": {"enabled": False}},
                "remark_words": {"type": "string", "norms": {"enabled": False}},
                "position": {"type": "geo_point"}}}}})
        self.step("rows", lambda: self.load_rows(path))
        self.step("merges", lambda: self.call("POST", "/specimen/_forcemerge?max_num_segments=1"))
        self.call("POST", "/specimen/_refresh")
        self.call("POST", "/specimen/_flush")

    def mapping(self, name):
        if name in INTEGERS:
            return {"type": "integer"}
        if name in REALS:
            return {"type": "double"}
        return {"type": "string", "index": "not_analyzed", "ignore_above": 8000}

    def load_rows(self, path):
        """While a block is made here, another is indexed there."""
        with concurrent.futures.ThreadPoolExecutor(1) as sender:
            sent = None
            for block in blocks(path):
                if sent is not None:
                    sent.result()
                sent = sender.submit(self.call, "POST", "/specimen/record/_bulk", block)
            sent.result()

    def search(self, query=None, aggregations=None, size=0, sort=None, offset=0):
        body = {"size": size, "from": offset, "query": query or {"match_all": {}}}
        if aggregations:
            body["aggs"] = aggregations
        if sort:
            body["sort"] = sort
        return self.call("POST", "/specimen/record/_search?request_cache=false", body)

    def page(self, query=None, sort=None, offset=0):
        found = self.search(query, size=questions.PAGE, sort=sort or [{"id": "asc"}],
                            offset=offset)
        return {"total": found["hits"]["total"],
                "ids": [hit["_source"]["id"] for hit in found["hits"]["hits"]]}

    def facets(self, fields, query=None, limit=questions.TOP):
        found = self.search(query, {field: {"terms": {
            "field": field, "size": limit, "order": [{"_count": "desc"}, {"_term": "asc"}]}}
            for field in fields})
        out = {"total": found["hits"]["total"]}
        for field in fields:
            out[f"facet {field}"] = [[bucket["key"], bucket["doc_count"]] for bucket in
                                     found["aggregations"][field]["buckets"]]
        return out

    def ask(self, name, constants, turn, rows):
        began = time.perf_counter()
        answer = self.answer(name, constants, turn, rows)
        return None if answer is None else (answer, time.perf_counter() - began)

    def answer(self, name, constants, turn, rows):
        def term(field, value):
            return {"bool": {"filter": {"term": {field: value}}}}

        def words(field, text):
            return {"bool": {"filter": {"match": {field: {"query": text, "operator": "and"}}}}}

        if name == "first 100 by id":
            return {"ids": self.page()["ids"]}
        if name == "genus":
            return self.page(term("genus", questions.constant(name, constants, turn)))
        if name.startswith("words "):
            return self.page(words("text", questions.constant(name, constants, turn)))
        if name == "word in remarks":
            return self.page(words("remark_words", questions.constant(name, constants, turn)))
        if name == "facet family":
            return self.facets(["family"])
        if name == "ten facets country":
            return self.facets(questions.FACETS, term("country", constants["country"]))
        if name == "ten facets all":
            return self.facets(questions.FACETS)
        if name == "years box female":
            return self.facets(["class"], {"bool": {"filter": self.box(turn)}})
        if name in ("sort year deep", "sort name deep"):
            first = {"year": {"order": "desc", "missing": "_last"}} if name == "sort year deep" \
                else {"scientificname": "asc"}
            return {"ids": self.page(sort=[first, {"id": "asc"}],
                                     offset=questions.deep(rows, turn))["ids"]}
        if name == "class by sex":
            by_sex = {"sex": {"terms": {"field": "sex", "size": 100, "missing": ""}}}
            found = self.search(None, {"class": {"terms": {"field": "class", "size": 1000},
                                                 "aggs": by_sex}})
            return {"cells": questions.cells((c["key"], s["key"], s["doc_count"])
                                             for c in found["aggregations"]["class"]["buckets"]
                                             for s in c["sex"]["buckets"])}
        if name == "completions":
            prefix = questions.constant(name, constants, turn)
            return self.facets(["genus"], {"bool": {"filter": {"prefix": {"genus": prefix}}}}, 10)
        return None

    def box(self, turn):
        parts = [part.split() for part in questions.box(turn).split(" AND ")]
        # "x BETWEEN a" and "b" came apart at the AND.
        ranges = [{"range": {parts[i][0]: {"gte": float(parts[i][2]),
                                           "lte": float(parts[i + 1][0])}}} for i in (0, 2, 4)]
        return [*ranges, {"term": {"sex": "female"}}]

    def look_up(self, number):
        return self.search({"bool": {"filter": {"term": {"catalognumber": number}}}}, size=1)

    def export(self, path):
        return None

    def disk(self):
        return folder_bytes(self.folder / "home" / "data")
