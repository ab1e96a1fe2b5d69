# SPDX-License-Identifier: Apache-2.0
"""The command line beside other programs: the progress bar on a terminal and nowhere else,
Ctrl-C, broken pipes, completion in the shells."""

import fcntl
import os
import pty
import re
import select
import shutil
import signal
import struct
import subprocess
import termios
import time
import unittest

import portal

ERASE = "\r\x1b[K"


class Terminal:
    """A pseudo-terminal to be a program's standard error."""

    def __init__(self, columns=80):
        self.master, self.slave = pty.openpty()
        fcntl.ioctl(self.slave, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
        self.text = ""

    def read(self, seconds):
        """Adds what comes within that time, at most; False when nothing came."""
        ready, _, _ = select.select([self.master], [], [], seconds)
        if ready:
            self.text += os.read(self.master, 1 << 16).decode("utf-8", "replace")
        return bool(ready)

    def wait_for(self, words, seconds=60):
        end = time.monotonic() + seconds
        while words not in self.text:
            if time.monotonic() > end:
                raise AssertionError(f"no '{words}' in {self.text!r}")
            self.read(0.5)

    def close(self):
        while self.read(0):
            pass
        os.close(self.master)
        os.close(self.slave)


class TerminalTest(portal.PortalTest):
    def large_file(self, rows=300_000):
        path = self.folder / "large.csv"
        with open(path, "w", encoding="utf-8") as file:
            file.write("occurrenceID,catalogNumber,scientificName,country,remarks\n")
            for i in range(rows):
                file.write(f"id{i * 7919 % 1_500_007:07d},CAT-{i},Apis species{i % 977},"
                           f"Country {i % 191},found under a stone in {i % 150 + 1850}\n")
        return path

    def large_archive(self, rows=200_000, elements=8):
        """Core and extension in different orders, so that they are sorted first."""
        path = self.folder / "archive"
        path.mkdir()
        (path / "meta.xml").write_text(
            '<archive><core rowType="Occurrence" fieldsTerminatedBy=","><files><location>o.csv'
            '</location></files><id index="0"/><field index="1" term="v"/></core><extension '
            'rowType="Multimedia" fieldsTerminatedBy=","><files><location>m.csv</location></files>'
            '<coreid index="0"/><field index="1" term="w"/></extension></archive>')
        with open(path / "o.csv", "w", encoding="ascii") as file:
            file.writelines(f"{n * 104_729 % rows},value {n}\n" for n in range(rows))
        with open(path / "m.csv", "w", encoding="ascii") as file:
            file.writelines(f"{n * 7919 % rows},value {n}\n" for n in range(rows * elements))
        return path

    def command(self, *arguments):
        return [portal.BINARY, arguments[0], "--data", str(self.data), *map(str, arguments[1:])]

    def start(self, terminal, *arguments):
        process = subprocess.Popen(self.command(*arguments), stdout=subprocess.PIPE, text=True,
                                   stdin=subprocess.DEVNULL, stderr=terminal.slave)
        self.addCleanup(process.stdout.close)
        return process

    def finish(self, process, terminal):
        """Reads on, or the program would wait for the terminal; gives its output."""
        end = time.monotonic() + 120
        while process.poll() is None and time.monotonic() < end:
            terminal.read(0.05)
        output = process.stdout.read()
        process.wait(timeout=5)
        terminal.close()
        return output


class ProgressTest(TerminalTest):
    LINE = re.compile(r"(\w+) +\[(#*)(\.*)\] +(\d+) % +(\d+) rows +(\d+) rows/s(?:  (.*) left)?$")

    def progress_of(self, columns, path):
        terminal = Terminal(columns)
        process = self.start(terminal, "ingest", "--json", "--dataset", "large", path)
        output = self.finish(process, terminal)
        self.assertEqual(process.returncode, 0)
        self.assertNotIn("\x1b", output)
        self.assertTrue(terminal.text.endswith(ERASE), "the line is taken away at the end")
        return terminal.text.split(ERASE)[1:-1]

    def test_a_terminal_shows_rows_speed_and_time_left(self):
        lines = [self.LINE.match(line) for line in self.progress_of(80, self.large_file(600_000))]
        self.assertGreater(len(lines), 0)
        self.assertTrue(all(lines))
        self.assertLessEqual({line[1] for line in lines}, {"keys", "reading", "comparing"})
        self.assertEqual({len(line[2]) + len(line[3]) for line in lines}, {12})
        self.assertTrue(any(re.fullmatch(r"\d+ s", line[7] or "") for line in lines))
        for phase in ("keys", "reading", "comparing"):
            rows = [int(line[5]) for line in lines if line[1] == phase]
            self.assertEqual(rows, sorted(rows))
            self.assertTrue(all(0 < count <= 600_000 for count in rows))
        self.assertTrue(all(int(line[4]) <= 100 for line in lines))

    def test_an_archive_that_is_sorted_shows_it(self):
        lines = self.progress_of(80, self.large_archive())
        self.assertGreater(len(lines), 0)
        sorting = [self.LINE.match(line) for line in lines if line.startswith("sorting")]
        self.assertTrue(all(sorting))
        self.assertTrue(all(re.match(r"\w+ +\d+ rows +\d+ rows/s$", line) for line in lines
                            if not line.startswith("sorting")), lines)

    def test_the_line_keeps_to_a_narrow_terminal(self):
        lines = self.progress_of(30, self.large_file(600_000))
        self.assertGreater(len(lines), 0)  # how many, the machine's speed decides
        self.assertEqual({len(line) for line in lines}, {29})

    def test_no_progress_without_a_terminal(self):
        done = self.vitrine("ingest", "--dataset", "large", self.large_file())
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.assertNotIn("\x1b", done.stdout)


class SignalTest(TerminalTest):
    def check_unchanged(self, before):
        self.assertEqual(self.store_files(), before)
        self.verify()

    def interrupt(self, number, wait_for, path=None):
        before = self.store_files()
        terminal = Terminal()
        path = path or self.large_file(600_000)
        process = self.start(terminal, "ingest", "--dataset", "large", path)
        while wait_for not in terminal.text and process.poll() is None:
            terminal.read(0.05)
        if process.poll() is not None:
            self.skipTest(f"it was over before it came to '{wait_for}'")
        process.send_signal(number)
        output = self.finish(process, terminal)
        self.assertEqual((process.returncode, output), (1, ""))
        self.assertIn("stopping; once more stops at once", terminal.text)
        self.assertIn("was cancelled", terminal.text)
        self.check_unchanged(before)
        self.assertEqual(list((self.data / "store" / "work").iterdir()), [])

    def test_ctrl_c_ends_an_ingest_and_nothing_is_changed(self):
        self.interrupt(signal.SIGINT, "comparing")
        after = self.ingest("--dataset", "large", self.folder / "large.csv")
        self.assertEqual((after["added"], after["commit"]), (600_000, 2))

    def test_ctrl_c_while_the_key_is_looked_for(self):
        self.interrupt(signal.SIGINT, "keys")

    def test_ctrl_c_while_an_archive_is_sorted(self):
        self.interrupt(signal.SIGINT, "sorting", self.large_archive())

    def test_sigterm_ends_it_alike(self):
        self.interrupt(signal.SIGTERM, "comparing")

    def test_ctrl_c_twice_ends_it_at_once(self):
        """Where it does not ask for a while the second signal ends the process; what it left is
        cleared by the next."""
        before = self.store_files()
        path = self.folder / "huge.csv"
        with open(path, "wb") as file:
            file.write(b"occurrenceID,remarks\n")
            for _ in range(300):
                file.write(b"id1,found under a stone, and again under another one\n" * 20_000)
        terminal = Terminal()
        process = self.start(terminal, "ingest", "--dataset", "huge", path)
        self.wait_until_caught(process, signal.SIGINT)
        process.send_signal(signal.SIGINT)
        terminal.wait_for("stopping")
        process.send_signal(signal.SIGINT)
        self.finish(process, terminal)
        if process.returncode == 1:
            self.skipTest("it stopped by itself before the second signal")
        self.assertEqual(process.returncode, -signal.SIGINT)
        self.ingest("--dataset", "bees", self.write("bees.csv", "id,n\n1,2\n"))
        self.assertEqual(self.run_ok("log", "--limit", "0", "--json").count("\n"), 2)
        self.assertEqual(list((self.data / "store" / "work").iterdir()), [])
        self.assertNotEqual(self.store_files(), before)
        self.verify()

    def wait_until_caught(self, process, number):
        end = time.monotonic() + 30
        while time.monotonic() < end:
            with open(f"/proc/{process.pid}/status", encoding="ascii") as status:
                caught = int(re.search(r"^SigCgt:\s*(\S+)", status.read(), re.MULTILINE)[1], 16)
            if caught >> (number - 1) & 1:
                return
            time.sleep(0.001)
        self.fail("the signal is not caught")


class PipeTest(TerminalTest):
    def setUp(self):
        super().setUp()
        rows = "".join(f"{i},{'x' * 300}\n" for i in range(3000))
        self.ingest("--dataset", "many", self.write("many.csv", "id,remarks\n" + rows))

    def shell(self, line):
        return subprocess.run(["bash", "-c", line], capture_output=True, text=True, timeout=60,
                              check=False, env={**os.environ, "VITRINE_DATA": str(self.data),
                                                "V": portal.BINARY})

    def test_a_reader_that_goes_away_is_no_fault_to_tell(self):
        for command in ("search --limit 1000", "search --json --limit 1000",
                        "diff many --from 1971", "diff --json many --from 1971"):
            for before in ("", "trap '' PIPE; "):
                with self.subTest(before + command):
                    done = self.shell(f'{before}"$V" {command} | head -c 1')
                    self.assertEqual((done.returncode, done.stderr, len(done.stdout)), (0, "", 1))

    def test_an_output_that_cannot_be_written_is(self):
        if not os.path.exists("/dev/full"):
            self.skipTest("there is no /dev/full")
        for command in ("search", "log", "dataset list", "diff many --from 1971", "verify",
                        "version", "completion", "show many 1", "verify --json"):
            with self.subTest(command):
                done = self.shell(f'"$V" {command} >/dev/full')
                self.assertEqual(done.returncode, 1)
                self.assertEqual(done.stderr, "vitrine: the output could not be written\n")


class CompletionTest(unittest.TestCase):
    """The scripts are made from the tables that the parser reads: nothing may be missing."""

    def vitrine(self, *arguments):
        done = subprocess.run([portal.BINARY, *arguments], capture_output=True, text=True,
                              timeout=60, check=False)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        return done.stdout

    def subcommands(self):
        """Subcommand -> its options, as the help tells them."""
        names = re.findall(r"^  ([a-z]+) +\S", self.vitrine("--help"), re.MULTILINE)
        return {name: re.findall(r"^  --([a-z-]+)", self.vitrine(name, "--help"), re.MULTILINE)
                for name in names}

    def script(self, shell):
        """The script in a file, checked by the shell itself, in a folder with three files."""
        folder = portal.pathlib.Path(portal.tempfile.mkdtemp(prefix="vitrine-test-"))
        self.addCleanup(shutil.rmtree, folder, ignore_errors=True)
        path = folder / f"completion.{shell}"
        path.write_text(self.vitrine("completion", shell))
        (folder / "data-folder").mkdir()
        (folder / "data.csv").write_text("")
        return path

    def test_every_subcommand_and_option_is_in_each_script(self):
        for shell, option in (("bash", "--{}[ ']"), ("zsh", r"--{}(=?\[)"), ("fish", "-l {} ")):
            script = self.vitrine("completion", shell)
            for name, options in self.subcommands().items():
                part = {"bash": rf"^ *{name}\) words=.*$", "fish": rf"^.*_from {name}'.*$",
                        "zsh": rf"^ *{name}\)\n(?: .*\n)+? *;;$"}[shell]
                lines = "\n".join(re.findall(part, script, re.MULTILINE))
                self.assertIn(name, script)
                for wanted in options:
                    with self.subTest(shell=shell, subcommand=name, option=wanted):
                        self.assertRegex(lines, option.format(wanted))

    def complete_in_bash(self, line):
        path = self.script("bash")
        words = line.split(" ")
        quoted = " ".join(f"'{word}'" for word in words)
        code = (f"source {path}; cd {path.parent}; COMP_WORDS=({quoted}); "
                f"COMP_CWORD={len(words) - 1}; _vitrine; printf '%s\\n' \"${{COMPREPLY[@]}}\"")
        done = subprocess.run(["bash", "--norc", "-c", code], capture_output=True, text=True,
                              timeout=60, check=False)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        return done.stdout.split()

    CASES = [
        ("vitrine in", ["ingest", "init"]),
        ("vitrine ingest --allow-", ["--allow-duplicates", "--allow-erased", "--allow-removals"]),
        ("vitrine dataset s", ["set", "show"]),
        ("vitrine completion ", ["bash", "fish", "zsh"]),
        ("vitrine ingest --dataset x data.c", ["data.csv"]),
        ("vitrine media a", ["add"]),
        ("vitrine media add data.c", ["data.csv"]),
        ("vitrine areas import --name x data.c", ["data.csv"]),
        ("vitrine verify --data data", ["data-folder"]),
    ]

    def test_bash(self):
        path = self.script("bash")
        self.assertEqual(subprocess.run(["bash", "-n", path], check=False).returncode, 0)
        for line, expected in self.CASES + [("vitrine show ", []), ("vitrine log --limit ", [])]:
            with self.subTest(line):
                self.assertEqual(sorted(self.complete_in_bash(line)), expected)

    def test_fish(self):
        if shutil.which("fish") is None:
            self.skipTest("fish is not here")
        path = self.script("fish")
        self.assertEqual(subprocess.run(["fish", "--no-execute", path], check=False).returncode, 0)
        for line, expected in self.CASES:
            code = f"cd {path.parent}; source {path}; complete -C '{line}'"
            done = subprocess.run(["fish", "--no-config", "-c", code], capture_output=True,
                                  text=True, timeout=60, check=False)
            with self.subTest(line):
                found = [row.split("\t")[0].rstrip("/") for row in done.stdout.splitlines()]
                self.assertEqual(sorted(found), expected, done.stderr)

    def test_zsh(self):
        if shutil.which("zsh") is None:
            self.skipTest("zsh is not here")
        path = self.script("zsh")
        self.assertEqual(subprocess.run(["zsh", "-n", path], check=False).returncode, 0)
        code = f"autoload -Uz compinit; compinit -u -D; source {path}; print $_comps[vitrine]"
        done = subprocess.run(["zsh", "-f", "-c", code], capture_output=True, text=True,
                              timeout=60, check=False)
        self.assertEqual(done.stdout, "_vitrine\n", done.stderr)


if __name__ == "__main__":
    portal.main()
