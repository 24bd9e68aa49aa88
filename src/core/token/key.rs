//! Keys that sign tokens, in clear.

use aws_lc_rs::encoding::AsDer as _;
use aws_lc_rs::rand::SystemRandom;
use aws_lc_rs::rsa;
use aws_lc_rs::signature::{
    ECDSA_P256_SHA256_FIXED_SIGNING, ECDSA_P384_SHA384_FIXED_SIGNING, EcdsaKeyPair, EcdsaSigningAlgorithm,
    Ed25519KeyPair,
};
use jsonwebtoken::EncodingKey;
use jsonwebtoken::jwk::{Jwk, PublicKeyUse, ThumbprintHash};
use pem::{EncodeConfig, LineEnding, Pem, encode_config};

use super::KeyError;
use crate::core::model::{Algorithm, KeyFamily, Secret};

/// The tag of PKCS #8 (RFC 7468, section 10).
const PRIVATE: &str = "PRIVATE KEY";

/// A key with its secret half in clear.
#[derive(Debug)]
pub struct KeyMaterial {
    /// How it signs.
    pub algorithm: Algorithm,
    /// What tokens name it by.
    pub kid: String,
    /// The public half as a JWK; nothing: it is a secret that both sides have.
    pub public: Option<String>,
    /// PKCS #8 as PEM, or the secret itself.
    pub secret: Secret<Vec<u8>>,
}

/// Makes a key. Where it is a secret that both sides have, it is made of `random` and called by `name`.
pub fn generate(algorithm: Algorithm, random: &[u8; 64], name: [u8; 16]) -> Result<KeyMaterial, KeyError> {
    let system = SystemRandom::new();
    let der = match algorithm.family() {
        KeyFamily::Hmac(length) => {
            return of_secret(algorithm, Secret::new(random[..length].to_vec()), name);
        }
        // Version 1: what the second half of version 2 adds is refused by the library that signs.
        KeyFamily::Edwards => Ed25519KeyPair::generate_pkcs8v1(&system)?.as_ref().to_vec(),
        KeyFamily::Curve => EcdsaKeyPair::generate_pkcs8(curve(algorithm), &system)?.as_ref().to_vec(),
        KeyFamily::Rsa => rsa::KeyPair::generate(rsa::KeySize::Rsa2048)?.as_der()?.as_ref().to_vec(),
    };
    of_pkcs8(algorithm, &Secret::new(der))
}

/// The key that is this secret.
pub fn of_secret(
    algorithm: Algorithm,
    secret: Secret<Vec<u8>>,
    name: [u8; 16],
) -> Result<KeyMaterial, KeyError> {
    let KeyFamily::Hmac(least) = algorithm.family() else { return Err(KeyError::Unfit(algorithm)) };
    let found = secret.reveal().len();
    if found < least {
        return Err(KeyError::Short { algorithm, least, found });
    }
    // Not its thumbprint: whoever sees that could try secrets against it.
    let kid = format!("{:032x}", u128::from_be_bytes(name));
    Ok(KeyMaterial { algorithm, kid, public: None, secret })
}

/// The key pair of this PKCS #8 structure.
pub(super) fn of_pkcs8(algorithm: Algorithm, der: &Secret<Vec<u8>>) -> Result<KeyMaterial, KeyError> {
    let text = encode_config(
        &Pem::new(PRIVATE, der.reveal().as_slice()),
        EncodeConfig::new().set_line_ending(LineEnding::LF),
    );
    let secret = Secret::new(text.into_bytes());
    let mut jwk = Jwk::from_encoding_key(&encoding(algorithm, &secret)?, library(algorithm))?;
    let kid = jwk.thumbprint(ThumbprintHash::SHA256)?;
    jwk.common.key_id = Some(kid.clone());
    jwk.common.public_key_use = Some(PublicKeyUse::Signature);
    let public = serde_json::to_string(&jwk).map_err(|error| KeyError::Refused(error.to_string()))?;
    Ok(KeyMaterial { algorithm, kid, public: Some(public), secret })
}

/// The curve that an algorithm of [`KeyFamily::Curve`] signs on.
pub(super) fn curve(algorithm: Algorithm) -> &'static EcdsaSigningAlgorithm {
    match algorithm {
        Algorithm::Es384 => &ECDSA_P384_SHA384_FIXED_SIGNING,
        _ => &ECDSA_P256_SHA256_FIXED_SIGNING,
    }
}

/// What the library calls it.
pub(super) fn library(algorithm: Algorithm) -> jsonwebtoken::Algorithm {
    use jsonwebtoken::Algorithm as Library;
    match algorithm {
        Algorithm::EdDsa => Library::EdDSA,
        Algorithm::Hs256 => Library::HS256,
        Algorithm::Hs384 => Library::HS384,
        Algorithm::Hs512 => Library::HS512,
        Algorithm::Rs256 => Library::RS256,
        Algorithm::Rs384 => Library::RS384,
        Algorithm::Rs512 => Library::RS512,
        Algorithm::Ps256 => Library::PS256,
        Algorithm::Es256 => Library::ES256,
        Algorithm::Es384 => Library::ES384,
    }
}

/// The secret half, ready to sign.
pub(super) fn encoding(algorithm: Algorithm, secret: &Secret<Vec<u8>>) -> Result<EncodingKey, KeyError> {
    let bytes = secret.reveal().as_slice();
    Ok(match algorithm.family() {
        KeyFamily::Hmac(_) => EncodingKey::from_secret(bytes),
        KeyFamily::Rsa => EncodingKey::from_rsa_pem(bytes)?,
        KeyFamily::Curve => EncodingKey::from_ec_pem(bytes)?,
        KeyFamily::Edwards => EncodingKey::from_ed_pem(bytes)?,
    })
}

#[cfg(test)]
mod tests {
    use sha2::{Digest as _, Sha256};

    use super::super::{import_jwk, import_pem};
    use super::*;

    fn made(algorithm: Algorithm) -> KeyMaterial {
        generate(algorithm, &[7; 64], [9; 16]).expect("a key")
    }

    /// The thumbprint by the letter of RFC 7638: the required members, sorted, without a space.
    fn thumbprint(public: &str) -> String {
        use base64::Engine as _;
        let jwk: serde_json::Value = serde_json::from_str(public).expect("a JWK");
        let members: &[&str] = match jwk["kty"].as_str() {
            Some("RSA") => &["e", "kty", "n"],
            Some("EC") => &["crv", "kty", "x", "y"],
            _ => &["crv", "kty", "x"],
        };
        let members: Vec<_> = members.iter().map(|name| format!("\"{name}\":{}", jwk[name])).collect();
        let hash = Sha256::digest(format!("{{{}}}", members.join(",")));
        base64::engine::general_purpose::URL_SAFE_NO_PAD.encode(hash)
    }

    #[test]
    fn a_key_is_named_by_its_thumbprint_and_its_public_half_holds_nothing_secret() {
        for algorithm in Algorithm::ALL.into_iter().filter(|algorithm| !algorithm.is_shared()) {
            let key = made(algorithm);
            let public = key.public.expect("a public half");
            assert_eq!(key.kid, thumbprint(&public), "{algorithm}");
            let jwk: serde_json::Value = serde_json::from_str(&public).expect("a JWK");
            for secret in ["d", "p", "q", "dp", "dq", "qi", "k"] {
                assert_eq!(jwk.get(secret), None, "{algorithm}");
            }
            assert_eq!(jwk["alg"], algorithm.name());
        }
    }

    /// RFC 8037, appendix A.3.
    #[test]
    fn the_thumbprint_of_the_rfc_is_ours() {
        let jwk = r#"{"kty":"OKP","crv":"Ed25519","d":"nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A",
                      "x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}"#;
        let key = import_jwk(jwk, None, [0; 16]).expect("a key");
        assert_eq!(key.kid, "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k");
    }

    #[test]
    fn a_secret_that_both_sides_have_is_as_long_as_the_hash_and_has_no_public_half() {
        for (algorithm, length) in [(Algorithm::Hs256, 32), (Algorithm::Hs384, 48), (Algorithm::Hs512, 64)] {
            let key = made(algorithm);
            assert_eq!((key.public, key.secret.reveal().len()), (None, length));
            let short = of_secret(algorithm, Secret::new(vec![1; length - 1]), [0; 16]);
            assert!(matches!(short, Err(KeyError::Short { .. })));
        }
    }

    #[test]
    fn what_is_exported_can_be_imported_and_fits_no_other_algorithm() {
        for algorithm in Algorithm::ALL.into_iter().filter(|algorithm| !algorithm.is_shared()) {
            let key = made(algorithm);
            let text = String::from_utf8(key.secret.reveal().clone()).expect("PEM");
            let again = import_pem(&text, Some(algorithm)).expect("the same key");
            assert_eq!((again.kid, again.public), (key.kid, key.public));
            let other = if algorithm == Algorithm::EdDsa { Algorithm::Es256 } else { Algorithm::EdDsa };
            assert_eq!(import_pem(&text, Some(other)).expect_err("no fit"), KeyError::Unfit(other));
        }
        assert_eq!(import_pem("no key", None).expect_err("none"), KeyError::Unreadable);
    }
}
