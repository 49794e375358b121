//! The browser engine that the tests run in: Chromium, or what `BACKMATTER_ENGINE` names.

use crate::bidi::Connection;
use serde_json::json;
use std::{
    cell::OnceCell,
    env, fs,
    net::TcpListener,
    ops::Deref,
    os::unix::process::CommandExt,
    process::{Child, Command, Stdio},
    sync::{Mutex, OnceLock},
    time::Duration,
};
use thirtyfour::{Capabilities, WebDriver, WindowHandle};

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
    pub async fn session(self, dark: bool) -> Session {
        self.begin(dark, &[]).await
    }

    /// The same with more arguments, in Chromium.
    #[allow(dead_code)]
    pub async fn session_with(self, arguments: &[&str]) -> Session {
        self.begin(false, arguments).await
    }

    async fn begin(self, dark: bool, arguments: &[&str]) -> Session {
        if self != Engine::Firefox {
            return self.start(dark, arguments).await;
        }
        let open = Session::open(dark);
        let mut session = if let Some(open) = open { open } else { self.start(dark, arguments).await };
        session.set_apart().await;
        session
    }

    async fn start(self, dark: bool, arguments: &[&str]) -> Session {
        let server = DriverServer::idle(self);
        for _ in 0..50 {
            let capabilities: Capabilities = serde_json::from_value(self.capabilities(dark, arguments)).unwrap();
            // A connection that is kept would belong to the test that made it.
            if let Ok(driver) = WebDriver::builder(&server.address, capabilities).keep_alive(false).connect().await {
                return Session { driver, bidi: OnceCell::new(), server: Some(server), dark, apart: None };
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
                // Scripts run in the page itself by this connection; by the older one they run in a sandbox beside it.
                "webSocketUrl": true,
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
}

/// A browser with an empty profile. Firefox takes three seconds to start: there, tests one after the other share a browser,
/// and each has a container of its own, with its own cookies, caches and storage.
pub struct Session {
    driver: WebDriver,
    bidi: OnceCell<Connection>,
    server: Option<DriverServer>,
    dark: bool,
    /// The container of Firefox.
    apart: Option<Apart>,
}

/// A container, and the window that was open before.
struct Apart {
    container: String,
    window: WindowHandle,
}

/// Browsers that no test uses.
static OPEN: Mutex<Vec<Session>> = Mutex::new(Vec::new());

impl Deref for Session {
    type Target = WebDriver;

    fn deref(&self) -> &WebDriver {
        &self.driver
    }
}

impl Session {
    /// The newer protocol, where the engine was asked for it.
    #[allow(dead_code)]
    pub fn bidi(&self) -> &Connection {
        let capabilities = self.driver.handle().capabilities();
        self.bidi.get_or_init(|| {
            Connection::new(
                capabilities.get("webSocketUrl").and_then(|address| address.as_str()).expect("it is spoken"),
            )
        })
    }

    /// Closes the browser.
    pub async fn close(mut self) {
        self.driver.clone().quit().await.unwrap();
        IDLE.lock().unwrap().extend(self.server.take());
    }

    /// Leaves the browser to other tests, where they share one. Not after a failure: it may have left anything behind.
    #[allow(dead_code)]
    pub async fn hand_on(mut self) {
        let Some(Apart { container, window }) = self.apart.take() else { return self.close().await };
        self.bidi().ask("browser.removeUserContext", &json!({ "userContext": container })).unwrap();
        self.driver.switch_to_window(window).await.unwrap();
        OPEN.lock().unwrap().push(self);
    }

    /// A browser that no test uses.
    fn open(dark: bool) -> Option<Session> {
        let mut open = OPEN.lock().unwrap();
        let at = open.iter().position(|session| session.dark == dark)?;
        Some(open.swap_remove(at))
    }

    /// Opens a tab in a new container, and goes there.
    async fn set_apart(&mut self) {
        let window = self.driver.window().await.unwrap();
        let made = self.bidi().ask("browser.createUserContext", &json!({})).unwrap();
        let container = made["userContext"].as_str().expect("the container has a name").to_string();
        let tab = json!({ "type": "tab", "userContext": container });
        let tab = self.bidi().ask("browsingContext.create", &tab).unwrap();
        let tab = tab["context"].as_str().expect("the tab has a name").to_string();
        self.driver.switch_to_window(tab.into()).await.unwrap();
        self.apart = Some(Apart { container, window });
    }
}

/// The process that drives browsers. Those of Firefox and `WebKitGTK` have one session at a time, so there are as many as
/// there are tests at once.
struct DriverServer {
    address: String,
    _process: Child,
}

/// Those that no session uses.
static IDLE: Mutex<Vec<DriverServer>> = Mutex::new(Vec::new());

impl DriverServer {
    fn idle(engine: Engine) -> DriverServer {
        if let Some(server) = IDLE.lock().unwrap().pop() {
            return server;
        }
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port().to_string();
        let process = match engine {
            Engine::Chromium => tethered(&["chromedriver", &format!("--port={port}")]),
            Engine::Firefox => {
                let profiles = profiles();
                tethered(&[
                    "geckodriver",
                    "--allow-system-access",
                    "--websocket-port",
                    "0",
                    "--profile-root",
                    profiles,
                    "-p",
                    &port,
                ])
            }
            Engine::WebKit => {
                static DISPLAY: OnceLock<Child> = OnceLock::new();
                DISPLAY.get_or_init(|| tethered(&["Xvfb", SCREEN, "-screen", "0", "1600x2700x24"]));
                tethered(&["WebKitWebDriver", "-p", &port])
            }
        };
        DriverServer { address: format!("http://127.0.0.1:{port}"), _process: process }
    }
}

/// Where Firefox keeps its profiles; those of the last run are removed.
fn profiles() -> &'static str {
    static PROFILES: OnceLock<&str> = OnceLock::new();
    PROFILES.get_or_init(|| {
        let folder = concat!(env!("CARGO_TARGET_TMPDIR"), "/profiles");
        // Nothing to remove in the first run.
        let _ = fs::remove_dir_all(folder);
        fs::create_dir_all(folder).expect("the target folder is writable");
        folder
    })
}

/// A program that ends with the tests: it is killed when their end of a pipe closes, whatever ended them.
fn tethered(program: &[&str]) -> Child {
    let mut command = Command::new("sh");
    // All of its process group: what the program has started, too.
    command.args(["-c", "\"$@\" < /dev/null & read -r _; kill 0", "sh"]).args(program).process_group(0);
    // Without a language `WebKitGTK` has that of POSIX, which groups no digits.
    command.env("LANG", "en_US.UTF-8").env("DISPLAY", SCREEN).env("WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS", "1");
    command.stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("there is a shell")
}
