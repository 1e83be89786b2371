/**
 * The people who buy. Those with `account` have registered and log in; the others order as guests.
 * One row: first name, last name, country, postal code, city, street.
 */
const PEOPLE = [
  ["Hanna", "Brandt", "de", "20357", "Hamburg", "Schanzenstraße 18", "account"],
  ["Jonas", "Weidner", "de", "10999", "Berlin", "Oranienstraße 43", "account"],
  ["Mette", "Lauridsen", "dk", "2200", "København N", "Stefansgade 12", "account"],
  ["Camille", "Roussel", "fr", "69001", "Lyon", "9 rue du Griffon", "account"],
  ["Sanne", "de Wit", "nl", "1015 CJ", "Amsterdam", "Egelantiersgracht 77", "account"],
  ["Paolo", "Ferrante", "it", "40126", "Bologna", "Via Zamboni 31", "account"],
  ["Lena", "Hofbauer", "at", "1070", "Wien", "Neubaugasse 55"],
  ["Tobias", "Kern", "de", "80469", "München", "Reichenbachstraße 24"],
  ["Aylin", "Demir", "de", "50672", "Köln", "Brabanter Straße 8"],
  ["Fleur", "Janssens", "be", "2000", "Antwerpen", "Kloosterstraat 61"],
  ["Erik", "Sandström", "se", "116 21", "Stockholm", "Götgatan 84"],
  ["Inés", "Marchena", "es", "41004", "Sevilla", "Calle Feria 102"],
  ["Hugo", "Lefort", "fr", "33000", "Bordeaux", "27 rue Notre-Dame"],
  ["Margaux", "Petit", "fr", "75011", "Paris", "64 rue Oberkampf"],
  ["Daan", "Visser", "nl", "3511 LX", "Utrecht", "Oudegracht 230"],
  ["Pernille", "Holm", "dk", "8000", "Aarhus", "Mejlgade 35"],
  ["Katharina", "Voss", "de", "04109", "Leipzig", "Gottschedstraße 13"],
  ["Nuria", "Valls", "es", "08012", "Barcelona", "Carrer de Verdi 47"],
  ["Giulia", "Moretti", "it", "10124", "Torino", "Via Po 22"],
  ["Bram", "Hendriks", "nl", "1012 WZ", "Amsterdam", "Spuistraat 140"],
  ["Søren", "Krogh", "dk", "1620", "København V", "Istedgade 98"],
  ["Ulrike", "Pahl", "de", "24103", "Kiel", "Holstenstraße 5"],
  ["Elodie", "Garnier", "be", "1050", "Bruxelles", "Chaussée d'Ixelles 211"],
  ["Markus", "Thaler", "at", "6020", "Innsbruck", "Maria-Theresien-Straße 30"],
]

export const CUSTOMER_PASSWORD = "coffee-and-tea"

export const CUSTOMERS = PEOPLE.map(
  ([first_name, last_name, country_code, postal_code, city, address_1, account]) => ({
    first_name,
    last_name,
    email: `${ascii(first_name)}.${ascii(last_name)}@mail.example`,
    registered: account === "account",
    address: { first_name, last_name, address_1, postal_code, city, country_code },
  })
)

function ascii(name) {
  const plain = name.replace(/ø/gi, "o").replace(/ß/g, "ss").normalize("NFD")
  return plain.replace(/[^a-z]/gi, "").toLowerCase()
}
