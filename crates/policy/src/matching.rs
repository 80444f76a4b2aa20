//! Whether two names, telephones, addresses, schools or organisations may be the same.
//!
//! Nothing here decides anything about a family: it says how alike two texts are, and the conflict check or a person does the rest.

mod align;
mod contact;
mod fold;
mod lexicon;
mod likeness;
mod organisation;
mod parse;
mod place;
mod recent;
mod school;
mod sound;
mod token;

pub use contact::{email_key, phone_key, same_email, same_phone};
pub use fold::fold;
pub use likeness::{Comparison, NameLikeness, compare, compare_names, is_common_name, may_be_same_person};
pub use organisation::{alike_organisations, same_organisation};
pub use place::{Postcode, postcode_in, same_district};
pub use school::{SchoolLikeness, compare_schools, same_school};

pub(crate) use fold::plain as fold_word;
pub(crate) use lexicon::{FAMILY, GIVEN};
pub(crate) use parse::Name;
pub(crate) use token::{Level, Token, family, given};
