//! The colour space of the pages, sRGB, as an ICC profile made here (ISO 15076-1, version 4.2): nobody's file is copied.
//!
//! The numbers are those of IEC 61966-2-1, the primaries adapted to the illuminant D50 of the profile connection space.

/// The tags, each with its data.
const COUNT: u32 = 10;
const HEADER: usize = 128;

/// White of D50.
const WHITE: [f64; 3] = [0.9642, 1.0, 0.8249];
const RED: [f64; 3] = [0.436_065_67, 0.222_488_40, 0.013_916_02];
const GREEN: [f64; 3] = [0.385_147_10, 0.716_873_17, 0.097_076_42];
const BLUE: [f64; 3] = [0.143_066_41, 0.060_607_91, 0.714_096_07];
/// From the white of the screen, D65, to D50 (Bradford).
const ADAPTATION: [f64; 9] = [
    1.047_88, 0.022_92, -0.050_22, 0.029_59, 0.990_48, -0.017_07, -0.009_25, 0.015_08, 0.751_68,
];
/// The curve of each colour: ((x + 0.055) / 1.055)^2.4 above 0.04045, x / 12.92 below.
const CURVE: [f64; 5] = [2.4, 1.0 / 1.055, 0.055 / 1.055, 1.0 / 12.92, 0.04045];

/// The profile.
pub(super) fn srgb() -> Vec<u8> {
    let curve = parametric(&CURVE);
    let elements: [(&[&[u8; 4]], Vec<u8>); 8] = [
        (&[b"desc"], localized("sRGB")),
        (&[b"cprt"], localized("CC0")),
        (&[b"wtpt"], numbers(b"XYZ ", &WHITE)),
        (&[b"rXYZ"], numbers(b"XYZ ", &RED)),
        (&[b"gXYZ"], numbers(b"XYZ ", &GREEN)),
        (&[b"bXYZ"], numbers(b"XYZ ", &BLUE)),
        (&[b"chad"], numbers(b"sf32", &ADAPTATION)),
        (&[b"rTRC", b"gTRC", b"bTRC"], curve),
    ];
    let mut table = COUNT.to_be_bytes().to_vec();
    let mut data = Vec::new();
    let start = HEADER + 4 + 12 * COUNT as usize;
    for (tags, element) in &elements {
        for tag in *tags {
            table.extend_from_slice(*tag);
            table.extend(((start + data.len()) as u32).to_be_bytes());
            table.extend((element.len() as u32).to_be_bytes());
        }
        data.extend_from_slice(element);
        data.resize(data.len().next_multiple_of(4), 0);
    }
    let mut profile = header(start + data.len());
    profile.append(&mut table);
    profile.append(&mut data);
    profile
}

fn header(size: usize) -> Vec<u8> {
    let mut header = Vec::with_capacity(size);
    header.extend((size as u32).to_be_bytes());
    header.extend_from_slice(b"\0\0\0\0\x04\x20\0\0mntrRGB XYZ ");
    // The day of its making is a constant too: 1 January 2026.
    header.extend(
        [2026_u16, 1, 1, 0, 0, 0]
            .into_iter()
            .flat_map(u16::to_be_bytes),
    );
    header.extend_from_slice(b"acsp");
    header.resize(68, 0);
    header.extend(WHITE.into_iter().flat_map(fixed));
    header.resize(HEADER, 0);
    header
}

fn numbers(kind: &[u8; 4], numbers: &[f64]) -> Vec<u8> {
    let start = kind.iter().copied().chain([0; 4]);
    start
        .chain(numbers.iter().flat_map(|&number| fixed(number)))
        .collect()
}

fn parametric(parameters: &[f64]) -> Vec<u8> {
    let start = b"para\0\0\0\0\0\x03\0\0".iter().copied();
    start
        .chain(parameters.iter().flat_map(|&number| fixed(number)))
        .collect()
}

/// One text in one language (multiLocalizedUnicodeType).
fn localized(text: &str) -> Vec<u8> {
    let units: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
    let mut element = b"mluc\0\0\0\0\0\0\0\x01\0\0\0\x0CenUS".to_vec();
    element.extend((units.len() as u32).to_be_bytes());
    element.extend(28_u32.to_be_bytes());
    element.extend(units);
    element
}

/// A number with 16 bits behind the point.
fn fixed(number: f64) -> [u8; 4] {
    ((number * 65_536.0).round() as i32).to_be_bytes()
}
