//! When a token works, as a person says it.

use crate::core::model::Hours;
use crate::core::problem::{Problem, ProblemKind};
use crate::core::token::zone;

/// What is said of the days and hours of a token. What is absent stays as it is.
#[derive(Debug, Clone)]
pub struct GivenHours {
    /// Monday first.
    days: Option<[bool; 7]>,
    /// Since and until when, minutes after midnight.
    times: Option<(u16, u16)>,
    zone: Option<String>,
    /// The zone that is meant where none was said.
    own_zone: String,
}

impl GivenHours {
    /// Reads `mon-fri` or `sat,sun`, `09:00-18:00`, which may cross midnight, and the IANA name of a zone; nothing: nothing was said.
    pub fn parse(
        days: Option<&str>,
        hours: Option<&str>,
        zone: Option<String>,
        own_zone: String,
    ) -> Result<Option<Self>, String> {
        if days.is_none() && hours.is_none() && zone.is_none() {
            return Ok(None);
        }
        let days = days.map(parse_days).transpose().map_err(|what| format!("--days: {what}"))?;
        let times = hours.map(parse_times).transpose().map_err(|what| format!("--hours: {what}"))?;
        Ok(Some(Self { days, times, zone, own_zone }))
    }

    /// What holds after what held `before`.
    pub(super) fn over(&self, before: Option<Hours>) -> Result<Hours, Problem> {
        if before.is_none() && self.days.is_none() && self.times.is_none() {
            let problem =
                Problem::new(ProblemKind::Usage, "a zone is about days or hours, and there are none");
            return Err(problem.hint("--days mon-fri, or --hours 09:00-18:00"));
        }
        let all = || Hours { zone: self.own_zone.clone(), days: [true; 7], from: 0, to: 24 * 60 };
        let before = before.unwrap_or_else(all);
        let (from, to) = self.times.unwrap_or((before.from, before.to));
        let name = self.zone.clone().unwrap_or(before.zone);
        if zone(&name).is_none() {
            let problem = Problem::new(ProblemKind::Usage, format!("there is no time zone {name}"));
            return Err(problem.hint("--zone Europe/Berlin"));
        }
        Ok(Hours { zone: name, days: self.days.unwrap_or(before.days), from, to })
    }
}

fn parse_times(text: &str) -> Result<(u16, u16), String> {
    let (from, to) = text.split_once('-').ok_or("expected FROM-TO, such as 09:00-18:00")?;
    let (from, to) = (minute(from)?, minute(to)?);
    if from == 24 * 60 {
        return Err("a day begins at 00:00".to_owned());
    }
    Ok((from, to))
}

fn minute(text: &str) -> Result<u16, String> {
    let expected = || format!("expected a time such as 09:00, not {text:?}");
    let (hour, minute) = text.trim().split_once(':').ok_or_else(expected)?;
    let number = |text: &str| {
        let digits = text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_digit());
        digits.then(|| text.parse::<u16>().ok()).flatten().ok_or_else(expected)
    };
    match (number(hour)?, number(minute)?) {
        (hour, minute) if hour < 24 && minute < 60 || (hour, minute) == (24, 0) => Ok(hour * 60 + minute),
        _ => Err(expected()),
    }
}

fn parse_days(text: &str) -> Result<[bool; 7], String> {
    const DAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
    let day = |name: &str| {
        let name = name.trim().to_ascii_lowercase();
        DAYS.iter()
            .position(|day| *day == name)
            .ok_or_else(|| format!("expected days such as mon-fri or sat,sun, not {name:?}"))
    };
    let mut days = [false; 7];
    for part in text.split(',') {
        let (first, last) = part.split_once('-').unwrap_or((part, part));
        let (mut at, last) = (day(first)?, day(last)?);
        days[at] = true;
        // From friday to monday goes over the end of the week.
        while at != last {
            at = (at + 1) % 7;
            days[at] = true;
        }
    }
    Ok(days)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn over(
        days: Option<&str>,
        hours: Option<&str>,
        zone: Option<&str>,
        before: Option<Hours>,
    ) -> Option<Hours> {
        let given = GivenHours::parse(days, hours, zone.map(str::to_owned), "Etc/UTC".to_owned());
        given.expect("what can be read").expect("something said").over(before).ok()
    }

    #[test]
    fn what_is_not_said_stays_as_it_was() {
        let workdays = [true, true, true, true, true, false, false];
        let before = Hours { zone: "Europe/Berlin".to_owned(), days: workdays, from: 540, to: 1080 };
        let all = over(Some("mon-fri"), Some("09:00-18:00"), Some("Europe/Berlin"), None);
        assert_eq!(all.as_ref(), Some(&before));
        let zone = over(None, None, Some("America/New_York"), all.clone());
        assert_eq!(zone, Some(Hours { zone: "America/New_York".to_owned(), ..before.clone() }));
        let hours = over(None, Some("10:00-12:00"), None, all.clone());
        assert_eq!(hours, Some(Hours { from: 600, to: 720, ..before.clone() }));
        let mut mondays = [false; 7];
        mondays[0] = true;
        assert_eq!(over(Some("mon"), None, None, all), Some(Hours { days: mondays, ..before }));
    }

    #[test]
    fn a_zone_alone_is_about_nothing() {
        assert_eq!(over(None, None, Some("Europe/Berlin"), None), None);
        let nights = over(None, Some("22:00-06:00"), None, None);
        let expected = Hours { zone: "Etc/UTC".to_owned(), days: [true; 7], from: 1320, to: 360 };
        assert_eq!(nights, Some(expected));
    }
}
