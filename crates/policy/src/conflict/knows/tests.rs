use evenhand_domain::ids::WorkerId;

use super::*;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Expect {
    Tie,
    Look,
    Nothing,
}

fn found(name: &str, role: Role, said: &str) -> Expect {
    let worker = Worker {
        id: WorkerId::new([0; 16]),
        name: name.to_owned(),
        role,
        home_district: None,
        phone: None,
        email: None,
    };
    match named(&worker, said).map(|found| found.certainty) {
        Some(Certainty::Certain) => Expect::Tie,
        Some(Certainty::Uncertain) => Expect::Look,
        None => Expect::Nothing,
    }
}

#[test]
fn sps_15_what_families_say_of_whom_they_know() {
    use Expect::{Look, Nothing, Tie};
    let cases = [
        ("Meenal Kulkarni", "my cousin Meenal volunteers with you", Tie),
        ("Meenal Kulkarni", "Meenal Kulkarni is my son's godmother", Tie),
        ("Meenal Kulkarni", "yes. my sister in law meenal", Tie),
        ("Meenal Kulkarni", "MEENAL IS MY NEIGHBOUR", Tie),
        ("Meenal Kulkarni", "Meenal's my auntie", Tie),
        ("Meenal Kulkarni", "meenals my mate", Tie),
        ("Meenal Kulkarni", "I used to work with Meenal at the library", Tie),
        ("Meenal Kulkarni", "Meenal used to work with me", Tie),
        ("Meenal Kulkarni", "we live next door to Meenal", Tie),
        ("Meenal Kulkarni", "Meenal lives across the road from us", Tie),
        ("Meenal Kulkarni", "Meenal and I went to school together", Tie),
        ("Meenal Kulkarni", "my best friend's sister is Meenal", Tie),
        ("Meenal Kulkarni", "me and meenal are friends", Tie),
        ("Meenal Kulkarni", "I know Meenal, she is my husbands cousin", Tie),
        ("Meenal Kulkarni", "I know Meenal. She's my neighbour", Tie),
        ("Meenal Kulkarni", "Meenal masi works for you", Tie),
        ("Meenal Kulkarni", "Mrs Kulkarni is my neighbour", Tie),
        ("Meenal Kulkarni", "Meenal works there and is my cousin", Tie),
        ("Meenal Kulkarni", "no, only my friend Meenal", Tie),
        (
            "Meenal Kulkarni",
            "No but my cousin Meenal used to volunteer with you",
            Tie,
        ),
        ("Meenal Kulkarni", "Meenal (my nan)", Tie),
        ("Meenal Kulkarni", "Meenal Kulkarni - old colleague of mine", Tie),
        ("Meenal Kulkarni", "I'm related to Meenal", Tie),
        ("Meenal Kulkarni", "My mum is friends with Meenal", Tie),
        ("Meenal Kulkarni", "meenal is on my street", Tie),
        ("Meenal Kulkarni", "I know Meenal", Look),
        ("Meenal Kulkarni", "Meenal helped us last year", Look),
        ("Meenal Kulkarni", "I think I spoke to Meenal once", Look),
        ("Meenal Kulkarni", "Meenal helped my sister", Look),
        ("Meenal Kulkarni", "my friend told me to ask for Meenal", Look),
        ("Meenal Kulkarni", "Meenal is no relation", Look),
        ("Meenal Kulkarni", "is Meenal Kulkarni still there?", Look),
        ("Meenal Kulkarni", "Meenal's mum", Look),
        ("Meenal Kulkarni", "no", Nothing),
        ("Meenal Kulkarni", "No one that I can think of, sorry", Nothing),
        ("Meenal Kulkarni", "I don't know Meenal", Nothing),
        ("Meenal Kulkarni", "never met Meenal or anyone else", Nothing),
        ("Meenal Kulkarni", "my cousin works for you", Nothing),
        (
            "Meenal Kulkarni",
            "my cousin Meenal Deshpande works at the council",
            Nothing,
        ),
        ("Meenal Kulkarni", "my friend Gareth volunteers there", Nothing),
        ("Meenal Kulkarni", "the lady on the phone is my neighbour", Nothing),
        ("Meenal Kulkarni", "the chair of your group is my uncle", Nothing),
        (
            "Meenal Kulkarni",
            "no but a friend at playgroup told me about you",
            Nothing,
        ),
        ("Meenal Kulkarni", "I know the manager", Nothing),
        ("Meenal Kulkarni", "", Nothing),
        ("William Ashby", "she will help me my friend said", Nothing),
        ("William Ashby", "my uncle will", Tie),
        ("William Ashby", "Bill Ashby is my brother's boss", Tie),
        ("Mary Pemberton", "may do, not sure", Nothing),
        ("Sarah Whitlock", "my auntie sarah khan", Nothing),
        ("Sarah Whitlock", "Sarah W is my cousin", Tie),
        ("Sarah Whitlock", "Sarah K is my cousin", Nothing),
        ("Thomas Oyelowo", "Tommy from number 12 is our neighbour", Tie),
        ("Małgorzata Pietruszka", "ciocia Gosia", Tie),
        ("Fadumo Warsame", "habaryar Faduma", Tie),
        ("Tracy-Ann Clayborough", "Tracy Ann is my mums best mate", Tie),
        ("Siobhán Ní Dhuibhne", "my godmother is siobhan", Tie),
        ("Ravinder Thiara", "massi Ravinder ji", Tie),
        ("Jo Barraclough", "Jo Baraclough lives 2 doors down", Tie),
        (
            "Helen Frobisher",
            "they helped my mum before, she is my friend",
            Nothing,
        ),
    ];
    let wrong: Vec<String> = cases
        .into_iter()
        .filter_map(|(name, said, expected)| {
            let got = found(name, Role::Officer, said);
            (got != expected).then(|| format!("{name}: “{said}”: expected {expected:?}, got {got:?}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{} wrong\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn a_role_names_only_who_holds_it() {
    assert_eq!(
        found("Meenal Kulkarni", Role::Manager, "the manager is my neighbour"),
        Expect::Look
    );
    assert_eq!(
        found("Meenal Kulkarni", Role::Manager, "I don't know the manager"),
        Expect::Nothing
    );
    assert_eq!(
        found("Meenal Kulkarni", Role::Volunteer, "your manager is my neighbour"),
        Expect::Nothing
    );
}

#[test]
fn sps_15_answers_of_our_own_invention() {
    let lines = include_str!("answers.txt")
        .lines()
        .filter(|line| !line.starts_with('#'));
    let wrong: Vec<String> = lines
        .filter_map(|line| {
            let mut parts = line.splitn(3, '|');
            let (expected, name, said) = (parts.next().unwrap(), parts.next().unwrap(), parts.next().unwrap());
            let expected = match expected {
                "T" => Expect::Tie,
                "L" => Expect::Look,
                _ => Expect::Nothing,
            };
            let got = found(name, Role::Officer, said);
            (got != expected).then(|| format!("{line}: got {got:?}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(64))]

    /// Whatever a family types, reading it comes to an end.
    #[test]
    fn any_answer_can_be_read(said in "\\PC{0,60}", name in "\\PC{0,20}") {
        let _ = found(&name, Role::Manager, &said);
        let _ = found("Ines Bradnock", Role::Officer, &format!("Ines {said} Ines's {said}"));
    }
}

#[test]
fn sps_15_a_yes_without_a_name_is_for_a_person_to_weigh_for_everybody() {
    let worker = |name: &str| Worker {
        id: WorkerId::new([0; 16]),
        name: name.to_owned(),
        role: Role::Officer,
        home_district: None,
        phone: None,
        email: None,
    };
    for said in [
        "yes",
        "Yes.",
        "yeah",
        "Yes, I do",
        "yes i know somebody",
        "I know someone who works there",
        "Yes - we do!",
    ] {
        assert!(is_bare_yes(said), "{said}");
        for name in ["Meenal Kulkarni", "Devon Hibbert"] {
            let found = unnamed(&worker(name), said).unwrap();
            assert_eq!(found.certainty, Certainty::Uncertain, "{said}");
            assert!(found.words.contains("gave no name"), "{}", found.words);
        }
    }
    let others = [
        "",
        "no",
        "No.",
        "not that I know",
        "yes my cousin Meenal",
        "yes Meenal",
        "I don't know",
        "dunno",
        "not sure",
        "i work",
        "yes and no",
        "I know nobody",
        "do you know",
        "only from the school gate",
    ];
    for said in others {
        assert!(!is_bare_yes(said), "{said}");
    }
}
