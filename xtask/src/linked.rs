//! What the linker writes into a wasm about what it has put together (WebAssembly "Object File Linking").

use wasmparser::{
    BinaryReader, DataKind as Placed, Linking, LinkingSectionReader, Operator, Parser, Payload, RelocSectionReader,
    RelocationType, SymbolInfo,
};

/// Segments of constants, by the beginning of their names.
const CONSTANTS: &str = ".rodata";

/// What the sections of a wasm say before anything is put together.
#[derive(Default)]
pub struct Sections {
    /// Address, file offset and length of each segment.
    pub segments: Vec<(u32, usize, u32)>,
    /// File offsets of the contents of sections, by index.
    pub starts: Vec<usize>,
    /// The segments of constants.
    pub constants: Vec<usize>,
    /// Address and size of each symbol that is a datum.
    pub symbols: Vec<Option<(u32, u32)>>,
    /// Section, kind, place in the section, symbol, addend.
    pub relocations: Vec<(u32, RelocationType, u32, u32, i64)>,
}

/// Reads the sections of a wasm.
pub fn sections(wasm: &[u8]) -> wasmparser::Result<Sections> {
    let mut found = Sections::default();
    for payload in Parser::new(0).parse_all(wasm) {
        let payload = payload?;
        if let Some((_, range)) = payload.as_section() {
            found.starts.push(range.start);
        }
        match payload {
            Payload::DataSection(section) => {
                for data in section {
                    let data = data?;
                    let mut start = 0;
                    if let Placed::Active { offset_expr, .. } = data.kind
                        && let Operator::I32Const { value } = offset_expr.get_operators_reader().read()?
                    {
                        start = value as u32;
                    }
                    let offset = data.range.end - data.data.len();
                    found.segments.push((start, offset, data.data.len() as u32));
                }
            }
            Payload::CustomSection(section) if section.name() == "linking" => {
                linking(&mut found, BinaryReader::new(section.data(), section.data_offset()))?;
            }
            Payload::CustomSection(section) if section.name().starts_with("reloc.") => {
                let relocations = RelocSectionReader::new(BinaryReader::new(section.data(), section.data_offset()))?;
                let of = relocations.section_index();
                for entry in relocations.entries() {
                    let entry = entry?;
                    found.relocations.push((of, entry.ty, entry.offset, entry.index, entry.addend));
                }
            }
            _ => {}
        }
    }
    Ok(found)
}

fn linking(found: &mut Sections, reader: BinaryReader<'_>) -> wasmparser::Result<()> {
    for part in LinkingSectionReader::new(reader)?.subsections() {
        match part? {
            Linking::SegmentInfo(segments) => {
                for (index, segment) in segments.into_iter().enumerate() {
                    if segment?.name.starts_with(CONSTANTS) {
                        found.constants.push(index);
                    }
                }
            }
            Linking::SymbolTable(symbols) => {
                for symbol in symbols {
                    let place = match symbol? {
                        SymbolInfo::Data { symbol: Some(datum), .. } => {
                            let segment = found.segments.get(datum.index as usize);
                            segment.map(|(start, ..)| (start + datum.offset, datum.size))
                        }
                        _ => None,
                    };
                    found.symbols.push(place);
                }
            }
            _ => {}
        }
    }
    Ok(())
}
