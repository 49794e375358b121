//! Pictures of every demo, to be looked at: `cargo xtask shots`.

use crate::{engine::Engine, server};
use serde_json::json;
use std::{env, fs, path::Path, process::Command, time::Duration};
use thirtyfour::{By, WebDriver, common::print::PrintParameters};

const WIDTHS: [u32; 4] = [320, 360, 768, 1280];
/// Height of a picture, in CSS pixels.
const HEIGHT: u32 = 2_000;
/// Pages of print that are turned into pictures.
const PAGES: &str = "3";

#[test]
#[ignore = "writes pictures and checks nothing"]
fn shots() {
    let engine = Engine::of_this_run();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("target/shots/{engine:?}").to_lowercase());
    fs::create_dir_all(&folder).unwrap();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    // WebKitGTK follows the desktop's colours and has no command to print.
    let schemes: &[bool] = if engine == Engine::WebKit { &[false] } else { &[false, true] };
    runtime.block_on(async {
        for &dark in schemes {
            let driver = engine.session(dark).await;
            for (name, address) in demos(&driver).await {
                for width in WIDTHS {
                    let scheme = if dark { "dark" } else { "light" };
                    shot(&driver, &address, width, &folder.join(format!("{name}-{width}-{scheme}.png"))).await;
                }
                if engine != Engine::WebKit {
                    let scheme = if dark { "-dark" } else { "" };
                    print(&driver, &address, &folder.join(format!("{name}-print{scheme}"))).await;
                }
                if dark && engine == Engine::Chromium {
                    let forced = json!({ "features": [{ "name": "forced-colors", "value": "active" }] });
                    driver.cdp().send_raw("Emulation.setEmulatedMedia", forced).await.unwrap();
                    shot(&driver, &address, 768, &folder.join(format!("{name}-768-forced.png"))).await;
                    let given = json!({ "features": [] });
                    driver.cdp().send_raw("Emulation.setEmulatedMedia", given).await.unwrap();
                }
            }
            driver.close().await;
        }
    });
    println!("{}", folder.display());
}

/// Names and addresses of the demos that `BACKMATTER_SHOTS` asks for by a part of their name; all without it.
async fn demos(driver: &WebDriver) -> Vec<(String, String)> {
    driver.goto(format!("{}/dist/index.html?demos", server::address())).await.unwrap();
    tokio::time::sleep(Duration::from_millis(800)).await;
    let links = "return [...document.querySelectorAll('.demos-card a')].map(({ href }) => href)";
    let links: Vec<String> = driver.execute(links, vec![]).await.unwrap().convert().unwrap();
    let home = format!("{}/dist/index.html", server::address());
    let named = |address: String| {
        let name = address.rsplit(['=', '/']).next().unwrap_or_default().trim_end_matches(".html").to_string();
        (name, address)
    };
    let mut demos = vec![("demos".into(), format!("{home}?demos")), ("reader".into(), home.clone())];
    demos.push(("reader-post".into(), format!("{home}?src=/tests/fixtures/full.json")));
    demos.extend(links.into_iter().map(named));
    demos.extend(sheets(driver).await);
    let wanted = env::var("BACKMATTER_SHOTS").unwrap_or_default();
    demos.into_iter().filter(|(name, _)| name.contains(&wanted)).collect()
}

/// The same of a page with each stylesheet of `tests/pages/sheets.js`.
async fn sheets(driver: &WebDriver) -> Vec<(String, String)> {
    let page = format!("{}/tests/pages/sheet.html", server::address());
    driver.goto(format!("{page}?none#host")).await.unwrap();
    tokio::time::sleep(Duration::from_millis(800)).await;
    let names: Vec<String> = driver.execute("return window.sheets", vec![]).await.unwrap().convert().unwrap();
    names.into_iter().map(|name| (format!("sheet-{name}"), format!("{page}?{name}"))).collect()
}

/// The top of a page, in a frame of this width: a window cannot be as narrow in every engine.
async fn shot(driver: &WebDriver, address: &str, width: u32, file: &Path) {
    driver.set_window_rect(0, 0, 1_400, HEIGHT + 600).await.unwrap();
    driver.goto(format!("{}/answers/frame?{width}x{HEIGHT} {address}", server::address())).await.unwrap();
    tokio::time::sleep(Duration::from_millis(600)).await;
    driver.find(By::Tag("iframe")).await.unwrap().screenshot(file).await.unwrap();
}

async fn print(driver: &WebDriver, address: &str, stem: &Path) {
    driver.goto(address).await.unwrap();
    tokio::time::sleep(Duration::from_millis(900)).await;
    let pdf = driver.print_page(PrintParameters::default()).await.unwrap();
    let file = stem.with_extension("pdf");
    fs::write(&file, pdf).unwrap();
    let turned = Command::new("pdftoppm").args(["-png", "-r", "70", "-l", PAGES]).arg(&file).arg(stem).status();
    assert!(turned.is_ok_and(|status| status.success()), "pdftoppm of poppler-utils turns print into pictures");
    fs::remove_file(file).unwrap();
}
