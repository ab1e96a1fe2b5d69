// SPDX-License-Identifier: Apache-2.0
// The page of one dataset: what it is, who made it, what is in it, how it changed, how to cite it.

#include "api/pages/drawing.h"
#include "api/pages/page.h"
#include "api/pages/terms.h"
#include "base/percent.h"

#define FIELDS_FOLDED 40 // with more fields than this,
#define FIELDS_SHOWN  25 // so many are shown before the fold

static void write_authors(struct page *p, const struct dataset_page *dataset)
{
    if (dataset->author_count == 0) {
        return;
    }
    html_put(&p->w, "<p class=\"authors\">");
    for (size_t i = 0; i < dataset->author_count; i++) {
        const struct author_row *author = &dataset->authors[i];
        if (i > 0) {
            html_put(&p->w, ", ");
        }
        if (author->identifier.length > 0) {
            HTML(&p->w, "<a href=\"{}\">{}</a>", html_text(author->identifier),
                 html_text(author->name));
        } else {
            HTML(&p->w, "{}", html_text(author->name));
        }
        if (author->affiliation.length > 0) {
            HTML(&p->w, " <span class=\"small\">({})</span>", html_text(author->affiliation));
        }
    }
    html_put(&p->w, "</p>\n");
}

static void write_header(struct page *p, const struct dataset_page *dataset)
{
    html_put(&p->w, "<header class=\"label-card dataset-head\">\n");
    page_plate(p, dataset->kind, dataset->subject);
    HTML(&p->w, "<div><p class=\"label-house\">Dataset</p>\n<h1>{}</h1>\n",
         html_text(dataset->title));
    write_authors(p, dataset);
    HTML(&p->w, "<p class=\"label-line\">{}", html_text(kinds_in_words(p, &dataset->holdings)));
    if (dataset->changed > 0) {
        html_put(&p->w, " · changed ");
        page_time(p, dataset->changed);
    }
    HTML(&p->w,
         "</p>\n<p class=\"actions\"><a class=\"button primary\" href=\"{}\">Search its "
         "records</a></p>\n</div>\n</header>\n",
         html_text(dataset->search_address));
}

static void write_facts(struct page *p, const struct dataset_page *dataset)
{
    html_put(&p->w, "<dl class=\"facts\">\n");
    for (size_t i = 0; i < dataset->fact_count; i++) {
        const struct page_pair *fact = &dataset->facts[i];
        if (fact->address.length > 0) {
            HTML(&p->w, "<div><dt>{}</dt><dd><a href=\"{}\">{}</a></dd></div>\n",
                 html_text(fact->label), html_text(fact->address), html_text(fact->value));
        } else {
            HTML(&p->w, "<div><dt>{}</dt><dd>{}</dd></div>\n", html_text(fact->label),
                 html_text(fact->value));
        }
    }
    html_put(&p->w, "</dl>\n");
    if (dataset->tag_count > 0) {
        html_put(&p->w, "<ul class=\"tags\" aria-label=\"Tags\">\n");
        for (size_t i = 0; i < dataset->tag_count; i++) {
            HTML(&p->w, "<li><a href=\"/datasets?q={}\">{}</a></li>\n", html_text(dataset->tags[i]),
                 html_text(dataset->tags[i]));
        }
        html_put(&p->w, "</ul>\n");
    }
}

static void write_table(struct page *p, const struct resource_row *table)
{
    bool titled = table->title.length > 0 && !sv_equal(table->title, table->slug);
    HTML(&p->w, "<li><a href=\"{}\">{}</a> ", html_text(table->address),
         html_text(titled ? table->title : table->slug));
    if (table->file) {
        HTML(&p->w, "<span class=\"small\">{} · {} bytes</span>", html_text(table->media_type),
             html_count(table->records));
    } else {
        struct kind_count kind = {table->kind, table->records};
        HTML(&p->w, "<span class=\"small\"><span class=\"code\">{}</span>{}{}</span>",
             html_text(titled ? table->slug : SV("")), html_string(titled ? " · " : ""),
             html_text(kind_in_words(p, &kind)));
    }
    if (table->description.length > 0) {
        HTML(&p->w, "<p class=\"small\">{}</p>", html_text(table->description));
    }
    html_put(&p->w, "</li>\n");
}

static void write_tables(struct page *p, const struct dataset_page *dataset)
{
    if (dataset->table_count == 0) {
        return;
    }
    html_put(&p->w, "<section aria-labelledby=\"tables-title\">\n<h2 id=\"tables-title\">Tables "
                    "and files</h2>\n<ul class=\"resources\">\n");
    for (size_t i = 0; i < dataset->table_count; i++) {
        write_table(p, &dataset->tables[i]);
    }
    html_put(&p->w, "</ul>\n</section>\n");
}

// Filled in whole per cent, but never 100 while one is missing nor 0 while one is there.
static uint64_t per_cent(uint64_t part, uint64_t whole)
{
    if (whole == 0 || part == 0) {
        return 0;
    }
    uint64_t share = (uint64_t)((double)part * 100.0 / (double)whole);
    if (part < whole) {
        share = MIN(share, 99);
    }
    return MAX(share, 1);
}

static void write_field(struct page *p, const struct dataset_page *dataset,
                        const struct field_row *field)
{
    HTML(&p->w, "<tr><th scope=\"row\">{}<span class=\"field-name code\">{}</span></th>",
         html_text(term_label(p->arena, field->name)), html_text(field->name));
    if (dataset->table_count > 1) {
        HTML(&p->w, "<td class=\"code\">{}</td>", html_text(field->table));
    }
    HTML(&p->w, "<td>{}</td><td class=\"fill\">", html_text(field->type));
    page_bar(p, field->filled, field->records);
    HTML(&p->w, "<span>{}<span class=\"hidden\"> of {} records</span></span></td>",
         html_text(arena_print(p->arena, "%llu %%",
                               (unsigned long long)per_cent(field->filled, field->records))),
         html_count(field->records));
    HTML(&p->w, "<td class=\"example\">{}</td></tr>\n", html_text(field->example));
}

static void write_field_table(struct page *p, const struct dataset_page *dataset, size_t first,
                              size_t end, const char *label)
{
    HTML(&p->w,
         "<div class=\"table-scroll\" role=\"region\" tabindex=\"0\" aria-label=\"{}\">\n<table "
         "class=\"plain fields\">\n<thead><tr><th scope=\"col\">Field</th>",
         html_string(label));
    if (dataset->table_count > 1) {
        html_put(&p->w, "<th scope=\"col\">Table</th>");
    }
    html_put(&p->w, "<th scope=\"col\">Type</th><th scope=\"col\">Filled</th><th "
                    "scope=\"col\">Example</th></tr></thead>\n<tbody>\n");
    for (size_t i = first; i < end; i++) {
        write_field(p, dataset, &dataset->fields[i]);
    }
    html_put(&p->w, "</tbody>\n</table>\n</div>\n");
}

static void write_fields(struct page *p, const struct dataset_page *dataset)
{
    if (dataset->field_count == 0) {
        return;
    }
    HTML(&p->w, "<section aria-labelledby=\"fields-title\">\n<h2 id=\"fields-title\">{} {}</h2>\n",
         html_count(dataset->field_count),
         html_string(dataset->field_count == 1 ? "field" : "fields"));
    size_t shown = dataset->field_count > FIELDS_FOLDED ? FIELDS_SHOWN : dataset->field_count;
    write_field_table(p, dataset, 0, shown, "Table of fields");
    if (shown < dataset->field_count) {
        HTML(&p->w, "<details class=\"more-fields\"><summary>The other {} fields</summary>\n",
             html_count(dataset->field_count - shown));
        write_field_table(p, dataset, shown, dataset->field_count, "Table of the other fields");
        html_put(&p->w, "</details>\n");
    }
    html_put(&p->w, "</section>\n");
}

static void write_commit(struct page *p, const struct commit_row *commit)
{
    html_put(&p->w, "<li class=\"commit\"><p class=\"commit-when\">");
    if (commit->address.length > 0) {
        HTML(&p->w, "<a href=\"{}\">", html_text(commit->address));
        page_time(p, commit->time);
        html_put(&p->w, "</a>");
    } else {
        page_time(p, commit->time);
    }
    HTML(&p->w, " <span class=\"small\">{}</span></p>\n<p>{}</p>\n", html_text(commit->author),
         html_text(commit->message));
    if (commit->metadata) {
        html_put(&p->w, "<p class=\"small\">description changed</p></li>\n");
        return;
    }
    html_put(&p->w, "<p class=\"counts\">");
    if (commit->added > 0) {
        HTML(&p->w, "<span class=\"added\">+{} added</span> ", html_count(commit->added));
    }
    if (commit->changed > 0) {
        HTML(&p->w, "<span class=\"changed\">{} changed</span> ", html_count(commit->changed));
    }
    if (commit->removed > 0) {
        HTML(&p->w, "<span class=\"removed\">−{} removed</span>", html_count(commit->removed));
    }
    html_put(&p->w, "</p>");
    if (commit->report_address.length > 0) {
        HTML(&p->w, "\n<p class=\"small\"><a href=\"{}\">Report of bad rows</a></p>",
             html_text(commit->report_address));
    }
    html_put(&p->w, "</li>\n");
}

static void write_commits(struct page *p, const struct dataset_page *dataset)
{
    if (dataset->commit_count == 0) {
        return;
    }
    html_put(&p->w, "<section aria-labelledby=\"history-title\">\n<h2 "
                    "id=\"history-title\">History</h2>\n<ol class=\"commits\">\n");
    for (size_t i = 0; i < dataset->commit_count; i++) {
        write_commit(p, &dataset->commits[i]);
    }
    html_put(&p->w, "</ol>\n");
    if (dataset->commits_address.length > 0) {
        HTML(&p->w, "<p><a class=\"more\" href=\"{}\">All {} commits</a></p>\n",
             html_text(dataset->commits_address), html_count(dataset->commit_total));
    }
    html_put(&p->w, "</section>\n");
}

static void write_body(struct page *p, const struct dataset_page *dataset)
{
    html_put(&p->w, "<div class=\"with-aside\">\n<div>\n");
    if (dataset->description_markup.length > 0) {
        HTML(&p->w,
             "<section class=\"prose\" aria-labelledby=\"description-title\">\n<h2 "
             "id=\"description-title\">Description</h2>\n{}\n</section>\n",
             html_markup(dataset->description_markup));
    }
    write_tables(p, dataset);
    write_fields(p, dataset);
    html_put(&p->w, "</div>\n<aside aria-label=\"About this dataset\">\n");
    write_facts(p, dataset);
    if (dataset->has_extent) {
        draw_extent(p, dataset->west, dataset->south, dataset->east, dataset->north);
    }
    if (dataset->citation.length > 0) {
        HTML(&p->w,
             "<section class=\"citation\" aria-labelledby=\"citation-title\">\n<h2 "
             "id=\"citation-title\">Cite</h2>\n<p id=\"citation\">{}</p>\n",
             html_text(dataset->citation));
        page_copy_button(p, "citation", "Copy the citation");
        html_put(&p->w, "</section>\n");
    }
    write_commits(p, dataset);
    html_put(&p->w, "</aside>\n</div>\n");
}

status page_dataset(const struct dataset_page *dataset, struct arena *arena, struct buffer *out,
                    struct error *e)
{
    struct page p;
    struct buffer path;
    buffer_init(&path, 8192);
    buffer_append_view(&path, SV("/dataset/"));
    percent_encode(&path, dataset->slug);
    string_view canonical = arena_copy(arena, buffer_view(&path));
    buffer_release(&path);
    struct page_head head = {
        .title = dataset->title,
        .description = dataset->description.length > 0 ? dataset->description : dataset->title,
        .canonical = canonical,
        .noindex = dataset->as_of,
        .section = "datasets",
        .search_form = true,
    };
    page_begin(&p, dataset->site, arena, out, &head);
    if (dataset->as_of) {
        page_version_bar(&p, dataset->version, canonical);
    }
    write_header(&p, dataset);
    write_body(&p, dataset);
    return page_end(&p, e);
}
