# SPDX-License-Identifier: Apache-2.0
"""Reports of bad rows (rule A8), from the ingest that finds them to their download."""

import json
import unittest

import serving


class Reports(serving.OwnPortalTest):
    def setUp(self):
        super().setUp()
        rows = "".join(f"b{n},Norway\n" for n in range(40))
        source = self.write("birds.csv", "occurrenceID,country\n" + rows + "b40,Norway,1,2\n")
        self.result = self.ingest("--dataset", "birds", source)
        self.assertEqual(self.result["badRows"], 1)
        self.place = f"/api/v1/datasets/birds/commits/{self.result['commit']}/report"

    def report(self):
        return next((self.data / "reports").iterdir())

    def test_rule_a8_download(self):
        with self.served() as server:
            answer = server.ask(self.place)
            head = server.ask(self.place, method="HEAD")
            etag = {"If-None-Match": answer.headers["ETag"]}
            self.assertEqual(server.ask(self.place, headers=etag).status, 304)
            # A later commit changes the newest version, not the report.
            self.ingest("--dataset", "birds", self.write("one.csv", "occurrenceID\nb99\n"))
            self.assertEqual(server.ask(self.place, headers=etag).status, 304)
        self.assertEqual(answer.status, 200)
        self.assertEqual(answer.body, self.report().read_bytes())
        self.assertEqual(int(head.headers["Content-Length"]), len(answer.body))
        problem = json.loads(answer.text())
        self.assertEqual((problem["file"], problem["line"]), ("birds.csv", 42))
        self.assertTrue(problem["reason"])

    def test_rule_a8_reports_without_a_commit_are_kept_of_the_newest_jobs(self):
        """The commit's report stays; of 102 refused ingests after it, the newest 100 do."""
        bad = self.write("bad.csv", "occurrenceID,country\nx,Norway,1,2\n")
        for _ in range(102):
            self.ingest("--dataset", "birds", "--strict", bad, expect=3)
        numbers = sorted(int(path.stem.rsplit("-", 1)[1])
                         for path in (self.data / "reports").iterdir())
        self.assertEqual(numbers, [1, *range(4, 104)])

    def test_rule_a8_a_report_larger_than_other_answers(self):
        line = b'{"file":"birds.csv","line":1,"reason":"long"}\n'
        whole = line * ((70 << 20) // len(line))
        self.report().write_bytes(whole)
        with self.served() as server:
            answer = server.ask(self.place)
        self.assertEqual(answer.status, 200)
        self.assertTrue(answer.body == whole)

    def test_rule_a8_a_report_that_was_cleared_away(self):
        self.report().unlink()
        with self.served() as server:
            answer = server.ask(self.place)
        self.assertEqual(answer.status, 404)
        self.assertIn("not kept any more", answer.json()["detail"])

    def test_rule_a8_a_data_folder_that_was_moved(self):
        self.data = self.data.rename(self.folder / "moved")
        with self.served() as server:
            self.assertEqual(server.ask(self.place).status, 200)

    def test_rule_a8_of_replayed_commits(self):
        self.data = self.folder / "replayed"
        self.run_ok("init")
        self.write("plan.jsonl", json.dumps(
            {"at": "2015-03-01", "dataset": "birds", "files": ["birds.csv"]}) + "\n")
        self.run_ok("replay", self.folder / "plan.jsonl")
        with self.served() as server:
            commits = server.ask("/api/v1/datasets/birds/commits").json()["commits"]
            self.assertEqual(len(commits), 1)
            self.assertEqual(server.ask(commits[0]["report"]).status, 200)


if __name__ == "__main__":
    unittest.main()
