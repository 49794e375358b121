//! Work that can wait: done when the browser is idle, and before it prints.

use super::guarded;
use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/src/paint/paint.js")]
extern "C" {
    #[wasm_bindgen(js_name = whenIdle)]
    fn when_idle(work: &js_sys::Function) -> js_sys::Function;
}

/// Waiting work. Dropping it forgets the work.
#[must_use = "dropping it cancels the work"]
pub struct Idle {
    stop: js_sys::Function,
    _work: Closure<dyn Fn() -> bool>,
}

impl Drop for Idle {
    fn drop(&mut self) {
        // `stop` only clears a timer and a listener.
        let _ = self.stop.call0(&JsValue::NULL);
    }
}

/// Does `work` once.
pub fn once_idle(work: impl Fn() + 'static) -> Idle {
    let work = Closure::new(move || {
        work();
        false
    });
    Idle { stop: when_idle(&guarded(work.as_ref())), _work: work }
}
