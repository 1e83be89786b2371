import type { Point } from "./defect"
import { edits } from "./edits"
import { otherLocation } from "./fulfilment"
import { severalLocations } from "./several-locations"
import { sharedItems } from "./shared-items"

/** What goes wrong with orders in a store without Stockroom. */
export const POINTS: Point[] = [sharedItems, severalLocations, otherLocation, edits]
