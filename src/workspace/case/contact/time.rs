//! A time of day as people type it.

/// Reads `10:30`, `1030`, `10.30am`, `2pm` to `14:00`; none for what is no time.
pub(super) fn read(typed: &str) -> Option<String> {
    let typed = typed.trim().to_lowercase().replace([' ', '.'], ":").replace("::", ":");
    let (digits, half) = match (typed.strip_suffix("am"), typed.strip_suffix("pm")) {
        (Some(before), _) => (before, Some(0)),
        (_, Some(before)) => (before, Some(12)),
        (None, None) => (typed.as_str(), None),
    };
    let digits = digits.trim_end_matches(':');
    let (hours, minutes) = match digits.split_once(':') {
        Some(parts) => parts,
        None if digits.len() > 2 && digits.is_ascii() => digits.split_at(digits.len() - 2),
        None => (digits, "00"),
    };
    let is_number = |text: &str| (1..=2).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    if !is_number(hours) || !is_number(minutes) {
        return None;
    }
    let (hours, minutes) = (hours.parse::<u8>().ok()?, minutes.parse::<u8>().ok()?);
    let hours = match half {
        Some(_) if !(1..=12).contains(&hours) => return None,
        Some(half) => hours % 12 + half,
        None => hours,
    };
    (hours < 24 && minutes < 60).then(|| format!("{hours:02}:{minutes:02}"))
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn a_time_is_read_as_people_type_it() {
        for (typed, time) in [
            ("10:30", "10:30"),
            ("9.05", "09:05"),
            ("1030", "10:30"),
            ("2pm", "14:00"),
            ("2:15 pm", "14:15"),
            ("12am", "00:00"),
            ("12.30pm", "12:30"),
            ("7", "07:00"),
        ] {
            assert_eq!(read(typed).as_deref(), Some(time), "{typed}");
        }
        for typed in ["", "25:00", "10:75", "noon", "13pm", "é1", "-1:00", "10:3:0"] {
            assert_eq!(read(typed), None, "{typed}");
        }
    }
}
