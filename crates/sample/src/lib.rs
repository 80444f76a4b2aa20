#![doc = include_str!("../README.md")]
#![warn(missing_docs)]

mod author;
mod crowd;
mod draw;
mod family;
mod library;
mod make;
mod office;
mod people;
mod plan;
mod play;
mod publish;
mod registers;
mod told;
mod twist;

pub use self::crowd::{Crowd, crowd};
pub use self::make::{Sample, SampleError, locked_forms, make};
pub use self::people::{GOVERNED, PASSPHRASE, PEOPLE, Person};
pub use self::plan::Plan;
pub use self::twist::LONG;
