//! Icons from the sprite that the build puts into both pages.

use leptos::prelude::*;

use crate::view;

macro_rules! icons {
    ($($(#[$note:meta])* $name:ident = $slug:literal,)*) => {
        /// An icon of the sprite. `style/icons.txt` lists the same names for the build.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum IconName { $($(#[$note])* #[doc = concat!("The icon `", $slug, "`.")] $name,)* }

        impl IconName {
            /// All of them, in the order of the list.
            pub const ALL: &[Self] = &[$(Self::$name,)*];

            /// The name in the sprite.
            #[must_use]
            pub const fn slug(self) -> &'static str {
                match self { $(Self::$name => $slug,)* }
            }

            const fn reference(self) -> &'static str {
                match self { $(Self::$name => concat!("#icon-", $slug),)* }
            }
        }
    };
}

icons! {
    Archive = "archive",
    ArrowLeft = "arrow-left",
    ArrowRight = "arrow-right",
    Bell = "bell",
    BookOpen = "book-open",
    Calendar = "calendar",
    Chart = "chart-column",
    Check = "check",
    ChevronDown = "chevron-down",
    ChevronRight = "chevron-right",
    CircleAlert = "circle-alert",
    CircleCheck = "circle-check",
    CircleQuestion = "circle-question-mark",
    Clock = "clock",
    Copy = "copy",
    DoorOpen = "door-open",
    Download = "download",
    Eraser = "eraser",
    Eye = "eye",
    EyeOff = "eye-off",
    FileDown = "file-down",
    FileText = "file-text",
    FileUp = "file-up",
    Flag = "flag",
    Folder = "folder",
    GraduationCap = "graduation-cap",
    Handshake = "handshake",
    HardDrive = "hard-drive",
    HeartHandshake = "heart-handshake",
    History = "history",
    House = "house",
    Inbox = "inbox",
    Info = "info",
    Key = "key-round",
    Languages = "languages",
    ListChecks = "list-checks",
    Lock = "lock",
    LockOpen = "lock-open",
    Mail = "mail",
    MapPin = "map-pin",
    Megaphone = "megaphone",
    Message = "message-square",
    Minus = "minus",
    Monitor = "monitor",
    Moon = "moon",
    Pencil = "pencil",
    Phone = "phone",
    Plus = "plus",
    Printer = "printer",
    Quote = "quote",
    Refresh = "refresh-cw",
    Save = "save",
    Scale = "scale",
    School = "school",
    Search = "search",
    Send = "send",
    Settings = "settings",
    Share = "share-2",
    Shield = "shield",
    ShieldCheck = "shield-check",
    Sun = "sun",
    Trash = "trash-2",
    TriangleAlert = "triangle-alert",
    Undo = "undo-2",
    User = "user-round",
    Users = "users-round",
    WifiOff = "wifi-off",
    X = "x",
}

impl IconName {
    /// True if the icon points along the line of text, and so turns round in a language that runs from right to left.
    #[must_use]
    pub const fn is_directional(self) -> bool {
        matches!(
            self,
            Self::ArrowLeft | Self::ArrowRight | Self::ChevronRight | Self::Undo | Self::Send
        )
    }
}

/// An icon, as large as the text beside it. It says nothing to assistive technology: words always stand next to it.
#[component]
pub fn Icon(
    /// Which one.
    name: IconName,
) -> impl IntoView {
    view! {
        <svg class="icon" class:icon--directional=name.is_directional() aria-hidden="true" focusable="false">
            <use_ href=name.reference()></use_>
        </svg>
    }
}

#[cfg(test)]
mod tests {
    use super::IconName;

    #[test]
    fn the_list_for_the_build_and_the_names_here_are_the_same() {
        let listed: Vec<&str> = include_str!("../../style/icons.txt")
            .lines()
            .filter(|line| !line.is_empty() && !line.starts_with('#'))
            .collect();
        let named: Vec<&str> = IconName::ALL.iter().map(|icon| icon.slug()).collect();
        assert_eq!(listed, named);
    }
}
