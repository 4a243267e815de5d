//! A safe line, or none: a server without a sound certificate is told nothing, least of all a password.

use std::sync::Arc;

use rcgen::{
    BasicConstraints, CertificateParams, CertifiedIssuer, DnType, IsCa, KeyPair, date_time_ymd,
};
use rustls::ServerConfig;
use rustls::pki_types::{PrivateKeyDer, PrivatePkcs8KeyDer};
use snapbox::str;

use super::Project;
use super::outbox::{self, usual};
use super::server::{Does, Protection, Server};
use crate::common::Run;

/// An authority, and the protection of a server that it vouches for.
struct Authority(CertifiedIssuer<'static, KeyPair>);

impl Authority {
    fn new() -> Self {
        let mut parameters = CertificateParams::new(Vec::new()).unwrap();
        let key = KeyPair::generate().unwrap();
        // Two authorities of one name would be taken for each other.
        let name = format!("autorité {:?}", &key.public_key_raw()[..8]);
        parameters.distinguished_name.push(DnType::CommonName, name);
        parameters.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        Self(CertifiedIssuer::self_signed(parameters, key).unwrap())
    }

    /// For a server of that name, until the end of that year.
    fn vouches_for(&self, name: &str, year: i32) -> Protection {
        let mut parameters = CertificateParams::new(vec![name.to_owned()]).unwrap();
        parameters.not_after = date_time_ymd(year, 12, 31);
        let key = KeyPair::generate().unwrap();
        let certificate = parameters.signed_by(&key, &self.0).unwrap();
        let key = PrivateKeyDer::Pkcs8(PrivatePkcs8KeyDer::from(key.serialize_der()));
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let settings = ServerConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()
            .unwrap()
            .with_no_client_auth()
            .with_single_cert(vec![certificate.der().clone()], key)
            .unwrap();
        Protection {
            settings: Some(Arc::new(settings)),
            from_the_beginning: false,
        }
    }
}

/// The series, whose messages go to that server over such a line, with a password.
fn with_server(server: &Server, security: &str) -> Project {
    let more = format!("securite = \"{security}\"\nutilisateur = \"greffe\"\n");
    outbox::with_server(server, &more)
}

/// Sends where the system trusts that authority.
fn post(project: &Project, trusted: &Authority) -> Run {
    project.write("authority.pem", &trusted.0.pem());
    let trusted = project.path("authority.pem").to_string_lossy().into_owned();
    outbox::post_with(project, &[("SSL_CERT_FILE", &trusted)])
}

/// Nothing was confided to the server.
#[track_caller]
fn told_nothing(server: &Server) {
    assert!(server.taken().is_empty());
    let heard = server.heard();
    let said = heard
        .iter()
        .any(|one| one.starts_with("AUTH") || one.starts_with("MAIL"));
    assert!(!said, "{heard:?}");
}

// Elsewhere the authorities of the system are not those of a variable.
#[cfg(target_os = "linux")]
#[test]
fn a_sound_certificate_is_trusted() {
    let authority = Authority::new();
    for (security, from_the_beginning) in [("starttls", false), ("tls", true)] {
        let protection = Protection {
            from_the_beginning,
            ..authority.vouches_for("localhost", 4000)
        };
        let server = Server::protected(protection, usual);
        let run = post(&with_server(&server, security), &authority);
        assert_eq!(
            (run.code, server.taken().len()),
            (0, 6),
            "{security}: {}",
            run.text()
        );
        assert!(
            server
                .heard()
                .iter()
                .any(|one| one.starts_with("AUTH PLAIN"))
        );
    }
}

#[test]
fn a_certificate_of_an_unknown_authority() {
    let server = Server::protected(Authority::new().vouches_for("localhost", 4000), usual);
    let run = post(&with_server(&server, "starttls"), &Authority::new());
    told_nothing(&server);
    run.is(str![[r#"
code 2
── stderr
Aucun message n’est parti.
erreur⍽: le certificat du serveur vient d’une autorité que cet ordinateur ne connaît pas
  aide⍽: rien ne lui a été confié, pas même le mot de passe⍽; vérifiez `serveur` dans contacts.toml et la date de cet ordinateur, ou prévenez qui tient le serveur
Il reste 6 messages à envoyer.

"#]]);
}

#[cfg(target_os = "linux")]
#[test]
fn a_certificate_of_another_name() {
    let authority = Authority::new();
    let server = Server::protected(authority.vouches_for("smtp.example.org", 4000), usual);
    let run = post(&with_server(&server, "starttls"), &authority);
    told_nothing(&server);
    run.is(str![[r#"
code 2
── stderr
Aucun message n’est parti.
erreur⍽: le certificat du serveur est celui d’un autre nom
  aide⍽: rien ne lui a été confié, pas même le mot de passe⍽; vérifiez `serveur` dans contacts.toml et la date de cet ordinateur, ou prévenez qui tient le serveur
Il reste 6 messages à envoyer.

"#]]);
}

#[cfg(target_os = "linux")]
#[test]
fn a_certificate_that_expired() {
    let authority = Authority::new();
    let server = Server::protected(authority.vouches_for("localhost", 2020), usual);
    let run = post(&with_server(&server, "starttls"), &authority);
    told_nothing(&server);
    run.is(str![[r#"
code 2
── stderr
Aucun message n’est parti.
erreur⍽: le certificat du serveur a expiré
  aide⍽: rien ne lui a été confié, pas même le mot de passe⍽; vérifiez `serveur` dans contacts.toml et la date de cet ordinateur, ou prévenez qui tient le serveur
Il reste 6 messages à envoyer.

"#]]);
}

#[test]
fn a_server_that_offers_no_safe_line() {
    let server = Server::plain(usual);
    let run = post(&with_server(&server, "starttls"), &Authority::new());
    told_nothing(&server);
    run.is(str![[r#"
code 2
── stderr
Aucun message n’est parti.
erreur⍽: le serveur n’offre pas de liaison sûre (STARTTLS)
  aide⍽: rien ne lui a été confié⍽; essayez securite = "tls" dans contacts.toml
Il reste 6 messages à envoyer.

"#]]);
}

#[test]
fn a_server_that_speaks_plainly_where_a_safe_line_is_wanted() {
    let server = Server::plain(usual);
    let run = post(&with_server(&server, "tls"), &Authority::new());
    told_nothing(&server);
    run.is(str![[r#"
code 2
── stderr
Aucun message n’est parti.
erreur⍽: la liaison ne peut pas être rendue sûre (received corrupt message of type InvalidContentType)
  aide⍽: avec le port 465, écrivez securite = "tls" dans contacts.toml⍽; avec 587, securite = "starttls"
Il reste 6 messages à envoyer.

"#]]);
}

#[test]
fn what_is_said_before_the_line_is_safe_is_not_believed() {
    let protection = Authority::new().vouches_for("localhost", 4000);
    let server = Server::protected(protection, |heard, _| match heard {
        "STARTTLS" => Does::Says("220 allez-y\r\n250 AUTH PLAIN"),
        _ => Does::AsUsual,
    });
    let run = post(&with_server(&server, "starttls"), &Authority::new());
    told_nothing(&server);
    run.is(str![[r#"
code 2
── stderr
Aucun message n’est parti.
erreur⍽: le serveur a parlé avant que la liaison soit sûre
  aide⍽: rien ne lui a été confié⍽; quelqu’un se tient peut-être entre lui et vous⍽: prévenez qui tient le serveur
Il reste 6 messages à envoyer.

"#]]);
}
