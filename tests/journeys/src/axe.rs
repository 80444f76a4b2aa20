//! Accessibility, as far as a program can judge it: axe-core, run in the page.
//!
//! A pass is a floor. Keyboard, focus, zoom and words have journeys of their own.
//!
//! Many journeys pass the same screens. What axe reads of a page is therefore taken down first, as a skeleton, and a skeleton
//! that passed is not judged again in the same run. Nothing is remembered from one run to the next.

use std::{
    collections::BTreeSet,
    fs,
    sync::{Mutex, MutexGuard, PoisonError},
};

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

/// What axe reads of a page: its elements, their attributes and states, the width, and how its person sees. Words are left out, and names
/// stand for the ids and texts that differ from family to family, so that what is the same text stays the same; of words it counts
/// whether there are any, and whether a label says what is in sight. Of the layout it counts what scrolls and what is small to press.
const SKELETON: &str = r#"
const done = arguments[arguments.length - 1];
const names = new Map();
const named = word => { if (!names.has(word)) names.set(word, names.size); return names.get(word); };
const ids = new Set(['id', 'for', 'name', 'list', 'form', 'aria-labelledby', 'aria-describedby', 'aria-controls', 'aria-owns',
  'aria-activedescendant', 'aria-details', 'aria-errormessage', 'headers']);
const texts = new Set(['aria-label', 'title', 'alt', 'placeholder', 'value', 'aria-description', 'aria-valuetext', 'datetime',
  'aria-valuenow', 'href', 'src', 'action', 'label']);
const text = word => word.trim() ? 'T' + named('text ' + word.trim()) + (word.trim().length > 1 ? '' : '!') : '';
const bare = word => word.replace(/\s+/g, '').toLowerCase();
const states = { f: ':focus', c: ':checked', i: ':invalid', m: ':modal',
  d: ':disabled', n: ':indeterminate', o: ':popover-open', b: ':placeholder-shown' };
const parts = [innerWidth, innerHeight, devicePixelRatio, document.title.trim() !== '', document.styleSheets.length];
for (const query of ['(prefers-color-scheme: dark)', '(forced-colors: active)', '(prefers-contrast: more)',
  '(prefers-reduced-motion: reduce)', 'print']) parts.push(matchMedia(query).matches);
const walk = element => {
  if (element.localName === 'script' || element.localName === 'symbol') return;
  parts.push('<', element.localName);
  for (const { name, value } of element.attributes) {
    if (ids.has(name)) parts.push(name, ...value.split(/\s+/).map(id => named('id ' + id)));
    else parts.push(name, texts.has(name) ? text(value) : value);
  }
  for (const [letter, selector] of Object.entries(states)) if (element.matches(selector)) parts.push(letter);
  if (typeof element.value === 'string' && element.value !== '') parts.push('v');
  const label = element.getAttribute('aria-label');
  if (label !== null) parts.push('l', bare(label).includes(bare(element.innerText || '')));
  if (element.scrollWidth > element.clientWidth) parts.push('x');
  if (element.scrollHeight > element.clientHeight) parts.push('y');
  if (element.matches('a, button, input, select, textarea, summary, [role], [tabindex]')) {
    const { width, height } = element.getBoundingClientRect();
    parts.push('s', width < 24, height < 24, width === 0);
  }
  for (const child of element.childNodes) {
    if (child.nodeType === Node.ELEMENT_NODE) walk(child);
    else if (child.nodeType === Node.TEXT_NODE) parts.push(text(child.data));
  }
  parts.push('>');
};
walk(document.documentElement);
crypto.subtle.digest('SHA-256', new TextEncoder().encode(parts.join('\n'))).then(
  hash => done([...new Uint8Array(hash)].map(byte => byte.toString(16).padStart(2, '0')).join('')), fault => done(String(fault)));
"#;

/// The skeletons that passed in this run, in whichever journey.
fn passed() -> MutexGuard<'static, BTreeSet<String>> {
    static PASSED: Mutex<BTreeSet<String>> = Mutex::new(BTreeSet::new());
    // A journey that failed leaves the list whole.
    PASSED.lock().unwrap_or_else(PoisonError::into_inner)
}

async fn skeleton(browser: &Browser) -> Result<String, Fault> {
    Ok(browser.driver()?.execute_async(SKELETON, Vec::new()).await?.convert()?)
}

/// Judges the page as it stands, unless one like it passed before in this run; `place` names it in the fault.
///
/// # Errors
/// When axe finds anything, cannot run, or did not judge the size of targets, which tells that the rules were not those above.
pub async fn check(browser: &Browser, place: &str) -> Outcome {
    let before = skeleton(browser).await?;
    if passed().contains(&before) {
        return Ok(());
    }
    judge(browser, place).await?;
    // A page that changed while it was judged is like neither.
    if skeleton(browser).await? == before {
        passed().insert(before);
    }
    Ok(())
}

async fn judge(browser: &Browser, place: &str) -> Outcome {
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
