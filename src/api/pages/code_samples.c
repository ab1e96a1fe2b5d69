// SPDX-License-Identifier: Apache-2.0
// A search for programs: its address of the API, ready to copy, for curl, R and Python.
#include "api/pages/language.h"
#include "api/pages/layout.h"

static void write_sample(struct page *p, const char *id, const char *name, string_view code)
{
    HTML(&p->w,
         "<div class=\"code-sample\"><h3>{}</h3>\n<pre tabindex=\"0\" aria-label=\"{}\"><code "
         "id=\"{}\">{}</code></pre>\n",
         html_string(name), html_string(name), html_string(id), html_text(code));
    page_copy_button(p, id, "Copy");
    html_put(&p->w, "</div>\n");
}

// In an address the bytes that could end a text in these languages are percent-encoded already.
void page_code_samples(struct page *p, string_view address)
{
    struct arena *arena = p->arena;
    if (address.length == 0) {
        return;
    }
    HTML(&p->w, "<details class=\"code-samples\"><summary>{}</summary>\n",
         html_text(say(p, "This search for programs")));
    write_sample(p, "code-curl", "curl",
                 arena_print(arena, "curl '" SV_FORMAT "'", SV_ARGUMENT(address)));
    write_sample(p, "code-r", "R",
                 arena_print(arena,
                             "library(jsonlite)\n"
                             "answer <- fromJSON(\"" SV_FORMAT "\")\n"
                             "answer$total\n"
                             "records <- answer$records$data",
                             SV_ARGUMENT(address)));
    write_sample(p, "code-python", "Python",
                 arena_print(arena,
                             "import json, urllib.request\n\n"
                             "with urllib.request.urlopen(\"" SV_FORMAT "\") as reply:\n"
                             "    answer = json.load(reply)\n"
                             "print(answer[\"total\"])\n"
                             "records = [record[\"data\"] for record in answer[\"records\"]]",
                             SV_ARGUMENT(address)));
    HTML(&p->w, "<p><a href=\"/api\">{}</a></p>\n</details>\n",
         html_text(say(p, "Programming interface")));
}
