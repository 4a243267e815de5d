//! `Minutes` → text, through Tera: the embedded templates, or those of the user's `templates/` folder of the same name.
//!
//! Entry points: [`Templates::new`], [`Templates::html`], [`Templates::markdown`], [`Templates::print`], [`Templates::message_text`]. An engine a kind of
//! page, since Tera's escape function and filters are one set per engine: HTML escapes for HTML, Markdown for Markdown, so that a
//! template is safe without any filter, the printed page is XML, and the text of a message is a text. A fault in a template is a [`Report`] that shows the
//! template's line. This is the only module that names Tera.

mod embedded;
mod engine;
mod faults;
mod filters;
mod kinds;
mod messages;
mod names;

use std::collections::BTreeMap;
use std::io::Write;

use serde::Serialize;
use tera::{Context, Tera};

use crate::diagnostic::Report;
use crate::markup;
use crate::minutes::{AttendanceSheet, Minutes};

use embedded::Kind;
pub use embedded::{ADDED_SHEET, EMBEDDED, is_template_name};
use engine::Engine;
pub use kinds::{TemplateDoubt, TemplateFault};
pub use names::{doubt_of_folder, folder_meant};

/// The page of a meeting.
const HTML_PAGE: &str = "minutes.html";
/// The same as the XHTML that the PDF is laid out from.
pub const PRINT_PAGE: &str = "minutes.print.html";
/// The sheet that those present sign, of which its PDF is laid out.
pub const SHEET_PAGE: &str = "presence.print.html";
/// The same as Markdown.
const MARKDOWN_PAGE: &str = "minutes.md";

/// The message to all members, and the message to an owner of action points: each a text and the same as HTML, by its name
/// without an ending.
pub const MESSAGE: &str = "message";
/// See [`MESSAGE`].
pub const REMINDER: &str = "message-responsable";

/// The variable by which a template prints all that there is.
const EVERYTHING: &str = "__tera_context";

/// At most 64 MiB in a page: far more than any minutes, and far less than a machine's memory.
const MAX_PAGE: usize = 64 << 20;

/// The pages that a meeting is rendered as, each with templates of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Page {
    /// The page of a site.
    Html,
    /// Markdown.
    Markdown,
    /// What the PDF is laid out from.
    Print,
    /// What a message says, for a program that shows no HTML.
    MessageText,
    /// The same as HTML.
    MessageHtml,
}

impl Page {
    const ALL: [Self; 5] = [
        Self::Html,
        Self::Print,
        Self::Markdown,
        Self::MessageText,
        Self::MessageHtml,
    ];

    /// The name of its template.
    #[must_use]
    pub fn template(self) -> &'static str {
        match self {
            Self::Html => HTML_PAGE,
            Self::Markdown => MARKDOWN_PAGE,
            Self::Print => PRINT_PAGE,
            Self::MessageText => "message.txt",
            Self::MessageHtml => "message.html",
        }
    }

    /// The kinds of templates that it may be made from.
    fn kinds(self) -> &'static [Kind] {
        match self {
            Self::Html => &[Kind::Html, Kind::Style, Kind::Xml, Kind::Formula],
            Self::Print => &[Kind::Print, Kind::Formula],
            Self::Markdown => &[Kind::Markdown, Kind::Formula],
            Self::MessageText => &[Kind::MessageText, Kind::Formula],
            Self::MessageHtml => &[Kind::MessageHtml, Kind::Formula],
        }
    }
}

/// The templates, parsed once for the whole archive.
#[derive(Debug)]
pub struct Templates {
    html: Engine,
    print: Engine,
    markdown: Engine,
    message_text: Engine,
    message_html: Engine,
    texts: BTreeMap<String, String>,
    /// What every template may use, unless what it shows says it otherwise.
    of_series: Context,
}

impl Templates {
    /// The templates: where the user has some, all are parsed at once, else each page's when one is first made. `overrides` holds
    /// the user's own by name, such as `minutes.html` or `partials/themes.html`.
    ///
    /// # Errors
    /// A report for the template that cannot be parsed, or that asks for one that does not exist.
    pub fn new(overrides: BTreeMap<String, String>) -> Result<Self, Box<Report>> {
        let may_be_faulty = !overrides.is_empty();
        let mut texts: BTreeMap<String, String> = EMBEDDED
            .iter()
            .map(|(name, text)| ((*name).to_owned(), (*text).to_owned()))
            .collect();
        texts.extend(overrides);
        let mut templates = Self {
            html: Engine::new(Page::Html),
            print: Engine::new(Page::Print),
            markdown: Engine::new(Page::Markdown),
            message_text: Engine::new(Page::MessageText),
            message_html: Engine::new(Page::MessageHtml),
            of_series: Context::new(),
            texts,
        };
        if templates.added_sheet().is_some() {
            templates.of_series.insert("feuille_ajoutee", &true);
        }
        if may_be_faulty {
            for page in Page::ALL {
                templates.parse(page)?;
            }
        }
        Ok(templates)
    }

    /// The same for a series that has keys of its own.
    #[must_use]
    pub fn with_extra(mut self, extra: &impl Serialize) -> Self {
        self.of_series.insert("extra", extra);
        self
    }

    /// The style sheet that the user adds to that of the pages.
    #[must_use]
    pub fn added_sheet(&self) -> Option<&str> {
        self.texts.get(ADDED_SHEET).map(String::as_str)
    }

    /// Doubts about these files of the user's `templates/` folder: one that looks like a template, and takes the place of none.
    #[must_use]
    pub fn doubts(&self, files: &[String]) -> Vec<Report> {
        let doubts = files.iter();
        let doubts = doubts.filter_map(|name| names::doubt_of_name(name, &self.texts));
        doubts.collect()
    }

    /// Parses the templates of a page, if they are not yet.
    ///
    /// # Errors
    /// As [`Self::new`].
    pub fn parse(&self, page: Page) -> Result<(), Box<Report>> {
        self.parsed(page, None)?;
        Ok(())
    }

    fn parsed(&self, page: Page, made: Option<&str>) -> Result<&Tera, Box<Report>> {
        let engine = match page {
            Page::Html => &self.html,
            Page::Print => &self.print,
            Page::Markdown => &self.markdown,
            Page::MessageText => &self.message_text,
            Page::MessageHtml => &self.message_html,
        };
        let parsed = engine.parsed(&self.texts);
        parsed.map_err(|error| Box::new(faults::report(error, &self.texts, made)))
    }

    /// The templates that a page may be made from, by name.
    #[must_use]
    pub fn texts_of(&self, page: Page) -> Vec<(&str, &str)> {
        texts_of(&self.texts, page)
    }

    /// Whether a template of a page may ask for one of these variables: whether its name stands anywhere in one, or one prints
    /// all that there is.
    ///
    /// `Tera::get_template_variables` does not say so: it leaves out what a component takes from around it, and a variable that
    /// a template also sets, be it under a condition. Who trusted it would leave an old page. A name that stands nowhere cannot
    /// be asked for, and one that stands in vain costs a rendering.
    #[must_use]
    pub fn may_ask_for(&self, page: Page, names: &[&str]) -> bool {
        let texts = self.texts_of(page);
        let mut names = names.iter().chain([&EVERYTHING]);
        names.any(|name| texts.iter().any(|(_, text)| text.contains(name)))
    }

    /// The page of a meeting. `record` names it in a fault.
    ///
    /// # Errors
    /// A report for the template that fails.
    pub fn html(&self, minutes: &Minutes, record: &str) -> Result<String, Box<Report>> {
        self.render(Page::Html, HTML_PAGE, minutes, record)
    }

    /// The meeting as Markdown, without narrow spaces, which many editors and mail readers lack (`francais.md`, profile
    /// `insecable`). `record` names it in a fault.
    ///
    /// # Errors
    /// A report for the template that fails.
    pub fn markdown(&self, minutes: &Minutes, record: &str) -> Result<String, Box<Report>> {
        let text = self.render(Page::Markdown, MARKDOWN_PAGE, minutes, record)?;
        Ok(format!("{}\n", text.trim_end()))
    }

    /// The meeting as the XHTML that the PDF is laid out from: [`crate::document`] reads it. `record` names it in a fault.
    ///
    /// # Errors
    /// A report for the template that fails.
    pub fn print(&self, minutes: &Minutes, record: &str) -> Result<String, Box<Report>> {
        self.render(Page::Print, PRINT_PAGE, minutes, record)
    }

    /// The sheet that those present sign, as the XHTML that its PDF is laid out from. `record` names it in a fault.
    ///
    /// # Errors
    /// A report for the template that fails.
    pub fn sheet(&self, sheet: &AttendanceSheet, record: &str) -> Result<String, Box<Report>> {
        self.render(Page::Print, SHEET_PAGE, sheet, record)
    }

    /// A page of the site, by the name of its template. `made` names what is made in a fault.
    ///
    /// # Errors
    /// A report for the template that fails.
    pub fn site(
        &self,
        template: &str,
        context: &impl Serialize,
        made: &str,
    ) -> Result<String, Box<Report>> {
        self.render(Page::Html, template, context, made)
    }

    /// What the messages of a meeting share, made ready once: each time that takes as long as there is of it. `made` names it in a fault.
    ///
    /// # Errors
    /// A report where it cannot be told to a template.
    pub fn shared(&self, content: &impl Serialize, made: &str) -> Result<Shared, Box<Report>> {
        let context = context(&self.of_series, content);
        let context =
            context.map_err(|error| Box::new(faults::report(&error, &self.texts, Some(made))));
        Ok(Shared(context?))
    }

    /// A message as a text, [`MESSAGE`] or [`REMINDER`], without narrow spaces. `made` names what is made in a fault.
    ///
    /// # Errors
    /// A report for the template that fails.
    pub fn message_text(
        &self,
        stem: &str,
        (shared, own): (&Shared, &impl Serialize),
        made: &str,
    ) -> Result<String, Box<Report>> {
        let template = format!("{stem}.txt");
        let text = self.render_beside(Page::MessageText, &template, (&shared.0, own), made)?;
        let text = filters::MARKDOWN_PROFILE.spaced(&text);
        Ok(format!("{}\n", text.trim_end()))
    }

    /// The same as HTML.
    ///
    /// # Errors
    /// As [`Self::message_text`].
    pub fn message_html(
        &self,
        stem: &str,
        (shared, own): (&Shared, &impl Serialize),
        made: &str,
    ) -> Result<String, Box<Report>> {
        let template = format!("{stem}.html");
        let page = self.render_beside(Page::MessageHtml, &template, (&shared.0, own), made)?;
        Ok(filters::MARKDOWN_PROFILE.spaced(&page).into_owned())
    }

    fn render(
        &self,
        page: Page,
        template: &str,
        content: &impl Serialize,
        made: &str,
    ) -> Result<String, Box<Report>> {
        self.render_beside(page, template, (&self.of_series, content), made)
    }

    /// As [`Self::render`]; what is the template's own stands before what is shared.
    fn render_beside(
        &self,
        page: Page,
        template: &str,
        (shared, own): (&Context, &impl Serialize),
        made: &str,
    ) -> Result<String, Box<Report>> {
        let mut text = Capped::default();
        let engine = self.parsed(page, Some(made))?;
        let rendered = context(shared, own)
            .and_then(|context| engine.render_to(template, &context, &mut text));
        if text.is_full {
            return Err(Box::new(faults::too_long(template, &self.texts, made)));
        }
        let text = rendered.and_then(|()| Ok(String::from_utf8(text.bytes)?));
        text.map_err(|error| Box::new(faults::report(&error, &self.texts, Some(made))))
    }
}

fn context(shared: &Context, own: &impl Serialize) -> tera::TeraResult<Context> {
    let mut context = shared.clone();
    context.extend(Context::from_serialize(own)?);
    Ok(context)
}

/// What several messages share, as templates are told it.
pub struct Shared(Context);

/// A page while it is written, up to [`MAX_PAGE`]: a template may ask for more than a machine holds.
#[derive(Default)]
struct Capped {
    bytes: Vec<u8>,
    is_full: bool,
}

impl Write for Capped {
    fn write(&mut self, piece: &[u8]) -> std::io::Result<usize> {
        self.is_full |= self.bytes.len() + piece.len() > MAX_PAGE;
        if self.is_full {
            return Err(std::io::ErrorKind::FileTooLarge.into());
        }
        self.bytes.extend_from_slice(piece);
        Ok(piece.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

fn texts_of(texts: &BTreeMap<String, String>, page: Page) -> Vec<(&str, &str)> {
    let is_own = |name: &str| Kind::of(name).is_some_and(|kind| page.kinds().contains(&kind));
    texts
        .iter()
        .filter(|(name, _)| is_own(name))
        .map(|(name, text)| match name.as_str() {
            // It is copied as it is: a page only knows that it is there.
            ADDED_SHEET => (ADDED_SHEET, ""),
            name => (name, text.as_str()),
        })
        .collect()
}

fn escape_markdown(text: &str, output: &mut dyn Write) -> std::io::Result<()> {
    let text = filters::MARKDOWN_PROFILE.spaced(text);
    output.write_all(markup::escape_markdown(&text).as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Why [`Templates::may_ask_for`] does not ask Tera: it would leave out a variable that this template prints.
    #[test]
    fn what_tera_says_of_variables_is_not_all() {
        let text = "{% if taille_pdf %}{% set fichier_pdf = 1 %}{% endif %}{{ fichier_pdf }}";
        let page = BTreeMap::from([(HTML_PAGE.to_owned(), text.to_owned())]);
        let templates = Templates::new(page).unwrap();
        let tera = templates.parsed(Page::Html, None).unwrap();
        let said = tera.get_template_variables(HTML_PAGE).unwrap();
        assert!(said.contains("taille_pdf") && !said.contains("fichier_pdf"));
        let context = Context::from_serialize(&BTreeMap::from([
            ("taille_pdf", ""),
            ("fichier_pdf", "compte-rendu.pdf"),
        ]));
        let page = tera.render(HTML_PAGE, &context.unwrap()).unwrap();
        assert_eq!(page, "compte-rendu.pdf");
        assert!(templates.may_ask_for(Page::Html, &["fichier_pdf"]));
        assert!(!templates.may_ask_for(Page::Html, &["sans_objet"]));
    }
}
