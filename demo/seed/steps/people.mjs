import { CLERK } from "../world/people.mjs"

/** Invites the clerk, who takes the invitation as everybody does, and grants her few rights. */
export async function employClerk({ admin, visitor, login, shop }) {
  const { email, first_name, last_name, rights } = CLERK
  const { invite } = await admin.post("/admin/invites", { email })
  const { token } = await visitor.post("/auth/user/emailpass/register", {
    email,
    password: login.password,
  })
  const { user } = await visitor
    .with({ authorization: `Bearer ${token}` })
    .post(`/admin/invites/accept?token=${invite.token}`, { email, first_name, last_name })
  await admin.post(`/admin/stockroom/grants/${user.id}`, {
    grants: rights.map(({ places, ...right }) => ({
      ...right,
      location_ids: places.map((place) => shop.locations[place]),
    })),
  })
}
