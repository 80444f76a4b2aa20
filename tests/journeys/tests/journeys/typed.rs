//! Five of the invented self-referrals, typed in the browser: they arrive letter for letter (LEI-31, LEI-32).
//!
//! A carriage return becomes a line feed, and choices that the form does not list stand below "Something else", a line each.

use journeys::{Browser, Outcome, Setting, Stage, journey_with};
use serde_json::Value;

use super::{
    case::{bring_it_in_for, paste_into_the_inbox},
    form::{Asking, Form, School, service_with_a_key},
    workspace::{PRIYA, make_the_inbox_key, set_up},
};

const FILE: &str = include_str!("../../../data/referrals.jsonl");
/// A plain one, one from right to left, one that tries to be markup, one by post from a carer, and a child's own.
const TYPED: [&str; 5] = ["r-001", "r-007", "r-009", "r-010", "r-023"];

fn text(row: &Value, pointer: &str) -> String {
    row.pointer(pointer)
        .and_then(Value::as_str)
        .unwrap_or_default()
        .replace("\r\n", "\n")
        .replace('\r', "\n")
}

fn list(row: &Value, key: &str) -> Vec<String> {
    row[key]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(Value::as_str)
        .map(str::to_owned)
        .collect()
}

/// What the person of a row would choose and write.
fn form(row: &Value) -> Form {
    let needs = list(row, "needs");
    let listed = |need: &str| match need {
        "quiet place" => Some("A quiet place"),
        "large print" => Some("Large print"),
        _ if need.starts_with("interpreter: ") => Some("An interpreter"),
        _ => None,
    };
    let needs_else: Vec<&str> = needs
        .iter()
        .map(String::as_str)
        .filter(|need| listed(need).is_none())
        .collect();
    let mut chosen: Vec<String> = needs
        .iter()
        .filter_map(|need| listed(need))
        .map(str::to_owned)
        .collect();
    if !needs_else.is_empty() {
        chosen.push("Something else".to_owned());
    }
    let value = text(row, "/contact/value");
    let contact = match text(row, "/contact/by").as_str() {
        "phone" => ("Phone", "Your phone number", value),
        "text" => ("Text", "Your mobile number", value),
        "email" => ("Email", "Your email address", value),
        "post" => ("Post", "Your postal address", value),
        _ => ("Through someone I trust", "Who, and how can we reach them?", value),
    };
    let when = text(row, "/date/when");
    let parts: Vec<&str> = when.split('-').collect();
    let date = row["date"]["has"].as_bool().unwrap_or_default().then(|| {
        let typed = if let [year, month, day] = parts[..] {
            [day, month, year]
        } else {
            [""; 3]
        };
        (typed.map(str::to_owned), text(row, "/date/what"))
    });
    let knows = text(row, "/knows");
    let who = text(row, "/who");
    Form {
        area: "Calder Vale",
        who: if who == "child" {
            "A child under 16"
        } else {
            "A parent or carer"
        },
        carer: who == "carer",
        device: if text(row, "/device") == "own" {
            "Mine"
        } else {
            "Someone else's or a public one"
        },
        topics: vec!["Something else".to_owned()],
        topic_else: list(row, "help_with").join("\n"),
        story: text(row, "/story"),
        want: text(row, "/want"),
        date,
        child: text(row, "/child/first_name"),
        age: row["child"]["age"]
            .as_u64()
            .map(|age| age.to_string())
            .unwrap_or_default(),
        school: School::Named(text(row, "/child/school_name")),
        postcode: String::new(),
        knows: if knows.eq_ignore_ascii_case("no") {
            ("No", String::new())
        } else {
            ("I am not sure", knows)
        },
        name: text(row, "/person/name"),
        contact,
        safe_message: row["contact"]["safe_message"].as_bool().unwrap_or_default(),
        times: text(row, "/contact/times"),
        interpreter: needs
            .iter()
            .find_map(|need| need.strip_prefix("interpreter: "))
            .unwrap_or_default()
            .to_owned(),
        needs: chosen,
        needs_else: needs_else.join("\n"),
        keep_record: row["keep_record"].as_bool().unwrap_or_default(),
    }
}

/// Whether something on the page holds exactly this text, or a run of whole lines of it.
async fn stands_there(browser: &Browser, id: &str, text: &str) -> Outcome {
    let script = "const text = arguments[0]; const holds = whole => whole === text || ('\\n' + whole + '\\n').includes('\\n' + text + '\\n'); \
                  return [...document.querySelectorAll('main *')].some(e => holds(e.textContent))";
    if text.trim().is_empty() || browser.run::<bool>(script, vec![text.into()]).await? {
        return Ok(());
    }
    Err(journeys::Fault::Unexpected(format!(
        "{id}: this did not arrive as it was typed:\n{text:?}\n{}",
        browser.text().await?
    )))
}

async fn arrived(browser: &Browser, id: &str, form: &Form) -> Outcome {
    for text in [
        &form.story,
        &form.want,
        &form.topic_else,
        &form.knows.1,
        &form.contact.2,
        &form.times,
        &form.needs_else,
    ] {
        stands_there(browser, id, text).await?;
    }
    if let Some((_, what)) = &form.date {
        stands_there(browser, id, what).await?;
    }
    if !form.interpreter.is_empty() {
        browser.see(&format!("Speaks {}", form.interpreter)).await?;
    }
    // Whatever was typed is text: nothing of it became part of the page.
    let script = "return document.querySelectorAll('main script, main img, main iframe, main style').length";
    assert_eq!(
        browser.run::<u32>(script, Vec::new()).await?,
        0,
        "{id} became part of the page"
    );
    Ok(())
}

async fn five_are_typed_and_arrive(stage: &Stage) -> Outcome {
    let manager = &stage.browser;
    manager.pass_quickly();
    set_up(manager).await?;
    let (service, _) = make_the_inbox_key(manager).await?;
    stage.site.replace("service.json", service.to_string().as_bytes())?;
    let family = stage.another_browser().await?;
    family.pass_quickly();
    let rows = FILE
        .split('\n')
        .filter(|line| !line.is_empty())
        .map(|line| serde_json::from_str::<Value>(line).unwrap());
    let mut count = 0;
    for row in rows.filter(|row| TYPED.contains(&row["id"].as_str().unwrap_or_default())) {
        let (id, form) = (text(&row, "/id"), form(&row));
        let asking = Asking {
            browser: &family,
            form: &form,
        };
        family.open("index.html").await?;
        asking.to_the_answers().await?;
        let locked = asking.lock_and_copy().await?;
        family.press("I have sent it").await?;
        family.wait_for_heading("You said you sent it").await?;
        family.press("Clear everything from this page").await?;
        family.wait_for_heading("Everything is cleared from this page").await?;
        family.open_plain("404.html").await?;

        paste_into_the_inbox(manager, &locked).await?;
        bring_it_in_for(manager, PRIYA).await?;
        manager.wait_for_heading("Case summary").await?;
        arrived(manager, &id, &form).await?;
        count += 1;
    }
    assert_eq!(count, TYPED.len());
    manager.look_closely();
    manager.judge("a case with a child's own words").await
}

#[test]
fn lei_31_five_referrals_typed_in_the_browser_arrive_letter_for_letter() {
    journey_with(
        "typed",
        &Setting::new().with_service(&service_with_a_key()),
        five_are_typed_and_arrive,
    );
}
