//! The settings that a service knows of: those of the national register in its areas, and places of its own.

use super::{School, folded, like};

/// A setting as it can be chosen.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Listed {
    /// What is kept of it where it is chosen.
    pub school: School,
    /// What it is: "Primary", "Nursery".
    pub kind: String,
    /// Where it is: its district, or a town.
    pub place: String,
}

/// The settings that a service knows of.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Schools {
    /// All of them, by name.
    pub listed: Vec<Listed>,
}

/// Parts of a line: number, name, kind, place, trust, linked numbers.
const PARTS: usize = 6;

impl Schools {
    /// Reads what [`Schools::write`] gave. A line of another shape is passed over.
    #[must_use]
    pub fn read(text: &str) -> Self {
        let given = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
        let listed = text.lines().filter_map(|line| {
            let parts: Vec<&str> = line.split('\t').collect();
            let [urn, name, kind, place, trust, linked] = parts.first_chunk::<PARTS>()?;
            let school = School {
                urn: given(urn),
                name: (*name).to_owned(),
                trust: given(trust),
                linked: linked.split_whitespace().map(str::to_owned).collect(),
            };
            Some(Listed {
                school,
                kind: (*kind).to_owned(),
                place: (*place).to_owned(),
            })
        });
        Self {
            listed: listed.collect(),
        }
    }

    /// One line a setting, its parts with tabs between them (`docs/format.md`).
    #[must_use]
    pub fn write(&self) -> String {
        let mut text = String::new();
        for Listed { school, kind, place } in &self.listed {
            let linked = school.linked.join(" ");
            let (urn, trust) = (school.urn.as_deref(), school.trust.as_deref());
            let parts: [&str; PARTS] = [
                urn.unwrap_or_default(),
                &school.name,
                kind,
                place,
                trust.unwrap_or_default(),
                &linked,
            ];
            for (place, part) in (0..).zip(parts) {
                if place > 0 {
                    text.push('\t');
                }
                text.extend(
                    part.chars()
                        .map(|letter| if letter.is_control() { ' ' } else { letter }),
                );
            }
            text.push('\n');
        }
        text
    }

    /// What stands in the box once a setting is chosen: its name, with its number where another bears the same name.
    #[must_use]
    pub fn label(&self, one: &Listed) -> String {
        let wanted = folded(&one.school.name);
        let same = self.listed.iter().filter(|other| folded(&other.school.name) == wanted);
        match &one.school.urn {
            Some(urn) if same.count() > 1 => format!("{} ({urn})", one.school.name),
            _ => one.school.name.clone(),
        }
    }

    /// Those whose name holds every word of what was typed.
    #[must_use]
    pub fn like(&self, typed: &str, most: usize) -> Vec<&Listed> {
        like(&self.listed, |one| &one.school.name, typed, most)
    }

    /// A setting with all that is known of it: found by its number, by the label that was chosen, or by a name that one setting
    /// alone bears. What is not found stays as it was given.
    #[must_use]
    pub fn complete(&self, given: School) -> School {
        let by_number = || {
            let urn = given.urn.as_deref()?;
            self.listed.iter().find(|one| one.school.urn.as_deref() == Some(urn))
        };
        let by_label = || {
            let (_, urn) = given.name.strip_suffix(')')?.rsplit_once(" (")?;
            let mut all = self.listed.iter();
            all.find(|one| one.school.urn.as_deref() == Some(urn) && given.name.starts_with(&one.school.name))
        };
        let by_name = || {
            let wanted = folded(&given.name);
            let mut same = self.listed.iter().filter(|one| folded(&one.school.name) == wanted);
            same.next().filter(|_| same.next().is_none())
        };
        let found = match given.urn {
            Some(_) => by_number(),
            None => by_label().or_else(by_name),
        };
        found.map_or_else(|| given.clone(), |one| one.school.clone())
    }

    /// Notes which numbers a setting bore before or bears since; gives how many of the pairs were of settings that are known here.
    pub fn link(&mut self, pairs: &[(String, String)]) -> usize {
        let mut found = 0;
        for one in &mut self.listed {
            let Some(own) = one.school.urn.as_deref() else { continue };
            let others = pairs.iter().filter_map(|(a, b)| match (a == own, b == own) {
                (true, _) => Some(b),
                (_, true) => Some(a),
                _ => None,
            });
            for other in others {
                found += 1;
                if !one.school.linked.contains(other) {
                    one.school.linked.push(other.clone());
                }
            }
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn listed(urn: &str, name: &str, trust: &str) -> Listed {
        let given = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
        Listed {
            school: School {
                urn: given(urn),
                name: name.to_owned(),
                trust: given(trust),
                linked: Vec::new(),
            },
            kind: "Primary".to_owned(),
            place: "Calder Vale".to_owned(),
        }
    }

    fn schools() -> Schools {
        Schools {
            listed: vec![
                listed("900101", "Alder Bank Primary School", "Vale Learning Trust"),
                listed("900102", "St Hild’s School", ""),
                listed("900103", "St Hild's School", "Vale Learning Trust"),
                listed("", "Jo Bramhall, childminder", ""),
            ],
        }
    }

    #[test]
    fn sps_14_what_is_written_is_read_the_same() {
        let mut schools = schools();
        schools.listed[1].school.linked = vec!["800001".into(), "800002".into()];
        assert_eq!(Schools::read(&schools.write()), schools);
        assert_eq!(Schools::read("\nno tabs here\n"), Schools::default());
        schools.listed[0].kind = "a\tb\nc".into();
        assert_eq!(Schools::read(&schools.write()).listed[0].kind, "a b c");
    }

    #[test]
    fn sps_14_a_setting_is_completed_by_number_label_or_a_name_that_it_alone_bears() {
        let schools = schools();
        let named = |name: &str| schools.complete(School::named(name));
        assert_eq!(named("alder bank primary school").urn.as_deref(), Some("900101"));
        assert_eq!(named("Alder Bank"), School::named("Alder Bank"));
        assert_eq!(named("St Hilds School").urn, None, "two bear this name");
        let label = schools.label(&schools.listed[2]);
        assert_eq!(label, "St Hild's School (900103)");
        assert_eq!(named(&label), schools.listed[2].school);
        let numbered = School {
            urn: Some("900102".into()),
            ..School::named("Whatever")
        };
        assert_eq!(schools.complete(numbered), schools.listed[1].school);
        let elsewhere = School {
            urn: Some("1".into()),
            ..School::named("Alder Bank Primary School")
        };
        assert_eq!(schools.complete(elsewhere.clone()), elsewhere, "two numbers decide");
    }

    #[test]
    fn what_is_typed_finds_every_word_and_nothing_below_three_letters() {
        let schools = schools();
        let names = |typed: &str| schools.like(typed, 8).len();
        assert_eq!((names("hild sch"), names("al"), names("bramhall")), (2, 0, 1));
    }

    #[test]
    fn sps_14_predecessors_and_successors_are_linked_both_ways() {
        let mut schools = schools();
        let pairs = [
            ("900101".to_owned(), "800001".to_owned()),
            ("800009".to_owned(), "900102".to_owned()),
            ("1".to_owned(), "2".to_owned()),
        ];
        assert_eq!((schools.link(&pairs), schools.link(&pairs)), (2, 2));
        assert_eq!(schools.listed[0].school.linked, ["800001"]);
        assert_eq!(schools.listed[1].school.linked, ["800009"]);
    }
}
