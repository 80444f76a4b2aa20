use serde::Deserialize;

use super::read;

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
