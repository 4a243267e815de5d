"""Judges pages by the eye of a machine; run by `judge-look` in the environment that holds the libraries.

A page is kept as a small grey picture, `tests/look/<name of the PDF>-<page>.png`. Where it differs, three pictures side by
side (as kept, as it is, the difference) stand in `target/look/`. After looking at them, `--accept` keeps the new ones.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

import numpy as np
from PIL import Image

DOTS_PER_INCH = 44
# Letters are drawn a little otherwise by each version of poppler: a difference counts above this, of 255 …
A_LOT = 80
# … and where more than this share of the page differs so.
MOST = 0.0002


def main():
    words = [word for word in sys.argv[1:] if not word.startswith("--")]
    accept = "--accept" in sys.argv
    if len(words) != 2:
        sys.exit("usage: judge-look FOLDER KEPT [--accept]")
    folder, kept = Path(words[0]), Path(words[1])
    pages = sorted(kept.glob("*.png"))
    failed = 0
    for page in pages:
        fault = accepted(page, folder) if accept else judged(page, folder)
        if fault:
            failed += 1
            print(f"FAIL {page.name}: {fault}")
    print(f"{len(pages) - failed} passed, {failed} failed")
    sys.exit(1 if failed or not pages else 0)


def accepted(page, folder):
    drawn = draw(page, folder)
    if drawn is None:
        return "no such page"
    # Sixteen greys: a small file, and no grey far from what it was.
    Image.fromarray(drawn // 16 * 17).quantize(16, dither=Image.Dither.NONE).save(page, optimize=True)
    return None


def judged(page, folder):
    drawn = draw(page, folder)
    if drawn is None:
        return "no such page"
    kept = np.asarray(Image.open(page).convert("L"))
    if kept.shape != drawn.shape:
        return f"it measures {drawn.shape}, no longer {kept.shape}"
    difference = np.abs(kept.astype(int) - drawn.astype(int))
    share = float((difference > A_LOT).mean())
    if share <= MOST:
        return None
    shown = Path("target/look")
    shown.mkdir(parents=True, exist_ok=True)
    inverted = (255 - np.minimum(difference * 2, 255)).astype(np.uint8)
    Image.fromarray(np.hstack([kept, drawn, inverted])).save(shown / page.name)
    return f"{share:.2%} of it differs, see target/look/{page.name}"


def draw(page, folder):
    """The page of that name: the PDF's own, a hyphen, the number of the page."""
    name, number = page.stem.rsplit("-", 1)
    file = next(iter(sorted(folder.rglob(f"{name}.pdf"))), None)
    if file is None:
        return None
    with tempfile.TemporaryDirectory() as work:
        command = ["pdftoppm", "-r", str(DOTS_PER_INCH), "-gray", "-f", number, "-l", number, file, f"{work}/page"]
        subprocess.run(command, check=True)
        drawn = next(iter(Path(work).glob("page*.pgm")), None)
        return None if drawn is None else np.asarray(Image.open(drawn))


if __name__ == "__main__":
    main()
