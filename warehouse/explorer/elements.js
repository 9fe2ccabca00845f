/* Elements and text. The only way from data to the page: text nodes and checked links, never markup. */

const byId = (id) => document.getElementById(id);

// Control characters that turn the direction of what follows; shown as a mark, so that text cannot pose as other text.
const DIRECTION_CONTROLS = /[\u202a-\u202e\u2066-\u2069]/g;
const textNode = (value) => document.createTextNode(String(value).replace(DIRECTION_CONTROLS, "\ufffd"));

/** The address if it leads to a web page, else null. Everything else (javascript:, data:, file:) is no link. */
function webAddress(address) {
  try {
    const url = new URL(address);
    return url.protocol === "https:" || url.protocol === "http:" ? url.href : null;
  } catch {
    return null;
  }
}

/** An element with attributes (functions become listeners) and children (anything but nodes becomes text). */
function h(tag, attributes = {}, ...children) {
  const svg = tag === "svg" || tag === "rect";
  const element = svg ? document.createElementNS("http://www.w3.org/2000/svg", tag) : document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(name, value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value !== null && value !== undefined) element.setAttribute(name, value);
  }
  append(element, children);
  return element;
}

function append(parent, children) {
  for (const child of children.flat(3)) {
    if (child === null || child === undefined || child === false || child === "") continue;
    parent.append(child instanceof Node ? child : textNode(child));
  }
}

/** Put new children into an element; the control in use keeps the focus when it is there again under its id. */
function fill(element, ...children) {
  const focused = element.contains(document.activeElement) ? document.activeElement.id : "";
  element.replaceChildren();
  append(element, children);
  if (focused) byId(focused)?.focus({ preventScroll: true });
}

const sourceLink = (address, label) => {
  const href = webAddress(address);
  return href ? h("a", { href, rel: "noopener noreferrer", target: "_blank" }, label ?? address) : textNode(address);
};

/** Ask the browser to save text as a file. */
function saveFile(name, type, content) {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = h("a", { href: address, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

function copyText(field) {
  field.select();
  if (navigator.clipboard) navigator.clipboard.writeText(field.value).catch(() => document.execCommand("copy"));
  else document.execCommand("copy");
}
