import {
  type Column,
  recordset,
  textArray,
  toArrays,
} from "../../src/modules/inventory/posting/columns"

interface Row {
  name: string | null
  figure: number | null
  given?: boolean
}

const COLUMNS: Column<Row>[] = [
  { name: "name", type: "text", of: ({ name }) => name },
  { name: "figure", type: "numeric", of: ({ figure }) => figure },
  { name: "given", type: "boolean", of: ({ given }) => given },
]

describe("rows as arrays", () => {
  it("are numbered from the first parameter on", () => {
    expect(recordset(COLUMNS, 4, "r")).toBe(
      "unnest($4::text[], $5::numeric[], $6::boolean[]) as r (name, figure, given)"
    )
  })

  it.each<[string, Row[], string[]]>([
    ["none", [], ["{}", "{}", "{}"]],
    [
      "all filled",
      [
        { name: "BOLT", figure: 0, given: false },
        { name: "WINE", figure: 3.5, given: true },
      ],
      ['{"BOLT","WINE"}', "{0,3.5}", "{false,true}"],
    ],
    [
      "with gaps",
      [
        { name: null, figure: 1 },
        { name: "WINE", figure: null, given: true },
        { name: "CORK", figure: null },
      ],
      ['{null,"WINE","CORK"}', "{1}", "{null,true}"],
    ],
  ])("%s", (_, rows, arrays) => {
    expect(toArrays(COLUMNS, rows)).toEqual(arrays)
  })

  it.each<[(string | null)[], string]>([
    [["null", "", "{a,b}"], '{"null","","{a,b}"}'],
    [['5" pipe', "a\\b", "plain"], '{"5\\" pipe","a\\\\b","plain"}'],
    [['5" pipe', null], '{"5\\" pipe"}'],
  ])("texts %j", (texts, literal) => {
    expect(textArray(texts)).toBe(literal)
  })
})
