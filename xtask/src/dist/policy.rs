//! `policy.html`: how the service stays fair, in plain words, on a page that needs no wasm and no script (SPS-2, LEI-35, CAM-12).
//!
//! Its frame is the public page's own, so that it looks the same; its words are those that the app shows. The words of the other
//! policies stand in it too, hidden: where there is script, the page follows `service.json` without being built again.

use std::path::Path;

use evenhand_domain::{
    profile::ProfileId,
    service::{ServiceFile, ServiceFileError},
};
use evenhand_policy::{
    profile::{Profile, Strength},
    publication::{PublicNames, Publication},
};

use super::{DistError, read, write};
use crate::{
    markup::{Tag, escape, replace, tags},
    project::Project,
};

/// Why the page of the policy cannot be written.
#[derive(Debug, thiserror::Error)]
pub enum PolicyError {
    /// `service.json` has a fault.
    #[error("public/service.json: {0}")]
    Service(#[from] ServiceFileError),
    /// The public page has no main part to put the words in.
    #[error("index.html has no <main> with its end, in which the words of the policy could stand")]
    Frame,
}

/// Writes the page into a laid-out site; a project without `service.json` has none.
///
/// # Errors
/// When `service.json` has a fault, or a file cannot be read or written.
pub(super) fn write_page(project: &Project, site: &Path) -> Result<(), DistError> {
    let service = project.root.join("public/service.json");
    if !service.is_file() {
        return Ok(());
    }
    let text = String::from_utf8_lossy(&read(&service)?).into_owned();
    let service = ServiceFile::parse(&text).map_err(PolicyError::from)?;
    let frame = String::from_utf8_lossy(&read(&site.join("index.html"))?).into_owned();
    let page = page(&frame, &service)?;
    write(&site.join("policy.html"), page.as_bytes())
}

fn page(frame: &str, service: &ServiceFile) -> Result<String, PolicyError> {
    let mut changes = Vec::new();
    let mut main = None;
    for tag in tags(frame) {
        let rest = frame.get(tag.span.end..).unwrap_or_default();
        let loads = tag.name == "link" && matches!(tag.value("rel"), Some("modulepreload" | "preload"));
        if tag.name == "script" {
            let end = rest.find("</script>").ok_or(PolicyError::Frame)?;
            let whole = tag.span.start..tag.span.end + end + "</script>".len();
            changes.push((whole, starting_script(&tag)));
        } else if let Some(named) = tag.attribute("data-page") {
            changes.push((named.span.clone(), "policy".to_owned()));
        } else if loads && tag.value("as") != Some("font") {
            changes.push((tag.span.clone(), String::new()));
        } else if tag.name == "title" {
            let end = rest.find('<').ok_or(PolicyError::Frame)?;
            let title = format!("How we stay fair – {}", service.name);
            changes.push((tag.span.end..tag.span.end + end, escape(&title)));
        } else if tag.name == "main" && main.is_none() {
            let end = rest.find("</main>").ok_or(PolicyError::Frame)?;
            main = Some(tag.span.end..tag.span.end + end);
        }
    }
    let main = main.ok_or(PolicyError::Frame)?;
    changes.retain(|(span, _)| !main.contains(&span.start));
    changes.push((main, words(service)?));
    Ok(replace(frame, changes))
}

/// The script that fills the page in, by its hash, and without what it would start. Any other script goes.
fn starting_script(tag: &Tag) -> String {
    match (tag.value("data-wasm"), tag.value("src"), tag.value("integrity")) {
        (Some(_), Some(src), Some(integrity)) => format!(
            r#"<script type="module" src="{}" integrity="{}"></script>"#,
            escape(src),
            escape(integrity)
        ),
        _ => String::new(),
    }
}

fn words(service: &ServiceFile) -> Result<String, PolicyError> {
    let mut page = String::from(
        "\n          <p><a class=\"back-link\" href=\"./\">Back</a></p>\n          <h1>How we stay fair</h1>\n",
    );
    for profile in ProfileId::ALL {
        page.push_str(&of_profile(service, profile));
    }
    page.push_str(&changed(service));
    let (last, next) = (service.policy.last_review.long(), service.policy.next_review.long());
    page.push_str(&format!(
        r#"          <div class="prose">
            <h2>When we last looked at this</h2>
            <p>Last checked: <span data-service-day="policy.last_review">{last}</span>. Next check: <span data-service-day="policy.next_review">{next}</span>.</p>
            <p data-overdue hidden><strong>This check is late. You can ask us why.</strong></p>
          </div>
        "#
    ));
    Ok(page)
}

/// The words of one policy; hidden unless it is the service's. The service's own names stay open beside what they fill.
fn of_profile(service: &ServiceFile, profile: ProfileId) -> String {
    let words = &Profile::of(profile).words;
    let names = PublicNames {
        service: &service.name,
        funder: &service.funder,
        host: service.host.as_deref().unwrap_or(&service.funder),
        group: service.called.group.as_deref().unwrap_or(words.group),
        chair: service.called.chair.as_deref().unwrap_or(words.chair),
    };
    let open = PublicNames {
        service: "{service}",
        funder: "{funder}",
        host: "{host}",
        group: "{group}",
        chair: "{chair}",
    };
    let [group, chair] = [words.group, words.chair].map(escape);
    let word = profile.word();
    let hidden = if profile == service.profile { "" } else { " hidden" };
    let mut section = format!(
        "          <div class=\"prose\" data-policy=\"{word}\" data-group=\"{group}\" data-chair=\"{chair}\"{hidden}>\n"
    );
    for entry in Publication::read(Publication::OWN, profile).answers {
        let [answer, open] = [&names, &open].map(|names| escape(&entry.filled(names)));
        section.push_str(&format!(
            "            <h2>{}</h2>\n            <p data-open=\"{open}\">{answer}</p>\n",
            escape(&entry.question)
        ));
    }
    section.push_str(&rules(Profile::of(profile)));
    section.push_str("          </div>\n");
    section
}

/// What the policy asks by clauses of its own, from the rules that the workspace goes by: a promise each, and what is done again and
/// again.
fn rules(profile: &Profile) -> String {
    let own = profile
        .rules()
        .filter(|(_, rule)| !rule.borrowed && rule.strength > Strength::Off);
    let promises: String = own.map(|(topic, _)| line(topic.promise())).collect();
    let intervals = profile.intervals().filter(|(_, interval)| !interval.borrowed);
    let often: String = intervals
        .map(|(cadence, interval)| {
            line(&format!(
                "{}: {}.",
                cadence.words(),
                interval.every.words().to_lowercase()
            ))
        })
        .collect();
    format!(
        "            <h2>What do you promise?</h2>\n            <ul>\n{promises}            </ul>\n            \
         <p>We do these things again and again:</p>\n            <ul>\n{often}            </ul>\n"
    )
}

/// What the service changed in its policy; the script fills it in from `service.json` where that was changed since the build.
fn changed(service: &ServiceFile) -> String {
    let lines: String = service.changed_rules.iter().map(|words| line(words)).collect();
    let hidden = if lines.is_empty() { " hidden" } else { "" };
    format!(
        "          <div class=\"prose\" data-changed{hidden}>\n            <h2>What do you do in another way?</h2>\n            \
         <p>We took over these rules and changed some of them. This is what we do:</p>\n            <ul>\n{lines}            </ul>\n          \
         </div>\n"
    )
}

fn line(words: &str) -> String {
    format!("              <li>{}</li>\n", escape(words))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ours() -> ServiceFile {
        let service = std::fs::read_to_string(Project::here().root.join("public/service.json")).unwrap();
        ServiceFile::parse(&service).unwrap()
    }

    const FRAME: &str = r#"<title>x</title><link rel=modulepreload href=a.js><body data-page="public"><script>let x</script><script type="module" src="./app/boot-x.js" integrity="sha384-b" data-wasm-integrity="sha384-w" data-wasm="./a.wasm"></script><main id="main"><h1>old</h1></main><footer>f</footer>"#;

    #[test]
    fn sps_2_the_words_stand_in_the_frame_and_nothing_is_started() {
        let page = page(FRAME, &ours()).unwrap();
        assert!(
            !page.contains("wasm") && !page.contains(">old<") && !page.contains("a.js"),
            "{page}"
        );
        assert_eq!(page.matches("<script").count(), 1, "only the script that fills in");
        assert!(
            page.contains(r#"<script type="module" src="./app/boot-x.js" integrity="sha384-b"></script>"#),
            "{page}"
        );
        assert!(page.contains(r#"<body data-page="policy">"#), "{page}");
        assert!(
            page.contains("<h1>How we stay fair</h1>") && page.contains("<footer>f</footer>"),
            "{page}"
        );
    }

    #[test]
    fn lei_35_the_service_s_own_policy_is_shown_and_every_other_can_be() {
        for profile in ProfileId::ALL {
            let service = ServiceFile { profile, ..ours() };
            let page = page(FRAME, &service).unwrap();
            let sections: Vec<&str> = page.split("data-policy=").skip(1).collect();
            assert_eq!(sections.len(), ProfileId::ALL.len());
            let word = serde_json::to_value(profile).unwrap();
            let shown: Vec<_> = sections
                .iter()
                .filter(|section| !section.split_once('>').unwrap().0.ends_with(" hidden"))
                .collect();
            assert_eq!(shown.len(), 1);
            assert!(shown[0].starts_with(&format!("{word}")), "{word}");
            let is_promised = shown[0].contains("before we keep a record about you");
            assert_eq!(is_promised, profile == ProfileId::Leicester, "{profile:?}");
            for section in sections {
                assert_eq!(section.matches("data-open=").count(), 8);
                // The rules that the workspace goes by are promised in the same breath (CAM-10).
                assert!(section.matches("<li>").count() > 5, "{section}");
            }
            // What stands open is for the script alone; nobody reads a brace.
            let read = page
                .split("data-open=\"")
                .map(|part| part.split_once('"').map_or(part, |(_, rest)| rest));
            assert!(!read.skip(1).any(|part| part.contains('{')));
        }
        assert!(page(FRAME, &ours()).unwrap().contains("<p data-overdue hidden>"));
    }

    #[test]
    fn cam_10_what_a_service_changed_stands_below_what_it_took_over() {
        let service = ServiceFile {
            changed_rules: vec!["Supervision of each officer: every <8> weeks.".to_owned()],
            ..ours()
        };
        let changed = page(FRAME, &service).unwrap();
        assert!(changed.contains("data-changed>"), "{changed}");
        assert!(changed.contains("<li>Supervision of each officer: every &lt;8&gt; weeks.</li>"));
        assert!(page(FRAME, &ours()).unwrap().contains("data-changed hidden>"));
    }
}
