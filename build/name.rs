//! What the program is named by: all of it that can change an output, and nothing else. What is not known to change none counts.
//!
//! A source counts by its tokens, so that comments, documentation, spaces and unit tests do not. Of the libraries, those
//! count that the program is not without; what is optional serves rooms that make no output.

use std::collections::BTreeSet;
use std::collections::hash_map::DefaultHasher;
use std::fs;
use std::hash::{Hash, Hasher};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};

/// Where what makes the outputs stands.
pub(crate) const FOLDERS: [&str; 3] = ["src", "templates", "fonts"];

/// What stands there and changes no output.
pub(crate) const WITHOUT_OUTPUT: [&str; 12] = [
    // The rooms that nothing which makes an output may use: `tests/tidy/naming.rs` holds the house to that.
    "src/authoring",
    "src/circulation",
    "src/cli",
    "src/guide",
    "src/mailing",
    "src/publication.rs",
    "src/main.rs",
    "src/serve",
    // Built for the tests alone.
    "src/pdf/tests",
    // Not carried by the program.
    "fonts/LICENSE",
    "fonts/README.md",
    "templates/README.md",
];

/// The manifest as it was typed, which a package keeps beside the one that Cargo writes anew; and what it was resolved to.
pub(crate) const MANIFESTS: [&str; 2] = ["Cargo.toml.orig", "Cargo.toml"];
pub(crate) const LOCK: &str = "Cargo.lock";

/// A number that is another one when the program in that folder may make other outputs.
pub(crate) fn name(root: &Path) -> io::Result<u64> {
    let mut hasher = DefaultHasher::new();
    for folder in FOLDERS {
        for path in files_below(root, Path::new(folder))? {
            // The same on all systems.
            path.to_string_lossy().replace('\\', "/").hash(&mut hasher);
            let content = read(&root.join(&path))?.unwrap_or_default();
            match path.extension().is_some_and(|ending| ending == "rs") {
                true => code(&content).hash(&mut hasher),
                false => content.hash(&mut hasher),
            }
        }
    }
    let mut manifest = None;
    for name in MANIFESTS {
        manifest = manifest.or(read(&root.join(name))?);
    }
    let manifest = text(manifest.as_deref().unwrap_or_default());
    // The lock file of a packaged library may not be there.
    let lock = read(&root.join(LOCK))?;
    let dependencies = Dependencies::of(&manifest);
    dependencies.needed.hash(&mut hasher);
    dependencies
        .resolved(&text(lock.as_deref().unwrap_or_default()))
        .hash(&mut hasher);
    Ok(hasher.finish())
}

/// The files that count, by their path below the root, in order.
fn files_below(root: &Path, path: &Path) -> io::Result<Vec<PathBuf>> {
    if WITHOUT_OUTPUT.iter().any(|other| path == Path::new(other)) {
        return Ok(Vec::new());
    }
    let folder = root.join(path);
    if !folder.is_dir() {
        return Ok(vec![path.to_owned()]);
    }
    let entries = fs::read_dir(folder)?.map(|entry| Ok(path.join(entry?.file_name())));
    let mut entries = entries.collect::<io::Result<Vec<PathBuf>>>()?;
    entries.sort();
    let files = entries.iter().map(|entry| files_below(root, entry));
    Ok(files.collect::<io::Result<Vec<_>>>()?.concat())
}

/// The bytes of a file; none if it is not there.
fn read(path: &Path) -> io::Result<Option<Vec<u8>>> {
    #[allow(
        clippy::disallowed_methods,
        reason = "`files` is not built yet; an error ends this build"
    )]
    match fs::read(path) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// The tokens of a source, without documentation and unit tests; what has no tokens will not be compiled either.
fn code(source: &[u8]) -> String {
    let source = text(source);
    match source.parse::<TokenStream>() {
        Ok(tokens) => compiled(tokens).to_string(),
        Err(_) => source,
    }
}

fn compiled(tokens: TokenStream) -> TokenStream {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    let mut kept = Vec::new();
    let mut rest = &tokens[..];
    while let [token, next @ ..] = rest {
        rest = match after_documentation(rest).or_else(|| after_unit_tests(rest)) {
            Some(after) => after,
            None => {
                kept.push(match token {
                    TokenTree::Group(group) => {
                        Group::new(group.delimiter(), compiled(group.stream())).into()
                    }
                    token => token.clone(),
                });
                next
            }
        };
    }
    kept.into_iter().collect()
}

/// What follows a comment of documentation, which is an attribute to the compiler.
fn after_documentation(tokens: &[TokenTree]) -> Option<&[TokenTree]> {
    let (attribute, after) = split_attribute(tokens)?;
    let name = attribute.stream().into_iter().next()?;
    (name.to_string() == "doc").then_some(after)
}

/// What follows a module that is compiled for the tests alone.
fn after_unit_tests(tokens: &[TokenTree]) -> Option<&[TokenTree]> {
    let (attribute, mut rest) = split_attribute(tokens)?;
    if attribute.stream().to_string().replace(' ', "") != "cfg(test)" {
        return None;
    }
    while let Some((_, after)) = split_attribute(rest) {
        rest = after;
    }
    match rest {
        [
            TokenTree::Ident(keyword),
            TokenTree::Ident(_),
            content,
            after @ ..,
        ] if keyword == "mod" => {
            let is_here =
                matches!(content, TokenTree::Group(group) if group.delimiter() == Delimiter::Brace);
            let is_elsewhere = matches!(content, TokenTree::Punct(sign) if sign.as_char() == ';');
            (is_here || is_elsewhere).then_some(after)
        }
        _ => None,
    }
}

/// An attribute, of what follows or of what it stands in, and what follows it.
fn split_attribute(tokens: &[TokenTree]) -> Option<(&Group, &[TokenTree])> {
    let is = |token: &TokenTree, sign| matches!(token, TokenTree::Punct(found) if found.as_char() == sign);
    let (content, after) = match tokens {
        [hash, TokenTree::Group(content), after @ ..] if is(hash, '#') => (content, after),
        [hash, mark, TokenTree::Group(content), after @ ..] if is(hash, '#') && is(mark, '!') => {
            (content, after)
        }
        _ => return None,
    };
    (content.delimiter() == Delimiter::Bracket).then_some((content, after))
}

/// What a manifest asks for, a line each.
struct Dependencies<'a> {
    /// As typed: their features count too.
    needed: Vec<&'a str>,
    /// The names of those that no output needs: for tests, for builds, or optional.
    others: BTreeSet<&'a str>,
}

impl<'a> Dependencies<'a> {
    fn of(manifest: &'a str) -> Self {
        let mut section = "";
        let mut needed = Vec::new();
        let mut others = BTreeSet::new();
        for line in manifest.lines().map(str::trim) {
            if line.starts_with('[') {
                section = line;
            } else if section.contains("dependencies") && !line.is_empty() && !line.starts_with('#')
            {
                let is_for_outputs = !section.contains("dev-")
                    && !section.contains("build-")
                    && !line.contains("optional = true");
                match is_for_outputs {
                    true => needed.push(line),
                    false => drop(others.insert(key(line))),
                }
            }
        }
        for line in &needed {
            others.remove(key(line));
        }
        Self { needed, others }
    }

    /// The packages that the outputs need, and those that these need, as the lock file tells them.
    fn resolved<'b>(&self, lock: &'b str) -> BTreeSet<[&'b str; 4]> {
        let packages = lock.split("[[package]]").skip(1);
        let packages: Vec<([&str; 4], &str)> = packages
            .map(|package| (KNOWN_BY.map(|key| value(package, key)), package))
            .collect();
        // The program itself comes from nowhere, and is known by its sources.
        let own = packages
            .iter()
            .filter(|([_, _, source, _], _)| source.is_empty());
        let mut asked: Vec<&str> = own.flat_map(|(_, package)| asked_by(package)).collect();
        asked.retain(|asked| !self.others.contains(words(asked)[0]));
        let mut found = BTreeSet::new();
        while let Some(next) = asked.pop() {
            // The version stands there if there are several.
            let [name, version] = words(next);
            for (known, package) in &packages {
                let is_asked = known[0] == name && (version.is_empty() || known[1] == version);
                if is_asked && found.insert(*known) {
                    asked.extend(asked_by(package));
                }
            }
        }
        found
    }
}

/// What the lock file knows a package by.
const KNOWN_BY: [&str; 4] = ["name", "version", "source", "checksum"];

/// What a line of a manifest is about.
fn key(line: &str) -> &str {
    line.split([' ', '=', '.']).next().unwrap_or_default()
}

/// What the lock file says of a package under that key; nothing if it does not.
fn value<'a>(package: &'a str, key: &str) -> &'a str {
    let mut lines = package.lines();
    let value = lines.find_map(|line| line.strip_prefix(key)?.strip_prefix(" = "));
    value.unwrap_or_default().trim_matches('"')
}

/// The packages that a package asks for: name, and version if there are several of that name.
fn asked_by(package: &str) -> impl Iterator<Item = &str> {
    let lines = package.lines();
    let items = lines.filter_map(|line| line.strip_prefix(" \""));
    items.map(|item| item.trim_end_matches([',', '"']))
}

/// The first two words.
fn words(text: &str) -> [&str; 2] {
    let mut words = text.split(' ');
    [(); 2].map(|()| words.next().unwrap_or_default())
}
