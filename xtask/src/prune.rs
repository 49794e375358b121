//! What never runs, or only says what nobody hears, taken out of a wasm before it is optimised.
//!
//! A panic ends the widget: what it would say first, and where, is dropped, and only the trap is left. (The standard
//! library can be compiled so with an unstable flag; this does the same to the one that comes with the toolchain.)

use std::ops::Range;
use walrus::{ConstExpr, Data, DataKind, ElementItems, FunctionBuilder, FunctionId, FunctionKind, Module, ir};

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

/// What the standard library and wasm-bindgen say in panics.
const LAST_WORDS: [&str; 22] = [
    "slice index starts at ",
    "range start index ",
    "range end index ",
    "out of range for slice of length ",
    "index out of bounds: the len is ",
    " but the index is ",
    "cannot access a Thread Local Storage value during or after destruction",
    "copy_from_slice: source slice length (",
    ") does not match destination slice length (",
    "assertion failed: self.is_char_boundary(",
    "called `Option::unwrap()` on a `None` value",
    "called `Option::unwrap_throw()` on a `None` value",
    "called `Result::unwrap()` on an `Err` value",
    "instance has previously been poisoned",
    "RefCell already mutably borrowed",
    "RefCell already borrowed",
    "closure invoked recursively or after being dropped",
    "attempt to join into collection with len > usize::MAX",
    "one-time initialization may not be performed recursively",
    "failed to generate unique thread ID: bitspace exhausted",
    "Attempted to initialize thread-local while it is being dropped",
    "internal error: entered unreachable code",
];

/// Makes traps of all of these, and zeros of their words.
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
    for id in wasm.data.iter().map(Data::id).collect::<Vec<_>>() {
        silence(wasm.data.get_mut(id));
    }
    walrus::passes::gc::run(wasm);
}

/// Blanks what panics say and where they are: a place is the address of a file's name, its length, line and column.
fn silence(data: &mut Data) {
    let DataKind::Active { offset: ConstExpr::Value(ir::Value::I32(start)), .. } = data.kind else { return };
    let bytes = &mut data.value;
    for at in (0..bytes.len().saturating_sub(15)).step_by(4) {
        let word = |index: usize| word(bytes, at + 4 * index);
        let (name, length) = (word(0).wrapping_sub(start as u32) as usize, word(1) as usize);
        let is_place = length < 200 && word(2) < 20_000 && (1..500).contains(&word(3));
        let name = name..name.saturating_add(length);
        // A name that another place has blanked already is zeros by now.
        let is_file = |name: &[u8]| name.ends_with(b".rs") || (!name.is_empty() && name.iter().all(|byte| *byte == 0));
        if is_place && bytes.get(name.clone()).is_some_and(is_file) {
            blank(bytes, name);
            blank(bytes, at..at + 16);
        }
    }
    for words in LAST_WORDS {
        while let Some(at) = bytes.windows(words.len()).position(|window| window == words.as_bytes()) {
            blank(bytes, at..at + words.len());
        }
    }
}

fn word(bytes: &[u8], at: usize) -> u32 {
    bytes.get(at..at + 4).and_then(|word| word.try_into().ok()).map_or(0, u32::from_le_bytes)
}

fn blank(bytes: &mut [u8], range: Range<usize>) {
    if let Some(blank) = bytes.get_mut(range) {
        blank.fill(0);
    }
}

fn trap(wasm: &mut Module) -> FunctionId {
    let mut body = FunctionBuilder::new(&mut wasm.types, &[], &[]);
    body.func_body().unreachable();
    body.finish(Vec::new(), &mut wasm.funcs)
}

fn named(wasm: &Module, parts: &[&str]) -> Vec<FunctionId> {
    // Never one of our own.
    let matches = |name: &str| !name.contains("backmatter::") && parts.iter().any(|part| name.contains(part));
    let local = wasm.funcs.iter().filter(|function| matches!(function.kind, FunctionKind::Local(_)));
    local.filter(|function| function.name.as_deref().is_some_and(matches)).map(walrus::Function::id).collect()
}
