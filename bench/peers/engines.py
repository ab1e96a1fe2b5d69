# SPDX-License-Identifier: Apache-2.0
"""The peers: each is started on loopback with data of its own, loaded, asked, and ended by its
process. Settings and indexes are those that suit it; they are told by `settings`."""

import csv
import http.client
import json
import os
import pathlib
import pwd
import shutil
import signal
import socket
import sqlite3
import subprocess
import time
import urllib.parse

import questions

INTEGERS = {"individualcount", "coordinateuncertainty", "elevation", "year", "month", "day",
            "mediacount"}
REALS = {"decimallatitude", "decimallongitude"}
# What "words anywhere" are looked for in: the same fields for every engine.
TEXTS = ["catalognumber", "collectioncode", "kingdom", "phylum", "class", "ordername", "family",
         "genus", "specificepithet", "scientificname", "authorship", "sex", "lifestage",
         "typestatus", "recordedby", "identifiedby", "country", "stateprovince", "county",
         "locality", "preservative", "remarks"]
INDEXED = ["catalognumber", "genus", "family", "country", "scientificname"]
NO_POSITION = 999
PATIENCE = 600  # seconds that one statement may take


def free_port():
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


def wait_until(answers, process, log):
    """Until the server answers; it must live that long."""
    end = time.monotonic() + 60
    while time.monotonic() < end:
        if process.poll() is not None:
            break
        try:
            if answers():
                return
        except Exception:  # not up yet: each client library says so in a way of its own
            time.sleep(0.1)
    raise RuntimeError(f"it did not start: {pathlib.Path(log).read_text()[-500:]}")


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


class Engine:
    name = ""
    settings = ""
    dialect = questions.Dialect()

    def __init__(self, work, memory):
        self.folder = pathlib.Path(work) / self.name.lower()
        self.memory = memory  # bytes of the machine
        self.process = None
        self.times = {}  # of loading: step -> seconds
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir(parents=True)

    def step(self, name, work):
        began = time.perf_counter()
        result = work()
        self.times[name] = time.perf_counter() - began
        return result

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

    def export(self):
        return count_bytes(["sqlite3", "-csv", "-readonly", str(self.path),
                            "SELECT * FROM specimen"])

    def stop(self):
        self.db.close()


def count_bytes(command):
    """Bytes that a program writes into a pipe."""
    process = subprocess.Popen(command, stdout=subprocess.PIPE)
    total = 0
    while chunk := process.stdout.read1(1 << 20):
        total += len(chunk)
    if process.wait() != 0:
        raise RuntimeError(f"{command[0]} ended with {process.returncode}")
    return total


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
                "max_wal_size 16 GB, wal_compression, random_page_cost 1.1, jit off, one parallel "
                "worker, locale C; tsvector 'simple' with GIN in a table of its own")
    dialect = PostgresDialect()

    def start(self):
        import psycopg2
        tools = max(pathlib.Path("/usr/lib/postgresql").glob("*/bin"),
                    key=lambda p: int(p.parent.name))
        # The server refuses to run as root.
        user = pwd.getpwnam("postgres") if os.getuid() == 0 else None
        self.data = self.folder / "data"
        as_user = []
        if user is not None:
            os.chown(self.folder, user.pw_uid, user.pw_gid)
            as_user = ["setpriv", "--reuid", str(user.pw_uid), "--regid", str(user.pw_gid),
                       "--clear-groups"]
        subprocess.run([*as_user, tools / "initdb", "-D", self.data, "--locale=C",
                        "--encoding=UTF8", "-U", "bench", "--auth=trust"], check=True,
                       capture_output=True, cwd="/")
        port = free_port()
        options = {"shared_buffers": f"{self.memory // 6 >> 20}MB", "work_mem": "128MB",
                   "maintenance_work_mem": "1GB", "max_wal_size": "16GB", "wal_compression": "on",
                   "random_page_cost": "1.1", "jit": "off", "max_parallel_workers_per_gather": "1",
                   "listen_addresses": "127.0.0.1", "port": str(port),
                   "unix_socket_directories": str(self.folder), "fsync": "off",
                   "statement_timeout": f"{PATIENCE}s"}
        flags = [part for k, v in options.items() for part in ("-c", f"{k}={v}")]
        log = self.folder / "log"
        self.process = subprocess.Popen([*as_user, tools / "postgres", "-D", self.data, *flags],
                                        stdout=open(log, "w"), stderr=subprocess.STDOUT, cwd="/")

        def connects():
            self.db = psycopg2.connect(host=str(self.folder), port=port, user="bench",
                                       dbname="postgres")
            return True

        wait_until(connects, self.process, log)
        self.db.autocommit = True
        self.version = self.run("SHOW server_version")[0][0]

    def load(self, path):
        columns = header(path)
        types = ", ".join(f"{c} {sql_type(c, 'text', 'integer', 'double precision')}"
                          for c in columns)
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

    def export(self):
        counter = Counter()
        self.db.cursor().copy_expert("COPY specimen TO STDOUT WITH (FORMAT csv)", counter, 1 << 20)
        return counter.bytes

    def stop(self):
        self.db.close()
        # Fast shutdown: no waiting for clients.
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGINT)
            self.process.wait(timeout=120)


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

    def export(self):
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


class Clickhouse(Engine):
    name = "ClickHouse"
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
        log = self.folder / "log"
        self.process = subprocess.Popen([program, f"--config-file={config}"],
                                        stdout=open(log, "w"), stderr=subprocess.STDOUT,
                                        cwd=self.folder)
        self.tcp = tcp
        self.connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        wait_until(lambda: self.post("SELECT 1") == b"1\n", self.process, log)
        self.version = self.run("SELECT version() FORMAT JSONCompact")[0][0]

    def post(self, sql):
        try:
            self.connection.request("POST", "/", sql.encode())
            answer = self.connection.getresponse()
            body = answer.read()
        except (http.client.HTTPException, OSError):
            self.connection.close()
            raise
        if answer.status != 200:
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

    def export(self):
        self.connection.request("POST", "/", b"SELECT * FROM specimen FORMAT CSV")
        answer = self.connection.getresponse()
        total = 0
        while chunk := answer.read(1 << 20):
            total += len(chunk)
        return total


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

class Groonga(Engine):
    name = "Groonga"
    settings = ("over its HTTP, cache=no; hash keys, every facet a reference into a lexicon of its "
                "own, TokenBigram and NormalizerAuto over the joined text")
    references = ["country", *questions.FACETS]

    def start(self):
        self.path = self.folder / "db"
        self.port = free_port()
        log = self.folder / "log"
        self.process = subprocess.Popen(
            ["groonga", "--protocol", "http", "--bind-address", "127.0.0.1", "--port",
             str(self.port), "--log-path", str(log), "-s", "-n", str(self.path)],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        self.version = ""
        wait_until(lambda: self.call("status") is not None, self.process, log)
        self.version = self.call("status")["version"]

    def call(self, command, body=None, **arguments):
        path = f"/d/{command}?{urllib.parse.urlencode(arguments)}"
        try:
            self.connection.request("POST" if body else "GET", path, body,
                                    {"Content-Type": "application/json"} if body else {})
            answer = json.loads(self.connection.getresponse().read())
        except (http.client.HTTPException, OSError):
            self.connection.close()
            raise
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
            values = [(v, n) for v, n in found[1][field][2:] if v != ""]
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

    def export(self):
        return None

    def disk(self):
        return folder_bytes(self.folder)


ALL = [Sqlite, Postgres, Duckdb, Clickhouse, Groonga]
