/* What is typed in a case file and not saved yet: kept in this browser, per person and file, also
   when the connection or the session is gone. It goes once the server says "saved", when signing
   out, after a week, and as soon as somebody else signs in here. The page works without. */
"use strict";

const DRAFT = "wt-draft:";
const WEEK = 7 * 24 * 3600 * 1000;
const person = document.querySelector("meta[name=wt-person]");

function wipeDrafts(keep) {
  for (const key of Object.keys(localStorage)) {
    if (!key.startsWith(DRAFT)) continue;
    let at = 0;
    try {
      at = JSON.parse(localStorage.getItem(key)).at;
    } catch {
      at = 0;
    }
    if (!keep || !key.startsWith(DRAFT + keep + ":") || Date.now() - at > WEEK) {
      localStorage.removeItem(key);
    }
  }
}

function say(form, words, wipe) {
  let line = form.querySelector(".wt-draft");
  if (!line) {
    line = document.createElement("p");
    line.className = "wt-draft wt-small wt-soft";
    line.setAttribute("role", "status");
    form.querySelector(".wt-buttons").before(line);
  }
  const time = new Date().toLocaleTimeString("nl-NL", { hour: "2-digit", minute: "2-digit" });
  line.textContent = words.replace("%s", time);
  if (!wipe) return;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "wt-link-button";
  button.textContent = person.dataset.wipe;
  button.addEventListener("click", wipe);
  line.append(" ", button);
}

function keepDraft(form) {
  if (form.dataset.kept) return;
  form.dataset.kept = "yes";
  const place = DRAFT + form.dataset.draft;
  const kept = JSON.parse(localStorage.getItem(place) || "null");
  const came = asItCame(form, kept);
  const back = writtenBefore(form, kept);
  if (back.length) {
    say(form, person.dataset.back, () => {
      localStorage.removeItem(place);
      const now = filledIn(form);
      for (const [name, { from, to }] of back) {
        if (String(now[name]) === String(to)) fillIn(form, name, from);
      }
      form.querySelector(".wt-draft").textContent = "";
    });
  }
  const keep = (isSent) =>
    localStorage.setItem(place, JSON.stringify(written(form, came, isSent)));
  let timer = 0;
  form.addEventListener("input", () => {
    window.clearTimeout(timer);
    timer = window.setTimeout(() => {
      keep(false);
      say(form, person.dataset.saved);
    }, 400);
  });
  form.addEventListener("submit", (event) => {
    window.clearTimeout(timer);
    if (!navigator.onLine) {
      keep(false);
      event.preventDefault();
      event.stopPropagation();
      say(form, person.dataset.offline);
      return;
    }
    keep(true);
    sessionStorage.setItem("wt-draft-sent", place);
  });
}

function startDrafts(root) {
  for (const form of root.querySelectorAll("form[data-draft]")) keepDraft(form);
}

if (person) {
  wipeDrafts(person.content);
  const saved = wasSaved("wt-draft-sent");
  if (saved) localStorage.removeItem(saved);
  startDrafts(document);
  document.addEventListener("htmx:load", (event) => startDrafts(event.target));
  document.addEventListener("submit", (event) => {
    if (event.target.matches("[data-forget]")) wipeDrafts("");
  });
}
