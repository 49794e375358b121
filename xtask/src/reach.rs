//! Which function of a wasm reaches which.

use std::collections::HashSet;
use walrus::{ConstExpr, ElementItems, ExportItem, FunctionId, FunctionKind, Module, ir};

/// Functions that can be reached from `entries` and in no other way.
pub fn only_from(module: &Module, entries: &[FunctionId]) -> HashSet<FunctionId> {
    let cut = entries.iter().copied().collect();
    let exported = module.exports.iter().filter_map(|export| match export.item {
        ExportItem::Function(function) => Some(function),
        _ => None,
    });
    let eager = reached(module, exported.chain(in_tables(module)).chain(module.start), &cut);
    let all = reached(module, entries.iter().copied(), &HashSet::new());
    let is_local = |id: &FunctionId| matches!(module.funcs.get(*id).kind, FunctionKind::Local(_));
    all.difference(&eager).copied().filter(is_local).collect()
}

fn in_tables(module: &Module) -> Vec<FunctionId> {
    let mut found = Vec::new();
    for element in module.elements.iter() {
        match &element.items {
            ElementItems::Functions(functions) => found.extend(functions),
            ElementItems::Expressions(_, expressions) => {
                found.extend(expressions.iter().filter_map(|item| match item {
                    ConstExpr::RefFunc(function) => Some(*function),
                    _ => None,
                }));
            }
        }
    }
    found
}

fn reached(module: &Module, roots: impl Iterator<Item = FunctionId>, cut: &HashSet<FunctionId>) -> HashSet<FunctionId> {
    let mut open: Vec<_> = roots.filter(|root| !cut.contains(root)).collect();
    let mut seen = HashSet::new();
    while let Some(function) = open.pop() {
        if seen.insert(function) {
            open.extend(callees(module, function).into_iter().filter(|callee| !cut.contains(callee)));
        }
    }
    seen
}

/// The functions that `function` names.
pub fn callees(module: &Module, function: FunctionId) -> Vec<FunctionId> {
    struct Callees(Vec<FunctionId>);
    impl ir::Visitor<'_> for Callees {
        fn visit_function_id(&mut self, function: &FunctionId) {
            self.0.push(*function);
        }
    }
    let mut found = Callees(Vec::new());
    if let FunctionKind::Local(body) = &module.funcs.get(function).kind {
        ir::dfs_in_order(&mut found, body, body.entry_block());
    }
    found.0
}
