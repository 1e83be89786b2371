import type { Context } from "@medusajs/framework/types"

import { OrderService } from "./order-service"
import type { StockCall } from "./posting/poster"
import type { TransferChange } from "./posting/transfer-columns"
import { currentWho } from "./request-context"
import { listTransfers, retrieveTransfer } from "./transfers"
import { itemsOfCode, readItemsFile, refuseErrors } from "./transfer-items"
import { loadHolds } from "./translate/cover"
import { transferAtOnce } from "./translate/transfers/at-once"
import {
  createTransfer,
  deleteTransfer,
  duplicateTransfer,
  restoreTransfer,
  updateTransfer,
} from "./translate/transfers/draft"
import { draftOfHolds } from "./translate/transfers/of-holds"
import { endTransfer } from "./translate/transfers/end"
import { markPending } from "./translate/transfers/pending"
import { receiveTransfer } from "./translate/transfers/receive"
import type { StepOutcome } from "./translate/transfers/step"
import { reopenTransfer, takeBackPending, takeBackReceipt } from "./translate/transfers/take-back"
import type {
  CreateTransferInput,
  DraftTransferOfHoldsInput,
  EndTransferInput,
  FoundItem,
  ItemsOfBarcodes,
  MarkPendingInput,
  ReceiveTransferInput,
  TransferAtOnceInput,
  TransferFilters,
  TransferItemsFile,
  TransferRecord,
  TransferStepResult,
  TransferSummary,
  UpdateTransferInput,
} from "./types"

/** What Stockroom adds to the Inventory Module for transfers between locations. */
export abstract class TransferService extends OrderService {
  /** Transfers without their lines, newest first. */
  async listTransfers(
    filters: TransferFilters,
    page: { limit: number; offset: number },
    context: Context = {}
  ): Promise<[TransferSummary[], number]> {
    return await this.translated_(() => listTransfers(this.reader_(context), filters, page))
  }

  /** A transfer with its lines, receipts and history. */
  async retrieveTransfer(id: string, context: Context = {}): Promise<TransferRecord> {
    return await this.translated_(() => retrieveTransfer(this.reader_(context), id))
  }

  /** Makes a draft. */
  async createTransfer(
    input: CreateTransferInput,
    context: Context = {}
  ): Promise<TransferStepResult> {
    return await this.step_(
      () => createTransfer(currentWho(), input, { customFields: this.customFields_ }),
      context
    )
  }

  /** Makes a draft that brings what is held for orders' shortfalls to where it is committed. */
  async draftTransferOfHolds(
    { hold_ids, ...input }: DraftTransferOfHoldsInput,
    context: Context = {}
  ): Promise<TransferStepResult> {
    const draft = await this.translated_(async () =>
      draftOfHolds(await loadHolds(this.reader_(context), hold_ids))
    )
    return await this.createTransfer({ ...input, ...draft }, context)
  }

  /**
   * Reads a file of items for a transfer; nothing is changed.
   *
   * @param options.refuse - throws where a row is wrong, rather than to tell of it
   */
  async readTransferItems(
    content: string,
    ofBarcodes: ItemsOfBarcodes,
    options: { refuse: boolean },
    context: Context = {}
  ): Promise<TransferItemsFile> {
    return await this.translated_(async () => {
      const file = await readItemsFile(this.reader_(context), content, ofBarcodes)
      if (options.refuse) {
        refuseErrors(file)
      }
      return file
    })
  }

  /** The items that a typed or scanned code means; several where variants share a barcode. */
  async itemsOfCode(
    code: string,
    ofBarcodes: ItemsOfBarcodes,
    context: Context = {}
  ): Promise<FoundItem[]> {
    return await this.translated_(() => itemsOfCode(this.reader_(context), code, ofBarcodes))
  }

  /** Makes a transfer and receives all of it at once. */
  async transferAtOnce(
    input: TransferAtOnceInput,
    context: Context = {}
  ): Promise<TransferStepResult> {
    return await this.step_(
      () => transferAtOnce(currentWho(), input, { customFields: this.customFields_ }),
      context
    )
  }

  /** Changes a draft, or what a transfer that was sent says besides its route and items. */
  async updateTransfer(
    id: string,
    input: UpdateTransferInput,
    context: Context = {}
  ): Promise<TransferStepResult> {
    return await this.step_(
      () => updateTransfer(currentWho(), id, input, { customFields: this.customFields_ }),
      context
    )
  }

  /** Deletes a draft. */
  async deleteTransfer(id: string, context: Context = {}): Promise<TransferStepResult> {
    return await this.step_(() => deleteTransfer(currentWho(), id), context)
  }

  /** Brings a deleted draft back, for a workflow that fails later. */
  async restoreTransfer(id: string, context: Context = {}): Promise<void> {
    await this.step_(() => restoreTransfer(currentWho(), id), context)
  }

  /** A new draft of what a transfer carries. */
  async duplicateTransfer(
    id: string,
    input: { idempotency_key?: string | null } = {},
    context: Context = {}
  ): Promise<TransferStepResult> {
    return await this.step_(() => duplicateTransfer(currentWho(), id, input), context)
  }

  /** Sends a draft on its way. */
  async markTransferPending(
    id: string,
    input: MarkPendingInput = {},
    context: Context = {}
  ): Promise<TransferStepResult> {
    const rules = {
      deduction: this.options.transfers.origin_deduction,
      customFields: this.customFields_,
    }
    return await this.step_(() => markPending(currentWho(), id, input, rules), context)
  }

  /** Receives a part of a transfer, or all of it. */
  async receiveTransfer(
    id: string,
    input: ReceiveTransferInput,
    context: Context = {}
  ): Promise<TransferStepResult> {
    const rules = {
      allowOverReceipt: this.options.transfers.allow_over_receipt,
      reasons: this.options.reasons ?? null,
    }
    return await this.step_(() => receiveTransfer(currentWho(), id, input, rules), context)
  }

  /** Cancels a transfer: what is outstanding goes back, or is written off. */
  async cancelTransfer(
    id: string,
    input: EndTransferInput = {},
    context: Context = {}
  ): Promise<TransferStepResult> {
    const rules = { reasons: this.options.reasons ?? null }
    return await this.step_(() => endTransfer(currentWho(), id, "canceled", input, rules), context)
  }

  /** Closes a transfer of which no more will arrive: it counts as received. */
  async closeTransfer(
    id: string,
    input: EndTransferInput = {},
    context: Context = {}
  ): Promise<TransferStepResult> {
    const rules = { reasons: this.options.reasons ?? null }
    return await this.step_(() => endTransfer(currentWho(), id, "closed", input, rules), context)
  }

  /** Takes back that a transfer was sent, for a workflow that fails later. */
  async takeBackPending(id: string, context: Context = {}): Promise<void> {
    await this.step_(() => takeBackPending(currentWho(), id), context)
  }

  /** Takes a receipt back, for a workflow that fails later. */
  async takeBackReceipt(id: string, receiptId: string, context: Context = {}): Promise<void> {
    await this.step_(() => takeBackReceipt(currentWho(), id, receiptId), context)
  }

  /** Takes back that a transfer was cancelled or closed, for a workflow that fails later. */
  async reopenTransfer(id: string, context: Context = {}): Promise<void> {
    await this.step_(() => reopenTransfer(currentWho(), id), context)
  }

  private get customFields_() {
    return this.options.transfers.custom_fields
  }

  /** Makes a step and tells of it, once it is committed. */
  private async step_(
    call: () => StockCall<StepOutcome, unknown>,
    context: Context
  ): Promise<TransferStepResult> {
    const posted = await this.post_(call, context)
    await this.announce_(context, posted)
    const { result, change } = posted.result
    if (change) {
      const { id, status, originId, destinationId } = change.transfer
      await this.eventBusModuleService_?.emit(
        eventsOf(change).map((name) => ({
          name: `stockroom.transfer.${name}`,
          data: {
            ...{ id, status },
            origin_id: originId,
            destination_id: destinationId,
            receipt_id: result.receipt_id,
          },
        }))
      )
    }
    return result
  }
}

/** What a step is told as: whoever waits for a transfer to be received hears of each way it can be. */
function eventsOf({ event: { event }, fate, transfer: { status } }: TransferChange): string[] {
  switch (event) {
    case "received":
      return fate === "created"
        ? ["created", "received"]
        : [status === "partial" ? "partially_received" : "received"]
    case "closed":
      return ["closed", "received"]
    default:
      return [event]
  }
}
