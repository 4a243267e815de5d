"""Judges a published site, the output folder given: feeds by feedparser and by the rules that the feed validator of the W3C holds them to,
calendars by icalendar and by calcurse, JSON-LD and minutes.json by json, and every link within the site by following it. Prints the faults and a
count, like the other judges."""

import csv
import io
import json
import posixpath
import re
import subprocess
import sys
import tempfile
from email.utils import format_datetime, parsedate_to_datetime
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit
from xml.etree import ElementTree

import feedparser
import icalendar

ATOM = "{http://www.w3.org/2005/Atom}"
# What stands in an address as it is (RFC 3986); all else is written as % and two digits.
ENCODED = re.compile(r"https?://(?:[A-Za-z0-9\-._~:/?#@!$&'()*+,;=]|%[0-9A-Fa-f]{2})+")
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)")
URL_ATTRIBUTES = {"a": "href", "link": "href", "img": "src"}


class Page(HTMLParser):
    """What the judge asks of a page: its ids, its links, its JSON-LD, its policy."""

    def __init__(self, text):
        super().__init__()
        self.ids, self.links, self.data, self.policies, self.canonical = set(), [], [], [], None
        self.in_data = False
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        if "id" in given:
            self.ids.add(given["id"])
        if tag == "link" and given.get("rel") == "canonical":
            self.canonical = given["href"]
        elif given.get(URL_ATTRIBUTES.get(tag, ""), ""):
            self.links.append(given[URL_ATTRIBUTES[tag]])
        if tag == "script":
            self.in_data = given.get("type") == "application/ld+json"
            if self.in_data:
                self.data.append("")
        if tag == "meta" and given.get("http-equiv") == "Content-Security-Policy":
            self.policies.append(given["content"])

    def handle_endtag(self, tag):
        if tag == "script":
            self.in_data = False

    def handle_data(self, text):
        if self.in_data:
            self.data[-1] += text


def site_address(pages):
    """The folder under which the site is published, by the canonical link of its first page."""
    home = pages.get("index.html")
    return home.canonical.rstrip("/") if home and home.canonical else None


def link_faults(root, pages):
    published = site_address(pages)
    folder = urlsplit(published).path if published else ""
    files = {path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file()}
    for name, page in pages.items():
        if len(page.policies) != 1 or "default-src 'none'" not in page.policies[0]:
            yield name, "policy: none, or not a strict one"
        for link in page.links:
            parts = urlsplit(link)
            if parts.scheme or parts.netloc:
                continue
            path = unquote(parts.path)
            if path.startswith("/"):
                target = path.removeprefix(folder).lstrip("/")
            else:
                target = posixpath.join(posixpath.dirname(name), path) if path else name
            target = posixpath.normpath(target)
            if target not in files:
                yield name, f"link: {link} leads nowhere"
            elif parts.fragment and target.endswith(".html") and unquote(parts.fragment) not in pages[target].ids:
                yield name, f"link: {link} leads to no element"


def data_faults(pages, published):
    for name, page in pages.items():
        if published and "/" in name and len(page.data) != 1:
            yield name, f"JSON-LD: {len(page.data)} of them"
        for data in page.data:
            try:
                event = json.loads(data)
            except ValueError as error:
                yield name, f"JSON-LD: {error}"
                continue
            if event.get("@type") != "Event" or not event.get("startDate"):
                yield name, "JSON-LD: not an event with a day"


def feed_faults(root, pages, published):
    owners = sorted(path.name for path in root.glob("responsable-*.xml"))
    for name in ("atom.xml", "rss.xml", *owners):
        path = root / name
        if path.exists() != bool(published):
            yield name, "feed: there just where there is no address, or the other way round"
        if not path.exists():
            continue
        feed = feedparser.parse(path.read_bytes())
        if feed.bozo:
            yield name, f"feed: {feed.bozo_exception}"
        if not feed.entries or not feed.feed.get("title"):
            yield name, "feed: no entry or no title"
        identities = [entry.get("id") for entry in feed.entries]
        if None in identities or len(set(identities)) != len(identities):
            yield name, "feed: entries without an id of their own"
        for entry in feed.entries:
            local = entry.link.partition("#")[0].removeprefix(f"{published}/") + "index.html"
            if local not in pages:
                yield name, f"feed: {entry.link} is no page"
            if not entry.get("updated_parsed") and not entry.get("published_parsed"):
                yield name, f"feed: {entry.link} has no day"
        yield from form_faults(name, path, published)


def form_faults(name, path, published):
    """What feedparser forgives, and the readers of others do not."""
    try:
        root = ElementTree.parse(path).getroot()
    except ElementTree.ParseError:
        return
    rules = atom_faults if root.tag == f"{ATOM}feed" else rss_faults
    for fault in rules(root, f"{published}/{name}"):
        yield name, f"feed: {fault}"


def atom_faults(feed, own):
    entries = feed.findall(f"{ATOM}entry")
    for holder in (feed, *entries):
        told = holder.findtext(f"{ATOM}id")
        for key in ("id", "title", "updated"):
            if len(holder.findall(f"{ATOM}{key}")) != 1 or not (holder.findtext(f"{ATOM}{key}") or "").strip():
                yield f"{told} has no {key}, or several"
        for key in ("updated", "published"):
            moment = holder.findtext(f"{ATOM}{key}")
            if moment is not None and not MOMENT.fullmatch(moment):
                yield f"{told} is {key} at {moment}, which is no moment (RFC 3339)"
        links = {link.get("rel", "alternate"): link.get("href") for link in holder.findall(f"{ATOM}link")}
        if "alternate" not in links:
            yield f"{told} leads to no page"
        for address in (told, *links.values()):
            if not ENCODED.fullmatch(address or ""):
                yield f"the address {address} is not encoded"
    for entry in entries:
        if not (entry.findtext(f"{ATOM}summary") or "").strip():
            yield f"{entry.findtext(f'{ATOM}id')} has no summary"
    if own not in [link.get("href") for link in feed.findall(f"{ATOM}link[@rel='self']")]:
        yield f"it does not say that it is {own}"
    if not feed.findtext(f"{ATOM}author/{ATOM}name"):
        yield "it has no author"
    changes = [moment.text for moment in feed.findall(f"{ATOM}entry/{ATOM}updated")]
    changed = feed.findtext(f"{ATOM}updated")
    if changed and changes and changed < max(changes):
        yield "it is older than what it holds"


def rss_faults(rss, _own):
    channel = rss.find("channel")
    if rss.tag != "rss" or rss.get("version") != "2.0" or channel is None:
        yield "neither Atom nor RSS 2.0"
        return
    items = channel.findall("item")
    for holder, keys in ((channel, ("title", "link", "description")), *((item, ("title", "link", "description", "guid")) for item in items)):
        told = holder.findtext("link")
        for key in keys:
            if len(holder.findall(key)) != 1 or not (holder.findtext(key) or "").strip():
                yield f"{told} has no {'summary' if key == 'description' else key}, or several"
        for address in [told, *(guid.text for guid in holder.findall("guid") if guid.get("isPermaLink") != "false")]:
            if not ENCODED.fullmatch(address or ""):
                yield f"the address {address} is not encoded"
        said = holder.findtext("pubDate")
        if said is not None and said not in moments_of_mail(said):
            yield f"{told} is of {said}, which is no moment (RFC 822)"


def moments_of_mail(said):
    """The ways to write the moment that is said; none if it is none."""
    try:
        moment = parsedate_to_datetime(said)
    except ValueError:
        return ()
    written = format_datetime(moment)
    return written, written.replace("+0000", "GMT"), written.replace("-0000", "+0000"), written.replace("-0000", "GMT")


def calendars_faults(root):
    for path in (root / "calendrier.ics", *sorted(root.glob("responsable-*.ics"))):
        yield from calendar_faults(path)


def calendar_faults(path):
    lines = path.read_bytes().split(b"\r\n")
    if any(len(line) > 75 or b"\n" in line for line in lines):
        yield path.name, "calendar: a line of more than 75 octets, or ended otherwise"
    try:
        calendar = icalendar.Calendar.from_ical(path.read_bytes())
    except ValueError as error:
        yield path.name, f"calendar: {error}"
        return
    events = calendar.walk("VEVENT")
    identities = [str(event.get("UID")) for event in events]
    # Who has nothing to do by a day has an empty calendar.
    if len(set(identities)) != len(identities) or not events and path.name == "calendrier.ics":
        yield path.name, "calendar: no event, or two of one UID"
    for event in events:
        if event.errors:
            yield path.name, f"calendar: {event.errors}"
        if not all(event.get(key) for key in ("DTSTAMP", "DTSTART", "SUMMARY")):
            yield path.name, f"calendar: {event.get('UID')} lacks a stamp, a day or a name"
        for key in ("DTSTART", "DTEND"):
            moment = event.get(key) and event[key].dt
            if hasattr(moment, "hour") and moment.tzinfo is None:
                yield path.name, f"calendar: the hour of {event.get('UID')} is of no zone"
    yield from calcurse_faults(path, len(events))


def calcurse_faults(path, count):
    """Whether calcurse, a calendar of Debian, takes each event."""
    with tempfile.TemporaryDirectory() as folder:
        done = subprocess.run(["calcurse", "-D", folder, "-C", folder, "-i", path], capture_output=True, text=True, timeout=120)
    report = re.search(r"(\d+) apps? / (\d+) events? / (\d+) todos? / (\d+) skipped", done.stdout + done.stderr)
    if not report or done.returncode != 0:
        yield path.name, f"calendar: calcurse refuses it: {done.stderr.strip() or done.stdout.strip()}"
    elif int(report[1]) + int(report[2]) != count or int(report[4]) != 0:
        yield path.name, f"calendar: of {count} events calcurse takes {report[0]}"


def register_faults(root):
    try:
        actions = json.loads((root / "actions.json").read_text("utf-8"))
    except (OSError, ValueError) as error:
        yield "actions.json", f"data: {error}"
        return
    text = (root / "actions.csv").read_text("utf-8-sig")
    rows = csv.DictReader(io.StringIO(text, newline=""), delimiter=";")
    if [action["identifiant"] for action in actions] != [row["Identifiant"] for row in rows]:
        yield "actions.json", "data: other action points than in the table"


def minutes_faults(root, pages):
    for name in pages:
        if "/" in name:
            path = root / name.replace("index.html", "minutes.json")
            try:
                if not json.loads(path.read_text("utf-8")).get("titre"):
                    yield path.name, "data: no title"
            except (OSError, ValueError) as error:
                yield path.name, f"data: {error}"


def main():
    if len(sys.argv) != 2 or not Path(sys.argv[1]).is_dir():
        sys.exit("usage: judge-site OUTPUT_FOLDER")
    root = Path(sys.argv[1]).resolve()
    files = [path.relative_to(root).as_posix() for path in sorted(root.rglob("*.html"))]
    files = [name for name in files if not name.endswith(".print.html")]
    pages = {name: Page((root / name).read_text("utf-8")) for name in files}
    published = site_address(pages)
    faults = [
        *link_faults(root, pages),
        *data_faults(pages, published),
        *feed_faults(root, pages, published),
        *calendars_faults(root),
        *register_faults(root),
        *minutes_faults(root, pages),
    ]
    for name, fault in faults:
        print(f"FAIL {name}\n  {fault}")
    links = sum(len(page.links) for page in pages.values())
    print(f"{len(pages)} pages, {links} links, {len(faults)} faults")
    sys.exit(1 if faults or not pages else 0)


main()
