//! Candidates of a post: the program `related` makes cards of the best.

use crate::browser::on;
use serde_json::json;

/// A post and two candidates, of which one is like it. `titles` are those of the cards.
const GIVEN: &str = "const given = (changes) => JSON.stringify({ title: 'Paper tides', url: '/own', body: 'Tide tables on paper.',
     candidates: [{ title: 'Iron boats', url: '/a' }, { title: 'Paper boats', url: '/b', image: { src: '/tests/fixtures/images/boat.svg', alt: 'A boat', credit: 'Photo: Ann Lee / Unsplash' } }], ...changes });
   const titles = () => [...document.querySelectorAll('.bm-card-title')].map(({ textContent }) => textContent.trim());";

/// Elements of the page, in a text.
const SHOWN: &str = "await embedded(); const post = element('backmatter-post'); post.post = given(); place.append(post); await until(() => titles().length === 1);";

#[test]
fn the_best_candidates_become_cards_with_their_images() {
    on("/tests/pages/blank.html", |page| async move {
        page.gives(
            &format!(
                "{GIVEN} {SHOWN} await post.ready; const card = post.querySelector('.bm-card');
                 return [titles(), card.querySelector('img').alt, /Ann Lee/.test(card.textContent), /paper/i.test(card.textContent)]"
            ),
            json!([["Paper boats"], "A boat", true, true]),
        )
        .await;
    });
}

#[test]
fn what_ranks_candidates_is_loaded_for_them_alone() {
    on("/tests/pages/blank.html", |page| async move {
        page.gives(
            &format!(
                "{GIVEN} const isLoaded = () => performance.getEntriesByType('resource').some(({{ name }}) => name.includes('related'));
                 await embedded(); const post = element('backmatter-post');
                 post.post = given({{ candidates: undefined, similar: [{{ title: 'Chosen' }}] }}); place.append(post);
                 await until(() => titles().length === 1); await tick(600); const before = isLoaded();
                 post.post = given(); await until(() => titles()[0] === 'Paper boats'); return [before, isLoaded()]"
            ),
            json!([false, true]),
        )
        .await;
    });
}

/// A framework sets the same property each time it draws: the strip must not go and come.
#[test]
fn cards_stay_while_the_candidates_of_the_same_post_are_ranked_again() {
    on("/tests/pages/blank.html", |page| async move {
        page.gives(
            &format!(
                "{GIVEN} {SHOWN} await tick(300); const card = post.querySelector('.bm-card'); let lost = 0;
                 new MutationObserver(() => {{ if (!titles().length) lost++; }}).observe(post, {{ childList: true, subtree: true }});
                 post.post = given({{ body: 'Another text about tide tables on paper.' }}); await until(() => /Another/.test(post.textContent)); await tick(600);
                 post.headingBase = 3; await tick(600);
                 return [lost, titles(), card.isConnected]"
            ),
            json!([0, ["Paper boats"], true]),
        )
        .await;
        // Another post has none of its cards, and gets its own.
        page.gives(
            &format!(
                "{GIVEN} const post = document.querySelector('backmatter-post'); post.post = given({{ title: 'Iron', url: '/iron', body: '' }});
                 await until(() => titles()[0] === 'Iron boats'); return titles().length"
            ),
            json!(1),
        )
        .await;
    });
}

#[test]
fn without_what_ranks_candidates_the_post_stands_and_a_notice_says_why() {
    on("/no-related/tests/pages/blank.html", |page| async move {
        page.gives(
            &format!(
                "{GIVEN} await import('/no-related/pkg/embed.js'); const post = element('backmatter-post'); post.post = given(); place.append(post);
                 await until(() => post.report?.notices.some(({{ code }}) => code === 'candidates-unranked'));
                 const {{ where, why }} = post.report.notices.find(({{ code }}) => code === 'candidates-unranked');
                 return [post.state, titles(), where, /answered 404/.test(why)]"
            ),
            json!(["ready", [], "candidates", true]),
        )
        .await;
    });
}

#[test]
fn a_candidate_that_cannot_be_read_is_left_out_with_a_notice() {
    on("/tests/pages/blank.html", |page| async move {
        page.gives(
            &format!(
                "{GIVEN} await embedded(); const post = element('backmatter-post');
                 post.post = given({{ candidates: [{{ excerpt: 'No title' }}, 7, {{ title: 'Paper boats', url: 'javascript:alert(1)' }}] }}); place.append(post);
                 await until(() => titles().length); await tick(300);
                 return post.report.notices.map(({{ where, code }}) => `${{where}} ${{code}}`)"
            ),
            json!([
                "candidates[0] card-dropped",
                "candidates[1] wrong-shape",
                "candidates[2].url address-refused"
            ]),
        )
        .await;
    });
}

#[test]
fn a_mounted_post_gets_its_cards_and_says_so() {
    on("/tests/pages/blank.html", |page| async move {
        page.gives(
            &format!(
                "{GIVEN} const {{ mount }} = await import('/pkg/index.js'); const said = [];
                 place.addEventListener('backmatter-change', ({{ detail }}) => said.push(detail.notices?.length ?? detail.report?.notices.length));
                 const handle = await mount(place, given()); await until(() => titles().length === 1);
                 handle.update(given({{ title: 'Iron', url: '/iron', body: '' }})); await until(() => titles()[0] === 'Iron boats');
                 handle.unmount(); await tick(300); return [titles(), said.length > 0]"
            ),
            json!([[], true]),
        )
        .await;
    });
}

/// A post that is taken away, or replaced, while its candidates are ranked.
#[test]
fn cards_of_a_post_that_has_gone_are_not_shown() {
    on("/tests/pages/blank.html", |page| async move {
        page.gives(
            &format!(
                "{GIVEN} const {{ mount, readyRelated }} = await import('/pkg/index.js'); await readyRelated();
                 const handle = await mount(place, given()); handle.update({{ title: 'Calm', similar: [{{ title: 'Chosen' }}] }}); await tick(500);
                 const first = titles(); await mount(place, given()); handle.unmount(); await tick(500); return [first, titles()]"
            ),
            json!([["Chosen"], ["Paper boats"]]),
        )
        .await;
    });
}

#[test]
fn lists_of_cards_are_fetched_from_the_origin_of_the_page_alone() {
    on("/tests/pages/blank.html", |page| async move {
        page.gives(
            &format!(
                "{GIVEN} await embedded(); const post = element('backmatter-post'); place.append(post);
                 post.post = given({{ similar: '/related/low-water.json', candidates: undefined }});
                 const cards = await until(() => titles().length && titles()); const said = (where) => post.report.notices.filter((notice) => notice.where === where).map(({{ code, why }}) => `${{code}} ${{why}}`);
                 const fine = post.report.notices.length, why = [];
                 for (const address of ['http://localhost:1/x.json', '/gone.json', '/tests/pages/blank.html', 'javascript:alert(1)']) {{
                   post.post = given({{ candidates: address, similar: [{{ title: address }}] }});
                   await until(() => titles()[0] === address && said('candidates').length); why.push(said('candidates')[0].replace(location.origin, ''));
                 }}
                 return [cards, fine, why, performance.getEntriesByType('resource').some(({{ name }}) => name.includes('localhost:1/'))]"
            ),
            json!([
                ["Spring tides"],
                0,
                [
                    "candidates-unranked http://localhost:1/x.json is on another origin",
                    "candidates-unranked /gone.json answered 404",
                    "candidates-unranked /tests/pages/blank.html answered with a web page, not with JSON",
                    "address-refused its scheme is not allowed here"
                ],
                false
            ]),
        )
        .await;
    });
}

/// Another post that takes a while to read is on its way when the cards of the first one are ready.
#[test]
fn cards_never_take_the_place_of_the_next_post() {
    on("/tests/pages/blank.html", |page| async move {
        page.gives(
            &format!(
                "{GIVEN} const {{ mount, readyRelated }} = await import('/pkg/index.js'); await readyRelated(); const handle = await mount(place, given());
                 handle.update({{ title: {{ rendered: 'From elsewhere' }}, content: {{ rendered: '<p>Words</p>' }}, slug: 'x', type: 'post', link: '/x' }});
                 await until(() => /From elsewhere/.test(place.textContent)); await tick(400); return [/From elsewhere/.test(place.textContent), titles()]"
            ),
            json!([true, []]),
        )
        .await;
    });
}

#[test]
fn the_address_of_a_list_survives_normalize() {
    on("/tests/pages/blank.html", |page| async move {
        page.gives(
            "const { normalize, ready, readyFormats } = await import('/pkg/index.js'); await ready();
             const given = { title: 'T', similar: '/cards.json', candidates: [{ title: 'C' }] }, kept = () => { const { post } = normalize(given); return [post.similar, post.candidates]; };
             const native = kept(); await readyFormats(); return [native, kept()]",
            json!([["/cards.json", [{ "title": "C" }]], ["/cards.json", [{ "title": "C" }]]]),
        )
        .await;
    });
}

/// What a site of `WordPress` has at `/wp-json/wp/v2/posts`.
#[test]
fn a_list_of_another_system_is_ranked_as_well() {
    on("/tests/pages/blank.html", |page| async move {
        page.gives(
            &format!(
                "{GIVEN} await embedded(); const post = element('backmatter-post');
                 post.post = given({{ candidates: '/tests/fixtures/formats/wordpress-list.json' }}); place.append(post);
                 await until(() => titles().length > 1);
                 return [titles().includes('Without company'), post.report.notices.map(({{ code }}) => code)]"
            ),
            json!([true, []]),
        )
        .await;
    });
}
