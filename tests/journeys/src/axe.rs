//! Accessibility, as far as a program can judge it: axe-core, run in the page.
//!
//! A pass is a floor. Keyboard, focus, zoom and words have journeys of their own.

use std::fs;

use serde_json::{Value, json};
use xtask::project::Project;

use crate::{
    browser::Browser,
    fault::{Fault, Outcome},
};

/// The rules that run: all of WCAG 2.2 A and AA and good practice, with those switched on that axe leaves off by default.
fn options() -> Value {
    json!({
        "resultTypes": ["violations"],
        "runOnly": {
            "type": "tag",
            "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
        },
        "rules": {
            "target-size": { "enabled": true },
            "label-content-name-mismatch": { "enabled": true },
            "focus-order-semantics": { "enabled": true },
            "p-as-heading": { "enabled": true },
            "table-fake-caption": { "enabled": true },
            "td-has-header": { "enabled": true },
            "css-orientation-lock": { "enabled": true },
        },
    })
}

/// Judges the page as it stands; `place` names it in the fault.
///
/// # Errors
/// When axe finds anything, cannot run, or did not judge the size of targets, which tells that the rules were not those above.
pub async fn check(browser: &Browser, place: &str) -> Outcome {
    // Colours are judged where they come to rest: half-way through a change they are nobody's choice.
    // A page that was judged before has it already.
    if !browser.run("return typeof axe === 'object'", Vec::new()).await? {
        let path = Project::here().root.join("node_modules/axe-core/axe.min.js");
        let axe = fs::read_to_string(&path).map_err(Fault::file(&path))?;
        browser.driver()?.execute(axe, Vec::new()).await?;
    }
    let script = "const done = arguments[arguments.length - 1];\n\
         const moving = document.getAnimations().filter(a => a.effect?.getComputedTiming().endTime < Infinity);\n\
         Promise.allSettled(moving.map(a => a.finished)).then(() => axe.run(document, arguments[0])).then(\n\
           r => done({ judged: [...r.passes, ...r.inapplicable, ...r.violations, ...r.incomplete].map(x => x.id),\n\
             faults: r.violations.map(v => `${v.id} (${v.impact}): ${v.help}\\n` +\n\
               v.nodes.slice(0, 5).map(n => `    ${n.target.join(' ')}\\n      ${n.html.slice(0, 160)}\\n      ` +\n\
                 n.failureSummary.replace(/\\s+/g, ' ')).join('\\n')) }),\n\
           f => done({ judged: [], faults: [String(f)] }));";
    let found: Value = browser
        .driver()?
        .execute_async(script, vec![options()])
        .await?
        .convert()?;
    let texts = |key: &str| -> Vec<String> { serde_json::from_value(found[key].clone()).unwrap_or_default() };
    let faults = texts("faults");
    if !faults.is_empty() {
        return Err(Fault::Axe {
            place: place.to_owned(),
            list: faults.join("\n"),
        });
    }
    if !texts("judged").iter().any(|rule| rule == "target-size") {
        return Err(Fault::Unexpected(format!(
            "{place}: axe did not judge the size of targets"
        )));
    }
    Ok(())
}
