# SPDX-License-Identifier: Apache-2.0
"""Replay (docs/replay.md): a plan can be run again, stopped and lengthened, whatever its lines
changed."""

import json
import unittest

import portal

DONE, USAGE, BAD_INPUT, UNCHANGED = 0, 2, 3, 4
OLD = "occurrenceID,sex\nb1,male\n"
NEW = "occurrenceID,sex\nb1,female\n"


class ReplayTest(portal.PortalTest):
    def setUp(self):
        super().setUp()
        self.write("old.csv", OLD)
        self.write("new.csv", NEW)

    @staticmethod
    def step(at, files=None, dataset="bees", **members):
        step = {"at": at, "dataset": dataset, **members}
        return {**step, "files": files} if files else step

    def replay(self, steps, expect=DONE):
        plan = self.write("plan.jsonl", "".join(json.dumps(step) + "\n" for step in steps))
        done = self.vitrine("replay", plan)
        self.assertEqual(done.returncode, expect, done.stdout + done.stderr)
        return done.stdout + done.stderr

    def commits(self):
        lines = self.run_ok("log", "--limit", "0", "--json").splitlines()
        return [json.loads(line)["commit"] for line in lines]

    def test_lines_that_changed_nothing_are_done_first_middle_and_last(self):
        first = self.step("2001-01-01", metadata={"title": "Bees"})
        steps = [first,
                 self.step("2002-01-01", metadata={"title": "Bees"}),  # nothing
                 self.step("2003-01-01", ["old.csv"]),
                 self.step("2004-01-01", ["old.csv"]),  # nothing
                 self.step("2005-01-01", ["new.csv"]),
                 self.step("2006-01-01", ["new.csv"])]  # nothing
        self.assertIn("3 commits", self.replay(steps))
        self.replay(steps, UNCHANGED)
        appended = steps + [self.step("2007-01-01", ["old.csv"])]
        self.assertIn("1 commits", self.replay(appended))
        self.replay(appended, UNCHANGED)
        self.replay(steps, UNCHANGED)
        self.assertEqual(len(self.commits()), 5)

    def test_a_first_line_that_changed_nothing(self):
        self.replay([self.step("2001-01-01", metadata={"title": "Bees"})])
        steps = [self.step("2002-01-01", metadata={"title": "Bees"}),
                 self.step("2003-01-01", ["old.csv"])]
        self.replay(steps)
        self.replay(steps, UNCHANGED)

    def test_a_replay_that_stopped_in_the_middle(self):
        steps = [self.step("2003-01-01", ["old.csv"]), self.step("2004-01-01", ["old.csv"]),
                 self.step("2005-01-01", ["new.csv"]), self.step("2006-01-01", ["later.csv"])]
        for _ in range(2):
            self.assertIn("line 4", self.replay(steps, BAD_INPUT))
        self.write("later.csv", OLD)
        self.assertIn("1 commits", self.replay(steps))
        self.replay(steps, UNCHANGED)

    def test_a_note_that_was_torn_by_a_crash(self):
        steps = [self.step("2003-01-01", ["old.csv"]), self.step("2004-01-01", ["old.csv"])]
        self.replay(steps)
        notes = self.data / "replayed"
        notes.write_bytes(notes.read_bytes()[:30])
        self.replay(steps, UNCHANGED)
        steps.append(self.step("2005-01-01", ["new.csv"]))
        self.replay(steps)
        self.replay(steps, UNCHANGED)

    def test_a_line_put_behind_what_stands_is_refused(self):
        steps = [self.step("2003-01-01", ["old.csv"]), self.step("2005-01-01", ["new.csv"])]
        self.replay(steps)
        told = self.replay([*steps, self.step("2004-01-01", ["old.csv"])], USAGE)
        self.assertIn("line 3 of the plan: it was not done", told)
        steps[0]["message"] = "told otherwise"  # its commit stands, so it was done
        self.replay(steps, UNCHANGED)

    def test_a_commit_of_another_dataset_is_not_the_line(self):
        self.replay([self.step("2003-01-01", ["old.csv"])])
        wasps = self.step("2003-01-01", ["old.csv"], dataset="wasps")
        self.assertIn("line 1 of the plan: its moment is that of commit 2, which is not of the "
                      "dataset 'wasps'", self.replay([wasps], USAGE))
        title = self.step("2003-01-01", dataset="wasps", metadata={"title": "Wasps"})
        self.assertIn("not of the dataset", self.replay([title], USAGE))
        both = [self.step("2003-01-01", ["old.csv"]), wasps]  # a millisecond later
        self.assertIn("1 commits", self.replay(both))
        self.replay(both, UNCHANGED)

    def test_members_that_are_not_known_or_of_the_wrong_kind_are_refused(self):
        good = self.step("2003-01-01", ["old.csv"])
        for members, words in (({"file": ["x"]}, 'no member "file"; near names: files'),
                               ({"mod": "snapshot"}, 'no member "mod"; near names: mode'),
                               ({"zzz": 1}, 'no member "zzz"; it may have: at dataset'),
                               ({"mode": 5}, '"mode" is not a text'),
                               ({"files": "old.csv"}, '"files" is not a list'),
                               ({"metadata": []}, '"metadata" is not an object'),
                               ({"metadata": {"tittle": "x"}}, "near names: title")):
            with self.subTest(members):
                told = self.replay([good, self.step("2004-01-01", **members)], BAD_INPUT)
                self.assertIn("line 2 of the plan: ", told)
                self.assertIn(words, told)
        self.assertEqual(self.commits(), [1])

    def test_notes_against_later_commits_do_not_count_in_a_store_put_back(self):
        steps = [self.step("2003-01-01", ["old.csv"]), self.step("2005-01-01", ["new.csv"]),
                 self.step("2006-01-01", ["new.csv"])]
        self.replay(steps)
        notes = (self.data / "replayed").read_bytes()
        self.data = self.folder / "again"
        self.run_ok("init")
        (self.data / "replayed").write_bytes(notes)
        self.assertIn("2 commits", self.replay(steps))


if __name__ == "__main__":
    unittest.main()
