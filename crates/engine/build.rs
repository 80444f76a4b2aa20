//! Names the sources that read records, so that a snapshot counts only for the very code that made it: what is folded or judged in
//! another way by the next release is folded and judged again.

use std::collections::hash_map::DefaultHasher;
use std::fs;
use std::hash::{Hash, Hasher};
use std::io;
use std::path::{Path, PathBuf};

/// What decides what comes of the log.
const SOURCES: [&str; 6] = [
    "src",
    "../domain/src",
    "../policy/src",
    "../policy/data",
    "../letters/src",
    "../vault/src",
];

fn main() -> io::Result<()> {
    let mut files = Vec::new();
    for folder in SOURCES {
        println!("cargo::rerun-if-changed={folder}");
        collect(Path::new(folder), &mut files)?;
    }
    // By their names, so that it comes to the same on every machine.
    files.sort();
    let mut hasher = DefaultHasher::new();
    for file in files {
        file.to_string_lossy().hash(&mut hasher);
        fs::read(&file)?.hash(&mut hasher);
    }
    println!("cargo::rustc-env=EVENHAND_SOURCES={:016x}", hasher.finish());
    Ok(())
}

fn collect(folder: &Path, into: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            collect(&path, into)?;
        } else {
            into.push(path);
        }
    }
    Ok(())
}
