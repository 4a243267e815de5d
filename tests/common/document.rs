//! The minutes as their reader sees them, whatever the format: what HTML and Markdown must agree on.

use greffier::french::folding::composed;

/// Texts are sequences of words, one space between them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Document {
    /// `PROJET`, on a draft.
    pub(crate) mark: String,
    pub(crate) title: String,
    /// Between the title and the authors: body, day and hours, state.
    pub(crate) head: Vec<String>,
    pub(crate) authors: Vec<String>,
    pub(crate) opening: String,
    pub(crate) agenda: Vec<String>,
    pub(crate) adoption: String,
    pub(crate) participants: Vec<Participant>,
    /// Each list of absences with its heading.
    pub(crate) absences: Vec<(String, Vec<String>)>,
    pub(crate) themes: Vec<Theme>,
    pub(crate) notes: String,
    pub(crate) next: String,
    /// `Fait à …, le …`.
    pub(crate) signed_at: String,
    /// `Présidence de séance : name, function`.
    pub(crate) signatures: Vec<String>,
    pub(crate) annexes: Vec<String>,
    /// Words, colon and address.
    pub(crate) links: Vec<String>,
    /// All headings with their levels, in order.
    pub(crate) headings: Vec<(u32, String)>,
    /// All addresses that lead out of the page, in order.
    pub(crate) addresses: Vec<String>,
}

impl Document {
    /// The same on paper, which leads to no file beside the page.
    pub(crate) fn on_paper(mut self) -> Self {
        self.addresses.retain(|address| address.contains(':'));
        self
    }
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Participant {
    pub(crate) number: String,
    /// With the function, after a comma.
    pub(crate) name: String,
    pub(crate) organisation: String,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Theme {
    /// With its number.
    pub(crate) title: String,
    /// `Point 2 de l’ordre du jour`.
    pub(crate) agenda_item: String,
    pub(crate) discussion: String,
    /// Recommendations, comments and decisions, with the word before the decisions.
    pub(crate) opinions: String,
    pub(crate) actions: Vec<Action>,
    /// Owners of the theme as a whole, joined with commas.
    pub(crate) owners: String,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Action {
    pub(crate) text: String,
    /// `Échéance : …` and `Statut : …`; `Délai : …` where due dates have their column.
    pub(crate) follow_up: Vec<String>,
    /// Joined with commas.
    pub(crate) owners: String,
}

/// The words of a text with one space between them, whatever spaces and line ends were there.
pub(crate) fn words(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A plain text of a record as both formats print it: with French typography, whose own cases stand elsewhere.
pub(crate) fn printed(text: &str) -> String {
    words(&greffier::french::typography::correct(&composed(text)))
}

/// An agenda item or the title of a theme as both formats print it.
pub(crate) fn heading(text: &str) -> String {
    words(&greffier::french::typography::title(&composed(text)))
}

/// What typography may not touch: letters, digits and signs, in order, without spaces, quotation marks, apostrophes, dashes
/// and periods, the case of a title's first letter and the marks at the end of a title.
pub(crate) fn content(text: &str) -> String {
    let is_kept =
        |character: &char| !character.is_whitespace() && !"'’\"«»“”-–.…".contains(*character);
    let kept: String = composed(text).chars().filter(is_kept).collect();
    kept.trim_end_matches([';', ':', ',']).to_lowercase()
}
