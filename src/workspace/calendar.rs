//! The calendar: what is due, by month, and as a file for another calendar.

mod month;
mod page;

pub(super) use month::name as month_name;
pub(super) use page::CalendarPage;
