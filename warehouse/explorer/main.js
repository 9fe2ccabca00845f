/* Drawing the page whenever its address changes. */

let listed = { key: null, rows: [], counts: [] };
let opened = null;

function render() {
  document.documentElement.lang = state.language;
  document.title = `${t(`view.${state.view}`)} · migcoop ${release.version}`;
  const key = JSON.stringify([state.view, state.query, state.chosen, state.sort]);
  if (listed.key !== key) listed = { key, ...findRows(state) };
  renderTop();
  renderSearch();
  renderNotice();
  renderFacets(listed.counts);
  renderResults(listed.rows);
  renderDetail(listed.rows);
  renderAbout();
  showOpened();
}

/** A row opened just now takes the focus, and its words come into sight. */
function showOpened() {
  const now = `${state.row} ${state.at}`;
  if (now === opened) return;
  const other = opened?.split(" ")[0] !== state.row;
  opened = now;
  if (!state.row) return;
  if (other) {
    byId("detail-title").focus({ preventScroll: true });
    byId("detail").scrollTop = 0;
    if (innerWidth <= 900) byId("detail").scrollIntoView();
  }
  document.querySelector("#detail mark.current")?.scrollIntoView({ block: "center" });
}

/** What is not inside is said, never passed over. */
function renderNotice() {
  const left = Object.entries(release.left_out).filter(([, count]) => count > 0);
  byId("notice").hidden = left.length === 0;
  if (!left.length) return;
  const total = left.reduce((sum, [, count]) => sum + count, 0);
  const listing = left.map(([table, count]) => `${t(`table.${table}`)} ${number(count)}`).join(", ");
  fill(byId("notice"), t("ui.left_out", { limit: number(release.row_limit), n: number(total), listing }));
}

/** What the release rests on and what it lacks. */
function renderAbout() {
  const byLanguage = [...groupBy(documents, (i) => [documents.language[i]])];
  const dates = documents.published_on.filter(Boolean).sort();
  const rejected = Object.values(release.rejects).reduce((sum, count) => sum + count, 0);
  fill(byId("about"), foldable("about", false, {}, t("ui.about"),
    h("p", {}, t("ui.about_text")),
    factList([
      [t("table.documents"), `${number(release.rows.documents)} (${byLanguage.map(([code, rows]) => `${languageName(code)} ${number(rows.length)}`).join(", ")})`],
      [t("ui.dates"), dates.length ? `${dates[0]} – ${dates.at(-1)}` : null],
      [t("ui.undated_documents"), number(documents.published_on.filter((date) => !date).length)],
      [t("ui.rejects"), number(rejected)],
      ...["programs", "program_mentions", "figures", "commitments", "commitment_threads"].map((table) => [t(`table.${table}`), number(release.rows[table])]),
    ]),
    h("p", {}, h("a", { href: "../docs/data_dictionary.html" }, t("ui.dictionary")), " · ", h("a", { href: "../quality/validation.html" }, t("ui.validation")))));
}

addEventListener("popstate", () => {
  state = readState(location.hash);
  render();
});
byId("skip").addEventListener("click", (event) => {
  event.preventDefault();
  byId("results").focus();
});
addEventListener("keydown", (event) => {
  if (event.key === "Escape" && state.row && !event.target.closest("input, textarea, select")) closeDetail();
});

for (const id of ["search", "columns"]) byId(id).hidden = false;
byId("loading").remove();
render();
document.documentElement.dataset.ready = "true";
// The texts are folded for searching while nobody waits for it.
setTimeout(searchableSegments, 300);
