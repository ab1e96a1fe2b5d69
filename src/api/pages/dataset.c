// SPDX-License-Identifier: Apache-2.0
// The page of one dataset: what it is, who made it, what is in it, how it changed, how to cite it.

#include "api/pages/address.h"
#include "api/pages/drawing.h"
#include "api/pages/language.h"
#include "api/pages/page.h"
#include "api/pages/publications.h"
#include "api/pages/terms.h"
#include "api/pages/use.h"
#include "base/percent.h"

#define FILES_SHOWN   ((size_t)10) // the older ones are folded
#define FIELDS_FOLDED 40           // with more fields than this,
#define FIELDS_SHOWN  25           // so many are shown before the fold

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
    HTML(&p->w, "<div><p class=\"label-house\">{}</p>\n<h1>{}</h1>\n", html_text(say(p, "Dataset")),
         html_text(dataset->title));
    write_authors(p, dataset);
    HTML(&p->w, "<p class=\"label-line\">{}", html_text(kinds_in_words(p, &dataset->holdings)));
    if (dataset->changed > 0) {
        HTML(&p->w, " · {} ", html_text(say(p, "changed")));
        page_time(p, dataset->changed);
    }
    HTML(&p->w,
         "</p>\n<p class=\"actions\"><a class=\"button primary\" href=\"{}\">{}"
         "</a></p>\n</div>\n</header>\n",
         html_text(dataset->search_address), html_text(say(p, "Search its records")));
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
    page_literature_dataset(p, &dataset->literature);
    html_put(&p->w, "</dl>\n");
    if (dataset->tag_count > 0) {
        HTML(&p->w, "<ul class=\"tags\" aria-label=\"{}\">\n", html_text(say(p, "Tags")));
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
    struct kind_count kind = {table->kind, table->records};
    HTML(&p->w, "<span class=\"small\"><span class=\"code\">{}</span>{}{}</span>",
         html_text(titled ? table->slug : SV("")), html_string(titled ? " · " : ""),
         html_text(kind_in_words(p, &kind)));
    if (table->files[0].length > 0) {
        HTML(&p->w,
             "<p class=\"small table-files\">{} <a href=\"{}\" download>CSV</a> "
             "<a href=\"{}\" download>JSON Lines</a></p>",
             html_text(say(p, "All its records:")), html_text(table->files[0]),
             html_text(table->files[1]));
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
    HTML(&p->w,
         "<section aria-labelledby=\"tables-title\">\n<h2 id=\"tables-title\">{}</h2>\n<ul "
         "class=\"resources\">\n",
         html_text(say(p, "Tables")));
    for (size_t i = 0; i < dataset->table_count; i++) {
        write_table(p, &dataset->tables[i]);
    }
    html_put(&p->w, "</ul>\n");
    if (dataset->download != NULL) {
        HTML(&p->w, "<h3 id=\"download\">{}</h3>\n", html_text(say(p, "Download all its records")));
        page_downloads_form(p, dataset->download);
        page_downloads(p, dataset->download);
        if (dataset->file_count > 0) {
            HTML(&p->w, "<p><a class=\"more\" href=\"#files-title\">{}</a></p>\n",
                 html_text(say(p, "Raw files, as they came")));
        }
    }
    html_put(&p->w, "</section>\n");
}

// --- files -----------------------------------------------------------------------------------

static const char *absence_in_words(enum file_absence why)
{
    switch (why) {
    case FILE_ERASED:
        return "removed: it could hold values that were erased by law";
    case FILE_WITHDRAWN:
        return "withdrawn";
    default:
        return "no longer here";
    }
}

static void write_file(struct page *p, const struct file_row *file)
{
    if (file->address.length > 0) {
        HTML(&p->w, "<li><a href=\"{}\" download rel=\"nofollow\">{}</a>", html_text(file->address),
             html_text(file->name));
    } else {
        HTML(&p->w, "<li>{} <span class=\"small\">({})</span>", html_text(file->name),
             html_text(say(p, absence_in_words(file->why_gone))));
    }
    HTML(&p->w, " <span class=\"small\">{} · {} · ", html_text(file->media_type),
         html_text(say_count(p, file->bytes, "{} byte", "{} bytes")));
    page_time(p, file->time);
    if (file->table.length > 0) {
        html_put(&p->w, " · ");
        HTML(&p->w, "{} <span class=\"code\">{}</span>", html_text(say(p, "source of the table")),
             html_text(file->table));
    }
    HTML(&p->w, "</span><p class=\"digest small\">SHA-256 <code>{}</code></p></li>\n",
         html_text(file->sha256));
}

static void write_files(struct page *p, const struct dataset_page *dataset)
{
    if (dataset->file_count == 0) {
        return;
    }
    HTML(&p->w,
         "<section aria-labelledby=\"files-title\">\n<h2 id=\"files-title\">{}</h2>\n<p "
         "class=\"small\">{}</p>\n<ul class=\"resources\">\n",
         html_text(say(p, "Files")),
         html_text(say(p, "As they came: what is searched here may be newer, and was put right.")));
    size_t shown = MIN(dataset->file_count, FILES_SHOWN);
    for (size_t i = 0; i < shown; i++) {
        write_file(p, &dataset->files[i]);
    }
    html_put(&p->w, "</ul>\n");
    if (shown < dataset->file_count) {
        HTML(&p->w,
             "<details class=\"more-fields\"><summary>{}</summary>\n<ul class=\"resources\">\n",
             html_text(
                 SAY_TEXT(p, "The other {} files", page_grouped(p, dataset->file_count - shown))));
        for (size_t i = shown; i < dataset->file_count; i++) {
            write_file(p, &dataset->files[i]);
        }
        html_put(&p->w, "</ul>\n</details>\n");
    }
    html_put(&p->w, "</section>\n");
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

// The commonest values, each with its share of the records that have one.
static void write_top(struct page *p, const struct field_row *field)
{
    html_put(&p->w, "<ul class=\"top-values\">");
    for (size_t i = 0; i < field->top_count; i++) {
        const struct page_link *top = &field->top[i];
        HTML(&p->w, "<li><a href=\"{}\">{}</a> <span class=\"small\">{}</span>",
             html_text(top->address), html_text(page_start_of(p, top->label)),
             html_count(top->count));
        page_bar(p, top->count, field->filled);
        html_put(&p->w, "</li>");
    }
    html_put(&p->w, "</ul>");
    if (field->distinct > field->top_count) {
        HTML(&p->w, "<span class=\"small\">{}</span>",
             html_text(say_count(p, field->distinct, "{} value", "{} values")));
    }
}

static void write_field(struct page *p, const struct dataset_page *dataset,
                        const struct field_row *field)
{
    HTML(&p->w, "<tr><th scope=\"row\">{}<span class=\"field-name code\">{}</span></th>",
         html_text(term_words(p, field->name)), html_text(field->name));
    if (dataset->table_count > 1) {
        HTML(&p->w, "<td class=\"code\">{}</td>", html_text(field->table));
    }
    HTML(&p->w, "<td>{}</td><td class=\"fill\">", html_text(field->type));
    page_bar(p, field->filled, field->records);
    HTML(&p->w, "<span>{}<span class=\"hidden\"> {}</span></span></td>",
         html_text(arena_print(p->arena, "%llu %%",
                               (unsigned long long)per_cent(field->filled, field->records))),
         html_text(SAY_TEXT(p, "of {} records", page_grouped(p, field->records))));
    html_put(&p->w, "<td class=\"example\">");
    if (field->bar_count > 1) {
        draw_plot(p, field->bars, field->bar_count, field->bar_width);
    }
    if (field->top_count > 0 && field->bar_count <= 1) {
        write_top(p, field);
    } else if (field->bar_count <= 1) {
        HTML(&p->w, "{}", html_text(field->example));
    }
    html_put(&p->w, "</td></tr>\n");
}

static void write_field_table(struct page *p, const struct dataset_page *dataset, size_t first,
                              size_t end, const char *label)
{
    HTML(&p->w,
         "<div class=\"table-scroll\" role=\"region\" tabindex=\"0\" aria-label=\"{}\">\n<table "
         "class=\"plain fields\">\n<thead><tr><th scope=\"col\">{}</th>",
         html_text(say(p, label)), html_text(say(p, "Field")));
    if (dataset->table_count > 1) {
        HTML(&p->w, "<th scope=\"col\">{}</th>", html_text(say(p, "Table")));
    }
    HTML(&p->w,
         "<th scope=\"col\">{}</th><th scope=\"col\">{}</th><th "
         "scope=\"col\">{}</th></tr></thead>\n<tbody>\n",
         html_text(say(p, "Type")), html_text(say(p, "Filled")), html_text(say(p, "Values")));
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
    HTML(&p->w, "<section aria-labelledby=\"fields-title\">\n<h2 id=\"fields-title\">{}</h2>\n",
         html_text(say_count(p, dataset->field_count, "{} field", "{} fields")));
    if (dataset->profile_address.length > 0) {
        HTML(&p->w,
             "<p class=\"profile-later\" data-island=\"profile\" data-address=\"{}\"><a "
             "class=\"button\" "
             "href=\"{}#fields-title\">{}</a></p>\n",
             html_text(dataset->profile_address), html_text(dataset->profile_address),
             html_text(say(p, "Plots and commonest values")));
    }
    size_t shown = dataset->field_count > FIELDS_FOLDED ? FIELDS_SHOWN : dataset->field_count;
    write_field_table(p, dataset, 0, shown, "Table of fields");
    if (shown < dataset->field_count) {
        HTML(&p->w, "<details class=\"more-fields\"><summary>{}</summary>\n",
             html_text(SAY_TEXT(p, "The other {} fields",
                                page_grouped(p, dataset->field_count - shown))));
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
        HTML(&p->w, "<p class=\"small\">{}</p></li>\n", html_text(say(p, "description changed")));
        return;
    }
    HTML(&p->w, "<p class=\"counts\"><a href=\"{}\">", html_text(commit->changes_address));
    if (commit->added > 0) {
        HTML(&p->w, "<span class=\"added\">{}</span> ",
             html_text(SAY_TEXT(p, "+{} added", page_grouped(p, commit->added))));
    }
    if (commit->changed > 0) {
        HTML(&p->w, "<span class=\"changed\">{}</span> ",
             html_text(SAY_TEXT(p, "{} changed", page_grouped(p, commit->changed))));
    }
    if (commit->removed > 0) {
        HTML(&p->w, "<span class=\"removed\">{}</span>",
             html_text(SAY_TEXT(p, "−{} removed", page_grouped(p, commit->removed))));
    }
    html_put(&p->w, "</a></p>");
    if (commit->report_address.length > 0) {
        HTML(&p->w, "\n<p class=\"small\"><a href=\"{}\">{}</a></p>",
             html_text(commit->report_address), html_text(say(p, "Report of bad rows")));
    }
    html_put(&p->w, "</li>\n");
}

static string_view feed_address(const struct page *p, const struct dataset_page *dataset)
{
    struct address *a = arena_new(p->arena, struct address);
    if (a == NULL) {
        return SV("");
    }
    address_init(a, SV("/api/v1/feed"));
    address_add(a, SV("dataset"), dataset->slug);
    return address_print(a, p->arena);
}

static void write_growth(struct page *p, const struct dataset_page *dataset)
{
    if (dataset->growth_count > 1) {
        HTML(&p->w, "<section aria-labelledby=\"growth-title\">\n<h2 id=\"growth-title\">{}</h2>\n",
             html_text(say(p, "Growing over time")));
        draw_growth(p, dataset->kind, dataset->growth, dataset->growth_count);
        html_put(&p->w, "</section>\n");
    }
}

static void write_use(struct page *p, const struct page_use *use)
{
    if (use == NULL || !use->known) {
        return;
    }
    HTML(&p->w, "<section aria-labelledby=\"use-title\">\n<h2 id=\"use-title\">{}</h2>\n",
         html_text(say(p, "Use")));
    page_use_figures(p, use);
    page_use_chart(p, use);
    html_put(&p->w, "</section>\n");
}

static void write_commits(struct page *p, const struct dataset_page *dataset)
{
    if (dataset->commit_count == 0) {
        return;
    }
    HTML(&p->w,
         "<section aria-labelledby=\"history-title\">\n<h2 "
         "id=\"history-title\">{}</h2>\n<ol class=\"commits\">\n",
         html_text(say(p, "History")));
    for (size_t i = 0; i < dataset->commit_count; i++) {
        write_commit(p, &dataset->commits[i]);
    }
    html_put(&p->w, "</ol>\n");
    if (dataset->commits_address.length > 0) {
        HTML(&p->w, "<p><a class=\"more\" href=\"{}\">{}</a></p>\n",
             html_text(dataset->commits_address),
             html_text(SAY_TEXT(p, "All {} commits", page_grouped(p, dataset->commit_total))));
    }
    HTML(&p->w, "<p><a class=\"more\" href=\"{}\">{}</a></p>\n",
         html_text(feed_address(p, dataset)), html_text(say(p, "Follow the changes (Atom feed)")));
    html_put(&p->w, "</section>\n");
}

static void write_body(struct page *p, const struct dataset_page *dataset)
{
    html_put(&p->w, "<div class=\"with-aside\">\n<div>\n");
    if (dataset->description_markup.length > 0) {
        HTML(&p->w,
             "<section class=\"prose\" aria-labelledby=\"description-title\">\n<h2 "
             "id=\"description-title\">{}</h2>\n{}\n</section>\n",
             html_text(say(p, "Description")), html_markup(dataset->description_markup));
    }
    write_tables(p, dataset);
    write_files(p, dataset);
    write_fields(p, dataset);
    HTML(&p->w, "</div>\n<aside aria-label=\"{}\">\n", html_text(say(p, "About this dataset")));
    write_facts(p, dataset);
    if (dataset->coverage != NULL) {
        const double extent[] = {dataset->west, dataset->south, dataset->east, dataset->north};
        draw_coverage(p, dataset->coverage, dataset->has_extent ? extent : NULL);
    } else if (dataset->has_extent) {
        draw_extent(p, dataset->west, dataset->south, dataset->east, dataset->north);
    }
    page_cite(p, dataset->citation, dataset->citation_links);
    page_digest(p, &dataset->digest);
    write_growth(p, dataset);
    write_use(p, dataset->use);
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
    p.arena = arena;
    head.feed = feed_address(&p, dataset);
    page_begin(&p, dataset->site, arena, out, &head);
    if (dataset->as_of) {
        page_version_bar(&p, dataset->version, canonical);
    }
    write_header(&p, dataset);
    write_body(&p, dataset);
    return page_end(&p, e);
}
