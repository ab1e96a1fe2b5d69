// SPDX-License-Identifier: Apache-2.0
// Connections by address: the bound of each, and that loopback has none.
#include "http/clients.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

struct place {
    struct sockaddr_storage storage;
};

static const struct sockaddr *address_of(struct place *p, const char *text)
{
    struct sockaddr_in v4 = {.sin_family = AF_INET};
    struct sockaddr_in6 v6 = {.sin6_family = AF_INET6};
    if (inet_pton(AF_INET, text, &v4.sin_addr) == 1) {
        memcpy(&p->storage, &v4, sizeof v4);
    } else {
        assert_int_equal(inet_pton(AF_INET6, text, &v6.sin6_addr), 1);
        memcpy(&p->storage, &v6, sizeof v6);
    }
    return (const struct sockaddr *)&p->storage;
}

static void test_each_address_has_its_bound(void **state)
{
    (void)state;
    static const char *const texts[] = {"192.0.2.1", "192.0.2.2", "2001:db8::1"};
    struct clients *c = NULL;
    assert_int_equal(clients_create(8, 2, &c, NULL), ST_OK);
    for (size_t i = 0; i < 3; i++) {
        struct place p;
        const struct sockaddr *a = address_of(&p, texts[i]);
        for (int n = 0; n < 2; n++) {
            assert_true(clients_may_come(c, a));
            clients_came(c, a);
        }
        assert_false(clients_may_come(c, a));
    }
    struct place p;
    const struct sockaddr *first = address_of(&p, "192.0.2.1");
    clients_left(c, first);
    assert_true(clients_may_come(c, first));
    struct place same;
    assert_true(clients_may_come(c, address_of(&same, "::ffff:192.0.2.1")));
    clients_came(c, first);
    assert_false(clients_may_come(c, address_of(&same, "::ffff:192.0.2.1")));
    clients_destroy(c);
}

static void test_loopback_has_no_bound_of_its_own(void **state)
{
    (void)state;
    static const char *const texts[] = {"127.0.0.1", "127.9.9.9", "::1", "::ffff:127.0.0.1"};
    struct clients *c = NULL;
    assert_int_equal(clients_create(4, 1, &c, NULL), ST_OK);
    for (size_t i = 0; i < 4; i++) {
        struct place p;
        const struct sockaddr *a = address_of(&p, texts[i]);
        for (int n = 0; n < 100; n++) {
            assert_true(clients_may_come(c, a));
            clients_came(c, a);
        }
        clients_left(c, a);
    }
    assert_true(clients_may_come(c, NULL));
    clients_destroy(c);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_each_address_has_its_bound),
        cmocka_unit_test(test_loopback_has_no_bound_of_its_own),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
