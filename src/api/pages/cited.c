// SPDX-License-Identifier: Apache-2.0
// Draws the page of an identifier.
#include "api/pages/cited.h"

#include "api/pages/language.h"

static void fact(struct page *p, const char *label)
{
    HTML(&p->w, "<div><dt>{}</dt><dd>", html_text(say(p, label)));
}

static void fact_end(struct page *p)
{
    html_put(&p->w, "</dd></div>\n");
}

static void fact_link(struct page *p, string_view address, const char *label)
{
    if (address.length > 0) {
        HTML(&p->w, " <a href=\"{}\">{}</a>", html_text(address), html_text(say(p, label)));
    }
}

// Rule F1: where it is not registered, the page says so and calls it nothing else.
static void write_identifier(struct page *p, const struct cited_page *c)
{
    fact(p, "Identifier");
    HTML(&p->w, "<a id=\"identifier\" href=\"{}\">{}</a> ", html_text(c->identifier),
         html_text(c->identifier));
    page_copy_button(p, "identifier", "Copy");
    HTML(&p->w, "<br><span class=\"small\">{}</span>", html_text(say(p, c->state)));
    fact_end(p);
}

static void write_versions(struct page *p, const struct cited_page *c)
{
    if (c->version != 0) {
        fact(p, "Version");
        page_time(p, c->version);
        fact_link(p, c->then_address, "These records at this version");
        fact_end(p);
    }
    fact(p, c->name ? "Named" : "Cited since");
    page_time(p, c->created);
    fact_end(p);
}

static void write_counts(struct page *p, const struct cited_page *c)
{
    if (c->counted) {
        fact(p, "Records then");
        HTML(&p->w, "{}", html_count(c->then));
        fact_end(p);
    }
    if (c->counts_now) {
        fact(p, "Records now");
        HTML(&p->w, "{}", html_count(c->now));
        fact_link(p, c->now_address, "The same search now");
        fact_link(p, c->changes_address, "What changed since");
        fact_end(p);
    }
}

static void write_facts(struct page *p, const struct cited_page *c)
{
    html_put(&p->w, "<dl class=\"facts\">\n");
    write_identifier(p, c);
    if (c->words.length > 0) {
        fact(p, "What was asked");
        HTML(&p->w, "{}", html_text(page_start_of(p, c->words)));
        fact_end(p);
    }
    write_versions(p, c);
    write_counts(p, c);
    html_put(&p->w, "</dl>\n");
}

// --- the re-run ------------------------------------------------------------------------------

// Rule F4: the date, the kind of reason, the number of records touched.
static void write_erased(struct page *p, const struct cited_page *c)
{
    if (c->erased == 0) {
        return;
    }
    html_put(&p->w, "<p class=\"notice\">");
    if (c->first_erased == c->last_erased) {
        SAY(p,
            "Records that were erased by law, in part or whole, on {}: {} of them are among "
            "these.",
            html_text(page_date(p, c->first_erased)), html_count(c->erased));
    } else {
        SAY(p,
            "Records that were erased by law, in part or whole, from {} to {}: {} of them are "
            "among these.",
            html_text(page_date(p, c->first_erased)), html_text(page_date(p, c->last_erased)),
            html_count(c->erased));
    }
    html_put(&p->w, "</p>\n");
}

static void write_result(struct page *p, const struct cited_page *c)
{
    static const char *const results[] = {
        [CITED_NOT_CHECKED] = "",
        [CITED_EQUAL] = "The search was run again at its version: it gives the records that were "
                        "cited, value by value, and the same digest.",
        [CITED_EQUAL_BUT] = "The search was run again at its version: every record that was not "
                            "erased is proved equal, and with the hashes kept of those that were, "
                            "the digest recorded comes out.",
        [CITED_DIFFERENT] = "The search was run again at its version, and its digest is another: "
                            "these are not the records that were cited.",
        [CITED_NOT_TOLD] = "The search was run again at its version; too many records were erased "
                           "by law since for the digest recorded to be found again.",
        [CITED_IMPOSSIBLE] = "The search cannot be run again: records of that version are not in "
                             "this portal.",
        [CITED_NO_RECORDED] = "The search was run again at its version; no digest was recorded to "
                              "compare it with.",
    };
    if (c->check == CITED_NOT_CHECKED) {
        return;
    }
    HTML(&p->w, "<p class=\"result\" role=\"status\">{}</p>\n",
         html_text(say(p, results[c->check])));
    write_erased(p, c);
}

static void write_digest(struct page *p, const char *label, string_view digest)
{
    if (digest.length > 0) {
        fact(p, label);
        HTML(&p->w, "<code>{}</code>", html_text(digest));
        fact_end(p);
    }
}

static void write_check(struct page *p, const struct cited_page *c)
{
    HTML(&p->w, "<section aria-labelledby=\"again\" class=\"again\">\n<h2 id=\"again\">{}</h2>\n",
         html_text(say(p, "Is it still the same?")));
    html_put(&p->w, "<dl class=\"facts\">\n");
    write_digest(p, "Digest recorded", c->digest);
    write_digest(p, "Digest of the records as they are", c->digest_now);
    html_put(&p->w, "</dl>\n");
    write_result(p, c);
    if (c->check_address.length > 0) {
        HTML(&p->w,
             "<form action=\"{}\" method=\"get\"><input type=\"hidden\" name=\"check\" "
             "value=\"true\"><button type=\"submit\" class=\"primary\">{}</button></form>\n",
             html_text(c->check_address), html_text(say(p, "Run it again and compare")));
    }
    html_put(&p->w, "</section>\n");
}

// --- what it is of ---------------------------------------------------------------------------

static void write_row(struct page *p, const struct cited_row *row)
{
    html_put(&p->w, "<tr><th scope=\"row\">");
    if (row->address.length > 0) {
        HTML(&p->w, "<a href=\"{}\">{}</a>", html_text(row->address), html_text(row->title));
    } else {
        HTML(&p->w, "{}", html_text(row->title));
    }
    HTML(&p->w, "</th><td class=\"number\">{}</td><td>", html_count(row->records));
    if (row->licence.length == 0) {
        HTML(&p->w, "{}", html_text(say(p, "not stated")));
    } else if (row->licence_address.length > 0) {
        HTML(&p->w, "<a href=\"{}\">{}</a>", html_text(row->licence_address),
             html_text(row->licence));
    } else {
        HTML(&p->w, "{}", html_text(page_start_of(p, row->licence)));
    }
    html_put(&p->w, "</td></tr>\n");
}

static void write_datasets(struct page *p, const struct cited_page *c)
{
    if (c->dataset_count == 0) {
        return;
    }
    HTML(&p->w,
         "<section aria-labelledby=\"sources\">\n<h2 id=\"sources\">{}</h2>\n<table "
         "class=\"plain\">\n<thead><tr><th scope=\"col\" class=\"text\">{}</th><th scope=\"col\" "
         "class=\"number\">{}</th><th scope=\"col\" class=\"text\">{}</th></tr></thead>\n<tbody>\n",
         html_text(say(p, "Datasets it is drawn from")), html_text(say(p, "Dataset")),
         html_text(say(p, "Records then")), html_text(say(p, "Licence")));
    for (size_t i = 0; i < c->dataset_count; i++) {
        write_row(p, &c->rows_of_datasets[i]);
    }
    html_put(&p->w, "</tbody>\n</table>\n</section>\n");
}

static void write_metadata(struct page *p, const struct cited_page *c)
{
    HTML(&p->w,
         "<section aria-labelledby=\"metadata\">\n<h2 id=\"metadata\">{}</h2>\n<ul "
         "class=\"formats\">\n",
         html_text(say(p, "For programs")));
    for (size_t i = 0; i < c->metadata_count; i++) {
        HTML(&p->w, "<li><a href=\"{}\">{}</a></li>\n", html_text(c->metadata_links[i].address),
             html_text(c->metadata_links[i].label));
    }
    html_put(&p->w, "</ul>\n</section>\n");
}

// Rule F5: a tombstone says why it is one, and when it became one.
static void write_end(struct page *p, const struct cited_page *c)
{
    html_put(&p->w, "<p class=\"notice\" role=\"alert\">");
    if (c->withdrawn && c->words_erased != 0) {
        SAY(p,
            "This identifier was withdrawn on {}: what was asked held values that were erased by "
            "law. What it counted stays readable.",
            html_text(page_date(p, c->words_erased)));
    } else if (c->withdrawn) {
        HTML(&p->w, "{}",
             html_text(say(p, "This identifier was withdrawn. It stays readable, so that those who "
                              "cited it can see what it stood for.")));
    } else {
        SAY(p, "Words of what was cited were erased by law on {}. What it is of stays.",
            html_text(page_date(p, c->words_erased)));
    }
    html_put(&p->w, "</p>\n");
}

static void write_above(struct page *p, const struct cited_page *c)
{
    HTML(&p->w, "<p class=\"kicker\">{}</p>\n<h1>{}</h1>\n",
         html_text(say(p, c->dataset ? "A cited dataset"
                          : c->name  ? "A search with a name"
                                     : "A cited search")),
         html_text(page_start_of(p, c->title)));
    if (c->withdrawn || c->words_erased != 0) {
        write_end(p, c);
    }
    if (c->imported) {
        HTML(&p->w, "<p class=\"notice\">{}</p>\n",
             html_text(say(p, "This identifier was made by an earlier portal of this house.")));
    }
    for (size_t i = 0; i < c->warning_count; i++) {
        HTML(&p->w, "<p class=\"notice\">{}</p>\n", html_text(c->warnings[i]));
    }
}

status page_cited(const struct cited_page *cited, struct arena *arena, struct buffer *out,
                  struct error *e)
{
    struct page p = {.arena = arena, .site = cited->site};
    const struct page_head head = {.title = cited->title,
                                   .canonical = cited->path,
                                   .linked = cited->linked,
                                   .noindex = !cited->registered,
                                   .section = "search",
                                   .search_form = true};
    page_begin(&p, cited->site, arena, out, &head);
    write_above(&p, cited);
    write_facts(&p, cited);
    if (!cited->withdrawn && !cited->name) {
        page_cite(&p, cited->citation, cited->citation_links);
    }
    if (!cited->dataset && !cited->name) {
        write_check(&p, cited);
    }
    write_datasets(&p, cited);
    if (!cited->name) {
        write_metadata(&p, cited);
    }
    return page_end(&p, e);
}
