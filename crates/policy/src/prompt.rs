//! Prompts at the moment when they are needed (CAM-14, LEI-23, LEI-24, WES-12). Their words are data, which a page fetches.

/// Words for one moment of the work.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Prompt {
    /// Its name, by which a page asks for it and judgements are counted.
    pub id: String,
    /// Its heading. The clauses behind it stand in the file after it, for whoever keeps the file.
    pub title: String,
    /// What it asks or reminds of.
    pub lines: Vec<String>,
}

impl Prompt {
    /// All prompts of a file; lines that stand under no heading are left out.
    #[must_use]
    pub fn read(text: &str) -> Vec<Self> {
        let mut all: Vec<Self> = Vec::new();
        for line in text
            .lines()
            .map(str::trim)
            .filter(|line| !line.is_empty() && !line.starts_with('#'))
        {
            match line.strip_prefix("+ ").and_then(|head| head.split_once(": ")) {
                Some((id, title)) => all.push(Self {
                    id: id.to_owned(),
                    title: title.split(" (").next().unwrap_or(title).to_owned(),
                    lines: Vec::new(),
                }),
                None => all
                    .iter_mut()
                    .next_back()
                    .into_iter()
                    .for_each(|last| last.lines.push(line.to_owned())),
            }
        }
        all
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clause::title_of;

    const OWN: &str = include_str!("../data/prompts.txt");

    #[test]
    fn cam_14_lei_24_wes_12_each_moment_has_its_words_and_rests_on_clauses_that_there_are() {
        let all = Prompt::read(OWN);
        let ids: Vec<&str> = all.iter().map(|prompt| prompt.id.as_str()).collect();
        assert_eq!(
            ids,
            ["meeting.before", "meeting.during", "meeting.after", "aim", "bias"]
        );
        for prompt in all {
            assert!(prompt.lines.len() > 2, "{}", prompt.id);
            assert!(!prompt.title.contains('('), "{}", prompt.title);
        }
        for heading in OWN.lines().filter(|line| line.starts_with("+ ")) {
            let (_, clauses) = heading.trim_end_matches(')').split_once(" (").unwrap();
            assert!(clauses.split(", ").all(|id| title_of(id).is_some()), "{clauses}");
        }
    }

    /// The help of the service is held to what it asks of others.
    #[test]
    fn lei_23_no_prompt_pushes_or_takes_a_side() {
        for line in Prompt::read(OWN).into_iter().flat_map(|prompt| prompt.lines) {
            assert_eq!(crate::recording::check_by_rules(&line), [], "{line}");
        }
    }

    #[test]
    fn lines_without_a_heading_are_left_out() {
        assert_eq!(Prompt::read("stray\n+ a: A\none\n\n# why\n+ b: B").len(), 2);
    }
}
