/** Exact decimals as whole numbers of 10^-20, so that the model shares no arithmetic with the engine. */
export type Decimal = bigint

const PLACES = 20
const ONE = 10n ** BigInt(PLACES)

/**
 * Reads a decimal as callers give it: a number, a string, or Medusa's `{ value }` and `{ raw }`. Null
 * when it is none, or has more digits than stock can have.
 */
export function decimal(input: unknown): Decimal | null {
  const { raw, value: inner } = Object(input) as {
    raw?: { value?: unknown }
    value?: unknown
  }
  const value = typeof input === "object" ? (raw?.value ?? inner) : input
  const text = typeof value === "number" ? plain(value) : typeof value === "string" ? value : ""
  const match = /^([+-]?)(\d+)(?:\.(\d+))?$/.exec(text.trim())
  if (!match) {
    return null
  }
  const [, sign, whole, fraction = ""] = match
  const digits = fraction.replace(/0+$/, "")
  if (digits.length > PLACES || whole.replace(/^0+/, "").length > 30) {
    return null
  }
  const amount = BigInt(whole) * ONE + BigInt(digits.padEnd(PLACES, "0"))
  return sign === "-" ? -amount : amount
}

/** As {@link decimal}, for what is known to be one. */
export function exactly(value: string | number): Decimal {
  const amount = decimal(value)
  if (amount === null) {
    throw new Error(`${value} is no decimal`)
  }
  return amount
}

/** As Postgres and the engine write it: no exponent, no trailing zeros. */
export function text(amount: Decimal): string {
  const size = amount < 0n ? -amount : amount
  const fraction = (size % ONE).toString().padStart(PLACES, "0").replace(/0+$/, "")
  return `${amount < 0n ? "-" : ""}${size / ONE}${fraction && `.${fraction}`}`
}

function plain(value: number): string {
  return Number.isInteger(value) ? BigInt(value).toString() : String(value)
}
