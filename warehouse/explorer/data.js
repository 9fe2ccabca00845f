/* The rows inside the page: unpacked once into columns, with the ways from one table to another. */

async function unpack(base64) {
  const packed = atob(base64);
  const bytes = new Uint8Array(packed.length);
  for (let i = 0; i < packed.length; i++) bytes[i] = packed.charCodeAt(i);
  const plain = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return JSON.parse(await new Response(plain).text());
}

const release = await unpack(byId("payload").textContent);

/* A table is { tableName, key, types, rows, <column>: [values] }; a row is its index. */
const tables = {};
for (const [name, packed] of Object.entries(release.tables)) {
  const table = { tableName: name, key: packed.key, types: packed.types, rows: packed.rows };
  for (const [column, { values, distinct, codes }] of Object.entries(packed.columns)) {
    table[column] = values ?? codes.map((code) => distinct[code]);
  }
  tables[name] = table;
}
delete release.tables;
const { documents, segments, programs, program_mentions, figures, commitments, commitment_threads } = tables;
const EVIDENCE = [commitments, figures, program_mentions];

const indexBy = (values) => new Map(values.map((value, i) => [value, i]));
function groupBy(table, keysOf) {
  const groups = new Map();
  for (let i = 0; i < table.rows; i++) {
    for (const key of keysOf(i)) {
      if (groups.has(key)) groups.get(key).push(i);
      else groups.set(key, [i]);
    }
  }
  return groups;
}

const documentAt = indexBy(documents.document_id);
const programAt = indexBy(programs.program_id);
const figureAt = indexBy(figures.figure_id);
const threadAt = indexBy(commitment_threads.thread_id);
const statementsOfThread = groupBy(commitments, (i) => [commitments.thread_id[i]]);
const mentionsOfProgram = groupBy(program_mentions, (i) => [program_mentions.program_id[i]]);
const figuresOfProgram = groupBy(figures, (i) => figures.program_ids[i]);
const commitmentsOfProgram = groupBy(commitments, (i) => commitments.program_ids[i]);

/* Rows of a document lie side by side, since tables are sorted by document and place in it. */
for (const table of [segments, ...EVIDENCE]) {
  table.document = table.document_id.map((id) => documentAt.get(id));
  table.firstOf = new Map();
  for (let i = 0; i < table.rows; i++) {
    if (i === 0 || table.document[i] !== table.document[i - 1]) table.firstOf.set(table.document[i], i);
  }
}

function rowsOfDocument(table, document) {
  const rows = [];
  const first = table.firstOf.get(document) ?? table.rows;
  for (let i = first; i < table.rows && table.document[i] === document; i++) rows.push(i);
  return rows;
}

for (const table of EVIDENCE) {
  table.segment = new Int32Array(table.rows);
  for (let i = 0, segment = 0; i < table.rows; i++) {
    if (i === 0 || table.document[i] !== table.document[i - 1]) segment = segments.firstOf.get(table.document[i]);
    while (
      segment + 1 < segments.rows &&
      segments.document[segment + 1] === table.document[i] &&
      segments.char_start[segment + 1] <= table.char_start[i]
    ) {
      segment++;
    }
    table.segment[i] = segment;
  }
}

/** Where a row stands: { table, row } for an id of any table, or null. */
function findRow(id) {
  for (const table of [documents, programs, commitment_threads, figures, commitments, program_mentions]) {
    table.rowOf ??= indexBy(table[table.key]);
    if (table.rowOf.has(id)) return { table, row: table.rowOf.get(id) };
  }
  return null;
}

const TABLE_OF_PREFIX = { fig: "figures", com: "commitments", men: "program_mentions", thr: "commitment_threads" };

/** Text without accents and case, as it is searched. */
const searchable = (text) => (text ?? "").normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/* Offsets count code points; a string counts UTF-16 units. They differ only in text with characters beyond 0xFFFF. */
const WIDE = /[\ud800-\udbff]/;
const unitsOf = (text, points) =>
  WIDE.test(text) ? Array.from(text).slice(0, points).join("").length : Math.min(points, text.length);

/** A row's evidence in its segment, in string units: { text, start, end }. */
function spanOf(table, row) {
  const segment = table.segment[row];
  const text = segments.text[segment];
  const start = unitsOf(text, table.char_start[row] - segments.char_start[segment]);
  const end = unitsOf(text, table.char_end[row] - segments.char_start[segment]);
  return { text, start, end, segment };
}

const SENTENCE_END = /[.!?…]["”’»)\]]*\s+(?=["“¿¡«(\[]*[\p{Lu}\p{N}])/gu;
const ABBREVIATION = /(?:^|[\s(“"])(?:\p{L}|(?:\p{L}\.)+\p{L}|Mr|Mrs|Ms|Dr|Dra|Sr|Sra|St|No|Núm|Art|Gen|Gov|Sen|Rep)\.$/u;

/** Start and end of the sentence around a span of a text. */
function sentenceAround({ text, start, end }) {
  let from = 0;
  for (const match of text.matchAll(SENTENCE_END)) {
    const after = match.index + match[0].length;
    const abbreviation = match[0][0] === "." && ABBREVIATION.test(text.slice(from, match.index + 1));
    if (abbreviation) continue;
    if (after <= start) from = after;
    else if (match.index + 1 >= end) return [from, match.index + match[0].trimEnd().length];
  }
  return [from, text.length];
}
