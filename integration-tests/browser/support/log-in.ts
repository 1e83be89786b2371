import type { Page } from "playwright-core"

/** Logs in as a person does, through the dashboard's own page. */
export async function logIn(
  page: Page,
  { email, password }: { email: string; password: string }
): Promise<void> {
  await page.goto("/app/login")
  await page.getByPlaceholder("Email").fill(email)
  await page.getByPlaceholder("Password").fill(password)
  await page.getByRole("button", { name: /continue|log in/i }).click()
  await page.waitForURL("**/app/orders")
}
