//! The page that makes the sample.

fn main() {
    evenhand::workspace::sample::start();
}
