import type { Context } from "@medusajs/framework/types"

import { AvailabilityService } from "./availability-service"
import {
  answerToken,
  deleteBackInStock,
  type KeptWish,
  listBackInStock,
  listDemand,
  putBackInStock,
} from "./back-in-stock/list"
import {
  awaited,
  beginMessage,
  claimMessages,
  failMessage,
  finishMessage,
  forget,
  noteLook,
  waitOn,
} from "./back-in-stock/messages"
import { subscribe, takeBack } from "./back-in-stock/subscribe"
import { newId } from "./ids"
import { inTransaction } from "./posting/connection"
import type {
  AwaitedVariant,
  BackInStock,
  BackInStockAnswer,
  BackInStockDemand,
  BackInStockFilters,
  BackInStockInput,
  BackInStockMessage,
  BackInStockOutcome,
} from "./types"

interface Page {
  limit: number
  offset: number
}

/** A portion of messages that a server has taken in hand. */
export interface MessageClaim {
  claim: string
  messages: BackInStockMessage[]
}

/** What Stockroom adds to the Inventory Module for shoppers who wait for something. */
export abstract class BackInStockService extends AvailabilityService {
  /** Takes down who wants to be told when a variant is in stock again. What is answered does not tell who is known. */
  async subscribeBackInStock(
    input: BackInStockInput
  ): Promise<{ outcome: BackInStockOutcome; created: string | null }> {
    return await inTransaction(this.knex_(), (run) =>
      subscribe(run, input, this.options.back_in_stock)
    )
  }

  /** Takes it back, for a workflow that fails later. */
  async takeBackInStockBack(id: string): Promise<void> {
    await takeBack(this.reader_(), id)
  }

  /**
   * Confirms or ends what a link in a message names.
   *
   * @throws 404 for a token that is none, and for confirming what has been ended
   */
  async answerBackInStock(
    token: string,
    answer: BackInStockAnswer
  ): Promise<{ variant_id: string; sales_channel_id: string }> {
    return await this.translated_(() =>
      inTransaction(this.knex_(), (run) => answerToken(run, token, answer))
    )
  }

  /** Who waits, and who has waited: the latest first. */
  async listBackInStock(
    filters: BackInStockFilters,
    page: Page,
    context: Context = {}
  ): Promise<[BackInStock[], number]> {
    return await listBackInStock(this.reader_(context), filters, page)
  }

  /** How many wait for what: the variant that most wait for first. */
  async listBackInStockDemand(
    filters: Pick<BackInStockFilters, "variant_id">,
    page: Page,
    context: Context = {}
  ): Promise<[BackInStockDemand[], number]> {
    return await listDemand(this.reader_(context), filters, page)
  }

  /** Forgets somebody who waits, or has waited. */
  async deleteBackInStock(id: string): Promise<KeptWish> {
    return await this.translated_(() => deleteBackInStock(this.reader_(), id))
  }

  /** Puts it back, for a workflow that fails later. */
  async putBackInStockBack(kept: KeptWish): Promise<void> {
    await putBackInStock(this.reader_(), kept)
  }

  /** Variants that are waited for; those that nobody has looked at for longest first. */
  async listAwaitedVariants(limit: number): Promise<AwaitedVariant[]> {
    return await awaited(this.reader_(), limit)
  }

  /** Notes that variants have been looked at, and has those told who wait for what is back. */
  async noteAwaitedVariants(looked: AwaitedVariant[], back: AwaitedVariant[]): Promise<void> {
    await inTransaction(this.knex_(), (run) => noteLook(run, looked, back))
  }

  /**
   * Takes messages in hand that are due, so that nobody else does. The claim ends by itself after a minute, for each
   * that is not begun by then.
   */
  async claimBackInStockMessages(limit: number): Promise<MessageClaim> {
    const claim = newId("ibclaim")
    const messages = await inTransaction(this.knex_(), (run) => claimMessages(run, claim, limit))
    return { claim, messages }
  }

  /**
   * A claimed message is about to be sent, and is held for ten minutes. Null where it must not be: the claim has ended,
   * or the address has unsubscribed or is forgotten.
   */
  async beginBackInStockMessage(
    message: BackInStockMessage,
    claim: string
  ): Promise<BackInStockMessage | null> {
    return await beginMessage(this.reader_(), { ...message, claim })
  }

  /** A claimed message is sent. */
  async finishBackInStockMessage(message: BackInStockMessage, claim: string): Promise<void> {
    await finishMessage(this.reader_(), { ...message, claim })
  }

  /** A claimed message has nothing to say any more: its variant is gone again. */
  async postponeBackInStockMessage(message: BackInStockMessage, claim: string): Promise<void> {
    await waitOn(this.reader_(), { ...message, claim })
  }

  /** A claimed message could not be sent: it is tried again later, or no more. */
  async failBackInStockMessage(
    message: BackInStockMessage,
    claim: string,
    error: string
  ): Promise<void> {
    await failMessage(this.reader_(), { ...message, claim }, error)
  }

  /** Forgets the addresses of who has been told or has not confirmed, after the days that the options say. */
  async forgetBackInStock(): Promise<void> {
    const { rate_limit, ...days } = this.options.back_in_stock
    await inTransaction(this.knex_(), (run) => forget(run, days, rate_limit.window_seconds))
  }
}
