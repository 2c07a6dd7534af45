// The live log of a meeting: what is tapped while the network is away waits on this device, under its own time and with
// a key by which it is recorded once, and is sent in order when the network is back. One that is refused, or answered with
// what is no answer of ours, is set aside with its words for a person to see, and the rest go on. The page works without this too.
(function () {
  "use strict";
  var told = document.getElementById("gehoord");
  if (!told || !window.fetch || !window.URLSearchParams) { return; }
  var KEY = "vangnet-tik-" + told.dataset.taps, ASIDE = KEY + "-opzij", AGAIN_MS = 5000, LOOK_MS = 60000;
  var LATER = [408, 425, 429], place = document.getElementById("opzij"), waiting = read(KEY), aside = read(ASIDE), busy = false;

  function read(key) {
    try { return JSON.parse(window.localStorage.getItem(key)) || []; } catch (nothing) { return []; }
  }
  function keep(key, taps) {
    try {
      if (taps.length) { window.localStorage.setItem(key, JSON.stringify(taps)); } else { window.localStorage.removeItem(key); }
    } catch (full) { return; }
  }
  function button(name) {
    var marks = Array.prototype.filter.call(document.querySelectorAll("form[data-tap] [name=wat]"), function (one) { return one.value === name; });
    return marks.length ? marks[0].form.querySelector("button").textContent : name;
  }
  function show() {
    var list = place.querySelector("ul");
    list.textContent = "";
    aside.forEach(function (one) {
      var row = document.createElement("li"), seen = document.createElement("button");
      var at = new Date(one.at).toLocaleTimeString(document.documentElement.lang, {hour: "2-digit", minute: "2-digit"});
      row.textContent = [at + " " + button(one.fields.wat), one.fields.tekst, one.why].filter(Boolean).join(". ") + " ";
      seen.type = "button";
      seen.className = "plain";
      seen.textContent = place.dataset.seen;
      seen.addEventListener("click", function () {
        aside.splice(aside.indexOf(one), 1);
        keep(ASIDE, aside);
        show();
      });
      row.appendChild(seen);
      list.appendChild(row);
    });
    place.hidden = !aside.length;
  }
  function say(text, wrong) {
    told.hidden = !text;
    told.textContent = text;
    told.classList.toggle("alarm", Boolean(wrong));
  }
  function once() {
    return Array.prototype.map.call(window.crypto.getRandomValues(new Uint8Array(13)), function (byte) {
      return ("0" + byte.toString(16)).slice(-2);
    }).join("");
  }
  function look() {
    return fetch(window.location.pathname, {credentials: "same-origin"}).then(function (answer) { return answer.text(); }).then(function (text) {
      var page = new DOMParser().parseFromString(text, "text/html");
      ["stand", "logboek"].forEach(function (id) {
        var fresh = page.getElementById(id), part = document.getElementById(id);
        if (fresh && part) { part.innerHTML = fresh.innerHTML; }
      });
    }).catch(function () { return null; });
  }
  function words(text) {
    try { return JSON.parse(text).text || ""; } catch (other) { return ""; }
  }
  function later() { window.setTimeout(send, AGAIN_MS); }
  function send() {
    var mark = document.querySelector("form[data-tap] [name=formulier]");
    if (busy || !waiting.length || !mark) { return; }
    busy = true;
    var one = waiting[0], body = new URLSearchParams(one.fields);
    body.set("formulier", mark.value);
    body.set("geleden", String(Math.max(0, (Date.now() - one.at) / 1000)));
    fetch(one.to, {method: "POST", body: body, credentials: "same-origin", redirect: "manual"}).then(function (answer) {
      if (answer.status >= 500 || LATER.indexOf(answer.status) >= 0) { throw new Error("later"); }
      return answer.text().then(function (text) {
        var found = words(text);
        busy = false;
        if (answer.type === "opaqueredirect" || answer.status === 401 || (answer.status === 403 && !found)) {
          say(told.dataset.signIn, true);
          return;
        }
        waiting.shift();
        keep(KEY, waiting);
        if (!answer.ok || !found) {
          aside.push({at: one.at, fields: one.fields, why: found || place.dataset.why});
          keep(ASIDE, aside);
          show();
        }
        say(waiting.length ? told.dataset.waiting + waiting.length : answer.ok && found);
        look();
        send();
      });
    }).catch(function () {
      busy = false;
      say(told.dataset.waiting + waiting.length, true);
      later();
    });
  }
  document.addEventListener("submit", function (event) {
    var form = event.target;
    if (!form.hasAttribute("data-tap")) { return; }
    event.preventDefault();
    var fields = {antwoord: "kort", eenmalig: once()};
    ["wat", "tekst"].forEach(function (name) { if (form.elements[name]) { fields[name] = form.elements[name].value; } });
    waiting.push({to: form.getAttribute("action"), at: Date.now(), fields: fields});
    keep(KEY, waiting);
    if (form.elements.tekst) { form.elements.tekst.value = ""; }
    say(told.dataset.waiting + waiting.length);
    send();
  });
  window.addEventListener("online", send);
  window.setInterval(look, LOOK_MS);
  show();
  send();
}());
