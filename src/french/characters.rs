//! What to call a character that a font may lack: its script or its kind, in French.

pub use super::folding::{is_invisible, is_mark};

/// The scripts and kinds met in texts of West Africa and its partners, by block of Unicode.
const KINDS: [(u32, u32, &str); 41] = [
    (0x0370, 0x03FF, "écriture grecque"),
    (0x0400, 0x052F, "écriture cyrillique"),
    (0x0530, 0x058F, "écriture arménienne"),
    (0x0590, 0x05FF, "écriture hébraïque"),
    (0x0600, 0x06FF, "écriture arabe"),
    (0x0700, 0x074F, "écriture syriaque"),
    (0x0750, 0x077F, "écriture arabe"),
    (0x07C0, 0x07FF, "écriture n’ko"),
    (0x0870, 0x08FF, "écriture arabe"),
    (0x0900, 0x0DFF, "écriture de l’Inde"),
    (0x0E00, 0x0E7F, "écriture thaïe"),
    (0x0E80, 0x0EFF, "écriture lao"),
    (0x0F00, 0x0FFF, "écriture tibétaine"),
    (0x1000, 0x109F, "écriture birmane"),
    (0x10A0, 0x10FF, "écriture géorgienne"),
    (0x1100, 0x11FF, "écriture coréenne"),
    (0x1200, 0x139F, "écriture éthiopienne"),
    (0x1780, 0x17FF, "écriture khmère"),
    (0x1800, 0x18AF, "écriture mongole"),
    (0x1F00, 0x1FFF, "écriture grecque"),
    (0x2190, 0x21FF, "flèche"),
    (0x2200, 0x22FF, "signe de mathématiques"),
    (0x2300, 0x23FF, "symbole technique"),
    (0x2500, 0x25FF, "symbole géométrique"),
    (0x2600, 0x27BF, "émoji ou symbole"),
    (0x2800, 0x28FF, "écriture braille"),
    (0x2D30, 0x2D7F, "écriture tifinagh"),
    (0x2D80, 0x2DDF, "écriture éthiopienne"),
    (0x2E80, 0x2FDF, "écriture chinoise"),
    (0x3000, 0x303F, "ponctuation chinoise ou japonaise"),
    (0x3040, 0x30FF, "écriture japonaise"),
    (0x3400, 0x9FFF, "écriture chinoise"),
    (0xA500, 0xA63F, "écriture vaï"),
    (0xA6A0, 0xA6FF, "écriture bamoun"),
    (0xAB00, 0xAB2F, "écriture éthiopienne"),
    (0xAC00, 0xD7AF, "écriture coréenne"),
    (0xE000, 0xF8FF, "caractère privé d’une police"),
    (0xFB50, 0xFDFF, "écriture arabe"),
    (0xFE70, 0xFEFE, "écriture arabe"),
    (0x1E900, 0x1E95F, "écriture adlam"),
    (0x1F000, 0x1FAFF, "émoji"),
];

/// The script or the kind of a character, as it is told to a user: *écriture arabe*, *émoji*.
#[must_use]
pub fn kind_of(character: char) -> Option<&'static str> {
    let code = u32::from(character);
    let kind = KINDS
        .iter()
        .find(|(first, last, _)| (*first..=*last).contains(&code));
    kind.map(|(_, _, kind)| *kind)
}

/// Whether a character is of a script that the PDF cannot be set in, whatever the font: its words stand without spaces between
/// them, so that a dictionary alone tells where a line may end, or it runs from top to bottom.
#[must_use]
pub fn cannot_be_set(character: char) -> bool {
    matches!(u32::from(character), 0x0E00..=0x109F | 0x1780..=0x18AF)
}

/// Whether a character is of a script, whose words can be written in Latin letters; a symbol cannot.
#[must_use]
pub fn is_of_a_script(character: char) -> bool {
    kind_of(character).is_some_and(|kind| kind.starts_with("écriture"))
}

#[cfg(test)]
mod tests {
    use super::{KINDS, is_of_a_script, kind_of};

    #[test]
    fn blocks_follow_each_other() {
        assert!(KINDS.windows(2).all(|two| two[0].1 < two[1].0));
    }

    #[test]
    fn characters_have_their_kind() {
        for (character, kind) in [
            ('م', Some("écriture arabe")),
            ('ⵣ', Some("écriture tifinagh")),
            ('ߒ', Some("écriture n’ko")),
            ('አ', Some("écriture éthiopienne")),
            ('会', Some("écriture chinoise")),
            ('😀', Some("émoji")),
            ('✅', Some("émoji ou symbole")),
            ('é', None),
        ] {
            assert_eq!(kind_of(character), kind, "{character}");
        }
        assert!(is_of_a_script('م') && !is_of_a_script('😀'));
    }
}
