//! The order of letters, by excerpts of Unicode’s own test files (UAX #9, paragraphs from left to right), through the whole of the
//! setting of a line.

use crate::direction::{lines, seen};
use crate::tools::{read, span};

const CHARACTERS: &str = include_str!("bidi/characters.txt");
const CLASSES: &str = include_str!("bidi/classes.txt");

/// The numbers of a list.
fn numbers(list: &str) -> Vec<usize> {
    list.split_whitespace()
        .map(|number| number.parse().unwrap())
        .collect()
}

/// The lines that are no comments.
fn rows(file: &str) -> impl Iterator<Item = &str> {
    file.lines().filter(|line| !line.starts_with('#'))
}

#[track_caller]
fn check(letters: &[char], order: &[usize]) {
    let text: String = letters.iter().collect();
    let lines = lines(&[span(&text)], 1e6);
    let expected: String = order.iter().map(|at| letters[*at]).collect();
    assert_eq!(seen(&lines[0]), expected, "{letters:?}");
    assert_eq!(read(&lines), text);
}

/// Each row: the characters, the direction of the paragraph, its level, the levels, the order from left to right.
#[test]
fn characters_stand_where_unicode_says() {
    let mut count = 0;
    for row in rows(CHARACTERS) {
        let fields: Vec<&str> = row.split(';').collect();
        let letters = fields[0].split(' ').map(|one| {
            let number = u32::from_str_radix(one, 16).unwrap();
            char::from_u32(number).unwrap()
        });
        check(&letters.collect::<Vec<_>>(), &numbers(fields[4]));
        count += 1;
    }
    assert_eq!(count, 431);
}

/// Characters of a class; `right` are those that stand for letters from right to left.
fn of_class<'a>(class: &str, right: &'a [char]) -> &'a [char] {
    match class {
        "L" => &['a', 'b', 'c', 'd'],
        "R" => right,
        "AL" => &['ب', 'ت', 'ث', 'ن'],
        "EN" => &['1', '2', '3', '4'],
        "AN" => &['١', '٢', '٣', '٤'],
        "ES" => &['+', '-', '+', '-'],
        "ET" => &['%', '$', '°', '#'],
        "CS" => &[',', '.', '/', ':'],
        "ON" => &['!', '&', '*', '@'],
        other => panic!("{other} is not among the classes of the excerpt"),
    }
}

/// `@Levels` and `@Reorder` hold of the rows below them, each some classes.
#[test]
fn classes_stand_where_unicode_says() {
    const HEBREW: &[char] = &['א', 'ב', 'ג', 'ד'];
    const NKO: &[char] = &['\u{7ca}', '\u{7d3}', '\u{7d5}', '\u{7de}'];
    let mut order = Vec::new();
    let mut count = 0;
    for row in rows(CLASSES) {
        if let Some(said) = row.strip_prefix("@Reorder:") {
            order = numbers(said);
            continue;
        }
        let Some((classes, _)) = row.split_once(';') else {
            continue;
        };
        for right in [HEBREW, NKO] {
            let classes = classes.split(' ').enumerate();
            let letters = classes.map(|(at, class)| of_class(class, right)[at]);
            check(&letters.collect::<Vec<_>>(), &order);
        }
        count += 1;
    }
    assert_eq!(count, 1302);
}
