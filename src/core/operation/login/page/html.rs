//! The page's text.

use std::borrow::Cow;

use crate::core::model::Email;
use crate::core::problem::Problem;
use crate::core::untrusted::{Breaks, untrusted};

const STYLE: &str = "body{font:16px/1.5 system-ui,sans-serif;max-width:26rem;margin:12vh auto;padding:0 1rem;\
color:#1b1b1f;background:#fff}label{display:block;margin:1rem 0}input,button{font:inherit;width:100%;box-sizing:border-box;\
padding:.5rem;border:1px solid #8a8a94;border-radius:.4rem;background:inherit;color:inherit}button{background:#2447b2;color:#fff;\
border:0;margin-top:.5rem}.error{border-left:.3rem solid #b3261e;padding-left:.7rem}.small{font-size:.85rem;opacity:.75}\
@media(prefers-color-scheme:dark){body{color:#e6e6ea;background:#17171a}}";

/// Where whose login is over gives their password; `problem`: why the one before did not do.
pub(super) fn form(email: &Email, problem: Option<&Problem>) -> String {
    let error = problem.map_or_else(String::new, |problem| {
        let hint = problem.hint.as_deref().unwrap_or_default();
        format!(
            r#"<p class="error" role="alert">{}<br><span class="small">{}</span></p>"#,
            escaped(&problem.message),
            escaped(hint)
        )
    });
    let email = escaped(email.as_str()).into_owned();
    whole(
        "Log in to mcpgw",
        &format!(
            r#"<p>Your login is over. Log in again, and your client goes on with your servers.</p>{error}
<form method="post">
<label>Email<input name="username" type="email" autocomplete="username" value="{email}" readonly></label>
<label>Password<input name="password" type="password" autocomplete="current-password" required autofocus></label>
<button>Log in</button>
</form>
<p class="small">This page is on your own machine: mcpgw shows it because a client of yours uses it. Close it if you did not mean to
log in.</p>"#
        ),
    )
}

/// It is done.
pub(super) fn done() -> String {
    whole(
        "You are logged in",
        "<p>Go back to your client: it has your servers again. This page can be closed.</p>",
    )
}

/// It is done, and not enough.
pub(super) fn must_change() -> String {
    whole(
        "Choose another password",
        "<p>Your password was right, and you have to choose another one before you go on. In a terminal:</p>
<p><code>mcpgw user passwd</code></p><p>Then log in again.</p>",
    )
}

/// Whoever came is not who was asked to, or not any more.
pub(super) fn refused() -> String {
    whole(
        "There is nothing to do here",
        "<p>If your client still asks you to log in, open its link, or run <code>mcpgw login</code> in a terminal. Close this page
otherwise.</p>",
    )
}

/// Somebody else has come before.
pub(super) fn late() -> String {
    whole(
        "This link was opened before",
        "<p>Log in where it was opened first, or run <code>mcpgw login</code> in a terminal.</p>",
    )
}

/// It can't be shown.
pub(super) fn failed(problem: &Problem) -> String {
    whole("This does not work now", &format!("<p>{}</p>", escaped(&problem.to_string())))
}

fn whole(title: &str, body: &str) -> String {
    format!(
        "<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n\
<meta name=\"viewport\" content=\"width=device-width\">\n<title>{title}</title>\n<style>{STYLE}</style>\n<h1>{title}</h1>\n{body}\n"
    )
}

/// `text` as it may stand in an element or an attribute, with what can't be seen made visible.
fn escaped(text: &str) -> Cow<'_, str> {
    let text = untrusted(text, Breaks::Keep);
    if !text.contains(['&', '<', '>', '"', '\'']) {
        return text;
    }
    let mut out = String::with_capacity(text.len() + 16);
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            letter => out.push(letter),
        }
    }
    out.into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::problem::ProblemKind;

    #[test]
    fn what_is_said_stays_text() {
        let email = Email::parse("o'neil@example.org").expect("an email");
        let problem = Problem::new(ProblemKind::Failed, "<script>\u{1b}[31m & \"so\"").hint("a < b");
        let page = form(&email, Some(&problem));
        assert!(page.contains("value=\"o&#39;neil@example.org\""), "{page}");
        assert!(page.contains("&lt;script&gt;") && page.contains("&amp; &quot;so&quot;"), "{page}");
        assert!(!page.contains("<script") && !page.contains('\u{1b}'), "{page}");
    }
}
