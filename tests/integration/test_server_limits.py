# SPDX-License-Identifier: Apache-2.0
"""The server against clients that send too much, too slowly, too often, or go away."""

import contextlib
import http.client
import json
import signal
import socket
import threading
import time
import unittest

from serving import Museum, Server, ServedTest


def connect(server, timeout=30):
    return socket.create_connection(("127.0.0.1", server.port), timeout=timeout)


def read_all(connection):
    """What comes until the other side closes."""
    chunks = []
    with contextlib.suppress(ConnectionError):
        while chunk := connection.recv(65536):
            chunks.append(chunk)
    return b"".join(chunks)


class Limits(ServedTest):
    def assert_alive(self):
        self.assertEqual(self.ask("/healthz").status, 200)

    def test_long_address(self):
        answer = self.ask("/api/v1/records?q=" + "a" * 9000)
        self.assert_problem(answer, 414)
        self.assertEqual(self.ask("/api/v1/records?q=" + "a" * 7000).status, 200)

    def test_ten_megabyte_address(self):
        with connect(self.server) as connection:
            with contextlib.suppress(ConnectionError, TimeoutError):
                connection.sendall(b"GET /api/v1/records?q=" + b"a" * 10_000_000)
            reply = read_all(connection)
        self.assertTrue(reply == b"" or b" 414 " in reply.split(b"\r\n")[0], reply[:200])
        self.assert_alive()

    def test_many_parameters(self):
        self.assert_problem(self.ask("/api/v1/records?" + "a&" * 1000), 414)
        self.assert_problem(self.ask("/api/v1/records?" + "facet=family" + "&facet=a" * 60), 400)

    def test_large_headers(self):
        self.assert_problem(self.ask("/healthz", headers={"X-Long": "a" * 20000}), 431)
        self.assert_problem(self.ask("/healthz", headers={f"X-{i}": "a" for i in range(250)}), 431)
        self.assertEqual(self.ask("/healthz", headers={"X-Long": "a" * 10000}).status, 200)

    def test_large_bodies(self):
        for size in (8 << 20) + 1, 10_000_000:
            answer = self.ask("/api/v1/search", method="POST", body=b" " * size)
            self.assert_problem(answer, 400, "body")
        self.assert_problem(self.ask("/api/v1/records", method="POST", body=b" " * 10_000_000), 405)

    def test_deep_queries(self):
        for depth in 100, 10_000, 100_000:
            body = '{"query":{"filters":' + '{"and":[' * depth + "]}" * depth + "}}"
            self.assert_problem(self.ask("/api/v1/search", method="POST", body=body), 400)

    def test_pipelined_requests(self):
        paths = ["/healthz", "/api/v1/records?limit=1", "/nothing", "/robots.txt"] * 10
        with connect(self.server) as connection:
            requests = [f"GET {path} HTTP/1.1\r\nHost: a\r\n\r\n" for path in paths[:-1]]
            requests.append(f"GET {paths[-1]} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
            connection.sendall("".join(requests).encode())
            reply = read_all(connection).decode()
        statuses = [int(part[:3]) for part in reply.split("HTTP/1.1 ")[1:]]
        self.assertEqual(statuses, [200, 200, 404, 200] * 10)

    def test_two_lengths(self):
        for headers in (
            "Content-Length: 2\r\nContent-Length: 3",
            "Content-Length: 2\r\nTransfer-Encoding: chunked",
            "Transfer-Encoding: xchunked",
        ):
            with connect(self.server) as connection:
                connection.sendall(
                    f"POST /api/v1/search HTTP/1.1\r\nHost: a\r\n{headers}\r\n\r\n{{}}".encode()
                )
                reply = read_all(connection)
            self.assertIn(reply[9:12], (b"400", b"501"), headers)

    def test_many_connections(self):
        """300 at once over loopback, as a proxy brings them: each is answered."""
        connections = []
        try:
            for _ in range(300):
                connections.append(connect(self.server))
            for connection in connections:
                with contextlib.suppress(ConnectionError):
                    connection.sendall(b"GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n")
            answered = 0
            for connection in connections:
                with contextlib.suppress(ConnectionError):
                    answered += connection.recv(65536).startswith(b"HTTP/1.1 200")
        finally:
            for connection in connections:
                connection.close()
        self.assertEqual(answered, 300)
        time.sleep(0.2)
        self.assert_alive()

    def test_clients_that_leave(self):
        for i in range(200):
            with connect(self.server) as connection:
                connection.sendall(b"GET /api/v1/records?limit=100 HTTP/1.1\r\nHost: a\r\n\r\n")
                if i % 2 == 0:
                    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
        self.assert_alive()

    def test_many_clients_get_the_same(self):
        paths = ["/api/v1/records?facet=family&limit=5", "/api/v1/records/birds/b1", "/search"]
        expected = {path: self.ask(path).body for path in paths}
        wrong = []

        def work():
            connection = http.client.HTTPConnection("127.0.0.1", self.server.port, timeout=60)
            with contextlib.closing(connection):
                for i in range(30):
                    path = paths[i % len(paths)]
                    connection.request("GET", path)
                    body = connection.getresponse().read()
                    if body != expected[path]:
                        wrong.append((path, body[:200]))

        threads = [threading.Thread(target=work) for _ in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual(wrong, [])


class Stopping(unittest.TestCase):
    def setUp(self):
        self.museum = Museum().make()
        self.addCleanup(self.museum.remove)
        self.server = Server(self.museum.data)
        self.addCleanup(self.server.errors.close)
        self.addCleanup(self.server.stop)

    def test_signals_end_it(self):
        for number in signal.SIGTERM, signal.SIGINT:
            server = Server(self.museum.data)
            self.addCleanup(server.errors.close)
            self.assertEqual(server.ask("/healthz").status, 200)
            self.assertEqual(server.stop(number), 0)
            with self.assertRaises(ConnectionError):
                connect(server)

    def test_idle_and_slow_clients_do_not_hold_it(self):
        idle = connect(self.server)
        half = connect(self.server)
        half.sendall(b"GET /api/v1/records HTTP/1.1\r\nHost")
        kept = http.client.HTTPConnection("127.0.0.1", self.server.port, timeout=30)
        kept.request("GET", "/healthz")
        kept.getresponse().read()
        begun = time.monotonic()
        self.assertEqual(self.server.stop(), 0)
        self.assertLess(time.monotonic() - begun, 20)
        for connection in idle, half, kept:
            connection.close()

    def test_requests_under_way_are_answered(self):
        with connect(self.server) as connection:
            body = json.dumps({"limit": 100}).encode()
            connection.sendall(
                b"POST /api/v1/search HTTP/1.1\r\nHost: a\r\nContent-Length: %d\r\n\r\n" % len(body)
            )
            time.sleep(0.3)
            self.server.process.send_signal(signal.SIGTERM)
            time.sleep(0.3)
            connection.sendall(body)
            reply = read_all(connection)
        self.assertTrue(reply.startswith(b"HTTP/1.1 200"), reply[:100])
        self.assertIn(b"Connection: close", reply)
        self.assertEqual(self.server.stop(), 0)


if __name__ == "__main__":
    unittest.main()
