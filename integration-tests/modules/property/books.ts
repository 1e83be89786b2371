import { type Decimal } from "./decimal"
import {
  type Balances,
  type Entry,
  type Key,
  type Fulfilment,
  type Hold,
  type LevelRow,
  type Movement,
  nameOf,
  type OrderLine,
  Refused,
  type Reservation,
  STATES,
} from "./terms"

const NOTHING = Object.fromEntries(STATES.map((state) => [state, 0n])) as Balances

/** What the model keeps, and how everything in it is changed: by movements. */
export class Books {
  /** When each item was soft-deleted; null while it lives. */
  items = new Map<string, number | null>()
  /** Balances by level, open or closed; a closed level holds nothing. */
  balances = new Map<string, Balances>()
  rows = new Map<string, LevelRow>()
  reservations = new Map<string, Reservation>()
  movements: Movement[] = []
  /** What the Order Module says of order lines. */
  lines = new Map<string, OrderLine>()
  /** Units of an item that a unit of a line takes, by `line item`, as when it was committed first. */
  perUnit = new Map<string, Decimal>()
  /** Which lines of which orders have ever been committed, and with which items; the latest last. */
  allocations: { order: string; line: string; item: string }[] = []
  /** In the order in which they were placed: live ones, and those that may come back. */
  holds: Hold[] = []
  fulfilments = new Map<string, Fulfilment>()
  /** What has been brought from holds to where it is committed, and can be taken back. */
  covers: { hold: Hold; quantity: Decimal }[] = []
  undone = new Set<string>()
  keys = new Map<string, { content: string; movement: Movement }>()
  /** By line: which reservations its latest movement deleted, where that was a deletion by line. */
  deletedLast = new Map<string, string[] | null>()
  clock = 0
  /** What the present call has posted, and the levels it has looked at. */
  posted: Movement[] = []
  touched = new Map<string, Key>()

  /** The open level's row, if the item is stocked there. */
  open(key: Key): LevelRow | undefined {
    return this.openRows().find((row) => row.item === key.item && row.location === key.location)
  }

  openRows(): LevelRow[] {
    return [...this.rows.values()].filter((row) => !row.closed)
  }

  balance(key: Key): Balances {
    return this.balances.get(nameOf(key)) ?? NOTHING
  }

  live(): Reservation[] {
    return [...this.reservations.values()].filter(({ deletedAt }) => deletedAt === null)
  }

  /** The part of `reserved` that reservations without an order line hold. */
  held(key: Key): Decimal {
    return this.live()
      .filter((one) => !one.line && nameOf(one) === nameOf(key))
      .reduce((sum, { quantity }) => sum + quantity, 0n)
  }

  /** The part of `reserved` that is held for orders' shortfalls. */
  heldForOrders(key: Key): Decimal {
    return this.holds
      .filter((hold) => hold.releasedWith === null && nameOf(hold) === nameOf(key))
      .reduce((sum, { quantity }) => sum + quantity, 0n)
  }

  /** What is held for an order line of an item, over all locations. */
  heldFor(line: string, item: string): Decimal {
    return this.holds
      .filter((hold) => hold.releasedWith === null && hold.line === line && hold.item === item)
      .reduce((sum, { quantity }) => sum + quantity, 0n)
  }

  /** What an order line has committed of an item, over all locations. */
  committed(line: string, item: string): Decimal {
    return this.live()
      .filter((one) => one.line === line && one.item === item)
      .reduce((sum, { quantity }) => sum + quantity, 0n)
  }

  isUndone(movement: Movement): boolean {
    return this.undone.has(movement.id as string)
  }

  post(
    wanted: Partial<Omit<Movement, "key">> & { kind: string; entries: Entry[]; key?: string },
    { always = Boolean(wanted.line) } = {}
  ): Movement | null {
    const sums = new Map<string, Entry>()
    for (const entry of wanted.entries) {
      const name = `${nameOf(entry)} ${entry.state}`
      const quantity = (sums.get(name)?.quantity ?? 0n) + entry.quantity
      const { item, location, state } = entry
      sums.set(name, { item, location, state, quantity })
      this.touched.set(nameOf(entry), { item, location })
    }
    const entries = [...sums.values()].filter(({ quantity }) => quantity !== 0n)
    if (!entries.length && !wanted.key && !always) {
      return null
    }
    for (const entry of entries) {
      const before = this.balance(entry)
      this.balances.set(nameOf(entry), {
        ...before,
        [entry.state]: before[entry.state] + entry.quantity,
      })
    }
    const movement: Movement = {
      kind: wanted.kind,
      reason: wanted.reason ?? null,
      entries,
      line: wanted.line ?? null,
      reservation: wanted.reservation ?? null,
      reverses: wanted.reverses ?? null,
      key: wanted.key ?? null,
      fulfilment: wanted.fulfilment,
    }
    if (movement.line) this.deletedLast.set(movement.line, null)
    this.movements.push(movement)
    this.posted.push(movement)
    return movement
  }

  put(reservation: Reservation): void {
    this.reservations.set(reservation.id, { ...reservation, changed: this.movements.length })
  }

  /** Whether just so much has been taken from a level by an adjustment since so many movements. */
  hasTaken(key: Key, quantity: Decimal, since: number): boolean {
    return this.movements
      .slice(since)
      .some(
        ({ kind, reason, entries }) =>
          kind === "adjust" &&
          reason === null &&
          entries.some(
            (entry) =>
              entry.state === "available" &&
              entry.quantity === -quantity &&
              nameOf(entry) === nameOf(key)
          )
      )
  }

  requireLevels(keys: Key[]): void {
    keys.forEach((key) => this.touched.set(nameOf(key), key))
    if (keys.some((key) => !this.open(key))) {
      throw new Refused("not_found")
    }
  }

  requireLiveItems(ids: string[]): void {
    if (ids.some((id) => this.items.get(id) !== null)) {
      throw new Refused("not_found")
    }
  }

  snapshot(keys: Key[]): [Key, Balances][] {
    return keys.map((key) => [key, this.balance(key)])
  }

  reservationsById(ids: unknown): Reservation[] {
    return [ids].flat().flatMap((id) => this.reservations.get(id as string) ?? [])
  }

  rowsById(ids: unknown): LevelRow[] {
    return [ids].flat().flatMap((id) => this.rows.get(id as string) ?? [])
  }
}
