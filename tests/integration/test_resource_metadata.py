# SPDX-License-Identifier: Apache-2.0
"""What metadata of a dataset say of its tables, under "resources": it becomes the tables' own
metadata, with versions of their own (rule A6)."""

import json

import portal

BEES = "occurrenceID,scientificName\nb1,Apis mellifera\nb2,Apis cerana\n"
LABELS = "occurrenceID,reading\nb1,Kew 1901\n"


def resources(*items):
    return json.dumps({"resources": list(items)})


class ResourceMetadata(portal.PortalTest):
    def shown(self, *options):
        """The dataset's own metadata, and its tables' by slug."""
        told = json.loads(self.run_ok("dataset", "show", "bees", "--json", *options))
        return told["metadata"], {each["metadata"]["slug"]: each["metadata"]
                                  for each in told["resources"]}

    def bring(self, text, *options, expect=0):
        name = self.write("rows.csv", text)
        return self.ingest("--dataset", "bees", *options, name, expect=expect)

    def test_the_table_of_the_same_ingest(self):
        self.bring(BEES, "--metadata", resources(
            {"slug": "bees", "title": "Pinned bees", "description": "One row each",
             "kind": "specimens"}))
        dataset, tables = self.shown()
        self.assertNotIn("resources", dataset)
        bees = tables["bees"]
        self.assertEqual((bees["title"], bees["description"], bees["kind"], bees["type"]),
                         ("Pinned bees", "One row each", "specimens", "table"))
        self.assertEqual(bees["dataset"], dataset["uuid"])
        # An ingest that says nothing of it leaves it, one that tells the kind sets that alone.
        self.bring(BEES + "b3,Apis dorsata\n")
        self.assertEqual(self.shown()[1]["bees"], bees)
        self.bring(BEES + "b4,Apis florea\n", "--kind", "checklist")
        self.assertEqual(self.shown()[1]["bees"], {**bees, "kind": "checklist"})
        self.verify()

    def test_what_is_told_of_the_kind(self):
        """--kind before the metadata, these before what the rows let guess."""
        told = resources({"slug": "bees", "kind": "preparations"})
        self.bring(BEES, "--metadata", told, "--kind", "specimens")
        self.assertEqual(self.shown()[1]["bees"]["kind"], "specimens")
        self.run_ok("dataset", "set", "bees", told)
        self.assertEqual(self.shown()[1]["bees"]["kind"], "preparations")

    def test_rule_A6_as_of_a_moment(self):
        self.bring(BEES, "--at", "2020-01-01T00:00:00Z")
        self.bring(BEES, "--at", "2021-01-01T00:00:00Z", "--author", "Ada", "--metadata",
                   json.dumps({"title": "Bees", "resources": [
                       {"slug": "bees", "title": "Bees on pins", "description": "Old ones"}]}))
        self.run_ok("dataset", "set", "bees", resources({"slug": "bees", "description": None}))
        before = self.shown("--version", "2020-06-01")[1]["bees"]
        self.assertEqual((before["title"], before.get("description")), ("bees", None))
        between = self.shown("--version", "2021-06-01")[1]["bees"]
        self.assertEqual((between["title"], between["description"]), ("Bees on pins", "Old ones"))
        now = self.shown()[1]["bees"]
        self.assertEqual((now["title"], now.get("description")), ("Bees on pins", None))
        self.assertEqual(self.shown()[0]["title"], "Bees")

    def test_of_a_table_that_is_still_to_come(self):
        both = resources({"slug": "bees", "title": "Bees"},
                         {"slug": "bees-labels", "title": "Labels", "kind": "preparations"})
        self.bring(BEES, "--metadata", both)
        dataset, tables = self.shown()
        self.assertEqual([each["slug"] for each in dataset["resources"]], ["bees-labels"])
        self.assertEqual(set(tables), {"bees"})
        self.bring(LABELS, "--table", "bees-labels", "--key", "occurrenceID")
        dataset, tables = self.shown()
        self.assertNotIn("resources", dataset)
        self.assertEqual((tables["bees-labels"]["title"], tables["bees-labels"]["kind"]),
                         ("Labels", "preparations"))
        self.assertEqual(tables["bees"]["title"], "Bees")
        # Of several tables at once, later; and nothing new is no commit.
        again = resources({"slug": "bees-labels", "title": "Readings"},
                          {"slug": "bees", "title": "All bees"})
        self.run_ok("dataset", "set", "bees", again)
        tables = self.shown()[1]
        self.assertEqual({slug: each["title"] for slug, each in tables.items()},
                         {"bees": "All bees", "bees-labels": "Readings"})
        self.assertEqual(self.vitrine("dataset", "set", "bees", again).returncode, 4)
        self.verify()

    def test_what_is_refused(self):
        self.bring(BEES)
        before = self.shown()
        for wrong, words in (
            ({"resources": {}}, "must be a list of objects"),
            ({"resources": ["bees"]}, "must be a list of objects"),
            ({"resources": [{}]}, "slug"),
            ({"resources": [{"slug": 5}]}, "slug"),
            ({"resources": [{"slug": "No Slug"}]}, "No Slug"),
            ({"resources": [{"slug": "bees", "kind": "bugs"}]}, "bugs"),
            ({"resources": [{"slug": "bees", "kind": None}]}, "kind"),
            ({"resources": [{"slug": "bees", "title": ["x"]}]}, "title"),
            ({"resources": [{"slug": "bees", "uuid": "x"}]}, "uuid"),
        ):
            done = self.vitrine("dataset", "set", "bees", json.dumps(wrong))
            self.assertEqual(done.returncode, 3, wrong)
            self.assertIn("resources", done.stderr)
            self.assertIn(words, done.stderr)
            self.bring(BEES, "--metadata", json.dumps(wrong), expect=3)
        self.assertEqual(self.shown(), before)


if __name__ == "__main__":
    portal.main()
