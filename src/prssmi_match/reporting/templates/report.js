"use strict";
/* What a reader can do with the page: sort and filter tables, walk through the grid of pairs, look up a pair, search the
   sites, print. The page is whole without it; it adds controls and changes no words. Everything from the data reaches
   the page as text: no markup is ever made from a string, and the content policy of the page would refuse it. */
(() => {
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const folded = (text) => text.normalize("NFKD").toLowerCase();
  const collator = new Intl.Collator("en", { numeric: true, sensitivity: "base" });

  function make(tag, properties = {}, ...children) {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...children);
    return element;
  }

  // --- Tables ---------------------------------------------------------------------------------------------------------

  // A third click brings back the order of the report, which has a meaning of its own.
  function addSorting(table) {
    const body = table.tBodies[0];
    const original = [...body.rows];
    const heads = [...table.tHead.rows[0].cells];
    heads.forEach((head, column) => {
      if (head.classList.contains("prose")) return;
      const isNumber = head.classList.contains("number");
      // The larger number is what people look for first.
      const directions = isNumber ? ["descending", "ascending"] : ["ascending", "descending"];
      const button = make("button", { type: "button", className: "sort" }, ...head.childNodes);
      head.append(button);
      button.addEventListener("click", () => {
        const next = directions[directions.indexOf(head.getAttribute("aria-sort")) + 1];
        heads.forEach((other) => other.removeAttribute("aria-sort"));
        if (next) head.setAttribute("aria-sort", next);
        body.append(...(next ? sorted(original, column, isNumber, next === "descending") : original));
      });
    });
  }

  function sorted(rows, column, isNumber, isDescending) {
    const key = (row) => (isNumber ? parseFloat(row.cells[column].textContent) : row.cells[column].textContent.trim());
    const isEmpty = (value) => value === "" || Number.isNaN(value); // what is not known comes last either way
    const sign = isDescending ? -1 : 1;
    return rows
      .map((row) => ({ row, value: key(row) }))
      .sort((a, b) => {
        if (isEmpty(a.value) || isEmpty(b.value)) return isEmpty(a.value) - isEmpty(b.value);
        return sign * (isNumber ? a.value - b.value : collator.compare(a.value, b.value));
      })
      .map(({ row }) => row);
  }

  // A field that hides what does not hold all of its words, and says how much is left.
  function addFilter(label, items, textOf, before) {
    const input = make("input", { type: "search", autocomplete: "off", spellcheck: false });
    const count = make("span", { className: "count" });
    count.setAttribute("role", "status");
    const tools = make("div", { className: "tools" }, make("label", {}, label, " ", input), count);
    const texts = items.map((item) => folded(textOf(item)));
    input.addEventListener("input", () => {
      const words = folded(input.value).split(/\s+/).filter(Boolean);
      items.forEach((item, place) => { item.hidden = !words.every((word) => texts[place].includes(word)); });
      count.textContent = words.length ? `${items.filter((item) => !item.hidden).length} of ${items.length} shown` : "";
      tools.classList.toggle("filtered", words.length > 0); // then it is printed as well: a cut table has to say so
    });
    before.before(tools);
    return tools;
  }

  function setUpTable(table) {
    const rows = [...table.tBodies[0].rows];
    if (rows.length > 2) addSorting(table);
    if (rows.length > 7 && !table.closest(".entry")) addFilter("Filter this table", rows, (row) => row.textContent, table.closest(".scroll"));
  }

  // A box that has nothing to scroll needs no stop for the keyboard.
  function setUpScrolling() {
    const boxes = all(".scroll").filter((box) => box.clientWidth > 0);
    const isNeeded = boxes.map((box) => box.scrollWidth > box.clientWidth && !box.querySelector("[role=grid]"));
    boxes.forEach((box, place) => {
      if (isNeeded[place]) box.tabIndex = 0;
      else box.removeAttribute("tabindex");
    });
  }

  // --- Entries of the sites -------------------------------------------------------------------------------------------

  function setUpEntries(list) {
    const entries = all(".entry", list);
    const textOf = (entry) => entry.querySelector("summary").textContent;
    const tools = addFilter("Find a site", entries, textOf, entries[0]);
    for (const [words, open] of [["Open all", true], ["Close all", false]]) {
      const button = make("button", { type: "button" }, words);
      button.addEventListener("click", () => entries.forEach((entry) => { if (!entry.hidden) entry.open = open; }));
      tools.append(button);
    }
  }

  // A link to a site leads to an open entry, even if a search has hidden it.
  function openTarget() {
    const target = document.getElementById(location.hash.slice(1));
    if (!target?.matches(".entry")) return;
    target.hidden = false;
    target.open = true;
    target.scrollIntoView({ block: "start" });
    target.querySelector("summary").focus({ preventScroll: true });
  }

  // --- The grid of pairs ----------------------------------------------------------------------------------------------

  // Sentences hold the characters 1 and 2 in the place of the names; each name gets a direction of its own again.
  function sentence(text, row, column) {
    return text.split(/([\x01\x02])/).map((piece) => {
      if (piece === "\x01") return make("bdi", {}, row);
      return piece === "\x02" ? make("bdi", {}, column) : piece;
    });
  }

  const tip = make("div", { id: "tip", className: "tip", hidden: true });
  tip.setAttribute("role", "tooltip");
  let tipped = null;
  const hideTip = () => { tip.hidden = true; };

  function placeTip() {
    if (tip.hidden) return;
    const gap = 4, edge = tipped.getBoundingClientRect(), size = tip.getBoundingClientRect();
    const below = edge.bottom + gap + size.height <= innerHeight;
    tip.style.top = `${Math.max(gap, below ? edge.bottom + gap : edge.top - size.height - gap)}px`;
    tip.style.left = `${Math.max(gap, Math.min(edge.left, document.documentElement.clientWidth - size.width - gap))}px`;
  }

  function setUpGrid(root) {
    const data = JSON.parse(document.getElementById(root.dataset.grid).textContent);
    const table = root.querySelector("table");
    const heads = [...table.tHead.rows[0].cells].slice(1);
    const rows = [...table.tBodies[0].rows];
    const cellAt = (row, column) => rows[row].cells[column + 1];
    const placeOf = (cell) => [cell.parentElement.sectionRowIndex, cell.cellIndex - 1];
    const [rowChoice, columnChoice] = all("select", root);
    const answer = root.querySelector(".look-up-answer");
    let current = null, lit = [];

    const reason = (row, column) => sentence(data.reasons[data.cells[row][column]], data.rows[row], data.columns[column]);

    function light(row, column) {
      lit.forEach((element) => element.classList.remove("lit"));
      lit = [row >= 0 ? rows[row].cells[0] : null, column >= 0 ? heads[column] : null].filter(Boolean);
      lit.forEach((element) => element.classList.add("lit"));
    }

    function showTip(cell) {
      const [row, column] = placeOf(cell);
      const title = make("b", {}, make("bdi", {}, data.rows[row]), " with ", make("bdi", {}, data.columns[column]));
      tip.replaceChildren(title, make("p", {}, ...reason(row, column)));
      tip.hidden = false;
      tipped = cell;
      placeTip();
      light(row, column);
    }

    // One cell of the grid is a stop for the Tab key; the arrow keys go on from there.
    function step(cell, focus = true) {
      if (current !== cell) current?.removeAttribute("tabindex"); // taking it from the focused cell would take the focus
      current = cell;
      current.tabIndex = 0;
      current.setAttribute("aria-describedby", "tip");
      if (focus) current.focus();
    }

    function chosen() {
      const row = rowChoice.selectedIndex - 1, column = columnChoice.selectedIndex - 1;
      light(row, column);
      if (row >= 0 && column >= 0) return reason(row, column);
      if (row >= 0) return [make("bdi", {}, data.rowNotes[row])];
      if (column >= 0) return [make("bdi", {}, data.columnNotes[column])];
      return ["Choose a mentee and a mentor, or only one of them. In the grid, point at a cell, or walk with the arrow keys; Enter keeps its reason here."];
    }

    function ask() {
      const row = rowChoice.selectedIndex - 1, column = columnChoice.selectedIndex - 1;
      answer.replaceChildren(...chosen());
      for (const place of [data.rowPlaces[row], data.columnPlaces[column]]) {
        const entry = place && document.getElementById(place);
        const link = entry && make("a", { href: `#${place}` }, "All about ", entry.querySelector("h4").textContent);
        if (link) answer.append(answer.querySelector("a") ? " · " : " ", link);
      }
      if (row >= 0 && column >= 0) step(cellAt(row, column), false);
    }

    function keep(cell) {
      const [row, column] = placeOf(cell);
      rowChoice.selectedIndex = row + 1;
      columnChoice.selectedIndex = column + 1;
      ask();
    }

    function onKey(event) {
      const cell = event.target.closest("td");
      if (!cell || !rows.includes(cell.parentElement)) return;
      const [row, column] = placeOf(cell);
      const last = [rows.length - 1, heads.length - 1];
      const goal = {
        ArrowUp: [row - 1, column], ArrowDown: [row + 1, column], ArrowLeft: [row, column - 1],
        ArrowRight: [row, column + 1], Home: [event.ctrlKey ? 0 : row, 0], End: [event.ctrlKey ? last[0] : row, last[1]],
      }[event.key];
      if (event.key === "Enter" || event.key === " ") keep(cell);
      else if (!goal) return;
      else if (goal[0] >= 0 && goal[1] >= 0 && goal[0] <= last[0] && goal[1] <= last[1]) step(cellAt(...goal));
      event.preventDefault();
    }

    for (const [choice, names] of [[rowChoice, data.rows], [columnChoice, data.columns]]) {
      const any = `Any ${choice.labels[0].textContent.toLowerCase()}`;
      choice.append(new Option(any, ""), ...names.map((name, place) => new Option(name, place)));
      choice.addEventListener("change", ask);
    }
    const cellOf = (event) => event.target.closest?.("tbody td");
    table.addEventListener("pointerover", (event) => { if (cellOf(event)) showTip(cellOf(event)); });
    table.addEventListener("pointerleave", (event) => { if (event.relatedTarget !== tip) hideTip(); });
    table.addEventListener("focusin", (event) => { if (cellOf(event)) showTip(cellOf(event)); });
    table.addEventListener("focusout", hideTip);
    table.addEventListener("keydown", onKey);
    table.addEventListener("click", (event) => { if (cellOf(event)) { step(cellOf(event)); keep(cellOf(event)); } });
    table.setAttribute("role", "grid");
    root.querySelector(".look-up").hidden = false;
    step(table.querySelector("td.hit") ?? cellAt(0, 0), false);
    ask();
  }

  // --- The page -------------------------------------------------------------------------------------------------------

  // On paper nothing can be opened, so everything is.
  function setUpPrinting() {
    const button = make("button", { type: "button", className: "print" }, "Print or save as PDF");
    button.addEventListener("click", () => print());
    document.querySelector("header").append(button);
    let closed = [];
    addEventListener("beforeprint", () => {
      closed = all("details:not([open])");
      closed.forEach((entry) => { entry.open = true; });
    });
    addEventListener("afterprint", () => closed.forEach((entry) => { entry.open = false; }));
  }

  function setUpContents() {
    const contents = document.querySelector("nav details");
    const isNarrow = matchMedia("(max-width: 68rem)");
    const follow = () => { contents.open = !isNarrow.matches; };
    isNarrow.addEventListener("change", follow);
    follow();
  }

  all("table:not(.pairs)").forEach(setUpTable);
  all(".entries").forEach(setUpEntries);
  if (document.querySelector(".grid")) document.querySelector("header").append(tip);
  all(".grid").forEach(setUpGrid);
  setUpPrinting();
  setUpContents();
  setUpScrolling();
  openTarget();
  tip.addEventListener("pointerleave", hideTip);
  addEventListener("hashchange", openTarget);
  addEventListener("resize", () => { hideTip(); setUpScrolling(); });
  addEventListener("scroll", placeTip, { capture: true, passive: true });
  addEventListener("toggle", setUpScrolling, { capture: true }); // what was folded could not be measured
  addEventListener("keydown", (event) => { if (event.key === "Escape") hideTip(); });
})();
