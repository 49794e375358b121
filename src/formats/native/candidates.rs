//! The candidates of a post: the best of them become cards.

use super::{
    cards::{card, card_of_words, is_address, tags},
    date,
};
use crate::{
    coerce::{field, items},
    context::{Context, Fields, Read, each, prose},
    json::Value,
    model::{Card, Post, Subject},
    related::Ranking,
    report::{Need, Path},
};

/// The work on a candidate besides that on its text, in bytes of text.
const CANDIDATE: usize = 1_000;

/// A post and its candidates, while they are read and compared, in parts: between them a page answers its reader.
#[derive(Debug)]
pub struct Comparison {
    /// Reads a candidate.
    card: Read<Option<Card>>,
    own: Subject,
    /// The cards that the host has chosen.
    chosen: Vec<Card>,
    read: usize,
    /// The candidates that could be read, each with its place in the input.
    candidates: Vec<(usize, Subject)>,
    ranking: Option<Ranking>,
}

impl Comparison {
    /// Begins. `None` for a post without candidates.
    pub fn of(post: &Value<'_>, context: &mut Context<'_>) -> Option<Comparison> {
        Comparison::by(card, post, context)
    }

    /// Begins, without the images of the candidates.
    pub fn of_words(post: &Value<'_>, context: &mut Context<'_>) -> Option<Comparison> {
        Comparison::by(card_of_words, post, context)
    }

    fn by(card: Read<Option<Card>>, post: &Value<'_>, context: &mut Context<'_>) -> Option<Comparison> {
        field(post, "candidates").filter(|value| !is_address(value))?;
        // The reading of the post itself has told what is odd about it.
        let said = (context.notices.len(), context.unsaid);
        let mut fields = Fields::new(post, context, &Path::Root);
        let chosen = fields.get("similar").map(|cards| each(cards, fields.context, &Path::Root, card_of_words));
        let own = Subject { card: own(&mut fields), text: ["intro", "body"].map(|name| text(post, name)).concat() };
        context.notices.truncate(said.0);
        context.unsaid = said.1;
        Some(Comparison {
            card,
            own,
            chosen: chosen.unwrap_or_default(),
            read: 0,
            candidates: Vec::new(),
            ranking: None,
        })
    }

    /// Goes on with so much `work`, in bytes of text. Says whether more remains.
    pub fn go_on(&mut self, post: &Value<'_>, context: &mut Context<'_>, work: usize) -> bool {
        if let Some(ranking) = &mut self.ranking {
            return ranking.go_on(work);
        }
        let all = field(post, "candidates").map(items).unwrap_or_default();
        let mut left = work;
        while let (Some(value), true) = (all.get(self.read), left > 0) {
            let path = Path::Root.key("candidates");
            left = left.saturating_sub(CANDIDATE);
            if let Some(card) = (self.card)(value, context, &path.item(self.read)) {
                let candidate = Subject { card, text: text(value, "body") };
                left = left.saturating_sub(candidate.text.len());
                self.candidates.push((self.read, candidate));
            }
            self.read += 1;
        }
        if self.read >= all.len() {
            let (own, candidates) = (std::mem::take(&mut self.own), std::mem::take(&mut self.candidates));
            self.ranking = Some(Ranking::new(own, &self.chosen, candidates));
        }
        true
    }

    /// The best candidates, as cards that follow those of the host, each with the place of its candidate.
    pub fn finish(self) -> Vec<(usize, Card)> {
        self.ranking.map(Ranking::finish).unwrap_or_default()
    }
}

/// The card of the post itself.
fn own(fields: &mut Fields<'_, '_, '_, '_>) -> Card {
    let of_meta = |name: &str| fields.get("meta").and_then(|meta| field(meta, name));
    let own = fields.get("tags").or_else(|| of_meta("tags")).or_else(|| of_meta("stack"));
    Card {
        tags: own.map(|value| tags(value, fields.context, &Path::Root)).unwrap_or_default(),
        id: fields.line("id"),
        url: fields.page("url"),
        title: fields.line("title"),
        published: fields.read("published", date),
        ..Card::default()
    }
}

fn text(post: &Value<'_>, name: &str) -> String {
    field(post, name).map(prose).unwrap_or_default()
}

/// Fills the strip of a post up with its best candidates. What this program cannot do is a need.
pub fn add_best_candidates(post: &mut Post, value: &Value<'_>, context: &mut Context<'_>) {
    let Some(candidates) = field(value, "candidates") else { return };
    if is_address(candidates) || !context.tools.compare(post, value, context) {
        context.needs.add(Need::Candidates);
    }
}

/// Fills the strip of a post up with its best candidates, at once.
pub fn compare(post: &mut Post, value: &Value<'_>, context: &mut Context<'_>) {
    let Some(mut comparison) = Comparison::of(value, context) else { return };
    while comparison.go_on(value, context, usize::MAX) {}
    post.similar.extend(comparison.finish().into_iter().map(|(_, card)| card));
}
