//! The site as a host serves it: both pages start under the production headers, at the root and below a path.

use journeys::{Kind, Outcome, Setting, Stage, axe, journey, journey_with};

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
