//! What a reader's device decides, each engine told in its own way: the width of the page, the colour scheme, less motion,
//! print.

use crate::{browser::Page, engine::Engine};
use http::Method;
use serde_json::{Value, json};
use thirtyfour::{RequestData, SessionId, common::command::FormatRequestData};

impl Page {
    /// Shows the page as it is printed.
    pub async fn emulate_print(&self) {
        self.emulate(&json!({ "media": "print" }), "context.mediumOverride = 'print'").await;
    }

    /// Emulates `prefers-color-scheme: dark`.
    pub async fn darken(&self) {
        let dark = json!({ "features": [{ "name": "prefers-color-scheme", "value": "dark" }] });
        self.emulate(&dark, "context.prefersColorSchemeOverride = 'dark'").await;
    }

    /// Emulates `prefers-reduced-motion: reduce`.
    pub async fn rest(&self) {
        let still = json!({ "features": [{ "name": "prefers-reduced-motion", "value": "reduce" }] });
        self.emulate(&still, "context.prefersReducedMotionOverride = 'reduce'").await;
    }

    /// Makes the page this wide, in CSS pixels; a window cannot be as narrow in every engine.
    pub async fn resize(&self, width: u32, height: u32) {
        match Engine::of_this_run() {
            Engine::Chromium => {
                let size = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
                self.devtools("Emulation.setDeviceMetricsOverride", size).await;
            }
            Engine::Firefox => {
                let context = self.session.window().await.unwrap().to_string();
                let viewport = json!({ "context": context, "viewport": { "width": width, "height": height } });
                self.session.bidi().ask("browsingContext.setViewport", &viewport).unwrap();
            }
            Engine::WebKit => {
                self.session.set_window_rect(0, 0, width, height).await.unwrap();
            }
        }
    }

    /// Sets media in Chromium by its protocol, in Firefox by a script of the browser.
    async fn emulate(&self, media: &Value, script: &str) {
        match Engine::of_this_run() {
            Engine::Chromium => {
                self.devtools("Emulation.setEmulatedMedia", media.clone()).await;
            }
            Engine::Firefox => self.in_the_browser(script).await,
            Engine::WebKit => panic!("WebKitGTK has no command for this: name the test in xtask/src/engines.rs"),
        }
    }

    /// Gives a command of Chromium's protocol.
    pub async fn devtools(&self, command: &str, parameters: Value) -> Value {
        self.session.cdp().send_raw(command, parameters).await.unwrap()
    }

    /// Runs a script of Firefox itself; `context` is what shows the page.
    async fn in_the_browser(&self, script: &str) {
        let whole = format!("const context = gBrowser.selectedBrowser.browsingContext; {script};");
        self.session.handle().cmd(Context("chrome")).await.unwrap();
        self.session.execute(whole, vec![]).await.unwrap();
        self.session.handle().cmd(Context("content")).await.unwrap();
    }
}

/// Where scripts of Firefox run: `chrome`, the browser, or `content`, the page.
#[derive(Debug)]
struct Context(&'static str);

impl FormatRequestData for Context {
    fn format_request(&self, session: &SessionId) -> RequestData {
        RequestData::new(Method::POST, format!("/session/{session}/moz/context")).add_body(json!({ "context": self.0 }))
    }
}
