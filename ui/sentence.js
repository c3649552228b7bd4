// A sentence whose numbers lead to their sources: a plain click tells the page which, a new tab gets the whole address.
export default function ({ data, parentElement, setTriggerValue }) {
  const sentence = parentElement.querySelector("p")
  sentence.replaceChildren(...data.parts.map(part => {
    if (!part.figure) return document.createTextNode(part.text)
    const link = document.createElement("a")
    link.textContent = part.text
    link.href = part.href
    link.title = data.hint
    link.dataset.figure = part.figure
    link.onclick = event => {
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.button) return
      event.preventDefault()
      setTriggerValue("figure", part.figure)
    }
    return link
  }))
}
