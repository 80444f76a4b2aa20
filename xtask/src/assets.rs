//! Fonts, icons and the one style sheet, gathered for the build from `style/` and from the packages named in `package.json`.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{fs, io};

/// Why there are no assets.
#[derive(Debug, thiserror::Error)]
pub enum AssetsError {
    /// A file could not be read; if it belongs to a package, `npm ci` brings it.
    #[error("{path} could not be read ({reason}); if it lies in node_modules, run `npm ci`", path = path.display())]
    Unreadable {
        /// Which file.
        path: PathBuf,
        /// What the system said.
        reason: io::Error,
    },
    /// A file could not be written.
    #[error("{path} could not be written ({reason})", path = path.display())]
    Unwritable {
        /// Which file.
        path: PathBuf,
        /// What the system said.
        reason: io::Error,
    },
    /// An icon of the package has no drawing where one is expected.
    #[error("the icon {0} is not a plain SVG")]
    NotAnIcon(String),
}

/// The packages, as Cargo's manifest is for crates: versions stand in `package.json`.
const FONT: &str = "node_modules/@fontsource-variable/atkinson-hyperlegible-next";
const ICONS: &str = "node_modules/lucide-static";

/// Upright for all text, Latin and its extension; slanted text is not used, for it is harder to read.
const FONT_FILES: [&str; 2] = [
    "atkinson-hyperlegible-next-latin-wght-normal.woff2",
    "atkinson-hyperlegible-next-latin-ext-wght-normal.woff2",
];

/// The sheets that stand in this order; the components' lie between the two halves, in the order of their names.
const FIRST_SHEETS: [&str; 4] = ["layers.css", "tokens.css", "base.css", "layout.css"];
const LAST_SHEETS: [&str; 2] = ["states.css", "print.css"];

/// Writes `target/assets`: `app.css`, `icons.svg`, the fonts and the licences of both.
///
/// # Errors
/// When a package is missing or a file cannot be read or written.
pub fn make(root: &Path) -> Result<(), AssetsError> {
    let out = root.join("target/assets");
    write(&out.join("app.css"), style(&root.join("style"))?.as_bytes())?;
    write(&out.join("icons.svg"), sprite(root)?.as_bytes())?;
    for file in FONT_FILES {
        write(
            &out.join("fonts").join(file),
            &read(&root.join(FONT).join("files").join(file))?,
        )?;
    }
    write(&out.join("fonts/OFL.txt"), &read(&root.join(FONT).join("LICENSE"))?)?;
    write(
        &out.join("LUCIDE-LICENSE.txt"),
        &read(&root.join(ICONS).join("LICENSE"))?,
    )
}

/// All sheets in one, because a page that asks once is shown sooner.
fn style(folder: &Path) -> Result<String, AssetsError> {
    let mut sheets: Vec<PathBuf> = FIRST_SHEETS.map(|name| folder.join(name)).into();
    sheets.extend(sheets_in(&folder.join("components"))?);
    sheets.extend(LAST_SHEETS.map(|name| folder.join(name)));
    let mut all = String::new();
    for sheet in sheets {
        all.push_str(&text(&sheet)?);
        all.push('\n');
    }
    Ok(all)
}

fn sheets_in(folder: &Path) -> Result<Vec<PathBuf>, AssetsError> {
    let unreadable = |reason| AssetsError::Unreadable {
        path: folder.to_path_buf(),
        reason,
    };
    let entries: Result<Vec<_>, _> = fs::read_dir(folder).map_err(unreadable)?.collect();
    let mut sheets: Vec<PathBuf> = entries
        .map_err(unreadable)?
        .into_iter()
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "css"))
        .collect();
    sheets.sort();
    Ok(sheets)
}

/// One hidden drawing that holds every icon of `style/icons.txt` under the name `icon-…`.
fn sprite(root: &Path) -> Result<String, AssetsError> {
    let names = text(&root.join("style/icons.txt"))?;
    let mut sprite = String::from(
        "<svg class=\"sprite\" xmlns=\"http://www.w3.org/2000/svg\" width=\"0\" height=\"0\" aria-hidden=\"true\">",
    );
    for name in names.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let icon = text(&root.join(ICONS).join("icons").join(name).with_extension("svg"))?;
        let drawing = drawing(&icon).ok_or_else(|| AssetsError::NotAnIcon(name.to_owned()))?;
        // Writing into a String does not fail.
        let _ = write!(
            sprite,
            "<symbol id=\"icon-{name}\" viewBox=\"0 0 24 24\">{drawing}</symbol>"
        );
    }
    sprite.push_str("</svg>\n");
    Ok(sprite)
}

/// What stands between the outer tags, in one line.
fn drawing(svg: &str) -> Option<String> {
    let (_, inside) = svg.split_once("<svg")?.1.split_once('>')?;
    let (inside, _) = inside.split_once("</svg>")?;
    Some(
        inside
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ")
            .replace("> <", "><"),
    )
}

fn text(path: &Path) -> Result<String, AssetsError> {
    fs::read_to_string(path).map_err(|reason| AssetsError::Unreadable {
        path: path.to_path_buf(),
        reason,
    })
}

fn read(path: &Path) -> Result<Vec<u8>, AssetsError> {
    fs::read(path).map_err(|reason| AssetsError::Unreadable {
        path: path.to_path_buf(),
        reason,
    })
}

/// Leaves a file alone that already holds the same bytes, so that a build does not start again for nothing.
fn write(path: &Path, bytes: &[u8]) -> Result<(), AssetsError> {
    if fs::read(path).is_ok_and(|there| there == bytes) {
        return Ok(());
    }
    let written = path
        .parent()
        .map_or(Ok(()), fs::create_dir_all)
        .and_then(|()| fs::write(path, bytes));
    written.map_err(|reason| AssetsError::Unwritable {
        path: path.to_path_buf(),
        reason,
    })
}

#[cfg(test)]
mod tests {
    use super::drawing;

    #[test]
    fn a_drawing_is_what_stands_between_the_outer_tags() {
        let icon = "<!-- licence -->\n<svg\n  class=\"x\"\n>\n  <path d=\"M1 2h3\" />\n  <circle r=\"1\" />\n</svg>\n";
        assert_eq!(
            drawing(icon).as_deref(),
            Some("<path d=\"M1 2h3\" /><circle r=\"1\" />")
        );
        assert_eq!(drawing("no drawing"), None);
    }
}
