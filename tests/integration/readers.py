# SPDX-License-Identifier: Apache-2.0
"""Independent readers of the formats that downloads are written in (tests/readers.txt)."""

import glob
import importlib
import os
import sys
import unittest

import portal


def reader(name):
    """The module; the test is skipped, saying so, where it is not installed."""
    place = os.environ.get("VITRINE_READERS", str(portal.SOURCE / "build" / "readers"))
    for packages in glob.glob(os.path.join(place, "lib", "python3*", "site-packages")):
        if packages not in sys.path:
            sys.path.append(packages)
    try:
        return importlib.import_module(name)
    except ImportError as fault:
        raise unittest.SkipTest(f"{name} is not installed (tools/readers): {fault}") from fault
