/**
 * Who works in the shop besides its owner, and may change what: the clerk counts and mends the shelves of
 * one store, ten units at a time, and sends and takes in its transfers.
 */
export const CLERK = {
  email: "clerk@stockroom.test",
  first_name: "Mette",
  last_name: "Holm",
  rights: [
    { right: "levels", places: ["copenhagen"], max_quantity: 10 },
    { right: "transfers", places: ["copenhagen"] },
  ],
}
