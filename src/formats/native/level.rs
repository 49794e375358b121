//! How deep a block is nested.

use crate::{
    context::{Context, Fields},
    json::Value,
    model::Block,
    policy::BLOCK_DEPTH,
    report::{NoticeCode, Path},
};

/// Reads blocks at a nesting level.
type Read = fn(&Value<'_>, &mut Context<'_>, &Path<'_>, Level) -> Vec<Block>;

/// A nesting level, counted from 1, and the function that reads its blocks.
#[derive(Clone, Copy)]
pub(super) struct Level {
    depth: usize,
    read: Read,
}

impl Level {
    pub const fn top(read: Read) -> Level {
        Level { depth: 1, read }
    }

    pub const fn below(self) -> Level {
        Level { depth: self.depth + 1, ..self }
    }

    /// Is a deeper level allowed? Deeper content is left out with a notice.
    pub fn has_below(self, name: &str, fields: &mut Fields<'_, '_, '_, '_>) -> bool {
        let is_deep = self.depth >= BLOCK_DEPTH && fields.get(name).is_some();
        if is_deep {
            fields.notice(NoticeCode::ItemsTooDeep, "blocks nest 32 levels at most");
        }
        !is_deep
    }

    /// The `blocks` of an object at this level.
    pub fn blocks(self, fields: &mut Fields<'_, '_, '_, '_>) -> Vec<Block> {
        match fields.get("blocks") {
            Some(value) if self.has_below("blocks", fields) => {
                (self.read)(value, fields.context, &fields.path.key("blocks"), self.below())
            }
            _ => Vec::new(),
        }
    }
}
