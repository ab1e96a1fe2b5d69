// SPDX-License-Identifier: Apache-2.0
// The search as a table of records, a page at a time.
#include "api/pages/view_table.h"

#include "api/pages/language.h"
#include "api/pages/terms.h"
#include "api/pages/views.h"

#define SHORT_TEXT 14 // bytes that are kept on one line

// What scripts must know of a column: what it is called in addresses.
static void write_column_facts(struct page *p, const struct search_page *search, size_t index)
{
    const struct view_table *table = search->table;
    const struct result_column *column = &search->columns[index];
    if (table == NULL || !table->continuous) {
        return;
    }
    if (column->sortable) {
        HTML(&p->w, " data-field=\"{}\"", html_text(column->field));
    }
    if (table->parameters[index].length > 0) {
        HTML(&p->w, " data-parameter=\"{}\"", html_text(table->parameters[index]));
    }
    if (term_is_name(column->field)) {
        html_put(&p->w, " data-name");
    }
}

static void write_column(struct page *p, const struct search_page *search, size_t index)
{
    const struct result_column *column = &search->columns[index];
    static const char *const orders[] = {"descending", NULL, "ascending"};
    const char *order = orders[column->sorted < 0 ? 0 : column->sorted > 0 ? 2 : 1];
    string_view label = column->label.length > 0 ? column->label : term_words(p, column->field);
    html_put(&p->w, "<th scope=\"col\"");
    if (order != NULL) {
        HTML(&p->w, " aria-sort=\"{}\"", html_string(order));
    }
    write_column_facts(p, search, index);
    if (!column->sortable) {
        HTML(&p->w, ">{}</th>", html_text(label));
        return;
    }
    struct address target = *search->state;
    address_remove(&target, SV("offset"));
    address_remove(&target, SV("after"));
    string_view sort = column->field;
    if (column->sorted > 0) {
        sort = arena_print(p->arena, "-" SV_FORMAT, SV_ARGUMENT(column->field));
    }
    address_set(&target, SV("sort"), column->sorted < 0 ? SV("") : sort);
    HTML(&p->w, "><a href=\"{}\">{}</a></th>", html_text(address_print(&target, p->arena)),
         html_text(label));
}

static void write_cell(struct page *p, const struct result_cell *cell)
{
    if (cell->name && cell->text.length > 0) {
        HTML(&p->w, "<td class=\"name\"><i lang=\"la\">{}</i></td>", html_text(cell->text));
    } else if (cell->code) {
        HTML(&p->w, "<td class=\"code\">{}</td>", html_text(cell->text));
    } else if (cell->quiet) {
        HTML(&p->w, "<td class=\"quiet-cell\" title=\"{}\"><span>{}</span></td>",
             html_text(cell->text), html_text(cell->text));
    } else if (cell->text.length <= SHORT_TEXT) {
        HTML(&p->w, "<td class=\"short\">{}</td>", html_text(cell->text));
    } else {
        HTML(&p->w, "<td>{}</td>", html_text(cell->text));
    }
}

static void write_row(struct page *p, const struct search_page *search,
                      const struct result_row *row)
{
    html_put(&p->w, "<tr>");
    for (size_t i = 0; i < search->column_count; i++) {
        if (i > 0) {
            write_cell(p, &row->cells[i]);
            continue;
        }
        const struct result_cell *cell = &row->cells[0];
        string_view text = cell->text.length > 0 ? cell->text : row->title;
        if (cell->name && cell->text.length > 0) {
            HTML(&p->w,
                 "<th scope=\"row\" class=\"name\"><a href=\"{}\"><i lang=\"la\">{}</i>"
                 "</a></th>",
                 html_text(row->address), html_text(text));
        } else {
            HTML(&p->w, "<th scope=\"row\"><a href=\"{}\">{}</a></th>", html_text(row->address),
                 html_text(text));
        }
    }
    html_put(&p->w, "</tr>\n");
}

static void write_table(struct page *p, const struct search_page *search)
{
    HTML(&p->w,
         "<div class=\"table-scroll\" role=\"region\" tabindex=\"0\" "
         "aria-label=\"{}\">\n<table class=\"records\">\n<thead><tr>",
         html_text(say(p, "Matching records")));
    for (size_t i = 0; i < search->column_count; i++) {
        write_column(p, search, i);
    }
    html_put(&p->w, "</tr></thead>\n<tbody>\n");
    for (size_t i = 0; i < search->row_count; i++) {
        write_row(p, search, &search->rows[i]);
    }
    html_put(&p->w, "</tbody>\n</table>\n</div>\n");
}

static void write_toggle(struct page *p, const struct view_table *table)
{
    static const char *const labels[] = {"Pages", "Continuous"};
    HTML(&p->w, "<nav class=\"choices with-script\" aria-label=\"{}\"><ul>",
         html_text(say(p, "How rows go on")));
    for (size_t i = 0; i < ARRAY_LENGTH(labels); i++) {
        string_view label = say(p, labels[i]);
        if (table->continuous == (i == 1)) {
            HTML(&p->w, "<li><b aria-current=\"true\">{}</b></li>", html_text(label));
        } else {
            HTML(&p->w, "<li><a href=\"{}\">{}</a></li>", html_text(table->other_address),
                 html_text(label));
        }
    }
    html_put(&p->w, "</ul></nav>\n");
}

// The place that scripts fill with all rows, with the words they need.
static void write_place_start(struct page *p, const struct search_page *search)
{
    static const char *const words[][2] = {
        {"label", "Matching records"},
        {"range", "Rows {} to {} of {}"},
        {"failed", "The rows could not be fetched. Scroll to try again."},
        {"sort", "Sort; with Shift beside the others"},
        {"columns", "Columns"},
        {"apply", "Show these columns"},
        {"up", "Move up"},
        {"down", "Move down"},
        {"filter", "Only records with this"},
        {"exclude", "Leave out records with this"},
        {"copy-cell", "Copy the cell"},
        {"copy-row", "Copy the row"},
        {"copied", "Copied"},
        {"open", "Open the record"},
        {"previous", "Previous record"},
        {"next", "Next record"},
        {"close", "Close"},
        {"whole", "The record's own page"},
    };
    HTML(&p->w,
         "<div class=\"grid-place\" data-island=\"grid\" data-total=\"{}\" data-api=\"{}\" "
         "data-fields=\"{}\"",
         html_number((int64_t)search->total), html_text(search->table->api_address),
         html_text(search->table->fields_address));
    for (size_t i = 0; i < ARRAY_LENGTH(words); i++) {
        html_write(&p->w, arena_print(p->arena, " data-%s=\"{}\"", words[i][0]),
                   (const struct html_value[]){html_text(say(p, words[i][1]))}, 1);
    }
    html_put(&p->w, ">\n");
}

void view_draw_table(struct page *p, const struct search_page *search)
{
    bool continuous = search->table != NULL && search->table->continuous;
    if (search->table != NULL) {
        write_toggle(p, search->table);
    }
    if (continuous) {
        page_style(p, "grid.css");
        write_place_start(p, search);
    }
    view_range(p, search);
    write_table(p, search);
    page_pager(p, search->state, search->total, search->limit, search->offset);
    html_write(&p->w, continuous ? SV("</div>\n") : SV(""), NULL, 0);
}
