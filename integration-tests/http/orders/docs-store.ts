import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { dirname, join } from "node:path"

import ts from "typescript"

const ROOT = join(__dirname, "..", "..", "..")

/** What every test store has; the page's configuration is put into it. */
const configWith = (lines: string) => `import { defineConfig } from "@medusajs/framework/utils"

module.exports = defineConfig({
  projectConfig: {
    http: {
      storeCors: "http://localhost:8000",
      adminCors: "http://localhost:9000",
      authCors: "http://localhost:9000",
      jwtSecret: "test",
      cookieSecret: "test",
    },
  },
  admin: { disable: true },
  plugins: [{ resolve: "medusa-stockroom", options: {} }],
  ${lines}
})
`

/**
 * Makes a store of the code on a page of the docs, word for word: each block goes into the file that
 * its first line names. It is checked and built by TypeScript, as a merchant's store is.
 *
 * @returns the store's folder
 * @throws Error with what TypeScript has to say of the code
 */
export function buildStoreOfPage(page: string): string {
  const store = join(ROOT, "integration-tests", ".medusa", `docs-${page.replace(/\W/g, "-")}`)
  rmSync(store, { recursive: true, force: true })
  const markdown = readFileSync(join(ROOT, "docs", page), "utf8")
  const sources = [...markdown.matchAll(/```ts\n\/\/ (\S+\.ts)\n([^]*?)```/g)].map(
    ([, path, code]) => {
      const file = join(store, path)
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(file, path === "medusa-config.ts" ? configWith(code) : code)
      return file
    }
  )
  build(sources)
  return store
}

function build(files: string[]): void {
  const program = ts.createProgram(files, {
    target: ts.ScriptTarget.ES2021,
    module: ts.ModuleKind.Node16,
    moduleResolution: ts.ModuleResolutionKind.Node16,
    esModuleInterop: true,
    strict: true,
    skipLibCheck: true,
    types: ["node"],
  })
  const { diagnostics } = program.emit()
  const problems = [...ts.getPreEmitDiagnostics(program), ...diagnostics]
  if (problems.length) {
    throw new Error(
      ts.formatDiagnostics(problems, {
        getCanonicalFileName: (name) => name,
        getCurrentDirectory: () => ROOT,
        getNewLine: () => "\n",
      })
    )
  }
  // Only what was built is run, as on a server.
  files.forEach((file) => rmSync(file))
}
