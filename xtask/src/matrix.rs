//! `cargo xtask matrix`: the package, packed as npm packs it, in applications that other tools build. Each is tested in
//! Chromium, and the table is in `docs/bundlers.md`.

mod documented;
mod hosts;

use crate::{
    command::{Outcome, command, copy, run},
    pkg, root, tools,
};
use hosts::{Host, Serving, hosts};
use std::{
    env,
    ffi::OsStr,
    fs,
    net::{TcpListener, TcpStream},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    thread::sleep,
    time::{Duration, Instant},
};

/// The test of an application, and that of a static site, in `tests/e2e/hosts.rs`.
const APPLICATION: &str = "the_application_shows_posts";
const SITE: &str = "the_site_has_its_post_before_any_script";
/// The test of hot reload.
const EDIT: &str = "a_change_of_a_component_is_shown_without_a_reload";

/// How long a development server may take to answer.
const PATIENCE: Duration = Duration::from_mins(1);

/// Builds, serves and tests the hosts of these names; all hosts if `names` is empty.
pub fn matrix(names: &[&str]) -> Outcome {
    if let Some(unknown) = names.iter().find(|name| hosts().all(|host| host.name != **name)) {
        let known: Vec<&str> = hosts().map(|host| host.name).collect();
        return Err(format!("there is no host `{unknown}`; there are {}", known.join(", ")));
    }
    tools::chromium()?;
    tools::sites()?;
    pkg::pkg(&root().join("pkg"))?;
    of_built(names)
}

/// The same with the package that was built just now.
pub fn of_built(names: &[&str]) -> Outcome {
    // The output of the `render` program is compared with the output of this command line.
    run(&mut command("cargo", &["build", "--quiet", "--bin", "backmatter"]))?;
    pack()?;
    let wanted = hosts().filter(|host| names.is_empty() || names.contains(&host.name));
    let results: Vec<(&Host, Outcome)> = wanted.map(|host| (host, tried(host))).collect();
    println!("\n| host | versions | result |\n|---|---|---|");
    for (host, outcome) in &results {
        let said = match outcome {
            Ok(()) if host.needs.is_empty() => "works".to_string(),
            Ok(()) => format!("works, {}", host.needs),
            Err(message) => format!("**fails**: {message}"),
        };
        println!("| {} | {} | {said} |", host.title, versions(host));
    }
    match results.iter().filter(|(_, outcome)| outcome.is_err()).count() {
        0 => Ok(()),
        failed => Err(format!("{failed} of {} hosts fail", results.len())),
    }
}

/// The folder of the applications.
fn applications() -> PathBuf {
    root().join("target/hosts")
}

/// The package as npm packs it.
fn tarball() -> PathBuf {
    applications().join(format!("backmatter-{}.tgz", env!("CARGO_PKG_VERSION")))
}

fn pack() -> Outcome {
    fs::create_dir_all(applications()).map_err(|error| error.to_string())?;
    let mut pack = command("npm", &["pack", "--silent", "--pack-destination"]);
    run(pack.arg(applications()).current_dir(root().join("pkg")))
}

fn tried(host: &Host) -> Outcome {
    println!("\n● {}", host.title);
    let folder = made(host)?;
    install(host, &folder)?;
    for step in host.build {
        run(&mut program(step, &folder))?;
    }
    match host.serving {
        Serving::Nothing => Ok(()),
        Serving::Files(dist) => {
            let dist = folder.join(dist);
            copy(&root().join("tests/hosts/boat.png"), &dist.join("boat.png"))?;
            drive(&dist.display().to_string(), APPLICATION)
        }
        Serving::Site(dist) => {
            let dist = folder.join(dist);
            copy(&root().join("tests/hosts/boat.png"), &dist.join("boat.png"))?;
            drive(&dist.display().to_string(), SITE)
        }
        Serving::Server(arguments) => {
            let port = free_port()?;
            let mut child = server(arguments, port, &folder)?;
            let address = format!("http://localhost:{port}/");
            let outcome = answers(port, &mut child).and_then(|()| drive(&address, APPLICATION));
            let outcome = outcome.and_then(|()| edit(&address, &folder, host.edited));
            stop(&mut child);
            outcome
        }
    }
}

/// The files of a host, with what all hosts share; what npm installed before stays.
fn made(host: &Host) -> Outcome<PathBuf> {
    let folder = applications().join(host.name);
    for part in host.folders {
        pkg::copy_folder(&root().join("tests/hosts").join(part), &folder)?;
    }
    let shared = root().join("tests/hosts/plain/src");
    fs::create_dir_all(folder.join(host.source)).map_err(|error| error.to_string())?;
    for script in ["post.js", "main.js"] {
        let to = folder.join(host.source).join(script);
        if !to.exists() || script == "post.js" {
            copy(&shared.join(script), &to)?;
        }
    }
    for documented in host.documented {
        documented.write(&folder)?;
    }
    for public in ["public", "static"] {
        fs::create_dir_all(folder.join(public)).map_err(|error| error.to_string())?;
        copy(&root().join("tests/hosts/boat.png"), &folder.join(public).join("boat.png"))?;
    }
    Ok(folder)
}

fn install(host: &Host, folder: &Path) -> Outcome {
    let manifest = folder.join("package.json");
    if !manifest.exists() {
        fs::write(&manifest, r#"{ "name": "host", "private": true, "type": "module" }"#)
            .map_err(|error| error.to_string())?;
    }
    // The tarball may have changed since the last run under the same name.
    // Parcel takes a package of the same version for the same one.
    for old in ["node_modules/backmatter", ".parcel-cache"] {
        let _ = fs::remove_dir_all(folder.join(old));
    }
    let _ = fs::remove_file(folder.join("package-lock.json"));
    let mut npm = Command::new("npm");
    npm.args(["install", "--no-audit", "--no-fund", "--loglevel=error", "--legacy-peer-deps"]).args(host.packages);
    run(npm.arg(tarball()).current_dir(folder))
}

/// A program of the machine, ours, or one that npm installed, with its arguments.
fn program(step: &[&str], folder: &Path) -> Command {
    let mut command = match step {
        [name @ ("node" | "sh"), arguments @ ..] => with(name, arguments),
        _ => with("npx", &[&["--no-install"], step].concat()),
    };
    // Commands of the documentation find what npm has installed, and the command line of this project.
    let path = env::var("PATH").unwrap_or_default();
    let path =
        format!("{}:{}:{path}", folder.join("node_modules/.bin").display(), root().join("target/debug").display());
    command.current_dir(folder).env("PATH", path).env("BACKMATTER_ROOT", root()).env("BACKMATTER_TARBALL", tarball());
    for name in ["ASTRO_TELEMETRY_DISABLED", "NEXT_TELEMETRY_DISABLED", "NUXT_TELEMETRY_DISABLED", "CI"] {
        command.env(name, "1");
    }
    command
}

fn with(program: impl AsRef<OsStr>, arguments: &[&str]) -> Command {
    let mut command = Command::new(program);
    command.args(arguments);
    command
}

fn server(arguments: &[&str], port: u16, folder: &Path) -> Outcome<Child> {
    let port = port.to_string();
    let arguments: Vec<&str> =
        arguments.iter().map(|word| if *word == "PORT" { port.as_str() } else { word }).collect();
    let mut server = program(&arguments, folder);
    #[cfg(unix)]
    std::os::unix::process::CommandExt::process_group(&mut server, 0);
    server.env("PORT", port).stdout(Stdio::null()).spawn().map_err(|error| error.to_string())
}

/// Waits until a server answers on the port.
fn answers(port: u16, child: &mut Child) -> Outcome {
    let began = Instant::now();
    while began.elapsed() < PATIENCE {
        if let Ok(Some(status)) = child.try_wait() {
            return Err(format!("the server ended ({status})"));
        }
        if TcpStream::connect(("localhost", port)).is_ok() {
            return Ok(());
        }
        sleep(Duration::from_millis(200));
    }
    Err("the server did not answer".into())
}

/// Ends a server and what it has started.
fn stop(child: &mut Child) {
    let _ = Command::new("kill").args(["--", &format!("-{}", child.id())]).status();
    let _ = child.wait();
}

fn free_port() -> Outcome<u16> {
    let listener = TcpListener::bind("127.0.0.1:0").map_err(|error| error.to_string())?;
    Ok(listener.local_addr().map_err(|error| error.to_string())?.port())
}

/// A test of `tests/e2e/hosts.rs`, in Chromium, of the application at this address or in this folder.
fn test_of(host: &str, name: &str) -> Command {
    let mut test =
        command("cargo", &["test", "--quiet", "--features", "e2e", "--test", "e2e", "--", "--ignored", name]);
    test.env("BACKMATTER_HOST", host);
    test
}

fn drive(host: &str, test: &str) -> Outcome {
    run(&mut test_of(host, test)).map_err(|_| "its posts are not all there".into())
}

/// Changes a file of an application that a development server serves.
fn edit(address: &str, folder: &Path, edited: &str) -> Outcome {
    if edited.is_empty() {
        return Ok(());
    }
    let mut test = test_of(address, EDIT);
    run(test.env("BACKMATTER_EDITED", folder.join(edited))).map_err(|_| "a change is not shown without a reload".into())
}

/// The versions that were installed, of what npm was asked for.
fn versions(host: &Host) -> String {
    let folder = applications().join(host.name).join("node_modules");
    let version = |package: &&str| {
        let at = package.rfind('@').filter(|at| *at > 0).unwrap_or(package.len());
        let name = package.get(..at)?;
        let manifest = fs::read_to_string(folder.join(name).join("package.json")).ok()?;
        let manifest: serde_json::Value = serde_json::from_str(&manifest).ok()?;
        Some(format!("{name} {}", manifest.get("version")?.as_str()?))
    };
    host.packages.iter().take(2).filter_map(version).collect::<Vec<_>>().join(", ")
}
