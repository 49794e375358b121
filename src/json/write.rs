//! [`Value`] → JSON text, compact, without recursion.

use super::Value;

/// Writes `value` as compact JSON. Numbers come out digit for digit as they went in.
pub fn write(value: &Value<'_>) -> String {
    let mut out = String::new();
    push(&mut out, value);
    out
}

/// Appends `value` as compact JSON.
pub fn push(out: &mut String, value: &Value<'_>) {
    enum Work<'v, 'a> {
        Value(&'v Value<'a>),
        Key(&'v str),
        Mark(&'static str),
    }
    let mut work = vec![Work::Value(value)];
    while let Some(next) = work.pop() {
        match next {
            Work::Mark(mark) => out.push_str(mark),
            Work::Key(key) => {
                push_quoted(out, key);
                out.push(':');
            }
            Work::Value(Value::Null) => out.push_str("null"),
            Work::Value(Value::Bool(true)) => out.push_str("true"),
            Work::Value(Value::Bool(false)) => out.push_str("false"),
            Work::Value(Value::Number(digits)) => out.push_str(digits),
            Work::Value(Value::Text(text)) => push_quoted(out, text),
            Work::Value(Value::Raw(raw)) => out.push_str(raw),
            Work::Value(Value::List(items)) => {
                out.push('[');
                work.push(Work::Mark("]"));
                for (index, item) in items.iter().enumerate().rev() {
                    work.push(Work::Value(item));
                    if index > 0 {
                        work.push(Work::Mark(","));
                    }
                }
            }
            Work::Value(Value::Map(entries)) => {
                out.push('{');
                work.push(Work::Mark("}"));
                for (index, (key, item)) in entries.iter().enumerate().rev() {
                    work.push(Work::Value(item));
                    work.push(Work::Key(key));
                    if index > 0 {
                        work.push(Work::Mark(","));
                    }
                }
            }
        }
    }
}

/// Appends `text` as a JSON string with its quotes.
pub fn push_quoted(out: &mut String, text: &str) {
    out.push('"');
    if text.bytes().all(|byte| byte >= b' ' && byte != b'"' && byte != b'\\') {
        out.push_str(text);
        out.push('"');
        return;
    }
    for char in text.chars() {
        match char {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            control if control < ' ' => {
                let code = control as usize;
                out.push_str("\\u00");
                out.push(if code < 16 { '0' } else { '1' });
                out.push(char::from_digit((code % 16) as u32, 16).unwrap_or('0'));
            }
            other => out.push(other),
        }
    }
    out.push('"');
}

/// Levels that are indented.
const MAX_INDENT: usize = 64;

/// Compact JSON with line breaks and two spaces a level, for reading. Empty lists and objects stay on one line.
pub fn indented(compact: &str) -> String {
    let mut out = String::with_capacity(compact.len() * 2);
    let (mut depth, mut in_text, mut is_escaped) = (0_usize, false, false);
    let mut chars = compact.chars().peekable();
    let line = |out: &mut String, depth: usize| {
        out.push('\n');
        // A raw value may be nested to any depth.
        out.extend(std::iter::repeat_n("  ", depth.min(MAX_INDENT)));
    };
    while let Some(char) = chars.next() {
        if in_text {
            out.push(char);
            in_text = is_escaped || char != '"';
            is_escaped = char == '\\' && !is_escaped;
            continue;
        }
        match char {
            '{' | '[' => {
                out.push(char);
                if let Some(end) = chars.next_if(|next| matches!(next, '}' | ']')) {
                    out.push(end);
                } else {
                    depth += 1;
                    line(&mut out, depth);
                }
            }
            '}' | ']' => {
                depth = depth.saturating_sub(1);
                line(&mut out, depth);
                out.push(char);
            }
            ',' => {
                out.push(',');
                line(&mut out, depth);
            }
            ':' => out.push_str(": "),
            ' ' | '\n' | '\r' | '\t' => {}
            _ => {
                in_text = char == '"';
                out.push(char);
            }
        }
    }
    out
}
