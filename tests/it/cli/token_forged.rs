//! Tokens that are forged by somebody who has the store's public keys, its private one, or even its file: refused alike, and told of.

use std::collections::BTreeSet;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jsonwebtoken::{Algorithm, EncodingKey, Header};
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

use super::token::{mint, parts, raw, refusals, with};
use super::user::{OTHER, WORD, log_in, shared};
use crate::support::people::store;
use crate::support::{Run, Sandbox};

/// A store with a token, of which whoever forges knows everything.
struct Forge {
    sandbox: Sandbox,
    token: String,
    header: Value,
    claims: Value,
    refused: Run,
}

impl Forge {
    fn new(algorithm: &str) -> Self {
        let sandbox = Sandbox::new();
        sandbox.run(&["key", "rotate", "--algorithm", algorithm]).success();
        let token = mint(&sandbox, &["--name", "ci"]);
        let (header, claims, _) = parts(&token);
        let refused = with(&sandbox, "nothing", &["whoami"]);
        assert_eq!(refused.code, "4");
        Self { sandbox, token, header, claims, refused }
    }

    /// The key that signs.
    fn key(&self) -> EncodingKey {
        let file = self.sandbox.home().join("key.pem");
        if !file.exists() {
            self.sandbox.run(&["key", "export", "--private", "--out", "key.pem"]).success();
        }
        let pem = std::fs::read(file).expect("the key");
        EncodingKey::from_ed_pem(&pem).or_else(|_| EncodingKey::from_rsa_pem(&pem)).expect("a key")
    }

    fn header(&self, algorithm: Algorithm) -> Header {
        let mut header = Header::new(algorithm);
        header.kid = self.header["kid"].as_str().map(str::to_owned);
        header
    }

    /// The claims of the token with others in their place.
    fn claims(&self, others: &Value) -> Value {
        let mut claims = self.claims.clone();
        for (name, value) in others.as_object().expect("claims") {
            claims[name] = value.clone();
        }
        claims
    }

    /// Puts the hash of a credential into the row, so that it is found.
    fn plant(&self, credential: &str) {
        let hash = Sha256::digest(credential);
        store(&self.sandbox).execute("UPDATE token SET hash = ?1", [hash.as_slice()]).expect("the hash");
    }

    /// Whatever is done with it, it is refused like what is no token at all.
    #[track_caller]
    fn refuses(&self, credential: &str) {
        for args in [&["whoami"][..], &["tool", "list"], &["token", "create"], &["stdio"]] {
            assert_eq!(with(&self.sandbox, credential, args), self.refused, "{args:?}");
        }
        let verified = self.sandbox.run_with_input(&["token", "verify", "--token-stdin"], credential);
        assert_eq!((verified.code.as_str(), verified.stdout.as_str()), ("9", ""));
    }

    /// One that nobody has, and the same once somebody has put its hash into the store.
    #[track_caller]
    fn refuses_also_planted(&self, credential: &str) {
        assert_eq!(with(&self.sandbox, credential, &["whoami"]), self.refused);
        self.plant(credential);
        self.refuses(credential);
        self.plant(&self.token);
    }

    /// The token itself works all the while, and the audit knows why the others were refused.
    #[track_caller]
    fn ends(&self, reasons: &[&str]) {
        with(&self.sandbox, &self.token, &["whoami"]).success();
        let told: BTreeSet<_> = refusals(&self.sandbox).into_iter().collect();
        let unknown = ["this store has no such token"];
        assert_eq!(told, unknown.iter().chain(reasons).map(|&reason| reason.to_owned()).collect());
        self.sandbox.run(&["audit", "verify"]).success();
    }
}

#[test]
fn who_has_the_private_key_signs_nothing_that_is_believed_but_what_the_store_has_made() {
    let forge = Forge::new("EdDSA");
    let now = jiff::Timestamp::now().as_second();
    let other = "01900000-0000-7000-8000-000000000001";
    let claims = [
        (json!({ "exp": now - 1 }), "it has expired"),
        (json!({ "nbf": now + 60 }), "it is not valid yet"),
        (json!({ "aud": format!("urn:mcpgw:{other}") }), "it is for another store"),
        (json!({ "iss": format!("urn:mcpgw:{other}") }), "it was made by another store"),
        (json!({ "token_use": "refresh" }), "it is for another use"),
        (json!({ "sub": other }), "it says something else than its row"),
        (json!({ "jti": other }), "it says something else than its row"),
        // Lists and other types are none of what is claimed.
        (json!({ "aud": [forge.claims["aud"], "x"] }), "its signature is wrong"),
        (json!({ "exp": "9999999999" }), "its signature is wrong"),
    ];
    for (claims, _) in &claims {
        let header = forge.header(Algorithm::EdDSA);
        let forged = jsonwebtoken::encode(&header, &forge.claims(claims), &forge.key());
        forge.refuses_also_planted(&forged.expect("a token"));
    }
    forge.plant("another");
    forge.refuses(&forge.token);
    forge.plant(&forge.token);
    forge.ends(&claims.map(|(_, reason)| reason));
}

#[test]
fn a_public_key_is_no_secret_to_sign_with_and_a_header_decides_nothing() {
    for algorithm in ["RS256", "EdDSA"] {
        let forge = Forge::new(algorithm);
        let exported = raw(&forge.sandbox, &["key", "export"]);
        let set: Value = serde_json::from_str(&exported).expect("a set");
        let key = &set["keys"][0];
        let half = key["n"].as_str().or(key["x"].as_str()).expect("a public half");
        let bytes = URL_SAFE_NO_PAD.decode(half).expect("base64");
        let secrets = [exported.as_bytes().to_vec(), key.to_string().into_bytes(), half.into(), bytes];
        let mut forged = Vec::new();
        for secret in secrets {
            for hash in [Algorithm::HS256, Algorithm::HS512] {
                let key = EncodingKey::from_secret(&secret);
                forged.push(jsonwebtoken::encode(&forge.header(hash), &forge.claims, &key).expect("a token"));
            }
        }
        let text = |value: &Value| URL_SAFE_NO_PAD.encode(value.to_string());
        let kid = &forge.header["kid"];
        for none in ["none", "None", "NONE", ""] {
            forged.push(format!("{}.{}.", text(&json!({ "alg": none, "kid": kid })), text(&forge.claims)));
        }
        // Signed as they should be, by a key that is called otherwise, or that brings itself along.
        for kid in [Value::Null, json!("../../../../dev/null"), json!("' OR 1=1 --"), json!("other")] {
            let mut header =
                forge.header(if algorithm == "RS256" { Algorithm::RS256 } else { Algorithm::EdDSA });
            header.kid = kid.as_str().map(str::to_owned);
            header.jku = Some("http://127.0.0.1:1/keys".to_owned());
            forged.push(jsonwebtoken::encode(&header, &forge.claims, &forge.key()).expect("a token"));
        }
        for forged in &forged {
            forge.refuses_also_planted(forged);
        }
        forge.ends(&["its signature is wrong"]);
    }
}

#[test]
fn one_whose_row_is_gone_or_over_reads_like_one_that_never_was() {
    let forge = Forge::new("EdDSA");
    let late = (31_i64 * 24 * 3600 * 1000).to_string();
    let mut expired = forge.sandbox.command(["whoami"]);
    expired.env("MCPGW_TOKEN", &forge.token).env("MCPGW_TEST_CLOCK_AHEAD", late);
    assert_eq!(forge.sandbox.finish(&mut expired), forge.refused);
    let ended = mint(&forge.sandbox, &["--name", "ended"]);
    forge.sandbox.run(&["token", "revoke", "ended"]).success();
    forge.refuses(&ended);
    store(&forge.sandbox).execute("DELETE FROM token WHERE name = 'ci'", []).expect("its row");
    forge.refuses(&forge.token);
    let told: BTreeSet<_> = refusals(&forge.sandbox).into_iter().collect();
    let all = ["it has expired", "it is revoked", "this store has no such token"];
    assert_eq!(told, all.map(str::to_owned).into());
}

#[test]
fn one_of_somebody_who_may_not_act_any_more_reads_like_one_that_never_was() {
    let sandbox = shared();
    log_in(&sandbox, "ann@example.org", OTHER).success();
    let tokens = ["first", "second"].map(|name| mint(&sandbox, &["--name", name]));
    let refused = with(&sandbox, "nothing", &["whoami"]);
    assert_eq!(refused.code, "4");
    with(&sandbox, &tokens[0], &["whoami"]).success();
    log_in(&sandbox, "me@example.org", WORD).success();
    sandbox.run(&["user", "disable", "ann@example.org"]).success();
    // Who acts again has new ones to make.
    for verb in [&["user", "enable", "ann@example.org"][..], &["user", "delete", "ann@example.org", "--yes"]]
    {
        for token in &tokens {
            for args in [&["whoami"][..], &["stdio"]] {
                assert_eq!(with(&sandbox, token, args), refused, "{args:?} before {verb:?}");
            }
        }
        sandbox.run(verb).success();
    }
    assert_eq!(with(&sandbox, &tokens[0], &["whoami"]), refused);
    let told: BTreeSet<_> = refusals(&sandbox).into_iter().collect();
    assert_eq!(told, ["it is revoked", "this store has no such token"].map(str::to_owned).into());
    sandbox.run(&["audit", "verify"]).success();
}
