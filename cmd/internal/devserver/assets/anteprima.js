// SPDX-License-Identifier: EUPL-1.2
// Part of the preview only: reloads the page when there is a new build and
// puts the reader back where they were.
(function () {
  "use strict";
  var key = "anteprima:" + location.pathname;
  try {
    var y = sessionStorage.getItem(key);
    if (y !== null) {
      sessionStorage.removeItem(key);
      addEventListener("load", function () { scrollTo(0, Number(y)); });
    }
  } catch (e) { /* storage can be switched off: the page starts at the top */ }
  addEventListener("DOMContentLoaded", function () {
    var mark = document.getElementById("anteprima-versione");
    var shown = mark ? mark.getAttribute("data-versione") : "0";
    new EventSource("/.anteprima/eventi").onmessage = function (event) {
      if (event.data === shown) return;
      shown = event.data;
      try { sessionStorage.setItem(key, String(scrollY)); } catch (e) { /* as above */ }
      location.reload();
    };
  });
})();
