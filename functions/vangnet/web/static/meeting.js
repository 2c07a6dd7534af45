// The live log of a meeting: what is tapped while the network is away waits on this device, under its own time and with
// a key by which it is recorded once, and is sent in order when the network is back. The page works without this too.
(function () {
  "use strict";
  var told = document.getElementById("gehoord");
  if (!told || !window.fetch || !window.URLSearchParams) { return; }
  var KEY = "vangnet-tik-" + told.dataset.taps, AGAIN_MS = 5000, LOOK_MS = 60000, waiting = read(), busy = false;

  function read() {
    try { return JSON.parse(window.localStorage.getItem(KEY)) || []; } catch (nothing) { return []; }
  }
  function keep() {
    try {
      if (waiting.length) { window.localStorage.setItem(KEY, JSON.stringify(waiting)); } else { window.localStorage.removeItem(KEY); }
    } catch (full) { return; }
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
  function later() { window.setTimeout(send, AGAIN_MS); }
  function send() {
    var mark = document.querySelector("form[data-tap] [name=formulier]");
    if (busy || !waiting.length || !mark) { return; }
    busy = true;
    var one = waiting[0], body = new URLSearchParams(one.fields);
    body.set("formulier", mark.value);
    body.set("geleden", String(Math.max(0, (Date.now() - one.at) / 1000)));
    fetch(one.to, {method: "POST", body: body, credentials: "same-origin", redirect: "manual"}).then(function (answer) {
      if (answer.status >= 500) { throw new Error("later"); }
      if (answer.type === "opaqueredirect" || answer.status === 401 || answer.status === 403) {
        busy = false;
        say(told.dataset.signIn, true);
        return null;
      }
      return answer.json().then(function (found) {
        waiting.shift();
        keep();
        busy = false;
        say(waiting.length ? told.dataset.waiting + waiting.length : found.text, !answer.ok);
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
    keep();
    if (form.elements.tekst) { form.elements.tekst.value = ""; }
    say(told.dataset.waiting + waiting.length);
    send();
  });
  window.addEventListener("online", send);
  window.setInterval(look, LOOK_MS);
  send();
}());
