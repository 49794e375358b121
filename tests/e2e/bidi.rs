//! The newer protocol of drivers, `WebDriver` `BiDi`, for what the older one cannot do in Firefox: run a script in the page
//! itself, make the page narrow.

use serde_json::{Value, json};
use std::{cell::RefCell, net::TcpStream, time::Duration};
use tungstenite::{Message, WebSocket, stream::MaybeTlsStream};

/// How long an answer may take: as long as a script of the older protocol.
const PATIENCE: Duration = Duration::from_mins(1);

/// A connection to the browser of one session.
pub struct Connection(RefCell<WebSocket<MaybeTlsStream<TcpStream>>>);

impl Connection {
    /// Connects to the address that the session's capabilities name.
    pub fn new(address: &str) -> Connection {
        let (socket, _) = tungstenite::connect(address).unwrap();
        if let MaybeTlsStream::Plain(stream) = socket.get_ref() {
            stream.set_read_timeout(Some(PATIENCE)).unwrap();
        }
        Connection(RefCell::new(socket))
    }

    /// Sends a command and waits for its answer; an error is the browser's sentence.
    pub fn ask(&self, method: &str, parameters: &Value) -> Result<Value, String> {
        let mut socket = self.0.borrow_mut();
        let command = json!({ "id": 1, "method": method, "params": parameters });
        socket.send(Message::text(command.to_string())).map_err(|error| error.to_string())?;
        loop {
            let message = socket.read().map_err(|error| error.to_string())?;
            let answer: Value = serde_json::from_str(message.to_text().unwrap_or_default()).unwrap_or_default();
            // Events have no number.
            if answer["id"] == 1 {
                let failed = answer["message"].as_str().map(String::from);
                return failed.map_or(Ok(answer["result"].clone()), Err);
            }
        }
    }

    /// Calls a function in the page `context` and gives what it returns, promises awaited, as JSON.
    pub fn call(&self, context: &str, function: &str) -> Result<Value, String> {
        let answer = self.ask(
            "script.callFunction",
            &json!({
                "functionDeclaration": format!("async () => JSON.stringify(await ({function})())"),
                "awaitPromise": true,
                "target": { "context": context },
            }),
        )?;
        match answer["exceptionDetails"]["text"].as_str() {
            Some(thrown) => Err(thrown.to_string()),
            // No text: the function returned nothing.
            None => Ok(serde_json::from_str(answer["result"]["value"].as_str().unwrap_or("null")).unwrap()),
        }
    }
}
