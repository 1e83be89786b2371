/** Makes an element. Attributes that are null or false are left out; text is only ever text. */
export function node(name, attributes = {}, ...children) {
  const element = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value)
    else if (value === true) element.setAttribute(key, "")
    else if (value !== null && value !== undefined && value !== false) {
      element.setAttribute(key, value)
    }
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined))
  return element
}

/** Puts content in place of what an element has. */
export function fill(element, ...children) {
  element.replaceChildren(...children.flat().filter((child) => child !== null))
}
