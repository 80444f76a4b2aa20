//! A family: who they are, where the child goes, and what they come with.

use evenhand_domain::case::party::Party;
use evenhand_domain::date::Day;
use evenhand_domain::family::Standing;
use evenhand_engine::case::open::new_party;

use crate::draw::Draw;
use crate::library::{Library, Matter, Phase, Setting};

/// A family as it is drawn. Where a young person comes for themself, they are the only one in it.
#[derive(Debug, Clone)]
pub(crate) struct Sheet {
    /// Whoever asks.
    pub(crate) asks: String,
    /// The child, or the young person who asks.
    pub(crate) child: String,
    pub(crate) born: Day,
    pub(crate) phone: String,
    pub(crate) email: String,
    pub(crate) postcode: String,
    /// The name of the school.
    pub(crate) school: String,
    /// Which of the library's matters it is about.
    pub(crate) matter: usize,
    /// What they answered to "do you know anyone here?".
    pub(crate) knows: String,
}

/// Names that are given by hand for one of the stories; the rest is drawn.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Given {
    pub(crate) asks: &'static str,
    pub(crate) child: &'static str,
    pub(crate) school: &'static str,
    pub(crate) knows: &'static str,
    /// Whether it has to be a young person in their own right, or a child; none where either will do.
    pub(crate) own: Option<bool>,
}

/// The share of families, in a hundred, whose child goes to the school that an officer is a governor of.
const AT_THE_GOVERNED_SCHOOL: usize = 20;

impl Sheet {
    /// Draws a family. `number` tells its telephone number and address from those of others.
    pub(crate) fn draw(library: &Library, draw: &mut Draw, number: usize, on: Day, given: Given) -> Self {
        let school_name = if !given.school.is_empty() {
            given.school
        } else if given.own != Some(true) && draw.in_hundred(AT_THE_GOVERNED_SCHOOL) {
            crate::people::GOVERNED
        } else {
            ""
        };
        let phase = library.school(school_name).map(|school| school.phase);
        let fits = |matter: &Matter| {
            phase.is_none_or(|phase| matter.phases.contains(&phase)) && given.own.is_none_or(|own| matter.own == own)
        };
        let fitting: Vec<usize> = (0..library.matters.len())
            .filter(|at| fits(&library.matters[*at]))
            .collect();
        let matter = fitting[draw.below(fitting.len())];
        let told = &library.matters[matter];
        let phase = phase.unwrap_or_else(|| told.phases[draw.below(told.phases.len())]);
        let school = if school_name.is_empty() {
            elsewhere(library, draw, phase)
        } else {
            school_name.to_owned()
        };
        let names = &library.names;
        let surname = draw.one_of(&names.surnames).to_owned();
        let called = draw.one_of(&names.children);
        let child = if given.child.is_empty() {
            format!("{called} {surname}")
        } else {
            given.child.to_owned()
        };
        let first = draw.one_of(&names.adults);
        // One family in five has more than one surname.
        let theirs = if draw.in_hundred(20) {
            draw.one_of(&names.surnames).to_owned()
        } else {
            surname
        };
        let asks = match (told.own, given.asks) {
            (true, _) => child.clone(),
            (false, "") => format!("{first} {theirs}"),
            (false, name) => name.to_owned(),
        };
        let (youngest, oldest) = phase.ages();
        let age = draw.between(youngest, oldest);
        Self {
            born: on.plus_days(-(age * 365 + draw.between(30, 330))),
            // The ranges that are kept free for drama, and a mail domain that reaches nobody.
            phone: match draw.in_hundred(70) {
                true => format!("07700 900{:03}", number % 1000),
                false => format!("01632 960{:03}", number % 1000),
            },
            email: format!("{}{number}@example.org", folded(&asks)),
            postcode: format!(
                "{} {}{}",
                draw.one_of(&names.areas),
                draw.below(9) + 1,
                ["AB", "DE", "JL", "NP", "TW"][draw.below(5)]
            ),
            knows: if given.knows.is_empty() { "no" } else { given.knows }.to_owned(),
            asks,
            child,
            school,
            matter,
        }
    }

    /// Whether the service user is the young person themself.
    pub(crate) fn is_own(&self, library: &Library) -> bool {
        library.matters[self.matter].own
    }

    /// The people of a new case, the service user first.
    pub(crate) fn parties(&self, library: &Library) -> Vec<Party> {
        let school = library.school(&self.school).map(Setting::school);
        let reached = |party: Party| Party {
            phone: Some(self.phone.clone()),
            email: Some(self.email.clone()),
            postcode: Some(self.postcode.clone()),
            ..party
        };
        if self.is_own(library) {
            let user = reached(new_party(&self.child, Standing::YoungPerson, true));
            return vec![Party {
                dob: Some(self.born),
                school,
                contact_note: "Text first, then ring".to_owned(),
                ..user
            }];
        }
        vec![
            reached(new_party(&self.asks, Standing::Parent, true)),
            Party {
                dob: Some(self.born),
                school,
                ..new_party(&self.child, Standing::Child, false)
            },
        ]
    }

    /// A sentence of the library with this family's names in it; of somebody who is not to be named, with words for what they are.
    pub(crate) fn fill(&self, text: &str, named: bool) -> String {
        let called = |name: &str| name.split(' ').next().unwrap_or_default().to_owned();
        let [asks, child, school] = if named {
            [called(&self.asks), called(&self.child), self.school.clone()]
        } else {
            ["the parent".to_owned(), "the child".to_owned(), "the school".to_owned()]
        };
        let filled = text
            .replace("{parent}", &asks)
            .replace("{child}", &child)
            .replace("{school}", &school);
        let mut letters = filled.chars();
        letters
            .next()
            .map(|first| first.to_uppercase().chain(letters).collect())
            .unwrap_or_default()
    }
}

fn elsewhere(library: &Library, draw: &mut Draw, phase: Phase) -> String {
    let schools: Vec<&str> = library
        .places
        .schools
        .iter()
        .filter(|school| school.phase == phase && school.name != crate::people::GOVERNED)
        .map(|school| school.name.as_str())
        .collect();
    schools
        .get(draw.below(schools.len()))
        .copied()
        .unwrap_or_default()
        .to_owned()
}

/// A name as it stands in an address: letters alone.
fn folded(name: &str) -> String {
    let letters = name.chars().filter(char::is_ascii_alphabetic);
    letters.map(|letter| letter.to_ascii_lowercase()).collect()
}
