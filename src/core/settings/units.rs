//! Values as people write them: `30s`, `64MiB`.

use std::time::Duration;

/// A value that is not what it should be; says what was expected.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("expected {0}")]
pub struct InvalidValue(pub String);

/// Units of time and how many milliseconds each has.
const TIMES: [(&str, u64); 5] =
    [("ms", 1), ("s", 1000), ("m", 60_000), ("h", 60 * 60_000), ("d", 24 * 60 * 60_000)];

/// Units of size and how many bytes each has. The decimal ones are read and never written.
const SIZES: [(&str, u64); 7] = [
    ("B", 1),
    ("KiB", 1 << 10),
    ("MiB", 1 << 20),
    ("GiB", 1 << 30),
    ("kB", 1000),
    ("MB", 1_000_000),
    ("GB", 1_000_000_000),
];

/// Reads one or more numbers with units, largest first or not: `500ms`, `30s`, `1m30s`.
pub fn parse_duration(text: &str) -> Result<Duration, InvalidValue> {
    let invalid = || InvalidValue("a duration such as 500ms, 30s, 2m, 1h or 7d".to_owned());
    let mut total: u64 = 0;
    let mut rest = text.trim();
    if rest.is_empty() {
        return Err(invalid());
    }
    while !rest.is_empty() {
        let (number, after) = split_number(rest).ok_or_else(invalid)?;
        let end = after.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(after.len());
        let millis = TIMES.iter().find(|(unit, _)| *unit == &after[..end]).ok_or_else(invalid)?.1;
        total = number.checked_mul(millis).and_then(|part| total.checked_add(part)).ok_or_else(invalid)?;
        rest = after[end..].trim_start();
    }
    Ok(Duration::from_millis(total))
}

/// Writes what [`parse_duration`] reads, in the largest unit that divides it.
pub fn format_duration(duration: Duration) -> String {
    let millis = u64::try_from(duration.as_millis()).unwrap_or(u64::MAX);
    largest_unit(millis, TIMES.iter().rev())
}

/// Reads a number of bytes: `65536`, `64KiB`, `64 MiB`, `1GB`.
pub fn parse_size(text: &str) -> Result<u64, InvalidValue> {
    let invalid = || InvalidValue("a size such as 16KiB or 64MiB".to_owned());
    let (number, unit) = split_number(text.trim()).ok_or_else(invalid)?;
    let bytes = match unit.trim() {
        "" => 1,
        unit => SIZES.iter().find(|(name, _)| name.eq_ignore_ascii_case(unit)).ok_or_else(invalid)?.1,
    };
    number.checked_mul(bytes).ok_or_else(invalid)
}

/// Writes what [`parse_size`] reads, in the largest binary unit that divides it.
pub fn format_size(bytes: u64) -> String {
    largest_unit(bytes, SIZES[..4].iter().rev())
}

fn largest_unit<'a>(value: u64, units: impl Iterator<Item = &'a (&'static str, u64)>) -> String {
    let mut smallest = "";
    for (unit, factor) in units {
        if value >= *factor && value.is_multiple_of(*factor) {
            return format!("{}{unit}", value / factor);
        }
        smallest = unit;
    }
    format!("{value}{smallest}")
}

fn split_number(text: &str) -> Option<(u64, &str)> {
    let end = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    Some((text[..end].parse().ok()?, text[end..].trim_start()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_read_and_write_alike() {
        for text in ["0ms", "500ms", "30s", "2m", "1h", "1d", "90s"] {
            let duration = parse_duration(text).expect(text);
            assert_eq!(format_duration(duration), text);
        }
        assert_eq!(parse_duration("1m30s"), Ok(Duration::from_secs(90)));
        for text in
            ["", "30", "s", "1.5s", "-1s", "1 fortnight", "99999999999999999999s", "18446744073709551615d"]
        {
            assert!(parse_duration(text).is_err(), "{text:?}");
        }
    }

    #[test]
    fn sizes_read_and_write_alike() {
        for text in ["0B", "100B", "16KiB", "64MiB", "1GiB", "1025KiB"] {
            assert_eq!(format_size(parse_size(text).expect(text)), text);
        }
        assert_eq!(parse_size("65536"), Ok(65536));
        assert_eq!(parse_size("2 mb"), Ok(2_000_000));
        for text in ["", "MiB", "1TiB", "-1", "1e6", "18446744073709551615KiB"] {
            assert!(parse_size(text).is_err(), "{text:?}");
        }
    }
}
