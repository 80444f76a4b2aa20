//! Everything that a family reads is read by a test first: no long sentence, no hard text.

use evenhand_domain::referral::{Answers, Choice, Field, Kind, Part, Question, Setting, Track};
use evenhand_domain::service::ServiceFile;
use evenhand_engine::form::fairness;
use evenhand_engine::policy::options::{Set, Stage};
use evenhand_engine::policy::publication::Publication;

use super::syllables::syllables;
use super::{asking, home, leaving, sending};

const SERVICE: &str = include_str!("../../../public/service.json");
const MOST_WORDS: usize = 20;
const MOST_GRADE: f64 = 6.0;

/// Fixed terms that families know from their letters count as one short word.
fn plain(text: &str) -> String {
    let text = text
        .replace("education, health and care plan", "plan")
        .replace("special educational needs", "needs");
    [
        "{service}",
        "{funder}",
        "{area}",
        "{file}",
        "{email}",
        "{phone}",
        "{day}",
    ]
    .iter()
    .fold(text, |text, name| text.replace(name, "us"))
}

fn sentences(text: &str) -> Vec<Vec<String>> {
    let split = text.split_inclusive(['.', '?', '!', ':']).map(|sentence| {
        let words = sentence
            .split_whitespace()
            .map(|word| word.trim_matches(|letter: char| !letter.is_alphanumeric()).to_owned());
        words.filter(|word| !word.is_empty()).collect::<Vec<_>>()
    });
    split.filter(|words| !words.is_empty()).collect()
}

/// The Flesch-Kincaid grade of texts taken together: about the school year in the United States; add five for an age.
fn grade(texts: &[String]) -> f64 {
    let all: Vec<Vec<String>> = texts.iter().flat_map(|text| sentences(text)).collect();
    let words: usize = all.iter().map(Vec::len).sum();
    let syllables: usize = all.iter().flatten().map(|word| syllables(word)).sum();
    let number = |count: usize| f64::from(u32::try_from(count).unwrap());
    0.39 * number(words) / number(all.len()) + 11.8 * number(syllables) / number(words) - 15.59
}

fn of_part(part: &Part, texts: &mut Vec<String>) {
    texts.push(part.hint.to_owned());
    if part.label.ends_with('?') {
        texts.push(part.label.clone());
    }
    if let Kind::Radios(choices) | Kind::Checkboxes(choices) = &part.kind {
        for Choice { hint, reveals, .. } in choices {
            texts.push((*hint).to_owned());
            reveals.iter().for_each(|part| of_part(part, texts));
        }
    }
}

fn of_form(service: &ServiceFile) -> Vec<String> {
    let setting = Setting {
        service,
        practitioners_may_ask: true,
    };
    let mut texts = Vec::new();
    for who in ["parent", "young_person", "child", "helper", "practitioner"] {
        let mut answers = Answers::default();
        answers.set(Field::Who, who);
        let track: Option<Track> = answers.track();
        for question in Question::ALL {
            texts.push(question.heading(track, setting));
            texts.push(question.why(track, setting));
            question
                .parts(&answers)
                .iter()
                .for_each(|part| of_part(part, &mut texts));
            texts.extend(
                question
                    .validate(&Answers::default(), setting)
                    .into_iter()
                    .map(|fault| fault.message.into_owned()),
            );
        }
    }
    texts
}

fn of_pages() -> Vec<&'static [&'static str]> {
    vec![
        home::SENTENCES,
        asking::SENTENCES,
        leaving::SENTENCES,
        sending::SENTENCES,
    ]
}

fn assert_plain(name: &str, texts: &[String]) {
    let texts: Vec<String> = texts
        .iter()
        .map(|text| plain(text))
        .filter(|text| !text.is_empty())
        .collect();
    for words in texts.iter().flat_map(|text| sentences(text)) {
        assert!(
            words.len() <= MOST_WORDS,
            "{name}: {} words: {}",
            words.len(),
            words.join(" ")
        );
    }
    let grade = grade(&texts);
    assert!(grade <= MOST_GRADE, "{name}: grade {grade:.1}");
}

#[test]
fn every_page_is_read_by_a_nine_to_eleven_year_old() {
    for (name, texts) in ["home", "asking", "leaving", "sending"].into_iter().zip(of_pages()) {
        assert_plain(name, &texts.iter().map(|text| (*text).to_owned()).collect::<Vec<_>>());
    }
}

#[test]
fn every_question_hint_and_error_is_too() {
    assert_plain("form", &of_form(&ServiceFile::parse(SERVICE).unwrap()));
}

#[test]
fn so_is_what_each_policy_publishes_on_fairness() {
    let mut service = ServiceFile::parse(SERVICE).unwrap();
    for profile in evenhand_domain::profile::ProfileId::ALL {
        service.profile = profile;
        let texts: Vec<String> = fairness(Publication::OWN, &service)
            .into_iter()
            .flat_map(|entry| [entry.question, entry.answer])
            .collect();
        if !texts.is_empty() {
            assert_plain(&format!("{profile:?}"), &texts);
        }
    }
}

#[test]
fn so_is_what_the_page_of_the_policy_promises() {
    let promises = evenhand_engine::policy::profile::Topic::ALL.map(|topic| topic.promise().to_owned());
    assert_plain("promises", &promises);
}

#[test]
fn no_word_that_puts_people_off_is_used() {
    let service = ServiceFile::parse(SERVICE).unwrap();
    let mut all: Vec<String> = of_pages().concat().into_iter().map(str::to_owned).collect();
    all.extend(of_form(&service));
    for text in all {
        let text = text.to_lowercase();
        for banned in [
            "utilise",
            "facilitate",
            "pursuant",
            "stakeholder",
            "statutory",
            "signpost",
            "escalate",
            "simple",
            "easy ",
        ] {
            assert!(!text.contains(banned), "{text}");
        }
    }
}

/// A family takes the sheet of options home: what it says of each way, and of the last dates (STA-14).
#[test]
fn so_is_the_sheet_of_options() {
    const OPTIONS: &str = include_str!("../../../crates/policy/data/options.txt");
    for stage in Stage::ALL.map(|(stage, ..)| stage) {
        let sets = Set::read(OPTIONS, "2026-11-28".parse().unwrap(), Some(stage));
        for set in sets {
            let choices = set.choices.iter();
            let mut said: Vec<String> = choices
                .flat_map(|choice| [choice.pros.clone(), choice.cons.clone()])
                .collect();
            said.extend(set.limits.iter().map(|limit| limit.what.clone()));
            assert_plain(&set.id, &said);
        }
    }
}
