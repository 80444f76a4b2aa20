//! Who speaks: the worker, or somebody whose words the worker hands on; and who does what a verb says.

use super::read::{Kind, Token};
use super::words::{Classes, Words};

/// The classes that the grammar asks for.
#[derive(Debug)]
pub(super) struct Sense {
    /// Small words that end the name of a person or an agency.
    pub(super) small: Classes,
    /// Words that may be verbs, which no name holds.
    verb: Classes,
    me: Classes,
    client: Classes,
    title: Classes,
    det: Classes,
    agency: Classes,
    helper: Classes,
    joiner: Classes,
    say: Classes,
    view: Classes,
    done: Classes,
    about: Classes,
    to: Classes,
    pronoun: Classes,
    what: u16,
    by: u16,
    be: Classes,
    own: Classes,
    mood: Classes,
    not: Classes,
    /// What a denial does not reach beyond: "is not coping because ..."
    turn: Classes,
    suppose: Classes,
    /// Words that begin a phrase of when or where.
    set: Classes,
}

impl Sense {
    pub(super) fn new(words: &Words) -> Sense {
        Sense {
            small: words.known("small"),
            verb: words.forms("act") | words.forms("say") | words.known("done") | words.known("tell"),
            me: words.known("me"),
            client: words.known("client"),
            title: words.known("title"),
            det: words.known("det"),
            agency: words.known("agency"),
            helper: words.known("helper"),
            joiner: words.known("joiner"),
            say: words.forms("say"),
            view: words.known("view"),
            done: words.known("done"),
            about: words.known("about"),
            to: words.known("to"),
            pronoun: words.known("pronoun"),
            what: words.find("what").0,
            by: words.find("by").0,
            be: words.known("be"),
            own: words.known("own"),
            mood: words.known("mood"),
            not: words.known("not"),
            turn: words.known("turn"),
            suppose: words.known("suppose"),
            set: words.known("set"),
        }
    }

    /// Where the name of a person of the family may end that begins here.
    fn person(&self, at: usize, tokens: &[Token]) -> Option<usize> {
        let mut to = at;
        while to < at + 3
            && word(tokens, to)
                .is_some_and(|token| token.classes & (self.det | self.title) != 0 && token.classes & self.client == 0)
        {
            to += 1;
        }
        let titled = to > at && tokens[to - 1].classes & self.title != 0;
        let head = word(tokens, to)?;
        if !(head.classes & self.client != 0 || titled || self.name(to, tokens)) {
            return None;
        }
        to += 1;
        while self.name(to, tokens) && to < at + 6 {
            to += 1;
        }
        Some(to)
    }

    /// A word with a capital in the midst of a sentence, that no rule knows.
    fn name(&self, at: usize, tokens: &[Token]) -> bool {
        let first = at == 0 || matches!(tokens[at - 1].kind, Kind::Stop(_));
        word(tokens, at).is_some_and(|token| token.capital && token.classes == 0 && token.to - token.from > 2) && !first
    }

    /// Where the name of an agency may end that begins here.
    fn agency(&self, at: usize, tokens: &[Token]) -> Option<usize> {
        if word(tokens, at).is_some_and(|token| token.classes & self.own != 0) {
            return None;
        }
        for to in at..at + 5 {
            let token = word(tokens, to)?;
            if token.classes & self.agency != 0 {
                let mut end = to + 1;
                while word(tokens, end).is_some_and(|token| token.classes & self.agency != 0) {
                    end += 1;
                }
                return Some(end);
            }
            if token.classes & (self.small | self.verb) != 0 && (to > at || token.classes & self.det == 0) {
                return None;
            }
        }
        None
    }
}

fn word(tokens: &[Token], at: usize) -> Option<&Token> {
    tokens.get(at).filter(|token| token.kind == Kind::Word)
}

/// For each token whether somebody else says it, whether it is denied, and whether it is only asked or supposed.
#[derive(Debug, Default)]
pub(super) struct Voice {
    pub(super) others: Vec<bool>,
    pub(super) supposed: Vec<bool>,
    pub(super) denied: Vec<bool>,
    /// Whether a verb there would be the worker's doing.
    pub(super) worker: Vec<bool>,
    /// Where the name of a person, or of an agency, ends that begins there; 0 where none begins.
    persons: Vec<usize>,
    agencies: Vec<usize>,
}

/// How far back the subject of a clause is looked for, so that a text without a full stop costs no more than one with them.
const REACH: usize = 60;

/// Who a verb belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Who {
    Worker,
    Other,
}

impl Voice {
    pub(super) fn hear(tokens: &[Token], sense: &Sense) -> Voice {
        let none = vec![false; tokens.len()];
        let mut voice = Voice {
            others: none.clone(),
            supposed: none.clone(),
            denied: none.clone(),
            worker: none,
            persons: (0..tokens.len())
                .map(|at| sense.person(at, tokens).unwrap_or(0))
                .collect(),
            agencies: (0..tokens.len())
                .map(|at| sense.agency(at, tokens).unwrap_or(0))
                .collect(),
        };
        let mut from = 0;
        while from < tokens.len() {
            let stop = tokens[from..]
                .iter()
                .position(|token| matches!(token.kind, Kind::Stop(_)));
            let to = stop.map_or(tokens.len(), |at| from + at);
            voice.sentence(from, to, tokens, sense);
            from = to + 1;
        }
        voice
    }

    fn sentence(&mut self, from: usize, to: usize, tokens: &[Token], sense: &Sense) {
        for at in from..to {
            // Where somebody is named, whatever the clause says next is theirs.
            let token = &tokens[at];
            let is_new = at == from && token.capital && token.number == 0;
            let is_named = token.classes & sense.verb == 0
                && (token.classes & (sense.det | sense.pronoun | sense.agency) != 0 || self.person(at).is_some());
            self.worker[at] = !is_new && !is_named && self.subject(at, from, tokens, sense) == Who::Worker;
        }
        self.speakers(from, to, tokens, sense);
        self.quotes(from, to, tokens, sense);
        let asked = tokens.get(to).is_some_and(|token| token.kind == Kind::Stop('?'));
        let (mut denied, mut supposed) = (0, asked);
        for (at, token) in tokens.iter().enumerate().take(to).skip(from) {
            if matches!(token.kind, Kind::Pause(_)) {
                denied = 0;
                supposed = asked;
            }
            let is_turn = token.classes & sense.turn != 0 && at > from && tokens[at - 1].classes & sense.not == 0;
            if is_turn && denied < to {
                denied = 0;
            }
            if token.classes & sense.suppose != 0 {
                supposed = true;
            }
            self.denied[at] = denied > 0;
            self.supposed[at] = supposed;
            denied = if token.classes & sense.not != 0 {
                6
            } else if denied > 0 && token.classes & sense.say != 0 {
                // What was not said is denied to the end.
                to
            } else {
                denied.max(1) - 1
            };
        }
    }

    /// Marks what somebody else says, thinks or asks, from the verb that says so on.
    fn speakers(&mut self, from: usize, to: usize, tokens: &[Token], sense: &Sense) {
        let mut other = false;
        for (at, token) in tokens.iter().enumerate().take(to).skip(from) {
            if other && self.takes_over(at, tokens, sense) {
                other = false;
            }
            self.others[at] = other;
            if token.kind != Kind::Word {
                continue;
            }
            let noun = at > from
                && tokens[at - 1].classes & (sense.det | sense.to) != 0
                && tokens[at - 1].classes & sense.pronoun == 0;
            let known = tokens[from..at]
                .iter()
                .rev()
                .take(3)
                .any(|token| token.number != 0 && token.number == sense.what);
            let passive = at > from && tokens[at - 1].classes & sense.be != 0;
            let by_other = tokens
                .get(at + 1)
                .is_some_and(|next| next.number == sense.by && next.number != 0);
            let says = token.classes & sense.say != 0 && !noun && !known && (!passive || by_other);
            let says = says || (passive && token.classes & sense.mood != 0);
            if says && !self.worker[at] {
                let last = word(tokens, at + 1).is_none_or(|next| next.classes & sense.helper != 0)
                    && at + 1 >= to.min(at + 2);
                let after = at > from && self.trails(at, from, tokens);
                if after && last {
                    let own = (from..at)
                        .rev()
                        .find(|place| tokens[*place].classes & sense.me != 0)
                        .unwrap_or(from);
                    for said in &mut self.others[own..at] {
                        *said = true;
                    }
                }
                other = true;
            } else if says && token.classes & sense.to == 0 && self.worker[at] {
                other = false;
            }
            let mine = at > from
                && tokens[from..at]
                    .iter()
                    .rev()
                    .take(4)
                    .any(|token| token.classes & sense.me != 0);
            if token.classes & sense.view != 0 && !mine && !other {
                let next = tokens.get(at + 1);
                other = next
                    .is_some_and(|next| matches!(next.kind, Kind::Pause(':' | ',')) || next.classes & sense.about != 0);
            }
            // "Mum: ..." as a line of a talk.
            if at == from
                && token.classes & (sense.client | sense.agency) != 0
                && tokens.get(at + 1).is_some_and(|next| next.kind == Kind::Pause(':'))
            {
                other = true;
            }
        }
    }

    /// A clause after a pause or a joining word whose subject is the worker.
    fn takes_over(&self, at: usize, tokens: &[Token], sense: &Sense) -> bool {
        let token = &tokens[at];
        let before = &tokens[at - 1];
        let joined = matches!(before.kind, Kind::Pause(_)) || before.classes & sense.joiner != 0;
        let mine = token.classes & sense.me != 0 && word(tokens, at + 1).is_some();
        (joined
            && !token.quoted
            && (mine || (token.classes & sense.done != 0 && matches!(before.kind, Kind::Pause(_)))))
            || before.kind == Kind::Pause(';')
    }

    /// Whether "..., mum said" stands after what was said.
    fn trails(&self, at: usize, from: usize, tokens: &[Token]) -> bool {
        (from..at)
            .rev()
            .take(4)
            .any(|place| matches!(tokens[place].kind, Kind::Pause(',' | '—')))
            && at - from > 3
    }

    /// What stands between quotation marks is somebody else's, unless the worker is said to have said it.
    fn quotes(&mut self, from: usize, to: usize, tokens: &[Token], sense: &Sense) {
        let mut end = from;
        while let Some(start) = (end..to).find(|place| tokens[*place].quoted) {
            end = (start..to).find(|place| !tokens[*place].quoted).unwrap_or(to);
            let open = start.checked_sub(1).filter(|open| *open >= from);
            let close = Some(end).filter(|close| *close < to);
            let before = open.is_some_and(|open| {
                (open.saturating_sub(4).max(from)..=open)
                    .any(|place| tokens[place].classes & sense.say != 0 && self.worker[place])
            });
            let after = close.is_some_and(|close| {
                (close..to.min(close + 4)).any(|place| {
                    tokens[place].classes & sense.say != 0
                        && self.worker[place]
                        && place > from
                        && self.own(place, tokens, sense)
                })
            });
            self.others[start..end].fill(!(before || after));
        }
    }

    /// "I" stands before the verb, in so many words.
    fn own(&self, at: usize, tokens: &[Token], sense: &Sense) -> bool {
        tokens[at.saturating_sub(2)..at]
            .iter()
            .any(|token| token.classes & sense.me != 0)
    }

    /// Where the name of a person of the family ends that begins here.
    pub(super) fn person(&self, at: usize) -> Option<usize> {
        self.persons.get(at).copied().filter(|end| *end > 0)
    }

    /// Where the name of an agency ends that begins here.
    pub(super) fn agency(&self, at: usize) -> Option<usize> {
        self.agencies.get(at).copied().filter(|end| *end > 0)
    }

    /// Who does what the verb at a place says. Shorthand leaves "I" out.
    fn subject(&self, at: usize, from: usize, tokens: &[Token], sense: &Sense) -> Who {
        let mut place = at;
        while place > from
            && tokens[place - 1].kind == Kind::Word
            && tokens[place - 1].classes & (sense.helper | sense.not | sense.to) != 0
        {
            place -= 1;
        }
        if place == from || self.set(from, place, tokens, sense) {
            return Who::Worker;
        }
        let before = &tokens[place - 1];
        if before.classes & sense.me != 0 {
            return Who::Worker;
        }
        if matches!(before.kind, Kind::Pause(_)) || before.classes & sense.joiner != 0 {
            return self.led(place - 1, from, tokens, sense, matches!(before.kind, Kind::Pause(_)));
        }
        Who::Other
    }

    /// Whether nothing but when or where stands before a verb: "In the break told ...".
    fn set(&self, from: usize, to: usize, tokens: &[Token], sense: &Sense) -> bool {
        let is_bare = |at: usize| {
            let token = &tokens[at];
            token.kind == Kind::Word
                && !token.capital
                && token.classes & (sense.verb | sense.pronoun | sense.me | sense.client) == 0
                && self.agency(at).is_none()
        };
        tokens[from].classes & sense.set != 0 && to - from <= 5 && (from + 1..to).all(is_bare)
    }

    /// Who the clause before a joining word or a pause belongs to.
    fn led(&self, at: usize, from: usize, tokens: &[Token], sense: &Sense, pause: bool) -> Who {
        let from = from.max(at.saturating_sub(REACH));
        let clause = (from..at)
            .rev()
            .find(|place| matches!(tokens[*place].kind, Kind::Pause(';' | '—' | '|')))
            .map_or(from, |place| place + 1);
        if tokens[clause..at].iter().any(|token| token.classes & sense.me != 0) {
            return Who::Worker;
        }
        let Some(first) = tokens.get(clause).filter(|_| clause < at) else {
            return Who::Worker;
        };
        if first.classes & (sense.done | sense.helper) != 0 {
            return Who::Worker;
        }
        let says = tokens[clause..at]
            .iter()
            .any(|token| token.classes & (sense.say | sense.done) != 0);
        if pause && !says { Who::Worker } else { Who::Other }
    }

    /// Whether a clause begins here.
    pub(super) fn clause_start(&self, at: usize, tokens: &[Token]) -> bool {
        at == 0 || tokens[at - 1].kind != Kind::Word
    }
}
