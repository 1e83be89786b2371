import { readFileSync } from "node:fs"
import { createRequire } from "node:module"

import type { Database } from "../databases"
import type { ModuleName, RunningModule } from "../start-module"
import { type Answer, live } from "./scenario"

/** Everything by which the rest of Medusa knows an Inventory Module. */
export interface Facts {
  columns: Record<string, { type: string; nullable: string; default: string | null }>
  /** Indexes and constraints, by what they are: the tables' names are in them. */
  indexes: string[]
  constraints: string[]
  methods: string[]
  /** Keys by which other modules link to it, and the entities that they name. */
  linkable: Record<string, unknown>
  linkableKeys: Record<string, string>
  /** Alias by alias: the entity and the methods behind it. */
  aliases: Record<string, string>
  /** Field by field: its GraphQL type. */
  graphql: Record<string, string>
  answers: Record<string, Answer>
}

const TABLES = ["inventory_item", "inventory_level", "reservation_item"]

/** Looks at a module that has just been started on an empty database. */
export async function collect(
  running: RunningModule<ModuleName>,
  database: Database
): Promise<Facts> {
  const columns = await database.sql<{ name: string } & Facts["columns"][string]>(
    `select table_name || '.' || column_name as name, data_type as type, is_nullable as nullable,
       column_default as default
     from information_schema.columns
     where table_schema = 'public' and table_name = any($1::text[])`,
    [TABLES]
  )
  const indexes = await database.sql<{ told: string }>(
    "select indexdef as told from pg_indexes where tablename = any($1::text[])",
    [TABLES]
  )
  const constraints = await database.sql<{ told: string }>(
    `select conrelid::regclass || ' ' || pg_get_constraintdef(oid) as told from pg_constraint
     where conrelid::regclass::text = any($1::text[]) and contype <> 'n'`,
    [TABLES]
  )
  const joiner = joinerOf(running)
  return {
    columns: Object.fromEntries(columns.map(({ name, ...column }) => [name, column])),
    indexes: indexes.map(({ told }) => told),
    constraints: constraints.map(({ told }) => told),
    methods: methodsOf(running.service),
    linkable: JSON.parse(JSON.stringify(running.linkable)) as Facts["linkable"],
    linkableKeys: joiner.linkableKeys,
    aliases: Object.fromEntries(
      joiner.alias.flatMap(({ name, entity, args }) =>
        [name].flat().map((one) => [one, `${entity} ${args?.methodSuffix}`])
      )
    ),
    graphql: fieldsOf(joiner.schema),
    answers: Object.fromEntries((await live(running)).map((answer) => [answer.call, answer])),
  }
}

/** Everything that Medusa's module has and the other has not, or has otherwise. It may have more. */
export function missing(core: Facts, ours: Facts): string[] {
  return [
    ...lacking("column", core.columns, ours.columns),
    ...absent("index", core.indexes, ours.indexes),
    ...absent("constraint", core.constraints, ours.constraints),
    ...absent("method", core.methods, ours.methods),
    ...lacking("linkable", core.linkable, ours.linkable),
    ...lacking("linkable key", core.linkableKeys, ours.linkableKeys),
    ...lacking("alias", core.aliases, ours.aliases),
    ...lacking("GraphQL field", core.graphql, ours.graphql),
    ...Object.values(core.answers).flatMap(({ call, answer, events }) => [
      ...differences(call, answer, ours.answers[call]?.answer),
      ...absent(`${call}: event`, events, ours.answers[call]?.events ?? []),
    ]),
  ]
}

function absent(what: string, core: string[], ours: string[]): string[] {
  const left = [...ours]
  return core.flatMap((one) => {
    const index = left.indexOf(one)
    if (index < 0) return [`${what} ${one}`]
    left.splice(index, 1)
    return []
  })
}

function lacking(
  what: string,
  core: Record<string, unknown>,
  ours: Record<string, unknown>
): string[] {
  return Object.entries(core).flatMap(([name, wanted]) =>
    JSON.stringify(ours[name]) === JSON.stringify(wanted)
      ? []
      : [`${what} ${name}: ${JSON.stringify(ours[name])}, not ${JSON.stringify(wanted)}`]
  )
}

/** What core's module gets wrong in its answers; the right thing is tested elsewhere. */
function isWrongInCore(call: string, path: string, core: unknown): boolean {
  // A field that was not asked for, or not computed, comes as NaN or undefined.
  const empty = core === undefined || Number.isNaN(core)
  // Computed before the update that the answer is about.
  const stale = path.endsWith(".available_quantity") && /^(update|adjust)/.test(call)
  return empty || stale
}

function differences(call: string, core: unknown, ours: unknown, path = ""): string[] {
  const at = `${call}${path && `: ${path}`}`
  if (isWrongInCore(call, path, core)) {
    return []
  }
  if (typeof core === "string" && path === ".message") {
    // Ours may go on to say more.
    return String(ours).startsWith(core) ? [] : [`${at}: "${String(ours)}", not "${core}"`]
  }
  if (typeof core !== "object" || core === null) {
    return Object.is(core, ours) ? [] : [`${at}: ${String(ours)}, not ${String(core)}`]
  }
  if (typeof ours !== "object" || ours === null || Array.isArray(core) !== Array.isArray(ours)) {
    return [`${at}: ${String(ours)}, not ${Array.isArray(core) ? "a list" : "an object"}`]
  }
  if (Array.isArray(core) && core.length !== (ours as unknown[]).length) {
    return [`${at}: ${(ours as unknown[]).length} entries, not ${core.length}`]
  }
  return Object.entries(core).flatMap(([key, value]) =>
    differences(call, value, (ours as Record<string, unknown>)[key], `${path}.${key}`)
  )
}

interface Joiner {
  linkableKeys: Record<string, string>
  alias: { name: string | string[]; entity: string; args?: { methodSuffix?: string } }[]
  schema: string
}

function joinerOf({ service }: RunningModule<ModuleName>): Joiner {
  return (service as unknown as { __joinerConfig: Joiner }).__joinerConfig
}

/** The public methods of a service, its own and inherited. */
function methodsOf(service: object): string[] {
  const names = new Set<string>()
  for (
    let one = Object.getPrototypeOf(service) as object;
    one !== Object.prototype;
    one = Object.getPrototypeOf(one) as object
  ) {
    Object.getOwnPropertyNames(one).forEach((name) => names.add(name))
  }
  const hidden = privateInCore()
  return [...names].filter((name) => !name.endsWith("_") && !hidden.has(name)).sort()
}

/** TypeScript alone knows what is private: the module's declarations say so. */
function privateInCore(): Set<string> {
  const path = createRequire(__filename).resolve("@medusajs/inventory")
  const declared = readFileSync(
    path.replace(/index\.js$/, "services/inventory-module.d.ts"),
    "utf8"
  )
  const names = [...declared.matchAll(/^ +(?:private|protected) (?:readonly )?(\w+)/gm)]
  return new Set(["constructor", ...names.map(([, name]) => name)])
}

function fieldsOf(schema: string): Record<string, string> {
  const types = [...schema.matchAll(/type (\w+) \{([^}]*)\}/g)]
  return Object.fromEntries(
    types.flatMap(([, type, body]) =>
      [...body.matchAll(/(\w+): (\S+)/g)].map(([, field, kind]) => [`${type}.${field}`, kind])
    )
  )
}
