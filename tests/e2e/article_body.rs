//! Copying and wrapping of code, links to headings, scrollable boxes.

use crate::browser::on;
use serde_json::json;

const CODE: &str = r"const code = '\tfirst\n\n  second \u200f\u05d0\n' + 'x'.repeat(300) + '\n';
    const post = element('backmatter-post', { 'meta-open': '' });
    post.post = JSON.stringify({ title: 'T', body: [{ type: 'code', language: 'rust', text: code }, { type: 'code', text: 'short' },
      { type: 'table', head: ['a', 'b'], rows: [['1', '2']] }, { type: 'table', caption: 'Wide', head: Array(60).fill('column'), rows: [['1']] }] });
    await embedded(); place.append(post); await shown(post); await tick(500);
    const [long, short] = post.querySelectorAll('.bm-code');";

#[test]
fn code_is_copied_as_it_was_given_and_the_outcome_is_said() {
    on("/tests/pages/blank.html", |page| async move {
        page.gives(
            &format!(
                "{CODE} let copied; navigator.clipboard.writeText = async (text) => {{ copied = text; }};
                 long.querySelector('.bm-code-copy').click(); await tick(300);
                 return [copied === code, long.querySelector('code').childNodes.length, text(post.querySelector('[role=status]')), long.querySelector('.bm-code-copy').dataset.bmCopied]"
            ),
            json!([true, 1, "Copied", "true"]),
        )
        .await;
        page.gives(
            "const post = document.querySelector('backmatter-post'); const put = [];
             navigator.clipboard.writeText = () => Promise.reject(new Error('not allowed'));
             document.execCommand = () => { const event = new ClipboardEvent('copy', { clipboardData: new DataTransfer(), cancelable: true }); document.dispatchEvent(event); put.push(event.clipboardData.getData('text/plain')); return put.length < 2; };
             post.querySelectorAll('.bm-code-copy')[1].click(); await tick(300);
             const first = text(post.querySelector('[role=status]'));
             post.querySelectorAll('.bm-code-copy')[1].click(); await tick(300);
             return [put[0], first, text(post.querySelector('[role=status]'))]",
            json!(["short", "Copied", "Copying failed"]),
        )
        .await;
    });
}

#[test]
fn only_what_overflows_is_a_stop_for_the_keyboard_and_has_a_name() {
    on("/tests/pages/blank.html", |page| async move {
        page.gives(
            &format!(
                "{CODE} const told = (box) => ['tabindex', 'role', 'aria-label'].map((name) => box.getAttribute(name));
                 return [...post.querySelectorAll('.bm-code-text, .bm-scroll')].map(told)"
            ),
            json!([
                ["0", "group", "Code: rust"],
                [null, null, null],
                [null, null, null],
                ["0", "group", "Table: Wide"]
            ]),
        )
        .await;
        page.gives(
            "const [long, short] = document.querySelectorAll('.bm-code'); const wrap = (code) => code.querySelector('.bm-code-wrap');
             const seen = [wrap(long).checkVisibility(), wrap(short).checkVisibility()];
             wrap(long).click(); await tick(150);
             const wrapped = [wrap(long).ariaPressed, long.querySelector('pre').getAttribute('tabindex'), wrap(long).checkVisibility()];
             wrap(long).click(); await tick(150);
             return [seen, wrapped, wrap(long).ariaPressed, long.querySelector('pre').getAttribute('tabindex')]",
            json!([[true, false], ["true", null, true], "false", "0"]),
        )
        .await;
        // A table that grows too wide later, and one that an update brings.
        page.gives(
            "document.querySelector('main').style.width = '30px'; await tick(150);
             const squeezed = document.querySelectorAll('.bm-scroll')[0].getAttribute('tabindex');
             const post = document.querySelector('backmatter-post'); post.post = JSON.stringify({ title: 'T', body: [{ type: 'code', text: 'y'.repeat(300) }] });
             await until(() => document.querySelectorAll('.bm-code').length === 1); await tick(150);
             return [squeezed, document.querySelector('.bm-code-text').getAttribute('aria-label')]",
            json!(["0", "Code"]),
        )
        .await;
    });
}

const LONG: &str = "const post = element('backmatter-post', attributes);
    post.post = JSON.stringify({ id: 'log', title: 'T', body: Array.from({ length: 60 }, (_, n) => [{ type: 'heading', text: `Part ${n}` }, { type: 'paragraph', text: 'word '.repeat(200) }]).flat() });
    await embedded(); place.append(post); await shown(post); await tick(300);
    const root = post.shadowRoot ?? post; const top = (n) => Math.abs(root.querySelector(`#bm-log-part-${n}`).getBoundingClientRect().top);";

#[test]
fn a_link_leads_to_a_heading_in_the_page_and_in_a_shadow_root() {
    on("/tests/pages/blank.html", |page| async move {
        for shadow in ["{}", "{ shadow: '' }"] {
            page.go("/tests/pages/blank.html#bm-log-part-40").await;
            page.gives(
                &format!(
                    "const attributes = {shadow}; {LONG}
                    const arrived = top(40) < 40;
                    let copied; navigator.clipboard.writeText = async (text) => {{ copied = text; }};
                    root.querySelector('[href=\"#bm-log-part-3\"]').click(); await tick(300);
                    const clicked = [top(3) < 40, location.hash, copied === location.href];
                    history.back(); await tick(400);
                    return [arrived, clicked, top(40) < 40, root.querySelector('[href=\"#bm-log-part-3\"]').ariaLabel]"
                ),
                json!([true, [true, "#bm-log-part-3", true], true, "Link to “Part 3”"]),
            )
            .await;
            page.go("/tests/pages/dark_host.html").await;
        }
    });
}

#[test]
fn a_link_to_a_heading_stays_on_a_page_with_another_base_and_is_the_hosts_to_cancel() {
    on("/tests/pages/blank.html", |page| async move {
        page.gives(
            &format!("const base = element('base', {{ href: 'https://elsewhere.example/' }}); const attributes = {{}}; {LONG}
                document.head.append(base);
                root.querySelector('[href=\"#bm-log-part-3\"]').click(); await tick(200);
                const stayed = [location.pathname, location.hash];
                let kind; post.addEventListener('backmatter-link', (event) => {{ kind = event.detail.kind; event.preventDefault(); }});
                root.querySelector('[href=\"#bm-log-part-9\"]').click(); await tick(200);
                return [stayed, kind, location.hash]"),
            json!([["/tests/pages/blank.html", "#bm-log-part-3"], "heading", "#bm-log-part-3"]),
        )
        .await;
    });
}

/// In a right-to-left table numbers and Latin words run from left to right, and all is aligned to the right.
#[test]
fn cells_of_a_right_to_left_table_keep_numbers_and_units_in_order() {
    on("/tests/pages/blank.html", |page| async move {
        page.gives(
            "await embedded(); const post = element('backmatter-post', { dir: 'rtl' });
             post.post = { title: 'ع', lang: 'ar', authors: ['Ines'], published: '2025-04-10', body: [{ type: 'table', head: ['المدينة', 'العمق (m) في الميناء'], rows: [['Dover', '12.5 m'], ['مرسى', '-3']] }] };
             place.append(post); await shown(post); await tick(200);
             const left = (node, at) => { const range = document.createRange(); range.setStart(node, at); range.setEnd(node, at + 1); return range.getBoundingClientRect().left; };
             return [...post.querySelectorAll('td:last-child')].map((cell) => {
               const node = cell.firstChild, range = document.createRange(); range.selectNodeContents(cell);
               return [left(node, 0) < left(node, node.data.length - 1), Math.abs(range.getBoundingClientRect().right - cell.getBoundingClientRect().right) < 2];
             })",
            json!([[true, true], [true, true]]),
        )
        .await;
    });
}
