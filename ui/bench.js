// The bench: the text with its marked spans beside the candidates. All decisions live in this browser; the server is
// told the outcome and keeps nothing.
const STORE = "quality-scoreboard-bench"
const MOST_UNDONE = 100
const EDITED = ["kind", "form", "comparator", "value", "value_high", "unit", "basis", "period_start", "period", "region_code", "locator"]
const NUMBERS = new Set(["value", "value_high", "period_start", "period"])
const SIGNS = { open: "○", accepted: "✓", rejected: "✕" }

export default function (component) {
  const { parentElement, data, setStateValue } = component
  const bench = parentElement.bench ?? (parentElement.bench = new Bench(parentElement))
  bench.receive(data, setStateValue)
}

class Bench {
  constructor(parent) {
    this.root = element("div", "bench")
    this.root.tabIndex = 0
    this.root.setAttribute("role", "application")
    this.root.addEventListener("keydown", event => this.onKey(event))
    parent.append(this.root)
    this.state = null
  }

  receive(data, tell) {
    this.words = data.words
    this.choices = data.choices
    this.indicators = data.indicators
    this.names = new Map(data.indicators.map(([id, name]) => [id, name]))
    this.ids = new Map(data.indicators.map(([id, name]) => [name, id]))
    this.tellServer = tell
    const saved = this.load()
    if (data.document && data.document.digest !== this.state?.digest) {
      this.state = saved?.digest === data.document.digest ? saved : begin(data.document)
      this.lastTold = null
    } else if (!data.document && !this.state && saved) {
      this.state = saved
    }
    this.root.setAttribute("aria-label", this.words.bench)
    this.draw()
    this.tell()
  }

  // ---- what is kept

  load() {
    try {
      return JSON.parse(localStorage.getItem(STORE))
    } catch {
      return null // no storage in this browser, or nothing readable: the work is kept as long as the page is open
    }
  }

  keep() {
    try {
      localStorage.setItem(STORE, JSON.stringify(this.state))
    } catch {
      // A full or forbidden storage takes nothing from the work on the screen.
    }
  }

  forget() {
    localStorage.removeItem(STORE)
    this.state = null
    this.draw()
    this.tell()
  }

  tell() {
    const outcome = this.state
      ? { name: this.state.name, digest: this.state.digest, items: this.state.items.filter(item => item.status === "accepted"),
          open: this.state.items.filter(item => item.status === "open").length,
          rejected: this.state.items.filter(item => item.status === "rejected").length }
      : null
    const written = JSON.stringify(outcome)
    if (written === this.lastTold) return
    this.lastTold = written
    clearTimeout(this.waiting)
    this.waiting = setTimeout(() => this.tellServer("outcome", outcome), 250)
  }

  change(action) {
    const before = JSON.stringify({ items: this.state.items, current: this.state.current })
    action()
    this.state.undone.push(before)
    if (this.state.undone.length > MOST_UNDONE) this.state.undone.shift()
    this.keep()
    this.draw()
    this.tell()
  }

  undo() {
    const before = this.state.undone.pop()
    if (!before) return
    Object.assign(this.state, JSON.parse(before))
    this.keep()
    this.draw()
    this.tell()
  }

  // ---- decisions

  get current() {
    return this.state.items.find(item => item.id === this.state.current)
  }

  decide(status) {
    if (!this.current) return
    this.change(() => {
      this.current.status = this.current.status === status ? "open" : status
      if (this.current.status !== "open") this.state.current = this.nextOpen() ?? this.state.current
    })
  }

  nextOpen() {
    const at = this.state.items.indexOf(this.current)
    const after = [...this.state.items.slice(at + 1), ...this.state.items.slice(0, at)]
    return after.find(item => item.status === "open")?.id
  }

  move(step) {
    const at = this.state.items.indexOf(this.current)
    const next = this.state.items[Math.min(Math.max(at + step, 0), this.state.items.length - 1)]
    if (next) this.choose(next.id)
  }

  choose(id) {
    if (this.state.current !== id) this.state.editing = false
    this.state.current = id
    this.draw()
  }

  edit() {
    if (!this.current) return
    this.state.editing = !this.state.editing
    this.draw()
    if (this.state.editing) this.root.querySelector(".fields input, .fields select")?.focus()
  }

  merge() {
    const items = this.state.items
    const at = items.indexOf(this.current)
    const next = items[at + 1]
    if (at < 0 || !next) return
    this.change(() => {
      const values = [this.current.value, this.current.value_high, next.value, next.value_high].filter(value => value !== null)
      const start = Math.min(this.current.start, next.start)
      const end = Math.min(Math.max(this.current.end, next.end), start + 30)
      Object.assign(this.current, {
        start, end, phrase: this.state.text.slice(start, end), status: "open",
        value: values.length ? Math.min(...values) : null,
        value_high: values.length > 1 && Math.max(...values) > Math.min(...values) ? Math.max(...values) : null,
      })
      items.splice(at + 1, 1)
    })
  }

  split() {
    if (!this.current) return
    this.change(() => {
      const at = this.state.items.indexOf(this.current)
      const twin = { ...JSON.parse(JSON.stringify(this.current)), id: this.newId(), status: "open" }
      if (this.current.value_high !== null) {
        twin.value = this.current.value_high
        twin.value_high = null
        this.current.value_high = null
      }
      this.state.items.splice(at + 1, 0, twin)
    })
  }

  add() {
    const span = this.marked()
    if (!span) return
    const [start, end] = span
    const phrase = this.state.text.slice(start, end)
    this.change(() => {
      const item = {
        id: this.newId(), status: "open", start, end, phrase, subject: "", kind: "target", form: "level", comparator: "=",
        value: numberIn(phrase), value_high: null, unit: /[%％]|百分/.test(phrase) ? "%" : "", basis: "stock", period_start: null,
        period: null, region_code: this.state.region_code, locator: "", indicator_id: null, candidates: [], confidence: "low",
        reasons: [this.words.marked_by_hand],
      }
      const at = this.state.items.findIndex(other => other.start > start)
      this.state.items.splice(at < 0 ? this.state.items.length : at, 0, item)
      this.state.current = item.id
      this.state.editing = true
    })
    document.getSelection()?.removeAllRanges()
  }

  newId() {
    this.state.last += 1
    return `n${this.state.last}`
  }

  // Where the reader's marking stands in the text; at most 30 characters carry a figure.
  marked() {
    const selection = document.getSelection()
    if (!selection || selection.isCollapsed || !this.textPane?.contains(selection.anchorNode)) return null
    const range = selection.getRangeAt(0)
    const start = this.place(range.startContainer, range.startOffset)
    const end = this.place(range.endContainer, range.endOffset)
    return end > start ? [start, Math.min(end, start + 30)] : null
  }

  place(node, offset) {
    const range = document.createRange()
    range.setStart(this.textPane, 0)
    range.setEnd(node, offset)
    return range.toString().length
  }

  // ---- keyboard

  onKey(event) {
    if (!this.state || event.ctrlKey || event.metaKey || event.altKey) return
    const typing = event.target.matches?.("input, select, textarea")
    if (typing && event.key !== "Escape") return
    const action = {
      a: () => this.decide("accepted"), r: () => this.decide("rejected"), e: () => this.edit(), m: () => this.merge(),
      s: () => this.split(), n: () => this.add(), u: () => this.undo(), j: () => this.move(1), k: () => this.move(-1),
      ArrowDown: () => this.move(1), ArrowUp: () => this.move(-1), Enter: () => this.edit(),
      Escape: () => { this.state.editing = false; this.draw(); this.root.focus() },
    }[event.key]
    if (!action || (event.key === "Enter" && event.target.tagName === "BUTTON")) return
    event.preventDefault()
    event.stopPropagation()
    action()
  }

  // ---- drawing; texts of documents only ever become text nodes

  draw() {
    const places = [".text", ".list"].map(name => this.root.querySelector(name)?.scrollTop ?? 0)
    const focused = this.root.contains(document.activeElement) && !document.activeElement.matches("input, select")
    this.root.replaceChildren()
    if (!this.state) {
      this.root.append(element("p", "empty", this.words.nothing))
      return
    }
    const panes = element("div", "panes")
    this.textPane = this.drawText()
    const list = this.drawList()
    panes.append(this.textPane, list)
    this.root.append(this.drawBar(), panes)
    this.textPane.scrollTop = places[0]
    list.scrollTop = places[1]
    for (const chosen of this.root.querySelectorAll(".current")) chosen.scrollIntoView({ block: "nearest" })
    if (focused) this.root.focus({ preventScroll: true })
  }

  drawBar() {
    const words = this.words
    const bar = element("div", "bar")
    const can = Boolean(this.current)
    const buttons = [
      [words.accept, "A", () => this.decide("accepted"), can], [words.reject, "R", () => this.decide("rejected"), can],
      [words.edit, "E", () => this.edit(), can], [words.merge, "M", () => this.merge(), can], [words.split, "S", () => this.split(), can],
      [words.add, "N", () => this.add(), true], [words.undo, "U", () => this.undo(), this.state.undone.length > 0],
    ]
    for (const [label, key, action, enabled] of buttons) {
      const button = element("button", "", label)
      button.type = "button"
      button.disabled = !enabled
      button.append(element("kbd", "", key))
      // Pressing a button must not take the reader's marking away.
      button.addEventListener("mousedown", event => event.preventDefault())
      button.addEventListener("click", action)
      bar.append(button)
    }
    const count = status => this.state.items.filter(item => item.status === status).length
    const told = `${this.state.name} · ${SIGNS.accepted} ${count("accepted")}  ${SIGNS.rejected} ${count("rejected")}  ${SIGNS.open} ${count("open")}`
    bar.append(element("span", "count", told))
    const away = element("button", "", words.forget)
    away.type = "button"
    away.addEventListener("click", () => this.forget())
    bar.append(away)
    return bar
  }

  drawText() {
    const pane = element("div", "text")
    pane.lang = "zh-CN"
    pane.tabIndex = 0
    pane.setAttribute("aria-label", this.words.text)
    const text = this.state.text
    const cuts = new Set([0, text.length])
    for (const item of this.state.items) cuts.add(item.start).add(item.end)
    const places = [...cuts].filter(place => place >= 0 && place <= text.length).sort((one, other) => one - other)
    for (let number = 0; number + 1 < places.length; number += 1) {
      const [start, end] = [places[number], places[number + 1]]
      const here = this.state.items.filter(item => item.start <= start && item.end >= end)
      const piece = text.slice(start, end)
      if (!here.length) {
        pane.append(document.createTextNode(piece))
        continue
      }
      const item = here.find(other => other.id === this.state.current) ?? here[0]
      const mark = element("mark", item.status + (item.id === this.state.current ? " current" : ""), piece)
      mark.title = `${SIGNS[item.status]} ${this.nameOf(item)}`
      mark.addEventListener("click", () => this.choose(item.id))
      pane.append(mark)
    }
    return pane
  }

  drawList() {
    const list = element("div", "list")
    list.tabIndex = 0
    list.setAttribute("aria-label", this.words.candidates)
    if (!this.state.items.length) list.append(element("p", "empty", this.words.none_found))
    for (const item of this.state.items) list.append(this.drawCard(item))
    return list
  }

  drawCard(item) {
    const card = element("div", `card ${item.status}${item.id === this.state.current ? " current" : ""}`)
    const head = element("div", "head")
    head.append(element("span", "", this.nameOf(item)), element("span", "mark", `${SIGNS[item.status]} ${this.words[item.status]}`))
    card.append(head)
    card.append(element("div", "phrase", `“${item.phrase}”`))
    card.append(element("div", "quiet", this.summary(item)))
    const doubts = [`${this.words.confidence}: ${this.words[`confidence_${item.confidence}`]}`, ...item.reasons]
    card.append(element("div", "quiet", doubts.join(" · ")))
    card.addEventListener("click", event => {
      if (!event.target.closest(".fields")) this.choose(item.id)
    })
    if (item.id === this.state.current && this.state.editing) card.append(this.drawFields(item))
    return card
  }

  nameOf(item) {
    return this.names.get(item.indicator_id) ?? `${this.words.no_indicator}${item.subject ? `: ${item.subject}` : ""}`
  }

  summary(item) {
    const high = item.value_high === null ? "" : `–${item.value_high}`
    const value = item.value === null ? this.words.no_number : `${item.comparator} ${item.value}${high} ${item.unit}`
    const years = item.period === null ? this.words.undated : `${item.period_start && item.period_start !== item.period ? `${item.period_start}–` : ""}${item.period}`
    const labels = [this.label("kind", item.kind), this.label("form", item.form), this.label("region_code", item.region_code)]
    return [...labels, value, years, item.locator].filter(Boolean).join(" · ")
  }

  label(field, value) {
    return this.choices[field].find(([code]) => code === value)?.[1] ?? value ?? ""
  }

  drawFields(item) {
    const fields = element("div", "fields")
    fields.append(this.indicatorField(item))
    for (const field of EDITED) {
      const label = element("label", "", this.words[`field_${field}`])
      const choices = this.choices[field]
      const input = document.createElement(choices ? "select" : "input")
      if (choices) {
        for (const [code, name] of choices) input.append(new Option(name, code))
      } else if (NUMBERS.has(field)) {
        input.inputMode = "decimal"
      }
      input.value = item[field] ?? ""
      input.addEventListener("change", () => this.change(() => { item[field] = read(field, input.value) }))
      label.append(input)
      fields.append(label)
    }
    return fields
  }

  indicatorField(item) {
    const label = element("label", "wide", this.words.field_indicator_id)
    const select = document.createElement("select")
    select.append(new Option(this.words.no_indicator, ""))
    const likely = document.createElement("optgroup")
    likely.label = this.words.likely
    for (const { indicator_id, score } of item.candidates) {
      if (this.names.has(indicator_id)) likely.append(new Option(`${this.names.get(indicator_id)} (${Math.round(score * 100)} %)`, indicator_id))
    }
    const all = document.createElement("optgroup")
    all.label = this.words.all_indicators
    for (const [id, name] of this.indicators) all.append(new Option(name, id))
    select.append(likely, all)
    select.value = item.indicator_id ?? ""
    select.addEventListener("change", () => this.change(() => { item.indicator_id = select.value || null }))
    label.append(select)
    return label
  }
}

function begin(document_) {
  return {
    name: document_.name, digest: document_.digest, text: document_.text, region_code: document_.region_code,
    items: document_.items.map(item => ({ ...item, status: "open" })), current: document_.items[0]?.id ?? null,
    editing: false, undone: [], last: 0,
  }
}

function read(field, text) {
  if (!NUMBERS.has(field)) return text
  const number = Number(text.replaceAll(",", "").trim())
  return text.trim() === "" || !Number.isFinite(number) ? null : number
}

// The number that a marking shows in digits, with 万 and 亿; what stands in words is typed by the person.
function numberIn(phrase) {
  const found = /(\d[\d,]*(?:\.\d+)?)\s*(万|亿)?/.exec(phrase)
  if (!found) return null
  return Number(found[1].replaceAll(",", "")) * ({ 万: 1e4, 亿: 1e8 }[found[2]] ?? 1)
}

function element(tag, name, text) {
  const made = document.createElement(tag)
  if (name) made.className = name
  if (text !== undefined) made.textContent = text
  return made
}
