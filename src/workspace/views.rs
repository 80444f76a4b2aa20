//! Views, word for word: taken, passed on, answered. No page here can change what was sealed.

mod became;
mod check;
mod more;
mod one;
mod page;
mod pass_on;
mod readers;
mod receipt;
mod settle;
mod take;
mod words;

pub(super) use became::Became;
pub(super) use check::CheckPack;
pub(super) use one::OneView;
pub(super) use page::ViewsPage;
pub(super) use pass_on::{PackFile, PassOn};
pub(super) use receipt::Receipt;
pub(super) use take::TakeView;
