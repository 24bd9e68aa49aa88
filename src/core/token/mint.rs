//! Makes tokens.

use jsonwebtoken::{Header, encode};

use super::KeyError;
use super::claims::{Claims, USE, issuer};
use super::key::{encoding, library};
use crate::core::model::{Secret, SigningKey, Token};

/// Signs the token that `token` is the row of, its hash aside, for the store of that id.
pub fn mint(
    store: &str,
    token: &Token,
    key: &SigningKey,
    secret: &Secret<Vec<u8>>,
) -> Result<Secret<String>, KeyError> {
    let claims = Claims {
        iss: issuer(store),
        aud: issuer(store),
        sub: token.user,
        jti: token.id,
        iat: token.created_at.as_second(),
        // The row says it to the millisecond, and the row decides.
        exp: token.expires_at.map(|at| at.as_second() + 1),
        nbf: None,
        token_use: USE.to_owned(),
    };
    let mut header = Header::new(library(key.algorithm));
    header.kid = Some(key.kid.clone());
    Ok(Secret::new(encode(&header, &claims, &encoding(key.algorithm, secret)?)?))
}
