"""Walks through the guide, command by command, as a new user does: first_hour.py GREFFIER ZIP FOLDER, with Wine.

The archive for Windows is unpacked, its window of commands opened; then each command that the guide prints is given to the program in it, each
file that the guide shows is written, and each answer is that of the guide. At the end stands a PDF: all files are, to the byte, those that
GREFFIER makes of the same steps here.
"""

import filecmp
import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path

GUIDE = Path(__file__).resolve().parent.parent / "docs/guide.md"
BLOCK = re.compile(r"^```(.*)\n((?:.*\n)*?)```$", re.MULTILINE)


class Walk:
    """One user's way through the guide, with that program."""

    def __init__(self, program, folder):
        self.program = [str(word) for word in program]
        self.folder = folder
        self.faults, self.commands = [], 0
        folder.mkdir(parents=True)

    def say(self, *words):
        """What the program answers, results first, in the words that both systems have."""
        if words[:1] == ("check",) and "--today" not in words:
            # On a day after all meetings.
            words = (*words, "--today", "9999-12-31")
        environment = os.environ | {"NO_COLOR": "1"}
        environment.pop("COLUMNS", None)
        run = lambda: subprocess.run([*self.program, *words], cwd=self.folder, env=environment, capture_output=True, timeout=300)
        done = run()
        if b"wine client error" in done.stderr:
            # Wine lost its own server, and the program was not heard: once more.
            done = run()
        said = (done.stdout + done.stderr).decode().replace("\r\n", "\n").replace("\\", "/")
        return done.returncode, "\n".join(line.rstrip() for line in said.splitlines()).rstrip()

    def step(self, command, shown, code):
        words = command.split()
        if words[0] == "cd":
            self.folder /= words[1]
        elif words[0] == "greffier" and words[1:2] != ["serve"]:
            got, said = self.say(*words[1:])
            self.commands += 1
            if got != code:
                self.faults.append(f"«{command}» ends with {got}, not {code}")
            if said != shown:
                self.faults.append(f"«{command}» answers:\n{said}\n— and the guide says:\n{shown}")

    def play(self, info, text):
        first, _, rest = text.partition("\n")
        if named := re.search(r"Fichier : (\S+)", first):
            path = self.folder / named[1]
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(rest.encode("latin-1" if "windows-1252" in info else "utf-8"))
        if info.startswith("console"):
            code = re.search(r"code=(\d)", info)
            for command in re.split(r"^\$ ", text, flags=re.MULTILINE)[1:]:
                line, _, shown = command.partition("\n")
                self.step(line, shown.rstrip(), int(code[1]) if code else 0)


def walked(program, folder):
    walk = Walk(program, folder)
    for info, text in BLOCK.findall(GUIDE.read_text(encoding="utf-8")):
        walk.play(info, text)
    return walk


def made(folder):
    return {path.relative_to(folder): path for path in folder.rglob("*") if path.is_file() and ".greffier" not in path.parts}


def main():
    greffier, archive, folder = (Path(word).resolve() for word in sys.argv[1:4])
    with zipfile.ZipFile(archive) as packed:
        packed.extractall(folder / "clef USB")
    unpacked = folder / "clef USB" / archive.stem
    faults = [f"{name} is not in the archive" for name in ("greffier.exe", "LISEZ-MOI.txt", "guide/guide.html", "guide/guide.pdf", "exemple/greffier.toml", "licences/bibliotheques.txt") if not (unpacked / name).is_file()]  # fmt: skip
    # A double click: a window of commands where `greffier` is known.
    window = subprocess.run(["wine", "cmd", "/c", "Ouvrir greffier.cmd"], cwd=unpacked, input=b"greffier --version\r\nexit\r\n", capture_output=True, timeout=300)
    said = (window.stdout + window.stderr).decode(errors="replace")
    faults += [f"the window does not say «{word}»: {said}" for word in ("greffier init", "greffier 0.") if word not in said]
    there = walked(["wine", unpacked / "greffier.exe"], folder / "windows")
    here = walked([greffier], folder / "ici")
    faults += there.faults + [f"here: {fault}" for fault in here.faults]
    files, others = made(folder / "windows"), made(folder / "ici")
    faults += [f"{name} is made by one alone" for name in sorted(files.keys() ^ others.keys())]
    faults += [f"{name} differs" for name in sorted(files.keys() & others.keys()) if not filecmp.cmp(files[name], others[name], shallow=False)]
    pdf = [path for path in files.values() if path.suffix == ".pdf" and path.read_bytes().startswith(b"%PDF-1.7")]
    faults += [] if pdf else ["no PDF was made"]
    faults += [] if there.commands >= 12 else [f"only {there.commands} commands"]
    print("\n".join(faults + [f"{there.commands} commands, {len(files)} files, {len(pdf)} PDF: {len(faults)} faults"]))
    sys.exit(bool(faults))


main()
