/* Which rows a state asks for: search, facets, order. */

/** Rows of the view that fit the search and all facets, in order, and how many rows each facet value would leave. */
function findRows({ view, query, chosen, sort }) {
  const { table, facets, searched } = VIEWS[view];
  const words = searchable(query).split(/\s+/).filter(Boolean);
  const wanted = facets.map((facet) => (chosen[facet.key] ? new Set(chosen[facet.key]) : null));
  const counts = facets.map(() => new Map());
  const rows = [];
  for (let i = 0; i < table.rows; i++) {
    if (words.length) {
      const texts = searched(i);
      if (!words.every((word) => texts.some((text) => text.includes(word)))) continue;
    }
    const values = facets.map((facet) => valuesOf(facet, i));
    let failed = 0;
    let failing = -1;
    for (let f = 0; f < facets.length && failed < 2; f++) {
      if (wanted[f] && !values[f].some((value) => wanted[f].has(value))) {
        failed++;
        failing = f;
      }
    }
    if (failed === 0) rows.push(i);
    if (failed < 2) {
      // A facet's own choice does not narrow its counts: they say what choosing another value as well would add.
      for (let f = 0; f < facets.length; f++) {
        if (failed && f !== failing) continue;
        for (const value of values[f]) counts[f].set(value, (counts[f].get(value) ?? 0) + 1);
      }
    }
  }
  return { rows: ordered(rows, view, sort), counts };
}

const NONE = "";
const NO_VALUES = [NONE];
/** A row's values of a facet as text; "" stands for none. */
function valuesOf(facet, i) {
  const values = facet.values(i);
  if (values === null || values === undefined) return NO_VALUES;
  if (!Array.isArray(values)) return [String(values)];
  return values.length ? values.map(String) : NO_VALUES;
}

/** Empty values come last in both directions; rows of equal value keep the order of the table. */
function ordered(rows, view, sort) {
  const column = VIEWS[view].columns.find(({ key }) => key === sort.replace(/^-/, ""));
  const direction = sort.startsWith("-") ? -1 : 1;
  const values = new Map(rows.map((row) => [row, column.value(row) ?? null]));
  return rows.sort((a, b) => {
    const left = values.get(a);
    const right = values.get(b);
    if (left === right) return a - b;
    if (left === null) return 1;
    if (right === null) return -1;
    return left < right ? -direction : direction;
  });
}
