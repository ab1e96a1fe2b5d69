# SPDX-License-Identifier: Apache-2.0
"""Servers of others, as far as the portal speaks to them."""

import socketserver
import threading


class MailServer:
    """As much of SMTP (RFC 5321) as takes a mail."""

    def __init__(self):
        mails = self.mails = []

        class Handler(socketserver.StreamRequestHandler):
            def handle(self):
                def say(line):
                    self.wfile.write(line.encode() + b"\r\n")

                say("220 test")
                recipients, sender = [], ""
                while line := self.rfile.readline().decode().strip():
                    word = line.split()[0].upper()
                    if word in ("EHLO", "HELO"):
                        say("250 test")
                    elif word == "MAIL":
                        sender = line
                        say("250 ok")
                    elif word == "RCPT":
                        recipients.append(line)
                        say("250 ok")
                    elif word == "DATA":
                        say("354 go on")
                        text = []
                        while (part := self.rfile.readline()) != b".\r\n":
                            text.append(part.decode())
                        mails.append((sender, recipients, "".join(text)))
                        say("250 taken")
                    elif word == "QUIT":
                        say("221 bye")
                        return
                    else:
                        say("250 ok")

        self.server = socketserver.ThreadingTCPServer(("127.0.0.1", 0), Handler)
        self.address = f"smtp://127.0.0.1:{self.server.server_address[1]}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def close(self):
        self.server.shutdown()
        self.server.server_close()
