//! The age of a policy's own text: a review that is past, terms that others took the place of, another service's name left in it, and
//! nobody but parents in it. Each with what to change.
//!
//! It reads a text and judges no service: what it shows is a question for whoever keeps the policy. Nothing of the text is kept.

mod file;
mod review;
mod service;
mod term;
mod text;

pub use file::text_of;

use evenhand_domain::date::Day;

use self::text::Text;

/// Shorter than this it is a heading or a sentence, and what is not in it says nothing.
const A_POLICY: usize = 40;

/// Something in a policy's text that is out of date, or that is not in it and ought to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remark {
    /// What it is, in a few words.
    pub what: String,
    /// What to change.
    pub change: String,
    /// Where it stands: the words around it, as they stand; empty where it is about what is not there.
    pub quote: String,
}

/// Everything in a policy's text that is out of date, in the order of the text; what is not there comes last.
///
/// `own` are the names by which the service, its area and whoever runs it go.
#[must_use]
pub fn currency(text: &str, own: &[&str], today: Day) -> Vec<Remark> {
    let text = Text::of(text);
    let (mut found, names_a_review) = review::passed(&text, today);
    found.extend(term::superseded(&text, own));
    found.extend(service::others(&text, own));
    found.sort_by_key(|(at, _)| *at);
    let mut remarks: Vec<Remark> = Vec::new();
    for (_, remark) in found {
        // The same words a second time are changed with the first.
        if remarks.iter().all(|earlier| earlier.what != remark.what) {
            remarks.push(remark);
        }
    }
    let absent = |what: &str, change: &str| Remark {
        what: what.to_owned(),
        change: change.to_owned(),
        quote: String::new(),
    };
    let is_whole = text.words().len() >= A_POLICY;
    if is_whole && !names_a_review {
        remarks.push(absent(
            "No day is named on which it is looked at again",
            "Write the month and year of the next review into it.",
        ));
    }
    if is_whole
        && !text
            .words()
            .windows(2)
            .any(|two| is_young_people(two[0].word, two[1].word))
    {
        remarks.push(absent(
            "Young people are not named",
            "Say that young people up to 25 are helped in their own right, as well as parents and children. The Act of 2014 asks for it.",
        ));
    }
    remarks
}

fn is_young_people(one: &str, other: &str) -> bool {
    one.eq_ignore_ascii_case("young")
        && [
            "people",
            "people's",
            "people’s",
            "person",
            "person's",
            "person’s",
            "persons",
            "adults",
        ]
        .iter()
        .any(|word| other.eq_ignore_ascii_case(word))
}

#[cfg(test)]
mod tests;
