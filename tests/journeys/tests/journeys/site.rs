//! The site as a host serves it: both pages start under the production headers, at the root and below a path.

use journeys::{ChromiumAlone, Fault, Kind, Outcome, Setting, Stage, axe, journey, journey_with};

async fn both_pages_start(stage: &Stage) -> Outcome {
    for page in ["index.html", "workspace.html", "sample.html"] {
        stage.browser.open(page).await?;
        assert!(!stage.browser.title().await?.is_empty(), "{page} has no title");
        let hosts = stage.browser.hosts_asked().await?;
        let own = stage
            .site
            .address()
            .trim_start_matches("http://")
            .split('/')
            .next()
            .unwrap();
        assert!(
            hosts.iter().all(|host| host == own),
            "{page} asked other hosts: {hosts:?}"
        );
        let fetched: Vec<String> = stage
            .browser
            .run(
                "return performance.getEntriesByType('resource').map(e => e.name).filter(n => n.includes('/app/'))",
                vec![],
            )
            .await?;
        let mut once = fetched.clone();
        once.sort_unstable();
        once.dedup();
        assert_eq!(once.len(), fetched.len(), "{page} fetched something twice: {fetched:?}");
        if stage.browser.kind() == Kind::Chromium {
            let severe: Vec<_> = stage
                .browser
                .console()
                .await?
                .into_iter()
                .filter(|line| line.contains("evere"))
                .collect();
            assert!(severe.is_empty(), "{page}: {severe:?}");
        }
    }
    Ok(())
}

#[test]
fn both_pages_start_at_the_root() {
    journey("site-root", both_pages_start);
}

#[test]
fn both_pages_start_below_a_path() {
    journey_with("site-path", &Setting::new().below("/some/path"), both_pages_start);
}

#[test]
fn both_first_screens_shut_nobody_out() {
    journey("site-axe", async |stage| {
        for page in ["index.html", "workspace.html", "sample.html"] {
            stage.browser.open(page).await?;
            axe::check(&stage.browser, page).await?;
        }
        Ok(())
    });
}

/// The page of the policy has the public page's frame and never any wasm: what stands there stands there without it.
#[test]
fn sta_5_the_services_own_logo_is_there_before_any_wasm() {
    let mut service = super::form::service_with_a_key();
    service["logo"] = "own logo.svg".into();
    let setting = Setting::new().below("/some/path").with_service(&service);
    journey_with("logo", &setting, async |stage| {
        let picture = r##"<svg xmlns="http://www.w3.org/2000/svg" width="120" height="44"><rect width="120" height="44" fill="#246"/></svg>"##;
        stage.site.replace("own logo.svg", picture.as_bytes())?;
        stage.browser.open_plain("policy.html").await?;
        let script = "const [picture] = document.images; return picture.naturalWidth === 120 && picture.alt.startsWith('Calder Vale') \
                      && picture.getBoundingClientRect().height === 44 && !picture.nextElementSibling.checkVisibility()";
        stage
            .browser
            .wait_until("the logo in the place of the mark", script)
            .await?;
        axe::check(&stage.browser, "a page with a logo").await?;
        // Without one, our mark and the name stand there.
        service_without(stage)?;
        stage.browser.open_plain("policy.html").await?;
        let script = "return document.images[0].hidden && document.images[0].nextElementSibling.checkVisibility()";
        stage.browser.wait_until("the mark", script).await
    });
}

fn service_without(stage: &Stage) -> Outcome {
    let service = super::form::service_with_a_key();
    stage.site.replace("service.json", service.to_string().as_bytes())
}

/// What passed once is not judged again, so whatever makes a page worse must make it another page: a label, a colour, a size, a state.
#[test]
fn a_page_that_was_judged_is_judged_again_when_it_is_worse() {
    let setting = Setting::new().in_chromium_alone(ChromiumAlone::NothingOfTheBrowser);
    journey_with("site-worse", &setting, async |stage| {
        let browser = &stage.browser;
        for (rule, worse) in [
            ("html-has-lang", "document.documentElement.lang = ''"),
            ("document-title", "document.title = ' '"),
            ("link-name", "document.querySelector('main a').textContent = ''"),
            (
                "aria-valid-attr",
                "document.querySelector('main').setAttribute('aria-lable', 'x')",
            ),
            (
                "label-content-name-mismatch",
                "document.querySelector('main a').setAttribute('aria-label', 'Elsewhere')",
            ),
            (
                "color-contrast",
                "document.querySelector('main p').style.color = '#eee'",
            ),
            (
                "target-size",
                "document.querySelectorAll('main a').forEach((link, at) => { link.style = `position: fixed; top: 300px; \
                 left: ${400 + 12 * at}px; width: 9px; height: 9px; overflow: hidden; background: white` })",
            ),
        ] {
            browser.open_plain("404.html").await?;
            browser.open("index.html").await?;
            axe::check(browser, "the first page").await?;
            browser
                .run::<bool>(&format!("{worse}; return true"), Vec::new())
                .await?;
            match axe::check(browser, rule).await {
                Err(Fault::Axe { list, .. }) if list.contains(rule) => {}
                other => return Err(Fault::Unexpected(format!("{rule} was not found: {other:?}"))),
            }
        }
        Ok(())
    });
}
