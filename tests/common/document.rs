//! The minutes as their reader sees them, whatever the format: what HTML, Markdown and paper must agree on.

use greffier::french::folding::composed;

/// Texts are sequences of words, one space between them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Document {
    /// `PROJET`, on a draft.
    pub(crate) mark: String,
    pub(crate) title: String,
    /// Between the title and the opening: body, day and hours, state, convocation.
    pub(crate) head: Vec<String>,
    /// Who wrote, and who held another role.
    pub(crate) authors: Vec<String>,
    /// The grid at the head: labels and values.
    pub(crate) grid: Vec<(String, String)>,
    /// The opening formula, or why there was no meeting.
    pub(crate) opening: String,
    pub(crate) quorum: String,
    pub(crate) objective: String,
    /// Each item with its details and its sub-points.
    pub(crate) agenda: Vec<String>,
    pub(crate) adoption: String,
    /// What is said of those present: the count, the organisations without a name.
    pub(crate) present: Vec<String>,
    pub(crate) participants: Vec<Participant>,
    /// The represented and each list of absences, with its heading.
    pub(crate) absences: Vec<(String, Vec<String>)>,
    /// That earlier minutes are approved, with what was changed.
    pub(crate) approval: String,
    /// What became of earlier action points: the cells of each row, without commas.
    pub(crate) follow_up: Vec<Vec<String>>,
    pub(crate) themes: Vec<Theme>,
    /// That the meeting was closed.
    pub(crate) closing: String,
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

    /// The same for who cannot tell what was said from what was recommended: where no column, no head parts them.
    /// Addresses stand in the order of the columns.
    pub(crate) fn merged(mut self) -> Self {
        self.themes.iter_mut().for_each(Theme::merge);
        self.addresses.sort();
        self
    }
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Participant {
    /// The head of the group, where the list is in groups.
    pub(crate) group: String,
    pub(crate) number: String,
    /// With the function and what else is said, after commas.
    pub(crate) name: String,
    /// Or the function, where functions have a column of their own.
    pub(crate) organisation: String,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Theme {
    /// With its number.
    pub(crate) title: String,
    pub(crate) discussion: String,
    /// Recommendations and comments.
    pub(crate) opinions: String,
    /// Each with its number before it and its vote behind it, without their head.
    pub(crate) decisions: String,
    pub(crate) actions: Vec<Action>,
    /// Owners of the theme as a whole, joined with commas.
    pub(crate) owners: String,
    pub(crate) parts: Vec<Self>,
}

impl Theme {
    fn merge(&mut self) {
        self.discussion = words(&format!("{} {}", self.discussion, self.opinions));
        self.opinions.clear();
        self.parts.iter_mut().for_each(Self::merge);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Action {
    /// With its number.
    pub(crate) text: String,
    /// `Échéance : …` and `Statut : …`; `Délai : …` where due dates have their column.
    pub(crate) follow_up: Vec<String>,
    /// Joined with commas.
    pub(crate) owners: String,
}

/// The heads of a series, which tell the parts apart.
#[derive(Clone, Debug)]
pub(crate) struct Heads {
    pub(crate) topics: String,
    pub(crate) follow_up: String,
    pub(crate) objective: String,
    pub(crate) agenda: String,
    pub(crate) participants: String,
    pub(crate) recommendations: String,
    pub(crate) decision: String,
    pub(crate) decisions: String,
    pub(crate) actions: String,
    pub(crate) owners: String,
    pub(crate) due: String,
    pub(crate) status: String,
    pub(crate) notes: String,
    pub(crate) annexes: String,
    pub(crate) signatures: String,
}

impl Default for Heads {
    /// Those of a series that chooses none.
    fn default() -> Self {
        Self {
            topics: "Thèmes traités".into(),
            follow_up: "Suivi des points d’action".into(),
            objective: "Objectif".into(),
            agenda: "Points à l’ordre du jour".into(),
            participants: "Liste des participants".into(),
            recommendations: "Recommandations / Commentaires".into(),
            decision: "Décision".into(),
            decisions: "Décisions".into(),
            actions: "Points d’action".into(),
            owners: "Responsable".into(),
            due: "Délai".into(),
            status: "Statut".into(),
            notes: "Notes".into(),
            annexes: "Annexes".into(),
            signatures: "Signatures".into(),
        }
    }
}

impl Heads {
    /// Those that a series gives in its `greffier.toml`, else the usual ones.
    pub(crate) fn of(config: &str) -> Self {
        let config: toml::Table = config.parse().expect("a sound greffier.toml");
        let mut heads = Self::default();
        let Some(labels) = config.get("libelles").and_then(toml::Value::as_table) else {
            return heads;
        };
        for (key, head) in [
            ("themes_traites", &mut heads.topics),
            ("suivi", &mut heads.follow_up),
            ("objectif", &mut heads.objective),
            ("ordre_du_jour", &mut heads.agenda),
            ("participants", &mut heads.participants),
            ("recommandations", &mut heads.recommendations),
            ("decision", &mut heads.decision),
            ("decisions", &mut heads.decisions),
            ("actions", &mut heads.actions),
            ("responsables", &mut heads.owners),
            ("delai", &mut heads.due),
            ("statut", &mut heads.status),
            ("notes", &mut heads.notes),
            ("annexes", &mut heads.annexes),
            ("signatures", &mut heads.signatures),
        ] {
            if let Some(label) = labels.get(key).and_then(toml::Value::as_str) {
                *head = printed(label);
            }
        }
        heads
    }
}

/// Sees to it that two readings are the same, and shows where they part.
#[track_caller]
pub(crate) fn agree(one: &Document, other: &Document, which: &str) {
    if one == other {
        return;
    }
    let [one, other] = [one, other].map(|document| format!("{document:#?}"));
    let (one, other): (Vec<&str>, Vec<&str>) = (one.lines().collect(), other.lines().collect());
    let place = one
        .iter()
        .zip(&other)
        .take_while(|(one, other)| one == other);
    let place = place.count();
    let around = |lines: &[&str]| {
        let end = lines.len().min(place + 6);
        lines[place.saturating_sub(4)..end].join("\n")
    };
    panic!("{which}:\n{}\n────\n{}", around(&one), around(&other));
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
