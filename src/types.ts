/**
 * Types for developers who build on Stockroom.
 *
 * @packageDocumentation
 */
export type * from "./modules/inventory/types"
export type { StockroomModuleService, StockroomOptions, Actor, Who } from "./modules/inventory"
export type { Quantity, QuantityInput } from "./core/quantity"
export type { State, HandState } from "./core/state"
export type { MovementKind, References } from "./core/movement"
export type { Drift, DriftCause } from "./core/verify"
