//! Whether a text can be told from what is behind it.

use super::StyleSheet;
use crate::print::units::Color;

/// The least contrast at which a text of ordinary size is read without effort (WCAG 2.2, criterion 1.4.3).
pub const LEAST_CONTRAST: f64 = 4.5;

/// The paper.
const WHITE: Color = Color {
    red: 255,
    green: 255,
    blue: 255,
};

/// The contrast of two colours, from 1 for equal ones to 21 for black on white (WCAG 2.2, *contrast ratio*).
#[must_use]
pub fn contrast(one: Color, other: Color) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// The relative luminance of a colour of sRGB, from 0 for black to 1 for white (WCAG 2.2).
fn luminance(color: Color) -> f64 {
    let linear = |part: u8| {
        let part = f64::from(part) / 255.0;
        if part <= 0.04045 {
            part / 12.92
        } else {
            ((part + 0.055) / 1.055).powf(2.4)
        }
    };
    0.2126 * linear(color.red) + 0.7152 * linear(color.green) + 0.0722 * linear(color.blue)
}

/// The colours of a rule's text and of what is behind it, if its contrast is less than [`LEAST_CONTRAST`]. The empty name is
/// the running text. The word across a draft is meant to be pale, and lines are no text.
#[must_use]
pub(super) fn too_pale(sheet: &StyleSheet, name: &str) -> Option<(Color, Color)> {
    let rule = sheet.rules.get(name).copied().unwrap_or_default();
    let text = rule.color.unwrap_or(sheet.base.color);
    let behind = rule.background.unwrap_or(WHITE);
    (contrast(text, behind) < LEAST_CONTRAST).then_some((text, behind))
}

#[cfg(test)]
mod tests {
    use super::{WHITE, contrast, too_pale};
    use crate::print::style::StyleSheet;
    use crate::print::units::Color;

    #[test]
    fn the_contrast_is_that_of_the_guidelines() {
        let grey = |level| Color {
            red: level,
            green: level,
            blue: level,
        };
        assert_eq!(format!("{:.2}", contrast(grey(0), WHITE)), "21.00");
        assert_eq!(format!("{:.2}", contrast(WHITE, grey(0x76))), "4.54");
        assert_eq!(format!("{:.2}", contrast(WHITE, grey(0x77))), "4.48");
        assert_eq!(format!("{:.2}", contrast(WHITE, WHITE)), "1.00");
    }

    #[test]
    fn every_text_of_the_default_sheet_can_be_read() {
        let sheet = StyleSheet::default();
        for name in sheet.rules.keys().map(String::as_str).chain([""]) {
            assert_eq!(too_pale(&sheet, name), None, "{name}");
        }
    }
}
