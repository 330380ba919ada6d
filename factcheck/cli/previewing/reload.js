"use strict";
// The page says which one it is; it is loaded again when the server tells of another.
const { shown } = document.currentScript.dataset;
new EventSource("/events").addEventListener("message", ({ data }) => {
  if (data !== shown) location.reload();
});
