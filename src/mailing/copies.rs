//! The names that systems give to the copies of a journal. Pure.

/// The name of a journal, without its ending.
const STEM: &str = "envois";
/// Its ending.
const ENDING: &str = ".txt";

/// Whether that is what an editor or a program that syncs makes of a journal: *envois.txt.txt*, *envois (1).txt*, *envois - Copie.txt*,
/// *envois-PC.txt*. What somebody named so themselves, *envois avril.txt*, is none.
pub(super) fn is_copy(name: &str) -> bool {
    let name = name.to_lowercase();
    let whole = format!("{STEM}{ENDING}");
    if let Some(after) = name.strip_prefix(&whole) {
        return after == "~" || (after.starts_with('.') && after.len() > 1);
    }
    let Some(stem) = name.strip_suffix(ENDING) else {
        return false;
    };
    if ["copie de ", "copy of "].iter().any(|before| {
        stem.strip_prefix(before)
            .is_some_and(|rest| rest == STEM || is_copy(&format!("{rest}{ENDING}")))
    }) {
        return true;
    }
    stem.strip_prefix(STEM).is_some_and(is_of_a_system)
}

/// Whether that is what systems put behind the name of a file of which they make another.
fn is_of_a_system(after: &str) -> bool {
    const CONFLICTS: [&str; 4] = [
        ".sync-conflict-",
        "conflicted copy",
        "copie en conflit",
        "copie conflictuelle",
    ];
    if CONFLICTS.iter().any(|conflict| after.contains(conflict)) {
        return true;
    }
    // OneDrive adds the name of the computer, which has no space.
    let is_of_name = |sign: char| sign.is_alphanumeric() || "-_".contains(sign);
    if let Some(computer) = after.strip_prefix('-') {
        return !computer.is_empty() && computer.chars().all(is_of_name);
    }
    let is_sign = |sign: char| !sign.is_alphanumeric();
    let words = after.split(is_sign).filter(|word| !word.is_empty());
    let words: Vec<&str> = words.collect();
    let is_number = |word: &str| word.bytes().all(|byte| byte.is_ascii_digit());
    let in_brackets = after.trim_start().starts_with('(') && after.ends_with(')');
    match words.as_slice() {
        [number] if is_number(number) => in_brackets,
        ["copie" | "copy"] | ["autre", "copie"] | ["another", "copy"] => true,
        ["copie" | "copy", number] => is_number(number),
        [place, "copie" | "copy"] => place.starts_with(|sign: char| sign.is_ascii_digit()),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::is_copy;

    #[test]
    fn copies_and_what_is_none() {
        for (name, expected) in [
            ("envois.txt.txt", true),
            ("envois.txt.bak", true),
            ("envois.txt~", true),
            ("envois (1).txt", true),
            ("envois(2).txt", true),
            ("Envois - Copie.txt", true),
            ("envois - Copie (2).txt", true),
            ("envois - Copy.txt", true),
            ("envois copie 2.txt", true),
            ("envois (copie).txt", true),
            ("envois (3e copie).txt", true),
            ("Copie de envois.txt", true),
            ("Copie de envois (1).txt", true),
            ("Copy of envois.txt", true),
            ("envois-PC.txt", true),
            ("envois-DESKTOP-4F2A.txt", true),
            ("envois.sync-conflict-20260415-093000-ABCDEFG.txt", true),
            ("envois (Awa's conflicted copy 2026-04-15).txt", true),
            ("envois (Copie en conflit de Awa 2026-04-15).txt", true),
            ("envois.txt", false),
            ("envois avril.txt", false),
            ("envois 2026.txt", false),
            ("envois de mars.txt", false),
            ("mes envois.txt", false),
            ("envois-.txt", false),
            ("envois-avril de Gao.txt", false),
            ("renvois.txt", false),
            (".envois", false),
            ("envois.pdf", false),
            ("Copie de.txt", false),
        ] {
            assert_eq!(is_copy(name), expected, "{name}");
        }
    }
}
