"""A mail server of another's making (aiosmtpd) for the tests. It keeps each mail that it takes as a
file and says on which port it listens.

    mail_server.py DIR MODE [CERTIFICATE KEY]     MODE: plain, starttls, tls
The name before the "@" of an addressee says what becomes of the mail:
    nobody   550, there is no such person          busy   451, later, please
    slow     no answer for a minute                torn   taken, and then the server dies at once
A login is wanted where USER and PASSWORD stand in the environment. Ends with its standard input.
"""
import asyncio
import os
import ssl
import sys
from pathlib import Path

from aiosmtpd.smtp import SMTP, AuthResult


class Keeper:
    def __init__(self, folder, mode):
        self.folder = folder
        self.mode = mode
        self.kept = len(list(folder.iterdir()))

    async def handle_RCPT(self, server, session, envelope, address, options):
        name = address.split("@")[0]
        if name == "nobody":
            return "550 no such person"
        if name == "busy":
            return "451 try again later"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        name = envelope.rcpt_tos[0].split("@")[0]
        if name == "slow":
            await asyncio.sleep(60)
        self.kept += 1
        how = "tls" if session.ssl or self.mode == "tls" else "plain"
        (self.folder / f"{self.kept:04}.{how}.eml").write_bytes(envelope.content)
        if name == "torn":
            os._exit(0)
        return "250 taken"


def login(server, session, envelope, mechanism, data):
    right = (data.login.decode() == os.environ.get("USER_NAME")
             and data.password.decode() == os.environ.get("USER_PASSWORD"))
    return AuthResult(success=right, handled=False)


async def main(folder, mode, certificate=None, key=None):
    context = None
    if mode != "plain":
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        context.load_cert_chain(certificate, key)
    wants_login = "USER_NAME" in os.environ
    keeper = Keeper(Path(folder), mode)

    def session():
        return SMTP(keeper, hostname="mail.test",
                    tls_context=context if mode == "starttls" else None,
                    require_starttls=mode == "starttls",
                    authenticator=login if wants_login else None,
                    auth_required=wants_login, auth_require_tls=mode == "starttls")

    loop = asyncio.get_running_loop()
    server = await loop.create_server(session, "127.0.0.1", int(os.environ.get("MAIL_PORT", "0")),
                                      ssl=context if mode == "tls" else None)
    print(server.sockets[0].getsockname()[1], flush=True)
    await loop.run_in_executor(None, sys.stdin.read)


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
