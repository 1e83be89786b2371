/** Writes what was measured as one Markdown file, which is also what is printed. */
import { execFileSync } from "node:child_process"
import { mkdirSync, writeFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { format } from "prettier"

import { CONTESTANTS } from "./contestants.mjs"
import { SCENARIOS } from "./scenarios/index.mjs"

const RESULTS = new URL("results/", import.meta.url)

/** Saves a report under today's date and prints it. */
export async function publish(name, markdown, { save }) {
  const text = await format(markdown, { parser: "markdown", proseWrap: "always", printWidth: 100 })
  console.log(`\n${text}`)
  if (!save) return
  mkdirSync(RESULTS, { recursive: true })
  const file = new URL(`${new Date().toISOString().slice(0, 10)}${name}.md`, RESULTS)
  writeFileSync(file, text)
  console.log(`\nWritten to benchmarks/results/${fileURLToPath(file).split("/").pop()}`)
}

/** Which source was measured. */
export function revision() {
  const git = (...args) =>
    execFileSync("git", args, { cwd: fileURLToPath(RESULTS), encoding: "utf8" }).trim()
  try {
    const changed = git("status", "--porcelain", "--", "../../src") ? ", with local changes" : ""
    return `${git("rev-parse", "--short", "HEAD")}${changed}`
  } catch {
    return "unknown"
  }
}

export function table(headings, rows) {
  const line = (cells) => `| ${cells.join(" | ")} |`
  const rule = headings.map((_, index) => (index ? "---:" : "---"))
  return [headings, rule, ...rows].map(line).join("\n")
}

/** Calls a second of every contestant, and what Stockroom's are against the others'. */
export function ratesTable(results) {
  const names = Object.keys(CONTESTANTS)
  const others = names.filter((name) => name !== "stockroom")
  const rows = results.map(({ scenario, callers, measured }) => [
    SCENARIOS[scenario].title,
    callers,
    ...names.map((name) => (measured[name] ? figure(measured[name].rate) : "")),
    ...others.map((name) =>
      measured[name] ? `${times(measured.stockroom.rate / measured[name].rate)}` : ""
    ),
  ])
  const headings = ["ops/s", "callers"]
  headings.push(...names.map((name) => CONTESTANTS[name].title))
  headings.push(...others.map((name) => `÷ ${CONTESTANTS[name].title}`))
  return table(headings, rows)
}

export function detailsTable(results) {
  const names = Object.keys(CONTESTANTS)
  const rows = results.map(({ scenario, callers, measured }) => [
    SCENARIOS[scenario].title,
    callers,
    ...names.map((name) =>
      measured[name] ? `${figure(measured[name].p99)} / ${measured[name].cpu.toFixed(2)}` : ""
    ),
  ])
  return table(
    ["p99 ms / CPU ms", "callers", ...names.map((name) => CONTESTANTS[name].title)],
    rows
  )
}

/** Every target whose figures were taken, and whether it is met. */
export function targetsTable(results) {
  const rows = results.flatMap(({ scenario, callers, measured }) =>
    SCENARIOS[scenario].targets
      .filter((target) => target.callers === callers && measured[target.against])
      .map((target) => {
        const reached = measured.stockroom.rate / measured[target.against].rate
        return [
          `${SCENARIOS[scenario].title}, ${callers} callers`,
          `≥ ${times(target.times)} ${CONTESTANTS[target.against].title}`,
          times(reached),
          reached >= target.times ? "yes" : "no",
        ]
      })
  )
  return table(["target", "wanted", "measured", "met"], rows)
}

export function consistencyTable(consistency) {
  const names = Object.keys(CONTESTANTS)
  const cell = (state) => {
    if (!state) return ""
    return state.drift ? `${state.lost}; ${state.drift} levels` : String(state.lost)
  }
  const rows = consistency.map(({ scenario, states }) => [
    SCENARIOS[scenario].title,
    ...names.map((name) => cell(states[name])),
  ])
  return table(["units", ...names.map((name) => CONTESTANTS[name].title)], rows)
}

export function failuresTable(results) {
  const rows = results.flatMap(({ scenario, callers, measured }) =>
    Object.entries(measured).flatMap(([name, { errors }]) =>
      Object.entries(errors).map(([reason, count]) => [
        SCENARIOS[scenario].title,
        callers,
        CONTESTANTS[name].title,
        count,
        reason.replaceAll("|", "/").replaceAll("\n", " "),
      ])
    )
  )
  return rows.length
    ? table(["failed calls", "callers", "contestant", "calls", "reason"], rows)
    : "No call failed."
}

export function figure(value) {
  if (!Number.isFinite(value)) return "–"
  return value >= 100
    ? Math.round(value).toLocaleString("en-US")
    : value.toPrecision(value >= 10 ? 3 : 2)
}

function times(value) {
  if (!Number.isFinite(value)) return "–"
  return `${value >= 9.95 ? value.toFixed(0) : value.toFixed(value < 1 ? 2 : 1)} ×`
}
