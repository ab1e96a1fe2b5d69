// SPDX-License-Identifier: Apache-2.0
// Any bytes as what GBIF, DataCite and Crossref answer, the first byte says in whose place: refused
// with a sentence, or values whose texts are one line of bounded UTF-8.
#include "base/utf8.h"
#include "portal/gather_read.h"

#include <stdint.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void require(bool truth)
{
    if (!truth) {
        abort();
    }
}

static void check_text(string_view text)
{
    require(text.length <= LITERATURE_LIMIT_TEXT && utf8_check(text) == text.length);
    for (size_t i = 0; i < text.length; i++) {
        require((unsigned char)text.bytes[i] >= ' ' && text.bytes[i] != 0x7f);
    }
}

static void check_publication(const struct publication *p)
{
    require(p->doi.length > 0 || p->title.length > 0);
    check_text(p->doi);
    check_text(p->title);
    check_text(p->authors);
    check_text(p->venue);
    check_text(p->type);
    check_text(p->address);
    require(p->year == 0 || (p->year >= 1000 && p->year <= 2999));
}

static status read_papers(const json_t *answer, struct arena *arena, struct error *e)
{
    struct gbif_papers papers;
    TRY(gbif_read_papers(answer, arena, &papers, e));
    for (size_t i = 0; i < papers.count; i++) {
        check_publication(&papers.list[i].publication);
        for (size_t k = 0; k < papers.list[i].download_count; k++) {
            require(gbif_is_key(papers.list[i].downloads[k]));
        }
        for (size_t k = 0; k < papers.list[i].occurrence_count; k++) {
            require(gbif_is_key(papers.list[i].occurrences[k]));
        }
    }
    return ST_OK;
}

static status read_downloads(const json_t *answer, struct arena *arena, struct error *e)
{
    struct gbif_download download;
    struct gbif_delivered *list = NULL;
    size_t count = 0;
    bool end = false;
    string_view rank;
    string_view name;
    gbif_read_taxon(answer, arena, &rank, &name);
    check_text(rank);
    check_text(name);
    gbif_read_occurrence(answer, arena, &rank, &name);
    require(rank.length == 0 || rank.length == 36);
    check_text(name);
    if (gbif_read_delivered(answer, arena, &list, &count, &end, NULL) == ST_OK) {
        for (size_t i = 0; i < count; i++) {
            require(list[i].dataset.length == 36);
        }
    }
    TRY(gbif_read_download(answer, arena, &download, e));
    check_text(download.doi);
    return ST_OK;
}

static status read_datacite(const json_t *answer, struct arena *arena, struct error *e)
{
    struct datacite_works works;
    string_view *dois = NULL;
    size_t count = 0;
    if (datacite_read_citations(answer, arena, &dois, &count, NULL) == ST_OK) {
        for (size_t i = 0; i < count; i++) {
            check_text(dois[i]);
            require(dois[i].length > 0);
        }
    }
    TRY(datacite_read_works(answer, SV("10.5519/birds"), arena, &works, e));
    for (size_t i = 0; i < works.count; i++) {
        check_publication(&works.list[i].publication);
    }
    check_text(works.next);
    return ST_OK;
}

static status read_crossref(const json_t *answer, struct arena *arena, struct error *e)
{
    struct crossref_works works;
    struct literature_item item;
    struct crossref_citations cited;
    if (crossref_read_citations(answer, SV("10.5519/birds"), arena, &cited, NULL) == ST_OK) {
        for (size_t i = 0; i < cited.count; i++) {
            check_text(cited.dois[i]);
            require(cited.dois[i].length > 0);
        }
    }
    if (crossref_read_work(answer, arena, &item, NULL) == ST_OK) {
        check_text(item.publication.title);
    }
    TRY(crossref_read_works(answer, arena, &works, e));
    for (size_t i = 0; i < works.count; i++) {
        check_publication(&works.list[i].publication);
        for (size_t k = 0; k < works.list[i].cite_count; k++) {
            check_text(works.list[i].cites[k]);
        }
    }
    check_text(works.next);
    return ST_OK;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static status (*const readers[])(const json_t *, struct arena *, struct error *) = {
        read_papers, read_downloads, read_datacite, read_crossref};
    if (size == 0) {
        return 0;
    }
    json_t *answer = json_loadb((const char *)data + 1, size - 1, JSON_REJECT_DUPLICATES, NULL);
    if (answer != NULL) {
        struct arena arena;
        struct error e = {0};
        arena_init(&arena, (size_t)1 << 30);
        if (readers[data[0] % ARRAY_LENGTH(readers)](answer, &arena, &e) != ST_OK) {
            require(e.message[0] != '\0');
        }
        arena_release(&arena);
        json_decref(answer);
    }
    return 0;
}
