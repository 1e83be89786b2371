/**
 * Five places of different kinds. `channels` says which sales channels a place serves; the roastery
 * serves none, so its stock is counted but never sold from.
 *
 * `ships` are the delivery options a place offers, in the countries of `zone`. Each country has one
 * warehouse, so that a shopper sees every option once.
 */
export const LOCATIONS = {
  hamburg: {
    name: "Hamburg Warehouse",
    kind: "warehouse",
    priority: 1,
    latitude: 53.5242,
    longitude: 10.0817,
    lead_time_days: 1,
    channels: ["web"],
    address: {
      address_1: "Billbrookdeich 167",
      postal_code: "22113",
      city: "Hamburg",
      country_code: "de",
      phone: "+49 40 5550 1120",
    },
    zone: ["de", "at", "nl", "be", "dk", "se"],
    ships: [
      { name: "Standard delivery", code: "standard", label: "2 to 4 days", amount: 4.9 },
      { name: "Express delivery", code: "express", label: "Next working day", amount: 12.9 },
    ],
  },
  lyon: {
    name: "Lyon Warehouse",
    kind: "warehouse",
    priority: 2,
    latitude: 45.6976,
    longitude: 4.8857,
    lead_time_days: 1,
    channels: ["web"],
    address: {
      address_1: "14 rue de l'Industrie",
      postal_code: "69200",
      city: "Vénissieux",
      country_code: "fr",
      phone: "+33 4 55 50 31 40",
    },
    zone: ["fr", "it", "es"],
    ships: [{ name: "Standard delivery", code: "standard", label: "2 to 5 days", amount: 5.9 }],
  },
  amsterdam: {
    name: "Amsterdam Store",
    kind: "store",
    priority: 3,
    latitude: 52.3812,
    longitude: 4.8871,
    lead_time_days: 0,
    channels: ["stores", "web"],
    address: {
      address_1: "Haarlemmerstraat 92",
      postal_code: "1013 EV",
      city: "Amsterdam",
      country_code: "nl",
      phone: "+31 20 555 0192",
    },
    zone: ["nl"],
    ships: [
      { name: "At the counter, Amsterdam", code: "counter", label: "Taken along", amount: 0 },
    ],
    pickup: true,
  },
  copenhagen: {
    name: "Copenhagen Store",
    kind: "store",
    priority: 4,
    latitude: 55.6917,
    longitude: 12.5455,
    lead_time_days: 0,
    channels: ["stores"],
    address: {
      address_1: "Jægersborggade 41",
      postal_code: "2200",
      city: "København N",
      country_code: "dk",
      phone: "+45 35 55 01 41",
    },
    zone: ["dk"],
    ships: [
      { name: "At the counter, Copenhagen", code: "counter", label: "Taken along", amount: 0 },
    ],
    pickup: true,
  },
  roastery: {
    name: "Trieste Roastery (supplier)",
    kind: "supplier",
    priority: 9,
    latitude: 45.6259,
    longitude: 13.8037,
    lead_time_days: 5,
    channels: [],
    address: {
      address_1: "Via Flavia 110",
      postal_code: "34147",
      city: "Trieste",
      country_code: "it",
      phone: "+39 040 555 0187",
    },
    zone: [],
    ships: [],
  },
}
