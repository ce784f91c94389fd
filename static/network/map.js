// The same places as the list beside it, on a map. Without this the list says it all.
(() => {
  const box = document.getElementById("kaart");
  if (!box || typeof L === "undefined") return;
  box.hidden = false;
  const calm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  const map = L.map(box, {
    zoomControl: false, zoomSnap: box.dataset.tiles ? 1 : 0.25, attributionControl: Boolean(box.dataset.credit), scrollWheelZoom: false,
    zoomAnimation: !calm, fadeAnimation: !calm, markerZoomAnimation: !calm,
  });
  L.control.zoom({ zoomInTitle: box.dataset.in, zoomOutTitle: box.dataset.out }).addTo(map);
  if (box.dataset.tiles) L.tileLayer(box.dataset.tiles, { attribution: box.dataset.credit, maxZoom: 19 }).addTo(map);
  const marks = L.featureGroup().addTo(map);
  for (const row of document.querySelectorAll(".wt-near > [data-lat]")) {
    const link = row.querySelector("a");
    const words = document.createElement("a");
    words.href = link.href;
    words.textContent = link.textContent;
    const mark = L.circleMarker([row.dataset.lat, row.dataset.lon], {
      radius: 7, weight: 2, fillOpacity: 0.85,
      className: row.dataset.reach === "formal" ? "wt-map__place wt-map__place--formal" : "wt-map__place",
    });
    mark.bindPopup(words).addTo(marks);
    // With the mouse or with the keyboard: where is what I look at in the list?
    const point = () => { mark.setStyle({ radius: 12, weight: 5 }); mark.bringToFront(); };
    const rest = () => mark.setStyle({ radius: 7, weight: 2 });
    for (const begins of ["mouseenter", "focusin"]) row.addEventListener(begins, point);
    for (const ends of ["mouseleave", "focusout"]) row.addEventListener(ends, rest);
  }
  const here = box.dataset.lat ? [Number(box.dataset.lat), Number(box.dataset.lon)] : [52.1, 5.3];
  map.setView(here, 14);
  if (marks.getLayers().length) map.fitBounds(marks.getBounds(), { maxZoom: 15, padding: [24, 24], animate: false });
  const names = [];
  // The names of the largest neighbourhoods stand there, the others as soon as there is room.
  const apart = (a, b) => a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top;
  const within = (a, b) => a.left >= b.left && a.right <= b.right && a.top >= b.top && a.bottom <= b.bottom;
  const makeRoom = () => {
    const taken = [];
    const frame = box.getBoundingClientRect();
    for (const label of names.map((layer) => layer.getTooltip().getElement()).filter(Boolean)) {
      const here = label.getBoundingClientRect();
      const fits = within(here, frame) && taken.every((other) => apart(here, other));
      label.classList.toggle("wt-map__name--away", !fits);
      if (fits) taken.push(here);
    }
  };
  const extent = (layer) => {
    const bounds = layer.getBounds();
    return (bounds.getEast() - bounds.getWest()) * (bounds.getNorth() - bounds.getSouth());
  };
  fetch(box.dataset.outlines, { credentials: "same-origin" })
    .then((answer) => (answer.ok ? answer.json() : null))
    .then((found) => {
      if (!found || !found.features.length) return;
      L.geoJSON(found, {
        interactive: false,
        style: { className: "wt-map__outline", weight: 1.5, fillOpacity: 0.06 },
        onEachFeature: (one, layer) => {
          const name = document.createElement("span");
          name.textContent = one.properties.name;
          layer.bindTooltip(name, { permanent: true, direction: "center", className: "wt-map__name" });
          names.push(layer);
        },
      }).addTo(map).bringToBack();
      names.sort((one, other) => extent(other) - extent(one));
      makeRoom();
      map.on("zoomend moveend resize", makeRoom);
    })
    .catch(() => {});
})();
