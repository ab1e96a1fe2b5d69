# SPDX-License-Identifier: Apache-2.0
"""What goes wrong around the data: folders that are none, files that may not grow, pipes nobody
writes to, odd names. One line says what to do, the exit code is docs/command-line.md's, nothing is
lost."""

import json
import os
import resource
import subprocess
import unittest

import portal

FAILED, USAGE, BAD_INPUT = 1, 2, 3
NOBODY = 65534
ODD = "no\nsuch\x1b[31m\x9b\ttable"


class RoughUse(portal.PortalTest):
    def told(self, done, code):
        """The one line, without the program's name."""
        self.assertEqual(done.returncode, code, done.stderr)
        self.assertRegex(done.stderr, r"^vitrine: [^\n]+\n$")
        return done.stderr[len("vitrine: "):-1]

    def refused(self, code, words, *arguments, **options):
        line = self.told(self.vitrine(*arguments, timeout=60, **options), code)
        self.assertIn(words, line)

    def test_a_data_folder_that_is_a_file(self):
        file = self.write("file", "")
        for folder, words in ((file, "is a file; name a data folder with --data"),
                              (file / "below", "lies below a file")):
            self.data = folder
            for arguments in (["init"], ["search"], ["ingest", "--dataset", "x", file], ["verify"],
                              ["serve"], ["log"]):
                with self.subTest(arguments=arguments, folder=folder.name):
                    self.refused(FAILED, words, *arguments)
        self.assertEqual(file.read_bytes(), b"")

    @unittest.skipUnless(os.geteuid() == 0, "only root can ask as another user")
    def test_a_data_folder_of_somebody_else(self):
        self.folder.chmod(0o755)
        self.data.chmod(0o700)
        try:
            done = subprocess.run([portal.BINARY, "search", "--data", str(self.data)], text=True,
                                  capture_output=True, timeout=60, user=NOBODY, group=NOBODY,
                                  check=False)
        except OSError as trouble:
            self.skipTest(f"the program cannot be run as another user: {trouble}")
        self.assertIn("may not look into it", self.told(done, FAILED))

    def test_a_second_init(self):
        before = self.store_files()
        self.refused(FAILED, "already; use it, or name another folder", "init")
        self.assertEqual(self.store_files(), before)

    def test_a_damaged_manifest_and_log(self):
        for name in ("manifest", "log"):
            path = self.data / "store" / name
            whole = path.read_bytes()
            path.write_bytes(b"")
            rows = self.write("a.csv", "id\n1\n")
            for command in (["search"], ["ingest", "--dataset", "x", rows]):
                self.refused(FAILED, "go back to a backup of the data folder", *command)
            path.write_bytes(whole)
        self.verify()

    def test_files_that_may_not_grow(self):
        """A limit of the shell (ulimit -f) is told as a full disk is, and kills nothing."""
        self.ingest("--dataset", "bees", "--key", "id", self.write("one.csv", "id,note\n1,one\n"))
        before = self.store_files()
        rows = "".join(f"{i},{i * 7919 % 10007} and more\n" for i in range(20000))
        path = self.write("many.csv", "id,note\n" + rows)
        for most in (0, 100, 4096, 100_000):
            with self.subTest(most):
                done = subprocess.run(
                    [portal.BINARY, "ingest", "--data", str(self.data), "--dataset", "bees",
                     str(path)], capture_output=True, text=True, timeout=60, check=False,
                    preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (most, most)))
                self.assertEqual(done.returncode, FAILED, done.stderr)
                self.assertEqual(len(done.stderr.splitlines()), 1, done.stderr)
                self.verify()
                self.assertEqual(self.store_files(), before)

    def test_a_pipe_that_nobody_writes_to(self):
        pipe = self.folder / "pipe"
        os.mkfifo(pipe)
        for code, *arguments in ((BAD_INPUT, "ingest", "--dataset", "x", pipe),
                                 (FAILED, "lists", pipe), (FAILED, "replay", pipe),
                                 (FAILED, "areas", "import", pipe, "--set", "x"),
                                 (FAILED, "erase", "--replay", pipe)):
            with self.subTest(arguments):
                self.refused(code, "write what a pipe gives to a file first", *arguments)

    def test_what_a_pipe_gives_is_not_taken_for_nothing(self):
        done = subprocess.run([portal.BINARY, "lists", "--data", str(self.data), "/dev/stdin"],
                              input="1\n", capture_output=True, text=True, timeout=60, check=False)
        self.assertIn("write what a pipe gives to a file first", self.told(done, FAILED))

    def test_what_is_quoted_keeps_to_the_line(self):
        self.ingest("--dataset", "bees", "--key", "id", self.write("one.csv", "id,note\n1,one\n"))
        for code, arguments in ((BAD_INPUT, ["ingest", "--dataset", "x", ODD]),
                                (USAGE, ["search", f"{ODD}=x"]),
                                (FAILED, ["dataset", "show", ODD]),
                                (FAILED, ["show", "bees", ODD])):
            with self.subTest(arguments):
                line = self.told(self.vitrine(*arguments), code)
                self.assertRegex(line, r"^[^\x00-\x1f\x7f-\x9f]+$")
                told = json.loads(self.vitrine(*arguments, "--json").stdout)
                self.assertIn(ODD, told["detail"])


if __name__ == "__main__":
    portal.main()
