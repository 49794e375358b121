//! Which keys name secrets.

use crate::{facts::keys::words, json::Value, policy::is_one_of};

/// Words of keys whose texts are secrets.
const SECRETS: &str = "password passwords passwd passphrase pwd secret secrets token tokens apikey credential credentials cookie \
                       cookies otp totp ssn iban cvv cvc jwt bearer auth authorization oauth";
/// Two words of a key that make a secret together.
const PAIRS: &str = "api_key private_key access_key auth_key secret_key encryption_key signing_key license_key session_id \
                     card_number recovery_code";
/// Words whose numbers are secrets, too: a number of tokens is none.
const NUMBERS: &str = "password passwd pwd otp pin ssn cvv cvc";

/// Is `value` a secret by the name of its key? Yes, no and nothing are none: `has_password` tells no password.
pub(super) fn is_secret(key: &str, value: &Value<'_>) -> bool {
    match value {
        Value::Null | Value::Bool(_) => false,
        Value::Text(text) if text.is_empty() || text == crate::model::MASK => false,
        Value::Text(text) if crate::facts::is_number(text) => names(key, NUMBERS),
        Value::Number(_) => names(key, NUMBERS),
        _ => names(key, SECRETS),
    }
}

/// Does a text that cannot be read name a secret anywhere?
pub(super) fn is_named_in(text: &str) -> bool {
    let is_name = |char: char| char.is_ascii_alphanumeric() || matches!(char, '_' | '-');
    text.match_indices(['"', '\'', ':', '=']).any(|(at, _)| {
        let before = text.get(..at).unwrap_or_default();
        names(before.rsplit(|char| !is_name(char)).next().unwrap_or_default(), SECRETS)
    })
}

fn names(key: &str, list: &str) -> bool {
    let words = words(key);
    let is_pair = |pair: &[String]| matches!(pair, [one, two] if is_one_of(&[one, "_", two].concat(), PAIRS));
    words.iter().any(|word| is_one_of(word, list)) || words.windows(2).any(is_pair)
}
