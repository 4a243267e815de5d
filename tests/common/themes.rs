//! The themes of a page, or of the print XHTML, in tables of any columns and in sections.

use super::document::{Action, Heads, Theme, words};
use super::tree::Element;

/// The themes among these elements and within them, in order.
pub(crate) fn themes<'a>(elements: impl Iterator<Item = &'a Element>, heads: &Heads) -> Vec<Theme> {
    let mut reader = Reader {
        heads,
        themes: Vec::new(),
        is_in_part: false,
        place: Place::Discussion,
    };
    elements.for_each(|element| reader.element(element));
    reader.themes
}

/// What a text without a head of its own belongs to.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Discussion,
    Opinions,
    Decisions,
    Actions,
}

struct Reader<'a> {
    heads: &'a Heads,
    themes: Vec<Theme>,
    is_in_part: bool,
    place: Place,
}

impl Reader<'_> {
    /// The theme or the part that is being read.
    fn current(&mut self) -> &mut Theme {
        let theme = self.themes.last_mut().expect("a theme has its title first");
        match self.is_in_part {
            true => theme.parts.last_mut().expect("a part has its title first"),
            false => theme,
        }
    }

    fn element(&mut self, element: &Element) {
        match element.name.as_str() {
            "section" => element.children().for_each(|child| self.element(child)),
            "h2" => {}
            "h3" | "h4" => self.open(element),
            "table" => self.table(element),
            "ul" => self.list(element),
            "p" if element.is(".sous-titre") => self.head(&element.text()),
            "p" if element.is(".suivi") => self.owners_of_the_whole(&element.text()),
            "div" if element.attribute("id").is_some() => self.decision(element),
            "div" if element.is(".texte") => self.add(&element.text()),
            _ => panic!("{} is no part of a theme", element.name),
        }
    }

    fn open(&mut self, heading: &Element) {
        let theme = Theme {
            title: heading.text(),
            ..Theme::default()
        };
        self.is_in_part = heading.is("h4");
        self.place = Place::Discussion;
        match self.themes.last_mut().filter(|_| self.is_in_part) {
            Some(whole) => whole.parts.push(theme),
            None => self.themes.push(theme),
        }
    }

    fn head(&mut self, text: &str) {
        let heads = self.heads;
        self.place = match text {
            _ if text == heads.recommendations => Place::Opinions,
            _ if text == heads.decisions || text == heads.decision => Place::Decisions,
            _ if text == heads.actions => Place::Actions,
            _ => panic!("« {text} » is no head within a theme"),
        };
    }

    fn add(&mut self, text: &str) {
        let place = self.place;
        let theme = self.current();
        let so_far = match place {
            Place::Discussion => &mut theme.discussion,
            Place::Opinions => &mut theme.opinions,
            Place::Decisions => &mut theme.decisions,
            Place::Actions => panic!("« {text} » stands among actions"),
        };
        *so_far = words(&format!("{so_far} {text}"));
    }

    /// Items that can be led to are decisions or actions; the others, opinions.
    fn list(&mut self, list: &Element) {
        for item in list.children() {
            match (item.attribute("id"), self.place) {
                (None, _) => self.add(&item.text()),
                (Some(_), Place::Actions) => {
                    let action = self.action(item, item.text_without(&["p.suivi"]));
                    self.current().actions.push(action);
                }
                (Some(_), _) => {
                    self.place = Place::Decisions;
                    self.add(&item.text());
                }
            }
        }
    }

    fn decision(&mut self, decision: &Element) {
        self.place = Place::Decisions;
        let number = decision.first("p.numero-de-decision");
        // One without a number, beside some that have one, has the noun alone.
        let number = number.strip_prefix(&self.heads.decision).unwrap_or(&number);
        self.add(&number.trim_start().replacen("N°", "n°", 1));
        // Of a decision that a vote follows, in the print XHTML, the second.
        self.add(&decision.first("div.texte"));
        self.add(&decision.first("div.texte-vote"));
        self.add(&decision.first("p.vote"));
    }

    fn owners_of_the_whole(&mut self, line: &str) {
        let owners = line.strip_prefix(&format!("{} : ", self.heads.owners));
        self.current().owners = owners.expect("a line of owners").to_owned();
    }

    /// An action of that text, with the lines below it.
    fn action(&self, holder: &Element, text: String) -> Action {
        let mut action = Action {
            text,
            ..Action::default()
        };
        for line in holder.texts("p.suivi") {
            match line.strip_prefix(&format!("{} : ", self.heads.owners)) {
                Some(owners) => action.owners = owners.to_owned(),
                None => action.follow_up.push(line),
            }
        }
        action
    }

    fn table(&mut self, table: &Element) {
        let columns = columns(table);
        for body in table.children().filter(|child| child.is("tbody")) {
            // How many rows below are still taken, by column.
            let mut taken = vec![0_usize; columns.len()];
            for row in body.children() {
                let mut cells = row.children();
                let mut placed = Vec::new();
                let mut place = 0;
                while place < columns.len() {
                    if taken[place] > 0 {
                        taken[place] -= 1;
                        place += 1;
                        continue;
                    }
                    let cell = cells.next().expect("a cell for each column");
                    placed.push((&columns[place], cell));
                    for _ in 0..span(cell, "colspan") {
                        taken[place] = span(cell, "rowspan") - 1;
                        place += 1;
                    }
                }
                self.row(&placed);
            }
        }
    }

    fn row(&mut self, cells: &[(&Column, &Element)]) {
        let has_title = |cell: &Element| {
            cell.children()
                .any(|child| child.is("h3") || child.is("h4"))
        };
        // The cell of the title may stand in any column.
        for (_, cell) in cells.iter().filter(|(_, cell)| has_title(cell)) {
            cell.children().for_each(|child| self.element(child));
        }
        let cell_of = |key: &str| cells.iter().find(|(column, _)| column.key == key);
        let action = cell_of("actions").filter(|(_, cell)| cell.attribute("id").is_some());
        if let Some((_, cell)) = action {
            let action = self.action_of_row(cell, cells);
            self.current().actions.push(action);
        }
        for (column, cell) in cells.iter().filter(|(_, cell)| !has_title(cell)) {
            self.place = match column.key.as_str() {
                "discussion" => Place::Discussion,
                "recommandations" => Place::Opinions,
                "decisions" => Place::Decisions,
                "actions" | "responsables" if action.is_none() && !cell.text().is_empty() => {
                    self.current().owners = owners(cell);
                    continue;
                }
                _ if action.is_some() => continue,
                _ => {
                    assert_eq!(cell.text(), "", "under « {} »", column.label);
                    continue;
                }
            };
            cell.children().for_each(|child| self.element(child));
        }
    }

    fn action_of_row(&self, cell: &Element, cells: &[(&Column, &Element)]) -> Action {
        let number = cell.first("p.numero-de-decision");
        let text = cell.first("div.texte");
        let mut action = self.action(
            cell,
            match number.as_str() {
                "" => text,
                _ => words(&format!("{number}. {text}")),
            },
        );
        let said = |key: &str| {
            let (column, cell) = cells.iter().find(|(column, _)| column.key == key)?;
            let said = (column.label.as_str(), cell.text());
            (!said.1.is_empty()).then(|| format!("{} : {}", said.0, said.1))
        };
        action.follow_up.splice(0..0, said("delai"));
        action.follow_up.extend(said("statut"));
        if let Some((_, cell)) = cells
            .iter()
            .find(|(column, _)| column.key == "responsables")
        {
            action.owners = owners(cell);
        }
        action
    }
}

struct Column {
    key: String,
    label: String,
}

/// The columns of a table: the page tells which is which on their heads, the print XHTML on its `col`.
fn columns(table: &Element) -> Vec<Column> {
    let below = |name: &'static str| {
        let groups = table.children().filter(move |child| child.is(name));
        groups.flat_map(Element::children)
    };
    let keys: Vec<&str> = below("colgroup")
        .map(|column| column.attribute("class").unwrap_or_default())
        .collect();
    let heads = below("thead").flat_map(Element::children);
    let column = |(place, head): (usize, &Element)| {
        let class = head.attribute("class").unwrap_or_default();
        let key = match keys.get(place).copied().unwrap_or(class) {
            "theme" => "themes",
            "action" => "actions",
            "responsables-de-section" => "responsables",
            key => key.strip_prefix("colonne-").unwrap_or(key),
        };
        Column {
            key: key.to_owned(),
            label: head.text(),
        }
    };
    heads.enumerate().map(column).collect()
}

fn span(cell: &Element, name: &str) -> usize {
    let span = cell.attribute(name);
    span.map_or(1, |span| span.parse().expect("a number"))
}

fn owners(cell: &Element) -> String {
    match cell.items("ul") {
        items if items.is_empty() => cell.text(),
        items => items.join(", "),
    }
}
