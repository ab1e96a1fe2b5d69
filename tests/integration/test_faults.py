# SPDX-License-Identifier: Apache-2.0
"""Faults: killed at any instant, on a full disk, several writers at once. The store always opens,
`vitrine verify` is clean, and the data are exactly the state before or after."""

import json
import os
import random
import subprocess
import sys
import time

import portal

ENOSPC = 28
KILL = -1


def rows(version, count=400):
    """A CSV file that depends on the version: changes, additions and removals between any two."""
    lines = ["occurrenceID,catalogNumber,scientificName,country,remarks"]
    for i in range(count):
        if (i + version) % 17 == 0:
            continue
        lines.append(f"id{i:05d},CAT-{i},Apis species{i % 7},Country {(i * version) % 11},"
                     f"\"seen in version {version if i % 3 == 0 else 0}, twice\"")
    return "\n".join(lines) + "\n"


class Faults(portal.PortalTest):
    TABLE = "bees"

    def arguments(self, path):
        return ["--dataset", self.TABLE, "--key", "occurrenceID", "--snapshot",
                "--allow-removals", path]

    def command(self, path):
        return [portal.BINARY, "ingest", "--data", str(self.data), *map(str, self.arguments(path))]

    def last_commit(self):
        return int(self.run_ok("log", "--limit", "1").split()[1])

    def state(self):
        return self.records(self.TABLE, self.last_commit())

    def check_before_or_after(self, before, after):
        self.verify()
        now = self.state()
        self.assertTrue(now in (before, after), "the data are neither the state before nor after")
        return now

    def prepare(self, version):
        """The file of a version, and the state after its ingest, found out in another folder."""
        return self.write(f"v{version}.csv", rows(version))

    def expected(self, version):
        header, *lines = rows(version).splitlines()
        names = header.split(",")
        found = {}
        for line in lines:
            values = line.replace('"', "").split(",", 4)
            record = dict(sorted(zip(names, values)))
            members = ",".join(f'"{name}":"{value}"' for name, value in record.items())
            found[record["occurrenceID"]] = "{" + members + "}"
        return found

    def test_fault_at_every_write(self):
        """Every write, sync and rename of an ingest fails once with a full disk, and kills once."""
        self.ingest(*self.arguments(self.prepare(1)))
        self.assertEqual(self.state(), self.expected(1))
        version = 1
        for error in (ENOSPC, KILL):
            reached_end = False
            for n in range(1, 200):
                version += 1
                before, after = self.state(), self.expected(version)
                done = self.vitrine("ingest", *self.arguments(self.prepare(version)),
                                    environment={"VITRINE_FAULT": f"{n}:{error}"})
                now = self.check_before_or_after(before, after)
                if error == ENOSPC and done.returncode != 0:
                    self.assertIn("No space left on device", done.stderr)
                if done.returncode == 0 and error == KILL:
                    self.assertEqual(now, after)
                    reached_end = True
                    break
                if error == ENOSPC and done.returncode == 0 and now == after and n > 60:
                    reached_end = True
                    break
            self.assertTrue(reached_end, "the faults never ran out")
        self.ingest(*self.arguments(self.prepare(version + 1)))
        self.assertEqual(self.state(), self.expected(version + 1))
        self.check_no_orphans()

    def check_no_orphans(self):
        """What dead writers left is gone after the next one."""
        self.assertEqual(os.listdir(self.data / "store" / "work"), [])
        named = (self.data / "store" / "manifest").read_bytes().decode(errors="replace")
        for folder in ("segments", "closings"):
            for name in os.listdir(self.data / "store" / folder):
                self.assertIn(name.split(".")[0], named, f"{folder}/{name} is an orphan")

    def test_killed_at_random_moments(self):
        """kill -9 at 200 random moments: ingests, their merges, the filling of the catalogue."""
        seed = int(os.environ.get("VITRINE_SEED", random.randrange(1 << 30)))
        print(f"# seed {seed}", file=sys.stderr)
        chance = random.Random(seed)
        self.ingest(*self.arguments(self.prepare(1)))
        started = time.monotonic()
        self.ingest(*self.arguments(self.prepare(2)))
        usual = time.monotonic() - started
        outcomes = {"before": 0, "after": 0}
        for version in range(3, 203):
            before, after = self.state(), self.expected(version)
            with subprocess.Popen(self.command(self.prepare(version)),
                                  stdout=subprocess.DEVNULL,
                                  stderr=subprocess.DEVNULL) as process:
                time.sleep(chance.uniform(0, usual * 1.2))
                process.kill()
            now = self.check_before_or_after(before, after)
            outcomes["after" if now == after else "before"] += 1
        self.assertGreater(outcomes["before"], 0)
        self.assertGreater(outcomes["after"], 0)
        # SQLite's copy is filled again on opening: the dataset is found after the last kill.
        self.ingest(*self.arguments(self.prepare(203)))
        self.assertEqual(self.state(), self.expected(203))
        self.check_no_orphans()

    def correction(self, key, value):
        return ["--author", "c", "--new-field", "--table", self.TABLE, key, f"note={value}"]

    def test_fault_at_every_write_of_a_correction_and_its_merge(self):
        """A single-record commit and the merge behind it: a full disk, then a kill, at every write.
        The record is as before or as after, and as after once the program said so."""
        self.ingest(*self.arguments(self.prepare(1)))
        key = next(iter(self.expected(1)))
        value = "start"
        self.run_ok("correct", *self.correction(key, value))
        for error in (ENOSPC, KILL):
            for n in range(1, 120):
                new = f"{error}-{n}"
                # Enough small segments for a merge in every turn but few.
                done = self.vitrine("correct", *self.correction(key, new),
                                    environment={"VITRINE_FAULT": f"{n}:{error}"})
                self.verify()
                record = self.state()[key]
                self.assertTrue(f'"note":"{new}"' in record or f'"note":"{value}"' in record)
                if done.returncode == 0 or done.stdout.startswith("commit"):
                    self.assertIn(f'"note":"{new}"', record)
                value = new if f'"note":"{new}"' in record else value
                if done.returncode == 0 and n > 60:
                    break
            self.assertEqual(done.returncode, 0, "the faults never ran out")
        self.ingest(*self.arguments(self.prepare(2)))
        self.assertEqual(set(self.state()), set(self.expected(2)))
        self.check_no_orphans()

    def test_killed_while_others_write_and_merge(self):
        """A server that merges, ingests and corrections in processes of their own, each killed now
        and then: nothing that was told as committed is lost, and nothing is seen in part."""
        seed = int(os.environ.get("VITRINE_SEED", random.randrange(1 << 30)))
        print(f"# seed {seed}", file=sys.stderr)
        chance = random.Random(seed)
        self.ingest(*self.arguments(self.prepare(1)))
        keys = sorted(self.expected(1))
        told = {}
        server = None
        ends = time.monotonic() + 12
        turn = 0
        while time.monotonic() < ends:
            if server is None:
                server = subprocess.Popen([portal.BINARY, "serve", "--data", self.data, "--listen",
                                           "127.0.0.1:0"], stdout=subprocess.DEVNULL,
                                          stderr=subprocess.DEVNULL)
            turn += 1
            key = chance.choice(keys)
            added = self.write(f"added{turn % 3}.csv", f"occurrenceID,note\nnew{turn},{turn}\n")
            commands = {
                "correct": [portal.BINARY, "correct", "--data", self.data,
                            *self.correction(key, turn)],
                "ingest": [portal.BINARY, "ingest", "--data", self.data, "--dataset", self.TABLE,
                           added],
            }
            processes = {name: subprocess.Popen(list(map(str, command)), stdout=subprocess.PIPE,
                                                stderr=subprocess.DEVNULL)
                         for name, command in commands.items()}
            if chance.random() < 0.3:
                time.sleep(chance.uniform(0, 0.05))
                processes[chance.choice(sorted(processes))].kill()
            if chance.random() < 0.1:
                server.kill()
                server.wait()
                server = None
            for name, process in processes.items():
                process.communicate(timeout=60)
                if name == "correct":
                    # Killed: the correction is there or is not.
                    told[key] = ({str(turn)} if process.returncode == 0
                                 else told.get(key, {None}) | {str(turn)})
                elif process.returncode == 0:
                    told[f"new{turn}"] = {str(turn)}
        if server is not None:
            server.terminate()
            self.assertEqual(server.wait(timeout=30), 0)
        self.verify()
        now = self.state()
        for key, values in told.items():
            self.assertIn(json.loads(now[key]).get("note"), values, key)
        self.run_ok("correct", *self.correction(keys[0], "last"))
        self.ingest("--dataset", self.TABLE, self.write("last.csv", "occurrenceID,note\nz,z\n"))
        self.check_no_orphans()
        self.assertLess(len(os.listdir(self.data / "store" / "segments")), 60)
        self.assertGreater(turn, 20)

    def test_three_writers_at_once(self):
        """Two imports and a correction at once, in three processes: all are there afterwards."""
        self.ingest(*self.arguments(self.prepare(1)))
        key = next(iter(self.expected(1)))
        for turn in range(5):
            first = self.write("first.csv", f"occurrenceID,note\nnew-a{turn},first\n")
            second = self.write("second.csv", f"occurrenceID,note\nnew-b{turn},second\n")
            commands = [
                [portal.BINARY, "ingest", "--data", self.data, "--dataset", self.TABLE, first],
                [portal.BINARY, "ingest", "--data", self.data, "--dataset", self.TABLE, second],
                [portal.BINARY, "correct", "--data", self.data, "--table", self.TABLE, key,
                 f"turn=t{turn}", "--new-field"],
            ]
            processes = [subprocess.Popen(c, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
                         for c in commands]
            for process in processes:
                output, errors = process.communicate(timeout=60)
                self.assertEqual(process.returncode, 0, output + errors)
            now = self.state()
            self.assertIn(f"new-a{turn}", now)
            self.assertIn(f"new-b{turn}", now)
            self.assertIn(f'"turn":"t{turn}"', now[key])
        self.verify()

    def test_a_real_full_disk(self):
        """A file system of 3 MB: the ingest says so, and the store is as before."""
        small = self.folder / "small"
        small.mkdir()
        mount = ["mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", str(small)]
        mounted = subprocess.run(mount, capture_output=True)
        if mounted.returncode != 0:
            self.skipTest("a small file system cannot be mounted here")
        self.addCleanup(subprocess.run, ["umount", "-l", str(small)], capture_output=True)
        self.data = small / "data"
        self.run_ok("init")
        self.ingest(*self.arguments(self.prepare(1)))
        before = self.state()
        large = self.write("large.csv", rows(5, 200000))
        done = self.vitrine("ingest", *self.arguments(large))
        self.assertEqual(done.returncode, 1, done.stdout + done.stderr)
        self.assertIn("No space left on device", done.stderr)
        self.verify()
        self.assertEqual(self.state(), before)
        self.ingest(*self.arguments(self.prepare(2)))
        self.assertEqual(self.state(), self.expected(2))


if __name__ == "__main__":
    portal.main()
