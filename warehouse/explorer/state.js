/* The state of the page is its address: view, search, facets, sort, page, open row, language. */

const languages = ["en", "es"];
let state = readState(location.hash);

function readState(hash) {
  const fields = new URLSearchParams(hash.replace(/^#/, ""));
  const view = Object.hasOwn(VIEWS, fields.get("view")) ? fields.get("view") : "commitments";
  const chosen = {};
  for (const facet of VIEWS[view].facets) {
    const values = fields.getAll(`f.${facet.key}`);
    if (values.length) chosen[facet.key] = values;
  }
  const sort = fields.get("sort") ?? "";
  const sortable = VIEWS[view].columns.some((column) => column.sql && column.key === sort.replace(/^-/, ""));
  const picture = (fields.get("picture") ?? "").split("*");
  const drawable = new Set(picture).size === 2 && picture.every((key) => VIEWS[view].facets.some((facet) => facet.key === key));
  const preferred = navigator.language?.startsWith("es") ? "es" : "en";
  return {
    view,
    query: fields.get("q") ?? "",
    chosen,
    sort: sortable ? sort : VIEWS[view].sort,
    picture: drawable ? picture : VIEWS[view].picture,
    page: Math.max(1, Number.parseInt(fields.get("page") ?? "1", 10) || 1),
    row: fields.get("row") ?? "",
    at: fields.get("at") ?? "",
    language: languages.includes(fields.get("lang")) ? fields.get("lang") : preferred,
  };
}

/** The address of a state, the present one with changes. */
function addressOf(changes = {}) {
  const next = { ...state, ...changes };
  const fields = new URLSearchParams({ view: next.view });
  if (next.query) fields.set("q", next.query);
  for (const [key, values] of Object.entries(next.chosen)) for (const value of values) fields.append(`f.${key}`, value);
  if (next.sort && next.sort !== VIEWS[next.view].sort) fields.set("sort", next.sort);
  if (`${next.picture}` !== `${VIEWS[next.view].picture}`) fields.set("picture", next.picture.join("*"));
  if (next.page > 1) fields.set("page", next.page);
  if (next.row) fields.set("row", next.row);
  if (next.at) fields.set("at", next.at);
  fields.set("lang", next.language);
  return `#${fields}`;
}

/** Another view without the search and facets of this one. */
const addressOfView = (view, changes = {}) =>
  addressOf({ view, query: "", chosen: {}, sort: VIEWS[view].sort, picture: VIEWS[view].picture, page: 1, row: "", at: "", ...changes });

/** A row in this view, keeping search and facets. */
const addressOfRow = (id) => addressOf({ row: id, at: "" });

/** A row marked in the whole of its document. */
const addressInDocument = (documentId, rowId) => addressOfView("documents", { row: documentId, at: rowId ?? "" });

function go(changes, { replace = false } = {}) {
  const address = addressOf(changes);
  if (replace) history.replaceState(null, "", address);
  else history.pushState(null, "", address);
  state = readState(address);
  render();
}

/** A text of the interface in the reader's language; {names} in it are replaced. */
function t(key, values = {}) {
  const text = release.strings[key]?.[languages.indexOf(state.language)] ?? key;
  return text.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");
}

const number = (value, options = {}) => new Intl.NumberFormat(state.language, options).format(value);

/** The label of a value of an enumeration; values without one are shown as they are. */
const labelOf = (group, value) => (release.strings[`${group}.${value}`] ? t(`${group}.${value}`) : value);
const partyName = (code) => release.parties[code]?.[languages.indexOf(state.language)] ?? code;
const programName = (id) => {
  const row = programAt.get(id);
  if (row === undefined) return id;
  return (state.language === "es" && programs.name_es[row]) || programs.name[row];
};
function languageName(code) {
  try {
    return new Intl.DisplayNames([state.language], { type: "language" }).of(code);
  } catch {
    return code;
  }
}
