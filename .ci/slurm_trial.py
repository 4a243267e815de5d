"""Runs what the guide says of many machines; run by `slurm`, as slurm_trial.py GREFFIER PROJECT FOLDER, where a Slurm answers.

The commands are those that stand in `docs/guide.md`. Each scene builds a copy of the project in shares, and must leave what one machine
makes of it, to the byte, and no lock.
"""

import filecmp
import os
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path

import kubernetes_validate
import yaml

GUIDE = (Path(__file__).resolve().parent.parent / "docs/guide.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```\w+\n(.*?)^```", GUIDE[GUIDE.index("## Pour une très grande archive") :], re.MULTILINE | re.DOTALL)


def block(beginning):
    found = [text for text in BLOCKS if text.startswith(beginning)]
    assert len(found) == 1, f"the guide has {len(found)} blocks that begin with {beginning}"
    return found[0]


SHARE = block("#!/bin/sh")
SEND, CLOSE = block("parts=").splitlines()
PARALLEL = block("parallel ")
JOB = block("apiVersion")
SHARES = int(re.search(r"--array=1-(\d+)", SHARE)[1])


class Trial:
    def __init__(self, greffier, project, folder):
        self.project, self.folder = project, folder
        self.faults, self.passed = [], 0
        os.environ["PATH"] = f"{greffier.parent}:{os.environ['PATH']}"
        self.whole = self.copy("whole")
        self.shell(self.whole, "greffier build --quiet")

    def copy(self, name):
        to = self.folder / name
        to.mkdir(parents=True)
        shutil.copytree(self.project / "meetings", to / "meetings")
        shutil.copy(self.project / "greffier.toml", to)
        (to / "parts.sh").write_text(SHARE, encoding="utf-8")
        return to

    def shell(self, folder, command, code=0):
        done = subprocess.run(["bash", "-c", command], cwd=folder, capture_output=True, text=True, timeout=600)
        self.check(done.returncode == code, f"«{command}» ends with {done.returncode}, not {code}: {done.stdout}{done.stderr}")
        return done.stdout.strip()

    def check(self, is_so, what):
        self.passed += bool(is_so)
        if not is_so:
            self.faults.append(what)

    def is_whole(self, folder, whole=None):
        """The files of one machine, equal to the byte; of the shares nothing is left."""
        here, there = ({p.relative_to(f / "output"): p for p in published(f)} for f in (whole or self.whole, folder))
        self.check(len(here) > 1000 and here.keys() == there.keys(), f"{folder.name}: {len(here.keys() ^ there.keys())} files too many or too few")
        differ = [str(name) for name in here.keys() & there.keys() if not filecmp.cmp(here[name], there[name], shallow=False)]
        self.check(not differ, f"{folder.name}: {len(differ)} files differ: {differ[:5]}")
        left = [path.name for path in (folder / "output/.greffier").iterdir() if re.search(r"^(verrou|occupant|journal|manifeste)-", path.name)]
        self.check(not left, f"{folder.name}: of the shares there is left {left}")


def published(folder):
    return [path for path in (folder / "output").rglob("*") if path.is_file() and ".greffier" not in path.parts]


def array_and_closing_build(trial):
    folder = trial.copy("array")
    trial.shell(folder, f"{SEND}\n{CLOSE}")
    trial.is_whole(folder)
    # A second time all is as it should be, and stays so.
    trial.shell(folder, f"{SEND}\n{CLOSE}")
    trial.is_whole(folder)


def one_killed_one_cancelled(trial):
    """Both are sent again alone, with the guide's own command, and still are their shares of all."""
    folder = trial.copy("killed")
    job = trial.shell(folder, SEND.removeprefix("parts=$(").removesuffix(")"))
    for number, how in ((2, "--signal=KILL --full"), (3, "")):
        wait_until(lambda: begun(folder, number))
        trial.shell(folder, f"scancel {how} {job}_{number}")
    trial.shell(folder, f"sbatch --wait --dependency=afterany:{job} --wrap true")
    ended = trial.shell(folder, f"scontrol --oneliner show job {job}")
    for number in (2, 3):
        state = re.search(rf"ArrayTaskId={number} .*?JobState=(\w+)", ended)
        trial.check(state and state[1] != "COMPLETED", f"share {number} was not ended: {state and state[1]}")
    made = len(published(folder))
    for number in (2, 3):
        trial.shell(folder, f"sbatch --wait --array={number} parts.sh")
    trial.check(len(published(folder)) > made, "the shares that were sent again made nothing")
    trial.shell(folder, CLOSE.replace("--dependency=afterany:$parts ", ""))
    trial.is_whole(folder)


def begun(folder, number):
    return (folder / f"output/.greffier/journal-{number}-{SHARES}").exists()


def wait_until(is_so):
    for _ in range(6000):
        if is_so():
            return
        time.sleep(0.01)


def one_faulty_record(trial):
    """Its share fails; the closing build runs all the same, and its code tells."""
    folder, whole = trial.copy("faulty"), trial.copy("faulty-whole")
    for copy in (folder, whole):
        record = sorted((copy / "meetings").rglob("*.toml"))[250]
        record.write_text(record.read_text(encoding="utf-8") + "\nleiu = 1\n", encoding="utf-8")
    trial.shell(whole, "greffier build --quiet", code=1)
    trial.shell(folder, f"{SEND}\n{CLOSE}", code=1)
    trial.is_whole(folder, whole)


def without_scheduler(trial):
    folder = trial.copy("parallel")
    trial.shell(folder, PARALLEL)
    trial.is_whole(folder)


def at_once(trial):
    """Two shares that begin and end together, again and again, of a few records."""
    folder = trial.copy("at-once")
    for record in sorted((folder / "meetings").rglob("*.toml"))[12:]:
        record.unlink()
    for _ in range(20):
        trial.shell(folder, "set -e\nfor k in 1 2; do greffier build --quiet --force --jobs 1 --formats html,md --partition $k/2 & all=\"$all $!\"; done\nfor one in $all; do wait $one; done")
    trial.shell(folder, "greffier build --quiet --formats html,md")
    whole = trial.copy("at-once-whole")
    shutil.rmtree(whole / "meetings")
    shutil.copytree(folder / "meetings", whole / "meetings")
    trial.shell(whole, "greffier build --quiet --formats html,md")
    here, there = ({p.relative_to(f): p.read_bytes() for p in published(f)} for f in (folder, whole))
    trial.check(here == there and here, "two shares at once leave other files")


def kubernetes(trial):
    """The guide's Job is one, and its command makes each share by its index."""
    job = yaml.safe_load(JOB)
    try:
        kubernetes_validate.validate(job, "1.33", strict=True)
    except kubernetes_validate.ValidationError as error:
        trial.check(False, f"the Job: {error}")
    spec = job["spec"]
    trial.check(spec["completions"] == SHARES and spec["completionMode"] == "Indexed", "the Job has another number of shares")
    [container] = spec["template"]["spec"]["containers"]
    folder = trial.copy("kubernetes")
    for index in range(spec["completions"]):
        environment = {**os.environ, "JOB_COMPLETION_INDEX": str(index)}
        done = subprocess.run(container["command"], cwd=folder, env=environment, capture_output=True, text=True)
        trial.check(done.returncode == 0, f"index {index}: {done.stderr}")
    trial.shell(folder, "greffier build --quiet")
    trial.is_whole(folder)


def main():
    trial = Trial(*(Path(word).resolve() for word in sys.argv[1:4]))
    for scene in (array_and_closing_build, one_killed_one_cancelled, one_faulty_record, without_scheduler, at_once, kubernetes):
        began = time.monotonic()
        scene(trial)
        print(f"  {scene.__name__}: {time.monotonic() - began:.0f} s", file=sys.stderr)
    for fault in trial.faults:
        print(fault)
    print(f"{trial.passed} passed, {len(trial.faults)} failed")
    sys.exit(bool(trial.faults) or trial.passed == 0)


main()
