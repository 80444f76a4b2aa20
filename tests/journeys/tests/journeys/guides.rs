//! The guides for people, followed step by step in a browser that holds nothing. Every word that a guide prints in bold is met on the
//! way. With `EVENHAND_GUIDES` set to a folder, the pictures of the guides go there (`cargo xtask screenshots guides`).

use std::{env, fs, path::Path, sync::Mutex};

use journeys::{Browser, ChromiumAlone, Fault, Outcome, Role, Setting, Stage, journey_with};
use serde_json::Value;

use super::{
    case::{Family, agreed_to_a_record, fill_in_the_closing, turn_to},
    form::service_with_a_key,
    views::SETTLED,
    workspace::{PRIYA, SAM, Worker, add_worker, go_to, lock, new_sign_in, printed_code, set_up, six_words, unlock},
};

const SET_UP: &str = include_str!("../../../../docs/guides/set-up.md");
const OFFICER: &str = include_str!("../../../../docs/guides/officer.md");
const VOLUNTEER: &str = include_str!("../../../../docs/guides/volunteer.md");
const CHAIR: &str = include_str!("../../../../docs/guides/chair.md");

const JO: Worker = Worker {
    name: "Jo Marsh",
    sign_in: "jo.m",
    passphrase: "harbour  nettle candle pumice",
};
const HASSAN: Family = Family {
    parent: "Amina Hassan",
    phone: "01632 960321",
    child: "Yusuf",
    age: "7",
    school: "Alder Bank Primary School",
};
const ABBOTT: Family = Family {
    parent: "Lena Abbott",
    phone: "01632 960322",
    child: "Noah",
    age: "9",
    school: "Hollin Beck Primary School",
};

/// A guide in the hand of somebody who follows it, with everything that they have seen on the screen.
pub(super) struct Guide {
    text: &'static str,
    seen: Mutex<String>,
}

impl Guide {
    pub(super) fn open(text: &'static str) -> Self {
        Self {
            text,
            seen: Mutex::new(String::new()),
        }
    }

    /// Takes in what the page says now, the choices of its lists too.
    pub(super) async fn look(&self, browser: &Browser) -> Outcome {
        let script = "return document.body.innerText + ' ' + [...document.querySelectorAll('option')].map(o => o.label).join(' ')";
        let text: String = browser.run(script, Vec::new()).await?;
        let mut seen = self.seen.lock().unwrap();
        seen.push_str(&plain(&text));
        seen.push('\n');
        Ok(())
    }

    pub(super) async fn arrive(&self, browser: &Browser, heading: &str) -> Outcome {
        browser.arrive(heading).await?;
        self.look(browser).await
    }

    /// Looks, then presses.
    pub(super) async fn press(&self, browser: &Browser, name: &str) -> Outcome {
        self.look(browser).await?;
        browser.press(name).await
    }

    /// Takes a picture of the guide, from above the first heading or button that contains this, or from the top of the page.
    pub(super) async fn picture(&self, browser: &Browser, name: &str, from: &str, height: u32) -> Outcome {
        self.look(browser).await?;
        let file = format!("{name}.webp");
        assert!(
            self.text.contains(&format!("/guides/{file})")),
            "the guide does not show {file}"
        );
        let Some(folder) = env::var_os("EVENHAND_GUIDES") else {
            return Ok(());
        };
        let from = match from {
            "" => None,
            heading => Some(browser.find_containing(Role::Heading, heading).await?),
        };
        let picture = browser.cut_out(from.as_ref(), height).await?;
        let path = Path::new(&folder).join(file);
        fs::write(&path, picture).map_err(|reason| Fault::File {
            path: path.display().to_string(),
            reason,
        })
    }

    /// Makes sure that every word in bold was met, but those that stand for a day on which something goes wrong.
    pub(super) fn was_met(&self, but: &[&str]) {
        let seen = self.seen.lock().unwrap();
        let missing: Vec<&str> = self
            .text
            .split("**")
            .skip(1)
            .step_by(2)
            .filter(|words| !but.contains(words) && !holds(&seen, &plain(words)))
            .collect();
        assert!(missing.is_empty(), "these words of the guide were not met: {missing:?}");
        for words in but {
            assert!(self.text.contains(words), "{words:?} is not in the guide");
        }
    }
}

/// A guide is words and their order, which are the same in any browser.
pub(super) fn follow(name: &str, setting: Setting, work: impl AsyncFnOnce(&Stage) -> Outcome) {
    let setting = setting.in_chromium_alone(ChromiumAlone::NothingOfTheBrowser);
    journey_with(name, &setting, work);
}

fn plain(text: &str) -> String {
    text.replace('’', "'").split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether a line of what was seen holds these words; an ellipsis among them stands for anything.
fn holds(seen: &str, words: &str) -> bool {
    seen.lines().any(|line| {
        let mut rest = Some(line);
        for part in words.split('…').map(str::trim) {
            rest = rest.and_then(|rest| rest.split_once(part)).map(|(_, after)| after);
        }
        rest.is_some()
    })
}

/// Parts 2 of the set-up: from the first page to Work.
async fn a_service_is_set_up(guide: &Guide, browser: &Browser) -> Outcome {
    browser.open("workspace.html").await?;
    guide.arrive(browser, "Nothing is kept on this device yet").await?;
    guide.picture(browser, "set-up-begin", "", 720).await?;
    guide.press(browser, "Set up a service here").await?;
    let question = "Which policy does the service work under?";
    guide.arrive(browser, question).await?;
    browser.press("See side by side what differs").await?;
    browser.answer(question, "SEND Partnership Service").await?;
    guide.press(browser, "Continue").await?;
    guide.arrive(browser, "Who are you?").await?;
    browser.write("Name of the service", "Ashdale SENDIASS").await?;
    browser.write("Your name", PRIYA.name).await?;
    guide.press(browser, "Continue").await?;
    guide.arrive(browser, "How will you unlock the workspace?").await?;
    new_sign_in(browser, PRIYA).await?;
    guide.press(browser, "Continue").await?;
    guide.arrive(browser, "Your recovery code").await?;
    guide.picture(browser, "set-up-code", "", 585).await?;
    let code = printed_code(browser).await?;
    guide.press(browser, "I have it on paper").await?;
    guide.arrive(browser, "Type the recovery code from the paper").await?;
    browser.write("Type the recovery code from the paper", &code).await?;
    guide.press(browser, "Set up the service").await?;
    guide.arrive(browser, "Work").await?;
    guide.picture(browser, "set-up-work", "", 625).await
}

/// Answers what the guide's table names, and nothing else.
async fn the_questions_are_answered(browser: &Browser) -> Outcome {
    browser.write("Whose families do you help?", "Ashdale").await?;
    browser.answer("Are you part of the council?", "Yes").await?;
    browser.write("Who pays for you?", "Ashdale Council").await?;
    browser.write("Telephone", "01632 960140").await?;
    browser.write("In how many working days do you reply?", "5").await?;
    let kept = "We keep your record until the young person is 25. Then we delete it.";
    browser.write("How long do you keep records?", kept).await?;
    for (asked, year) in [
        ("When was your impartiality policy last looked at?", "2026"),
        ("When is the next review?", "2027"),
    ] {
        for (part, number) in [("Day", "1"), ("Month", "9"), ("Year", year)] {
            browser.write_below(asked, part, number).await?;
        }
    }
    Ok(())
}

/// Saves the file for the public page and puts it on the host.
async fn the_file_is_uploaded(guide: &Guide, browser: &Browser, stage: &Stage) -> Outcome {
    guide.press(browser, "Save it with the keys").await?;
    browser
        .see("service.json saved to your device. It is not uploaded yet.")
        .await?;
    let path = browser.saved_file().await?;
    stage.site.replace("service.json", &fs::read(&path).unwrap())?;
    fs::remove_file(&path).unwrap();
    Ok(())
}

/// Part 3 of the set-up: the key, the file, and the six words on a telephone.
async fn the_public_page_is_theirs(guide: &Guide, browser: &Browser, stage: &Stage) -> Outcome {
    guide.look(browser).await?;
    browser.press_containing("Make the inbox key").await?;
    guide.arrive(browser, "Inbox keys and the public page").await?;
    guide.press(browser, "Make the inbox key").await?;
    browser.find(Role::Press, "Make a new inbox key").await?;
    let words = six_words(&browser.text().await?)?;
    guide.picture(browser, "set-up-key", "", 640).await?;
    // What stands beside the page is the invented service's, and nothing of it is theirs.
    browser.see("is of another service, Calder Vale SENDIASS").await?;
    browser.press("Save it with the keys").await?;
    browser.see("Enter the place whose families you help").await?;
    the_questions_are_answered(browser).await?;
    // Neither a telephone number nor an e-mail address: the file itself is not right, and its question says so.
    browser.write("Telephone", "").await?;
    browser.press("Save it with the keys").await?;
    browser.see("Enter a telephone number or an email address").await?;
    browser.write("Telephone", "01632 960140").await?;
    the_file_is_uploaded(guide, browser, stage).await?;
    guide
        .picture(browser, "set-up-file", "What the public page says of you", 720)
        .await?;

    let telephone = stage.another_browser().await?;
    telephone.open("index.html").await?;
    guide.look(&telephone).await?;
    telephone.press_containing("Ask us for help").await?;
    guide.arrive(&telephone, "Before you start").await?;
    assert_eq!(six_words(&telephone.text().await?)?, words);
    guide
        .picture(&telephone, "set-up-words", "What happens to your answers", 445)
        .await?;
    // No Chair was filled in: nobody is sent to one who is then the service itself (SPS-19).
    telephone.open("index.html").await?;
    telephone.press_containing("Tell us if we were not fair").await?;
    telephone.arrive("Tell us if we were not fair").await?;
    telephone.see("This page does not name a Chair yet.").await?;
    telephone.miss("You can tell the Chair").await
}

/// Part 4 of the set-up: people, interests, the second key, a backup.
async fn people_and_a_backup(guide: &Guide, browser: &Browser, stage: &Stage) -> Outcome {
    go_to(browser, "Team").await?;
    guide.arrive(browser, "Team: 1 person").await?;
    guide.press(browser, "Add somebody").await?;
    guide.arrive(browser, "Add somebody").await?;
    guide.picture(browser, "set-up-add", "Their own way in", 640).await?;
    browser.write("Name", SAM.name).await?;
    browser.answer("Role", "Officer").await?;
    new_sign_in(browser, SAM).await?;
    browser.press("Continue").await?;
    guide.arrive(browser, "Their recovery code").await?;
    let code = printed_code(browser).await?;
    guide.press(browser, "They have it on paper").await?;
    guide.arrive(browser, "Type the recovery code back").await?;
    browser.write("Type the recovery code from the paper", &code).await?;
    guide.press(browser, "Join the service").await?;
    guide.arrive(browser, "They have joined").await?;

    go_to(browser, "Team").await?;
    browser.wait_for_heading("Team: 2 people").await?;
    guide.press(browser, "What you declared").await?;
    guide.arrive(browser, PRIYA.name).await?;
    guide.press(browser, "There is nothing to declare").await?;
    browser.see("Nothing to declare, as of").await?;

    go_to(browser, "Settings").await?;
    guide.arrive(browser, "Settings").await?;
    browser.press_containing("Inbox keys and the public page").await?;
    guide.arrive(browser, "Inbox keys and the public page").await?;
    browser.answer("Who is to open this inbox?", SAM.name).await?;
    guide.press(browser, "Make the second key").await?;
    browser.see(&format!("Can be opened by {}", SAM.name)).await?;
    browser
        .wait_until_written("Whose families do you help?", "Ashdale")
        .await?;
    the_file_is_uploaded(guide, browser, stage).await?;

    go_to(browser, "Settings").await?;
    browser.wait_for_heading("Settings").await?;
    guide.look(browser).await?;
    browser.press_containing("Backup").await?;
    guide.arrive(browser, "Backup").await?;
    guide.press(browser, "Save a backup").await?;
    browser.saved_file().await?;
    browser.see("Is the file saved?").await?;
    guide.picture(browser, "set-up-backup", "", 745).await?;
    guide.press(browser, "Yes, it is saved").await?;
    browser.see("Backup noted").await?;

    go_to(browser, "Registers").await?;
    guide.arrive(browser, "Registers").await?;
    guide.press(browser, "Schools").await?;
    guide.arrive(browser, "Schools").await?;
    go_to(browser, "Work").await?;
    browser.wait_for_heading("Work").await?;
    browser.miss("First steps").await?;
    lock(browser).await?;
    guide.look(browser).await
}

#[test]
fn the_guide_to_setting_up_leads_from_nothing_to_a_public_page() {
    // The folder as it is given away, with the invented service in it.
    let given: Value = serde_json::from_str(include_str!("../../../../public/service.json")).unwrap();
    let setting = Setting::new().with_service(&given);
    follow("guide-set-up", setting, async |stage| {
        let (guide, browser) = (Guide::open(SET_UP), &stage.browser);
        a_service_is_set_up(&guide, browser).await?;
        the_public_page_is_theirs(&guide, browser, stage).await?;
        people_and_a_backup(&guide, browser, stage).await?;
        // A browser that promises to keep the records says neither of the first two; the journey `leave` walks the third.
        guide.was_met(&[
            "This browser may delete the records",
            "Ask the browser to keep them",
            "Let them in again",
        ]);
        Ok(())
    });
}

/// Somebody telephones: from Work to the check.
async fn a_call_comes(guide: &Guide, browser: &Browser, family: Family) -> Outcome {
    go_to(browser, "Work").await?;
    guide.arrive(browser, "Work").await?;
    guide.press(browser, "New contact").await?;
    browser.wait_for_heading("New contact").await?;
    browser.answer("How did they get in touch?", "By telephone").await?;
    browser
        .answer("Do they want to stay unnamed?", "Yes, they want to stay unnamed")
        .await?;
    guide.look(browser).await?;
    browser
        .answer("Do they want to stay unnamed?", "No, they gave a name")
        .await?;
    guide.press(browser, "Continue").await?;
    guide.arrive(browser, "Who is it about?").await?;
    browser.answer("Who are they?", "A parent").await?;
    browser.write("Their name", family.parent).await?;
    browser.write("Phone (optional)", family.phone).await?;
    browser.write("The child’s name", family.child).await?;
    browser.write("Age in years (optional)", family.age).await?;
    browser
        .write("School, nursery or college (optional)", family.school)
        .await?;
    let asked = "Did they agree that their details may be kept?";
    browser.answer(asked, "No, do not keep a record").await?;
    guide.look(browser).await?;
    agreed_to_a_record(browser).await?;
    guide.press(browser, "Continue to the check").await?;
    guide.arrive(browser, "Can you take this case?").await?;
    browser
        .answer("Do you know anyone here, or have you any interest?", "No")
        .await
}

/// Fills in a contact with somebody, and what an agency said that may be told nothing.
async fn a_contact(guide: &Guide, browser: &Browser, with: &str, picture: (&str, &str, u32)) -> Outcome {
    guide.arrive(browser, "Add a contact").await?;
    browser.answer("Who was it with?", with).await?;
    browser.answer("How?", "Telephone or video call").await?;
    browser.press("Say this at the start").await?;
    browser
        .answer("Did you say at the start that we are impartial?", "Yes")
        .await?;
    browser
        .write(&format!("How do you know that {with} understood?"), "She said it back")
        .await?;
    browser
        .write(
            &format!("What {with} wants to happen (optional)"),
            "A bus that waits for him",
        )
        .await?;
    browser
        .write("Facts", "The letter about transport came on Friday.")
        .await?;
    browser
        .write("What they said, in their words (optional)", "He cannot walk that far")
        .await?;
    browser
        .write("What you think (optional)", "The school may not know of the change")
        .await?;
    browser
        .answer("Did an agency take part in this contact?", "Yes")
        .await?;
    let agency = browser.find(Role::Combobox, "Which agency?").await?;
    browser.fill_in(&agency, "The council").await?;
    browser
        .see("You do not have permission to talk to The council about this")
        .await?;
    browser
        .write("What they told you (optional)", "The bus of that school is full")
        .await?;
    let told = "Did you tell them that you pass on what they say to the service user?";
    browser.answer(told, "Yes").await?;
    guide.picture(browser, picture.0, picture.1, picture.2).await?;
    guide.press(browser, "Save contact").await?;
    guide.arrive(browser, "Timeline").await?;
    browser.see("Saved on this device at").await?;
    guide.look(browser).await
}

/// A permission, options with a decision, and the ways to mend an entry.
async fn the_rest_of_a_case(guide: &Guide, browser: &Browser, with: &str) -> Outcome {
    browser.press_containing("Correct this").await?;
    guide.arrive(browser, "Correct a contact").await?;
    turn_to(browser, "Permissions", "Permissions").await?;
    guide.press(browser, "Note a permission").await?;
    browser.answer("Who gave it?", with).await?;
    browser.write("Which agency may you talk to?", "The council").await?;
    browser
        .write("What exactly may you tell them?", "How far it is")
        .await?;
    browser.answer("How did they give it?", "Spoken").await?;
    browser
        .write("How do you know that they understood it?", "She said it back")
        .await?;
    browser.press("Save this permission").await?;
    browser.see("Holds now").await?;
    guide.look(browser).await?;

    turn_to(browser, "Summary", "Case summary").await?;
    guide.press(browser, "Explain options").await?;
    browser.wait_for_heading("Options").await?;
    browser.write("What is to be decided?", "Whether to appeal").await?;
    browser.answer("Whom did you explain it to?", with).await?;
    for (number, what) in [(1, "Ask for a review"), (2, "Doing nothing for now")] {
        for (question, answer) in [
            ("what could they do?", what),
            ("good points", "It is free"),
            ("bad points", "It takes weeks"),
        ] {
            browser.write(&format!("Option {number}: {question}"), answer).await?;
        }
    }
    browser.press("Save these options").await?;
    browser.find_containing(Role::Press, "Note what they decided").await?;
    guide.look(browser).await?;
    turn_to(browser, "Summary", "Case summary").await?;
    browser.see("Options and decisions").await?;
    guide.look(browser).await?;
    turn_to(browser, "Fairness", "Fairness").await?;
    guide.look(browser).await
}

#[test]
fn the_guide_for_officers_leads_from_a_call_to_a_closed_case() {
    follow("guide-officer", Setting::new(), async |stage| {
        let (guide, browser) = (Guide::open(OFFICER), &stage.browser);
        browser.pass_quickly();
        set_up(browser).await?;
        add_worker(browser, SAM, "Officer").await?;
        lock(browser).await?;
        guide.look(browser).await?;
        unlock(browser, SAM).await?;
        go_to(browser, "Team").await?;
        guide.arrive(browser, "Team: 2 people").await?;
        browser.press("What you declared").await?;
        guide.arrive(browser, SAM.name).await?;
        guide.press(browser, "Declare an interest").await?;
        let question = "What kind of interest is it?";
        browser
            .answer(question, "A post at a school, nursery or college")
            .await?;
        browser.write("Which post (optional)", "Governor").await?;
        browser
            .write("Name of the school, nursery or college", "Thornfield Academy")
            .await?;
        guide
            .picture(browser, "officer-declare", "What you declared", 690)
            .await?;
        browser.press("Declare this interest").await?;
        browser.see("Governor at Thornfield Academy").await?;

        a_call_comes(&guide, browser, HASSAN).await?;
        guide.picture(browser, "officer-check", "", 760).await?;
        guide.press(browser, "Open the case").await?;
        a_contact(&guide, browser, HASSAN.parent, ("officer-contact", "Impartiality", 700)).await?;
        the_rest_of_a_case(&guide, browser, HASSAN.parent).await?;

        turn_to(browser, "Close", "Close this case").await?;
        guide.picture(browser, "officer-close", "Close this case", 760).await?;
        fill_in_the_closing(browser, "The council looks again").await?;
        guide.press(browser, "Close this case").await?;
        guide.arrive(browser, "This case is closed").await?;
        go_to(browser, "Cases").await?;
        guide.arrive(browser, "Cases").await?;
        a_view_goes_out(&guide, browser).await?;
        guide.was_met(&[]);
        Ok(())
    });
}

/// A view is taken, sealed and passed on, and its giver gets a receipt.
async fn a_view_goes_out(guide: &Guide, browser: &Browser) -> Outcome {
    let view = "A parent or carer: Transport";
    go_to(browser, "Registers").await?;
    guide.press(browser, "Views").await?;
    browser.wait_for_heading("Views").await?;
    guide.press(browser, "Record a view").await?;
    browser.wait_for_heading("Record a view").await?;
    browser.write("The words", "The bus comes too early.").await?;
    browser.answer("Who gives this view?", "A parent or carer").await?;
    browser.answer("Did we ask for it?", "No, they offered it").await?;
    browser.answer("Themes", "Transport").await?;
    guide.press(browser, "Continue").await?;
    guide.arrive(browser, "The giver decides").await?;
    browser
        .answer("Does their name go with it?", "No, it goes without a name")
        .await?;
    for tick in SETTLED {
        browser.answer("Before it is sealed", tick).await?;
    }
    guide.press(browser, "Seal it").await?;
    guide.arrive(browser, view).await?;
    go_to(browser, "Registers").await?;
    browser.wait_for_heading("Registers").await?;
    browser.press("Views").await?;
    browser.wait_for_heading("Views").await?;
    guide.press(browser, "Pass views on").await?;
    browser.wait_for_heading("Pass views on").await?;
    browser.answer("Who are the views for?", "The council").await?;
    browser.write("Which post or body there?", "Head of SEND").await?;
    browser.answer("How are the views sent?", "By email").await?;
    browser.answer("Which views?", view).await?;
    guide.press(browser, "Make the file and note it").await?;
    browser.see("1 view went in and 1 came out").await?;
    go_to(browser, "Registers").await?;
    browser.wait_for_heading("Registers").await?;
    browser.press("Views").await?;
    browser.wait_for_heading("Views").await?;
    browser.press(view).await?;
    guide.arrive(browser, view).await?;
    guide.press(browser, "Receipt for the giver").await
}

/// The manager takes a call and gives the case to the volunteer.
async fn a_case_for_jo(browser: &Browser, family: Family) -> Outcome {
    super::case::somebody_telephones(browser).await?;
    super::case::write_down(browser, family).await?;
    super::case::open_it_for(browser, JO).await
}

#[test]
fn the_guide_for_volunteers_leads_to_the_question_and_past_it() {
    follow("guide-volunteer", Setting::new(), async |stage| {
        let (guide, browser) = (Guide::open(VOLUNTEER), &stage.browser);
        browser.pass_quickly();
        set_up(browser).await?;
        add_worker(browser, JO, "Volunteer").await?;
        a_case_for_jo(browser, HASSAN).await?;
        browser.wait_for_heading("Add a contact").await?;
        turn_to(browser, "Summary", "Case summary").await?;
        guide.look(browser).await?;
        a_case_for_jo(browser, ABBOTT).await?;
        browser.wait_for_heading("Add a contact").await?;
        lock(browser).await?;
        guide.look(browser).await?;
        unlock(browser, JO).await?;
        go_to(browser, "Team").await?;
        guide.arrive(browser, "Team: 2 people").await?;
        browser.press("What you declared").await?;
        guide.arrive(browser, JO.name).await?;
        guide.press(browser, "There is nothing to declare").await?;
        browser.see("Nothing to declare, as of").await?;

        go_to(browser, "Work").await?;
        guide.arrive(browser, "Work").await?;
        guide.picture(browser, "volunteer-work", "", 470).await?;
        browser.press_containing("Say whether you know them").await?;
        guide.arrive(browser, "Before you open this case").await?;
        guide.picture(browser, "volunteer-before", "", 715).await?;
        let question = "Do you know anyone here, or have you any interest?";
        let noah = browser.shows(ABBOTT.child).await?;
        browser.answer(question, "Yes").await?;
        browser.press("Continue").await?;
        guide.arrive(browser, "This case has been passed on").await?;
        browser.press("Go to your work").await?;
        browser.wait_for_heading("Work").await?;
        browser.press_containing("Say whether you know them").await?;
        browser.wait_for_heading("Before you open this case").await?;
        browser.answer(question, "No").await?;
        browser.press("Continue").await?;
        browser.wait_for_heading("Case summary").await?;
        turn_to(browser, "Timeline", "Timeline").await?;
        guide.press(browser, "Add a contact").await?;
        let left = if noah { HASSAN } else { ABBOTT };
        a_contact(
            &guide,
            browser,
            left.parent,
            ("volunteer-contact", "What happened", 600),
        )
        .await?;
        turn_to(browser, "Fairness", "Fairness").await?;
        guide.look(browser).await?;
        guide.was_met(&[]);
        Ok(())
    });
}

#[test]
fn sps_19_the_guide_for_the_chair_leads_to_what_families_read() {
    follow(
        "guide-chair",
        Setting::new().with_service(&service_with_a_key()),
        async |stage| {
            let (guide, browser) = (Guide::open(CHAIR), &stage.browser);
            browser.open("index.html").await?;
            guide.look(browser).await?;
            browser.press_containing("How we stay fair").await?;
            guide.arrive(browser, "How we stay fair").await?;
            guide
                .picture(browser, "chair-fair", "When we last looked at this", 300)
                .await?;
            browser.back().await?;
            browser
                .wait_for_heading("Help with special educational needs and disabilities")
                .await?;
            browser.press_containing("Tell us if we were not fair").await?;
            guide.arrive(browser, "Tell us if we were not fair").await?;
            browser.see("The Chair of the Advisory Group").await?;
            guide.picture(browser, "chair-challenge", "", 630).await?;
            // These stand in the manager's workspace, which the Chair asks about.
            guide.was_met(&["Fairness", "Team", "Timeline", "Compliance", "What became of views"]);
            Ok(())
        },
    );
}
