import type en from "../en/imports"

const imports: typeof en = {
  title: "Bestand importieren",
  subtitle:
    "Die Datei wird zuerst geprüft: Sie sehen Zeile für Zeile, was sich ändern würde, bevor sich etwas ändert.",
  error: "Der Import konnte nicht geladen werden.",
  rowsError: "Die Zeilen konnten nicht geladen werden.",
  checkedAt: "Geprüft: {{at}}",
  checkedBy: "Geprüft: {{at}}, von {{who}}",
  applying: "Der Import wird übernommen",
  history: "Im Verlauf zeigen",
  another: "Andere Datei importieren",
  ignored: "Diese Spalten werden nicht gesetzt: {{columns}}.",
  belowZero_one:
    "{{count}} Zeile würde den verfügbaren Bestand unter null bringen. Beim Übernehmen können Sie das erlauben.",
  belowZero_other:
    "{{count}} Zeilen würden den verfügbaren Bestand unter null bringen. Beim Übernehmen können Sie das erlauben.",
  statuses: {
    checked: "Geprüft",
    applying: "Wird übernommen",
    applied: "Übernommen",
    undone: "Rückgängig gemacht",
  },
  summary: {
    checked_one: "{{count}} von {{rows}} Zeilen ändert den Bestand. Noch ist nichts geändert.",
    checked_other: "{{count}} von {{rows}} Zeilen ändern den Bestand. Noch ist nichts geändert.",
    applying_one: "{{count}} Zeile wird übernommen.",
    applying_other: "{{count}} Zeilen werden übernommen.",
    applied_one: "{{count}} von {{rows}} Zeilen wurde am {{at}} übernommen.",
    applied_other: "{{count}} von {{rows}} Zeilen wurden am {{at}} übernommen.",
    undone_one:
      "{{count}} von {{rows}} Zeilen wurde am {{at}} übernommen und ist rückgängig gemacht.",
    undone_other:
      "{{count}} von {{rows}} Zeilen wurden am {{at}} übernommen und sind rückgängig gemacht.",
  },
  upload: {
    choose: "CSV-Datei wählen",
    drop: "oder hier ablegen",
    other: "Andere Datei wählen",
    check: "Datei prüfen",
    checking: "Die Datei wird geprüft. Große Dateien brauchen einige Sekunden.",
    hint: "Beim Prüfen ändert sich nichts.",
    theFile: "Datei: ",
    noFile: "Wählen Sie zuerst eine Datei.",
    tooLarge: "Die Datei ist zu groß: Importieren Sie sie in mehreren Teilen.",
    unreadable: "Die Datei konnte nicht gelesen werden. Wählen Sie sie noch einmal.",
  },
  columns: {
    title: "Was die Datei enthalten kann",
    intro:
      "Eine erste Zeile mit den Namen der Spalten, dann eine Zeile je Artikel und Standort. Den Export der Seite „Bestände“ können Sie bearbeiten und wieder importieren. Eine leere Zelle lässt die Zahl, wie sie ist.",
    item: { name: "sku", does: "Oder inventory_item_id. Um welchen Artikel es geht." },
    location: { name: "location", does: "Oder location_id. Name des Standorts, oder seine ID." },
    unit: {
      name: "unit",
      does: "Die Einheit, in der die Zahlen der Zeile sind, mit ihrem Schlüssel. Leer: die Grundeinheit des Artikels.",
    },
    on_hand: {
      name: "on_hand",
      does: "Was im Regal gezählt wurde. Die Differenz geht an den verfügbaren Bestand.",
    },
    available: {
      name: "available",
      does: "Was verkauft werden kann. Geben Sie dies oder on_hand an; ändern Sie beides, muss es zusammenpassen.",
    },
    states: {
      name: "reserved, damaged, safety, quality_control",
      does: "Die neue Menge in diesem Zustand. Ist on_hand nicht angegeben oder nicht geändert, folgt es.",
    },
    committed: {
      name: "committed",
      does: "Wird nur verglichen: Sind seit der Datei Bestellungen dazugekommen oder weggefallen, wird die Zeile abgelehnt.",
    },
    others: { name: "…", does: "Alle anderen Spalten bleiben unbeachtet." },
    template: "Vorlage herunterladen",
  },
  list: {
    title: "Frühere Importe",
    error: "Die früheren Importe konnten nicht geladen werden.",
    empty: "Noch wurde nichts importiert. Wählen Sie oben eine Datei, um zu beginnen.",
    file: "Datei",
    status: "Status",
    changes: "Änderungen",
    errors: "Fehler",
    when: "Wann",
    who: "Wer",
  },
  tabs: { change: "Änderungen", error: "Fehler", unchanged: "Unverändert" },
  none: {
    change: "Die Datei ändert nichts: Der Bestand ist so, wie sie sagt.",
    error: "Keine Zeile hat einen Fehler.",
    unchanged: "Jede Zeile ändert etwas oder hat einen Fehler.",
  },
  row: {
    line: "Zeile",
    item: "Artikel",
    location: "Standort",
    error: "Fehler",
    opens: "Neu dort",
    beforeAfter: "{{before}}, wird {{after}}",
  },
  rejects: {
    action: "Abgelehnte Zeilen herunterladen",
    suffix: "abgelehnt",
    failed: "Die abgelehnten Zeilen konnten nicht heruntergeladen werden.",
  },
  recheck: { action: "Erneut prüfen", failed: "Die Datei konnte nicht erneut geprüft werden." },
  forget: { action: "Verwerfen", failed: "Der Import konnte nicht verworfen werden." },
  apply: {
    action: "Übernehmen …",
    title: "Diesen Import übernehmen?",
    question_one: "{{count}} Bestand ändert sich. Sie können das danach rückgängig machen.",
    question_other:
      "{{count}} Bestände ändern sich, alle oder keiner. Sie können das danach als Ganzes rückgängig machen.",
    allowNegative_one: "Auch die Zeile übernehmen, die den verfügbaren Bestand unter null bringt",
    allowNegative_other:
      "Auch die {{count}} Zeilen übernehmen, die den verfügbaren Bestand unter null bringen",
    leftOut_one:
      "{{count}} Zeile hat einen Fehler und bleibt weg. Laden Sie die abgelehnten Zeilen herunter, berichtigen Sie sie und importieren Sie diese Datei.",
    leftOut_other:
      "{{count}} Zeilen haben Fehler und bleiben weg. Laden Sie die abgelehnten Zeilen herunter, berichtigen Sie sie und importieren Sie diese Datei.",
    confirm: "Übernehmen",
    confirmGood_one: "Die gute Zeile übernehmen",
    confirmGood_other: "Die {{count}} guten Zeilen übernehmen",
    done_one: "{{count}} Bestand geändert.",
    done_other: "{{count}} Bestände geändert.",
    failed: "Es wurde nichts geändert.",
  },
  phases: {
    reading: "Die Zeilen werden gelesen: {{done}} von {{total}}",
    locking: "{{total}} Bestände werden gesperrt und mit der Prüfung verglichen",
    writing: "{{total}} Änderungen werden geschrieben, alle oder keine",
    telling: "Geschrieben. Der übrige Shop wird benachrichtigt",
  },
  stale: {
    title_one:
      "Es wurde nichts geändert: Der Bestand zu {{count}} Zeile ist seit der Prüfung ein anderer. Prüfen Sie erneut.",
    title_other:
      "Es wurde nichts geändert: Der Bestand zu {{count}} Zeilen ist seit der Prüfung ein anderer. Prüfen Sie erneut.",
    figure: "Zeile {{line}}, {{sku}}: {{figure}} ist {{current}}, war {{expected}}",
    opened: "Zeile {{line}}, {{sku}}: wird dort jetzt geführt",
    closed: "Zeile {{line}}, {{sku}}: wird dort nicht mehr geführt",
  },
  undo: {
    action: "Rückgängig machen …",
    title: "Den ganzen Import rückgängig machen?",
    question_one:
      "Die Änderung an {{count}} Bestand wird zurückgenommen. Was seither geschehen ist, bleibt.",
    question_other:
      "Die Änderungen an {{count}} Beständen werden zurückgenommen, alle oder keine. Was seither geschehen ist, bleibt.",
    error: "Was sich ändern würde, konnte nicht geladen werden.",
    impossible: "Er ist schon rückgängig gemacht.",
    short: "Das wäre dann unter null:",
    figure: "{{item}}, {{location}}: {{state}} {{before}} → {{after}}",
    more_one: "und {{count}} weiterer Wert",
    more_other: "und {{count}} weitere Werte",
    never:
      "Nur der verfügbare Bestand darf unter null sein, deshalb geht es nicht. Berichtigen Sie zuerst diese Bestände.",
    allow: "Verfügbaren Bestand unter null zulassen",
    confirm: "Rückgängig machen",
    done: "Der Import ist rückgängig gemacht.",
    failed: "Der Import wurde nicht rückgängig gemacht.",
  },
  rowErrors: {
    no_item: "Die Zeile nennt keinen Artikel.",
    no_location: "Die Zeile nennt keinen Standort.",
    unknown_sku: "Es gibt keinen Artikel mit der SKU „{{sku}}“.",
    unknown_item: "Es gibt keinen Artikel {{id}}.",
    item_mismatch: "Artikel {{id}} hat die SKU „{{actual}}“, nicht „{{sku}}“.",
    unknown_location: "Es gibt keinen Standort „{{location}}“.",
    ambiguous_location:
      "Mehrere Standorte heißen „{{location}}“. Geben Sie die ID in der Spalte location_id an.",
    location_mismatch: "Standort {{id}} heißt „{{actual}}“, nicht „{{location}}“.",
    too_many_cells: "Die Zeile hat {{found}} Zellen, die erste Zeile nur {{expected}}.",
    not_a_number: "{{column}}: „{{value}}“ ist keine Zahl.",
    unknown_unit: "Der Artikel hat keine Einheit „{{unit}}“; seine Einheiten: {{known}}.",
    off_increment:
      "{{column}} muss ein Vielfaches von {{increment}} sein, der Schrittweite der Einheit „{{unit}}“, ist aber {{value}}.",
    negative: "{{column}} darf nicht unter null sein, ist aber {{value}}.",
    duplicate: "In Zeile {{line}} geht es um denselben Artikel am selben Standort.",
    outdated:
      "Laut Datei sind {{committed}} zugesagt, es sind aber {{current}}: Seither sind Bestellungen dazugekommen oder weggefallen.",
    contradiction:
      "on_hand {{on_hand}} und available {{available}} passen nicht zusammen: Auf Lager wären {{follows}}.",
    reserved_kept:
      "reserved wäre {{value}}, aber Reservierungen und Bestellungen halten {{kept}} davon.",
    below_zero: "available wäre {{available}} (jetzt {{current}}).",
  },
}

export default imports
