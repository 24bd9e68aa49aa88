//! The scanner against a full parser.

use mcpgw::core::wire::{
    Envelope, Field, IdKey, Kind, Scanner, Span, elements, find_member, members, quote, scan, unquote,
};
use proptest::prelude::*;

use super::frame::{frame, mutated};
use super::parser::{Members, fields};

/// Whether an envelope holds exactly what the parser found.
fn agrees(frame: &[u8], envelope: &Envelope) -> Result<(), TestCaseError> {
    let Some(expected) = fields(frame) else { return Ok(()) };
    for (field, values) in &expected {
        let found = envelope.get(*field).map(|span| String::from_utf8_lossy(span.of(frame)).into_owned());
        prop_assert_eq!(found.as_deref(), values.last().copied(), "{:?}", field);
        prop_assert_eq!(envelope.repeated(*field), values.len() > 1, "{:?}", field);
    }
    let count = |field| expected.iter().find(|(f, _)| *f == field).map_or(0, |(_, values)| values.len());
    let kind = match (count(Field::Method), count(Field::Id), count(Field::Result) + count(Field::Error)) {
        (1, 1, _) => Kind::Request,
        (1, 0, _) => Kind::Notification,
        (0, 1, 1..) => Kind::Response,
        _ => Kind::Invalid,
    };
    prop_assert_eq!(envelope.kind(), kind);
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(3_000))]

    #[test]
    fn a_scan_finds_what_a_parser_finds(frame in frame()) {
        let envelope = scan(frame.as_bytes());
        prop_assert!(envelope.is_ok(), "{envelope:?}");
        agrees(frame.as_bytes(), &envelope.unwrap())?;
        prop_assert!(fields(frame.as_bytes()).is_some());
    }

    #[test]
    fn a_broken_frame_is_refused_or_read_as_a_parser_reads_it(frame in mutated()) {
        match scan(&frame) {
            Ok(envelope) => agrees(&frame, &envelope)?,
            Err(_) => prop_assert!(fields(&frame).is_none()),
        }
    }

    #[test]
    fn however_a_frame_arrives_the_same_is_found(
        frame in prop_oneof![frame().prop_map(String::into_bytes), mutated()],
        mut cuts in proptest::collection::vec(any::<proptest::sample::Index>(), 0..6),
    ) {
        let mut cuts: Vec<_> = cuts.drain(..).map(|cut| cut.index(frame.len() + 1)).collect();
        cuts.sort_unstable();
        let mut scanner = Scanner::default();
        for cut in cuts {
            scanner.feed(&frame[..cut]);
        }
        prop_assert_eq!(scanner.finish(&frame), scan(&frame));
    }

    #[test]
    fn what_is_recovered_from_a_frame_that_breaks_off_is_its_id(
        frame in frame(), cut in any::<proptest::sample::Index>(),
    ) {
        let bytes = frame.as_bytes();
        let whole = fields(bytes).unwrap();
        let (_, ids) = whole.iter().find(|(field, _)| *field == Field::Id).unwrap();
        if let Err(error) = scan(&bytes[..cut.index(bytes.len())])
            && let Some(id) = error.id
        {
            let id = String::from_utf8_lossy(id.of(bytes)).into_owned();
            prop_assert!(ids.contains(&id.as_str()), "{id} is none of {ids:?}");
        }
    }

    #[test]
    fn members_and_elements_are_a_parsers(frame in frame()) {
        let bytes = frame.as_bytes();
        let start = frame.find('{').unwrap();
        let whole = Span::new(start, bytes.len());
        let Members(expected) = serde_json::from_str(&frame).unwrap();
        let found: Vec<_> = members(bytes, whole).collect();
        prop_assert_eq!(found.len(), expected.len());
        for (member, (key, value)) in found.iter().zip(&expected) {
            prop_assert!(member.is(bytes, key));
            prop_assert_eq!(member.value.of(bytes), value.as_bytes());
            let last = expected.iter().rfind(|(other, _)| other == key).map(|(_, value)| value.as_bytes());
            prop_assert_eq!(find_member(bytes, whole, key).map(|span| span.of(bytes)), last);
            if value.starts_with('[') {
                let parsed: Vec<&serde_json::value::RawValue> = serde_json::from_str(value).unwrap();
                let walked: Vec<_> = elements(bytes, member.value).map(|span| span.of(bytes).to_vec()).collect();
                let parsed: Vec<_> = parsed.iter().map(|raw| raw.get().as_bytes().to_vec()).collect();
                prop_assert_eq!(walked, parsed);
            }
        }
    }

    #[test]
    fn text_survives_being_quoted(text in any::<String>()) {
        let token = quote(&text);
        prop_assert_eq!(unquote(&token), Some(text.as_str().into()));
    }

    #[test]
    fn an_id_means_the_same_after_it_was_written_again(token in prop_oneof![
        "-?(0|[1-9][0-9]{0,25})(\\.[0-9]{1,3})?([eE][+-]?[0-9]{1,3})?",
        "\"([a-z0-9/]|\\\\u[0-9a-f]{4}|\\\\[nt\"/\\\\]){0,6}\"",
        any::<String>().prop_map(|text| String::from_utf8(quote(&text)).unwrap()),
    ]) {
        let key = IdKey::from_token(token.as_bytes()).unwrap();
        prop_assert_eq!(IdKey::from_token(&key.to_token()), Some(key));
    }

    #[test]
    fn noise_never_panics(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        if let Ok(envelope) = scan(&bytes) {
            agrees(&bytes, &envelope)?;
        }
    }
}
