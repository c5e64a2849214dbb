// SPDX-License-Identifier: EUPL-1.2
// The script of every page, which is complete without it: it narrows
// and sorts the list of projects, reads charts mark by mark, and opens what is
// folded before printing. No module and no fetch: both fail from a disk.
(function () {
  "use strict";

  function all(selector, root) {
    return Array.prototype.slice.call((root || document).querySelectorAll(selector));
  }

  // Accents, case and the shape of an apostrophe do not count: "citta" finds
  // "Città", and "l'albero", as keyboards write it, "l’albero".
  function plain(text) {
    return text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/[’‘ʼ]/g, "'").toLowerCase();
  }

  // Italian words differ at the end: "albero" finds "alberi", "banca" "banche",
  // "ufficio" "uffici".
  function stem(word) {
    return word.length > 3 ? word.replace(/i?[aeiou]$/, "").replace(/([cg])h$/, "$1") : word;
  }

  /* ---- The menu of phones closes behind who moves on with the keyboard ---- */

  var menu = document.getElementById("menu_principale");
  if (menu && menu.hidePopover) menu.addEventListener("focusout", function (event) {
    if (event.relatedTarget && !menu.contains(event.relatedTarget) && menu.matches(":popover-open")) menu.hidePopover();
  });

  /* ---- Printing: what is folded away must reach the paper ---- */

  var opened = [];
  addEventListener("beforeprint", function () {
    opened = all("details:not([open])");
    opened.forEach(function (d) { d.open = true; });
  });
  addEventListener("afterprint", function () {
    opened.forEach(function (d) { d.open = false; });
    opened = [];
  });

  /* ---- Copying a citation ---- */

  all("[data-copia]").forEach(function (button) {
    var text = document.getElementById(button.getAttribute("data-copia"));
    button.addEventListener("click", function () {
      getSelection().selectAllChildren(text); // what is copied is seen, and copied by hand where it must be
      var copied = false;
      try { copied = document.execCommand("copy"); } catch (e) { /* not allowed here */ }
      button.nextElementSibling.textContent = copied ? "Copiato." : "Il testo è selezionato: copialo con Ctrl+C.";
    });
    button.parentNode.classList.add("attivo");
  });

  /* ---- The list of projects ---- */

  function filter(form) {
    var fields = ["q", "settore", "avanzamento", "ordine"];
    var status = form.querySelector("[role=status]");
    var none = document.getElementById("elenco-vuoto");
    var groups = all("[data-gruppo]");
    var together = document.getElementById("elenco-unico");
    var placed = "";
    var rows = all(".riga-progetto[data-settore]").map(function (row, i) {
      return {
        row: row, list: row.parentNode, place: i,
        text: " " + plain(row.textContent + " " + row.getAttribute("data-nome-settore")).replace(/[^a-z0-9']+/g, " ").replace(/'/g, "' "),
        settore: row.getAttribute("data-settore"),
        avanzamento: row.getAttribute("data-avanzamento"),
        title: row.querySelector(".riga-nome").textContent,
        people: row.getAttribute("data-dipendenti")
      };
    });

    // Unknown counts stay last: missing is not zero.
    var orders = {
      titolo: function (a, b) { return a.title.localeCompare(b.title, "it"); },
      dipendenti: function (a, b) {
        if (a.people === b.people) return a.place - b.place;
        if (!a.people) return 1;
        if (!b.people) return -1;
        return b.people - a.people;
      }
    };

    function value(name) { return form.elements[name] ? form.elements[name].value.trim() : ""; }

    // Moving rows costs more than hiding them: done only for a new order.
    function place(order) {
      if (order === placed) return;
      placed = order;
      (order ? rows.slice().sort(orders[order]) : rows).forEach(function (r) {
        (order ? together : r.list).appendChild(r.row);
      });
      together.hidden = !order;
    }

    function apply() {
      var words = plain(value("q")).replace(/'/g, "' ").split(/[^a-z0-9']+/).filter(Boolean);
      var settore = value("settore"), avanzamento = value("avanzamento");
      var order = orders[value("ordine")] ? value("ordine") : "";
      var shown = 0;
      rows.forEach(function (r) {
        var ok = (!settore || r.settore === settore) &&
          (!avanzamento || r.avanzamento === avanzamento) &&
          words.every(function (w) { return r.text.indexOf(w) >= 0 || r.text.indexOf(" " + stem(w)) >= 0; });
        r.row.hidden = !ok;
        if (ok) shown++;
      });
      place(order);
      var narrowed = words.length || settore || avanzamento;
      groups.forEach(function (g) {
        g.hidden = !!order || !!narrowed && !g.querySelector(".riga-progetto:not([hidden])");
      });
      none.hidden = shown > 0;
      status.textContent = (shown === 1 ? "1 progetto" : shown + " progetti") + " su " + rows.length;
    }

    function write() {
      var parts = fields.filter(value).map(function (name) {
        return name + "=" + encodeURIComponent(value(name));
      });
      var address = parts.length ? "#" + parts.join("&") : location.pathname + location.search;
      try { history.replaceState(null, "", address); } catch (e) { /* refused from some disks */ }
    }

    // The fragment is a view ("#q=asilo&settore=scuola") or the id of a part of
    // the page, which must not stay hidden. Going back to no fragment at all is
    // going back to the whole list.
    function read(event) {
      var given = {}, target = document.getElementById(location.hash.slice(1));
      location.hash.slice(1).split("&").forEach(function (part) {
        var at = part.indexOf("=");
        if (at < 0) return;
        try { given[part.slice(0, at)] = decodeURIComponent(part.slice(at + 1)); } catch (e) { /* not ours */ }
      });
      var view = fields.some(function (name) { return name in given; });
      var back = event && !location.hash;
      if (!view && !back && !(target && target.closest("[hidden]"))) return;
      fields.forEach(function (name) {
        var field = form.elements[name];
        if (!field) return;
        field.value = given[name] || "";
        if (field.selectedIndex < 0) field.selectedIndex = 0; // a choice of another edition
      });
      apply();
      if (!view && target) target.scrollIntoView();
    }

    function change() { apply(); write(); }
    form.addEventListener("input", change);
    form.addEventListener("submit", function (event) { event.preventDefault(); change(); });
    form.addEventListener("reset", function () { setTimeout(change); });
    addEventListener("hashchange", read);
    form.classList.add("attivo");
    apply();
    read();
  }

  var form = document.getElementById("filtro");
  if (form) filter(form);

  /* ---- The search of the whole site, loaded when it is first asked for ---- */

  function search(form) {
    function load() {
      form.removeEventListener("focusin", load);
      document.head.appendChild(document.createElement("script")).src = form.getAttribute("data-indice");
    }
    var given = /[?&]q=([^&]*)/.exec(location.search);
    window.vetro = { plain: plain, stem: stem };
    form.classList.add("attivo");
    form.addEventListener("submit", function (event) { event.preventDefault(); });
    form.addEventListener("focusin", load);
    if (given) try { form.elements.q.value = decodeURIComponent(given[1].replace(/\+/g, " ")); } catch (e) { /* not ours */ }
    if (given || form.contains(document.activeElement)) load();
  }

  form = document.getElementById("cerca");
  if (form) search(form);

  /* ---- What changed: the part that the address names, alone ---- */

  function counts(nav) {
    function read() {
      var target = document.getElementById(location.hash.slice(1));
      all("a", nav).forEach(function (a) { a.setAttribute("aria-current", target !== nav && a.hash === location.hash); });
      var chosen = nav.querySelector("[aria-current=true]") && target.closest("[data-parte]");
      all("[data-parte]").forEach(function (part) { part.hidden = !!chosen && part !== chosen; });
      var folded = chosen && chosen.querySelector("details");
      if (folded) folded.open = true;
      nav.classList.toggle("attivo", !!chosen);
    }
    addEventListener("hashchange", read);
    read();
  }

  var nav = document.getElementById("conti");
  if (nav) counts(nav);

  /* ---- Charts, mark by mark ---- */

  // The words come from the table beside the picture, so that the two agree.
  function chart(figure) {
    var table = figure.querySelector("table");
    var output = figure.querySelector(".grafico-lettura");
    if (!table || !output) return;
    var heads = all("thead th", table).map(function (th) { return th.textContent.trim(); });
    var rows = all("tbody tr", table);

    function at(mark, name) { return Number(mark.getAttribute(name)); }

    function words(mark) {
      var cells = rows[at(mark, "data-c")].children, column = at(mark, "data-s") + 1;
      return cells[0].textContent.trim() + ". " + heads[column] + ": " + cells[column].textContent.trim() + ".";
    }

    all("svg", figure).forEach(function (svg) {
      var marks = all("[data-c]", svg).sort(function (a, b) {
        return at(a, "data-c") - at(b, "data-c") || at(a, "data-s") - at(b, "data-s");
      });
      var now = -1;
      if (!marks.length) return;
      svg.setAttribute("tabindex", "0");

      function show(i, otherwise) {
        marks.forEach(function (m, j) { m.classList.toggle("attivo", i === j); });
        now = i;
        output.textContent = i < 0 ? otherwise || "" : words(marks[i]);
      }

      svg.addEventListener("keydown", function (event) {
        var last = marks.length - 1;
        var next = { ArrowDown: now + 1, ArrowRight: now + 1, ArrowUp: now - 1, ArrowLeft: now - 1,
          Home: 0, End: last, Escape: -1 }[event.key];
        if (next === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
        event.preventDefault();
        show(event.key === "Escape" ? -1 : Math.max(0, Math.min(last, next)));
      });
      svg.addEventListener("focus", function () {
        if (now < 0 && svg.matches(":focus-visible")) show(-1, "Con le frecce si legge il grafico un valore alla volta.");
      });
      svg.addEventListener("blur", function () { show(-1); });
      svg.addEventListener("pointerover", function (event) {
        var mark = event.target.closest("[data-c]");
        if (mark) show(marks.indexOf(mark));
      });
      svg.addEventListener("pointerleave", function (event) {
        if (event.pointerType === "mouse" && document.activeElement !== svg) show(-1);
      });
    });
  }

  all(".grafico").forEach(chart);
})();
