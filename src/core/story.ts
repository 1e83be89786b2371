import { levelName, type LevelKey } from "./level"
import { consolidate, type Entry, type MovementKind } from "./movement"

/** A movement of an order, as its story needs it. */
export interface StoryMovement {
  id: string
  kind: MovementKind
  at: string
  correlationId: string | null
  fulfillmentId: string | null
  returnId: string | null
  reason: string | null
  note: string | null
  actorType: string
  actorId: string | null
  entries: Entry[]
}

/** One thing that happened to an order's stock: the movements that it consists of, added up. */
export interface StoryEvent {
  kind: MovementKind
  at: string
  fulfillmentId: string | null
  returnId: string | null
  reason: string | null
  note: string | null
  actorType: string
  actorId: string | null
  movementIds: string[]
  entries: Entry[]
}

/**
 * Tells an order's movements as a person would: one commitment, one fulfilment, one return, however
 * many movements each took. What Medusa does to one fulfilment by an adjustment and a release adds up
 * to committed → fulfilled.
 *
 * @param movements - oldest first
 */
export function tellStory(movements: StoryMovement[]): StoryEvent[] {
  const groups = new Map<string, StoryMovement[]>()
  for (const movement of movements) {
    const name = groupOf(movement)
    groups.set(name, [...(groups.get(name) ?? []), movement])
  }
  return [...groups.values()].map((group) => {
    const leading = group.find(({ kind }) => LEADING.has(kind)) ?? group[0]
    return {
      kind: leading.kind,
      at: group[0].at,
      fulfillmentId: leading.fulfillmentId,
      returnId: leading.returnId,
      reason: leading.reason,
      note: leading.note,
      actorType: group[0].actorType,
      actorId: group[0].actorId,
      movementIds: group.map(({ id }) => id),
      entries: inOrder(consolidate(group.flatMap(({ entries }) => entries))),
    }
  })
}

/** A group is called after what it was for, not after the steps that it took. */
const LEADING: ReadonlySet<MovementKind> = new Set<MovementKind>([
  "fulfil",
  "unfulfil",
  "restock",
  "cover",
])

/** What comes back of a fulfilment is told apart from what left. */
const BACK: ReadonlySet<MovementKind> = new Set<MovementKind>(["unfulfil"])

function groupOf(movement: StoryMovement): string {
  const { kind, fulfillmentId, returnId, correlationId, id } = movement
  if (fulfillmentId) {
    return `${BACK.has(kind) ? "back " : ""}${fulfillmentId}`
  }
  if (returnId) {
    return `${returnId} ${correlationId ?? id}`
  }
  return correlationId ? `${correlationId} ${kind}` : id
}

function inOrder(entries: Entry[]): Entry[] {
  const name = (key: LevelKey) => levelName(key)
  return [...entries].sort((a, b) => (name(a) < name(b) ? -1 : name(a) > name(b) ? 1 : 0))
}
