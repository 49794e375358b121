//! Panics of debug builds.

/// Makes a debug build print on the console where it panicked. A release build stops without a message.
pub fn say_panics() {
    if cfg!(debug_assertions) {
        std::panic::set_hook(Box::new(|panic| web_sys::console::error_1(&panic.to_string().into())));
    }
}
