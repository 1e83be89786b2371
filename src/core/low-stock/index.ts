export * from "./pools"
export * from "./rule"
