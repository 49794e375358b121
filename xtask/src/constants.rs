//! Which constants of a wasm are needed by which of its halves: the others go.
//!
//! The linker leaves one segment of read-only data, in which the optimiser may not look. Its relocations
//! (`--emit-relocs`, WebAssembly "Object File Linking") say which constants there are, and which number in the code or in
//! another constant is the address of which.

use crate::{command::Outcome, linked::sections};
use std::collections::{BTreeSet, HashMap, HashSet};
use walrus::{
    ConstExpr, Data, DataKind, Function, FunctionId, FunctionKind, MemoryId, Module, ModuleData, ir,
    ir::{Const, Load, Store, Value},
};
use wasmparser::RelocationType;

/// A gap of so many bytes is smaller than the head of another segment.
const GAP: u32 = 8;

/// The constants of a wasm, by their addresses.
pub struct Constants {
    /// Where each begins and ends.
    places: Vec<(u32, u32)>,
    /// Numbers of the code that are addresses of them.
    named: HashMap<u32, Vec<usize>>,
    /// The constants that each holds the addresses of.
    held: HashMap<usize, Vec<usize>>,
    /// Those that a variable holds the address of: they are always needed.
    rooted: Vec<usize>,
    /// Where their segment begins and ends.
    segment: (u32, u32),
}

impl Constants {
    /// Reads what the linker says about `wasm`.
    pub fn read(wasm: &[u8]) -> Outcome<Constants> {
        let sections = sections(wasm).map_err(|error| format!("the wasm cannot be read: {error}"))?;
        let [index] = sections.constants[..] else { return Err("the wasm has not one segment of constants".into()) };
        let (start, offset, length) = *sections.segments.get(index).ok_or("the wasm has no data")?;
        let segment = (start, start + length);
        let within = |address: u32| (segment.0..segment.1).contains(&address);
        let mut constants =
            Constants { places: Vec::new(), named: HashMap::new(), held: HashMap::new(), rooted: Vec::new(), segment };
        let mut places = HashMap::new();
        for (symbol, place) in sections.symbols.iter().enumerate() {
            if let Some((address, size)) = place.filter(|(address, _)| within(*address)) {
                places.insert(symbol as u32, constants.places.len());
                constants.places.push((address, address + size));
            }
        }
        for (section, kind, at, symbol, addend) in &sections.relocations {
            let (Some(place), Some(Some((address, _)))) = (places.get(symbol), sections.symbols.get(*symbol as usize))
            else {
                continue;
            };
            match kind {
                RelocationType::MemoryAddrLeb | RelocationType::MemoryAddrSleb => {
                    constants.named.entry(address.wrapping_add(*addend as u32)).or_default().push(*place);
                }
                RelocationType::MemoryAddrI32 => {
                    let in_file = sections.starts.get(*section as usize).copied().unwrap_or(0) + *at as usize;
                    let holder = in_file.checked_sub(offset).map(|at| start + at as u32).filter(|at| within(*at));
                    let holders = constants.places.iter().enumerate();
                    for (holder, _) in
                        holders.filter(|(_, (from, to))| holder.is_some_and(|at| (*from..*to).contains(&at)))
                    {
                        constants.held.entry(holder).or_default().push(*place);
                    }
                    if holder.is_none() {
                        constants.rooted.push(*place);
                    }
                }
                // A constant may be named in a way that is not known here: then none may be left out.
                other => return Err(format!("a constant is named by a relocation of an unknown kind: {other:?}")),
            }
        }
        Ok(constants)
    }

    /// Leaves each half the constants that it needs and the other does not give it.
    pub fn divide(&self, eager: &mut Module, lazy: &mut Module) -> Outcome {
        let mut first = self.reached(eager);
        first.extend(self.closed(self.rooted.clone()));
        let second: BTreeSet<usize> = self.reached(lazy).difference(&first).copied().collect();
        let bytes = self.take(eager)?;
        self.give(eager, &first, &bytes)?;
        self.give(lazy, &second, &bytes)
    }

    /// The constants that the functions of a module need.
    fn reached(&self, module: &Module) -> BTreeSet<usize> {
        let numbers = module.funcs.iter().map(Function::id).flat_map(|function| numbers(module, function));
        let numbers: HashSet<u32> = numbers.collect();
        self.closed(numbers.iter().filter_map(|number| self.named.get(number)).flatten().copied().collect())
    }

    /// These, and all that they hold.
    fn closed(&self, mut open: Vec<usize>) -> BTreeSet<usize> {
        let mut reached = BTreeSet::new();
        while let Some(place) = open.pop() {
            if reached.insert(place) {
                open.extend(self.held.get(&place).into_iter().flatten());
            }
        }
        reached
    }

    /// Takes the segment out of a module.
    fn take(&self, module: &mut Module) -> Outcome<Vec<u8>> {
        let found = module.data.iter().find(|data| address(data) == Some(self.segment.0)).map(Data::id);
        let id = found.ok_or("the constants are not where the linker has put them")?;
        let bytes = std::mem::take(&mut module.data.get_mut(id).value);
        for memory in module.memories.iter_mut() {
            memory.data_segments.remove(&id);
        }
        module.data.delete(id);
        Ok(bytes)
    }

    /// Gives a module the constants, each run of them as one segment.
    fn give(&self, module: &mut Module, constants: &BTreeSet<usize>, bytes: &[u8]) -> Outcome {
        let memory = module.memories.iter().next().ok_or("the wasm has no memory")?.id();
        let mut places: Vec<(u32, u32)> =
            constants.iter().filter_map(|index| self.places.get(*index)).copied().collect();
        places.sort_unstable();
        let mut run: Option<(u32, u32)> = None;
        for (from, to) in places {
            run = match run {
                // What stands between is given with them: its own bytes, because the other half may need it.
                Some((start, end)) if from <= end + GAP => Some((start, end.max(to))),
                _ => {
                    self.place(module, memory, run, bytes);
                    Some((from, to))
                }
            };
        }
        self.place(module, memory, run, bytes);
        Ok(())
    }

    fn place(&self, module: &mut Module, memory: MemoryId, run: Option<(u32, u32)>, bytes: &[u8]) {
        let Some((start, end)) = run else { return };
        let offset = ConstExpr::Value(ir::Value::I32(start as i32));
        let held = bytes.get((start - self.segment.0) as usize..(end - self.segment.0) as usize).unwrap_or_default();
        let id = ModuleData::add(&mut module.data, DataKind::Active { memory, offset }, held.to_vec());
        module.memories.get_mut(memory).data_segments.insert(id);
    }
}

fn address(data: &Data) -> Option<u32> {
    match data.kind {
        DataKind::Active { offset: ConstExpr::Value(ir::Value::I32(start)), .. } => Some(start as u32),
        _ => None,
    }
}

/// The numbers in a function that may be addresses.
fn numbers(module: &Module, function: FunctionId) -> Vec<u32> {
    struct Numbers(Vec<u32>);
    impl ir::Visitor<'_> for Numbers {
        fn visit_const(&mut self, instruction: &Const) {
            if let Value::I32(number) = instruction.value {
                self.0.push(number as u32);
            }
        }
        fn visit_load(&mut self, instruction: &Load) {
            self.0.push(instruction.arg.offset as u32);
        }
        fn visit_store(&mut self, instruction: &Store) {
            self.0.push(instruction.arg.offset as u32);
        }
    }
    let mut found = Numbers(Vec::new());
    if let FunctionKind::Local(body) = &module.funcs.get(function).kind {
        ir::dfs_in_order(&mut found, body, body.entry_block());
    }
    found.0
}
