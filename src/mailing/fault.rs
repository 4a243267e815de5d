//! Why messages could not go out, in French, with what helps.

use std::fmt;
use std::io;

use rustls::CertificateError;

use crate::french::quantities::size;

/// What came between the program and the server. Nobody can have the message of which it stopped the sending, unless it is said.
#[derive(Debug)]
pub enum Fault {
    /// No machine of that name is known.
    NoSuchServer,
    /// The server does not answer at that port.
    Unreachable(io::Error),
    /// The server says nothing any more.
    Stalled,
    /// The server hung up.
    Dropped,
    /// The server offers no protection.
    NoStartTls,
    /// The server says more than it was asked, before the line is safe (CVE-2011-0411).
    Injected,
    /// What the server shows as its certificate proves nothing.
    Certificate(CertificateError),
    /// Server and program found no common way to protect the line.
    Tls(rustls::Error),
    /// The server takes no password in a way that the program knows.
    NoLogin,
    /// The server wants to know who sends.
    LoginWanted(String),
    /// The server does not take the password.
    Login(String),
    /// The server does not take messages from that sender.
    Sender(String),
    /// A message is heavier than the server says that it takes (RFC 1870): nothing was handed over.
    OverLimit {
        /// The name of its file.
        file: String,
        /// What it weighs.
        bytes: usize,
        /// What the server takes.
        limit: usize,
    },
    /// The server finds a message too heavy.
    TooHeavy(String),
    /// The server says nothing at all.
    Mute,
    /// The server has no time now.
    Busy(String),
    /// The server refuses before it was told anything.
    Refusing(String),
    /// What the server says is no SMTP.
    Gibberish,
    /// The disk does not take the journal: no message may go out that is not noted.
    Journal(crate::files::FileError),
}

impl Fault {
    /// The fault of a socket, in which those of TLS hide.
    pub(super) fn of(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::TimedOut | io::ErrorKind::WouldBlock => return Self::Stalled,
            io::ErrorKind::UnexpectedEof
            | io::ErrorKind::ConnectionReset
            | io::ErrorKind::ConnectionAborted
            | io::ErrorKind::BrokenPipe => return Self::Dropped,
            _ => {}
        }
        let inner = error.get_ref();
        match inner.and_then(|inner| inner.downcast_ref::<rustls::Error>()) {
            Some(rustls::Error::InvalidCertificate(why)) => Self::Certificate(why.clone()),
            Some(other) => Self::Tls(other.clone()),
            None => Self::Unreachable(error),
        }
    }

    /// Whether another try, on a new line, may go better.
    pub(super) fn may_pass(&self) -> bool {
        matches!(self, Self::Stalled | Self::Dropped | Self::Unreachable(_))
    }

    /// What heals it, where that is known.
    #[must_use]
    pub fn help(&self) -> &'static str {
        match self {
            Self::NoSuchServer => {
                "vérifiez `serveur` dans contacts.toml, et que cet ordinateur est en ligne"
            }
            Self::Unreachable(_) => {
                "vérifiez `serveur` et `port` dans contacts.toml ; un réseau de bureau peut fermer ce port"
            }
            Self::Stalled | Self::Dropped => {
                "relancez la même commande : elle reprend où elle s’est arrêtée"
            }
            Self::Mute => {
                "avec le port 465, écrivez securite = \"tls\" dans contacts.toml ; sinon, essayez plus tard"
            }
            Self::Busy(_) => {
                "relancez plus tard la même commande : elle reprend où elle s’est arrêtée"
            }
            Self::NoStartTls => {
                "rien ne lui a été confié ; essayez securite = \"tls\" dans contacts.toml"
            }
            Self::Injected => {
                "rien ne lui a été confié ; quelqu’un se tient peut-être entre lui et vous : prévenez qui tient le serveur"
            }
            Self::Certificate(_) => {
                "rien ne lui a été confié, pas même le mot de passe ; vérifiez `serveur` dans contacts.toml et la date de cet ordinateur, ou prévenez qui tient le serveur"
            }
            Self::Tls(_) => {
                "avec le port 465, écrivez securite = \"tls\" dans contacts.toml ; avec 587, securite = \"starttls\""
            }
            Self::NoLogin | Self::LoginWanted(_) => {
                "vérifiez `utilisateur`, `port` et `securite` dans contacts.toml"
            }
            Self::Login(_) => {
                "vérifiez `utilisateur` dans contacts.toml et le mot de passe ; certains fournisseurs demandent un mot de passe d’application"
            }
            Self::Sender(_) => {
                "vérifiez `expediteur` dans contacts.toml : c’est souvent la même adresse que `utilisateur`"
            }
            Self::OverLimit { .. } | Self::TooHeavy(_) => {
                "allégez le logo, puis relancez ; ou demandez à qui tient le serveur d’en prendre davantage ; ou publiez le compte rendu et envoyez son adresse"
            }
            Self::Refusing(_) => "essayez plus tard, ou prévenez qui tient le serveur",
            Self::Gibberish => "vérifiez `serveur`, `port` et `securite` dans contacts.toml",
            Self::Journal(_) => {
                "libérez de la place ou ouvrez le dossier en écriture, puis relancez : rien n’est envoyé deux fois"
            }
        }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoSuchServer => write!(
                out,
                "le serveur est introuvable : aucune machine de ce nom n’est connue"
            ),
            Self::Unreachable(error) if error.kind() == io::ErrorKind::ConnectionRefused => {
                write!(out, "rien n’écoute à ce port du serveur")
            }
            Self::Unreachable(_) => write!(out, "le serveur n’est pas joignable"),
            Self::Stalled => write!(out, "le serveur ne répond plus"),
            Self::Dropped => write!(out, "le serveur a coupé la liaison"),
            Self::NoStartTls => write!(out, "le serveur n’offre pas de liaison sûre (STARTTLS)"),
            Self::Injected => write!(out, "le serveur a parlé avant que la liaison soit sûre"),
            Self::Certificate(why) => write!(out, "{}", certificate(why)),
            Self::Tls(error) => write!(out, "la liaison ne peut pas être rendue sûre ({error})"),
            Self::NoLogin => write!(
                out,
                "le serveur n’accepte pas de mot de passe sur cette liaison"
            ),
            Self::LoginWanted(answer) => {
                write!(out, "le serveur veut savoir qui envoie ({answer})")
            }
            Self::Login(answer) => write!(out, "le serveur refuse le mot de passe ({answer})"),
            Self::Sender(answer) => write!(out, "le serveur refuse l’expéditeur ({answer})"),
            Self::OverLimit { file, bytes, limit } => write!(
                out,
                "{file} pèse {}, et le serveur ne prend pas plus de {} ; personne ne l’a reçu",
                size(*bytes),
                size(*limit)
            ),
            Self::TooHeavy(answer) => {
                write!(out, "le serveur trouve le message trop lourd ({answer})")
            }
            Self::Mute => write!(out, "le serveur ne dit rien"),
            Self::Busy(answer) => write!(out, "le serveur remet tout à plus tard ({answer})"),
            Self::Refusing(answer) => write!(out, "le serveur refuse tout envoi ({answer})"),
            Self::Gibberish => write!(out, "ce qui répond n’est pas un serveur d’envoi"),
            Self::Journal(error) => write!(out, "{error}"),
        }
    }
}

/// What is wrong with a certificate.
fn certificate(why: &CertificateError) -> &'static str {
    match why {
        CertificateError::Expired | CertificateError::ExpiredContext { .. } => {
            "le certificat du serveur a expiré"
        }
        CertificateError::NotValidYet | CertificateError::NotValidYetContext { .. } => {
            "le certificat du serveur ne vaut pas encore"
        }
        CertificateError::NotValidForName | CertificateError::NotValidForNameContext { .. } => {
            "le certificat du serveur est celui d’un autre nom"
        }
        CertificateError::Revoked => "le certificat du serveur a été révoqué",
        CertificateError::UnknownIssuer => {
            "le certificat du serveur vient d’une autorité que cet ordinateur ne connaît pas"
        }
        _ => "le certificat du serveur n’est pas valable",
    }
}
