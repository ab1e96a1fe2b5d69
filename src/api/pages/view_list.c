// SPDX-License-Identifier: Apache-2.0
// The search as a list: what a table says in a line, as a few words under each name.
#include "api/pages/terms.h"
#include "api/pages/views.h"

static string_view column_label(struct page *p, const struct result_column *column)
{
    return column->label.length > 0 ? column->label : term_words(p, column->field);
}

static void write_title(struct page *p, const struct result_row *row)
{
    const struct result_cell *first = &row->cells[0];
    string_view text = first->text.length > 0 ? first->text : row->title;
    HTML(&p->w, "<h2><a href=\"{}\">", html_text(row->address));
    if (first->name && first->text.length > 0) {
        HTML(&p->w, "<i lang=\"la\">{}</i>", html_text(page_start_of(p, text)));
    } else {
        HTML(&p->w, "{}", html_text(page_start_of(p, text)));
    }
    html_put(&p->w, "</a></h2>\n");
}

static void write_item(struct page *p, const struct search_page *search,
                       const struct result_row *row)
{
    html_put(&p->w, "<li>\n");
    write_title(p, row);
    html_put(&p->w, "<dl>");
    for (size_t i = 1; i < search->column_count; i++) {
        const struct result_cell *cell = &row->cells[i];
        if (cell->text.length > 0) {
            HTML(&p->w, "<div><dt>{}</dt><dd class=\"{}\">{}</dd></div>",
                 html_text(column_label(p, &search->columns[i])),
                 html_string(cell->code ? "code" : "plain"), html_text(cell->text));
        }
    }
    html_put(&p->w, "</dl>\n</li>\n");
}

void view_draw_list(struct page *p, const struct search_page *search)
{
    page_style(p, "list.css");
    view_range(p, search);
    html_put(&p->w, "<ol class=\"record-list\">\n");
    for (size_t i = 0; i < search->row_count; i++) {
        write_item(p, search, &search->rows[i]);
    }
    html_put(&p->w, "</ol>\n");
    page_pager(p, search->state, search->total, search->limit, search->offset);
}
