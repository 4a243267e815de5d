//! The filters that templates may use, under their French names; told to template authors in `templates/README.md`.

use std::rc::Rc;

use jiff::civil::Date;
use tera::{Error, Kwargs, State, Tera, TeraResult, Value};

use super::messages::of_our_own;
use crate::french::dates::{
    capitalised_date_with_weekday, long_date, long_date_with_article, long_date_with_weekday,
    short_date,
};
use crate::french::numbers::group_digits;
use crate::french::typography::Profile;
use crate::french::words::capital_first;
use crate::markup::{self, Block, Inline};

pub(super) fn register_for_html(engine: &mut Tera) {
    engine.register_filter("texte", |text: &str, _: Kwargs, _: &State| {
        Value::safe_string(&markup::to_html(&markup::set(text, Profile::Fine)))
    });
    engine.register_filter("ligne", |text: &str, arguments: Kwargs, _: &State| {
        let line = line(text, Profile::Fine, &arguments)?;
        Ok::<_, Error>(Value::safe_string(&markup::inline_html(&line)))
    });
    register_for_both_pages(engine);
}

pub(super) fn register_for_print(engine: &mut Tera) {
    engine.register_filter("texte", |text: &str, _: Kwargs, _: &State| {
        Value::safe_string(&markup::to_xhtml(&markup::set(text, Profile::Fine)))
    });
    engine.register_filter("ligne", |text: &str, arguments: Kwargs, _: &State| {
        let line = line(text, Profile::Fine, &arguments)?;
        Ok::<_, Error>(Value::safe_string(&markup::inline_xhtml(&line)))
    });
    register_for_both_pages(engine);
}

fn register_for_both_pages(engine: &mut Tera) {
    engine.register_filter("date", |text: &str, arguments: Kwargs, _: &State| {
        let date = said_date(text, &arguments)?;
        // The title of a window shows tags as they are, and its spaces are ordinary ones.
        Ok::<_, Error>(if arguments.get::<bool>("simple")? == Some(true) {
            Value::normal_string(&Profile::Simple.spaced(&date))
        } else {
            Value::safe_string(&raised(&date))
        })
    });
    register_words(engine, Profile::Fine);
    engine.register_filter("simple", |text: &str, _: Kwargs, _: &State| {
        Profile::Simple.spaced(text).into_owned()
    });
    engine.register_filter("exposants", |text: &str, _: Kwargs, _: &State| {
        Value::safe_string(&raised(text))
    });
}

/// A number in digits, and a capital at the head of a text, for a page of any kind.
fn register_words(engine: &mut Tera, profile: Profile) {
    engine.register_filter("majuscule", |text: &str, _: Kwargs, _: &State| {
        capital_first(text)
    });
    engine.register_filter("nombre", move |count: u64, _: Kwargs, _: &State| {
        profile.spaced(&group_digits(count)).into_owned()
    });
}

pub(super) fn register_for_markdown(engine: &mut Tera) {
    register_words(engine, MARKDOWN_PROFILE);
    engine.register_filter("texte", |text: &str, _: Kwargs, _: &State| {
        Value::safe_string(markup::to_markdown(&markup::set(text, MARKDOWN_PROFILE)).trim_end())
    });
    engine.register_filter("cellule", |text: &str, _: Kwargs, _: &State| {
        Value::safe_string(&markup::to_markdown_cell(&markup::set(
            text,
            MARKDOWN_PROFILE,
        )))
    });
    engine.register_filter("date", |text: &str, arguments: Kwargs, _: &State| {
        said_date(text, &arguments)
    });
    engine.register_filter("exposants", |text: &str, _: Kwargs, _: &State| {
        text.to_owned()
    });
    engine.register_filter("lien", |address: &str, arguments: Kwargs, _: &State| {
        let text = arguments
            .get::<String>("texte")?
            .unwrap_or_else(|| address.to_owned());
        let link = Inline::Link {
            href: markup::encoded(address).into_owned(),
            title: None,
            content: vec![Inline::Text(MARKDOWN_PROFILE.spaced(&text).into_owned())],
        };
        let link = markup::to_markdown(&[Block::Paragraph(vec![link])]);
        Ok::<_, Error>(Value::safe_string(link.trim_end()))
    });
}

pub(super) fn register_for_text(engine: &mut Tera) {
    engine.register_filter("texte", |text: &str, _: Kwargs, _: &State| {
        markup::plain(text, MARKDOWN_PROFILE)
    });
    engine.register_filter("ligne", |text: &str, arguments: Kwargs, _: &State| {
        let line = line(text, MARKDOWN_PROFILE, &arguments)?;
        Ok::<_, Error>(markup::to_plain_line(&line))
    });
    engine.register_filter("date", |text: &str, arguments: Kwargs, _: &State| {
        said_date(text, &arguments)
    });
    engine.register_filter("exposants", |text: &str, _: Kwargs, _: &State| {
        text.to_owned()
    });
    register_words(engine, Profile::Fine);
}

/// The profile of Markdown: many editors and mail readers lack the narrow space (`francais.md`, section 0).
pub(super) const MARKDOWN_PROFILE: Profile = Profile::NoBreak;

/// The blocks of a text; where something follows on the line, which is said by `suite`, without the marks that end the text.
fn line(text: &str, profile: Profile, arguments: &Kwargs) -> TeraResult<Rc<[Block]>> {
    let blocks = markup::set(text, profile);
    let next = arguments.get::<&Value>("suite")?;
    Ok(match next.is_some_and(Value::is_truthy) {
        true => markup::without_end(blocks.to_vec()).into(),
        false => blocks,
    })
}

/// `2017-02-07` said in French; `forme` is `longue` (the default), `article`, `jour`, `titre` or `courte`.
fn said_date(text: &str, arguments: &Kwargs) -> TeraResult<String> {
    let date: Date = text
        .parse()
        .map_err(|_| of_our_own(&format!("« {text} » n’est pas une date")))?;
    let form = arguments.get::<String>("forme")?;
    Ok(match form.as_deref() {
        None | Some("longue") => long_date(date),
        Some("article") => long_date_with_article(date),
        Some("jour") => long_date_with_weekday(date),
        Some("titre") => capitalised_date_with_weekday(date),
        Some("courte") => short_date(date),
        Some(other) => {
            return Err(of_our_own(&format!(
                "la forme « {other} » n’existe pas ; les formes d’une date sont longue, article, jour, titre et courte"
            )));
        }
    })
}

/// HTML of a plain text, the letters of its ordinals raised (DAT-05, section ORD).
fn raised(text: &str) -> String {
    markup::inline_html(&[Block::Paragraph(vec![Inline::Text(text.to_owned())])])
}
