/* The report while it is being typed. htmx saves it every few seconds; what is not saved yet stays in
   the tab, and is said to wait there (wijkteam.js, waiting.js). Without this the button "Bewaar" does
   the same. */
"use strict";

const report = document.querySelector("form[data-autosave]");
/* With the number of the visitor, as in wijkteam.js: what is of nobody known goes at once. */
const PLACE = KEPT + visitor + ":" + location.pathname + ":report";
const version = () => report.querySelector("[name=version]");
let came = {}; // what the server has
let sent = {};
let pressed = null; // a button, while a saving is on its way
let isSaving = false;

function keepReport() {
  const words = written(report, came);
  if (!Object.keys(words.fields).length) sessionStorage.removeItem(PLACE);
  else sessionStorage.setItem(PLACE, JSON.stringify({ ...words, version: version().value }));
}

/* Kept under an older version number: a colleague saved meanwhile. The old number goes along, so
   that the server shows both texts instead of one over the other. */
function giveBack() {
  const kept = JSON.parse(sessionStorage.getItem(PLACE) || "null");
  came = filledIn(report, true);
  if (!kept?.fields) return isTypedIn(report) && keepReport();
  if (report.hasAttribute("data-typed")) {
    came = asItCame(report, kept);
    return;
  }
  for (const [name, { to }] of Object.entries(kept.fields)) fillIn(report, name, to);
  const isSaved = !Object.keys(written(report, came).fields).length;
  if (!isSaved) version().value = kept.version;
  keepReport();
}

/* First the answer to what is on its way: it brings the version number that this one needs. */
function sendAfterSaving(event) {
  sessionStorage.setItem("wt-sent", PLACE);
  if (!isSaving) return;
  event.preventDefault();
  pressed = event.submitter;
  document.getElementById("bewaard").textContent = document.documentElement.dataset.busy;
}

function saved() {
  isSaving = false;
  if (pressed) report.requestSubmit(pressed);
  pressed = null;
}

function sayFailed() {
  const line = document.getElementById("bewaard");
  if (line) line.textContent = report.dataset.failed;
}

if (report) {
  report.dataset.kept = "yes";
  giveBack();
  report.addEventListener("input", keepReport);
  report.addEventListener("submit", sendAfterSaving);
  report.addEventListener("htmx:responseError", sayFailed);
  report.addEventListener("htmx:sendError", sayFailed);
  report.addEventListener("htmx:beforeRequest", (event) => {
    if (report.dataset.sending) event.preventDefault(); // the button was pressed (wijkteam.js)
    else sent = filledIn(report);
  });
  report.addEventListener("htmx:beforeSend", () => { isSaving = true; });
  report.addEventListener("htmx:afterRequest", saved);
  report.addEventListener("htmx:beforeSwap", (event) => {
    // A session that ended answers with the page to sign in.
    const from = new URL(event.detail.xhr.responseURL, location.href).pathname;
    if (from.endsWith("/verslag/bewaren/")) return;
    event.detail.shouldSwap = false;
    sayFailed();
  });
  /* The new version number came: that text is saved, and perhaps not what was typed since. */
  report.addEventListener("htmx:oobAfterSwap", () => {
    came = sent;
    keepReport();
  });
}
