# SPDX-License-Identifier: Apache-2.0
"""The manual is true: the limits it names are those of the headers, the command line it describes
is the program's, and its links lead somewhere."""

import ast
import operator
import os
import pathlib
import re
import subprocess
import unittest

ROOT = pathlib.Path(os.environ.get("VITRINE_SOURCE_DIR") or pathlib.Path(__file__).parents[2])
BINARY = os.environ.get("VITRINE_BINARY", "build/release/vitrine")
UNITS = {"": 1, "KiB": 1 << 10, "MiB": 1 << 20, "GiB": 1 << 30}
OPERATORS = {ast.Mult: operator.mul, ast.Add: operator.add, ast.LShift: operator.lshift}

# Limits of input that a reader of the manual wants to know; internal bounds are not among them.
DOCUMENTED = re.compile(r"(?:LIMIT|QUERY_LIMIT|SEARCH_LIMIT|HTTP_LIMIT|EXPANSION|XML_MOST)_\w+$")
INTERNAL = {"LIMIT_DICTIONARY_TEXT", "LIMIT_LIST_STRING"}


def read(path):
    return (ROOT / path).read_text(encoding="utf-8")


def value_of(expression):
    """A number from C: casts and suffixes left out, then +, * and <<."""
    plain = re.sub(r"\((?:size_t|u?int\d+_t)\)|(?<=\d)[uUlL]+\b", "", expression)

    def walk(node):
        if isinstance(node, ast.BinOp):
            return OPERATORS[type(node.op)](walk(node.left), walk(node.right))
        return node.value

    return walk(ast.parse(plain.strip(), mode="eval").body)


def macros():
    """Name -> (header, expression) of every #define with a value, in the headers of src/."""
    found = {}
    for header in sorted((ROOT / "src").rglob("*.h")):
        text = header.read_text(encoding="utf-8")
        for name, expression in re.findall(r"^#define +(\w+) +([^\n]*?) *(?://.*)?$", text, re.M):
            found[name] = (str(header.relative_to(ROOT / "src")), expression)
    return found


class LimitsTest(unittest.TestCase):
    def rows(self):
        """(macro, header, number) of each row of the manual's tables."""
        rows = re.findall(r"^\| [^|]+ \| ([^|]+) \| `(\w+)`, (\S+) \|$", read("docs/limits.md"),
                          re.M)
        for number, name, header in rows:
            amount, unit = re.fullmatch(r"([\d,]+) ?(\w*)", number).groups()
            yield name, header, int(amount.replace(",", "")) * UNITS[unit]

    def test_rule_a8_the_manual_has_the_numbers_of_the_headers(self):
        known = macros()
        count = 0
        for name, header, number in self.rows():
            with self.subTest(name):
                self.assertEqual(known[name][0], header)
                self.assertEqual(value_of(known[name][1]), number)
                count += 1
        self.assertGreater(count, 25)

    def test_rule_a8_the_limits_are_those_of_the_rule(self):
        """rule A8: key 1 KiB, value 4 MiB, record 16 MiB, 4,000 paths, 10,000 elements, depth
        32."""
        documented = {name: number for name, _, number in self.rows()}
        self.assertEqual([documented[f"LIMIT_{name}"] for name in (
            "KEY_BYTES", "VALUE_BYTES", "RECORD_BYTES", "TABLE_PATHS", "LIST_ELEMENTS", "DEPTH")],
            [1 << 10, 4 << 20, 16 << 20, 4000, 10_000, 32])

    def test_no_limit_of_the_headers_is_missing_in_the_manual(self):
        documented = {name for name, _, _ in self.rows()}
        wanted = {name for name in macros() if DOCUMENTED.match(name)} - INTERNAL
        self.assertEqual(wanted - documented, set())


class CommandLineTest(unittest.TestCase):
    def help(self, *arguments):
        if not os.path.exists(BINARY):
            self.skipTest("the program is not built")
        return subprocess.run([BINARY, *arguments, "--help"], capture_output=True, text=True,
                              timeout=60, check=True).stdout

    def test_every_subcommand_has_its_line(self):
        listed = re.findall(r"^  ([a-z]+) +\S", self.help(), re.M)
        table = read("docs/command-line.md").split("## For all")[0]
        self.assertEqual(re.findall(r"^\| `([a-z]+)` \|", table, re.M), listed)

    def test_every_option_of_ingest_is_explained(self):
        text = read("docs/command-line.md")
        for option in re.findall(r"^  (--[a-z-]+)", self.help("ingest"), re.M):
            if option != "--help":
                with self.subTest(option):
                    self.assertTrue(f"`{option}`" in text or f"`{option} " in text)

    def test_no_option_is_named_that_is_not_there(self):
        known = set()
        for name in re.findall(r"^  ([a-z]+) +\S", self.help(), re.M):
            known.update(re.findall(r"^  (--[a-z-]+)", self.help(name), re.M))
        for page in ("docs/command-line.md", "docs/limits.md", "docs/replay.md"):
            named = set(re.findall(r"`(--[a-z-]+)", read(page)))
            self.assertEqual(named - known - {"--"}, set(), page)

    def test_exit_codes(self):
        text = read("docs/command-line.md")
        for code, word in re.findall(r"(\d) ([a-z ]+)[,.]", self.help().rsplit("Exit codes:")[1]):
            with self.subTest(code):
                self.assertRegex(text, rf"\| {code} \| {word}")


class LinkTest(unittest.TestCase):
    def test_links_between_documents_lead_somewhere(self):
        pages = [*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")]
        self.assertGreater(len(pages), 8)
        for page in pages:
            for target in re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", read(page)):
                if "://" not in target:
                    with self.subTest(page=page.name, target=target):
                        self.assertTrue((page.parent / target).exists())


if __name__ == "__main__":
    unittest.main()
