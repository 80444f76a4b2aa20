//! Reads what *Get Information About Schools* gives for download, piece by piece as the file comes: all establishments, or their links.

use std::collections::BTreeSet;

use thiserror::Error;

use super::{Listed, School, folded};
use crate::encoding::text_of;

/// Why a file was not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum ReadError {
    /// The first line is not that of either file.
    #[error("this is not the file of all establishments, nor of their links: its first line names other columns")]
    AnotherFile,
}

/// What a file came to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Found {
    /// The open settings of the areas that were asked for, by name.
    pub listed: Vec<Listed>,
    /// Pairs of numbers, of a setting and its predecessor or successor; where the file is that of the links.
    pub links: Vec<(String, String)>,
    /// How many settings lie in other areas.
    pub elsewhere: usize,
    /// How many of the areas are closed.
    pub closed: usize,
    /// How many rows could not be read.
    pub bad: usize,
    /// The first of those: the number of the row, and what is wrong with it.
    pub faults: Vec<(usize, &'static str)>,
    /// Areas that were asked for and that no setting lies in.
    pub unknown: Vec<String>,
    /// Whether the file is that of the links.
    pub is_links: bool,
}

/// Faults beyond these are counted alone.
const MOST_FAULTS: usize = 20;

/// The columns that are read of the file of all establishments, in the order in which they are kept here.
const ESTABLISHMENTS: [&str; 8] = [
    "URN",
    "EstablishmentName",
    "EstablishmentStatus (name)",
    "PhaseOfEducation (name)",
    "TypeOfEstablishment (name)",
    "Trusts (name)",
    "LA (name)",
    "DistrictAdministrative (name)",
];
/// Without these columns there is nothing to be kept.
const NEEDED: usize = 3;
/// The columns of the file of links.
const LINKS: [&str; 3] = ["URN", "LinkURN", "LinkType"];

/// A field as text: UTF-8 where it is, as somebody's spreadsheet saves it, else Windows-1252, as it is given out.
fn decode(bytes: &[u8]) -> String {
    text_of(bytes).trim().trim_start_matches('\u{feff}').to_owned()
}

/// Where the reading of a field stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum At {
    /// Between fields, or in one without quotes.
    Plain,
    /// In a field with quotes.
    Quoted,
    /// After a quote in such a field: its end, or half of a quote that is meant.
    Quote,
}

/// A file on its way.
#[derive(Debug)]
pub struct Reading {
    areas: BTreeSet<String>,
    asked: Vec<String>,
    at: At,
    /// The number of the row, the first being 1, and of the column in it.
    row: usize,
    column: usize,
    /// What of the current field is kept; empty where its column is not.
    field: Vec<u8>,
    /// The fields of the row that are kept: of the first row, all of them.
    fields: Vec<String>,
    /// For each column of the file, which of the kept fields it is.
    columns: Vec<Option<usize>>,
    met: BTreeSet<String>,
    found: Found,
    error: Option<ReadError>,
}

impl Reading {
    /// Begins to read. The settings of these areas are kept, by the name of a local authority or a district.
    #[must_use]
    pub fn new(areas: &[String]) -> Self {
        Self {
            areas: areas.iter().map(|area| folded(area)).collect(),
            asked: areas.to_vec(),
            at: At::Plain,
            row: 1,
            column: 0,
            field: Vec::new(),
            fields: Vec::new(),
            columns: Vec::new(),
            met: BTreeSet::new(),
            found: Found::default(),
            error: None,
        }
    }

    /// Reads on.
    ///
    /// # Errors
    /// When the first line is not that of one of the two files: nothing of the rest need be read.
    pub fn push(&mut self, bytes: &[u8]) -> Result<(), ReadError> {
        for byte in bytes {
            self.take(*byte);
            if let Some(error) = self.error {
                return Err(error);
            }
        }
        Ok(())
    }

    /// Ends the file.
    ///
    /// # Errors
    /// When there was no first line that is that of one of the two files.
    pub fn finish(mut self) -> Result<Found, ReadError> {
        if self.at == At::Quoted {
            self.fault("a quotation mark is opened and never closed");
            self.at = At::Plain;
        } else if self.column > 0 || !self.field.is_empty() || !self.fields.is_empty() {
            self.end_row();
        }
        if let Some(error) = self.error {
            return Err(error);
        }
        if self.columns.is_empty() {
            return Err(ReadError::AnotherFile);
        }
        let mut found = self.found;
        if !found.is_links {
            let is_met = |area: &String| self.met.contains(&folded(area));
            found.unknown = self.asked.into_iter().filter(|area| !is_met(area)).collect();
        }
        found.listed.sort_by_cached_key(|one| folded(&one.school.name));
        Ok(found)
    }

    fn take(&mut self, byte: u8) {
        match (self.at, byte) {
            // A spreadsheet may put three bytes before everything that say only that it is UTF-8.
            (At::Plain, b'"') if self.field.is_empty() || self.field == b"\xef\xbb\xbf" => {
                self.field.clear();
                self.at = At::Quoted;
            }
            (At::Plain | At::Quote, b',') => self.end_field(),
            (At::Plain | At::Quote, b'\n') => self.end_row(),
            (At::Plain | At::Quote, b'\r') => {}
            (At::Quoted, b'"') => self.at = At::Quote,
            (At::Quote, b'"') => {
                self.at = At::Quoted;
                self.keep(byte);
            }
            (At::Quote, _) => {
                self.at = At::Plain;
                self.keep(byte);
            }
            _ => self.keep(byte),
        }
    }

    fn keep(&mut self, byte: u8) {
        if self.row == 1 || self.columns.get(self.column).is_some_and(Option::is_some) {
            self.field.push(byte);
        }
    }

    fn end_field(&mut self) {
        self.at = At::Plain;
        if self.row == 1 {
            self.fields.push(decode(&self.field));
        } else if let Some(Some(place)) = self.columns.get(self.column) {
            self.fields[*place] = decode(&self.field);
        }
        self.field.clear();
        self.column += 1;
    }

    fn end_row(&mut self) {
        self.end_field();
        let (row, columns) = (self.row, self.column);
        (self.row, self.column) = (row + 1, 0);
        if row == 1 {
            self.begin();
            return;
        }
        let kept = self.fields.len();
        let fields = std::mem::replace(&mut self.fields, vec![String::new(); kept]);
        // An empty line is none of the file's.
        if columns == 1 && fields.iter().all(String::is_empty) {
            return;
        }
        if columns < self.columns.len() {
            self.fault("it has fewer columns than the first line");
        } else if self.found.is_links {
            self.link(fields);
        } else {
            self.establishment(fields);
        }
    }

    /// The first line: which file it is, and where its columns are.
    fn begin(&mut self) {
        let titles = std::mem::take(&mut self.fields);
        let place = |names: &[&str]| {
            let of = |title: &String| names.iter().position(|name| title.eq_ignore_ascii_case(name));
            titles.iter().map(of).collect::<Vec<_>>()
        };
        let has = |columns: &[Option<usize>], needed: usize| (0..needed).all(|at| columns.contains(&Some(at)));
        let (links, all) = (place(&LINKS), place(&ESTABLISHMENTS));
        let kept = if has(&links, LINKS.len()) {
            (self.found.is_links, self.columns) = (true, links);
            LINKS.len()
        } else if has(&all, NEEDED) {
            self.columns = all;
            ESTABLISHMENTS.len()
        } else {
            self.error = Some(ReadError::AnotherFile);
            0
        };
        self.fields = vec![String::new(); kept];
    }

    fn fault(&mut self, what: &'static str) {
        self.found.bad += 1;
        if self.found.faults.len() < MOST_FAULTS {
            // Ended rows are counted on already; a row that never ends is the current one.
            let row = if self.at == At::Quoted { self.row } else { self.row - 1 };
            self.found.faults.push((row, what));
        }
    }

    fn link(&mut self, fields: Vec<String>) {
        let Ok([urn, other, kind]) = <[String; 3]>::try_from(fields) else {
            return;
        };
        if !is_number(&urn) || !is_number(&other) {
            self.fault("a number (URN) is missing");
            return;
        }
        let kind = kind.to_lowercase();
        if kind.contains("predecessor") || kind.contains("successor") {
            self.found.links.push((urn, other));
        }
    }

    fn establishment(&mut self, fields: Vec<String>) {
        let Ok([urn, name, status, phase, kind, trust, authority, district]) = <[String; 8]>::try_from(fields) else {
            return;
        };
        if !is_number(&urn) {
            self.fault("the number (URN) is missing");
            return;
        }
        if name.is_empty() {
            self.fault("the name is missing");
            return;
        }
        let mut is_ours = false;
        for area in [&authority, &district] {
            let area = folded(area);
            if self.areas.contains(&area) {
                is_ours = true;
                self.met.insert(area);
            }
        }
        if !is_ours {
            self.found.elsewhere += 1;
            return;
        }
        let status = status.to_lowercase();
        if !status.starts_with("open") && !status.starts_with("proposed to open") {
            self.found.closed += 1;
            return;
        }
        let says_phase = !phase.is_empty() && !phase.eq_ignore_ascii_case("not applicable");
        let school = School {
            urn: Some(urn),
            name,
            trust: Some(trust).filter(|trust| !trust.is_empty()),
            linked: Vec::new(),
        };
        self.found.listed.push(Listed {
            school,
            kind: if says_phase { phase } else { kind },
            place: if district.is_empty() { authority } else { district },
        });
    }
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEAD: &str = "\"URN\",\"LA (code)\",\"LA (name)\",\"EstablishmentName\",\"TypeOfEstablishment (name)\",\
        \"EstablishmentStatus (name)\",\"PhaseOfEducation (name)\",\"Trusts (name)\",\"DistrictAdministrative (name)\"\r\n";

    fn read(text: &[u8], areas: &[&str], piece: usize) -> Result<Found, ReadError> {
        let areas: Vec<String> = areas.iter().map(|area| (*area).to_owned()).collect();
        let mut reading = Reading::new(&areas);
        for piece in text.chunks(piece) {
            reading.push(piece)?;
        }
        reading.finish()
    }

    fn file() -> Vec<u8> {
        let mut file = HEAD.as_bytes().to_vec();
        for row in [
            "900101,1,Calder Vale,\"Alder Bank, \"\"the\"\" Primary\",Academy,Open,Primary,Vale Trust,North Calder\r\n",
            "900102,1,Calder Vale,St Hild,Community school,Closed,Primary,,North Calder\r\n",
            "900103,2,Elsewhere,Far School,Community school,Open,Primary,,Elsewhere\r\n",
            "900104,3,Otherwhere,Acorn Nursery,Local authority nursery,\"Open, but proposed to close\",Not applicable,,South Calder\r\n",
            "nine,1,Calder Vale,No Number,Community school,Open,Primary,,North Calder\r\n",
            "900106,1,Calder Vale\r\n",
            "\r\n",
        ] {
            file.extend_from_slice(row.as_bytes());
        }
        // "Saint José’s" as Windows-1252 has it, without a line end after it.
        file.extend_from_slice(
            b"900107,1,Calder Vale,Saint Jos\xe9\x92s,Community school,Open,Secondary,,North Calder",
        );
        file
    }

    #[test]
    fn sps_14_the_open_settings_of_the_areas_are_kept_whatever_the_pieces() {
        for piece in [1, 2, 7, 64, 100_000] {
            let found = read(&file(), &["calder vale", "South Calder", "Nowhere"], piece).unwrap();
            let names: Vec<_> = found.listed.iter().map(|one| one.school.name.as_str()).collect();
            assert_eq!(names, ["Acorn Nursery", "Alder Bank, \"the\" Primary", "Saint José’s"]);
            let alder = &found.listed[1];
            assert_eq!(alder.school.urn.as_deref(), Some("900101"));
            assert_eq!(alder.school.trust.as_deref(), Some("Vale Trust"));
            assert_eq!((alder.kind.as_str(), alder.place.as_str()), ("Primary", "North Calder"));
            assert_eq!(found.listed[0].kind, "Local authority nursery");
            assert_eq!((found.closed, found.elsewhere, found.bad), (1, 1, 2));
            assert_eq!(found.faults[0].0, 6);
            assert_eq!(found.faults[1], (7, "it has fewer columns than the first line"));
            assert_eq!(found.unknown, ["Nowhere"]);
        }
    }

    #[test]
    fn text_that_was_saved_anew_as_utf_8_is_read_too() {
        let text =
            format!("\u{feff}{HEAD}900107,1,Calder Vale,Saint José’s,Community school,Open,Secondary,,North Calder\n");
        let found = read(text.as_bytes(), &["Calder Vale"], 5).unwrap();
        assert_eq!(found.listed[0].school.name, "Saint José’s");
    }

    #[test]
    fn another_file_is_refused_at_its_first_line() {
        let text = b"Name,Telephone\r\nSomebody,1\r\n";
        assert_eq!(read(text, &["Calder Vale"], 4), Err(ReadError::AnotherFile));
        assert_eq!(read(b"", &["Calder Vale"], 4), Err(ReadError::AnotherFile));
    }

    #[test]
    fn a_quotation_mark_that_is_never_closed_is_a_fault_and_no_endless_name() {
        let text = format!("{HEAD}900101,1,Calder Vale,\"Alder Bank,Academy,Open,Primary,,North Calder\n");
        let found = read(text.as_bytes(), &["Calder Vale"], 3).unwrap();
        assert_eq!((found.listed.len(), found.bad), (0, 1));
    }

    #[test]
    fn sps_14_links_to_predecessors_and_successors_are_read_and_others_are_not() {
        let text = "URN,LinkURN,LinkName,LinkType,LinkEstablishedDate\n900101,800001,Old,Predecessor,01-09-2019\n\
                    900102,800002,Other,Sixth Form Centre Link,\n900103,800003,New,Successor - amalgamated,\n900104,,Lost,Successor,\n";
        let found = read(text.as_bytes(), &[], 9).unwrap();
        assert!(found.is_links && found.unknown.is_empty());
        let pair = |a: &str, b: &str| (a.to_owned(), b.to_owned());
        assert_eq!(found.links, [pair("900101", "800001"), pair("900103", "800003")]);
        assert_eq!(found.bad, 1);
    }
}
