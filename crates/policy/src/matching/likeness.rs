//! Whether two names may be one person's.

use super::align::{Alignment, align, surname_from};
use super::lexicon::{FAMILY, GIVEN};
use super::parse::{Name, Part, Sex};
use super::token::{Level, Token, family, given, run_together, touches};

/// How alike two names are, weakest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum NameLikeness {
    /// Different people, as far as names tell.
    Different,
    /// They share a part that many people bear.
    SharedCommon,
    /// They share a surname, or the one name given, that few people bear.
    SharedUncommon,
    /// Near enough to ask: an initial that fits, a typing slip, the last name left off.
    Alike,
    /// The same name: case, accents, order, titles, spelling, short forms, one half of a double surname, a former name set aside.
    Same,
}

/// Likeness, and whether many people bear what both names share.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Comparison {
    /// How alike.
    pub likeness: NameLikeness,
    /// Many people in England bear all of what is shared, so it proves little.
    pub common: bool,
}

/// How alike two names are, and how common what they share is.
#[must_use]
pub fn compare(a: &str, b: &str) -> Comparison {
    let mut found = Comparison {
        likeness: NameLikeness::Different,
        common: true,
    };
    let (a, b) = (Name::all(a), Name::all(b));
    for one in a.iter() {
        for other in b.iter() {
            let next = compare_parsed(one, other);
            if (next.likeness, !next.common) > (found.likeness, !found.common) {
                found = next;
            }
        }
    }
    found
}

/// How alike two names are.
#[must_use]
pub fn compare_names(a: &str, b: &str) -> NameLikeness {
    compare(a, b).likeness
}

/// Whether it is reasonable to show two names to somebody as possibly one person's.
#[must_use]
pub fn may_be_same_person(a: &str, b: &str) -> bool {
    compare(a, b).likeness >= NameLikeness::Alike
}

/// Whether many people in England bear every part of the name.
#[must_use]
pub fn is_common_name(name: &str) -> bool {
    Name::all(name)
        .iter()
        .all(|name| (0..name.parts.len()).all(|at| common(&name.parts, at)))
}

fn common(parts: &[Part], at: usize) -> bool {
    let text = parts[at].text.as_str();
    if text.chars().count() == 1 {
        return true;
    }
    let surname = at > 0 && at >= surname_from(parts);
    if surname {
        FAMILY.common(text)
    } else {
        GIVEN.common(text) || FAMILY.weak(text) || (at > 0 && FAMILY.common(text))
    }
}

fn compare_parsed(a: &Name, b: &Name) -> Comparison {
    let different = Comparison {
        likeness: NameLikeness::Different,
        common: true,
    };
    if a.parts.is_empty() || b.parts.is_empty() {
        return different;
    }
    // Noor-ul-Ain Butt is Noorulain Butt, and Ann-Marie De Souza Annmarie Desouza.
    if a.parts.len() > 1 && b.parts.len() > 1 && a.letters == b.letters && a.younger == b.younger {
        return Comparison {
            likeness: NameLikeness::Same,
            common: (0..a.parts.len()).all(|at| common(&a.parts, at)),
        };
    }
    if !has_to_do(a, b) {
        return different;
    }
    looked_into(a, b)
}

fn looked_into(a: &Name, b: &Name) -> Comparison {
    let mut found = shared(a, b);
    if a.surname_only || b.surname_only {
        return found;
    }
    for (one, other, turned) in readings(a, b) {
        let next = whole(&one, &other, turned);
        let next = apart_by_title(a, b, next);
        if (next.likeness, !next.common) > (found.likeness, !found.common) {
            found = next;
        }
    }
    found
}

/// Whether any part of the one answers any part of the other: two names of whom nothing does need no further look.
fn has_to_do(a: &Name, b: &Name) -> bool {
    let joined = |one: &Name, other: &Name| {
        let mut joined = one.joined().iter();
        joined.any(|one| other.tokens().any(|other| run_together(one, other)))
    };
    // All of a long name may stand in one word.
    let in_one_word = |one: &Name, other: &Name| one.parts.len() == 1 && other.parts.len() > 2;
    a.tokens().any(|one| b.tokens().any(|other| touches(one, other)))
        || joined(a, b)
        || joined(b, a)
        || in_one_word(a, b)
        || in_one_word(b, a)
}

/// Mr Jan and Miss Jane are two people, and so are Senior and Junior; the same letters under two titles are still worth a look.
fn apart_by_title(a: &Name, b: &Name, found: Comparison) -> Comparison {
    let titles_differ = matches!(
        (a.sex, b.sex),
        (Some(Sex::Man), Some(Sex::Woman)) | (Some(Sex::Woman), Some(Sex::Man))
    );
    let is_generation = matches!((a.younger, b.younger), (Some(one), Some(other)) if one != other);
    if is_generation || (titles_differ && a.parts.first() != b.parts.first()) {
        return Comparison {
            likeness: NameLikeness::Different,
            common: true,
        };
    }
    found
}

/// The ways to read the two names: with a former surname or what they are called, and with the surname first.
fn readings(a: &Name, b: &Name) -> Vec<(Vec<Part>, Vec<Part>, bool)> {
    let mut readings = Vec::new();
    for one in versions(a) {
        for other in versions(b) {
            readings.push((one.clone(), other.clone(), false));
            let ordered = a.ordered && b.ordered;
            if !ordered && one.len() > 1 && other.len() > 1 {
                readings.extend(turns(&other).into_iter().map(|turned| (one.clone(), turned, true)));
            }
        }
    }
    readings
}

fn versions(name: &Name) -> Vec<Vec<Part>> {
    let mut versions = vec![name.parts.clone()];
    let from = surname_from(&name.parts).max(1);
    for former in &name.former {
        let part = Part {
            text: former.clone(),
            tied: false,
        };
        let mut version = name.parts[..from.min(name.parts.len())].to_vec();
        version.push(part);
        versions.push(version);
    }
    // Which half of a double surname stands first is soon forgotten.
    if let [.., one, other] = name.parts.as_slice()
        && other.tied
        && !one.tied
        && name.parts.len() > 2
    {
        let mut version = name.parts[..from].to_vec();
        let part = |text: &Token, tied| Part {
            text: text.clone(),
            tied,
        };
        version.extend([part(&other.text, false), part(&one.text, true)]);
        versions.push(version);
    }
    if let (Some(nick), true) = (&name.nick, name.parts.len() > 1) {
        let mut version = name.parts.clone();
        version[0] = Part {
            text: nick.clone(),
            tied: false,
        };
        versions.push(version);
    }
    versions
}

/// The surname, with what hyphens tie to it, moved from the front to the end, and the last part moved to the front.
fn turns(parts: &[Part]) -> Vec<Vec<Part>> {
    let tied = 1 + parts[1..].iter().take_while(|part| part.tied).count();
    let mut first_last = parts.to_vec();
    first_last.rotate_left(tied % parts.len().max(1));
    let from = surname_from(parts);
    let mut last_first = parts.to_vec();
    last_first.rotate_left(from);
    let mut turned = vec![first_last];
    if turned[0] != last_first {
        turned.push(last_first);
    }
    turned.into_iter().filter(|turn| turn.as_slice() != parts).collect()
}

thread_local! {
    /// First names that stand before the own name and say little.
    static BEFORE_OWN: [Token; 4] = ["mohammed", "syed", "maria", "abdul"].map(|name| name.to_owned().into());
}

fn before_own(name: &Token) -> bool {
    name.as_str() == "md" || BEFORE_OWN.with(|names| names.iter().any(|own| given(name, own) >= Level::Spelling))
}

fn whole(a: &[Part], b: &[Part], turned: bool) -> Comparison {
    let different = Comparison {
        likeness: NameLikeness::Different,
        common: true,
    };
    let laid = align(a, b);
    let (alone_a, alone_b) = (laid.alone(a.len(), true), laid.alone(b.len(), false));
    let (sur_a, sur_b) = (surname_from(a), surname_from(b));
    let common = laid.pairs.iter().all(|&(i, j, _)| common(a, i) && common(b, j));
    if a.len() == 1 || b.len() == 1 {
        return single(a, b, &laid, common);
    }
    let fathers = |parts: &[Part]| parts.iter().all(|part| GIVEN.fathers(&part.text));
    if turned {
        let all = alone_a.is_empty() || alone_b.is_empty();
        let spelt = laid.pairs.iter().all(|pair| pair.2 >= Level::Spelling);
        // Ali Hassan and Hassan Ali are as likely a father and a son.
        // Turned about, all of the surname must answer: Stewart Neil is not Neil Stewart-Bryce.
        let free = |parts: &[Part], at: usize| !parts[at].tied && parts.get(at + 1).is_none_or(|next| !next.tied);
        let inside = |alone: &[usize], parts: &[Part], from: usize| {
            alone.iter().all(|at| *at > 0 && *at < from && free(parts, *at))
        };
        if !all || !spelt || !inside(&alone_a, a, sur_a) || !inside(&alone_b, b, sur_b) || (fathers(a) && fathers(b)) {
            return different;
        }
    }
    let Some(first) = first_level(a, b, &laid) else {
        return different;
    };
    let zone = |at: usize, from: usize| {
        if at == 0 {
            0
        } else if at < from {
            1
        } else {
            2
        }
    };
    let clash = alone_a
        .iter()
        .any(|i| alone_b.iter().any(|j| zone(*i, sur_a) == zone(*j, sur_b)));
    let rest: Vec<_> = laid
        .pairs
        .iter()
        .filter(|&&(i, j, _)| i > 0 && j > 0 || (first.dropped && (i > 0 || j > 0)))
        .collect();
    let surname = rest
        .iter()
        .any(|&&(i, j, level)| level > Level::Initial && (i >= sur_a || j >= sur_b));
    if clash || !surname {
        return different;
    }
    if first.level == Level::Initial {
        let own = rest
            .iter()
            .any(|&&(i, j, level)| level >= Level::Short && i < sur_a && j < sur_b);
        let rare = rest
            .iter()
            .any(|&&(i, j, level)| level >= Level::Spelling && i >= sur_a && j >= sur_b && !FAMILY.common(&a[i].text));
        let likeness = if own || rare {
            NameLikeness::Alike
        } else {
            NameLikeness::Different
        };
        return Comparison { likeness, common };
    }
    let slips = laid.pairs.iter().any(|&(_, _, level)| level == Level::Slip);
    let halved = alone_a.iter().any(|at| *at >= sur_a) || alone_b.iter().any(|at| *at >= sur_b);
    if slips && halved {
        // A slip in one half of a double surname, the other half left off, is one doubt too many.
        return different;
    }
    let last_left = |alone: &[usize], parts: &[Part], from: usize| {
        alone
            .iter()
            .any(|at| *at >= from && !parts[*at].tied && from + 1 == parts.len() && !FAMILY.weak(&parts[*at].text))
    };
    let shortened = last_left(&alone_a, a, sur_a) || last_left(&alone_b, b, sur_b);
    let likeness = if slips || shortened || first.unsure {
        NameLikeness::Alike
    } else {
        NameLikeness::Same
    };
    Comparison { likeness, common }
}

struct First {
    level: Level,
    /// The first name of one of them is missing from the other.
    dropped: bool,
    unsure: bool,
}

fn first_level(a: &[Part], b: &[Part], laid: &Alignment) -> Option<First> {
    if let Some(level) = laid.level(0, 0) {
        return Some(First {
            level,
            dropped: false,
            unsure: false,
        });
    }
    let left_off = |parts: &[Part], at: usize| {
        let own = parts[..at].iter().all(|part| before_own(&part.text));
        let fathers = GIVEN.fathers(&parts[at].text);
        // "Abdi Roble" is the father of "Fadumo Abdi Roble": the own name is what is missing.
        (own || !fathers).then_some(!own)
    };
    laid.pairs
        .iter()
        .filter(|pair| pair.2 >= Level::Short && (pair.0 == 0) != (pair.1 == 0))
        .find_map(|&(i, j, level)| {
            let unsure = if i == 0 && j < surname_from(b) {
                left_off(b, j)
            } else if j == 0 && i < surname_from(a) {
                left_off(a, i)
            } else {
                None
            }?;
            Some(First {
                level,
                dropped: true,
                unsure,
            })
        })
}

/// One name alone against one or several.
fn single(a: &[Part], b: &[Part], laid: &Alignment, common: bool) -> Comparison {
    let run = |parts: &[Part]| parts.iter().map(|part| part.text.as_str()).collect::<String>();
    let likeness = match laid.level(0, 0) {
        _ if run(a) == run(b) => NameLikeness::Same,
        Some(level) if a.len() == b.len() && level >= Level::Short => NameLikeness::Same,
        Some(Level::Slip) if a.len() == b.len() => NameLikeness::Alike,
        Some(level) if level >= Level::Short && !common => NameLikeness::Alike,
        _ => NameLikeness::Different,
    };
    Comparison { likeness, common }
}

/// What is left when the people are not the same: a surname that both bear.
fn shared(a: &Name, b: &Name) -> Comparison {
    fn surnames(name: &Name) -> impl Iterator<Item = &Token> {
        let from = match name.surname_only {
            true => 0,
            false => surname_from(&name.parts).max(1),
        };
        let last = name.parts.get(from..).unwrap_or_default();
        last.iter().map(|part| &part.text).chain(&name.former)
    }
    let later = |name: &'_ Name| {
        let middle = name.parts.get(1..).unwrap_or_default();
        let middle = middle.iter().map(|part| part.text.clone());
        middle.filter(|text| !GIVEN.knows(text)).collect::<Vec<Token>>()
    };
    let mut found = Comparison {
        likeness: NameLikeness::Different,
        common: true,
    };
    let (later_a, later_b) = (later(a), later(b));
    for (one, other, later) in [(a, b, &later_b), (b, a, &later_a)] {
        for (name, other) in surnames(one).flat_map(|name| surnames(other).chain(later).map(move |other| (name, other)))
        {
            if name.chars().count() > 1 && family(name, other) >= Level::Spelling {
                let common = FAMILY.common(name) || FAMILY.common(other) || FAMILY.weak(name);
                let likeness = if common {
                    NameLikeness::SharedCommon
                } else {
                    NameLikeness::SharedUncommon
                };
                if likeness > found.likeness {
                    found = Comparison { likeness, common };
                }
            }
        }
    }
    found
}

#[cfg(test)]
mod tests;
