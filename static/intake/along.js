/* Who goes does not come along as well: whoever is chosen to go is not among those to tick. Without
   this the server leaves them out. */
"use strict";

const going = document.querySelector("form[data-along]");
const boxes = document.querySelectorAll("input[name=along]");

function leaveOutWhoGoes() {
  for (const box of boxes) {
    box.closest(".wt-option").hidden = box.value === going.elements.professional.value;
  }
}

if (boxes.length) {
  leaveOutWhoGoes();
  going.addEventListener("change", leaveOutWhoGoes);
  window.addEventListener("pageshow", leaveOutWhoGoes); // the back button fills in what was chosen
}
