/** The GraphQL types of the module: Medusa's three, which lead to Stockroom's own, then these. */
export const schema = `
type InventoryItem {
  id: ID!
  created_at: DateTime!
  updated_at: DateTime!
  deleted_at: DateTime
  sku: String
  origin_country: String
  hs_code: String
  mid_code: String
  material: String
  unit_of_measure: String
  weight: Int
  length: Int
  height: Int
  width: Int
  requires_shipping: Boolean!
  description: String
  title: String
  thumbnail: String
  metadata: JSON
  location_levels: [InventoryLevel]
  reservation_items: [ReservationItem]
  reserved_quantity: Float!
  stocked_quantity: Float!
}

type InventoryLevel {
  id: ID!
  created_at: DateTime!
  updated_at: DateTime!
  deleted_at: DateTime
  inventory_item_id: String!
  inventory_item: InventoryItem!
  location_id: String!
  stocked_quantity: Float!
  reserved_quantity: Float!
  incoming_quantity: Float!
  metadata: JSON
  available_quantity: Float!
}

type ReservationItem {
  id: ID!
  created_at: DateTime!
  updated_at: DateTime!
  deleted_at: DateTime
  line_item_id: String
  allow_backorder: Boolean!
  inventory_item_id: String!
  inventory_item: InventoryItem!
  location_id: String!
  quantity: Float!
  external_id: String
  description: String
  created_by: String
  metadata: JSON
}

type InventoryLevelState {
  id: ID!
  inventory_item_id: String!
  location_id: String!
  level_id: String
  sequence: String!
  available: String!
  committed: String!
  reserved: String!
  damaged: String!
  safety: String!
  quality_control: String!
  incoming: String!
  fulfilled: String!
  reserved_by_reservations: String!
  held_for_orders: String!
  active: Boolean!
  created_at: DateTime!
  updated_at: DateTime!
}

type InventoryMovement {
  id: ID!
  kind: String!
  reason: String
  note: String
  actor_type: String!
  actor_id: String
  source: String
  correlation_id: String
  idempotency_key: String
  reverses_id: String
  below_zero: Boolean!
  order_id: String
  line_item_id: String
  fulfillment_id: String
  return_id: String
  transfer_id: String
  reservation_id: String
  import_id: String
  created_at: DateTime!
  transactions: [InventoryTransaction]
}

type InventoryTransaction {
  id: ID!
  movement_id: String!
  movement: InventoryMovement!
  inventory_item_id: String!
  location_id: String!
  state: String!
  quantity: String!
  balance_before: String!
  balance_after: String!
  sequence: String!
  created_at: DateTime!
}

type InventoryLocation {
  id: ID!
  active: Boolean!
  priority: Int!
  kind: String!
  latitude: Float
  longitude: Float
  lead_time_days: Int
  sales_channel_ids: [String]
}

type InventoryHold {
  id: ID!
  order_id: String!
  line_item_id: String!
  inventory_item_id: String!
  location_id: String!
  committed_location_id: String!
  quantity: String!
  created_at: DateTime!
  updated_at: DateTime!
}

type InventoryAllocation {
  id: ID!
  order_id: String!
  line_item_id: String!
  inventory_item_id: String!
  location_id: String!
  quantity: String!
  per_unit: String
  strategy: String!
  reason: String!
  suggested_location_id: String
  reservation_id: String
  holds: JSON
  created_at: DateTime!
}

type InventoryImport {
  id: ID!
  file_name: String!
  reason: String
  note: String
  row_count: Int!
  change_count: Int!
  unchanged_count: Int!
  error_count: Int!
  below_zero_count: Int!
  created_by: String
  checked_at: DateTime!
  applied_at: DateTime
  applied_count: Int
  created_at: DateTime!
  updated_at: DateTime!
}
type InventoryTransfer {
  id: ID!
  number: Int!
  status: String!
  origin_id: String!
  destination_id: String!
  origin_deduction: String
  reference: String
  note: String
  expected_at: DateTime
  carrier: String
  tracking_number: String
  tracking_url: String
  metadata: JSON
  custom_fields: JSON!
  lines: [InventoryTransferLine]
  receipts: [InventoryTransferReceipt]
  events: [InventoryTransferEvent]
  created_at: DateTime!
  updated_at: DateTime!
}

type InventoryTransferLine {
  id: ID!
  transfer_id: String!
  transfer: InventoryTransfer!
  position: Int!
  inventory_item_id: String!
  inventory_item: InventoryItem
  quantity: String!
  accepted: String!
  rejected: String!
  ended: String!
  hold_id: String
  order_id: String
  line_item_id: String
  held: String!
  created_at: DateTime!
  updated_at: DateTime!
}

type InventoryTransferReceipt {
  id: ID!
  transfer_id: String!
  transfer: InventoryTransfer!
  note: String
  actor_type: String!
  actor_id: String
  idempotency_key: String
  taken_back_at: DateTime
  lines: [InventoryTransferReceiptLine]
  created_at: DateTime!
}

type InventoryTransferReceiptLine {
  id: ID!
  receipt_id: String!
  receipt: InventoryTransferReceipt!
  inventory_item_id: String!
  accepted: String!
  rejected: String!
  disposition: String
  reason: String
  note: String
  held: String!
}

type InventoryTransferEvent {
  id: ID!
  transfer_id: String!
  transfer: InventoryTransfer!
  event: String!
  status: String!
  actor_type: String!
  actor_id: String
  source: String
  reason: String
  note: String
  write_off: Boolean!
  receipt_id: String
  idempotency_key: String
  created_at: DateTime!
}

type InventoryItemUnit {
  id: ID!
  inventory_item_id: String!
  key: String!
  name: String!
  factor: String!
  base: Boolean!
  precision: Int!
  increment: String!
  priority: Int!
  created_at: DateTime!
  updated_at: DateTime!
}

type InventoryLowStockRule {
  id: ID!
  inventory_item_id: String
  place: String!
  location_id: String
  sales_channel_id: String
  threshold: String!
  actions: JSON!
  enabled: Boolean!
  muted_until: DateTime
  lead_time_days: Int
  reorder_to: String
  stop_selling: Boolean!
  note: String
  source: String!
  created_at: DateTime!
  updated_at: DateTime!
}

type InventoryLowStockAlert {
  id: ID!
  inventory_item_id: String!
  place: String!
  location_id: String
  sales_channel_id: String
  rule_id: String!
  threshold: String!
  available: String!
  actions: JSON!
  status: String!
  movement_id: String
  opened_at: DateTime!
  settled_at: DateTime
  acknowledged_at: DateTime
  acknowledged_by: String
  resolved_at: DateTime
  resolved_by: String
  resolution: String
  note: String
  muted_until: DateTime
  low_until: DateTime
  recovery_movement_id: String
  recovery_available: String
  runs: [InventoryLowStockRun]
  created_at: DateTime!
  updated_at: DateTime!
}

type InventoryLowStockRun {
  id: ID!
  alert_id: String!
  alert: InventoryLowStockAlert!
  position: Int!
  identifier: String!
  options: JSON!
  phase: String!
  status: String!
  attempts: Int!
  next_at: DateTime!
  claim: String
  claimed_until: DateTime
  last_error: String
  result: JSON
  started_at: DateTime
  finished_at: DateTime
  created_at: DateTime!
  updated_at: DateTime!
}
`
