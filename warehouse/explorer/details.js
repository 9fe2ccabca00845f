/* One row opened: its evidence and facts, its place among others, and a draft to correct it. */

const LISTED = 50;

function renderDetail(rows) {
  const found = state.row ? findRow(state.row) : null;
  const panel = byId("detail");
  panel.hidden = !state.row;
  document.body.classList.toggle("open", Boolean(state.row));
  if (!state.row) return;
  if (!found) {
    fill(panel, detailHead(t("ui.not_found"), null, rows), h("p", {}, t("ui.not_found_note", { id: state.row })));
    return;
  }
  const { table, row } = found;
  const content = DETAILS[table.tableName](row, table);
  fill(panel, detailHead(nameOfRow(table, row), found, rows), content, reportForm(table, row));
}

function detailHead(title, found, rows) {
  const listed = found && found.table === VIEWS[state.view].table ? rows.indexOf(found.row) : -1;
  const beside = (step, key) => {
    const target = listed < 0 ? undefined : rows[listed + step];
    const { table } = VIEWS[state.view];
    return h("button", { id: key, disabled: target === undefined, click: () => go({ row: table[table.key][target], at: "" }) }, t(`ui.${key}`));
  };
  return h("header", {},
    h("div", { class: "tools" },
      h("button", { id: "close", click: closeDetail }, t("ui.close")),
      beside(-1, "row_before"), beside(1, "row_after"),
      h("button", { id: "copy-link", click: (event) => {
        navigator.clipboard?.writeText(location.href);
        fill(event.currentTarget, t("ui.copied"));
      } }, t("ui.copy_link"))),
    found && h("p", { class: "kind" }, t(`row.${found.table.tableName}`)),
    h("h2", { id: "detail-title", tabindex: "-1" }, title));
}

function closeDetail() {
  const id = state.row;
  go({ row: "", at: "" });
  const link = [...document.querySelectorAll("a.row")].find(({ hash }) => new URLSearchParams(hash.slice(1)).get("row") === id);
  (link ?? byId("results")).focus();
}

/* What the details of each table show. */
const DETAILS = {
  figures: (i) => evidenceDetail(figures, i, [
    [t("column.value"), amount(i)],
    [t("column.bound"), labelOf("bound", figures.bound[i])],
    [t("column.measure"), figures.measure[i]],
    [t("column.change"), figures.change[i] && labelOf("change", figures.change[i])],
    [t("column.period"), period(figures, i)],
    [t("column.status"), labelOf("figure_status", figures.status[i])],
    [t("column.actors"), figures.actors[i].map(partyName).join(", ")],
    [t("column.program_ids"), programLinks(figures.program_ids[i])],
    [t("column.flags"), figures.flags[i].map((flag) => labelOf("flag", flag)).join(", ")],
  ]),
  commitments: (i) => evidenceDetail(commitments, i, [
    [t("column.actors"), commitments.actors[i].map(partyName).join(", ")],
    [t("column.counterparties"), commitments.counterparties[i].map(partyName).join(", ")],
    [t("column.force"), badge("force", commitments.force[i])],
    [t("column.polarity"), badge("polarity", commitments.polarity[i])],
    [t("column.action"), commitments.action[i]],
    [t("column.topic"), labelOf("topic", commitments.topic[i])],
    [t("column.gcm_objectives"), commitments.gcm_objectives[i].map(objectiveName).join("; ")],
    [t("column.period"), period(commitments, i)],
    [t("column.figure_ids"), figureLinks(commitments.figure_ids[i])],
    [t("column.program_ids"), programLinks(commitments.program_ids[i])],
    [t("column.attribution"), labelOf("attribution", commitments.attribution[i])],
    [t("row.commitment_threads"), threadLink(commitments.thread_id[i])],
  ]),
  program_mentions: (i) => evidenceDetail(program_mentions, i, [
    [t("row.programs"), programLinks([program_mentions.program_id[i]])],
    [t("column.kind"), labelOf("program_kind", program_mentions.kind[i])],
  ]),
  programs: programDetail,
  commitment_threads: threadDetail,
  documents: documentDetail,
};

const figureLinks = (ids) =>
  joined(ids.map((id) => (figureAt.has(id) ? h("a", { href: addressOfView("figures", { row: id }) }, figures.surface[figureAt.get(id)]) : id)));

function threadLink(id) {
  const row = threadAt.get(id);
  if (row === undefined) return id;
  const count = (statementsOfThread.get(id) ?? []).length;
  return [h("a", { href: addressOfView("threads", { row: id }) }, commitment_threads.title[row]), ` (${t("ui.statements", { n: number(count) })})`];
}

function evidenceDetail(table, i, facts) {
  const source = table.document[i];
  const { segment } = spanOf(table, i);
  const role = segments.speaker_role[segment];
  const party = segments.speaker_party[segment];
  return [
    h("blockquote", {}, paragraphWithRow(table, i)),
    h("p", {}, h("a", { href: addressInDocument(table.document_id[i], table[table.key][i]) }, t("ui.in_document"))),
    factList(facts),
    h("h3", {}, t("ui.where")),
    factList([
      [t("column.speaker"), segments.speaker[segment]],
      [t("column.speaker_role"), role && labelOf("speaker_role", role)],
      [t("column.speaker_party"), party && partyName(party)],
      [t("column.title"), documents.title[source]],
      [t("column.publisher"), documents.publisher[source]],
      [t("column.published_on"), documents.published_on[source]],
      [t("column.genre"), labelOf("genre", documents.genre[source])],
      [t("column.source_uri"), documents.source_uri[source] && sourceLink(documents.source_uri[source])],
      [t("column.method"), h("code", {}, table.method[i])],
      [t("ui.id"), h("code", {}, table[table.key][i])],
    ]),
  ];
}

/** Rows of a table in their sentences, the first of many, with the way to all of them. */
function rowList(table, rows, allAddress) {
  if (!rows.length) return null;
  const view = VIEW_OF_TABLE[table.tableName];
  const link = (i) => h("a", { href: view ? addressOfView(view, { row: table[table.key][i] }) : addressOfRow(table[table.key][i]) }, table.surface[i]);
  return [
    h("h3", {}, `${t(`table.${table.tableName}`)} (${number(rows.length)})`),
    h("ul", { class: "rows" }, rows.slice(0, LISTED).map((i) => h("li", {},
      h("p", {}, wordsInSentence(table, i, link(i))),
      h("p", { class: "quiet" }, placeOf(table, i))))),
    rows.length > LISTED && (allAddress ? h("p", {}, h("a", { href: allAddress }, t("ui.all_rows", { n: number(rows.length) }))) : h("p", { class: "quiet" }, t("ui.first_rows", { n: LISTED }))),
  ];
}

const placeOf = (table, i) => {
  const source = table.document[i];
  return [documents.published_on[source], documents.publisher[source], documents.title[source]].filter(Boolean).join(" · ");
};
const byDate = (table) => (a, b) =>
  (documents.published_on[table.document[a]] ?? "9999").localeCompare(documents.published_on[table.document[b]] ?? "9999") || a - b;

function programDetail(i) {
  const id = programs.program_id[i];
  const chosen = { program_ids: [id] };
  const rowsOf = (groups, table) => [...(groups.get(id) ?? [])].sort(byDate(table));
  return [
    factList([
      [t("column.name"), programs.name[i]],
      [t("column.name_es"), programs.name_es[i]],
      [t("column.kind"), labelOf("program_kind", programs.kind[i])],
      [t("column.topic"), labelOf("topic", programs.topic[i])],
      [t("column.countries"), programs.countries[i].map(partyName).join(", ")],
      [t("column.lead_organisations"), programs.lead_organisations[i].join(", ")],
      [t("column.registry_status"), labelOf("registry_status", programs.registry_status[i])],
      [t("column.first_mentioned_on"), programs.first_mentioned_on[i]],
      [t("column.last_mentioned_on"), programs.last_mentioned_on[i]],
      [t("ui.id"), h("code", {}, id)],
    ]),
    rowList(commitments, rowsOf(commitmentsOfProgram, commitments), addressOfView("commitments", { chosen })),
    rowList(figures, rowsOf(figuresOfProgram, figures), addressOfView("figures", { chosen })),
    rowList(program_mentions, rowsOf(mentionsOfProgram, program_mentions), addressOfView("documents", { chosen })),
  ];
}

/** The life of an undertaking: its statements in order of date, with force and amounts. */
function threadDetail(i) {
  const id = commitment_threads.thread_id[i];
  const statements = [...(statementsOfThread.get(id) ?? [])].sort(byDate(commitments));
  const stated = new Map();
  return [
    factList([
      [t("column.actors"), commitment_threads.actors[i].map(partyName).join(", ")],
      [t("column.topic"), labelOf("topic", commitment_threads.topic[i])],
      [t("column.status"), badge("thread_status", commitment_threads.status[i])],
      [t("column.document_count"), number(commitment_threads.document_count[i])],
      [t("column.publisher_count"), number(commitment_threads.publisher_count[i])],
      [t("ui.id"), h("code", {}, id)],
    ]),
    h("h3", {}, t("ui.timeline")),
    h("ol", { class: "timeline" }, statements.map((row, k) => statement(row, statements[k - 1], stated))),
  ];
}

function statement(row, before, stated) {
  const source = commitments.document[row];
  const days = before === undefined ? null : daysBetween(commitments.document[before], source);
  const amounts = commitments.figure_ids[row].map((id) => figureAt.get(id)).filter((figure) => figure !== undefined);
  return h("li", { class: `force-${commitments.force[row]} polarity-${commitments.polarity[row]}` },
    h("p", { class: "when" },
      h("strong", {}, documents.published_on[source] ?? t("ui.undated")),
      days > 0 && h("span", { class: "quiet" }, ` ${t("ui.days_later", { n: number(days) })}`), " ",
      forceBadges(row)),
    h("p", { lang: documents.language[source] },
      wordsInSentence(commitments, row, h("a", { href: addressOfView("commitments", { row: commitments.commitment_id[row] }) }, commitments.surface[row]))),
    amountsStated(amounts, stated),
    h("p", { class: "quiet" }, [documents.publisher[source], documents.title[source], languageName(documents.language[source])].filter(Boolean).join(" · ")));
}

/** The amounts inside a statement, and those stated before in the same unit where they differ. */
function amountsStated(amounts, stated) {
  const units = Map.groupBy(amounts, (figure) => figures.unit[figure] ?? "");
  return [...units].map(([unit, now]) => {
    const before = stated.get(unit) ?? now;
    stated.set(unit, now);
    const known = new Set(before.map(valueKey));
    const changed = now.some((figure) => !known.has(valueKey(figure)));
    return h("p", { class: "amounts" },
      t("row.figures"), ": ", figureLinks(now.map((figure) => figures.figure_id[figure])),
      changed && h("strong", {}, ` · ${t("ui.before", { amount: before.map((figure) => figures.surface[figure]).join(", ") })}`));
  });
}
const valueKey = (figure) => [figures.value_low[figure], figures.value_high[figure], figures.bound[figure]].join();

function daysBetween(earlier, later) {
  const [from, to] = [documents.published_on[earlier], documents.published_on[later]];
  return from && to ? Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000) : null;
}

/** A form that drafts the line of a corrections file; nothing leaves the page. */
function reportForm(table, row) {
  const columns = Object.keys(table.types).filter((column) => column !== table.key && !column.endsWith("_id"));
  const line = h("textarea", { id: "report-line", readonly: true, rows: "3", "aria-label": t("ui.report_line") });
  const field = (name, input) => [h("label", { for: `report-${name}` }, t(`report.${name}`)), input];
  const draft = () => {
    const [column, value, reason] = ["column", "value", "reason"].map((name) => byId(`report-${name}`).value);
    line.value = `table,row_id,column,value,reason,expected\n${correctionLine(table, row, column, value, reason)}`;
  };
  return h("details", { id: "report", toggle: draft },
    h("summary", {}, t("ui.report")),
    h("p", { class: "quiet" }, t("ui.report_note")),
    field("column", h("select", { id: "report-column", change: draft }, columns.map((column) => h("option", { value: column }, column)))),
    field("value", h("input", { id: "report-value", input: draft })),
    field("reason", h("input", { id: "report-reason", input: draft })),
    line,
    h("button", { type: "button", click: () => copyText(line) }, t("ui.copy")));
}
