//! One wasm → two halves that share memory, table and functions: what a page with one post needs, and what is fetched
//! when it is asked for.
//!
//! A function that only the entries of the lazy half reach moves there. In the eager half each entry becomes a jump
//! through a slot of the function table, which the lazy half fills when it is instantiated; a jump through an empty
//! slot traps. JavaScript instantiates it with the exports of the eager half as its one import.

use crate::{
    command::Outcome,
    constants::Constants,
    prune::prune,
    reach::{callees, only_from},
};
use id_arena::Id;
use std::{
    collections::HashSet,
    hash::{DefaultHasher, Hash, Hasher},
};
use walrus::{
    ConstExpr, Data, Element, ElementItems, ElementKind, Export, ExportItem, Function, FunctionBuilder, FunctionId,
    FunctionKind, Global, GlobalKind, Import, ImportKind, ImportedFunction, Memory, Module, Table, TableId, ir,
};

/// The name under which the lazy half imports the eager one's exports.
const EAGER: &str = "$";

/// The two halves, not optimised yet.
pub struct Halves {
    pub eager: Module,
    pub lazy: Module,
}

/// Splits `wasm`, without what never runs, at the functions whose names begin with one of `names`.
pub fn split(wasm: &[u8], names: &[&str], constants: &Constants) -> Outcome<Halves> {
    // Read twice: the two have the same functions under the same indices.
    let mut halves = Halves { eager: read(wasm)?, lazy: read(wasm)? };
    let entries = named(&halves.eager, names)?;
    let moved = only_from(&halves.eager, &entries);
    let build = fingerprint(&halves.lazy.emit_wasm(), names);
    let first = cut(&mut halves.eager, &entries)?;
    keep(&mut halves, &moved, &Slots { entries, first, build })?;
    // What is shared is known now; what is not goes from the eager half as well.
    walrus::passes::gc::run(&mut halves.eager);
    constants.divide(&mut halves.eager, &mut halves.lazy)?;
    Ok(halves)
}

/// What the lazy half fills in the function table.
struct Slots {
    entries: Vec<FunctionId>,
    first: u64,
    build: u64,
}

/// Tells one build from another; the same wasm, split at the same names, gives the same number on every machine.
fn fingerprint(wasm: &[u8], names: &[&str]) -> u64 {
    let mut hasher = DefaultHasher::new();
    (wasm, names).hash(&mut hasher);
    hasher.finish()
}

fn read(wasm: &[u8]) -> Outcome<Module> {
    let mut module = Module::from_buffer(wasm).map_err(|error| format!("the wasm cannot be read: {error}"))?;
    // What the linker says about the wasm is not true of its halves.
    let is_known = |name: &str| name == "name" || name == "producers" || name == "target_features";
    let customs: Vec<_> = module.customs.iter().map(|(id, section)| (id, section.name().to_string())).collect();
    for (id, _) in customs.iter().filter(|(_, name)| !is_known(name)) {
        module.customs.delete(*id);
    }
    prune(&mut module);
    Ok(module)
}

fn named(module: &Module, names: &[&str]) -> Outcome<Vec<FunctionId>> {
    let mut found = Vec::new();
    for name in names {
        let before = found.len();
        let begins = |function: &&Function| function.name.as_deref().is_some_and(|known| known.starts_with(name));
        found.extend(module.funcs.iter().filter(begins).map(Function::id));
        if found.len() == before {
            return Err(format!("the lazy half begins at {name}, but no function has this name: was it inlined?"));
        }
    }
    Ok(found)
}

/// Makes each entry a jump through a new slot of the function table; the first of these slots.
fn cut(eager: &mut Module, entries: &[FunctionId]) -> Outcome<u64> {
    let table = function_table(eager)?;
    let slots = eager.tables.get_mut(table);
    let first = slots.initial;
    slots.initial += entries.len() as u64;
    slots.maximum = slots.maximum.map(|_| slots.initial);
    for (slot, entry) in (first..).zip(entries) {
        let ty = eager.funcs.get(*entry).ty();
        let (params, results) = (eager.types.params(ty).to_vec(), eager.types.results(ty).to_vec());
        let arguments: Vec<_> = params.iter().map(|ty| eager.locals.add(*ty)).collect();
        let mut jump = FunctionBuilder::new(&mut eager.types, &params, &results);
        let mut body = jump.func_body();
        for argument in &arguments {
            body.local_get(*argument);
        }
        body.i32_const(i32::try_from(slot).map_err(|_| "too many slots")?).call_indirect(ty, table);
        eager.funcs.get_mut(*entry).kind = FunctionKind::Local(jump.local_func(arguments));
    }
    Ok(first)
}

fn function_table(module: &Module) -> Outcome<TableId> {
    let table = module.tables.main_function_table().map_err(|error| error.to_string())?;
    table.ok_or_else(|| "the wasm has no function table".to_string())
}

/// Leaves in the lazy half what has moved there, and gives it the rest from the eager one.
fn keep(halves: &mut Halves, moved: &HashSet<FunctionId>, slots: &Slots) -> Outcome {
    let Slots { entries, first, build } = slots;
    let moved: HashSet<_> = moved.iter().map(Id::index).collect();
    let mut shared = Shared::default();
    let Halves { eager, lazy } = halves;
    strip(lazy);
    let table = function_table(lazy)?;
    let own = lazy.tables.get_mut(table);
    own.elem_segments.clear();
    own.initial = first + entries.len() as u64;
    own.maximum = own.maximum.map(|_| own.initial);
    let given = |id: &FunctionId| !moved.contains(&id.index());
    let called: HashSet<_> =
        lazy.funcs.iter().map(Function::id).filter(|id| !given(id)).flat_map(|id| callees(lazy, id)).collect();
    for function in in_order(called.into_iter().filter(given)) {
        let twin = twin(eager.funcs.iter().map(Function::id), function.index())?;
        let name = shared.name(eager, twin);
        let ty = lazy.funcs.get(function).ty();
        let import = lazy.imports.add(EAGER, &name, ImportKind::Function(function));
        lazy.funcs.get_mut(function).kind = FunctionKind::Import(ImportedFunction { import, ty });
    }
    let by_index = |index| lazy.funcs.iter().map(Function::id).find(|id| id.index() == index);
    let filled = entries.iter().filter_map(|entry| by_index(entry.index())).collect();
    let offset = ConstExpr::Value(ir::Value::I32(i32::try_from(*first).map_err(|_| "too many slots")?));
    let kind = ElementKind::Active { table, offset };
    let element = lazy.elements.add(kind, ElementItems::Functions(filled));
    lazy.tables.get_mut(table).elem_segments.insert(element);
    // Imported before the unused is swept out: nothing in a table that is imported can be left out.
    let twin_table = twin(eager.tables.iter().map(Table::id), table.index())?;
    // Its name holds the build, so that halves of two builds refuse each other.
    let name = format!("_{build:x}");
    eager.exports.add(&name, twin_table);
    lazy.tables.get_mut(table).import = Some(lazy.imports.add(EAGER, &name, ImportKind::Table(table)));
    walrus::passes::gc::run(lazy);
    share_state(eager, lazy, &mut shared)
}

/// Takes away what only the eager half does: its exports, its start, and what fills memory and table.
fn strip(lazy: &mut Module) {
    for export in lazy.exports.iter().map(Export::id).collect::<Vec<_>>() {
        lazy.exports.delete(export);
    }
    for element in lazy.elements.iter().map(Element::id).collect::<Vec<_>>() {
        lazy.elements.delete(element);
    }
    for data in lazy.data.iter().map(Data::id).collect::<Vec<_>>() {
        lazy.data.delete(data);
    }
    for memory in lazy.memories.iter_mut() {
        memory.data_segments.clear();
    }
    for import in lazy.imports.iter().map(Import::id).collect::<Vec<_>>() {
        lazy.imports.delete(import);
    }
    lazy.start = None;
}

/// Memories, globals and the table of JavaScript values are the eager half's.
fn share_state(eager: &mut Module, lazy: &mut Module, shared: &mut Shared) -> Outcome {
    let own = |table: &&Table| table.import.is_none();
    for table in lazy.tables.iter().filter(own).map(Table::id).collect::<Vec<_>>() {
        let twin = twin(eager.tables.iter().map(Table::id), table.index())?;
        let import = lazy.imports.add(EAGER, &shared.name(eager, twin), ImportKind::Table(table));
        lazy.tables.get_mut(table).import = Some(import);
    }
    for memory in lazy.memories.iter().map(Memory::id).collect::<Vec<_>>() {
        let twin = twin(eager.memories.iter().map(Memory::id), memory.index())?;
        let import = lazy.imports.add(EAGER, &shared.name(eager, twin), ImportKind::Memory(memory));
        lazy.memories.get_mut(memory).import = Some(import);
    }
    for global in lazy.globals.iter().map(Global::id).collect::<Vec<_>>() {
        let twin = twin(eager.globals.iter().map(Global::id), global.index())?;
        let import = lazy.imports.add(EAGER, &shared.name(eager, twin), ImportKind::Global(global));
        lazy.globals.get_mut(global).kind = GlobalKind::Import(import);
    }
    Ok(())
}

/// Names for what the eager half exports to the lazy one.
#[derive(Default)]
struct Shared(usize);

impl Shared {
    fn name(&mut self, eager: &mut Module, item: impl Into<ExportItem>) -> String {
        let name = format!("_{}", self.0);
        self.0 += 1;
        eager.exports.add(&name, item);
        name
    }
}

fn in_order(functions: impl Iterator<Item = FunctionId>) -> Vec<FunctionId> {
    let mut functions: Vec<_> = functions.collect();
    functions.sort_by_key(Id::index);
    functions
}

/// The item with the same index in the other half.
fn twin<T>(mut ids: impl Iterator<Item = Id<T>>, index: usize) -> Outcome<Id<T>> {
    ids.find(|id| id.index() == index).ok_or_else(|| format!("the halves differ at {index}"))
}
