import type { TransferStepResult } from "../../../src/modules/inventory"
import type StockroomModuleService from "../../../src/modules/inventory/service"

/** What is transferred: 3 of the 10 teas, and 3 of the 10 pots. */
export interface Freight {
  origin_id: string
  destination_id: string
  tea: string
  pot: string
  lines: { inventory_item_id: string; quantity: number }[]
}

interface Scene {
  id: string
  receiptId?: string
}

/** A transfer up to a step, and the step, which is to be made once whatever happens. */
export interface Story {
  before(stock: StockroomModuleService, freight: Freight): Promise<Scene>
  step(
    stock: StockroomModuleService,
    scene: Scene,
    freight: Freight,
    key: string
  ): Promise<TransferStepResult | void>
  /** How the transfer and its lines stand afterwards, in both modes. */
  after: string[]
}

const nothing = async () => ({ id: "" })

const drafted = async (stock: StockroomModuleService, freight: Freight) => {
  const { origin_id, destination_id, lines } = freight
  return { id: (await stock.createTransfer({ origin_id, destination_id, lines })).transfer_id }
}

const sent = async (stock: StockroomModuleService, freight: Freight) => {
  const scene = await drafted(stock, freight)
  await stock.markTransferPending(scene.id)
  return scene
}

/** One tea accepted and one damaged; two pots accepted. */
const aPart = ({ tea, pot }: Freight) => ({
  lines: [
    {
      ...{ inventory_item_id: tea, accepted: 1, rejected: 1 },
      ...{ disposition: "damaged" as const, reason: "broken" },
    },
    { inventory_item_id: pot, accepted: 2 },
  ],
})

const partlyReceived = async (stock: StockroomModuleService, freight: Freight) => {
  const scene = await sent(stock, freight)
  const { receipt_id } = await stock.receiveTransfer(scene.id, aPart(freight))
  return { ...scene, receiptId: receipt_id as string }
}

export const STORIES: Record<string, Story> = {
  "it is created": {
    before: nothing,
    step: (stock, _, { origin_id, destination_id, lines }, idempotency_key) =>
      stock.createTransfer({ origin_id, destination_id, lines, idempotency_key }),
    after: [
      "draft",
      "tea 3 = 0 accepted 0 rejected 0 ended",
      "pot 3 = 0 accepted 0 rejected 0 ended",
    ],
  },
  "it is duplicated": {
    before: sent,
    step: (stock, { id }, _, idempotency_key) => stock.duplicateTransfer(id, { idempotency_key }),
    after: [
      "draft",
      "tea 3 = 0 accepted 0 rejected 0 ended",
      "pot 3 = 0 accepted 0 rejected 0 ended",
    ],
  },
  "it is marked pending": {
    before: drafted,
    step: (stock, { id }, _, idempotency_key) => stock.markTransferPending(id, { idempotency_key }),
    after: [
      "pending",
      "tea 3 = 0 accepted 0 rejected 0 ended",
      "pot 3 = 0 accepted 0 rejected 0 ended",
    ],
  },
  "a part of it is received": {
    before: sent,
    step: (stock, { id }, freight, idempotency_key) =>
      stock.receiveTransfer(id, { ...aPart(freight), idempotency_key }),
    after: [
      "partial",
      "tea 3 = 1 accepted 1 rejected 0 ended",
      "pot 3 = 2 accepted 0 rejected 0 ended",
    ],
  },
  "the rest of it is received": {
    before: partlyReceived,
    step: (stock, { id }, _, idempotency_key) =>
      stock.receiveTransfer(id, { accept_rest: true, idempotency_key }),
    after: [
      "received",
      "tea 3 = 2 accepted 1 rejected 0 ended",
      "pot 3 = 3 accepted 0 rejected 0 ended",
    ],
  },
  "it is cancelled": {
    before: partlyReceived,
    step: (stock, { id }, _, idempotency_key) => stock.cancelTransfer(id, { idempotency_key }),
    after: [
      "canceled",
      "tea 3 = 1 accepted 1 rejected 1 ended",
      "pot 3 = 2 accepted 0 rejected 1 ended",
    ],
  },
  "it is closed short, and written off": {
    before: partlyReceived,
    step: (stock, { id }, _, idempotency_key) =>
      stock.closeTransfer(id, { write_off: true, idempotency_key }),
    after: [
      "received",
      "tea 3 = 1 accepted 1 rejected 1 ended",
      "pot 3 = 2 accepted 0 rejected 1 ended",
    ],
  },
  "it is made and received at once": {
    before: nothing,
    step: (stock, _, { origin_id, destination_id, lines }, idempotency_key) =>
      stock.transferAtOnce({ origin_id, destination_id, lines, idempotency_key }),
    after: [
      "received",
      "tea 3 = 3 accepted 0 rejected 0 ended",
      "pot 3 = 3 accepted 0 rejected 0 ended",
    ],
  },
  "its receipt is taken back": {
    before: partlyReceived,
    step: (stock, { id, receiptId }) => stock.takeBackReceipt(id, receiptId as string),
    after: [
      "pending",
      "tea 3 = 0 accepted 0 rejected 0 ended",
      "pot 3 = 0 accepted 0 rejected 0 ended",
    ],
  },
  "it is taken back that it was sent": {
    before: sent,
    step: (stock, { id }) => stock.takeBackPending(id),
    after: [
      "draft",
      "tea 3 = 0 accepted 0 rejected 0 ended",
      "pot 3 = 0 accepted 0 rejected 0 ended",
    ],
  },
  "it is taken back that it was cancelled": {
    before: async (stock, freight) => {
      const scene = await partlyReceived(stock, freight)
      await stock.cancelTransfer(scene.id)
      return scene
    },
    step: (stock, { id }) => stock.reopenTransfer(id),
    after: [
      "partial",
      "tea 3 = 1 accepted 1 rejected 0 ended",
      "pot 3 = 2 accepted 0 rejected 0 ended",
    ],
  },
}
