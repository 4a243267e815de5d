//! The attributes of an element: those it may have, and the three that most have.

use roxmltree::{Attribute, Node};

use super::reader::Reader;
use crate::diagnostic::{Span, suggestion};
use crate::document::DocumentFault;

/// The attributes of most elements.
pub(super) const COMMON: &[&str] = &["id", "class", "lang"];

/// Classes that say what an element is rather than how it looks; the style sheet need not know them.
const ROLES: &[&str] = &["colonnes", "filigrane", "page", "pages", "paysage"];

/// What most elements may have.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Common {
    pub(super) id: Option<String>,
    pub(super) class: Option<String>,
    pub(super) language: Option<String>,
}

impl Reader<'_> {
    /// The common attributes of an element that has no others but these.
    pub(super) fn common(&mut self, node: Node<'_, '_>, others: &[&str]) -> Common {
        self.only(node, &[COMMON, others].concat());
        Common {
            id: self.id(node),
            class: self.class(node),
            language: self.language(node),
        }
    }

    /// Refuses every attribute but these.
    pub(super) fn only(&mut self, node: Node<'_, '_>, allowed: &[&str]) {
        for attribute in node.attributes() {
            let typed = self.text.get(attribute.range_qname()).unwrap_or_default();
            if !allowed.contains(&typed) {
                let name = self.name(node);
                let help = advice(name, typed, allowed);
                let title = format!("attribut inconnu pour <{name}> : {typed}");
                self.fault(
                    DocumentFault::UnknownAttribute,
                    attribute.range_qname(),
                    title,
                    help,
                );
            }
        }
    }

    /// The value of an attribute that must be there.
    pub(super) fn required<'n>(
        &mut self,
        node: Node<'n, 'n>,
        name: &str,
        example: &str,
    ) -> Option<(&'n str, Span)> {
        let found = node.attribute_node(name);
        if found.is_none() {
            let (span, element) = (self.tag(node), self.name(node));
            self.fault(
                DocumentFault::MissingAttribute,
                span,
                format!("l’attribut {name} manque à <{element}>"),
                format!("par exemple : {example}"),
            );
        }
        found.map(|attribute| (attribute.value(), attribute.range_value()))
    }

    /// A whole number within bounds; any other is a fault.
    pub(super) fn number(
        &mut self,
        node: Node<'_, '_>,
        name: &str,
        least: u64,
        most: u64,
    ) -> Option<u64> {
        let attribute = node.attribute_node(name)?;
        let typed = attribute.value();
        let is_plain = !typed.is_empty() && typed.bytes().all(|byte| byte.is_ascii_digit());
        let number = typed
            .parse()
            .ok()
            .filter(|number| is_plain && (least..=most).contains(number));
        if number.is_none() {
            self.fault(
                DocumentFault::NumberOfAttribute,
                place(&attribute),
                refused(typed, &format!("n’est pas un nombre admis pour {name}")),
                format!("il faut un nombre entier de {least} à {most}"),
            );
        }
        number
    }

    /// The class of a column.
    pub(super) fn column_class(&mut self, node: Node<'_, '_>) -> Option<String> {
        let known = self.classes.map(|classes| classes.columns.as_slice());
        self.known_class(node, known)
    }

    pub(super) fn class(&mut self, node: Node<'_, '_>) -> Option<String> {
        let known = self.classes.map(|classes| classes.styles.as_slice());
        self.known_class(node, known)
    }

    fn known_class(&mut self, node: Node<'_, '_>, known: Option<&[&str]>) -> Option<String> {
        let attribute = node.attribute_node("class")?;
        let class = attribute.value();
        if class.is_empty() || class.contains(char::is_whitespace) {
            self.fault(
                DocumentFault::OneClass,
                place(&attribute),
                "il faut ici une classe, et une seule",
                "un style de style.toml peut réunir ce que deux classes diraient",
            );
            return None;
        }
        if let Some(known) =
            known.filter(|known| !known.contains(&class) && !ROLES.contains(&class))
        {
            let help = match suggestion(class, known) {
                Some(near) => format!("vouliez-vous dire « {near} » ?"),
                None => "ajoutez-la à style.toml, ou employez l’une de celles qui y sont".into(),
            };
            self.fault(
                DocumentFault::UnknownClass,
                place(&attribute),
                format!("classe inconnue : « {class} »"),
                help,
            );
        }
        Some(class.to_owned())
    }

    fn id(&mut self, node: Node<'_, '_>) -> Option<String> {
        let attribute = node.attribute_node("id")?;
        let id = attribute.value();
        let typed = self.text.get(attribute.range_value());
        if id.is_empty() || id.contains(char::is_whitespace) || typed != Some(id) {
            self.fault(DocumentFault::IdForm, place(&attribute),
                "cet identifiant n’est pas valable",
                "il s’écrit sans espace, avec des lettres, des chiffres et des tirets : id=\"theme-3\"",
            );
        } else if self.running {
            self.fault(
                DocumentFault::RunningId,
                place(&attribute),
                "un identifiant n’a pas sa place dans ce qui est répété sur chaque page",
                "un lien ne saurait pas à quelle page mener : supprimez cet attribut",
            );
        }
        Some(id.to_owned())
    }

    /// A tag of BCP 47, by its form: `fr`, `bm`, `fr-ML`.
    pub(super) fn language(&mut self, node: Node<'_, '_>) -> Option<String> {
        let attribute = node.attribute_node("lang")?;
        let tag = attribute.value();
        let mut parts = tag.split('-');
        let main = parts.next().unwrap_or_default();
        let is_language = (2..=3).contains(&main.len())
            && main.bytes().all(|byte| byte.is_ascii_alphabetic())
            && parts.all(|part| {
                (1..=8).contains(&part.len())
                    && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
            });
        if !is_language {
            self.fault(
                DocumentFault::LanguageForm,
                place(&attribute),
                refused(tag, "n’est pas le code d’une langue"),
                "par exemple : fr (français), bm (bambara), ff (peul), en (anglais)",
            );
        }
        Some(tag.to_owned())
    }
}

/// The value of an attribute, or the whole of it if it has no value to mark.
pub(super) fn place(attribute: &Attribute<'_, '_>) -> Span {
    let value = attribute.range_value();
    if value.is_empty() {
        attribute.range()
    } else {
        value
    }
}

/// What is said of a value that is not admitted.
fn refused(value: &str, what: &str) -> String {
    if value.is_empty() {
        "il manque ici une valeur".into()
    } else {
        format!("« {value} » {what}")
    }
}

fn advice(element: &str, typed: &str, allowed: &[&str]) -> String {
    match typed {
        "style" | "align" | "valign" | "bgcolor" | "width" | "height" | "border" => {
            return "l’aspect se règle dans style.toml, par une classe".into();
        }
        "xml:lang" => return "écrivez lang".into(),
        _ => {}
    }
    if let Some(near) = suggestion(typed, allowed) {
        return format!("vouliez-vous dire {near} ?");
    }
    match allowed {
        [] => format!("<{element}> n’a pas d’attribut"),
        allowed => format!("<{element}> peut avoir : {}", allowed.join(", ")),
    }
}
