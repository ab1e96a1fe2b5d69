# SPDX-License-Identifier: Apache-2.0
"""libvitrine as it is installed: into a prefix of its own, found through pkg-config, the examples
compiled against it and run; what it shows, and that C++ takes its headers."""

import os
import pathlib
import re
import shutil
import subprocess
import tempfile
import unittest

SOURCE = pathlib.Path(os.environ["VITRINE_SOURCE_DIR"])
BUILD = pathlib.Path(os.environ["VITRINE_BINARY"]).resolve().parent
HEADERS = sorted((SOURCE / "include" / "vitrine").glob("*.h"))
EXAMPLES = sorted((SOURCE / "examples").glob("*.c"))


def declared():
    """Every function that the headers declare."""
    found = set()
    for header in HEADERS:
        text = re.sub(r"//[^\n]*", "", header.read_text())
        for declaration in re.findall(r"VITRINE_(?:API|CHECKED)\b([^;]*);", text):
            found.update(re.findall(r"\b(vitrine_\w+)\s*\(", declaration)[:1])
    return found


class InstalledLibrary(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        if not (BUILD / "libvitrine.a").exists() or shutil.which("pkg-config") is None:
            raise unittest.SkipTest("this build has no libvitrine, or there is no pkg-config")
        cls.folder = tempfile.TemporaryDirectory(prefix="vitrine-installed-")
        cls.prefix = pathlib.Path(cls.folder.name) / "a prefix"
        cls.work = pathlib.Path(cls.folder.name) / "work"
        cls.work.mkdir()
        done = subprocess.run(["cmake", "--install", BUILD, "--prefix", cls.prefix],
                              capture_output=True, text=True)
        if done.returncode != 0:
            raise AssertionError(done.stdout + done.stderr)
        cls.pc = next(cls.prefix.rglob("vitrine.pc"))
        cls.libraries = cls.pc.parent.parent

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def run_tool(self, *command, **options):
        environment = {**os.environ, "PKG_CONFIG_PATH": str(self.pc.parent),
                       "LD_LIBRARY_PATH": str(self.libraries)}
        done = subprocess.run([str(c) for c in command], capture_output=True, text=True,
                              env=environment, **options)
        self.assertEqual(done.returncode, 0, f"{command}: {done.stdout}{done.stderr}")
        return done.stdout

    def flags(self, *options):
        # A prefix with a blank in it is escaped as a shell would read it.
        text = self.run_tool("pkg-config", *options, "vitrine")
        return [word.replace("\\", "") for word in re.findall(r"(?:\\.|\S)+", text)]

    def private_libraries(self):
        """What the archive itself needs, as shared libraries: Debian has not all of them static."""
        text = self.pc.read_text()
        modules = re.search(r"^Requires.private: (.*)$", text, re.M).group(1).split()
        return self.run_tool("pkg-config", "--libs", *modules).split() + \
            re.search(r"^Libs.private: (.*)$", text, re.M).group(1).split()

    def compile(self, source, name, libraries):
        program = self.work / name
        self.run_tool("cc", "-std=c17", "-Wall", "-Wextra", "-Wpedantic", "-Werror",
                      *self.flags("--cflags"), source, *libraries, "-o", program)
        return program

    def test_the_tree_is_complete(self):
        for part in ("bin/vitrine", "include/vitrine/vitrine.h", "share/man/man1/vitrine.1",
                     "share/man/man3/vitrine.3"):
            self.assertTrue((self.prefix / part).is_file(), part)
        installed = sorted(h.name for h in (self.prefix / "include/vitrine").iterdir())
        self.assertEqual(installed, [h.name for h in HEADERS])
        version = self.run_tool("pkg-config", "--modversion", "vitrine").strip()
        self.assertRegex(version, r"^\d+\.\d+\.\d+$")
        self.assertTrue((self.libraries / f"libvitrine.so.{version}").is_file())

    def test_only_declared_functions_are_seen(self):
        names = declared()
        self.assertGreater(len(names), 60)
        for library, option in (("libvitrine.so", "-D"), ("libvitrine.a", "-g")):
            out = self.run_tool("nm", option, "--defined-only", self.libraries / library)
            # Address, kind, name; "A" is the version node.
            lines = [line.split() for line in out.split("\n") if len(line.split()) == 3]
            shown = {name.split("@")[0] for _, kind, name in lines if kind != "A"}
            self.assertEqual(shown, names, library)

    def test_the_manual_names_every_function(self):
        manual = (self.prefix / "share/man/man3/vitrine.3").read_text()
        self.assertEqual([name for name in sorted(declared()) if name not in manual], [])
        self.assertNotIn("VITRINE_API", manual)

    def test_every_header_stands_alone_in_c_and_cplusplus(self):
        compilers = [["cc", "-std=c17", "-x", "c"]]
        for name in ("g++", "clang++"):
            if shutil.which(name):
                compilers.append([name, "-std=c++17", "-x", "c++"])
        for header in HEADERS:
            for compiler in compilers:
                with self.subTest(header=header.name, compiler=compiler[0]):
                    self.run_tool(*compiler, "-Wall", "-Wextra", "-Wpedantic", "-Werror",
                                  "-fsyntax-only", *self.flags("--cflags"), "-",
                                  input=f"#include <vitrine/{header.name}>\n")

    def test_examples(self):
        self.assertEqual([e.stem for e in EXAMPLES], ["export", "moments", "search"])
        for kind, libraries in (("shared", self.flags("--libs")),
                                ("static", [self.libraries / "libvitrine.a",
                                            *self.private_libraries()])):
            with self.subTest(kind=kind):
                programs = {e.stem: self.compile(e, f"{e.stem}-{kind}", libraries)
                            for e in EXAMPLES}
                self.use(programs, self.work / f"store-{kind}")

    def use(self, programs, store):
        out = self.run_tool(programs["moments"], store)
        self.assertIn("commit 1: 2 added, 0 changed\ncommit 2: 0 added, 1 changed\n", out)
        self.assertRegex(out, r'as of commit 1: .*"sex":"male"')
        self.assertRegex(out, r'as of commit 2: .*"sex":"female"')
        out = self.run_tool(programs["search"], store, "", "genus=apis", "--facet", "sex")
        self.assertRegex(out, r'^1 records\n\{.*"BM 1".*\n\nsex\n +1  female\n$')
        out = self.run_tool(programs["export"], store)
        self.assertEqual([line[:23] for line in out.splitlines()],
                         ['{"catalogNumber":"BM 1"', '{"catalogNumber":"BM 2"'])
        out = self.run_tool(programs["export"], store, 1, 2)
        self.assertRegex(out, r'^changed bees/BM 1\n  - .*"male".*\n  \+ .*"female".*\n$')
        failed = subprocess.run([programs["search"], self.work / "none", "x"],
                                capture_output=True, text=True,
                                env={**os.environ, "LD_LIBRARY_PATH": str(self.libraries)})
        self.assertEqual(failed.returncode, 1)
        self.assertIn("there is no store in", failed.stderr)

    def test_a_portals_data_folder_opens_as_it_is(self):
        data = self.work / "data"
        self.run_tool(self.prefix / "bin/vitrine", "init", "--data", data)
        program = self.compile(SOURCE / "examples" / "search.c", "search-portal",
                               self.flags("--libs"))
        self.assertEqual(self.run_tool(program, data, "anything"), "0 records\n")


if __name__ == "__main__":
    unittest.main()
