//! Imports point one way: `src/lib.rs` lists the modules from the lowest layer to the highest.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

/// A module of the library: the names that lead to it, and its text.
struct Module {
    path: Vec<String>,
    text: String,
}

impl Module {
    fn name(&self) -> String {
        self.path.join("::")
    }
}

#[test]
fn a_module_imports_only_what_stands_above_it_in_the_list() {
    let layers = layers();
    let place = |name: &str| layers.iter().position(|layer| layer == name);
    let mut wrong = Vec::new();
    for module in modules() {
        let own = place(&module.path[0]).unwrap_or_else(|| panic!("{} is not in the list", module.name()));
        for import in imports(&module) {
            if place(&import[0]).is_some_and(|layer| layer > own) {
                wrong.push(format!("{} imports {}", module.name(), import.join("::")));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn the_parts_of_a_module_do_not_import_each_other_in_a_circle() {
    // What each module imports of its siblings, by the module that holds both.
    let mut graphs: BTreeMap<String, BTreeMap<String, BTreeSet<String>>> = BTreeMap::new();
    for module in modules() {
        for import in imports(&module) {
            let shared = module.path.iter().zip(&import).take_while(|(one, other)| one == other).count();
            if let (Some(own), Some(other), true) = (module.path.get(shared), import.get(shared), shared > 0) {
                let graph = graphs.entry(module.path[..shared].join("::")).or_default();
                graph.entry(own.clone()).or_default().insert(other.clone());
            }
        }
    }
    for (parent, mut graph) in graphs {
        // Remove modules that import none of the others until none is left. Any rest is a cycle.
        while let Some(lowest) = lowest(&graph) {
            graph.remove(&lowest);
            for imports in graph.values_mut() {
                imports.retain(|name| *name != lowest);
            }
        }
        assert!(graph.is_empty(), "in {parent}: {graph:#?}");
    }
}

fn lowest(graph: &BTreeMap<String, BTreeSet<String>>) -> Option<String> {
    let is_lowest = |imports: &BTreeSet<String>| imports.iter().all(|name| !graph.contains_key(name));
    graph.iter().find(|(_, imports)| is_lowest(imports)).map(|(name, _)| name.clone())
}

#[test]
fn imports_are_read_in_every_form() {
    let text = "use super::{one, two::Two};\nuse crate::{\n    low::{self, deep::Deep},\n    side,\n};\nfn f() { crate::far::away() }\n";
    let module = Module { path: vec!["top".into(), "here".into()], text: text.into() };
    let found: Vec<_> = imports(&module).iter().map(|import| import.join("::")).collect();
    let expected = ["top::one", "top::two::Two", "low::self", "low::deep::Deep", "side", "far::away"];
    assert_eq!(found, expected);
}

fn source() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

fn layers() -> Vec<String> {
    let text = fs::read_to_string(source().join("lib.rs")).unwrap();
    let names = text.lines().filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';'));
    names.map(String::from).collect()
}

/// All files of the library but its root and the programs.
fn modules() -> Vec<Module> {
    let mut found = Vec::new();
    let mut open = vec![source()];
    while let Some(folder) = open.pop() {
        for file in fs::read_dir(folder).unwrap() {
            let path = file.unwrap().path();
            let relative = path.strip_prefix(source()).unwrap().with_extension("");
            if path.is_dir() && relative != Path::new("bin") {
                open.push(path);
            } else if path.extension().is_some_and(|end| end == "rs") && relative != Path::new("lib") {
                let names = relative.iter().map(|name| name.to_str().unwrap().to_string());
                found.push(Module { path: names.collect(), text: fs::read_to_string(&path).unwrap() });
            }
        }
    }
    found
}

/// Full paths of what a module imports from the library, without imports of its own submodules.
fn imports(module: &Module) -> Vec<Vec<String>> {
    let code: Vec<&str> = module.text.lines().filter(|line| !line.trim_start().starts_with("//")).collect();
    let code = code.join("\n");
    let mut found = Vec::new();
    for (root, base) in [("super::", &module.path[..module.path.len() - 1]), ("crate::", &[][..])] {
        for (at, _) in code.match_indices(root) {
            let is_word = code[..at].ends_with(|char: char| char.is_alphanumeric() || char == '_' || char == ':');
            if !is_word {
                let mut paths = Vec::new();
                tree(&code[at + root.len()..], base, &mut paths);
                found.extend(paths);
            }
        }
    }
    found.retain(|import| !import.is_empty() && !import.starts_with(&module.path));
    found
}

/// The paths of a tree such as `a::{b, c::d}` at the beginning of `code`; returns what follows it.
fn tree<'t>(code: &'t str, base: &[String], into: &mut Vec<Vec<String>>) -> &'t str {
    let mut path = base.to_vec();
    let mut rest = code.trim_start();
    loop {
        if let Some(mut inner) = rest.strip_prefix('{') {
            while !inner.trim_start().starts_with('}') {
                inner = tree(inner, &path, into).trim_start();
                inner = inner.strip_prefix(',').unwrap_or(inner);
            }
            return inner.trim_start().strip_prefix('}').unwrap_or_default();
        }
        let end = rest.find(|char: char| !char.is_alphanumeric() && char != '_').unwrap_or(rest.len());
        let name = &rest[..end];
        if name == "super" {
            path.pop();
        } else if !name.is_empty() {
            path.push(name.to_string());
        }
        rest = &rest[end..];
        match rest.strip_prefix("::") {
            Some(more) => rest = more,
            None => break,
        }
    }
    into.push(path);
    // A renamed import.
    match rest.strip_prefix(" as ") {
        Some(renamed) => renamed.trim_start_matches(|char: char| char.is_alphanumeric() || char == '_'),
        None if rest.starts_with('*') => &rest[1..],
        None => rest,
    }
}
