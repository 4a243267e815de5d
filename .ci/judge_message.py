"""Judges the messages of a folder; run by `judge-message FOLDER…`.

Each `.eml` is read by Python's e-mail parser under its strict policy, which raises what RFC 5322 and MIME do not allow, and by mblaze, a mail
program of Debian, which must find the same in it. No line ends
otherwise than by CRLF, no header stands there that a message of ours has not, and what a calendar or a page needs is there.
`subjects.tsv`, where a folder holds it, gives the subject that each message must be read with.
"""

import email
import email.policy
import re
import sys
from html.parser import HTMLParser
from pathlib import Path

import icalendar

import judge_mail_program

# All headers that a message of ours may have, on top and in its parts.
TOP = {"content-type", "mime-version", "subject", "x-unsent", "message-id", "date", "to", "bcc", "content-transfer-encoding"}
NEEDED = {"content-type", "mime-version", "subject", "x-unsent", "message-id", "date"}
PART = {"content-type", "content-transfer-encoding", "content-disposition"}
# Longest line of a header that is folded where it may be, and of any line at all (RFC 5322, section 2.1.1).
FOLDED, LONGEST = 78, 998
# What mail programs show of HTML: neither scripts nor sheets of style nor anything from elsewhere.
REFUSED_TAGS = {"script", "style", "link", "img", "svg", "iframe", "object", "form", "base"}
ENCODED = re.compile(r"=\?utf-8\?([bq])\?([^?\s]*)\?=", re.IGNORECASE)


def main():
    folders = [Path(folder) for folder in sys.argv[1:]]
    messages = [path for folder in folders for path in sorted(folder.rglob("*.eml"))]
    if not messages:
        print(f"nothing to judge in {' '.join(sys.argv[1:])}")
        sys.exit(1)
    subjects = {}
    for folder in folders:
        for listed in folder.rglob("subjects.tsv"):
            lines = listed.read_text(encoding="utf-8").splitlines()
            subjects |= {listed.parent / name: subject for name, subject in (line.split("\t") for line in lines)}
    failed = 0
    for path in messages:
        said = list(faults(path.read_bytes(), subjects.get(path)))
        if said:
            failed += 1
            print(f"FAIL {path}")
            for fault in said:
                print(f"  {fault}")
    unread = set(subjects) - set(messages)
    for path in sorted(unread):
        failed += 1
        print(f"FAIL {path}\n  it is not there")
    print(f"{len(messages) + len(unread) - failed} passed, {failed} failed")
    sys.exit(1 if failed else 0)


def faults(content, subject=None):
    yield from faults_of_bytes(content)
    try:
        message = email.message_from_bytes(content, policy=email.policy.strict)
        yield from faults_of_message(message, subject)
        yield from judge_mail_program.faults(content, message)
    except Exception as error:  # The strict policy raises a class for each defect.
        yield f"not read under the strict policy: {type(error).__name__} {error}"


def faults_of_bytes(content):
    if re.search(rb"(?<!\r)\n|\r(?!\n)", content):
        yield "a line does not end with CRLF"
    if re.search(rb"[^\t\r\n\x20-\x7e]", content):
        yield "a byte is not of ASCII"
    head, _, _ = content.partition(b"\r\n\r\n")
    for line in content.split(b"\r\n"):
        if len(line) > LONGEST:
            yield f"a line has {len(line)} bytes"
    for line in head.split(b"\r\n"):
        if len(line) > FOLDED and b" " in line.strip():
            yield f"a header is not folded: {line[:60]!r}"
    for _, text in ENCODED.findall(head.decode("ascii", "replace")):
        if len(text) > 63:
            yield "an encoded word is longer than 75 letters"


def faults_of_message(message, subject):
    names = [name.lower() for name in message.keys()]
    for name in sorted({name for name in names if names.count(name) > 1}):
        yield f"{name} stands there twice"
    for name in sorted(set(names) - TOP):
        yield f"a header of somebody else's: {name}"
    for name in sorted(NEEDED - set(names)):
        yield f"no {name}"
    if message["x-unsent"] != "1":
        yield "no draft: X-Unsent"
    read = str(message["subject"])
    if subject is not None and read != subject:
        yield f"the subject is read as « {read} », not « {subject} »"
    # A title may look like an encoded word: then the list of subjects says so.
    if re.search(r"[\x00-\x1f\x7f\ufffd]", read) or (subject is None and "=?" in read):
        yield f"the subject is not read: {read!r}"
    if subject is None and not re.search(r"\w", read):
        yield "the subject is empty"
    # Each encoded word holds whole characters, for programs that read them one by one.
    raw = dict((name.lower(), value) for name, value in message.raw_items())["subject"]
    for kind, text in ENCODED.findall(raw):
        yield from faults_of_word(kind, text)
    for name in ("to", "bcc"):
        for address in message[name].addresses if message[name] else []:
            if not re.fullmatch(r"[\x21-\x7e]+@[A-Za-z0-9.-]+", address.addr_spec):
                yield f"{name}: {address}"
    yield from faults_of_parts(message)


def faults_of_word(kind, text):
    import base64
    import quopri

    decoded = base64.b64decode(text) if kind.lower() == "b" else quopri.decodestring(text.replace("_", " ").encode(), header=True)
    try:
        decoded.decode("utf-8")
    except UnicodeDecodeError:
        yield f"an encoded word is cut within a character: {text}"


def faults_of_parts(message):
    for part in message.walk():
        if part.defects:
            yield f"defects: {part.defects}"
        if part is not message:
            for name in part.keys():
                if name.lower() not in PART:
                    yield f"a header of somebody else's in a part: {name}"
    said = message
    if message.get_content_type() == "multipart/mixed":
        said, *attached = message.iter_parts()
        for part in attached:
            yield from faults_of_attachment(part)
        if [part.get_content_type() for part in attached][:1] != ["application/pdf"]:
            yield "the PDF is not the first attachment"
    if said.get_content_type() != "multipart/alternative":
        yield f"no multipart/alternative, but {said.get_content_type()}"
        return
    kinds = [part.get_content_type() for part in said.iter_parts()]
    if kinds != ["text/plain", "text/html"]:
        yield f"the text is not first, then the HTML: {kinds}"
        return
    text, html = (part.get_content() for part in said.iter_parts())
    if re.search(r"<[a-z/]|&\w+;|\*\*", text):
        yield "markup shows in the text"
    if "\u202f" in text + html:
        yield "a narrow space, which mail programs lack"
    page = Page()
    page.feed(html)
    yield from page.faults
    yield from faults_of_agreement(text, page)


def faults_of_attachment(part):
    name = part.get_filename() or ""
    if part.get_content_disposition() != "attachment" or not re.fullmatch(r"[a-z0-9.-]+", name):
        yield f"an attachment named {name!r}"
    content = part.get_content()
    if part.get_content_type() == "application/pdf":
        if not content.startswith(b"%PDF-") or not content.rstrip().endswith(b"%%EOF"):
            yield f"{name} is no whole PDF"
    elif part.get_content_type() == "text/calendar":
        if part["content-type"].params.get("method") != "PUBLISH":
            yield f"{name}: not METHOD:PUBLISH in its type"
        calendar = icalendar.Calendar.from_ical(content)
        events = calendar.walk("VEVENT")
        # A postponement takes the old day out beside the new one.
        taken_out = [event for event in events if event.get("status") == "CANCELLED"]
        identities = {str(event["uid"]) for event in events}
        is_one = len(identities) == len(events) >= 1 and max(len(taken_out), len(events) - len(taken_out)) == 1
        if calendar.get("method") != "PUBLISH" or not is_one:
            yield f"{name}: not one published event"
    else:
        yield f"{name} is {part.get_content_type()}"


class Page(HTMLParser):
    """What stands in the HTML, and what a mail program does not show or must not ask for."""

    def __init__(self):
        super().__init__()
        self.faults = []
        self.text = ""
        self.in_head = False

    def handle_starttag(self, tag, attributes):
        self.in_head |= tag == "head"
        if tag in REFUSED_TAGS:
            self.faults.append(f"<{tag}> in the HTML")
        for name, value in attributes:
            if name.startswith("on") or name in ("class", "id", "src", "background"):
                self.faults.append(f"<{tag} {name}> in the HTML")
            if name == "style" and re.search(r"url\(|@import|expression", value or "", re.IGNORECASE):
                self.faults.append(f"<{tag}> asks for something from elsewhere")
            if name == "href" and not re.match(r"(https?|mailto|tel):", value or ""):
                self.faults.append(f"a link to {value!r}")
        self.text += " "

    def handle_endtag(self, tag):
        self.in_head &= tag != "head"
        self.text += " "

    def handle_data(self, data):
        if not self.in_head:
            self.text += data


def faults_of_agreement(text, page):
    """Each number and each capitalised word of the text stands in the HTML too: decisions, owners, days."""
    shown = set(re.findall(r"\w+", page.text.lower()))
    words = {word for word in re.findall(r"\w+", re.sub(r"https?://\S+", "", text).lower()) if len(word) > 3}
    lost = sorted(words - shown - {"retard", "échéance", "ajoute", "agenda", "fichier", "joint"})
    if len(lost) > 2:
        yield f"in the text alone: {', '.join(lost[:8])}"


if __name__ == "__main__":
    main()
