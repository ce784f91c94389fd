/* Alt + K shows the ways through the portal with one letter each; the letter then goes there. Never
   a bare key on the page itself: screen readers and speech need those. Every page works without. */
"use strict";

const keyLinks = () =>
  [...document.querySelectorAll("a[data-key]")].filter((link) => link.dataset.key);

function makeKeys() {
  const words = document.querySelector("meta[name=wt-keys]");
  const dialog = document.createElement("dialog");
  dialog.className = "wt-keys";
  const heading = document.createElement("h2");
  heading.id = "sneltoetsen";
  heading.textContent = words.content;
  dialog.setAttribute("aria-labelledby", heading.id);
  const list = document.createElement("ul");
  for (const link of keyLinks()) {
    const line = document.createElement("li");
    const key = document.createElement("kbd");
    const there = document.createElement("a");
    key.textContent = link.dataset.key;
    there.className = "utrecht-link utrecht-link--html-a";
    there.href = link.href;
    there.textContent = link.dataset.keyWords || link.textContent.trim();
    line.append(key, there);
    list.append(line);
  }
  const close = document.createElement("button");
  close.type = "button";
  close.className = "utrecht-button utrecht-button--secondary-action";
  close.textContent = words.dataset.close;
  close.addEventListener("click", () => dialog.close());
  dialog.append(heading, list, close);
  dialog.addEventListener("close", () => dialog.remove());
  dialog.addEventListener("keydown", (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const link = keyLinks().find((one) => one.dataset.key === event.key.toLowerCase());
    if (!link) return;
    event.preventDefault();
    location.assign(link.href);
  });
  document.body.append(dialog);
  return dialog;
}

document.addEventListener("keydown", (event) => {
  if (event.code !== "KeyK" || !event.altKey || event.ctrlKey || event.metaKey) return;
  if (document.querySelector("dialog.wt-keys") || !keyLinks().length) return;
  event.preventDefault();
  makeKeys().showModal();
});
for (const line of document.querySelectorAll("[data-keys-help]")) line.hidden = false;
