//! Linked dependencies: their licences, their versions, and the reason for each.

use serde_json::Value;
use std::{collections::BTreeMap, fs, process::Command};

/// Licences that require attribution at most. Each dependency offers one of them.
const ALLOWED: [&str; 9] =
    ["MIT", "Apache-2.0", "Unicode-3.0", "Zlib", "BSD-3-Clause", "CC0-1.0", "BSL-1.0", "Unlicense", "MIT-0"];
/// Dependencies of which two versions are linked: others have not moved to the newer one yet.
const TWICE: [&str; 5] = ["base64", "convert_case", "syn", "thiserror", "thiserror-impl"];
/// The same, where the newer one belongs to the connection of the end-to-end tests (`tungstenite`).
const TWICE_IN_TESTS: [&str; 6] = ["block-buffer", "cpufeatures", "crypto-common", "digest", "rand", "rand_core"];

/// The name of this machine's platform.
fn platform() -> String {
    let output = Command::new("rustc").arg("-vV").output().unwrap();
    let version = String::from_utf8(output.stdout).unwrap();
    version.lines().find_map(|line| line.strip_prefix("host: ")).unwrap().to_string()
}

/// Cargo's metadata of the packages linked on this platform. Packages for other platforms may not be installed.
fn packages() -> Vec<Value> {
    let arguments = ["metadata", "--format-version", "1", "--locked", "--filter-platform", &platform()];
    let output = Command::new(env!("CARGO")).args(arguments).current_dir(env!("CARGO_MANIFEST_DIR")).output().unwrap();
    let metadata: Value = serde_json::from_slice(&output.stdout).unwrap();
    metadata["packages"].as_array().unwrap().clone()
}

/// Does one of the alternatives ask for nothing but allowed licences?
fn is_allowed(licence: &str) -> bool {
    let flat = licence.replace(['(', ')'], "").replace('/', " OR ");
    let mut all = flat.split(" AND ");
    all.all(|part| part.split(" OR ").any(|one| ALLOWED.contains(&one.trim())))
}

#[test]
fn every_dependency_has_an_allowed_licence() {
    for package in packages() {
        let (name, licence) = (&package["name"], package["license"].as_str().unwrap_or_default());
        assert!(is_allowed(licence), "{name}: {licence:?}");
    }
    for refused in ["GPL-3.0", "MIT AND GPL-2.0-only", ""] {
        assert!(!is_allowed(refused), "{refused}");
    }
}

#[test]
fn no_other_dependency_is_linked_in_two_versions() {
    let mut versions: BTreeMap<String, usize> = BTreeMap::new();
    for package in packages() {
        *versions.entry(package["name"].as_str().unwrap().to_string()).or_default() += 1;
    }
    for (name, _) in versions.iter().filter(|(_, count)| **count > 1) {
        assert!(TWICE.contains(&name.as_str()) || TWICE_IN_TESTS.contains(&name.as_str()), "{name}");
    }
}

#[test]
fn every_dependency_comes_from_the_registry_or_from_here() {
    for package in packages() {
        let source = package["source"].as_str().unwrap_or("here");
        assert!(source == "here" || source.starts_with("registry+"), "{}: {source}", package["name"]);
    }
}

#[test]
fn every_dependency_has_its_reason() {
    let page = fs::read_to_string(format!("{}/docs/csp-and-security.md", env!("CARGO_MANIFEST_DIR"))).unwrap();
    let packages = packages();
    let own = packages.iter().find(|package| package["name"] == "backmatter").unwrap();
    for dependency in own["dependencies"].as_array().unwrap().iter().filter(|one| one["kind"].is_null()) {
        let name = dependency["name"].as_str().unwrap();
        assert!(page.contains(&format!("`{name}`")), "{name} has no reason in docs/csp-and-security.md");
    }
}
