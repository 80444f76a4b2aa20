//! What the public page seals, written as JSON by less code than `serde_json` brings: it knows no fractions, for the form has none
//! (`docs/adr/0012-sizes.md`). The bytes are the same.

use std::fmt::{self, Display};

use serde::ser::{
    self, Impossible, Serialize, SerializeMap, SerializeSeq, SerializeStruct, SerializeTuple, Serializer,
};

/// A value that is not written here: a fraction, raw bytes, a key that is no text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotPlain;

impl Display for NotPlain {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("only texts, whole numbers, lists and objects are written here")
    }
}

impl std::error::Error for NotPlain {}

impl ser::Error for NotPlain {
    fn custom<T: Display>(_: T) -> Self {
        Self
    }
}

/// Writes a value as JSON.
///
/// # Errors
/// Where it holds what is not written here.
pub fn write_plain<T: Serialize>(value: &T) -> Result<String, NotPlain> {
    let mut text = String::new();
    value.serialize(Writer(&mut text))?;
    Ok(text)
}

struct Writer<'a>(&'a mut String);

impl Writer<'_> {
    fn number(self, number: u64) {
        let mut digits = [0; 20];
        let (mut at, mut left) = (digits.len(), number);
        loop {
            at -= 1;
            digits[at] = b'0' + (left % 10) as u8;
            left /= 10;
            if left == 0 {
                break;
            }
        }
        self.0.extend(digits[at..].iter().map(|digit| char::from(*digit)));
    }

    fn text(&mut self, text: &str) {
        self.0.push('"');
        for letter in text.chars() {
            match letter {
                '"' => self.0.push_str("\\\""),
                '\\' => self.0.push_str("\\\\"),
                '\u{8}' => self.0.push_str("\\b"),
                '\u{c}' => self.0.push_str("\\f"),
                '\n' => self.0.push_str("\\n"),
                '\r' => self.0.push_str("\\r"),
                '\t' => self.0.push_str("\\t"),
                '\0'..=' ' if letter != ' ' => {
                    self.0.push_str("\\u00");
                    for half in [u32::from(letter) >> 4, u32::from(letter) & 15] {
                        self.0.extend(char::from_digit(half, 16));
                    }
                }
                _ => self.0.push(letter),
            }
        }
        self.0.push('"');
    }
}

/// A list or an object that is being written, and the sign that ends it.
struct Open<'a> {
    text: &'a mut String,
    is_first: bool,
    end: char,
}

impl<'a> Open<'a> {
    fn new(text: &'a mut String, begin: char, end: char) -> Self {
        text.push(begin);
        Self {
            text,
            is_first: true,
            end,
        }
    }

    fn comma(&mut self) {
        if !self.is_first {
            self.text.push(',');
        }
        self.is_first = false;
    }

    fn entry<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), NotPlain> {
        self.comma();
        value.serialize(Writer(self.text))
    }

    fn field<T: Serialize + ?Sized>(&mut self, key: &str, value: &T) -> Result<(), NotPlain> {
        self.comma();
        Writer(self.text).text(key);
        self.text.push(':');
        value.serialize(Writer(self.text))
    }

    fn done(self) {
        self.text.push(self.end);
    }
}

macro_rules! refused {
    ($($name:ident: $kind:ty),*) => {
        $(fn $name(self, _: $kind) -> Result<(), NotPlain> {
            Err(NotPlain)
        })*
    };
}

macro_rules! whole {
    ($($name:ident: $kind:ty),*) => {
        $(fn $name(self, number: $kind) -> Result<(), NotPlain> {
            self.number(u64::from(number));
            Ok(())
        })*
    };
}

impl<'a> Serializer for Writer<'a> {
    type Ok = ();
    type Error = NotPlain;
    type SerializeSeq = Open<'a>;
    type SerializeTuple = Open<'a>;
    type SerializeTupleStruct = Impossible<(), NotPlain>;
    type SerializeTupleVariant = Impossible<(), NotPlain>;
    type SerializeMap = Open<'a>;
    type SerializeStruct = Open<'a>;
    type SerializeStructVariant = Impossible<(), NotPlain>;

    whole!(serialize_u8: u8, serialize_u16: u16, serialize_u32: u32, serialize_u64: u64);
    refused!(serialize_f32: f32, serialize_f64: f64, serialize_bytes: &[u8]);

    fn serialize_i8(self, number: i8) -> Result<(), NotPlain> {
        self.serialize_i64(number.into())
    }

    fn serialize_i16(self, number: i16) -> Result<(), NotPlain> {
        self.serialize_i64(number.into())
    }

    fn serialize_i32(self, number: i32) -> Result<(), NotPlain> {
        self.serialize_i64(number.into())
    }

    fn serialize_i64(self, number: i64) -> Result<(), NotPlain> {
        if number < 0 {
            self.0.push('-');
        }
        self.number(number.unsigned_abs());
        Ok(())
    }

    fn serialize_bool(self, is_so: bool) -> Result<(), NotPlain> {
        self.0.push_str(if is_so { "true" } else { "false" });
        Ok(())
    }

    fn serialize_char(self, letter: char) -> Result<(), NotPlain> {
        self.serialize_str(letter.encode_utf8(&mut [0; 4]))
    }

    fn serialize_str(mut self, text: &str) -> Result<(), NotPlain> {
        self.text(text);
        Ok(())
    }

    fn serialize_none(self) -> Result<(), NotPlain> {
        self.0.push_str("null");
        Ok(())
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), NotPlain> {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<(), NotPlain> {
        self.serialize_none()
    }

    fn serialize_unit_struct(self, _: &'static str) -> Result<(), NotPlain> {
        self.serialize_none()
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, word: &'static str) -> Result<(), NotPlain> {
        self.serialize_str(word)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, value: &T) -> Result<(), NotPlain> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        word: &'static str,
        value: &T,
    ) -> Result<(), NotPlain> {
        let mut open = Open::new(self.0, '{', '}');
        open.field(word, value)?;
        open.done();
        Ok(())
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Open<'a>, NotPlain> {
        Ok(Open::new(self.0, '[', ']'))
    }

    fn serialize_tuple(self, _: usize) -> Result<Open<'a>, NotPlain> {
        Ok(Open::new(self.0, '[', ']'))
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Self::SerializeTupleStruct, NotPlain> {
        Err(NotPlain)
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeTupleVariant, NotPlain> {
        Err(NotPlain)
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Open<'a>, NotPlain> {
        Ok(Open::new(self.0, '{', '}'))
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Open<'a>, NotPlain> {
        Ok(Open::new(self.0, '{', '}'))
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeStructVariant, NotPlain> {
        Err(NotPlain)
    }
}

impl SerializeSeq for Open<'_> {
    type Ok = ();
    type Error = NotPlain;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), NotPlain> {
        self.entry(value)
    }

    fn end(self) -> Result<(), NotPlain> {
        self.done();
        Ok(())
    }
}

impl SerializeTuple for Open<'_> {
    type Ok = ();
    type Error = NotPlain;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), NotPlain> {
        self.entry(value)
    }

    fn end(self) -> Result<(), NotPlain> {
        self.done();
        Ok(())
    }
}

impl SerializeMap for Open<'_> {
    type Ok = ();
    type Error = NotPlain;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), NotPlain> {
        self.comma();
        let begin = self.text.len();
        key.serialize(Writer(self.text))?;
        match self.text.get(begin..) {
            Some(key) if key.starts_with('"') => Ok(()),
            _ => Err(NotPlain),
        }
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), NotPlain> {
        self.text.push(':');
        value.serialize(Writer(self.text))
    }

    fn end(self) -> Result<(), NotPlain> {
        self.done();
        Ok(())
    }
}

impl SerializeStruct for Open<'_> {
    type Ok = ();
    type Error = NotPlain;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, key: &'static str, value: &T) -> Result<(), NotPlain> {
        self.field(key, value)
    }

    fn end(self) -> Result<(), NotPlain> {
        self.done();
        Ok(())
    }
}
