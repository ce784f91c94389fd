/* Says on the first page after signing in, and on the page of the file, what was typed under it and
   still waits in this browser, with a link to its form. What is of somebody else is gone by then
   (wijkteam.js, drafts.js). The words themselves stay folded: others may look at this screen. But the
   form may be there no more, and then they are found here. */
"use strict";

/* What waits on a page under this one; on the first page of the menu, everything. Not what is in a
   form that stands here. */
function isUnderThisPage({ page }) {
  const isFirst = document.querySelector(".wt-nav a")?.pathname === location.pathname;
  const isHere = [...document.querySelectorAll("form[data-kept]")].some((form) => addressOf(form) === page);
  return !isHere && (isFirst || page.startsWith(location.pathname));
}

function keptInTab() {
  return Object.keys(sessionStorage)
    .filter((key) => key.startsWith(KEPT + visitor + ":"))
    .map((key) => ({ key, kept: JSON.parse(sessionStorage.getItem(key)) }));
}

function isTyped({ page, fields }) {
  return page && Object.values(fields).some(({ to }) => to.some(Boolean));
}

function rowOf(box, store, { key, kept }) {
  const row = box.querySelector("template").content.cloneNode(true);
  const link = row.querySelector("a");
  link.href = kept.page + "#" + kept.field;
  link.querySelector("bdi").textContent = kept.title;
  row.querySelector("time").textContent = new Date(kept.at).toLocaleString(
    document.documentElement.lang, { weekday: "long", hour: "2-digit", minute: "2-digit" },
  );
  const texts = (kept.areas ?? []).map((name) => kept.fields[name].to[0]).filter(Boolean);
  if (texts.length) row.querySelector("blockquote").textContent = texts.join("\n\n");
  else row.querySelector("details").remove();
  const button = row.querySelector("button");
  const words = store.getItem(key);
  button.addEventListener("click", () => {
    link.hidden = !link.hidden;
    if (link.hidden) store.removeItem(key);
    else store.setItem(key, words);
    button.textContent = link.hidden ? box.dataset.undo : box.dataset.wipe;
  });
  return row;
}

async function showWaiting(box) {
  const left = (await keptUnder(DRAFT + visitor + ":")).filter((one) => !one.isOpen);
  const isToShow = ({ kept }) => isTyped(kept) && isUnderThisPage(kept);
  const rows = [
    ...left.filter(isToShow).map((one) => rowOf(box, localStorage, one)),
    ...keptInTab().filter(isToShow).map((one) => rowOf(box, sessionStorage, one)),
  ];
  for (const row of box.querySelectorAll("li")) row.remove();
  box.querySelector("ul").append(...rows);
  box.dataset.waiting = rows.length;
  box.hidden = !rows.length;
}

const waitingBox = document.querySelector("[data-waiting]");
if (waitingBox) {
  showWaiting(waitingBox);
  document.addEventListener("htmx:load", () => showWaiting(waitingBox)); // a form was opened here
}
