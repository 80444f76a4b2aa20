//! Schools, nurseries, colleges and other settings.

use std::rc::Rc;

use evenhand_domain::school::School;

use super::fold::{fold, plain};
use super::recent::Recent;
use super::token::slip;

/// How alike two settings are, weakest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum SchoolLikeness {
    /// Two settings, or nothing to tell by.
    Different,
    /// The names are near: a person must look.
    Alike,
    /// The same number, or the same name where a number is missing.
    Same,
}

/// Words for what a setting is called, not which it is. Longest first.
const SET_ASIDE: [&str; 18] = [
    "church of england",
    "church in wales",
    "roman catholic",
    "voluntary aided",
    "voluntary controlled",
    "c of e",
    "childminding service",
    "cofe",
    "c e",
    "r c",
    "v a",
    "v c",
    "catholic",
    "academy",
    "school",
    "the",
    "trust",
    "foundation",
];
const SET_ASIDE_WORDS: [&str; 7] = ["ce", "rc", "va", "vc", "schools", "aided", "controlled"];
/// Words that say for which ages it is.
const PHASES: [&str; 17] = [
    "primary",
    "infant",
    "infants",
    "junior",
    "juniors",
    "secondary",
    "high",
    "first",
    "middle",
    "upper",
    "lower",
    "nursery",
    "preschool",
    "playgroup",
    "special",
    "college",
    "sixth",
];
/// Words that tell one school from the next one down the road, so that one of them is no slip for another.
const PLACES: [&str; 36] = [
    "hill", "mill", "hall", "bank", "lane", "fold", "field", "fields", "ford", "wood", "woods", "moor", "dale", "vale",
    "gate", "park", "rise", "road", "street", "house", "heath", "green", "grove", "bridge", "brook", "beck", "cross",
    "court", "close", "farm", "meadow", "view", "north", "south", "east", "west",
];

/// How alike two settings are: by number where both have one, by name where one has none. What a setting was before, or became, is
/// the same (SPS-14).
#[must_use]
pub fn compare_schools(a: &School, b: &School) -> SchoolLikeness {
    if let (Some(one), Some(other)) = (number(a), number(b)) {
        let was = |school: &School, number: &str| school.linked.iter().any(|linked| digits(linked) == number);
        return if one == other || was(a, &other) || was(b, &one) {
            SchoolLikeness::Same
        } else {
            SchoolLikeness::Different
        };
    }
    compare_setting_names(&a.name, &b.name)
}

/// Whether two settings are certainly the same.
#[must_use]
pub fn same_school(a: &School, b: &School) -> bool {
    compare_schools(a, b) == SchoolLikeness::Same
}

pub(crate) fn compare_setting_names(a: &str, b: &str) -> SchoolLikeness {
    let (one, other) = (words(a), words(b));
    if one.is_empty() || other.is_empty() {
        return SchoolLikeness::Different;
    }
    if one == other || one.concat() == other.concat() {
        return SchoolLikeness::Same;
    }
    let (core, other_core) = (without_phase(&one), without_phase(&other));
    let silent = core.len() == one.len() || other_core.len() == other.len();
    if !core.is_empty() && core == other_core {
        // "Alder Bank" may be Alder Bank Primary; Alder Bank Infants and Alder Bank Juniors are two.
        return if silent {
            SchoolLikeness::Alike
        } else {
            SchoolLikeness::Different
        };
    }
    if slipped(&one, &other) {
        SchoolLikeness::Alike
    } else {
        SchoolLikeness::Different
    }
}

fn number(school: &School) -> Option<String> {
    let digits = digits(school.urn.as_deref()?);
    (!digits.is_empty()).then_some(digits)
}

fn digits(text: &str) -> String {
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    digits.trim_start_matches('0').to_owned()
}

thread_local! {
    static READ: Recent<Vec<String>> = Recent::default();
}

fn words(name: &str) -> Rc<Vec<String>> {
    READ.with(|recent| recent.of(name, read))
}

fn read(name: &str) -> Vec<String> {
    let name = plain(name)
        .replace("pre-school", "preschool")
        .replace("pre school", "preschool")
        .replace('&', " and ");
    let mut text = format!(" {} ", fold(&name));
    for phrase in SET_ASIDE {
        // Most names hold none of them.
        if text.contains(phrase) {
            let phrase = format!(" {phrase} ");
            while text.contains(&phrase) {
                text = text.replace(&phrase, " ");
            }
        }
    }
    text.split_whitespace()
        .filter(|word| !SET_ASIDE_WORDS.contains(word) && !matches!(*word, "mr" | "mrs" | "ms" | "miss" | "dr"))
        .map(|word| match word {
            "saint" => "st",
            "childminding" | "childminders" | "childcare" => "childminder",
            "infants" => "infant",
            "juniors" => "junior",
            "jnr" => "junior",
            "inf" => "infant",
            other => other,
        })
        .map(str::to_owned)
        .collect()
}

fn without_phase(words: &[String]) -> Vec<&str> {
    words
        .iter()
        .map(String::as_str)
        .filter(|word| !PHASES.contains(word))
        .collect()
}

fn slipped(a: &[String], b: &[String]) -> bool {
    if a.len() != b.len() {
        return false;
    }
    let apart: Vec<_> = a.iter().zip(b).filter(|(one, other)| one != other).collect();
    let slip_of = |one: &str, other: &str| {
        !(PLACES.contains(&one) && PLACES.contains(&other)) && (slip(one, other) || plural(one, other))
    };
    apart.len() == 1 && apart.iter().all(|(one, other)| slip_of(one, other))
}

fn plural(a: &str, b: &str) -> bool {
    a.strip_suffix('s') == Some(b) || b.strip_suffix('s') == Some(a)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sps_14_settings_are_the_same_once_what_they_are_called_is_set_aside() {
        use SchoolLikeness::{Alike, Different, Same};
        for (a, b, expected) in [
            ("St Werbod's Church of England School", "St Werbods CE Academy", Same),
            ("The Thornfield Academy", "thornfield school", Same),
            (
                "Saint Hild’s C. of E. Primary",
                "St Hild's C of E (VA) Primary School",
                Same,
            ),
            ("Tiny Acorns Pre-School", "tiny acorns preschool", Same),
            ("Jo Bramhall Childminder", "Mrs Jo Bramhall childminding", Same),
            ("Rowan & Elm Nursery", "Rowan and Elm Nursery", Same),
            ("Thornfield", "Thornfield Primary School", Alike),
            ("Thornfeild Primary", "Thornfield Primary", Alike),
            ("Thornfield Infant School", "Thornfield Junior School", Different),
            ("Oak Hill School", "Oak Mill School", Different),
            ("Primrose Fold School", "Primrose Lane School", Different),
            ("School", "The Academy", Different),
        ] {
            assert_eq!(compare_setting_names(a, b), expected, "{a} / {b}");
        }
    }

    #[test]
    fn sps_14_two_numbers_decide() {
        let school = |urn: Option<&str>, name: &str| School {
            urn: urn.map(str::to_owned),
            name: name.to_owned(),
            ..School::default()
        };
        assert!(same_school(
            &school(Some("900123"), "A"),
            &school(Some(" 900123 "), "B")
        ));
        assert!(!same_school(
            &school(Some("900123"), "Elm Row School"),
            &school(Some("900124"), "Elm Row School")
        ));
        let became = School {
            linked: vec!["900123".into()],
            ..school(Some("900200"), "Elm Row Academy")
        };
        assert!(same_school(&school(Some("900123"), "Elm Row School"), &became));
        assert!(same_school(&became, &school(Some("900123"), "Elm Row School")));
        assert!(!same_school(&became, &school(Some("900124"), "Elm Row School")));
        assert!(same_school(
            &school(Some(""), "Elm Row School"),
            &school(Some("900124"), "Elm Row")
        ));
    }
}
