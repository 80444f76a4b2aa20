//! The workspace of the staff.

fn main() {
    evenhand::workspace::start();
}
