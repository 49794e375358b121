//! Lines of parts with separators: credits and the digest of the meta box.

use crate::browser::on;
use serde_json::json;

/// Every separator that is neither between two parts of a line nor wholly clipped.
const FAULTS: &str = r"
const box = (one) => one.getBoundingClientRect();
const faults = [];
for (const line of post.querySelectorAll('.bm-credit, .bm-post-meta-digest')) {
  const isRtl = getComputedStyle(line).direction === 'rtl';
  const parts = [...line.querySelectorAll('.bm-part')];
  if (!parts.length || getComputedStyle(line).overflowX === 'visible') faults.push(`${text(line)}: it has no parts, or they are not clipped`);
  for (const [at, part] of parts.entries()) {
    const joint = part.querySelector('.bm-joint');
    if (!joint) continue;
    const isFirst = Math.abs(box(part).top - box(parts[at - 1]).top) > 2;
    // What is before the start of the line is clipped.
    const seen = isRtl ? box(line).right - box(joint).left : box(joint).right - box(line).left;
    if (isFirst !== seen < 1) faults.push(`${text(line)}: separator ${at} begins its line: ${isFirst}, of it are seen ${seen}`);
  }
}
return faults;
";

/// Shows the full post, its box filled, in an element with these attributes.
fn full(attributes: &str) -> String {
    format!(
        "await embedded(); const post = element('backmatter-post', {{ {attributes} }}); post.post = await fixture('full'); place.append(post); await shown(post);
         await until(() => post.querySelectorAll('.bm-fact').length > 15); await tick();"
    )
}

#[test]
fn separators_never_begin_or_end_a_line() {
    on("/tests/pages/blank.html", |page| async move {
        for width in [320, 360, 500, 768] {
            for dir in ["ltr", "rtl"] {
                page.resize(width, 900).await;
                page.go("/tests/pages/blank.html").await;
                page.gives(&format!("{} {FAULTS}", full(&format!("dir: '{dir}', 'meta-open': ''"))), json!([])).await;
            }
        }
    });
}

#[test]
fn nor_do_they_in_the_lightbox_where_the_line_is_centred() {
    on("/tests/pages/blank.html", |page| async move {
        page.resize(320, 900).await;
        page.gives(
            &format!("{} post.querySelectorAll('[data-bm-image]')[2].click(); await until(() => post.querySelector('dialog').open); await tick(400); {FAULTS}", full("")),
            json!([]),
        )
        .await;
    });
}

#[test]
fn a_closed_digest_is_one_line_of_whole_parts() {
    on("/tests/pages/blank.html", |page| async move {
        page.resize(320, 900).await;
        page.gives(
            &format!("{} const digest = post.querySelector('.bm-post-meta-digest').getBoundingClientRect();
             const seen = [...post.querySelectorAll('.bm-post-meta-digest .bm-part')].filter((part) => part.getBoundingClientRect().top < digest.bottom - 1);
             return [Math.round(digest.height / parseFloat(getComputedStyle(post.querySelector('.bm-post-meta-digest')).fontSize) * 10) / 10, seen.length > 1, seen.every((part) => part.scrollWidth <= part.clientWidth)]", full("")),
            json!([1.5, true, true]),
        )
        .await;
    });
}
