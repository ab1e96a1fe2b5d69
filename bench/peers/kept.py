# SPDX-License-Identifier: Apache-2.0
"""What was measured, kept on disk as it comes, so that a run that broke off can be gone on with.

It is one file of JSON; it is good for one file of rows, one list of constants and one number of
turns.
"""

import json
import pathlib
import time


class Kept:
    def __init__(self, path, fingerprint, resume, again=()):
        """`again` names what is measured anew all the same: parts, or engines."""
        self.path = pathlib.Path(path)
        self.content = {"fingerprint": fingerprint, "engines": {}, "own": {}, "alone": {}}
        if resume and self.path.exists():
            found = json.loads(self.path.read_text())
            if found["fingerprint"] == fingerprint:
                self.content = found
        for name in again:
            self.content["engines"].pop(name, None)
            if name in ("own", "alone"):
                self.content[name] = {}
            self.content["alone"].pop(name, None)

    def save(self):
        part = self.path.with_suffix(".part")
        part.write_text(json.dumps(self.content, ensure_ascii=False))
        part.rename(self.path)

    def engine(self, name):
        """What is known of an engine; it is filled by who measures."""
        return self.content["engines"].setdefault(
            name, {"name": name, "times": {}, "answers": {}, "rates": {}, "troubles": {}})

    def once(self, part, name, measure):
        """The figures of that name: kept ones, or those that are measured now."""
        kept = self.content[part]
        if name not in kept:
            kept[name] = {"figures": json.loads(json.dumps(measure())),
                          "at": time.strftime("%Y-%m-%d %H:%M")}
            self.save()
        return kept[name]["figures"]
