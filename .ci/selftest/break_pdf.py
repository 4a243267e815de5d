"""Makes one known defect in a sound PDF: `break_pdf.py FILE DEFECT`. Fails if there was nothing to break."""

import sys
from pathlib import Path

import pikepdf


def main():
    file, defect = sys.argv[1:]
    if defect == "cut-short":
        whole = Path(file).read_bytes()
        Path(file).write_bytes(whole[: len(whole) // 2])
        return
    with pikepdf.open(file, allow_overwriting_input=True) as pdf:
        DEFECTS[defect](pdf)
        pdf.save(file, object_stream_mode=pikepdf.ObjectStreamMode.preserve)


def elements(pdf, kind):
    found = [item for item in pdf.objects if isinstance(item, pikepdf.Dictionary) and item.get("/S") == kind]
    if not found:
        sys.exit(f"no element {kind} to break")
    return found


def fonts(pdf):
    return [item for item in pdf.objects if isinstance(item, pikepdf.Dictionary) and item.get("/Subtype") == "/Type0"]


def remove_tags(pdf):
    del pdf.Root.StructTreeRoot


def forget_element(pdf):
    """The text of a paragraph stays on the page, but no element holds it any more."""
    del elements(pdf, "/P")[0]["/K"]


def remove_alternative(pdf):
    del elements(pdf, "/Figure")[0]["/Alt"]


def turn_headers_into_data(pdf):
    for cell in elements(pdf, "/TH"):
        cell["/S"] = pikepdf.Name.TD


def remove_font(pdf):
    del fonts(pdf)[0].DescendantFonts[0].FontDescriptor.FontFile3


def remove_unicode(pdf):
    del fonts(pdf)[0]["/ToUnicode"]


def change_title(pdf):
    """The old properties say something else than the new ones."""
    pdf.docinfo["/Title"] = pikepdf.String("Autre chose")


def remove_claim(pdf):
    packet = pdf.Root.Metadata.read_bytes()
    if b"<pdfuaid:part>1</pdfuaid:part>" not in packet:
        sys.exit("no claim to remove")
    pdf.Root.Metadata.write(packet.replace(b"<pdfuaid:part>1</pdfuaid:part>", b""))


def remove_language(pdf):
    del pdf.Root.Lang


def silence_link(pdf):
    for page in pdf.pages:
        for annotation in page.get("/Annots", []):
            del annotation["/Contents"]
            return
    sys.exit("no link to silence")


def remove_profile(pdf):
    del pdf.Root.OutputIntents


def turn_order(pdf):
    """The tags say the last part first."""
    document = elements(pdf, "/Document")[0]
    document["/K"] = pikepdf.Array(reversed(list(document["/K"])))


def nothing(pdf):
    """Only written anew: must still be accepted, or the defects above prove nothing."""


DEFECTS = {
    "tags-missing": remove_tags,
    "paragraph-untagged": forget_element,
    "alternative-missing": remove_alternative,
    "headers-missing": turn_headers_into_data,
    "font-not-embedded": remove_font,
    "unicode-missing": remove_unicode,
    "properties-disagree": change_title,
    "claim-missing": remove_claim,
    "language-missing": remove_language,
    "link-silent": silence_link,
    "profile-missing": remove_profile,
    "order-turned": turn_order,
    "none": nothing,
}

if __name__ == "__main__":
    main()
