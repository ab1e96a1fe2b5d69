# SPDX-License-Identifier: Apache-2.0
"""A data folder that cannot be written can still be searched, shown, compared, verified and served;
what would change it says so."""

import json
import os
import subprocess
import unittest
import urllib.request

import portal

FAILED = 1
NOBODY = 65534
BEES = "occurrenceID,scientificName,sex\nb1,Apis mellifera,male\n,Apis,\n"


class ReadOnlyTest(portal.PortalTest):
    def setUp(self):
        super().setUp()
        self.path = self.write("bees.csv", BEES + "".join(f"c{n},Apis,\n" for n in range(60)))
        self.ingest("--dataset", "bees", "--key", "occurrenceID", self.path)
        self.folder.chmod(0o755)
        self.lock(self.data, 0o555, 0o444)
        self.addCleanup(self.lock, self.data, 0o755, 0o644)
        if self.as_reader("version").returncode != 0 or os.access(self.data, os.W_OK) and \
                os.geteuid() != 0:
            self.skipTest("no user here for whom the folder cannot be written")

    @staticmethod
    def lock(folder, folder_mode, file_mode):
        for path in [folder, *folder.rglob("*")]:
            path.chmod(folder_mode if path.is_dir() else file_mode)

    @staticmethod
    def command(*arguments):
        """As somebody who is not root, for whom modes count."""
        other = {"user": NOBODY, "group": NOBODY} if os.geteuid() == 0 else {}
        return [portal.BINARY, *map(str, arguments)], other

    def as_reader(self, *arguments):
        command, other = self.command(*arguments)
        try:
            return subprocess.run([*command, "--data", self.data], capture_output=True, text=True,
                                  timeout=60, check=False, cwd="/", **other)
        except (PermissionError, OSError) as trouble:
            self.skipTest(f"the program cannot be run as another user: {trouble}")

    def test_what_asks_answers(self):
        for arguments, words in ((["search", "mellifera"], "b1"), (["show", "bees", "b1"], "male"),
                                 (["dataset", "list"], "bees"), (["log"], "ingest"),
                                 (["diff", "bees", "--from", "1971"], "61 added"),
                                 (["dataset", "show", "bees"], "bees"), (["verify"], "")):
            with self.subTest(arguments):
                if arguments[0] == "log":
                    words = "bees"
                done = self.as_reader(*arguments)
                self.assertEqual(done.returncode, 0, done.stderr)
                self.assertIn(words, done.stdout + done.stderr)

    def test_it_is_served_with_its_datasets_found(self):
        command, other = self.command("serve", "--data", self.data, "--listen", "127.0.0.1:0")
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                              text=True, cwd="/", **other) as server:
            try:
                line = server.stdout.readline()
                while line and "http://" not in line:
                    line = server.stdout.readline()
                address = "http://" + line.split("http://")[1].split()[0].rstrip("/")
                with urllib.request.urlopen(address + "/api/v1/datasets?q=bees") as answer:
                    self.assertIn("bees", json.dumps(json.load(answer)))
            finally:
                server.terminate()

    def test_what_would_change_it_says_so(self):
        plan = self.write("plan.jsonl", '{"at": "2999", "dataset": "bees", "metadata": {}}\n')
        for arguments in (["ingest", "--dataset", "bees", self.path], ["revert", "2"],
                          ["dataset", "set", "bees", "{}"], ["replay", plan],
                          ["correct", "bees", "b1", "sex=female"]):
            with self.subTest(arguments):
                done = self.as_reader(*arguments)
                self.assertEqual((done.returncode, done.stdout), (FAILED, ""))
                self.assertIn("the data folder cannot be written, so nothing was changed",
                              done.stderr)


if __name__ == "__main__":
    unittest.main()
