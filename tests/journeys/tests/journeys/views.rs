//! A view from receipt to pack: the giver settles it, nothing can change it, it goes out byte for byte, it is answered, and whoever is
//! not let read it sees no word of it (LEI-32, LEI-36, CAM-13).

use std::{fs, path::Path};

use journeys::{Browser, Fault, Kind, Outcome, Stage, journey, look::Look};

use super::registers::{fits_the_narrowest_screen, open_register, write_day};
use super::workspace::{PRIYA, SAM, add_worker, change_to, go_to, set_up_under};

const SPOKEN: &str = "Jayden waited a year for a taxi. Ring 07700 900611.";
/// Breaks of lines as a letter has them, two forms of one letter, another direction, spaces at the end.
const WRITTEN: &str = "Czekali\u{15b}my rok.\r\n\r\n  \u{201e}Nikt\u{201d} \u{2013} cafe\u{301}, caf\u{e9}, \u{645}\u{631}\u{62d}\u{628}\u{627} \u{1f44d}  \r\n";
const REQUEST: &str = "School transport consultation";
const FIRST: &str = "A parent or carer: School transport consultation";
const YOUNG: &str = "A young person";
const SECOND: &str = "A young person: Transport; being told and being heard";
pub(super) const SETTLED: [&str; 2] = [
    "They were shown or told what could tell others who they are",
    "They say that these are the words to pass on",
];

async fn open_views(browser: &Browser) -> Outcome {
    go_to(browser, "Registers").await?;
    browser.wait_for_heading("Registers").await?;
    browser.press("Views").await?;
    browser.wait_for_heading("Views").await
}

fn file(name: &str, bytes: &[u8]) -> Result<std::path::PathBuf, Fault> {
    let path = std::env::temp_dir().join(format!("{name}-{}.txt", std::process::id()));
    fs::write(&path, bytes).map_err(|reason| Fault::File {
        path: path.display().to_string(),
        reason,
    })?;
    Ok(path)
}

fn read(path: &Path) -> Result<Vec<u8>, Fault> {
    fs::read(path).map_err(|reason| Fault::File {
        path: path.display().to_string(),
        reason,
    })
}

async fn settle(browser: &Browser) -> Outcome {
    browser.press("Continue").await?;
    browser.wait_for_heading("The giver decides").await
}

/// The giver settles a view that goes without a name, and it is sealed.
async fn seal_without_a_name(browser: &Browser) -> Outcome {
    settle(browser).await?;
    browser
        .answer("Does their name go with it?", "No, it goes without a name")
        .await?;
    for tick in SETTLED {
        browser.answer("Before it is sealed", tick).await?;
    }
    browser.press("Seal it").await
}

async fn the_giver_decides(browser: &Browser) -> Outcome {
    browser.judge("no views yet").await?;
    browser.press("Record a view").await?;
    browser.arrive("Record a view").await?;
    browser.press("Continue").await?;
    browser.see("Enter the words, as they are given").await?;
    browser.see("Choose an answer to “Who gives this view?”").await?;
    browser.judge("a view without words").await?;
    browser.write("The words", SPOKEN).await?;
    browser.answer("Who gives this view?", "A parent or carer").await?;
    browser.answer("Did we ask for it?", "Yes, we asked").await?;
    browser.write("What is it about? (optional)", REQUEST).await?;
    browser.answer("Themes", "Transport").await?;
    fits_the_narrowest_screen(browser).await?;
    settle(browser).await?;
    // It is shown, and the words stay as they are: what becomes of it is the giver's.
    browser.see("This may tell others who they are").await?;
    browser.see(&format!("About: {REQUEST}")).await?;
    browser.see("A name, perhaps: Jayden").await?;
    browser.see("A telephone or another number: 07700 900611").await?;
    browser.judge("what may tell who they are").await?;
    fits_the_narrowest_screen(browser).await?;
    browser.press("Change the words").await?;
    browser.wait_for_heading("Record a view").await?;
    browser.write("The words", "Jayden waited a year for a taxi.").await?;
    settle(browser).await?;
    browser.miss("07700 900611").await?;
    browser.press("Seal it").await?;
    browser.see("Choose an answer to “Does their name go with it?”").await?;
    browser.see("Tick each of these").await?;
    browser
        .answer("Does their name go with it?", "Yes, with their name")
        .await?;
    browser.write("The name that goes with it", "Odile Farrant").await?;
    for tick in SETTLED {
        browser.answer("Before it is sealed", tick).await?;
    }
    browser.judge("before it is sealed").await?;
    browser.press("Seal it").await?;
    browser.wait_for_heading(FIRST).await?;
    browser.see("Word for word, as it was sealed on").await?;
    browser.see("Jayden waited a year for a taxi.").await?;
    browser.judge("a sealed view").await?;
    fits_the_narrowest_screen(browser).await?;
    // Nothing on the page can be written in.
    let script = "return document.querySelectorAll('main textarea, main input, main [contenteditable]').length";
    assert_eq!(
        browser.run::<u64>(script, Vec::new()).await?,
        0,
        "a sealed view has no box"
    );
    Ok(())
}

async fn a_letter_is_kept_byte_for_byte(browser: &Browser) -> Outcome {
    let letter = file("letter", WRITTEN.as_bytes())?;
    open_views(browser).await?;
    browser.press("Record a view").await?;
    browser.wait_for_heading("Record a view").await?;
    browser
        .hand_over("Or take the words from a text file (optional)", &letter)
        .await?;
    browser.wait_until_written("The words", "Czekali").await?;
    browser.answer("Who gives this view?", YOUNG).await?;
    browser.answer("Did we ask for it?", "No, they offered it").await?;
    browser.answer("Themes", "Transport").await?;
    browser.write("In which language is it? (optional)", "Polish").await?;
    seal_without_a_name(browser).await?;
    browser.wait_for_heading("A young person: Transport").await?;
    browser.press("Attach a translation").await?;
    browser.press("Attach it").await?;
    browser.see("Enter the words, as they are given").await?;
    browser.judge("a translation without words").await?;
    browser.write("The translation", "We waited a year.").await?;
    browser.write("Into which language?", "English").await?;
    browser.write("Who translated it?", "Nadia, interpreter").await?;
    browser.press("Attach it").await?;
    browser
        .see("A translation, not their own words: into English, by Nadia, interpreter")
        .await?;
    browser.press("Correct the themes").await?;
    browser.answer("Themes", "Being told and being heard").await?;
    browser.judge("other themes").await?;
    browser.press("Save the themes").await?;
    browser.see("Before: Transport.").await?;
    browser.wait_for_heading(SECOND).await?;
    browser.judge("a view with a translation").await?;
    let _ = fs::remove_file(letter);
    Ok(())
}

async fn they_go_out(browser: &Browser) -> Result<std::path::PathBuf, Fault> {
    open_views(browser).await?;
    browser.see("Waiting to be passed on").await?;
    browser.judge("views that wait").await?;
    fits_the_narrowest_screen(browser).await?;
    browser.press("Pass views on").await?;
    browser.arrive("Pass views on").await?;
    browser.answer("Who are the views for?", "The council").await?;
    browser.write("Which post or body there?", "Head of SEND").await?;
    browser.answer("How are the views sent?", "By email").await?;
    browser.press("Make the file and note it").await?;
    browser.see("Choose at least one view").await?;
    browser.answer("Which views?", FIRST).await?;
    browser.answer("Which views?", SECOND).await?;
    browser.see("2 views go in, and 2 have to come out.").await?;
    browser.judge("views to pass on").await?;
    fits_the_narrowest_screen(browser).await?;
    browser.press("Make the file and note it").await?;
    browser
        .see("2 views went in and 2 came out, each exactly as it was given")
        .await?;
    browser.judge("views that went out").await?;
    let path = browser.saved_file().await?;
    let pack = read(&path)?;
    let holds = |words: &[u8]| pack.windows(words.len()).any(|some| some == words);
    assert!(holds(WRITTEN.as_bytes()), "the letter is not in the file as it was");
    assert!(holds(b"Jayden waited a year for a taxi.\n----- end "));
    assert!(holds(
        b"TRANSLATION, not their own words: into English, by Nadia, interpreter"
    ));
    assert!(holds("Name: Odile Farrant".as_bytes()) && holds("They go without a name".as_bytes()));
    Ok(path)
}

async fn a_tampered_text_is_named(browser: &Browser, pack: &Path) -> Outcome {
    open_views(browser).await?;
    browser.press("Check a file of views").await?;
    browser.arrive("Check a file of views").await?;
    browser.hand_over("The file of views", pack).await?;
    browser.see("Every view is as it was sealed").await?;
    browser.judge("a pack that is as it was sealed").await?;
    let words = String::from_utf8_lossy(&read(pack)?).replace("a year for a taxi", "a week for a taxi");
    let altered = file("altered", words.as_bytes())?;
    browser.hand_over("The file of views", &altered).await?;
    browser.see("Not every view is as it was sealed").await?;
    browser.see("Altered").await?;
    browser.judge("a pack that was altered").await?;
    fits_the_narrowest_screen(browser).await?;
    let other = file("other", b"Dear all")?;
    browser.hand_over("The file of views", &other).await?;
    browser.see("This file holds no views").await?;
    let _ = (fs::remove_file(altered), fs::remove_file(other));
    Ok(())
}

async fn they_are_answered(browser: &Browser) -> Outcome {
    open_register(browser, "Views passed on").await?;
    browser.press_containing("Head of SEND").await?;
    browser.see("Fingerprint of the file").await?;
    browser.judge("what was noted of a pack").await?;
    browser.miss("Strike out").await?;
    browser.press("Note an answer").await?;
    browser.wait_for_heading("Add an answer to views").await?;
    let script = "const list = [...document.querySelectorAll('main option')].find(one => one.textContent.startsWith('Head of SEND')); return list.textContent";
    let pack: String = browser.run(script, Vec::new()).await?;
    browser.select("Which views is this about?", &pack).await?;
    write_day(browser, "When did they answer, or when did we stop waiting?", 0).await?;
    browser.answer("On which themes? (optional)", "Transport").await?;
    browser.answer("What came of the views?", "Something changed").await?;
    browser.press("Save").await?;
    browser.see("Enter what changed or will change").await?;
    browser
        .write("What changed or will change?", "A second bus from January")
        .await?;
    browser.press("Save").await?;
    browser.wait_for_heading("Answers to views").await?;
    open_views(browser).await?;
    browser.see("Answered").await?;
    browser.press("What became of views").await?;
    browser.arrive("What became of views").await?;
    browser.see("A second bus from January").await?;
    browser.miss("Jayden").await?;
    browser.miss("Odile").await?;
    fits_the_narrowest_screen(browser).await?;
    open_views(browser).await?;
    browser.press(FIRST).await?;
    browser.wait_for_heading(FIRST).await?;
    browser.press("Receipt for the giver").await?;
    browser.arrive("Receipt for the giver").await?;
    browser.see("The council: Head of SEND, by email").await?;
    browser.see("Head of SEND, ").await?;
    browser.see("A second bus from January").await?;
    browser.miss("Jayden").await?;
    fits_the_narrowest_screen(browser).await?;
    on_paper_and_in_the_dark(browser).await
}

/// The receipt stands alone on paper, and what a view became can be read in the dark. Chromium alone can be told to be so.
async fn on_paper_and_in_the_dark(browser: &Browser) -> Outcome {
    if browser.kind() != Kind::Chromium {
        return Ok(());
    }
    let paper = Look {
        print: true,
        ..Look::default()
    };
    browser.look(paper).await?;
    browser.see("Your view was passed on").await?;
    browser.miss("It carries no name").await?;
    browser.miss("Print the receipt").await?;
    let dark = Look {
        dark: true,
        ..Look::default()
    };
    browser.look(dark).await?;
    browser.press("The view").await?;
    browser.wait_for_heading(FIRST).await?;
    browser.judge("a view in the dark").await?;
    browser.look(Look::default()).await
}

/// What is taken back before it went out is erased, and that it was taken back stays.
async fn a_view_is_taken_back(browser: &Browser) -> Outcome {
    open_views(browser).await?;
    browser.press("Record a view").await?;
    browser.wait_for_heading("Record a view").await?;
    browser.write("The words", "Nobody rang us back.").await?;
    browser.answer("Who gives this view?", "A parent or carer").await?;
    browser.answer("Did we ask for it?", "No, they offered it").await?;
    browser.answer("Themes", "This service").await?;
    seal_without_a_name(browser).await?;
    browser.wait_for_heading("A parent or carer: This service").await?;
    browser.see("Nobody rang us back.").await?;
    browser.press("They take it back").await?;
    browser
        .see("The words and translations are erased here for good.")
        .await?;
    browser.judge("before a view is taken back").await?;
    fits_the_narrowest_screen(browser).await?;
    browser.press("Erase it and note that they took it back").await?;
    browser.see("The words were erased").await?;
    browser.miss("Nobody rang us back.").await?;
    browser.see("Taken back by the giver on").await?;
    browser.miss("Let a colleague read it").await?;
    browser.judge("a view that was taken back").await?;
    fits_the_narrowest_screen(browser).await
}

/// Sam was not let read anything: how many went to whom is all that he sees.
async fn nobody_reads_it_through_their_post(browser: &Browser) -> Outcome {
    change_to(browser, SAM).await?;
    open_views(browser).await?;
    browser.see("No views yet").await?;
    browser.miss(REQUEST).await?;
    open_register(browser, "Views passed on").await?;
    browser.press_containing("Head of SEND").await?;
    browser.press("Save the file again").await?;
    browser.see("Some views in this file are not for you to read.").await?;
    browser.miss("Odile").await?;
    change_to(browser, PRIYA).await?;
    open_views(browser).await?;
    browser.press(SECOND).await?;
    browser.wait_for_heading(SECOND).await?;
    browser.select("Let a colleague read it", SAM.name).await?;
    browser.press("Let them read it").await?;
    browser.see("Saved on this device at").await?;
    change_to(browser, SAM).await?;
    open_views(browser).await?;
    browser.press(SECOND).await?;
    browser.see("Czekali").await
}

async fn walk(stage: &Stage) -> Outcome {
    let browser = &stage.browser;
    browser.pass_quickly();
    set_up_under(browser, "SENDIASS Leicester").await?;
    add_worker(browser, SAM, "Officer").await?;
    open_views(browser).await?;
    browser.look_closely();
    the_giver_decides(browser).await?;
    a_letter_is_kept_byte_for_byte(browser).await?;
    let pack = they_go_out(browser).await?;
    a_tampered_text_is_named(browser, &pack).await?;
    they_are_answered(browser).await?;
    a_view_is_taken_back(browser).await?;
    browser.pass_quickly();
    nobody_reads_it_through_their_post(browser).await
}

#[test]
fn lei_32_lei_36_cam_13_a_view_goes_out_as_it_was_given_and_is_answered() {
    journey("views", walk);
}
