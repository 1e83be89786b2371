/**
 * A storefront in plain JavaScript, to be read: what Stockroom's store routes say, and how a shop uses
 * it. `store.js` asks the store, `shelf.js` and `product.js` are the two pages.
 */
import { answerPage } from "./answer.js"
import { basketCount } from "./basket.js"
import { fill, node } from "./dom.js"
import { productPage } from "./product.js"
import { shelfPage } from "./shelf.js"
import { openStore } from "./store.js"
import { chooseLanguage, language, say } from "./words.js"

const page = document.querySelector("#page")
const select = document.querySelector("#language")
const store = await openStore()
/** Of two pages that are being read, the one that was asked for last is shown. */
let turn = 0

select.value = language()
select.addEventListener("change", async () => {
  chooseLanguage(select.value)
  await show()
})
addEventListener("hashchange", show)
addEventListener("basket", showBasket)
await show()

async function show() {
  const mine = ++turn
  document.documentElement.lang = language()
  document.querySelector("#language-label").textContent = say("language")
  showBasket()
  page.setAttribute("aria-busy", "true")
  if (!page.hasChildNodes()) fill(page, node("p", { class: "quiet" }, say("loading")))
  const content = await pageOf(location.hash.replace(/^#\/?/, "")).catch(failed)
  if (mine !== turn) return
  fill(page, ...content)
  page.setAttribute("aria-busy", "false")
  scrollTo(0, 0)
}

async function pageOf(hash) {
  const handle = decoded(hash)
  const asked = Object.fromEntries(new URLSearchParams(location.search))
  if (!handle && ["confirm", "unsubscribe"].includes(asked.action)) return answerPage(store, asked)
  return handle ? await productPage(store, handle) : await shelfPage(store)
}

/** A link that somebody has cut short is no product's. */
function decoded(text) {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

function failed(error) {
  return [
    node(
      "div",
      { class: "empty", role: "alert" },
      node("p", {}, say("failed")),
      node("p", { class: "quiet" }, error.message),
      node("button", { type: "button", onclick: show }, say("again"))
    ),
  ]
}

function showBasket() {
  document.querySelector("#basket").textContent = say("basket", { count: basketCount() })
}
