//! What never runs, or only says what nobody hears, taken out of a wasm before it is optimised.
//!
//! A panic ends the widget: what it would say first, and where, is dropped, and only the trap is left. (The standard
//! library can be compiled so with an unstable flag; this does the same to the one that comes with the toolchain.)

use walrus::{ElementItems, FunctionBuilder, FunctionId, FunctionKind, Module};

/// Functions that only panic, by parts of their names.
const PANICS: [&str; 14] = [
    "panicking::",
    "_fail",
    "expect_failed",
    "unwrap_failed",
    "capacity_overflow",
    "raw_vec::handle_error",
    "handle_alloc_error",
    "panic_access_error",
    "panic_already_borrowed",
    "panic_already_mutably_borrowed",
    "panic_poisoned",
    "panic_payload",
    "begin_panic",
    "rust_begin_unwind",
];

/// What stands in the function table, where no optimiser may take it out, and is never called: formatters of messages
/// of panics, shims that wasm-bindgen's descriptions name, tasks of futures.
const NEVER_CALLED: [&str; 6] = [
    "]::fmt::",
    "as core::fmt::",
    "::Any>::type_id",
    "wasm_bindgen::convert::closures::_::invoke",
    "js_sys::futures::",
    "PanicPayload",
];

/// Makes traps of all of these.
pub fn prune(wasm: &mut Module) {
    let trap = trap(wasm);
    let exported: Vec<_> = wasm.exports.iter().map(|export| export.item).collect();
    let is_exported = |id: FunctionId| {
        exported.iter().any(|item| matches!(item, walrus::ExportItem::Function(known) if *known == id))
    };
    for id in named(wasm, &PANICS).into_iter().filter(|id| !is_exported(*id)) {
        let ty = wasm.funcs.get(id).ty();
        let (params, results) = (wasm.types.params(ty).to_vec(), wasm.types.results(ty).to_vec());
        let arguments = params.iter().map(|ty| wasm.locals.add(*ty)).collect();
        let mut body = FunctionBuilder::new(&mut wasm.types, &params, &results);
        body.func_body().unreachable();
        wasm.funcs.get_mut(id).kind = FunctionKind::Local(body.local_func(arguments));
    }
    let never = named(wasm, &[&PANICS[..], &NEVER_CALLED].concat());
    for element in wasm.elements.iter_mut() {
        if let ElementItems::Functions(slots) = &mut element.items {
            slots.iter_mut().filter(|slot| never.contains(slot)).for_each(|slot| *slot = trap);
        }
    }
    walrus::passes::gc::run(wasm);
}

fn trap(wasm: &mut Module) -> FunctionId {
    let mut body = FunctionBuilder::new(&mut wasm.types, &[], &[]);
    body.func_body().unreachable();
    body.finish(Vec::new(), &mut wasm.funcs)
}

fn named(wasm: &Module, parts: &[&str]) -> Vec<FunctionId> {
    let matches = |name: &str| parts.iter().any(|part| name.contains(part));
    let local = wasm.funcs.iter().filter(|function| matches!(function.kind, FunctionKind::Local(_)));
    local.filter(|function| function.name.as_deref().is_some_and(matches)).map(walrus::Function::id).collect()
}
