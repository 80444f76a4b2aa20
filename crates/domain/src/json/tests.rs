use serde::Deserialize;

use super::{Json, Stopped, read, write_plain};

#[derive(Debug, PartialEq, Deserialize)]
struct Pair {
    left: u8,
    #[serde(default)]
    right: Option<Vec<Pair>>,
}

#[derive(Debug, PartialEq, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Shape {
    Bare,
    One(Pair),
    Named { pair: Pair },
}

#[test]
fn an_object_is_read_at_every_depth() {
    let read: Pair = read(br#"{"left": 1, "right": [{"left": 2}], "newer": [1, {"a": null}]}"#).unwrap();
    let inner = Pair { left: 2, right: None };
    assert_eq!(
        read,
        Pair {
            left: 1,
            right: Some(vec![inner])
        }
    );
}

#[test]
fn each_kind_of_variant_is_read() {
    let pair = || Pair { left: 3, right: None };
    assert_eq!(read::<Shape>(br#""bare""#).unwrap(), Shape::Bare);
    assert_eq!(read::<Shape>(br#"{"one": {"left": 3}}"#).unwrap(), Shape::One(pair()));
    let named = read::<Shape>(br#"{"named": {"pair": {"left": 3}}}"#).unwrap();
    assert_eq!(named, Shape::Named { pair: pair() });
}

#[test]
fn a_list_is_no_structure_at_any_depth() {
    assert!(read::<Pair>(b"[1, null]").is_err());
    assert!(read::<Pair>(br#"{"left": 1, "right": [[2, null]]}"#).is_err());
    assert!(read::<Shape>(br#"{"one": [3, null]}"#).is_err());
    assert!(read::<Shape>(br#"{"named": [{"left": 3}]}"#).is_err());
}

#[test]
fn nothing_may_follow() {
    assert!(read::<Pair>(br#"{"left": 1} {}"#).is_err());
}

#[test]
fn the_public_page_s_reader_reads_what_json_is() {
    let text = r#" {"a": [1, -2.5e3, true, false, null], "b": "Zo\u00eb \ud83d\ude00 \"\\\/\b\f\n\r\t", "a": {"c": ""}, "d": [], "e": {}} "#;
    let read = Json::parse(text).unwrap();
    assert_eq!(read.get("b").unwrap().as_str(), Some("Zoë 😀 \"\\/\u{8}\u{c}\n\r\t"));
    assert_eq!(read.get("a").unwrap().get("c"), Some(&Json::Text(String::new())));
    assert!(read.get("d").unwrap().as_list().unwrap().is_empty() && read.get("x").is_none());
    assert_eq!(Json::parse("17").unwrap().as_u64(), Some(17));
    assert_eq!(Json::parse("-1").unwrap().as_u64(), None);
}

/// `serde_json` is the measure: what it takes is taken, what it refuses is refused.
#[test]
fn the_public_page_s_reader_takes_no_other_text_than_the_general_one() {
    let texts = [
        "",
        " ",
        "nul",
        "nulll",
        "tru",
        "01",
        "1.",
        ".5",
        "-",
        "1e",
        "1e+",
        "1E5",
        "-0",
        "0.0",
        "[1,]",
        "[,1]",
        "[1 2]",
        "{\"a\"}",
        "{\"a\":}",
        "{\"a\":1,}",
        "{a:1}",
        "{1:1}",
        "\"",
        "\"a",
        "\"\\x\"",
        "\"\\u12\"",
        "\"\\u+123\"",
        "\"\\ud83d\"",
        "\"\\ud83dx\"",
        "\"\\ude00\"",
        "\"\\ud83d\\u0041\"",
        "\"\t\"",
        "\"\n\"",
        "\"\u{7f}é😀\"",
        "{} {}",
        "[] x",
        "[[[[]]]]",
        "\u{feff}1",
        "[",
        "{",
        "{\"a\":[{",
        "'a'",
        "/**/1",
    ];
    for text in texts {
        let general = serde_json::from_str::<serde_json::Value>(text);
        assert_eq!(Json::parse(text).is_ok(), general.is_ok(), "{text:?}");
    }
    let deep = format!("{}{}", "[".repeat(200), "]".repeat(200));
    assert!(Json::parse(&deep).is_err());
}

#[test]
fn it_says_where_a_text_stops_being_json() {
    assert_eq!(
        Json::parse("{\n  \"a\" 1\n}").err(),
        Some(Stopped { line: 2, column: 7 })
    );
    assert_eq!(Json::parse("1 2").err(), Some(Stopped { line: 1, column: 3 }));
}

#[test]
fn the_public_page_s_writer_writes_the_same_bytes() {
    let texts: Vec<String> = (0..0x180_u32).filter_map(char::from_u32).map(String::from).collect();
    assert_eq!(write_plain(&texts).unwrap(), serde_json::to_string(&texts).unwrap());
    let value = serde_json::json!({"a": [0, 7, 10, 18_446_744_073_709_551_615_u64, -3], "b": null, "c": [true, false], "d": {}, "e": []});
    assert_eq!(write_plain(&value).unwrap(), serde_json::to_string(&value).unwrap());
    assert!(write_plain(&1.5).is_err() && write_plain(&std::collections::BTreeMap::from([(1, 2)])).is_err());
}
