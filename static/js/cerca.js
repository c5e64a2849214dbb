// SPDX-License-Identifier: EUPL-1.2
// The search of the whole site, with what it looks into: loaded by sito.js
// when it is first asked for. A script, because a fetch fails from a disk.
vetro.cerca = function (index) {
  "use strict";

  var plain = vetro.plain, stem = vetro.stem;
  var form = document.getElementById("cerca"), field = form.elements.q, status = form.querySelector("[role=status]");
  var list = document.getElementById("trovati"), names = document.getElementById("dalla-a-alla-z");
  var kinds = { progetto: "Progetto", settore: "Settore", glossario: "Glossario", pagina: "Pagina", grafico: "Grafico" };
  var weight = { progetto: 5, settore: 4, glossario: 2, pagina: 1, grafico: 0 };
  var most = 50; // shown at once: nobody reads more, and an old phone draws them at once

  // Words that a question has and that say nothing of what is looked for.
  var idle = (" a al alla allo ai agli alle e ed o il lo la i gli le l un uno una d di del dello della dell dei degli delle da dal dalla " +
    "in nel nella nei nelle su sul sulla con per tra fra c che chi cosa come dove quando quanto quanti quali si mi ci ho ha sono ").toLowerCase();

  function words(text) { return plain(text).match(/[a-z0-9]+/g) || []; }

  function stems(text) { return " " + words(text).map(stem).join(" ") + " "; }

  // Forms of one term mean the same: what has one of them is found by all.
  var groups = index.forme.map(function (forms) { return forms.map(stems); });
  function related(text) {
    return groups.filter(function (forms) {
      return forms.some(function (f) { return text.indexOf(f) >= 0; });
    }).map(function (forms) { return forms.join(""); }).join("");
  }

  var entries = index.voci.map(function (e, i) {
    var title = e[1], near = weight[e[0]] > 3 ? e.slice(3, 6).join(" ") : "", body = e.slice(3).join(" "); // near: the settore, what it is, the service
    var entry = { kind: e[0], title: title, name: stems(asked(title).join(" ")), href: e[2], place: e[3], texts: e.slice(4), order: i,
      titleWords: " " + words(title).join(" "), titleStems: stems(title), nearWords: " " + words(near).join(" "), nearStems: stems(near), bodyWords: " " + words(body).join(" "), bodyStems: stems(body) };
    entry.titleRelated = related(entry.titleStems);
    entry.bodyRelated = related(entry.bodyStems);
    return entry;
  });

  // How well one word of the question is answered; 0 is not at all.
  function answered(entry, word, whole) {
    if ((entry.titleWords + " ").indexOf(" " + word + " ") >= 0) return 12.2;
    if (entry.titleStems.indexOf(whole) >= 0) return 12;
    if (entry.titleRelated.indexOf(whole) >= 0) return 9;
    if (entry.titleWords.indexOf(" " + word) >= 0) return 8;
    if (entry.nearStems.indexOf(whole) >= 0) return 5;
    if (entry.bodyStems.indexOf(whole) >= 0) return 4;
    if (entry.bodyRelated.indexOf(whole) >= 0 || entry.nearWords.indexOf(" " + word) >= 0) return 3;
    return entry.bodyWords.indexOf(" " + word) >= 0 ? 2 : 0;
  }

  function asked(question) {
    var all = words(question), telling = all.filter(function (w) { return idle.indexOf(" " + w + " ") < 0; });
    return telling.length ? telling : all;
  }

  function search(question) {
    var wanted = asked(question).map(function (w) { return [w, " " + stem(w) + " "]; });
    var out = [];
    if (!wanted.length) return out;
    var name = stems(asked(question).join(" "));
    entries.forEach(function (entry) {
      var score = entry.name === name ? 6 : 0;
      for (var i = 0; i < wanted.length; i++) {
        var one = answered(entry, wanted[i][0], wanted[i][1]);
        if (!one) return;
        score += one;
      }
      out.push([score * 10 + weight[entry.kind], entry]);
    });
    return out.sort(function (a, b) { return b[0] - a[0] || a[1].order - b[1].order; }).map(function (s) { return s[1]; });
  }

  // How many letters tell two words apart, 3 for many.
  function apart(a, b) {
    if (Math.abs(a.length - b.length) > 2) return 3;
    var row = [];
    for (var j = 0; j <= b.length; j++) row[j] = j;
    for (var i = 1; i <= a.length; i++) {
      var corner = row[0], least = row[0] = i;
      for (j = 1; j <= b.length; j++) {
        var up = row[j];
        row[j] = Math.min(up + 1, row[j - 1] + 1, corner + (a.charAt(i - 1) === b.charAt(j - 1) ? 0 : 1));
        corner = up;
        least = Math.min(least, row[j]);
      }
      if (least > 2) return 3;
    }
    return row[b.length];
  }

  // The words of the site that are nearest to a question without an answer.
  function nearest(question) {
    var all = {}, out = [];
    asked(question).forEach(function (w) {
      if (search(w).length) out.push([0, w]); // together they find nothing, alone they do
      else if (w.length > 3) entries.forEach(function (entry) {
        words(entry.title + " " + entry.texts.join(" ")).forEach(function (other) {
          if (all[other] || other.length < 4) return;
          all[other] = true;
          var d = apart(w, other);
          if (d <= (w.length > 5 ? 2 : 1)) out.push([d, other]);
        });
      });
    });
    var told = {};
    return out.sort(function (a, b) { return a[0] - b[0]; }).map(function (o) { return o[1]; })
      .filter(function (w) { return told[stem(w)] ? false : told[stem(w)] = true; }).slice(0, 3);
  }

  function hit(word, wanted, same) {
    return wanted.some(function (w) { return word.indexOf(w) === 0 || stem(word) === stem(w); }) || same.indexOf(" " + stem(word) + " ") >= 0;
  }

  // Adds text to an element, its hits marked; says whether there were any.
  function add(to, text, wanted, same) {
    var flat = plain(text), done = 0, any = false, m, find = /[a-z0-9]+/g;
    while (flat.length === text.length && (m = find.exec(flat))) if (hit(m[0], wanted, same)) {
      to.appendChild(document.createTextNode(text.slice(done, m.index)));
      done = m.index + m[0].length;
      to.appendChild(document.createElement("mark")).textContent = text.slice(m.index, done);
      any = true;
    }
    to.appendChild(document.createTextNode(text.slice(done)));
    return any;
  }

  function row(entry, wanted, same) {
    var li = document.createElement("li"), a = document.createElement("a"), note = document.createElement("span");
    a.className = "riga-nome";
    a.href = entry.href;
    var inTitle = add(a, entry.title, wanted, same);
    note.className = "riga-nota";
    note.textContent = kinds[entry.kind] + (entry.place ? " · " : "");
    if (entry.place) add(note, entry.place, wanted, same);
    li.appendChild(a);
    li.appendChild(document.createTextNode(" "));
    li.appendChild(note);
    // The first text that answers or, where the name does, the first of all.
    var texts = entry.texts.filter(function (t) { return words(t).some(function (w) { return hit(w, wanted, same); }); });
    var text = texts[0] || inTitle && entry.texts[0];
    if (text) {
      var p = li.appendChild(document.createElement("p"));
      add(p, text, wanted, same);
    }
    return li;
  }

  function show() {
    var question = field.value.trim(), wanted = asked(question), results = search(question);
    var same = groups.filter(function (forms) {
      return wanted.some(function (w) { return forms.indexOf(" " + stem(w) + " ") >= 0; });
    }).map(function (forms) { return forms.filter(function (f) { return f.split(" ").length === 3; }).join(""); }).join("");
    while (list.firstChild) list.removeChild(list.firstChild);
    results.slice(0, most).forEach(function (entry) { list.appendChild(row(entry, wanted, same)); });
    list.hidden = !results.length;
    names.hidden = results.length > 0;
    status.textContent = !wanted.length ? "" : !results.length ? "Non c’è: in queste pagine non si parla di «" + question + "»." :
      results.length === 1 ? "1 risultato." : results.length > most ? "I primi " + most + " risultati su " + results.length + "." : results.length + " risultati.";
    if (wanted.length && !results.length) nearest(question).forEach(function (w, i) {
      status.appendChild(document.createTextNode(i ? ", " : " Forse cercavi: "));
      var a = status.appendChild(document.createElement("a"));
      a.href = "?q=" + encodeURIComponent(w);
      a.textContent = w;
    });
    try { history.replaceState(null, "", question ? "?q=" + encodeURIComponent(question) : location.pathname); } catch (e) { /* refused from some disks */ }
  }

  form.addEventListener("input", show);
  form.addEventListener("submit", function (event) { event.preventDefault(); show(); });
  if (field.value.trim()) show();
};
