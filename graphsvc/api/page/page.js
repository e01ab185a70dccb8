// The query page: an editor, the response, and the schema as introspection tells it. Nothing is loaded from elsewhere.

const ENDPOINT = "graphql";
const EXAMPLES = [
  { name: "What is in here", query: "{\n  dataset { id revision entities relations statements documents conflicts }\n}\n" },
  { name: "Where sources disagree", query: `{
  conflicts {
    edges { node { subject { name } predicate object { name } qualifier decidedBy reasoning statements { text qualifiers { name text } } } }
  }
}
` },
  { name: "What each document says", query: `{
  documents {
    edges { node { id title supports(first: 5) { totalCount edges { node { subject { name } predicate object { name } text } } } } }
  }
}
` },
  { name: "Entities and their relations", query: `{
  entities(first: 10, sort: [{ name: ASC }]) {
    edges { node { id type name relations { totalCount edges { predicate direction node { name } } } } }
    pageInfo { hasNextPage endCursor }
  }
}
` },
];
const COLOURED = 400_000; // characters; a longer response is shown without colours
const FOUND = 100; // results of a search that are listed
const TYPE = "kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name } } } }";
const INPUT = `name description defaultValue type { ${TYPE} }`;
const INTROSPECTION = `{ __schema { queryType { name } mutationType { name } subscriptionType { name } types {
  kind name description interfaces { name } possibleTypes { name } inputFields { ${INPUT} }
  enumValues(includeDeprecated: true) { name description isDeprecated deprecationReason }
  fields(includeDeprecated: true) { name description isDeprecated deprecationReason args { ${INPUT} } type { ${TYPE} } }
} } }`;

const page = Object.fromEntries([...document.querySelectorAll("[id]")].map((node) => [node.id, node]));
let schema = null;
let running = null;

function element(tag, attributes, ...children) {
  const node = Object.assign(document.createElement(tag), attributes);
  node.append(...children.filter((child) => child != null && child !== ""));
  return node;
}

// Running a query

// Variables go out and numbers come in as the text they are: JSON.parse would round 64-bit integers.
function post(query, variables, operation, signal) {
  const name = operation ? `,"operationName":${JSON.stringify(operation)}` : "";
  return fetch(ENDPOINT, {
    method: "POST",
    signal,
    headers: { "Content-Type": "application/json", Accept: "application/graphql-response+json, application/json" },
    body: `{"query":${JSON.stringify(query)},"variables":${variables.trim() || "null"}${name}}`,
  });
}

async function run() {
  running?.abort();
  const mine = (running = new AbortController());
  const began = performance.now();
  showErrors([]);
  page.status.value = "running…";
  try {
    const variables = variablesOf(page.variables.value);
    const answer = await post(page.query.value, variables, page.operation.value, mine.signal);
    const text = await answer.text();
    const took = Math.round(performance.now() - began);
    page.status.value = `${answer.status} ${answer.statusText}, ${took} ms, ${text.length} characters`;
    showResponse(text);
  } catch (fault) {
    if (fault.name === "AbortError") return;
    page.status.value = "";
    page.response.replaceChildren();
    const said = fault instanceof TypeError ? "The server did not answer: " : "";
    showErrors([{ message: said + fault.message }]);
  }
}

function variablesOf(text) {
  let value = null;
  try {
    value = JSON.parse(text.trim() || "null");
  } catch (fault) {
    throw new Error(`The variables are not JSON: ${fault.message}`);
  }
  if (typeof value !== "object" || Array.isArray(value)) throw new Error('The variables must be {"name": value, …}');
  return text;
}

function showResponse(text) {
  let value = null;
  try {
    value = JSON.parse(text);
  } catch {
    page.response.textContent = text;
    return showErrors([{ message: "The response is not JSON." }]);
  }
  page.response.replaceChildren(...coloured(text));
  showErrors(Array.isArray(value?.errors) ? value.errors : []);
}

function showErrors(errors) {
  page.errors.replaceChildren(...errors.map((error) => {
    const places = (error.locations ?? []).map(({ line, column }) =>
      element("button", { className: "link", onclick: () => goTo(line, column) }, `line ${line}, column ${column}`));
    const rest = [error.path?.join("."), error.extensions?.code].filter(Boolean).join(", ");
    return element("li", {}, error.message, ...places.flatMap((place) => [" ", place]), rest && ` (${rest})`);
  }));
}

function goTo(line, column) {
  const before = page.query.value.split("\n").slice(0, line - 1);
  const at = before.reduce((sum, each) => sum + each.length + 1, 0) + column - 1;
  page.query.focus();
  page.query.setSelectionRange(at, at);
}

// JSON for reading: indented and coloured token by token, every number and string just as it was sent.
function coloured(text) {
  const tokens = text.match(/"(?:\\.|[^"\\])*"|[\][{},:]|[^\s\][{},:"]+/g) ?? [];
  const nodes = [];
  let plain = "";
  let depth = 0;
  tokens.forEach((token, at) => {
    const next = tokens[at + 1];
    const colour = token[0] === '"' ? (next === ":" ? "key" : "string") : /[-\d]/.test(token[0]) ? "number" : "word";
    if ("]}".includes(token)) depth -= 1;
    if ("]}".includes(token) && !"[{".includes(tokens[at - 1])) plain += `\n${"  ".repeat(depth)}`;
    if ("[]{},:".includes(token) || text.length > COLOURED) plain += token;
    else nodes.push(plain, element("span", { className: colour }, token)), (plain = "");
    if ("[{".includes(token)) depth += 1;
    if (token === ":") plain += " ";
    if (token === "," || ("[{".includes(token) && !"]}".includes(next))) plain += `\n${"  ".repeat(depth)}`;
  });
  return [...nodes, plain];
}

// The editor

function operationsIn(query) {
  const tokens = query.match(/"""[^]*?"""|"(?:\\.|[^"\\\n])*"|#.*|[{}()]|[A-Za-z_]\w*/g) ?? [];
  const names = [];
  let depth = 0;
  tokens.filter((token) => !/^["#]/.test(token)).forEach((token, at, all) => {
    depth += { "{": 1, "(": 1, "}": -1, ")": -1 }[token] ?? 0;
    const starts = depth === 0 && /^(query|mutation|subscription)$/.test(token) && all[at - 1] !== "fragment";
    if (starts && /^\w/.test(all[at + 1] ?? "")) names.push(all[at + 1]);
  });
  return names;
}

let saving = null;
function edited(wanted = page.operation.value) {
  const names = operationsIn(page.query.value);
  const chosen = names.includes(wanted) ? wanted : names[0];
  page.operation.replaceChildren(...names.map((name) => element("option", { selected: name === chosen }, name)));
  page.picker.hidden = names.length < 2;
  clearTimeout(saving);
  saving = setTimeout(save, 300); // browsers refuse a change of address on every key
}

function save() {
  const said = ["query", "variables", "operation"].map((name) => [name, page[name].value]);
  history.replaceState(null, "", `#${new URLSearchParams(said.filter(([, text]) => text))}`);
}

function fill(query, variables = "", operation = "") {
  page.query.value = query;
  page.variables.value = typeof variables === "string" ? variables : JSON.stringify(variables, null, 2);
  edited(operation);
}

function fromLocation() {
  const given = new URLSearchParams(location.hash.slice(1));
  if (given.has("query")) fill(given.get("query"), given.get("variables") ?? "", given.get("operation") ?? "");
  return given.has("query");
}

// execCommand keeps the editor's own undo; setRangeText is for browsers that have left it out.
function insert(area, text) {
  const done = document.execCommand?.("insertText", false, text);
  if (!done) area.setRangeText(text, area.selectionStart, area.selectionEnd, "end");
  edited();
}

let leaving = false;
function typed(event) {
  const area = event.target;
  const line = area.value.slice(area.value.lastIndexOf("\n", area.selectionStart - 1) + 1, area.selectionStart);
  if (event.key === "Enter" && !event.ctrlKey && !event.metaKey && !event.isComposing) {
    event.preventDefault();
    insert(area, `\n${line.match(/^ */)[0]}${/[{([]\s*$/.test(line) ? "  " : ""}`);
  } else if (event.key === "Tab" && !event.shiftKey && !leaving) {
    event.preventDefault();
    insert(area, "  ");
  }
  leaving = event.key === "Escape";
}

// The schema

const named = (type) => (type.ofType ? named(type.ofType) : type.name);
const link = (name, text = name) => element("button", { className: "link sign", onclick: () => showType(name) }, text);
const gone = (item) => item.isDeprecated && `Deprecated: ${item.deprecationReason}`;
const described = (item) => [item.description, gone(item)].filter(Boolean).join(" ");

function signature(type) {
  if (type.kind === "NON_NULL") return [...signature(type.ofType), "!"];
  return type.kind === "LIST" ? ["[", ...signature(type.ofType), "]"] : [link(type.name)];
}

function input(item) {
  return [`${item.name}: `, ...signature(item.type), item.defaultValue && ` = ${item.defaultValue}`];
}

function member(item) {
  const args = (item.args ?? []).flatMap((arg, at) => [at ? ", " : "", ...input(arg)]);
  const type = item.type ? [": ", ...signature(item.type), item.defaultValue && ` = ${item.defaultValue}`] : [];
  const name = element("strong", { className: item.isDeprecated ? "gone" : "" }, item.name);
  const explained = (item.args ?? []).filter((arg) => arg.description);
  const notes = explained.map((arg) => element("dd", {}, `${arg.name}: ${arg.description}`));
  const parts = args.length ? ["(", ...args, ")", ...type] : type;
  return [element("dt", { className: "sign" }, name, ...parts), element("dd", {}, described(item)), ...notes];
}

function showType(name) {
  const type = schema.types.get(name);
  const links = (names) => names.flatMap((each) => [link(each), " "]);
  const related = (label, types) => element("p", {}, `${label} `, ...links(types.map((each) => each.name)));
  const members = type.fields ?? type.inputFields ?? type.enumValues ?? [];
  page.schema.replaceChildren(
    element("p", {}, ...links(schema.roots)),
    element("h3", {}, name, ` (${type.kind.toLowerCase().replace("_", " ")})`),
    element("p", {}, type.description ?? ""),
    type.interfaces?.length ? related("Implements", type.interfaces) : "",
    type.possibleTypes?.length ? related("Is one of", type.possibleTypes) : "",
    element("dl", {}, ...members.flatMap(member)),
  );
  page.schema.scrollTop = 0;
}

function search() {
  if (!schema) return;
  const wanted = page.search.value.trim().toLowerCase();
  if (!wanted) return showType(schema.roots[0]);
  const found = schema.names.filter(({ text }) => text.toLowerCase().includes(wanted));
  const rank = ({ text }) => Number(text.toLowerCase() !== wanted) + Number(text.includes("."));
  found.sort((one, other) => rank(one) - rank(other));
  page.schema.replaceChildren(
    element("p", { className: "more" }, `${found.length} found${found.length > FOUND ? `, the first ${FOUND} shown` : ""}`),
    ...found.slice(0, FOUND).map(({ type, text }) => element("div", {}, link(type, text))),
  );
}

async function readSchema() {
  try {
    const { data } = await (await post(INTROSPECTION, "", "")).json();
    const { types, queryType, mutationType, subscriptionType } = data.__schema;
    const members = (type) => (type.fields ?? type.inputFields ?? type.enumValues ?? []).map((each) => each.name);
    const names = types.flatMap((type) =>
      ["", ...members(type).map((name) => `.${name}`)].map((rest) => ({ type: type.name, text: type.name + rest })));
    const roots = [queryType, mutationType, subscriptionType].filter(Boolean).map(({ name }) => name);
    schema = { types: new Map(types.map((type) => [type.name, type])), names, roots };
    search();
  } catch {
    page.schema.textContent = "The schema could not be read.";
  }
}

function offerExamples() {
  page.example.append(...EXAMPLES.map(({ name }, at) => element("option", { value: at }, name)));
  page.example.onchange = () => {
    const example = EXAMPLES[page.example.value];
    if (example) fill(example.query);
  };
  if (!fromLocation()) fill(EXAMPLES[0].query);
}

async function share() {
  save();
  await navigator.clipboard?.writeText(location.href).catch(() => null);
  page.status.value = navigator.clipboard ? "link copied" : "the address bar has the link";
}

page.run.onclick = run;
page.share.onclick = share;
page.search.oninput = search;
page.operation.onchange = page.query.oninput = page.variables.oninput = () => edited();
page.query.onkeydown = page.variables.onkeydown = typed;
addEventListener("hashchange", fromLocation);
addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) event.preventDefault(), run();
});
readSchema();
offerExamples();
