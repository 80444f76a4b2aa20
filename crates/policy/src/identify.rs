//! Whether a text could show of which case it speaks: what is said to the authority or in the group names nobody (LEI-6, LEI-14, STA-9).

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
    // A first name is told from the word that it may be, such as May or Will, by its capital alone, so it is no more than a hint.
    let alone = known.people.iter().filter(|name| !is_many(name));
    let mut perhaps = alone.filter(|name| name.len() >= 3 && text.contains(name.trim()) && says(name));
    let school = || known.schools.iter().find(|school| says(school));
    perhaps
        .next()
        .or_else(school)
        .map(|what| Identified::Perhaps((*what).to_owned()))
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
            schools: vec!["Hollin Beck Primary School"],
        };
        let named = |text: &str| match identify(text, &known) {
            Some(Identified::Named(what)) => what,
            other => panic!("{text}: {other:?}"),
        };
        assert_eq!(named("We spoke of rukhsana BEGUM’s appeal."), "Rukhsana Begum");
        assert_eq!(named("ring 07700-900611"), phone);
        assert_eq!(named("R.B@example.org wrote"), email);
        assert_eq!(named("as in BK-2041, again"), "BK-2041");
        for text in ["A parent at Hollin Beck Primary School asked", "Then Jayden left"] {
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
}
