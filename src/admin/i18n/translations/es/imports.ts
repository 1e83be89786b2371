import type en from "../en/imports"

const imports: typeof en = {
  title: "Importar existencias",
  subtitle:
    "Primero se comprueba el archivo: ve fila por fila qué cambiaría antes de que cambie nada.",
  error: "No se pudo cargar la importación.",
  rowsError: "No se pudieron cargar las filas.",
  checkedAt: "Comprobado: {{at}}",
  checkedBy: "Comprobado: {{at}}, por {{who}}",
  applying: "Aplicando la importación",
  history: "Ver en el historial",
  another: "Importar otro archivo",
  ignored: "Estas columnas no se aplican: {{columns}}.",
  belowZero_one:
    "{{count}} fila dejaría lo disponible por debajo de cero. Puede permitirlo al aplicar.",
  belowZero_other:
    "{{count}} filas dejarían lo disponible por debajo de cero. Puede permitirlo al aplicar.",
  statuses: {
    checked: "Comprobado",
    applying: "Aplicándose",
    applied: "Aplicado",
    undone: "Deshecho",
  },
  summary: {
    checked_one: "{{count}} de {{rows}} filas cambia existencias. Aún no ha cambiado nada.",
    checked_other: "{{count}} de {{rows}} filas cambian existencias. Aún no ha cambiado nada.",
    applying_one: "Se está aplicando {{count}} fila.",
    applying_other: "Se están aplicando {{count}} filas.",
    applied_one: "{{count}} de {{rows}} filas se aplicó el {{at}}.",
    applied_other: "{{count}} de {{rows}} filas se aplicaron el {{at}}.",
    undone_one: "{{count}} de {{rows}} filas se aplicó el {{at}} y se ha deshecho.",
    undone_other: "{{count}} de {{rows}} filas se aplicaron el {{at}} y se han deshecho.",
  },
  upload: {
    choose: "Elegir un archivo CSV",
    drop: "o soltarlo aquí",
    other: "Elegir otro archivo",
    check: "Comprobar el archivo",
    checking: "Se está comprobando el archivo. Los grandes tardan unos segundos.",
    hint: "Al comprobar no cambia nada.",
    theFile: "El archivo: ",
    noFile: "Elija primero un archivo.",
    tooLarge: "El archivo es demasiado grande: impórtelo en varias partes.",
    unreadable: "No se pudo leer el archivo. Elíjalo de nuevo.",
  },
  columns: {
    title: "Qué puede contener el archivo",
    intro:
      "Una primera fila con los nombres de las columnas y después una fila por artículo y ubicación. La exportación de la página de niveles se puede editar e importar de nuevo. Una celda vacía deja la cifra como está.",
    item: { name: "sku", does: "O inventory_item_id. De qué artículo se trata." },
    location: { name: "location", does: "O location_id. El nombre de la ubicación, o su ID." },
    unit: {
      name: "unit",
      does: "La unidad de las cifras de la fila, por su clave. Vacía: la unidad base del artículo.",
    },
    on_hand: {
      name: "on_hand",
      does: "Lo que se contó en la estantería. La diferencia pasa a lo disponible.",
    },
    available: {
      name: "available",
      does: "Lo que se puede vender. Indique esto u on_hand; si cambia ambos, deben concordar.",
    },
    states: {
      name: "reserved, damaged, safety, quality_control",
      does: "La nueva cifra del estado. Si on_hand no se indica o no cambia, se ajusta solo.",
    },
    committed: {
      name: "committed",
      does: "Solo se compara: si desde entonces han entrado o salido pedidos, la fila se rechaza.",
    },
    others: { name: "…", does: "Las demás columnas no se tienen en cuenta." },
    template: "Descargar una plantilla",
  },
  list: {
    title: "Importaciones anteriores",
    error: "No se pudieron cargar las importaciones anteriores.",
    empty: "Aún no se ha importado nada. Elija un archivo arriba para empezar.",
    file: "Archivo",
    status: "Estado",
    changes: "Cambios",
    errors: "Errores",
    when: "Cuándo",
    who: "Quién",
  },
  tabs: { change: "Cambios", error: "Errores", unchanged: "Sin cambios" },
  none: {
    change: "El archivo no cambia nada: las existencias ya están así.",
    error: "Ninguna fila tiene errores.",
    unchanged: "Cada fila cambia algo o tiene un error.",
  },
  row: {
    line: "Línea",
    item: "Artículo",
    location: "Ubicación",
    error: "Problema",
    opens: "Nivel nuevo",
    beforeAfter: "{{before}}, pasará a {{after}}",
  },
  rejects: {
    action: "Descargar filas rechazadas",
    suffix: "rechazadas",
    failed: "No se pudieron descargar las filas rechazadas.",
  },
  recheck: { action: "Comprobar de nuevo", failed: "No se pudo comprobar de nuevo el archivo." },
  forget: { action: "Descartar", failed: "No se pudo descartar la importación." },
  apply: {
    action: "Aplicar…",
    title: "¿Aplicar esta importación?",
    question_one: "Cambia {{count}} nivel. Después puede deshacerlo.",
    question_other:
      "Cambian {{count}} niveles, todos o ninguno. Después puede deshacerlo por completo.",
    allowNegative_one: "Aplicar también la fila que deja lo disponible por debajo de cero",
    allowNegative_other:
      "Aplicar también las {{count}} filas que dejan lo disponible por debajo de cero",
    leftOut_one:
      "{{count}} fila tiene un error y queda fuera. Descargue las filas rechazadas, corríjalas e importe ese archivo.",
    leftOut_other:
      "{{count}} filas tienen errores y quedan fuera. Descargue las filas rechazadas, corríjalas e importe ese archivo.",
    confirm: "Aplicar",
    confirmGood_one: "Aplicar la fila correcta",
    confirmGood_other: "Aplicar las {{count}} filas correctas",
    done_one: "{{count}} nivel cambiado.",
    done_other: "{{count}} niveles cambiados.",
    failed: "No se cambió nada.",
  },
  phases: {
    reading: "Leyendo las filas: {{done}} de {{total}}",
    locking: "Esperando los {{total}} niveles y comparándolos con lo comprobado",
    writing: "Escribiendo {{total}} cambios, todos o ninguno",
    telling: "Escrito. Se avisa al resto de la tienda",
  },
  stale: {
    title_one:
      "No se cambió nada: las existencias de {{count}} fila han cambiado desde la comprobación. Compruebe de nuevo.",
    title_other:
      "No se cambió nada: las existencias de {{count}} filas han cambiado desde la comprobación. Compruebe de nuevo.",
    figure: "Línea {{line}}, {{sku}}: {{figure}} es {{current}}, era {{expected}}",
    opened: "Línea {{line}}, {{sku}}: ahora se almacena ahí",
    closed: "Línea {{line}}, {{sku}}: ya no se almacena ahí",
  },
  undo: {
    action: "Deshacer…",
    title: "¿Deshacer toda la importación?",
    question_one: "Se deshace el cambio de {{count}} nivel. Lo ocurrido después se mantiene.",
    question_other:
      "Se deshacen los cambios de {{count}} niveles, todos o ninguno. Lo ocurrido después se mantiene.",
    error: "No se pudo cargar lo que cambiaría.",
    impossible: "Ya se ha deshecho.",
    short: "Esto quedaría por debajo de cero:",
    figure: "{{item}}, {{location}}: {{state}} {{before}} → {{after}}",
    more_one: "y {{count}} más",
    more_other: "y {{count}} más",
    never:
      "Solo lo disponible puede quedar por debajo de cero, así que no se puede deshacer. Corrija primero estos niveles.",
    allow: "Permitir que lo disponible quede por debajo de cero",
    confirm: "Deshacer",
    done: "La importación se ha deshecho.",
    failed: "La importación no se ha deshecho.",
  },
  rowErrors: {
    no_item: "La fila no indica ningún artículo.",
    no_location: "La fila no indica ninguna ubicación.",
    unknown_sku: "No hay ningún artículo con el SKU «{{sku}}».",
    unknown_item: "No hay ningún artículo {{id}}.",
    item_mismatch: "El artículo {{id}} tiene el SKU «{{actual}}», no «{{sku}}».",
    unknown_location: "No hay ninguna ubicación «{{location}}».",
    ambiguous_location:
      "Varias ubicaciones se llaman «{{location}}». Indique el ID en la columna location_id.",
    location_mismatch: "La ubicación {{id}} se llama «{{actual}}», no «{{location}}».",
    too_many_cells: "La fila tiene {{found}} celdas, la primera solo {{expected}}.",
    not_a_number: "{{column}}: «{{value}}» no es un número.",
    unknown_unit: "El artículo no tiene la unidad «{{unit}}»; sus unidades: {{known}}.",
    off_increment:
      "{{column}} debe ser un múltiplo de {{increment}}, el incremento de la unidad «{{unit}}», pero es {{value}}.",
    negative: "{{column}} no puede ser menor que cero, pero es {{value}}.",
    duplicate: "La línea {{line}} trata del mismo artículo y ubicación.",
    outdated:
      "Según el archivo hay {{committed}} comprometidos, pero son {{current}}: desde entonces han entrado o salido pedidos.",
    contradiction:
      "on_hand {{on_hand}} y available {{available}} no concuerdan: «En existencias» sería {{follows}}.",
    reserved_kept: "reserved sería {{value}}, pero reservas y pedidos mantienen {{kept}}.",
    below_zero: "available sería {{available}} (ahora {{current}}).",
  },
}

export default imports
