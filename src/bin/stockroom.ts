#!/usr/bin/env node
import { loadEnv } from "@medusajs/framework/utils"
import { parseArgs } from "node:util"

import { openLedger, type Repaired, type Verification } from "../modules/inventory"

const USAGE = `Usage: stockroom <command> [options]

Commands:
  verify    lists where levels, ledger, Medusa's figures and reservations disagree
  repair    brings drifted levels back in line by compensating movements

Options:
  --json              prints JSON instead of text
  --core              verify only: checks Medusa's own tables, before Stockroom takes over
  --item <id>         only this inventory item
  --location <id>     only this stock location
  --database <url>    the database; else DATABASE_URL, also from the store's .env
  --schema <name>     the database schema (public)

Exit codes: 0 all in line, 1 drift found (or left), 2 the command could not run.
`

async function main(): Promise<number> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      json: { type: "boolean", default: false },
      core: { type: "boolean", default: false },
      item: { type: "string" },
      location: { type: "string" },
      database: { type: "string" },
      schema: { type: "string", default: "public" },
      help: { type: "boolean", default: false },
    },
  })
  const [command] = positionals
  if (values.help || !["verify", "repair"].includes(command ?? "")) {
    process.stdout.write(USAGE)
    return values.help ? 0 : 2
  }
  loadEnv(process.env.NODE_ENV ?? "development", process.cwd())
  const url = values.database ?? process.env.DATABASE_URL
  if (!url) {
    process.stderr.write("No database: set DATABASE_URL, or give --database <url>.\n")
    return 2
  }
  const ledger = openLedger(url, values.schema)
  try {
    const scope = { inventory_item_id: values.item, location_id: values.location }
    if (command === "verify") {
      const report = await ledger.verify({ ...scope, core_only: values.core })
      print(values.json, report, describe(report))
      return report.consistent ? 0 : 1
    }
    const repaired = await ledger.repair(scope)
    print(values.json, repaired, describeRepair(repaired))
    return repaired.remaining.consistent ? 0 : 1
  } finally {
    await ledger.close()
  }
}

function print(asJson: boolean, data: unknown, text: string): void {
  process.stdout.write(asJson ? `${JSON.stringify(data, null, 2)}\n` : text)
}

function describe({ levels, drifts, more_drifts, notices }: Verification): string {
  const lines = [
    ...drifts.map(
      (drift) =>
        `${drift.cause}: item ${drift.inventory_item_id} at location ${drift.location_id}: ${drift.subject} should be ${drift.expected}, is ${drift.actual}`
    ),
    ...(more_drifts ? [`… and ${more_drifts} more`] : []),
    ...notices.map(
      (notice) =>
        `note, ${notice.notice}: item ${notice.inventory_item_id} at location ${notice.location_id}: ${notice.quantity}${describeLeft(notice)}`
    ),
    drifts.length
      ? `${levels} levels checked, ${drifts.length + more_drifts} figures have drifted.`
      : `${levels} levels checked, all in line.`,
  ]
  return `${lines.join("\n")}\n`
}

function describeLeft({ left = {} }: Verification["notices"][number]): string {
  const states = Object.entries(left).map(([state, quantity]) => `${state} ${quantity}`)
  return states.length ? ` on hand (${states.join(", ")})` : ""
}

function describeRepair({ levels, movement_ids, remaining }: Repaired): string {
  return `${levels} levels repaired by ${movement_ids.length} movements.\n${describe(remaining)}`
}

main().then(
  (code) => {
    process.exitCode = code
  },
  (error: Error) => {
    process.stderr.write(`${error.message}\n`)
    process.exitCode = 2
  }
)
