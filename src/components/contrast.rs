//! Every colour in `tokens.css` can be read on every ground that it may stand on (WCAG 1.4.3, 1.4.11).

use std::collections::HashMap;

const TOKENS: &str = include_str!("../../style/tokens.css");

type Palette = HashMap<String, [f64; 3]>;

/// The colour values of the rules that begin with this selector, outside any media query.
fn colours(selector: &str) -> Palette {
    let start = format!("\n  {selector} {{\n");
    TOKENS
        .split(&start)
        .skip(1)
        .filter_map(|rule| rule.split_once("\n  }"))
        .flat_map(|(rule, _)| rule.lines().filter_map(declaration))
        .collect()
}

fn declaration(line: &str) -> Option<(String, [f64; 3])> {
    let (name, value) = line.trim().strip_prefix("--")?.split_once(": #")?;
    let digits = value.strip_suffix(';')?;
    let part = |at: usize| {
        u8::from_str_radix(digits.get(at..at + 2)?, 16)
            .ok()
            .map(|byte| f64::from(byte) / 255.0)
    };
    Some((name.to_owned(), [part(0)?, part(2)?, part(4)?]))
}

fn luminance(colour: [f64; 3]) -> f64 {
    let [red, green, blue] = colour.map(|part| {
        if part <= 0.03928 {
            part / 12.92
        } else {
            ((part + 0.055) / 1.055).powf(2.4)
        }
    });
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

fn contrast(one: [f64; 3], other: [f64; 3]) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// The palette of one accent: the common colours with the accent's own laid over them.
fn palette(accent: &str) -> Palette {
    let mut all = colours(":root");
    if accent != "petrol" {
        let own = colours(&format!(":root[data-accent=\"{accent}\"]"));
        assert_eq!(own.len(), 9, "{accent} needs every colour of an accent");
        all.extend(own);
    }
    all
}

#[test]
fn every_text_and_every_border_can_be_seen_on_its_grounds() {
    let text: [(&str, &[&str], f64); 12] = [
        (
            "ink",
            &[
                "paper",
                "surface",
                "sunken",
                "tint",
                "danger-ground",
                "good-ground",
                "warning-ground",
                "info-ground",
            ],
            7.0,
        ),
        ("muted", &["paper", "surface", "sunken", "tint"], 6.0),
        ("link", &["paper", "surface", "sunken", "tint"], 6.0),
        ("visited", &["paper", "surface", "sunken"], 6.0),
        ("primary", &["paper", "surface", "tint"], 6.0),
        ("on-primary", &["primary", "primary-deep"], 7.0),
        ("danger", &["paper", "surface", "danger-ground"], 6.0),
        ("good", &["paper", "surface", "good-ground"], 6.0),
        ("warning", &["surface", "warning-ground"], 6.0),
        ("info", &["surface", "info-ground"], 6.0),
        ("edge", &["paper", "surface", "sunken"], 3.0),
        (
            "focus",
            &["paper", "surface", "sunken", "tint", "danger-ground", "warning-ground"],
            3.0,
        ),
    ];
    for accent in ["petrol", "plum", "moss", "clay"] {
        let palette = palette(accent);
        for mode in ["light", "dark"] {
            let colour = |name: &str| {
                *palette
                    .get(&format!("{mode}-{name}"))
                    .unwrap_or_else(|| panic!("{accent}: --{mode}-{name} is missing"))
            };
            for (name, grounds, least) in text {
                for ground in grounds {
                    let found = contrast(colour(name), colour(ground));
                    assert!(
                        found >= least,
                        "{accent}, {mode}: {name} on {ground} is {found:.2}, and {least} is the least"
                    );
                }
            }
        }
    }
}

#[test]
fn the_two_ways_into_the_dark_are_the_same() {
    let dark = |start: &str| -> Vec<&str> {
        let rule = TOKENS.split_once(start).map_or("", |(_, rest)| rest);
        rule.split('}')
            .next()
            .unwrap_or("")
            .lines()
            .map(str::trim)
            .filter(|line| line.starts_with("--"))
            .collect()
    };
    let by_device = dark(":root:not([data-theme=\"light\"]) {");
    assert!(by_device.len() > 20);
    assert_eq!(by_device, dark(":root[data-theme=\"dark\"] {"));
}
