//! How long a call takes: the median of some.

use std::time::Duration;

/// How many calls a median is taken of.
pub(super) const MOST_CALLS: usize = 50;
/// How long they may take together; a slow tool is called less often.
pub(super) const LONGEST: Duration = Duration::from_secs(2);

/// The middle one of `times`, or the mean of the two in the middle; none of none.
pub(super) fn median(mut times: Vec<Duration>) -> Option<Duration> {
    times.sort_unstable();
    let middle = times.len() / 2;
    let upper = *times.get(middle)?;
    Some(if times.len() % 2 == 1 { upper } else { (times[middle - 1] + upper) / 2 })
}

/// A short time for people: three significant digits at most, with its unit.
pub(super) fn short(time: Duration) -> String {
    let micros = time.as_secs_f64() * 1e6;
    match micros {
        ..1e3 => format!("{micros:.0} µs"),
        ..1e4 => format!("{:.2} ms", micros / 1e3),
        ..1e6 => format!("{:.0} ms", micros / 1e3),
        _ => format!("{:.2} s", micros / 1e6),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_median_is_the_middle() {
        let of = |times: &[u64]| median(times.iter().copied().map(Duration::from_micros).collect());
        assert_eq!(of(&[]), None);
        assert_eq!(of(&[9, 1, 5]), Some(Duration::from_micros(5)));
        assert_eq!(of(&[9, 1, 5, 7]), Some(Duration::from_micros(6)));
    }

    #[test]
    fn times_are_told_in_the_unit_that_fits() {
        let cases = [(12, "12 µs"), (1_234, "1.23 ms"), (45_678, "46 ms"), (2_345_678, "2.35 s")];
        for (micros, told) in cases {
            assert_eq!(short(Duration::from_micros(micros)), told);
        }
    }
}
