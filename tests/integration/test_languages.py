# SPDX-License-Identifier: Apache-2.0
"""Every text that a page says in the reader's language has its German, and no German stands alone.

The English texts are drawn from the sources of src/api, and of the sentences that src/query tells a
query in: what stands in the calls of say() and its like, in variables and parameters that reach
them, and in tables of words that are read for them.
"""

import os
import pathlib
import re
import unittest

SOURCE = pathlib.Path(os.environ.get("VITRINE_SOURCE_DIR", pathlib.Path(__file__).parents[2]))
API = SOURCE / "src" / "api"
DESCRIBED = SOURCE / "src/query/query_describe.c"  # pages give its sentences other words
TABLES = {"German": API / "pages" / "language_german.c"}

# Functions and macros, with which of their arguments are English texts.
SAYERS = {
    "say": {1},
    "say_texts": {1},
    "SAY": {1},
    "SAY_TEXT": {1},
    "say_count": {2, 3},
    "language_text": {1},
    "query_text": {1},  # of src/query/query_describe.c
}
TOKEN = re.compile(
    r'//[^\n]*|/\*.*?\*/|^[ \t]*#(?:[^\n\\]|\\.)*|"(?:[^"\\]|\\.)*"|\'(?:[^\'\\]|\\.)*\''
    r"|[A-Za-z_]\w*|\d\w*|->|[^\s]",
    re.S | re.M,
)
ESCAPE = re.compile(r'\\(["\\n])')
OPENING = {"(": ")", "[": "]", "{": "}"}


def tokens_of(text):
    """Of C: adjacent literals joined, comments and directives left out."""
    out = []
    for match in TOKEN.finditer(text):
        token = match.group()
        if token.startswith(("//", "/*", "#")) or token.lstrip().startswith("#"):
            continue
        if token[0] == '"':
            words = ESCAPE.sub(lambda m: "\n" if m[1] == "n" else m[1], token[1:-1])
            if out and out[-1][0] == '"':
                out[-1] += words
            else:
                out.append('"' + words)
        else:
            out.append(token)
    return out


def closing(tokens, start):
    """Where the bracket at `start` ends."""
    depth = 0
    for i in range(start, len(tokens)):
        if tokens[i] in OPENING:
            depth += 1
        elif tokens[i] in (")", "]", "}"):
            depth -= 1
            if depth == 0:
                return i
    return len(tokens) - 1


def split(tokens, separators=(",",)):
    """At separators outside brackets."""
    parts = [[]]
    i = 0
    while i < len(tokens):
        if tokens[i] in OPENING:
            end = closing(tokens, i)
            parts[-1] += tokens[i : end + 1]
            i = end + 1
        elif tokens[i] in separators:
            parts.append([])
            i += 1
        else:
            parts[-1].append(tokens[i])
            i += 1
    return [part for part in parts if part]


class Function:
    def __init__(self, head, parameters, body, file):
        self.name, self.static = head[-1], "static" in head
        self.parameters, self.body, self.file = parameters, body, file


def functions_of(tokens, file):
    i = 0
    while i < len(tokens):
        if tokens[i] == "(" and i > 0 and re.fullmatch(r"[A-Za-z_]\w*", tokens[i - 1]):
            end = closing(tokens, i)
            if end + 1 < len(tokens) and tokens[end + 1] == "{":
                last = closing(tokens, end + 1)
                parameters = [part[-1] for part in split(tokens[i + 1 : end])]
                start = max((j for j in range(i) if tokens[j] in (";", "}")), default=-1)
                yield Function(tokens[start + 1 : i], parameters, tokens[end + 2 : last], file)
                i = last + 1
                continue
            i = end + 1
        elif tokens[i] == "{":
            i = closing(tokens, i) + 1
        else:
            i += 1


class Sources:
    def __init__(self, folder, others):
        self.files = {
            path: tokens_of(path.read_text(encoding="utf-8"))
            for path in [*sorted(folder.rglob("*.[ch]")), *others]
            if not path.name.startswith("language")
        }
        self.functions = [
            function
            for path, tokens in self.files.items()
            for function in functions_of(tokens, path)
        ]
        self.own = {(function.name, function.file) for function in self.functions}
        self.sayers = {(name, None): places for name, places in SAYERS.items()}
        self.texts = {}  # English: where
        self.fields_seen = {}
        self.visited = set()
        self.structs = {}  # name: fields, of all files
        for tokens in self.files.values():
            for i, token in enumerate(tokens[:-2]):
                if token == "struct" and tokens[i + 2] == "{":
                    self.structs[tokens[i + 1]] = self.fields(tokens, i + 2)

    @staticmethod
    def fields(tokens, start):
        names = []
        for part in split(tokens[start + 1 : closing(tokens, start)], (";",)):
            while part and part[-1] == "]":
                part = part[: len(part) - part[::-1].index("[") - 1]
            names.append("".join(part[-2:]) if part[-2:-1] == ["*"] else part[-1] if part else "")
        return names

    def gather(self):
        while True:
            known = sum(len(places) for places in self.sayers.values())
            self.visited.clear()
            for function in self.functions:
                if function.name != "words_of":  # see terms_of()
                    self.gather_from(function)
            if known == sum(len(places) for places in self.sayers.values()):
                return

    def places(self, name, file):
        return self.sayers.get((name, file)) or self.sayers.get((name, None)) or ()

    def gather_from(self, function):
        body = function.body
        for i in range(len(body) - 1):
            if body[i + 1] == "(" and (i == 0 or body[i - 1] not in (".", "->")):
                places = self.places(body[i], function.file)
                if places:
                    arguments = split(body[i + 2 : closing(body, i + 1)])
                    for place in places:
                        if place < len(arguments):
                            self.resolve(arguments[place], function, 0)

    def add(self, text, function):
        self.texts.setdefault(text, f"{function.file.name}: {function.name}")

    def resolve(self, value, function, depth):
        """What an expression may be, as literals."""
        visit = (tuple(value), function)
        if visit in self.visited:
            return
        self.visited.add(visit)
        while value and value[0] == "(" and closing(value, 0) == len(value) - 1:
            value = value[1:-1]
        choices = split(value, ("?",))
        if len(choices) > 1:
            rest = value[len(choices[0]) + 1 :]
            for choice in split(rest, (":", "?")):
                if len(split(rest, ("?",))) == 1 or not self.is_condition(choice, rest):
                    self.resolve(choice, function, depth)
            return
        if not value or value in (["NULL"],):
            return
        if value[0][0] == '"':
            if len(value[0]) > 1:
                self.add(value[0][1:], function)
        else:
            self.resolve_name(value, function, depth)

    @staticmethod
    def is_condition(choice, rest):
        """In a ? b : c ? d : e, `c` stands before a question mark."""
        for i in range(len(rest) - len(choice)):
            if rest[i : i + len(choice)] == choice and rest[i + len(choice)] == "?":
                return True
        return False

    def resolve_name(self, value, function, depth):
        if len(value) == 1:
            return self.resolve_variable(value[0], function, depth)
        if len(value) > 2 and value[-2] in (".", "->"):
            return self.resolve_field(value, function, depth)
        if value[1] == "[":
            end = closing(value, 1)
            column = int(value[end + 2]) if value[end + 1 : end + 2] == ["["] else None
            return self.resolve_table(value[0], column, None, function)
        if value[1] == "(":  # a function that gives a name
            found = [f for f in self.functions if f.name == value[0]]
            for other in found:
                for i, token in enumerate(other.body):
                    if token == "return":
                        end = next(j for j in range(i, len(other.body)) if other.body[j] == ";")
                        self.resolve(other.body[i + 1 : end], other, depth + 1)
            return bool(found)
        return False

    def resolve_variable(self, name, function, depth):
        found = False
        if name in function.parameters:
            reach = function.file if function.static else None
            places = self.sayers.setdefault((function.name, reach), set())
            places.add(function.parameters.index(name))
            found = True
        body = function.body
        for i in range(len(body) - 2):
            if body[i] == name and body[i + 1] == "=" and body[i - 1] not in (".", "->"):
                end = next(j for j in range(i, len(body)) if body[j] == ";")
                self.resolve(split(body[i + 2 : end])[0], function, depth + 1)
                found = True
        return found

    def tables(self, name, function):
        """Initialisers of an array of that name, nearest first, with the fields of its rows."""
        for tokens in (function.body, self.files[function.file], *self.files.values()):
            for i in range(1, len(tokens) - 2):
                if tokens[i] == name and tokens[i + 1] in ("[", "="):
                    j = i + 1
                    while tokens[j] == "[":
                        j = closing(tokens, j) + 1
                    if tokens[j : j + 2] == ["=", "{"]:
                        return [(tokens[j + 2 : closing(tokens, j + 1)], self.row(tokens, i))]
        return []

    def row(self, tokens, i):
        if tokens[i - 1] == "}":  # struct {...} name[]
            start = i - 1
            depth = 0
            while True:
                depth += (tokens[start] == "}") - (tokens[start] == "{")
                if depth == 0:
                    return self.fields(tokens, start)
                start -= 1
        return self.structs.get(tokens[i - 1], [])

    def resolve_table(self, name, column, field, function):
        found = False
        for rows, fields in self.tables(name, function):
            found = True
            if field is not None and "*" + field not in fields:
                return False
            place = fields.index("*" + field) if field is not None else column
            for part in split(rows):
                if part[0] == "[" and "=" in part:
                    part = part[part.index("=") + 1 :]
                self.resolve_row(part, place, field, function)
        return found

    def resolve_row(self, part, place, field, function):
        if place is None or part[0] != "{":
            for token in part:
                if token[0] == '"' and len(token) > 1 and place is None:
                    self.add(token[1:], function)
            return
        values = split(part[1:-1])
        for value in values:
            if field is not None and value[:3] == [".", field, "="]:
                self.resolve(value[3:], function, 3)
                return
        if place < len(values) and values[place][0] != ".":
            self.resolve(values[place], function, 3)

    def resolve_field(self, value, function, depth):
        field = value[-1]
        if value[1] == "[" and self.resolve_table(value[0], None, field, function):
            return True
        if field in self.fields_seen:
            return self.fields_seen[field]
        self.fields_seen[field] = True
        found = False
        for other in self.functions:
            body = other.body
            for i in range(1, len(body) - 2):
                if body[i] == field and body[i - 1] in (".", "->") and body[i + 1] == "=":
                    end = i + 2
                    while end < len(body) and body[end] not in (";", ",", "}"):
                        end = closing(body, end) + 1 if body[end] in OPENING else end + 1
                    words = any(t[0] == '"' for t in self.outside_calls(body[i + 2 : end]))
                    calls = (body[i + 2], other.file) in self.own
                    table = body[i + 3 : i + 4] == ["["]
                    if words or calls or table:
                        self.resolve(body[i + 2 : end], other, depth + 3)
                        found = True
        for name, fields in self.structs.items():
            if "*" + field in fields:
                found |= self.resolve_rows_of(name, fields.index("*" + field), field, function)
        self.fields_seen[field] = found
        return found

    @staticmethod
    def outside_calls(tokens):
        i = 0
        while i < len(tokens):
            if tokens[i] == "(" and i > 0 and re.fullmatch(r"\w+", tokens[i - 1]):
                i = closing(tokens, i)
            yield tokens[i]
            i += 1

    def resolve_rows_of(self, struct, place, field, function):
        found = False
        for tokens in self.files.values():
            for i in range(len(tokens) - 4):
                if tokens[i] != "struct" or tokens[i + 1] != struct:
                    continue
                j = i + 2
                if tokens[j] == ")" and tokens[j + 1] == "{":
                    self.resolve_row(
                        tokens[j + 1 : closing(tokens, j + 1) + 1], place, field, function
                    )
                    found = True
                elif tokens[j + 1] in ("[", "="):
                    found |= self.resolve_table(tokens[j], None, field, function)
        return found


def terms_of(tokens):
    """The names of terms and the labels that terms.c gives or makes of them, for words_of()."""
    labels = set()
    for i in range(len(tokens) - 5):
        if tokens[i] == "{" and tokens[i + 1].startswith("TERM_") and tokens[i + 3][0] == '"':
            name, label = tokens[i + 3][1:], tokens[i + 5]
            spaced = re.sub(
                r"(?<=[a-z])([A-Z])(?![A-Z])",
                lambda m: " " + m[1].lower(),
                name[:1].upper() + name[1:],
            )
            spaced = re.sub(r"(?<=[a-z])([A-Z]{2})", r" \1", spaced)
            labels |= {name, label[1:] if label[0] == '"' else spaced}
    return labels


def table_of(path):
    """(English, other) as they stand."""
    tokens = tokens_of(path.read_text(encoding="utf-8"))
    pairs = []
    for i in range(len(tokens) - 4):
        if tokens[i] == "{" and tokens[i + 1][0] == '"' and tokens[i + 2] == ",":
            pairs.append((tokens[i + 1][1:], tokens[i + 3][1:]))
    return pairs


class Languages(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.sources = Sources(API, [DESCRIBED])
        cls.sources.gather()

    def test_texts_are_found(self):
        self.assertIn("Search all records", self.sources.texts)
        self.assertIn("Table", self.sources.texts)  # of a table of structs
        self.assertIn("September", self.sources.texts)  # of a table of texts
        self.assertIn("{} wholly {} to {}", self.sources.texts)  # of the engine
        self.assertGreater(len(self.sources.texts), 500)

    def test_every_text_is_translated(self):
        for language, path in TABLES.items():
            known = {english for english, other in table_of(path) if other}
            lacking = sorted(set(self.sources.texts) - known)
            places = [f"{text!r} ({self.sources.texts[text]})" for text in lacking]
            self.assertEqual(places, [], f"{len(places)} texts lack their {language}")

    def test_every_translation_is_used(self):
        for language, path in TABLES.items():
            said = set(self.sources.texts) | terms_of(self.sources.files[API / "pages" / "terms.c"])
            idle = [e for e, _ in table_of(path) if e not in said]
            self.assertEqual(idle, [], f"{language} texts that no page says")

    def test_tables_are_sorted_and_each_text_is_there_once(self):
        for path in TABLES.values():
            keys = [english.encode() for english, _ in table_of(path)]
            self.assertEqual(keys, sorted(set(keys)))

    def test_gaps_and_tags_are_the_same(self):
        for path in TABLES.values():
            for english, other in table_of(path):
                with self.subTest(english):
                    self.assertEqual(english.count("{}"), other.count("{}"))
                    tags = re.compile(r"</?[a-z][^>]*>|&[a-z]+;")
                    self.assertEqual(sorted(tags.findall(english)), sorted(tags.findall(other)))
                    self.assertEqual(english[:1] == " ", other[:1] == " ")
                    self.assertEqual(english[-1:] == " ", other[-1:] == " ")

    def test_geological_names_are_those_of_the_chart(self):
        rows = (SOURCE / "tools/geological_time/intervals.tsv").read_text("utf-8").splitlines()
        chart = [line.split("\t") for line in rows[1:]]
        names = table_of(API / "pages" / "language_german_times.c")
        self.assertEqual(names, sorted(((row[0], row[-1]) for row in chart),
                                       key=lambda one: one[0].encode()))
        self.assertIn(("Upper Cretaceous", "Oberkreide"), names)

    def test_countries_have_their_names_in_the_language(self):
        names = dict(table_of(API / "pages" / "language_german_countries.c"))
        keys = list(names)
        self.assertEqual(keys, sorted(keys, key=str.encode))
        self.assertEqual(keys, [key.lower() for key in keys])
        codes = (SOURCE / "src/query/country_codes_data.c").read_text("utf-8")
        rows = re.findall(r'\{"(..)", "(.+?)", (?:"(.+?)"|NULL)\}', codes)
        self.assertGreater(len(rows), 200)
        for code, name, other in rows:
            known = {names.get(one.lower()) for one in (code, name, other) if one}
            self.assertEqual((len(known), None in known), (1, False), code)
        self.assertEqual((names["de"], names["turkey"], names["united states of america"]),
                         ("Deutschland", "Türkei", "Vereinigte Staaten"))

    def test_quotation_marks_are_those_of_the_language(self):
        for english, german in table_of(TABLES["German"]):
            with self.subTest(english):
                self.assertEqual(german.count("„"), german.count("“"))
                self.assertNotIn("”", german)



# --- messages of the layers below -----------------------------------------------------------------

MESSAGES = {"German": API / "pages" / "language_german_messages.c"}
# Which argument is the sentence; who says what kind of trouble it is says so in argument 1.
MAKERS = {"error_set": 2, "error_set_field": 3, "search_page_ignore": 2}
OWN_MAKERS = {"reader_fail": 1, "fail": 2}  # of queries
# Troubles of ours, of which readers are told no more than that it was logged.
OURS = {"ST_CORRUPT", "ST_INTERNAL", "ST_IO", "ST_NO_MEMORY"}
# All that answers questions; of other layers what they refuse on behalf of readers.
SHOWN = [
    "src/query",
    "src/api",
    "src/http/request.c",
    "src/http/router.c",
    "src/http/server.c",
    "src/http/url.c",
    "src/base/clock.c",
    "src/base/thread_pool.c",
    "src/portal/download_jobs.c",
    "src/portal/subscriptions.c",
]
# Of commands, files of settings and what others publish, which speak English.
UNSHOWN = {"area_import.c", "area_set_file.c", "gbif_predicate.c", "vocabulary.c"}
# What another library says in a gap.
LIBRARIES = {
    "'}' expected",
    "Expected object, got {}",
    "Expected string, got {}",
    "Object item not found: {}",
    "{} near '{}'",
    "{} near end of file",
    "{} object item(s) left unpacked: {}",
    "'[' or '{' expected",
    "':' expected",
    "']' expected",
    "duplicate object key",
    "end of file expected",
    "invalid escape",
    "invalid token",
    "premature end of input",
    "real number overflow",
    "string or '}' expected",
    "too big integer",
    "unexpected token",
}
# What readers cannot mend is told as it is, for whoever is asked to help.
INTERNAL = re.compile(r"^no memory |nested deeper than records may be|^(\{\}|: )+$")
CONVERSION = re.compile(r"%[-+#0 ]*[\d*]*(\.[\d*]+)?(hh|h|ll|l|z|j|t)?[a-zA-Z]")


def sentence_of(argument):
    """With {} for each gap; macros hold the formats of their own."""
    sentence = ""
    for part in argument:
        if part[0] == '"':
            sentence += part[1:]
        elif part.startswith("PRI"):
            sentence = sentence[: sentence.rindex("%")] + "{}"
        else:
            sentence += "{}"
    return CONVERSION.sub("{}", sentence.replace("%%", "\0")).replace("\0", "%")


def messages_of(path):
    """The sentences of a file's errors that readers may be told."""
    tokens = tokens_of(path.read_text(encoding="utf-8"))
    for i, token in enumerate(tokens[:-1]):
        own = token in OWN_MAKERS and path.name.startswith("query_")
        if (own or token in MAKERS) and tokens[i + 1] == "(":
            place = OWN_MAKERS[token] if own else MAKERS[token]
            arguments = split(tokens[i + 2 : closing(tokens, i + 1)])
            if len(arguments) > place and (own or not OURS & set(arguments[1])):
                yield sentence_of(arguments[place])


def is_said_by(sentences, message):
    """Whether it is one, or one of them with some gaps filled."""
    return message in sentences or any(
        len(s) > 4 and re.fullmatch(".*".join(map(re.escape, s.split("{}"))), message)
        for s in sentences
    )


class MessagesTest(unittest.TestCase):
    def table(self, path):
        tokens = tokens_of(path.read_text(encoding="utf-8"))
        literals = [token[1:] for token in tokens if token[0] == '"']
        return dict(zip(literals[::2], literals[1::2]))

    def sources(self, *folders):
        paths = (SOURCE / folder for folder in folders)
        return [f for p in paths for f in (sorted(p.rglob("*.c")) if p.is_dir() else [p])]

    def test_each_sentence_is_still_in_the_sources(self):
        made = set(LIBRARIES)
        words = ""
        for path in self.sources("src"):
            made |= set(messages_of(path))
            words += "\n".join(t[1:] for t in tokens_of(path.read_text("utf-8")) if t[0] == '"')
        words = CONVERSION.sub("{}", words).replace("{}.{}", "{}")
        for language, path in MESSAGES.items():
            table = self.table(path)
            self.assertGreater(len(table), 25)
            for english, other in table.items():
                with self.subTest(language, english=english):
                    parts = [part for part in english.split("{}") if part.strip()]
                    self.assertTrue(
                        is_said_by(made, english) or all(part in words for part in parts)
                    )
                    self.assertEqual(english.count("{}"), other.count("{}"))

    def test_each_message_that_readers_are_told_has_one(self):
        for language, path in MESSAGES.items():
            table = self.table(path)
            for source in self.sources(*SHOWN):
                for message in messages_of(source) if source.name not in UNSHOWN else ():
                    if not INTERNAL.search(message):
                        with self.subTest(language, file=source.name, message=message):
                            self.assertTrue(
                                message in table
                                or any(is_said_by([message], english) for english in table)
                            )


if __name__ == "__main__":
    unittest.main()
