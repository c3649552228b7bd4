"use strict";
// Shows one section at a time, draws a chart when its turn comes, and keeps the speaker's window in step.
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const words = data.words;
  const sections = [...document.querySelectorAll("#stage > section")];
  const root = document.documentElement;
  const by = (id) => document.getElementById(id);
  const started = Date.now();
  let place = 0, speaker = null, clockStart = started, typed = "";

  const wish = new URLSearchParams(location.search).get("theme");
  root.dataset.theme = ["light", "dark"].includes(wish) ? wish
    : matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";

  // ---- charts -------------------------------------------------------------------------------------------------
  const look = () => {
    const style = getComputedStyle(root);
    const [ink, quiet, line] = ["--ink", "--quiet", "--line"].map((name) => style.getPropertyValue(name).trim());
    const labelled = { labelColor: ink, titleColor: quiet, tickColor: line, gridColor: line, domainColor: line };
    return {
      background: null, axis: labelled, header: { labelColor: ink, titleColor: quiet },
      legend: { labelColor: ink, titleColor: quiet }, text: { color: ink }, view: { stroke: null },
    };
  };
  const merged = (own, given) => {
    const result = { ...own };
    for (const [key, value] of Object.entries(given)) {
      const both = value && typeof value === "object" && result[key] && typeof result[key] === "object";
      result[key] = both ? { ...result[key], ...value } : value;
    }
    return result;
  };

  // Grey words of a page's pictures are too dim on a wall, the more so in the dark: they take the grey of this page.
  function quieten(part, quiet) {
    if (part.mark?.type === "text") {
      if (part.mark.color === "#757575") part.mark.color = quiet;
      const colour = part.encoding?.color;
      for (const one of [colour, colour?.condition].flat()) if (one?.value === "#757575") one.value = quiet;
    }
    for (const inner of [part.spec, ...(part.layer || []), ...(part.hconcat || []), ...(part.vconcat || [])]) {
      if (inner) quieten(inner, quiet);
    }
  }

  async function draw(section) {
    for (const box of section.querySelectorAll(".chart")) {
      if (box.dataset.drawn === root.dataset.theme) continue;
      box.dataset.drawn = root.dataset.theme;
      const spec = structuredClone(data.specs[Number(box.dataset.spec)]);
      spec.config = merged(spec.config || {}, look());
      quieten(spec, getComputedStyle(root).getPropertyValue("--quiet").trim());
      const made = await vegaEmbed(box, spec, { renderer: "svg", actions: false, tooltip: { theme: root.dataset.theme } });
      const svg = box.querySelector("svg");
      svg.setAttribute("viewBox", `0 0 ${svg.getAttribute("width")} ${svg.getAttribute("height")}`);
      // The box around it tells what is seen; its single marks have no words of their own.
      svg.setAttribute("aria-hidden", "true");
      svg.removeAttribute("width");
      svg.removeAttribute("height");
      svg.setAttribute("preserveAspectRatio", "xMidYMin meet");
      made.view.addEventListener("click", (event, item) => {
        if (item && item.datum && item.datum.figure_id) openSources(item.datum.figure_id);
      });
      box.dataset.ready = "yes";
    }
  }

  // ---- moving -------------------------------------------------------------------------------------------------
  async function go(to) {
    place = Math.min(Math.max(to, 0), sections.length - 1);
    sections.forEach((section, number) => section.classList.toggle("shown", number === place));
    by("black").hidden = true;
    by("told").hidden = true;
    if (!by("sources").hidden) openSources();
    history.replaceState(null, "", `#${place + 1}`);
    await draw(sections[place]);
    tellSpeaker();
    if (place + 1 < sections.length) {
      // The next one is drawn ahead, laid out but not seen, so that the speaker's window can show it.
      const next = sections[place + 1];
      next.style.visibility = "hidden";
      next.style.display = "flex";
      await draw(next);
      next.style.display = next.style.visibility = "";
      tellSpeaker();
    }
  }

  // The address names a slide by its number, or a document among the sources, which a figure of a headline leads to.
  function follow() {
    const name = location.hash.slice(1);
    const entry = document.getElementById(name)?.closest("li");
    go(entry ? sections.indexOf(entry.closest("section")) : Number(name) - 1 || 0);
    document.querySelectorAll("li.picked").forEach((one) => one.classList.remove("picked"));
    entry?.classList.add("picked");
  }

  function tell(text) {
    by("told").textContent = text;
    by("told").hidden = false;
  }

  // ---- sources ------------------------------------------------------------------------------------------------
  const element = (tag, text, parent) => {
    const made = document.createElement(tag);
    if (text) made.textContent = text;
    if (parent) parent.append(made);
    return made;
  };

  function openSources(picked) {
    const box = by("sources");
    box.replaceChildren();
    element("h3", words.figures_sources, box);
    const all = data.evidence[place] || [];
    if (!all.length) element("p", words.no_figures, box);
    for (const one of all) {
      const entry = element("article", "", box);
      element("strong", one.told, entry);
      if (one.phrase) element("mark", one.phrase, element("div", "", entry));
      const document_ = [one.document, one.publisher, one.published, one.place].filter(Boolean).join(" · ");
      element("div", document_, entry);
      if (/^https?:\/\//.test(one.url || "")) {
        const link = element("a", one.url, element("div", "", entry));
        link.href = one.url;
        link.target = "_blank";
        link.rel = "noopener";
      }
      for (const step of one.steps || []) element("small", step, entry);
      element("small", one.figure_id, entry);
      if (one.figure_id === picked) entry.className = "picked";
    }
    box.hidden = false;
    box.querySelector(".picked")?.scrollIntoView({ block: "center" });
  }

  // ---- the speaker's window -----------------------------------------------------------------------------------
  function openSpeaker() {
    speaker = window.open("", "speaker", "width=1000,height=720");
    if (!speaker) { tell(words.blocked); return; }
    const page = speaker.document;
    page.title = words.speech;
    page.documentElement.lang = root.lang;
    const styles = element("style", "");
    styles.textContent = document.querySelector("style").textContent + `
      body { display: grid !important; grid-template: auto 1fr / 3fr 2fr; gap: 12px; padding: 14px; place-items: stretch;
             font-size: 16px; cursor: auto !important; }
      header { grid-column: 1 / 3; display: flex; gap: 24px; align-items: baseline; font-size: 22px; }
      header button { font: inherit; font-size: 14px; }
      #speech { overflow: auto; white-space: pre-wrap; font-size: 20px; line-height: 1.5; }
      #speech h4 { font-size: 24px; margin: 0 0 10px; white-space: normal; }
      #next { overflow: hidden; color: var(--quiet); }
      #next .small { position: relative; width: 38vw; height: 21.4vw; border: 1px solid var(--line);
                     font-size: 0.38vw; overflow: hidden; margin-top: 8px; color: var(--ink); }
      #next a { pointer-events: none; }
      #next section { display: flex; visibility: visible !important; }`;
    page.head.replaceChildren(page.importNode(styles, true));
    page.documentElement.dataset.theme = root.dataset.theme;
    page.body.innerHTML = "<header><b id='clock'></b><span id='elapsed'></span><button id='restart'></button>" +
      "<span id='number'></span></header><div id='speech'></div><div id='next'></div>";
    page.getElementById("restart").textContent = words.restart;
    page.getElementById("restart").onclick = () => { clockStart = Date.now(); };
    page.onkeydown = onKey;
    tellSpeaker();
  }

  function tellSpeaker() {
    if (!speaker || speaker.closed) return;
    const page = speaker.document;
    page.getElementById("number").textContent = `${place + 1} / ${sections.length - 1}`;
    const speech = page.getElementById("speech");
    speech.textContent = data.notes[place] || "";
    const heading = page.createElement("h4");
    heading.textContent = sections[place].querySelector("h1, h2, p")?.textContent || "";
    speech.prepend(heading);
    const next = page.getElementById("next");
    next.textContent = words.next;
    if (place + 1 < sections.length) {
      const small = page.createElement("div");
      small.className = "small";
      small.append(page.importNode(sections[place + 1], true));
      next.append(small);
    }
  }

  setInterval(() => {
    if (!speaker || speaker.closed) return;
    const clock = speaker.document.getElementById("clock");
    if (!clock) return;
    const two = (number) => String(number).padStart(2, "0");
    const now = new Date(), gone = Math.floor((Date.now() - clockStart) / 1000);
    clock.textContent = [now.getHours(), now.getMinutes(), now.getSeconds()].map(two).join(":");
    speaker.document.getElementById("elapsed").textContent =
      `${words.elapsed} ${two(Math.floor(gone / 60))}:${two(gone % 60)}`;
  }, 250);

  // ---- keys, buttons, fingers ---------------------------------------------------------------------------------
  const acts = {
    next: () => go(place + 1),
    back: () => go(place - 1),
    first: () => go(0),
    last: () => go(sections.length - 2),
    full: () => (document.fullscreenElement ? document.exitFullscreen() : root.requestFullscreen?.()),
    notes: openSpeaker,
    sources: () => (by("sources").hidden ? openSources() : (by("sources").hidden = true)),
    theme: () => {
      root.dataset.theme = root.dataset.theme === "dark" ? "light" : "dark";
      if (speaker && !speaker.closed) speaker.document.documentElement.dataset.theme = root.dataset.theme;
      go(place);
    },
    black: () => { by("black").hidden = !by("black").hidden; },
    help: () => (by("told").hidden ? tell(words.keys) : (by("told").hidden = true)),
    close: () => {
      by("sources").hidden = by("told").hidden = by("black").hidden = true;
      if (document.fullscreenElement) document.exitFullscreen();
    },
    jump: () => { if (typed) go(Number(typed) - 1); typed = ""; },
  };
  const keys = {
    ArrowRight: "next", ArrowDown: "next", PageDown: "next", " ": "next",
    ArrowLeft: "back", ArrowUp: "back", PageUp: "back", Backspace: "back",
    Home: "first", End: "last", Escape: "close",
    f: "full", n: "notes", s: "sources", d: "theme", b: "black", ".": "black", "?": "help",
  };

  function onKey(event) {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (/^[0-9]$/.test(event.key)) { typed = (typed + event.key).slice(-3); return; }
    const onButton = event.target.closest?.("button, a");
    if (event.key === "Enter") {
      if (onButton) return;
      event.preventDefault();
      if (typed) acts.jump(); else acts.next();
      return;
    }
    if (event.key === " " && onButton) return;
    typed = "";
    const act = event.key === " " && event.shiftKey ? "back" : keys[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (!act) return;
    event.preventDefault();
    acts[act]();
  }
  document.addEventListener("keydown", onKey);

  by("bar").addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (button) { acts[button.dataset.do](); button.blur(); }
  });

  let asleep;
  const wake = () => {
    document.body.classList.add("awake");
    clearTimeout(asleep);
    asleep = setTimeout(() => document.body.classList.remove("awake"), 2500);
  };
  document.addEventListener("mousemove", wake);
  let touched = null;
  document.addEventListener("touchstart", (event) => { touched = event.changedTouches[0].clientX; wake(); }, { passive: true });
  document.addEventListener("touchend", (event) => {
    const moved = event.changedTouches[0].clientX - touched;
    if (Math.abs(moved) > 60) acts[moved < 0 ? "next" : "back"]();
  }, { passive: true });
  window.addEventListener("hashchange", follow);
  // Paper has no next slide: everything is drawn before it is printed.
  window.addEventListener("beforeprint", () => sections.forEach((section) => draw(section)));

  wake();
  follow();
})();
