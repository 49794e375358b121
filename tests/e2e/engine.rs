//! The browser engine that the tests run in: Chromium, or what `BACKMATTER_ENGINE` names.

use std::{
    env,
    net::TcpListener,
    process::{Child, Command, Stdio},
    sync::OnceLock,
    time::Duration,
};
use thirtyfour::{Capabilities, WebDriver};

/// An engine with a driver of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    Chromium,
    Firefox,
    WebKit,
}

const CHROMIUM: [&str; 10] = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--disable-dev-shm-usage",
    "--window-size=1280,900",
];

/// The X display of `WebKitGTK`, which has no headless mode.
const SCREEN: &str = ":77";

impl Engine {
    /// The engine of this run.
    pub fn of_this_run() -> Engine {
        match env::var("BACKMATTER_ENGINE").as_deref() {
            Ok("firefox") => Engine::Firefox,
            Ok("webkit") => Engine::WebKit,
            _ => Engine::Chromium,
        }
    }

    /// A new session; `dark` for readers who prefer that, where the engine can be told.
    #[allow(dead_code)]
    pub async fn session(self, dark: bool) -> WebDriver {
        self.begin(dark, &[]).await
    }

    /// The same with more arguments, in Chromium.
    #[allow(dead_code)]
    pub async fn session_with(self, arguments: &[&str]) -> WebDriver {
        self.begin(false, arguments).await
    }

    async fn begin(self, dark: bool, arguments: &[&str]) -> WebDriver {
        for _ in 0..50 {
            let capabilities: Capabilities = serde_json::from_value(self.capabilities(dark, arguments)).unwrap();
            if let Ok(driver) = WebDriver::new(self.driver(), capabilities).await {
                return driver;
            }
            tokio::time::sleep(Duration::from_millis(200)).await;
        }
        panic!("{self:?} did not start");
    }

    fn capabilities(self, dark: bool, more: &[&str]) -> serde_json::Value {
        match self {
            Engine::Chromium => {
                let mut arguments = [&CHROMIUM, more].concat();
                arguments.extend(dark.then_some("--blink-settings=preferredColorScheme=0"));
                serde_json::json!({ "browserName": "chrome", "goog:chromeOptions": { "args": arguments } })
            }
            Engine::Firefox => serde_json::json!({
                "browserName": "firefox",
                "moz:firefoxOptions": {
                    "binary": "/usr/bin/firefox-esr", "args": ["-headless", "--width=1280", "--height=900"],
                    "prefs": { "layout.css.prefers-color-scheme.content-override": i32::from(!dark) },
                },
            }),
            Engine::WebKit => serde_json::json!({
                "browserName": "MiniBrowser",
                "webkitgtk:browserOptions": {
                    "binary": "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser", "args": ["--automation"],
                },
            }),
        }
    }

    /// The address of its driver.
    fn driver(self) -> &'static str {
        static DRIVER: OnceLock<(String, Vec<Child>)> = OnceLock::new();
        let (address, _) = DRIVER.get_or_init(|| {
            let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port().to_string();
            let processes = match self {
                Engine::Chromium => vec![tethered(&["chromedriver", &format!("--port={port}")])],
                Engine::Firefox => vec![tethered(&["geckodriver", "-p", &port])],
                Engine::WebKit => vec![
                    tethered(&["Xvfb", SCREEN, "-screen", "0", "1600x2700x24"]),
                    tethered(&["WebKitWebDriver", "-p", &port]),
                ],
            };
            (format!("http://127.0.0.1:{port}"), processes)
        });
        address
    }
}

/// A program that ends with the tests: it is killed when their end of a pipe closes, whatever ended them.
fn tethered(program: &[&str]) -> Child {
    let mut command = Command::new("sh");
    command.args(["-c", "\"$@\" < /dev/null & read -r _; kill $!", "sh"]).args(program);
    command.env("DISPLAY", SCREEN).env("WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS", "1");
    command.stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("there is a shell")
}
