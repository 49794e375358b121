//! Secrets that are recognised by their form, under any key.

use super::spot::Spot;

/// The characters of a secret.
#[derive(Clone, Copy)]
enum Alphabet {
    /// Capitals and digits.
    Capitals,
    /// Letters, digits, `_` and `-`.
    Word,
    /// The same, and `+ / = .`.
    Base64,
}

/// How a service writes its secrets.
struct Form {
    prefix: &'static str,
    alphabet: Alphabet,
    /// Characters behind the prefix, at least.
    least: usize,
}

const fn form(prefix: &'static str, alphabet: Alphabet, least: usize) -> Form {
    Form { prefix, alphabet, least }
}

/// The forms. The prefixes are those that the services document for secret scanning.
const FORMS: &[Form] = &[
    // AWS, "Unique identifiers": long-term and temporary access keys.
    form("AKIA", Alphabet::Capitals, 16),
    form("ASIA", Alphabet::Capitals, 16),
    // GitHub, "Token prefixes".
    form("ghp_", Alphabet::Word, 36),
    form("gho_", Alphabet::Word, 36),
    form("ghu_", Alphabet::Word, 36),
    form("ghs_", Alphabet::Word, 36),
    form("ghr_", Alphabet::Word, 36),
    form("github_pat_", Alphabet::Word, 22),
    // GitLab, "Token prefixes".
    form("glpat-", Alphabet::Word, 20),
    // npm, "About access tokens".
    form("npm_", Alphabet::Word, 36),
    // Slack, "Token types".
    form("xoxb-", Alphabet::Word, 20),
    form("xoxp-", Alphabet::Word, 20),
    form("xoxa-", Alphabet::Word, 20),
    form("xoxr-", Alphabet::Word, 20),
    form("xoxs-", Alphabet::Word, 20),
    // Stripe, "API keys": server keys only. Publishable keys are public.
    form("sk_live_", Alphabet::Word, 16),
    form("sk_test_", Alphabet::Word, 16),
    form("rk_live_", Alphabet::Word, 16),
    form("whsec_", Alphabet::Word, 24),
    // OpenAI and Anthropic.
    form("sk-proj-", Alphabet::Word, 20),
    form("sk-ant-", Alphabet::Word, 20),
    form("sk-", Alphabet::Word, 40),
    // Google: API keys and OAuth access tokens.
    form("AIza", Alphabet::Word, 35),
    form("ya29.", Alphabet::Word, 30),
    // SendGrid, Hugging Face, PyPI, Docker Hub.
    form("SG.", Alphabet::Base64, 40),
    form("hf_", Alphabet::Word, 34),
    form("pypi-", Alphabet::Word, 50),
    form("dckr_pat_", Alphabet::Word, 20),
    // RFC 7519: a header in base64, and its other parts behind points.
    form("eyJ", Alphabet::Base64, 40),
    // RFC 6750 and RFC 7617.
    form("Bearer ", Alphabet::Base64, 16),
    form("Basic ", Alphabet::Base64, 16),
];

/// The shortest secret of a form, its prefix left out.
const SHORTEST: usize = 16;

/// The parts of the line before a private key (RFC 7468).
const KEY: (&str, &str) = ("-----BEGIN ", "PRIVATE KEY-----");

/// Adds the secrets in a text.
pub(super) fn secrets(text: &str, found: &mut Vec<Spot>) {
    // One look at most texts: prose has no words of this length.
    let has_long_word = text.split_ascii_whitespace().any(|word| word.len() >= SHORTEST);
    if !has_long_word && !text.contains(KEY.0) {
        return;
    }
    for Form { prefix, alphabet, least } in FORMS {
        let mut from = 0;
        while let Some(at) = text.get(from..).and_then(|rest| rest.find(prefix)).map(|at| from + at) {
            let begin = at + prefix.len();
            let length =
                text.get(begin..).unwrap_or_default().bytes().take_while(|byte| fits(*byte, *alphabet)).count();
            let is_apart = !text.get(..at).unwrap_or_default().ends_with(|char: char| char.is_ascii_alphanumeric());
            let secret = text.get(begin..begin + length).unwrap_or_default();
            if is_apart && length >= *least && is_random(secret) {
                found.push(Spot { from: at, to: begin + length, what: "it holds a secret" });
            }
            from = begin + length;
        }
    }
    if let Some((before, rest)) = text.split_once(KEY.0)
        && rest.get(..rest.floor_char_boundary(40)).is_some_and(|head| head.contains(KEY.1))
    {
        found.push(Spot { from: before.len(), to: text.len(), what: "it holds a private key" });
    }
}

const fn fits(byte: u8, alphabet: Alphabet) -> bool {
    match alphabet {
        Alphabet::Capitals => byte.is_ascii_uppercase() || byte.is_ascii_digit(),
        Alphabet::Word => byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-'),
        Alphabet::Base64 => byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'+' | b'/' | b'=' | b'.'),
    }
}

/// Tells a secret from words and slugs by its digits and capitals.
fn is_random(secret: &str) -> bool {
    let digits = secret.bytes().filter(u8::is_ascii_digit).count();
    digits > 1 || secret.ends_with('=') || secret.bytes().any(|byte| byte.is_ascii_uppercase()) && digits > 0
}
