// SPDX-License-Identifier: Apache-2.0
// Sentences and buttons; a button sends a form, so that no program that only looks at links acts.
#include "api/pages/subscription.h"

#include "api/pages/language.h"
#include "api/pages/layout.h"

static const struct {
    const char *title;
    const char *words;
} steps[] = {
    [SUBSCRIPTION_ASKED] = {"Look into your mail",
                            "A message is on its way to the address you gave. Open the link in it "
                            "within two days to confirm it; until then nothing else is sent, and "
                            "after that the address is deleted."},
    [SUBSCRIPTION_WAITING] =
        {"Follow this search?",
         "Messages are sent when the result of the search changes, at most one "
         "an hour. You can end them at any time; your address is deleted then."},
    [SUBSCRIPTION_GOING] = {"You follow this search",
                            "Messages are sent when its result changes, at most one an hour."},
    [SUBSCRIPTION_ENDED] = {"You no longer follow this search",
                            "No more messages are sent, and your address is deleted."},
};

static void write_button(struct page *p, const char *action, const char *label, bool primary)
{
    HTML(&p->w,
         "<form method=\"post\"><input type=\"hidden\" name=\"action\" value=\"{}\"><button "
         "type=\"submit\" class=\"{}\">{}</button></form>\n",
         html_string(action), html_string(primary ? "primary" : ""), html_text(say(p, label)));
}

status page_subscription(const struct subscription_page *subscription, struct arena *arena,
                         struct buffer *out, struct error *e)
{
    struct page p = {.arena = arena, .site = subscription->site};
    enum subscription_step step = subscription->step;
    struct page_head head = {
        .title = say(&p, steps[step].title), .noindex = true, .section = "", .search_form = true};
    page_begin(&p, subscription->site, arena, out, &head);
    HTML(&p.w, "<div class=\"prose\">\n<h1>{}</h1>\n<p class=\"lead\">{}</p>\n",
         html_text(head.title), html_text(say(&p, steps[step].words)));
    if (subscription->search_address.length > 0) {
        HTML(&p.w, "<p><a href=\"{}\">{}</a></p>\n", html_text(subscription->search_address),
             html_text(say(&p, "The search as it is now")));
    }
    if (step == SUBSCRIPTION_WAITING) {
        write_button(&p, "confirm", "Confirm", true);
    }
    if (step == SUBSCRIPTION_WAITING || step == SUBSCRIPTION_GOING) {
        write_button(&p, "stop", "End it, and delete my address", false);
    }
    html_put(&p.w, "</div>\n");
    return page_end(&p, e);
}
