for (const head of document.querySelectorAll("#overview thead th")) {
  const column = head.cellIndex;
  const button = document.createElement("button");
  button.type = "button";
  button.append(...head.childNodes);
  head.append(button);
  button.addEventListener("click", () => {
    const body = head.closest("table").tBodies[0];
    const down = head.getAttribute("aria-sort") === "descending";
    const value = (row) => row.cells[column].textContent.trim();
    const order = (a, b) => value(a).localeCompare(value(b), "zh-CN", { numeric: true });
    const rows = [...body.rows].sort((a, b) => (down ? order(a, b) : order(b, a)));
    for (const other of head.parentNode.cells) other.removeAttribute("aria-sort");
    head.setAttribute("aria-sort", down ? "ascending" : "descending");
    body.append(...rows);
  });
}
