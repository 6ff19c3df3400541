// Tables that sort and filter, and the words of the article behind each row. Without this script
// the page shows the same tables, with the evidence marked in their sentences.
"use strict";

const paragraphs = JSON.parse(document.getElementById("paragraphs").textContent);
const panel = document.getElementById("evidence");
let opener = null;

for (const table of document.querySelectorAll("table.evidence")) {
  sortable(table);
  filterable(table);
  for (const row of table.tBodies[0].rows) leadsToEvidence(row);
  if (table.tBodies[0].querySelector(".show")) {
    const heading = document.createElement("th");
    heading.scope = "col";
    heading.textContent = "in the article";
    table.tHead.rows[0].append(heading);
  }
}

panel.querySelector("button").addEventListener("click", close);
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && !panel.hidden) close();
});

function sortable(table) {
  for (const [column, heading] of [...table.tHead.rows[0].cells].entries()) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = heading.textContent;
    heading.replaceChildren(button);
    button.addEventListener("click", () => {
      const falling = heading.getAttribute("aria-sort") === "ascending";
      for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
      heading.setAttribute("aria-sort", falling ? "descending" : "ascending");
      const word = (row) => row.cells[column].textContent;
      const rows = [...table.tBodies[0].rows].sort((one, other) =>
        word(one).localeCompare(word(other), "en", { numeric: true }) * (falling ? -1 : 1));
      table.tBodies[0].append(...rows);
    });
  }
}

function filterable(table) {
  const rows = [...table.tBodies[0].rows];
  const bar = document.createElement("div");
  const label = document.createElement("label");
  const input = document.createElement("input");
  const count = document.createElement("output");
  bar.className = "filter";
  input.type = "search";
  label.append("Filter rows: ", input);
  bar.append(label, count);
  table.before(bar);
  const filter = () => {
    const wanted = input.value.toLocaleLowerCase("en");
    for (const row of rows) row.hidden = !row.textContent.toLocaleLowerCase("en").includes(wanted);
    count.textContent = `${rows.filter((row) => !row.hidden).length} of ${rows.length} rows`;
    if (rows.some((row) => row.hidden && row.classList.contains("shown"))) hide();
  };
  input.addEventListener("input", filter);
  filter();
}

function leadsToEvidence(row) {
  const spans = row.dataset.evidence.split(" ").filter(Boolean).map((span) => span.split("-").map(Number));
  labelCells(row);
  const cell = row.insertCell();
  if (!spans.length) return;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "show";
  button.textContent = spans.length > 1 ? `show ${spans.length}` : "show";
  const about = [...row.cells].slice(0, 3).map((each) => each.textContent).filter(Boolean).join(", ");
  button.setAttribute("aria-label", `${button.textContent} in the article: ${about}`);
  button.addEventListener("click", () => show(row, button, spans, about));
  cell.append(button);
}

// On a narrow screen the cells stand one below the other, each behind the name of its column.
function labelCells(row) {
  const headings = row.closest("table").tHead.rows[0].cells;
  for (const cell of row.querySelectorAll("td")) cell.dataset.column = headings[cell.cellIndex].textContent;
}

function show(row, button, spans, about) {
  for (const shown of document.querySelectorAll("tr.shown")) shown.classList.remove("shown");
  row.classList.add("shown");
  const said = paragraphs
    .filter(({ start, text }) => spans.some(([from, to]) => from < start + [...text].length && to > start))
    .map((paragraph) => marked(paragraph, spans));
  panel.querySelector("h2").textContent = `What the article says: ${about}`;
  panel.querySelector(".words").replaceChildren(...said);
  panel.hidden = false;
  opener = button;
  panel.focus();
}

// Offsets count characters as Python does, not the 16-bit units of JavaScript's strings.
function marked({ id, start, text }, spans) {
  const characters = [...text];
  const line = document.createElement("p");
  let position = 0;
  for (const [from, to] of spans) {
    const first = Math.max(from - start, position);
    const last = Math.min(to - start, characters.length);
    if (first >= last) continue;
    const mark = document.createElement("mark");
    mark.textContent = characters.slice(first, last).join("");
    line.append(characters.slice(position, first).join(""), mark);
    position = last;
  }
  line.append(characters.slice(position).join(""));
  if (document.getElementById(id)) {
    const link = document.createElement("a");
    link.href = `#${id}`;
    link.textContent = "where it stands";
    line.append(" (", link, ")");
  }
  return line;
}

function close() {
  hide();
  if (opener) opener.focus();
}

function hide() {
  panel.hidden = true;
  for (const shown of document.querySelectorAll("tr.shown")) shown.classList.remove("shown");
}
