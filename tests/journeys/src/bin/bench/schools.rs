//! A file as large as the national register of schools gives out, with its many columns, all of it invented.

use std::{
    fs::{self, File},
    io::{BufWriter, Write},
    path::{Path, PathBuf},
};

use journeys::Fault;

/// The area whose schools are kept.
pub(crate) const AREA: &str = "Calder Vale";
/// How many settings there are, open and closed, in all of England.
const SETTINGS: usize = 50_000;
/// One in so many lies in the area.
const ONE_IN: usize = 150;
/// The columns that are read.
const READ: &str = "URN,EstablishmentName,EstablishmentStatus (name),PhaseOfEducation (name),TypeOfEstablishment (name),Trusts (name),LA (name),DistrictAdministrative (name)";
/// The columns that are passed over, and what stands in each of them.
const OTHERS: usize = 130;
const FILLER: &str = "Not recorded";

/// The file, made where it is missing.
pub(crate) fn file(folder: &Path) -> Result<PathBuf, Fault> {
    let path = folder.join("edubasealldata.csv");
    let whole = fs::metadata(&path).is_ok_and(|file| file.len() > 60_000_000);
    if !whole {
        write(&path).map_err(|reason| Fault::File {
            path: path.display().to_string(),
            reason,
        })?;
    }
    Ok(path)
}

fn write(path: &Path) -> std::io::Result<()> {
    let mut file = BufWriter::new(File::create(path)?);
    file.write_all(READ.as_bytes())?;
    for column in 0..OTHERS {
        write!(file, ",Other{column} (name)")?;
    }
    let others = format!(",\"{FILLER}\"").repeat(OTHERS);
    for number in 0..SETTINGS {
        let (area, place) = match number % ONE_IN {
            0 => (AREA, "Calder"),
            other => ("Elsewhere", if other % 2 == 0 { "North" } else { "South" }),
        };
        let status = if number % 5 == 4 { "Closed" } else { "Open" };
        write!(
            file,
            "\r\n{},\"School of {number} Hill, Saint Osyth\",{status},Primary,Community school,\"Trust {}\",\"{area}\",{place}{others}",
            700_000 + number,
            number % 900,
        )?;
    }
    file.flush()
}
