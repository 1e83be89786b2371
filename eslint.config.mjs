import medusa from "@medusajs/eslint-plugin"
import typescript from "@typescript-eslint/eslint-plugin"
import parser from "@typescript-eslint/parser"

const TYPESCRIPT = ["**/*.{ts,tsx}"]
const NODE_GLOBALS =
  "AbortSignal URL __dirname console fetch module process require setTimeout".split(" ")
const BROWSER_GLOBALS =
  "Event URLSearchParams addEventListener dispatchEvent document fetch localStorage location navigator scrollTo".split(
    " "
  )
const NOT_THE_PLUGIN = ["{unit,integration}-tests/**", "benchmarks/**", "scripts/**", "demo/**"]

/** Medusa's own rules. They go by folder names, which tests borrow, so they see src only. */
const medusaRules = medusa.configs.strict
  .filter((block) => !("ignores" in block && !block.files))
  .map((block) =>
    block.files ? { ...block, ignores: [...(block.ignores ?? []), ...NOT_THE_PLUGIN] } : block
  )

export default [
  { ignores: ["**/.*/**", "**/coverage/**", "src/admin/__admin-extensions__.js"] },
  { linterOptions: { reportUnusedDisableDirectives: "error" } },

  ...medusaRules,
  ...typescript.configs["flat/recommended"].map((block) => ({ ...block, files: TYPESCRIPT })),
  {
    files: TYPESCRIPT,
    ignores: ["demo/**"],
    languageOptions: {
      parser,
      parserOptions: {
        project: ["tsconfig.json", "tsconfig.admin.json", "tsconfig.tests.json"],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      "@typescript-eslint/await-thenable": "error",
      "@typescript-eslint/no-floating-promises": "error",
      "@typescript-eslint/no-misused-promises": [
        "error",
        { checksVoidReturn: { attributes: false } },
      ],
      "@typescript-eslint/only-throw-error": "error",
      "@typescript-eslint/switch-exhaustiveness-check": [
        "error",
        { considerDefaultExhaustiveForUnions: true },
      ],
    },
  },
  {
    files: TYPESCRIPT,
    rules: {
      "@typescript-eslint/no-unused-vars": [
        "error",
        { argsIgnorePattern: "^_", ignoreRestSiblings: true },
      ],
    },
  },
  {
    // The pure domain throws its own refusals, which the module turns into Medusa's errors; and
    // options are read at start-up, when there is no request to answer.
    files: [
      "src/{core,admin}/**",
      "src/config.ts",
      "src/{modules,providers}/*/{options.ts,loaders/**}",
    ],
    rules: { "@medusajs/use-medusa-error-not-generic-error": "off" },
  },
  {
    // The engine takes core's place: its models carry the names that links and aliases are made of.
    files: ["src/modules/inventory/models/**"],
    rules: { "@medusajs/data-model-table-name-snake-case": "off" },
  },
  {
    // Ids are global in a store, and the store has workflows of its own: a plugin's carry its name.
    files: ["src/workflows/**"],
    rules: {
      "@medusajs/step-id-kebab-case": "off",
      "@medusajs/workflow-id-matches-export-or-filename": "off",
    },
  },
  {
    files: ["**/*.{js,cjs,mjs}"],
    languageOptions: {
      globals: Object.fromEntries(NODE_GLOBALS.map((name) => [name, "readonly"])),
    },
    rules: { "no-undef": "error", "no-unused-vars": "error", "prefer-const": "error" },
  },
  {
    files: ["demo/storefront/**"],
    languageOptions: {
      globals: Object.fromEntries(BROWSER_GLOBALS.map((name) => [name, "readonly"])),
    },
  },
]
