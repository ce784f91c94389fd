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

/* Text that is not sent yet stays in this tab, only where the page asks for it (data-keep) and
   never on a page that others may read after you (data-shared). A session that ended while typing
   answers the sending with the sign-in page, so the text goes only once the server said "saved". */
const KEPT = "wt-keep:";

function keepText(form) {
  if (document.querySelector("[data-shared]")) return;
  const place = KEPT + location.pathname + ":" + form.dataset.keep;
  const fields = () => form.querySelectorAll("textarea, input[type=text]");
  const kept = JSON.parse(sessionStorage.getItem(place) || "{}");
  for (const field of fields()) {
    if (field.value || !kept[field.name]) continue;
    field.value = kept[field.name];
    field.closest("details")?.setAttribute("open", "");
  }
  form.addEventListener("input", () => {
    const now = {};
    for (const field of fields()) now[field.name] = field.value;
    sessionStorage.setItem(place, JSON.stringify(now));
  });
  form.addEventListener("submit", () => sessionStorage.setItem("wt-sent", place));
}

function forgetSent() {
  const place = sessionStorage.getItem("wt-sent");
  if (!place || !document.querySelector(".wt-messages .utrecht-alert--ok")) return;
  sessionStorage.removeItem(place);
  sessionStorage.removeItem("wt-sent");
}

function forgetText() {
  for (const key of Object.keys(sessionStorage)) {
    if (key.startsWith(KEPT)) sessionStorage.removeItem(key);
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
  if (!event.detail.target.matches("[role=status]")) location.reload();
});
document.addEventListener("htmx:load", (event) => start(event.target));
window.addEventListener("pageshow", (event) => {
  if (event.persisted) for (const form of document.forms) release(form);
});
