/* Every page works without this. It only spares a person a click, a scroll or a lost sentence. */
"use strict";

/* Say first what went wrong: the heading of the error summary gets the focus. */
function focusSummary(root) {
  const heading = root.querySelector("[data-error-summary] h2");
  if (heading) heading.focus();
}

/* A second click on "send" does nothing. Coming back with the back button sets the form free. */
function guardSubmit(event) {
  const form = event.target;
  if (event.defaultPrevented || form.method !== "post") return;
  if (form.dataset.sending) {
    event.preventDefault();
    return;
  }
  form.dataset.sending = "yes";
  for (const button of form.querySelectorAll("button:not([type=button])")) {
    button.setAttribute("aria-disabled", "true");
  }
  const words = document.documentElement.dataset.busy;
  if (words && form.querySelector(".wt-buttons")) {
    const line = document.createElement("span");
    line.className = "wt-busy";
    line.setAttribute("role", "status");
    line.textContent = words;
    form.querySelector(".wt-buttons").append(line);
  }
  window.setTimeout(() => release(form), 15000);
}

function release(form) {
  delete form.dataset.sending;
  for (const button of form.querySelectorAll("[aria-disabled]")) {
    button.removeAttribute("aria-disabled");
  }
  for (const line of form.querySelectorAll(".wt-busy")) line.remove();
}

function grow(area) {
  const room = area.scrollHeight + area.offsetHeight - area.clientHeight;
  if (room > area.offsetHeight) area.style.blockSize = room + "px";
}

/* What a person filled in, by name of the field: words and choices alike. A note that comes back
   without its "for the coordinator only" would be read by the whole table. */
function filledIn(form, asServed = false) {
  const found = {};
  for (const field of form.querySelectorAll("textarea, select, input")) {
    const isChoice = field.type === "radio" || field.type === "checkbox";
    if (!field.name || ["hidden", "password", "file"].includes(field.type)) continue;
    found[field.name] ||= [];
    if (isChoice && !(asServed ? field.defaultChecked : field.checked)) continue;
    found[field.name].push(asServed && !isChoice ? servedValue(field) : field.value);
  }
  return found;
}

/* What the server wrote in it. On a slow phone people type before this script has come. */
function servedValue(field) {
  if (!field.options) return field.defaultValue;
  const options = [...field.options];
  return (options.find((one) => one.defaultSelected) ?? options[0])?.value;
}

/* By the person, before this script: what the browser itself puts back (reload, back button) was
   kept or sent already. */
function isTypedIn(form) {
  if (performance.getEntriesByType("navigation")[0]?.type !== "navigate") return false;
  return [...form.querySelectorAll("textarea")].some((area) => area.value !== area.defaultValue);
}

function fillIn(form, name, values) {
  for (const field of form.querySelectorAll("textarea, select, input")) {
    if (field.name !== name || field.type === "hidden") continue;
    if (field.type === "radio" || field.type === "checkbox") {
      field.checked = values.includes(field.value);
    } else field.value = values[0] ?? "";
    const folded = field.closest("details");
    if (folded) folded.open = true;
  }
}

/* How the page came; with errors it came as it was typed, and what stood there before still counts. */
function asItCame(form, kept, came = filledIn(form, true)) {
  for (const [name, { from, to }] of Object.entries(kept?.fields ?? {})) {
    if (String(came[name]) === String(to)) came[name] = from;
  }
  return came;
}

/* Where this form is found again: one that was opened in another page has a page of its own. */
function addressOf(form) {
  const { pathname, search } = form.hasAttribute("hx-post") ? new URL(form.action) : location;
  return pathname + search;
}

/* What differs from how the page came, and where (waiting.js leads back there). A form that was sent
   and not answered keeps its key, so that the same words sent again make one row; typing on makes it
   another. */
function written(form, came, isSent) {
  const now = filledIn(form);
  const changed = Object.keys(now).filter((name) => String(now[name]) !== String(came[name]));
  const fields = Object.fromEntries(
    changed.map((name) => [name, { from: came[name] ?? [], to: now[name] }]),
  );
  const key = isSent ? form.querySelector("[name=key]")?.value : "";
  const typed = [...form.elements].filter((one) => changed.includes(one.name) && one.type !== "hidden");
  const areas = typed.filter((one) => one.localName === "textarea").map((one) => one.name);
  const title = form.dataset.title ?? document.querySelector("h1").textContent.trim();
  return { at: Date.now(), fields, key, page: addressOf(form), field: typed[0]?.id ?? "", areas, title };
}

/* Only over what still stands there as it did: what the server gave back, or a colleague changed
   meanwhile, stays. Says which fields came back. */
function writtenBefore(form, kept) {
  const now = filledIn(form);
  const back = Object.entries(kept?.fields ?? {}).filter(
    ([name, { from }]) => name in now && String(now[name]) === String(from),
  );
  for (const [name, { to }] of back) fillIn(form, name, to);
  const key = form.querySelector("[name=key]");
  if (back.length && kept.key && key) {
    const fresh = key.value;
    key.value = kept.key;
    form.addEventListener("input", () => { key.value = fresh; }, { once: true });
  }
  return back;
}

/* Text that is not sent yet stays in this tab, only where the page asks for it (data-keep) and
   never on a page that others may read after you (data-shared), nor for somebody else who signs in
   here later, nor longer than a week. A session that ended while typing answers the sending with the
   sign-in page, so the text goes only once the server said "saved". */
const KEPT = "wt-keep:";
const WEEK = 7 * 24 * 3600 * 1000;
const visitor = document.querySelector("meta[name=wt-person]")?.content ?? "";

function keepText(form) {
  if (form.dataset.kept || document.querySelector("[data-shared]")) return;
  form.dataset.kept = "yes";
  const place = KEPT + visitor + ":" + addressOf(form).split("?")[0] + ":" + form.dataset.keep;
  const kept = JSON.parse(sessionStorage.getItem(place) || "null");
  const came = asItCame(form, kept);
  writtenBefore(form, kept);
  const keep = (isSent) =>
    sessionStorage.setItem(place, JSON.stringify(written(form, came, isSent)));
  if (!kept && isTypedIn(form)) keep(false);
  form.addEventListener("input", () => keep(false));
  form.addEventListener("submit", () => {
    keep(true);
    sessionStorage.setItem("wt-sent", place);
  });
}

/* Said on the page that follows the sending, or it was not about that. */
function wasSaved(mark) {
  const place = sessionStorage.getItem(mark);
  sessionStorage.removeItem(mark);
  return document.querySelector(".wt-messages .utrecht-alert--ok") ? place : null;
}

function forgetSent() {
  const place = wasSaved("wt-sent");
  if (place) sessionStorage.removeItem(place);
  if (visitor) forgetText(KEPT + visitor + ":");
}

function forgetMarks() {
  sessionStorage.removeItem("wt-sent");
  sessionStorage.removeItem("wt-draft-sent");
}

function forgetText(but) {
  for (const key of Object.keys(sessionStorage)) {
    if (!key.startsWith(KEPT)) continue;
    const isOld = () => Date.now() - JSON.parse(sessionStorage.getItem(key)).at > WEEK;
    if (!but || !key.startsWith(but) || isOld()) sessionStorage.removeItem(key);
  }
}

/* <meta name="wt-idle" content="900" data-words="…">: seconds until the session ends. */
function warnBeforeIdle(meta) {
  const seconds = Number(meta.content);
  if (!(seconds > 0)) return;
  const bar = document.createElement("p");
  bar.className = "wt-idle";
  bar.setAttribute("role", "alert");
  document.body.append(bar);
  const early = Math.max(seconds - 120, seconds / 2);
  bar.hidden = true;
  window.setTimeout(() => {
    bar.hidden = false;
    bar.textContent = meta.dataset.words || "";
  }, early * 1000);
}

function leaveAtOnce(event) {
  const link = event.target.closest("[data-quick-exit]");
  if (!link) return;
  event.preventDefault();
  forgetText();
  location.replace(link.href);
}

function start(root) {
  for (const area of root.querySelectorAll("textarea")) grow(area);
  for (const form of root.querySelectorAll("form[data-keep]")) keepText(form);
  focusSummary(root);
}

/* On a phone the menu scrolls sideways: show where one is. */
function showWhereOneIs() {
  const here = document.querySelector(".wt-nav [aria-current]");
  if (!here) return;
  const list = here.closest("ul");
  const middle = (element) => {
    const box = element.getBoundingClientRect();
    return box.left + box.width / 2;
  };
  list.scrollLeft += middle(here) - middle(list);
}

showWhereOneIs();
forgetSent();
start(document);
const idle = document.querySelector("meta[name=wt-idle]");
if (idle) warnBeforeIdle(idle);
document.addEventListener("submit", forgetMarks, { capture: true });
document.addEventListener("submit", guardSubmit);
document.addEventListener("submit", (event) => {
  if (event.target.matches("[data-forget]")) forgetText();
});
document.addEventListener("click", leaveAtOnce);
document.addEventListener("input", (event) => {
  if (event.target.matches("textarea")) grow(event.target);
});
document.addEventListener("click", (event) => {
  for (const open of document.querySelectorAll(".wt-languages[open]")) {
    if (!open.contains(event.target)) open.open = false;
  }
});
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const open of document.querySelectorAll(".wt-languages[open]")) {
    open.open = false;
    open.querySelector("summary").focus();
  }
});
/* A session that ended answers with the page to sign in: not in the middle of this page. */
document.addEventListener("htmx:beforeSwap", (event) => {
  const from = new URL(event.detail.xhr.responseURL, location.href).pathname;
  if (!from.startsWith("/inloggen/") || location.pathname.startsWith("/inloggen/")) return;
  event.detail.shouldSwap = false;
  if (!event.detail.target.closest("[role=status]")) location.reload();
});
/* A bad line: the form is still there, and says so. */
for (const failure of ["htmx:sendError", "htmx:timeout", "htmx:responseError"]) {
  document.addEventListener(failure, (event) => {
    const form = event.detail.elt.closest("form");
    const buttons = form?.querySelector(".wt-buttons");
    if (!buttons) return;
    release(form);
    const line = form.querySelector(".wt-failed") || document.createElement("p");
    line.className = "wt-failed wt-note wt-note--warm";
    line.setAttribute("role", "alert");
    /* Not allowed any more, or gone: sending it again will not help. */
    const isGone = [403, 404].includes(event.detail.xhr?.status);
    line.textContent = document.documentElement.dataset[isGone ? "gone" : "failed"];
    buttons.before(line);
  });
}
const THERE = "wt-there";
/* Written in place: the page comes anew at what was written, and not at its old height. */
document.addEventListener("htmx:beforeOnLoad", (event) => {
  if (event.detail.xhr.getResponseHeader("HX-Redirect")) sessionStorage.setItem(THERE, "yes");
});
if (sessionStorage.getItem(THERE)) {
  sessionStorage.removeItem(THERE);
  history.scrollRestoration = "manual"; // until one leaves: the old height may come after the load
  window.addEventListener("load", () => document.getElementById(location.hash.slice(1))?.scrollIntoView());
  window.addEventListener("pagehide", () => (history.scrollRestoration = "auto"));
}
document.addEventListener("htmx:load", (event) => start(event.target));
window.addEventListener("pageshow", (event) => {
  if (event.persisted) for (const form of document.forms) release(form);
});
