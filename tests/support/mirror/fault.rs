//! Tools that answer late, hugely, or in a way that no server should; the lists name them only where a script does.
//!
//! `echo` answers with its arguments; `late` with `{"ms":N}` does so after that time, and reads on meanwhile; `busy` with
//! `{"token":T,"ms":N,"times":K}` reports progress so often before, each time after that time; `huge` with
//! `{"bytes":N}` says so much; `garbage` breaks its answer off; `noise` writes lines that are no messages without end.

use std::time::Duration;

use crate::members::member;
use crate::script::Step;

/// What the tool does, if it is one of these.
pub(crate) fn step(tool: &str, id: &[u8], arguments: &[u8]) -> Option<Step> {
    let number = |name| {
        let digits = member(arguments, name).and_then(|digits| std::str::from_utf8(digits).ok());
        digits.and_then(|digits| digits.parse().ok()).unwrap_or(0_u64)
    };
    let result =
        |result: &[u8]| [b"{\"jsonrpc\":\"2.0\",\"id\":", id, b",\"result\":", result, b"}\n"].concat();
    let echo = [b"{\"echo\":", arguments, b"}"].concat();
    Some(match tool {
        "echo" => Step::Say(result(&echo)),
        "late" => Step::Later(vec![(Duration::from_millis(number("ms")), result(&echo))]),
        "busy" => {
            let (each, token) =
                (Duration::from_millis(number("ms")), member(arguments, "token").unwrap_or(b"0"));
            let progress = |count: u64| (each, progress(token, count));
            let mut parts: Vec<_> = (1..=number("times")).map(progress).collect();
            parts.push((each, result(&echo)));
            Step::Later(parts)
        }
        "huge" => {
            let text = "x".repeat(usize::try_from(number("bytes")).unwrap_or_default());
            Step::Say(result(&[b"{\"echo\":", arguments, b",\"text\":\"", text.as_bytes(), b"\"}"].concat()))
        }
        "garbage" => Step::Say([b"{\"jsonrpc\":\"2.0\",\"id\":", id, b",\"result\":{\"broken\n"].concat()),
        "noise" => Step::Noise,
        _ => return None,
    })
}

fn progress(token: &[u8], count: u64) -> Vec<u8> {
    let token = String::from_utf8_lossy(token);
    let params = format!("{{\"progressToken\":{token},\"progress\":{count}}}");
    format!("{{\"jsonrpc\":\"2.0\",\"method\":\"notifications/progress\",\"params\":{params}}}\n")
        .into_bytes()
}
