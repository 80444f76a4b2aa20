//! A table that becomes cards on a telephone.

mod rest;

use leptos::prelude::*;
use leptos::text_prop::TextProp;

use self::rest::{FIRST, rows_after};
use super::{Icon, IconName};
use crate::markup::Node;
use crate::view;

/// Which way a column is sorted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sorted {
    /// Smallest, earliest or A first.
    Up,
    /// Largest, latest or Z first.
    Down,
}

/// A column.
#[derive(Clone)]
pub struct Column {
    title: TextProp,
    numeric: bool,
    sortable: bool,
}

impl Column {
    /// A column of words.
    pub fn new(title: impl Into<TextProp>) -> Self {
        Self {
            title: title.into(),
            numeric: false,
            sortable: false,
        }
    }

    /// Sets its cells against the end of the line, for figures.
    #[must_use]
    pub const fn numeric(mut self) -> Self {
        self.numeric = true;
        self
    }

    /// Gives its heading a button that sorts.
    #[must_use]
    pub const fn sortable(mut self) -> Self {
        self.sortable = true;
        self
    }
}

/// A cell: words, or anything that can be shown.
#[derive(Clone)]
pub struct Cell(ViewFn);

impl Cell {
    /// Words.
    pub fn text(text: impl Into<String>) -> Self {
        let text = text.into();
        Self(ViewFn::from(move || text.clone().into_any()))
    }

    /// A link; the first cell of a row is usually one, and names the thing.
    pub fn link(text: impl Into<String>, href: impl Into<String>) -> Self {
        let (text, href) = (text.into(), href.into());
        Self(ViewFn::from(move || {
            view! { <a href=href.clone()>{text.clone()}</a> }
        }))
    }

    /// Anything else.
    pub fn view<V: IntoView + 'static>(view: impl Fn() -> V + Send + Sync + 'static) -> Self {
        Self(ViewFn::from(move || view().into_any()))
    }
}

/// Rows under headings. The first cell of a row is its heading; on a telephone each row becomes a card that repeats the column titles.
#[component]
pub fn Table(
    /// What the table holds; the first thing said about it.
    #[prop(into)]
    caption: TextProp,
    /// The columns.
    columns: Vec<Column>,
    /// The rows, each with a cell for every column.
    #[prop(into)]
    rows: Signal<Vec<Vec<Cell>>>,
    /// The sorted column, counted from nought.
    #[prop(into, optional)]
    sorted: Signal<Option<(usize, Sorted)>>,
    /// Called with the column whose heading was pressed.
    #[prop(into, optional)]
    on_sort: Option<Callback<(usize,)>>,
    /// True to keep the caption for those who hear it, where a heading above already says it.
    #[prop(optional)]
    quiet_caption: bool,
) -> impl IntoView {
    let columns = StoredValue::new(columns);
    let heads = columns.with_value(|columns| {
        columns
            .iter()
            .enumerate()
            .map(|(index, column)| view! { <Head index column=column.clone() sorted on_sort /> })
            .collect_view()
    });
    let made = move |cells: Vec<Cell>| columns.with_value(|columns| row(columns, cells));
    // Rows of a body go with it, which is one change to the page instead of fifty.
    let group = move |rows: Vec<Vec<Cell>>| {
        let rows = rows.into_iter().map(made).collect_view();
        view! { <tbody role="rowgroup">{rows}</tbody> }
    };
    let body = move || group(rows.with(|rows| rows.iter().take(FIRST).cloned().collect()));
    let later = rows_after(rows);
    let rest = move || Some(later.get()).filter(|rows| !rows.is_empty()).map(group);
    view! {
        <div class="table-place"><table class="table" role="table">
            <caption class="table__caption" class:visually-hidden=quiet_caption>{move || caption.get()}</caption>
            <thead role="rowgroup">
                <tr role="row">{heads}</tr>
            </thead>
            {body}
            {rest}
        </table></div>
    }
}

#[component]
fn Head(
    index: usize,
    column: Column,
    sorted: Signal<Option<(usize, Sorted)>>,
    on_sort: Option<Callback<(usize,)>>,
) -> impl IntoView {
    let Column {
        title,
        numeric,
        sortable,
    } = column;
    let own = move || sorted.get().filter(|(sorted, _)| *sorted == index).map(|(_, way)| way);
    let aria_sort = move || {
        sortable.then(|| match own() {
            Some(Sorted::Up) => "ascending",
            Some(Sorted::Down) => "descending",
            None => "none",
        })
    };
    view! {
        <th class="table__head" class:table__head--numeric=numeric scope="col" role="columnheader" aria-sort=aria_sort>
            {match on_sort.filter(|_| sortable) {
                Some(on_sort) => view! {
                    <button class="table__sort" type="button" on:click=move |_| on_sort.run((index,))>
                        {move || title.get()} <Icon name=IconName::ChevronDown />
                    </button>
                },
                None => Node::following(move || title.get()),
            }}
        </th>
    }
}

/// The roles are written out because a table that is laid out as blocks loses them in some browsers.
fn row(columns: &[Column], cells: Vec<Cell>) -> impl IntoView + use<> {
    let cells = cells
        .into_iter()
        .zip(columns)
        .enumerate()
        .map(|(index, (cell, column))| {
            let title = column.title.get().into_owned();
            let numeric = column.numeric;
            if index == 0 {
                view! { <th class="table__cell table__cell--first" scope="row" role="rowheader">{cell.0.run()}</th> }
            } else {
                view! {
                    <td class="table__cell" class:table__cell--numeric=numeric role="cell" data-label=title>{cell.0.run()}</td>
                }
            }
        })
        .collect_view();
    view! { <tr class="table__row" role="row">{cells}</tr> }
}
