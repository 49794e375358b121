//! A server of the project's files, with typical mistakes of host servers.

use std::{
    fs,
    io::{Read, Write},
    net::{TcpListener, TcpStream},
    path::Path,
    sync::{
        OnceLock,
        atomic::{AtomicUsize, Ordering},
    },
    thread,
    time::Duration,
};

const STRICT: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; \
                      connect-src 'self'; require-trusted-types-for 'script'; trusted-types backmatter";
/// The same without any Trusted Types policy.
const NO_TYPES: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; \
                        connect-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'";
/// Shows another page in a frame: `?360x2000 ADDRESS`.
const FRAME: &str = "<!doctype html><body style='margin:0'><script>
    const [size, address] = decodeURIComponent(location.search.slice(1)).split(' ');
    const [width, height] = size.split('x');
    document.body.append(Object.assign(document.createElement('iframe'), { src: address, width, height, style: 'border:0;display:block' }));
</script>";
const POLICIES: [(&str, &str); 3] = [
    ("/strict", STRICT),
    ("/no-types", NO_TYPES),
    ("/no-wasm", "default-src 'self'; script-src 'self' 'unsafe-inline'"),
];

/// What the snippets of the documentation ask for, and the files that answer.
const DOCUMENTED: [(&str, &str); 5] = [
    ("/backmatter/", "/pkg/"),
    ("/wp-json/", "/tests/fixtures/formats/wordpress.json"),
    ("/posts/45.json", "/tests/fixtures/formats/wordpress.json"),
    ("/posts/tides.json", "/tests/fixtures/full.json"),
    ("/img/", "/tests/fixtures/images/curve.svg"),
];

const RELATED: &str = r#"[{ "url": "/spring", "title": "Spring tides" }]"#;

/// Requests so far for the image that is sent only at the third request.
static TRIES: AtomicUsize = AtomicUsize::new(0);

/// Where the files are served: started once, for all tests.
pub fn address() -> &'static str {
    static ADDRESS: OnceLock<String> = OnceLock::new();
    ADDRESS.get_or_init(|| serve(Path::new(env!("CARGO_MANIFEST_DIR"))))
}

/// Serves the files of a folder; returns the address.
pub fn serve(folder: &Path) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = format!("http://{}", listener.local_addr().unwrap());
    let folder = folder.to_path_buf();
    thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let folder = folder.clone();
            thread::spawn(move || answer(stream, &folder));
        }
    });
    address
}

/// One request per connection, so that a browser never waits for one that is kept open.
fn answer(mut stream: TcpStream, folder: &Path) {
    let mut request = Vec::new();
    let mut chunk = [0; 4096];
    while !request.windows(4).any(|end| end == b"\r\n\r\n") {
        match stream.read(&mut chunk) {
            Ok(read @ 1..) => request.extend(&chunk[..read]),
            _ => return,
        }
    }
    let request = String::from_utf8_lossy(&request).into_owned();
    let path = request.split(' ').nth(1).unwrap_or("/").split('?').next().unwrap_or("/").to_string();
    let (status, headers, body) = response(&path, folder);
    let head = format!(
        "HTTP/1.1 {status}\r\nConnection: close\r\nCache-Control: no-store\r\nContent-Length: {}\r\n{headers}\r\n",
        body.len()
    );
    let _ = stream.write_all(head.as_bytes()).and_then(|()| stream.write_all(&body));
}

fn response(path: &str, folder: &Path) -> (&'static str, String, Vec<u8>) {
    let page = |text: &str| ("200 OK", "Content-Type: text/html\r\n".to_string(), text.as_bytes().to_vec());
    match path {
        "/answers/third-time.svg" if TRIES.fetch_add(1, Ordering::Relaxed) < 2 => {
            return ("404 Not Found", String::new(), Vec::new());
        }
        "/answers/third-time.svg" => return response("/tests/fixtures/images/curve.svg", folder),
        "/answers/page" => return page("<!doctype html><title>Sign in</title>"),
        "/answers/frame" => return page(FRAME),
        "/answers/cut" => {
            return ("200 OK", "Content-Type: application/json\r\n".into(), b"{ \"title\": \"Cut".to_vec());
        }
        "/related/low-water.json" => {
            return ("200 OK", "Content-Type: application/json\r\n".into(), RELATED.into());
        }
        _ => {}
    }
    // A site of the matrix has a folder `backmatter` of its own.
    let is_here = folder.join(path.trim_start_matches('/')).exists();
    if let Some((from, to)) = DOCUMENTED.iter().find(|(from, _)| !is_here && path.starts_with(from)) {
        let file = if to.ends_with('/') { path.replacen(from, to, 1) } else { (*to).to_string() };
        return response(&file, folder);
    }
    if let Some(file) = path.strip_prefix("/late") {
        thread::sleep(Duration::from_millis(600));
        return response(file, folder);
    }
    if let Some(file) = path.strip_prefix("/no-widget") {
        return if file.ends_with("/widget_bg.wasm") { response("/gone", folder) } else { response(file, folder) };
    }
    if let Some(file) = path.strip_prefix("/no-related") {
        return if file.ends_with("/related_bg.wasm") { response("/gone", folder) } else { response(file, folder) };
    }
    if let Some(file) = path.strip_prefix("/no-programs") {
        return if file.ends_with("/programs.js") { response("/gone", folder) } else { response(file, folder) };
    }
    // Cross-origin isolation gives timers with a finer resolution.
    if let Some(file) = path.strip_prefix("/isolated") {
        let (status, headers, body) = response(file, folder);
        let alone = "Cross-Origin-Opener-Policy: same-origin\r\nCross-Origin-Embedder-Policy: require-corp\r\n";
        return (status, headers + alone, body);
    }
    // `/strict/…` and the like are the same files under a policy; `/broken/…` has a page for the wasm.
    let under = |(prefix, policy): &(&str, &'static str)| Some((*policy, path.strip_prefix(prefix)?));
    let found = POLICIES.iter().find_map(under);
    let (policy, file) = found.map_or((None, path), |(policy, file)| (Some(policy), file));
    let file = match file.strip_prefix("/broken") {
        Some(wasm) if kind(wasm) == "application/wasm" => return page("<!doctype html><title>Not found</title>"),
        Some(file) => file,
        None => file,
    };
    let mut whole = folder.join(file.trim_start_matches('/'));
    if whole.is_dir() {
        whole.push("index.html");
    }
    let packed = format!("{}.br", whole.display());
    if path.starts_with("/target/bench/site/")
        && let Ok(body) = fs::read(packed)
    {
        return ("200 OK", format!("Content-Type: {}\r\nContent-Encoding: br\r\n", kind(file)), body);
    }
    match fs::read(&whole) {
        Ok(body) => {
            let policy = policy.map(|policy| format!("Content-Security-Policy: {policy}\r\n")).unwrap_or_default();
            ("200 OK", format!("Content-Type: {}\r\n{policy}", kind(&whole.to_string_lossy())), body)
        }
        Err(_) => ("404 Not Found", "Content-Type: text/plain\r\n".into(), b"not here".to_vec()),
    }
}

fn kind(file: &str) -> &'static str {
    match file.rsplit('.').next() {
        Some("html") => "text/html; charset=utf-8",
        Some("js" | "mjs") => "text/javascript",
        Some("css") => "text/css",
        Some("wasm") => "application/wasm",
        Some("json") => "application/json",
        Some("svg") => "image/svg+xml",
        _ => "application/octet-stream",
    }
}
