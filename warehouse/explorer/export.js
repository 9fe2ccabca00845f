/* What leaves the page: rows as CSV, the SQL that gives the same rows, and drafts of corrections. */

/** Columns of an export: those of the table, then what is known of the row's document. */
function exported(view) {
  const { table, context } = VIEWS[view];
  const own = Object.entries(table.types).map(([key, type]) => ({
    key,
    value: (i) => table[key][i],
    sql: type.startsWith("list") ? `array_to_string(r.${key}, '|') AS ${key}` : `r.${key}`,
  }));
  const ofRow = context.map((key) => ({ key, value: ofDocument(table, key), sql: `d.${key}` }));
  return [...own, ...ofRow];
}

/** A CSV cell. Text that a spreadsheet would run as a formula is made harmless by an apostrophe. */
function csvCell(value) {
  if (value === null || value === undefined) return "";
  if (typeof value === "number") return String(value);
  const text = Array.isArray(value) ? value.join("|") : value;
  return quoted(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);
}
const quoted = (text) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

function csvOf(view, rows) {
  const columns = exported(view);
  const lines = rows.map((row) => columns.map((column) => csvCell(column.value(row))).join(","));
  return `\ufeff${[columns.map(({ key }) => key).join(","), ...lines].join("\r\n")}\r\n`;
}

const sqlText = (text) => `'${text.replaceAll("'", "''")}'`;

function facetCondition(facet, values) {
  const listed = values.filter((value) => value !== NONE).map(sqlText);
  const conditions = [];
  if (facet.list) {
    if (listed.length) conditions.push(`list_has_any((${facet.sql})::VARCHAR[], [${listed.join(", ")}])`);
    if (values.includes(NONE)) conditions.push(`len(${facet.sql}) = 0`);
  } else {
    if (listed.length) conditions.push(`${facet.sql} IN (${listed.join(", ")})`);
    if (values.includes(NONE)) conditions.push(`${facet.sql} IS NULL`);
  }
  return conditions.length > 1 ? `(${conditions.join(" OR ")})` : conditions[0];
}

/** The query over the release's DuckDB file that gives what a state shows. */
function sqlOf({ view, query, chosen, sort }) {
  const { table, from, facets, columns, searchSql } = VIEWS[view];
  const words = searchable(query).split(/\s+/).filter(Boolean);
  const text = FOLD(`concat_ws(' ', ${searchSql.join(", ")})`);
  const conditions = [
    ...words.map((word) => `contains(${text}, ${sqlText(word)})`),
    ...facets.filter(({ key }) => chosen[key]).map((facet) => facetCondition(facet, chosen[facet.key])),
  ];
  const column = columns.find(({ key }) => key === sort.replace(/^-/, ""));
  const order = [`${column.sql} ${sort.startsWith("-") ? "DESC" : "ASC"} NULLS LAST`, ...orderOf(table)];
  return [
    `SELECT ${exported(view).map(({ sql }) => sql).join(", ")}`,
    `FROM ${from}`,
    ...(conditions.length ? [`WHERE ${conditions.join("\n  AND ")}`] : []),
    `ORDER BY ${order.join(", ")};`,
  ].join("\n");
}

/* The order of the table itself decides between equal values. */
const orderOf = (table) =>
  table.types.char_start ? ["r.document_id", "r.char_start", "r.char_end", `r.${table.key}`] : [`r.${table.key}`];

/** A line for a corrections file: table,row_id,column,value,reason,expected. */
function correctionLine(table, row, column, value, reason) {
  const expected = table[column][row];
  const text = Array.isArray(expected) ? expected.join("|") : String(expected ?? "");
  return [table.tableName, table[table.key][row], column, value, reason, text].map(quoted).join(",");
}
