//! Puts texts into settings, or says what was expected instead.

use std::fmt::Display;
use std::ops::RangeInclusive;
use std::str::FromStr;
use std::time::Duration;

use super::units::{InvalidValue, format_duration, format_size, parse_duration, parse_size};

pub(super) fn number<T>(target: &mut T, text: &str, range: RangeInclusive<T>) -> Result<(), InvalidValue>
where
    T: FromStr + PartialOrd + Display,
{
    match text.parse() {
        Ok(value) if range.contains(&value) => *target = value,
        _ => return Err(InvalidValue(format!("a number from {} to {}", range.start(), range.end()))),
    }
    Ok(())
}

pub(super) fn duration(target: &mut Duration, text: &str, most_seconds: u64) -> Result<(), InvalidValue> {
    let (value, most) = (parse_duration(text)?, Duration::from_secs(most_seconds));
    if value > most {
        return Err(InvalidValue(format!("at most {}", format_duration(most))));
    }
    *target = value;
    Ok(())
}

/// The same of a second at least.
pub(super) fn some_duration(
    target: &mut Duration,
    text: &str,
    most_seconds: u64,
) -> Result<(), InvalidValue> {
    let mut value = Duration::ZERO;
    duration(&mut value, text, most_seconds)?;
    if value < Duration::from_secs(1) {
        let most = format_duration(Duration::from_secs(most_seconds));
        return Err(InvalidValue(format!("1s to {most}")));
    }
    *target = value;
    Ok(())
}

pub(super) fn switch(target: &mut bool, text: &str) -> Result<(), InvalidValue> {
    *target = text.parse().map_err(|_| InvalidValue("true or false".to_owned()))?;
    Ok(())
}

pub(super) fn size(target: &mut usize, text: &str, range: RangeInclusive<u64>) -> Result<(), InvalidValue> {
    let value = parse_size(text)?;
    let expected =
        || InvalidValue(format!("{} to {}", format_size(*range.start()), format_size(*range.end())));
    if !range.contains(&value) {
        return Err(expected());
    }
    *target = usize::try_from(value).map_err(|_| expected())?;
    Ok(())
}

pub(super) fn size_text(bytes: usize) -> String {
    format_size(bytes as u64)
}
