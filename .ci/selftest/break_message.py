"""The judge of messages must refuse what is broken on purpose: `message FOLDER`, whose messages are sound.

Each defect is made in the bytes of the first message to all that has a calendar; one is in the list of subjects. Others are made
for the mail program alone, which is then held against the sound message.
"""

import base64
import email
import email.policy
import re
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))
import judge_mail_program as program
import judge_message as judge

EMPTY = b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//a//b//FR\r\nMETHOD:PUBLISH\r\nEND:VCALENDAR\r\n"
EVENT = b"BEGIN:VEVENT\r\nUID:%s\r\nDTSTAMP:20260101T120000Z\r\nDTSTART;VALUE=DATE:20260721\r\nEND:VEVENT\r\n"
TWO = EMPTY.replace(b"END:VCAL", EVENT % b"a" + EVENT % b"b" + b"END:VCAL")

# The defect's name, what stands in the message, what replaces it, what the judge must say.
DEFECTS = [
    ("line-end", rb"\r\nX-Unsent", rb"\nX-Unsent", "CRLF"),
    ("letter-bare", rb"Bonjour", "Bonjour à".encode(), "not of ASCII"),
    ("header-slipped-in", rb"\r\nX-Unsent", b"\r\nX-Intrus: 1\r\nX-Unsent", "somebody else's: x-intrus"),
    ("header-in-part", rb"\r\nContent-Disposition", b"\r\nX-Intrus: 1\r\nContent-Disposition", "in a part"),
    ("header-twice", rb"\r\nX-Unsent", b"\r\nBcc: a@example.org\r\nX-Unsent", "bcc stands there twice"),
    ("no-draft", rb"X-Unsent: 1", b"X-Unsent: 0", "X-Unsent"),
    ("no-date", rb"Date: [^\r]*\r\n", b"", "no date"),
    ("not-folded", rb"Subject: ", b"Subject: " + b"mot " * 20, "not folded"),
    ("word-cut", rb"Subject: ", b"Subject: =?utf-8?b?w6nD?= =?utf-8?b?qQ==?= ", "within a character"),
    ("address", rb"Bcc: ", "Bcc: =?utf-8?b?w6k=?=@example.org, ".encode(), "bcc: "),
    ("html-first", rb"text/plain; charset=utf-8(.*?)text/html; charset", rb"text/html; charset=utf-8\1text/plain; charset", "not first"),
    ("no-alternative", rb"multipart/alternative", b"multipart/related", "no multipart/alternative"),
    ("picture", rb"</h1>", b'</h1><img src=3D"https://example.org/a.gif">', "<img> in the HTML"),
    ("style-sheet", rb"</head>", b"<style>p { color: red }</style></head>", "<style> in the HTML"),
    ("class", rb"<h1 style", b"<h1 class=3D'a' style", "<h1 class> in the HTML"),
    ("script-in-attribute", rb"<h1 style", b"<h1 onclick=3D'a()' style", "<h1 onclick> in the HTML"),
    ("link-lost", rb"</h1>", b'</h1><a href=3D"../a.html">a</a>', "a link to"),
    ("markup-in-text", rb"Bonjour,", b"<p>Bonjour,</p>", "markup shows"),
    ("text-alone", rb"Bonjour,", b"Bonjour, voici Tombouctou, Kidal, Taoudenni et Bandiagara.", "in the text alone"),
    ("pdf-cut", rb"(application/pdf.*?\r\n\r\n(?:[^\r]{76}\r\n){50}).*?(\r\n--)", rb"\1\2", "whole PDF"),
    ("attachment-name", rb"filename=\"", b'filename="A ', "an attachment named"),
    ("method", rb"method=PUBLISH", b"method=REQUEST", "not METHOD:PUBLISH"),
    ("calendar-empty", rb"(text/calendar.*?\r\n\r\n).*?(\r\n--)", rb"\1" + base64.b64encode(EMPTY) + rb"\2", "not one published event"),
    ("calendar-twice", rb"(text/calendar.*?\r\n\r\n).*?(\r\n--)", rb"\1" + base64.b64encode(TWO) + rb"\2", "not one published event"),
]

# What is broken in the message that the mail program reads, while Python reads the sound one.
MISREAD = [
    ("subject-other", rb"Subject: ", b"Subject: Autre ", "reads the subject"),
    ("subject-undecoded", rb"(Subject: [^\r]*=\?utf-8\?)[bq]", rb"\1x", "reads the subject"),
    ("address-other", rb"Bcc: ", b"Bcc: intrus@example.org, ", "reads in bcc"),
    ("address-gone", rb"\r\nBcc: [^\r]*", b"", "reads in bcc"),
    ("part-gone", rb'(boundary="=_dit_)', b'boundary="=_dut_', "finds the parts"),
    ("part-kind", rb"text/plain", b"text/plan", "finds the parts"),
    ("name-other", rb'filename="', b'filename="autre-', "finds the parts"),
    ("text-other", rb"Bonjour", b"Bonsoir", "other bytes in part 3"),
    ("text-undecoded", rb"(text/plain.*?Transfer-Encoding: )quoted-printable", rb"\g<1>8bit", "other bytes in part 3"),
    ("pdf-other", rb"(application/pdf.*?\r\n\r\n)....", rb"\1AAAA", "other bytes in part 5"),
]


def main():
    messages = sorted(Path(sys.argv[1]).rglob("message.eml"))
    complaints = [f"refused the sound {path}: {said}" for path in messages for said in judge.faults(path.read_bytes())]
    sound = next(path.read_bytes() for path in messages if b"text/calendar" in path.read_bytes())
    for name, pattern, replacement, expected in DEFECTS:
        broken = re.sub(pattern, lambda found: found.expand(replacement) if b"\\" in replacement else replacement, sound, count=1, flags=re.DOTALL)
        said = "\n".join(judge.faults(broken))
        if broken == sound:
            complaints.append(f"{name}: there is nothing to break")
        elif expected not in said:
            complaints.append(f"{name}: expected « {expected} », said:\n{said[:600]}")
    for name, pattern, replacement, expected in MISREAD:
        broken = re.sub(pattern, replacement, sound, count=1, flags=re.DOTALL)
        said = "\n".join(program.faults(broken, email.message_from_bytes(sound, policy=email.policy.strict)))
        if broken == sound:
            complaints.append(f"{name}: there is nothing to break")
        elif expected not in said:
            complaints.append(f"{name}: expected « {expected} », said:\n{said[:600]}")
    if "the subject is read as" not in "\n".join(judge.faults(sound, "Un autre objet")):
        complaints.append("subject-changed: accepted")
    for complaint in complaints:
        print(complaint)
    print(f"{len(complaints)} complaints" if complaints else f"the judge refused all {len(DEFECTS) + len(MISREAD) + 1} defects")
    sys.exit(1 if complaints else 0)


if __name__ == "__main__":
    main()
