use serde::Deserialize;

use super::*;

#[derive(Deserialize)]
struct Pair {
    id: String,
    a: String,
    b: String,
    same: bool,
    why: String,
}

#[test]
fn sps_15_the_published_name_pairs() {
    let file = include_str!("../../../../../tests/data/names.jsonl");
    let pairs: Vec<Pair> = file
        .split('\n')
        .filter(|line| !line.is_empty())
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    let wrong: Vec<String> = pairs
        .iter()
        .filter(|pair| may_be_same_person(&pair.a, &pair.b) != pair.same)
        .map(|pair| {
            format!(
                "{}: {} / {} ({}) {:?}",
                pair.id,
                pair.a,
                pair.b,
                pair.why,
                compare(&pair.a, &pair.b)
            )
        })
        .collect();
    assert!(
        wrong.is_empty(),
        "{} of {}\n{}",
        wrong.len(),
        pairs.len(),
        wrong.join("\n")
    );
}

#[test]
fn sps_15_pairs_of_our_own_invention() {
    let lines = include_str!("pairs.txt").lines().filter(|line| !line.starts_with('#'));
    let wrong: Vec<String> = lines
        .filter(|line| {
            let (a, b) = line[2..].split_once('|').unwrap();
            may_be_same_person(a, b) != line.starts_with('1')
        })
        .map(str::to_owned)
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn likeness_is_the_same_both_ways() {
    for line in include_str!("pairs.txt").lines().filter(|line| !line.starts_with('#')) {
        let (a, b) = line[2..].split_once('|').unwrap();
        assert_eq!(may_be_same_person(a, b), may_be_same_person(b, a), "{line}");
    }
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(64))]

    /// Whatever is typed, comparing answers and does not fall over.
    #[test]
    fn any_two_texts_can_be_compared(a in "\\PC{0,40}", b in "[-a-zA-Zé’'(),. ]{0,40}") {
        let _ = compare(&a, &b);
        let _ = compare(&b, &a);
    }

    /// A name is itself.
    #[test]
    fn a_name_is_like_itself(name in "[a-z]{3,9} [a-z]{3,9}") {
        proptest::prop_assert!(may_be_same_person(&name, &name));
    }
}

/// What is seen at a glance to have nothing in common has nothing in common on a closer look either.
#[test]
fn the_quick_look_passes_over_nobody() {
    let pairs = include_str!("../../../../../tests/data/names.jsonl").lines();
    let pairs = pairs.filter_map(|line| serde_json::from_str::<serde_json::Value>(line).ok());
    let whole = pairs.flat_map(|pair| ["a", "b"].map(|key| pair[key].as_str().unwrap_or_default().to_owned()));
    let single = [
        include_str!("../../../data/given.txt"),
        include_str!("../../../data/surnames.txt"),
    ];
    let single = single.into_iter().flat_map(str::split_whitespace);
    let single = single.filter(|word| word.len() > 1 && word.chars().all(char::is_alphabetic));
    let names: Vec<String> = whole.chain(single.step_by(6).map(str::to_owned)).collect();
    let mut passed_over = 0;
    for (at, one) in names.iter().enumerate() {
        for other in names.iter().skip(at + 1).step_by(3) {
            let (a, b) = (Name::all(one), Name::all(other));
            for (a, b) in a.iter().flat_map(|a| b.iter().map(move |b| (a, b))) {
                if !has_to_do(a, b) {
                    assert_eq!(looked_into(a, b).likeness, NameLikeness::Different, "{one} / {other}");
                    passed_over += 1;
                }
            }
        }
    }
    assert!(passed_over > 50_000, "{passed_over} pairs");
}
