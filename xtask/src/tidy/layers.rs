//! Who may know whom. Cargo keeps the crates apart as long as nobody adds a line to a manifest; this reads the manifests.

use std::collections::BTreeMap;

use serde_json::Value;

use super::Source;

/// Our crates, and which of our crates each may name.
const MAY_USE: [(&str, &[&str]); 10] = [
    ("evenhand-letters", &[]),
    ("evenhand-markup", &[]),
    ("evenhand-domain", &[]),
    ("evenhand-recording", &[]),
    (
        "evenhand-policy",
        &["evenhand-domain", "evenhand-letters", "evenhand-recording"],
    ),
    ("evenhand-vault", &["evenhand-letters"]),
    ("evenhand-store", &[]),
    (
        "evenhand-engine",
        &["evenhand-domain", "evenhand-policy", "evenhand-vault", "evenhand-store"],
    ),
    ("evenhand-sample", &["evenhand-domain", "evenhand-engine"]),
    (
        "evenhand",
        &[
            "evenhand-domain",
            "evenhand-engine",
            "evenhand-markup",
            "evenhand-sample",
        ],
    ),
];

/// Crates that hold or make secrets; one crate of ours may name each.
const SECRET: [&str; 16] = [
    "argon2",
    "chacha20poly1305",
    "hkdf",
    "sha2",
    "hpke",
    "p2panda-core",
    "ed25519-dalek",
    "x25519-dalek",
    "x-wing",
    "ml-kem",
    "aes-gcm",
    "hmac",
    "blake3",
    "zeroize",
    "getrandom",
    "rand",
];

/// Crates that touch the browser's platform; below the app only the store, and the letters that a browser brings, may name them.
const PLATFORM: [&str; 5] = ["web-sys", "js-sys", "idb", "gloo-storage", "wasm-bindgen-futures"];

/// `metadata` is Cargo's own list of packages and what they ask for.
pub(super) fn check(metadata: &Value, sources: &[Source], broken: &mut Vec<String>) {
    let packages = metadata["packages"].as_array().map(Vec::as_slice).unwrap_or_default();
    let wanted: BTreeMap<&str, Vec<(&str, bool)>> = packages
        .iter()
        .filter_map(|package| {
            let asks = package["dependencies"].as_array()?.iter();
            let asks = asks.filter_map(|ask| Some((ask["name"].as_str()?, ask["kind"].as_str() == Some("dev"))));
            Some((package["name"].as_str()?, asks.collect()))
        })
        .collect();
    for (layer, may_use) in MAY_USE {
        let Some(asks) = wanted.get(layer) else {
            broken.push(format!("Cargo.toml: the layer {layer} is missing"));
            continue;
        };
        for (name, for_tests) in asks {
            if name.starts_with("evenhand") && !may_use.contains(name) && !for_tests {
                broken.push(format!("{layer} may not use {name}"));
            }
            if SECRET.contains(name) && layer != "evenhand-vault" && !for_tests {
                broken.push(format!("{layer} names {name}; only evenhand-vault may"));
            }
            let has_a_platform = ["evenhand-store", "evenhand-letters", "evenhand"].contains(&layer);
            if PLATFORM.contains(name) && !has_a_platform && !for_tests {
                broken.push(format!(
                    "{layer} names {name}; only evenhand-store, evenhand-letters and the app may"
                ));
            }
        }
    }
    inside_the_app(sources, broken);
    drawn_by_one_shape(sources, broken);
}

/// Leptos' own `view!` works as well and makes the pages half as large again (docs/adr/0026-one-shape-for-every-view.md).
fn drawn_by_one_shape(sources: &[Source], broken: &mut Vec<String>) {
    let is_ours = |source: &&Source| source.path.starts_with("src/") && source.is("rs");
    for source in sources.iter().filter(is_ours) {
        let has = |word| source.lines_before_tests().any(|(_, line)| line.contains(word));
        let draws = source
            .lines_before_tests()
            .any(|(_, line)| line.contains("view! {") && !line.trim_start().starts_with("//"));
        if draws && !has("use crate::view;") {
            broken.push(format!(
                "{}: `view!` is Leptos' own here: `use crate::view;` is missing",
                source.path
            ));
        }
    }
}

/// Folder, words it may not contain, and why.
const INSIDE: [(&str, &[&str], &str); 5] = [
    (
        "src/pages/",
        &["web_sys::", "js_sys::"],
        "pages go through src/platform",
    ),
    (
        "src/public/",
        &["web_sys::", "js_sys::"],
        "pages go through src/platform",
    ),
    (
        "src/components/",
        &["evenhand_engine", "crate::pages", "crate::public", "crate::app"],
        "a component knows no engine, page or route",
    ),
    (
        "src/layout/",
        &["crate::pages", "crate::public::pages"],
        "the layout knows no page",
    ),
    (
        "crates/domain/src/",
        &[
            "std::time::SystemTime",
            "std::fs::",
            "std::env::",
            "OffsetDateTime::now",
        ],
        "the domain is pure",
    ),
];

fn inside_the_app(sources: &[Source], broken: &mut Vec<String>) {
    for (folder, forbidden, why) in INSIDE {
        for source in sources
            .iter()
            .filter(|source| source.path.starts_with(folder) && source.is("rs"))
        {
            for (number, line) in source.lines_before_tests() {
                if let Some(word) = forbidden.iter().find(|word| line.contains(**word)) {
                    broken.push(format!("{}:{number}: `{word}`: {why}", source.path));
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn package(name: &str, asks: &[&str]) -> Value {
        let asks: Vec<_> = asks.iter().map(|name| json!({ "name": name, "kind": null })).collect();
        json!({ "name": name, "dependencies": asks })
    }

    #[test]
    fn a_layer_that_reaches_sideways_is_named() {
        let mut packages: Vec<_> = MAY_USE.iter().map(|(name, _)| package(name, &[])).collect();
        let at = MAY_USE.iter().position(|(name, _)| *name == "evenhand-store").unwrap();
        packages[at] = package("evenhand-store", &["evenhand-vault", "sha2", "idb"]);
        let mut broken = Vec::new();
        check(&json!({ "packages": packages }), &[], &mut broken);
        assert_eq!(broken.len(), 2, "{broken:?}");
    }
}
