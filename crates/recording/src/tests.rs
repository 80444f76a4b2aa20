//! What the grammar understands, and what a mark holds.

use super::{Label, check};

fn labels(text: &str) -> Vec<Label> {
    check(text).into_iter().map(|mark| mark.label).collect()
}

#[test]
fn what_others_say_is_theirs() {
    for text in [
        "Mum said the school is useless and he will never cope there.",
        "Parent's view: LA is being obstructive.",
        "The school is useless and unfair, dad said.",
        "The letter reads \"you should appeal now\".",
        "Dad was told by a friend that he must get a private report.",
        "Mum is worried that he will be excluded again.",
    ] {
        assert_eq!(labels(text), [], "{text}");
    }
}

#[test]
fn what_the_worker_says_is_the_workers() {
    assert_eq!(labels("I told dad \"you should appeal now\"."), [Label::Directive]);
    assert_eq!(
        labels("Mum said school was fine, but I told her to appeal."),
        [Label::Directive]
    );
    assert_eq!(labels("School is useless."), [Label::Partial]);
}

#[test]
fn what_is_denied_or_asked_is_not_marked() {
    for text in [
        "I did not tell mum to appeal.",
        "Should you appeal? That is for you to decide.",
        "I did not tell the school about her diagnosis.",
    ] {
        assert_eq!(labels(text), [], "{text}");
    }
}

#[test]
fn law_and_office_requests_are_neutral() {
    for text in [
        "The LA must secure the provision in section F (s.42).",
        "You must appeal within two months of the letter.",
        "Please sign and return the enclosed form.",
        "Told mum to ring me on Friday.",
    ] {
        assert_eq!(labels(text), [], "{text}");
    }
}

#[test]
fn permission_makes_a_disclosure_neutral_and_its_lack_does_not() {
    assert_eq!(
        labels("With mum's permission I told the SENCO about her diagnosis."),
        []
    );
    assert_eq!(labels("I told the SENCO about her diagnosis."), [Label::Disclosure]);
    assert_eq!(
        labels("I told the SENCO about her diagnosis, haven't asked for permission yet."),
        [Label::Disclosure]
    );
}

#[test]
fn shorthand_and_slips_are_read() {
    assert_eq!(labels("told mum she shld appeal"), [Label::Directive]);
    assert_eq!(labels("Persuadde dad to appeal"), labels("Persuade dad to appeal"));
    assert_eq!(
        labels("you sho\u{200b}uld appe\u{200b}al now"),
        labels("you should appeal now")
    );
}

#[test]
fn a_span_lies_on_the_words_and_the_rewording_fits_in() {
    let text = "“Cześć”, said nan. Told dad to appeal today.";
    let marks = check(text);
    assert_eq!(marks.len(), 1, "{marks:?}");
    assert_eq!(&text[marks[0].span.clone()], "Told dad to appeal");
    assert_eq!(
        marks[0].instead.as_deref(),
        Some("Talked through with dad whether to appeal")
    );
    assert!(marks[0].reason.ends_with('.'), "{}", marks[0].reason);
}

#[test]
fn every_rule_stands_under_a_heading_with_a_label_and_every_mark_has_a_reason() {
    let rules = &super::OWN.rules;
    assert!(!rules.rules.is_empty());
    for heading in &rules.headings {
        assert_ne!(heading.labels, 0, "{heading:?}");
        assert!(
            heading.effect != super::Effect::Mark || heading.reason.ends_with('.'),
            "{heading:?}"
        );
    }
    for rule in &rules.rules {
        assert!(!rule.steps.is_empty() && rule.heading < rules.headings.len());
    }
}

#[test]
fn any_text_is_read_to_its_end() {
    for text in [
        "",
        " ",
        "\n\n",
        "'",
        "\"",
        "’’’",
        "e-",
        "-m",
        "…",
        "é'",
        "a.b.c.",
        "\u{200b}",
        "1:2/3.",
        "👩‍👧 told mum to appeal",
    ] {
        for mark in check(text) {
            assert!(
                text.is_char_boundary(mark.span.start) && text.is_char_boundary(mark.span.end),
                "{text}"
            );
        }
    }
}

/// The sieve saves time and nothing else: it finds what trying every rule everywhere finds.
#[test]
fn the_sieve_hides_no_rule() {
    let checks = &super::OWN;
    let files = [
        include_str!("../../../tests/data/recording.jsonl"),
        include_str!("../../../tests/data/recording-edge.jsonl"),
        include_str!("../../../tests/data/recording-own.jsonl"),
    ];
    let items = files.iter().flat_map(|file| file.lines());
    let items = items.map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap());
    let texts = items.map(|item| item["text"].as_str().unwrap().to_owned());
    // Some rules read on behind a full stop.
    let across = "School rang. I said that he is out of school. CAMHS phoned.\nWe said he has a diagnosis.".to_owned();
    let (mut all, mut far) = (0, 0);
    for text in texts.chain([across]) {
        let (tokens, voice) = checks.hear(&text);
        let sentence = super::sentences(&tokens);
        let place = |found: super::Found| (found.from, found.to, found.rule);
        let tried = checks.found(&tokens, &voice, &sentence, |_, can| can.fill(true));
        let sifted = checks.found(&tokens, &voice, &sentence, |here, can| {
            checks.rules.sieve.sift(here, can)
        });
        let tried: Vec<_> = tried.into_iter().map(place).collect();
        assert_eq!(sifted.into_iter().map(place).collect::<Vec<_>>(), tried, "{text}");
        all += tried.len();
        let last = |to: usize| sentence[to.max(1) - 1];
        far += tried
            .iter()
            .filter(|(from, to, _)| sentence[*from] != last(*to))
            .count();
    }
    assert!(all > 1000 && far > 0, "{all} {far}");
}
