//! [`Value`] → JSON text, compact, without recursion.

use super::Value;

/// Writes `value` as compact JSON. Numbers come out digit for digit as they went in.
pub fn write(value: &Value<'_>) -> String {
    enum Work<'v, 'a> {
        Value(&'v Value<'a>),
        Key(&'v str),
        Mark(&'static str),
    }
    let mut out = String::new();
    let mut work = vec![Work::Value(value)];
    while let Some(next) = work.pop() {
        match next {
            Work::Mark(mark) => out.push_str(mark),
            Work::Key(key) => {
                push_quoted(&mut out, key);
                out.push(':');
            }
            Work::Value(Value::Null) => out.push_str("null"),
            Work::Value(Value::Bool(true)) => out.push_str("true"),
            Work::Value(Value::Bool(false)) => out.push_str("false"),
            Work::Value(Value::Number(digits)) => out.push_str(digits),
            Work::Value(Value::Text(text)) => push_quoted(&mut out, text),
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
    out
}

/// Appends `text` as a JSON string with its quotes.
pub fn push_quoted(out: &mut String, text: &str) {
    out.push('"');
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
