import { logIn } from "../api.mjs"
import { CUSTOMERS, CUSTOMER_PASSWORD } from "../world/customers.mjs"

/** Registers those who have an account, through the shop's own sign-up, and keeps them logged in. */
export async function registerCustomers({ shop, storefront }) {
  const web = storefront("web")
  for (const person of CUSTOMERS) {
    const customer = { ...person, session: {} }
    if (person.registered) {
      const login = { email: person.email, password: CUSTOMER_PASSWORD }
      const { token } = await web.post("/auth/customer/emailpass/register", login)
      const { first_name, last_name, email, address } = person
      await web
        .with({ authorization: `Bearer ${token}` })
        .post("/store/customers", { first_name, last_name, email })
      const session = await logIn(web, "customer", login.email, login.password)
      await session.post("/store/customers/me/addresses", address)
      customer.session = session.headers
    }
    shop.customers.push(customer)
  }
}
