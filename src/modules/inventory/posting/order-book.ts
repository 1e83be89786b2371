import type { Hold } from "../../../core/hold"
import { type LevelKey, levelName } from "../../../core/level"
import type { Quantity } from "../../../core/quantity"

/** `released` lets go of a hold, `restored` keeps again one that was let go. */
export type HoldFate = "created" | "updated" | "released" | "restored"

export interface HoldWrite {
  hold: Hold
  fate: HoldFate
  /** The reservation with which it was let go, and comes back. */
  releasedWith: string | null
  /** What the row must still say; null for a new one. */
  quantityBefore: Quantity | null
}

/** A decision to be kept: where an item of an order line is committed, and why. */
export interface AllocationEntry {
  orderId: string
  lineItemId: string
  itemId: string
  locationId: string
  quantity: Quantity
  perUnit: Quantity | null
  strategy: string
  reason: string
  suggestedLocationId: string
  reservationId: string
  holds: { hold_id: string; location_id: string; quantity: string }[]
}

/** Ties a movement to the fulfilment or return that it turned out to be of. */
export interface MovementReference {
  movementId: string
  orderId: string
  lineItemId: string | null
  fulfillmentId: string | null
  returnId: string | null
}

/** A hold as it was locked: live, or let go together with a reservation that was locked too. */
export interface LoadedHold {
  hold: Hold
  releasedWith: string | null
}

/** What is to be written of orders. */
export interface OrderChanges {
  holds: HoldWrite[]
  allocations: AllocationEntry[]
  references: MovementReference[]
}

/**
 * What one transaction knows and changes of orders, besides stock: holds, decisions, and what
 * movements were for. A part of the {@link World}, which keeps the levels in step.
 */
export class OrderBook {
  private holds = new Map<string, LoadedHold>()
  private writes = new Map<string, HoldWrite>()
  private allocations: AllocationEntry[] = []
  private references: MovementReference[] = []
  private before: () => void = () => undefined

  constructor(holds: LoadedHold[]) {
    holds.forEach((one) => this.holds.set(one.hold.id, one))
  }

  /** Remembers where a call begins, so that it can be taken back. */
  begin(): void {
    const holds = new Map(this.holds)
    const writes = new Map(this.writes)
    const [allocations, references] = [this.allocations.length, this.references.length]
    this.before = () => {
      this.holds = holds
      this.writes = writes
      this.allocations.length = allocations
      this.references.length = references
    }
  }

  takeBack(): void {
    this.before()
  }

  /** A line's live holds of an item, in the order in which they were placed. */
  holdsOf(lineItemId: string, itemId: string): Hold[] {
    return this.all(
      ({ hold, releasedWith }) =>
        releasedWith === null && hold.lineItemId === lineItemId && hold.itemId === itemId
    )
  }

  holdsAt(key: LevelKey): Hold[] {
    return this.all(
      ({ hold, releasedWith }) => releasedWith === null && levelName(hold) === levelName(key)
    )
  }

  /** The holds that were let go together with a reservation. */
  releasedWith(reservationId: string): Hold[] {
    return this.all(({ releasedWith }) => releasedWith === reservationId)
  }

  put(hold: Hold, fate: HoldFate, releasedWith: string | null): void {
    const loaded = this.holds.get(hold.id)
    const earlier = this.writes.get(hold.id)
    this.writes.set(hold.id, {
      hold,
      fate: earlier?.fate === "created" && fate === "updated" ? "created" : fate,
      releasedWith,
      quantityBefore: earlier ? earlier.quantityBefore : (loaded?.hold.quantity ?? null),
    })
    if (fate === "released" && releasedWith === null) {
      this.holds.delete(hold.id)
    } else {
      this.holds.set(hold.id, { hold, releasedWith })
    }
  }

  record(allocation: AllocationEntry): void {
    this.allocations.push(allocation)
  }

  refer(reference: MovementReference): void {
    this.references.push(reference)
  }

  /** Hands over what is to be written. */
  takeChanges(): OrderChanges {
    const changes = {
      holds: [...this.writes.values()],
      allocations: this.allocations,
      references: this.references,
    }
    this.writes = new Map()
    this.allocations = []
    this.references = []
    return changes
  }

  private all(wanted: (one: LoadedHold) => boolean): Hold[] {
    return [...this.holds.values()].filter(wanted).map(({ hold }) => hold)
  }
}
