//! The commands and their options, described in French.

use std::net::{IpAddr, Ipv4Addr};
use std::path::PathBuf;

use clap::{ArgAction, Args, Parser, Subcommand};
use clap_complete::Shell;
use jiff::civil::Date;

use super::choices::{HelpPage, MessageFormat, SchemaOf};
use crate::archive::{Format, Partition};
use crate::record::Edition;

/// clap's own page with French headings.
const HELP: &str = "{about}\n\nUtilisation\u{a0}: {usage}\n\n{all-args}{after-help}";

/// Headings of the help page; clap adds the colon, which in French follows a no-break space.
const OPTIONS: &str = "Options\u{a0}";
const ARGUMENTS: &str = "Arguments\u{a0}";

/// The options that every command has, since clap's own are in English.
#[derive(Debug, Args)]
pub(super) struct Help {
    /// Afficher cette aide
    #[arg(short = 'h', long = "help", action = ArgAction::Help, help_heading = OPTIONS, display_order = 100)]
    help: Option<bool>,
}

#[derive(Debug, Parser)]
#[command(
    name = "greffier",
    about = "Tient et publie les comptes rendus de réunions : des fichiers TOML en entrée, des pages HTML, des PDF et du Markdown en sortie.",
    version,
    help_template = HELP,
    override_usage = "greffier [COMMANDE]",
    subcommand_help_heading = "Commandes\u{a0}",
    disable_help_flag = true,
    disable_version_flag = true,
    disable_help_subcommand = true,
    after_help = "« greffier COMMANDE --help » décrit une commande. Pour commencer : « greffier init »."
)]
pub(super) struct Arguments {
    #[command(subcommand)]
    pub(super) command: Option<Command>,

    #[command(flatten)]
    help: Help,

    /// Afficher la version
    #[arg(short = 'V', long = "version", action = ArgAction::Version, help_heading = OPTIONS, display_order = 101)]
    version: Option<bool>,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Faire les pages des comptes rendus dans le dossier output
    #[command(help_template = HELP, override_usage = "greffier build [OPTIONS] [CHEMIN]…", disable_help_flag = true)]
    Build(BuildArguments),
    /// Vérifier les comptes rendus ; n’y écrit qu’avec --fix
    #[command(help_template = HELP, override_usage = "greffier check [OPTIONS] [CHEMIN]…", disable_help_flag = true)]
    Check(CheckArguments),
    /// Voir les pages dans le navigateur, refaites à chaque enregistrement
    #[command(help_template = HELP, override_usage = "greffier serve [OPTIONS]", disable_help_flag = true)]
    Serve(ServeArguments),
    /// Préparer ce qui part après une réunion : PDF, message, texte court, rappels
    #[command(help_template = HELP, override_usage = "greffier send [OPTIONS] RÉUNION…", disable_help_flag = true)]
    Send(SendArguments),
    /// Dire ce qui est à copier sur le site, et ce qui est à y supprimer, depuis la dernière fois
    #[command(help_template = HELP, override_usage = "greffier publish [OPTIONS]", disable_help_flag = true)]
    Publish(PublishArguments),
    /// Créer un compte rendu à partir du dernier
    #[command(help_template = HELP, override_usage = "greffier new [DATE]", disable_help_flag = true)]
    New(NewArguments),
    /// Créer un projet, avec un compte rendu d’exemple
    #[command(help_template = HELP, override_usage = "greffier init [OPTIONS] [DOSSIER]", disable_help_flag = true)]
    Init(InitArguments),
    /// Ouvrir le guide, ou la description du format, des modèles, des messages
    #[command(help_template = HELP, override_usage = "greffier guide [OPTIONS] [PAGE]", disable_help_flag = true)]
    Guide(GuideArguments),
    /// Afficher le schéma JSON du format, pour un éditeur de texte
    #[command(help_template = HELP, override_usage = "greffier schema [FICHIER]", disable_help_flag = true)]
    Schema(SchemaArguments),
    /// Afficher le script qui complète les commandes dans un terminal
    #[command(help_template = HELP, override_usage = "greffier completions TERMINAL", disable_help_flag = true)]
    Completions(CompletionsArguments),
}

#[derive(Debug, Args)]
#[command(next_help_heading = OPTIONS)]
pub(super) struct BuildArguments {
    /// Comptes rendus ou dossiers à traiter ; sans chemin, tous ceux du dossier meetings
    #[arg(value_name = "CHEMIN", help_heading = ARGUMENTS)]
    pub(super) paths: Vec<PathBuf>,
    /// Formats à produire, séparés par des virgules : html, md, pdf, presence (la feuille à signer), print (ce dont le PDF est fait) ; sans cette option, html, md et pdf
    #[arg(
        long,
        value_name = "LISTE",
        value_delimiter = ',',
        hide_possible_values = true
    )]
    pub(super) formats: Vec<Format>,
    /// Dossier où écrire ; sans cette option, output
    #[arg(long, value_name = "DOSSIER")]
    pub(super) output: Option<PathBuf>,
    /// Éditions à faire, séparées par des virgules : publique, membres, interne ; sans cette option, la publique et celles de greffier.toml
    #[arg(
        id = "edition",
        long = "edition",
        value_name = "LISTE",
        value_delimiter = ',',
        hide_possible_values = true
    )]
    pub(super) editions: Vec<Edition>,
    /// Réécrire même ce qui n’a pas changé
    #[arg(long)]
    pub(super) force: bool,
    /// Dire ce qui serait écrit et pourquoi, sans rien écrire
    #[arg(long)]
    pub(super) dry_run: bool,
    /// Ne faire qu’une part des comptes rendus, comme 2/5 : la deuxième de cinq
    #[arg(long, value_name = "K/N")]
    pub(super) partition: Option<Partition>,
    /// Ne dire que les erreurs
    #[arg(long, short)]
    pub(super) quiet: bool,
    #[command(flatten)]
    pub(super) messages: Messages,
    /// Jour auquel une action est en retard ou non : 2026-04-14 ; sans cette option, celui du dernier compte rendu
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub(super) today: Option<Date>,
    /// Nombre de comptes rendus traités à la fois ; sans cette option, un par cœur du processeur
    #[arg(long, value_name = "N", value_parser = jobs)]
    pub(super) jobs: Option<u16>,
    #[command(flatten)]
    help: Help,
}

fn day(text: &str) -> Result<Date, String> {
    text.parse()
        .map_err(|_| "c’est une date comme 2026-04-14".to_owned())
}

fn jobs(text: &str) -> Result<u16, String> {
    let number = text
        .parse()
        .ok()
        .filter(|number| (1..=1024).contains(number));
    number.ok_or_else(|| "c’est un nombre de 1 à 1024".to_owned())
}

/// The option of the commands that tell faults.
#[derive(Debug, Args)]
pub(super) struct Messages {
    /// Forme des messages : texte, ou json (un objet par ligne) pour un programme
    #[arg(
        id = "message_format",
        long = "message-format",
        value_name = "FORME",
        hide_possible_values = true,
        default_value = "texte",
        hide_default_value = true
    )]
    pub(super) format: MessageFormat,
}

#[derive(Debug, Args)]
#[command(next_help_heading = OPTIONS)]
pub(super) struct PublishArguments {
    /// Noter que c’est fait : le site est maintenant comme le dossier output
    #[arg(long)]
    pub(super) done: bool,
    /// Le dossier des pages ; sans cette option, output
    #[arg(long, value_name = "DOSSIER")]
    pub(super) output: Option<PathBuf>,
    #[command(flatten)]
    help: Help,
}

#[derive(Debug, Args)]
#[command(next_help_heading = OPTIONS)]
pub(super) struct CheckArguments {
    /// Comptes rendus ou dossiers à vérifier ; sans chemin, tous ceux du dossier meetings
    #[arg(value_name = "CHEMIN", help_heading = ARGUMENTS)]
    pub(super) paths: Vec<PathBuf>,
    /// Traiter les avis comme des erreurs
    #[arg(long)]
    pub(super) strict: bool,
    /// Faire dans les fichiers les corrections qui ne changent pas le sens, et les montrer
    #[arg(long)]
    pub(super) fix: bool,
    /// Avec --fix : montrer les corrections sans rien écrire
    #[arg(long, requires = "fix")]
    pub(super) dry_run: bool,
    /// Jour auquel une réunion est passée ou à venir : 2026-04-14 ; sans cette option, aujourd’hui
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub(super) today: Option<Date>,
    #[command(flatten)]
    pub(super) messages: Messages,
    #[command(flatten)]
    help: Help,
}

#[derive(Debug, Args)]
#[command(next_help_heading = OPTIONS)]
pub(super) struct SendArguments {
    /// Date de la réunion, comme 2026-04-14, son adresse ou son fichier ; plusieurs, ou un dossier de comptes rendus
    #[arg(value_name = "RÉUNION", help_heading = ARGUMENTS, required = true)]
    pub(super) meetings: Vec<String>,
    /// Faire le message même s’il dépasse 10 Mo
    #[arg(long)]
    pub(super) large: bool,
    /// Jour auquel une action est en retard ou non : 2026-04-14 ; sans cette option, celui du dernier compte rendu
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub(super) today: Option<Date>,
    /// Envoyer les messages, un à un, par le serveur que contacts.toml nomme
    #[arg(long)]
    pub(super) smtp: bool,
    /// Avec --smtp : dire qui recevrait quoi, sans rien écrire ni envoyer
    #[arg(long, requires = "smtp")]
    pub(super) dry_run: bool,
    /// Avec --smtp : envoyer sans poser de question
    #[arg(long, requires = "smtp")]
    pub(super) yes: bool,
    /// Avec --smtp : envoyer aussi à qui a le message d’avant une correction, l’a peut-être, ou a été refusé
    #[arg(long, requires = "smtp")]
    pub(super) again: bool,
    /// Avec --smtp : combien de secondes attendre une réponse du serveur ; sans cette option, 60
    #[arg(long, value_name = "SECONDES", requires = "smtp", default_value_t = 60, hide_default_value = true, value_parser = seconds)]
    pub(super) timeout: u64,
    /// Avec --smtp : combien de secondes attendre avant un nouvel essai ; sans cette option, 60
    #[arg(long, value_name = "SECONDES", requires = "smtp", default_value_t = 60, hide_default_value = true, value_parser = seconds)]
    pub(super) retry: u64,
    #[command(flatten)]
    help: Help,
}

#[derive(Debug, Args)]
#[command(next_help_heading = OPTIONS)]
pub(super) struct NewArguments {
    /// Date de la réunion : 2026-04-14 ; sans date, celle que le dernier compte rendu annonce, sinon aujourd’hui
    #[arg(value_name = "DATE", help_heading = ARGUMENTS)]
    pub(super) date: Option<String>,
    #[command(flatten)]
    help: Help,
}

#[derive(Debug, Args)]
#[command(next_help_heading = OPTIONS)]
pub(super) struct InitArguments {
    /// Dossier du projet ; sans dossier, le dossier courant
    #[arg(value_name = "DOSSIER", help_heading = ARGUMENTS)]
    pub(super) folder: Option<PathBuf>,
    /// Copier seulement les modèles des pages et les feuilles de style, pour les changer ; ce qui est déjà là reste
    #[arg(long = "modeles")]
    pub(super) templates: bool,
    #[command(flatten)]
    help: Help,
}

#[derive(Debug, Args)]
#[command(next_help_heading = OPTIONS)]
pub(super) struct GuideArguments {
    /// guide (sans argument), format, modeles ou messages
    #[arg(value_name = "PAGE", help_heading = ARGUMENTS, default_value = "guide", hide_default_value = true, hide_possible_values = true)]
    pub(super) page: HelpPage,
    /// Écrire le texte ici, sans ouvrir de navigateur
    #[arg(long)]
    pub(super) print: bool,
    /// Écrire toutes les pages dans ce dossier, sans les ouvrir
    #[arg(long, value_name = "DOSSIER", conflicts_with = "print")]
    pub(super) output: Option<PathBuf>,
    #[command(flatten)]
    help: Help,
}

#[derive(Debug, Args)]
#[command(next_help_heading = OPTIONS)]
pub(super) struct SchemaArguments {
    /// compte-rendu (sans argument), configuration pour greffier.toml, contacts pour contacts.toml, style pour templates/style.toml, minutes pour les fichiers minutes.json, ou actions pour actions.json
    #[arg(value_name = "FICHIER", help_heading = ARGUMENTS, default_value = "compte-rendu", hide_default_value = true, hide_possible_values = true)]
    pub(super) of: SchemaOf,
    #[command(flatten)]
    help: Help,
}

#[derive(Debug, Args)]
#[command(next_help_heading = OPTIONS)]
pub(super) struct CompletionsArguments {
    /// bash, zsh, fish, powershell ou elvish
    #[arg(value_name = "TERMINAL", help_heading = ARGUMENTS, hide_possible_values = true)]
    pub(super) shell: Shell,
    #[command(flatten)]
    help: Help,
}

#[derive(Debug, Args)]
#[command(next_help_heading = OPTIONS)]
pub(super) struct ServeArguments {
    /// Port où écouter ; sans cette option, 1111 ; 0 en prend un qui est libre
    #[arg(long, value_name = "PORT", value_parser = port, default_value = "1111", hide_default_value = true)]
    pub(super) port: u16,
    /// Adresse où écouter ; sans cette option, 127.0.0.1 : les pages ne se voient que de cet ordinateur
    #[arg(long, value_name = "ADRESSE", value_parser = host, default_value_t = Ipv4Addr::LOCALHOST.into(), hide_default_value = true)]
    pub(super) host: IpAddr,
    /// Relire les dates des fichiers toutes les deux secondes ; pour un dossier partagé en réseau, qui n’annonce pas ses changements
    #[arg(long)]
    pub(super) poll: bool,
    #[command(flatten)]
    help: Help,
}

fn port(text: &str) -> Result<u16, String> {
    text.parse()
        .map_err(|_| "c’est un nombre de 0 à 65535".to_owned())
}

fn host(text: &str) -> Result<IpAddr, String> {
    match text {
        "localhost" => Ok(Ipv4Addr::LOCALHOST.into()),
        _ => text.parse().map_err(|_| {
            "c’est l’adresse IP d’une carte réseau de cet ordinateur, comme 192.168.1.20".to_owned()
        }),
    }
}

/// A number of seconds, as French refuses it.
fn seconds(text: &str) -> Result<u64, String> {
    let seconds = text.parse().ok();
    let seconds = seconds.filter(|seconds| (1..=3600).contains(seconds));
    seconds.ok_or_else(|| "écrivez un nombre de secondes, de 1 à 3600".to_owned())
}
