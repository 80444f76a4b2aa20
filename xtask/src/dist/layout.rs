//! The builds of the pages, the public folder and the assets, laid together.

use std::{collections::BTreeSet, fs, path::Path};

use super::{
    DistError, PAGES, Page,
    data::{self, Laid},
    files, read, release, trunk, write,
};
use crate::{
    markup::{Tag, replace, tags},
    project::Project,
};

/// The files under `app/` that each page brought, in the order of [`PAGES`].
pub(super) type Brought = [BTreeSet<String>; PAGES.len()];

/// The folder of everything that has its hash in its name.
pub(super) const HASHED: &str = "app";

/// Lays out the whole site except what is made from the finished files.
///
/// # Errors
/// When a file cannot be copied, or two pages contradict each other.
pub(super) fn lay_out(project: &Project, site: &Path) -> Result<Brought, DistError> {
    let boot = read(&project.root.join("public/boot.js"))?;
    let integrity = release::integrity(&boot);
    let boot_name = format!("{HASHED}/boot-{}.js", integrity.short());
    write(&site.join(&boot_name), &boot)?;
    let data = data::write_all(project, site)?;

    let mut brought = Brought::default();
    for (page, list) in PAGES.into_iter().zip(&mut brought) {
        let from = trunk::output(project, page);
        list.insert(boot_name.clone());
        let own: Vec<_> = data.iter().filter(|data| data.page == page.name).collect();
        list.extend(own.iter().map(|data| data.file.clone()));
        for file in files(&from)? {
            let bytes = read(&from.join(&file))?;
            if Path::new(&file)
                .extension()
                .is_some_and(|extension| extension == "html")
            {
                let text = moved(&String::from_utf8_lossy(&bytes), &from, &boot_name, &integrity.0, &own);
                write(&site.join(page.file), text.as_bytes())?;
            } else {
                let name = format!("{HASHED}/{file}");
                let to = site.join(&name);
                if fs::read(&to).is_ok_and(|there| there != bytes) {
                    return Err(DistError::Clash(name));
                }
                write(&to, &bytes)?;
                list.insert(name);
            }
        }
    }

    copy(&project.root.join("public"), site, &["boot.js", "sw.js"])?;
    copy(
        &project.root.join("target/assets"),
        &site.join("assets"),
        &["app.css", "icons.svg"],
    )?;
    let not_found = project.root.join("404.html");
    write(&site.join("404.html"), &read(&not_found)?)?;
    Ok(brought)
}

fn copy(from: &Path, to: &Path, but: &[&str]) -> Result<(), DistError> {
    for file in files(from)?.iter().filter(|file| !but.contains(&file.as_str())) {
        write(&to.join(file), &read(&from.join(file))?)?;
    }
    Ok(())
}

/// A page whose addresses lead into the folder of hashed files, and whose starting script is named by its hash.
///
/// What the page fetches when it is needed is told to it on the same script.
///
/// The wasm's preload link goes, and its hash moves to the starting script: not every browser lets a fetch that is held to a hash use what
/// was preloaded, and then the wasm, by far the largest file, is fetched twice.
fn moved(text: &str, from: &Path, boot_name: &str, boot_integrity: &str, data: &[&Laid]) -> String {
    let tags = tags(text);
    let is_wasm = |tag: &&Tag| tag.name == "link" && tag.value("as") == Some("fetch");
    let preload = tags.iter().find(is_wasm);
    let wasm_integrity = preload.and_then(|tag| tag.value("integrity")).unwrap_or_default();
    let mut changes: Vec<_> = preload
        .map(|tag| (tag.span.clone(), String::new()))
        .into_iter()
        .collect();
    for attribute in tags.iter().filter(|tag| !is_wasm(tag)).flat_map(|tag| &tag.attributes) {
        let file = attribute.value.strip_prefix("./").unwrap_or(&attribute.value);
        if attribute.name == "src" && file == "boot.js" {
            let hashes = format!("integrity=\"{boot_integrity}\" data-wasm-integrity=\"{wasm_integrity}");
            let data: String = data.iter().map(|data| data.attribute()).collect();
            changes.push((attribute.span.clone(), format!("./{boot_name}\"{data} {hashes}")));
        } else if !file.is_empty() && !file.ends_with(".html") && from.join(file).is_file() {
            changes.push((attribute.span.clone(), format!("./{HASHED}/{file}")));
        }
    }
    replace(text, changes)
}

impl Page {
    /// The file of another page, which this page's release does not carry.
    pub(super) fn is_other(self, file: &str) -> bool {
        PAGES.iter().any(|page| page.file == file && *page != self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_starting_script_carries_both_hashes_and_nothing_is_fetched_twice() {
        let page = r#"<script type="module" src="./boot.js" data-wasm="./a.wasm"></script><link rel="preload" href="./a.wasm" integrity="sha384-w" as="fetch"><a href="./b.html">b</a>"#;
        let words = Laid {
            page: "workspace",
            name: "words",
            file: "app/words-y.txt".to_owned(),
            integrity: "sha384-y".to_owned(),
        };
        let moved = moved(page, Path::new("nowhere"), "app/boot-x.js", "sha384-b", &[&words]);
        assert_eq!(
            moved,
            r#"<script type="module" src="./app/boot-x.js" data-words="./app/words-y.txt sha384-y" integrity="sha384-b" data-wasm-integrity="sha384-w" data-wasm="./a.wasm"></script><a href="./b.html">b</a>"#
        );
    }
}
