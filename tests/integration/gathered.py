# SPDX-License-Identifier: Apache-2.0
"""Who is asked for publications, as GBIF (standards.md 1.4, 1.7), DataCite (3.13) and Crossref
answer, each under its own path; and can be told to be down, slow, wrong or in a bad mood."""

import http.server
import json
import threading
import time
import urllib.parse

PUBLISHER = "7e380070-f762-11e1-a439-00145eb45e9a"
BIRDS = "7f9dd8f7-a8cf-4a4e-a26c-8a9ab1e6ae1f"
LICHENS = "aab0cf80-0c64-11dd-84d1-b8a03c50a862"
OTHERS = "50c9509d-22c7-4a22-a47d-8c48425ef4a7"


def paper(number, downloads=(), **more):
    """A result of GBIF's literature."""
    return {
        "discovered": "2021-04-27", "authors": [{"firstName": "A.", "lastName": f"Smith{number}"},
                                                {"firstName": "B.", "lastName": "Jones"}],
        "countriesOfCoverage": ["NO"], "countriesOfResearcher": ["GB"],
        "added": "2021-04-27T09:29:33.000+0000", "published": "2021-04-01T00:00:00.000+0000",
        "gbifDownloadKey": list(downloads), "gbifOccurrenceKey": [], "gbifTaxonKey": [],
        "citationType": "DOI", "gbifRegion": ["EUROPE"],
        "id": f"00000000-0000-0000-0000-{number:012}",
        "identifiers": {"doi": f"10.1111/Paper.{number}", "issn": "0305-0270"}, "keywords": [],
        "language": "eng", "literatureType": "JOURNAL", "month": 4, "openAccess": True,
        "peerReview": True, "publisher": "Wiley", "relevance": ["GBIF_USED"],
        "source": "Journal of Biogeography", "tags": [], "title": f"Where birds are, {number}",
        "topics": ["SPECIES_DISTRIBUTIONS"], "modified": "2022-01-01T00:00:00.000+0000",
        "websites": [f"http://journal.example/{number}"], "year": 2021, "abstract": "...", **more}


def download(key, predicate, created="2016-06-01T10:11:12.123+00:00", **more):
    return {"key": key, "doi": f"10.15468/dl.{key[-6:]}",
            "license": "http://creativecommons.org/licenses/by/4.0/legalcode",
            "request": {"predicate": predicate, "sendNotification": True, "format": "SIMPLE_CSV",
                        "type": "OCCURRENCE", "verbatimExtensions": [], **more},
            "created": created, "modified": created, "status": "SUCCEEDED",
            "downloadLink": f"https://api.gbif.org/v1/occurrence/download/request/{key}.zip",
            "size": 1234, "totalRecords": 99, "numberDatasets": 3}


def equals(key, value):
    return {"type": "equals", "key": key, "value": value, "matchCase": False}


class Elsewhere:
    """`asked`: (path with query, status, headers) of each request. `moods` are taken from the
    front, one a request: a status (429 and 503 with Retry-After), ("sleep", seconds), ("body",
    bytes), "cut", "redirect"; None is as always."""

    def __init__(self):
        self.papers = {}      # GBIF: by dataset key or publisher key
        self.downloads = {}   # by key
        self.delivered = {}   # by download: {dataset key: records}
        self.species = {}
        self.occurrences = {}
        self.dois = {}        # DataCite: DOI -> citing DOIs
        self.works = {}       # DataCite: DOI -> attributes of works
        self.related = {}     # Crossref: DOI -> works
        self.messages = {}    # Crossref: DOI -> work
        self.citing = {}      # Crossref's data citations: DOI -> (citing DOI, relation)
        self.has_beta = True
        self.page = None      # of DataCite's and Crossref's lists; else as asked
        self.asked = []
        self.moods = []
        elsewhere = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def log_message(self, *arguments):
                pass

            def do_GET(self):
                elsewhere.answer(self)

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    @property
    def address(self):
        return f"http://127.0.0.1:{self.server.server_port}"

    def close(self):
        self.server.shutdown()
        self.server.server_close()

    def settings(self, **more):
        """DATA/literature.json"""
        return {"contact": "data@museum.example", "site": "https://data.museum.example",
                "gbif": {"api": self.address + "/gbif"},
                "datacite": {"api": self.address + "/datacite"},
                "crossref": {"api": self.address + "/crossref/"},
                "datasets": {"birds": {"gbif": BIRDS, "dois": ["10.5519/Birds"]},
                             "lichens": {"gbif": LICHENS}},
                "pause": 0, "firstWait": 0.02, **more}

    def paths(self):
        return [path for path, _, _ in self.asked]

    # --- answering ---

    def answer(self, handler):
        mood = self.moods.pop(0) if self.moods else None
        target = urllib.parse.urlsplit(handler.path)
        query = dict(urllib.parse.parse_qsl(target.query))
        status, body, headers = 200, None, {}
        if mood == "cut":
            self.asked.append((handler.path, None, dict(handler.headers)))
            handler.close_connection = True
            handler.connection.close()
            return
        if isinstance(mood, tuple) and mood[0] == "sleep":
            time.sleep(mood[1])
        if isinstance(mood, int):
            status, body = mood, {"error": "as told"}
            headers = {"Retry-After": "1"} if mood in (429, 503) else {}
        elif mood == "redirect":
            status, body, headers = 302, {}, {"Location": self.address + "/elsewhere"}
        elif isinstance(mood, tuple) and mood[0] == "body":
            body = mood[1]
        else:
            body = self.respond(target.path, query)
            status = 404 if body is None else 200
        self.asked.append((handler.path, status, dict(handler.headers)))
        data = body if isinstance(body, bytes) else json.dumps(body or {}).encode()
        handler.send_response(status)
        handler.send_header("Content-Type", "application/json")
        handler.send_header("Content-Length", str(len(data)))
        for name, value in headers.items():
            handler.send_header(name, value)
        handler.end_headers()
        try:
            handler.wfile.write(data)
        except OSError:
            pass

    def respond(self, path, query):
        parts = [urllib.parse.unquote(part) for part in path.split("/")[1:]]
        if parts[0] == "gbif" and parts[1] == "v1":
            return self.gbif(parts[2:], query)
        if parts[:2] == ["datacite", "dois"]:
            return self.datacite(parts[2:], query)
        if parts[:3] == ["crossref", "beta", "datacitations"]:
            return self.data_citations(query)
        if parts[:2] == ["crossref", "works"]:
            return self.crossref(parts[2:], query)
        return None

    @staticmethod
    def paged(rows, query):
        offset, limit = int(query.get("offset", 0)), int(query.get("limit", 20))
        page = rows[offset:offset + limit]
        return {"offset": offset, "limit": limit, "endOfRecords": offset + limit >= len(rows),
                "count": len(rows), "results": page, "facets": []}

    def gbif(self, parts, query):
        if parts == ["literature", "search"]:
            key = query.get("gbifDatasetKey") or query["publishingOrganizationKey"]
            return self.paged(self.papers.get(key, []), query)
        if parts[:1] == ["occurrence"] and len(parts) == 2:
            return self.occurrences.get(parts[1])
        if parts[:1] == ["species"]:
            return self.species.get(parts[1])
        assert parts[:2] == ["occurrence", "download"], parts
        if len(parts) == 3:
            return self.downloads.get(parts[2])
        rows = [{"downloadKey": parts[2], "datasetKey": key, "datasetTitle": "T",
                 "datasetDOI": "10.15468/x", "datasetCitation": "C", "numberRecords": records}
                for key, records in self.delivered[parts[2]].items()]
        return self.paged(rows, query)

    def datacite(self, parts, query):
        if parts:
            doi = parts[0].lower()
            if doi not in self.dois:
                return None
            citing = [{"id": one, "type": "dois"} for one in self.dois[doi]]
            return {"data": {"id": doi, "type": "dois",
                             "attributes": {"doi": doi, "citationCount": len(citing)},
                             "relationships": {"client": {"data": {"id": "x", "type": "clients"}},
                                               "citations": {"data": citing}}}}
        doi = query["query"].split('"')[1]
        rows = self.works.get(doi, [])
        size = self.page or int(query["page[size]"])
        cursor = query["page[cursor]"]
        at = 0 if cursor == "1" else int(cursor.split("==")[1])
        links = {"self": "https://api.datacite.org/dois"}
        if at + size < len(rows):
            links["next"] = ("https://api.datacite.org/dois?page%5Bcursor%5D="
                             + urllib.parse.quote(f"MTY=={at + size}")
                             + "&page%5Bsize%5D=100")
        return {"data": [{"id": row["doi"], "type": "dois", "attributes": row}
                         for row in rows[at:at + size]],
                "meta": {"total": len(rows)}, "links": links}

    def crossref(self, parts, query):
        if parts:
            work = self.messages.get(parts[0].lower())
            return work and {"status": "ok", "message-type": "work", "message-version": "1.0.0",
                             "message": work}
        doi = query["filter"].split(",")[0].removeprefix("relation.object:")
        rows = self.related.get(doi, [])
        at = 0 if query["cursor"] == "*" else int(query["cursor"].removeprefix("Dn+/=="))
        size = int(query["rows"])
        return {"status": "ok", "message-type": "work-list", "message-version": "1.0.0",
                "message": {"facets": {}, "total-results": len(rows),
                            "next-cursor": f"Dn+/=={at + size}", "items-per-page": size,
                            "items": rows[at:at + size]}}

    def data_citations(self, query):
        """https://www.crossref.org/documentation/retrieve-metadata/data-citations"""
        if not self.has_beta:
            return None
        rows = self.citing.get(query["object-id"], [])
        size, page = self.page or int(query["rows"]), int(query.get("page", 1))
        items = [{"timestamp": "2026-01-20T08:00:00Z", "relation": relation,
                  "subject": {"id": doi, "type": "journal-article", "member": "78",
                              "registration-agency": "Crossref"},
                  "object": {"id": query["object-id"], "type": "dataset",
                             "registration-agency": "DataCite"}}
                 for doi, relation in rows[(page - 1) * size:page * size]]
        return {"status": "ok", "message-type": "datacitation-list", "message": {
            "total-results": len(rows), "items-per-page": size, "items": items,
            "next-page": page + 1 if page * size < len(rows) else None}}


def attributes(doi, cited, relation="Cites", **more):
    """DataCite's of a work that cites."""
    return {"doi": doi, "titles": [{"title": f"Work {doi}"}],
            "creators": [{"name": "Smith, J.", "givenName": "J.", "familyName": "Smith"},
                         {"name": "The House", "nameType": "Organizational"}],
            "publisher": {"name": "Zenodo"}, "publicationYear": 2022,
            "types": {"resourceTypeGeneral": "JournalArticle", "citeproc": "article-journal"},
            "relatedIdentifiers": [{"relatedIdentifier": cited, "relationType": relation,
                                    "relatedIdentifierType": "DOI"}],
            "url": f"https://zenodo.example/{doi}", "citationCount": 0, **more}


def work(doi, **more):
    """Crossref's."""
    return {"DOI": doi, "type": "journal-article", "title": [f"Article {doi}"],
            "author": [{"given": "A.", "family": "Author", "sequence": "first"}],
            "container-title": ["Journal of Crows"], "publisher": "P",
            "issued": {"date-parts": [[2020, 5, 1]]}, "URL": f"https://doi.org/{doi}",
            "reference": [], "relation": {}, **more}
