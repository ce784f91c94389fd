/* What is typed in a case file and not saved yet: kept in this browser, per person and file, also
   when the connection or the session is gone. It goes once the server says "saved", when signing
   out, after a week, and as soon as somebody else signs in here. The page works without. */
"use strict";

const DRAFT = "wt-draft:";
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
    form.querySelector(".wt-buttons").after(line); // above them it would push them off the finger
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

/* Each page keeps its own copy, under its own number: two tabs with the same form never write over
   each other. A page holds the lock of its number for as long as it is open, so that another one
   sees which texts are of a tab that is there still, and which were left behind. */
const PAGE = crypto.getRandomValues(new Uint32Array(2)).join("-");
const LOCK = "wt-page:";
const isGone = new Promise((gone) => window.addEventListener("pagehide", gone));
navigator.locks?.request(LOCK + PAGE, () => isGone);
/* The page before this one in this tab is gone, also when its lock still is not. */
const LEFT = "wt-left";
const before = sessionStorage.getItem(LEFT);
sessionStorage.removeItem(LEFT);
window.addEventListener("pagehide", () => sessionStorage.setItem(LEFT, PAGE));

/* What is kept under names that begin so: the newest first, and whether its tab is open. */
async function keptUnder(start) {
  const keys = Object.keys(localStorage).filter((key) => key.startsWith(start));
  if (!keys.length) return [];
  const held = (await navigator.locks?.query())?.held ?? [];
  const open = new Set(held.map((lock) => lock.name));
  open.delete(LOCK + before);
  return keys
    .map((key) => ({ key, kept: JSON.parse(localStorage.getItem(key) || "null") }))
    .filter((one) => one.kept)
    .map((one) => ({ ...one, isOpen: open.has(LOCK + one.key.split("#")[1]) }))
    .sort((one, other) => other.kept.at - one.kept.at);
}

async function keepDraft(form) {
  if (form.dataset.kept) return;
  form.dataset.kept = "yes";
  const place = DRAFT + form.dataset.draft;
  const own = place + "#" + PAGE;
  let came = filledIn(form, true);
  const keep = (isSent) => localStorage.setItem(own, JSON.stringify(written(form, came, isSent)));
  let timer = 0;
  form.addEventListener("input", () => {
    keep(false); // at once: who pastes something may be gone a moment later
    window.clearTimeout(timer);
    timer = window.setTimeout(() => say(form, person.dataset.saved), 400);
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
    sessionStorage.setItem("wt-draft-sent", own);
  });
  const all = await keptUnder(place + "#");
  /* Of this page itself: opened a second time, or back with an error. */
  const isAlone = document.querySelectorAll(`form[data-draft="${form.dataset.draft}"]`).length === 1;
  const isLeft = ({ key, isOpen }) => (key === own ? isAlone : !isOpen);
  const left = all.find((one) => isLeft(one) && isAbout(form, one.kept));
  if (!left) {
    if (isTypedIn(form)) {
      keep(false);
      say(form, person.dataset.saved);
    }
    if (all.some((one) => one.key !== own && one.isOpen)) say(form, person.dataset.elsewhere);
    return;
  }
  came = asItCame(form, left.kept, came);
  const back = writtenBefore(form, left.kept);
  /* From now on it is of this page. */
  localStorage.removeItem(left.key);
  localStorage.setItem(own, JSON.stringify({ ...left.kept, at: Date.now() }));
  if (!back.length) return;
  say(form, person.dataset.back, () => {
    localStorage.removeItem(own);
    const now = filledIn(form);
    for (const [name, { from, to }] of back) {
      if (String(now[name]) === String(to)) fillIn(form, name, from);
    }
    form.querySelector(".wt-draft").textContent = "";
  });
}

/* Some field stands as it did before or after that writing; else it is about an older page. */
function isAbout(form, kept) {
  const now = filledIn(form);
  return Object.entries(kept.fields ?? {}).some(
    ([name, { from, to }]) => name in now && [String(from), String(to)].includes(String(now[name])),
  );
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
