//! Whether a text could show of which case it speaks: what is said to the authority or in the group names nobody (LEI-6, LEI-14, STA-9).

use crate::matching::{GIVEN, postcode_in};

/// What stands in the cases that the writer may open.
#[derive(Debug, Default)]
pub struct Known<'a> {
    /// Names of people.
    pub people: Vec<&'a str>,
    /// Telephones and e-mail addresses.
    pub reached: Vec<&'a String>,
    /// Codes of cases.
    pub codes: Vec<&'a str>,
    /// Schools, nurseries and colleges.
    pub schools: Vec<&'a str>,
    /// The school of each child or young person, with their age where their birth is noted.
    pub children: Vec<(&'a str, Option<i32>)>,
}

/// What was found in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Identified {
    /// It names somebody, by name, telephone, e-mail or code.
    Named(String),
    /// A first name or a school alone, which many share.
    Perhaps(String),
}

/// Words in lower case, letters and figures alone; a possessive ends as the name does.
fn words(text: &str) -> Vec<String> {
    let cut = text.to_lowercase().replace("’s", "").replace("'s", "");
    cut.split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

/// The ages that a text speaks of: an age as it is, a school year as the two ages that children in it have.
fn ages(told: &[String]) -> Vec<i32> {
    let number = |word: &String| word.parse::<i32>().ok().filter(|number| (0..26).contains(number));
    let mut found = Vec::new();
    for (at, word) in told.iter().enumerate() {
        let next = told.get(at + 1).and_then(number);
        let short = word.strip_prefix('y').or_else(|| word.strip_prefix("yr"));
        let year = match word.as_str() {
            "year" | "yr" => next,
            "reception" => Some(0),
            _ => short.and_then(|rest| number(&rest.to_owned())),
        };
        found.extend(year.into_iter().flat_map(|year| [year + 4, year + 5]));
        let is_age = told
            .get(at + 1)
            .is_some_and(|next| next.starts_with("year") || next == "yrs" || next == "yo");
        match word.as_str() {
            "aged" | "age" => found.extend(next),
            _ if is_age => found.extend(number(word)),
            _ => {}
        }
    }
    found
}

fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

/// Looks for what is known; what names somebody comes before what only might.
#[must_use]
pub fn identify(text: &str, known: &Known<'_>) -> Option<Identified> {
    let told = words(text);
    if told.is_empty() {
        return None;
    }
    let says = |name: &str| {
        let name = words(name);
        !name.is_empty() && told.windows(name.len()).any(|some| some == name.as_slice())
    };
    let is_many = |name: &&&str| words(name).len() > 1;
    let full = known.people.iter().filter(is_many).find(|name| says(name));
    if let Some(named) = full.or_else(|| known.codes.iter().find(|code| says(code))) {
        return Some(Identified::Named((*named).to_owned()));
    }
    let (lower, figures) = (text.to_lowercase(), digits(text));
    let reached = known.reached.iter().find(|way| match way.contains('@') {
        true => lower.contains(&way.trim().to_lowercase()),
        false => digits(way).len() >= 7 && figures.contains(&digits(way)),
    });
    if let Some(way) = reached {
        return Some(Identified::Named((*way).clone()));
    }
    let told_ages = ages(&told);
    let child = known.children.iter().find(|(school, age)| {
        let is_theirs = |told: &i32| age.is_none_or(|age| age == *told);
        told_ages.iter().any(is_theirs) && says(school)
    });
    if let Some((school, _)) = child {
        return Some(Identified::Named(format!("{school}, with a year or an age")));
    }
    // A first name is told from the word that it may be, such as May or Will, by its capital alone, so it is no more than a hint.
    let alone = known.people.iter().filter(|name| !is_many(name));
    let mut perhaps = alone.filter(|name| name.len() >= 3 && text.contains(name.trim()) && says(name));
    let school = || known.schools.iter().find(|school| says(school));
    perhaps
        .next()
        .or_else(school)
        .map(|what| Identified::Perhaps((*what).to_owned()))
}

/// What in a text may tell others who somebody is, with the words as they stand there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trace {
    /// What it is.
    pub what: &'static str,
    /// The words.
    pub words: String,
}

/// Words with a capital that name nobody.
const NO_NAMES: &[&str] = &[
    "i",
    "i'm",
    "i've",
    "i'd",
    "i'll",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
    "english",
    "maths",
    "council",
    "sen",
    "send",
];

/// Everything in a text that may tell others who somebody is: what the cases know, and what looks like a name, a number, an address,
/// a date or an age. It is shown to whoever gave the text, and they alone decide (LEI-32). Nothing is found twice.
#[must_use]
pub fn traces(text: &str, known: &Known<'_>) -> Vec<Trace> {
    let mut found: Vec<Trace> = Vec::new();
    let mut add = |what: &'static str, words: &str| {
        let is_there = found
            .iter()
            .any(|trace| trace.words.to_lowercase() == words.to_lowercase());
        if !is_there && !words.is_empty() {
            found.push(Trace {
                what,
                words: words.to_owned(),
            });
        }
    };
    let told = words(text);
    let says = |name: &str| {
        let name = words(name);
        !name.is_empty() && told.windows(name.len()).any(|some| some == name.as_slice())
    };
    let is_said = |names: &[&'_ str]| {
        names
            .iter()
            .filter(|name| says(name))
            .map(|name| (*name).to_owned())
            .collect()
    };
    let schools: Vec<String> = is_said(&known.schools);
    schools
        .iter()
        .for_each(|school| add("A school, nursery or college", school));
    let codes: Vec<String> = is_said(&known.codes);
    codes.iter().for_each(|code| add("The code of a case", code));
    names(text, known).iter().for_each(|name| add("A name, perhaps", name));
    for token in text.split_whitespace() {
        let token = token.trim_matches(|letter: char| !letter.is_alphanumeric());
        let parts: Vec<&str> = token.split(['/', '.', '-']).collect();
        let is_date = parts.len() == 3 && parts.iter().all(|part| !part.is_empty() && digits(part) == *part);
        if token.contains('@') {
            add("An email address", token);
        } else if is_date {
            add("A date", token);
        }
    }
    let is_of_number = |letter: char| letter.is_ascii_digit() || matches!(letter, ' ' | '+' | '-' | '(' | ')');
    for run in text.split(|letter: char| !is_of_number(letter)) {
        if digits(run).len() >= 7 {
            add("A telephone or another number", run.trim());
        }
    }
    if let Some(postcode) = postcode_in(text).filter(|postcode| postcode.inward.is_some()) {
        let inward = postcode.inward.unwrap_or_default();
        add("A postcode", &format!("{} {inward}", postcode.district));
    }
    let ages = ages(&told);
    if let Some(age) = ages.iter().min() {
        add("An age or a school year", &format!("about {age} years"));
    }
    found
}

/// What looks like the name of somebody or of a place: words with a capital within a sentence, or anywhere where the cases or the book
/// of names know them.
fn names(text: &str, known: &Known<'_>) -> Vec<String> {
    let borne: Vec<String> = known.people.iter().flat_map(|name| words(name)).collect();
    let (mut found, mut name, mut begins) = (Vec::new(), Vec::new(), true);
    let mut end = |name: &mut Vec<&str>| {
        if !name.is_empty() {
            found.push(name.join(" "));
            name.clear();
        }
    };
    for line in text.lines() {
        for token in line.split_whitespace() {
            let bare = token.trim_matches(|letter: char| !letter.is_alphanumeric());
            let bare = bare
                .strip_suffix("'s")
                .or_else(|| bare.strip_suffix("’s"))
                .unwrap_or(bare);
            let lower = bare.to_lowercase().replace('’', "'");
            let is_capital = bare.chars().next().is_some_and(char::is_uppercase);
            let is_short_form = bare.len() <= 5 && !bare.chars().any(char::is_lowercase);
            let is_known = borne.contains(&lower) || GIVEN.knows(&lower);
            if is_capital && !is_short_form && !NO_NAMES.contains(&lower.as_str()) && (!begins || is_known) {
                name.push(bare);
            } else {
                end(&mut name);
            }
            begins = token.ends_with(['.', '!', '?', ':']);
            if token.ends_with(|letter: char| letter.is_ascii_punctuation()) {
                end(&mut name);
            }
        }
        end(&mut name);
        begins = true;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lei_14_a_text_that_names_somebody_of_a_case_is_found_and_a_school_alone_warns() {
        let (phone, email) = ("07700 900 611".to_owned(), "r.b@example.org".to_owned());
        let known = Known {
            people: vec!["Rukhsana Begum", "Jayden"],
            reached: vec![&phone, &email],
            codes: vec!["BK-2041"],
            schools: vec!["Hollin Beck Primary School", "Alder Bank College"],
            children: vec![("Hollin Beck Primary School", Some(9)), ("Alder Bank College", None)],
        };
        let named = |text: &str| match identify(text, &known) {
            Some(Identified::Named(what)) => what,
            other => panic!("{text}: {other:?}"),
        };
        assert_eq!(named("We spoke of rukhsana BEGUM’s appeal."), "Rukhsana Begum");
        assert_eq!(named("ring 07700-900611"), phone);
        assert_eq!(named("R.B@example.org wrote"), email);
        assert_eq!(named("as in BK-2041, again"), "BK-2041");
        let by_year = "Hollin Beck Primary School, with a year or an age";
        for text in [
            "A boy in Year 4 at Hollin Beck Primary School",
            "Hollin Beck Primary School: aged 9",
            "a 9-year-old at hollin beck primary school",
            "Y5, Hollin Beck Primary School",
        ] {
            assert_eq!(named(text), by_year, "{text}");
        }
        assert_eq!(
            named("Somebody of 17 years at Alder Bank College"),
            "Alder Bank College, with a year or an age"
        );
        for text in [
            "A parent at Hollin Beck Primary School asked",
            "Hollin Beck Primary School: 12 places in Year 1",
            "Then Jayden left",
        ] {
            assert!(matches!(identify(text, &known), Some(Identified::Perhaps(_))), "{text}");
        }
        for text in [
            "",
            "Three appeals this term, and begum is a name",
            "The beck at Hollin",
            "jayden as a word",
        ] {
            assert_eq!(identify(text, &known), None, "{text}");
        }
    }

    #[test]
    fn lei_32_whatever_may_tell_who_somebody_is_is_shown_and_nothing_else_is() {
        let known = Known {
            people: vec!["Xiomara Begum"],
            codes: vec!["BK-2041"],
            schools: vec!["Hollin Beck Primary School"],
            ..Known::default()
        };
        let text = "Xiomara waited a year. My son Jayden’s taxi from Hollin Beck Primary School never came; he is 9 years old.\n\
                    Ring 07700 900611 or write to r.b@example.org, LS8 2AB. He was born 3/4/2017. In March I told SEND.";
        let found = traces(text, &known);
        let words: Vec<&str> = found.iter().map(|trace| trace.words.as_str()).collect();
        assert_eq!(
            words,
            [
                "Hollin Beck Primary School",
                "Xiomara",
                "Jayden",
                "r.b@example.org",
                "3/4/2017",
                "07700 900611",
                "LS8 2AB",
                "about 9 years",
            ]
        );
        for text in [
            "",
            "We waited too long. Nobody told us why, and in April I gave up.",
            "انتظرنا طويلا",
        ] {
            assert_eq!(traces(text, &known), [], "{text}");
        }
    }
}
