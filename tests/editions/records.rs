//! Records in which all that may bear a mark bears one. `§` stands for the mark, `#` for a word that is found nowhere else.

/// Every place that may be marked.
pub(super) const RECORD: &str = r##"
date = 2026-03-17
debut = 09:00:00
lieu = "au bureau"
objectif = """
Public zqp.

[§] #
"""
adoption = """
L’ordre du jour est adopté.

[§] #
"""
ordre_du_jour = ["Ouverture zqp", "#", { titre = "#", presente_par = "#", sous_points = ["#"], visibilite = "§" }, "Autre"]
presidence = [{ nom = "Awa Sow" }, { nom = "#", fonction = "#", organisation = "#", accompagne_par = "#", visibilite = "§" }]
redaction = [{ role = "#", nom = "#", fonction = "#", organisation = "#", visibilite = "§" }]
roles = [{ role = "#", nom = "#", visibilite = "§" }, { role = "Scrutateur", nom = "Mme Cachée §" }]
participants = [
  { nom = "Awa Sow", organisation = "ONU", represente_par = "Cachée §" },
  { nom = "Cachée §", fonction = "#", organisation = "#", qualite = "#", visibilite = "§" },
  { organisation = "#", nombre = 4, visibilite = "§" },
]
excuses = [{ nom = "#", organisation = "#", visibilite = "§" }]
absents = [{ organisation = "#", visibilite = "§" }]
representes = [{ nom = "#", pouvoir_a = "#", visibilite = "§" }, { nom = "Ali Dicko", pouvoir_a = "Cachée §" }]

[[themes]]
titre = "Ouverture zqp"
point = 1
discussion = """
Public zqp.

- un
- [§] #
- trois

1. [§] #
2. deux

| a | b |
|---|---|
| [§] # | # |
| c | d |

[§] #
- #
"""
commentaires = "[§] #"
recommandations = ["[§] #", "Public zqp"]
decisions = [
  "[§] #",
  { texte = "#", numero = "#", id = "zqid-§-decision", visibilite = "§", vote = { pour = 3, noms = { contre = ["#"] }, par = [{ groupe = "#", pour = 3 }] } },
  { texte = "Public zqp", vote = { pour = 2, contre = 1, noms = { contre = ["Cachée §", "Awa Sow"] } } },
]
actions = [
  { texte = "#", responsables = ["#"], numero = "#", id = "zqid-§-action", echeance = "#", visibilite = "§" },
  { texte = "[§] #", responsables = ["#"] },
  { texte = "Public zqp", responsables = ["OIM", "Cachée §"], echeance = 2026-04-01, id = "publique" },
  { texte = "Autre zqp", responsables = ["OIM"], id = "fermee" },
]

[[themes]]
titre = "#"
id = "zqid-§-theme"
point = 2
visibilite = "§"
discussion = "#"
recommandations = ["#"]
commentaires = "#"
actions = [{ texte = "#", responsables = ["#"] }]
decisions = ["#"]

[[themes]]
titre = "Autre"
point = 4
  [[themes.parties]]
  titre = "#"
  id = "zqid-§-partie"
  visibilite = "§"
  discussion = "#"
  recommandations = ["#"]
  commentaires = "#"
  decisions = ["#"]
  responsables = ["#"]
    [[themes.parties.actions]]
    texte = "#"
    responsables = ["#"]
  [[themes.parties]]
  titre = "Partie zqp"
  discussion = """
Public zqp

[§] #
"""
  recommandations = ["[§] #", "Public zqp"]
  commentaires = "[§] #"
  decisions = ["[§] #"]
    [[themes.parties.actions]]
    texte = "Suite zqp"
    responsables = ["OIM"]

[[themes]]
titre = "Titre vide"
discussion = "[§] #"

[cloture]
notes = """
Note zqp.

[§] #
"""
annexes = [{ titre = "#", visibilite = "§" }, { titre = "#", fichier = "annexes/zqfile-§.txt", visibilite = "§" }, { titre = "#", lien = "https://example.org/zqlink-§", visibilite = "§" }, "Annexe zqp"]
liens = [{ texte = "#", adresse = "https://example.org/zqlink2-§", visibilite = "§" }, { texte = "Lien zqp", adresse = "https://example.org" }]
"##;

/// A later meeting that speaks of what the first one marks.
pub(super) const LATER: &str = r##"
date = 2026-04-14
approbation = { reunion = "2026/zqhidden-§", modifications = "#" }
participants = [{ nom = "Awa Sow", organisation = "ONU" }]
[[suivi]]
action = "zqid-§-action"
statut = "en cours"
responsables = ["#"]
commentaire = "#"
[[suivi]]
action = "2026/2026-03-17#action-2-1"
commentaire = "#"
[[suivi]]
action = "2026/2026-03-17#action-3-2"
commentaire = "Suivi zqp"
[[suivi]]
action = "publique"
commentaire = """
Suivi zqp

[§] #
"""
[[suivi]]
action = "2026/zqhidden-§#action-1-1"
commentaire = "#"
[[suivi]]
action = "fermee"
visibilite = "§"
statut = "fait"
responsables = ["#"]
commentaire = "#"
[[themes]]
titre = "Suite"
discussion = "Public zqp"
"##;

/// A meeting whose end is not shown, and one to come.
pub(super) const CLOSED: &str = r##"
date = 2026-05-12
etat = "convocation"
ordre_du_jour = ["Public zqp", { titre = "#", presente_par = "#", visibilite = "§" }]
participants = [{ nom = "#", organisation = "#", visibilite = "§" }, { organisation = "OIM" }]
objectif = """
Public zqp

[§] #
"""
[cloture]
visibilite = "§"
notes = "#"
annexes = ["#", { titre = "#", fichier = "annexes/zqfile-§.txt" }]
liens = [{ texte = "#", adresse = "https://example.org/zqlink3-§" }]
"##;

/// A meeting of which nothing is shown.
pub(super) const HIDDEN: &str = r##"
date = 2026-02-10
visibilite = "§"
titre = "#"
lieu = "dans #"
participants = [{ nom = "#", organisation = "#" }]
[[themes]]
titre = "#"
discussion = "#"
decisions = ["#"]
actions = [{ texte = "#", responsables = ["#"], echeance = 2026-04-01 }]
[cloture]
annexes = [{ titre = "#", fichier = "annexes/zqfile-hidden-§.txt" }]
"##;
