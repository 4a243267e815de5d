//! In most rooms files import each other one way: no ring of them leads back to where it began.

use std::collections::{BTreeMap, BTreeSet};

use syn::{Item, UseTree};

use super::sources;

/// The rooms that are straight. A folder in one counts as a file. `ARCHITECTURE.md` says why the others are not.
const STRAIGHT: &[&str] = &[
    "archive",
    "circulation",
    "cli",
    "config",
    "contacts",
    "diagnostic",
    "files",
    "follow_up",
    "keeper",
    "mailing",
    "minutes",
    "pdf",
    "record",
    "search",
    "serve",
    "templates",
];

#[test]
fn no_ring_of_files() {
    for room in STRAIGHT {
        let arrows = arrows(room);
        assert!(arrows.len() > 3, "{room}");
        for file in arrows.keys() {
            let ring = way(&arrows, file, file, &mut BTreeSet::new());
            assert_eq!(ring, None, "src/{room}: a ring of files");
        }
    }
}

/// Which files of a room each imports, be it by what `mod.rs` gives out of them.
fn arrows(room: &str) -> BTreeMap<String, BTreeSet<String>> {
    let mut imported: BTreeMap<String, Vec<Vec<String>>> = BTreeMap::new();
    let mut given_out = BTreeMap::new();
    for file in sources() {
        let Some(name) = file.name.strip_prefix(&format!("{room}/")) else {
            continue;
        };
        let paths = imports(&file.text);
        if name == "mod.rs" {
            let given = paths.into_iter().filter(|path| path.len() == 2);
            given_out.extend(given.map(|path| (path[1].clone(), path[0].clone())));
            continue;
        }
        // The part of a path that leads to the room.
        let depth = name.trim_end_matches("/mod.rs").matches('/').count();
        let up = vec!["super".to_owned(); 1 + depth];
        let down = ["crate".to_owned(), room.to_owned()];
        let paths = paths.iter().filter_map(|path| {
            let within = path.strip_prefix(&up[..]);
            within.or_else(|| path.strip_prefix(&down[..]))
        });
        let module = name.split(['/', '.']).next().unwrap().to_owned();
        let known = imported.entry(module).or_default();
        known.extend(paths.map(<[String]>::to_vec));
    }
    let modules: BTreeSet<String> = imported.keys().cloned().collect();
    let module_of = |path: &Vec<String>| {
        let first = path.first()?;
        let module = modules.get(first).or_else(|| given_out.get(first))?;
        Some(module.clone())
    };
    let arrows = imported.iter().map(|(module, paths)| {
        let mut others: BTreeSet<String> = paths.iter().filter_map(module_of).collect();
        // A folder may import what is in it.
        if sources()
            .iter()
            .any(|file| file.name == format!("{room}/{module}/mod.rs"))
        {
            others.remove(module);
        }
        (module.clone(), others)
    });
    arrows.collect()
}

/// A way from one file to another, if there is one.
fn way(
    arrows: &BTreeMap<String, BTreeSet<String>>,
    from: &str,
    to: &str,
    seen: &mut BTreeSet<String>,
) -> Option<Vec<String>> {
    let next = arrows.get(from)?;
    for file in next {
        let rest = match file == to {
            true => Some(vec![file.clone()]),
            false if seen.insert(file.clone()) => way(arrows, file, to, seen),
            false => None,
        };
        if let Some(rest) = rest {
            return Some([vec![from.to_owned()], rest].concat());
        }
    }
    None
}

/// All that a file imports at its top, each as a whole path.
fn imports(text: &str) -> Vec<Vec<String>> {
    let mut paths = Vec::new();
    for item in syn::parse_file(text).unwrap().items {
        if let Item::Use(item) = item {
            add(&item.tree, &[], &mut paths);
        }
    }
    paths
}

fn add(tree: &UseTree, before: &[String], paths: &mut Vec<Vec<String>>) {
    let with = |name: String| [before, &[name]].concat();
    match tree {
        UseTree::Path(path) => add(&path.tree, &with(path.ident.to_string()), paths),
        UseTree::Name(name) => paths.push(with(name.ident.to_string())),
        UseTree::Rename(rename) => paths.push(with(rename.ident.to_string())),
        UseTree::Glob(_) => paths.push(with("*".to_owned())),
        UseTree::Group(group) => group.items.iter().for_each(|tree| add(tree, before, paths)),
    }
}
