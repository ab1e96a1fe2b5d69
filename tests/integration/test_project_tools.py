# SPDX-License-Identifier: Apache-2.0
"""The project's own tools: what counts the tests, checks the sources, and starts the demo."""

import ast
import gzip
import os
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

ROOT = os.environ.get("VITRINE_SOURCE_DIR") or os.path.dirname(
    os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
SPDX = "// SPDX-License-Identifier: Apache-2.0\n// What this file is for.\n"


def run(*command, **options):
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=60,
                          stdin=subprocess.DEVNULL, **options)


def write(folder, path, content):
    full = os.path.join(folder, path)
    os.makedirs(os.path.dirname(full), exist_ok=True)
    with open(full, "w", encoding="utf-8") as file:
        file.write(content)
    return full


class InFolder(unittest.TestCase):
    def setUp(self):
        holder = tempfile.TemporaryDirectory()
        self.addCleanup(holder.cleanup)
        self.folder = holder.name


class PicturesTest(unittest.TestCase):
    """The documents' pictures: all there, all told in words, all made by the script, all small."""

    folder = os.path.join(ROOT, "docs", "pictures")

    @staticmethod
    def read(path):
        with open(os.path.join(ROOT, path), encoding="utf-8") as file:
            return file.read()

    def shown(self, path):
        return re.findall(r"!\[([^]]*)\]\((?:docs/)?pictures/([^)]+)\)", self.read(path))

    def test_every_picture_is_in_the_tour_and_told_in_words(self):
        there = set(os.listdir(self.folder))
        tour = self.shown("docs/tour.md")
        self.assertEqual({name for _, name in tour}, there)
        for document in ("docs/tour.md", "docs/pages.md", "README.md"):
            for words, name in self.shown(document):
                self.assertIn(name, there, document)
                self.assertGreater(len(words), 15, f"{document}: {name}")

    def test_the_script_makes_every_picture(self):
        script = self.read("web/e2e/tour.mjs")
        table = script[script.index("const PICTURES"):].split("\n};\n")[0]
        made = {f"{name}.webp" for name in re.findall(r"^  '?([a-z-]+)'?: \{", table, re.M)}
        self.assertEqual(made, set(os.listdir(self.folder)))

    def test_they_are_small(self):
        sizes = [os.path.getsize(os.path.join(self.folder, name))
                 for name in os.listdir(self.folder)]
        self.assertLessEqual(max(sizes), 150_000)
        self.assertLessEqual(sum(sizes), 2_500_000)


class SummaryTest(InFolder):
    def summary(self, **files):
        paths = [write(self.folder, name.replace("_", "."), text) for name, text in files.items()]
        result = run(sys.executable, os.path.join(ROOT, "tools/summarise-tests"), *paths)
        return result.stdout.splitlines()[-1], result.returncode, result.stdout

    @staticmethod
    def junit(*cases):
        rows = [f'<testcase name="{name}" status="{status}"><system-out>{text}</system-out>'
                "</testcase>" for name, status, text in cases]
        return f'<?xml version="1.0"?><testsuite>{"".join(rows)}</testsuite>'

    def test_tap_counts_single_tests_and_skips(self):
        last, code, text = self.summary(
            a_tap="ok 1 - a\nok 2 # SKIP b\nnot ok 3 # SKIP c\n    not ok 1 - nested\n1..3\n")
        self.assertEqual((last, code), ("1 passed, 0 failed, 2 skipped", 0))
        self.assertIn("skipped: b\n", text)

    def test_failure_sets_the_exit_code_and_is_named(self):
        last, code, text = self.summary(a_tap="ok 1 - a\nnot ok 2 - broken thing\n")
        self.assertEqual((last, code), ("1 passed, 1 failed, 0 skipped", 1))
        self.assertIn("broken thing", text)

    def test_program_without_tap_is_one_test(self):
        last, code, _ = self.summary(a_xml=self.junit(("x", "run", "hello"), ("y", "fail", "")))
        self.assertEqual((last, code), ("1 passed, 1 failed, 0 skipped", 1))

    def test_program_that_breaks_after_its_last_test_is_counted(self):
        last, code, _ = self.summary(a_xml=self.junit(("x", "fail", "ok 1 - a\nok 2 - b\n")))
        self.assertEqual((last, code), ("2 passed, 1 failed, 0 skipped", 1))

    def test_program_that_cannot_be_found_is_no_pass(self):
        last, code, _ = self.summary(a_xml=self.junit(("x", "notrun", "")))
        self.assertEqual((last, code), ("0 passed, 1 failed, 0 skipped", 1))

    def test_node_totals_win_over_its_nested_lines(self):
        text = "ok 1 - file\n1..1\n# tests 5\n# pass 3\n# fail 1\n# cancelled 0\n# skipped 1\n"
        last, code, _ = self.summary(a_tap=text)
        self.assertEqual((last, code), ("3 passed, 1 failed, 1 skipped", 1))

    def test_nothing_at_all_is_a_failure(self):
        last, code, _ = self.summary(a_tap="1..0\n")
        self.assertEqual((last, code), ("0 passed, 0 failed, 0 skipped", 1))

    def test_control_characters_in_the_output_do_no_harm(self):
        last, _, _ = self.summary(a_xml=self.junit(("x", "run", "\x1b[1mok\x00\nok 1 - a\n")))
        self.assertEqual(last, "1 passed, 0 failed, 0 skipped")


class TapUnittestTest(InFolder):
    def test_outcomes(self):
        path = write(self.folder, "test_sample.py", """
import unittest
class A(unittest.TestCase):
    def test_1(self): pass
    def test_2(self): self.skipTest("no data")
    def test_3(self): self.fail("x")
    def test_4(self):
        for i in range(3):
            with self.subTest(i=i): self.assertNotEqual(i % 2, 0)
class B(unittest.TestCase):
    @classmethod
    def setUpClass(cls): raise OSError("no server")
    def test_5(self): pass
""")
        result = run(sys.executable, "-B", os.path.join(ROOT, "tools/tap-unittest"), path)
        lines = [line for line in result.stdout.splitlines() if not line.startswith("#")]
        self.assertEqual([re.sub(r" - .*(# SKIP .*)|( -).*", r" \1", line).strip()
                          for line in lines],
                         ["ok 1", "ok 2 # SKIP no data", "not ok 3", "not ok 4", "not ok 5",
                          "1..5"])
        self.assertEqual(result.returncode, 1)

    def test_file_without_tests_fails(self):
        path = write(self.folder, "test_none.py", "")
        result = run(sys.executable, "-B", os.path.join(ROOT, "tools/tap-unittest"), path)
        self.assertEqual(result.returncode, 1)


class ChecksrcTest(InFolder):
    def setUp(self):
        super().setUp()
        os.makedirs(os.path.join(self.folder, "tools"))
        for name in ("checksrc", "checksrc.allow"):
            shutil.copy(os.path.join(ROOT, "tools", name), os.path.join(self.folder, "tools"))
        write(self.folder, "tools/checksrc.allow", "")

    def faults(self, path, text):
        write(self.folder, path, text)
        result = run(sys.executable, os.path.join(self.folder, "tools/checksrc"))
        self.assertEqual(result.returncode, 1 if result.stdout else 0, result.stderr)
        return re.findall(r"\((\S+)\)$", result.stdout, re.MULTILINE)

    def test_each_rule_speaks_up(self):
        long_body = "    i++;\n" * 100
        cases = {
            "clean": ("src/base/a.c", SPDX + "int a;\n", []),
            "no licence": ("src/base/a.c", "// Purpose.\nint a;\n", ["spdx", "purpose"]),
            "no purpose": ("src/base/a.c", SPDX.split("\n", 1)[0] + "\nint a;\n", ["purpose"]),
            "upward": ("src/store/a.c", SPDX + '#include "query/b.h"\n', ["layer"]),
            "http knows no store": ("src/http/a.c", SPDX + '#include "store/b.h"\n', ["layer"]),
            "downward": ("src/query/a.c", SPDX + '#include "store/b.h"\n', []),
            "bare include": ("src/base/a.c", SPDX + '#include "b.h"\n', ["include"]),
            "unknown layer": ("src/util/a.c", SPDX, ["layer"]),
            "banned": ("src/base/a.c", SPDX + "int b(void) { return atoi(c); }\n", ["banned"]),
            "banned in a comment": ("src/base/a.c", SPDX + "// no atoi(x)\n", []),
            "banned in a string": ("src/base/a.c", SPDX + 'char *a = "atoi(x)";\n', []),
            "own name": ("src/base/a.c", SPDX + "int b = json_atoi(c);\n", []),
            "tab": ("src/base/a.c", SPDX + "\tint a;\n", ["tab"]),
            "blanks": ("src/base/a.c", SPDX + "int a; \n", ["trailing"]),
            "no line end": ("src/base/a.c", SPDX + "int a;", ["trailing"]),
            "wide": ("src/base/a.c", SPDX + "// " + "x" * 98 + "\n", ["columns"]),
            "unfinished": ("src/base/a.c", SPDX + "// TO" + "DO\n", ["unfinished"]),
            "long function": ("src/base/a.c", SPDX + "int f(int i)\n{\n" + long_body + "}\n",
                              ["function-length"]),
            "long file": ("src/base/a.c", SPDX + "int a;\n" * 1200, ["file-length"]),
            "no guard": ("src/base/a.h", SPDX + "int a;\n", ["guard"]),
            "header leans on others": ("src/base/a.h", SPDX + "#pragma once\nsize_t f(void);\n",
                                       ["header"]),
        }
        for name, (path, text, expected) in cases.items():
            with self.subTest(name):
                self.assertEqual(self.faults(path, text), expected)
            shutil.rmtree(os.path.join(self.folder, "src"))

    def test_allowed_exception_needs_a_reason_and_a_use(self):
        text = SPDX + "int a;\n" * 1200
        write(self.folder, "tools/checksrc.allow", "src/base/a.c file-length a generated table\n")
        self.assertEqual(self.faults("src/base/a.c", text), [])
        write(self.folder, "src/base/a.c", SPDX)
        result = run(sys.executable, os.path.join(self.folder, "tools/checksrc"))
        self.assertIn("no longer needed", result.stdout)

    def test_cmake_links_what_checksrc_allows(self):
        with open(os.path.join(ROOT, "tools/checksrc"), encoding="utf-8") as file:
            source = file.read()
        below = ast.literal_eval(re.search(r"^BELOW = (\{.*?^\})", source, re.M | re.S).group(1))
        with open(os.path.join(ROOT, "cmake/VitrineLayers.cmake"), encoding="utf-8") as file:
            links = dict(re.findall(r"^set\(vitrine_uses_(\w+) (.*)\)$", file.read(), re.M))
        self.assertEqual({layer: set(lower) for layer, lower in below.items()},
                         {layer: set(lower.replace('"', "").split())
                          for layer, lower in links.items()})


class DemoTest(InFolder):
    def demo(self, *arguments):
        return run(os.path.join(ROOT, "demo"), *arguments)

    def test_help_names_the_options(self):
        result = self.demo("--help")
        self.assertEqual(result.returncode, 0)
        for option in ("--port", "--data", "--no-serve"):
            self.assertIn(option, result.stdout)

    def test_wrong_usage_is_told_at_once(self):
        for arguments in (["--prot", "1"], ["--port"], ["--port", "http"], ["somewhere"]):
            with self.subTest(arguments):
                self.assertEqual(self.demo(*arguments).returncode, 2)

    def test_folder_of_somebody_else_is_left_alone(self):
        write(self.folder, "mine/notes.txt", "keep")
        result = self.demo("--no-serve", "--data", os.path.join(self.folder, "mine"))
        self.assertEqual(result.returncode, 1)
        self.assertIn("was not made by this script", result.stderr)
        self.assertEqual(os.listdir(os.path.join(self.folder, "mine")), ["notes.txt"])


class EmbedTest(InFolder):
    def test_embedded_files_come_back_byte_for_byte(self):
        binary = os.environ.get("VITRINE_BINARY")
        embed = os.path.join(os.path.dirname(binary), "embed") if binary else None
        if embed is None or not os.path.exists(embed):
            self.skipTest("no build folder is named by VITRINE_BINARY")
        contents = {
            "index.html": b'<p>"q"\\ ??= \xc3\xa9 1\x012\x00</p>\r\n',
            "a/all.bin": bytes(range(256)) * 5,
            "a/empty.txt": b"",
            "b.js": b"let a = 1;\n" * 1000,
        }
        dist = os.path.join(self.folder, "dist")
        for name, content in contents.items():
            os.makedirs(os.path.dirname(os.path.join(dist, name)), exist_ok=True)
            with open(os.path.join(dist, name), "wb") as file:
                file.write(content)
        reader = write(self.folder, "reader.c", """
#include "api/web_assets.h"
#include <stdio.h>
int main(void)
{
    for (size_t i = 0; i < web_assets_count; i++) {
        const struct web_asset *a = &web_assets[i];
        printf("%s|%s|%s|", a->path, a->media_type, a->etag);
        for (size_t k = 0; k < a->length; k++) { printf("%02x", a->bytes[k]); }
        printf("|");
        for (size_t k = 0; k < a->gzip_length; k++) { printf("%02x", a->gzip_bytes[k]); }
        printf("\\n");
    }
}
""")
        source, program = (os.path.join(self.folder, name) for name in ("assets.c", "reader"))
        for folder, expected in ((dist, contents), (os.path.join(self.folder, "missing"), {})):
            self.assertEqual(run(embed, folder, source).returncode, 0)
            built = run("gcc", "-I" + os.path.join(ROOT, "src"), reader, source, "-o", program)
            self.assertEqual(built.returncode, 0, built.stderr)
            rows = [line.split("|") for line in run(program).stdout.splitlines()]
            self.assertEqual([row[0] for row in rows], sorted(expected))
            for path, media_type, etag, plain, packed in rows:
                self.assertEqual(bytes.fromhex(plain), expected[path])
                self.assertRegex(etag, r'^"[0-9a-f]{32}"$')
                if packed:
                    self.assertEqual(gzip.decompress(bytes.fromhex(packed)), expected[path])
                if path == "b.js":
                    self.assertEqual(media_type, "text/javascript; charset=utf-8")
                    self.assertTrue(packed)


if __name__ == "__main__":
    unittest.main()
