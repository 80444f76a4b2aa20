//! A signature on the screen: what stood above it, and what was drawn or typed below (LEI-26, WES-5).

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use thiserror::Error;

/// What somebody put their name to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Signature {
    /// The words that stood above it, as they were read.
    pub words: String,
    /// What was drawn; nothing where the name was typed.
    #[serde(default, skip_serializing_if = "Strokes::is_empty")]
    pub drawn: Strokes,
    /// The name as it was typed, by those who cannot draw it; else empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub typed: String,
}

impl Signature {
    /// Whether somebody signed at all, and below some words.
    #[must_use]
    pub fn is_signed(&self) -> bool {
        !self.words.trim().is_empty() && (!self.drawn.is_empty() || !self.typed.trim().is_empty())
    }
}

/// How wide the field is that is drawn in.
pub const WIDTH: u16 = 1000;
/// How high it is.
pub const HEIGHT: u16 = 300;
/// The most points that are kept; a name takes a few hundred.
pub const MOST_POINTS: usize = 4000;

/// What was drawn in a field of [`WIDTH`] by [`HEIGHT`]: points `across,down`, a space between them, a semicolon between strokes.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Strokes(Vec<Vec<(u16, u16)>>);

/// A text that is no drawing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("this is no signature")]
pub struct NotDrawn;

impl Strokes {
    /// Whether nothing was drawn.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Begins a stroke at a point. One that lies outside of the field is moved to its edge.
    pub fn begin(&mut self, across: u16, down: u16) {
        if self.points() < MOST_POINTS {
            self.0.push(vec![within(across, down)]);
        }
    }

    /// Goes on with the last stroke. Beyond [`MOST_POINTS`] nothing more is drawn.
    pub fn go_on(&mut self, across: u16, down: u16) {
        let is_full = self.points() >= MOST_POINTS;
        let point = within(across, down);
        if let Some(stroke) = self
            .0
            .last_mut()
            .filter(|stroke| !is_full && stroke.last() != Some(&point))
        {
            stroke.push(point);
        }
    }

    /// The drawing as the outline of a path in a picture of the same size. It holds numbers and two letters, whatever was drawn.
    #[must_use]
    pub fn path(&self) -> String {
        let mut path = String::new();
        for stroke in &self.0 {
            let mut letter = 'M';
            for (across, down) in stroke {
                path.push_str(&format!("{letter}{across} {down}"));
                letter = 'L';
            }
            // A single point is a dot.
            if let [(across, down)] = stroke.as_slice() {
                path.push_str(&format!("L{across} {down}"));
            }
        }
        path
    }

    fn points(&self) -> usize {
        self.0.iter().map(Vec::len).sum()
    }
}

fn within(across: u16, down: u16) -> (u16, u16) {
    (across.min(WIDTH), down.min(HEIGHT))
}

impl fmt::Display for Strokes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (number, stroke) in self.0.iter().enumerate() {
            if number > 0 {
                f.write_str(";")?;
            }
            for (number, (across, down)) in stroke.iter().enumerate() {
                let space = if number > 0 { " " } else { "" };
                write!(f, "{space}{across},{down}")?;
            }
        }
        Ok(())
    }
}

impl From<Strokes> for String {
    fn from(strokes: Strokes) -> Self {
        strokes.to_string()
    }
}

impl FromStr for Strokes {
    type Err = NotDrawn;

    fn from_str(text: &str) -> Result<Self, NotDrawn> {
        if text.is_empty() {
            return Ok(Self::default());
        }
        let point = |point: &str| {
            let (across, down) = point.split_once(',')?;
            let (across, down) = (across.parse().ok()?, down.parse().ok()?);
            (across <= WIDTH && down <= HEIGHT).then_some((across, down))
        };
        let stroke = |stroke: &str| stroke.split(' ').map(point).collect::<Option<Vec<_>>>();
        let strokes = text.split(';').map(stroke).collect::<Option<Vec<_>>>();
        let strokes = Self(strokes.ok_or(NotDrawn)?);
        if strokes.points() > MOST_POINTS {
            return Err(NotDrawn);
        }
        Ok(strokes)
    }
}

impl TryFrom<String> for Strokes {
    type Error = NotDrawn;

    fn try_from(text: String) -> Result<Self, NotDrawn> {
        text.parse()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_drawing_is_kept_as_numbers_and_nothing_else() {
        let mut drawn = Strokes::default();
        drawn.go_on(5, 5);
        assert!(drawn.is_empty(), "nothing was begun");
        drawn.begin(10, 20);
        drawn.go_on(10, 20);
        drawn.go_on(1200, 30);
        drawn.begin(7, 400);
        assert_eq!(drawn.to_string(), "10,20 1000,30;7,300");
        assert_eq!(drawn.path(), "M10 20L1000 30M7 300L7 300");
        assert_eq!(drawn.to_string().parse(), Ok(drawn.clone()));
        assert_eq!(String::new().parse(), Ok(Strokes::default()));
        for text in ["<svg>", "1,2 3", "1,2;", "1001,2", "1,301", "-1,2"] {
            assert_eq!(text.parse::<Strokes>(), Err(NotDrawn), "{text}");
        }
    }

    #[test]
    fn a_drawing_has_an_end() {
        let mut drawn = Strokes::default();
        drawn.begin(0, 0);
        for point in 0..10_000 {
            drawn.go_on(point % 900, point % 2);
        }
        drawn.begin(3, 3);
        assert_eq!(drawn.to_string().split(' ').count(), MOST_POINTS);
        assert_eq!(drawn.to_string().parse(), Ok(drawn));
    }

    #[test]
    fn who_signs_signs_something() {
        let signed = |words: &str, drawn: &str, typed: &str| Signature {
            words: words.into(),
            drawn: drawn.parse().unwrap(),
            typed: typed.into(),
        };
        assert!(signed("I agree", "1,2 3,4", "").is_signed());
        assert!(signed("I agree", "", "Samina Latif").is_signed());
        assert!(!signed("I agree", "", " ").is_signed());
        assert!(!signed("", "1,2", "").is_signed());
    }
}
