//! The same call under each of the five policies: whom a conflict bars, who may allow it, and what is asked on the way to closing.

use journeys::{Browser, ChromiumAlone, Outcome, Role, Setting, Stage, journey, journey_with};

use super::{
    case::{
        Family, close, explain_and_decide, knows_nobody, list_cases, save_the_contact, show_those, somebody_telephones,
        stated, turn_to, write_down,
    },
    policy::{change_it_today, open_policy},
    week::{PARENT, sam_declares},
    workspace::{PRIYA, SAM, Worker, add_worker, change_to, go_to, set_up_under},
};

const FAMILY: Family = Family {
    parent: PARENT,
    phone: "07700 900611",
    child: "Jayden",
    age: "8",
    school: "Hollin Beck Primary School",
};
const BESIDES: &str = "Who else was asked to take it?";
const NO_OTHER: &str = "Nobody else has room before the hearing";

/// A policy as the journeys meet it.
struct Policy {
    name: &'static str,
    /// The word for whoever works with families.
    officer: &'static str,
    /// What the manager answers before a worker with a conflict may have a case; nothing where nobody may allow it.
    manager_asks: &'static [&'static str],
    /// Whether the service asks its manager more, and bars by a rule of its own what they allowed then.
    has_own_rules: bool,
    /// Whether it asks how the decisions of others were explained (CAM-25).
    explains: bool,
}

/// Sam knows the parent: what the check says, and who has the case then.
async fn the_check(browser: &Browser, policy: &Policy) -> Result<Worker, journeys::Fault> {
    knows_nobody(browser).await?;
    let why = "the same name and the same telephone";
    if policy.manager_asks.is_empty() {
        browser.see("Who cannot take it").await?;
        browser.see(why).await?;
        browser.see("Cannot take this case").await?;
        browser
            .answer_containing("Who will have this case?", PRIYA.name)
            .await?;
        browser.judge("a conflict that bars").await?;
        return Ok(PRIYA);
    }
    browser.answer_containing("Who will have this case?", SAM.name).await?;
    browser.see(why).await?;
    browser.press("Open the case").await?;
    browser.see("Enter why this cannot be avoided").await?;
    for question in policy.manager_asks {
        browser.write(question, NO_OTHER).await?;
    }
    if policy.manager_asks.contains(&"How was the family told?") {
        for (part, number) in [("Day", "25"), ("Month", "11"), ("Year", "2026")] {
            browser.write_below("When was the family told?", part, number).await?;
        }
    }
    browser.judge("a conflict that the manager allows").await?;
    Ok(SAM)
}

/// What a professional decided is explained, and neither defended nor attacked; half an explanation is not saved under this policy.
async fn a_decision_is_explained(browser: &Browser) -> Outcome {
    let did_you = "Did you explain what a professional decided? (optional)";
    browser.answer(did_you, "Yes").await?;
    browser
        .write("Who decided it?", "The head teacher of Hollin Beck")
        .await?;
    browser
        .write("What was decided?", "He has his lessons in a small room")
        .await?;
    browser.answer("Did an agency take part in this contact?", "No").await?;
    browser.press("Save contact").await?;
    browser
        .see("Enter the reasons that were given, or that none were")
        .await?;
    browser.see("Enter how you explained it").await?;
    browser
        .write("Which reasons were given for it?", "The classroom is too loud for him")
        .await?;
    browser
        .write("How did you explain it?", "We read the letter together")
        .await?;
    browser
        .write("What stays unclear to them?", "How long it is meant to last")
        .await?;
    browser
        .answer("Did you explain it without speaking for it or against it?", "Yes")
        .await?;
    browser.judge("a decision of somebody else, explained").await
}

/// What the manager answers before they allow it becomes more.
async fn we_ask_besides(browser: &Browser) -> Outcome {
    open_policy(browser).await?;
    browser.press("Change What we ask besides").await?;
    browser.arrive("Add a change to the questions").await?;
    browser
        .write("In which words? (optional)", "Tell us who was asked")
        .await?;
    change_it_today(browser, "The group asked for it.").await?;
    browser
        .see("Write a short question that ends with a question mark")
        .await?;
    browser.judge("a question that is none").await?;
    browser.write("In which words? (optional)", BESIDES).await?;
    browser.press("Save").await?;
    browser.arrive("Our own questions to the manager").await?;
    open_policy(browser).await?;
    browser.see(BESIDES).await?;
    browser.judge("our policy with a question of our own").await
}

/// The manager allowed it by the rule of then. A stricter one closes the case to Sam, and the manager reads why and gives it on.
async fn our_own_rule_bars(browser: &Browser) -> Outcome {
    open_policy(browser).await?;
    browser
        .press("Change The worker is a friend or knows the family")
        .await?;
    browser.arrive("Add a change to a conflict rule").await?;
    browser.answer("What does it lead to?", "Cannot take it").await?;
    change_it_today(browser, "Nobody trusts a friend to be fair.").await?;
    browser.arrive("Our own conflict rules").await?;
    go_to(browser, "Work").await?;
    browser.press_containing("Give the case to a worker").await?;
    browser.see("Nobody has this case yet.").await?;
    browser.see("Cannot take this case").await?;
    browser
        .judge("a case to be given on, for our own rule bars its worker")
        .await?;
    turn_to(browser, "Timeline", "Timeline").await?;
    browser.see("Sam Okafor can no longer open this case").await?;
    browser.see("Our own conflict rule of").await?;
    browser.judge("a case that our own rule closed to its worker").await
}

/// Each policy is data for the same program, so the first stands for all of them in another browser.
fn call_in_chromium(name: &str, policy: &Policy) {
    let setting = Setting::new().in_chromium_alone(ChromiumAlone::NothingOfTheBrowser);
    journey_with(name, &setting, async |stage| a_call_under(stage, policy).await);
}

async fn a_call_under(stage: &Stage, policy: &Policy) -> Outcome {
    let browser = &stage.browser;
    browser.pass_quickly();
    set_up_under(browser, policy.name).await?;
    add_worker(browser, SAM, policy.officer).await?;
    change_to(browser, SAM).await?;
    sam_declares(browser).await?;
    change_to(browser, PRIYA).await?;
    if policy.has_own_rules {
        we_ask_besides(browser).await?;
    }
    somebody_telephones(browser).await?;
    write_down(browser, FAMILY).await?;
    browser.look_closely();
    let worker = the_check(browser, policy).await?;
    browser.press("Open the case").await?;
    browser.arrive("Add a contact").await?;
    browser.answer("Who was it with?", PARENT).await?;
    browser.answer("How?", "Telephone or video call").await?;
    stated(browser, PARENT).await?;
    let aim = browser.find_containing(Role::Textbox, "wants to happen").await?;
    browser.fill_in(&aim, "A place for him at the school").await?;
    browser.write("Facts", "The letter came on Friday.").await?;
    if policy.explains {
        a_decision_is_explained(browser).await?;
    }
    browser.answer("Did an agency take part in this contact?", "No").await?;
    save_the_contact(browser).await?;
    if policy.explains {
        browser
            .see("Explained: what The head teacher of Hollin Beck decided")
            .await?;
        browser
            .see("No: it was explained without speaking for it or against it")
            .await?;
    }
    turn_to(browser, "Fairness", "Fairness").await?;
    let changed = if policy.has_own_rules {
        ", with what our service changed in it"
    } else {
        ""
    };
    browser
        .see(&format!("Under the policy of {}{changed}.", policy.name))
        .await?;
    if worker.name == SAM.name {
        turn_to(browser, "Timeline", "Timeline").await?;
        browser.see(NO_OTHER).await?;
    }
    explain_and_decide(browser, PARENT, "We will appeal").await?;
    if policy.has_own_rules {
        our_own_rule_bars(browser).await?;
    } else {
        close(browser, "An appeal was made").await?;
    }
    change_to(browser, SAM).await?;
    list_cases(browser).await?;
    show_those(browser, "All").await?;
    if worker.name == SAM.name && !policy.has_own_rules {
        browser.see("1 case").await
    } else {
        // Whoever is barred finds nothing of it (SPS-15, WES-11).
        browser.miss("1 case").await?;
        browser.miss(FAMILY.child).await
    }
}

#[test]
fn sps_15_a_call_under_the_send_partnership_service() {
    let policy = Policy {
        name: "SEND Partnership Service",
        officer: "Officer",
        manager_asks: &[],
        has_own_rules: false,
        explains: false,
    };
    journey("profile-sps", async |stage| a_call_under(stage, &policy).await);
}

#[test]
fn lei_3_sps_15_a_call_under_leicester() {
    let policy = Policy {
        name: "SENDIASS Leicester",
        officer: "Officer",
        manager_asks: &["Why can this not be avoided?", BESIDES],
        has_own_rules: true,
        explains: false,
    };
    call_in_chromium("profile-leicester", &policy);
}

#[test]
fn cam_19_a_call_under_camden() {
    let policy = Policy {
        name: "SENDIASS Camden",
        officer: "Officer",
        manager_asks: &["Why can this not be avoided?"],
        has_own_rules: false,
        explains: true,
    };
    call_in_chromium("profile-camden", &policy);
}

#[test]
fn sta_16_a_call_under_staffordshire() {
    let policy = Policy {
        name: "Staffordshire Parent Partnership Service",
        officer: "Officer",
        manager_asks: &[
            "Why can this not be avoided?",
            "How was the family told?",
            "What else was the family offered?",
            "What did the parent answer?",
        ],
        has_own_rules: false,
        explains: false,
    };
    call_in_chromium("profile-staffordshire", &policy);
}

#[test]
fn wes_11_a_call_under_westmorland_and_furness() {
    let policy = Policy {
        name: "Westmorland and Furness SEND IAS",
        officer: "Co-ordinator (officer)",
        manager_asks: &[],
        has_own_rules: false,
        explains: false,
    };
    call_in_chromium("profile-westmorland", &policy);
}
