//! Terms that others took the place of.

use super::Remark;
use super::text::Text;

/// A term, what it is, and what took its place.
struct Term {
    words: &'static [&'static str],
    what: &'static str,
    change: &'static str,
}

const fn term(words: &'static [&'static str], what: &'static str, change: &'static str) -> Term {
    Term { words, what, change }
}

const CCG: &str = "Clinical commissioning groups are gone";
const ICB: &str = "Write “integrated care board”: these took their place on 1 July 2022.";
const NETWORK: &str = "The national network has another name";
const PROGRAMME: &str = "Write “the IAS Programme at the Council for Disabled Children”, which does its work now.";
const PARTS: &str = "The Act has sections, not parts, of these numbers";
const SECTIONS: &str = "Write “sections 19 and 32 of the Children and Families Act 2014”.";
const PARTNERSHIP: &str = "Parent partnership is the name from before 2014";
const IAS: &str = "Write “information, advice and support service”: since the Act of 2014 it is for young people too.";
const STATEMENT: &str = "Statements of special educational needs are gone";
const PLAN: &str = "Write “education, health and care plan”.";
const ACTION: &str = "School Action and School Action Plus are gone";
const SUPPORT: &str = "Write “SEN support”.";

const TERMS: [Term; 18] = [
    term(&["ccg"], CCG, ICB),
    term(&["clinical", "commissioning", "group"], CCG, ICB),
    term(&["primary", "care", "trust"], "Primary care trusts are gone", ICB),
    term(&["niassn"], NETWORK, PROGRAMME),
    term(&["iassn"], NETWORK, PROGRAMME),
    term(&["nppn"], NETWORK, PROGRAMME),
    term(
        &[
            "national",
            "information",
            "advice",
            "and",
            "support",
            "service",
            "network",
        ],
        NETWORK,
        PROGRAMME,
    ),
    term(&["national", "parent", "partnership", "network"], NETWORK, PROGRAMME),
    term(&["part", "19"], PARTS, SECTIONS),
    term(&["part", "32"], PARTS, SECTIONS),
    term(&["parent", "partnership"], PARTNERSHIP, IAS),
    term(&["statement", "of", "special", "educational"], STATEMENT, PLAN),
    term(&["statement", "of", "sen"], STATEMENT, PLAN),
    term(&["school", "action"], ACTION, SUPPORT),
    term(
        &["data", "protection", "act", "1998"],
        "The Data Protection Act of 1998 is gone",
        "Write “the Data Protection Act 2018 and UK GDPR”.",
    ),
    term(
        &["disability", "discrimination", "act", "1995"],
        "The Disability Discrimination Act of 1995 is gone",
        "Write “the Equality Act 2010”.",
    ),
    term(
        &["iass", "quality", "standard"],
        "The Quality Standards are gone",
        "Write “the Minimum Standards”: these took their place in September 2018.",
    ),
    term(
        &["education", "act", "1981"],
        "The Education Act of 1981 is gone",
        "Write “the Children and Families Act 2014”.",
    ),
];

/// Words after which an old name is meant as one.
const ONCE: [&str; 6] = ["formerly", "previously", "replaced", "once", "former", "superseded"];
/// How far back such a word reaches.
const REACH: usize = 6;

/// Every superseded term with its place. What the service itself is called is no term.
pub(super) fn superseded(text: &Text<'_>, own: &[&str]) -> Vec<(usize, Remark)> {
    let mut found = Vec::new();
    for term in &TERMS {
        let joined = term.words.join(" ");
        if own.iter().any(|name| name.to_lowercase().contains(&joined)) {
            continue;
        }
        let meant = text.places(term.words).find(|at| !is_named_as_past(text, *at));
        found.extend(meant.map(|at| {
            let remark = Remark {
                what: term.what.to_owned(),
                change: term.change.to_owned(),
                quote: text.quote(at, at + term.words.len() - 1),
            };
            (at, remark)
        }));
    }
    found.extend(codes(text));
    found
}

fn is_named_as_past(text: &Text<'_>, at: usize) -> bool {
    let before = &text.words()[at.saturating_sub(REACH)..at];
    let near = before.rsplit(|word| word.ends).next().unwrap_or_default();
    near.iter().any(|word| ONCE.iter().any(|once| word.is(once)))
}

/// The Codes of 2001 and of 2014: the year stands just before "Code", or behind "Code of Practice". The year of an Act is none.
fn codes(text: &Text<'_>) -> Vec<(usize, Remark)> {
    const BEHIND: usize = 6;
    let words = text.words();
    let is_of_an_act = |at: usize| at > 0 && (words[at - 1].is("act") || words[at - 1].is("regulation"));
    let mut found = Vec::new();
    for at in text.places(&["code"]) {
        let before = (at.saturating_sub(3)..at)
            .rev()
            .find(|place| words[*place].year().is_some())
            .filter(|place| !is_of_an_act(*place) && !words[*place..at].iter().any(|word| word.ends));
        let is_of_practice = words.get(at + 1).is_some_and(|word| word.is("of"))
            && words.get(at + 2).is_some_and(|word| word.is("practice"));
        let mut behind = Vec::new();
        if is_of_practice && !words[at + 2].ends {
            for (place, word) in words.iter().enumerate().skip(at + 3).take(BEHIND) {
                if word.year().is_some() {
                    if is_of_an_act(place) {
                        break;
                    }
                    behind.push(place);
                }
                if word.ends {
                    break;
                }
            }
        }
        let years: Vec<usize> = before.into_iter().chain(behind).collect();
        let year = |place: &usize| words[*place].year().unwrap_or_default();
        let is_now = years.iter().any(|place| year(place) >= 2015);
        if let Some(place) = years
            .into_iter()
            .find(|place| [2001, 2014].contains(&year(place)))
            .filter(|_| !is_now)
        {
            let remark = Remark {
                what: format!("The Code of {} is not the one in force", year(&place)),
                change: "Write “SEND Code of Practice, January 2015”, and read again what is quoted from it."
                    .to_owned(),
                quote: text.quote(at.min(place), at.max(place)),
            };
            found.push((at, remark));
        }
    }
    found
}
