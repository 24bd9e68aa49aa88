//! A server that is called over HTTP (MCP `basic/transports`).

use std::collections::BTreeMap;
use std::fmt;

use fluent_uri::Uri;
use fluent_uri::component::Host;
use serde::{Deserialize, Serialize};

use super::{HiddenValue, InvalidServer, is_secret_name};

/// The longest URL, bytes.
pub(super) const LONGEST_URL: usize = 8 * 1024;

/// The longest headers, names and values together, bytes: about what common servers accept in all.
pub(super) const LONGEST_HEADERS: usize = 16 * 1024;

/// How a remote server is called, and with what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remote {
    /// What is spoken.
    pub protocol: Protocol,
    /// Its endpoint: `http` or `https`. Path and query may refer to secrets.
    pub url: String,
    /// Headers of every request to it, by name.
    pub headers: BTreeMap<String, HiddenValue>,
}

/// What a remote server speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Protocol {
    /// Streamable HTTP; HTTP+SSE where a server answers as one that knows only that.
    Http,
    /// HTTP+SSE, of MCP 2024-11-05.
    Sse,
}

impl Protocol {
    /// As it is typed and kept.
    pub fn name(self) -> &'static str {
        match self {
            Self::Http => "http",
            Self::Sse => "sse",
        }
    }

    /// The one of that name.
    pub fn parse(name: &str) -> Option<Self> {
        [Self::Http, Self::Sse].into_iter().find(|protocol| protocol.name() == name)
    }
}

/// The name of a header, in lower case: HTTP does not tell cases apart (RFC 9110, section 5.1).
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct HeaderName(String);

impl HeaderName {
    /// Refuses what is no token (RFC 9110, section 5.6.2), and what mcpgw sets by itself.
    pub fn parse(text: &str) -> Result<Self, InvalidServer> {
        const OWN: [&str; 12] = [
            "accept",
            "accept-encoding",
            "connection",
            "content-length",
            "content-type",
            "host",
            "last-event-id",
            "mcp-protocol-version",
            "mcp-session-id",
            "te",
            "transfer-encoding",
            "upgrade",
        ];
        let is_token = |byte: u8| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte);
        if text.is_empty() || text.len() > 256 || !text.bytes().all(is_token) {
            return Err(InvalidServer::HeaderName(text.to_owned()));
        }
        let name = text.to_ascii_lowercase();
        if OWN.contains(&name.as_str()) { Err(InvalidServer::OwnHeader(name)) } else { Ok(Self(name)) }
    }

    /// As text.
    pub fn into_string(self) -> String {
        self.0
    }
}

impl fmt::Display for HeaderName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

/// Refuses a value that can't be sent as the header `name` (RFC 9110, section 5.5): control characters.
pub fn check_header_value(name: &str, value: &str) -> Result<(), InvalidServer> {
    let odd = |c: char| c != '\t' && c.is_ascii_control();
    if value.contains(odd) { Err(InvalidServer::HeaderValue(name.to_owned())) } else { Ok(()) }
}

impl Remote {
    /// Scheme and authority: whom it calls, without anything that may be a secret.
    pub fn origin(&self) -> &str {
        let authority = self.url.find("://").map_or(0, |colon| colon + 3);
        let rest = &self.url[authority..];
        &self.url[..authority + rest.find(['/', '?', '#']).unwrap_or(rest.len())]
    }

    /// Whether it is on this machine.
    pub fn is_local(&self) -> bool {
        let uri = Uri::parse(self.url.as_str()).ok();
        uri.and_then(|uri| uri.authority()).is_some_and(|authority| match authority.host_parsed() {
            Host::Ipv4(address) => is_here(address.to_bits()),
            Host::Ipv6(address) => {
                address.is_loopback()
                    || address.is_unspecified()
                    || address.to_ipv4_mapped().is_some_and(|mapped| is_here(mapped.to_bits()))
            }
            Host::RegName(name) => {
                let name = name.as_str().trim_end_matches('.');
                name.eq_ignore_ascii_case("localhost") || short_ipv4(name).is_some_and(is_here)
            }
            Host::IpvFuture { .. } => false,
        })
    }

    /// Whether everybody on the way can read what is sent: HTTP without TLS, to another machine.
    pub fn is_overheard(&self) -> bool {
        self.origin().get(..5).is_some_and(|start| start.eq_ignore_ascii_case("http:")) && !self.is_local()
    }

    /// Refuses a URL that can't be called, or that holds a secret in clear, and headers that can't be sent.
    pub(super) fn validate(&self) -> Result<(), InvalidServer> {
        self.validate_url()?;
        let mut length = 0;
        for (name, value) in &self.headers {
            HeaderName::parse(name)?;
            let value = value.clear().unwrap_or_default();
            check_header_value(name, value)?;
            length += name.len() + value.len();
        }
        if length > LONGEST_HEADERS { Err(InvalidServer::LongHeaders) } else { Ok(()) }
    }

    fn validate_url(&self) -> Result<(), InvalidServer> {
        if self.url.len() > LONGEST_URL {
            return Err(InvalidServer::LongUrl);
        }
        let uri = Uri::parse(self.url.as_str())
            .map_err(|_| InvalidServer::Url("is none: write it as https://HOST/PATH"))?;
        if !["http", "https"].iter().any(|scheme| uri.scheme().as_str().eq_ignore_ascii_case(scheme)) {
            return Err(InvalidServer::Url("begins with neither https:// nor http://"));
        }
        let authority = uri.authority().filter(|authority| !authority.host().is_empty());
        let Some(authority) = authority else { return Err(InvalidServer::Url("names no host")) };
        if authority.has_userinfo() {
            return Err(InvalidServer::Url(
                "holds a user's name or password: give them as the header authorization",
            ));
        }
        if authority.port().is_some_and(|port| !port.is_empty()) && authority.port_to_u16().is_err() {
            return Err(InvalidServer::Url("names a port that there is not"));
        }
        if uri.has_fragment() {
            return Err(InvalidServer::Url("holds a #, behind which nothing is ever sent"));
        }
        // There it reads as a host, or the end of one, and an empty port.
        if self.url.find("secret://").is_some_and(|at| at < self.origin().len()) {
            return Err(InvalidServer::Url("refers to a secret in place of its host"));
        }
        for pair in uri.query().map_or("", |query| query.as_str()).split('&') {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            if is_secret_name(name) && !value.is_empty() && !value.starts_with("secret://") {
                return Err(InvalidServer::SecretInUrl(name.to_owned()));
            }
        }
        Ok(())
    }
}

/// Whether this address leads to this machine: to call the unspecified one is to call oneself.
fn is_here(ipv4: u32) -> bool {
    ipv4 >> 24 == 127 || ipv4 == 0
}

/// An address with fewer parts than four, or parts in other bases, as it is called (WHATWG URL, host parsing).
fn short_ipv4(name: &str) -> Option<u32> {
    let part = |part: &str| match part.strip_prefix("0x").or_else(|| part.strip_prefix("0X")) {
        Some(hex) if !hex.is_empty() => u32::from_str_radix(hex, 16).ok(),
        Some(_) => Some(0),
        None if part.len() > 1 && part.starts_with('0') => u32::from_str_radix(part, 8).ok(),
        None => part.parse().ok(),
    };
    let parts = name.split('.').map(part).collect::<Option<Vec<u32>>>()?;
    let (last, first) = parts.split_last()?;
    let room = 4_usize.checked_sub(first.len()).filter(|&room| room > 0)?;
    if u64::from(*last) >= 1 << (8 * room) {
        return None;
    }
    let first = first
        .iter()
        .enumerate()
        .try_fold(0, |address, (place, &part)| (part < 256).then(|| address | part << (24 - 8 * place)))?;
    Some(first | last)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn remote(url: &str) -> Remote {
        Remote { protocol: Protocol::Http, url: url.to_owned(), headers: BTreeMap::new() }
    }

    #[test]
    fn an_endpoint_is_a_url_of_http_that_names_its_host_and_holds_no_secret() {
        for url in [
            "https://example.com",
            "HTTPS://example.com:8443/mcp?team=a&x",
            "http://127.0.0.1:3000/mcp",
            "http://[::1]/sse",
            "https://example.com/s/secret://path?api_key=secret://key&b=secret://me/b",
        ] {
            assert_eq!(remote(url).validate(), Ok(()), "{url}");
        }
        for (url, why) in [
            ("example.com/mcp", "is none"),
            ("file:///etc/passwd", "neither"),
            ("https:///mcp", "no host"),
            ("https:mcp", "no host"),
            ("https://user:hunter2@example.com/", "password"),
            ("https://user@example.com/", "password"),
            ("https://example.com:99999/", "port"),
            ("https://example.com/#x", "holds a #"),
            ("https://example.com/a b", "is none"),
            ("https://example.com/\n", "is none"),
            ("https://secret://host", "place of its host"),
            ("https://secret://me/host", "place of its host"),
            ("https://x.secret://me/host", "place of its host"),
            ("https://x-secret://k", "place of its host"),
            ("https://example.com/mcp?apiKey=hunter2", "secret in clear"),
            ("https://example.com/mcp?a=b&token=x-secret://y", "secret in clear"),
        ] {
            let error = remote(url).validate().expect_err(url).to_string();
            assert!(error.contains(why) && !error.contains("hunter2"), "{url}: {error}");
        }
        assert_eq!(
            remote(&format!("https://a/{}", "a".repeat(LONGEST_URL))).validate(),
            Err(InvalidServer::LongUrl)
        );
    }

    #[test]
    fn headers_are_tokens_that_mcpgw_does_not_set_itself_and_values_stay_on_their_line() {
        assert_eq!(HeaderName::parse("X-API-Key").map(HeaderName::into_string), Ok("x-api-key".to_owned()));
        for name in ["", "a b", "a:b", "a\r\nb", "é", "Host", "MCP-Session-Id", &"n".repeat(257)] {
            assert!(HeaderName::parse(name).is_err(), "{name:?}");
        }
        assert_eq!(check_header_value("a", "Bearer x\tü"), Ok(()));
        for value in ["a\r\nb: c", "a\nb", "\0", "\u{7f}"] {
            assert!(check_header_value("a", value).is_err(), "{value:?}");
        }
    }

    #[test]
    fn the_origin_is_whom_it_calls_and_shows_nothing_else() {
        assert_eq!(remote("https://example.com:1/p/secret://x").origin(), "https://example.com:1");
        assert_eq!(remote("https://example.com?key=x").origin(), "https://example.com");
        assert_eq!(remote("no url").origin(), "no url");
    }

    #[test]
    fn only_plain_http_to_other_machines_is_overheard() {
        for (url, overheard) in [
            ("http://example.com/", true),
            ("http://192.168.0.2:80/", true),
            ("http://localhost:3000/", false),
            ("http://127.1.2.3/", false),
            ("http://[::1]:1/", false),
            ("http://[::ffff:127.0.0.1]/", false),
            ("http://[::ffff:10.0.0.1]/", true),
            ("http://0.0.0.0:1/", false),
            ("http://localhost.:1/", false),
            ("http://127.1/", false),
            ("http://0x7f000001/", false),
            ("http://017700000001/", false),
            ("http://127.0.0.256/", true),
            ("http://128.1/", true),
            ("http://127.example/", true),
            ("https://example.com/", false),
        ] {
            assert_eq!(remote(url).is_overheard(), overheard, "{url}");
        }
    }
}
