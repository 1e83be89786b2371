import { fill, node } from "./dom.js"
import { say } from "./words.js"

/**
 * Where the links in messages lead. It asks before it does anything: what reads mail for a person follows
 * links, too.
 */
export function answerPage(store, { action, token }) {
  const page = node("div", { class: "empty" })
  fill(
    page,
    node("p", {}, say(action === "confirm" ? "confirm_question" : "unsubscribe_question")),
    node("button", { type: "button", onclick: answer }, say(action))
  )
  return [page]

  async function answer() {
    try {
      await store.answer(action, token)
      fill(page, node("p", { role: "status" }, say(`${action}_done`)))
    } catch (error) {
      const message = error.status === 404 ? say("answer_over") : error.message
      fill(page, node("p", { role: "alert" }, message))
    }
  }
}
