/* A document read in full: its segments in order, every row marked where it stands, one after the other. */

const hiddenTables = new Set();

/** Rows of a document that are shown, in the order of the text: [{ table, row, id }]. */
function marksOf(document) {
  return EVIDENCE.filter((table) => !hiddenTables.has(table.tableName))
    .flatMap((table) => rowsOfDocument(table, document).map((row) => ({ table, row, id: table[table.key][row] })))
    .sort((a, b) => a.table.char_start[a.row] - b.table.char_start[b.row] || b.table.char_end[b.row] - a.table.char_end[a.row]);
}

function documentDetail(i) {
  const marks = marksOf(i);
  const place = marks.findIndex(({ id }) => id === state.at);
  const original = documentAt.get(documents.near_duplicate_of[i]);
  return [
    factList([
      [t("column.publisher"), documents.publisher[i]],
      [t("column.published_on"), documents.published_on[i]],
      [t("column.genre"), labelOf("genre", documents.genre[i])],
      [t("column.language"), languageName(documents.language[i])],
      [t("column.source_uri"), documents.source_uri[i] && sourceLink(documents.source_uri[i])],
      [t("column.source_name"), documents.source_name[i]],
      [t("column.rights"), documents.rights[i]],
      [t("column.near_duplicate_of"), original !== undefined && rowLink(documents, original)],
      [t("ui.id"), h("code", {}, documents.document_id[i])],
    ]),
    markChoice(i),
    stepper(marks, place),
    h("div", { class: "text", lang: documents.language[i] }, rowsOfDocument(segments, i).map((segment) => segmentText(segment, marks))),
  ];
}

/** Which tables are marked; also the legend. */
function markChoice(document) {
  const toggle = (name) => {
    if (!hiddenTables.delete(name)) hiddenTables.add(name);
    render();
  };
  return h("fieldset", { class: "legend" },
    h("legend", {}, t("ui.marked")),
    EVIDENCE.map((table) => h("label", {},
      h("input", { type: "checkbox", id: `mark-${table.tableName}`, checked: !hiddenTables.has(table.tableName), change: () => toggle(table.tableName) }),
      h("span", { class: `mark ${table.tableName}` }, t(`table.${table.tableName}`)), ` ${number(rowsOfDocument(table, document).length)}`)));
}

function stepper(marks, place) {
  const to = (target) => marks[target] && go({ at: marks[target].id }, { replace: true });
  const current = marks[place];
  return h("div", { class: "stepper" },
    h("button", { id: "mark-before", disabled: place <= 0, click: () => to(place - 1) }, t("ui.mark_before")),
    h("button", { id: "mark-after", disabled: place + 1 >= marks.length, click: () => to(place + 1) }, t("ui.mark_after")),
    h("span", { role: "status" }, current
      ? [t("ui.mark_at", { n: number(place + 1), all: number(marks.length) }), " · ", t(`row.${current.table.tableName}`), " · ",
         h("a", { href: addressOfMarked(current) }, t("ui.open_row"))]
      : t("ui.marks", { n: number(marks.length) })));
}

const addressOfMarked = ({ table, id }) => addressOfView(VIEW_OF_TABLE[table.tableName] ?? "programs", { row: id });

function segmentText(segment, marks) {
  const inside = marks
    .filter(({ table, row }) => table.segment[row] === segment)
    .map(({ table, row, id }) => ({ ...spanOf(table, row), table, id }));
  const content = piecesOf(segments.text[segment], inside).map(({ text, marks: over }) => {
    if (!over.length) return text;
    const current = over.some(({ id }) => id === state.at);
    const classes = [...new Set(over.map(({ table }) => table.tableName)), current && "current"].filter(Boolean).join(" ");
    return h("mark", { class: classes, title: t(`row.${over[0].table.tableName}`), click: () => go({ at: over[0].id }, { replace: true }) }, text);
  });
  const kind = segments.kind[segment];
  const speaker = segments.speaker[segment];
  const label = kind === "turn" && speaker && h("span", { class: "speaker" }, labelOf("speaker_role", segments.speaker_role[segment] ?? ""));
  return h(kind === "heading" ? "h3" : "p", { class: `segment ${kind}` }, label, content);
}
