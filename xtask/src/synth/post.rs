//! One post.

use super::words::{CODE, Chance, Script};
use serde_json::{Map, Value, json};

/// How large a post is.
#[derive(Clone, Copy, Debug)]
pub struct Shape {
    /// Blocks of the body.
    pub blocks: usize,
    /// Number of meta fields; `None` for those of an ordinary post.
    pub rows: Option<usize>,
}

impl Shape {
    /// The size of an ordinary post.
    pub const ORDINARY: Shape = Shape { blocks: 20, rows: None };
}

/// The post of a seed.
pub fn post(seed: u64, script: Script, shape: Shape) -> Value {
    let mut writer = Writer { chance: Chance(seed), script, seed };
    let topic = writer.one(script.topics());
    let place = writer.one(script.places());
    let title = format!("{}, {place}", capital(topic));
    let body: Vec<Value> = (0..shape.blocks).map(|number| writer.block(number)).collect();
    let meta = match shape.rows {
        Some(rows) => (0..rows).map(|row| writer.row(row)).collect(),
        None => writer.meta(topic, place),
    };
    json!({
        "id": format!("note-{seed:06}"),
        "url": format!("/notes/{seed}"),
        "title": title,
        "intro": writer.sentences(2),
        "lang": script.lang(),
        "published": format!("2025-{:02}-{:02}", 1 + writer.below(12), 1 + writer.below(28)),
        "authors": [{ "name": writer.one(script.names()), "url": "https://notes.example/authors" }],
        "body": body,
        "meta": meta,
        "images": (0..6).map(|number| writer.image(number)).collect::<Vec<_>>(),
        "similar": (0..3).map(|number| writer.card(number)).collect::<Vec<_>>(),
    })
}

struct Writer {
    chance: Chance,
    script: Script,
    seed: u64,
}

impl Writer {
    fn below(&mut self, limit: usize) -> usize {
        self.chance.below(limit)
    }

    fn one(&mut self, of: &[&'static str]) -> &'static str {
        self.chance.one(of)
    }

    fn sentence(&mut self) -> &'static str {
        self.one(self.script.sentences())
    }

    fn sentences(&mut self, count: usize) -> String {
        let sentences: Vec<_> = (0..count).map(|_| self.sentence()).collect();
        sentences.join(" ")
    }

    fn some(&mut self, of: &'static [&'static str], count: usize) -> Vec<&'static str> {
        let from = self.below(of.len());
        of.iter().cycle().skip(from).take(count).copied().collect()
    }

    /// A block; ten kinds take turns by `number`.
    fn block(&mut self, number: usize) -> Value {
        match number % 10 {
            0 => {
                json!({ "type": "heading", "level": 2 + number / 10 % 2, "text": format!("{} {}", self.one(self.script.headings()), number / 10 + 1) })
            }
            2 => json!({ "type": "paragraph", "text": [
                format!("{} ", self.sentence()), { "text": self.sentence(), "marks": ["strong"] }, " ",
                { "text": self.one(self.script.tools()), "href": "https://notes.example/tools" }, ". ", { "text": "gauge --sill", "marks": ["code"] }] }),
            4 => json!({ "type": "list", "ordered": number % 20 == 4, "items": self.some(self.script.sentences(), 3) }),
            5 => json!({ "type": "checklist", "items": self.some(self.script.tasks(), 4).into_iter().enumerate()
                .map(|(at, text)| json!({ "text": text, "checked": at < 2 })).collect::<Vec<_>>() }),
            7 => {
                let (language, text) = CODE.get(number / 10 % CODE.len()).copied().unwrap_or_default();
                json!({ "type": "code", "language": language, "text": text })
            }
            8 => self.image_block(number),
            9 => json!({ "type": "quote", "text": self.sentence(), "cite": self.one(self.script.names()) }),
            _ => {
                let count = 2 + self.below(3);
                json!({ "type": "paragraph", "text": self.sentences(count) })
            }
        }
    }

    fn image_block(&mut self, number: usize) -> Value {
        let mut image = self.image(number);
        if let Some(fields) = image.as_object_mut() {
            fields.insert("type".into(), "image".into());
        }
        image
    }

    fn image(&mut self, number: usize) -> Value {
        let (width, height) = if number % 3 == 2 { (400, 600) } else { (800, 533) };
        json!({
            "src": format!("images/{}.svg?{}", self.one(&["boat", "curve", "gauge", "harbour", "lead", "night", "sill"]), self.seed),
            "width": width, "height": height, "alt": self.sentence(), "caption": self.one(self.script.topics()),
            "credit": { "creator": self.one(self.script.names()), "creator_url": "https://photos.example/people", "source": "The harbour archive" },
        })
    }

    fn card(&mut self, number: usize) -> Value {
        json!({
            "id": format!("near-{number}"), "url": format!("/notes/near-{number}"), "title": capital(self.one(self.script.topics())),
            "excerpt": self.sentence(), "published": format!("2024-{:02}-11", 1 + self.below(12)), "tags": self.some(self.script.tools(), 2),
        })
    }

    /// A field of a meta of any length: a text, a count, a list.
    fn row(&mut self, row: usize) -> (String, Value) {
        match row % 3 {
            0 => (format!("remark_{row}"), json!(self.sentence())),
            1 => (format!("gauge_{row}_count"), json!(self.below(2_000_000))),
            _ => (format!("tools_{row}"), json!(self.some(self.script.tools(), 3))),
        }
    }

    /// The fields that posts of this kind have.
    fn meta(&mut self, topic: &str, place: &str) -> Map<String, Value> {
        let score = [(); 4].map(|()| 50 + self.below(50));
        let (number, version) = (self.below(10_000), [(); 2].map(|()| self.below(9)));
        let hash = [(); 2].map(|()| self.below(1 << 47));
        let fields = json!({
            "topic": format!("{topic} / {place}"),
            "summary": self.sentences(2),
            "ai_outline": { "context": place, "problem": topic, "recommended_action": self.sentence() },
            "ai_brief": self.sentences(2),
            "stack": self.some(self.script.tools(), 3),
            "tools": self.some(self.script.tools(), 6),
            "code_language": self.one(&["python", "sql", "bash", "rust"]),
            "difficulty": self.one(&["beginner", "intermediate", "advanced"]),
            "reading_time": 3 + self.below(15),
            "view_count": self.below(90_000),
            "score": { "quality": score[0], "freshness": score[1], "depth": score[2], "clarity": score[3] },
            "revision": { "status": "expanded", "version": format!("1.{}.{}", version[0], version[1]), "last_reviewed": "2025-04-10" },
            "reference": format!("tn-ref-{:06}-{number:04}", self.seed),
            "hash": format!("{:012x}{:012x}", hash[0], hash[1]),
            "flags": { "field_tested": self.below(2), "has_images": 1, "image_heavy": 0, "needs_human_review": self.below(2) },
            "checklist": self.some(self.script.tasks(), 5),
            "entities": self.some(self.script.tools(), 3).into_iter().map(|name| json!({ "name": name, "type": "tool" })).collect::<Vec<_>>(),
            "image_sources": [{ "source": "picsum.photos", "url": "https://picsum.photos/seed/note/1200/630", "caption": topic }],
            "payload": { "source_id": format!("note-{:06}", self.seed), "generator": "synth", "paragraphs": 8, "scenario": place, "seed": self.seed },
            "notes": self.some(self.script.sentences(), 3),
        });
        fields.as_object().cloned().unwrap_or_default()
    }
}

fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().into_iter().flat_map(char::to_uppercase).chain(chars).collect()
}
