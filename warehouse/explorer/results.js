/* The list: search, facets, table with pages, quality scores, what can be taken away. */

const ROWS_A_PAGE = 100;
const VALUES_SHOWN = 8;
// Foldable parts that stand otherwise than they do at first; facets that list all their values.
const toggled = new Set();
const widenedFacets = new Set();
let typing;

function renderTop() {
  const other = state.language === "en" ? "es" : "en";
  fill(byId("skip"), t("ui.skip"));
  fill(byId("top"),
    h("h1", { class: "brand" }, h("strong", {}, "migcoop"), ` ${release.version} · ${release.released_on}`),
    h("nav", { "aria-label": t("ui.views") },
      Object.entries(VIEWS).map(([view, { table }]) =>
        h("a", { id: `tab-${view}`, href: addressOfView(view), "aria-current": view === state.view ? "page" : null },
          t(`view.${view}`), " ", h("span", { class: "count" }, number(table.rows))))),
    h("a", { class: "language", id: "language", lang: other, hreflang: other, href: addressOf({ language: other }) },
      other === "es" ? "Español" : "English"),
  );
}

/** The search field is made once, so that typing is never interrupted. */
function renderSearch() {
  let field = byId("query");
  if (!field) {
    const search = () => {
      clearTimeout(typing);
      if (field.value !== state.query) go({ query: field.value, page: 1 }, { replace: true });
    };
    const soon = () => {
      clearTimeout(typing);
      typing = setTimeout(search, 120);
    };
    field = h("input", { id: "query", type: "search", autocomplete: "off", spellcheck: "false", input: soon, change: search });
    byId("search").append(h("label", { for: "query", id: "query-label" }), field, h("p", { id: "status", role: "status" }));
  }
  if (document.activeElement !== field) field.value = state.query;
  fill(byId("query-label"), t("ui.search", { view: t(`view.${state.view}`) }));
  field.setAttribute("placeholder", t("ui.search_hint"));
}

function renderFacets(counts) {
  const chosen = Object.values(state.chosen).flat().length;
  const groups = VIEWS[state.view].facets.map((facet, f) => facetGroup(facet, counts[f]));
  const clear = chosen > 0 && h("button", { id: "clear", click: () => go({ chosen: {}, page: 1 }) }, t("ui.clear", { n: chosen }));
  const whole = foldable("all-facets", innerWidth > 900, {}, [t("ui.filters"), chosen > 0 && ` (${chosen})`], clear, groups);
  fill(byId("facets"), whole);
  byId("facets").setAttribute("aria-label", t("ui.filters"));
}

/** A part that folds, and that stays as the reader left it when the page is drawn anew. */
function foldable(key, openAtFirst, attributes, summary, ...children) {
  const remember = ({ currentTarget }) => {
    if ((currentTarget.open !== openAtFirst) === toggled.has(key)) return;
    if (currentTarget.open === openAtFirst) toggled.delete(key);
    else toggled.add(key);
    if (key === "picture") render();
  };
  const open = toggled.has(key) !== openAtFirst;
  return h("details", { ...attributes, open, toggle: remember }, h("summary", { id: `fold-${key}` }, summary), ...children);
}

function facetGroup(facet, counts) {
  const chosen = new Set(state.chosen[facet.key] ?? []);
  for (const value of chosen) if (!counts.has(value)) counts.set(value, 0);
  if (chosen.size === 0 && [...counts.keys()].every((value) => value === NONE)) return null;
  const byNumber = (value) => (/^\d+$/.test(value) ? Number(value) : 0);
  const values = [...counts.keys()].sort((a, b) =>
    (a === NONE) - (b === NONE) ||
    (facet.key === "year" ? byNumber(b) - byNumber(a) : counts.get(b) - counts.get(a) || (a < b ? -1 : 1)));
  const key = `${state.view}.${facet.key}`;
  const all = widenedFacets.has(key) || values.length <= VALUES_SHOWN + 2;
  const shown = all ? values : values.filter((value, k) => k < VALUES_SHOWN || chosen.has(value));
  const choose = (value) => {
    const next = new Set(chosen);
    if (!next.delete(value)) next.add(value);
    const { [facet.key]: _, ...others } = state.chosen;
    go({ chosen: next.size ? { ...others, [facet.key]: [...next].sort() } : others, page: 1 });
  };
  const openAtFirst = VIEWS[state.view].facets.indexOf(facet) < 4 || chosen.size > 0;
  return foldable(key, openAtFirst, { class: "facet" }, t(`column.${facet.key}`),
    h("ul", { class: all && values.length > 30 ? "long" : null }, shown.map((value, k) => {
      const id = `facet-${facet.key}-${value}`;
      return h("li", {},
        h("input", { type: "checkbox", id, checked: chosen.has(value), change: () => choose(value) }),
        h("label", { for: id }, value === NONE ? t("ui.none") : facet.label(value)),
        h("span", { class: "count" }, number(counts.get(value))));
    })),
    !all && h("button", { class: "plain", id: `more-${facet.key}`, click: () => {
      widenedFacets.add(key);
      render();
    } }, t("ui.show_all", { n: number(values.length) })),
  );
}

function renderResults(rows) {
  const { table, columns } = VIEWS[state.view];
  const pages = Math.max(1, Math.ceil(rows.length / ROWS_A_PAGE));
  const page = Math.min(state.page, pages);
  const shown = rows.slice((page - 1) * ROWS_A_PAGE, page * ROWS_A_PAGE);
  fill(byId("status"), t("ui.count", { n: number(rows.length), all: number(table.rows) }));
  fill(byId("results"),
    scores(VIEWS[state.view].score),
    takeAway(rows),
    picture(rows),
    rows.length === 0
      ? h("p", { class: "empty" }, t("ui.nothing"))
      : h("table", { role: "table", "aria-labelledby": "status" },
          h("thead", { role: "rowgroup" }, h("tr", { role: "row" }, columns.map(columnHead))),
          h("tbody", { role: "rowgroup" }, shown.map((row) => tableRow(table, columns, row)))),
    pages > 1 && pager(page, pages),
  );
}

function columnHead(column) {
  const label = t(`column.${column.key}`);
  const sorted = state.sort.replace(/^-/, "") === column.key && (state.sort.startsWith("-") ? "descending" : "ascending");
  const next = sorted ? (sorted === "ascending" ? `-${column.key}` : column.key) : column.numeric ? `-${column.key}` : column.key;
  return h("th", { scope: "col", role: "columnheader", class: column.wide ? "wide" : null, "aria-sort": sorted || null },
    column.sql
      ? h("button", { id: `sort-${column.key}`, click: () => go({ sort: next, page: 1 }) },
          label, h("span", { "aria-hidden": "true" }, sorted ? (sorted === "ascending" ? " ▲" : " ▼") : ""))
      : label);
}

function tableRow(table, columns, row) {
  const id = table[table.key][row];
  const open = (event) => {
    if (!event.target.closest("a, button, input") && !getSelection().toString()) go({ row: id, at: "" });
  };
  return h("tr", { role: "row", click: open, "aria-current": state.row === id ? "true" : null },
    columns.map((column) => {
      const value = column.show ? column.show(row) : column.value(row);
      const content = typeof value === "number" ? number(value) : value;
      const look = column.wide ? "wide" : column.numeric ? "numeric" : /_on$|_end$/.test(column.key) ? "date" : null;
      return h("td", { role: "cell", class: look, "data-label": t(`column.${column.key}`) }, content);
    }));
}

function pager(page, pages) {
  const to = (target, key) =>
    h("button", { id: key, disabled: target < 1 || target > pages, click: () => {
      go({ page: target });
      byId("results").scrollIntoView();
    } }, t(`ui.${key}`));
  return h("nav", { class: "pager", "aria-label": t("ui.pages") },
    to(page - 1, "page_before"), t("ui.page", { page: number(page), pages: number(pages) }), to(page + 1, "page_after"));
}

/** The measured quality of the table shown; a table that was not measured says so. */
function scores(table) {
  const { documents: count, scores: all, linking } = release.scorecard;
  const rows = (all ?? []).filter((score) => score.table === table);
  if (!rows.length) return h("p", { class: "scores quiet" }, t("ui.unmeasured"));
  const percent = (share) => number(share, { style: "percent" });
  const measure = (name) => labelOf("measure", name.replaceAll(" ", "_"));
  const total = rows.find(({ language, measure: name }) => language === "all" && name === "detection") ?? rows[0];
  const interval = (row, key) =>
    row[`${key}_low`] === undefined ? percent(row[key]) : `${percent(row[key])} (${percent(row[`${key}_low`])}–${percent(row[`${key}_high`])})`;
  const summary = t("ui.quality", { precision: percent(total.precision), recall: percent(total.recall), n: number(count) });
  return foldable("scores", false, { class: "scores" }, summary,
    h("table", {},
      h("thead", {}, h("tr", {}, ["measure", "language", "precision", "recall", "f1"].map((key) => h("th", { scope: "col" }, t(`score.${key}`))))),
      h("tbody", {}, rows.map((row) => h("tr", {},
        h("th", { scope: "row" }, measure(row.measure)),
        h("td", {}, row.language === "all" ? t("ui.all_languages") : languageName(row.language)),
        h("td", {}, interval(row, "precision")), h("td", {}, interval(row, "recall")), h("td", {}, percent(row.f1)))))),
    table === "program_mentions" && linking?.f1 !== undefined &&
      h("p", {}, t("ui.linking", { precision: percent(linking.precision), recall: percent(linking.recall), f1: percent(linking.f1) })),
    h("p", { class: "quiet" }, t("ui.quality_note")));
}

/** CSV of the rows found, the whole table as Parquet, and the SQL that gives the same rows. */
function takeAway(rows) {
  const { table } = VIEWS[state.view];
  const sql = h("textarea", { id: "sql", readonly: true, rows: "8", "aria-label": "SQL", spellcheck: "false" });
  sql.value = sqlOf(state);
  return h("div", { class: "take" },
    h("button", { id: "csv", click: () => saveFile(`migcoop-${release.version}-${state.view}.csv`, "text/csv;charset=utf-8", csvOf(state.view, rows)) },
      t("ui.csv", { n: number(rows.length) })),
    h("a", { href: `../data/${table.tableName}.parquet` }, t("ui.parquet")),
    foldable("sql", false, {}, t("ui.sql"),
      h("p", { class: "quiet" }, t("ui.sql_note")), sql,
      h("button", { click: () => copyText(sql) }, t("ui.copy"))));
}
