"""What a mail program of Debian reads in a message: mblaze, which is written in C and shares no code with us or with Python.

`faults(content, message)` holds it against what Python's parser read under its strict policy: the subject and the addresses, the kind, the
name and the bytes of each part.
"""

import os
import re
import subprocess
import tempfile
from pathlib import Path

# A message that was shown last is kept in a folder; the words of headers are of UTF-8.
SURROUNDINGS = {**os.environ, "LC_ALL": "C.UTF-8"}
PART = re.compile(r'^ *(\d+): (\S+) size=(\d+)(?: name="(.*)")?$', re.MULTILINE)


def faults(content, message):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "message.eml")
        path.write_bytes(content)
        yield from faults_of_head(path, message)
        yield from faults_of_parts(path, message)


def faults_of_head(path, message):
    subject = said(path, "mhdr", "-d", "-h", "subject").decode().removesuffix("\n")
    if subject != str(message["subject"]):
        yield f"mblaze reads the subject as « {subject} », not « {message['subject']} »"
    for name in ("to", "bcc"):
        expected = [address.addr_spec for address in message[name].addresses] if message[name] else []
        read = said(path, "mhdr", "-A", "-h", name).decode().split()
        if read != expected:
            yield f"mblaze reads in {name} {read}, not {expected}"


def faults_of_parts(path, message):
    listed = PART.findall(said(path, "mshow", "-t", str(path)).decode())
    parts = list(message.walk())
    expected = [(part.get_content_type(), part.get_filename() or "") for part in parts]
    read = [(kind, name) for _, kind, _, name in listed]
    if read != expected:
        yield f"mblaze finds the parts {read}, not {expected}"
        return
    for (number, kind, _, _), part in zip(listed, parts):
        if not part.is_multipart() and said(path, "mshow", "-O", str(path), number) != part.get_payload(decode=True):
            yield f"mblaze reads other bytes in part {number}, {kind}"


def said(path, *words):
    words = words if str(path) in words else (*words, str(path))
    return subprocess.run(words, env={**SURROUNDINGS, "MBLAZE": str(path.parent)}, capture_output=True).stdout
