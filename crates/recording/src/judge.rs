//! What the rules found and what a piece weighs, taken together: each is right where the other is not.

use std::ops::Range;

use super::read::{Kind, Token};
use super::voice::Voice;
use super::weigh::{self, Groups, Weights};
use super::{Label, Mark};

/// A piece that weighs less than this is not marked, whatever a rule says.
const AT_LEAST: f32 = -0.1;
/// The same of one sentence in a piece that is light as a whole.
const ALONE: f32 = 0.2;
/// A piece that weighs more than this is marked, whether or not a rule says so.
const ENOUGH: f32 = 0.5;
/// A label that a rule found stands where the piece weighs more than this for it.
const LABEL_AT_LEAST: f32 = -0.8;
/// A label stands without any rule where a marked piece weighs more than this for it.
const LABEL_ENOUGH: f32 = -0.1;
/// What a rule's word for a label counts for.
const A_RULE: f32 = 0.3;

/// A text with all that is known of it.
pub(super) struct Judge<'a> {
    pub(super) weights: &'a Weights,
    pub(super) groups: &'a Groups,
    pub(super) tokens: &'a [Token],
    pub(super) voice: &'a Voice,
    /// For each token the labels that rules take back there, one bit each.
    pub(super) spared: &'a [u8],
}

impl Judge<'_> {
    /// The marks of the text: those of the rules that its pieces bear out, and those that the pieces ask for themselves.
    pub(super) fn judge(&self, ruled: Vec<Mark>) -> Vec<Mark> {
        let mut ruled = ruled.into_iter().peekable();
        let mut marks = Vec::new();
        for piece in weigh::pieces(self.tokens) {
            let end = self.tokens[piece.end - 1].to;
            let mut here = Vec::new();
            while let Some(mark) = ruled.next_if(|mark| mark.span.start < end) {
                here.push(mark);
            }
            self.one(piece, here, &mut marks);
        }
        marks.sort_by_key(|mark| (mark.span.start, mark.label));
        marks
    }

    fn one(&self, piece: Range<usize>, ruled: Vec<Mark>, marks: &mut Vec<Mark>) {
        let traits = weigh::traits(piece.clone(), self.tokens, self.voice, self.groups);
        let [whole, labels @ ..] = self.weights.weigh(&traits);
        // Several things may be wrong with several sentences: what a rule found stands where its own sentence bears it out, too.
        let alone = |mark: &Mark| {
            let sentence = self.sentence(&piece, mark.span.start);
            let traits = weigh::traits(sentence, self.tokens, self.voice, self.groups);
            let [whole, labels @ ..] = self.weights.weigh(&traits);
            let own = Label::ALL.iter().zip(labels).find(|(label, _)| **label == mark.label);
            whole > ALONE && own.is_some_and(|(_, own)| own > LABEL_AT_LEAST)
        };
        if whole <= if ruled.is_empty() { ENOUGH } else { AT_LEAST } {
            return marks.extend(ruled.into_iter().filter(alone));
        }
        let by_rule = |label: Label| ruled.iter().any(|mark| mark.label == label);
        let weight = |(label, own): &(Label, f32)| own + if by_rule(*label) { A_RULE } else { 0.0 };
        let all = Label::ALL.into_iter().zip(labels);
        let most = all.clone().max_by(|one, other| weight(one).total_cmp(&weight(other)));
        let stands = |label: Label, own: f32| {
            most.is_some_and(|(most, _)| most == label)
                || own > LABEL_ENOUGH
                || (by_rule(label) && own > LABEL_AT_LEAST)
        };
        let standing: Vec<Label> = all
            .filter(|(label, own)| stands(*label, *own))
            .map(|(label, _)| label)
            .collect();
        for (asked, label) in (1..).zip(Label::ALL) {
            if !standing.contains(&label) || by_rule(label) {
                continue;
            }
            let words = self.weights.heaviest(asked, &traits, self.tokens);
            // Where a rule knows better, such as that permission is noted, words are not weighed against it.
            let words = words.filter(|(from, _)| self.spared[*from] >> (asked - 1) & 1 == 0);
            marks.extend(words.map(|(from, to)| Mark {
                span: self.tokens[from].from..self.tokens[to].to,
                label,
                reason: label.reason().to_owned(),
                instead: None,
            }));
        }
        marks.extend(
            ruled
                .into_iter()
                .filter(|mark| standing.contains(&mark.label) || alone(mark)),
        );
    }

    /// The sentence of a piece in which a byte of the text stands.
    fn sentence(&self, piece: &Range<usize>, byte: usize) -> Range<usize> {
        let is_stop = |at: &usize| matches!(self.tokens[*at].kind, Kind::Stop(_));
        let at = self.tokens.partition_point(|token| token.to <= byte);
        let from = (piece.start..at)
            .rev()
            .find(is_stop)
            .map_or(piece.start, |stop| stop + 1);
        let to = (at..piece.end).find(is_stop).map_or(piece.end, |stop| stop + 1);
        from..to
    }
}
