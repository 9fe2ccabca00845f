/* The five views: which columns they show, by what they can be filtered and searched, and the same in SQL.

A column has a key, `value` (sorted by it), `show` (what the cell holds; the value by default) and `sql` (its sort key; none,
no sorting). `picture` names the two facets by which its rows are counted at first. A facet has a key, `values` of a row (one or a list), their `label`, and the `sql` that gives the same values.
In SQL the row is `r`, its document `d`, its segment `s`. */

const lazily = (make) => {
  let made;
  return () => (made ??= make());
};
const FOLD = (expression) => `lower(strip_accents(${expression}))`;

const searchableSegments = lazily(() =>
  segments.text.map((text, i) => searchable(segments.speaker[i] ? `${text} ${segments.speaker[i]}` : text)),
);
const searchableDocuments = lazily(() =>
  documents.document_id.map((_, i) =>
    searchable([documents.title[i], documents.publisher[i], documents.source_name[i]].join(" ")),
  ),
);
const searchablePrograms = lazily(() =>
  programs.name.map((name, i) => searchable([name, programs.name_es[i], ...programs.lead_organisations[i]].join(" "))),
);
const searchableMentions = lazily(() => program_mentions.surface.map(searchable));
const searchableCommitments = lazily(() => commitments.surface.map(searchable));

const NAMES_SQL = (program) =>
  `concat_ws(' ', ${program}.name, ${program}.name_es, array_to_string(${program}.lead_organisations, ' '))`;

const year = (date) => (date ? date.slice(0, 4) : null);
const textColumn = (table, key) => ({ key, value: (i) => table[key][i], sql: `r.${key}` });
const enumColumn = (table, key, group = key) => ({
  key,
  value: (i) => table[key][i],
  show: (i) => labelOf(group, table[key][i]),
  sql: `r.${key}::VARCHAR`,
});
const statusColumn = (table, key, group) => ({ ...enumColumn(table, key), show: (i) => badge(group, table[key][i]) });
const partiesColumn = (table, key) => ({
  key,
  value: (i) => table[key][i].join("|"),
  show: (i) => table[key][i].map(partyName).join(", "),
  sql: `array_to_string(r.${key}, '|')`,
});
const programsColumn = (table) => ({ key: "program_ids", show: (i) => table.program_ids[i].map(programName).join(", ") });

const enumFacet = (table, key, group = key) => ({
  key,
  values: (i) => table[key][i],
  label: (value) => labelOf(group, value),
  sql: `r.${key}::VARCHAR`,
});
const listFacet = (table, key, label = (value) => value) => ({
  key,
  list: true,
  values: (i) => table[key][i],
  label,
  sql: `r.${key}`,
});
const yearFacet = (values, sql) => ({ key: "year", values, label: (value) => value, sql: `strftime(${sql}, '%Y')` });
const flat = (value) => value;

/* What figures and commitments share: their document's columns and facets, and a search over their paragraph. */
const evidenceView = (table) => ({
  table,
  from: `${table.tableName} AS r
JOIN documents AS d ON d.document_id = r.document_id
JOIN segments AS s ON s.segment_id = r.segment_id`,
  searched(i) {
    const named = table.program_ids[i].map((id) => searchablePrograms()[programAt.get(id)] ?? "");
    return [searchableSegments()[table.segment[i]], searchableDocuments()[table.document[i]], ...named];
  },
  searchSql: [
    "s.text",
    "s.speaker",
    "d.title",
    "d.publisher",
    "d.source_name",
    `(SELECT string_agg(${NAMES_SQL("p")}, ' ') FROM programs AS p WHERE list_contains(r.program_ids, p.program_id))`,
  ],
  context: ["title", "publisher", "published_on", "language", "source_uri"],
});
const wordsColumn = (table) => ({
  key: "surface",
  value: (i) => searchable(table.surface[i]),
  show: (i) => wordsInSentence(table, i),
  sql: FOLD("r.surface"),
  wide: true,
});
const ofDocument = (table, key) => (i) => documents[key][table.document[i]];
const documentColumns = (table) => [
  { key: "published_on", value: ofDocument(table, "published_on"), sql: "d.published_on" },
  { key: "publisher", value: ofDocument(table, "publisher"), sql: "d.publisher" },
];
const documentFacets = (table) => [
  yearFacet((i) => year(documents.published_on[table.document[i]]), "d.published_on"),
  { key: "language", values: ofDocument(table, "language"), label: languageName, sql: "d.language" },
  { key: "publisher", values: ofDocument(table, "publisher"), label: flat, sql: "d.publisher" },
];
const objectiveName = (value) => `${value}. ${t(`gcm.${value}`)}`;

/* What is known of a thread only through the documents of its statements. */
const ofStatements = (key) => (i) => [
  ...new Set(
    (statementsOfThread.get(commitment_threads.thread_id[i]) ?? [])
      .map((row) => documents[key][commitments.document[row]])
      .filter((value) => value !== null),
  ),
];
const ofStatementsSql = (key) => `coalesce((SELECT list(DISTINCT d.${key}) FILTER (d.${key} IS NOT NULL)
  FROM commitments AS c JOIN documents AS d ON d.document_id = c.document_id WHERE c.thread_id = r.thread_id), [])`;
const programsOfThread = (i) => [
  ...new Set((statementsOfThread.get(commitment_threads.thread_id[i]) ?? []).flatMap((row) => commitments.program_ids[row])),
];
const programsOfDocument = lazily(() =>
  documents.document_id.map((_, i) => [
    ...new Set(rowsOfDocument(program_mentions, i).map((row) => program_mentions.program_id[row])),
  ]),
);

const VIEWS = {
  programs: {
    table: programs,
    from: "programs AS r",
    sort: "-document_count",
    score: "program_mentions",
    picture: ["topic", "year"],
    columns: [
      { key: "name", value: (i) => searchable(programs.name[i]), show: (i) => rowLink(programs, i), sql: FOLD("r.name"), wide: true },
      enumColumn(programs, "kind", "program_kind"),
      enumColumn(programs, "topic"),
      partiesColumn(programs, "countries"),
      statusColumn(programs, "registry_status", "registry_status"),
      { ...textColumn(programs, "document_count"), numeric: true },
      { ...textColumn(programs, "mention_count"), numeric: true },
      textColumn(programs, "first_mentioned_on"),
      textColumn(programs, "last_mentioned_on"),
    ],
    facets: [
      listFacet(programs, "countries", (value) => partyName(value)),
      enumFacet(programs, "kind", "program_kind"),
      enumFacet(programs, "topic"),
      enumFacet(programs, "registry_status"),
      yearFacet((i) => year(programs.first_mentioned_on[i]), "r.first_mentioned_on"),
      listFacet(programs, "lead_organisations"),
    ],
    searched(i) {
      const mentions = mentionsOfProgram.get(programs.program_id[i]) ?? [];
      return [searchablePrograms()[i], ...mentions.map((row) => searchableMentions()[row])];
    },
    searchSql: [
      NAMES_SQL("r"),
      "(SELECT string_agg(m.surface, ' ') FROM program_mentions AS m WHERE m.program_id = r.program_id)",
    ],
    context: [],
  },
  figures: {
    ...evidenceView(figures),
    sort: "-published_on",
    score: "figures",
    picture: ["unit_kind", "year"],
    columns: [
      wordsColumn(figures),
      {
        key: "value",
        value: (i) => figures.value_low[i] ?? figures.value_high[i],
        show: (i) => amount(i),
        sql: "coalesce(r.value_low, r.value_high)",
        numeric: true,
      },
      textColumn(figures, "measure"),
      statusColumn(figures, "status", "figure_status"),
      partiesColumn(figures, "actors"),
      programsColumn(figures),
      ...documentColumns(figures),
    ],
    facets: [
      listFacet(figures, "actors", (value) => partyName(value)),
      listFacet(figures, "program_ids", (value) => programName(value)),
      enumFacet(figures, "unit_kind"),
      enumFacet(figures, "unit"),
      enumFacet(figures, "status", "figure_status"),
      enumFacet(figures, "bound"),
      ...documentFacets(figures),
      enumFacet(figures, "speaker_role"),
    ],
  },
  commitments: {
    ...evidenceView(commitments),
    sort: "-published_on",
    score: "commitments",
    picture: ["actors", "year"],
    columns: [
      wordsColumn(commitments),
      partiesColumn(commitments, "actors"),
      { ...enumColumn(commitments, "force"), show: (i) => forceBadges(i) },
      enumColumn(commitments, "topic"),
      textColumn(commitments, "period_end"),
      ...documentColumns(commitments),
    ],
    facets: [
      listFacet(commitments, "actors", (value) => partyName(value)),
      listFacet(commitments, "counterparties", (value) => partyName(value)),
      listFacet(commitments, "program_ids", (value) => programName(value)),
      enumFacet(commitments, "topic"),
      enumFacet(commitments, "force"),
      enumFacet(commitments, "polarity"),
      listFacet(commitments, "gcm_objectives", objectiveName),
      ...documentFacets(commitments),
      enumFacet(commitments, "attribution"),
    ],
  },
  threads: {
    table: commitment_threads,
    from: "commitment_threads AS r",
    sort: "-document_count",
    score: "commitment_threads",
    picture: ["topic", "year"],
    columns: [
      { key: "title", value: (i) => searchable(commitment_threads.title[i]), show: (i) => rowLink(commitment_threads, i), sql: FOLD("r.title"), wide: true },
      partiesColumn(commitment_threads, "actors"),
      enumColumn(commitment_threads, "topic"),
      statusColumn(commitment_threads, "status", "thread_status"),
      { ...textColumn(commitment_threads, "document_count"), numeric: true },
      { ...textColumn(commitment_threads, "statement_count"), numeric: true },
      textColumn(commitment_threads, "first_stated_on"),
      textColumn(commitment_threads, "last_stated_on"),
    ],
    facets: [
      listFacet(commitment_threads, "actors", (value) => partyName(value)),
      { key: "program_ids", list: true, values: programsOfThread, label: (value) => programName(value), sql: `coalesce((SELECT list(DISTINCT named.id)
  FROM commitments AS c CROSS JOIN unnest(c.program_ids) AS named(id) WHERE c.thread_id = r.thread_id), [])` },
      enumFacet(commitment_threads, "topic"),
      enumFacet(commitment_threads, "status", "thread_status"),
      yearFacet((i) => year(commitment_threads.first_stated_on[i]), "r.first_stated_on"),
      { key: "language", list: true, values: ofStatements("language"), label: languageName, sql: ofStatementsSql("language") },
      { key: "publisher", list: true, values: ofStatements("publisher"), label: flat, sql: ofStatementsSql("publisher") },
    ],
    searched: (i) => [
      searchable(commitment_threads.title[i]),
      ...(statementsOfThread.get(commitment_threads.thread_id[i]) ?? []).map((row) => searchableCommitments()[row]),
    ],
    searchSql: ["r.title", "(SELECT string_agg(c.surface, ' ') FROM commitments AS c WHERE c.thread_id = r.thread_id)"],
    context: [],
  },
  documents: {
    table: documents,
    from: "documents AS r",
    sort: "-published_on",
    score: null,
    picture: ["publisher", "year"],
    columns: [
      { key: "title", value: (i) => searchable(documents.title[i] ?? documents.source_name[i]), show: (i) => rowLink(documents, i), sql: FOLD("coalesce(r.title, r.source_name)"), wide: true },
      textColumn(documents, "publisher"),
      enumColumn(documents, "genre"),
      { ...textColumn(documents, "language"), show: (i) => languageName(documents.language[i]) },
      textColumn(documents, "published_on"),
      ...[commitments, figures, program_mentions].map((table) => ({
        key: table.tableName,
        value: (i) => rowsOfDocument(table, i).length,
        sql: `(SELECT count(*) FROM ${table.tableName} AS x WHERE x.document_id = r.document_id)`,
        numeric: true,
      })),
      { ...textColumn(documents, "relevance"), show: (i) => number(documents.relevance[i], { style: "percent" }), numeric: true },
    ],
    facets: [
      enumFacet(documents, "genre"),
      { key: "program_ids", list: true, values: (i) => programsOfDocument()[i], label: (value) => programName(value), sql: "coalesce((SELECT list(DISTINCT m.program_id) FROM program_mentions AS m WHERE m.document_id = r.document_id), [])" },
      yearFacet((i) => year(documents.published_on[i]), "r.published_on"),
      { ...enumFacet(documents, "language"), label: languageName, sql: "r.language" },
      { ...enumFacet(documents, "publisher"), label: flat, sql: "r.publisher" },
    ],
    searched: (i) => [searchableDocuments()[i], ...rowsOfDocument(segments, i).map((row) => searchableSegments()[row])],
    searchSql: [
      "r.title",
      "r.publisher",
      "r.source_name",
      "(SELECT string_agg(concat_ws(' ', s.text, s.speaker), ' ') FROM segments AS s WHERE s.document_id = r.document_id)",
    ],
    context: [],
  },
};
const VIEW_OF_TABLE = { programs: "programs", figures: "figures", commitments: "commitments", commitment_threads: "threads", documents: "documents" };
