//! `public/_headers`, read: which header a path is answered with.

use std::{fs, io, path::Path};

/// Why the header file cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum HeadersError {
    /// The file could not be read.
    #[error("the header file {path} cannot be read: {reason}")]
    Unreadable {
        /// Where it was looked for.
        path: String,
        /// What the system said.
        reason: io::Error,
    },
    /// A line is neither a path, nor a header, nor a remark.
    #[error("line {line} of the header file is neither a path nor a header: {text}")]
    Line {
        /// Counted from one.
        line: usize,
        /// The line.
        text: String,
    },
}

/// One path pattern and the headers it adds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rule {
    /// An exact path such as `/sw.js`, or a beginning such as `/app/*`.
    pub pattern: String,
    /// Name and value, in the order of the file.
    pub headers: Vec<(String, String)>,
}

impl Rule {
    fn covers(&self, path: &str) -> bool {
        match self.pattern.strip_suffix('*') {
            Some(beginning) => path.starts_with(beginning),
            None => path == self.pattern,
        }
    }
}

/// All rules of one header file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Headers {
    /// In the order of the file.
    pub rules: Vec<Rule>,
}

impl Headers {
    /// Reads a header file.
    ///
    /// # Errors
    /// When it is missing, or a line of it is malformed.
    pub fn read(path: &Path) -> Result<Self, HeadersError> {
        let text = fs::read_to_string(path).map_err(|reason| HeadersError::Unreadable {
            path: path.display().to_string(),
            reason,
        })?;
        Self::parse(&text)
    }

    /// Reads the text of a header file: a path at the start of a line, its headers indented below, `#` for remarks.
    ///
    /// # Errors
    /// When a line is malformed, or a header stands before the first path.
    pub fn parse(text: &str) -> Result<Self, HeadersError> {
        let mut rules: Vec<Rule> = Vec::new();
        for (index, line) in text.lines().enumerate() {
            let fault = || HeadersError::Line {
                line: index + 1,
                text: line.to_owned(),
            };
            if line.trim().is_empty() || line.starts_with('#') {
                continue;
            }
            if line.starts_with('/') {
                rules.push(Rule {
                    pattern: line.trim().to_owned(),
                    headers: Vec::new(),
                });
                continue;
            }
            let (name, value) = line
                .split_once(':')
                .filter(|_| line.starts_with(' '))
                .ok_or_else(fault)?;
            let rule = rules.last_mut().ok_or_else(fault)?;
            rule.headers.push((name.trim().to_owned(), value.trim().to_owned()));
        }
        Ok(Self { rules })
    }

    /// The headers for one path; `path` begins with `/` and is counted from the site's own folder.
    pub fn of<'a>(&'a self, path: &'a str) -> impl Iterator<Item = (&'a str, &'a str)> {
        self.rules
            .iter()
            .filter(move |rule| rule.covers(path))
            .flat_map(|rule| rule.headers.iter().map(|(name, value)| (name.as_str(), value.as_str())))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::project::Project;

    fn ours() -> Headers {
        Headers::read(&Project::here().root.join("public/_headers")).unwrap()
    }

    #[test]
    fn no_path_gets_one_header_twice() {
        let headers = ours();
        for rule in &headers.rules {
            let path = rule.pattern.replace('*', "x");
            let mut names: Vec<_> = headers.of(&path).map(|(name, _)| name).collect();
            let all = names.len();
            names.sort_unstable();
            names.dedup();
            assert_eq!(names.len(), all, "{path} gets a header twice");
        }
    }

    #[test]
    fn every_file_of_the_site_says_how_long_it_may_be_kept() {
        let root = Project::here().root;
        let headers = ours();
        let mut files: Vec<String> = crate::dist::files(&root.join("public")).unwrap();
        // boot.js is served under app/ by its hash, and `_headers` itself is for the host.
        files.retain(|file| !["boot.js", "_headers"].contains(&file.as_str()));
        let made = [
            "",
            "index.html",
            "workspace.html",
            "workspace",
            "sample.html",
            "sample",
            "policy.html",
            "policy",
        ];
        files.extend(made.into_iter().map(str::to_owned));
        files.extend(["404.html", "app/x.js", "assets/x.woff2", "release.json"].map(str::to_owned));
        for file in files {
            let path = format!("/{file}");
            let rules = headers.of(&path).filter(|(name, _)| *name == "Cache-Control").count();
            assert_eq!(rules, 1, "{path}");
        }
    }

    #[test]
    fn the_policy_allows_no_inline_code_and_no_other_host() {
        let headers = ours();
        let (_, policy) = headers
            .of("/")
            .find(|(name, _)| *name == "Content-Security-Policy")
            .unwrap();
        for forbidden in ["unsafe-inline", "'unsafe-eval'", "http:", "https:", "data:", " *"] {
            assert!(!policy.contains(forbidden), "{forbidden} in {policy}");
        }
        assert!(policy.starts_with("default-src 'none'"));
    }

    #[test]
    fn the_hosting_guide_has_the_same_values() {
        let read = |path: &str| fs::read_to_string(Project::here().root.join(path)).unwrap();
        let (guide, stick) = (read("docs/hosting.md"), read("docs/guides/stick/Caddyfile"));
        let hosts = ["nginx", "Apache", "Caddy"].map(|host| {
            let section = guide.split("\n## ").find(|section| section.starts_with(host)).unwrap();
            (host, section)
        });
        for (host, section) in hosts.into_iter().chain([("the memory stick", stick.as_str())]) {
            for (name, value) in ours().rules.iter().flat_map(|rule| &rule.headers) {
                assert!(section.contains(name.as_str()), "{host}: {name} is missing");
                assert!(section.contains(value.as_str()), "{host}: {name} should be {value}");
            }
        }
    }

    #[test]
    fn a_malformed_line_is_named() {
        assert!(matches!(
            Headers::parse("  A: b\n"),
            Err(HeadersError::Line { line: 1, .. })
        ));
        assert!(matches!(
            Headers::parse("/\n  A: b\nwhat\n"),
            Err(HeadersError::Line { line: 3, .. })
        ));
    }
}
