// SPDX-License-Identifier: Apache-2.0
// The search at two moments: what there is to show. Must not know: where it comes from.
#pragma once

#include "api/pages/model.h"

struct moment_choice {
    moment time;
    string_view message; // of its commit
};

struct changed_record {
    string_view title;
    bool title_is_name;
    string_view address; // of the record at the later moment, or at the earlier one when it is gone
    string_view history; // of the record with both moments compared; empty for none
    const struct difference_row *fields;
    size_t field_count;
    size_t fields_left_out;
};

struct change_list {
    uint64_t count;
    const struct changed_record *records; // some of them
    size_t record_count;
    string_view before; // address of the page of these before the records shown; empty for none
    string_view after;  // and of that behind them
};

struct view_changes {
    const struct moment_choice *choices; // newest first
    size_t choice_count;
    bool choices_thinned; // only the last commit of each month is listed
    moment from;          // the earlier
    moment to;
    string_view from_asked; // as the controls carry them
    string_view to_asked;   // empty: the newest
    bool has_from;          // there is an earlier moment to compare with
    uint64_t then;          // records found at either
    uint64_t now;
    string_view then_address;
    string_view now_address;
    string_view newer_address; // records that were written between; empty for none
    struct change_list changes[CHANGE_REMOVED + 1]; // by change_kind
    bool alone;                                     // one kind, page by page
    enum change_kind kind;                          // which; where it is alone
    uint64_t skipped;                               // of it, on the pages before
    string_view all_address;                        // of all kinds together; where one is alone
    bool partial;                                   // there was no time to see them all
    string_view stream_address;
    string_view feed_address;
    bool sends_mail; // the portal can tell of changes by mail
};
