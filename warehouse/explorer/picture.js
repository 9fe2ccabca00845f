/* The rows found, counted by two facets: a table whose cells hold a number and a bar, readable without colour. */

const LINES_SHOWN = 12;
const COLUMNS_SHOWN = 12;

/** Counts of rows by two facets: { lines, columns, count(line, column) }, most frequent first, years in order. */
function crossCount(rows, lineFacet, columnFacet) {
  const counts = new Map();
  const totals = [new Map(), new Map()];
  const add = (map, key) => map.set(key, (map.get(key) ?? 0) + 1);
  for (const row of rows) {
    const [lines, columns] = [valuesOf(lineFacet, row), valuesOf(columnFacet, row)];
    for (const line of lines) add(totals[0], line);
    for (const column of columns) add(totals[1], column);
    for (const line of lines) for (const column of columns) add(counts, `${line}\n${column}`);
  }
  const inOrder = (facet, total, shown) => {
    const values = [...total.keys()].sort((a, b) => total.get(b) - total.get(a) || (a < b ? -1 : 1));
    if (facet.key !== "year") return values.slice(0, shown);
    return values.sort().slice(-shown);
  };
  return {
    lines: inOrder(lineFacet, totals[0], LINES_SHOWN),
    columns: inOrder(columnFacet, totals[1], COLUMNS_SHOWN),
    all: totals.map((total) => total.size),
    count: (line, column) => counts.get(`${line}\n${column}`) ?? 0,
  };
}

function picture(rows) {
  const { facets } = VIEWS[state.view];
  const [lineFacet, columnFacet] = state.picture.map((key) => facets.find((facet) => facet.key === key));
  const choice = (which, label) => h("select", {
      id: `picture-${which}`, "aria-label": t(label),
      change: ({ currentTarget }) => go({ picture: state.picture.with(which, currentTarget.value) }, { replace: true }),
    },
    facets.filter(({ key }) => key !== state.picture[1 - which]).map(({ key }) => h("option", { value: key, selected: key === state.picture[which] }, t(`column.${key}`))));
  return foldable("picture", false, { class: "picture" }, t("ui.picture"),
    h("p", {}, t("ui.picture_of"), " ", choice(0, "ui.picture_lines"), " × ", choice(1, "ui.picture_columns")),
    toggled.has("picture") && crossTable(rows, lineFacet, columnFacet));
}

function crossTable(rows, lineFacet, columnFacet) {
  const { lines, columns, all, count } = crossCount(rows, lineFacet, columnFacet);
  const largest = Math.max(1, ...lines.flatMap((line) => columns.map((column) => count(line, column))));
  const name = (facet, value) => (value === NONE ? t("ui.none") : facet.label(value));
  const cell = (line, column) => {
    const rowsHere = count(line, column);
    if (!rowsHere) return h("td", { class: "numeric" });
    const chosen = { ...state.chosen, [lineFacet.key]: [line], [columnFacet.key]: [column] };
    return h("td", { class: "numeric" },
      h("a", { href: addressOf({ chosen, page: 1 }), "aria-label": `${name(lineFacet, line)}, ${name(columnFacet, column)}: ${number(rowsHere)}` }, number(rowsHere)),
      h("svg", { viewBox: "0 0 100 8", preserveAspectRatio: "none", "aria-hidden": "true" },
        h("rect", { width: Math.max(2, (100 * rowsHere) / largest), height: 8 })));
  };
  const left = lines.length < all[0] || columns.length < all[1];
  return [
    h("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": t("ui.picture") },
      h("table", {},
        h("thead", {}, h("tr", {}, h("td", {}), columns.map((column) => h("th", { scope: "col" }, name(columnFacet, column))))),
        h("tbody", {}, lines.map((line) =>
          h("tr", {}, h("th", { scope: "row" }, name(lineFacet, line)), columns.map((column) => cell(line, column))))))),
    left && h("p", { class: "quiet" }, t("ui.picture_left", { lines: lines.length, columns: columns.length })),
  ];
}
