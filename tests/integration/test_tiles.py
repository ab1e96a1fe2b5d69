# SPDX-License-Identifier: Apache-2.0
"""Vector tiles of a search: read by a reader of its own, counts that add up to the search's totals,
every parameter of the search, addresses that are none; land and borders under them."""

import math
import random
import re
import unittest

import serving
import vector_tile
from serving import ServedTest, address

TYPE = "application/vnd.mapbox-vector-tile"


def inverse(share):
    return math.degrees(math.atan(math.sinh(math.pi * (1 - 2 * share))))


class Tiles(ServedTest):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.server.stop()
        cls.server.errors.close()
        chance = random.Random(7)
        places = [(0, 0), (0, 180), (0, -180), (90, 0), (-90, 12), (85.06, 5), (51.5, -0.12)]
        places += [(round(chance.uniform(-88, 88), 4), round(chance.uniform(-180, 180), 4))
                   for _ in range(3000)]
        places += [(round(chance.gauss(51, 1), 3), round(chance.gauss(0, 1), 3))
                   for _ in range(6000)]
        rows = [f"p{i},{'Apidae' if i % 3 else 'Vespidae'},{latitude},{longitude}"
                for i, (latitude, longitude) in enumerate(places)]
        rows += [f"n{i},Apidae,," for i in range(40)]
        header = "occurrenceID,family,decimalLatitude,decimalLongitude"
        path = cls.museum.write("places.csv", [header, *rows])
        cls.museum.vitrine("ingest", "--dataset", "places", "--key", "occurrenceID", path)
        cls.placed = len(places)
        cls.server = serving.Server(cls.museum.data)

    def tile(self, z, x, y, **parameters):
        parameters.setdefault("dataset", "places")
        answer = self.ask(address(f"/api/v1/tiles/{z}/{x}/{y}.mvt", **parameters))
        self.assertEqual((answer.status, answer.headers["Content-Type"]), (200, TYPE))
        return vector_tile.read(answer.body)

    def count(self, layers, name="cells"):
        features = layers[name]["features"] if name in layers else []
        return sum(f["properties"]["count"] for f in features)

    def total(self, **parameters):
        return self.get("/api/v1/records", limit=0, dataset="places", **parameters)["total"]

    def test_counts_add_up(self):
        for zoom in (0, 1, 2, 3):
            tiles = [self.tile(zoom, x, y) for x in range(2 ** zoom) for y in range(2 ** zoom)]
            for name in ("cells", "points"):
                self.assertEqual(sum(self.count(t, name) for t in tiles), self.placed, (zoom, name))
        apidae = self.total(family="Apidae", **{"filter.exists": '{"geo_field":true}'})
        self.assertEqual(self.count(self.tile(0, 0, 0, family="Apidae")), apidae)

    def test_cells_are_squares_of_the_tile(self):
        for (z, x, y), side in (((0, 0, 0), 64), ((5, 16, 10), 128)):
            layer = self.tile(z, x, y)["cells"]
            self.assertEqual(layer["extent"], 4096)
            seen = set()
            for feature in layer["features"]:
                (ring,) = feature["geometry"]
                left, top = ring[0]
                self.assertEqual(feature["type"], 3)
                self.assertEqual(ring, [(left, top), (left + side, top),
                                        (left + side, top + side), (left, top + side), (left, top)])
                self.assertTrue(0 <= left < 4096 and 0 <= top < 4096)
                seen.add((left, top))
            self.assertEqual(len(seen), len(layer["features"]))

    def test_random_tiles_agree_with_boxes(self):
        chance = random.Random(11)
        found = 0
        for _ in range(60):
            zoom = chance.randint(1, 12)
            near = chance.random() < 0.7
            x = chance.randrange(2 ** zoom)
            y = chance.randrange(2 ** zoom)
            if near:
                x = int((180 + chance.gauss(0, 1)) / 360 * 2 ** zoom)
                y = int((1 - math.asinh(math.tan(math.radians(51))) / math.pi) / 2 * 2 ** zoom)
            west = math.ceil(x / 2 ** zoom * 36e8) / 1e7 - 180
            east = math.ceil((x + 1) / 2 ** zoom * 36e8 - 1) / 1e7 - 180
            east = 180 if x + 1 == 2 ** zoom else east
            south = math.ceil(inverse((y + 1) / 2 ** zoom) * 1e7) / 1e7
            south = -90 if y + 1 == 2 ** zoom else south
            north = 90 if y == 0 else math.ceil(inverse(y / 2 ** zoom) * 1e7 - 1) / 1e7
            box = f"{west:.7f},{south:.7f},{east:.7f},{north:.7f}"
            tile = self.tile(zoom, x, y)
            total = self.total(**{"filter.bbox": box})
            self.assertEqual(self.count(tile), total, (zoom, x, y, box))
            self.assertEqual(self.count(tile, "points"), total, (zoom, x, y, box))
            found += total
        self.assertGreater(found, 1000)

    def test_points_are_records_where_they_are_few(self):
        layer = self.tile(6, 32, 21)["points"]
        total = self.count({"points": layer}, "points")
        self.assertTrue(0 < total <= 5000)
        for feature in layer["features"][:20]:
            ((x, y),) = feature["geometry"][0]
            self.assertEqual(feature["type"], 1)
            properties = feature["properties"]
            self.assertEqual(properties["table"], "places")
            record = self.get(f"/api/v1/records/places/{properties['key']}")["record"]["data"]
            longitude = (32 + x / 4096) / 64 * 360 - 180
            latitude = inverse((21 + y / 4096) / 64)
            self.assertAlmostEqual(float(record["decimalLongitude"]), longitude, delta=0.002)
            self.assertAlmostEqual(float(record["decimalLatitude"]), latitude, delta=0.002)
        crowded = self.tile(0, 0, 0)["points"]
        self.assertNotIn("key", crowded["keys"])

    def test_versions_and_tags(self):
        target = address("/api/v1/tiles/0/0/0.mvt", dataset="places")
        first = self.ask(target)
        again = self.ask(target, headers={"If-None-Match": first.headers["ETag"]})
        self.assertEqual((again.status, again.body), (304, b""))
        other = self.ask(address("/api/v1/tiles/0/0/0.mvt", dataset="places", family="Apidae"))
        self.assertNotEqual(first.headers["ETag"], other.headers["ETag"])
        packed = self.ask(target, headers={"Accept-Encoding": "gzip"})
        self.assertEqual(packed.headers["Content-Encoding"], "gzip")
        # Of a moment at which only the birds were there.
        self.assert_problem(self.ask(address("/api/v1/tiles/0/0/0.mvt", dataset="places",
                                             version=str(serving.MS[2]))), 400)

    def test_no_such_tile(self):
        for path in ("0/0/1.mvt", "0/1/0.mvt", "23/0/0.mvt", "1/-1/0.mvt", "1/0/0", "1/0/0.png",
                     "01/0/0.mvt", "1/0/00.mvt", "a/b/c.mvt", "1/0/0.mvt.mvt",
                     "99999999999/0/0.mvt", "1/0/%20.mvt", "4/3/.mvt"):
            self.assert_problem(self.ask("/api/v1/tiles/" + path), 404)
        for parameters in ({"filter.bbox": "1,2,3"}, {"facet": "family"}, {"limit": "3"},
                           {"nosuchfield": "x"}, {"version": "never"}, {"sort": "family"}):
            self.assert_problem(self.ask(address("/api/v1/tiles/0/0/0.mvt", **parameters)), 400)

    def test_map_page(self):
        page = self.ask(address("/search", view="map", dataset="places")).text()
        self.assertIn(f"{self.placed:,} records have coordinates", page)
        self.assertIn("40 records have none", page)
        link = r'<td class="number"><a href="(/search\?[^"]*filter\.bbox[^"]*)">([\d,]+)'
        cells = re.findall(link, page)
        self.assertGreater(len(cells), 20)
        for target, shown in cells[:12]:
            target = target.replace("&amp;", "&").replace("/search?", "/api/v1/records?limit=0&")
            self.assertEqual(self.get(target)["total"], int(shown.replace(",", "")))
        for hostile in ("1/2", "<b>/0/0", "1/91/0", "nan/0/0", "1e3/0/0", "5/5/5/5", "/" * 300):
            answer = self.ask(address("/search", view="map", **{"map.at": hostile}))
            self.assertEqual(answer.status, 200)
            self.assertIn("a place is zoom/latitude/longitude", answer.text())
        answer = self.ask(address("/search", view="map", **{"map.mode": "<script>"}))
        self.assertIn("the modes are grid, points and heat", answer.text())
        self.assertNotIn("<script>", re.sub(r'<script type="module"[^>]*>', "", answer.text()))

    def test_land(self):
        page = self.ask(address("/search", view="map", dataset="places")).text()
        pack = re.search(r'data-land="(/assets/basemap/tiles-[^"]*\.pack)"', page)
        if pack is None:
            self.skipTest("the front end was not built")
        whole = self.ask(pack[1] + "/0/0/0.mvt")
        self.assertIn("immutable", whole.headers["Cache-Control"])
        layers = vector_tile.read(whole.body)
        self.assertEqual(set(layers), {"land", "borders", "names"})
        for layer in layers.values():
            for feature in layer["features"]:
                for ring in feature["geometry"]:
                    self.assertTrue(all(-100 <= x <= 4196 for x, _ in ring))
        packed = self.ask(pack[1] + "/0/0/0.mvt", headers={"Accept-Encoding": "gzip"})
        self.assertEqual(packed.headers["Content-Encoding"], "gzip")
        self.assertEqual(self.ask(pack[1] + "/5/0/31.mvt").status in (200, 204), True)
        for path in ("/0/0/1.mvt", "/9/0/0", "/x/0/0.mvt"):
            self.assertEqual(self.ask(pack[1] + path).status, 404)
        self.assertEqual(self.ask("/assets/basemap/world.svg/0/0/0.mvt").status, 404)


if __name__ == "__main__":
    unittest.main()
