// SPDX-License-Identifier: Apache-2.0
// With the headers that answers depend on.
#include "api/own_request.h"

status own_request(struct arena *arena, string_view address, string_view host, bool secure,
                   struct http_request *out, struct error *e)
{
    struct http_header *headers = arena_array(arena, struct http_header, 2);
    if (headers == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory for a request");
    }
    headers[0] = (struct http_header){SV("Host"), host};
    headers[1] = (struct http_header){SV("X-Forwarded-Proto"), secure ? SV("https") : SV("http")};
    *out = (struct http_request){
        .method = HTTP_GET, .headers = headers, .header_count = 2, .id = "", .arena = arena};
    return http_target_parse(arena, address, &out->target, e);
}
