// Extra for who has script; every page works without it: focus on what is wrong, one sending, news that comes by itself.
(function () {
  "use strict";
  var summary = document.querySelector(".errors");
  if (summary) { summary.focus(); }
  document.querySelectorAll("form[data-once]").forEach(function (form) {
    form.addEventListener("submit", function (event) {
      if (form.dataset.sent === "yes") { event.preventDefault(); }
      form.dataset.sent = "yes";
      window.setTimeout(function () { form.dataset.sent = ""; }, 10000);
    });
  });
  function lookAgain(part) {
    fetch(window.location.href, {credentials: "same-origin"}).then(function (answer) { return answer.text(); }).then(function (text) {
      var fresh = new DOMParser().parseFromString(text, "text/html").getElementById(part.id);
      if (fresh) { part.innerHTML = fresh.innerHTML; }
      if (fresh && fresh.dataset.again) { later(part); }
    }).catch(function () { later(part); });
  }
  function later(part) { window.setTimeout(function () { lookAgain(part); }, Number(part.dataset.again) * 1000); }
  document.querySelectorAll("[data-again]").forEach(later);
  document.addEventListener("keydown", function (event) {
    if (event.key === "Escape" && event.shiftKey) { window.location.replace("/weg"); }
  });
}());
