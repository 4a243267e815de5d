"""Judges how messages are sent; run by `judge-sending GREFFIER`.

The server is aiosmtpd, with STARTTLS, a certificate of an authority made here, and a password. A meeting goes to five hundred addresses; ten
runs are killed at random, some in the middle of a message, and one more ends. Each address must have the message once. Where a run was
killed between the last line of a message and the answer, nobody can tell, and the program says so: such an address may have none.
"""

import email
import email.policy
import logging
import os
import random
import signal
import socket
import ssl
import subprocess
import sys
import tempfile
import time
import warnings
from collections import Counter
from pathlib import Path

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult

ADDRESSES = [f"membre{number:03}@example.org" for number in range(500)]
KILLS = 10
# aiosmtpd tells of each line that a client broke.
logging.disable()
warnings.simplefilter("ignore")
PASSWORD = "un mot de passe à garder"


class Received:
    """What the server took: to whom, and the message."""

    def __init__(self):
        self.messages = []

    async def handle_DATA(self, server, session, envelope):
        self.messages.extend((address, envelope.content) for address in envelope.rcpt_tos)
        return "250 pris"


def authority(folder, name, server):
    """An authority and a certificate of that server, by openssl."""
    run = lambda *words: subprocess.run(["openssl", *words], check=True, capture_output=True, cwd=folder)
    new = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2"]
    run("req", "-x509", *new, "-subj", f"/CN={name}", "-keyout", f"{name}.key", "-out", f"{name}.pem")
    run("req", *new, "-subj", f"/CN={server}", "-keyout", f"{name}-server.key", "-out", f"{name}-server.csr")
    (folder / "names").write_text(f"subjectAltName=DNS:{server}\n")
    signed = ["-CA", f"{name}.pem", "-CAkey", f"{name}.key", "-CAcreateserial", "-days", "2", "-extfile", "names"]
    run("x509", "-req", "-in", f"{name}-server.csr", *signed, "-out", f"{name}-server.pem")


def serve(folder, name):
    """A server with the certificate of that authority."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(folder / f"{name}-server.pem", folder / f"{name}-server.key")
    asked = []

    def authenticate(server, session, envelope, mechanism, data):
        asked.append(data.login)
        return AuthResult(success=(data.login, data.password.decode()) == (b"greffe", PASSWORD))

    received = Received()
    controller = Controller(
        received,
        hostname="127.0.0.1",
        port=free_port(),
        server_hostname="localhost",
        tls_context=context,
        require_starttls=True,
        authenticator=authenticate,
        auth_required=True,
    )
    controller.start()
    return controller, controller.port, received, asked


def free_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


def project(folder, port):
    folder.mkdir()
    (folder / "meetings").mkdir()
    (folder / "meetings/2026-04-14.toml").write_text(
        'date = 2026-04-14\ndebut = 09:30:00\nlieu = "à Gao"\n[[themes]]\ntitre = "Atelier"\ndecisions = ["L’atelier se tiendra."]\n',
        encoding="utf-8",
    )
    people = "".join(
        f'[[personnes]]\nnom = "Membre {number}"\nadresses = ["{address}"]\n' for number, address in enumerate(ADDRESSES)
    )
    outbox = (
        f'[envoi]\nserveur = "localhost"\nport = {port}\nexpediteur = "greffe@example.org"\n'
        'nom = "Greffe à Gao"\nutilisateur = "greffe"\npar_minute = 6000\n'
    )
    (folder / "contacts.toml").write_text(people + outbox, encoding="utf-8")


def start(greffier, folder, trusted):
    environment = {**os.environ, "GREFFIER_MOT_DE_PASSE": PASSWORD, "SSL_CERT_FILE": str(trusted)}
    words = [greffier, "send", "2026-04-14", "--smtp", "--yes", "--timeout", "20", "--retry", "1"]
    return subprocess.Popen(words, cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def killed_at_random(greffier, folder, trusted, received):
    for threshold in sorted(random.sample(range(len(ADDRESSES) - 20), KILLS)):
        run = start(greffier, folder, trusted)
        while len(received.messages) < threshold and run.poll() is None:
            time.sleep(0.001)
        time.sleep(random.uniform(0, 0.03))
        run.send_signal(signal.SIGKILL)
        run.communicate()
        # What the server has read by now, it takes.
        time.sleep(0.1)


def main():
    greffier = str(Path(sys.argv[1]).resolve())
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else random.randrange(1 << 32)
    random.seed(seed)
    faults = []
    check = lambda is_so, what: is_so or faults.append(what)
    with tempfile.TemporaryDirectory() as folder:
        folder = Path(folder)
        authority(folder, "notre", "localhost")
        authority(folder, "autre", "localhost")
        controller, port, received, asked = serve(folder, "notre")
        project(folder / "serie", port)

        run = start(greffier, folder / "serie", folder / "autre.pem")
        said = run.communicate()[1]
        check(run.returncode == 2 and "autorité que cet ordinateur ne connaît pas" in said, f"an unknown authority: {said}")
        check(not asked and not received.messages, "a server that proves nothing was told the password")

        killed_at_random(greffier, folder / "serie", folder / "notre.pem", received)
        run = start(greffier, folder / "serie", folder / "notre.pem")
        said = run.communicate()[1]
        doubtful = {address for address in ADDRESSES if f"{address} (message.eml)" in said}
        check(run.returncode == (1 if doubtful else 0), f"the last run ends with {run.returncode}: {said}")
        copies = Counter(address for address, _ in received.messages)
        twice = [address for address in ADDRESSES if copies[address] > 1]
        check(not twice, f"twice: {twice}")
        never = [address for address in ADDRESSES if copies[address] == 0 and address not in doubtful]
        check(not never, f"never, and nobody said so: {never}")
        without = [address for address in doubtful if copies[address] == 0]
        for address, content in received.messages:
            message = email.message_from_bytes(content, policy=email.policy.strict)
            check(message["To"] == address, f"{address} reads {message['To']}")
            check("Bcc" not in message and message["From"].addresses[0].addr_spec == "greffe@example.org", f"the head of {address}")
        check(PASSWORD not in (folder / "serie/circulation/2026-04-14/envois.txt").read_text(encoding="utf-8"), "the journal tells the password")
        controller.stop()
    for fault in faults:
        print(fault)
    told = f"{len(doubtful)} in doubt, of whom {len(without)} without" if doubtful else "none in doubt"
    print(f"{len(ADDRESSES)} addresses, {KILLS} runs killed, {told} (seed {seed})")
    print(f"{0 if faults else 1} passed, {len(faults)} failed")
    sys.exit(1 if faults else 0)


main()
