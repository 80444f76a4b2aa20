//! What is typed is found nowhere on the device once the workspace is locked.

use std::{fs, path::Path, time::Duration};

use journeys::{Browser, Outcome, Role, Setting, Stage, journey_with};

use super::{
    case::{Family, open_it_for, save_the_contact, somebody_telephones, stated, turn_to},
    form::{Asking, Form, School, service_with_a_key},
    workspace::{PRIYA, go_to, lock, make_the_inbox_key, set_up, unlock},
};

/// How every distinctive string begins. It stands in no dictionary and in no part of the site.
const MARK: &str = "Qzvexu";
/// The same for a string that is kept on purpose, which proves that the search finds what there is.
const CONTROL: &str = "Kwyjib";
const ALL: usize = 64;

/// Hands out distinctive strings, each once.
struct Marks(usize);

impl Marks {
    fn some<const N: usize>(&mut self) -> String {
        let marks: Vec<String> = (0..N)
            .map(|_| {
                self.0 += 1;
                format!("{MARK}{:02}", self.0)
            })
            .collect();
        marks.join(" ")
    }
}

/// The letters of a text in base64, for each of the three ways in which it can lie among other bytes.
fn in_base64(text: &str) -> [String; 3] {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    [0, 1, 2].map(|before| {
        let bytes: Vec<u8> = std::iter::repeat_n(0, before).chain(text.bytes()).collect();
        let bit = |at: usize| bytes[at / 8] >> (7 - at % 8) & 1;
        // Letters that also hold bits of what lies before or after are left out.
        let first = (before * 8).div_ceil(6);
        let last = bytes.len() * 8 / 6;
        let letter = |at: usize| (0..6).fold(0, |letter, place| letter << 1 | usize::from(bit(at * 6 + place)));
        (first..last).map(|at| char::from(LETTERS[letter(at)])).collect()
    })
}

#[test]
fn base64_is_found_wherever_it_lies() {
    assert_eq!(in_base64("Qzvexu"), ["UXp2ZXh1", "F6dmV4d", "RenZleH"]);
}

/// Every file below a folder that holds a text as UTF-8, UTF-16 or base64. What the person saved themselves is passed over.
fn holding(folder: &Path, text: &str, found: &mut Vec<String>) {
    let wide: String = text.chars().flat_map(|letter| [letter, '\0']).collect();
    let mut forms = vec![text.to_owned(), wide];
    forms.extend(in_base64(text));
    // A folder or file that goes away while the browser tidies up holds nothing any more.
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        let Ok(kind) = entry.file_type() else { continue };
        if kind.is_dir() {
            if entry.file_name() != "downloads" {
                holding(&path, text, found);
            }
        } else if kind.is_file() {
            let Ok(bytes) = fs::read(&path) else { continue };
            let content = String::from_utf8_lossy(&bytes);
            for (form, at) in forms
                .iter()
                .filter_map(|form| Some((form, content.find(form.as_str())?)))
            {
                let there: String = content[at..].chars().take(form.chars().count() + 24).collect();
                found.push(format!("{} holds {there:?}", path.display()));
            }
        }
    }
}

async fn on_the_public_page(browser: &Browser, marks: &mut Marks) -> Outcome {
    let form = Form {
        topics: vec!["Something else".to_owned()],
        topic_else: marks.some::<2>(),
        story: marks.some::<8>(),
        want: marks.some::<4>(),
        date: Some((["15", "1", "2027"].map(str::to_owned), marks.some::<1>())),
        child: marks.some::<1>(),
        school: School::Named(marks.some::<1>()),
        knows: ("I am not sure", marks.some::<2>()),
        name: marks.some::<1>(),
        contact: (
            "Through someone I trust",
            "Who, and how can we reach them?",
            marks.some::<2>(),
        ),
        times: marks.some::<1>(),
        needs: vec!["An interpreter".to_owned(), "Something else".to_owned()],
        interpreter: marks.some::<1>(),
        needs_else: marks.some::<1>(),
        ..Form::parent()
    };
    let asking = Asking { browser, form: &form };
    browser.open("index.html").await?;
    asking.to_the_answers().await?;
    asking.lock().await?;
    browser.press("I have sent it").await?;
    browser.wait_for_heading("You said you sent it").await?;
    browser.press("Clear everything from this page").await?;
    browser.wait_for_heading("Everything is cleared from this page").await
}

async fn in_the_workspace(browser: &Browser, marks: &mut Marks) -> Outcome {
    let [parent, phone, child, school] = [(); 4].map(|()| marks.some::<1>());
    // Names in these journeys last as long as the test.
    let keep = |text: &String| -> &'static str { text.clone().leak() };
    let family = Family {
        parent: keep(&parent),
        phone: keep(&phone),
        child: keep(&child),
        age: "7",
        school: keep(&school),
    };
    somebody_telephones(browser).await?;
    browser.write("Email (optional)", &marks.some::<1>()).await?;
    browser
        .write("How to contact them safely (optional)", &marks.some::<1>())
        .await?;
    browser
        .write(
            "Do they know anyone who works or volunteers here? (optional)",
            &marks.some::<2>(),
        )
        .await?;
    browser
        .write(
            "Groups or organisations tied to the family (optional)",
            &marks.some::<1>(),
        )
        .await?;
    super::case::write_down(browser, family).await?;
    open_it_for(browser, PRIYA).await?;
    browser.wait_for_heading("Add a contact").await?;
    browser.answer("Who was it with?", &parent).await?;
    browser.answer("How?", "Telephone or video call").await?;
    stated(browser, &parent).await?;
    browser
        .write(&format!("What {parent} wants to happen (optional)"), &marks.some::<2>())
        .await?;
    browser.write("Facts", &marks.some::<6>()).await?;
    browser
        .write("What they said, in their words (optional)", &marks.some::<4>())
        .await?;
    browser.write("What you think (optional)", &marks.some::<3>()).await?;
    browser.answer("Did an agency take part in this contact?", "No").await?;
    browser
        .write("What will you do next? (optional)", &marks.some::<2>())
        .await?;
    browser.press("Next working day").await?;
    save_the_contact(browser).await?;
    turn_to(browser, "Permissions", "Permissions").await?;
    browser.press("Note a permission").await?;
    browser.answer("Who gave it?", &parent).await?;
    browser
        .write("Which agency may you talk to?", &marks.some::<1>())
        .await?;
    browser
        .write("What exactly may you tell them?", &marks.some::<3>())
        .await?;
    browser.answer("How did they give it?", "Spoken").await?;
    browser
        .write("How do you know that they understood it?", &marks.some::<1>())
        .await?;
    browser.press("Save this permission").await?;
    browser.see("Holds now").await?;
    go_to(browser, "Cases").await?;
    browser.wait_for_heading("Cases").await?;
    browser.write("Find a case", &marks.some::<1>()).await?;
    browser.see("results for").await?;
    go_to(browser, "Team").await?;
    browser.press("What you declared").await?;
    browser.press("Declare an interest").await?;
    browser
        .answer(
            "What kind of interest is it?",
            "A support group, charity, agency or other body",
        )
        .await?;
    browser.write("Name of the group or body", &marks.some::<1>()).await?;
    browser.press("Declare this interest").await?;
    browser.see("Saved on this device at").await?;
    go_to(browser, "Work").await?;
    browser.press("New contact").await?;
    browser.answer("How did they get in touch?", "By telephone").await?;
    browser
        .answer("Do they want to stay unnamed?", "No, they gave a name")
        .await?;
    browser.press("Continue").await?;
    browser.wait_for_heading("Who is it about?").await?;
    // Half written: it is sealed as a draft.
    let left = ALL - marks.0;
    let rest: Vec<String> = (0..left).map(|_| marks.some::<1>()).collect();
    browser.write("Their name", &rest.join(" ")).await?;
    browser.see("Draft kept at").await
}

async fn nothing_typed_stays(stage: &Stage) -> Outcome {
    let mut browser = stage.fresh_browser().await?;
    browser.pass_quickly();
    let mut marks = Marks(0);
    on_the_public_page(&browser, &mut marks).await?;
    set_up(&browser).await?;
    make_the_inbox_key(&browser).await?;
    in_the_workspace(&browser, &mut marks).await?;
    assert_eq!(marks.0, ALL);
    lock(&browser).await?;
    unlock(&browser, PRIYA).await?;
    lock(&browser).await?;
    browser.find(Role::Textbox, "Passphrase").await?;
    browser
        .run::<bool>(
            &format!("localStorage.setItem('control', '{CONTROL}'); return true"),
            Vec::new(),
        )
        .await?;
    if browser.kind() == journeys::Kind::Chromium {
        browser.close();
    }
    let (mut control, mut found) = (Vec::new(), Vec::new());
    // Firefox, which stays open, writes to its profile some seconds later.
    for _ in 0..30 {
        holding(browser.profile()?, CONTROL, &mut control);
        if !control.is_empty() {
            break;
        }
        tokio::time::sleep(Duration::from_secs(1)).await;
    }
    assert!(
        !control.is_empty(),
        "the search does not even find what was kept on purpose"
    );
    for text in [MARK, PRIYA.name, PRIYA.sign_in, PRIYA.passphrase] {
        holding(browser.profile()?, text, &mut found);
    }
    assert!(found.is_empty(), "typed texts lie on the device:\n{}", found.join("\n"));
    Ok(())
}

#[test]
fn nothing_that_is_typed_stays_on_the_device_in_the_clear() {
    journey_with(
        "canary",
        &Setting::new().with_service(&service_with_a_key()),
        nothing_typed_stays,
    );
}
