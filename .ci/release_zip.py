"""Packs a folder: release_zip.py FOLDER FILE.zip LEVEL. The same files give the same bytes: names in order, one date for all."""

import os
import sys
import time
import zipfile
from pathlib import Path

folder, packed = (Path(word) for word in sys.argv[1:3])
date = time.gmtime(int(os.environ["SOURCE_DATE_EPOCH"]))[:6]
with zipfile.ZipFile(packed, "w") as archive:
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        entry = zipfile.ZipInfo(str(path.relative_to(folder.parent)), date)
        entry.compress_type = zipfile.ZIP_DEFLATED
        entry.external_attr = 0o644 << 16
        archive.writestr(entry, path.read_bytes(), compresslevel=int(sys.argv[3]))
