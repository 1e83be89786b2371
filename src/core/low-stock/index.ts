export * from "./rule"
