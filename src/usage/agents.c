// SPDX-License-Identifier: Apache-2.0
// Programs by how their names begin, then robots by patterns, then browsers.
#include "usage/agents.h"

#include "base/file.h"
#include "usage/robots_data.h"

#include <jansson.h>
#include <regex.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

struct pattern {
    char *literal; // sought as it stands; NULL: by `regex`
    regex_t regex;
};

struct agents {
    struct pattern *patterns;
    size_t count;
};

// Tools that people write programs with. COUNTER's list has some of them as well; for research data
// they are machines, not robots (RD1, 7.3).
static const char *const programs[] = {
    "aiohttp/",
    "Apache-HttpClient/",
    "axios/",
    "curl/",
    "Dart/",
    "Deno/",
    "duckdb/",
    "GDAL",
    "Go-http-client/",
    "got ",
    "GuzzleHttp/",
    "httpie/",
    "httr",
    "HTTPie/",
    "insomnia/",
    "Java-http-client/",
    "Java/",
    "Jersey/",
    "julia",
    "libcurl",
    "libwww-perl/",
    "LWP",
    "Mojolicious",
    "node",
    "okhttp/",
    "OpenRefine",
    "pandas",
    "perl",
    "PHP/",
    "PostmanRuntime/",
    "PycURL/",
    "python-httpx/",
    "Python-urllib/",
    "python-requests/",
    "Python/",
    "QGIS",
    "R (",
    "R/",
    "r-curl/",
    "RCurl",
    "reqwest/",
    "RestSharp/",
    "rgbif",
    "RStudio",
    "Ruby",
    "Typhoeus",
    "undici",
    "Wget/",
    "Wget2/",
    "WinHTTP",
};

static const char *const aggregators[] = {
    "gbif", "idigbio", "dissco",  "bionomia", "europeana", "ala-",
    "obis", "bold-",   "vertnet", "openaire", "datacite",  "arctos",
};

static const char *const health_checks[] = {
    "kube-probe", "ELB-HealthChecker", "GoogleHC", "Consul Health Check",
    "Blackbox",   "check_http",        "Pingdom",  "UptimeRobot",
    "StatusCake", "Site24x7",          "nagios",   "zabbix",
    "HAProxy",    "Better Uptime",
};

// Words that make a program a robot whatever it is written with.
static const char *const robot_words[] = {"bot", "spider", "crawl"};

// --- opening ---------------------------------------------------------------------------------

static bool is_literal(const char *pattern)
{
    return pattern[0] != '\0' && strpbrk(pattern, "^$.[]()*+?{}|\\") == NULL;
}

static status take_pattern(struct agents *a, const char *text, struct error *e)
{
    struct pattern *p = &a->patterns[a->count];
    if (is_literal(text)) {
        p->literal = strdup(text);
        a->count += p->literal != NULL;
        return p->literal != NULL ? ST_OK : error_set(e, ST_NO_MEMORY, "no memory for robots");
    }
    int code = regcomp(&p->regex, text, REG_EXTENDED | REG_ICASE | REG_NOSUB);
    if (code != 0) {
        char why[128];
        (void)regerror(code, &p->regex, why, sizeof why);
        return error_set(e, ST_BAD_DATA, "the pattern \"%.100s\" cannot be used: %s", text, why);
    }
    a->count++;
    return ST_OK;
}

// The escapes of the published list that POSIX does not know: \d, \s, \w and \/.
static status take_published(struct agents *a, const char *text, struct error *e)
{
    struct buffer out;
    bool in_set = false;
    buffer_init(&out, 1 << 16);
    for (const char *c = text; *c != '\0'; c++) {
        const char *named = c[0] != '\\'  ? NULL
                            : c[1] == 'd' ? "0-9"
                            : c[1] == 's' ? "[:space:]"
                            : c[1] == 'w' ? "[:alnum:]_"
                                          : NULL;
        if (named != NULL) {
            buffer_print(&out, in_set ? "%s" : "[%s]", named);
            c++;
        } else if (c[0] == '\\' && c[1] != '\0' &&
                   (in_set || strchr("/-%@!<>'`bBwW", c[1]) != NULL)) {
            buffer_append_byte(&out, *++c);
        } else if (c[0] == '\\' && c[1] != '\0') {
            buffer_append(&out, c++, 2);
        } else {
            in_set = c[0] == '[' || (in_set && c[0] != ']');
            buffer_append_byte(&out, *c);
        }
    }
    buffer_append_byte(&out, '\0');
    status result = buffer_check(&out, "a pattern of robots", e);
    if (result == ST_OK) {
        result = take_pattern(a, out.bytes, e);
    }
    buffer_release(&out);
    return result;
}

static status make_room(struct agents *a, size_t count, struct error *e)
{
    a->patterns = calloc(count + 1, sizeof *a->patterns);
    return a->patterns != NULL ? ST_OK : error_set(e, ST_NO_MEMORY, "no memory for robots");
}

static status take_own(struct agents *a, struct error *e)
{
    TRY(make_room(a, robot_pattern_count, e));
    for (size_t i = 0; i < robot_pattern_count; i++) {
        TRY(take_pattern(a, robot_patterns[i], e));
    }
    return ST_OK;
}

static status take_list(struct agents *a, const json_t *list, struct error *e)
{
    size_t count = json_array_size(list);
    if (!json_is_array(list) || count == 0 || count > AGENTS_LIMIT_PATTERNS) {
        return error_set(e, ST_BAD_DATA, "a list of 1 to %zu patterns is needed",
                         AGENTS_LIMIT_PATTERNS);
    }
    TRY(make_room(a, count, e));
    for (size_t i = 0; i < count; i++) {
        const char *text = json_string_value(json_object_get(json_array_get(list, i), "pattern"));
        if (text == NULL || text[0] == '\0') {
            return error_set(e, ST_BAD_DATA, "entry %zu has no \"pattern\"", i + 1);
        }
        TRY(take_published(a, text, e));
    }
    return ST_OK;
}

static status take_file(struct agents *a, const char *path, struct error *e)
{
    struct buffer text;
    json_error_t trouble;
    buffer_init(&text, AGENTS_LIMIT_FILE);
    status result = file_read(path, AGENTS_LIMIT_FILE, &text, e);
    json_t *list = NULL;
    if (result == ST_OK) {
        list = json_loadb(text.bytes, text.length, 0, &trouble);
        result = list == NULL ? error_set(e, ST_BAD_DATA, "line %d: %s", trouble.line, trouble.text)
                              : take_list(a, list, e);
        error_prefix(e, "%s", path);
    }
    json_decref(list);
    buffer_release(&text);
    return result;
}

status agents_open(const char *folder, struct agents **out, struct error *e)
{
    char path[PATH_SIZE];
    TRY(path_join(path, sizeof path, folder, "site/robots.json", e));
    struct agents *a = calloc(1, sizeof *a);
    if (a == NULL) {
        return error_set(e, ST_NO_MEMORY, "no memory for robots");
    }
    status result = file_exists(path) ? take_file(a, path, e) : take_own(a, e);
    if (result != ST_OK) {
        agents_close(a);
        return result;
    }
    *out = a;
    return ST_OK;
}

void agents_close(struct agents *a)
{
    if (a == NULL) {
        return;
    }
    for (size_t i = 0; i < a->count; i++) {
        if (a->patterns[i].literal == NULL) {
            regfree(&a->patterns[i].regex);
        }
        free(a->patterns[i].literal);
    }
    free(a->patterns);
    free(a);
}

// --- finding ---------------------------------------------------------------------------------

static bool begins_with_one(const char *text, const char *const *names, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (strncasecmp(text, names[i], strlen(names[i])) == 0) {
            return true;
        }
    }
    return false;
}

static bool holds_one(const char *text, const char *const *names, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (strcasestr(text, names[i]) != NULL) {
            return true;
        }
    }
    return false;
}

static bool is_robot(const struct agents *a, const char *text)
{
    for (size_t i = 0; i < a->count; i++) {
        const struct pattern *p = &a->patterns[i];
        if (p->literal != NULL ? strcasestr(text, p->literal) != NULL
                               : regexec(&p->regex, text, 0, NULL, 0) == 0) {
            return true;
        }
    }
    return false;
}

struct agent agents_find(const struct agents *a, string_view user_agent)
{
    char text[AGENT_LONGEST + 1];
    size_t length = MIN(user_agent.length, AGENT_LONGEST);
    memcpy(text, user_agent.length == 0 ? "" : user_agent.bytes, length);
    text[length] = '\0';
    bool browser = strncmp(text, "Mozilla/", 8) == 0 || strncmp(text, "Opera/", 6) == 0;
    bool worded = holds_one(text, robot_words, ARRAY_LENGTH(robot_words));
    if (!browser && holds_one(text, health_checks, ARRAY_LENGTH(health_checks))) {
        return (struct agent){METHOD_MACHINE, SURFACE_HEALTH};
    }
    if (begins_with_one(text, aggregators, ARRAY_LENGTH(aggregators))) {
        return (struct agent){METHOD_MACHINE, SURFACE_AGGREGATOR};
    }
    if (!worded && begins_with_one(text, programs, ARRAY_LENGTH(programs))) {
        return (struct agent){METHOD_MACHINE, SURFACE_API};
    }
    if (is_robot(a, text)) {
        return (struct agent){METHOD_ROBOT, SURFACE_API};
    }
    return (struct agent){browser ? METHOD_REGULAR : METHOD_MACHINE, SURFACE_API};
}
