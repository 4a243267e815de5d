//! Every fault, whole.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use greffier::diagnostic::{Diagnostic, Kind, Report};
use greffier::document::{Classes, Document, DocumentFault};
use snapbox::{Assert, Data};

use crate::{source, with_body};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/document/faults")
}

/// The names of the files with that extension.
fn cases(extension: &str) -> BTreeSet<String> {
    let files = fs::read_dir(folder())
        .unwrap()
        .map(|entry| entry.unwrap().path());
    files
        .filter(|path| path.extension().is_some_and(|found| found == extension))
        .map(|path| path.file_stem().unwrap().to_str().unwrap().to_owned())
        .collect()
}

#[test]
fn each_says_what_is_wrong_and_the_way_out() {
    let mut wrong = Vec::new();
    let mut provoked = BTreeSet::new();
    for case in cases("xhtml") {
        let text = fs::read_to_string(folder().join(format!("{case}.xhtml"))).unwrap();
        let is_whole = ["<html", "<!", "<?", "empty"]
            .iter()
            .any(|start| text.starts_with(start));
        let text = if is_whole {
            text
        } else {
            with_body(text.trim_end())
        };
        let source = source(text.trim_start_matches("empty").to_owned());
        let classes = Classes {
            styles: vec!["texte", "personnes", "pied"],
            columns: vec!["numero", "nom"],
        };
        let Err(faults) = Document::parse_with(&source, &classes) else {
            wrong.push(format!("{case} is sound"));
            continue;
        };
        provoked.extend(faults.iter().map(|fault| fault.code.as_str()));
        let said = Report::new(source, faults.clone()).render(false);
        let expected = Data::read_from(&folder().join(format!("{case}.stderr")), None).raw();
        let compared =
            Assert::new()
                .action_env("SNAPSHOTS")
                .try_eq(Some(&case), said.into(), expected);
        wrong.extend(compared.err().map(|difference| difference.to_string()));
        wrong.extend(faults.iter().filter_map(|fault| unhelpful(&case, fault)));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    let kinds = DocumentFault::ALL.iter().map(|kind| kind.code());
    let without_case: Vec<&str> = kinds.filter(|code| !provoked.contains(code)).collect();
    assert_eq!(without_case, WITHOUT_CASE);
}

/// More than two million elements make the parser stop; no other way leads there.
const WITHOUT_CASE: &[&str] = &["document-trop-long"];

/// A fault has a place and a way out, unless the text is empty.
fn unhelpful(case: &str, fault: &Diagnostic) -> Option<String> {
    let is_helpful = !fault.help.is_empty() && (!fault.spots.is_empty() || case == "xml-empty");
    (!is_helpful).then(|| format!("{case}: no place or no help: {}", fault.title))
}

#[test]
fn no_answer_is_left_without_its_case() {
    assert_eq!(cases("stderr"), cases("xhtml"));
}

/// Each is found though the others are there, in the order of the text.
#[test]
fn all_at_once() {
    let source = source(with_body(
        "<h2>a</h2>\n<p clas=\"x\">b</p>\n<blink>c</blink>\n<ul></ul>\n<p><a href=\"#z\">d</a></p>",
    ));
    let faults = Document::parse(&source).unwrap_err();
    let lines: Vec<usize> = faults
        .iter()
        .map(|fault| source.line_of(fault.spots[0].span.start))
        .collect();
    assert_eq!(lines, [2, 3, 4, 5, 6]);
}

#[test]
fn what_is_too_deep_is_refused_and_what_is_deep_is_read() {
    let nested = |depth: usize| {
        let text = format!("{}x{}", "<div>".repeat(depth), "</div>".repeat(depth));
        Document::parse(&source(with_body(&text)))
    };
    assert!(nested(90).is_ok());
    for depth in [100, 10_000, 300_000] {
        let faults = nested(depth).unwrap_err();
        assert_eq!(faults.len(), 1);
        assert!(faults[0].title.starts_with("plus de 100 éléments"));
    }
}

/// A text of many faults is not what its author takes it for, and must not eat the memory.
#[test]
fn of_a_number_that_nobody_reads_are_dropped() {
    let faults = Document::parse(&source(with_body(&"<x/>".repeat(50_000)))).unwrap_err();
    assert_eq!(faults.len(), 1000);
}

#[test]
fn huge_spans_cost_nothing() {
    let cell = "<td colspan=\"100\" rowspan=\"65534\"/>";
    let row = format!("<tr>{}</tr>", cell.repeat(1000));
    let table = format!("<table><tbody>{}</tbody></table>", row.repeat(50));
    assert!(Document::parse(&source(with_body(&table))).is_err());
    let columns = "<col/>".repeat(100_000);
    let rows = "<tr><td/></tr>".repeat(10_000);
    let table = format!("<table><colgroup>{columns}</colgroup><tbody>{rows}</tbody></table>");
    assert!(Document::parse(&source(with_body(&table))).is_err());
}
