//! Random histories of views: whatever happens, each says what was given, and what went out is just that.

use proptest::prelude::*;

use super::*;

/// One step of a history.
#[derive(Debug, Clone)]
enum Step {
    Take(String, u8),
    Anew(prop::sample::Index, String),
    Translate(prop::sample::Index, String),
    PassOn(Vec<prop::sample::Index>),
    Answer(prop::sample::Index),
    TakeBack(prop::sample::Index),
    Snapshot,
    Lock,
    Restore,
}

/// Texts that something on the way might alter: breaks of lines, forms of letters, marks of direction, spaces at the end, lines like ours.
fn text() -> impl Strategy<Value = String> {
    let hard = prop::sample::select(vec![
        "\r\n",
        "\n",
        "\r",
        "\u{2028}",
        "  ",
        "\t",
        " \n",
        "cafe\u{301}",
        "caf\u{e9}",
        "\u{212b}",
        "\u{1e9b}\u{323}",
        "\u{1f468}\u{200d}\u{1f469}\u{200d}\u{1f467}",
        "\u{1f1ec}\u{1f1e7}",
        "مرحبا",
        "\u{202e}",
        "\u{2066}",
        "\u{feff}",
        "\u{0}",
        "\u{1b}",
        "&amp;",
        "<b>",
        "\\u0041",
        "\"",
        "----- begin ",
        "\n----- end ",
        "VIEW 1 OF 1",
    ]);
    let part = prop_oneof![3 => hard.prop_map(str::to_owned), 2 => "[a-zA-Z ,.]{0,12}", 1 => any::<char>().prop_map(String::from)];
    prop::collection::vec(part, 1..8).prop_map(|parts| format!("{}x", parts.concat()))
}

fn step() -> impl Strategy<Value = Step> {
    let index = any::<prop::sample::Index>;
    prop_oneof![
        5 => (text(), 1..8_u8).prop_map(|(text, themes)| Step::Take(text, themes)),
        1 => (index(), text()).prop_map(|(at, text)| Step::Anew(at, text)),
        2 => (index(), text()).prop_map(|(at, text)| Step::Translate(at, text)),
        3 => prop::collection::vec(index(), 1..5).prop_map(Step::PassOn),
        1 => index().prop_map(Step::Answer),
        1 => index().prop_map(Step::TakeBack),
        1 => Just(Step::Snapshot),
        1 => Just(Step::Lock),
        1 => Just(Step::Restore),
    ]
}

/// The service with what was ever given, and every file that ever went out.
struct House {
    store: AnyStore,
    desk: Desk,
    code: String,
    minutes: i64,
    way_in: usize,
    given: Vec<(ViewId, String)>,
    sent: Vec<(EventId, Vec<ViewId>, Vec<u8>)>,
}

impl House {
    fn open() -> Self {
        let (store, desk, code) = service(ProfileId::Leicester);
        let code = code.printed().to_string();
        Self {
            store,
            desk,
            code,
            minutes: 10,
            way_in: 0,
            given: Vec::new(),
            sent: Vec::new(),
        }
    }

    fn sign_in(&self) -> evenhand_engine::people::person::SignIn {
        match self.way_in {
            0 => sign_in("morag"),
            number => sign_in(&format!("morag{number}")),
        }
    }

    fn now(&mut self) -> Now {
        self.minutes += 1;
        now(self.minutes)
    }

    fn take(&mut self, text: &str, themes: u8, instead: Option<ViewId>) {
        let words = ["transport", "health", "care"];
        let chosen = (0..3).filter(|at| themes & (1 << at) != 0).map(|at| words[at]);
        let request = TakeRequest {
            instead,
            ..asked(text, &[("themes", &chosen.collect::<Vec<_>>().join(" "))])
        };
        let now = self.now();
        if let Ok(id) = run(self.desk.take_view(now, request)) {
            self.given.push((id, text.to_owned()));
        }
    }

    fn play(&mut self, step: &Step) {
        let now = self.now();
        let some = |at: &prop::sample::Index| (!self.given.is_empty()).then(|| at.get(&self.given).0);
        match step {
            Step::Take(text, themes) => self.take(text, *themes, None),
            Step::Anew(at, text) => {
                let instead = some(at);
                self.take(text, 1, instead);
            }
            // Whether it may be is asked elsewhere; here it may fail, and alters nothing either way.
            Step::Translate(at, text) => {
                if let Some(id) = some(at) {
                    let _ = run(self.desk.translate_view(now, id, text.clone(), "English", "Nadia"));
                }
            }
            Step::TakeBack(at) => {
                if let Some(id) = some(at) {
                    let _ = run(self.desk.take_back_view(now, id, "by letter"));
                }
            }
            Step::PassOn(some_of) => {
                let may_go = |id: &ViewId| self.desk.view(*id).is_some_and(|kept| kept.may_go());
                let mut ids: Vec<ViewId> = some_of.iter().filter_map(some).filter(may_go).collect();
                let mut seen = std::collections::BTreeSet::new();
                ids.retain(|id| seen.insert(*id));
                if !ids.is_empty() {
                    let sent = run(self.desk.pass_on_views(now, &ids, to("Head of SEND"))).unwrap();
                    assert_eq!(sent.count, ids.len());
                    self.sent.push((sent.pack, ids, sent.file));
                }
            }
            Step::Answer(at) => {
                if !self.sent.is_empty() {
                    answer(&self.desk, at.get(&self.sent).0, "changed", "transport").unwrap();
                }
            }
            Step::Snapshot => {
                while self.desk.prepare_search(100) {}
                run(self.desk.keep_snapshot(|| std::future::ready(()))).unwrap();
            }
            Step::Lock => {
                self.desk.lock();
                self.desk = run(unlock(&self.store, now, self.sign_in())).unwrap();
            }
            Step::Restore => {
                let file = run(self.desk.make_backup()).unwrap();
                self.desk.lock();
                self.store = AnyStore::memory();
                self.way_in += 1;
                let way_in = self.sign_in();
                let restored = restore_with(
                    &self.store,
                    now,
                    Held::new(&file),
                    &self.code,
                    way_in,
                    KdfParams::floor(),
                );
                self.desk = run(restored).unwrap();
            }
        }
    }

    /// Every view that was ever given says what was given, and every file that ever went out holds just that, each and no more.
    fn holds(&self) {
        assert_eq!(self.desk.views().len(), self.given.len());
        for (id, text) in &self.given {
            let kept = self.desk.view(*id).unwrap();
            // What its giver took back is gone; everything else says what was given.
            match kept.taken_back.is_some() {
                true => assert!(kept.is_erased() && kept.translations.is_empty()),
                false => {
                    assert_eq!(kept.view.text.as_bytes(), text.as_bytes());
                    assert!(Desk::is_as_sealed(&kept));
                }
            }
        }
        for (pack, ids, file) in &self.sent {
            let checked = self.desk.check_pack(file).unwrap();
            assert_eq!(checked.worst(), Found::AsSealed, "{:?}", checked.texts);
            let came_out = checked.texts.iter().filter(|(_, translation, _)| *translation == 0);
            assert!(came_out.map(|(id, ..)| id).eq(ids));
            assert_eq!(&self.desk.pack_again(*pack).unwrap(), file);
        }
        assert_eq!(self.desk.faults(), []);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn lei_32_no_history_alters_a_byte_of_a_view(steps in prop::collection::vec(step(), 6..24)) {
        let mut house = House::open();
        house.take("first", 1, None);
        for step in &steps {
            house.play(step);
        }
        house.holds();
        house.play(&Step::Lock);
        house.holds();
        house.play(&Step::Restore);
        house.holds();
    }

    /// One byte that is another, wherever it stands between the two lines of a view, is found in that view and in no other.
    #[test]
    fn lei_32_one_altered_byte_names_its_view(texts in prop::collection::vec(text(), 1..4), at in any::<prop::sample::Index>(), by in 1..255_u8) {
        let (_, desk, _) = service(ProfileId::Leicester);
        let ids: Vec<ViewId> = texts.iter().map(|text| take(&desk, text, &[])).collect();
        let sent = run(desk.pass_on_views(now(5), &ids, to("Head of SEND"))).unwrap();
        let which = at.index(ids.len());
        let text = texts[which].as_bytes();
        let begins = format!("----- begin {} 0, ", ids[which]);
        let line = sent.file.windows(begins.len()).position(|some| some == begins.as_bytes()).unwrap();
        let words = line + sent.file[line..].iter().position(|byte| *byte == b'\n').unwrap() + 1;
        let mut file = sent.file.clone();
        file[words + at.index(text.len())] ^= by;
        let found = desk.check_pack(&file).unwrap();
        let altered: Vec<ViewId> = found.texts.iter().filter(|(.., found)| *found != Found::AsSealed).map(|(id, ..)| *id).collect();
        prop_assert_eq!(altered, vec![ids[which]]);
    }
}
