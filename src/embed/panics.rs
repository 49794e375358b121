//! Panics of debug builds.

/// Has a debug build say where it panicked, on the console. A release build has no panics to tell of: it stops.
pub fn say_panics() {
    if cfg!(debug_assertions) {
        std::panic::set_hook(Box::new(|panic| web_sys::console::error_1(&panic.to_string().into())));
    }
}
