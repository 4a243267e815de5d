"""Tells what the program is built from: release_licences.py LICENCES.txt BOM.json.

The first holds the licence of each crate as its author wrote it; the second is a bill of materials, CycloneDX, judged by its schema.
"""

import datetime
import json
import os
import subprocess
import sys
import tomllib
import uuid
from pathlib import Path

from cyclonedx.model import HashAlgorithm, HashType, XsUri
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.model.license import LicenseExpression
from cyclonedx.output.json import JsonV1Dot5
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
from packageurl import PackageURL

ROOT = Path(__file__).resolve().parent.parent
TARGETS = ["x86_64-pc-windows-gnu", "x86_64-unknown-linux-musl", "aarch64-unknown-linux-musl"]
TEXTS = ("licen", "copying", "notice", "unlicense", "copyright")


def crates():
    """What goes into the program on any of its systems, and what each of them asks for, by their ids."""
    found, asked = {}, {}
    for target in TARGETS:
        words = ["cargo", "metadata", "--locked", "--format-version", "1", "--filter-platform", target]
        told = json.loads(subprocess.run(words, cwd=ROOT, check=True, capture_output=True).stdout)
        packages = {package["id"]: package for package in told["packages"]}
        nodes = {node["id"]: node for node in told["resolve"]["nodes"]}
        waiting = [told["resolve"]["root"]]
        root = packages[waiting[0]]
        while waiting:
            crate = waiting.pop()
            needs = [need["pkg"] for need in nodes[crate]["deps"] if any(kind["kind"] is None for kind in need["dep_kinds"])]
            asked.setdefault(crate, set()).update(needs)
            waiting.extend(need for need in needs if need not in found)
            found.update((need, packages[need]) for need in needs)
    return root, dict(sorted(found.items(), key=lambda item: (item[1]["name"], item[1]["version"]))), asked


def licences(found):
    """The same text once, with all that it holds for; a crate that brings none is told with what its author declares."""
    holders, silent = {}, []
    for crate in found.values():
        name = f"{crate['name']} {crate['version']} ({crate['license']})"
        folder = Path(crate["manifest_path"]).parent
        texts = [path for path in sorted(folder.iterdir()) if path.is_file() and path.name.lower().startswith(TEXTS)]
        if not texts:
            silent.append(f"{name}, {', '.join(crate['authors']) or crate['repository'] or 'no author told'}")
        for path in texts:
            text = "\n".join(line.rstrip() for line in path.read_text(encoding="utf-8", errors="replace").strip().splitlines())
            holders.setdefault(text, []).append(name)
    parts = ["\n".join([*names, "", text]) for text, names in holders.items()]
    if silent:
        parts.append("Without a text of their own, under the licence in brackets:\n\n" + "\n".join(silent))
    return f"\n\n{'=' * 80}\n\n".join(parts) + "\n"


def bill(root, found, asked):
    lock = tomllib.loads((ROOT / "Cargo.lock").read_text(encoding="utf-8"))
    sums = {(package["name"], package["version"]): package.get("checksum") for package in lock["package"]}

    def component(crate, kind):
        checksum = sums[crate["name"], crate["version"]]
        purl = PackageURL("cargo", None, crate["name"], crate["version"])
        return Component(
            name=crate["name"],
            version=crate["version"],
            type=kind,
            purl=purl,
            bom_ref=str(purl),
            licenses=[LicenseExpression(crate["license"].replace("/", " OR "))],
            hashes=[HashType(alg=HashAlgorithm.SHA_256, content=checksum)] if checksum else [],
        )

    made = {crate: component(package, ComponentType.LIBRARY) for crate, package in found.items()}
    made[root["id"]] = component(root, ComponentType.APPLICATION)
    bom = Bom(components=[made[crate] for crate in found])
    bom.metadata.component = made[root["id"]]
    bom.metadata.timestamp = datetime.datetime.fromtimestamp(int(os.environ["SOURCE_DATE_EPOCH"]), datetime.UTC)
    bom.serial_number = uuid.uuid5(uuid.NAMESPACE_URL, f"greffier {root['version']} {sorted(found)}")
    for crate, needs in asked.items():
        bom.register_dependency(made[crate], [made[need] for need in sorted(needs)])
    text = JsonV1Dot5(bom).output_as_string(indent=2)
    fault = JsonStrictValidator(SchemaVersion.V1_5).validate_str(text)
    assert fault is None, fault
    return text + "\n"


def main():
    root, found, asked = crates()
    Path(sys.argv[1]).write_text(licences(found), encoding="utf-8")
    Path(sys.argv[2]).write_text(bill(root, found, asked), encoding="utf-8")


main()
