//! The answer to a call from JavaScript.

use crate::report::Failure;
use serde::{Serialize, ser::SerializeMap};
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::JsValue;

/// What every export of the programs answers: `{ ok }`, or `{ error: { code, message } }` where nothing has changed on the page.
#[derive(Debug)]
pub struct Answer<T>(pub Result<T, Failure>);

impl<T: Serialize> Serialize for Answer<T> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(1))?;
        match &self.0 {
            Ok(value) => map.serialize_entry("ok", value)?,
            Err(failure) => map.serialize_entry("error", failure)?,
        }
        map.end()
    }
}

impl<T: Serialize> From<Answer<T>> for JsValue {
    /// Plain JavaScript data. Writing it cannot fail: what is answered has no maps with odd keys and no big numbers.
    fn from(answer: Answer<T>) -> JsValue {
        answer.serialize(&Serializer::json_compatible()).unwrap_or(JsValue::NULL)
    }
}
