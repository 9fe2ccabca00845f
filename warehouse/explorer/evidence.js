/* Rows in their words: links to rows, spans in sentences, paragraphs with marks, amounts as people read them. */

const badge = (group, value) =>
  value === null || value === undefined
    ? null
    : h("span", { class: `badge ${group}-${value}` }, labelOf(group, value));

/** Force of a commitment, with its polarity where that is not plain affirmation. */
const forceBadges = (i) => [
  badge("force", commitments.force[i]),
  commitments.polarity[i] !== "affirmed" && [" ", badge("polarity", commitments.polarity[i])],
];

/** What a row is called in a list. */
function nameOfRow(table, i) {
  if (table === documents) return documents.title[i] ?? documents.source_name[i];
  if (table === programs) return programName(programs.program_id[i]);
  return table === commitment_threads ? table.title[i] : table.surface[i];
}

/** A link that opens a row and keeps the list as it is. */
const rowLink = (table, i, label) =>
  h("a", { class: "row", href: addressOfRow(table[table.key][i]) }, label ?? nameOfRow(table, i));

/** A row's words in their sentence, cut where that is long. */
function wordsInSentence(table, i, link = rowLink(table, i)) {
  const span = spanOf(table, i);
  const [from, to] = sentenceAround(span);
  const before = span.text.slice(from, span.start);
  const after = span.text.slice(span.end, to);
  return [
    h("span", { class: "context" }, before.length > 90 ? `… ${before.slice(-80).replace(/^\S*\s/u, "")}` : before),
    link,
    h("span", { class: "context" }, after.length > 90 ? `${after.slice(0, 80).replace(/\s\S*$/u, "")} …` : after),
  ];
}

const BOUND_SIGN = { exact: "", approximate: "≈ ", more_than: "> ", at_least: "≥ ", less_than: "< ", at_most: "≤ ", range: "" };

/** A figure's value with the sign of its bound, large numbers in words. */
function amount(i) {
  const { value_low: low, value_high: high, bound, unit_kind: kind } = figures;
  if (low[i] === null && high[i] === null) return h("span", { class: "quiet" }, t("ui.no_value"));
  const change = figures.change[i] ? `${figures.change[i] === "increase" ? "↑" : "↓"} ` : "";
  const show = (value) =>
    Math.abs(value) >= 1e6
      ? number(value, { notation: "compact", compactDisplay: "long", maximumSignificantDigits: 6 })
      : number(value, { maximumFractionDigits: 4 });
  const range = low[i] !== null && high[i] !== null && low[i] !== high[i];
  const value = range ? `${show(low[i])} – ${show(high[i])}` : show(low[i] ?? high[i]);
  const unit = kind[i] === "percent" ? "%" : labelOf("unit", figures.unit[i] ?? "");
  return [h("span", { class: "amount" }, `${change}${range ? "" : BOUND_SIGN[bound[i]]}${value}`), ` ${unit}`];
}

/** A paragraph as it stands, the sentence of a row set off and its words marked. */
function paragraphWithRow(table, i) {
  const span = spanOf(table, i);
  const [from, to] = sentenceAround(span);
  const { text, start, end } = span;
  return h("p", { class: "evidence", lang: documents.language[table.document[i]] },
    text.slice(0, from),
    h("span", { class: "sentence" },
      text.slice(from, start),
      h("mark", { class: table.tableName, id: "span" }, text.slice(start, end)),
      text.slice(end, Math.max(end, to))),
    text.slice(Math.max(end, to)),
  );
}

/** Text cut wherever a mark begins or ends: [{ text, marks }], marks innermost first. */
function piecesOf(text, marks) {
  const cuts = [...new Set([0, text.length, ...marks.flatMap(({ start, end }) => [start, end])])].sort((a, b) => a - b);
  return cuts.slice(0, -1).map((cut, k) => ({
    text: text.slice(cut, cuts[k + 1]),
    marks: marks
      .filter(({ start, end }) => start <= cut && end >= cuts[k + 1])
      .sort((a, b) => a.end - a.start - (b.end - b.start)),
  }));
}

/** A description list; entries without a value are left out. */
function factList(facts) {
  const shown = facts.filter(([, value]) => value !== null && value !== undefined && value !== false && value.length !== 0);
  return h("dl", {}, shown.map(([name, value]) => [h("dt", {}, name), h("dd", {}, value)]));
}

const period = (table, i) => {
  const { period_start: start, period_end: end } = table;
  if (!start[i] && !end[i]) return null;
  return start[i] === end[i] ? start[i] : `${start[i] ?? "…"} – ${end[i] ?? "…"}`;
};
const joined = (nodes) => nodes.flatMap((node, k) => (k ? [", ", node] : [node]));
const programLinks = (ids) =>
  joined(ids.map((id) => h("a", { href: addressOfView("programs", { row: id }) }, programName(id))));
