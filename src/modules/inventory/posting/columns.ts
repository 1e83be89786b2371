/** One column of rows that are sent to Postgres as an array. */
export interface Column<Row> {
  name: string
  type: "text" | "numeric" | "bigint" | "boolean" | "jsonb"
  of: (row: Row) => string | number | boolean | null | undefined
}

/**
 * A `from` item with a row for each element of the arrays, which are parameters from `$first` on.
 * Arrays cost Postgres a third of what JSON records cost it.
 */
export function recordset(columns: Column<never>[], first: number, alias: string): string {
  const arrays = columns.map(({ type }, index) => `$${first + index}::${type}[]`)
  return `unnest(${arrays.join(", ")}) as ${alias} (${columns.map(({ name }) => name).join(", ")})`
}

/** The parameters of {@link recordset}: one array literal for each column. */
export function toArrays<Row>(columns: Column<Row>[], rows: Row[]): string[] {
  return columns.map(({ type, of }) =>
    type === "text" || type === "jsonb"
      ? textArray(rows.map(of) as (string | null | undefined)[])
      : plainArray(rows.map(of))
  )
}

/** A literal of Postgres' `text[]`; what is missing is null. */
export function textArray(values: (string | null | undefined)[]): string {
  return plainArray(values.map((value) => (value == null ? null : quote(value))))
}

/** Nulls at the end are left out: `unnest` fills up with nulls, and most columns hold nothing else. */
function plainArray(values: unknown[]): string {
  let length = values.length
  while (length && values[length - 1] == null) {
    length--
  }
  let literal = "{"
  for (let index = 0; index < length; index++) {
    literal += `${index ? "," : ""}${values[index] ?? "null"}`
  }
  return `${literal}}`
}

function quote(value: string): string {
  return `"${/["\\]/.test(value) ? value.replace(/["\\]/g, "\\$&") : value}"`
}
