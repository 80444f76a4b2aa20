//! The same list natively and, by `cargo xtask web`, in each browser: both sets of tables must agree.

use evenhand_letters::{composed, without_marks};

#[cfg(target_arch = "wasm32")]
wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);

/// As typed, composed, without marks.
const FORMS: [(&str, &str, &str); 12] = [
    ("", "", ""),
    ("plain ASCII 123", "plain ASCII 123", "plain ASCII 123"),
    ("Zoe\u{308}", "Zo\u{eb}", "Zoe"),
    ("Zo\u{eb}", "Zo\u{eb}", "Zoe"),
    (
        "Nguye\u{302}\u{303}n Va\u{306}n",
        "Nguy\u{1ec5}n V\u{103}n",
        "Nguyen Van",
    ),
    ("Nguy\u{1ec5}n V\u{103}n", "Nguy\u{1ec5}n V\u{103}n", "Nguyen Van"),
    (
        "\u{141}ukasz Wr\u{f3}blewski",
        "\u{141}ukasz Wr\u{f3}blewski",
        "\u{141}ukasz Wroblewski",
    ),
    (
        "\u{130}pek Y\u{131}ld\u{131}r\u{131}m",
        "\u{130}pek Y\u{131}ld\u{131}r\u{131}m",
        "Ipek Y\u{131}ld\u{131}r\u{131}m",
    ),
    (
        "\u{fb01}ve \u{2163} \u{ff21}",
        "\u{fb01}ve \u{2163} \u{ff21}",
        "five IV A",
    ),
    ("\u{1112}\u{1161}\u{11ab}", "\u{d55c}", "\u{1112}\u{1161}\u{11ab}"),
    (
        "\u{645}\u{64f}\u{62d}\u{64e}\u{645}\u{651}\u{64e}\u{62f}",
        "\u{645}\u{64f}\u{62d}\u{64e}\u{645}\u{64e}\u{651}\u{62f}",
        "\u{645}\u{62d}\u{645}\u{62f}",
    ),
    ("a\u{315}\u{300}\u{5ae}\u{300}b", "\u{e0}\u{5ae}\u{300}\u{315}b", "ab"),
];

#[cfg_attr(not(target_arch = "wasm32"), test)]
#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test::wasm_bindgen_test)]
fn every_form_is_the_same_by_both_sets_of_tables() {
    for (typed, one, bare) in FORMS {
        assert_eq!(composed(typed), one, "{typed:?} composed");
        assert_eq!(without_marks(typed), bare, "{typed:?} without marks");
    }
}
