/** One column of rows that are sent to Postgres as an array. */
export interface Column<Row> {
  name: string
  type: "text" | "numeric" | "bigint" | "boolean" | "jsonb"
  of: (row: Row) => string | number | boolean | null | undefined
}

/** A `from` item with a row for each element of the arrays, which are parameters from `$first` on. */
export function recordset(columns: Column<never>[], first: number, alias: string): string {
  const arrays = columns.map(({ type }, index) => `$${first + index}::${type}[]`)
  return `unnest(${arrays.join(", ")}) as ${alias} (${columns.map(({ name }) => name).join(", ")})`
}

/** The parameters of {@link recordset}: one array literal for each column. */
export function toArrays<Row>(columns: Column<Row>[], rows: Row[]): string[] {
  return columns.map(({ type, of }) => {
    const values = rows.map(of)
    return type === "text" || type === "jsonb"
      ? textArray(values as (string | null | undefined)[])
      : plainArray(values)
  })
}

/** A literal of Postgres' `text[]`; what is missing is null. */
export function textArray(values: (string | null | undefined)[]): string {
  if (values.length && values.every(isPlain)) {
    return `{"${values.join('","')}"}`
  }
  return plainArray(values.map((value) => (value == null ? null : `"${escape(value)}"`)))
}

/** Nulls at the end are left out: `unnest` fills up with nulls, and most columns hold nothing else. */
function plainArray(values: unknown[]): string {
  let length = values.length
  while (length && values[length - 1] == null) {
    length--
  }
  const present = values.slice(0, length)
  const whole = !present.includes(null) && !present.includes(undefined)
  return `{${(whole ? present : present.map((value) => value ?? "null")).join(",")}}`
}

const SPECIAL = /["\\]/

function isPlain(value: string | null | undefined): boolean {
  return value != null && !SPECIAL.test(value)
}

function escape(value: string): string {
  return value.replace(/["\\]/g, "\\$&")
}
