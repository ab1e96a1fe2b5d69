# SPDX-License-Identifier: Apache-2.0
"""The peers: each is started on loopback with data of its own, loaded, asked, and ended by its
process. Settings and indexes are those that suit it; they are told by `settings`. What is loaded
stays in the engine's folder: engine.py says when it still serves."""

import csv
import json
import os
import pathlib
import pwd
import shutil
import signal
import sqlite3
import subprocess
import time
import urllib.parse

import questions
from engine import INDEXED, INTEGERS, NO_POSITION, PATIENCE, REALS, TEXTS, WORD_IN_TEXT, Engine, \
    HttpEngine, as_user, count_bytes, free_port, header, sql_type, wait_until

# --- SQLite --------------------------------------------------------------------------------------

class SqliteDialect(questions.Dialect):
    missing_last = ""  # missing values are the least

    def words(self, words):
        match = " AND ".join(f'"{word}"' for word in words)
        return f"rowid IN (SELECT rowid FROM words WHERE words MATCH {self.text(match)})"

    def word_in_remarks(self, word):
        return (f"rowid IN (SELECT rowid FROM remark_words WHERE remark_words MATCH "
                f"{self.text(word)})")

    floor = "floor_of"


class Sqlite(Engine):
    name = "SQLite"
    settings = ("in process; WAL, synchronous=OFF, cache 4 GB, mmap 8 GB; FTS5 contentless, "
                "detail=none, unicode61 without diacritics; indexes on id, the words' fields and "
                "those filtered, sorted and crossed by")
    dialect = SqliteDialect()

    def start(self):
        self.path = self.folder / "specimen.db"
        self.db = sqlite3.connect(self.path, isolation_level=None)
        for pragma in ("journal_mode=WAL", "synchronous=OFF", "cache_size=-4000000",
                       "mmap_size=8000000000", "temp_store=MEMORY"):
            self.db.execute(f"PRAGMA {pragma}")
        self.db.create_function("floor_of", 1, lambda x: None if x is None else int(x // 1),
                                deterministic=True)
        self.version = sqlite3.sqlite_version

    def load(self, path):
        columns = header(path)
        self.columns = columns
        self.step("rows", lambda: self.load_rows(path, columns))
        self.step("indexes", self.make_indexes)
        self.step("text", self.make_text)

    def load_rows(self, path, columns):
        types = ", ".join(f"{c} {sql_type(c, 'TEXT', 'INTEGER', 'REAL')}" for c in columns)
        self.db.execute(f"CREATE TABLE specimen ({types})")
        with open(path, newline="", encoding="utf-8") as f:
            rows = csv.reader(f)
            next(rows)
            self.db.execute("BEGIN")
            self.db.executemany(f"INSERT INTO specimen VALUES ({','.join('?' * len(columns))})",
                                ([value or None for value in row] for row in rows))
            self.db.execute("COMMIT")

    def make_indexes(self):
        for columns in ("id", *INDEXED, "year DESC, id", "class, sex", "genus, id",
                        "scientificname, id", "sex, year"):
            name = columns.replace(", ", "_").replace(" DESC", "")
            self.db.execute(f"CREATE INDEX by_{name} ON specimen ({columns})")
        self.db.execute("ANALYZE")

    def make_text(self):
        text = " || ' ' || ".join(f"coalesce({c}, '')" for c in TEXTS)
        for table, expression in (("words", text), ("remark_words", "remarks")):
            self.db.execute(f"CREATE VIRTUAL TABLE {table} USING fts5(x, content='', detail=none, "
                            "tokenize='unicode61 remove_diacritics 2')")
            self.db.execute(f"INSERT INTO {table}(rowid, x) SELECT rowid, {expression} "
                            "FROM specimen")
        self.db.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def run(self, sql):
        return self.db.execute(sql).fetchall()

    def export(self, path):
        return count_bytes(["sqlite3", "-csv", "-readonly", str(self.path),
                            "SELECT * FROM specimen"])

    def stop(self):
        self.db.close()


# --- PostgreSQL ----------------------------------------------------------------------------------

class PostgresDialect(questions.Dialect):
    def words(self, words):
        query = " & ".join(words)
        return f"id IN (SELECT id FROM words WHERE text @@ to_tsquery('simple', '{query}'))"

    def word_in_remarks(self, word):
        return f"to_tsvector('simple', coalesce(remarks, '')) @@ to_tsquery('simple', '{word}')"


class Postgres(Engine):
    name = "PostgreSQL"
    settings = ("shared_buffers a sixth of memory, work_mem 128 MB, maintenance_work_mem 1 GB, "
                "wal_level minimal, max_wal_size 16 GB, random_page_cost 1.1, jit off, one "
                "parallel worker, locale C; tsvector 'simple' with GIN in a table of its own")
    dialect = PostgresDialect()

    def start(self):
        import psycopg2
        tools = max(pathlib.Path("/usr/lib/postgresql").glob("*/bin"),
                    key=lambda p: int(p.parent.name))
        # The server refuses to run as root.
        user = pwd.getpwnam("postgres") if os.getuid() == 0 else None
        self.data = self.folder / "data"
        before = [] if user is None else as_user(user)
        if user is not None:
            os.chown(self.folder, user.pw_uid, user.pw_gid)
        if not self.data.exists():
            subprocess.run([*before, tools / "initdb", "-D", self.data, "--locale=C",
                            "--encoding=UTF8", "-U", "bench", "--auth=trust"], check=True,
                           capture_output=True, cwd="/")
        port = free_port()
        options = {"shared_buffers": f"{self.memory // 6 >> 20}MB", "work_mem": "128MB",
                   "maintenance_work_mem": "1GB", "max_wal_size": "16GB", "wal_level": "minimal",
                   "max_wal_senders": "0",
                   "random_page_cost": "1.1", "jit": "off", "max_parallel_workers_per_gather": "1",
                   "listen_addresses": "127.0.0.1", "port": str(port),
                   "unix_socket_directories": str(self.folder), "fsync": "off",
                   "statement_timeout": f"{PATIENCE}s"}
        flags = [part for k, v in options.items() for part in ("-c", f"{k}={v}")]

        def connects():
            self.db = psycopg2.connect(host=str(self.folder), port=port, user="bench",
                                       dbname="postgres")
            return True

        self.launch([*before, tools / "postgres", "-D", self.data, *flags], connects, "/")
        self.db.autocommit = True
        self.version = self.run("SHOW server_version")[0][0]

    def load(self, path):
        columns = header(path)
        types = ", ".join(f"{c} {sql_type(c, 'text', 'integer', 'double precision')}"
                          for c in columns)
        self.execute("SET statement_timeout = 0")
        self.execute(f"CREATE TABLE specimen ({types})")

        def copy():
            with open(path, encoding="utf-8") as f:
                self.db.cursor().copy_expert("COPY specimen FROM STDIN WITH (FORMAT csv, HEADER)",
                                             f, 1 << 20)

        def index():
            self.execute("ALTER TABLE specimen ADD PRIMARY KEY (id)")
            for columns in (*INDEXED, "year DESC NULLS LAST, id", "class, sex", "sex, year"):
                self.execute(f"CREATE INDEX ON specimen ({columns})")
            self.execute("VACUUM ANALYZE specimen")

        def text():
            joined = " || ' ' || ".join(f"coalesce({c}, '')" for c in TEXTS)
            self.execute(f"CREATE TABLE words AS SELECT id, to_tsvector('simple', {joined}) "
                         "AS text FROM specimen")
            self.execute("CREATE INDEX ON words USING gin (text) WITH (fastupdate = off)")
            self.execute("CREATE INDEX ON specimen USING gin "
                         "(to_tsvector('simple', coalesce(remarks, '')))")
            self.execute("VACUUM ANALYZE words")

        self.step("rows", copy)
        self.step("indexes", index)
        self.step("text", text)

    def execute(self, sql):
        self.db.cursor().execute(sql)

    def run(self, sql):
        cursor = self.db.cursor()
        cursor.execute(sql)
        return cursor.fetchall()

    def export(self, path):
        counter = Counter()
        self.db.cursor().copy_expert("COPY specimen TO STDOUT WITH (FORMAT csv)", counter, 1 << 20)
        return counter.bytes

    def disk(self):
        return int(self.run("SELECT pg_database_size('postgres')")[0][0])

    def stop(self):
        self.db.close()
        # Fast shutdown: no waiting for clients.
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGINT)
            self.process.wait(timeout=300)
        self.process = None


class Counter:
    bytes = 0

    def write(self, chunk):
        self.bytes += len(chunk)
        return len(chunk)


# --- DuckDB --------------------------------------------------------------------------------------

class DuckdbDialect(questions.Dialect):
    def words(self, words):
        # No text index without a download: a scan over the joined text.
        return " AND ".join(f"regexp_matches(text, '{WORD_IN_TEXT.format(w)}')" for w in words)

    def word_in_remarks(self, word):
        return f"regexp_matches(lower(remarks), '{WORD_IN_TEXT.format(word)}')"


class Duckdb(Engine):
    name = "DuckDB"
    text_index = False
    settings = "in process; defaults, 2 threads; ART indexes on id, catalognumber and genus"
    dialect = DuckdbDialect()

    def start(self):
        import duckdb
        self.path = self.folder / "specimen.duckdb"
        self.db = duckdb.connect(str(self.path), config={"threads": 2})
        self.version = duckdb.__version__

    def load(self, path):
        columns = header(path)
        types = ", ".join(f"'{c}': '{sql_type(c, 'VARCHAR', 'INTEGER', 'DOUBLE')}'"
                          for c in columns)
        joined = ", ".join(TEXTS)

        def index():
            for column in ("id", "catalognumber", "genus"):
                self.db.execute(f"CREATE INDEX by_{column} ON specimen ({column})")
            self.db.execute("CHECKPOINT")

        self.step("rows", lambda: self.db.execute(
            "CREATE TABLE specimen AS SELECT *, "
            f"lower(concat_ws(' ', {joined})) AS text FROM read_csv('{path}', header=true, "
            f"columns={{{types}}})"))
        self.step("indexes", index)

    def run(self, sql):
        return self.db.execute(sql).fetchall()

    def export(self, path):
        target = self.folder / "export.csv"
        self.db.execute(f"COPY (SELECT * EXCLUDE (text) FROM specimen) TO '{target}' (FORMAT csv)")
        size = target.stat().st_size
        target.unlink()
        return size

    def stop(self):
        self.db.close()


# --- ClickHouse ----------------------------------------------------------------------------------

class ClickhouseDialect(questions.Dialect):
    missing_last = ""  # a missing number is 0

    def present(self, field):
        return f"{field} != ''"

    def has_position(self):
        return f"decimallatitude != {NO_POSITION}"

    def words(self, words):
        return " AND ".join(f"match(text, {self.pattern(w)})" for w in words)

    def pattern(self, word):
        return self.text(WORD_IN_TEXT.format(word).replace("\\", "\\\\"))

    def word_in_remarks(self, word):
        return f"match(lowerUTF8(remarks), {self.pattern(word)})"

    def whole(self, select):
        return select + " FORMAT JSONCompact"


class Clickhouse(HttpEngine):
    name = "ClickHouse"
    text_index = False
    settings = ("over its HTTP; MergeTree by id, granularity 8192, LowCardinality for the fields "
                "of few values, max_memory_usage 10 GB, uncompressed cache off, 2 threads")
    dialect = ClickhouseDialect()
    few_values = {"collectioncode", "institutioncode", "basisofrecord", "kingdom", "phylum",
                  "class", "ordername", "family", "taxonrank", "sex", "lifestage", "typestatus",
                  "continent", "country", "countrycode", "stateprovince", "preservative"}

    def start(self):
        self.port, tcp = free_port(), free_port()
        config = self.folder / "config.xml"
        config.write_text(
            "<yandex><logger><level>warning</level><console>1</console></logger>"
            f"<http_port>{self.port}</http_port><tcp_port>{tcp}</tcp_port>"
            "<listen_host>127.0.0.1</listen_host>"
            "<max_concurrent_queries>20</max_concurrent_queries>"
            f"<keep_alive_timeout>{PATIENCE}</keep_alive_timeout>"
            f"<path>{self.folder}/data/</path><tmp_path>{self.folder}/tmp/</tmp_path>"
            "<mark_cache_size>1073741824</mark_cache_size>"
            "<users_config>users.xml</users_config><default_profile>default</default_profile>"
            "<default_database>default</default_database></yandex>")
        (self.folder / "users.xml").write_text(
            "<yandex><profiles><default><max_memory_usage>10000000000</max_memory_usage>"
            "<use_uncompressed_cache>0</use_uncompressed_cache><max_threads>2</max_threads>"
            "<allow_experimental_low_cardinality_type>1</allow_experimental_low_cardinality_type>"
            f"<max_execution_time>{PATIENCE}</max_execution_time>"
            "</default></profiles><users><default><password></password><networks>"
            "<ip>127.0.0.1</ip></networks><profile>default</profile><quota>default</quota>"
            "</default></users><quotas><default></default></quotas></yandex>")
        program = shutil.which("clickhouse-server", path=os.environ["PATH"] + ":/usr/sbin")
        self.tcp = tcp
        self.launch([program, f"--config-file={config}"],
                    lambda: self.post("SELECT 1") == b"1\n", self.folder)
        self.version = self.run("SELECT version() FORMAT JSONCompact")[0][0]

    def post(self, sql):
        status, body = self.exchange("POST", "/", sql.encode())
        if status != 200:
            raise RuntimeError(body.decode(errors="replace")[:300])
        return body

    def column(self, name):
        kind = sql_type(name, "String", "Int32", "Float64")
        return f"{name} LowCardinality(String)" if name in self.few_values else f"{name} {kind}"

    def load(self, path):
        columns = header(path)
        plain = self.folder / "rows.csv"
        write_without_missing(path, plain, columns)  # its CSV reader takes no empty numbers
        self.post(f"CREATE TABLE specimen ({', '.join(self.column(c) for c in columns)}, "
                  "text String) ENGINE = MergeTree ORDER BY id")

        def insert():
            command = ["clickhouse-client", "--host", "127.0.0.1", "--port", str(self.tcp),
                       "--query", "INSERT INTO specimen FORMAT CSV"]
            with open(plain, "rb") as f:
                subprocess.run(command, stdin=f, check=True)

        self.step("rows", insert)
        self.step("merges", lambda: self.post("OPTIMIZE TABLE specimen FINAL"))
        plain.unlink()

    def run(self, sql):
        if "FORMAT" not in sql:
            sql += " FORMAT JSONCompact"
        return json.loads(self.post(sql))["data"]

    def export(self, path):
        names = ", ".join(header(path))  # without the joined text
        return self.read_all("POST", "/", f"SELECT {names} FROM specimen FORMAT CSV".encode())

    def disk(self):
        return int(self.run("SELECT sum(bytes_on_disk) FROM system.parts WHERE active")[0][0])


def write_without_missing(path, target, columns):
    """The same rows with numbers where they are missing, and the joined text behind."""
    numbers = [i for i, c in enumerate(columns) if c in INTEGERS]
    positions = [i for i, c in enumerate(columns) if c in REALS]
    texts = [columns.index(c) for c in TEXTS]
    with open(path, newline="", encoding="utf-8") as f, \
            open(target, "w", newline="", encoding="utf-8") as out:
        rows = csv.reader(f)
        next(rows)
        writer = csv.writer(out, lineterminator="\n")
        for row in rows:
            text = " ".join(row[i] for i in texts).lower()
            for i in numbers:
                row[i] = row[i] or "0"
            for i in positions:
                row[i] = row[i] or str(NO_POSITION)
            row.append(text)
            writer.writerow(row)


# --- Groonga -------------------------------------------------------------------------------------

class Groonga(HttpEngine):
    name = "Groonga"
    settings = ("over its HTTP, cache=no; hash keys, every facet a reference into a lexicon of its "
                "own, TokenBigram and NormalizerAuto over the joined text")
    references = ["country", *questions.FACETS]

    def start(self):
        self.path = self.folder / "db"
        make = [] if self.path.exists() else ["-n"]
        self.port = free_port()
        log = self.folder / "log"
        self.process = subprocess.Popen(
            ["groonga", "--protocol", "http", "--bind-address", "127.0.0.1", "--port",
             str(self.port), "--log-path", str(log), "-s", *make, str(self.path)],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.version = ""
        wait_until(lambda: self.call("status") is not None, self.process, log)
        self.version = self.call("status")["version"]

    def call(self, command, body=None, **arguments):
        path = f"/d/{command}?{urllib.parse.urlencode(arguments)}"
        _, text = self.exchange("POST" if body else "GET", path, body)
        answer = json.loads(text)
        if answer[0][0] != 0:
            raise RuntimeError(f"{command}: {answer[0][3]}")
        return answer[1]

    def load(self, path):
        columns = [c for c in header(path) if c != "id"]
        self.call("table_create", name="specimen", flags="TABLE_HASH_KEY", key_type="ShortText")
        for column in columns:
            kind = sql_type(column, "ShortText", "Int32", "Float")
            if column in self.references:
                self.call("table_create", name=f"v_{column}", flags="TABLE_PAT_KEY",
                          key_type="ShortText")
                kind = f"v_{column}"
            self.call("column_create", table="specimen", name=column, flags="COLUMN_SCALAR",
                      type=kind)
        self.call("column_create", table="specimen", name="text", flags="COLUMN_SCALAR",
                  type="Text")
        self.step("rows", lambda: self.load_rows(path))
        self.step("indexes", self.make_indexes)

    def load_rows(self, path):
        with open(path, newline="", encoding="utf-8") as f:
            names = header(path)
            rows = csv.reader(f)
            next(rows)
            block = []
            for row in rows:
                record = {n: v for n, v in zip(names, row) if v}
                record["_key"] = record.pop("id")
                record["text"] = " ".join(record.get(n, "") for n in TEXTS)
                block.append(record)
                if len(block) == 5000:
                    self.call("load", json.dumps(block).encode(), table="specimen")
                    block = []
            if block:
                self.call("load", json.dumps(block).encode(), table="specimen")

    def make_indexes(self):
        for column in self.references:
            self.call("column_create", table=f"v_{column}", name="specimens",
                      flags="COLUMN_INDEX", type="specimen", source=column)
        for lexicon, source, tokenizer in (("words", "text", "TokenBigram"),
                                           ("remark_words", "remarks", "TokenBigram"),
                                           ("numbers", "catalognumber", "")):
            extra = {"default_tokenizer": tokenizer, "normalizer": "NormalizerAuto"} \
                if tokenizer else {}
            self.call("table_create", name=lexicon, flags="TABLE_PAT_KEY", key_type="ShortText",
                      **extra)
            flags = "COLUMN_INDEX|WITH_POSITION" if tokenizer else "COLUMN_INDEX"
            self.call("column_create", table=lexicon, name="at", flags=flags, type="specimen",
                      source=source)
        self.call("table_create", name="years", flags="TABLE_PAT_KEY", key_type="Int32")
        self.call("column_create", table="years", name="at", flags="COLUMN_INDEX", type="specimen",
                  source="year")

    def select(self, **arguments):
        return self.call("select", table="specimen", cache="no", **arguments)

    def rows(self, **arguments):
        found = self.select(output_columns="_key,*", limit=questions.PAGE, **arguments)[0]
        # Without conditions every record is a hit.
        return {"total": found[0][0], "ids": [row[0] for row in found[2:]]}

    def facets(self, fields, limit=questions.TOP, **arguments):
        drill = {}
        for field in fields:
            drill |= {f"drilldowns[{field}].keys": field,
                      f"drilldowns[{field}].sort_keys": "-_nsubrecs,_key",
                      f"drilldowns[{field}].limit": limit + 1,
                      f"drilldowns[{field}].output_columns": "_key,_nsubrecs"}
        found = self.select(limit=0, **drill, **arguments)
        out = {"total": found[0][0][0]}
        for field in fields:
            values = [[v, n] for v, n in found[1][field][2:] if v != ""]
            out[f"facet {field}"] = values[:limit]
        return out

    def ask(self, name, constants, turn, rows):
        began = time.perf_counter()
        answer = self.answer(name, constants, turn, rows)
        return None if answer is None else (answer, time.perf_counter() - began)

    def answer(self, name, constants, turn, rows):
        if name == "first 100 by id":
            answer = self.rows(sort_keys="_key")
            return {"ids": answer["ids"]}
        if name == "genus":
            value = constants["genus"][turn % len(constants["genus"])]
            return self.rows(filter=f"genus == {json.dumps(value)}", sort_keys="_key")
        if name.startswith("words "):
            return self.rows(match_columns="text", sort_keys="_key",
                             query=questions.constant(name, constants, turn))
        if name == "word in remarks":
            return self.rows(match_columns="remarks", sort_keys="_key",
                             query=questions.constant(name, constants, turn))
        if name == "facet family":
            return self.facets(["family"])
        if name == "ten facets country":
            return self.facets(questions.FACETS,
                               filter=f"country == {json.dumps(constants['country'])}")
        if name == "ten facets all":
            return self.facets(questions.FACETS)
        if name == "years box female":
            where = questions.box(turn)
            parts = [part.split() for part in where.split(" AND ")]
            # "x BETWEEN a" and "b" came apart at the AND.
            tests = [f"{parts[i][0]} >= {parts[i][2]} && {parts[i][0]} <= {parts[i + 1][0]}"
                     for i in (0, 2, 4)]
            return self.facets(["class"], filter=" && ".join([*tests, 'sex == "female"']))
        if name in ("sort year deep", "sort name deep"):
            keys = "-year,_key" if name == "sort year deep" else "scientificname,_key"
            return {"ids": self.rows(sort_keys=keys, offset=questions.deep(rows, turn))["ids"]}
        if name == "completions":
            prefix = constants["prefix"][turn % len(constants["prefix"])]
            return self.facets(["genus"], 10, filter=f"genus._key @^ {json.dumps(prefix)}")
        return None

    def look_up(self, number):
        found = self.select(filter=f"catalognumber == {json.dumps(number)}",
                            output_columns="_key,*", limit=1)
        return found[0][2:]

    def export(self, path):
        return None


ALL = [Sqlite, Postgres, Duckdb, Clickhouse, Groonga]
