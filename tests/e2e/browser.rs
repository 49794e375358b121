//! A browser session on one page, and the verbs of the tests.

use crate::server;
use serde_json::Value;
use std::{
    future::Future,
    net::TcpListener,
    process::{Child, Command, Stdio},
    sync::{Mutex, OnceLock},
    time::Duration,
};
use thirtyfour::{ChromiumLikeCapabilities, DesiredCapabilities, Key, WebDriver};

/// One driver for all tests; it goes when the tests do.
struct Driver {
    address: String,
    _process: Mutex<Child>,
}

fn driver() -> &'static str {
    static DRIVER: OnceLock<Driver> = OnceLock::new();
    let driver = DRIVER.get_or_init(|| {
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let mut command = Command::new("chromedriver");
        command.arg(format!("--port={port}")).stdout(Stdio::null()).stderr(Stdio::null());
        let process = Mutex::new(command.spawn().expect("chromedriver is on the PATH"));
        Driver { address: format!("http://127.0.0.1:{port}"), _process: process }
    });
    &driver.address
}

/// A page in a browser.
pub struct Page {
    driver: WebDriver,
}

/// Opens `path` in a new session and tests it there.
#[track_caller]
pub fn on<F: Future<Output = ()>>(path: &str, test: impl FnOnce(Page) -> F) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let driver = session().await;
        driver.goto(format!("{}{path}", server::address())).await.unwrap();
        test(Page { driver: driver.clone() }).await;
        driver.quit().await.unwrap();
    });
}

async fn session() -> WebDriver {
    let mut wanted = DesiredCapabilities::chrome();
    for argument in [
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
    ] {
        wanted.add_arg(argument).unwrap();
    }
    for _ in 0..50 {
        if let Ok(driver) = WebDriver::new(driver(), wanted.clone()).await {
            return driver;
        }
        tokio::time::sleep(Duration::from_millis(200)).await;
    }
    panic!("the browser did not start");
}

/// Shorthands for scripts: `place`, `element(name, attributes)`, `shown(element)`, `heard(target, event)`, `tick()`.
const VERBS: &str = r#"
const place = document.getElementById("place") ?? document.querySelector("main");
const tick = (ms = 60) => new Promise((resolve) => setTimeout(resolve, ms));
const element = (name, attributes = {}, html = "") => {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.innerHTML = html;
  return made;
};
const until = async (holds) => {
  for (let turn = 0; turn < 100; turn++) { const found = await holds(); if (found) return found; await tick(50); }
  throw new Error("never: " + holds);
};
// With the lazy half there too, so that the next change takes a moment and not a fetch.
const shown = (of) => until(() => of.state !== "idle" && of.state !== "loading" && tick(40).then(() => of))
  .then(() => pkg().then(({ ready }) => ready()).catch(() => {})).then(() => of);
const heard = (target, name) => new Promise((resolve) => target.addEventListener(name, (event) => resolve(event.detail), { once: true }));
const pkg = () => import("/pkg/index.js");
const fixture = async (name) => (await fetch(`/tests/fixtures/${name}.json`)).json();
const text = (of) => of.textContent.replace(/\s+/g, " ").trim();
"#;

impl Page {
    /// Runs a script with the verbs above and gives what it returns, promises awaited.
    pub async fn run(&self, script: &str) -> Value {
        let whole = format!("return (async () => {{ {VERBS} {script} }})();");
        match self.driver.execute(whole, vec![]).await {
            Ok(result) => result.json().clone(),
            Err(error) => panic!("{error}\n{script}"),
        }
    }

    /// Runs a script that returns true.
    pub async fn holds(&self, script: &str) {
        assert_eq!(self.run(script).await, Value::Bool(true), "{script}");
    }

    /// Runs a script that returns this.
    pub async fn gives(&self, script: &str, expected: Value) {
        assert_eq!(self.run(script).await, expected, "{script}");
    }

    /// Presses keys where the focus is.
    pub async fn press(&self, keys: impl IntoIterator<Item = Key>) {
        for key in keys {
            self.driver.action_chain().send_keys(key).perform().await.unwrap();
        }
    }

    pub async fn go(&self, path: &str) {
        self.driver.goto(format!("{}{path}", server::address())).await.unwrap();
    }

    pub async fn resize(&self, width: u32, height: u32) {
        self.driver.set_window_rect(0, 0, width, height).await.unwrap();
    }
}
