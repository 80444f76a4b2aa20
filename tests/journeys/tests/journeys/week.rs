//! An ordinary week: what goes wrong, comes twice, changes hands, is taken back, and must not be seen.

use journeys::{Browser, Outcome, Role, Setting, Stage, journey_with};

use super::{
    case::{
        Family, agreed_to_a_record, begin_a_contact, bring_it_in_for, close, knows_nobody, list_cases, open_it_for,
        paste_into_the_inbox, save_the_contact, show_those, somebody_telephones, stated, turn_to, write_down,
    },
    form::{Asking, Form, service_with_a_key},
    workspace::{PRIYA, SAM, add_worker, change_to, go_to, make_the_inbox_key, set_up},
};

pub(super) const PARENT: &str = "Kelly-Anne Braithwaite";
const CALLER: Family = Family {
    parent: "Amina Hassan",
    phone: "01632 960321",
    child: "Yusuf",
    age: "7",
    school: "Alder Bank Primary School",
};
const SCHOOL: &str = "Hollin Beck Primary School";
const AGREED: &str = "That he was off school in May";

/// The same answers, locked twice: a family that sends its request again.
async fn ask_twice(stage: &Stage) -> Result<[String; 2], journeys::Fault> {
    let browser = stage.another_browser().await?;
    browser.pass_quickly();
    let form = Form::parent();
    let asking = Asking {
        browser: &browser,
        form: &form,
    };
    browser.open("index.html").await?;
    asking.to_the_answers().await?;
    let first = asking.lock_and_copy().await?;
    browser.back().await?;
    browser
        .wait_for_heading("Check your answers before you lock them")
        .await?;
    let second = asking.lock_and_copy().await?;
    assert_ne!(first, second);
    Ok([first, second])
}

/// Sam knows the parent, and says so.
pub(super) async fn sam_declares(browser: &Browser) -> Outcome {
    go_to(browser, "Team").await?;
    browser.arrive("Team: 2 people").await?;
    browser.press("What you declared").await?;
    browser.arrive(SAM.name).await?;
    browser.press("Declare an interest").await?;
    let question = "What kind of interest is it?";
    browser
        .answer(question, "A friend, neighbour, colleague or somebody else they know")
        .await?;
    browser.write("Name", PARENT).await?;
    browser.write("Telephone (optional)", "07700 900611").await?;
    browser.judge("an interest").await?;
    browser.press("Declare this interest").await?;
    browser.see("Saved on this device at").await?;
    browser.see(PARENT).await
}

async fn a_wrong_entry_is_corrected(browser: &Browser) -> Outcome {
    begin_a_contact(browser, PARENT).await?;
    stated(browser, PARENT).await?;
    browser.write("Facts", "The meeting is on Tuesday.").await?;
    browser.answer("Did an agency take part in this contact?", "No").await?;
    save_the_contact(browser).await?;
    browser.press_containing("Correct this").await?;
    browser.arrive("Correct a contact").await?;
    browser.write("What was wrong before?", "The wrong day").await?;
    browser.write("Facts", "The meeting is on Wednesday.").await?;
    browser.press("Save correction").await?;
    browser.wait_for_heading("Timeline").await?;
    browser.see("The meeting is on Wednesday.").await?;
    browser.see("Corrected").await?;
    browser.miss("The meeting is on Tuesday.").await?;
    browser.press_containing("What it said before").await?;
    browser.see("The meeting is on Tuesday.").await?;
    browser.see("The wrong day").await?;
    browser.judge("a corrected contact").await
}

async fn the_same_request_comes_again(browser: &Browser, locked: &str) -> Outcome {
    paste_into_the_inbox(browser, locked).await?;
    browser.see("There may be a case about the same child").await?;
    browser
        .answer_containing("Is it the same request as one that is here?", "Yes, add it to")
        .await?;
    browser.press("Bring it in").await?;
    browser.arrive("Added to a case").await?;
    browser.press("Back to the inbox").await?;
    browser.wait_for_heading("Bring in a request for help").await?;
    browser.write("Or a message", locked).await?;
    browser.press("Open the message").await?;
    browser.see("This file is here already.").await?;
    browser.judge("a file that is here already").await
}

async fn a_sister_comes_too(browser: &Browser) -> Outcome {
    browser.press("Start a brother’s or sister’s case").await?;
    browser.arrive("A brother’s or sister’s case").await?;
    browser.miss("Do they want to stay unnamed?").await?;
    browser.answer("How did they get in touch?", "By telephone").await?;
    browser.press("Continue").await?;
    browser.arrive("Who is it about?").await?;
    assert_eq!(browser.written("Their name").await?, PARENT);
    browser.write("The child’s name", "Ivy").await?;
    browser.write("Age in years (optional)", "6").await?;
    if browser
        .has(Role::Group, "Did they agree that their details may be kept?")
        .await?
    {
        agreed_to_a_record(browser).await?;
    }
    browser.press("Continue to the check").await?;
    browser.arrive("Can you take this case?").await?;
    open_it_for(browser, PRIYA).await?;
    browser.arrive("Add a contact").await?;
    turn_to(browser, "Summary", "Case summary").await?;
    browser.see("Ivy").await?;
    browser.press_containing("A brother’s or sister’s case (").await?;
    browser.see("Jayden").await?;
    browser.wait_for_heading("Case summary").await
}

/// Talks to the school under what the page offers for it.
async fn begin_to_talk_to_the_school(browser: &Browser) -> Outcome {
    turn_to(browser, "Summary", "Case summary").await?;
    begin_a_contact(browser, PARENT).await?;
    stated(browser, PARENT).await?;
    browser.write("Facts", "The school telephoned.").await?;
    browser
        .answer("Did an agency take part in this contact?", "Yes")
        .await?;
    let field = browser.find(Role::Combobox, "Which agency?").await?;
    browser.fill_in(&field, SCHOOL).await
}

async fn sign(browser: &Browser) -> Outcome {
    let field = browser.find(Role::Image, "Nothing is drawn yet").await?;
    browser.draw_across(&field).await?;
    browser.find(Role::Image, "A signature").await.map(drop)
}

async fn a_permission_is_given_and_taken_back(browser: &Browser) -> Outcome {
    turn_to(browser, "Permissions", "Permissions").await?;
    browser.press("Note a permission").await?;
    browser.answer("Who gave it?", PARENT).await?;
    browser.write("Which agency may you talk to?", SCHOOL).await?;
    browser.write("What exactly may you tell them?", AGREED).await?;
    browser.answer("How did they give it?", "Signed on this screen").await?;
    browser
        .write("How do you know that they understood it?", "She said it back")
        .await?;
    browser.see("It holds until I take it back.").await?;
    browser.press("Save this permission").await?;
    browser.see("Let them sign, or type their name").await?;
    // By keys alone: from the summary to the field, and on to the box for those who cannot draw.
    browser.tab(false).await?;
    browser.keys("\u{e007}").await?;
    browser.tab(false).await?;
    browser.tab(false).await?;
    assert_eq!(browser.focused().await?.1, "Or type their full name (optional)");
    browser.keys(PARENT).await?;
    browser.judge("a permission signed by keys").await?;
    // Nobody has signed what is changed afterwards.
    browser.write("What for? (optional)", "so that they are ready").await?;
    browser.see("so the signature was taken away").await?;
    sign(browser).await?;
    browser.judge("a permission").await?;
    browser.press("Save this permission").await?;
    browser.see("Holds now").await?;
    browser.press("What was signed").await?;
    browser.see("It is for this: so that they are ready.").await?;
    browser.find(Role::Image, "A signature").await?;

    begin_to_talk_to_the_school(browser).await?;
    browser
        .answer("What did you say, and which permission covers it?", AGREED)
        .await?;
    browser.write("What you told them", "He was off in May").await?;
    browser
        .answer(
            "Did you tell them that you pass on what they say to the service user?",
            "Yes",
        )
        .await?;
    browser.judge("a talk with an agency").await?;
    save_the_contact(browser).await?;

    turn_to(browser, "Permissions", "Permissions").await?;
    browser.press_containing("Take back").await?;
    browser.see("Taken back on").await?;
    begin_to_talk_to_the_school(browser).await?;
    browser
        .see(&format!("You do not have permission to talk to {SCHOOL} about this"))
        .await?;
    assert!(
        !browser.has(Role::Textbox, "What you told them").await?,
        "what was told can still be written"
    );
    browser.judge("a talk that is stopped").await
}

async fn a_case_changes_hands(browser: &Browser) -> Outcome {
    somebody_telephones(browser).await?;
    write_down(browser, CALLER).await?;
    open_it_for(browser, PRIYA).await?;
    browser.arrive("Add a contact").await?;
    turn_to(browser, "Summary", "Case summary").await?;
    browser.press("Give to another worker").await?;
    browser.arrive("Give this case to a worker").await?;
    browser.answer_containing("Who will have this case?", SAM.name).await?;
    browser
        .write("What does the next worker need to know? (optional)", "She works nights")
        .await?;
    browser.press("Give the case").await?;
    browser.see("Saved on this device at").await
}

async fn sam_takes_over(browser: &Browser) -> Outcome {
    go_to(browser, "Work").await?;
    browser.wait_for_heading("Work").await?;
    browser.press_containing("Say whether you know them").await?;
    browser.arrive("Before you open this case").await?;
    browser.miss("She works nights").await?;
    knows_nobody(browser).await?;
    browser.press("Continue").await?;
    browser.wait_for_heading("Case summary").await?;
    turn_to(browser, "Timeline", "Timeline").await?;
    browser.see("She works nights").await
}

/// Neither the list, nor its count, nor the search, nor an address tells Sam of the family they know.
async fn sam_finds_no_trace(browser: &Browser, walled: &str) -> Outcome {
    list_cases(browser).await?;
    show_those(browser, "All").await?;
    browser.see("1 case").await?;
    for word in ["braithwaite", "jayden", "07700 900611", "hollin"] {
        browser.write("Find a case", word).await?;
        browser.see(&format!("0 results for ‘{word}’ in all cases")).await?;
    }
    browser.judge("a search without results").await?;
    for place in ["Work", "Inbox", "Settings"] {
        go_to(browser, place).await?;
        browser.find_containing(Role::Heading, "").await?;
        browser.miss("Braithwaite").await?;
        browser.miss("Jayden").await?;
    }
    browser
        .run::<bool>("location.hash = arguments[0]; return true", vec![walled.into()])
        .await?;
    browser.arrive("There is no such case here").await?;
    browser.miss("Braithwaite").await
}

async fn an_ordinary_week(stage: &Stage) -> Outcome {
    let browser = &stage.browser;
    browser.pass_quickly();
    set_up(browser).await?;
    let (service, _) = make_the_inbox_key(browser).await?;
    stage.site.replace("service.json", service.to_string().as_bytes())?;
    browser.look_closely();
    add_worker(browser, SAM, "Officer").await?;
    change_to(browser, SAM).await?;
    sam_declares(browser).await?;
    change_to(browser, PRIYA).await?;
    let [first, again] = ask_twice(stage).await?;

    paste_into_the_inbox(browser, &first).await?;
    browser.see("Who cannot take it").await?;
    bring_it_in_for(browser, PRIYA).await?;
    browser.wait_for_heading("Case summary").await?;
    let address = browser.address().await?;
    let walled = format!("#{}", address.split_once('#').map_or("", |(_, after)| after));

    a_wrong_entry_is_corrected(browser).await?;
    the_same_request_comes_again(browser, &again).await?;
    browser
        .run::<bool>("location.hash = arguments[0]; return true", vec![walled.clone().into()])
        .await?;
    browser.wait_for_heading("Case summary").await?;
    a_sister_comes_too(browser).await?;
    a_permission_is_given_and_taken_back(browser).await?;
    a_case_changes_hands(browser).await?;

    change_to(browser, SAM).await?;
    sam_takes_over(browser).await?;
    close(browser, "She wrote to the council").await?;
    browser
        .write("Why does this case open again?", "She phoned again")
        .await?;
    browser.press("Open this case again").await?;
    browser.arrive("Close this case").await?;
    sam_finds_no_trace(browser, &walled).await
}

#[test]
fn an_ordinary_week_goes_right() {
    journey_with(
        "week",
        &Setting::new().with_service(&service_with_a_key()),
        an_ordinary_week,
    );
}
