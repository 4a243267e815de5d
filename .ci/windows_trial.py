"""Tries the program for Windows under Wine; run by `windows`, as windows_trial.py GREFFIER PROGRAMS FOLDER [SCENE…].

Each scene is played twice, by the program for this system and by that for Windows, in two copies of one project: they must answer the
same, with the same code, and leave the same files, to the byte. What only Windows has (a file that another program holds, one that is read
only) is played by the second alone.
"""

import filecmp
import os
import shutil
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

SOURCES = Path(__file__).resolve().parent.parent
# A synthetic record, so that a project has several years and states.
RECORD = """date = {date}
debut = 09:30:00
lieu = "dans les locaux d’ACTED"
participants = [{{ nom = "Awa Sow", organisation = "ACTED" }}]
ordre_du_jour = ["Relance à Gao"]
[[themes]]
titre = "{title}"
point = 1
discussion = "Le planning de l’atelier est validé."
  [[themes.actions]]
  texte = "Partager les TDR"
  responsables = ["ACTED"]
  echeance = {date}
"""


class Scene:
    """Two copies of one project, and what was found wrong with what became of them."""

    def __init__(self, programs, folder):
        self.greffier, self.windows = programs
        self.folders = [folder / "ici", folder / "windows"]
        self.faults = []

    def check(self, is_so, what):
        if not is_so:
            self.faults.append(what)

    def write(self, name, text, newline="\n"):
        for folder in self.folders:
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_bytes(text.replace("\n", newline).encode())

    def here(self, *words, inside="."):
        return answer([self.greffier, *words], self.folders[0] / inside)

    def there(self, *words, inside="."):
        return answer(["wine", self.windows / "greffier.exe", *words], self.folders[1] / inside)

    def both(self, *words, code=0, inside="."):
        """Runs the same command twice; what is said is compared, then given back."""
        here, there = self.here(*words, inside=inside), self.there(*words, inside=inside)
        shown = " ".join(words)
        self.check(here == there, f"«{shown}» answers {there}\n  and here {here}")
        self.check(there[0] == code, f"«{shown}» ends with {there[0]}, not {code}: {there[1:]}")
        return there

    def same_files(self, inside="."):
        """The files of both are equal; what the program notes for itself, times among it, is its own."""
        here, there = ({path.relative_to(top): path for path in files(top)} for top in (f / inside for f in self.folders))
        self.check(here.keys() == there.keys(), f"files of one alone: {sorted(map(str, here.keys() ^ there.keys()))}")
        for name in here.keys() & there.keys():
            self.check(filecmp.cmp(here[name], there[name], shallow=False), f"{name} differs")
        self.check(len(there) > 5, "nothing was made")
        return len(there)


def answer(words, folder):
    """The code of a command and what it says, in the words that both systems have."""
    folder.mkdir(parents=True, exist_ok=True)
    done = subprocess.run([str(word) for word in words], cwd=folder, capture_output=True, timeout=300)
    return done.returncode, *(plain(stream) for stream in (done.stdout, done.stderr))


def plain(stream):
    text = stream.decode()
    return text.replace("\\", "/").replace("Z:/", "/").replace("/windows/", "/ici/")


def files(top):
    return [path for path in top.rglob("*") if path.is_file() and ".greffier" not in path.parts]


def hold(scene, path):
    """Another program that has opened the file and lets nobody else in."""
    holder = subprocess.Popen(
        ["wine", str(scene.windows / "hold.exe"), path.name], cwd=path.parent, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    scene.check(holder.stdout.readline().strip() == "held", f"{path.name} could not be held")
    return holder


def let_go(holder):
    holder.stdin.close()
    holder.wait()


def first_hour(scene):
    """A new project whose name has a space and accents: from nothing to its pages, then a change."""
    inside = "Réunions du cluster, été 2026"
    scene.both("init", inside)
    scene.both("new", inside=inside)
    scene.both("check", inside=inside)
    scene.both("build", inside=inside)
    for folder in scene.folders:
        (folder / inside / "meetings/2026/2026-04-14.toml").unlink()
    scene.write(f"{inside}/meetings/2026/2026-05-12.toml", RECORD.format(date="2026-05-12", title="À Gao"))
    scene.both("build", inside=inside)
    _, _, said = scene.both("build", inside=inside)
    scene.check("créé" not in said and "modifié" not in said, f"a build with nothing to do says: {said}")
    scene.write(f"{inside}/meetings/2026/2026-05-12.toml", RECORD.format(date="2026-05-12", title="Après Gao"))
    scene.both("build", "--dry-run", inside=inside)
    scene.both("build", inside=inside)
    scene.same_files(inside)


def examples(scene):
    """The example records, and those of the kinds that people write."""
    for name in ("meetings", "greffier.toml", "templates"):
        for folder in scene.folders:
            if (SOURCES / name).is_dir():
                shutil.copytree(SOURCES / name, folder / name, dirs_exist_ok=True)
            elif (SOURCES / name).exists():
                folder.mkdir(parents=True, exist_ok=True)
                shutil.copy(SOURCES / name, folder / name)
    scene.both("build")
    scene.both("check")
    scene.same_files("output")


def line_ends(scene):
    """All files as the Notepad of Windows writes them, mark and line ends: their pages are those of plain files."""
    mark = "\ufeff"
    project = {
        "greffier.toml": 'instance = "Cluster Sécurité alimentaire"\n',
        "contacts.toml": '[[organisations]]\nnom = "ACTED"\nadresses = ["acted@example.org"]\n',
        "meetings/2026/2026-03-17.toml": RECORD.format(date="2026-03-17", title="Relance à Gao"),
        "templates/partials/footer.html": (SOURCES / "templates/partials/footer.html").read_text(encoding="utf-8"),
    }
    for name, text in project.items():
        scene.write(name, text)
        (scene.folders[1] / name).write_bytes((mark + text.replace("\n", "\r\n")).encode())
    scene.both("check")
    scene.both("build")
    scene.same_files("output")
    for path in files(scene.folders[1] / "output"):
        if path.suffix in (".html", ".md"):
            scene.check(b"\r" not in path.read_bytes(), f"{path.name} has a carriage return")


def long_paths(scene):
    """More than the 260 characters that Windows takes of an ordinary path."""
    name = "meetings/" + "/".join(f"dossier-{number:02}-" + "long" * 10 for number in range(6)) + "/2026-03-17-" + "a" * 80
    scene.write(f"{name}.toml", RECORD.format(date="2026-03-17", title="Loin"))
    scene.both("build")
    scene.write(f"{name}.toml", RECORD.format(date="2026-03-17", title="Plus loin"))
    scene.both("build")
    scene.check(any(len(str(path)) > 500 for path in files(scene.folders[1] / "output")), "no path is long")
    scene.same_files("output")


def faults(scene):
    """What is told of a record is told alike, its path too."""
    scene.write("meetings/2026/2026-03-17.toml", RECORD.format(date="2026-03-17", title="Sans faute"))
    scene.write("meetings/2026/2026-03-18.toml", RECORD.format(date="2026-03-18", title="Avec").replace("lieu", "leiu"))
    scene.both("check", "--message-format", "json", code=1)
    scene.both("build", code=1)
    scene.both("build", "meetings/2026/2026-03-18.toml", code=1)
    scene.same_files("output")


def names_of_case(scene):
    """Names that differ by their capitals alone are one file on Windows, and two here: told in both."""
    scene.write("meetings/Mars.toml", RECORD.format(date="2026-03-17", title="Une"))
    for folder in scene.folders:
        (folder / "meetings/mars.toml").write_text(RECORD.format(date="2026-03-18", title="Autre"), encoding="utf-8")
    scene.both("check", code=1)
    scene.both("build", code=1)


def reserved_names(scene):
    """A record that has the name of a device, brought from elsewhere: told with another name, and its neighbours are made."""
    for name in ("CON", "2026-03-18"):
        scene.write(f"meetings/2026/{name}.toml", RECORD.format(date="2026-03-18", title="Une"))
    for command in ("check", "build"):
        code, _, said = scene.there(command)
        scene.check(code == 1 and "CON-1.toml" in said, f"{command} of the name of a device: {code} {said}")
    for folder in scene.folders:
        (folder / "meetings/2026/CON.toml").unlink()
    scene.there("build")
    scene.here("build")
    scene.same_files("output")


def held_record(scene):
    """A record that another program holds: told, and the others are made."""
    for date in ("2026-03-17", "2026-03-18"):
        scene.write(f"meetings/2026/{date}.toml", RECORD.format(date=date, title="Une"))
    scene.there("build")
    for date in ("2026-03-17", "2026-03-18"):
        scene.write(f"meetings/2026/{date}.toml", RECORD.format(date=date, title="Changée"))
    holder = hold(scene, scene.folders[1] / "meetings/2026/2026-03-18.toml")
    for command in ("check", "build"):
        code, _, said = scene.there(command)
        scene.check(code == 1 and "ouvert dans un autre programme" in said, f"{command} of a held record: {code} {said}")
        scene.check("Fermez-le dans cet autre programme" in said, f"{command} shows no way out: {said}")
    page = scene.folders[1] / "output/2026/2026-03-17/index.html"
    scene.check("Changée" in page.read_text(encoding="utf-8"), "the other record was not made")
    let_go(holder)
    scene.there("build")
    scene.here("build")
    scene.same_files("output")


def held_output(scene):
    """A PDF open in a reader, and a page that is read only: told, all else is made; then they are made too."""
    record = "meetings/2026/2026-03-17.toml"
    scene.write(record, RECORD.format(date="2026-03-17", title="Une"))
    scene.there("build")
    scene.write(record, RECORD.format(date="2026-03-17", title="Changée"))
    folder = scene.folders[1] / "output/2026/2026-03-17"
    holder = hold(scene, folder / "compte-rendu-2026-03-17.pdf")
    code, _, said = scene.there("build")
    scene.check(code != 0 and "ouvert dans un autre programme" in said and "fermez le PDF" in said, f"a held PDF: {code} {said}")
    scene.check("Changée" in (folder / "index.html").read_text(encoding="utf-8"), "the page beside a held PDF was not made")
    scene.check(not list(folder.glob(".greffier*")), "a temporary file is left")
    let_go(holder)
    scene.there("build")
    scene.here("build")
    scene.same_files("output")


def read_only(scene):
    """A record that is protected is read as any other; a page that is protected stays, and is told."""
    record = "meetings/2026/2026-03-17.toml"
    scene.write(record, RECORD.format(date="2026-03-17", title="Une"))
    for folder in scene.folders:
        (folder / record).chmod(0o444)
    scene.both("build")
    scene.same_files("output")


def served(scene):
    """`serve`: pages, what is not there, what is hidden under whichever name, and a page that follows a save."""
    record = "meetings/2026/2026-03-17.toml"
    scene.write(record, RECORD.format(date="2026-03-17", title="Une"))
    words = ["wine", str(scene.windows / "greffier.exe"), "serve", "--port", "0"]
    server = subprocess.Popen(words, cwd=scene.folders[1], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    try:
        address = server.stdout.readline().strip()
        output = scene.folders[1] / "output"
        wait_until(lambda: (output / "style.css").exists() and ask(address, "2026/2026-03-17/")[0] == 200)
        code, body = ask(address, "2026/2026-03-17/")
        scene.check(code == 200 and "Une" in body, f"the page: {code}")
        pdf = urllib.request.urlopen(address + "2026/2026-03-17/compte-rendu-2026-03-17.pdf").read()
        scene.check(pdf == (output / "2026/2026-03-17/compte-rendu-2026-03-17.pdf").read_bytes(), "the PDF is another one")
        hidden = [".greffier/manifeste", ".greffier/", "GREFFI~1/", ".greffier./", ".GREFFIER/", "..%5cgreffier.toml", ".greffier::$DATA"]
        for path in [*hidden, "nulle-part", "../greffier.toml", "%5c..%5cgreffier.toml", "CON", "2026/NUL"]:
            code, body = ask(address, path)
            scene.check(code in (400, 403, 404), f"{path} is answered with {code}")
        scene.write(record, RECORD.format(date="2026-03-17", title="Changée"))
        followed = wait_until(lambda: "Changée" in ask(address, "2026/2026-03-17/")[1])
        scene.check(followed, "the page does not follow a save")
    finally:
        server.terminate()
        server.wait()


def ask(address, path):
    try:
        with urllib.request.urlopen(address + path, timeout=20) as response:
            return response.status, response.read().decode(errors="replace")
    except urllib.error.HTTPError as error:
        return error.code, ""
    except OSError as error:
        return 0, str(error)


def wait_until(is_so):
    for _ in range(300):
        if is_so():
            return True
        time.sleep(0.1)
    return False


SCENES = [
    first_hour, examples, line_ends, long_paths, faults, names_of_case, reserved_names, held_record, held_output, read_only, served,
]  # fmt: skip


def main():
    greffier, programs, folder = (Path(word).resolve() for word in sys.argv[1:4])
    asked = sys.argv[4:]
    failed = passed = 0
    for scene_of in SCENES:
        if asked and scene_of.__name__ not in asked:
            continue
        began = time.monotonic()
        scene = Scene((greffier, programs), folder / scene_of.__name__)
        scene_of(scene)
        for fault in scene.faults:
            print(f"{scene_of.__name__}: {fault}")
        failed += bool(scene.faults)
        passed += not scene.faults
        print(f"  {scene_of.__name__}: {time.monotonic() - began:.0f} s", file=sys.stderr)
    print(f"{passed} passed, {failed} failed")
    sys.exit(failed > 0 or passed == 0)


main()
