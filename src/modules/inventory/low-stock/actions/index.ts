import type { LowStockActionClass } from "../action"
import { DraftTransfer } from "./draft-transfer"
import { EmitEvent } from "./emit-event"
import { Notify } from "./notify"
import { Unpublish } from "./unpublish"

/** The actions that every store has. */
export const BUILT_IN_ACTIONS: LowStockActionClass[] = [Notify, Unpublish, DraftTransfer, EmitEvent]
