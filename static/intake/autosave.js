/* The report while it is being typed. htmx saves it every few seconds; this keeps a copy in the tab
   for when that fails, and says so. Without this the button "Bewaar" does the same. */
"use strict";

const form = document.querySelector("form[data-autosave]");
/* With the number of the visitor, as in wijkteam.js: what is of nobody known goes at once. */
const PLACE = KEPT + visitor + ":" + location.pathname + ":report";
const version = () => form.querySelector("[name=version]");
const texts = () => form.querySelectorAll("textarea, input[type=text]");

function keep() {
  const words = {};
  for (const field of texts()) words[field.name] = field.value;
  sessionStorage.setItem(PLACE, JSON.stringify({ version: version().value, words }));
}

/* Kept under an older version number: a colleague saved meanwhile. The old number goes along, so
   that the server shows both texts instead of one over the other. */
function giveBack() {
  if (document.querySelector(".wt-messages .utrecht-alert--ok")) sessionStorage.removeItem(PLACE);
  const kept = JSON.parse(sessionStorage.getItem(PLACE) || "null");
  if (!kept || form.hasAttribute("data-both")) return;
  for (const field of texts()) {
    if (field.name in kept.words) field.value = kept.words[field.name];
  }
  version().value = kept.version;
}

function sayFailed() {
  const line = document.getElementById("bewaard");
  if (line) line.textContent = form.dataset.failed;
}

if (form) {
  giveBack();
  form.addEventListener("input", keep);
  form.addEventListener("htmx:responseError", sayFailed);
  form.addEventListener("htmx:sendError", sayFailed);
  form.addEventListener("htmx:beforeSwap", (event) => {
    // A session that ended answers with the page to sign in.
    const from = new URL(event.detail.xhr.responseURL, location.href).pathname;
    if (from.endsWith("/verslag/bewaren/")) return;
    event.detail.shouldSwap = false;
    sayFailed();
  });
  form.addEventListener("htmx:oobAfterSwap", keep);
  document.body.addEventListener("htmx:afterSettle", () => {
    if (sessionStorage.getItem(PLACE)) keep();
  });
}
