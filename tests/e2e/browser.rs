//! A browser session on one page, and helpers of the tests.

use crate::{
    engine::{Engine, Session},
    server,
};
use serde_json::Value;
use std::{future::Future, panic::resume_unwind, rc::Rc, time::Duration};
use thirtyfour::Key;
use tokio::task::LocalSet;

/// A page in a browser.
pub struct Page {
    pub session: Rc<Session>,
}

/// Opens `path` in a new session and tests it there.
#[track_caller]
pub fn on<F: Future<Output = ()> + 'static>(path: &str, test: impl FnOnce(Page) -> F) {
    at(&format!("{}{path}", server::address()), test);
}

/// The same on a page of another server.
#[track_caller]
pub fn at<F: Future<Output = ()> + 'static>(address: &str, test: impl FnOnce(Page) -> F) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let session = Rc::new(Engine::of_this_run().session(false).await);
        session.goto(address).await.unwrap();
        // In its own task, so that a failed test still closes the browser.
        let tasks = LocalSet::new();
        let test = tasks.spawn_local(test(Page { session: session.clone() }));
        let tested = tasks.run_until(test).await;
        let session = Rc::into_inner(session).expect("the test has ended");
        if tested.is_ok() {
            session.hand_on().await;
        } else {
            session.close().await;
        }
        tested.unwrap_or_else(|failed| resume_unwind(failed.into_panic()));
    });
}

/// Shorthands for scripts: `place`, `element(name, attributes)`, `shown(element)`, `heard(target, event)`, `tick()`.
const VERBS: &str = r#"
const place = document.getElementById("place") ?? document.querySelector("main");
// Until the page has nothing to do, too: on a machine with much else to do, what is painted when idle comes late.
const idle = () => new Promise((resolve) => { window.requestIdleCallback?.(resolve); setTimeout(resolve, window.requestIdleCallback ? 500 : 0); });
const tick = (ms = 60) => new Promise((resolve) => setTimeout(resolve, ms)).then(idle);
const element = (name, attributes = {}, html = "") => {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.innerHTML = html;
  return made;
};
const until = async (holds) => {
  for (let turn = 0; turn < 200; turn++) { const found = await holds(); if (found) return found; await tick(50); }
  throw new Error("never: " + holds);
};
// With `widget` there too, so that the next change takes a moment and not a fetch.
const shown = (of) => until(() => of.state !== "idle" && of.state !== "loading" && tick(40).then(() => of))
  .then(() => pkg().then(({ ready }) => ready()).catch(() => {})).then(() => of);
const heard = (target, name) => new Promise((resolve) => target.addEventListener(name, (event) => resolve(event.detail), { once: true }));
const pkg = () => import("/pkg/index.js");
// While a script tag loads the same module, WebKit resolves an import before the module is done (bug 242740 of WebKit).
const embedded = () => import("/pkg/embed.js").then(() => customElements.whenDefined("backmatter-post"));
const fixture = async (name) => (await fetch(`/tests/fixtures/${name}.json`)).json();
const text = (of) => of.textContent.replace(/\s+/g, " ").trim();
"#;

impl Page {
    /// Runs a script with the verbs above and gives what it returns, promises awaited.
    pub async fn run(&self, script: &str) -> Value {
        let function = format!("async () => {{ {VERBS} {script} }}");
        let result = match Engine::of_this_run() {
            Engine::Firefox => self.call(&function).await,
            Engine::Chromium | Engine::WebKit => self.execute(&function).await,
        };
        result.unwrap_or_else(|error| panic!("{error}\n{script}"))
    }

    async fn execute(&self, function: &str) -> Result<Value, String> {
        let result = self.session.execute(format!("return ({function})();"), vec![]).await;
        result.map(|result| result.json().clone()).map_err(|error| error.to_string())
    }

    /// Firefox executes scripts of the older protocol in a sandbox: with globals, classes and modules of its own.
    async fn call(&self, function: &str) -> Result<Value, String> {
        let context = self.session.window().await.map_err(|error| error.to_string())?;
        self.session.bidi().call(&context.to_string(), function)
    }

    /// Runs a script that returns true.
    pub async fn holds(&self, script: &str) {
        assert_eq!(self.run(script).await, Value::Bool(true), "{script}");
    }

    /// Runs a script that returns this.
    pub async fn gives(&self, script: &str, expected: Value) {
        assert_eq!(self.run(script).await, expected, "{script}");
    }

    /// Runs a script again and again until it returns this, for five seconds.
    pub async fn becomes(&self, script: &str, expected: Value) {
        for _ in 0..100 {
            if self.run(script).await == expected {
                return;
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        self.gives(script, expected).await;
    }

    /// Presses keys where the focus is.
    pub async fn press(&self, keys: impl IntoIterator<Item = Key>) {
        for key in keys {
            self.session.action_chain().send_keys(key).perform().await.unwrap();
        }
    }

    /// Types a text where the focus is.
    pub async fn types(&self, text: &str) {
        self.session.action_chain().send_keys(text).perform().await.unwrap();
    }

    pub async fn go(&self, path: &str) {
        self.session.goto(format!("{}{path}", server::address())).await.unwrap();
    }
}
