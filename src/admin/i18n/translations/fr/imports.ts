import type en from "../en/imports"

const imports: typeof en = {
  title: "Importer le stock",
  subtitle:
    "Le fichier est d’abord vérifié : vous voyez ligne par ligne ce qui changerait, avant tout changement.",
  error: "L’import n’a pas pu être chargé.",
  rowsError: "Les lignes n’ont pas pu être chargées.",
  checkedAt: "Vérifié le {{at}}",
  checkedBy: "Vérifié le {{at}} par {{who}}",
  applying: "Application de l’import",
  history: "Voir dans l’historique",
  another: "Importer un autre fichier",
  ignored: "Ces colonnes ne sont pas reprises : {{columns}}.",
  belowZero_one:
    "{{count}} ligne ferait passer le disponible sous zéro. Vous pourrez l’autoriser en appliquant.",
  belowZero_other:
    "{{count}} lignes feraient passer le disponible sous zéro. Vous pourrez l’autoriser en appliquant.",
  statuses: {
    checked: "Vérifié",
    applying: "En cours",
    applied: "Appliqué",
    undone: "Annulé",
  },
  summary: {
    checked_one: "{{count}} ligne sur {{rows}} change le stock. Rien n’a encore changé.",
    checked_other: "{{count}} lignes sur {{rows}} changent le stock. Rien n’a encore changé.",
    applying_one: "{{count}} ligne est en cours d’application.",
    applying_other: "{{count}} lignes sont en cours d’application.",
    applied_one: "{{count}} ligne sur {{rows}} a été appliquée le {{at}}.",
    applied_other: "{{count}} lignes sur {{rows}} ont été appliquées le {{at}}.",
    undone_one: "{{count}} ligne sur {{rows}} a été appliquée le {{at}}, puis annulée.",
    undone_other: "{{count}} lignes sur {{rows}} ont été appliquées le {{at}}, puis annulées.",
  },
  upload: {
    choose: "Choisir un fichier CSV",
    drop: "ou le déposer ici",
    other: "Choisir un autre fichier",
    check: "Vérifier le fichier",
    checking: "Vérification du fichier. Un grand fichier prend quelques secondes.",
    hint: "La vérification ne change rien.",
    theFile: "Le fichier : ",
    noFile: "Choisissez d’abord un fichier.",
    tooLarge: "Le fichier est trop grand : importez-le en plusieurs parties.",
    unreadable: "Le fichier n’a pas pu être lu. Choisissez-le à nouveau.",
  },
  columns: {
    title: "Ce que le fichier peut contenir",
    intro:
      "Une première ligne avec le nom des colonnes, puis une ligne par article et emplacement. L’export de la page des niveaux peut être modifié et réimporté. Une cellule vide laisse le chiffre tel quel.",
    item: { name: "sku", does: "Ou inventory_item_id. L’article concerné." },
    location: { name: "location", does: "Ou location_id. Le nom de l’emplacement, ou son ID." },
    unit: {
      name: "unit",
      does: "L’unité des chiffres de la ligne, par sa clé. Vide : l’unité de base de l’article.",
    },
    on_hand: {
      name: "on_hand",
      does: "Ce qui a été compté en rayon. La différence va au disponible.",
    },
    available: {
      name: "available",
      does: "Ce qui peut être vendu. Donnez-le, ou on_hand ; si vous changez les deux, ils doivent concorder.",
    },
    states: {
      name: "reserved, damaged, safety, quality_control",
      does: "Le nouveau chiffre de cet état. Si on_hand n’est pas donné ou pas changé, il suit.",
    },
    committed: {
      name: "committed",
      does: "Seulement comparé : si des commandes sont venues ou parties depuis, la ligne est refusée.",
    },
    others: { name: "…", does: "Toutes les autres colonnes sont ignorées." },
    template: "Télécharger un modèle",
  },
  list: {
    title: "Imports précédents",
    error: "Les imports précédents n’ont pas pu être chargés.",
    empty: "Rien n’a encore été importé. Choisissez un fichier ci-dessus pour commencer.",
    file: "Fichier",
    status: "Statut",
    changes: "Changements",
    errors: "Erreurs",
    when: "Quand",
    who: "Qui",
  },
  tabs: { change: "Changements", error: "Erreurs", unchanged: "Inchangées" },
  none: {
    change: "Le fichier ne change rien : le stock est déjà ainsi.",
    error: "Aucune ligne n’a d’erreur.",
    unchanged: "Chaque ligne change quelque chose ou a une erreur.",
  },
  row: {
    line: "Ligne",
    item: "Article",
    location: "Emplacement",
    error: "Erreur",
    opens: "Nouveau niveau",
    beforeAfter: "{{before}}, deviendra {{after}}",
  },
  rejects: {
    action: "Télécharger les lignes rejetées",
    suffix: "rejets",
    failed: "Les lignes rejetées n’ont pas pu être téléchargées.",
  },
  recheck: { action: "Revérifier", failed: "Le fichier n’a pas pu être revérifié." },
  forget: { action: "Abandonner", failed: "L’import n’a pas pu être abandonné." },
  apply: {
    action: "Appliquer…",
    title: "Appliquer cet import ?",
    question_one: "{{count}} niveau change. Vous pourrez annuler le tout ensuite.",
    question_other:
      "{{count}} niveaux changent, tous ou aucun. Vous pourrez annuler le tout ensuite.",
    allowNegative_one: "Appliquer aussi la ligne qui fait passer le disponible sous zéro",
    allowNegative_other:
      "Appliquer aussi les {{count}} lignes qui font passer le disponible sous zéro",
    leftOut_one:
      "{{count}} ligne a une erreur et reste de côté. Téléchargez les lignes rejetées, corrigez-les et importez ce fichier.",
    leftOut_other:
      "{{count}} lignes ont des erreurs et restent de côté. Téléchargez les lignes rejetées, corrigez-les et importez ce fichier.",
    confirm: "Appliquer",
    confirmGood_one: "Appliquer la bonne ligne",
    confirmGood_other: "Appliquer les {{count}} bonnes lignes",
    done_one: "{{count}} niveau modifié.",
    done_other: "{{count}} niveaux modifiés.",
    failed: "Rien n’a été changé.",
  },
  phases: {
    reading: "Lecture des lignes : {{done}} sur {{total}}",
    locking: "Attente des {{total}} niveaux et comparaison avec la vérification",
    writing: "Écriture de {{total}} changements, tous ou aucun",
    telling: "C’est écrit. Le reste de la boutique est prévenu",
  },
  stale: {
    title_one:
      "Rien n’a été changé : le stock de {{count}} ligne a changé depuis la vérification. Revérifiez.",
    title_other:
      "Rien n’a été changé : le stock de {{count}} lignes a changé depuis la vérification. Revérifiez.",
    figure: "Ligne {{line}}, {{sku}} : {{figure}} vaut {{current}} au lieu de {{expected}}",
    opened: "Ligne {{line}}, {{sku}} : l’article y est maintenant stocké",
    closed: "Ligne {{line}}, {{sku}} : l’article n’y est plus stocké",
  },
  undo: {
    action: "Annuler l’import…",
    title: "Annuler tout l’import ?",
    question_one: "Le changement de {{count}} niveau est repris. Ce qui s’est passé depuis reste.",
    question_other:
      "Les changements de {{count}} niveaux sont repris, tous ou aucun. Ce qui s’est passé depuis reste.",
    error: "Ce qui changerait n’a pas pu être chargé.",
    impossible: "Il a déjà été annulé.",
    short: "Ceci passerait sous zéro :",
    figure: "{{item}}, {{location}} : {{state}} {{before}} → {{after}}",
    more_one: "et {{count}} autre",
    more_other: "et {{count}} autres",
    never:
      "Seul le disponible peut être sous zéro : l’import ne peut donc pas être annulé. Corrigez d’abord ces niveaux.",
    allow: "Laisser le disponible passer sous zéro",
    confirm: "Annuler l’import",
    done: "L’import a été annulé.",
    failed: "L’import n’a pas été annulé.",
  },
  rowErrors: {
    no_item: "La ligne ne nomme aucun article.",
    no_location: "La ligne ne nomme aucun emplacement.",
    unknown_sku: "Il n’y a pas d’article avec le SKU « {{sku}} ».",
    unknown_item: "Il n’y a pas d’article {{id}}.",
    item_mismatch: "L’article {{id}} a le SKU « {{actual}} », pas « {{sku}} ».",
    unknown_location: "Il n’y a pas d’emplacement « {{location}} ».",
    ambiguous_location:
      "Plusieurs emplacements s’appellent « {{location}} ». Donnez l’ID dans la colonne location_id.",
    location_mismatch: "L’emplacement {{id}} s’appelle « {{actual}} », pas « {{location}} ».",
    too_many_cells: "La ligne a {{found}} cellules, la première seulement {{expected}}.",
    not_a_number: "{{column}} : « {{value}} » n’est pas un nombre.",
    unknown_unit: "L’article n’a pas d’unité « {{unit}} » ; ses unités : {{known}}.",
    off_increment:
      "{{column}} doit être un multiple de {{increment}}, l’incrément de l’unité « {{unit}} », mais vaut {{value}}.",
    negative: "{{column}} ne peut pas être sous zéro, or c’est {{value}}.",
    duplicate: "La ligne {{line}} concerne le même article au même emplacement.",
    outdated:
      "Selon le fichier, {{committed}} sont engagés, mais c’est {{current}} : des commandes sont venues ou parties depuis.",
    contradiction:
      "on_hand {{on_hand}} et available {{available}} ne concordent pas : « En stock » serait {{follows}}.",
    reserved_kept:
      "reserved serait {{value}}, mais des réservations et des commandes en gardent {{kept}}.",
    below_zero: "available serait {{available}} (actuellement {{current}}).",
  },
}

export default imports
