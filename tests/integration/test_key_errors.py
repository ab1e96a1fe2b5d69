# SPDX-License-Identifier: Apache-2.0
"""rule A2: a source without a key is refused with a sentence that names candidates."""

import unittest
import zipfile

import portal

BAD_INPUT = 3
META = """<archive xmlns="http://rs.tdwg.org/dwc/text/"><core encoding="UTF-8"
 fieldsTerminatedBy="," linesTerminatedBy="\\n" fieldsEnclosedBy="" ignoreHeaderLines="1"
 rowType="http://rs.tdwg.org/dwc/terms/Occurrence"><files><location>o.csv</location></files>
 <id index="0"/><field index="0" term="http://rs.tdwg.org/dwc/terms/occurrenceID"/>
 <field index="1" term="http://rs.tdwg.org/dwc/terms/sex"/></core></archive>"""


class KeyErrorsTest(portal.PortalTest):
    def refuse(self, content, *arguments, name="in.csv", dataset="x"):
        path = content if hasattr(content, "name") else self.write(name, content)
        told = self.ingest("--dataset", dataset, *arguments, path, expect=BAD_INPUT)
        return told["detail"]

    def test_rule_a2_the_fields_that_could_be_the_key_are_named(self):
        told = self.refuse("catalogNumber,id,code,genus,n\nX,1,a,Apis,7\nY,,b,Apis,8\n"
                           "X,3,c,Bombus,9\n")
        self.assertIn("catalogNumber repeats, e.g. 'X' in lines 2 and 4", told)
        self.assertIn("id is blank in line 3", told)
        self.assertIn("Filled and unique: code, n; tell one with --key FIELD", told)
        self.assertIn("--key :content", told)
        self.assertNotIn("genus", told)

    def test_rule_a2_a_source_without_well_known_fields(self):
        told = self.refuse("name\nx\nx\n")
        self.assertIn("it has none of _id, id, occurrenceID, taxonID, eventID, catalogNumber. No "
                      "field is filled and unique; tell one with --key FIELD", told)
        told = self.refuse('{"a": 1, "b": {"c": 2}}\n{"a": 2}\n', name="in.jsonl")
        self.assertIn("Filled and unique: a; tell one", told)

    def test_rule_a2_a_key_that_repeats_far_down(self):
        rows = "".join(f"{n % 60000}\n" for n in range(60001))
        told = self.refuse("id\n" + rows)
        self.assertIn("id is not filled and unique further down", told)

    def test_rule_a2_the_field_kept_is_not_in_the_source(self):
        self.ingest("--dataset", "x", "--key", "SciName", self.write("a.csv", "SciName\nApis\n"))
        told = self.refuse("sciName,n\nApis,1\n")
        self.assertIn("no field 'SciName', which is the key of this table 'x'; near names: sciName",
                      told)
        self.assertFalse(list((self.data / "reports").iterdir()))
        told = self.refuse("sciName,n\nApis,1\n", "--key", "foo", dataset="new")
        self.assertIn("the source has no field 'foo'; nothing was changed", told)
        told = self.refuse('{"n": 1}\n', "--key", "foo", name="in.jsonl", dataset="new")
        self.assertIn("the source has no field 'foo'; nothing was changed", told)

    def test_rule_a2_an_archive_with_blank_core_ids(self):
        path = self.folder / "a.zip"
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr("meta.xml", META)
            archive.writestr("o.csv", "occurrenceID,sex\n,male\n,female\n")
        self.assertIn("--key :content makes keys", self.refuse(path))
        self.assertEqual(self.ingest("--dataset", "x", "--key", ":content", path)["added"], 2)


if __name__ == "__main__":
    unittest.main()
