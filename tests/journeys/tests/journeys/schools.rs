//! The national register of schools: brought in piece by piece, chosen by a few letters, and found by the conflict check where a trust ties
//! two schools together (SPS-14). Then an interest that is declared later walls off a running case (SPS-15).

use std::fs;

use journeys::{Browser, Fault, Outcome, Stage, journey};
use thirtyfour::Key;

use super::{
    case::{agreed_to_a_record, knows_nobody, somebody_telephones},
    registers::fits_the_narrowest_screen,
    workspace::{PRIYA, SAM, add_worker, change_to, go_to, set_up},
};

const FILE: &str = "\"URN\",\"EstablishmentName\",\"EstablishmentStatus (name)\",\"PhaseOfEducation (name)\",\"Trusts (name)\",\"LA (name)\"\r\n\
                    900101,\"Alder Bank Primary School\",Open,Primary,\"Vale Learning Trust\",\"Calder Vale\"\r\n\
                    900102,\"Troutbeck Gate School\",Open,Secondary,\"Vale Learning Trust\",\"Calder Vale\"\r\n\
                    900103,\"Saint Jos\u{e9}\u{2019}s School\",Open,Primary,,\"Calder Vale\"\r\n\
                    900104,\"Closed School\",Closed,Primary,,\"Calder Vale\"\r\n\
                    900105,\"Far School\",Open,Primary,,\"Herefordshire, County of\"\r\n\
                    none,\"No Number School\",Open,Primary,,\"Calder Vale\"\r\n";
const LINKS: &str = "URN,LinkURN,LinkName,LinkType\r\n900101,800001,Alder Bank Infants,Predecessor\r\n";
const PHONE: &str = "01632 960321";
const SCHOOL: &str = "Name of the school, nursery or college";

/// A file as the register gives it out: in Windows-1252.
fn file(name: &str, text: &str) -> Result<std::path::PathBuf, Fault> {
    let path = std::env::temp_dir().join(format!("{name}-{}.csv", std::process::id()));
    let byte = |letter: char| match letter {
        '\u{2019}' => 0x92,
        other => u8::try_from(u32::from(other)).unwrap_or(b'?'),
    };
    let bytes: Vec<u8> = text.chars().map(byte).collect();
    fs::write(&path, bytes).map_err(|reason| Fault::File {
        path: path.display().to_string(),
        reason,
    })?;
    Ok(path)
}

async fn the_register_is_brought_in(browser: &Browser) -> Outcome {
    let (schools, links) = (file("edubasealldata", FILE)?, file("links_edubasealldata", LINKS)?);
    go_to(browser, "Registers").await?;
    browser.arrive("Registers").await?;
    browser.press("Schools").await?;
    browser.arrive("Schools").await?;
    browser.see("No schools are kept yet.").await?;
    browser.hand_over("The files of the register", &schools).await?;
    browser.see("Enter at least one area").await?;
    browser.judge("schools without an area").await?;
    browser.write("Local authorities or districts", "Calder Valley").await?;
    browser.hand_over("The files of the register", &schools).await?;
    browser.see("No open school lies in these areas.").await?;
    browser.write("Local authorities or districts", "Calder Vale").await?;
    browser.hand_over("The files of the register", &schools).await?;
    browser.see("Schools kept: 3.").await?;
    browser.see("Left out: 1 in other areas, 1 that are closed.").await?;
    browser.see("Row 7: the number (URN) is missing.").await?;
    browser.judge("schools that were brought in").await?;
    fits_the_narrowest_screen(browser).await?;
    browser.hand_over("The files of the register", &links).await?;
    browser.see("Links to earlier and later schools kept: 1.").await?;
    browser.see("3 schools from Calder Vale").await?;
    // Files of the journey's own: where they cannot be taken away, the system does it.
    let _ = (fs::remove_file(schools), fs::remove_file(links));
    Ok(())
}

/// A school is found by a part of its name, and chosen with the keys alone.
async fn choose(browser: &Browser, field: &str, typed: &str, wanted: &str) -> Outcome {
    browser.write(field, typed).await?;
    browser.see(wanted).await?;
    browser.keys(Key::Down).await?;
    browser.keys(Key::Enter).await?;
    browser.wait_until_written(field, wanted).await
}

async fn sam_is_a_trustee(browser: &Browser) -> Outcome {
    change_to(browser, SAM).await?;
    go_to(browser, "Team").await?;
    browser.press("What you declared").await?;
    browser.arrive(SAM.name).await?;
    browser.press("Declare an interest").await?;
    browser
        .answer("What kind of interest is it?", "A post at a school, nursery or college")
        .await?;
    browser.write("Which post (optional)", "trustee").await?;
    browser.write(SCHOOL, "jos").await?;
    browser.see("Saint José’s School").await?;
    browser.judge("schools to choose from").await?;
    choose(browser, SCHOOL, "alder", "Alder Bank Primary School").await?;
    browser.press("Declare this interest").await?;
    browser.see("Saved on this device at").await?;
    browser.see("URN 900101").await
}

/// A call of a family whose child goes to another school of the trust.
async fn a_call(browser: &Browser, school: Option<&str>) -> Outcome {
    somebody_telephones(browser).await?;
    browser.answer("Who are they?", "A parent").await?;
    browser.write("Their name", "Amina Hassan").await?;
    browser.write("Phone (optional)", PHONE).await?;
    browser.write("The child’s name", "Yusuf").await?;
    if let Some(school) = school {
        choose(browser, "School, nursery or college (optional)", "trout", school).await?;
    }
    agreed_to_a_record(browser).await?;
    browser
        .answer("Did you tell them how they can see their record?", "Not yet")
        .await?;
    browser.press("Continue to the check").await?;
    browser.wait_for_heading("Can you take this case?").await
}

async fn a_trust_ties_two_schools_together(browser: &Browser) -> Outcome {
    a_call(browser, Some("Troutbeck Gate School")).await?;
    browser.see("a school of Vale Learning Trust").await?;
    browser.see("SPS-14").await?;
    browser.judge("a check that a trust decides").await
}

/// Sam has a case of a family, and finds out later that he knows them.
async fn a_running_case_is_walled_off(browser: &Browser) -> Outcome {
    change_to(browser, PRIYA).await?;
    a_call(browser, None).await?;
    knows_nobody(browser).await?;
    browser.answer_containing("Who will have this case?", SAM.name).await?;
    browser.press("Open the case").await?;
    browser.wait_for_heading("Add a contact").await?;
    let address = browser.address().await?;
    let (_, place) = address.split_once('#').unwrap_or_default();
    let place = format!("workspace.html#{}", place.replace("/contact", "/summary"));
    change_to(browser, SAM).await?;
    browser.open(&place).await?;
    browser.press("Answer the question").await?;
    knows_nobody(browser).await?;
    browser.press("Continue").await?;
    browser.wait_for_heading("Case summary").await?;
    go_to(browser, "Team").await?;
    browser.press("What you declared").await?;
    browser.press("Declare an interest").await?;
    browser
        .answer(
            "What kind of interest is it?",
            "A friend, neighbour, colleague or somebody else they know",
        )
        .await?;
    browser.write("Name", "Amina Hassan").await?;
    browser.write("Telephone (optional)", PHONE).await?;
    browser.press("Declare this interest").await?;
    browser.see("Saved on this device at").await?;
    go_to(browser, "Cases").await?;
    browser.miss("Yusuf").await?;
    browser.open(&place).await?;
    browser.arrive("This case has been passed on").await?;
    browser.miss("Yusuf").await?;
    browser.miss("Amina").await?;
    // Whoever manages the service finds somebody else.
    change_to(browser, PRIYA).await?;
    go_to(browser, "Work").await?;
    browser.press_containing("Give the case to a worker").await?;
    browser.arrive("Give this case to a worker").await
}

async fn by_number_and_by_trust(stage: &Stage) -> Outcome {
    let browser = &stage.browser;
    browser.pass_quickly();
    set_up(browser).await?;
    add_worker(browser, SAM, "Officer").await?;
    browser.look_closely();
    the_register_is_brought_in(browser).await?;
    sam_is_a_trustee(browser).await?;
    a_trust_ties_two_schools_together(browser).await?;
    browser.pass_quickly();
    a_running_case_is_walled_off(browser).await
}

#[test]
fn sps_14_sps_15_a_school_of_the_register_and_an_interest_declared_later_wall_off_a_case() {
    journey("schools", by_number_and_by_trust);
}
