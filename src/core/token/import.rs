//! Keys that were made elsewhere.

use aws_lc_rs::encoding::AsDer as _;
use aws_lc_rs::rsa;
use aws_lc_rs::signature::{ECDSA_P521_SHA512_FIXED_SIGNING, EcdsaKeyPair, Ed25519KeyPair};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde::Deserialize;

use super::key::{curve, of_pkcs8};
use super::{KeyError, KeyMaterial, of_secret};
use crate::core::model::{Algorithm, Secret};

/// The least that an RSA key has, bytes.
const LEAST_RSA: usize = 256;

const CURVES: [Algorithm; 2] = [Algorithm::Es256, Algorithm::Es384];

/// The private key that `text` holds as PEM. `wanted` need only be said of an RSA key, which has several algorithms.
pub fn import_pem(text: &str, wanted: Option<Algorithm>) -> Result<KeyMaterial, KeyError> {
    let found = pem::parse(text).map_err(|_| KeyError::Unreadable)?;
    let der = Secret::new(found.contents().to_vec());
    let der = der.reveal();
    let (algorithm, der) = match found.tag() {
        "PRIVATE KEY" => pkcs8(der, wanted)?,
        "RSA PRIVATE KEY" => rsa(&rsa::KeyPair::from_der(der).map_err(|_| KeyError::Unreadable)?, wanted)?,
        "EC PRIVATE KEY" => on_curve(der)?,
        _ => return Err(KeyError::Unreadable),
    };
    match wanted {
        Some(wanted) if wanted != algorithm => Err(KeyError::Unfit(wanted)),
        _ => of_pkcs8(algorithm, &der),
    }
}

type Found = (Algorithm, Secret<Vec<u8>>);

fn pkcs8(der: &[u8], wanted: Option<Algorithm>) -> Result<Found, KeyError> {
    if let Ok(pair) = Ed25519KeyPair::from_pkcs8(der) {
        return Ok((Algorithm::EdDsa, Secret::new(pair.to_pkcs8v1()?.as_ref().to_vec())));
    }
    match rsa::KeyPair::from_pkcs8(der) {
        Ok(pair) => rsa(&pair, wanted),
        Err(_) => on_curve(der),
    }
}

fn rsa(pair: &rsa::KeyPair, wanted: Option<Algorithm>) -> Result<Found, KeyError> {
    let length = pair.public_modulus_len();
    if length < LEAST_RSA {
        return Err(KeyError::Small(length * 8));
    }
    let algorithm = wanted.ok_or(KeyError::Ambiguous)?;
    if !matches!(algorithm, Algorithm::Rs256 | Algorithm::Rs384 | Algorithm::Rs512 | Algorithm::Ps256) {
        return Err(KeyError::Unfit(algorithm));
    }
    Ok((algorithm, Secret::new(pair.as_der()?.as_ref().to_vec())))
}

fn on_curve(der: &[u8]) -> Result<Found, KeyError> {
    for algorithm in CURVES {
        if let Ok(pair) = EcdsaKeyPair::from_private_key_der(curve(algorithm), der) {
            return Ok((algorithm, Secret::new(pair.to_pkcs8v1()?.as_ref().to_vec())));
        }
    }
    let larger = EcdsaKeyPair::from_private_key_der(&ECDSA_P521_SHA512_FIXED_SIGNING, der);
    Err(if larger.is_ok() { KeyError::Es512 } else { KeyError::Unreadable })
}

/// A private JWK (RFC 7518, section 6; RFC 8037), as far as it is read.
#[derive(Deserialize)]
struct Private {
    kty: String,
    alg: Option<String>,
    crv: Option<String>,
    d: Option<String>,
    x: Option<String>,
    y: Option<String>,
    k: Option<String>,
}

/// The only key of a set.
#[derive(Deserialize)]
#[serde(untagged)]
enum Document {
    Set { keys: [Private; 1] },
    One(Private),
}

/// The private key that `text` holds as a JWK, or as a set of one; `name` is what a secret is called that both sides have. An
/// RSA key is better given as PEM.
pub fn import_jwk(text: &str, wanted: Option<Algorithm>, name: [u8; 16]) -> Result<KeyMaterial, KeyError> {
    let document = serde_json::from_str(text).map_err(|_| KeyError::Unreadable)?;
    let (Document::Set { keys: [jwk] } | Document::One(jwk)) = document;
    let said = jwk.alg.as_deref().map(Algorithm::parse).transpose().map_err(|_| KeyError::Unreadable)?;
    let (d, x, y) = (bytes(jwk.d.as_ref())?, bytes(jwk.x.as_ref())?, bytes(jwk.y.as_ref())?);
    let material = match (jwk.kty.as_str(), jwk.crv.as_deref()) {
        ("oct", _) => {
            let algorithm = wanted.or(said).ok_or(KeyError::Unreadable)?;
            of_secret(algorithm, Secret::new(bytes(jwk.k.as_ref())?), name)?
        }
        ("OKP", Some("Ed25519")) => {
            let pair = Ed25519KeyPair::from_seed_and_public_key(&d, &x).map_err(|_| KeyError::Unreadable)?;
            of_pkcs8(Algorithm::EdDsa, &Secret::new(pair.to_pkcs8v1()?.as_ref().to_vec()))?
        }
        ("EC", Some("P-521")) => return Err(KeyError::Es512),
        ("EC", Some(name @ ("P-256" | "P-384"))) => {
            let algorithm = if name == "P-256" { Algorithm::Es256 } else { Algorithm::Es384 };
            let point = [&[4], x.as_slice(), y.as_slice()].concat();
            let pair = EcdsaKeyPair::from_private_key_and_public_key(curve(algorithm), &d, &point)
                .map_err(|_| KeyError::Unreadable)?;
            of_pkcs8(algorithm, &Secret::new(pair.to_pkcs8v1()?.as_ref().to_vec()))?
        }
        _ => return Err(KeyError::Unreadable),
    };
    match wanted {
        Some(wanted) if wanted != material.algorithm => Err(KeyError::Unfit(wanted)),
        _ => Ok(material),
    }
}

fn bytes(text: Option<&String>) -> Result<Vec<u8>, KeyError> {
    let text = text.map_or("", String::as_str);
    URL_SAFE_NO_PAD.decode(text).map_err(|_| KeyError::Unreadable)
}
