import { lastUnit, partsAtOnce } from "./at-once"
import { backorders } from "./backorders"
import { cancellations } from "./cancellations"
import type { Point } from "./defect"
import { deletions } from "./deletions"
import { edits } from "./edits"
import { events } from "./events"
import { otherLocation } from "./fulfilment"
import { replacements } from "./replacements"
import { returns } from "./returns"
import { severalLocations } from "./several-locations"
import { sharedItems } from "./shared-items"
import { splitReservations } from "./split-reservations"
import { takenBack } from "./taken-back"

/** What goes wrong with orders in a store without Stockroom. */
export const POINTS: Point[] = [
  sharedItems,
  severalLocations,
  otherLocation,
  edits,
  returns,
  replacements,
  takenBack,
  deletions,
  cancellations,
  partsAtOnce,
  lastUnit,
  backorders,
  splitReservations,
  events,
]
